//! What can be said of policies. Frozen: kinds and fields are added, never edited.
//!
//! What a State says stands in its own series; that it was let through, in the series of whoever did so.

use base::store::{Entry, Room, StoreError};
use jiff::civil::Date;
use journal::{Name, StateCode};
use minicbor::{Decode, Encode};

use crate::meetings::frozen;

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SheetEntry {
    /// A State's policy on a topic is written down.
    Written(Box<Written>),
    /// Somebody else lets it through.
    Published(Published),
}

/// See [`SheetEntry::Written`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Written {
    /// The topic's code.
    #[n(0)]
    pub(crate) topic: String,
    /// The statement of the table in English; empty where there is none.
    #[n(1)]
    pub(crate) short_en: String,
    /// The same in Spanish.
    #[n(2)]
    pub(crate) short_es: String,
    /// The policy in English; empty where there is none.
    #[n(3)]
    pub(crate) text_en: String,
    /// The same in Spanish.
    #[n(4)]
    pub(crate) text_es: String,
    /// Which of the two is the original: `en` or `es`.
    #[n(5)]
    pub(crate) original: String,
    /// Law and article.
    #[n(6)]
    pub(crate) source: String,
    /// Where that can be read; empty where nowhere.
    #[n(7)]
    pub(crate) link: String,
    /// Symbol of a document; empty where there is none.
    #[n(8)]
    pub(crate) paper: String,
    /// From when the policy is.
    #[n(9)]
    #[cbor(with = "frozen::text")]
    pub(crate) policy_on: Date,
    /// When it was looked at last.
    #[n(10)]
    #[cbor(with = "frozen::text")]
    pub(crate) reviewed_on: Date,
    /// For how many months that is enough.
    #[n(11)]
    pub(crate) months: u8,
}

/// See [`SheetEntry::Published`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Published {
    /// Whose it is.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) state: StateCode,
    /// Position of the entry that wrote it.
    #[n(1)]
    pub(crate) version: u64,
}

impl SheetEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub(super) fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged = |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of sheets: {error}"));
        Ok(match kind {
            "written" => SheetEntry::Written(Box::new(minicbor::decode(payload).map_err(damaged)?)),
            "published" => SheetEntry::Published(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of sheets: no such kind"))),
        })
    }
}

impl Entry for SheetEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(match self {
            SheetEntry::Written(_) => "written",
            SheetEntry::Published(_) => "published",
        })
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            SheetEntry::Written(entry) => minicbor::to_vec(entry),
            SheetEntry::Published(entry) => minicbor::to_vec(entry),
        }
        .unwrap_or_default()
    }

    fn destroys(&self) -> Vec<u64> {
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    fn all() -> [SheetEntry; 2] {
        let text = |text: &str| text.to_owned();
        [
            SheetEntry::Written(Box::new(Written {
                topic: text("visas"),
                short_en: text("E"),
                short_es: String::new(),
                text_en: text("T"),
                text_es: String::new(),
                original: text("en"),
                source: text("L"),
                link: String::new(),
                paper: String::new(),
                policy_on: date(2003, 1, 2),
                reviewed_on: date(2026, 3, 4),
                months: 24,
            })),
            SheetEntry::Published(Published { state: "UTO".parse().unwrap(), version: 7 }),
        ]
    }

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            ("written", "8c65766973617361456061546062656e614c60606a323030332d30312d30326a323032362d30332d30341818"),
            ("published", "826355544f07"),
        ];
        for (entry, (kind, bytes)) in all().iter().zip(golden) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (kind, bytes));
        }
    }

    #[test]
    fn every_entry_comes_back_as_it_was_written_and_none_destroys() {
        for entry in all() {
            assert_eq!(SheetEntry::read(entry.kind().as_str(), &entry.payload()).unwrap(), entry);
            assert!(entry.destroys().is_empty());
        }
        assert!(SheetEntry::read("none", &[]).is_err());
    }
}
