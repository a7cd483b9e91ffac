//! What is said about an import itself. **Frozen:** kinds and fields are added, never edited.
//!
//! A large import opens, brings its rows in many transactions, and closes; until then nobody sees them. One that never
//! closes is abandoned by a rule. A small one comes in one transaction, in which it is noted too.

use base::store::{Entry, Recorded, Room, StoreError};
use journal::Name;
use minicbor::{Decode, Encode};
use rusqlite::Connection;
use uuid::Uuid;

use super::What;
use crate::status;

/// What a State says in this room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ImportEntry {
    /// Rows will come; they are not there for anybody until the import closes.
    Opened(Described),
    /// All rows have come.
    Closed(Settled),
    /// A rule: the rows never all came, and those that did are destroyed.
    Abandoned(Settled),
    /// Rows have come, all in the same transaction before this.
    Brought(Described),
}

/// Which import.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Described {
    /// The import's id.
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    pub(super) id: [u8; 16],
    /// What its rows are, by the ordinal.
    #[n(1)]
    pub(super) what: u8,
    /// How many.
    #[n(2)]
    pub(super) rows: u64,
}

/// Which opening is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(super) struct Settled {
    /// Position at which the import opened.
    #[n(0)]
    pub(super) opened: u64,
}

/// How an import stands, as tables hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Open = 0,
    Closed = 1,
    Abandoned = 2,
}

const OPENED: Name = Name::literal("opened");
const CLOSED: Name = Name::literal("closed");
const ABANDONED: Name = Name::literal("abandoned");
const BROUGHT: Name = Name::literal("brought");

impl Outcome {
    pub(super) fn from_ordinal(ordinal: u8) -> Option<Self> {
        [Outcome::Open, Outcome::Closed, Outcome::Abandoned].into_iter().find(|one| *one as u8 == ordinal)
    }
}

impl Described {
    pub(super) fn new(id: Uuid, what: What, rows: u64) -> Self {
        Described { id: *id.as_bytes(), what: what.ordinal(), rows }
    }
}

impl Entry for ImportEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        match self {
            ImportEntry::Opened(_) => OPENED,
            ImportEntry::Closed(_) => CLOSED,
            ImportEntry::Abandoned(_) => ABANDONED,
            ImportEntry::Brought(_) => BROUGHT,
        }
    }

    fn payload(&self) -> Vec<u8> {
        let bytes = match self {
            ImportEntry::Opened(described) | ImportEntry::Brought(described) => minicbor::to_vec(described),
            ImportEntry::Closed(settled) | ImportEntry::Abandoned(settled) => minicbor::to_vec(settled),
        };
        // Writing to a vector cannot fail.
        bytes.unwrap_or_default()
    }
}

/// Nothing said here is ever destroyed: it names no document.
pub(super) fn destroys(_: &str, _: &[u8]) -> Vec<u64> {
    Vec::new()
}

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match entry.kind() {
        kind if kind == OPENED.as_str() => {
            describe(connection, entry, Outcome::Open)?;
            status::hold(connection, entry)
        }
        kind if kind == BROUGHT.as_str() => describe(connection, entry, Outcome::Closed),
        kind if kind == CLOSED.as_str() => settle(connection, entry, Outcome::Closed),
        kind if kind == ABANDONED.as_str() => settle(connection, entry, Outcome::Abandoned),
        kind => Err(StoreError::Damaged(format!("entry {}: no kind {kind}", entry.position))),
    }
}

fn describe(connection: &Connection, entry: &Recorded<'_>, outcome: Outcome) -> Result<(), StoreError> {
    let said: Described = decoded(entry)?;
    let settled_at_us = (outcome == Outcome::Closed).then_some(entry.at_us());
    connection.execute(
        "INSERT INTO import (position, id, state, what, rows, opened_at_us, outcome, settled_at_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (
            entry.position,
            said.id,
            entry.state().as_str(),
            said.what,
            said.rows,
            entry.at_us(),
            outcome as u8,
            settled_at_us,
        ),
    )?;
    Ok(())
}

fn settle(connection: &Connection, entry: &Recorded<'_>, outcome: Outcome) -> Result<(), StoreError> {
    let said: Settled = decoded(entry)?;
    connection.execute(
        "UPDATE import SET outcome = ?2, settled_at_us = ?3 WHERE position = ?1",
        (said.opened, outcome as u8, entry.at_us()),
    )?;
    if outcome == Outcome::Closed {
        status::settle(connection, said.opened, entry)
    } else {
        status::let_go(connection, said.opened)
    }
}

fn decoded<'b, T: Decode<'b, ()>>(entry: &Recorded<'b>) -> Result<T, StoreError> {
    minicbor::decode(entry.payload).map_err(|error| StoreError::Damaged(format!("entry {}: {error}", entry.position)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn golden_bytes() {
        let described = Described::new(Uuid::from_u128(7), What::Status, 300);
        let settled = Settled { opened: 300 };
        let golden = [
            (ImportEntry::Opened(described.clone()), "opened 8350000000000000000000000000000000070119012c"),
            (ImportEntry::Brought(described), "brought 8350000000000000000000000000000000070119012c"),
            (ImportEntry::Closed(settled), "closed 8119012c"),
            (ImportEntry::Abandoned(settled), "abandoned 8119012c"),
        ];
        for (entry, bytes) in golden {
            let hex: String = entry.payload().iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(format!("{} {hex}", entry.kind()), bytes);
        }
    }
}
