//! The second step for whoever has passkeys.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::Factor;
use super::super::attempts::{self, Attempt, Tried};
use super::super::passkeys::{self, Asks, Exchange, Fault};
use super::underway::{self, Underway};
use super::{SIGN_IN_PATH, Step, note, password};
use crate::access::Decision;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::error_summary;
use crate::web::parts::{Tone, notice};
use crate::web::{Filled, PostedOpenly, Refusal, Visit, see_other};

/// What came of an answer inside the writer's transaction.
enum Outcome {
    Right,
    Refused(Fault),
    Over(Fault),
    Wait(u64),
}

/// Asks for the passkey.
pub(super) async fn page(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
) -> Result<Response, Refusal> {
    if let Some(elsewhere) = underway.elsewhere(Step::Passkey) {
        return Ok(elsewhere);
    }
    let body = body(&ground, &visit, &Filled::new(), &underway)?;
    let Some(body) = body else { return Ok(see_other(SIGN_IN_PATH)) };
    Ok(with_script(visit).page("sign-in-passkey-title", body).into_response())
}

/// Takes the device's answer.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
    headers: HeaderMap,
    PostedOpenly(mut filled): PostedOpenly,
) -> Result<Response, Refusal> {
    underway.check(&filled)?;
    if let Some(elsewhere) = underway.elsewhere(Step::Passkey) {
        return Ok(elsewhere);
    }
    let person = Some(underway.person());
    let visit = with_script(visit);
    match take(&ground, &underway, filled.typed("passkey").to_owned()).await? {
        Outcome::Right => {
            note(&ground, person, Decision::Granted, "passkey").await?;
            underway::go_on(&ground, underway, Factor::Passkey, &headers).await
        }
        Outcome::Over(fault) => {
            note(&ground, person, Decision::Refused, fault.outcome()).await?;
            Ok(see_other(SIGN_IN_PATH))
        }
        Outcome::Refused(fault) => {
            note(&ground, person, Decision::Refused, fault.outcome()).await?;
            filled.refuse_form(visit.voice.t("passkey-refused"));
            again(&ground, &visit, &filled, &underway)
        }
        Outcome::Wait(seconds) => {
            note(&ground, person, Decision::Refused, "throttled").await?;
            filled.refuse_form(visit.voice.tn("sign-in-wait", &[("seconds", seconds.into())]));
            Ok(password::wait(again(&ground, &visit, &filled, &underway)?, seconds))
        }
    }
}

/// Counts the attempt and takes the answer; one that is refused gets a new challenge, until the sign-in is over.
async fn take(ground: &Arc<Puebla>, underway: &Underway, typed: String) -> Result<Outcome, StoreError> {
    let (person, key, now) = (underway.person(), underway.key, ground.clock.now());
    let tried = Tried::proof(&ground.keys, &underway.known.user_name);
    let held = Arc::clone(ground);
    let act = move |connection: &rusqlite::Connection| {
        let Some(origin) = &held.settings.origin else { return Ok(Outcome::Refused(Fault::NoChallenge)) };
        if let Attempt::Wait(seconds) = attempts::count(connection, tried, now)? {
            return Ok(Outcome::Wait(seconds));
        }
        match (Exchange { origin, sent_to: &key, person, now }).prove(connection, &typed)? {
            Ok(()) => {
                attempts::take_back(connection, tried)?;
                Ok(Outcome::Right)
            }
            Err(fault) if underway::count_wrong_code(connection, &key)? => Ok(Outcome::Over(fault)),
            Err(fault) => {
                underway::offer(connection, &held, Step::Passkey, &key, person)?;
                Ok(Outcome::Refused(fault))
            }
        }
    };
    ground.base.write(act).await
}

/// Lets the page use the script that speaks with a device.
pub(super) fn with_script(visit: Visit) -> Visit {
    Visit { frame: visit.frame.script(passkeys::SCRIPT), ..visit }
}

fn again(ground: &Puebla, visit: &Visit, filled: &Filled, underway: &Underway) -> Result<Response, Refusal> {
    let body = body(ground, visit, filled, underway)?;
    Ok(body.map_or_else(
        || see_other(SIGN_IN_PATH),
        |body| visit.refused_page("sign-in-passkey-title", body).into_response(),
    ))
}

/// Draws the page; none when no challenge is waiting any more.
fn body(ground: &Puebla, visit: &Visit, filled: &Filled, underway: &Underway) -> Result<Option<Markup>, StoreError> {
    let voice = &visit.voice;
    let asked = match &ground.settings.origin {
        None => notice(Tone::Late, html! { p { (voice.t("passkey-no-origin")) } }),
        Some(origin) => {
            let waiting = ground.base.read(|connection| passkeys::to_prove(connection, &underway.key, voice.now))?;
            let Some(options) = waiting else { return Ok(None) };
            let button = html! {
                p { (voice.t("sign-in-passkey-how")) }
                div .row { button type="submit" autofocus { (voice.t("sign-in-passkey-go")) } }
            };
            html! {
                (passkeys::sayings(voice, origin, true))
                div .card .narrow { (passkeys::form(origin, "/sign-in/passkey", &underway.csrf, &Asks::Proof(&options), button)) }
            }
        }
    };
    Ok(Some(html! {
        (error_summary(voice, filled))
        h1 { (voice.t("sign-in-passkey-title")) }
        (asked)
        p {
            @if underway.known.may_use_codes() {
                a href="/sign-in/code" { (voice.t("sign-in-passkey-code")) } " · "
            }
            a href=(SIGN_IN_PATH) { (voice.t("sign-in-start-again")) }
        }
        p .aside { (voice.t("sign-in-passkey-lost")) }
    }))
}
