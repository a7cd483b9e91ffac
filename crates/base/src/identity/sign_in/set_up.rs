//! The second step for whoever must have one-time codes and has none yet.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::attempts::{self, Account, Attempt};
use super::super::totp::{self, Secret};
use super::code::{self, Outcome};
use super::underway::{self, Underway};
use super::{SIGN_IN_PATH, Step, note, password};
use crate::access::Decision;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{error_summary, form, submit_row, text_input};
use crate::web::{Filled, PostedOpenly, Refusal, Visit, Voice, parts, see_other};

/// Shows the secret as a QR code and in letters.
pub(super) async fn page(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
) -> Result<Response, Refusal> {
    if let Some(elsewhere) = underway.elsewhere(Step::SetUp) {
        return Ok(elsewhere);
    }
    match shown(&ground, &underway)? {
        Some(secret) => {
            Ok(visit.page("codes-title", body(&ground, &visit, &Filled::new(), &underway, &secret)?).into_response())
        }
        None => Ok(see_other(SIGN_IN_PATH)),
    }
}

/// Takes the first code, which shows that the secret has arrived.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
    headers: HeaderMap,
    PostedOpenly(mut filled): PostedOpenly,
) -> Result<Response, Refusal> {
    underway.check(&filled)?;
    if let Some(elsewhere) = underway.elsewhere(Step::SetUp) {
        return Ok(elsewhere);
    }
    let Some(secret) = shown(&ground, &underway)? else { return Ok(see_other(SIGN_IN_PATH)) };
    let person = Some(underway.person());
    match take(&ground, &underway, filled.typed("code").to_owned()).await? {
        Outcome::Right => {
            note(&ground, person, Decision::Granted, "codes_set_up").await?;
            underway::go_on(&ground, underway, true, &headers).await
        }
        Outcome::Wrong { .. } => {
            note(&ground, person, Decision::Refused, "wrong_code").await?;
            filled.refuse("code", visit.voice.t("codes-first-wrong"));
            Ok(visit.refused_page("codes-title", body(&ground, &visit, &filled, &underway, &secret)?).into_response())
        }
        Outcome::Wait(seconds) => {
            note(&ground, person, Decision::Refused, "throttled").await?;
            filled.refuse("code", visit.voice.tn("sign-in-wait", &[("seconds", seconds.into())]));
            let page = visit.refused_page("codes-title", body(&ground, &visit, &filled, &underway, &secret)?);
            Ok(password::wait(page.into_response(), seconds))
        }
    }
}

fn shown(ground: &Puebla, underway: &Underway) -> Result<Option<Secret>, StoreError> {
    let (person, now) = (underway.person(), ground.clock.now());
    ground.base.read(|connection| totp::offered(connection, &ground.keys, &underway.key, person, now))
}

async fn take(ground: &Arc<Puebla>, underway: &Underway, typed: String) -> Result<Outcome, StoreError> {
    let (person, key, now) = (underway.person(), underway.key, ground.clock.now());
    let account = Account::of(&ground.keys, &underway.known.user_name);
    let held = Arc::clone(ground);
    let act = move |connection: &rusqlite::Connection| {
        if let Attempt::Wait(seconds) = attempts::count(connection, account, now)? {
            return Ok(Outcome::Wait(seconds));
        }
        if totp::confirm(connection, &held.keys, &key, person, &typed, now)? {
            attempts::take_back(connection, account)?;
            return Ok(Outcome::Right);
        }
        Ok(Outcome::Wrong { over: false })
    };
    ground.base.write(act).await
}

fn body(
    ground: &Puebla,
    visit: &Visit,
    filled: &Filled,
    underway: &Underway,
    secret: &Secret,
) -> Result<Markup, StoreError> {
    let voice = &visit.voice;
    Ok(html! {
        (error_summary(voice, filled))
        h1 { (voice.t("codes-title")) }
        p { (voice.t("codes-why")) }
        (steps(voice, ground, &underway.known.user_name, secret)?)
        div .card .narrow {
            (form("/sign-in/set-up", &underway.csrf, html! {
                (text_input(voice, filled, &code::field()))
                (submit_row(voice, "codes-confirm", None))
            }))
        }
    })
}

/// Draws what to do with a new secret: the application, the QR code, the letters.
pub(in super::super) fn steps(
    voice: &Voice,
    ground: &Puebla,
    user_name: &str,
    secret: &Secret,
) -> Result<Markup, StoreError> {
    let address = secret.address(&ground.identity.profile().code, user_name)?;
    Ok(html! {
        ol .steps {
            li { (voice.t("codes-step-app")) }
            li { (voice.t("codes-step-scan")) div .qr-frame { (totp::drawn(voice, &address)) } }
            li { (voice.t("codes-step-type")) p .mono .secret { (secret.grouped()) } }
            li { (voice.t("codes-step-confirm")) }
        }
        (parts::notice(parts::Tone::Quiet, html! { p { (voice.t("codes-once")) } }))
    })
}
