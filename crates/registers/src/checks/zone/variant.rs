//! National practice that differs from ICAO Doc 9303, each with its source: what is read by another rule, and what is
//! only explained.

use super::coded::coded;
use super::finding::FindingCode;
use super::rows::Rows;

coded! {
    /// Names a national layout or digit that was followed instead of the ICAO one.
    Variant {
        /// The older Belgian identity card: its long number's check digit counts the filler in column 15 as a
        /// character.
        BelgianIdentityCard = "belgian_identity_card",
        /// The French identity card issued before August 2021, two lines of 36 with fields of its own.
        FrenchIdentityCard = "french_identity_card",
    }
}

/// Describes cards known by the beginning of their zone, in the shape of TD1.
struct Practice {
    begins: &'static str,
    what: Known,
}

/// What is known about them.
enum Known {
    /// The digit of a long number may be computed over the filler too.
    LongNumberCountsFiller,
    /// The sex is H (hombre) or M (mujer).
    SpanishSexLetter,
    /// Cards have been seen whose composite digit is not the ICAO one; the rule it follows is not published.
    CompositeByOtherRule,
}

/// Each line with where it is known from.
const PRACTICES: &[Practice] = &[
    // PRADO specimen BEL-BO-03003, `IDBEL000590240<6013…`: 3 is the digit of `000590240<601`; by ICAO 9303-5, 4.2.4 it
    // would be 1. The later specimens BEL-BO-11005 and of 2020 (`IDBEL000590696<1015…`) follow ICAO, so both are
    // accepted.
    Practice { begins: "IDBEL", what: Known::LongNumberCountsFiller },
    // The voter card's specimen of the Instituto Nacional Electoral, in the name of a woman, has M; its field "sexo" is
    // H or M.
    Practice { begins: "IDMEX", what: Known::SpanishSexLetter },
    // Two open-source readers made for these cards (idpass/smartscanner-mrz-parser and a fork of cheminfo/mrz with the
    // card's published example) take every digit but the composite, and the example's composite is 8 where ICAO's is 3.
    Practice { begins: "IDGTM", what: Known::CompositeByOtherRule },
    // The same first reader leaves this card's composite out, and its own test card's number and dates agree, the
    // composite not.
    Practice { begins: "IDDOM", what: Known::CompositeByOtherRule },
];

impl Variant {
    /// Answers the finding that tells the variant was followed.
    pub(super) const fn finding(self) -> FindingCode {
        match self {
            Self::BelgianIdentityCard => FindingCode::BelgianIdentityCard,
            Self::FrenchIdentityCard => FindingCode::FrenchIdentityCard,
        }
    }
}

/// Says whether the long number's digit of this card may count the filler.
pub(super) fn long_number_counts_filler(rows: &Rows) -> bool {
    known(rows).any(|what| matches!(what, Known::LongNumberCountsFiller))
}

/// Says whether this card's sex letters are the Spanish ones.
pub(super) fn has_spanish_sex_letter(rows: &Rows) -> bool {
    known(rows).any(|what| matches!(what, Known::SpanishSexLetter))
}

/// Says whether cards of this kind have been seen whose composite digit is not the ICAO one.
pub(super) fn has_own_composite(rows: &Rows) -> bool {
    known(rows).any(|what| matches!(what, Known::CompositeByOtherRule))
}

fn known(rows: &Rows) -> impl Iterator<Item = &'static Known> {
    PRACTICES.iter().filter(|p| rows.is_td1() && rows.first().starts_with(p.begins)).map(|p| &p.what)
}
