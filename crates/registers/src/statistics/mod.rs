//! Yearly figures about the alerts on people and what officers did with them, published for anyone (G-30), and all that observers are
//! ever shown of the register (G-29).
//!
//! A rule counts each week before what it counts is destroyed; the coordinator publishes a year once it is over, and revises it. Figures
//! under ten are withheld, and others so that those cannot be computed. Why it is so: `docs/why/0035-statistics.md`.

mod api;
mod apply;
mod coded;
mod entries;
mod frozen;
mod issue;
mod pages;
mod permits;
mod protect;
mod published;
mod queries;
mod running;
pub mod samples;
mod sheets;
mod sweep;
mod wilson;

#[cfg(test)]
mod proofs;

pub use entries::StatisticsEntry;

use base::access::{PolicyText, RateClass};
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;
use utoipa::OpenApi;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "registers/policies/statistics.cedarschema",
        text: include_str!("../../policies/statistics.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "registers/policies/statistics.cedar",
        text: include_str!("../../policies/statistics.cedar"),
    }),
    words: &[base::words!("statistics")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ShowRunning>("/statistics/running", "room-statistics").last()),
    api: api::Api::openapi,
    sweep: sweep::sweep,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("statistics"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    let why = "what was published of a year is for anyone, and figures by which somebody could be found are not in it";
    Routes::new()
        .public_get("/statistics", published::list, RateClass::Look, why)
        .public_get("/statistics/{year}", published::page, RateClass::Look, why)
        .public_get("/api/v1/statistics", api::list, RateClass::Look, why)
        .public_get("/api/v1/statistics/{year}", api::show, RateClass::Look, why)
        .get("/statistics/running", running::page)
        .post("/statistics/issue", issue::submit)
}
