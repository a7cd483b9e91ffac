//! The last step where somebody else knows the password: a new one of one's own.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::passwords::{self, Password};
use super::underway::{self, Underway};
use super::{Step, note};
use crate::access::Decision;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{Field, error_summary, form, submit_row, text_input};
use crate::web::{Filled, PostedOpenly, Refusal, Visit, Voice};

/// Asks for the new password.
pub(super) async fn page(visit: Visit, underway: Underway) -> Response {
    if let Some(elsewhere) = underway.elsewhere(Step::NewPassword) {
        return elsewhere;
    }
    visit.page("new-password-title", body(&visit, &Filled::new(), &underway)).into_response()
}

/// Takes the new password.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
    headers: HeaderMap,
    PostedOpenly(mut filled): PostedOpenly,
) -> Result<Response, Refusal> {
    underway.check(&filled)?;
    if let Some(elsewhere) = underway.elsewhere(Step::NewPassword) {
        return Ok(elsewhere);
    }
    let known = &underway.known;
    let parsed = parse(&visit.voice, &mut filled, &known.user_name);
    let Some(password) = parsed else { return Ok(again(&visit, &filled, &underway)) };
    let hashing = ground.identity.hashing();
    if hashing.matches(password.as_str(), Some(known.password_hash.clone())).await? {
        filled.refuse("new_password", visit.voice.t("new-password-same"));
        return Ok(again(&visit, &filled, &underway));
    }
    let (hash, person, was) = (hashing.hash(password).await?, known.person, known.password_hash.clone());
    ground
        .base
        .write(move |connection| {
            // A reset in between has set another first password, which this one must not replace.
            let unchanged: bool =
                connection.query_row("SELECT password_hash = ?2 FROM person WHERE id = ?1", (person, was), |row| {
                    row.get(0)
                })?;
            if unchanged { passwords::set(connection, person, &hash, false) } else { Ok::<_, StoreError>(()) }
        })
        .await?;
    note(&ground, Some(person), Decision::Granted, "new_password").await?;
    let second_factor = underway.second_factor;
    underway::go_on(&ground, underway, second_factor, &headers).await
}

/// Reads a new password typed twice; what is wrong is recorded in the form.
pub(in super::super) fn parse(voice: &Voice, filled: &mut Filled, user_name: &str) -> Option<Password> {
    let typed = filled.typed("new_password").to_owned();
    match Password::parse(&typed, user_name) {
        Err(fault) => {
            filled.refuse("new_password", voice.t(fault.key()));
            None
        }
        Ok(_) if filled.typed("new_password_again") != typed => {
            filled.refuse("new_password_again", voice.t("new-password-differs"));
            None
        }
        Ok(password) => Some(password),
    }
}

/// Draws the two fields of a new password.
pub(in super::super) fn fields(voice: &Voice, filled: &Filled) -> Markup {
    let new =
        Field::new("new_password", "new-password").hint("new-password-hint").password().autocomplete("new-password");
    let again = Field::new("new_password_again", "new-password-again").password().autocomplete("new-password");
    html! { (text_input(voice, filled, &new)) (text_input(voice, filled, &again)) }
}

fn again(visit: &Visit, filled: &Filled, underway: &Underway) -> Response {
    visit.refused_page("new-password-title", body(visit, filled, underway)).into_response()
}

fn body(visit: &Visit, filled: &Filled, underway: &Underway) -> Markup {
    let voice = &visit.voice;
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("new-password-title")) }
        p { (voice.t("new-password-why")) }
        div .card .narrow {
            (form("/sign-in/new-password", &underway.csrf, html! {
                (fields(voice, filled))
                (submit_row(voice, "new-password-set", None))
            }))
        }
    }
}
