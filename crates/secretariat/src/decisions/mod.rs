//! Decisions: what meetings decided, of whom they ask what by when, and what came of it.
//!
//! The secretariat's coordinator enters what was adopted, from a text that was read into drafts or by hand; it decides nothing. An
//! adopted decision never changes: what is found out later stands beside it. Not here: whether a duty was done.

mod add;
mod api;
mod apply;
mod decision;
mod due_days;
mod entries;
mod fields;
mod form;
mod list;
mod looked_up;
mod pages;
mod permits;
mod queries;
mod said;
#[cfg(test)]
mod samples;
mod show;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use add::add_decision;
pub use api::{DecisionShown, DecisionsPage, NewAsk, NewDecision, NewLink};
pub use permits::{
    AdoptDecisions, ChangeDraft, ExportDecisions, ImportDeclaration, ListDecisions, RecordHistory, ShowDecision,
    ShowDrafts,
};
pub use said::{Speaks, rule_in_words, unreadable, verb_key, warning_in_words};

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/decisions.cedarschema",
        text: include_str!("../../policies/decisions.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/decisions.cedar",
        text: include_str!("../../policies/decisions.cedar"),
    }),
    words: &[base::words!("decisions")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListDecisions>("/decisions", "room-decisions")),
    api: api::api,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("decisions"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/decisions", list::page)
        .get("/decisions/add", add::page)
        .post("/decisions/add", add::submit)
        .get("/decisions/{reference}", show::page)
        .get("/api/v1/decisions", list::call)
        .post("/api/v1/decisions", add::call)
        .get("/api/v1/decisions/{reference}", show::call)
}
