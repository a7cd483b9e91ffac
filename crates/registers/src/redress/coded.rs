//! The closed lists of the room. All frozen: values are added, never edited.

use crate::closed::closed_list;

closed_list! {
    /// What somebody asks for.
    CaseKind {
        /// To know what is kept about them.
        Access = 0, "access", "redress-kind-access";
        /// That it is corrected.
        Correction = 1, "correction", "redress-kind-correction";
        /// That it is deleted.
        Deletion = 2, "deletion", "redress-kind-deletion";
    }
}

closed_list! {
    /// Who asks.
    Asker {
        /// Whoever it is about.
        Themselves = 0, "themselves", "redress-asker-themselves";
        /// Somebody who acts for them, with a mandate that was seen.
        Representative = 1, "representative", "redress-asker-representative";
    }
}

closed_list! {
    /// The language in which they are answered.
    Tongue {
        /// Spanish.
        Spanish = 0, "es", "redress-language-es";
        /// English.
        English = 1, "en", "redress-language-en";
        /// French.
        French = 2, "fr", "redress-language-fr";
    }
}

closed_list! {
    /// What they are answered.
    Outcome {
        /// All that was asked for.
        Granted = 0, "granted", "redress-outcome-granted";
        /// A part of it.
        Partly = 1, "partly", "redress-outcome-partly";
        /// Nothing of it.
        Refused = 2, "refused", "redress-outcome-refused";
    }
}

closed_list! {
    /// Why not all of it.
    Ground {
        /// Whether anything is kept cannot be said: the answer is the same where nothing is.
        Undisclosed = 0, "undisclosed", "redress-ground-undisclosed";
        /// It is right, and lawfully kept.
        Lawful = 1, "lawful", "redress-ground-lawful";
        /// Who asks could not be established.
        Identity = 2, "identity", "redress-ground-identity";
        /// It would put others, or an inquiry, at risk.
        Others = 3, "others", "redress-ground-others";
        /// It asks again for what was answered, or for nothing that can be given.
        Unfounded = 4, "unfounded", "redress-ground-unfounded";
    }
}

closed_list! {
    /// Why the panel decides as it does.
    RulingGround {
        /// It stands rightly.
        Sound = 0, "sound", "redress-ruling-sound";
        /// It takes somebody else for its person.
        WrongPerson = 1, "wrong_person", "redress-ruling-wrong-person";
        /// Something that it says is wrong or out of date.
        WrongData = 2, "wrong_data", "redress-ruling-wrong-data";
        /// There is no legal basis for it, or none any more.
        NoBasis = 3, "no_basis", "redress-ruling-no-basis";
        /// It asks for more than the case can carry.
        Excessive = 4, "excessive", "redress-ruling-excessive";
        /// Its person is to be protected from it.
        Protection = 5, "protection", "redress-ruling-protection";
    }
}

closed_list! {
    /// Of what sort an alert was about which the panel decided, as it is published: no more than that.
    Sort {
        /// Somebody to be protected.
        Protective = 0, "protective", "redress-sort-protective";
        /// A witness.
        Witness = 1, "witness", "redress-sort-witness";
        /// Somebody accused.
        Accusing = 2, "accusing", "redress-sort-accusing";
    }
}

impl Outcome {
    /// Answers whether a ground must be said.
    pub const fn needs_ground(self) -> bool {
        !matches!(self, Outcome::Granted)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn frozen<T: minicbor::Encode<()> + Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> String {
        all.iter()
            .map(|value| format!("{:02x} {}", minicbor::to_vec(*value).unwrap()[0], code(*value)))
            .collect::<Vec<_>>()
            .join(",")
    }

    #[test]
    fn numbers_and_codes_are_frozen() {
        assert_eq!(frozen(CaseKind::ALL, CaseKind::code), "00 access,01 correction,02 deletion");
        assert_eq!(frozen(Asker::ALL, Asker::code), "00 themselves,01 representative");
        assert_eq!(frozen(Tongue::ALL, Tongue::code), "00 es,01 en,02 fr");
        assert_eq!(frozen(Outcome::ALL, Outcome::code), "00 granted,01 partly,02 refused");
        assert_eq!(frozen(Ground::ALL, Ground::code), "00 undisclosed,01 lawful,02 identity,03 others,04 unfounded");
        assert_eq!(
            frozen(RulingGround::ALL, RulingGround::code),
            "00 sound,01 wrong_person,02 wrong_data,03 no_basis,04 excessive,05 protection"
        );
        assert_eq!(frozen(Sort::ALL, Sort::code), "00 protective,01 witness,02 accusing");
    }

    /// G-25: whoever is refused, wholly or in part, is told on what ground, and one of the grounds tells nothing.
    #[test]
    fn only_who_is_given_all_is_given_no_ground() {
        let bare: Vec<&str> = Outcome::ALL.iter().filter(|one| !one.needs_ground()).map(|one| one.code()).collect();
        assert_eq!(bare, ["granted"]);
        assert!(Ground::read("undisclosed").is_some() && Ground::read("because").is_none());
    }
}
