//! The act "say what was found": the oversight of the officer's State and that of the alert's, each once.

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted};
use base::store::{Rests, StoreError};
use base::web::{InputFault, Posted, Refusal, Said, Visit, see_other};

use super::entries::GlassAnswered;
use super::queries;
use super::{GlassFinding, LIST, list, words};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::AnswerBreaking;
use crate::alerts::{closed, form};

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    finding: GlassFinding,
    note: String,
}

/// Reads it.
///
/// Errors: every fault there is.
pub(super) fn read(finding: &str, note: &str) -> Result<Found, Vec<InputFault>> {
    let finding = GlassFinding::read(finding)
        .ok_or_else(|| InputFault::field("finding", "no-such-code", Said::plain("alerts-glass-fault-finding")));
    match (finding, words("note", note, "alerts-glass-fault-note")) {
        (Ok(finding), Ok(note)) => Ok(Found { finding, note }),
        (finding, note) => Err(finding.err().into_iter().chain(note.err()).collect()),
    }
}

/// Puts it on record for the speaking State.
///
/// Errors: `Refused` where it concerns neither of its officers nor its alerts, to whoever broke it, and where it was said already.
fn answer(entries: &Entries<'_, AlertsEntry>, broken_at: u64, found: Found) -> Result<(), StoreError> {
    let stamp = entries.stamp();
    let breaking = queries::one(entries.now(), stamp.state, broken_at)?;
    let breaking = breaking.ok_or(StoreError::Refused("alerts-glass-refused-none"))?;
    if breaking.person == stamp.person {
        return Err(StoreError::Refused("alerts-refused-own-words"));
    }
    if breaking.answer_of(stamp.state).is_some() {
        return Err(StoreError::Refused("alerts-glass-refused-answered"));
    }
    let Found { finding, note } = found;
    let bound = closed::bound(closed::FOUND, stamp.state, breaking.alert, broken_at);
    let note = Rests::close(&note, entries.sealer(), &bound)?;
    entries.append(&AlertsEntry::GlassAnswered(GlassAnswered { alert: breaking.alert, broken_at, finding, note }))?;
    Ok(())
}

/// Answers what the policies must know: what is asked of a State's oversight is a record of that State.
async fn about(permitted: &Permitted<AnswerBreaking>, broken_at: u64) -> Result<Resource, Refusal> {
    let state = permitted.caller().state;
    permitted
        .about(|connection| {
            let found = queries::one(connection, state, broken_at)?;
            Ok(found.map(|breaking| Resource::of(state, breaking.alert.to_string())))
        })
        .await
}

/// Takes it for page and program.
///
/// Errors: `NotFound` of a breaking that concerns the caller's State in nothing; `Invalid`, then `Conflict` as [`answer`] says.
pub(super) async fn answered(
    permitted: Permitted<AnswerBreaking>,
    broken_at: u64,
    found: Result<Found, Vec<InputFault>>,
) -> Result<(), Refusal> {
    let resource = about(&permitted, broken_at).await?;
    let writer = permitted.open_to_write(resource).await?;
    let found = found.map_err(Refusal::Invalid)?;
    writer.append(move |entries| answer(entries, broken_at, found)).await?;
    Ok(())
}

/// Takes it from the form.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<AnswerBreaking>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let broken_at = filled.typed("breaking").parse().unwrap_or(u64::MAX);
    match answered(permitted, broken_at, read(filled.typed("finding"), filled.typed("note"))).await {
        Ok(()) => Ok(see_other(&format!("{LIST}?done=glass-answered"))),
        Err(Refusal::Invalid(faults)) => {
            form::refuse(&visit.voice, &mut filled, &faults);
            Ok(visit
                .refused_page("alerts-breakings-title", list::asked_again(&visit, broken_at, &filled))
                .into_response())
        }
        Err(other) => Err(other),
    }
}
