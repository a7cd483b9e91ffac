//! The act "open what is sealed", of a match that two people have corroborated: what is asked for, whose it is, and nothing more.
//!
//! Why somebody is looked for stays with those who work on alerts. Of a child an officer is told that a child is to be protected,
//! and how; what the case is, child protection alone reads (G-19).

use std::borrow::Cow;

use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::parts;
use base::web::verdict::{self, Band};
use base::web::{Posted, Refusal, Visit, Voice};
use maud::{Markup, html};
use uuid::Uuid;

use super::super::coded::{Action, Offence, Stance};
use super::super::found::ReadsSealed;
use super::super::handling::shown;
use super::super::permits::OpenMatch;
use super::super::queries::{self, Shown};
use super::super::traits::Traits;
use super::super::{found, pages as alert_pages, today};
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
    /// By what an officer can tell that it is the person (G-09).
    pub traits: Option<Traits>,
}

/// Answers what is asked for.
pub(super) fn asked_for<P: ReadsSealed>(reader: &Reader<P>, alert: Uuid, shown: &Shown) -> Result<AskedFor, Refusal> {
    if shown.category.of_child() {
        return Ok(AskedFor { action: None, offence: None, traits: None });
    }
    let sealed = found::sealed_of(reader, alert, shown.version)?;
    let action = shown.instead.unwrap_or(sealed.action);
    // Whose State does not act on it as it asks need not know of what somebody is accused.
    let offence = sealed.offence.filter(|_| shown.instead.is_none());
    Ok(AskedFor { action: Some(action), offence, traits: sealed.traits })
}

fn drawn(
    reader: &Reader<OpenMatch>,
    visit: &Visit,
    (handle, pending): (Uuid, &Pending),
    shown: &Shown,
) -> Result<Response, Refusal> {
    let voice = &visit.voice;
    let child = shown.category.of_child();
    let asked = asked_for(reader, pending.alert, shown)?;
    let handling = shown::read(reader, pending.alert, shown.version)?;
    let facts = facts(reader, voice, &asked, shown);
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
        (shown::notice(voice, handling.as_ref()))
        (parts::card("opened", &voice.t("alerts-match-asked-for"), parts::facts(&facts)))
        (parts::card("outcome", &voice.t("alerts-met-title"), pages::answers(visit, handle, true, pending.document.is_some())))
        (parts::card("hand-on", &voice.t("alerts-hand-on-title"), pages::hand_on(visit, handle)))
    };
    Ok(visit.page(heading, body).into_response())
}

/// Writes what is asked for, whose alert it is and whom to call, each beside its name.
pub(super) fn facts<'v, P: Permit>(
    reader: &Reader<P>,
    voice: &'v Voice,
    asked: &AskedFor,
    shown: &Shown,
) -> Vec<(Cow<'v, str>, Markup)> {
    let identity = &reader.ground().identity;
    let mut facts = Vec::new();
    if let Some(action) = asked.action {
        facts.push((voice.t("alerts-action"), html! { strong { (voice.t(action.key())) } }));
    }
    if let Some(offence) = asked.offence {
        facts.push((voice.t("alerts-offence"), html! { (voice.t(offence.key())) }));
    }
    if let Some(traits) = &asked.traits {
        facts.push((voice.t("alerts-traits-card"), alert_pages::traits(voice, traits)));
    }
    facts.push((voice.t("alerts-owner"), html! { (identity.party_name(shown.owner, voice.language)) }));
    let contact = identity.contact(shown.owner);
    facts.push((voice.t("alerts-contact"), html! { @if contact.is_empty() { "–" } @else { (contact) } }));
    facts.push((voice.t("alerts-reference"), html! { span .mono { (shown.reference) } }));
    facts
}
