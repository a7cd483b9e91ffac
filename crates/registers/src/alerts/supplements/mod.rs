//! Supplementary information: a confirmed match is before its owner at once, the State whose officer met the person asks what else it
//! must know, and a clock that nobody can stop says how long the owner has taken (G-22).
//!
//! Both States see the thread and nobody else; of a child's alert child protection alone. *Any reply* is no answer: it is
//! acknowledged, partial, answered or refused, and the clock runs until one of the last two. No job is needed for it:
//! whether something is late follows from its instants at the moment of reading; a rule only says so once, aloud. Why it is so: `docs/why/0034-asking-and-shielding.md`.

mod answer;
mod api;
pub(super) mod apply;
mod ask;
mod clock;
pub(super) mod entries;
mod list;
mod overdue;
mod queries;
pub(super) mod sweep;
mod thread;

pub(super) use api::Supplements;
pub use clock::{HOURS, URGENT_HOURS};

use base::web::Routes;

use super::coded::Category;
use crate::closed::closed_list;

/// The most characters of what is asked besides the list, and of an answer.
pub const NOTE_CHARS_MAX: usize = 500;

closed_list! {
    /// What the State whose officer met somebody asks of the alert's owner.
    SupplementKind {
        /// By what else can it be told who the person is?
        Identity = 0, "identity", "alerts-supplement-identity";
        /// What is to be done, now that they were met?
        Action = 1, "action", "alerts-supplement-action";
        /// The decision on which the alert rests.
        Decision = 2, "decision", "alerts-supplement-decision";
        /// Where they can have gone, or with whom they travel.
        Whereabouts = 3, "whereabouts", "alerts-supplement-whereabouts";
        /// Who protects them, and how that authority is reached.
        Protection = 4, "protection_contact", "alerts-supplement-protection";
        /// Something else, in a sentence.
        Other = 5, "other", "alerts-supplement-other";
    }
}

closed_list! {
    /// What the owner says. Only the last two stop the clock.
    SupplementReply {
        /// It has been seen, and somebody works on it.
        Acknowledged = 0, "acknowledged", "alerts-supplement-acknowledged";
        /// A part of the answer.
        Partial = 1, "partial", "alerts-supplement-partial";
        /// The whole answer.
        Answered = 2, "answered", "alerts-supplement-answered";
        /// No answer, and on what ground.
        Refused = 3, "refused", "alerts-supplement-refused";
    }
}

closed_list! {
    /// On what ground an owner refuses.
    SupplementGround {
        /// Its law forbids it.
        Law = 0, "law", "alerts-supplement-ground-law";
        /// It would harm proceedings that go on.
        Proceedings = 1, "proceedings", "alerts-supplement-ground-proceedings";
        /// It would put somebody in danger.
        Safety = 2, "safety", "alerts-supplement-ground-safety";
        /// It does not have it.
        NotHeld = 3, "not_held", "alerts-supplement-ground-not-held";
    }
}

impl SupplementReply {
    /// Answers whether it stops the clock.
    pub const fn ends(self) -> bool {
        matches!(self, SupplementReply::Answered | SupplementReply::Refused)
    }

    /// Answers whether it says something in words.
    pub const fn speaks(self) -> bool {
        matches!(self, SupplementReply::Partial | SupplementReply::Answered)
    }
}

/// Answers within how many hours the owner of an alert of a category answers.
pub const fn hours(category: Category) -> u16 {
    if category.of_child() || category.needs_judge() { URGENT_HOURS } else { HOURS }
}

/// Adds the routes of this room.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get("/alerts/supplements", list::page)
        .get("/alerts/overdue", overdue::page)
        .get("/alerts/{reference}/supplements", thread::page)
        .post("/alerts/{reference}/supplements", ask::submit)
        .post("/alerts/{reference}/supplements/answer", answer::submit)
        .get("/api/v1/alerts/supplements", api::list_by_call)
        .get("/api/v1/alerts/{reference}/supplements", api::show_by_call)
        .post("/api/v1/alerts/{reference}/supplements", api::ask_by_call)
        .post("/api/v1/alerts/{reference}/supplements/answer", api::answer_by_call)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// G-22: the lists are closed; an acknowledgement and a part stop no clock; children and captures are urgent, nothing else is.
    #[test]
    fn g_22_any_reply_is_no_answer_and_who_is_urgent() {
        let ends: Vec<&str> =
            SupplementReply::ALL.iter().filter(|reply| reply.ends()).map(|reply| reply.code()).collect();
        assert_eq!(ends, ["answered", "refused"]);
        for other in ["", "urgent", "whatever", "Identity"] {
            assert_eq!((SupplementKind::read(other), SupplementReply::read(other)), (None, None), "{other}");
        }
        let urgent: Vec<&str> = Category::ALL
            .iter()
            .filter(|category| hours(**category) == URGENT_HOURS)
            .map(|category| category.code())
            .collect();
        assert_eq!(urgent, ["missing_child", "child_at_risk", "capture_trafficking", "capture_exploitation"]);
    }
}
