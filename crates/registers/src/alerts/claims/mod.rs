//! Claims for protection: whoever an alert is about says that they are in danger where it could bring them (G-23).
//!
//! From that instant the State whose officer heard it acts on the alert by protecting and in no other way, and owes a referral to
//! whoever decides about protection. The State that the person may flee from hears nothing: where it is the alert's owner, or
//! nobody said which State it is, no match is told to it, nothing is asked of it, and no number of its own moves. Of the claim itself
//! nothing is written down but that there is one. Why it is so: `docs/why/0034-asking-and-shielding.md`.

mod after;
mod api;
pub(super) mod apply;
pub(super) mod entries;
mod list;
mod queries;
pub(super) mod record;

pub(super) use api::Claims;
pub(super) use queries::{CLAIMED, UNVEILED, hides};

use base::web::Routes;

use crate::closed::closed_list;

closed_list! {
    /// To whom somebody who asks for protection was brought.
    ReferredTo {
        /// The authority that decides about asylum.
        Asylum = 0, "asylum_authority", "alerts-claim-to-asylum";
        /// The United Nations refugee agency.
        Unhcr = 1, "unhcr", "alerts-claim-to-unhcr";
        /// Both.
        Both = 2, "both", "alerts-claim-to-both";
    }
}

closed_list! {
    /// Why a claim shields no longer. That it was granted is no such reason: then it shields all the more.
    ClaimEnding {
        /// It was refused, and no remedy is left.
        Refused = 0, "refused", "alerts-claim-ending-refused";
        /// The person took it back before those who decide about it.
        Withdrawn = 1, "withdrawn", "alerts-claim-ending-withdrawn";
        /// It was another person's, or nobody's.
        Mistaken = 2, "mistaken", "alerts-claim-ending-mistaken";
    }
}

/// Adds the routes of this room.
pub(super) fn routes(routes: Routes) -> Routes {
    routes
        .get("/alerts/claims", list::page)
        .post("/alerts/matches/claim", record::at_match_submit)
        .post("/api/v1/person-matches/claim", api::at_match_by_call)
        .get("/alerts/{reference}/claim", record::page)
        .post("/alerts/{reference}/claim", record::submit)
        .post("/alerts/{reference}/claim/refer", after::refer_submit)
        .post("/alerts/{reference}/claim/lift", after::ask_submit)
        .post("/alerts/{reference}/claim/lift/decide", after::lift_submit)
        .get("/api/v1/alerts/claims", api::list_by_call)
        .post("/api/v1/alerts/{reference}/claim", api::record_by_call)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// G-23: the lists are closed, and nobody loses the shield because their claim was granted.
    #[test]
    fn g_23_a_claim_that_is_granted_shields_on() {
        let codes: Vec<&str> = ClaimEnding::ALL.iter().map(|ending| ending.code()).collect();
        assert_eq!(codes, ["refused", "withdrawn", "mistaken"]);
        for other in ["granted", "recognised", "", "expired"] {
            assert_eq!((ClaimEnding::read(other), ReferredTo::read(other)), (None, None), "{other}");
        }
    }
}
