//! What makes a possible match more than a name: two facts that no answer of ours has told, by two people (G-18).
//!
//! The first is the birth date. It counts where the check digit of a zone covers it, because what an officer types could be what
//! an earlier answer said "agrees" to. The second is what a *second person* of the same State saw: the face against a photograph,
//! fingers against prints, the place of birth in the document against what the owner told. They are asked to look, and are not
//! shown what the alert says.

use matching::{Dates, Explanation, Fact};

use super::compare::{Compares, stands};
use super::traveller::Traveller;
use crate::closed::closed_list;

closed_list! {
    /// What a second person says agrees.
    Ground {
        /// The face, with a photograph of the person.
        Photograph = 0, "photograph", "alerts-match-ground-photograph";
        /// Prints of fingers or another measure of the body, taken and compared by whoever may.
        Biometrics = 1, "biometrics", "alerts-match-ground-biometrics";
        /// The place of birth, as the document has it.
        PlaceOfBirth = 2, "place_of_birth", "alerts-match-ground-place";
    }
}

/// How the birth date compares, as far as it can corroborate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Birth {
    /// The same whole day, read from a zone under a check digit that agrees.
    Proven,
    /// Nothing speaks against it.
    Unknown,
    /// Another one.
    Differs,
}

impl Birth {
    /// Reads it from a comparison.
    pub(super) fn of(traveller: &Traveller, explanation: &Explanation) -> Self {
        let dates = explanation.lines.iter().find_map(|line| match line.fact {
            Fact::Birth(dates) => Some(dates),
            _ => None,
        });
        match dates {
            Some(Dates::Same) if traveller.proven_birth.is_some() => Birth::Proven,
            Some(dates) if dates != Dates::Missing && stands(dates) == Compares::Differs => Birth::Differs,
            _ => Birth::Unknown,
        }
    }
}

/// Answers whether what a second person states, with the birth date as it compares, opens what is sealed.
///
/// A place of birth is shared by thousands: it counts beside the whole birth date alone. Nothing counts against another birth date.
pub(super) const fn suffices(birth: Birth, ground: Ground) -> bool {
    match (birth, ground) {
        (Birth::Differs, _) | (Birth::Unknown, Ground::PlaceOfBirth) => false,
        (Birth::Proven, _) | (Birth::Unknown, Ground::Photograph | Ground::Biometrics) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// G-18: a name opens nothing, nor does a place of birth without the whole birth date, nor anything against another one.
    #[test]
    fn what_opens_and_what_does_not() {
        for ground in Ground::ALL {
            assert!(suffices(Birth::Proven, *ground), "{ground}");
            assert!(!suffices(Birth::Differs, *ground), "{ground}");
        }
        assert!(!suffices(Birth::Unknown, Ground::PlaceOfBirth));
        assert!(suffices(Birth::Unknown, Ground::Photograph) && suffices(Birth::Unknown, Ground::Biometrics));
    }
}
