//! The act "open what is sealed", of a match that two people have corroborated: what is asked for, whose it is, and nothing more.
//!
//! Why somebody is looked for stays with those who work on alerts. Of a child an officer is told that a child is to be protected,
//! and how; what the case is, child protection alone reads (G-19).

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::parts;
use base::web::verdict::{self, Band};
use base::web::{Posted, Refusal, Visit};
use maud::html;
use uuid::Uuid;

use super::super::coded::{Action, Offence, Stance};
use super::super::permits::OpenMatch;
use super::super::queries::{self, Shown};
use super::super::{found, today};
use super::kept::{Pending, Waiting};
use super::pages;
use super::second::own;

/// Opens it on a page.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<OpenMatch>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let (reader, handle, pending, shown) = opened(permitted, filled.typed("match")).await?;
    drawn(&reader, &visit, (handle, &pending), &shown)
}

/// Opens it for page and program: with what this answers the sealed action may be read, and nothing else.
///
/// Errors: `Conflict` where nobody has corroborated it, or the alert ended, was switched off or is shadowed meanwhile.
pub(super) async fn opened(
    permitted: Permitted<OpenMatch>,
    handle: &str,
) -> Result<(Reader<OpenMatch>, Uuid, Pending, Shown), Refusal> {
    let (permitted, handle, pending) = own(permitted, handle).await?;
    let reader = permitted.open(Resource::room_about(pending.alert.to_string())).await?;
    if pending.seconded.is_none() {
        return Err(Refusal::conflict("alerts-match-refused-alone"));
    }
    let (state, now) = (reader.caller().state, reader.now());
    let shown = reader.ask(|connection| queries::shown(connection, pending.alert, state, today(now)))?;
    let shown = shown.ok_or(Refusal::conflict("alerts-match-refused-gone"))?;
    reader.ground().kept::<Waiting>().change(handle, now, |pending| pending.opened = true);
    Ok((reader, handle, pending, shown))
}

/// What is asked for, as a page and a program are told it.
pub(super) struct AskedFor {
    /// What to do; nothing of a child, whose case child protection alone reads (G-19).
    pub action: Option<Action>,
    /// Of what somebody is accused.
    pub offence: Option<Offence>,
}

/// Answers what is asked for; where the person has asked for protection, to protect them, and of what nobody accuses them (G-23).
pub(super) fn asked_for(reader: &Reader<OpenMatch>, alert: Uuid, shown: &Shown) -> Result<AskedFor, Refusal> {
    if shown.category.of_child() && !shown.claimed {
        return Ok(AskedFor { action: None, offence: None });
    }
    let sealed = found::sealed_of(reader, alert, shown.version)?;
    let action = shown.instead.unwrap_or(sealed.action);
    // Whose State does not act on it as it asks need not know of what somebody is accused.
    Ok(AskedFor { action: Some(action), offence: sealed.offence.filter(|_| shown.instead.is_none()) })
}

fn drawn(
    reader: &Reader<OpenMatch>,
    visit: &Visit,
    (handle, pending): (Uuid, &Pending),
    shown: &Shown,
) -> Result<Response, Refusal> {
    let (voice, identity) = (&visit.voice, &reader.ground().identity);
    if shown.claimed {
        return Ok(shielded(visit, (handle, pending), shown));
    }
    let mut facts = Vec::new();
    let child = shown.category.of_child();
    let AskedFor { action, offence } = asked_for(reader, pending.alert, shown)?;
    if let Some(action) = action {
        facts.push((voice.t("alerts-action"), html! { strong { (voice.t(action.key())) } }));
    }
    if let Some(offence) = offence {
        facts.push((voice.t("alerts-offence"), html! { (voice.t(offence.key())) }));
    }
    facts.push((voice.t("alerts-owner"), html! { (identity.party_name(shown.owner, voice.language)) }));
    let contact = identity.contact(shown.owner);
    facts.push((voice.t("alerts-contact"), html! { @if contact.is_empty() { "–" } @else { (contact) } }));
    facts.push((voice.t("alerts-reference"), html! { span .mono { (shown.reference) } }));
    let facts: Vec<(&str, maud::Markup)> = facts.iter().map(|(name, value)| (&**name, value.clone())).collect();
    let protective = shown.category.stance() == Stance::Protective;
    let band = if protective { Band::Protect } else { Band::Report };
    let (heading, about) = match (child, protective) {
        (true, _) => ("alerts-match-child", "alerts-match-child-about"),
        (false, true) => ("alerts-match-protect", "alerts-match-protect-about"),
        (false, false) => ("alerts-match-opened", "alerts-match-opened-about"),
    };
    let body = html! {
        (verdict::answer(band, &voice.t(heading), html! { (voice.t(about)) }))
        (parts::card("opened", &voice.t("alerts-match-asked-for"), parts::facts(&facts)))
        (parts::card("outcome", &voice.t("alerts-met-title"), pages::answers(visit, handle, true, pending.document.is_some())))
    };
    Ok(visit.page(heading, body).into_response())
}

/// Draws what is done when the person has asked for protection: nothing that the alert asks for, and nobody else is told (G-23).
fn shielded(visit: &Visit, (handle, pending): (Uuid, &Pending), shown: &Shown) -> Response {
    let voice = &visit.voice;
    let (action, reference) = (voice.t("alerts-action"), voice.t("alerts-reference"));
    let child = shown.category.of_child();
    let body = html! {
        (verdict::answer(Band::Protect, &voice.t("alerts-claim-heard"), html! { (voice.t("alerts-claim-heard-about")) }))
        (parts::card("opened", &voice.t("alerts-match-asked-for"), html! {
            @if child { p { strong { (voice.t("alerts-match-child-about")) } } }
            (parts::facts(&[
                (&*action, html! { strong { (voice.t(Action::Protect.key())) } }),
                (&*reference, html! { span .mono { (shown.reference) } }),
            ]))
        }))
        (parts::card("outcome", &voice.t("alerts-met-title"), pages::answers(visit, handle, true, pending.document.is_some())))
    };
    visit.page("alerts-claim-heard", body).into_response()
}
