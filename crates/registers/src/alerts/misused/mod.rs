//! Misused identity: the person of an alert goes under somebody else's name, birth date and papers, and that holder asks that data
//! of their own be kept, so that they are let go on at once when they are checked (G-26).
//!
//! It stands beside the alert and is no part of it: nobody is searched for by it, and no alert is shown because of it. Of the holder
//! it keeps a keyed hash of one document that nobody else uses, and a place of birth to ask for where they give one; with their
//! written consent alone, until they take it back or the alert ends. It differs from a clearance (G-20), which an officer gives for a
//! year to whoever merely resembles the alert's person: here the alert's own State says, by two people, who the holder is.

mod api;
pub(super) mod apply;
pub(super) mod confirm;
pub(super) mod end;
pub(super) mod enter;
pub(super) mod entries;
pub(super) mod list;
pub(super) mod queries;
pub(super) mod typed;

pub(super) use api::{Misuses, call, end_by_call, enter_by_call};

use base::desk::Entries;
use base::ground::Puebla;
use base::store::StoreError;
use serde::Serialize;
use uuid::Uuid;

use super::entries::{AlertsEntry, Forgotten};
use crate::document::DocumentRef;

/// Documents of holders that one alert keeps at most.
pub(super) const KEPT_MAX: usize = 5;

/// What an officer is told of whoever carries the document of a holder: they have been found to be the victim of misuse.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = CheckMisuse)]
pub struct Misuse {
    /// `none`: nothing follows, and the person goes on.
    pub action: &'static str,
    /// Where the holder says they were born, to be asked for; empty where they did not say.
    pub born_at: String,
}

/// Answers the keyed hashes under which a holder's document may rest, the key in force first.
///
/// Its label keeps it from being the hash by which a clearance, a register or the access log knows the same document.
pub(super) fn hashes(ground: &Puebla, document: &DocumentRef) -> Vec<[u8; 16]> {
    let mut canonical = b"misused|".to_vec();
    canonical.extend(document.canonical());
    ground.keys.number_hashes(&canonical).collect()
}

/// Destroys everything that is kept of holders beside an alert that ends in the same transaction.
pub(super) fn forget(entries: &Entries<'_, AlertsEntry>, alert: Uuid) -> Result<(), StoreError> {
    let positions = queries::positions(entries.now(), alert)?;
    if !positions.is_empty() {
        entries.append(&AlertsEntry::Forgotten(Forgotten { positions }))?;
    }
    Ok(())
}
