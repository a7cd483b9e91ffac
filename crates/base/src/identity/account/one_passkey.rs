//! One of one's own passkeys: another name for it, or an end.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use uuid::Uuid;

use super::super::acts::PASSKEYS;
use super::super::notices::{self, What};
use super::super::passkeys::{self as device, Kept};
use super::super::sign_in::{name_field, waiting};
use super::super::{Caller, change_person};
use super::{Proof, insist, log, own, passkeys, proof_fields, proof_form, proof_sayings, prove, with_script};
use crate::ground::Puebla;
use crate::web::fields::{error_summary, form, submit_row, text_input};
use crate::web::{Filled, Posted, Refusal, SignedIn, Visit, see_other};

/// Shows the passkey with the forms that change it.
pub(super) async fn page(
    SignedIn { caller, ground }: SignedIn,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Refusal> {
    let visit = with_script(visit);
    let one = mine(&ground, &caller, &id)?;
    let filled = Filled::new().with("name", one.name.as_str());
    Ok(visit.page("passkeys-one-title", body(&ground, &caller, &visit, &filled, &one)?).into_response())
}

/// Gives it another name.
pub(super) async fn rename(
    SignedIn { caller, ground }: SignedIn,
    Path(id): Path<String>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let one = mine(&ground, &caller, &id)?;
    let Some(name) = device::name(filled.typed("name")).map(str::to_owned) else {
        filled.refuse("name", visit.voice.tn("passkeys-name-form", &[("most", device::NAME_MOST.into())]));
        let visit = with_script(visit);
        let body = body(&ground, &caller, &visit, &filled, &one)?;
        return Ok(visit.refused_page("passkeys-one-title", body).into_response());
    };
    log(&ground, &caller, &PASSKEYS, "renamed").await?;
    let (person, id) = (caller.person, one.id);
    ground.base.write(move |connection| device::rename(connection, person, id, &name)).await?;
    Ok(see_other(passkeys::PATH))
}

/// Takes it away, and ends the person's other sessions, which may rest on it.
pub(super) async fn remove(
    SignedIn { caller, ground }: SignedIn,
    Path(id): Path<String>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let visit = with_script(visit);
    let one = mine(&ground, &caller, &id)?;
    let again = |filled: Filled| -> Result<Response, Refusal> {
        let filled = if filled.typed("name").is_empty() { filled.with("name", one.name.as_str()) } else { filled };
        Ok(visit.refused_page("passkeys-one-title", body(&ground, &caller, &visit, &filled, &one)?).into_response())
    };
    match prove(&ground, &caller, &visit.voice, &mut filled, &PASSKEYS).await? {
        Proof::Right(_) => {}
        Proof::Wrong => return again(filled),
        Proof::Wait(seconds) => return Ok(waiting(again(filled)?, seconds)),
    }
    log(&ground, &caller, &PASSKEYS, "removed").await?;
    let (sessions, person, session, id, now) =
        (Arc::clone(ground.identity.sessions()), caller.person, caller.session, one.id, visit.voice.now);
    let removed = change_person(&ground, person, move |connection| {
        insist(connection, session)?;
        device::remove(connection, person, id)?;
        notices::keep(connection, person, What::Passkeys, 1, now)?;
        Ok::<_, Refusal>(sessions.end_others(connection, person, session)?)
    });
    removed.await?;
    Ok(see_other(passkeys::PATH))
}

/// Answers one of the caller's own; another person's is not there.
fn mine(ground: &Puebla, caller: &Caller, id: &str) -> Result<Kept, Refusal> {
    let id: Uuid = id.parse().map_err(|_| Refusal::NotFound)?;
    let kept = ground.base.read(|connection| device::list(connection, caller.person))?;
    kept.into_iter().find(|one| one.id == id).ok_or(Refusal::NotFound)
}

fn body(ground: &Puebla, caller: &Caller, visit: &Visit, filled: &Filled, one: &Kept) -> Result<Markup, Refusal> {
    let voice = &visit.voice;
    let known = own(ground, caller)?;
    let path = format!("{}/{}", passkeys::PATH, one.id);
    let removal = html! {
        (proof_fields(voice, filled, &known))
        div .row { button .grave type="submit" { (voice.t("passkeys-remove")) } }
    };
    Ok(html! {
        (error_summary(voice, filled))
        p { a href=(passkeys::PATH) { (voice.t("passkeys-back")) } }
        h1 { (one.name) }
        div .card .narrow {
            (form(&format!("{path}/rename"), visit.csrf(), html! {
                (text_input(voice, filled, &name_field()))
                (submit_row(voice, "passkeys-rename", None))
            }))
        }
        (proof_sayings(ground, visit, &known))
        div .card .narrow {
            h2 { (voice.t("passkeys-remove")) }
            p { (voice.t("passkeys-remove-follows")) }
            (proof_form(ground, visit, &known, &format!("{path}/remove"), removal))
        }
    })
}
