//! One's own passkeys: which there are, and the proof that comes before another.

use std::sync::Arc;

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::Caller;
use super::super::acts::PASSKEYS;
use super::super::passkeys::{self as device, Exchange, Kept};
use super::super::sign_in::waiting;
use super::{ACCOUNT_PATH, Proof, insist, log, own, proof_fields, proof_form, proof_sayings, prove, with_script};
use crate::ground::Puebla;
use crate::web::fields::{error_summary, submit_row};
use crate::web::parts::{Tone, notice};
use crate::web::tables::{Column, Table, table};
use crate::web::{Filled, Posted, Refusal, SignedIn, Visit, see_other};

/// Where they are.
pub(super) const PATH: &str = "/account/passkeys";

/// Shows one's passkeys and the form that comes before another.
pub(super) async fn page(SignedIn { caller, ground }: SignedIn, visit: Visit) -> Result<Response, Refusal> {
    let visit = with_script(visit);
    Ok(visit.page("passkeys-title", body(&ground, &caller, &visit, &Filled::new())?).into_response())
}

/// Takes the proof and draws a challenge with which a device makes the passkey.
pub(super) async fn submit(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let visit = with_script(visit);
    let again = |filled: &Filled| -> Result<Response, Refusal> {
        Ok(visit.refused_page("passkeys-title", body(&ground, &caller, &visit, filled)?).into_response())
    };
    let known = own(&ground, &caller)?;
    if known.passkeys >= device::MOST {
        return Err(Refusal::conflict("passkeys-too-many"));
    }
    if ground.settings.origin.is_none() {
        filled.refuse_form(visit.voice.t("passkey-no-origin"));
        return again(&filled);
    }
    match prove(&ground, &caller, &visit.voice, &mut filled, &PASSKEYS).await? {
        Proof::Right(_) => {}
        Proof::Wrong => return again(&filled),
        Proof::Wait(seconds) => return Ok(waiting(again(&filled)?, seconds)),
    }
    log(&ground, &caller, &PASSKEYS, "asked").await?;
    let (held, person, session, now) = (Arc::clone(&ground), caller.person, caller.session, visit.voice.now);
    ground
        .base
        .write(move |connection| {
            insist(connection, session)?;
            let origin = held.settings.origin.as_ref().ok_or(Refusal::NotFound)?;
            Exchange { origin, sent_to: session.as_bytes(), person, now }.ask_new(connection)?;
            Ok::<_, Refusal>(())
        })
        .await?;
    Ok(see_other("/account/passkeys/new"))
}

/// Draws a challenge that one of one's passkeys must answer in this session, as JSON for the script.
pub(super) async fn challenge(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    _: Posted,
) -> Result<Response, Refusal> {
    let (held, person, session, now) = (Arc::clone(&ground), caller.person, caller.session, visit.voice.now);
    let drawn = ground.base.write(move |connection| {
        let Some(origin) = &held.settings.origin else { return Ok(None) };
        Exchange { origin, sent_to: session.as_bytes(), person, now }.ask_proof(connection)
    });
    let options = drawn.await?.ok_or(Refusal::NotFound)?;
    Ok(([(CONTENT_TYPE, "application/json")], options).into_response())
}

fn body(ground: &Puebla, caller: &Caller, visit: &Visit, filled: &Filled) -> Result<Markup, Refusal> {
    let voice = &visit.voice;
    let known = own(ground, caller)?;
    let kept = ground.base.read(|connection| device::list(connection, caller.person))?;
    let fields = html! {
        (proof_fields(voice, filled, &known))
        (submit_row(voice, "passkeys-go-on", Some(html! { a href=(ACCOUNT_PATH) { (voice.t("form-cancel")) } })))
    };
    Ok(html! {
        (error_summary(voice, filled))
        h1 { (voice.t("passkeys-title")) }
        p { (voice.t("passkeys-what")) }
        section .card { (list(visit, &kept)) }
        @if ground.settings.origin.is_none() {
            (notice(Tone::Soon, html! { p { (voice.t("passkey-no-origin")) } }))
        } @else if kept.len() < device::MOST {
            (proof_sayings(ground, visit, &known))
            div .card .narrow {
                h2 { (voice.t("passkeys-new-title")) }
                (proof_form(ground, visit, &known, PATH, fields))
            }
        }
    })
}

fn list(visit: &Visit, kept: &[Kept]) -> Markup {
    let voice = &visit.voice;
    let rows = kept.iter().map(|one| {
        vec![
            html! { a href={ (PATH) "/" (one.id) } { (one.name) } },
            html! { (voice.instant(one.made_at)) },
            html! { @match one.used_at { Some(at) => { (voice.ago(at)) } None => { (voice.t("passkeys-unused")) } } },
        ]
    });
    let columns = ["passkeys-name", "passkeys-made", "passkeys-used"];
    table(
        voice,
        &Table {
            id: "passkeys",
            caption: voice.t("passkeys-list").into_owned(),
            columns: columns.into_iter().map(|key| Column::text(voice.t(key))).collect(),
            rows: rows.collect(),
            empty: "passkeys-none",
        },
    )
}
