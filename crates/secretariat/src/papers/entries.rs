//! What the secretariat can say of a document. Frozen: kinds and fields are added, never edited.

use base::store::{Entry, Room};
use journal::Name;
use minicbor::{Decode, Encode};

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PaperEntry {
    /// A document is filed; it has no text yet.
    Filed(Filed),
    /// One of its texts is brought.
    Brought(Brought),
    /// Who may see it is decided anew.
    Classed(Classed),
    /// What does not go together in two of its texts is no fault.
    Dismissed(Dismissed),
    /// That is taken back.
    Raised(Raised),
}

pub(super) const FILED: Name = Name::literal("filed");
pub(super) const BROUGHT: Name = Name::literal("brought");
pub(super) const CLASSED: Name = Name::literal("classed");
pub(super) const DISMISSED: Name = Name::literal("dismissed");
pub(super) const RAISED: Name = Name::literal("raised");

/// See [`PaperEntry::Filed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Filed {
    /// Its symbol, which no other document has.
    #[n(0)]
    pub(crate) symbol: String,
    /// Code of what it is.
    #[n(1)]
    pub(crate) kind: String,
    /// Title in English; empty where there is none.
    #[n(2)]
    pub(crate) title_en: String,
    /// Title in Spanish; empty where there is none.
    #[n(3)]
    pub(crate) title_es: String,
    /// Tag of the language in which it was written.
    #[n(4)]
    pub(crate) original: String,
    /// Code of who may see it.
    #[n(5)]
    pub(crate) class: String,
    /// Symbol of the meeting that it was written for.
    #[n(6)]
    pub(crate) meeting: Option<String>,
    /// Code of the rule by which that class was decided; absent where none was said.
    #[n(7)]
    pub(crate) rule: Option<String>,
    /// Whose decision that was, in words; absent where nobody said.
    #[n(8)]
    pub(crate) decided_by: Option<String>,
}

/// See [`PaperEntry::Brought`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Brought {
    /// Its symbol.
    #[n(0)]
    pub(crate) symbol: String,
    /// Tag of the text's language.
    #[n(1)]
    pub(crate) language: String,
    /// Which text in that language, from 1.
    #[n(2)]
    pub(crate) version: u32,
    /// Whether it is authentic and no translation.
    #[n(3)]
    pub(crate) authentic: bool,
    /// Code of the file's form.
    #[n(4)]
    pub(crate) format: String,
    /// SHA-256 of the file, 64 hexadecimal digits: the name under which it is kept.
    #[n(5)]
    pub(crate) file: String,
    /// How long it is, in bytes.
    #[n(6)]
    pub(crate) size_bytes: u64,
    /// Where it differs from the other languages.
    #[n(7)]
    pub(crate) note: String,
}

/// See [`PaperEntry::Classed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Classed {
    /// Its symbol.
    #[n(0)]
    pub(crate) symbol: String,
    /// Code of who may see it from now on.
    #[n(1)]
    pub(crate) class: String,
    /// Code of the rule by which that was decided.
    #[n(2)]
    pub(crate) rule: String,
    /// Whose decision it was, in words.
    #[n(3)]
    pub(crate) decided_by: String,
}

/// See [`PaperEntry::Dismissed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Dismissed {
    /// Symbol of the document.
    #[n(0)]
    pub(crate) symbol: String,
    /// Name of what does not go together, which follows from the paragraphs: 32 hexadecimal digits.
    #[n(1)]
    pub(crate) flag: String,
    /// Why it is no fault.
    #[n(2)]
    pub(crate) reason: String,
}

/// See [`PaperEntry::Raised`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Raised {
    /// Symbol of the document.
    #[n(0)]
    pub(crate) symbol: String,
    /// Name of what does not go together.
    #[n(1)]
    pub(crate) flag: String,
}

impl Entry for PaperEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        match self {
            PaperEntry::Filed(_) => FILED,
            PaperEntry::Brought(_) => BROUGHT,
            PaperEntry::Classed(_) => CLASSED,
            PaperEntry::Dismissed(_) => DISMISSED,
            PaperEntry::Raised(_) => RAISED,
        }
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            PaperEntry::Filed(filed) => minicbor::to_vec(filed),
            PaperEntry::Brought(brought) => minicbor::to_vec(brought),
            PaperEntry::Classed(classed) => minicbor::to_vec(classed),
            PaperEntry::Dismissed(dismissed) => minicbor::to_vec(dismissed),
            PaperEntry::Raised(raised) => minicbor::to_vec(raised),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let filed = Filed {
            symbol: "LAG/II/1".to_owned(),
            kind: "note".to_owned(),
            title_en: "One".to_owned(),
            title_es: String::new(),
            original: "en".to_owned(),
            class: "members".to_owned(),
            meeting: Some("LAG/II".to_owned()),
            rule: None,
            decided_by: None,
        };
        // As it is said since a rule can be named; what was said before is the text above, byte for byte.
        let ruled =
            Filed { meeting: None, rule: Some("draft".to_owned()), decided_by: Some("P".to_owned()), ..filed.clone() };
        let classed = Classed {
            symbol: "LAG/II/1".to_owned(),
            class: "public".to_owned(),
            rule: "adopted".to_owned(),
            decided_by: "LAG/II".to_owned(),
        };
        let brought = Brought {
            symbol: "LAG/II/1".to_owned(),
            language: "en".to_owned(),
            version: 1,
            authentic: true,
            format: "txt".to_owned(),
            file: "ab".to_owned(),
            size_bytes: 300,
            note: String::new(),
        };
        let (symbol, flag) = ("LAG/II/1".to_owned(), "0f".repeat(16));
        let raised = Raised { symbol: symbol.clone(), flag: flag.clone() };
        let dismissed = Dismissed { symbol, flag, reason: "Uno".to_owned() };
        let frozen = [
            (
                PaperEntry::Filed(filed.clone()),
                ("filed", "87684c41472f49492f31646e6f7465634f6e656062656e676d656d62657273664c41472f4949"),
            ),
            (
                PaperEntry::Filed(ruled.clone()),
                ("filed", "89684c41472f49492f31646e6f7465634f6e656062656e676d656d62657273f66564726166746150"),
            ),
            (
                PaperEntry::Classed(classed.clone()),
                ("classed", "84684c41472f49492f31667075626c69636761646f70746564664c41472f4949"),
            ),
            (
                PaperEntry::Dismissed(dismissed.clone()),
                (
                    "dismissed",
                    "83684c41472f49492f317820306630663066306630663066306630663066306630663066306630663066306663556e6f",
                ),
            ),
            (
                PaperEntry::Raised(raised.clone()),
                ("raised", "82684c41472f49492f3178203066306630663066306630663066306630663066306630663066306630663066"),
            ),
            (PaperEntry::Brought(brought.clone()), ("brought", "88684c41472f49492f3162656e01f56374787462616219012c60")),
        ];
        for (entry, (kind, bytes)) in &frozen {
            assert_eq!((entry.kind().as_str(), hex::encode(entry.payload()).as_str()), (*kind, *bytes));
        }
        assert_eq!(minicbor::decode::<Filed>(&frozen[0].0.payload()).ok(), Some(filed));
        assert_eq!(minicbor::decode::<Filed>(&frozen[1].0.payload()).ok(), Some(ruled));
        assert_eq!(minicbor::decode::<Classed>(&frozen[2].0.payload()).ok(), Some(classed));
        assert_eq!(minicbor::decode::<Dismissed>(&frozen[3].0.payload()).ok(), Some(dismissed));
        assert_eq!(minicbor::decode::<Raised>(&frozen[4].0.payload()).ok(), Some(raised));
        assert_eq!(minicbor::decode::<Brought>(&frozen[5].0.payload()).ok(), Some(brought));
    }
}
