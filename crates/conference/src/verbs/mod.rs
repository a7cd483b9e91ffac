//! Operative verbs: what a deciding body does in a paragraph, from a closed list, and what duty that creates.
//!
//! The verb is data. To take note asks nothing of anyone, to urge asks without an owner, to entrust makes somebody answerable. The list is in
//! `table`; how each looks in English, Spanish and French is worked out from it.

pub(crate) mod french;
mod lexicon;
mod spanish;
mod table;

pub use lexicon::{Found, Shape, at, near};
pub use table::Verb;

use serde::{Deserialize, Serialize};

/// What a verb asks, and whether somebody answers for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duty {
    /// Nothing is to be done: thanks, notes, convictions.
    None,
    /// Something is asked or hoped for, and nobody answers for it by name.
    Soft,
    /// Something is to be done and has an owner.
    Owned,
}

/// Whether the verb is an act of the body that speaks, or names work that somebody then does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Act {
    /// Done by being said: to thank, to urge, to approve.
    Said,
    /// To be done afterwards: to continue, to prepare, to strengthen.
    Done,
}

/// The languages in which decisions are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[serde(rename = "en")]
    English,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
}

/// The languages whose verbs are read: those in which decisions are kept, and French.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Speech {
    /// English.
    English,
    /// Spanish.
    Spanish,
    /// French, of which no decision is kept as one of its own languages.
    French,
}

impl Speech {
    /// Answers the language in which a decision written so is kept, where there is one.
    pub fn language(self) -> Option<Language> {
        match self {
            Speech::English => Some(Language::English),
            Speech::Spanish => Some(Language::Spanish),
            Speech::French => None,
        }
    }
}

/// Answers whether a word ends as an infinitive does in a Romance language, and is none of the nouns that do.
pub(crate) fn is_infinitive(word: &str, language: Speech) -> bool {
    match language {
        Speech::English => false,
        Speech::Spanish => spanish::is_infinitive(word),
        Speech::French => french::is_infinitive(word),
    }
}
