//! The act "ask the owner of an alert what else one must know", by the State whose officer has confirmed a match with it (G-22).
//!
//! Without such a match a State has nothing to ask. Where a claim for protection could be against the owner nothing goes to it (G-23).

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted};
use base::store::{Rests, StoreError};
use base::web::{InputFault, Posted, Refusal, Said, Visit};
use maud::Markup;

use super::entries::SupplementAsked;
use super::queries::{self, MayAsk};
use super::{NOTE_CHARS_MAX, SupplementKind, hours, thread};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::AskSupplement;
use crate::alerts::queries::desk;
use crate::alerts::typed::sentence;
use crate::alerts::{claims, closed, form, found};

/// Questions of one State about one alert that wait at once at most.
const OPEN_MAX: usize = 10;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Question {
    kind: SupplementKind,
    note: String,
}

impl Question {
    /// Reads what was typed or sent. Only what is in no list is said in words.
    ///
    /// Errors: the faults by their fields.
    pub(super) fn read(kind: &str, note: &str) -> Result<Self, Vec<InputFault>> {
        let fault = |field, key| vec![InputFault::field(field, "no-such-code", Said::plain(key))];
        let kind = SupplementKind::read(kind).ok_or_else(|| fault("kind", "alerts-supplement-fault-kind"))?;
        let note = match kind {
            SupplementKind::Other => sentence("note", note, NOTE_CHARS_MAX).map_err(|fault| vec![fault])?,
            _ if note.trim().is_empty() => String::new(),
            _ => return Err(fault("note", "alerts-supplement-fault-note")),
        };
        Ok(Question { kind, note })
    }
}

/// Asks it.
///
/// Errors: `Refused` where the State may not ask, asks the same already, or asks too much at once.
pub(super) fn ask(entries: &Entries<'_, AlertsEntry>, reference: &str, question: Question) -> Result<(), StoreError> {
    let (now, state) = (entries.now(), entries.stamp().state);
    let MayAsk { alert, category, met_at } =
        queries::may_ask(now, state, reference)?.ok_or(StoreError::Refused("alerts-supplement-refused-met"))?;
    found::may_speak(entries, category)?;
    if claims::hides(now, alert, state)? {
        return Err(StoreError::Refused("alerts-supplement-refused-claim"));
    }
    let threads = queries::threads(now, state, reference)?;
    let open: Vec<_> = threads.iter().filter(|thread| !thread.request.has_ended()).collect();
    let same = |kind| kind == question.kind && kind != SupplementKind::Other;
    if open.len() >= OPEN_MAX || open.iter().any(|thread| same(thread.request.kind)) {
        return Err(StoreError::Refused("alerts-supplement-refused-open"));
    }
    let Question { kind, note } = question;
    let bound = closed::bound(closed::ASKED, state, alert, met_at);
    entries.append(&AlertsEntry::SupplementAsked(SupplementAsked {
        alert,
        met_at,
        kind,
        hours: hours(category),
        note: Rests::close(&note, entries.sealer(), &bound)?,
    }))?;
    Ok(())
}

/// Answers what the policies must know of what a State may ask: it is a record of the State that asks.
pub(super) async fn to_ask<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    let state = permitted.caller().state;
    let about = |may: MayAsk| Resource { status: desk(may.category), ..Resource::of(state, may.alert.to_string()) };
    permitted.about(|now| Ok(queries::may_ask(now, state, reference)?.map(about))).await
}

/// Asks it on a page.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<AskSupplement>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    let resource = to_ask(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    match Question::read(filled.typed("kind"), filled.typed("note")) {
        Ok(question) => {
            let about = reference.clone();
            writer.append(move |entries| ask(entries, &about, question)).await?;
            Ok(Ok(Redirect::to(&format!("/alerts/{reference}/supplements?done=supplement-asked"))))
        }
        Err(faults) => {
            form::refuse(&visit.voice, &mut filled, &faults);
            let body = thread::refused(&visit, &filled, &thread::asking(&visit, &reference, &filled));
            Ok(Err(visit.refused_page("alerts-supplement-title", body)))
        }
    }
}
