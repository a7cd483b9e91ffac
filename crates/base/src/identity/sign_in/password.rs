//! The first step: user name and password.

use std::sync::Arc;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::attempts::{self, Account, Attempt};
use super::super::credentials::Credentials;
use super::{SIGN_IN_PATH, note, underway};
use crate::access::Decision;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{Field, error_summary, form, hidden, submit_row, text_input};
use crate::web::{Asked, Filled, PostedOpenly, Refusal, Visit, local_path, parts, see_other};

/// The longest user name and password that are looked at, in bytes; nobody's is longer.
const TYPED_LIMIT: usize = 1_000;

/// Shows the form, or leads on whoever is signed in already.
pub(super) async fn page(visit: Visit, Asked(asked): Asked) -> Response {
    let next = local_path(asked.typed("next")).unwrap_or("/");
    if visit.arrival.caller.is_some() {
        return see_other(next);
    }
    let filled = Filled::new().with("next", next);
    visit.page("sign-in-title", body(&visit, &filled)).into_response()
}

/// Takes user name and password.
///
/// A name nobody has, a wrong password and a suspended person get the same answer after the same work.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    headers: HeaderMap,
    PostedOpenly(mut filled): PostedOpenly,
) -> Result<Response, Refusal> {
    let user_name = filled.typed("user_name").trim().to_lowercase();
    for (field, text) in [("user_name", "sign-in-user-name-missing"), ("password", "sign-in-password-missing")] {
        if filled.typed(field).trim().is_empty() {
            filled.refuse(field, visit.voice.t(text));
        } else if filled.typed(field).len() > TYPED_LIMIT {
            filled.refuse(field, visit.voice.t("sign-in-wrong"));
        }
    }
    if filled.is_refused() {
        return Ok(again(&visit, &filled));
    }
    let (account, now) = (Account::of(&ground.keys, &user_name), ground.clock.now());
    let known = ground.base.read(|connection| Credentials::by_name(connection, &user_name))?;
    let person = known.as_ref().map(|known| known.person);
    if let Attempt::Wait(seconds) =
        ground.base.write(move |connection| attempts::count(connection, account, now)).await?
    {
        note(&ground, person, Decision::Refused, "throttled").await?;
        filled.refuse("password", visit.voice.tn("sign-in-wait", &[("seconds", seconds.into())]));
        return Ok(wait(again(&visit, &filled), seconds));
    }
    let stored = known.as_ref().map(|known| known.password_hash.clone());
    let right = ground.identity.hashing().matches(filled.typed("password"), stored).await?;
    let Some(known) = known.filter(|known| right && known.active) else {
        note(&ground, person, Decision::Refused, "wrong_password").await?;
        filled.refuse("password", visit.voice.t("sign-in-wrong"));
        return Ok(again(&visit, &filled));
    };
    note(&ground, person, Decision::Granted, "password").await?;
    ground
        .base
        .write(move |connection| attempts::take_back(connection, account))
        .await
        .map_err(|error: StoreError| Refusal::from(error))?;
    let next = local_path(filled.typed("next")).unwrap_or("/").to_owned();
    underway::begin(&ground, &known, next, &headers).await
}

/// Says that an account has to wait, as machines and browsers read it (RFC 9110, 10.2.3).
pub(in super::super) fn wait(mut response: Response, seconds: u64) -> Response {
    *response.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
    response
}

fn again(visit: &Visit, filled: &Filled) -> Response {
    visit.refused_page("sign-in-title", body(visit, filled)).into_response()
}

fn body(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let user_name = Field::new("user_name", "sign-in-user-name").autocomplete("username").autofocus().max_length(60);
    let password = Field::new("password", "sign-in-password").password().autocomplete("current-password");
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("sign-in-title")) }
        p { (voice.t("sign-in-for-whom")) }
        div .card .narrow {
            (form(SIGN_IN_PATH, "", html! {
                (hidden("next", filled.typed("next")))
                (text_input(voice, filled, &user_name))
                (text_input(voice, filled, &password))
                (submit_row(voice, "sign-in-go", None))
            }))
        }
        (parts::details(&voice.t("sign-in-help"), html! { p { (voice.t("sign-in-help-text")) } }))
    }
}
