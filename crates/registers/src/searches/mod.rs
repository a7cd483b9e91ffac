//! The search for a person who has no document: whether somebody whose name and birth an officer was told could be meant by an alert.
//!
//! What is answered is what a check answers of whoever carries a document, and no more: `alerts::matches` compares and keeps. What may
//! be asked is less: `wanted`. How often, and what a thief is known by: `alerts::watch`. Why: `docs/why/0031-person-search.md`.

mod api;
mod pages;
mod search;
mod wanted;

#[cfg(test)]
mod proofs;

use base::access::{Permit, PolicyText};
use base::ground::RoomPlan;
use base::web::Routes;

use crate::alerts::matches::ComparesPeople;

base::permit!(
    /// An officer searches for a person who has no document.
    SearchPerson = "searches.search" in "registers", for [BorderControl, DocumentExamination], class Protected, rate Check
);

impl ComparesPeople for SearchPerson {}

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "registers/policies/searches.cedarschema",
        text: include_str!("../../policies/searches.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "registers/policies/searches.cedar",
        text: include_str!("../../policies/searches.cedar"),
    }),
    words: &[base::words!("searches")],
    routes,
    api: api::document,
    // By name, a few a day: who searched for whom is answered for as long as for an alert that was opened (G-16).
    long_looks: &[<SearchPerson as Permit>::ACTION],
    ..RoomPlan::NOTHING
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/person-searches", search::page)
        .post("/person-searches", search::submit)
        .post("/api/v1/person-searches", api::answer)
}
