//! From the reference in an address to the alert, and to what the policies must know of it.

use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader};
use base::store::StoreError;
use base::web::{Filled, Refusal};
use jiff::civil::Date;
use rusqlite::Connection;
use uuid::Uuid;

use super::entries::AlertEntry;
use super::fitting::today;
use super::queries::{self, Alert, Version};

/// The key of what is told to whoever speaks about a text that is not the one they saw.
pub(super) const STALE: &str = "documents-refused-stale";

/// Answers what the policies must know to decide who may see the alert.
pub(super) async fn to_see<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    let today = today(permitted.ground().clock.now());
    permitted
        .about(|connection| Ok(queries::by_reference(connection, reference, today)?.map(|found| found.as_seen())))
        .await
}

/// Answers what the policies must know to decide who may change the alert.
pub(super) async fn to_change<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<Resource, Refusal> {
    let today = today(permitted.ground().clock.now());
    permitted
        .about(|connection| Ok(queries::by_reference(connection, reference, today)?.map(|found| found.as_it_stands())))
        .await
}

/// Reads the alert behind a reference.
///
/// Errors: `NotFound` when it expired since its permit was opened.
pub(super) fn alert<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Alert, Refusal> {
    let today = today(reader.now());
    reader.ask(|connection| queries::by_reference(connection, reference, today))?.ok_or(Refusal::NotFound)
}

/// Reads one version of an alert.
pub(super) fn version<P: Permit>(reader: &Reader<P>, alert: &Alert, number: u32) -> Result<Version, Refusal> {
    reader.ask(|connection| complete(connection, alert, number)).map_err(Refusal::from)
}

/// Reads an alert inside the transaction that will change it.
///
/// Errors: `Refused` when it has expired.
pub(super) fn inside(entries: &Entries<'_, AlertEntry>, id: Uuid) -> Result<Alert, StoreError> {
    let day: Date = today(entries.stamp().at);
    queries::by_id(entries.now(), id)?
        .filter(|found| found.expires_on > day)
        .ok_or(StoreError::Refused("documents-refused-gone"))
}

/// Reads one version of an alert that must have it.
pub(super) fn complete(connection: &Connection, alert: &Alert, number: u32) -> Result<Version, StoreError> {
    queries::version(connection, alert.id, number)?
        .ok_or_else(|| StoreError::Damaged(format!("alert {} has no version {number}", alert.reference)))
}

/// Reads the hash of what was seen, which a form sends back.
///
/// Errors: `Conflict` where there is none.
pub(super) fn seen(filled: &Filled) -> Result<[u8; 32], Refusal> {
    hash(filled.typed("seen")).ok_or_else(|| Refusal::conflict(STALE))
}

/// Reads the hash that a form or a machine sends back, 64 hexadecimal digits; anything else is no hash of ours.
pub(super) fn hash(sent: &str) -> Option<[u8; 32]> {
    let mut hash = [0; 32];
    hex::decode_to_slice(sent, &mut hash).ok().map(|()| hash)
}
