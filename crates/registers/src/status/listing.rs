//! Rows as acts and imports handle them, and the entries that list them.

use base::store::Keys;
use jiff::civil::Date;
use journal::StateCode;

use super::entries::{Form, StatusEntry};
use super::expiry::ExpiryMonth;
use super::payload::{Common, Listed, NumberRow, Origin, PatternRow, RangeRow, RowRest};
use super::subject::{BlankRange, NumberPattern, Reference};
use super::{Reason, StatusKind};
use crate::document::{DocumentKind, DocumentNumber, DocumentRef};

/// What a State reports: everything an entry says, with the number still in clear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Kind of document.
    pub kind: DocumentKind,
    /// What it speaks of.
    pub subject: Subject,
    /// Status.
    pub status: StatusKind,
    /// Last day on which it holds.
    pub expires_on: Date,
    /// The State's own reference.
    pub reference: Reference,
    /// Why, where the State says so.
    pub reason: Option<Reason>,
}

/// What a report speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One document.
    Number(DocumentNumber),
    /// Blanks by their first and last number.
    Range(BlankRange),
    /// Every number of one form.
    Pattern(NumberPattern),
}

/// What a row speaks of as it rests: a number only as its keyed hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Resting {
    Number(Hashes),
    Range(BlankRange),
    Pattern(NumberPattern),
}

/// The keyed hashes of one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hashes {
    /// The one under which it is entered, or was.
    pub(crate) entered: [u8; 16],
    /// Those under which it may have been entered before the key was rotated; none for a row that is entered.
    pub(crate) earlier: Vec<[u8; 16]>,
}

impl Hashes {
    /// Answers all hashes of a document's number, by the key in force and those of before.
    pub(crate) fn of(keys: &Keys, document: &DocumentRef) -> Self {
        let canonical = document.canonical();
        Hashes { entered: keys.number_hash(&canonical), earlier: keys.number_hashes(&canonical).skip(1).collect() }
    }

    /// Answers all of them, the present one first.
    pub(crate) fn all(&self) -> impl Iterator<Item = &[u8; 16]> {
        std::iter::once(&self.entered).chain(&self.earlier)
    }
}

/// One row of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) subject: Resting,
    pub(crate) expires_on: Date,
    pub(crate) reference: String,
    pub(crate) reason: Option<Reason>,
}

/// What all rows of an entry have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Heading {
    pub(crate) kind: DocumentKind,
    pub(crate) status: StatusKind,
    pub(crate) month: ExpiryMonth,
}

impl Resting {
    /// Answers a number that differs between forms: an entry lists rows of one form only.
    pub(crate) fn form(&self) -> u8 {
        let form = match self {
            Resting::Number(_) => Form::Numbers,
            Resting::Range(_) => Form::Ranges,
            Resting::Pattern(_) => Form::Patterns,
        };
        form as u8
    }
}

impl Subject {
    /// Answers what may rest of it: of a number, only its keyed hash under the State that issued the document.
    pub(crate) fn resting(self, keys: &Keys, issuer: StateCode, kind: DocumentKind) -> Resting {
        match self {
            Subject::Number(number) => Resting::Number(Hashes::of(keys, &DocumentRef { issuer, kind, number })),
            Subject::Range(range) => Resting::Range(range),
            Subject::Pattern(pattern) => Resting::Pattern(pattern),
        }
    }
}

impl Heading {
    /// Answers the heading under which a report is listed.
    pub(crate) fn of(report: &Report) -> Self {
        Heading { kind: report.kind, status: report.status, month: ExpiryMonth::of(report.expires_on) }
    }
}

impl StatusEntry {
    /// Makes the entry that lists rows of one form for the first time, in their order.
    pub(crate) fn first(heading: Heading, import: Option<u64>, rows: Vec<Row>) -> Self {
        let placed = rows.into_iter().enumerate().map(|(place, row)| (place as u16, row)).collect();
        Self::listing(common(heading, import, None), placed)
    }

    /// Makes the entry that lists rows again, each under its first place.
    pub(super) fn again(heading: Heading, origin: Origin, rows: Vec<(u16, Row)>) -> Self {
        Self::listing(common(heading, None, Some(origin)), rows)
    }

    fn listing(common: Common, placed: Vec<(u16, Row)>) -> Self {
        let (mut numbers, mut ranges, mut patterns) = (Vec::new(), Vec::new(), Vec::new());
        for (place, row) in placed {
            let rest = RowRest {
                day: u8::try_from(row.expires_on.day()).unwrap_or(1),
                reference: row.reference,
                reason: row.reason.map(Reason::ordinal),
            };
            match row.subject {
                Resting::Number(hashes) => numbers.push(NumberRow { place, hash: hashes.entered, rest }),
                Resting::Range(range) => {
                    let (first, last) = (range.first().as_str().to_owned(), range.last().as_str().to_owned());
                    ranges.push(RangeRow { place, first, last, rest });
                }
                Resting::Pattern(pattern) => {
                    patterns.push(PatternRow { place, pattern: pattern.as_str().to_owned(), rest });
                }
            }
        }
        if !ranges.is_empty() {
            StatusEntry::Ranges(Listed { common, rows: ranges })
        } else if !patterns.is_empty() {
            StatusEntry::Patterns(Listed { common, rows: patterns })
        } else {
            StatusEntry::Numbers(Listed { common, rows: numbers })
        }
    }
}

fn common(heading: Heading, import: Option<u64>, origin: Option<Origin>) -> Common {
    let (kind, status) = (heading.kind.ordinal(), heading.status.ordinal());
    Common { kind, status, month: heading.month.number(), import, origin }
}
