//! The step for whoever must have a passkey and has none: password and code lead here, and to nothing else.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use rusqlite::Connection;

use super::super::credentials::Credentials;
use super::super::passkeys::{self, Asks, Exchange};
use super::super::{Factor, change_person};
use super::passkey::with_script;
use super::underway::{self, Underway};
use super::{SIGN_IN_PATH, Step, note};
use crate::access::Decision;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{Field, error_summary, submit_row, text_input};
use crate::web::parts::{Tone, notice};
use crate::web::{Filled, PostedOpenly, Refusal, Visit, see_other};

const PATH: &str = "/sign-in/passkey/new";

/// Asks for a device.
pub(super) async fn page(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
) -> Result<Response, Refusal> {
    if let Some(elsewhere) = underway.elsewhere(Step::MakePasskey) {
        return Ok(elsewhere);
    }
    let body = body(&ground, &visit, &Filled::new(), &underway)?;
    let Some(body) = body else { return Ok(see_other(SIGN_IN_PATH)) };
    Ok(with_script(visit).page("passkeys-new-title", body).into_response())
}

/// Takes what the device made.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
    headers: HeaderMap,
    PostedOpenly(mut filled): PostedOpenly,
) -> Result<Response, Refusal> {
    underway.check(&filled)?;
    if let Some(elsewhere) = underway.elsewhere(Step::MakePasskey) {
        return Ok(elsewhere);
    }
    let visit = with_script(visit);
    let Some(name) = passkeys::name(filled.typed("name")).map(str::to_owned) else {
        filled.refuse("name", visit.voice.tn("passkeys-name-form", &[("most", passkeys::NAME_MOST.into())]));
        return again(&ground, &visit, &filled, &underway);
    };
    let (key, person, now) = (underway.key, underway.person(), visit.voice.now);
    let (held, typed) = (Arc::clone(&ground), filled.typed("passkey").to_owned());
    let made = ground.base.write(move |connection| {
        let Some(origin) = &held.settings.origin else { return Ok(Err(passkeys::Fault::NoChallenge)) };
        let made = Exchange { origin, sent_to: &key, person, now }.made(connection, &typed)?;
        if made.is_err() {
            underway::offer(connection, &held, Step::MakePasskey, &key, person)?;
        }
        Ok::<_, StoreError>(made)
    });
    match made.await? {
        Ok(passkey) => {
            // Before it is kept: what cannot be logged changes nothing.
            note(&ground, Some(person), Decision::Granted, "passkey_made").await?;
            let keep = move |connection: &Connection| {
                let stands = "SELECT EXISTS (SELECT 1 FROM pending_sign_in WHERE token_hash = ?1 AND factor = 'code')";
                let stands: bool = connection.query_row(stands, [key], |row| row.get(0))?;
                let first = Credentials::of(connection, person)?.is_some_and(|known| known.passkeys == 0);
                if stands && first {
                    passkeys::keep(connection, person, &passkey, &name, now)?;
                }
                Ok::<_, StoreError>(stands && first)
            };
            match change_person(&ground, person, keep).await? {
                true => underway::go_on(&ground, underway, Factor::Passkey, &headers).await,
                false => Ok(see_other(SIGN_IN_PATH)),
            }
        }
        Err(fault) => {
            note(&ground, Some(person), Decision::Refused, fault.outcome()).await?;
            filled.refuse_form(visit.voice.t(fault.said("passkey-refused")));
            again(&ground, &visit, &filled, &underway)
        }
    }
}

fn again(ground: &Puebla, visit: &Visit, filled: &Filled, underway: &Underway) -> Result<Response, Refusal> {
    let body = body(ground, visit, filled, underway)?;
    Ok(body
        .map_or_else(|| see_other(SIGN_IN_PATH), |body| visit.refused_page("passkeys-new-title", body).into_response()))
}

fn body(ground: &Puebla, visit: &Visit, filled: &Filled, underway: &Underway) -> Result<Option<Markup>, StoreError> {
    let voice = &visit.voice;
    let asked = match &ground.settings.origin {
        None => notice(Tone::Late, html! { p { (voice.t("passkey-no-origin")) } }),
        Some(origin) => {
            let waiting = ground.base.read(|connection| passkeys::to_make(connection, &underway.key, voice.now))?;
            let Some(options) = waiting else { return Ok(None) };
            let fields = html! {
                (text_input(voice, filled, &name_field()))
                (submit_row(voice, "passkeys-make", None))
            };
            html! {
                (passkeys::sayings(voice, origin, true))
                div .card .narrow { (passkeys::form(origin, PATH, &underway.csrf, &Asks::New(&options), fields)) }
            }
        }
    };
    Ok(Some(html! {
        (error_summary(voice, filled))
        h1 { (voice.t("passkeys-new-title")) }
        p { (voice.t("passkeys-must")) }
        p { (voice.t("passkeys-what")) }
        (asked)
        p { a href=(SIGN_IN_PATH) { (voice.t("sign-in-start-again")) } }
    }))
}

/// Answers the field for a passkey's name, the same on every page.
pub(in super::super) fn name_field() -> Field<'static> {
    Field::new("name", "passkeys-name").hint("passkeys-name-hint").max_length(60)
}
