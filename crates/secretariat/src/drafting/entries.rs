//! What can be said of a draft. Frozen: kinds and fields are added, never edited.

use base::store::{Entry, Room, StoreError};
use conference::drafting::{Change, Finding, Point, Texts, Word};
use conference::language::TextLanguage;
use journal::{Name, StateCode};
use minicbor::{Decode, Encode};

use crate::meetings::{Symbol, frozen};

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum DraftEntry {
    /// A draft is opened.
    Opened(Opened),
    /// Somebody proposes a change.
    Proposed(Proposed),
    /// Somebody says something of a proposal.
    Said(Said),
    /// The chair says what becomes of a proposal.
    Ruled(Ruled),
    /// The chair lets somebody in.
    LetIn(LetIn),
    /// Somebody says how a point of law is answered.
    Checked(Checked),
    /// The draft became a document of a meeting.
    HandedOver(HandedOver),
}

/// What a paragraph says in each language; empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Words {
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

/// See [`DraftEntry::Opened`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Opened {
    /// Its symbol.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) symbol: Symbol,
    /// Symbol of the decision or meeting that asks for it.
    #[n(1)]
    #[cbor(with = "frozen::text")]
    pub(crate) about: Symbol,
    /// Title in English.
    #[n(2)]
    pub(crate) title_en: String,
    /// Title in Spanish.
    #[n(3)]
    pub(crate) title_es: String,
    /// Tag of the language in which it is written first.
    #[n(4)]
    pub(crate) original: String,
    /// Who chairs.
    #[n(5)]
    #[cbor(with = "frozen::text")]
    pub(crate) chair: StateCode,
    /// Codes of the States that draft, with blanks between.
    #[n(6)]
    pub(crate) states: String,
    /// Codes of others who propose and speak, with blanks between.
    #[n(7)]
    pub(crate) others: String,
    /// What it says at first.
    #[n(8)]
    pub(crate) paragraphs: Vec<Words>,
}

/// See [`DraftEntry::Proposed`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Proposed {
    /// Symbol of the draft.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) draft: Symbol,
    /// `add`, `amend`, `delete` or `move`.
    #[n(1)]
    pub(crate) kind: String,
    /// Number of the paragraph; 0 where one is added.
    #[n(2)]
    pub(crate) paragraph: u32,
    /// Number of the paragraph before it, of one that is added or moved; 0 for the beginning.
    #[n(3)]
    pub(crate) after: u32,
    /// What it is to say.
    #[n(4)]
    pub(crate) words: Words,
    /// The version in front of whoever proposes.
    #[n(5)]
    pub(crate) seen: u32,
    /// Why.
    #[n(6)]
    pub(crate) reason: String,
}

/// See [`DraftEntry::Said`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Said {
    /// Symbol of the draft.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) draft: Symbol,
    /// Number of the proposal.
    #[n(1)]
    pub(crate) proposal: u32,
    /// `supports`, `opposes` or empty.
    #[n(2)]
    pub(crate) opinion: String,
    /// In words; may be empty beside an opinion.
    #[n(3)]
    pub(crate) words: String,
}

/// See [`DraftEntry::Ruled`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Ruled {
    /// Symbol of the draft.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) draft: Symbol,
    /// Number of the proposal.
    #[n(1)]
    pub(crate) proposal: u32,
    /// `accept`, `merge` or `set_aside`.
    #[n(2)]
    pub(crate) ruling: String,
    /// The chair's own words, of what is merged.
    #[n(3)]
    pub(crate) words: Words,
    /// The version in front of the chair.
    #[n(4)]
    pub(crate) seen: u32,
    /// Why.
    #[n(5)]
    pub(crate) reason: String,
}

/// See [`DraftEntry::LetIn`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct LetIn {
    /// Symbol of the draft.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) draft: Symbol,
    /// Who.
    #[n(1)]
    #[cbor(with = "frozen::text")]
    pub(crate) party: StateCode,
}

/// See [`DraftEntry::Checked`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct Checked {
    /// Symbol of the draft.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) draft: Symbol,
    /// Code of the point.
    #[n(1)]
    pub(crate) point: String,
    /// `met`, `not_needed` or `open`.
    #[n(2)]
    pub(crate) finding: String,
    /// Number of the paragraph that answers it; 0 where none does.
    #[n(3)]
    pub(crate) paragraph: u32,
    /// The version in front of whoever says it.
    #[n(4)]
    pub(crate) seen: u32,
    /// Which law, or why.
    #[n(5)]
    pub(crate) words: String,
}

/// See [`DraftEntry::HandedOver`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub(crate) struct HandedOver {
    /// Symbol of the draft.
    #[n(0)]
    #[cbor(with = "frozen::text")]
    pub(crate) draft: Symbol,
    /// The version that is handed over.
    #[n(1)]
    pub(crate) version: u32,
    /// Symbol of the document.
    #[n(2)]
    #[cbor(with = "frozen::text")]
    pub(crate) paper: Symbol,
    /// Passages in brackets that were left.
    #[n(3)]
    pub(crate) brackets: u32,
    /// Points of law that nobody had answered; none of a draft from before there were any.
    #[n(4)]
    pub(crate) unanswered: Option<u32>,
}

impl Words {
    /// Answers what the rules read: languages that say nothing are left out.
    pub(crate) fn texts(&self) -> Texts {
        let all =
            [(TextLanguage::English, &self.en), (TextLanguage::Spanish, &self.es), (TextLanguage::French, &self.fr)];
        all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(one, text)| (one, text.clone())).collect()
    }

    /// Answers what the rules say, as entries write it.
    pub(crate) fn of(texts: &Texts) -> Self {
        let text = |language| texts.get(&language).cloned().unwrap_or_default();
        Words { en: text(TextLanguage::English), es: text(TextLanguage::Spanish), fr: text(TextLanguage::French) }
    }
}

impl Proposed {
    /// Answers the change that it proposes; none where its kind is none.
    pub(crate) fn change(&self) -> Option<Change> {
        let (paragraph, after) = (self.paragraph, self.after);
        Some(match self.kind.as_str() {
            "add" => Change::Add { after, texts: self.words.texts() },
            "amend" => Change::Amend { paragraph, texts: self.words.texts() },
            "delete" => Change::Delete { paragraph },
            "move" => Change::Move { paragraph, after },
            _ => return None,
        })
    }
}

impl Checked {
    /// Answers what it says in the words of the rules; none where its codes are none.
    pub(crate) fn word(&self, by: StateCode) -> Option<Word> {
        let (point, finding) = (Point::read(&self.point)?, Finding::read(&self.finding)?);
        let (paragraph, seen) = (self.paragraph, self.seen);
        Some(Word { by, point, finding, paragraph, seen, words: self.words.clone() })
    }
}

impl DraftEntry {
    /// Reads a payload by its kind.
    ///
    /// Errors: `Damaged` for a kind this release does not know or bytes that are no such entry.
    pub(super) fn read(kind: &str, payload: &[u8]) -> Result<Self, StoreError> {
        let damaged =
            |error: minicbor::decode::Error| StoreError::Damaged(format!("entry {kind} of drafting: {error}"));
        Ok(match kind {
            "opened" => DraftEntry::Opened(minicbor::decode(payload).map_err(damaged)?),
            "proposed" => DraftEntry::Proposed(minicbor::decode(payload).map_err(damaged)?),
            "said" => DraftEntry::Said(minicbor::decode(payload).map_err(damaged)?),
            "ruled" => DraftEntry::Ruled(minicbor::decode(payload).map_err(damaged)?),
            "let_in" => DraftEntry::LetIn(minicbor::decode(payload).map_err(damaged)?),
            "checked" => DraftEntry::Checked(minicbor::decode(payload).map_err(damaged)?),
            "handed_over" => DraftEntry::HandedOver(minicbor::decode(payload).map_err(damaged)?),
            _ => return Err(StoreError::Damaged(format!("entry {kind} of drafting: no such kind"))),
        })
    }
}

impl Entry for DraftEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        Name::literal(match self {
            DraftEntry::Opened(_) => "opened",
            DraftEntry::Proposed(_) => "proposed",
            DraftEntry::Said(_) => "said",
            DraftEntry::Ruled(_) => "ruled",
            DraftEntry::LetIn(_) => "let_in",
            DraftEntry::Checked(_) => "checked",
            DraftEntry::HandedOver(_) => "handed_over",
        })
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            DraftEntry::Opened(opened) => minicbor::to_vec(opened),
            DraftEntry::Proposed(proposed) => minicbor::to_vec(proposed),
            DraftEntry::Said(said) => minicbor::to_vec(said),
            DraftEntry::Ruled(ruled) => minicbor::to_vec(ruled),
            DraftEntry::LetIn(let_in) => minicbor::to_vec(let_in),
            DraftEntry::Checked(checked) => minicbor::to_vec(checked),
            DraftEntry::HandedOver(handed) => minicbor::to_vec(handed),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let draft: Symbol = "A/1".parse().unwrap();
        let words = Words { en: "One".to_owned(), es: "Uno".to_owned(), fr: String::new() };
        let opened = Opened {
            symbol: draft.clone(),
            about: "A/2".parse().unwrap(),
            title_en: "T".to_owned(),
            title_es: "U".to_owned(),
            original: "en".to_owned(),
            chair: "XSV".parse().unwrap(),
            states: "MEX UTO".to_owned(),
            others: String::new(),
            paragraphs: vec![words.clone()],
        };
        let proposed = Proposed {
            draft: draft.clone(),
            kind: "amend".to_owned(),
            paragraph: 1,
            after: 0,
            words: words.clone(),
            seen: 1,
            reason: "R".to_owned(),
        };
        let said = Said { draft: draft.clone(), proposal: 1, opinion: "supports".to_owned(), words: "W".to_owned() };
        let ruled = Ruled {
            draft: draft.clone(),
            proposal: 1,
            ruling: "merge".to_owned(),
            words,
            seen: 1,
            reason: String::new(),
        };
        let let_in = LetIn { draft: draft.clone(), party: "COL".parse().unwrap() };
        let checked = Checked {
            draft: draft.clone(),
            point: "child".to_owned(),
            finding: "met".to_owned(),
            paragraph: 1,
            seen: 2,
            words: "W".to_owned(),
        };
        let handed = |unanswered| HandedOver {
            draft: draft.clone(),
            version: 2,
            paper: "A/2".parse().unwrap(),
            brackets: 3,
            unanswered,
        };
        let words = "83634f6e6563556e6f60";
        let frozen = [
            (
                DraftEntry::Opened(opened),
                "opened",
                format!("8963412f3163412f326154615562656e63585356674d45582055544f6081{words}"),
            ),
            (DraftEntry::Proposed(proposed), "proposed", format!("8763412f3165616d656e640100{words}016152")),
            (DraftEntry::Said(said), "said", "8463412f310168737570706f7274736157".to_owned()),
            (DraftEntry::Ruled(ruled), "ruled", format!("8663412f3101656d65726765{words}0160")),
            (DraftEntry::LetIn(let_in), "let_in", "8263412f3163434f4c".to_owned()),
            (DraftEntry::Checked(checked), "checked", "8663412f31656368696c64636d657401026157".to_owned()),
            // As it was written before points of law were counted, and since.
            (DraftEntry::HandedOver(handed(None)), "handed_over", "8463412f310263412f3203".to_owned()),
            (DraftEntry::HandedOver(handed(Some(4))), "handed_over", "8563412f310263412f320304".to_owned()),
        ];
        for (entry, kind, bytes) in &frozen {
            assert_eq!((entry.kind().as_str(), &hex::encode(entry.payload())), (*kind, bytes));
            assert_eq!(&DraftEntry::read(kind, &entry.payload()).unwrap(), entry);
        }
        assert!(DraftEntry::read("other", b"").is_err());
    }
}
