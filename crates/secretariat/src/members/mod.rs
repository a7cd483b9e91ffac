//! Parties and what they are to the conference over time, its bodies, and who presides.
//!
//! The profile says who founded the process; everybody who comes later is admitted by a decision that is named, or invited to
//! one meeting and gone with it. Days and names are kept with the days for which they hold: nothing is overwritten.

mod api;
mod application;
mod apply;
mod apply_for;
mod bodies;
mod class;
mod delegation;
mod dismiss;
mod entries;
mod invite;
mod list;
mod pages;
mod permits;
mod presidencies;
mod queries;
#[cfg(test)]
pub(crate) mod samples;
mod seats;
mod show;
mod terms;
mod written;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use api::{ApplicationShown, ApplicationStep, BodyShown, NewApplication, NewBody, NewGuest, NewTerm, TermShown};
pub use application::step_application;
pub use apply_for::apply_for;
pub use bodies::form_body;
pub use class::{Class, Names};
pub use delegation::{Named, delegate, name_institution};
pub use invite::invite;
pub use permits::{Admit, Delegate, EnterTerms, FormBodies, ListMembers, ShowApplications, ShowMember};
pub use presidencies::enter_term;
pub(crate) use queries::{body_called, hang_on};
pub use queries::{body_name_on, guests_of, members_on, names, parties_on};
pub use terms::{PRESIDENCY, TermOf, Troika, presides, presiding_on, terms, troika_on};

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/members.cedarschema",
        text: include_str!("../../policies/members.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/members.cedar",
        text: include_str!("../../policies/members.cedar"),
    }),
    words: &[base::words!("members")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListMembers>("/members", "room-members")),
    api: api::api,
    sweep: seats::follow,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("members"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/members", list::page)
        .get("/members/applications/new", apply_for::page)
        .post("/members/applications/new", apply_for::submit)
        .get("/members/applications/{application}", application::page)
        .post("/members/applications/{application}", application::submit)
        .get("/members/invite", invite::page)
        .post("/members/invite", invite::submit)
        .get("/members/{code}", show::page)
        .get("/members/{code}/delegation", delegation::page)
        .post("/members/{code}/delegation", delegation::submit)
        .get("/members/{code}/dismiss", dismiss::page)
        .post("/members/{code}/dismiss", dismiss::submit)
        .get("/bodies", bodies::page)
        .get("/bodies/new", bodies::form_page)
        .post("/bodies/new", bodies::submit)
        .get("/presidencies", presidencies::page)
        .get("/presidencies/new", presidencies::form_page)
        .post("/presidencies/new", presidencies::submit)
        .get("/api/v1/members", list::call)
        .get("/api/v1/members/{code}", show::call)
        .post("/api/v1/applications", apply_for::call)
        .post("/api/v1/applications/{application}", application::call)
        .get("/api/v1/bodies", bodies::call)
        .post("/api/v1/bodies", bodies::form_call)
        .get("/api/v1/presidencies", presidencies::call)
        .post("/api/v1/presidencies", presidencies::enter_call)
}
