//! What the secretariat can say of decisions and of drafts of them. Frozen: kinds and fields are added, never edited.

use base::store::{Entry, Room};
use jiff::civil::Date;
use journal::Name;
use minicbor::{Decode, Encode};

use super::decision::{Content, LinkKind, Tongue};
use crate::meetings::Symbol;

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DecisionEntry {
    /// A decision was adopted. It never changes.
    Adopted(Adopted),
    /// Something came of it, said with its source.
    Noted(Noted),
    /// Its text was entered with a mistake; both stay in sight.
    Corrected(Corrected),
    /// It has to do with another.
    Linked(Linked),
    /// What one of its deadlines counts from has happened.
    Happened(Happened),
    /// A text was read into drafts, which follow.
    Imported(Imported),
    /// One draft of it.
    Drafted(Drafted),
    /// A person changed, confirmed or dropped a draft.
    Changed(Changed),
    /// A set of drafts was thrown away.
    Discarded(Discarded),
}

pub(super) const ADOPTED: Name = Name::literal("adopted");
pub(super) const NOTED: Name = Name::literal("noted");
pub(super) const CORRECTED: Name = Name::literal("corrected");
pub(super) const LINKED: Name = Name::literal("linked");
pub(super) const HAPPENED: Name = Name::literal("happened");
pub(super) const IMPORTED: Name = Name::literal("imported");
pub(super) const DRAFTED: Name = Name::literal("drafted");
pub(super) const CHANGED: Name = Name::literal("changed");
pub(super) const DISCARDED: Name = Name::literal("discarded");

/// See [`DecisionEntry::Adopted`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Adopted {
    /// Its symbol, which no other has.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) symbol: Symbol,
    /// The meeting that took it.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) meeting: Symbol,
    /// The no-objection round that adopted it, where the meeting itself did not.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub(crate) round: Option<Symbol>,
    /// The day of adoption.
    #[n(3)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) adopted_on: Date,
    /// The meeting's last day as it was known then, from which some deadlines count.
    #[n(4)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) ended_on: Date,
    /// Whether its meeting is kept for members.
    #[n(5)]
    pub(crate) members_only: bool,
    /// What it says.
    #[n(6)]
    pub(crate) content: Content,
    /// The draft that was confirmed; none where it was entered by hand.
    #[n(7)]
    pub(crate) draft: Option<DraftPlace>,
}

/// Which draft of which set. Its bytes are frozen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct DraftPlace {
    /// The set: a UUID.
    #[n(0)]
    pub(crate) import: String,
    /// Its place in the set, from 1.
    #[n(1)]
    pub(crate) place: u32,
}

/// See [`DecisionEntry::Noted`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Noted {
    /// The decision's symbol.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) symbol: Symbol,
    /// The day of what is told.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) on: Date,
    /// What is told.
    #[n(2)]
    pub(crate) text: String,
    /// Where it is written.
    #[n(3)]
    pub(crate) source: String,
}

/// See [`DecisionEntry::Corrected`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Corrected {
    /// The decision's symbol.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) symbol: Symbol,
    /// Which text.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) language: Tongue,
    /// The text as it was adopted.
    #[n(2)]
    pub(crate) text: String,
    /// Why.
    #[n(3)]
    pub(crate) reason: String,
}

/// See [`DecisionEntry::Linked`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Linked {
    /// The decision's symbol.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) symbol: Symbol,
    /// How.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) kind: LinkKind,
    /// With which.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) to: Symbol,
}

/// See [`DecisionEntry::Happened`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Happened {
    /// The decision's symbol.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) symbol: Symbol,
    /// What, in the words of the rule that counts from it.
    #[n(1)]
    pub(crate) event: String,
    /// When.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) on: Date,
    /// Where it is written.
    #[n(3)]
    pub(crate) source: String,
}

/// See [`DecisionEntry::Imported`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Imported {
    /// The set: a UUID.
    #[n(0)]
    pub(crate) import: String,
    /// The meeting that adopted the text.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) meeting: Symbol,
    /// The file's name; empty for a text that was pasted.
    #[n(2)]
    pub(crate) name: String,
    /// What a person should know of the reading.
    #[n(3)]
    pub(crate) warnings: Vec<Warned>,
    /// Paragraphs that belong to no draft, in their order.
    #[n(4)]
    pub(crate) others: Vec<String>,
}

/// A warning: its code, and up to three numbers. Its bytes are frozen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Warned {
    /// The code, as in the words.
    #[n(0)]
    pub(crate) code: String,
    /// The numbers that the sentence needs, in their order.
    #[n(1)]
    pub(crate) numbers: Vec<u64>,
}

/// See [`DecisionEntry::Drafted`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Drafted {
    /// Which.
    #[n(0)]
    pub(crate) at: DraftPlace,
    /// What is proposed.
    #[n(1)]
    pub(crate) content: Content,
    /// What it was read from.
    #[n(2)]
    pub(crate) source: Source,
}

/// The paragraphs of a draft, and what its proposals rest on. Its bytes are frozen.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Source {
    /// The paragraphs, with the number that the text gives each.
    #[n(0)]
    pub(crate) paragraphs: Vec<String>,
    /// Characters that something rests on, in their order.
    #[n(1)]
    pub(crate) marks: Vec<Mark>,
}

/// Some characters of a paragraph. Its bytes are frozen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Mark {
    /// The paragraph, from 0.
    #[n(0)]
    pub(crate) paragraph: u32,
    /// The first character, from 0.
    #[n(1)]
    pub(crate) from: u32,
    /// The character after the last.
    #[n(2)]
    pub(crate) to: u32,
    /// What rests on it: `verb`, `addressee`, `due`, `condition`.
    #[n(3)]
    pub(crate) kind: String,
}

/// See [`DecisionEntry::Changed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Changed {
    /// Which.
    #[n(0)]
    pub(crate) at: DraftPlace,
    /// Which revision this is: one more than the last.
    #[n(1)]
    pub(crate) revision: u32,
    /// `open`, `confirmed` or `dropped`.
    #[n(2)]
    pub(crate) standing: String,
    /// What it says now.
    #[n(3)]
    pub(crate) content: Content,
}

/// See [`DecisionEntry::Discarded`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Discarded {
    /// The set.
    #[n(0)]
    pub(crate) import: String,
}

impl Entry for DecisionEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        match self {
            DecisionEntry::Adopted(_) => ADOPTED,
            DecisionEntry::Noted(_) => NOTED,
            DecisionEntry::Corrected(_) => CORRECTED,
            DecisionEntry::Linked(_) => LINKED,
            DecisionEntry::Happened(_) => HAPPENED,
            DecisionEntry::Imported(_) => IMPORTED,
            DecisionEntry::Drafted(_) => DRAFTED,
            DecisionEntry::Changed(_) => CHANGED,
            DecisionEntry::Discarded(_) => DISCARDED,
        }
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            DecisionEntry::Adopted(adopted) => minicbor::to_vec(adopted),
            DecisionEntry::Noted(noted) => minicbor::to_vec(noted),
            DecisionEntry::Corrected(corrected) => minicbor::to_vec(corrected),
            DecisionEntry::Linked(linked) => minicbor::to_vec(linked),
            DecisionEntry::Happened(happened) => minicbor::to_vec(happened),
            DecisionEntry::Imported(imported) => minicbor::to_vec(imported),
            DecisionEntry::Drafted(drafted) => minicbor::to_vec(drafted),
            DecisionEntry::Changed(changed) => minicbor::to_vec(changed),
            DecisionEntry::Discarded(discarded) => minicbor::to_vec(discarded),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::samples::content;
    use super::*;

    fn all() -> Vec<DecisionEntry> {
        let symbol: Symbol = "LAG/II/2003/DEC/1".parse().expect("a symbol");
        let meeting: Symbol = "LAG/II".parse().expect("a symbol");
        let (import, on) = ("u".to_owned(), date(2003, 5, 30));
        let at = DraftPlace { import: import.clone(), place: 1 };
        vec![
            DecisionEntry::Adopted(Adopted {
                symbol: symbol.clone(),
                meeting: meeting.clone(),
                round: None,
                adopted_on: on,
                ended_on: on,
                members_only: false,
                content: content(1, "Urge it."),
                draft: Some(at.clone()),
            }),
            DecisionEntry::Noted(Noted { symbol: symbol.clone(), on, text: "Done".into(), source: "Report".into() }),
            DecisionEntry::Corrected(Corrected {
                symbol: symbol.clone(),
                language: Tongue::En,
                text: "Urge.".into(),
                reason: "Slip".into(),
            }),
            DecisionEntry::Linked(Linked { symbol: symbol.clone(), kind: LinkKind::Amends, to: meeting.clone() }),
            DecisionEntry::Happened(Happened { symbol, event: "receipt".into(), on, source: String::new() }),
            DecisionEntry::Imported(Imported {
                import: import.clone(),
                meeting,
                name: "a.txt".into(),
                warnings: vec![Warned { code: "tables".into(), numbers: vec![2] }],
                others: vec!["Heading".into()],
            }),
            DecisionEntry::Drafted(Drafted {
                at: at.clone(),
                content: content(1, "Urge it."),
                source: Source {
                    paragraphs: vec!["Urge it.".into()],
                    marks: vec![Mark { paragraph: 0, from: 0, to: 4, kind: "verb".into() }],
                },
            }),
            DecisionEntry::Changed(Changed {
                at,
                revision: 2,
                standing: "confirmed".into(),
                content: content(1, "Urge it."),
            }),
            DecisionEntry::Discarded(Discarded { import }),
        ]
    }

    /// A decision that urges all members, as every entry below has it.
    const CONTENT: &str = "880162656e68557267652069742e60608185647572676581676d656d62657273f57733206d6f6e74687320616674657220\
        61646f7074696f6ef46080";

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            (
                "adopted",
                format!(
                    "88714c41472f49492f323030332f4445432f31664c41472f4949f66a323030332d30352d33306a323030332d30352d3330f4{CONTENT}82617501"
                ),
            ),
            (
                "noted",
                "84714c41472f49492f323030332f4445432f316a323030332d30352d333064446f6e65665265706f7274".to_owned(),
            ),
            ("corrected", "84714c41472f49492f323030332f4445432f3162656e65557267652e64536c6970".to_owned()),
            ("linked", "83714c41472f49492f323030332f4445432f3166616d656e6473664c41472f4949".to_owned()),
            ("happened", "84714c41472f49492f323030332f4445432f3167726563656970746a323030332d30352d333060".to_owned()),
            ("imported", "856175664c41472f494965612e7478748182667461626c65738102816748656164696e67".to_owned()),
            ("drafted", format!("8382617501{CONTENT}828168557267652069742e81840000046476657262")),
            ("changed", format!("84826175010269636f6e6669726d6564{CONTENT}")),
            ("discarded", "816175".to_owned()),
        ];
        let entries = all();
        assert_eq!(entries.len(), golden.len());
        for (entry, (kind, bytes)) in entries.iter().zip(golden) {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload())), (kind, bytes));
        }
        let DecisionEntry::Adopted(adopted) = &entries[0] else { panic!("the first is adopted") };
        assert_eq!(minicbor::decode::<Adopted>(&entries[0].payload()).as_ref().ok(), Some(adopted));
    }
}
