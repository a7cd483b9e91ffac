//! What the reader remarks beyond the check digits.

use super::coded::coded;
use super::format::Place;
use serde::Serialize;

coded! {
    /// Names the layer a finding belongs to.
    Layer {
        /// How the zone is built.
        Structural = "structural",
        /// What its parts say about one another and about the given day.
        Cross = "cross",
    }
}

coded! {
    /// Names a field of a zone.
    Field {
        /// What kind of document, in one or two letters.
        DocumentCode = "document_code",
        /// Who issued it.
        IssuingState = "issuing_state",
        /// The holder's names.
        Name = "name",
        /// The number of the document.
        DocumentNumber = "document_number",
        /// The holder's nationality.
        Nationality = "nationality",
        /// The holder's day of birth.
        BirthDate = "birth_date",
        /// F, M or the filler.
        Sex = "sex",
        /// The last day of validity.
        ExpiryDate = "expiry_date",
        /// The issuing State's own data in a passport, with a check digit of its own.
        PersonalNumber = "personal_number",
        /// The issuing State's own data in other documents.
        Optional = "optional",
        /// The check digit over several fields.
        Composite = "composite",
        /// The zone as a whole.
        Zone = "zone",
    }
}

coded! {
    /// Names what a finding says. The sources are ICAO 9303 unless another is given.
    FindingCode {
        /// Letters were given small and read as capitals.
        LowerCase = "lower_case",
        /// The first letter of the document code is not one this format has (9303-4 to -7, 4.2.2.1), or the second is excluded.
        DocumentCodeNotAllowed = "document_code_not_allowed",
        /// The second letter of a passport's code is not in the table of 9303-4, 4.4; older passports may have any.
        PassportTypeNotListed = "passport_type_not_listed",
        /// The code is neither in ISO 3166-1 nor in 9303-3, section 5.
        StateUnknown = "state_unknown",
        /// The code was withdrawn and is kept for older documents (9303-3, section 5, part F).
        StateDeprecated = "state_deprecated",
        /// The code describes a person or signs lists; no authority issues documents under it (9303-3, section 5, parts E and H).
        StateNotAnIssuer = "state_not_an_issuer",
        /// Nothing but fillers where something must stand.
        Empty = "empty",
        /// A filler stands before the first character (9303-3, 4.10).
        LeadingFiller = "leading_filler",
        /// A letter stands in a date.
        DateNotDigits = "date_not_digits",
        /// The digits name no day of the calendar.
        DateImpossible = "date_impossible",
        /// Part of the day of birth is unknown, as 9303-3, 4.8 allows.
        BirthDatePartial = "birth_date_partial",
        /// Part of the day of expiry is missing, which no rule foresees.
        ExpiryDatePartial = "expiry_date_partial",
        /// Neither F, nor M, nor the filler.
        SexNotAllowed = "sex_not_allowed",
        /// No digit stands where a check digit must.
        CheckDigitNotDigit = "check_digit_not_digit",
        /// The filler announces a longer number, but the optional data does not hold its end (9303-5 and -6, 4.2.2, note j).
        LongNumberForm = "long_number_form",
        /// A digit stands in the name (9303-3, 4.6).
        NameDigit = "name_digit",
        /// The name has more than one place where two or more fillers separate (9303-3, 4.6).
        NameSeparators = "name_separators",
        /// The name has one part only.
        NameOnePart = "name_one_part",
        /// The name fills its field to the last letter, so it may be cut (9303-4, 4.2.3).
        NameTruncated = "name_truncated",
        /// Read as an older Belgian identity card, whose number's check digit counts the filler.
        BelgianIdentityCard = "belgian_identity_card",
        /// Read as a French identity card issued before August 2021.
        FrenchIdentityCard = "french_identity_card",
        /// On the Mexican voter card the letter is H (hombre) or M (mujer): M is a woman.
        MexicanSexLetter = "mexican_sex_letter",
        /// On genuine cards of this State this digit is known not to follow the ICAO rule.
        CompositeByOtherRule = "composite_by_other_rule",
        /// Every field's digit agrees and only the composite does not: the difference lies in optional data or in a digit.
        CompositeAlone = "composite_alone",
        /// The specimen State UTO: not a document of any State.
        Specimen = "specimen",
        /// The day of expiry lies before the given day.
        Expired = "expired",
        /// The day of expiry lies before the day of birth.
        ExpiryBeforeBirth = "expiry_before_birth",
        /// In this century the day of birth lies within the coming year, so the century before was read.
        BirthCenturyUncertain = "birth_century_uncertain",
        /// The day of expiry was read more than fifty years ahead: it may be one of the last century, or stand for no limit.
        ExpiryCenturyUncertain = "expiry_century_uncertain",
    }
}

/// Says how much a finding asks of the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// The document does not keep a rule, or is not to be accepted as it is: look again.
    Look,
    /// It explains; there may be nothing wrong.
    Remark,
}

/// Says one thing about a readable zone that is not arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Structure of the zone itself, or comparison of its parts.
    pub layer: Layer,
    /// The stable code.
    pub code: FindingCode,
    /// The field it is about.
    pub field: Field,
    /// Where that stands, for the page; not in the JSON contract.
    #[serde(skip)]
    pub place: Place,
}

impl FindingCode {
    /// Answers the layer every finding of this code belongs to.
    pub const fn layer(self) -> Layer {
        match self {
            Self::CompositeAlone
            | Self::Specimen
            | Self::Expired
            | Self::ExpiryBeforeBirth
            | Self::BirthCenturyUncertain
            | Self::ExpiryCenturyUncertain => Layer::Cross,
            _ => Layer::Structural,
        }
    }

    /// Answers how much it asks of the reader.
    pub const fn weight(self) -> Weight {
        match self {
            Self::LowerCase
            | Self::PassportTypeNotListed
            | Self::StateDeprecated
            | Self::BirthDatePartial
            | Self::NameOnePart
            | Self::NameTruncated
            | Self::BelgianIdentityCard
            | Self::FrenchIdentityCard
            | Self::MexicanSexLetter
            | Self::CompositeByOtherRule
            | Self::CompositeAlone
            | Self::BirthCenturyUncertain
            | Self::ExpiryCenturyUncertain => Weight::Remark,
            _ => Weight::Look,
        }
    }

    /// Makes the finding at its place.
    pub(super) const fn on(self, field: Field, place: Place) -> Finding {
        Finding { layer: self.layer(), code: self, field, place }
    }
}
