//! Policy sheets: what each State's policy is on each topic of a closed list, on what it rests, and when it was looked at last.
//!
//! A delegate writes their State's; somebody else lets it through, of the same delegation or the secretariat's coordinator, and never
//! who wrote it. What nobody gave is told as not given. Every version stays, and the table can be read as of any day.

mod api;
mod apply;
mod entries;
mod export;
mod form;
mod list;
mod pages;
mod permits;
#[cfg(test)]
mod proofs;
mod publish;
mod queries;
mod show;
mod topics;
mod waiting;
mod write;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use api::NewSheet;
pub use permits::{ExportSheets, ListSheets, PublishSheet, ShowSheet, WriteSheet};
pub use publish::publish_sheet;
pub use waiting::waiting;
pub use write::write_sheet;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/sheets.cedarschema",
        text: include_str!("../../policies/sheets.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/sheets.cedar",
        text: include_str!("../../policies/sheets.cedar"),
    }),
    words: &[base::words!("sheets")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListSheets>("/sheets", "room-sheets")),
    api: api::api,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("sheets"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/sheets", list::page)
        .get("/sheets/export", export::file)
        .get("/sheets/{reference}", show::page)
        .get("/sheets/{reference}/write", write::page)
        .post("/sheets/{reference}/write", write::submit)
        .post("/sheets/{reference}/publish", publish::submit)
        .get("/api/v1/sheets", list::call)
        .get("/api/v1/sheets/export", export::call)
        .get("/api/v1/sheets/{reference}", show::call)
        .post("/api/v1/sheets/{reference}", write::call)
        .post("/api/v1/sheets/{reference}/publish", publish::call)
}
