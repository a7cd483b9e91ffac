//! A zone that was read, and the reading of it.

use super::finding::{Field, Finding};
use super::format::{Format, Place};
use super::unreadable::{Unreadable, UnreadableCode};
use jiff::civil::Date;
use serde::Serialize;

/// Holds everything one zone says. Its JSON is the contract of `docs/formats/zone.md`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Zone {
    /// Which layout it follows.
    pub format: Format,
    /// The lines, in capitals, without blanks around them.
    pub lines: Vec<String>,
    /// Whether every check digit agrees.
    pub arithmetic: Arithmetic,
    /// Every check digit, in the order they stand.
    pub checks: Vec<Check>,
    /// What structure and cross-checks remark.
    pub findings: Vec<Finding>,
    /// The fields by name.
    pub fields: Fields,
    /// The national layout that was followed instead of the ICAO one.
    #[serde(skip)]
    pub variant: Option<Variant>,
}

/// Says whether all check digits agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Arithmetic {
    /// All agree. That proves no authenticity.
    Valid,
    /// At least one does not.
    Invalid,
}

/// Holds one check digit against what it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// The field it protects.
    pub field: Field,
    /// Line on which the digit and the end of what it covers stand.
    pub line: u8,
    /// First column covered on that line.
    pub from: u8,
    /// Last column covered on that line.
    pub to: u8,
    /// What is printed.
    pub digit: char,
    /// What should be printed.
    pub expected: char,
    /// Whether the two agree.
    pub ok: bool,
    /// Column of the digit itself, on `line`.
    #[serde(skip)]
    pub digit_column: u8,
    /// All places it is computed over, in that order.
    #[serde(skip)]
    pub covers: Vec<Place>,
}

/// Holds the fields as text: fillers gone, words separated by one space; absent text is empty, a date that is none is null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fields {
    /// One or two letters.
    pub document_code: String,
    /// Code of the issuing State or organisation, one to three letters.
    pub issuing_state: String,
    /// The whole number, also when it runs over into the optional data.
    pub document_number: String,
    /// Family name, or all names.
    pub primary_identifier: String,
    /// Given names.
    pub secondary_identifier: String,
    /// Code of the nationality, one to three letters.
    pub nationality: String,
    /// `YYYY-MM-DD`, `partial`, or nothing if the characters are no date.
    pub birth_date: Option<String>,
    /// The character as printed.
    pub sex: char,
    /// As the birth date.
    pub expiry_date: Option<String>,
    /// One text for each optional field of the format, in order.
    pub optional: Vec<String>,
}

/// Names a kind of document, by its document code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Code P in a booklet.
    Passport,
    /// Codes I, A, C.
    Identity,
    /// Code IR, as the European Union's residence permits carry it.
    Residence,
    /// Code V.
    Visa,
    /// Code AC.
    CrewMember,
    /// A code ICAO does not list.
    Other,
}

/// Names a national layout that differs from ICAO's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Variant {
    /// The older Belgian identity card: its long number's digit counts the filler in column 15.
    BelgianIdentityCard,
    /// The French identity card issued before 2021, two lines of 36.
    FrenchIdentityCard,
}

/// Reads one zone; `on` is the day against which two-digit years and expiry are read.
pub fn read(_text: &str, _on: Date) -> Result<Zone, Unreadable> {
    Err(Unreadable { code: UnreadableCode::Empty, line: None, column: None })
}

impl Zone {
    /// Answers the document number without fillers, also when it runs over into the optional data.
    pub fn document_number(&self) -> &str {
        &self.fields.document_number
    }

    /// Answers the code of the issuing State, without fillers.
    pub fn issuing_state(&self) -> &str {
        &self.fields.issuing_state
    }

    /// Answers the kind of document.
    pub fn kind(&self) -> DocumentKind {
        DocumentKind::Other
    }

    /// Answers the fields that no check digit covers: whoever altered them left the arithmetic as it was.
    pub fn uncovered(&self) -> &'static [(Field, Place)] {
        &[]
    }
}
