//! The act "open what is sealed", of a match that two people have corroborated: what is asked for, whose it is, and nothing more.
//!
//! Why somebody is looked for stays with those who work on alerts. Of a child an officer is told that a child is to be protected,
//! and how; what the case is, child protection alone reads (G-19).

use std::borrow::Cow;

use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::ids::StateCode;
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::verdict::{self, Band};
use base::web::{Posted, Refusal, Visit, Voice, fields};
use jiff::civil::Date;
use maud::{Markup, html};
use rusqlite::Connection;
use uuid::Uuid;

use super::super::coded::{Action, Offence, Stance};
use super::super::consultations::rank;
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
    drawn(&opened(permitted, filled.typed("match")).await?, &visit)
}

/// What was opened: with this the sealed action may be read, and nothing else.
pub(super) struct Opened {
    /// The look.
    pub reader: Reader<OpenMatch>,
    /// The match: the one that was named, or one of the same traveller that comes first.
    pub handle: Uuid,
    /// What waits.
    pub pending: Pending,
    /// Its alert.
    pub shown: Shown,
    /// Other corroborated matches of the same traveller, those that come first first (G-11).
    pub also: Vec<Also>,
}

/// Another corroborated match of the same comparison.
pub(super) struct Also {
    /// The match.
    pub handle: Uuid,
    /// Whether it was opened.
    pub opened: bool,
    /// Whether what it asks for comes before what was opened now.
    pub before: bool,
}

/// Opens it for page and program; where another match of the same traveller was corroborated too, comes first in rank and is closed
/// yet, that one in its place (G-11).
///
/// Errors: `Conflict` where nobody has corroborated it, or the alert ended, was switched off or is shadowed meanwhile.
pub(super) async fn opened(permitted: Permitted<OpenMatch>, handle: &str) -> Result<Opened, Refusal> {
    let (permitted, named, pending) = own(permitted, handle).await?;
    if pending.seconded.is_none() {
        permitted.open(Resource::room_about(pending.alert.to_string())).await?;
        return Err(Refusal::conflict("alerts-match-refused-alone"));
    }
    let together = together(&permitted, &pending);
    let (state, now) = (permitted.caller().state, permitted.ground().clock.now());
    let mut first = pending.alert;
    let about = |connection: &Connection| {
        let ranked = ranked(connection, &together, state, today(now))?;
        if let Some(own) = ranked.iter().position(|one| one.handle == named) {
            let comes_first = |one: &&Ranked<'_>| one.rank < ranked[own].rank && !one.pending.opened;
            first = ranked.iter().find(comes_first).map_or(pending.alert, |one| one.pending.alert);
        }
        Ok(Some(Resource::room_about(first.to_string())))
    };
    let resource = permitted.about(about).await?;
    let reader = permitted.open(resource).await?;
    let ranked = reader.ask(|connection| ranked(connection, &together, state, today(now)))?;
    let at = ranked.iter().position(|one| one.pending.alert == first);
    let at = at.ok_or(Refusal::conflict("alerts-match-refused-gone"))?;
    let also =
        |one: &Ranked<'_>| Also { handle: one.handle, opened: one.pending.opened, before: one.rank < ranked[at].rank };
    let also = ranked.iter().enumerate().filter(|(place, _)| *place != at).map(|(_, one)| also(one)).collect();
    let Ranked { handle, pending, shown, .. } = &ranked[at];
    reader.ground().kept::<Waiting>().change(*handle, now, |pending| pending.opened = true);
    Ok(Opened { handle: *handle, pending: (*pending).clone(), shown: shown.clone(), also, reader })
}

/// A corroborated match with its alert as it may be shown, and how early it comes.
struct Ranked<'t> {
    rank: u8,
    handle: Uuid,
    pending: &'t Pending,
    shown: Shown,
}

/// Answers the corroborated matches of the comparison that found one, itself among them.
fn together(permitted: &Permitted<OpenMatch>, found: &Pending) -> Vec<(Uuid, Pending)> {
    let ground = permitted.ground();
    let mut all = ground.kept::<Waiting>().of_state(found.state, ground.clock.now());
    all.retain(|(_, one)| one.officer == found.officer && one.comparison == found.comparison && one.seconded.is_some());
    all
}

/// Answers those that may be shown, the first in rank first.
fn ranked<'t>(
    connection: &Connection,
    together: &'t [(Uuid, Pending)],
    reader: StateCode,
    today: Date,
) -> Result<Vec<Ranked<'t>>, StoreError> {
    let mut all = Vec::new();
    for (handle, pending) in together {
        if let Some(shown) = queries::shown(connection, pending.alert, reader, today)? {
            all.push(Ranked { rank: rank(shown.category), handle: *handle, pending, shown });
        }
    }
    all.sort_by_key(|one| one.rank);
    Ok(all)
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

/// Answers what is asked for; where the person has asked for protection, to protect them, and nothing else of the alert (G-23).
pub(super) fn asked_for<P: ReadsSealed>(reader: &Reader<P>, alert: Uuid, shown: &Shown) -> Result<AskedFor, Refusal> {
    if shown.claimed {
        return Ok(AskedFor { action: Some(Action::Protect), offence: None, traits: None });
    }
    if shown.category.of_child() {
        return Ok(AskedFor { action: None, offence: None, traits: None });
    }
    let sealed = found::sealed_of(reader, alert, shown.version)?;
    let action = shown.instead.unwrap_or(sealed.action);
    // Whose State does not act on it as it asks need not know of what somebody is accused.
    let offence = sealed.offence.filter(|_| shown.instead.is_none());
    Ok(AskedFor { action: Some(action), offence, traits: sealed.traits })
}

fn drawn(opened: &Opened, visit: &Visit) -> Result<Response, Refusal> {
    let Opened { reader, handle, pending, shown, also } = opened;
    let voice = &visit.voice;
    if shown.claimed {
        return Ok(shielded(opened, visit));
    }
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
        @if also.iter().any(|one| one.before) { (parts::notice(Tone::Late, html! { p { (voice.t("alerts-match-after")) } })) }
        (shown::notice(voice, handling.as_ref()))
        (parts::card("opened", &voice.t("alerts-match-asked-for"), parts::facts(&facts)))
        @if !also.is_empty() { (parts::card("also", &voice.t("alerts-match-also"), others(visit, also))) }
        (parts::card("outcome", &voice.t("alerts-met-title"), pages::answers(visit, *handle, true, pending.document.is_some())))
        (parts::card("hand-on", &voice.t("alerts-hand-on-title"), pages::hand_on(visit, *handle)))
    };
    Ok(visit.page(heading, body).into_response())
}

/// Draws what is done when the person has asked for protection: nothing that the alert asks for, and nobody else is told (G-23).
fn shielded(opened: &Opened, visit: &Visit) -> Response {
    let Opened { handle, pending, shown, also, .. } = opened;
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
        @if !also.is_empty() { (parts::card("also", &voice.t("alerts-match-also"), others(visit, also))) }
        (parts::card("outcome", &voice.t("alerts-met-title"), pages::answers(visit, *handle, true, pending.document.is_some())))
    };
    visit.page("alerts-claim-heard", body).into_response()
}

/// Draws the other corroborated matches of the same traveller, in their order.
fn others(visit: &Visit, also: &[Also]) -> Markup {
    let voice = &visit.voice;
    html! {
        p { (voice.t("alerts-match-also-about")) }
        @for one in also {
            (fields::form("/alerts/matches/open", visit.csrf(), html! {
                (fields::hidden("match", &one.handle.to_string()))
                p {
                    (voice.t(if one.before { "alerts-match-comes-before" } else { "alerts-match-comes-after" })) " "
                    button .plain type="submit" { (voice.t(if one.opened { "alerts-match-open-again" } else { "alerts-match-open" })) }
                }
            }))
        }
    }
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
