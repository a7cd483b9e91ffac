//! The act "keep what clears the holder": one person of the alert's State writes it down, on the holder's written request.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::{Rests, StoreError};
use base::web::{Posted, Refusal, Visit};
use maud::Markup;
use uuid::Uuid;

use super::entries::MisusedEntered;
use super::typed::{Holding, MisusedSent};
use super::{KEPT_MAX, hashes, list, queries};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::permits::EnterMisused;
use crate::alerts::{closed, form, found, today};

/// Writes down what clears a holder beside an alert of the speaking State. Nobody is cleared before a second person confirms it.
///
/// Errors: `Refused` where the alert is another's, another desk's or has ended, keeps this document already, or enough of them.
pub(in crate::alerts) fn enter(
    entries: &Entries<'_, AlertsEntry>,
    id: Uuid,
    holding: Holding,
    document: [u8; 16],
) -> Result<(), StoreError> {
    found::beside(entries, id)?;
    let kept = queries::of_alert(entries.now(), id)?;
    if kept.iter().any(|one| one.document == document) {
        return Err(StoreError::Refused("alerts-misused-refused-already"));
    }
    if kept.len() >= KEPT_MAX {
        return Err(StoreError::Refused("alerts-misused-refused-many"));
    }
    let (state, holder) = (entries.stamp().state, closed::of_document(&document));
    let close = |field, words| Rests::close(words, entries.sealer(), &closed::bound(field, state, id, holder));
    entries.append(&AlertsEntry::MisusedEntered(MisusedEntered {
        alert: id,
        issuer: holding.document.issuer,
        kind: holding.document.kind,
        document,
        born_at: close(closed::BORN_AT, &holding.born_at)?,
        consented_on: holding.consented_on,
        kept_at: close(closed::KEPT_AT, &holding.kept_at)?,
        taken_by: close(closed::TAKEN_BY, &holding.taken_by)?,
    }))?;
    Ok(())
}

/// Takes it for page and program.
///
/// Errors: `Invalid` with every fault; `Conflict` as [`enter`] says.
pub(super) async fn entered(
    permitted: Permitted<EnterMisused>,
    reference: &str,
    sent: &MisusedSent,
) -> Result<(), Refusal> {
    let resource = found::own(&permitted, reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let id = found::alert(writer.reader(), reference)?.id;
    let holding = sent.read(today(writer.reader().now())).map_err(Refusal::Invalid)?;
    let document = hashes(writer.reader().ground(), &holding.document);
    let document = document.first().copied().ok_or(Refusal::conflict("alerts-refused-ended"))?;
    writer.append(move |entries| enter(entries, id, holding, document)).await?;
    Ok(())
}

/// Takes it from the form.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<EnterMisused>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Result<Redirect, (StatusCode, Markup)>, Refusal> {
    match entered(permitted, &reference, &MisusedSent::of_form(&filled)).await {
        Ok(()) => Ok(Ok(Redirect::to(&format!("/alerts/{reference}/misused?done=misused-entered")))),
        Err(Refusal::Invalid(faults)) => {
            form::refuse(&visit.voice, &mut filled, &faults);
            let body = list::refused(&visit, &reference, &filled);
            Ok(Err(visit.refused_page("alerts-misused-title", body)))
        }
        Err(other) => Err(other),
    }
}
