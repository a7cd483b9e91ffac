//! What can be said here. Frozen: kinds and fields are added, never edited.
//!
//! The secretariat says in its series which decision adopted the register; each State in its own in what it takes part and
//! whom it looks for. Thirty days after an alert has ended a rule destroys all that its State said about it.

use base::store::{Entry, Room, StoreError};
use jiff::civil::Date;
use journal::Name;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::coded::{Category, Ending};
use super::text::AlertText;

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
    /// Somebody wrote down whom their State looks for.
    Drafted(Drafted),
    /// A new version, by its own State; what is in force stays so.
    Corrected(Corrected),
    /// The latest version is put before a second person.
    Proposed(Proposed),
    /// A second person gives it back with a question.
    Returned(Returned),
    /// A second person puts it in force, and leaves a record why.
    Activated(Judged),
    /// A second person leaves it in force for longer, and leaves a record why.
    Extended(Judged),
    /// Its State takes it back.
    Withdrawn(Withdrawn),
    /// A rule: what stays of an alert whose words are destroyed.
    Remembered(Remembered),
    /// A rule: the words of an alert that has ended are destroyed.
    Destroyed(Destroyed),
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

/// See [`AlertsEntry::Drafted`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Drafted {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Short code of the process, the first part of its reference.
    #[n(1)]
    pub process: String,
    /// Year of the reference.
    #[n(2)]
    pub year: i16,
    /// Number of the reference.
    #[n(3)]
    pub number: u32,
    /// Of whom it speaks; no correction changes that.
    #[n(4)]
    pub category: Category,
    /// What it says.
    #[n(5)]
    pub text: AlertText,
    /// Day from which it is kept no longer, unless it is put in force.
    #[n(6)]
    #[cbor(with = "super::frozen::text")]
    pub waits_until: Date,
}

/// See [`AlertsEntry::Corrected`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Corrected {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The new version's number.
    #[n(1)]
    pub version: u32,
    /// What it says now.
    #[n(2)]
    pub text: AlertText,
    /// Day from which it is kept no longer, unless it was or is put in force.
    #[n(3)]
    #[cbor(with = "super::frozen::text")]
    pub waits_until: Date,
}

/// See [`AlertsEntry::Proposed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Proposed {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The version.
    #[n(1)]
    pub version: u32,
}

/// See [`AlertsEntry::Returned`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Returned {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The version asked about.
    #[n(1)]
    pub version: u32,
    /// The question.
    #[n(2)]
    pub question: String,
}

/// See [`AlertsEntry::Activated`] and [`AlertsEntry::Extended`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Judged {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// The version that was judged.
    #[n(1)]
    pub version: u32,
    /// Its hash: what was seen.
    #[n(2)]
    #[cbor(with = "minicbor::bytes")]
    pub hash: [u8; 32],
    /// Day from which it is in force no longer.
    #[n(3)]
    #[cbor(with = "super::frozen::text")]
    pub until: Date,
    /// Why this case is grave enough.
    #[n(4)]
    pub grave: String,
    /// Why no gentler means would do.
    #[n(5)]
    pub gentler: String,
}

/// See [`AlertsEntry::Withdrawn`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Withdrawn {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Why.
    #[n(1)]
    pub ending: Ending,
    /// On which day.
    #[n(2)]
    #[cbor(with = "super::frozen::text")]
    pub on: Date,
}

/// See [`AlertsEntry::Remembered`]. Nothing of a person.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Remembered {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Its reference.
    #[n(1)]
    pub reference: String,
    /// Year of the reference.
    #[n(2)]
    pub year: i16,
    /// Number of the reference.
    #[n(3)]
    pub number: u32,
    /// Of what sort it was.
    #[n(4)]
    pub category: Category,
    /// The day on which it ended.
    #[n(5)]
    #[cbor(with = "super::frozen::text")]
    pub ended_on: Date,
}

/// See [`AlertsEntry::Destroyed`]. Never destroyed itself: it explains what is gone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Destroyed {
    /// The alert's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
    /// Positions of the entries about it, all of whose payloads go.
    #[n(1)]
    pub positions: Vec<u64>,
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
            "drafted" => AlertsEntry::Drafted(minicbor::decode(payload).map_err(damaged)?),
            "corrected" => AlertsEntry::Corrected(minicbor::decode(payload).map_err(damaged)?),
            "proposed" => AlertsEntry::Proposed(minicbor::decode(payload).map_err(damaged)?),
            "returned" => AlertsEntry::Returned(minicbor::decode(payload).map_err(damaged)?),
            "activated" => AlertsEntry::Activated(minicbor::decode(payload).map_err(damaged)?),
            "extended" => AlertsEntry::Extended(minicbor::decode(payload).map_err(damaged)?),
            "withdrawn" => AlertsEntry::Withdrawn(minicbor::decode(payload).map_err(damaged)?),
            "remembered" => AlertsEntry::Remembered(minicbor::decode(payload).map_err(damaged)?),
            "destroyed" => AlertsEntry::Destroyed(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of alerts: no such kind"))),
        })
    }

    const fn code(&self) -> &'static str {
        match self {
            AlertsEntry::Adopted(_) => "adopted",
            AlertsEntry::Repealed(_) => "repealed",
            AlertsEntry::OptedIn(_) => "opted.in",
            AlertsEntry::OptedOut(_) => "opted.out",
            AlertsEntry::Drafted(_) => "drafted",
            AlertsEntry::Corrected(_) => "corrected",
            AlertsEntry::Proposed(_) => "proposed",
            AlertsEntry::Returned(_) => "returned",
            AlertsEntry::Activated(_) => "activated",
            AlertsEntry::Extended(_) => "extended",
            AlertsEntry::Withdrawn(_) => "withdrawn",
            AlertsEntry::Remembered(_) => "remembered",
            AlertsEntry::Destroyed(_) => "destroyed",
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
            AlertsEntry::Drafted(entry) => minicbor::to_vec(entry),
            AlertsEntry::Corrected(entry) => minicbor::to_vec(entry),
            AlertsEntry::Proposed(entry) => minicbor::to_vec(entry),
            AlertsEntry::Returned(entry) => minicbor::to_vec(entry),
            AlertsEntry::Activated(entry) | AlertsEntry::Extended(entry) => minicbor::to_vec(entry),
            AlertsEntry::Withdrawn(entry) => minicbor::to_vec(entry),
            AlertsEntry::Remembered(entry) => minicbor::to_vec(entry),
            AlertsEntry::Destroyed(entry) => minicbor::to_vec(entry),
        };
        // Writing to a vector cannot fail.
        bytes.unwrap_or_default()
    }

    fn destroys(&self) -> Vec<u64> {
        match self {
            AlertsEntry::Destroyed(gone) => gone.positions.clone(),
            _ => Vec::new(),
        }
    }
}

/// Answers the positions whose payloads an entry of the journal destroys.
pub(super) fn destroys(kind: &str, payload: &[u8]) -> Vec<u64> {
    match AlertsEntry::read(kind, payload) {
        Ok(entry) => entry.destroys(),
        Err(_) => Vec::new(),
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
