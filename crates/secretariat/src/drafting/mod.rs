//! Drafting together: a text that delegations write, proposal by proposal, until it is handed over to a meeting.
//!
//! What a draft is follows from what was said of it (`conference::drafting`); the tables keep the acts and no text of their own. A
//! proposal stands in the series of whoever made it, and is never overwritten; only the chair makes it the text.

mod api;
mod apply;
mod basis;
mod changes;
mod consult;
mod entries;
mod hand_over;
mod let_in;
mod list;
mod open;
mod pages;
mod permits;
#[cfg(test)]
mod proofs;
mod proposal;
mod propose;
mod queries;
mod rule;
mod show;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use api::{DraftWords, NewDraft, NewProposal};
pub(crate) use consult::begun;
pub use open::open_draft;
pub use permits::{ChairDraft, HandOverDraft, ListDrafts, OpenDraft, ShowDraft, TakePart};
pub use propose::propose;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/drafting.cedarschema",
        text: include_str!("../../policies/drafting.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/drafting.cedar",
        text: include_str!("../../policies/drafting.cedar"),
    }),
    words: &[base::words!("drafting")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListDrafts>("/drafting", "room-drafting")),
    api: api::api,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("drafting"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/drafting", list::page)
        .get("/drafting/new", open::page)
        .post("/drafting/new", open::submit)
        .get("/drafting/{reference}", show::page)
        .get("/drafting/{reference}/changes", changes::page)
        .get("/drafting/{reference}/basis", basis::page)
        .post("/drafting/{reference}/basis", basis::submit)
        .post("/drafting/{reference}/let-in", let_in::submit)
        .get("/drafting/{reference}/propose", propose::page)
        .post("/drafting/{reference}/propose", propose::submit)
        .get("/drafting/{reference}/proposals/{id}", proposal::page)
        .post("/drafting/{reference}/proposals/{id}", proposal::submit)
        .post("/drafting/{reference}/proposals/{id}/rule", rule::submit)
        .get("/drafting/{reference}/hand-over", hand_over::page)
        .post("/drafting/{reference}/hand-over", hand_over::submit)
        .get("/api/v1/drafting", list::call)
        .post("/api/v1/drafting", open::call)
        .get("/api/v1/drafting/{reference}", show::call)
        .post("/api/v1/drafting/{reference}/basis", basis::call)
        .post("/api/v1/drafting/{reference}/proposals", propose::call)
        .post("/api/v1/drafting/{reference}/proposals/{id}", proposal::call)
        .post("/api/v1/drafting/{reference}/proposals/{id}/rule", rule::call)
        .post("/api/v1/drafting/{reference}/hand-over", hand_over::call)
}
