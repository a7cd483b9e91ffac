//! A text in several languages, paragraph beside paragraph, and where they do not go together.
//!
//! What stands beside what is decided by numbering, headings, lengths, numbers, days, symbols and how words begin. What is flagged is what can be seen
//! without understanding a word: a paragraph that one language lacks, a number, a day, a symbol, a numbering that differs. What the words mean is for
//! a person to say.

mod days;
mod facts;
mod number_words;
mod pairing;
#[cfg(test)]
mod proofs;
#[cfg(test)]
mod spelled;

use std::collections::{BTreeMap, BTreeSet};

pub use facts::{Fact, facts};
use pairing::{Features, Step, pair};

use crate::import::numbering;
use crate::language::TextLanguage;

/// Paragraphs of one text that are looked at, at most: what is looked at grows with their square.
pub const PARAGRAPHS_MAX: usize = 1_000;

/// One text in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its language.
    pub language: TextLanguage,
    /// Its paragraphs in their order; none of them is empty.
    pub paragraphs: Vec<String>,
}

/// Paragraphs that stand beside one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which paragraph of each text, in the order of the texts; none where a text has none here.
    pub places: Vec<Option<usize>>,
    /// Where they do not go together.
    pub flags: Vec<Flag>,
}

/// Something in a row that does not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// What it is.
    pub kind: FlagKind,
    /// What each text says, of those that have a paragraph here: only what not all of them say. Where a text says nothing that others do not, its
    /// list is empty.
    pub said: Vec<(TextLanguage, Vec<String>)>,
}

/// What does not go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FlagKind {
    /// These languages have no paragraph here.
    Missing,
    /// The number or sign that paragraphs begin with.
    Numbering,
    /// A number in the text.
    Number,
    /// A day.
    Day,
    /// A symbol.
    Symbol,
}

impl FlagKind {
    /// Answers the code that machines and the journal use. Frozen.
    pub const fn code(self) -> &'static str {
        match self {
            FlagKind::Missing => "missing",
            FlagKind::Numbering => "numbering",
            FlagKind::Number => "number",
            FlagKind::Day => "day",
            FlagKind::Symbol => "symbol",
        }
    }
}

/// Answers the rows of some texts, in the order of the first; every paragraph stands in one row and in its text's order. Of each text the first
/// [`PARAGRAPHS_MAX`] paragraphs are looked at.
pub fn align(texts: &[Text]) -> Vec<Row> {
    let features: Vec<Vec<Features>> = texts.iter().map(features).collect();
    let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
    for (at, next) in features.iter().enumerate() {
        // What a row is known by is its first paragraph: most often that of the first text.
        let known: Vec<&Features> = rows.iter().map(|row| first(&features, row)).collect();
        let steps = pair(&known, &next.iter().collect::<Vec<_>>());
        let mut longer = Vec::with_capacity(rows.len().max(next.len()));
        let mut before = rows.into_iter();
        for step in steps {
            let (row, place) = match step {
                Step::Both(place) => (before.next(), Some(place)),
                Step::Before => (before.next(), None),
                Step::After(place) => (None, Some(place)),
            };
            let mut row = row.unwrap_or_else(|| vec![None; at]);
            row.push(place);
            longer.push(row);
        }
        rows = longer;
    }
    rows.into_iter().map(|places| Row { flags: flags(texts, &features, &places), places }).collect()
}

fn features(text: &Text) -> Vec<Features> {
    text.paragraphs.iter().take(PARAGRAPHS_MAX).map(|paragraph| Features::of(text.language, paragraph)).collect()
}

fn first<'f>(features: &'f [Vec<Features>], row: &[Option<usize>]) -> &'f Features {
    // Each row has a paragraph; were there none, it would be like nothing.
    let found = row.iter().zip(features).find_map(|(place, of)| place.and_then(|place| of.get(place)));
    found.unwrap_or(&pairing::NOTHING)
}

fn flags(texts: &[Text], features: &[Vec<Features>], places: &[Option<usize>]) -> Vec<Flag> {
    let here: Vec<(TextLanguage, &Features)> = texts
        .iter()
        .zip(features)
        .zip(places)
        .filter_map(|((text, of), place)| Some((text.language, of.get((*place)?)?)))
        .collect();
    let mut flags = Vec::new();
    let lacking: Vec<(TextLanguage, Vec<String>)> = texts
        .iter()
        .zip(places)
        .filter(|(_, place)| place.is_none())
        .map(|(text, _)| (text.language, Vec::new()))
        .collect();
    if !lacking.is_empty() {
        flags.push(Flag { kind: FlagKind::Missing, said: lacking });
    }
    let numbered: Vec<(TextLanguage, BTreeSet<String>)> =
        here.iter().map(|(language, of)| (*language, of.marker.iter().cloned().collect())).collect();
    let agree = here.windows(2).all(|pair| pair[0].1.numbers_like(pair[1].1));
    if !agree {
        flags.extend(differing(FlagKind::Numbering, &numbered));
    }
    for kind in [FlagKind::Number, FlagKind::Day, FlagKind::Symbol] {
        let said: Vec<(TextLanguage, BTreeSet<String>)> =
            here.iter().map(|(language, of)| (*language, of.said(kind))).collect();
        flags.extend(differing(kind, &said));
    }
    flags
}

/// Answers a flag where not all say the same, with what not all of them say.
fn differing(kind: FlagKind, said: &[(TextLanguage, BTreeSet<String>)]) -> Option<Flag> {
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    for value in said.iter().flat_map(|(_, values)| values) {
        *times.entry(value).or_default() += 1;
    }
    if times.values().all(|times| *times == said.len()) {
        return None;
    }
    let own = |values: &BTreeSet<String>| {
        let differs = |value: &&String| times.get(value.as_str()).is_some_and(|times| *times < said.len());
        values.iter().filter(differs).cloned().collect()
    };
    Some(Flag { kind, said: said.iter().map(|(language, values)| (*language, own(values))).collect() })
}

/// Answers the number or sign that a paragraph begins with, in every way that it can be read, and where its text begins.
fn marker(paragraph: &str) -> (Option<(String, Vec<String>)>, usize) {
    match numbering(paragraph) {
        Some((label, readings, from)) => (Some((label, readings)), from),
        None => (None, 0),
    }
}
