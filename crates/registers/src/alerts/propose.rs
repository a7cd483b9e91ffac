//! The act "put a draft before a second person". What lacks a decision, an offence or a judge stays a draft (G-04).

use axum::extract::Path;
use axum::response::Redirect;
use base::desk::{Entries, Permitted};
use base::store::StoreError;
use base::web::{Posted, Refusal};
use uuid::Uuid;

use super::entries::{AlertsEntry, Proposed};
use super::life::Act;
use super::permits::ProposeAlert;
use super::{found, queries};

/// Proposes the version whose hash was seen.
///
/// Errors: `Refused` where it is no draft, has changed since it was seen, or lacks what its category asks for: the key says what.
pub fn propose(entries: &Entries<'_, AlertsEntry>, id: Uuid, seen: &[u8; 32]) -> Result<(), StoreError> {
    let alert = found::inside(entries, id, Act::Propose)?;
    if queries::version(entries.now(), id, alert.version)?.hash != *seen {
        return Err(StoreError::Refused(found::STALE));
    }
    let text = queries::text(entries.now(), entries.sealer(), id, alert.version)?;
    if let Some((_, key)) = text.missing(alert.category).first() {
        return Err(StoreError::Refused(key));
    }
    found::may_stand(entries, id, alert.category, &text)?;
    entries.append(&AlertsEntry::Proposed(Proposed { alert: id, version: alert.version }))?;
    Ok(())
}

/// Proposes it.
pub(super) async fn submit(
    permitted: Permitted<ProposeAlert>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let id = found::alert(writer.reader(), &reference)?.id;
    let seen = found::seen(&filled)?;
    writer.append(move |entries| propose(entries, id, &seen)).await?;
    Ok(Redirect::to(&format!("/alerts/{reference}?done=proposed")))
}
