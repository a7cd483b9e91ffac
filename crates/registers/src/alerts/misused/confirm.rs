//! The act "confirm what clears the holder": a second person of the alert's State types the document again, from the signed paper.

use axum::extract::Path;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::{Posted, Refusal};
use uuid::Uuid;

use super::entries::MisusedConfirmed;
use super::{hashes, queries, typed};
use crate::alerts::entries::AlertsEntry;
use crate::alerts::found;
use crate::alerts::permits::ConfirmMisused;

/// Confirms what somebody else entered; from then on it clears.
///
/// Errors: `Refused` to whoever entered it, where it is confirmed or gone, and where another document was typed.
pub(in crate::alerts) fn confirm(
    entries: &Entries<'_, AlertsEntry>,
    id: Uuid,
    entered_at: u64,
    documents: &[[u8; 16]],
) -> Result<(), StoreError> {
    found::beside(entries, id)?;
    let kept = queries::of_alert(entries.now(), id)?.into_iter().find(|one| one.entered_at == entered_at);
    let kept = kept.filter(|one| one.confirmed.is_none()).ok_or(StoreError::Refused(found::STALE))?;
    if kept.person == entries.stamp().person {
        return Err(StoreError::Refused("alerts-refused-own-words"));
    }
    if !documents.contains(&kept.document) {
        return Err(StoreError::Refused("alerts-misused-refused-other"));
    }
    entries.append(&AlertsEntry::MisusedConfirmed(MisusedConfirmed { alert: id, entered_at }))?;
    Ok(())
}

/// Takes it from the form.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<ConfirmMisused>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let id = found::alert(writer.reader(), &reference)?.id;
    let entered_at: u64 = filled.typed("seen").parse().map_err(|_| Refusal::conflict(found::STALE))?;
    let mut faults = Vec::new();
    let (issuer, kind) = (filled.typed("issuing_state"), filled.typed("kind"));
    let document = typed::document(issuer, kind, filled.typed("number"), &mut faults);
    let document = document.ok_or(Refusal::Invalid(faults))?;
    let documents = hashes(writer.reader().ground(), &document);
    writer.append(move |entries| confirm(entries, id, entered_at, &documents)).await?;
    Ok(Redirect::to(&format!("/alerts/{reference}/misused?done=misused-confirmed")))
}
