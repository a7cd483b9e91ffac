//! The act "destroy what is kept of the holder", at the holder's request: one person, at once, and nothing of it stays.

use axum::extract::Path;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::{Posted, Refusal};
use uuid::Uuid;

use super::queries;
use crate::alerts::entries::{AlertsEntry, Forgotten};
use crate::alerts::found;
use crate::alerts::permits::EndMisused;

/// Destroys what is kept of one holder, confirmed or not.
///
/// Errors: `Refused` where it is gone already.
pub(in crate::alerts) fn end(entries: &Entries<'_, AlertsEntry>, id: Uuid, entered_at: u64) -> Result<(), StoreError> {
    found::beside(entries, id)?;
    let kept = queries::of_alert(entries.now(), id)?.into_iter().find(|one| one.entered_at == entered_at);
    let kept = kept.ok_or(StoreError::Refused(found::STALE))?;
    let positions = std::iter::once(entered_at).chain(kept.confirmed.map(|(at, _)| at)).collect();
    entries.append(&AlertsEntry::Forgotten(Forgotten { positions }))?;
    Ok(())
}

/// Ends it for page and program.
pub(super) async fn ended(permitted: Permitted<EndMisused>, reference: &str, seen: &str) -> Result<(), Refusal> {
    let resource = found::own(&permitted, reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let id = found::alert(writer.reader(), reference)?.id;
    let entered_at: u64 = seen.parse().map_err(|_| Refusal::conflict(found::STALE))?;
    writer.append(move |entries| end(entries, id, entered_at)).await?;
    Ok(())
}

/// Takes it from the form.
pub(in crate::alerts) async fn submit(
    permitted: Permitted<EndMisused>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    ended(permitted, &reference, filled.typed("seen")).await?;
    Ok(Redirect::to(&format!("/alerts/{reference}/misused?done=misused-ended")))
}
