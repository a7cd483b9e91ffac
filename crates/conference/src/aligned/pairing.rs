//! Which paragraph of one text stands beside which of another: the way through both that goes together best, in their order.

use std::collections::BTreeSet;

use super::facts::{Fact, facts, roots};
use super::{FlagKind, marker};
use crate::language::TextLanguage;

/// What a paragraph is known by, whatever its language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Features {
    /// How long it is, in characters.
    chars: usize,
    /// The number or sign it begins with, as it is written.
    pub(super) marker: Option<String>,
    /// The same in every way that it can be read.
    readings: Vec<String>,
    facts: BTreeSet<Fact>,
    roots: BTreeSet<String>,
    /// Whether it is short and ends without a sign, as headings do.
    heading: bool,
}

/// A paragraph that there is not.
pub(super) static NOTHING: Features = Features {
    chars: 0,
    marker: None,
    readings: Vec::new(),
    facts: BTreeSet::new(),
    roots: BTreeSet::new(),
    heading: false,
};

/// The longest heading, in characters.
const HEADING_CHARS_MAX: usize = 100;

impl Features {
    pub(super) fn of(language: TextLanguage, paragraph: &str) -> Features {
        let (marker, from) = marker(paragraph);
        let text = paragraph.get(from..).unwrap_or(paragraph);
        let chars = text.chars().count();
        let closed = text.trim_end().ends_with(['.', ';', ':', ',', '!', '?', '…', '»', '”', '"']);
        let (marker, readings) = marker.map_or((None, Vec::new()), |(label, readings)| (Some(label), readings));
        Features {
            chars,
            marker,
            readings,
            facts: facts(language, text),
            roots: roots(text),
            heading: chars <= HEADING_CHARS_MAX && !closed,
        }
    }

    /// Answers whether two paragraphs are numbered alike: neither, or both with a number that can be read as the same.
    pub(super) fn numbers_like(&self, other: &Features) -> bool {
        match (self.readings.is_empty(), other.readings.is_empty()) {
            (true, true) => true,
            (false, false) => self.readings.iter().any(|reading| other.readings.contains(reading)),
            _ => false,
        }
    }

    /// Answers what it says of a kind.
    pub(super) fn said(&self, kind: FlagKind) -> BTreeSet<String> {
        let of = |fact: &&Fact| match fact {
            Fact::Number(_) => kind == FlagKind::Number,
            Fact::Day(_) => kind == FlagKind::Day,
            Fact::Symbol(_) => kind == FlagKind::Symbol,
        };
        self.facts.iter().filter(of).map(ToString::to_string).collect()
    }

    /// Answers how well two paragraphs go together, in hundredths; what is below twice [`LEFT_OUT`] stands rather alone.
    fn likeness(&self, other: &Features) -> i32 {
        let (shorter, longer) = (self.chars.min(other.chars), self.chars.max(other.chars).max(1));
        let mut worth = percent(shorter, longer) * 3 - 150;
        worth += match (self.readings.is_empty(), other.readings.is_empty()) {
            (true, true) => 0,
            (false, false) if self.numbers_like(other) => 300,
            (false, false) => -400,
            _ => -200,
        };
        if !self.facts.is_empty() || !other.facts.is_empty() {
            worth += shared(&self.facts, &other.facts) * 4 - 60;
        }
        if !self.roots.is_empty() && !other.roots.is_empty() {
            worth += shared(&self.roots, &other.roots) * 4 - 60;
        }
        worth += if self.heading == other.heading { 40 } else { -60 };
        worth
    }
}

/// What it costs to leave a paragraph alone, in hundredths.
const LEFT_OUT: i32 = -110;

fn percent(part: usize, whole: usize) -> i32 {
    i32::try_from(part * 100 / whole.max(1)).unwrap_or(0)
}

/// Answers how much two sets share, in hundredths of both together.
fn shared<T: Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> i32 {
    percent(2 * one.intersection(other).count(), one.len() + other.len())
}

/// One step of the way through two texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// The next paragraph of the first beside this one of the second.
    Both(usize),
    /// The next paragraph of the first, beside nothing.
    Before,
    /// This paragraph of the second, beside nothing.
    After(usize),
}

/// Answers the best way through two texts; of two that are as good, the one that leaves less alone at its end.
pub(super) fn pair(first: &[&Features], second: &[&Features]) -> Vec<Step> {
    let width = second.len() + 1;
    // The worth of the best way to each place, a row at a time, and by which step it comes there.
    let mut worth: Vec<i32> = (0..width).map(|at| LEFT_OUT * i32::try_from(at).unwrap_or(0)).collect();
    let mut came = vec![FROM_AFTER; width];
    came.reserve(first.len() * width);
    for one in first {
        let mut row = Vec::with_capacity(width);
        row.push(worth[0] + LEFT_OUT);
        came.push(FROM_BEFORE);
        for (at, other) in second.iter().enumerate() {
            let ways = [
                (worth[at] + one.likeness(other), FROM_BOTH),
                (worth[at + 1] + LEFT_OUT, FROM_BEFORE),
                (row[at] + LEFT_OUT, FROM_AFTER),
            ];
            let best = ways.into_iter().reduce(|best, way| if way.0 > best.0 { way } else { best });
            let (value, step) = best.unwrap_or(ways[0]);
            row.push(value);
            came.push(step);
        }
        worth = row;
    }
    let (mut at, mut beside) = (first.len(), second.len());
    let mut steps = Vec::with_capacity(first.len().max(second.len()));
    while at > 0 || beside > 0 {
        // The edge leads along itself.
        let step = if at == 0 { FROM_AFTER } else { came[at * width + beside] };
        match step {
            FROM_BOTH => {
                (at, beside) = (at - 1, beside - 1);
                steps.push(Step::Both(beside));
            }
            FROM_BEFORE => {
                at -= 1;
                steps.push(Step::Before);
            }
            _ => {
                beside -= 1;
                steps.push(Step::After(beside));
            }
        }
    }
    steps.reverse();
    steps
}

const FROM_BOTH: u8 = 0;
const FROM_BEFORE: u8 = 1;
const FROM_AFTER: u8 = 2;
