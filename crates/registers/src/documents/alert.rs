//! What an alert says: about documents and how to detect them, never about whoever carried one.
//!
//! Frozen as the journal's payload: fields are added at the end, never edited (`docs/formats/documents.md`).

use std::fmt;
use std::str::FromStr;

use base::ids::StateCode;
use base::words::Language;
use jiff::civil::Date;
use minicbor::{Decode, Encode};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::coded::{BorderType, CheckLevel, FraudClass, Technique};
use super::pattern::SeriesPattern;
use crate::document::DocumentKind;

/// The most points of detection an alert may have: what one printed page holds.
pub const POINTS_MAX: usize = 12;

/// The most characters one point's text may have.
pub const POINT_CHARS_MAX: usize = 240;

/// The most characters that may say where on a page a point is.
pub const PLACE_CHARS_MAX: usize = 60;

/// The most documents one alert may count.
pub const DOCUMENTS_MAX: u32 = 100_000;

/// Everything an author says in one version of an alert.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct AlertText {
    /// What kind of fraud.
    #[n(0)]
    pub class: FraudClass,
    /// How it was done, in the order of the list; empty where it does not apply or is not known.
    #[n(1)]
    pub techniques: Vec<Technique>,
    /// What sort of document.
    #[n(2)]
    #[cbor(with = "super::frozen::kind")]
    pub kind: DocumentKind,
    /// The State whose document it is, or claims to be.
    #[n(3)]
    pub issuer: StateCode,
    /// The numbers it speaks of; none for all of that State and kind.
    #[n(4)]
    #[cbor(with = "super::frozen::pattern")]
    pub pattern: Option<SeriesPattern>,
    /// What to look for, the most telling first: 1 to 12.
    #[n(5)]
    pub points: Vec<Point>,
    /// How many such documents have been met.
    #[n(6)]
    pub documents_seen: u32,
    /// When the first was met.
    #[n(7)]
    #[cbor(with = "super::frozen::text")]
    pub first_seen: Month,
    /// At what sort of border.
    #[n(8)]
    pub detected_border: BorderType,
    /// In which State.
    #[n(9)]
    pub detected_in: StateCode,
    /// The language it was written in.
    #[n(10)]
    #[cbor(with = "super::frozen::language")]
    pub language: Language,
}

/// One thing by which such a document is told from a genuine one.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Point {
    /// What it takes to see it.
    #[n(0)]
    pub level: CheckLevel,
    /// Where on the document, in the author's words; may be empty.
    #[n(1)]
    pub place: String,
    /// English.
    #[n(2)]
    pub en: Option<String>,
    /// Spanish.
    #[n(3)]
    pub es: Option<String>,
    /// French.
    #[n(4)]
    pub fr: Option<String>,
}

/// A calendar month, as `2026-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i16,
    month: i8,
}

/// The text names no month between 1990 and 2099.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a month written YYYY-MM")]
pub struct NotAMonth;

/// A record's reference, as `RCM-2026-0041`: the process, the year of its submission, its number in that year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Short code of the process.
    pub process: String,
    /// Year of the first submission, at the secretariat's seat.
    pub year: i16,
    /// From 1, without gaps, over all States.
    pub number: u32,
}

impl AlertText {
    /// Answers the deterministic encoding.
    pub fn encode(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        minicbor::to_vec(self).unwrap_or_default()
    }

    /// Answers the hash of this text as one version of one alert, which a confirmation is bound to.
    ///
    /// SHA-256 over a label, the alert's id, the version (4 bytes, big-endian) and the encoded text. Frozen.
    pub fn hash(&self, alert: Uuid, version: u32) -> [u8; 32] {
        version_hash(alert, version, &self.encode())
    }
}

/// Answers the hash of an encoded text as one version of one alert.
pub(super) fn version_hash(alert: Uuid, version: u32, text: &[u8]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"puebla alert version 1\0");
    hash.update(alert.as_bytes());
    hash.update(version.to_be_bytes());
    hash.update(text);
    hash.finalize().into()
}

impl Point {
    /// Answers the text in one language, where it was written.
    pub fn written(&self, language: Language) -> Option<&str> {
        match language {
            Language::En => self.en.as_deref(),
            Language::Es => self.es.as_deref(),
            Language::Fr => self.fr.as_deref(),
        }
    }

    /// Answers the text for a reader and the language it is in: theirs where it was written, else the author's.
    pub fn for_reader(&self, reader: Language, author: Language) -> (&str, Language) {
        match self.written(reader) {
            Some(text) => (text, reader),
            None => (self.written(author).unwrap_or(""), author),
        }
    }
}

impl Month {
    /// Answers the month a day lies in.
    pub fn of(day: Date) -> Self {
        Month { year: day.year(), month: day.month() }
    }

    /// Answers the year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// Answers the month of the year, from 1.
    pub fn month(self) -> i8 {
        self.month
    }

    /// Answers its first day.
    pub fn first_day(self) -> Option<Date> {
        Date::new(self.year, self.month, 1).ok()
    }
}

impl FromStr for Month {
    type Err = NotAMonth;
    fn from_str(text: &str) -> Result<Self, NotAMonth> {
        let (year, month) = text.split_once('-').ok_or(NotAMonth)?;
        let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(NotAMonth);
        }
        match (year.parse(), month.parse()) {
            (Ok(year @ 1990..=2099), Ok(month @ 1..=12)) => Ok(Month { year, month }),
            _ => Err(NotAMonth),
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:04}-{:04}", self.process, self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_month_is_read_as_it_is_written() {
        let month: Month = "2026-03".parse().unwrap();
        assert_eq!((month.to_string(), month.year(), month.month()), ("2026-03".to_owned(), 2026, 3));
        for wrong in
            ["2026-13", "2026-00", "2026-3", "26-03", "1989-12", "2100-01", "2026", "2026-03-01", "+026-03", ""]
        {
            assert_eq!(wrong.parse::<Month>(), Err(NotAMonth), "{wrong}");
        }
        assert!("2025-12".parse::<Month>().unwrap() < month);
    }

    #[test]
    fn a_reference_has_four_digits_and_more_when_a_year_is_full() {
        let reference = |number| Reference { process: "RCM".to_owned(), year: 2026, number }.to_string();
        assert_eq!(reference(41), "RCM-2026-0041");
        assert_eq!(reference(123_456), "RCM-2026-123456");
    }

    #[test]
    fn a_reader_gets_their_own_language_or_the_authors() {
        let point = Point {
            level: CheckLevel::Unaided,
            place: String::new(),
            en: Some("No blue fibre".into()),
            es: Some("Sin fibra azul".into()),
            fr: None,
        };
        assert_eq!(point.for_reader(Language::En, Language::Es), ("No blue fibre", Language::En));
        assert_eq!(point.for_reader(Language::Fr, Language::Es), ("Sin fibra azul", Language::Es));
    }
}
