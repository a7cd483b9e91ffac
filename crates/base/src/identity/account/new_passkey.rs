//! Making a passkey with a device, once whoever asks has proved again who they are.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::acts::PASSKEYS;
use super::super::notices::{self, What};
use super::super::passkeys::{self as device, Asks, Exchange};
use super::super::sign_in::name_field;
use super::super::{Caller, change_person};
use super::{insist, log, passkeys, refuse, with_script};
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{error_summary, submit_row, text_input};
use crate::web::{Filled, Posted, Refusal, SignedIn, Visit, see_other};

const PATH: &str = "/account/passkeys/new";

/// Shows the form until a device has answered.
pub(super) async fn page(SignedIn { caller, ground }: SignedIn, visit: Visit) -> Result<Response, Refusal> {
    let visit = with_script(visit);
    let Some(body) = body(&ground, &caller, &visit, &Filled::new())? else { return Ok(see_other(passkeys::PATH)) };
    Ok(visit.page("passkeys-new-title", body).into_response())
}

/// Takes what the device made and keeps it under a name.
pub(super) async fn submit(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let visit = with_script(visit);
    let Some(name) = device::name(filled.typed("name")).map(str::to_owned) else {
        filled.refuse("name", visit.voice.tn("passkeys-name-form", &[("most", device::NAME_MOST.into())]));
        let Some(body) = body(&ground, &caller, &visit, &filled)? else { return Ok(see_other(passkeys::PATH)) };
        return Ok(visit.refused_page("passkeys-new-title", body).into_response());
    };
    let (held, person, session, now) = (Arc::clone(&ground), caller.person, caller.session, visit.voice.now);
    let typed = filled.typed("passkey").to_owned();
    let made = ground.base.write(move |connection| {
        let Some(origin) = &held.settings.origin else { return Ok(Err(device::Fault::NoChallenge)) };
        Exchange { origin, sent_to: session.as_bytes(), person, now }.made(connection, &typed)
    });
    let passkey = match made.await? {
        Ok(passkey) => passkey,
        Err(fault) => {
            refuse(&ground, &caller, &PASSKEYS, fault.outcome()).await?;
            return Err(Refusal::conflict(fault.said("passkeys-not-made")));
        }
    };
    log(&ground, &caller, &PASSKEYS, "made").await?;
    let sessions = Arc::clone(ground.identity.sessions());
    let kept = change_person(&ground, person, move |connection| {
        insist(connection, session)?;
        device::keep(connection, person, &passkey, &name, now)?;
        notices::keep(connection, person, What::Passkeys, 1, now)?;
        Ok::<_, Refusal>(sessions.end_others(connection, person, session)?)
    });
    kept.await?;
    Ok(see_other(passkeys::PATH))
}

/// Draws the page; none when no challenge is waiting, because nobody has proved anything lately.
fn body(ground: &Puebla, caller: &Caller, visit: &Visit, filled: &Filled) -> Result<Option<Markup>, StoreError> {
    let voice = &visit.voice;
    let Some(origin) = &ground.settings.origin else { return Ok(None) };
    let waiting = |connection: &_| device::to_make(connection, caller.session.as_bytes(), voice.now);
    let Some(options) = ground.base.read(waiting)? else { return Ok(None) };
    let fields = html! {
        (text_input(voice, filled, &name_field()))
        (submit_row(voice, "passkeys-make", Some(html! { a href=(passkeys::PATH) { (voice.t("form-cancel")) } })))
    };
    Ok(Some(html! {
        (error_summary(voice, filled))
        h1 { (voice.t("passkeys-new-title")) }
        p { (voice.t("passkeys-new-how")) }
        (device::sayings(voice, origin, true))
        div .card .narrow { (device::form(origin, PATH, visit.csrf(), &Asks::New(&options), fields)) }
    }))
}
