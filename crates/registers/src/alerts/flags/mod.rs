//! Flags: a State says that its officers do not act on another State's alert as it asks, and what they see instead (G-24).
//!
//! Its officers alone are concerned, from the next question on. Two people decide, one ends it; its owner sees which State and
//! why. What is flagged to *nothing* is no match at all: whoever checks cannot tell it from nobody being looked for. Which
//! category an alert is of is sealed for other States, so that nothing here depends on it but whose work it is.

mod api;
pub(super) mod apply;
pub(super) mod ask;
pub(super) mod entries;
pub(super) mod list;
pub(super) mod queries;

pub(super) use api::{Flags, call, flag_by_call, lift_by_call};

use super::coded::Action;
use crate::closed::closed_list;

closed_list! {
    /// Why a State does not act on another State's alert.
    FlagReason {
        /// It is contrary to national law or to obligations under international law.
        Law = 0, "law", "alerts-flag-reason-law";
        /// The person is protected, or would be sent where they are in danger.
        Protection = 1, "protection", "alerts-flag-reason-protection";
        /// An essential national interest.
        Interest = 2, "interest", "alerts-flag-reason-interest";
        /// They were judged for the same already: nobody is twice.
        Judged = 3, "judged", "alerts-flag-reason-judged";
    }
}

closed_list! {
    /// What its officers see instead: never more than an alert could ask for, and nothing by which anybody is held or kept out.
    Instead {
        /// No match at all.
        Nothing = 0, "nothing", "alerts-flag-instead-nothing";
        /// Bring the person to those who protect them.
        Protect = 1, "protect", "alerts-action-protect";
        /// Say where they were met.
        Locate = 2, "locate", "alerts-action-locate";
        /// Ask the State whose alert it is, and nothing else.
        AskOwner = 3, "ask_owner", "alerts-action-ask-owner";
    }
}

impl Instead {
    /// Answers the action that is shown; none where nothing is.
    pub const fn action(self) -> Option<Action> {
        match self {
            Instead::Nothing => None,
            Instead::Protect => Some(Action::Protect),
            Instead::Locate => Some(Action::Locate),
            Instead::AskOwner => Some(Action::AskOwner),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// G-24: the lists are closed, and nothing that is seen instead holds anybody or keeps them out.
    #[test]
    fn a_flag_never_asks_for_more() {
        let harsh = [Action::Detain, Action::RefuseEntry, Action::PreventExit];
        assert!(Instead::ALL.iter().all(|instead| instead.action().is_none_or(|action| !harsh.contains(&action))));
        let codes: Vec<&str> = FlagReason::ALL.iter().map(|reason| reason.code()).collect();
        assert_eq!(codes, ["law", "protection", "interest", "judged"]);
        for other in ["politics", "", "Law", "detain"] {
            assert_eq!((FlagReason::read(other), Instead::read(other)), (None, None), "{other}");
        }
        assert_eq!(Instead::ALL.iter().filter(|instead| instead.action().is_none()).count(), 1);
    }
}
