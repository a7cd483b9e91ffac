//! The second step for whoever has one-time codes.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::attempts::{self, Account, Attempt};
use super::super::totp;
use super::underway::{self, Underway};
use super::{SIGN_IN_PATH, Step, note, password};
use crate::access::Decision;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{Field, error_summary, form, submit_row, text_input};
use crate::web::{Filled, PostedOpenly, Refusal, Visit, see_other};

/// What came of a code inside the writer's transaction.
pub(super) enum Outcome {
    Right,
    Wrong { over: bool },
    Wait(u64),
}

/// Asks for the code.
pub(super) async fn page(visit: Visit, underway: Underway) -> Response {
    if let Some(elsewhere) = underway.elsewhere(Step::Code) {
        return elsewhere;
    }
    visit.page("sign-in-code-title", body(&visit, &Filled::new(), &underway.csrf)).into_response()
}

/// Takes the code.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
    headers: HeaderMap,
    PostedOpenly(mut filled): PostedOpenly,
) -> Result<Response, Refusal> {
    underway.check(&filled)?;
    if let Some(elsewhere) = underway.elsewhere(Step::Code) {
        return Ok(elsewhere);
    }
    let person = Some(underway.person());
    match take(&ground, &underway, filled.typed("code").to_owned()).await? {
        Outcome::Right => {
            note(&ground, person, Decision::Granted, "code").await?;
            underway::go_on(&ground, underway, true, &headers).await
        }
        Outcome::Wrong { over } => {
            note(&ground, person, Decision::Refused, "wrong_code").await?;
            if over {
                return Ok(see_other(SIGN_IN_PATH));
            }
            filled.refuse("code", visit.voice.t("codes-wrong"));
            Ok(again(&visit, &filled, &underway.csrf))
        }
        Outcome::Wait(seconds) => {
            note(&ground, person, Decision::Refused, "throttled").await?;
            filled.refuse("code", visit.voice.tn("sign-in-wait", &[("seconds", seconds.into())]));
            Ok(password::wait(again(&visit, &filled, &underway.csrf), seconds))
        }
    }
}

/// Counts the attempt, compares the code and spends its time step, all in one transaction.
async fn take(ground: &Arc<Puebla>, underway: &Underway, typed: String) -> Result<Outcome, StoreError> {
    let (person, key, now) = (underway.person(), underway.key, ground.clock.now());
    let account = Account::of(&ground.keys, &underway.known.user_name);
    let keys = Arc::clone(ground);
    let act = move |connection: &rusqlite::Connection| {
        if let Attempt::Wait(seconds) = attempts::count(connection, account, now)? {
            return Ok(Outcome::Wait(seconds));
        }
        if totp::take(connection, &keys.keys, person, &typed, now)? {
            attempts::take_back(connection, account)?;
            return Ok(Outcome::Right);
        }
        Ok(Outcome::Wrong { over: underway::count_wrong_code(connection, &key)? })
    };
    ground.base.write(act).await
}

fn again(visit: &Visit, filled: &Filled, csrf: &str) -> Response {
    visit.refused_page("sign-in-code-title", body(visit, filled, csrf)).into_response()
}

fn body(visit: &Visit, filled: &Filled, csrf: &str) -> Markup {
    let voice = &visit.voice;
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("sign-in-code-title")) }
        div .card .narrow {
            (form("/sign-in/code", csrf, html! {
                (text_input(voice, filled, &field().autofocus()))
                (submit_row(voice, "sign-in-go", Some(html! { a href=(SIGN_IN_PATH) { (voice.t("sign-in-start-again")) } })))
            }))
        }
        p .aside { (voice.t("sign-in-code-lost")) }
    }
}

/// Answers the field for a code, the same on every page.
pub(in super::super) fn field() -> Field<'static> {
    Field::new("code", "codes-code")
        .hint("codes-code-hint")
        .autocomplete("one-time-code")
        .input_mode("numeric")
        .max_length(9)
        .mono()
}
