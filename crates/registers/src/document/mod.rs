//! What a document is to every room of this house: its kind, the State that issues it, and its number.

pub(crate) mod states;

use std::fmt;
use std::str::FromStr;

use base::ground::RoomPlan;
use base::store::Keys;
use journal::StateCode;

/// What this room brings to its house: the words for kinds of documents.
pub(crate) const PLAN: RoomPlan = RoomPlan { words: &[base::words!("document")], ..RoomPlan::NOTHING };

/// What sort of document a number is of. Numbers of different kinds are different numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// A passport of any sort (document code beginning with P).
    Passport,
    /// An identity or official travel card (A, C, I).
    IdentityCard,
    /// A visa (V).
    Visa,
    /// A residence permit.
    ResidencePermit,
    /// A refugee's, a stateless person's or an emergency travel document.
    TravelDocument,
    /// A seafarer's document.
    SeafarerDocument,
    /// A birth, marriage or other civil-status certificate.
    CivilStatus,
    /// A driving licence.
    DrivingLicence,
}

/// The text names no kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such kind of document")]
pub struct NoSuchKind;

impl DocumentKind {
    /// All kinds there are.
    pub const ALL: [DocumentKind; 8] = [
        DocumentKind::Passport,
        DocumentKind::IdentityCard,
        DocumentKind::Visa,
        DocumentKind::ResidencePermit,
        DocumentKind::TravelDocument,
        DocumentKind::SeafarerDocument,
        DocumentKind::CivilStatus,
        DocumentKind::DrivingLicence,
    ];

    /// Answers the code used in files, the API and the journal. Frozen.
    pub const fn code(self) -> &'static str {
        match self {
            DocumentKind::Passport => "passport",
            DocumentKind::IdentityCard => "identity_card",
            DocumentKind::Visa => "visa",
            DocumentKind::ResidencePermit => "residence_permit",
            DocumentKind::TravelDocument => "travel_document",
            DocumentKind::SeafarerDocument => "seafarer_document",
            DocumentKind::CivilStatus => "civil_status",
            DocumentKind::DrivingLicence => "driving_licence",
        }
    }

    /// Answers the number used in tables and in the journal's batches. Frozen.
    pub const fn ordinal(self) -> u8 {
        self as u8 + 1
    }

    /// Reads a number of a table.
    pub fn from_ordinal(ordinal: u8) -> Option<Self> {
        DocumentKind::ALL.into_iter().find(|kind| kind.ordinal() == ordinal)
    }

    /// Answers the key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            DocumentKind::Passport => "document-kind-passport",
            DocumentKind::IdentityCard => "document-kind-identity-card",
            DocumentKind::Visa => "document-kind-visa",
            DocumentKind::ResidencePermit => "document-kind-residence-permit",
            DocumentKind::TravelDocument => "document-kind-travel-document",
            DocumentKind::SeafarerDocument => "document-kind-seafarer-document",
            DocumentKind::CivilStatus => "document-kind-civil-status",
            DocumentKind::DrivingLicence => "document-kind-driving-licence",
        }
    }
}

impl FromStr for DocumentKind {
    type Err = NoSuchKind;
    fn from_str(text: &str) -> Result<Self, NoSuchKind> {
        DocumentKind::ALL.into_iter().find(|kind| kind.code() == text).ok_or(NoSuchKind)
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The number of a document as it is compared: capitals and digits, without blanks, hyphens and fillers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentNumber(String);

/// Why a text is no document number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotANumber {
    /// Nothing but blanks, hyphens and fillers.
    #[error("empty")]
    Empty,
    /// Longer than any document number.
    #[error("over {} characters", DocumentNumber::LENGTH_MAX)]
    TooLong,
    /// A character that no document number has, and its place.
    #[error("{0:?} at column {1} is neither a letter nor a digit")]
    Character(char, usize),
}

impl DocumentNumber {
    /// The most characters a number may have: those of a TD1 number that continues into the optional data
    /// (ICAO 9303-5, 4.2.2.1) with room for national registers.
    pub const LENGTH_MAX: usize = 24;

    /// Reads a number as typed or as read from a zone.
    ///
    /// Errors: `NotANumber`, with the column from 1.
    pub fn parse(text: &str) -> Result<Self, NotANumber> {
        let mut number = String::with_capacity(text.len().min(Self::LENGTH_MAX));
        for (at, character) in text.chars().enumerate() {
            match character {
                ' ' | '-' | '<' | '\u{a0}' => {}
                c if c.is_ascii_alphanumeric() => number.push(c.to_ascii_uppercase()),
                c => return Err(NotANumber::Character(c, at + 1)),
            }
            if number.len() > Self::LENGTH_MAX {
                return Err(NotANumber::TooLong);
            }
        }
        if number.is_empty() { Err(NotANumber::Empty) } else { Ok(DocumentNumber(number)) }
    }

    /// Answers the number as it is compared.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Answers its shape: `@` for a letter and `#` for a digit. Two numbers of a range have the same shape.
    pub fn shape(&self) -> String {
        self.0.chars().map(|c| if c.is_ascii_digit() { '#' } else { '@' }).collect()
    }
}

/// One document, as far as a register knows it: who issued it, what it is, its number.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct DocumentRef {
    /// The State that issued it.
    pub issuer: StateCode,
    /// What sort it is.
    pub kind: DocumentKind,
    /// Its number.
    pub number: DocumentNumber,
}

impl DocumentRef {
    /// Answers the bytes that its keyed hash is made of. Frozen: `UTO|passport|L898902C3`.
    pub fn canonical(&self) -> Vec<u8> {
        format!("{}|{}|{}", self.issuer, self.kind, self.number.as_str()).into_bytes()
    }
}

/// Answers what the access log says was looked at: the first 8 bytes of a keyed hash of State and number.
///
/// Its own label keeps it from being the hash under which the register holds the number, so that the log's file and the
/// register's cannot be joined.
pub(crate) fn looked_at(keys: &Keys, issuer: StateCode, number: &DocumentNumber) -> String {
    let [a, b, c, d, e, f, g, h, ..] = keys.number_hash(format!("check|{issuer}|{}", number.as_str()).as_bytes());
    format!("{:016x}", u64::from_be_bytes([a, b, c, d, e, f, g, h]))
}

/// Reads an issuing State as zones and people write it, and answers the member State that answers for it.
///
/// Germany's `D`, and the codes of the British nationalities, stand for one register each (ICAO 9303-3, section 5, part A).
pub fn issuing_state(text: &str) -> Option<StateCode> {
    let code = text.trim().trim_end_matches('<').to_ascii_uppercase();
    match code.as_str() {
        "D" => "DEU".parse().ok(),
        "GBD" | "GBN" | "GBO" | "GBP" | "GBS" => "GBR".parse().ok(),
        other => other.parse().ok(),
    }
}

/// Answers whether documents are, or once were, issued under a code (ISO 3166-1 and ICAO 9303-3, section 5).
pub fn issues_documents(state: StateCode) -> bool {
    // The register writes Germany with three letters, as its other records do.
    states::standing(state.as_str()).is_some_and(|standing| standing != states::Standing::NotAnIssuer)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_number_is_compared_without_what_people_put_between() {
        assert_eq!(DocumentNumber::parse(" l898-902 c3<<").unwrap().as_str(), "L898902C3");
        assert_eq!(DocumentNumber::parse("L898902C3").unwrap().shape(), "@######@#");
        assert_eq!(DocumentNumber::parse("< -"), Err(NotANumber::Empty));
        assert_eq!(DocumentNumber::parse("AB_1"), Err(NotANumber::Character('_', 3)));
        assert_eq!(DocumentNumber::parse(&"1".repeat(25)), Err(NotANumber::TooLong));
    }

    #[test]
    fn codes_and_ordinals_are_frozen() {
        let all: Vec<String> = DocumentKind::ALL.iter().map(|kind| format!("{} {kind}", kind.ordinal())).collect();
        let frozen = "1 passport,2 identity_card,3 visa,4 residence_permit,5 travel_document,6 seafarer_document,\
                      7 civil_status,8 driving_licence";
        assert_eq!(all.join(","), frozen);
        let one = DocumentRef {
            issuer: "UTO".parse().unwrap(),
            kind: DocumentKind::Passport,
            number: DocumentNumber::parse("L898902C3").unwrap(),
        };
        assert_eq!(one.canonical(), b"UTO|passport|L898902C3");
    }

    #[test]
    fn one_letter_and_regional_codes_stand_for_their_state() {
        assert_eq!(issuing_state("D<<").unwrap().as_str(), "DEU");
        assert_eq!(issuing_state("gbd").unwrap().as_str(), "GBR");
        assert_eq!(issuing_state("UTO").unwrap().as_str(), "UTO");
        assert!(issuing_state("X1").is_none());
    }

    #[test]
    fn documents_come_from_states_and_organisations_that_exist() {
        for code in ["HND", "UTO", "DEU", "UNO", "ANT"] {
            assert!(issues_documents(code.parse().unwrap()), "{code}");
        }
        for code in ["XXB", "IAO", "QMA", "ZZZ"] {
            assert!(!issues_documents(code.parse().unwrap()), "{code}");
        }
    }
}
