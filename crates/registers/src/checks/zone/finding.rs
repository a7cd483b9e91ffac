//! What the reader remarks beyond the check digits.

use super::coded::{coded, worded};
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

worded! {
    /// Names a field of a zone.
    Field {
        /// What kind of document, in one or two letters.
        DocumentCode = "document_code" => "zone-field-document-code",
        /// Who issued it.
        IssuingState = "issuing_state" => "zone-field-issuing-state",
        /// The holder's names.
        Name = "name" => "zone-field-name",
        /// The number of the document.
        DocumentNumber = "document_number" => "zone-field-document-number",
        /// The holder's nationality.
        Nationality = "nationality" => "zone-field-nationality",
        /// The holder's day of birth.
        BirthDate = "birth_date" => "zone-field-birth-date",
        /// F, M or the filler.
        Sex = "sex" => "zone-field-sex",
        /// The last day of validity.
        ExpiryDate = "expiry_date" => "zone-field-expiry-date",
        /// The issuing State's own data in a passport, with a check digit of its own.
        PersonalNumber = "personal_number" => "zone-field-personal-number",
        /// The issuing State's own data in other documents.
        Optional = "optional" => "zone-field-optional",
        /// The check digit over several fields.
        Composite = "composite" => "zone-field-composite",
        /// The zone as a whole.
        Zone = "zone" => "zone-field-zone",
    }
}

worded! {
    /// Names what a finding says. The sources are ICAO 9303 unless another is given.
    FindingCode {
        /// Letters were given small and read as capitals.
        LowerCase = "lower_case" => "zone-finding-lower-case",
        /// The first letter of the document code is not one this format has (9303-4 to -7, 4.2.2.1), or the second is
        /// excluded.
        DocumentCodeNotAllowed = "document_code_not_allowed" => "zone-finding-document-code-not-allowed",
        /// The second letter of a passport's code is not in the table of 9303-4, 4.4; older passports may have any.
        PassportTypeNotListed = "passport_type_not_listed" => "zone-finding-passport-type-not-listed",
        /// The code is neither in ISO 3166-1 nor in 9303-3, section 5.
        StateUnknown = "state_unknown" => "zone-finding-state-unknown",
        /// The code was withdrawn and is kept for older documents (9303-3, section 5, part F).
        StateDeprecated = "state_deprecated" => "zone-finding-state-deprecated",
        /// The code describes a person or signs lists; no authority issues documents under it (9303-3, section 5, parts
        /// E and H).
        StateNotAnIssuer = "state_not_an_issuer" => "zone-finding-state-not-an-issuer",
        /// Nothing but fillers where something must stand.
        Empty = "empty" => "zone-finding-empty",
        /// A filler stands before the first character (9303-3, 4.10).
        LeadingFiller = "leading_filler" => "zone-finding-leading-filler",
        /// A letter stands in a date.
        DateNotDigits = "date_not_digits" => "zone-finding-date-not-digits",
        /// The digits name no day of the calendar.
        DateImpossible = "date_impossible" => "zone-finding-date-impossible",
        /// Part of the day of birth is unknown, as 9303-3, 4.8 allows.
        BirthDatePartial = "birth_date_partial" => "zone-finding-birth-date-partial",
        /// Part of the day of expiry is missing, which no rule foresees.
        ExpiryDatePartial = "expiry_date_partial" => "zone-finding-expiry-date-partial",
        /// Neither F, nor M, nor the filler.
        SexNotAllowed = "sex_not_allowed" => "zone-finding-sex-not-allowed",
        /// No digit stands where a check digit must.
        CheckDigitNotDigit = "check_digit_not_digit" => "zone-finding-check-digit-not-digit",
        /// The filler announces a longer number, but the optional data does not hold its end (9303-5 and -6, 4.2.2,
        /// note j).
        LongNumberForm = "long_number_form" => "zone-finding-long-number-form",
        /// A digit stands in the name (9303-3, 4.6).
        NameDigit = "name_digit" => "zone-finding-name-digit",
        /// The name has more than one place where two or more fillers separate (9303-3, 4.6).
        NameSeparators = "name_separators" => "zone-finding-name-separators",
        /// The name has one part only.
        NameOnePart = "name_one_part" => "zone-finding-name-one-part",
        /// The name fills its field to the last letter, so it may be cut (9303-4, 4.2.3).
        NameTruncated = "name_truncated" => "zone-finding-name-truncated",
        /// Read as an older Belgian identity card, whose number's check digit counts the filler.
        BelgianIdentityCard = "belgian_identity_card" => "zone-finding-belgian-identity-card",
        /// Read as a French identity card issued before August 2021.
        FrenchIdentityCard = "french_identity_card" => "zone-finding-french-identity-card",
        /// On the Mexican voter card the letter is H (hombre) or M (mujer): M is a woman.
        MexicanSexLetter = "mexican_sex_letter" => "zone-finding-mexican-sex-letter",
        /// The composite alone fails, and cards of this State have been seen on which it follows another rule.
        CompositeByOtherRule = "composite_by_other_rule" => "zone-finding-composite-by-other-rule",
        /// Every field's digit agrees and only the composite does not: the difference lies in optional data or in a
        /// digit.
        CompositeAlone = "composite_alone" => "zone-finding-composite-alone",
        /// The specimen State UTO: not a document of any State.
        Specimen = "specimen" => "zone-finding-specimen",
        /// The day of expiry lies before the given day.
        Expired = "expired" => "zone-finding-expired",
        /// The day of expiry lies before the day of birth.
        ExpiryBeforeBirth = "expiry_before_birth" => "zone-finding-expiry-before-birth",
        /// In this century the day of birth lies within the coming year, so the century before was read.
        BirthCenturyUncertain = "birth_century_uncertain" => "zone-finding-birth-century-uncertain",
        /// The day of expiry was read more than fifty years ahead: it may be one of the last century, or stand for no
        /// limit.
        ExpiryCenturyUncertain = "expiry_century_uncertain" => "zone-finding-expiry-century-uncertain",
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = ZoneFinding)]
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
            Self::CompositeByOtherRule
            | Self::CompositeAlone
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
