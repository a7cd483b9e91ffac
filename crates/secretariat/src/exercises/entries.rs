//! What can be said of joint exercises. Frozen: kinds and fields are added, never edited.
//!
//! Counts stand in the series of the State that reports them, the rest in the secretariat's.

use base::store::{Entry, Room, StoreError};
use jiff::civil::Date;
use journal::{Name, StateCode};
use minicbor::{Decode, Encode};

use crate::meetings::{Symbol, frozen};
use crate::obligations::Reference;

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ExerciseEntry {
    /// An exercise is planned.
    Planned(Planned),
    /// It went a step on.
    Stepped(Stepped),
    /// A State reports its counts, all of them; what it reported before is replaced.
    Counted(Counted),
    /// Something was found.
    Found(Found),
    /// A finding has a duty that answers for it, or a reason why there is none.
    Answered(Answered),
}

/// See [`ExerciseEntry::Planned`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Planned {
    /// Its symbol.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) symbol: Symbol,
    /// Title in English.
    #[n(1)]
    pub(crate) title_en: String,
    /// Title in Spanish.
    #[n(2)]
    pub(crate) title_es: String,
    /// Symbol of the decision that it rests on.
    #[n(3)]
    #[cbor(with = "frozen::text")]
    pub(crate) decision: Symbol,
    /// Where it takes place.
    #[n(4)]
    pub(crate) place: String,
    /// IANA zone of the place.
    #[n(5)]
    pub(crate) zone: String,
    /// First day.
    #[n(6)]
    #[cbor(with = "frozen::text")]
    pub(crate) first_on: Date,
    /// Last day.
    #[n(7)]
    #[cbor(with = "frozen::text")]
    pub(crate) last_on: Date,
    /// What is planned, in English.
    #[n(8)]
    pub(crate) plan_en: String,
    /// The same in Spanish.
    #[n(9)]
    pub(crate) plan_es: String,
    /// Who takes part.
    #[n(10)]
    pub(crate) participants: Vec<TakesPart>,
}

/// A State that takes part.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct TakesPart {
    /// Its code.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) state: StateCode,
    /// Kind of institution that coordinates for it, a code.
    #[n(1)]
    pub(crate) institution: String,
}

/// See [`ExerciseEntry::Stepped`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Stepped {
    /// Symbol of the exercise.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) exercise: Symbol,
    /// Where it stands from then on, a code.
    #[n(1)]
    pub(crate) to: String,
}

/// See [`ExerciseEntry::Counted`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Counted {
    /// Symbol of the exercise.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) exercise: Symbol,
    /// One of each thing that is counted.
    #[n(1)]
    pub(crate) counts: Vec<CountOf>,
}

/// One count.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct CountOf {
    /// Of what, a code.
    #[n(0)]
    pub(crate) kind: String,
    /// How many.
    #[n(1)]
    pub(crate) count: u32,
}

/// See [`ExerciseEntry::Found`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Found {
    /// Symbol of the exercise.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) exercise: Symbol,
    /// Which of its findings, from 1.
    #[n(1)]
    pub(crate) number: u16,
    /// What was found, in English.
    #[n(2)]
    pub(crate) text_en: String,
    /// The same in Spanish.
    #[n(3)]
    pub(crate) text_es: String,
}

/// See [`ExerciseEntry::Answered`]. Either the obligation is there or the reason is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Answered {
    /// Symbol of the exercise.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) exercise: Symbol,
    /// Which of its findings.
    #[n(1)]
    pub(crate) number: u16,
    /// The obligation that answers for it.
    #[n(2)]
    #[cbor(with = "frozen::text_or_null")]
    pub(crate) obligation: Option<Reference>,
    /// Why there is none.
    #[n(3)]
    pub(crate) reason: Option<String>,
}

impl ExerciseEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub(super) fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged =
            |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of exercises: {error}"));
        Ok(match kind {
            "planned" => ExerciseEntry::Planned(minicbor::decode(payload).map_err(damaged)?),
            "stepped" => ExerciseEntry::Stepped(minicbor::decode(payload).map_err(damaged)?),
            "counted" => ExerciseEntry::Counted(minicbor::decode(payload).map_err(damaged)?),
            "found" => ExerciseEntry::Found(minicbor::decode(payload).map_err(damaged)?),
            "answered" => ExerciseEntry::Answered(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of exercises: no such kind"))),
        })
    }
}

impl Entry for ExerciseEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(match self {
            ExerciseEntry::Planned(_) => "planned",
            ExerciseEntry::Stepped(_) => "stepped",
            ExerciseEntry::Counted(_) => "counted",
            ExerciseEntry::Found(_) => "found",
            ExerciseEntry::Answered(_) => "answered",
        })
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            ExerciseEntry::Planned(entry) => minicbor::to_vec(entry),
            ExerciseEntry::Stepped(entry) => minicbor::to_vec(entry),
            ExerciseEntry::Counted(entry) => minicbor::to_vec(entry),
            ExerciseEntry::Found(entry) => minicbor::to_vec(entry),
            ExerciseEntry::Answered(entry) => minicbor::to_vec(entry),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    fn all() -> [ExerciseEntry; 6] {
        let exercise: Symbol = "LAG/EXR/1".parse().unwrap();
        let answered = |obligation: Option<&str>, reason: Option<&str>| {
            ExerciseEntry::Answered(Answered {
                exercise: exercise.clone(),
                number: 1,
                obligation: obligation.map(|text| text.parse().unwrap()),
                reason: reason.map(str::to_owned),
            })
        };
        [
            ExerciseEntry::Planned(Planned {
                symbol: exercise.clone(),
                title_en: "E".to_owned(),
                title_es: "S".to_owned(),
                decision: "LAG/II/DEC/1".parse().unwrap(),
                place: "Arenal".to_owned(),
                zone: "UTC".to_owned(),
                first_on: date(2003, 7, 21),
                last_on: date(2003, 7, 22),
                plan_en: "P".to_owned(),
                plan_es: "Q".to_owned(),
                participants: vec![TakesPart { state: "UTO".parse().unwrap(), institution: "police".to_owned() }],
            }),
            ExerciseEntry::Stepped(Stepped { exercise: exercise.clone(), to: "held".to_owned() }),
            ExerciseEntry::Counted(Counted {
                exercise: exercise.clone(),
                counts: vec![CountOf { kind: "need-child".to_owned(), count: 300 }],
            }),
            ExerciseEntry::Found(Found {
                exercise: exercise.clone(),
                number: 1,
                text_en: "F".to_owned(),
                text_es: "G".to_owned(),
            }),
            answered(Some("LAG/II/DEC/1.2"), None),
            answered(None, Some("R")),
        ]
    }

    /// `LAG/EXR/1`.
    const EXERCISE: &str = "694c41472f4558522f31";
    /// `LAG/II/DEC/1`.
    const DECISION: &str = "4c41472f49492f4445432f31";

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            (
                "planned",
                format!(
                    "8b{EXERCISE}614561536c{DECISION}664172656e616c635554436a323030332d30372d32316a323030332d30372d323261506151818263\
                     55544f66706f6c696365"
                ),
            ),
            ("stepped", format!("82{EXERCISE}6468656c64")),
            ("counted", format!("82{EXERCISE}81826a6e6565642d6368696c6419012c")),
            ("found", format!("84{EXERCISE}0161466147")),
            ("answered", format!("83{EXERCISE}016e{DECISION}2e32")),
            ("answered", format!("84{EXERCISE}01f66152")),
        ];
        for (entry, (kind, bytes)) in all().iter().zip(&golden) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (*kind, bytes.as_str()));
        }
    }

    #[test]
    fn every_entry_comes_back_as_it_was_written() {
        for entry in all() {
            assert_eq!(ExerciseEntry::read(entry.kind().as_str(), &entry.payload()).unwrap(), entry);
        }
        assert!(ExerciseEntry::read("none", &[]).is_err());
    }
}
