//! Redress: whoever asks any State what is kept of them, that it is corrected or deleted; and the panel that can take an alert out
//! of every search until it decides (G-25).
//!
//! A case says nothing of whether there is an alert: the answer's words are the same where there is none, and which alert a case is
//! about a member of the panel alone is shown. Why it is so: `docs/why/0030-redress.md`.

mod answer;
mod api;
mod apply;
mod block;
mod coded;
mod decide;
mod decisions;
mod entries;
mod found;
mod frozen;
mod list;
mod open;
mod pages;
mod permits;
mod queries;
mod receipt;
mod refer;
mod show;
mod sweep;
mod typed;

#[cfg(test)]
mod proofs;

pub use coded::{Asker, CaseKind, Ground, Outcome, RulingGround, Sort, Tongue};
pub use entries::RedressEntry;
pub use queries::{KEPT_DAYS, PANEL_DAYS, lodged};
pub use typed::{ANSWER_DAYS, answer_days};

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;
use utoipa::OpenApi;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "registers/policies/redress.cedarschema",
        text: include_str!("../../policies/redress.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "registers/policies/redress.cedar",
        text: include_str!("../../policies/redress.cedar"),
    }),
    words: &[base::words!("redress")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListCases>("/redress", "room-redress")),
    api: api::Api::openapi,
    sweep: sweep::sweep,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("redress"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: entries::destroys,
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/redress", list::page)
        .get("/redress/new", open::page)
        .post("/redress/new", open::submit)
        .get("/redress/decisions", decisions::page)
        .get("/redress/{reference}", show::page)
        .get("/redress/{reference}/receipt", receipt::page)
        .get("/redress/{reference}/petition", show::petition)
        .get("/redress/{reference}/answer", answer::page)
        .post("/redress/{reference}/answer", answer::submit)
        .post("/redress/{reference}/refer", refer::submit)
        .get("/redress/{reference}/block", block::page)
        .post("/redress/{reference}/block", block::submit)
        .get("/redress/{reference}/propose", decide::page)
        .post("/redress/{reference}/propose", decide::propose_submit)
        .post("/redress/{reference}/decide", decide::decide_submit)
        .get("/api/v1/redress", api::list)
        .post("/api/v1/redress", api::open)
        .get("/api/v1/redress/decisions", api::decisions)
        .get("/api/v1/redress/{reference}", api::show)
        .post("/api/v1/redress/{reference}/answer", api::answer)
}
