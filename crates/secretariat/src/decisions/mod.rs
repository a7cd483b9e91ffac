//! Decisions: what meetings decided, of whom they ask what by when, and what came of it.
//!
//! The secretariat's coordinator enters what was adopted, from a text that was read into drafts or by hand; it decides nothing. An
//! adopted decision never changes: what is found out later stands beside it. Not here: whether a duty was done.

mod add;
mod api;
mod apply;
mod certificate;
mod charging;
mod decision;
mod draft;
mod drafts;
mod due_days;
mod entries;
mod export;
mod fields;
mod followed;
mod form;
mod history;
mod import;
mod list;
mod looked_up;
mod pages;
mod permits;
#[cfg(test)]
mod proofs;
mod queries;
mod reading;
mod said;
#[cfg(test)]
pub(crate) mod samples;
mod set;
mod show;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use add::add_decision;
pub use api::{DecisionShown, DecisionsPage, DraftsShown, NewAsk, NewDecision, NewLink};
pub(crate) use decision::Tongue;
pub use export::{DecisionsFormat, export_decisions};
pub(crate) use followed::followed;
pub use import::import_declaration;
pub use permits::{
    AdoptDecisions, ChangeDraft, ExportDecisions, ImportDeclaration, ListDecisions, RecordHistory, ShowDecision,
    ShowDrafts,
};
pub(crate) use queries::{exists, hang_on, kept_for_members, later, one};
pub(crate) use said::voiced;
pub use said::{Speaks, rule_in_words, unreadable, verb_key, warning_in_words};
pub(crate) use show::resource;

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
        .get("/decisions/imports", import::page)
        .post("/decisions/imports", import::submit)
        .post("/decisions/imports/pasted", import::pasted)
        .get("/decisions/imports/{id}", set::page)
        .post("/decisions/imports/{id}/adopt", set::adopt)
        .post("/decisions/imports/{id}/discard", set::discard)
        .post("/decisions/imports/{id}/second", set::second)
        .get("/decisions/imports/{id}/{place}", draft::page)
        .post("/decisions/imports/{id}/{place}", draft::submit)
        .post("/decisions/imports/{id}/{place}/undo", draft::undo)
        .get("/decisions/{reference}", show::page)
        .get("/decisions/{reference}/certificate", certificate::page)
        .get("/decisions/{reference}/history", history::page)
        .post("/decisions/{reference}/history", history::submit)
        .get("/api/v1/decisions", list::call)
        .post("/api/v1/decisions", add::call)
        .get("/api/v1/decisions/export", export::call)
        .post("/api/v1/decisions/imports", import::call)
        .get("/api/v1/decisions/imports/{id}", set::call)
        .post("/api/v1/decisions/imports/{id}/adopt", set::adopt_call)
        .post("/api/v1/decisions/imports/{id}/{place}", draft::call)
        .get("/api/v1/decisions/{reference}", show::call)
        .get("/api/v1/decisions/{reference}/certificate", certificate::call)
        .post("/api/v1/decisions/{reference}/history", history::call)
}
