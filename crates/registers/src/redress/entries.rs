//! What can be said here. Frozen: kinds and fields are added, never edited.
//!
//! The State at which a case was lodged says in its series what was asked and answered; a member of the panel, in their own State's,
//! what they did for it. Ninety days after the end each State's rule destroys what it said; what the panel decided stays, and names nobody.

use base::store::{Entry, Rests, Room, StoreError};
use jiff::civil::Date;
use journal::Name;
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::coded::{Asker, CaseKind, Ground, Outcome, RulingGround, Sort, Tongue};
use crate::alerts::blocks::Ruling;

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RedressEntry {
    /// Somebody asked a State for their rights.
    Opened(Opened),
    /// That State answered.
    Answered(Answered),
    /// It put the case before the panel.
    Referred(Referred),
    /// A member of the panel said which alert it is about, and blocked it.
    Named(Named),
    /// A member of the panel proposed what is to become of the alert.
    Proposed(Proposed),
    /// A second member decided it.
    Decided(Decided),
    /// A rule: what stays of a case whose words are destroyed.
    Remembered(Remembered),
    /// A rule: what the speaking State said of a case is destroyed.
    Destroyed(Destroyed),
}

/// See [`RedressEntry::Opened`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Opened {
    /// The case's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub petition: Uuid,
    /// Short code of the process, the first part of its reference.
    #[n(1)]
    pub process: String,
    /// Year of the reference.
    #[n(2)]
    pub year: i16,
    /// Number of the reference.
    #[n(3)]
    pub number: u32,
    /// What is asked for.
    #[n(4)]
    pub kind: CaseKind,
    /// Who asks.
    #[n(5)]
    pub asker: Asker,
    /// In which language they are answered.
    #[n(6)]
    pub tongue: Tongue,
    /// On which day they asked.
    #[n(7)]
    #[cbor(with = "super::frozen::day")]
    pub lodged_on: Date,
    /// The last day of the answer.
    #[n(8)]
    #[cbor(with = "super::frozen::day")]
    pub due_on: Date,
    /// What they ask, in their words.
    #[n(9)]
    pub asked: Rests<String>,
    /// Who they are and how they are reached.
    #[n(10)]
    pub contact: Rests<String>,
}

/// See [`RedressEntry::Answered`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Answered {
    /// The case's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub petition: Uuid,
    /// What was answered.
    #[n(1)]
    pub outcome: Outcome,
    /// Why not all of it.
    #[n(2)]
    pub ground: Option<Ground>,
    /// Where whoever asked can turn to, besides the panel.
    #[n(3)]
    pub remedy: Rests<String>,
    /// On which day.
    #[n(4)]
    #[cbor(with = "super::frozen::day")]
    pub on: Date,
}

/// See [`RedressEntry::Referred`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Referred {
    /// The case's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub petition: Uuid,
    /// On which day.
    #[n(1)]
    #[cbor(with = "super::frozen::day")]
    pub on: Date,
}

/// See [`RedressEntry::Named`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Named {
    /// The case's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub petition: Uuid,
    /// The alert's id.
    #[n(1)]
    #[cbor(with = "super::frozen::id")]
    pub alert: Uuid,
}

/// See [`RedressEntry::Proposed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Proposed {
    /// The case's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub petition: Uuid,
    /// What is to become of the alert.
    #[n(1)]
    pub ruling: Ruling,
    /// Why.
    #[n(2)]
    pub ground: RulingGround,
}

/// See [`RedressEntry::Decided`]. Published: nothing of it tells of whom, whose alert, or which.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Decided {
    /// The case's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub petition: Uuid,
    /// Position of the proposal that was decided: what was seen.
    #[n(1)]
    pub proposed_at: u64,
    /// Year of the decision.
    #[n(2)]
    pub year: i16,
    /// Its number within the year.
    #[n(3)]
    pub number: u32,
    /// Its month, from 1.
    #[n(4)]
    pub month: i8,
    /// Of what sort the alert was.
    #[n(5)]
    pub sort: Sort,
    /// What was decided.
    #[n(6)]
    pub ruling: Ruling,
    /// Why.
    #[n(7)]
    pub ground: RulingGround,
}

/// See [`RedressEntry::Remembered`]. Nothing of a person.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Remembered {
    /// The case's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub petition: Uuid,
    /// Year of its reference.
    #[n(1)]
    pub year: i16,
    /// Number of its reference.
    #[n(2)]
    pub number: u32,
    /// What was asked for.
    #[n(3)]
    pub kind: CaseKind,
    /// What was answered.
    #[n(4)]
    pub outcome: Outcome,
}

/// See [`RedressEntry::Destroyed`]. Never destroyed itself: it explains what is gone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Destroyed {
    /// The case's id.
    #[n(0)]
    #[cbor(with = "super::frozen::id")]
    pub petition: Uuid,
    /// Positions of the speaking State's own entries about it, all of whose payloads go.
    #[n(1)]
    pub positions: Vec<u64>,
}

impl RedressEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged = |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of redress: {error}"));
        Ok(match kind {
            "opened" => RedressEntry::Opened(minicbor::decode(payload).map_err(damaged)?),
            "answered" => RedressEntry::Answered(minicbor::decode(payload).map_err(damaged)?),
            "referred" => RedressEntry::Referred(minicbor::decode(payload).map_err(damaged)?),
            "named" => RedressEntry::Named(minicbor::decode(payload).map_err(damaged)?),
            "proposed" => RedressEntry::Proposed(minicbor::decode(payload).map_err(damaged)?),
            "decided" => RedressEntry::Decided(minicbor::decode(payload).map_err(damaged)?),
            "remembered" => RedressEntry::Remembered(minicbor::decode(payload).map_err(damaged)?),
            "destroyed" => RedressEntry::Destroyed(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of redress: no such kind"))),
        })
    }

    const fn code(&self) -> &'static str {
        match self {
            RedressEntry::Opened(_) => "opened",
            RedressEntry::Answered(_) => "answered",
            RedressEntry::Referred(_) => "referred",
            RedressEntry::Named(_) => "named",
            RedressEntry::Proposed(_) => "proposed",
            RedressEntry::Decided(_) => "decided",
            RedressEntry::Remembered(_) => "remembered",
            RedressEntry::Destroyed(_) => "destroyed",
        }
    }
}

impl Entry for RedressEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(self.code())
    }

    fn payload(&self) -> Vec<u8> {
        let bytes = match self {
            RedressEntry::Opened(entry) => minicbor::to_vec(entry),
            RedressEntry::Answered(entry) => minicbor::to_vec(entry),
            RedressEntry::Referred(entry) => minicbor::to_vec(entry),
            RedressEntry::Named(entry) => minicbor::to_vec(entry),
            RedressEntry::Proposed(entry) => minicbor::to_vec(entry),
            RedressEntry::Decided(entry) => minicbor::to_vec(entry),
            RedressEntry::Remembered(entry) => minicbor::to_vec(entry),
            RedressEntry::Destroyed(entry) => minicbor::to_vec(entry),
        };
        // Writing to a vector cannot fail.
        bytes.unwrap_or_default()
    }

    fn destroys(&self) -> Vec<u64> {
        match self {
            RedressEntry::Destroyed(gone) => gone.positions.clone(),
            _ => Vec::new(),
        }
    }
}

/// Answers the positions whose payloads an entry of the journal destroys.
pub(super) fn destroys(kind: &str, payload: &[u8]) -> Vec<u64> {
    match RedressEntry::read(kind, payload) {
        Ok(entry) => entry.destroys(),
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use jiff::civil::date;

    const PETITION: Uuid = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0001);

    fn said() -> Vec<RedressEntry> {
        let (petition, on) = (PETITION, date(2026, 3, 2));
        vec![
            RedressEntry::Opened(Opened {
                petition,
                process: "RCM".to_owned(),
                year: 2026,
                number: 7,
                kind: CaseKind::Deletion,
                asker: Asker::Representative,
                tongue: Tongue::Spanish,
                lodged_on: on,
                due_on: date(2026, 4, 1),
                asked: Rests::Clear("Que se borre.".to_owned()),
                contact: Rests::Clear("Ana".to_owned()),
            }),
            RedressEntry::Answered(Answered {
                petition,
                outcome: Outcome::Refused,
                ground: Some(Ground::Undisclosed),
                remedy: Rests::Clear("Juzgado".to_owned()),
                on,
            }),
            RedressEntry::Referred(Referred { petition, on }),
            RedressEntry::Named(Named { petition, alert: Uuid::from_u128(7) }),
            RedressEntry::Proposed(Proposed { petition, ruling: Ruling::Correct, ground: RulingGround::WrongData }),
            RedressEntry::Decided(Decided {
                petition,
                proposed_at: 300,
                year: 2026,
                number: 1,
                month: 3,
                sort: Sort::Accusing,
                ruling: Ruling::Delete,
                ground: RulingGround::NoBasis,
            }),
            RedressEntry::Remembered(Remembered {
                petition,
                year: 2026,
                number: 7,
                kind: CaseKind::Deletion,
                outcome: Outcome::Partly,
            }),
            RedressEntry::Destroyed(Destroyed { petition, positions: vec![1, 3, 300] }),
        ]
    }

    const GOLDEN: [(&str, &str); 8] = [
        (
            "opened",
            "8b50019000000000700080000000000000016352434d1907ea070201006a323032362d30332d30326a323032362d30342d30316d51756520736520626f7272652e63416e61",
        ),
        ("answered", "8550019000000000700080000000000000010200674a757a6761646f6a323032362d30332d3032"),
        ("referred", "8250019000000000700080000000000000016a323032362d30332d3032"),
        ("named", "8250019000000000700080000000000000015000000000000000000000000000000007"),
        ("proposed", "8350019000000000700080000000000000010102"),
        ("decided", "88500190000000007000800000000000000119012c1907ea0103020203"),
        ("remembered", "8550019000000000700080000000000000011907ea070201"),
        ("destroyed", "82500190000000007000800000000000000183010319012c"),
    ];

    /// The bytes of every entry: a failure here is a change of the journal's form.
    #[test]
    fn entries_are_written_as_they_were() {
        let all = said();
        assert_eq!(all.len(), GOLDEN.len());
        for (entry, (kind, bytes)) in all.iter().zip(GOLDEN) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (kind, bytes));
            assert_eq!(&RedressEntry::read(kind, &entry.payload()).unwrap(), entry);
        }
        assert!(RedressEntry::read("declared", b"").is_err());
    }

    /// What is closed stands as one byte string in the place of what was in clear before.
    #[test]
    fn what_is_closed_is_a_byte_string_in_the_same_place() {
        let shut = || Rests::Closed(vec![1, 0, 0, 0, 1, 0xab]);
        let Some(RedressEntry::Opened(opened)) = said().into_iter().next() else { panic!("the first") };
        let entry = RedressEntry::Opened(Opened { asked: shut(), contact: shut(), ..opened });
        let bytes = "8b50019000000000700080000000000000016352434d1907ea070201006a323032362d30332d30326a323032362d30342d3031460100000001ab460100000001ab";
        assert_eq!(hex::encode(entry.payload()), bytes);
        assert_eq!(RedressEntry::read("opened", &entry.payload()).unwrap(), entry);
    }
}
