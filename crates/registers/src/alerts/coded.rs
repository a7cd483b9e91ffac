//! The closed lists of the room: of whom an alert may speak, what may be done, on what grounds.
//!
//! What is in no list cannot be said: there is no category for how somebody travels or stays (G-01), and no offence but
//! the two for which the register was asked for (G-27). All frozen: values are added, never edited.

use crate::closed::closed_list;

closed_list! {
    /// Of whom an alert speaks; the protective ones first.
    Category {
        /// A child who is missed.
        MissingChild = 0, "missing_child", "alerts-category-missing-child";
        /// A child who could be taken over a border to be exploited.
        ChildAtRisk = 1, "child_at_risk", "alerts-category-child-at-risk";
        /// An adult who is missed and cannot protect themselves.
        MissingVulnerable = 2, "missing_vulnerable", "alerts-category-missing-vulnerable";
        /// An adult who could be taken over a border to be exploited.
        VulnerableAtRisk = 3, "vulnerable_at_risk", "alerts-category-vulnerable-at-risk";
        /// Somebody whose testimony is asked for.
        LocateWitness = 4, "locate_witness", "alerts-category-locate-witness";
        /// Wanted by a judge for trafficking in persons.
        CaptureTrafficking = 5, "capture_trafficking", "alerts-category-capture-trafficking";
        /// Wanted by a judge for the sexual exploitation of minors.
        CaptureExploitation = 6, "capture_exploitation", "alerts-category-capture-exploitation";
        /// May not enter.
        ImpedimentEntry = 7, "impediment_entry", "alerts-category-impediment-entry";
        /// May not leave.
        ImpedimentExit = 8, "impediment_exit", "alerts-category-impediment-exit";
    }
}

closed_list! {
    /// What an officer is asked to do, once it is certain who stands before them.
    Action {
        /// Bring them to those who protect them.
        Protect = 0, "protect", "alerts-action-protect";
        /// Say where they were met.
        Locate = 1, "locate", "alerts-action-locate";
        /// Do not let them leave.
        PreventExit = 2, "prevent_exit", "alerts-action-prevent-exit";
        /// Do not let them enter.
        RefuseEntry = 3, "refuse_entry", "alerts-action-refuse-entry";
        /// Detain them, if an order of the officer's own State says so.
        Detain = 4, "detain", "alerts-action-detain";
        /// Ask the State whose alert it is, and nothing else.
        AskOwner = 5, "ask_owner", "alerts-action-ask-owner";
    }
}

closed_list! {
    /// The offences for which somebody may be accused.
    Offence {
        /// Trafficking in persons.
        Trafficking = 0, "trafficking", "alerts-offence-trafficking";
        /// Sexual exploitation of minors.
        Exploitation = 1, "exploitation", "alerts-offence-exploitation";
    }
}

closed_list! {
    /// Who decided.
    BasisKind {
        /// A judge.
        Judicial = 0, "judicial", "alerts-basis-judicial";
        /// Another authority that national law empowers.
        National = 1, "national", "alerts-basis-national";
    }
}

closed_list! {
    /// Sex, as travel documents write it; ICAO Doc 9303-3.
    Sex {
        /// Female.
        Female = 0, "F", "alerts-sex-female";
        /// Male.
        Male = 1, "M", "alerts-sex-male";
        /// Neither.
        Other = 2, "X", "alerts-sex-other";
        /// Not known.
        Unknown = 3, "unknown", "alerts-sex-unknown";
    }
}

closed_list! {
    /// Where the latest version of an alert stands.
    Standing {
        /// Being written.
        Draft = 0, "draft", "alerts-standing-draft";
        /// Waits for a second person.
        Proposed = 1, "proposed", "alerts-standing-proposed";
        /// A second person has judged it.
        Active = 2, "active", "alerts-standing-active";
        /// Taken back.
        Withdrawn = 3, "withdrawn", "alerts-standing-withdrawn";
    }
}

closed_list! {
    /// Why an alert is taken back.
    Ending {
        /// The person was found, or the order carried out.
        Achieved = 0, "achieved", "alerts-ending-achieved";
        /// It says something wrong, or of the wrong person.
        Mistaken = 1, "mistaken", "alerts-ending-mistaken";
        /// The decision it rested on no longer holds.
        Lifted = 2, "lifted", "alerts-ending-lifted";
        /// It asks for more than the case can carry.
        Excessive = 3, "excessive", "alerts-ending-excessive";
    }
}

/// How an alert looks at its person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// Somebody to be protected.
    Protective,
    /// Somebody who is asked for what they know.
    Witness,
    /// Somebody accused.
    Accusing,
}

impl Category {
    /// Answers how it looks at its person.
    pub const fn stance(self) -> Stance {
        match self {
            Category::MissingChild
            | Category::ChildAtRisk
            | Category::MissingVulnerable
            | Category::VulnerableAtRisk => Stance::Protective,
            Category::LocateWitness => Stance::Witness,
            Category::CaptureTrafficking
            | Category::CaptureExploitation
            | Category::ImpedimentEntry
            | Category::ImpedimentExit => Stance::Accusing,
        }
    }

    /// Answers whether it speaks of a child: whoever may be one carries no other, and only child protection reads it.
    pub const fn of_child(self) -> bool {
        matches!(self, Category::MissingChild | Category::ChildAtRisk)
    }

    /// Answers whether a judge must have decided.
    pub const fn needs_judge(self) -> bool {
        matches!(self, Category::CaptureTrafficking | Category::CaptureExploitation)
    }

    /// Answers the only offence it can be for, where its name says it.
    pub const fn offence(self) -> Option<Offence> {
        match self {
            Category::CaptureTrafficking => Some(Offence::Trafficking),
            Category::CaptureExploitation => Some(Offence::Exploitation),
            _ => None,
        }
    }

    /// Answers what may be asked for under it.
    pub const fn actions(self) -> &'static [Action] {
        use Action::{AskOwner, Detain, Locate, PreventExit, Protect, RefuseEntry};
        match self {
            Category::MissingChild => &[Protect, Locate],
            Category::ChildAtRisk => &[Protect, PreventExit],
            Category::MissingVulnerable => &[Protect, Locate, AskOwner],
            Category::VulnerableAtRisk => &[Protect, AskOwner],
            Category::LocateWitness => &[Locate, AskOwner],
            Category::CaptureTrafficking | Category::CaptureExploitation => &[Detain, AskOwner],
            Category::ImpedimentEntry => &[RefuseEntry, AskOwner],
            Category::ImpedimentExit => &[PreventExit, AskOwner],
        }
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

    /// G-01: the list is closed, and nothing in it is about how somebody travels or stays.
    #[test]
    fn categories_are_these_and_no_other() {
        assert_eq!(
            frozen(Category::ALL, Category::code),
            "00 missing_child,01 child_at_risk,02 missing_vulnerable,03 vulnerable_at_risk,04 locate_witness,\
             05 capture_trafficking,06 capture_exploitation,07 impediment_entry,08 impediment_exit"
        );
        for other in ["irregular_entry", "overstay", "deportee", "returned", "no_document", "", "Missing_child"] {
            assert_eq!(Category::read(other), None, "{other}");
        }
    }

    /// G-27: nobody is accused of anything political, military, religious or racial, for there is no word for it.
    #[test]
    fn offences_are_two() {
        assert_eq!(frozen(Offence::ALL, Offence::code), "00 trafficking,01 exploitation");
        for other in ["sedition", "desertion", "blasphemy", "smuggling_of_oneself", "terrorism"] {
            assert_eq!(Offence::read(other), None, "{other}");
        }
    }

    /// G-02, G-03: nothing is asked to be done to a child, or to somebody at risk, as to a suspect.
    #[test]
    fn no_protective_alert_asks_to_detain_or_to_refuse() {
        for category in Category::ALL.iter().filter(|category| category.stance() == Stance::Protective) {
            for action in category.actions() {
                assert!(!matches!(action, Action::Detain | Action::RefuseEntry), "{category} {action}");
            }
        }
        assert!(Category::ALL.iter().all(|category| !category.of_child() || category.stance() == Stance::Protective));
        assert!(
            Category::ALL.iter().all(|category| category.needs_judge() == category.actions().contains(&Action::Detain))
        );
    }

    #[test]
    fn numbers_and_codes_are_frozen() {
        assert_eq!(
            frozen(Action::ALL, Action::code),
            "00 protect,01 locate,02 prevent_exit,03 refuse_entry,04 detain,05 ask_owner"
        );
        assert_eq!(frozen(BasisKind::ALL, BasisKind::code), "00 judicial,01 national");
        assert_eq!(frozen(Sex::ALL, Sex::code), "00 F,01 M,02 X,03 unknown");
        assert_eq!(frozen(Ending::ALL, Ending::code), "00 achieved,01 mistaken,02 lifted,03 excessive");
    }
}
