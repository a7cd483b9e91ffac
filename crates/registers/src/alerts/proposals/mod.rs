//! Proposals: what another State tells the owner of an alert that it should do with it (G-12), and the days that follow where it says
//! that the alert's purpose is achieved (G-15).
//!
//! Nobody but its owner changes an alert. A proposal changes nothing of it either, but one: whoever says that what was asked for is done
//! brings its end forward, to fifteen days from then, unless a second person of its owner's says within them why it is still needed.

mod answer;
mod api;
pub(super) mod apply;
pub(super) mod entries;
pub(super) mod list;
pub(super) mod make;
pub(super) mod queries;

pub(super) use answer::submit as answer_submit;
pub(super) use api::{Proposals, answer_by_call, call, propose_by_call};

use base::web::Visit;
use base::web::parts::{self, Tone};
use maud::{Markup, html};

use crate::closed::closed_list;
use queries::Notice;

/// Days that its owner has once it is told that an alert's purpose is achieved; Regulation (EU) 2018/1861, article 39(7), is the idea.
pub(super) const NOTICE_DAYS: i32 = 15;

closed_list! {
    /// What is proposed to the owner of an alert.
    ProposalKind {
        /// That it is corrected.
        Correct = 0, "correct", "alerts-proposal-correct";
        /// That it is withdrawn.
        Withdraw = 1, "withdraw", "alerts-proposal-withdraw";
        /// That something is added by which its person is known better.
        Identify = 2, "identify", "alerts-proposal-identify";
        /// That its purpose is achieved.
        Achieved = 3, "achieved", "alerts-proposal-achieved";
    }
}

closed_list! {
    /// Why the owner does not do as proposed.
    RefusalGround {
        /// It was looked into, and the alert is right as it stands.
        Checked = 0, "checked", "alerts-proposal-ground-checked";
        /// What is said is about somebody else.
        OtherPerson = 1, "other_person", "alerts-proposal-ground-other-person";
        /// The national decision leaves no room for it.
        Decision = 2, "decision", "alerts-proposal-ground-decision";
        /// It cannot be told from what is said: please call.
        Unclear = 3, "unclear", "alerts-proposal-ground-unclear";
    }
}

/// Tells whoever answers for an alert that its purpose is said to be achieved, and until when they have to say otherwise.
pub(super) fn noticed(visit: &Visit, reference: &str, notice: &Notice) -> Markup {
    let voice = &visit.voice;
    parts::notice(
        Tone::Late,
        html! {
            p {
                (voice.rich("alerts-proposal-noticed", &[], &[("day", voice.date(notice.ends))])) " "
                a href={ "/alerts/" (reference) "/extend" } { (voice.t("alerts-proposal-still-needed")) }
            }
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// G-12: what can be proposed, and on what ground it is refused, is of closed lists.
    #[test]
    fn g_12_lists_are_closed() {
        let kinds: Vec<&str> = ProposalKind::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(kinds, ["correct", "withdraw", "identify", "achieved"]);
        let grounds: Vec<&str> = RefusalGround::ALL.iter().map(|ground| ground.code()).collect();
        assert_eq!(grounds, ["checked", "other_person", "decision", "unclear"]);
        for other in ["", "delete", "Correct"] {
            assert_eq!((ProposalKind::read(other), RefusalGround::read(other)), (None, None), "{other}");
        }
    }
}
