//! What can be said of training. Frozen: kinds and fields are added, never edited.
//!
//! A nomination stands in the series of the State that made it, what happened at the session in the secretariat's. Each series
//! forgets its own part of a person: at once where a nomination is taken back, and when nothing needs it any more.

use base::store::{Entry, Room, StoreError};
use jiff::civil::Date;
use journal::{Name, StateCode};
use minicbor::{Decode, Encode};
use uuid::Uuid;

use super::results::Sum;
use crate::meetings::{Symbol, frozen};

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum TrainingEntry {
    /// There is a course.
    CourseMade(CourseMade),
    /// A session of a course is called, and States are invited.
    SessionCalled(SessionCalled),
    /// A State puts somebody forward.
    Nominated(Nominated),
    /// Somebody was there on some days, with these scores.
    Recorded(Recorded),
    /// Somebody has earned a certificate.
    Certified(Certified),
    /// A certificate counts no more.
    Revoked(Revoked),
    /// Somebody who was there says what they thought of it.
    Rated(Rated),
    /// What stays of a session when its people are forgotten.
    Summed(Summed),
    /// What a series said of a person is destroyed.
    Forgotten(Forgotten),
}

/// See [`TrainingEntry::CourseMade`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct CourseMade {
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
    /// Title in French; empty where there is none.
    #[n(3)]
    pub(crate) title_fr: String,
    /// How many months its certificates count from the last day of a session.
    #[n(4)]
    pub(crate) valid_months: u8,
    /// The least score afterwards, of 100.
    #[n(5)]
    pub(crate) pass: u8,
    /// Its modules, in their order.
    #[n(6)]
    pub(crate) modules: Vec<Module>,
}

/// A module of a course.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Module {
    /// Title in English.
    #[n(0)]
    pub(crate) title_en: String,
    /// Title in Spanish.
    #[n(1)]
    pub(crate) title_es: String,
    /// Title in French; empty where there is none.
    #[n(2)]
    pub(crate) title_fr: String,
    /// With whom it is given; empty where with nobody.
    #[n(3)]
    pub(crate) partner: String,
}

/// See [`TrainingEntry::SessionCalled`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct SessionCalled {
    /// Its symbol.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) symbol: Symbol,
    /// Symbol of the course.
    #[n(1)]
    #[cbor(with = "frozen::text")]
    pub(crate) course: Symbol,
    /// Symbol of the decision that asks for it.
    #[n(2)]
    #[cbor(with = "frozen::text")]
    pub(crate) decision: Symbol,
    /// State that receives it.
    #[n(3)]
    #[cbor(with = "frozen::text")]
    pub(crate) host: StateCode,
    /// City.
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
    /// Last instant for nominations, microseconds since 1970.
    #[n(8)]
    pub(crate) closes_us: i64,
    /// Codes of the parties that organise it, with blanks between.
    #[n(9)]
    pub(crate) organisers: String,
    /// How many seats each State has.
    #[n(10)]
    pub(crate) seats: Vec<Seats>,
}

/// Seats of one State.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Seats {
    /// The State.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) state: StateCode,
    /// How many it has.
    #[n(1)]
    pub(crate) seats: u16,
}

/// See [`TrainingEntry::Nominated`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Nominated {
    /// The nomination's id.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) nominee: Uuid,
    /// Symbol of the session.
    #[n(1)]
    #[cbor(with = "frozen::text")]
    pub(crate) session: Symbol,
    /// The person's name.
    #[n(2)]
    pub(crate) name: String,
    /// Kind of institution, a code.
    #[n(3)]
    pub(crate) institution: String,
    /// Sex, a code.
    #[n(4)]
    pub(crate) sex: String,
}

/// See [`TrainingEntry::Recorded`]. A later one about the same person stands in the place of the earlier.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Recorded {
    /// The nomination's id.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) nominee: Uuid,
    /// Symbol of the session.
    #[n(1)]
    #[cbor(with = "frozen::text")]
    pub(crate) session: Symbol,
    /// Days attended, with blanks between.
    #[n(2)]
    pub(crate) days: String,
    /// Score before, of 100.
    #[n(3)]
    pub(crate) before: Option<u8>,
    /// Score afterwards, of 100.
    #[n(4)]
    pub(crate) after: Option<u8>,
}

/// See [`TrainingEntry::Certified`]. It names nobody, and stays when the person is forgotten.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Certified {
    /// The certificate's number.
    #[n(0)]
    pub(crate) number: String,
    /// The nomination's id.
    #[n(1)]
    #[cbor(with = "frozen::text")]
    pub(crate) nominee: Uuid,
    /// Symbol of the session.
    #[n(2)]
    #[cbor(with = "frozen::text")]
    pub(crate) session: Symbol,
    /// Day on which it was given, at the session's place.
    #[n(3)]
    #[cbor(with = "frozen::text")]
    pub(crate) issued_on: Date,
    /// The last day on which it counts.
    #[n(4)]
    #[cbor(with = "frozen::text")]
    pub(crate) expires_on: Date,
}

/// See [`TrainingEntry::Revoked`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Revoked {
    /// The certificate's number.
    #[n(0)]
    pub(crate) number: String,
    /// From which day on it does not count.
    #[n(1)]
    #[cbor(with = "frozen::text")]
    pub(crate) withdrawn_on: Date,
}

/// See [`TrainingEntry::Rated`]. It says of whose delegation it is and not of whom.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Rated {
    /// Symbol of the session.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) session: Symbol,
    /// How useful it was, from 1 to 5.
    #[n(1)]
    pub(crate) useful: u8,
    /// How clear, from 1 to 5.
    #[n(2)]
    pub(crate) clear: u8,
    /// How much of it they will use, from 1 to 5.
    #[n(3)]
    pub(crate) practice: u8,
}

/// See [`TrainingEntry::Summed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Summed {
    /// Symbol of the session.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) session: Symbol,
    /// Its counts, small ones kept back.
    #[n(1)]
    pub(crate) sum: Sum,
}

/// See [`TrainingEntry::Forgotten`]. Never destroyed itself: it explains what is gone.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Forgotten {
    /// The nomination's id.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) nominee: Uuid,
    /// Positions of the speaking State's own entries about the person, all of whose payloads go.
    #[n(1)]
    pub(crate) positions: Vec<u64>,
}

impl TrainingEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub(super) fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged =
            |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of training: {error}"));
        Ok(match kind {
            "course_made" => TrainingEntry::CourseMade(minicbor::decode(payload).map_err(damaged)?),
            "session_called" => TrainingEntry::SessionCalled(minicbor::decode(payload).map_err(damaged)?),
            "nominated" => TrainingEntry::Nominated(minicbor::decode(payload).map_err(damaged)?),
            "recorded" => TrainingEntry::Recorded(minicbor::decode(payload).map_err(damaged)?),
            "certified" => TrainingEntry::Certified(minicbor::decode(payload).map_err(damaged)?),
            "revoked" => TrainingEntry::Revoked(minicbor::decode(payload).map_err(damaged)?),
            "rated" => TrainingEntry::Rated(minicbor::decode(payload).map_err(damaged)?),
            "summed" => TrainingEntry::Summed(minicbor::decode(payload).map_err(damaged)?),
            "forgotten" => TrainingEntry::Forgotten(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of training: no such kind"))),
        })
    }
}

impl Entry for TrainingEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(match self {
            TrainingEntry::CourseMade(_) => "course_made",
            TrainingEntry::SessionCalled(_) => "session_called",
            TrainingEntry::Nominated(_) => "nominated",
            TrainingEntry::Recorded(_) => "recorded",
            TrainingEntry::Certified(_) => "certified",
            TrainingEntry::Revoked(_) => "revoked",
            TrainingEntry::Rated(_) => "rated",
            TrainingEntry::Summed(_) => "summed",
            TrainingEntry::Forgotten(_) => "forgotten",
        })
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            TrainingEntry::CourseMade(entry) => minicbor::to_vec(entry),
            TrainingEntry::SessionCalled(entry) => minicbor::to_vec(entry),
            TrainingEntry::Nominated(entry) => minicbor::to_vec(entry),
            TrainingEntry::Recorded(entry) => minicbor::to_vec(entry),
            TrainingEntry::Certified(entry) => minicbor::to_vec(entry),
            TrainingEntry::Revoked(entry) => minicbor::to_vec(entry),
            TrainingEntry::Rated(entry) => minicbor::to_vec(entry),
            TrainingEntry::Summed(entry) => minicbor::to_vec(entry),
            TrainingEntry::Forgotten(entry) => minicbor::to_vec(entry),
        }
        .unwrap_or_default()
    }

    fn destroys(&self) -> Vec<u64> {
        match self {
            TrainingEntry::Forgotten(gone) => gone.positions.clone(),
            _ => Vec::new(),
        }
    }
}

/// Answers the positions whose payloads an entry of the journal destroys.
pub(super) fn destroys(kind: &str, payload: &[u8]) -> Vec<u64> {
    match TrainingEntry::read(kind, payload) {
        Ok(entry) => entry.destroys(),
        Err(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::super::results::Cell;
    use super::*;

    fn all() -> [TrainingEntry; 9] {
        let (nominee, session): (Uuid, Symbol) = (Uuid::from_u128(7), "LAG/TRN/1".parse().unwrap());
        let state: StateCode = "UTO".parse().unwrap();
        let title = |text: &str| text.to_owned();
        let module =
            Module { title_en: title("E"), title_es: title("S"), title_fr: String::new(), partner: title("P") };
        let cell = |count| Cell { code: "female".to_owned(), count };
        [
            TrainingEntry::CourseMade(CourseMade {
                symbol: "LAG/TRN".parse().unwrap(),
                title_en: "E".to_owned(),
                title_es: "S".to_owned(),
                title_fr: String::new(),
                valid_months: 24,
                pass: 60,
                modules: vec![module],
            }),
            TrainingEntry::SessionCalled(SessionCalled {
                symbol: session.clone(),
                course: "LAG/TRN".parse().unwrap(),
                decision: "LAG/II/DEC/1".parse().unwrap(),
                host: state,
                place: "Arenal".to_owned(),
                zone: "UTC".to_owned(),
                first_on: date(2003, 7, 21),
                last_on: date(2003, 7, 22),
                closes_us: 5,
                organisers: "UTO".to_owned(),
                seats: vec![Seats { state, seats: 2 }],
            }),
            TrainingEntry::Nominated(Nominated {
                nominee,
                session: session.clone(),
                name: "N".to_owned(),
                institution: "police".to_owned(),
                sex: "female".to_owned(),
            }),
            TrainingEntry::Recorded(Recorded {
                nominee,
                session: session.clone(),
                days: "2003-07-21".to_owned(),
                before: None,
                after: Some(80),
            }),
            TrainingEntry::Certified(Certified {
                number: "LAG-T-1".to_owned(),
                nominee,
                session: session.clone(),
                issued_on: date(2003, 7, 22),
                expires_on: date(2005, 7, 22),
            }),
            TrainingEntry::Revoked(Revoked { number: "LAG-T-1".to_owned(), withdrawn_on: date(2004, 1, 2) }),
            TrainingEntry::Rated(Rated { session: session.clone(), useful: 5, clear: 4, practice: 3 }),
            TrainingEntry::Summed(Summed {
                session,
                sum: Sum {
                    nominated: 9,
                    attended: None,
                    certified: Some(5),
                    before: None,
                    after: Some(75),
                    sexes: vec![cell(Some(5)), cell(None)],
                    institutions: Vec::new(),
                },
            }),
            TrainingEntry::Forgotten(Forgotten { nominee, positions: vec![3] }),
        ]
    }

    /// The id, as text.
    const ID: &str = "782430303030303030302d303030302d303030302d303030302d303030303030303030303037";
    /// `LAG/TRN/1`.
    const SESSION: &str = "694c41472f54524e2f31";
    /// `LAG/TRN`.
    const COURSE: &str = "674c41472f54524e";
    /// `LAG-T-1`.
    const NUMBER: &str = "674c41472d542d31";

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            ("course_made", format!("87{COURSE}61456153601818183c818461456153606150")),
            (
                "session_called",
                format!(
                    "8b{SESSION}{COURSE}6c4c41472f49492f4445432f316355544f664172656e616c635554436a323030332d30372d32316a323030332d30372d3232056355544f81826355544f02"
                ),
            ),
            ("nominated", format!("85{ID}{SESSION}614e66706f6c6963656666656d616c65")),
            ("recorded", format!("85{ID}{SESSION}6a323030332d30372d3231f61850")),
            ("certified", format!("85{NUMBER}{ID}{SESSION}6a323030332d30372d32326a323030352d30372d3232")),
            ("revoked", format!("82{NUMBER}6a323030342d30312d3032")),
            ("rated", format!("84{SESSION}050403")),
            ("summed", format!("82{SESSION}8709f605f6184b82826666656d616c6505816666656d616c6580")),
            ("forgotten", format!("82{ID}8103")),
        ];
        for (entry, (kind, bytes)) in all().iter().zip(&golden) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (*kind, bytes.as_str()));
        }
    }

    #[test]
    fn every_entry_comes_back_as_it_was_written_and_only_forgetting_destroys() {
        for entry in all() {
            let back = TrainingEntry::read(entry.kind().as_str(), &entry.payload()).unwrap();
            assert_eq!(back, entry);
            let gone = destroys(entry.kind().as_str(), &entry.payload());
            assert_eq!(gone == [3], matches!(entry, TrainingEntry::Forgotten(_)));
        }
        assert!(TrainingEntry::read("none", &[]).is_err());
    }
}
