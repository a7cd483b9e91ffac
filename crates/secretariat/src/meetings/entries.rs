//! What the secretariat can say of a meeting. Frozen: kinds and fields are added, never edited.

use base::store::{Entry, Room};
use journal::Name;
use minicbor::{Decode, Encode};

use super::meeting::{Sitting, Symbol};

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MeetingEntry {
    /// A meeting is called.
    Planned(Planned),
    /// It is called for other days, or to another place.
    Moved(Moved),
    /// It took place, on these days.
    Held(Held),
    /// It will not take place.
    Cancelled(Cancelled),
    /// It was mistyped when it was called.
    Corrected(Corrected),
}

pub(super) const PLANNED: Name = Name::literal("planned");
pub(super) const MOVED: Name = Name::literal("moved");
pub(super) const HELD: Name = Name::literal("held");
pub(super) const CANCELLED: Name = Name::literal("cancelled");
pub(super) const CORRECTED: Name = Name::literal("corrected");

/// See [`MeetingEntry::Planned`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Planned {
    /// Its symbol, which no other meeting has.
    #[n(0)]
    #[cbor(with = "super::frozen::text")]
    pub(crate) symbol: Symbol,
    /// Short name of the body whose meetings are counted, such as `RCM`.
    #[n(1)]
    pub(crate) series: String,
    /// Which of them it is.
    #[n(2)]
    pub(crate) number: u16,
    /// Title in English.
    #[n(3)]
    pub(crate) title_en: String,
    /// Title in Spanish.
    #[n(4)]
    pub(crate) title_es: String,
    /// The meeting that this one belongs to.
    #[n(5)]
    #[cbor(with = "super::frozen::text_or_null")]
    pub(crate) parent: Option<Symbol>,
    /// Whether it is kept for members.
    #[n(6)]
    pub(crate) members_only: bool,
    /// When and where.
    #[n(7)]
    pub(crate) sitting: Sitting,
}

/// See [`MeetingEntry::Moved`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Moved {
    /// Its symbol.
    #[n(0)]
    #[cbor(with = "super::frozen::text")]
    pub(crate) symbol: Symbol,
    /// When and where it is now called for.
    #[n(1)]
    pub(crate) sitting: Sitting,
    /// Why, in the secretariat's words.
    #[n(2)]
    pub(crate) note: String,
}

/// See [`MeetingEntry::Held`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Held {
    /// Its symbol.
    #[n(0)]
    #[cbor(with = "super::frozen::text")]
    pub(crate) symbol: Symbol,
    /// When and where it was held.
    #[n(1)]
    pub(crate) sitting: Sitting,
    /// What to know of it, in the secretariat's words.
    #[n(2)]
    pub(crate) note: String,
}

/// See [`MeetingEntry::Cancelled`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Cancelled {
    /// Its symbol.
    #[n(0)]
    #[cbor(with = "super::frozen::text")]
    pub(crate) symbol: Symbol,
    /// Why, in the secretariat's words.
    #[n(1)]
    pub(crate) note: String,
}

/// See [`MeetingEntry::Corrected`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Corrected {
    /// The symbol it was entered under.
    #[n(0)]
    #[cbor(with = "super::frozen::text")]
    pub(crate) was: Symbol,
    /// What it should have been from the beginning.
    #[n(1)]
    pub(crate) planned: Planned,
    /// What was mistyped, in the secretariat's words.
    #[n(2)]
    pub(crate) note: String,
}

impl Entry for MeetingEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        match self {
            MeetingEntry::Planned(_) => PLANNED,
            MeetingEntry::Moved(_) => MOVED,
            MeetingEntry::Held(_) => HELD,
            MeetingEntry::Cancelled(_) => CANCELLED,
            MeetingEntry::Corrected(_) => CORRECTED,
        }
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            MeetingEntry::Planned(planned) => minicbor::to_vec(planned),
            MeetingEntry::Moved(moved) => minicbor::to_vec(moved),
            MeetingEntry::Held(held) => minicbor::to_vec(held),
            MeetingEntry::Cancelled(cancelled) => minicbor::to_vec(cancelled),
            MeetingEntry::Corrected(corrected) => minicbor::to_vec(corrected),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn all() -> [MeetingEntry; 5] {
        let symbol: Symbol = "LAG/II".parse().expect("a symbol");
        let sitting = Sitting {
            host: "UTO".parse().expect("a code"),
            first_on: date(2003, 5, 29),
            last_on: date(2003, 5, 30),
            zone: "UTC".to_owned(),
            place: "Arenal".to_owned(),
        };
        [
            MeetingEntry::Planned(Planned {
                symbol: symbol.clone(),
                series: "LAG".to_owned(),
                number: 2,
                title_en: "Second".to_owned(),
                title_es: "Segunda".to_owned(),
                parent: None,
                members_only: true,
                sitting: sitting.clone(),
            }),
            MeetingEntry::Moved(Moved { symbol: symbol.clone(), sitting: sitting.clone(), note: "Rain".to_owned() }),
            MeetingEntry::Held(Held { symbol: symbol.clone(), sitting: sitting.clone(), note: String::new() }),
            MeetingEntry::Cancelled(Cancelled { symbol: symbol.clone(), note: "Storm".to_owned() }),
            MeetingEntry::Corrected(Corrected {
                was: "LAG/I".parse().expect("a symbol"),
                planned: Planned {
                    symbol,
                    series: "LAG".to_owned(),
                    number: 2,
                    title_en: "Second".to_owned(),
                    title_es: "Segunda".to_owned(),
                    parent: None,
                    members_only: true,
                    sitting,
                },
                note: "Number".to_owned(),
            }),
        ]
    }

    const SITTING: &str = "856355544f6a323030332d30352d32396a323030332d30352d333063555443664172656e616c";

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            ("planned", format!("88664c41472f4949634c414702665365636f6e6467536567756e6461f6f5{SITTING}")),
            ("moved", format!("83664c41472f4949{SITTING}645261696e")),
            ("held", format!("83664c41472f4949{SITTING}60")),
            ("cancelled", "82664c41472f49496553746f726d".to_owned()),
            (
                "corrected",
                format!(
                    "83654c41472f4988664c41472f4949634c414702665365636f6e6467536567756e6461f6f5{SITTING}664e756d626572"
                ),
            ),
        ];
        let entries = all();
        for (entry, (kind, bytes)) in entries.iter().zip(golden) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload())), (kind, bytes));
        }
        let MeetingEntry::Planned(planned) = &entries[0] else { panic!("the first is planned") };
        assert_eq!(minicbor::decode::<Planned>(&entries[0].payload()).as_ref().ok(), Some(planned));
        let MeetingEntry::Corrected(corrected) = &entries[4] else { panic!("the last is corrected") };
        assert_eq!(minicbor::decode::<Corrected>(&entries[4].payload()).as_ref().ok(), Some(corrected));
        let child = Planned { parent: Some("RCM/VIII".parse().expect("a symbol")), ..planned.clone() };
        let bytes = minicbor::to_vec(&child).expect("bytes");
        assert_eq!(minicbor::decode::<Planned>(&bytes).ok(), Some(child), "a parent comes back as well");
    }
}
