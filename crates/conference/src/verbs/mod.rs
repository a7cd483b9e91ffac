//! Operative verbs: what a deciding body does in a paragraph, from a closed list, and what duty that creates.
//!
//! The verb is data. To take note asks nothing of anyone, to urge asks without an owner, to entrust makes somebody answerable. The list is in
//! `table`; how each looks in English and Spanish is worked out from it.

mod lexicon;
mod spanish;
mod table;

pub use lexicon::{Found, Shape, at, near};
pub(crate) use spanish::is_infinitive;
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
