//! The act "put a case before the panel": because whoever asked wishes it, or the answer cannot wait for an alert's State.

use axum::extract::Path;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::{Posted, Refusal};
use uuid::Uuid;

use super::entries::{RedressEntry, Referred};
use super::found;
use super::permits::ReferCase;
use crate::alerts::today;

/// Puts a case of the speaking State before the panel.
///
/// Errors: `Refused` where it is another State's, or stands there already.
pub(super) fn refer(entries: &Entries<'_, RedressEntry>, petition: Uuid) -> Result<(), StoreError> {
    let case = found::inside(entries, petition)?;
    if case.state != entries.stamp().state {
        return Err(StoreError::Refused(found::STALE));
    }
    if case.referred_on.is_some() {
        return Err(StoreError::Refused("redress-refused-referred"));
    }
    entries.append(&RedressEntry::Referred(Referred { petition, on: today(entries.stamp().at) }))?;
    Ok(())
}

/// Puts it there.
pub(super) async fn submit(
    permitted: Permitted<ReferCase>,
    Path(reference): Path<String>,
    Posted(_): Posted,
) -> Result<Redirect, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let petition = found::case(writer.reader(), &reference)?.petition;
    writer.append(move |entries| refer(entries, petition)).await?;
    Ok(Redirect::to(&format!("/redress/{reference}?done=referred")))
}
