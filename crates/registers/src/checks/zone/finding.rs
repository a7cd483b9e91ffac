//! What the reader remarks beyond the check digits.

use super::format::Place;
use serde::Serialize;

/// Says one thing about a readable zone that is not arithmetic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Structure of the zone itself, or comparison of its parts.
    pub layer: Layer,
    /// The stable code.
    pub code: FindingCode,
    /// The field it is about.
    pub field: Field,
    /// Where that stands.
    #[serde(skip)]
    pub place: Place,
}

/// Names the layer a finding belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// How the zone is built.
    Structural,
    /// What its parts say about one another and about the given day.
    Cross,
}

/// Says how much a finding weighs for the reader of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// The rules do not allow it.
    Fault,
    /// Worth knowing; wrong with nothing.
    Note,
}

/// Names what a finding says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingCode {
    /// The issuing State is ICAO's specimen State UTO.
    Specimen,
    /// The day of expiry lies before the given day.
    Expired,
}

/// Names a field of a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// What kind of document, by letters.
    DocumentCode,
    /// Who issued it.
    IssuingState,
    /// The holder's names.
    Name,
    /// The number of the document.
    DocumentNumber,
    /// The holder's nationality.
    Nationality,
    /// The holder's day of birth.
    BirthDate,
    /// F, M or the filler.
    Sex,
    /// The last day of validity.
    ExpiryDate,
    /// The issuing State's own data in a passport, with its own check digit.
    PersonalNumber,
    /// The issuing State's own data elsewhere.
    Optional,
    /// The check digit over several fields.
    Composite,
    /// The zone as a whole.
    Zone,
}
