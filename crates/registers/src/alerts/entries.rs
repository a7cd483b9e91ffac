//! What can be said here. Frozen: kinds and fields are added, never edited.
//!
//! The secretariat says in its series which decision adopted the register; each State in its own in what it takes part.

use base::store::{Entry, Room, StoreError};
use jiff::civil::Date;
use journal::Name;
use minicbor::{Decode, Encode};

use super::coded::Category;

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AlertsEntry {
    /// The conference has adopted the register.
    Adopted(Decided),
    /// The conference has ended it; every State has to opt in again if it is adopted again.
    Repealed(Decided),
    /// A State takes part in a category.
    OptedIn(OptedIn),
    /// A State takes part in a category no longer.
    OptedOut(OptedOut),
}

/// A decision of the conference, which rests in another house.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Decided {
    /// The decision's symbol.
    #[n(0)]
    pub symbol: String,
    /// Its day.
    #[n(1)]
    #[cbor(with = "super::frozen::text")]
    pub on: Date,
}

/// See [`AlertsEntry::OptedIn`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OptedIn {
    /// In what.
    #[n(0)]
    pub category: Category,
    /// The national law or decision that allows it.
    #[n(1)]
    pub basis: String,
}

/// See [`AlertsEntry::OptedOut`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct OptedOut {
    /// Of what.
    #[n(0)]
    pub category: Category,
}

impl AlertsEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged = |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of alerts: {error}"));
        Ok(match kind {
            "adopted" => AlertsEntry::Adopted(minicbor::decode(payload).map_err(damaged)?),
            "repealed" => AlertsEntry::Repealed(minicbor::decode(payload).map_err(damaged)?),
            "opted.in" => AlertsEntry::OptedIn(minicbor::decode(payload).map_err(damaged)?),
            "opted.out" => AlertsEntry::OptedOut(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of alerts: no such kind"))),
        })
    }

    const fn code(&self) -> &'static str {
        match self {
            AlertsEntry::Adopted(_) => "adopted",
            AlertsEntry::Repealed(_) => "repealed",
            AlertsEntry::OptedIn(_) => "opted.in",
            AlertsEntry::OptedOut(_) => "opted.out",
        }
    }
}

impl Entry for AlertsEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(self.code())
    }

    fn payload(&self) -> Vec<u8> {
        let bytes = match self {
            AlertsEntry::Adopted(entry) | AlertsEntry::Repealed(entry) => minicbor::to_vec(entry),
            AlertsEntry::OptedIn(entry) => minicbor::to_vec(entry),
            AlertsEntry::OptedOut(entry) => minicbor::to_vec(entry),
        };
        // Writing to a vector cannot fail.
        bytes.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    /// The bytes of every entry: a failure here is a change of the journal's form.
    #[test]
    fn entries_are_written_as_they_were() {
        let decided = Decided { symbol: "RCM/VIII/2003/DEC/15".to_owned(), on: date(2003, 5, 30) };
        let all = [
            AlertsEntry::Adopted(decided.clone()),
            AlertsEntry::Repealed(decided),
            AlertsEntry::OptedIn(OptedIn { category: Category::ChildAtRisk, basis: "Ley 9".to_owned() }),
            AlertsEntry::OptedOut(OptedOut { category: Category::ImpedimentExit }),
        ];
        let golden = [
            ("adopted", "827452434d2f564949492f323030332f4445432f31356a323030332d30352d3330"),
            ("repealed", "827452434d2f564949492f323030332f4445432f31356a323030332d30352d3330"),
            ("opted.in", "8201654c65792039"),
            ("opted.out", "8108"),
        ];
        for (entry, (kind, bytes)) in all.iter().zip(golden) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (kind, bytes));
            assert_eq!(&AlertsEntry::read(kind, &entry.payload()).unwrap(), entry);
        }
        assert!(AlertsEntry::read("declared", b"").is_err());
    }
}
