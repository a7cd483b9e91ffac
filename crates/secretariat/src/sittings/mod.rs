//! What a meeting sits over, who was there, and what observers handed in.
//!
//! The agenda changes until the meeting is over, and every change stays on record. Attendance is a record and never a constant:
//! a party was present, absent, or nobody said so. Of the head of a delegation the function is written down, and no name.

mod agenda;
mod answer;
mod api;
mod apply;
mod attendance;
mod drawn;
mod entries;
mod hand_in;
mod item;
mod permits;
mod place;
#[cfg(test)]
mod proofs;
mod queries;
mod roll;
mod waiting;
mod written;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::Routes;
use journal::Name;

pub use agenda::order_agenda;
pub use answer::answer_statement;
pub use api::{
    AgendaOrder, AgendaShown, AnswerShown, AttendanceShown, ItemChange, ItemShown, NewAnswer, NewItem, NewStatement,
    PresenceShown, Roll, RollLine, StatementShown, StatementsShown,
};
pub use attendance::record_attendance;
pub(crate) use drawn::on_meeting;
pub use hand_in::hand_in;
pub use permits::{AnswerStatement, HandIn, RecordAttendance, SetAgenda, ShowSitting};
pub use place::place_item;
pub(crate) use queries::hang_on;
pub use waiting::waiting;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/sittings.cedarschema",
        text: include_str!("../../policies/sittings.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/sittings.cedar",
        text: include_str!("../../policies/sittings.cedar"),
    }),
    words: &[base::words!("sittings")],
    routes,
    api: api::api,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("sittings"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/meetings/{reference}/agenda", agenda::page)
        .post("/meetings/{reference}/agenda/order", agenda::submit)
        .get("/meetings/{reference}/agenda/new", place::page)
        .post("/meetings/{reference}/agenda/new", place::submit)
        .get("/meetings/{reference}/agenda/{item}", item::page)
        .post("/meetings/{reference}/agenda/{item}", item::submit)
        .get("/meetings/{reference}/attendance", attendance::page)
        .post("/meetings/{reference}/attendance", attendance::submit)
        .get("/meetings/{reference}/statements", hand_in::page)
        .post("/meetings/{reference}/statements", hand_in::submit)
        .get("/meetings/{reference}/statements/{place}", answer::page)
        .post("/meetings/{reference}/statements/{place}", answer::submit)
        .get("/api/v1/meetings/{reference}/agenda", agenda::call)
        .post("/api/v1/meetings/{reference}/agenda", place::call)
        .post("/api/v1/meetings/{reference}/agenda/order", agenda::order_call)
        .post("/api/v1/meetings/{reference}/agenda/{item}", item::call)
        .get("/api/v1/meetings/{reference}/attendance", attendance::call)
        .post("/api/v1/meetings/{reference}/attendance", attendance::record_call)
        .get("/api/v1/meetings/{reference}/statements", hand_in::list_call)
        .post("/api/v1/meetings/{reference}/statements", hand_in::call)
        .post("/api/v1/meetings/{reference}/statements/{place}", answer::call)
}
