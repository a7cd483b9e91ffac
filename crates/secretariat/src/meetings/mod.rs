//! Meetings of the conference and of its bodies: which were called, for when and where, and what became of them.
//!
//! The secretariat's coordinator writes them down. What was planned is never overwritten: a meeting that moves keeps the days
//! it was first called for, and says by how many days it slipped. Not here: what a meeting decided.

mod api;
mod apply;
mod called;
mod change;
mod correct;
mod entries;
mod followed;
mod form;
pub(crate) mod frozen;
mod list;
mod meeting;
mod pages;
mod permits;
mod plan;
mod queries;
#[cfg(test)]
pub(crate) mod samples;
mod show;
mod waiting;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use api::{MeetingChange, MeetingCorrection, MeetingShown, MeetingsPage, NewMeeting};
pub use called::{Called, called};
pub use change::change_meeting;
pub(crate) use followed::{followed, of_bodies};
pub use meeting::{NotASymbol, Symbol};
pub(crate) use pages::title;
pub use permits::{ChangeMeeting, CorrectMeeting, ListMeetings, PlanMeeting, ShowMeeting};
pub use plan::plan_meeting;
pub use queries::last_day;
pub(crate) use queries::{MEMBERS_ONLY, OPEN, one as by_symbol};
pub(crate) use queries::{Meeting, after, ended, held_in, numbered, one};
pub(crate) use queries::{maybe, read, unreadable};
pub(crate) use show::{meeting as opened, resource};
pub(crate) use waiting::in_calendar;
pub use waiting::waiting;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/meetings.cedarschema",
        text: include_str!("../../policies/meetings.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/meetings.cedar",
        text: include_str!("../../policies/meetings.cedar"),
    }),
    words: &[base::words!("meetings")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListMeetings>("/meetings", "room-meetings")),
    api: api::api,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("meetings"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/meetings", list::page)
        .get("/meetings/plan", plan::page)
        .post("/meetings/plan", plan::submit)
        .get("/meetings/{reference}", show::page)
        .get("/meetings/{reference}/change", change::page)
        .post("/meetings/{reference}/change", change::submit)
        .get("/meetings/{reference}/correct", correct::page)
        .post("/meetings/{reference}/correct", correct::submit)
        .get("/api/v1/meetings", list::call)
        .post("/api/v1/meetings", plan::call)
        .get("/api/v1/meetings/{reference}", show::call)
        .post("/api/v1/meetings/{reference}/change", change::call)
        .post("/api/v1/meetings/{reference}/correct", correct::call)
}
