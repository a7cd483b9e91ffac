//! A zone that was read: its fields, its check digits, its findings.

use super::coded::coded;
use super::finding::{Field, Finding};
use super::format::{Format, Place};
use super::variant::Variant;
use crate::document::DocumentKind;
use jiff::civil::Date;
use serde::Serialize;
use std::borrow::Cow;

/// Holds everything one zone says. Its JSON is the contract of `docs/formats/zone.md`, and what is not in the contract
/// is skipped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
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
    /// The national rule that was followed instead of the ICAO one.
    #[serde(skip)]
    pub variant: Option<Variant>,
    /// What no check digit covers: whoever altered it left the arithmetic as it was.
    #[serde(skip)]
    pub uncovered: &'static [Uncovered],
    /// The day of birth, where it is a whole day.
    #[serde(skip)]
    pub birth_day: Option<Date>,
    /// The last day of validity, where it is a whole day.
    #[serde(skip)]
    pub expiry_day: Option<Date>,
}

coded! {
    /// Says whether all check digits agree.
    Arithmetic {
        /// All agree. That proves no authenticity.
        Valid = "valid",
        /// At least one does not.
        Invalid = "invalid",
    }
}

/// Holds one check digit against what it should be; `ok` is exactly that the two are the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = ZoneCheck)]
pub struct Check {
    /// The field it protects.
    pub field: Field,
    /// Line on which the digit stands.
    pub line: u8,
    /// First column it covers on that line.
    pub from: u8,
    /// Last column it covers on that line.
    pub to: u8,
    /// What is printed.
    pub digit: char,
    /// What should be printed.
    pub expected: char,
    /// Whether the two agree.
    pub ok: bool,
    /// Where the digit itself stands.
    #[serde(skip)]
    pub at: Place,
    /// All places it is computed over, in that order, on whatever line.
    #[serde(skip)]
    pub covers: Cow<'static, [Place]>,
}

/// Names a field that no check digit covers, and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Uncovered {
    /// The field.
    pub field: Field,
    /// Its place.
    pub place: Place,
}

/// Holds the fields as text, without fillers, words separated by one space; what is not there is empty, a date that is
/// none is null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = ZoneFields)]
pub struct Fields {
    /// One or two letters.
    pub document_code: String,
    /// Code of the issuing State or organisation, one to three letters.
    pub issuing_state: String,
    /// The whole number, also where it runs over into the optional data.
    pub document_number: String,
    /// Family name, or all names.
    pub primary_identifier: String,
    /// Given names.
    pub secondary_identifier: String,
    /// Code of the nationality, one to three letters.
    pub nationality: String,
    /// `YYYY-MM-DD`, `partial`, or nothing where the characters are no date.
    pub birth_date: Option<String>,
    /// The character as printed: F, M, the filler, or what stands there.
    pub sex: char,
    /// As the birth date; nothing too where the format has none.
    pub expiry_date: Option<String>,
    /// One text for each optional field of the format, in order, empty ones too.
    pub optional: Vec<String>,
}

impl Zone {
    /// Answers the document number without fillers, also where it runs over into the optional data.
    pub fn document_number(&self) -> &str {
        &self.fields.document_number
    }

    /// Answers the code of the issuing State, without fillers.
    pub fn issuing_state(&self) -> &str {
        &self.fields.issuing_state
    }

    /// Answers the kinds of document the number may be of, the likelier first; all kinds where the code tells nothing.
    ///
    /// More than one, because the code says less than a register needs to know. P is on seafarers' and refugees'
    /// documents too (9303-4, note m), told apart by the second letter only since 2026. The second letter of cards is at
    /// each State's discretion; IR (European Union, Regulation 1030/2002) and C1, C2 (United States) are known for
    /// residence permits.
    ///
    /// A visa is asked about as a visa alone, although its number may be that of the passport it stands in (ICAO 9303-7,
    /// 4.2.2.2): the zone names the State that gave the visa and not the one that gave the passport, and under the first
    /// the same number is a stranger's passport.
    pub fn kinds(&self) -> &'static [DocumentKind] {
        use DocumentKind::{IdentityCard, Passport, ResidencePermit, SeafarerDocument, TravelDocument, Visa};
        match self.fields.document_code.as_bytes() {
            [b'V', ..] => &[Visa],
            [b'P', b'E' | b'L' | b'R' | b'S' | b'U'] => &[TravelDocument, Passport, SeafarerDocument],
            [b'P', ..] => &[Passport, TravelDocument, SeafarerDocument],
            b"IR" => &[ResidencePermit, IdentityCard],
            b"C1" | b"C2" if self.issuing_state() == "USA" => &[ResidencePermit, IdentityCard],
            [b'A' | b'C' | b'I', ..] => &[IdentityCard, ResidencePermit, SeafarerDocument, TravelDocument],
            _ => &DocumentKind::ALL,
        }
    }

    /// Answers the likeliest kind of document; nothing where the code tells none.
    pub fn kind(&self) -> Option<DocumentKind> {
        let kinds = self.kinds();
        kinds.first().copied().filter(|_| kinds.len() < DocumentKind::ALL.len())
    }

    /// Answers the check digits that do not agree.
    pub fn failed(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|check| !check.ok)
    }
}
