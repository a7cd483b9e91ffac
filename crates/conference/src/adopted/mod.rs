//! What a meeting adopted: a declaration and its decisions, as they leave the house.
//!
//! Each language is a text of its own. As Akoma Ntoso the set is one document a language ([`crate::akn`]); as CSV and JSON it is a
//! row a decision with what the decision asks for, in all languages ([`csv`], [`json`]). The forms are in `docs/formats/decisions.md`.

mod rows;

pub use rows::{csv, json};

use std::collections::{BTreeMap, BTreeSet};

use crate::import::Due;
use crate::language::TextLanguage;
use crate::verbs::Verb;
use jiff::civil::Date;

/// The decisions of one meeting, with the text around them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// The process's code in small letters, such as `rcm`.
    pub process: String,
    /// The meeting's symbol, such as `RCM/VIII`.
    pub meeting: String,
    /// Its number in the series.
    pub number: u16,
    /// The day of adoption.
    pub adopted_on: Date,
    /// The language in which it was drafted.
    pub original: TextLanguage,
    /// The declaration in each language in which there is one.
    pub headings: BTreeMap<TextLanguage, Heading>,
    /// The decisions in their order.
    pub decisions: Vec<Decision>,
}

/// The text of a declaration that stands before its decisions, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Who speaks, such as `Regional Conference on Migration`.
    pub author: String,
    /// What it is called.
    pub title: String,
    /// Its considerations and guidelines.
    pub recitals: Vec<Block>,
    /// The words that open the decisions, such as `The Vice-Ministers decided to:`.
    pub formula: Option<String>,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its number at the meeting.
    pub number: u32,
    /// Its document's symbol, such as `RCM/VIII/2003/DEC/15`.
    pub symbol: String,
    /// Its operative verbs, in the order of the text.
    pub verbs: Vec<Verb>,
    /// Whom it speaks to, as codes of States and names of bodies.
    pub addressees: Vec<String>,
    /// When what it asks for is due.
    pub dues: Vec<Due>,
    /// What must have happened before.
    pub condition: Option<String>,
    /// Its text in each language in which there is one.
    pub texts: BTreeMap<TextLanguage, Vec<Block>>,
}

/// A piece of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A list, each point with its mark, such as `a)`; the mark may be empty.
    List(Vec<(String, String)>),
}

/// Says why a set cannot leave the house in a language.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AdoptedError {
    /// There is no declaration in that language.
    #[error("there is no text in {}", .0.two_letters())]
    NoText(TextLanguage),
    /// A decision has no text at all, or none but empty pieces.
    #[error("decision {0} has no text")]
    Empty(u32),
    /// Two decisions have one number.
    #[error("two decisions have the number {0}")]
    Twice(u32),
    /// The process's code is not made of small letters, digits and hyphens, with a letter first.
    #[error("{0:?} cannot stand in an address")]
    Process(String),
}

impl Adopted {
    /// Holds the set against what every form of it needs.
    ///
    /// # Errors
    /// For two decisions of one number, and a decision without text.
    pub fn check(&self) -> Result<(), AdoptedError> {
        let mut numbers = BTreeSet::new();
        for decision in &self.decisions {
            if !numbers.insert(decision.number) {
                return Err(AdoptedError::Twice(decision.number));
            }
            if !decision.texts.values().any(|blocks| blocks.iter().any(Block::says_something)) {
                return Err(AdoptedError::Empty(decision.number));
            }
        }
        Ok(())
    }
}

impl Decision {
    /// Answers the decision's text in a language, or else in the first in which there is one, with that language.
    pub fn text(&self, language: TextLanguage) -> Option<(TextLanguage, &[Block])> {
        let says = |(_, blocks): &(&TextLanguage, &Vec<Block>)| blocks.iter().any(Block::says_something);
        let wanted = self.texts.get_key_value(&language).filter(says);
        wanted.or_else(|| self.texts.iter().find(says)).map(|(language, blocks)| (*language, blocks.as_slice()))
    }
}

impl Block {
    pub(crate) fn says_something(&self) -> bool {
        match self {
            Block::Paragraph(text) => !text.trim().is_empty(),
            Block::List(points) => points.iter().any(|(_, text)| !text.trim().is_empty()),
        }
    }
}

#[cfg(test)]
pub(crate) mod specimen;
