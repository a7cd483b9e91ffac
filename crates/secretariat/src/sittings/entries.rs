//! What can be said of a meeting's sitting. Frozen: kinds and fields are added, never edited.

use base::store::{Entry, Room};
use journal::{Name, StateCode};
use minicbor::{Decode, Encode};

use crate::meetings::{Symbol, frozen};

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SittingEntry {
    /// An item is put on the agenda, at its end.
    Placed(Placed),
    /// An item is other than it was.
    Changed(Changed),
    /// An item is taken off the agenda.
    Dropped(Dropped),
    /// The agenda has another order.
    Ordered(Ordered),
    /// Parties were there, or were not.
    Attended(Attended),
    /// A statement is handed in.
    HandedIn(HandedIn),
    /// A statement is answered.
    Answered(Answered),
}

pub(super) const PLACED: Name = Name::literal("item_placed");
pub(super) const CHANGED: Name = Name::literal("item_changed");
pub(super) const DROPPED: Name = Name::literal("item_dropped");
pub(super) const ORDERED: Name = Name::literal("agenda_ordered");
pub(super) const ATTENDED: Name = Name::literal("attended");
pub(super) const HANDED_IN: Name = Name::literal("handed_in");
pub(super) const ANSWERED: Name = Name::literal("answered");

/// What an item of an agenda says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Content {
    /// Title in English; empty where there is none.
    #[n(0)]
    pub(crate) title_en: String,
    /// Title in Spanish; empty where there is none.
    #[n(1)]
    pub(crate) title_es: String,
    /// Title in French; empty where there is none.
    #[n(2)]
    pub(crate) title_fr: String,
    /// Whether it is kept for members.
    #[n(3)]
    pub(crate) members_only: bool,
    /// Whether observers and networks may speak to it.
    #[n(4)]
    pub(crate) observer_slot: bool,
    /// Symbols of its documents.
    #[n(5)]
    pub(crate) papers: Vec<String>,
}

/// See [`SittingEntry::Placed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Placed {
    /// The meeting.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) meeting: Symbol,
    /// Which item it is for good, from 1; its place is another matter.
    #[n(1)]
    pub(crate) item: u32,
    /// What it says.
    #[n(2)]
    pub(crate) content: Content,
}

/// See [`SittingEntry::Changed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Changed {
    /// The meeting.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) meeting: Symbol,
    /// Which item.
    #[n(1)]
    pub(crate) item: u32,
    /// What it says now.
    #[n(2)]
    pub(crate) content: Content,
    /// Why, in the secretariat's words.
    #[n(3)]
    pub(crate) note: String,
}

/// See [`SittingEntry::Dropped`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Dropped {
    /// The meeting.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) meeting: Symbol,
    /// Which item.
    #[n(1)]
    pub(crate) item: u32,
    /// Why, in the secretariat's words.
    #[n(2)]
    pub(crate) note: String,
}

/// See [`SittingEntry::Ordered`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Ordered {
    /// The meeting.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) meeting: Symbol,
    /// All items of the agenda, in their new order.
    #[n(1)]
    pub(crate) items: Vec<u32>,
}

/// See [`SittingEntry::Attended`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Attended {
    /// The meeting.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) meeting: Symbol,
    /// What is known of each party that is named; of the others nothing changes.
    #[n(1)]
    pub(crate) lines: Vec<Line>,
}

/// Whether a party was there.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Line {
    /// The party.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) party: StateCode,
    /// Code of what it was to the conference.
    #[n(1)]
    pub(crate) class: String,
    /// Whether it was present.
    #[n(2)]
    pub(crate) present: bool,
    /// Code of what the head of its delegation is; empty where nobody said so.
    #[n(3)]
    pub(crate) head: String,
}

/// See [`SittingEntry::HandedIn`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct HandedIn {
    /// The meeting.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) meeting: Symbol,
    /// The how manieth statement of the meeting it is, from 1.
    #[n(1)]
    pub(crate) place: u32,
    /// Whose it is.
    #[n(2)]
    #[cbor(with = "frozen::text")]
    pub(crate) party: StateCode,
    /// Code of what that party was to the conference.
    #[n(3)]
    pub(crate) class: String,
    /// The item it speaks to; none where to the meeting as a whole.
    #[n(4)]
    pub(crate) item: Option<u32>,
    /// Tag of the language in which it was written.
    #[n(5)]
    pub(crate) original: String,
    /// What it says.
    #[n(6)]
    pub(crate) texts: Texts,
}

/// See [`SittingEntry::Answered`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Answered {
    /// The meeting.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) meeting: Symbol,
    /// Which statement.
    #[n(1)]
    pub(crate) place: u32,
    /// What was answered.
    #[n(2)]
    pub(crate) texts: Texts,
}

/// The same in up to three languages; empty where there is no text in one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Texts {
    /// English.
    #[n(0)]
    pub(crate) en: String,
    /// Spanish.
    #[n(1)]
    pub(crate) es: String,
    /// French.
    #[n(2)]
    pub(crate) fr: String,
}

impl Entry for SittingEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        match self {
            SittingEntry::Placed(_) => PLACED,
            SittingEntry::Changed(_) => CHANGED,
            SittingEntry::Dropped(_) => DROPPED,
            SittingEntry::Ordered(_) => ORDERED,
            SittingEntry::Attended(_) => ATTENDED,
            SittingEntry::HandedIn(_) => HANDED_IN,
            SittingEntry::Answered(_) => ANSWERED,
        }
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            SittingEntry::Placed(placed) => minicbor::to_vec(placed),
            SittingEntry::Changed(changed) => minicbor::to_vec(changed),
            SittingEntry::Dropped(dropped) => minicbor::to_vec(dropped),
            SittingEntry::Ordered(ordered) => minicbor::to_vec(ordered),
            SittingEntry::Attended(attended) => minicbor::to_vec(attended),
            SittingEntry::HandedIn(handed) => minicbor::to_vec(handed),
            SittingEntry::Answered(answered) => minicbor::to_vec(answered),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> [SittingEntry; 7] {
        let meeting: Symbol = "LAG/II".parse().expect("a symbol");
        let party: StateCode = "UTO".parse().expect("a code");
        let content = Content {
            title_en: "Opening".to_owned(),
            title_es: "Apertura".to_owned(),
            title_fr: String::new(),
            members_only: false,
            observer_slot: true,
            papers: vec!["LAG/II/1".to_owned()],
        };
        let texts = Texts { en: "One".to_owned(), es: String::new(), fr: String::new() };
        let line = Line { party, class: "member".to_owned(), present: true, head: "minister".to_owned() };
        [
            SittingEntry::Placed(Placed { meeting: meeting.clone(), item: 1, content: content.clone() }),
            SittingEntry::Changed(Changed { meeting: meeting.clone(), item: 1, content, note: "Typo".to_owned() }),
            SittingEntry::Dropped(Dropped { meeting: meeting.clone(), item: 1, note: String::new() }),
            SittingEntry::Ordered(Ordered { meeting: meeting.clone(), items: vec![2, 1] }),
            SittingEntry::Attended(Attended { meeting: meeting.clone(), lines: vec![line] }),
            SittingEntry::HandedIn(HandedIn {
                meeting: meeting.clone(),
                place: 1,
                party,
                class: "network".to_owned(),
                item: Some(1),
                original: "en".to_owned(),
                texts: texts.clone(),
            }),
            SittingEntry::Answered(Answered { meeting, place: 1, texts }),
        ]
    }

    const MEETING: &str = "664c41472f4949";
    const CONTENT: &str = "86674f70656e696e6768417065727475726160f4f581684c41472f49492f31";

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            ("item_placed", format!("83{MEETING}01{CONTENT}")),
            ("item_changed", format!("84{MEETING}01{CONTENT}645479706f")),
            ("item_dropped", format!("83{MEETING}0160")),
            ("agenda_ordered", format!("82{MEETING}820201")),
            ("attended", format!("82{MEETING}81846355544f666d656d626572f5686d696e6973746572")),
            ("handed_in", format!("87{MEETING}016355544f676e6574776f726b0162656e83634f6e656060")),
            ("answered", format!("83{MEETING}0183634f6e656060")),
        ];
        for (entry, (kind, bytes)) in all().iter().zip(&golden) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (*kind, bytes.as_str()));
        }
    }

    #[test]
    fn every_entry_comes_back_as_it_was_written() {
        for entry in all() {
            let bytes = entry.payload();
            let back = match &entry {
                SittingEntry::Placed(_) => minicbor::decode(&bytes).map(SittingEntry::Placed),
                SittingEntry::Changed(_) => minicbor::decode(&bytes).map(SittingEntry::Changed),
                SittingEntry::Dropped(_) => minicbor::decode(&bytes).map(SittingEntry::Dropped),
                SittingEntry::Ordered(_) => minicbor::decode(&bytes).map(SittingEntry::Ordered),
                SittingEntry::Attended(_) => minicbor::decode(&bytes).map(SittingEntry::Attended),
                SittingEntry::HandedIn(_) => minicbor::decode(&bytes).map(SittingEntry::HandedIn),
                SittingEntry::Answered(_) => minicbor::decode(&bytes).map(SittingEntry::Answered),
            };
            assert_eq!(back.ok(), Some(entry));
        }
    }
}
