//! Breaking the glass: somebody who works on alerts reads the sealed part of another State's alert before the usual way opens it,
//! because a life or somebody's safety is in danger now (G-32).
//!
//! It is no way around a rule but a way that everybody hears: the oversight of both States is told before anything opens, and the act
//! asks for a token that only that telling makes. It opens one alert for one person, for reading alone, and closes by itself. Whom
//! somebody has asked for protection it does not open. It is nothing that stands still while a chain does not hold: what it protects
//! cannot wait, and it leaves more behind than any other look. Why it is so: `docs/why/0041-breaking-the-glass.md`.

mod act;
mod answer;
mod api;
pub(super) mod apply;
pub(super) mod entries;
mod list;
mod queries;
mod read;

pub(super) use api::Glasses;
pub(super) use read::notice;

use base::ground::RoomPlan;
use base::web::{InputFault, RoomLinkSpec, Routes, Said};

use super::permits::ListBreakings;
use super::typed::sentence;
use crate::closed::closed_list;

/// Minutes for which it stays open: the time in which somebody decides what to do with a person before them. A longer need is another
/// breaking, of which oversight is told anew.
pub const OPEN_MINUTES: u16 = 60;

/// Hours within which the oversight of a State says what it found; afterwards it is overdue on its page.
pub const ANSWER_HOURS: u16 = 72;

/// Breakings of one person that their own State's oversight has not answered yet, at most: after them nothing opens to that person.
/// Two, so that one unanswered emergency does not close the next.
pub const UNANSWERED_MAX: u64 = 2;

/// The most characters of why, and of what oversight found.
pub const SAID_CHARS_MAX: usize = 300;

/// What a policy obliges to that lets somebody break the glass.
const TELL: &str = "tell_oversight";

/// The kind of the concern that is raised.
const CONCERN: &str = "glass_broken";

closed_list! {
    /// What danger there is now.
    GlassReason {
        /// The person's life is in danger.
        Life = 0, "life", "alerts-glass-reason-life";
        /// Somebody is about to do them violence, or takes them to where that is done.
        Violence = 1, "violence", "alerts-glass-reason-violence";
        /// A child is with, or is about to be given to, whoever endangers it.
        Child = 2, "child", "alerts-glass-reason-child";
        /// They need medical care at once.
        Care = 3, "care", "alerts-glass-reason-care";
        /// The life of others beside them is in danger.
        Others = 4, "others", "alerts-glass-reason-others";
    }
}

closed_list! {
    /// What the oversight of a State found.
    GlassFinding {
        /// There was such a danger, and no other way in time.
        Justified = 0, "justified", "alerts-glass-justified";
        /// There was none, or another way. What is still open closes.
        NotJustified = 1, "not_justified", "alerts-glass-not-justified";
    }
}

/// Where whoever supervises finds them.
pub(super) const LIST: &str = "/alerts/breakings";

/// The way to them, for whoever supervises: they see nothing else of alerts.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    navigation: Some(RoomLinkSpec::to::<ListBreakings>(LIST, "room-breakings").last()),
    ..RoomPlan::NOTHING
};

/// Reads words that must be there, screened like every free text; the key is what is said where they are missing.
fn words(field: &str, typed: &str, missing: &'static str) -> Result<String, InputFault> {
    sentence(field, typed, SAID_CHARS_MAX).map_err(|fault| match fault.code {
        "missing" => InputFault::field(field, "missing", Said::plain(missing)),
        _ => fault,
    })
}

/// Adds the routes of this room.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get(LIST, list::page)
        .post("/alerts/breakings/answer", answer::submit)
        .get("/alerts/{reference}/glass", act::page)
        .post("/alerts/{reference}/glass", act::submit)
        .get("/alerts/{reference}/broken", read::page)
        .get("/api/v1/alerts/breakings", api::list_by_call)
        .post("/api/v1/alerts/breakings/answer", api::answer_by_call)
        .post("/api/v1/alerts/{reference}/glass", api::break_by_call)
        .get("/api/v1/alerts/{reference}/broken", api::read_by_call)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// G-32: the lists are closed, and what is limited is limited as the page about it says.
    #[test]
    fn g_32_why_is_of_a_closed_list_and_no_suspicion_is_in_it() {
        let codes: Vec<&str> = GlassReason::ALL.iter().map(|reason| reason.code()).collect();
        assert_eq!(codes, ["life", "violence", "child", "care", "others"]);
        for other in ["", "suspicion", "curiosity", "Life", "investigation"] {
            assert_eq!((GlassReason::read(other), GlassFinding::read(other)), (None, None), "{other}");
        }
        assert_eq!((OPEN_MINUTES, ANSWER_HOURS, UNANSWERED_MAX), (60, 72, 2));
        let page = include_str!("../../../../../docs/why/0041-breaking-the-glass.md");
        for said in ["sixty minutes", "seventy-two hours", "two breakings"] {
            assert!(page.contains(said), "{said}");
        }
    }
}
