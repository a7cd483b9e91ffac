//! The act "say what came of a possible match": one tap where it is not the person, with an officer behind every word (G-20, G-21).
//!
//! Its State hears of it on its alert at once. Nothing of the traveller is put on record, but where they ask for it: a clearance,
//! which is a keyed hash of their document and spares it this one alert for a year.

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted};
use base::ground::Puebla;
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::{Posted, Refusal, Visit};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::html;
use uuid::Uuid;

use super::super::entries::{AlertsEntry, Cleared, Met};
use super::super::permits::AnswerMatch;
use super::super::{queries, switch, today};
use super::kept::{Pending, Waiting};
use super::pages::own_field;
use super::second::own;
use crate::closed::closed_list;
use crate::document::DocumentRef;

/// Days for which a clearance spares a document.
pub const CLEARED_DAYS: i32 = 365;

closed_list! {
    /// What came of a possible match. It lets nobody pass and keeps nobody out: an officer does, by their own law.
    MatchOutcome {
        /// Somebody else.
        NotThePerson = 0, "not_the_person", "alerts-met-not-the-person";
        /// The person.
        Confirmed = 1, "confirmed", "alerts-met-confirmed";
        /// It could not be decided.
        Inconclusive = 2, "inconclusive", "alerts-met-inconclusive";
    }
}

/// A clearance to be given.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clearance {
    /// Keyed hash of the document.
    pub document: [u8; 16],
    /// Day from which it spares it no longer.
    pub until: Date,
}

/// Puts on record what came of a possible match.
///
/// Errors: `Refused` where the alert is gone, or a State concerned takes part no longer.
pub(super) fn record(
    entries: &Entries<'_, AlertsEntry>,
    id: Uuid,
    outcome: MatchOutcome,
    clearance: Option<Clearance>,
) -> Result<(), StoreError> {
    let (day, state) = (today(entries.stamp().at), entries.stamp().state);
    let alert = queries::by_id(entries.now(), id)?.ok_or(StoreError::Refused("alerts-match-refused-gone"))?;
    let on = |state| switch::is_on(entries.now(), state, alert.category);
    if alert.life.destroyed_on() <= day || !on(alert.owner)? || !on(state)? {
        return Err(StoreError::Refused("alerts-match-refused-gone"));
    }
    entries.append(&AlertsEntry::Met(Met { alert: id, outcome }))?;
    if let Some(Clearance { document, until }) = clearance {
        entries.append(&AlertsEntry::Cleared(Cleared { alert: id, document, until }))?;
    }
    Ok(())
}

/// Answers the keyed hashes under which a document's clearance may rest, the key in force first.
///
/// Its label keeps it from being the hash by which a register of documents, or the access log, knows the same document.
pub(super) fn hashes(ground: &Puebla, document: &DocumentRef) -> Vec<[u8; 16]> {
    let mut canonical = b"cleared|".to_vec();
    canonical.extend(document.canonical());
    ground.keys.number_hashes(&canonical).collect()
}

/// Takes an officer's answer for page and program; answers what it was, and whether their document is cleared.
///
/// Errors: `Conflict` where no such match waits for the caller, the answer is none, or it says who it is before two people did.
pub(super) async fn answered(
    permitted: Permitted<AnswerMatch>,
    handle: &str,
    outcome: &str,
    consents: bool,
) -> Result<(MatchOutcome, bool), Refusal> {
    let (waiting, now) = (permitted.ground().kept::<Waiting>(), permitted.ground().clock.now());
    let (permitted, handle, pending) = own(permitted, handle).await?;
    let about = Resource::room_about(pending.alert.to_string());
    let writer = permitted.open_to_write(about).await?;
    let outcome = MatchOutcome::read(outcome).ok_or(Refusal::conflict("alerts-match-refused-outcome"))?;
    if outcome == MatchOutcome::Confirmed && !pending.opened {
        return Err(Refusal::conflict("alerts-match-refused-unopened"));
    }
    // Of two answers to one match the first counts.
    waiting.take(handle, now).ok_or(Refusal::conflict("alerts-match-refused-over"))?;
    let asked_for = outcome == MatchOutcome::NotThePerson && consents;
    let clearance = pending.document.as_ref().filter(|_| asked_for).and_then(|document| {
        let document = hashes(writer.reader().ground(), document).first().copied()?;
        Some(Clearance { document, until: today(now).saturating_add(CLEARED_DAYS.days()) })
    });
    let (alert, cleared) = (pending.alert, clearance.is_some());
    let done = writer.append(move |entries| record(entries, alert, outcome, clearance)).await;
    if let Err(error) = done {
        put_back(&waiting, handle, pending);
        return Err(error.into());
    }
    Ok((outcome, cleared))
}

/// Takes an officer's answer on a page.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<AnswerMatch>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let handle = filled.typed("match");
    let field = handle.parse().map(|handle| own_field("consent", handle)).unwrap_or_default();
    let (outcome, cleared) =
        answered(permitted, handle, filled.typed("outcome"), filled.typed(&field) == "yes").await?;
    let voice = &visit.voice;
    let next = match outcome {
        MatchOutcome::NotThePerson => "alerts-met-next-not",
        MatchOutcome::Confirmed => "alerts-met-next-confirmed",
        MatchOutcome::Inconclusive => "alerts-met-next-inconclusive",
    };
    let body = html! {
        h1 { (voice.t("alerts-met-thanks")) }
        (parts::card("outcome", &voice.t(outcome.key()), html! {
            p { (voice.t(next)) }
            @if cleared { (parts::notice(Tone::Done, html! { p { (voice.t("alerts-met-cleared")) } })) }
        }))
        div .row { a .button href="/check" { (voice.t("checks-next-traveller")) } }
    };
    Ok(visit.page("alerts-met-thanks", body).into_response())
}

/// What could not be put on record waits as before.
fn put_back(waiting: &Waiting, handle: Uuid, pending: Pending) {
    waiting.keep(handle, pending);
}
