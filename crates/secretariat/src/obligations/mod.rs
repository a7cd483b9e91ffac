//! Obligations: what decisions charge States and bodies with, by when, and what has come of it.
//!
//! Decision → obligation → evidence. The day follows from the decision's rule and is never overwritten: whoever will be late says so,
//! and that stands beside the day. Done is what evidence shows. The rules stand in `conference::obligations`; here is what was recorded,
//! and tables by which a list of twenty thousand is turned.

mod answering;
mod apply;
mod by_decision;
mod charge;
mod dated;
mod entries;
mod list;
mod note;
mod owner;
mod pages;
mod permits;
#[cfg(test)]
mod proofs;
mod queries;
mod reference;
mod settle;
mod show;
mod turn;
mod waiting;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub(crate) use answering::{next_number, standing_of};
pub(crate) use by_decision::{of_decision, with_a_duty};
pub(crate) use charge::WHAT_CHARS_MAX;
pub use charge::{Charge, ChargeError, charge};
pub use entries::ObligationEntry;
pub(crate) use list::{seat, sees_members_only};
pub use permits::{ListObligations, NoteObligation, SettleObligation, ShowObligation};
pub use reference::{NotAReference, Reference};
pub(crate) use turn::{Look, Wanted};
pub use waiting::waiting;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/obligations.cedarschema",
        text: include_str!("../../policies/obligations.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/obligations.cedar",
        text: include_str!("../../policies/obligations.cedar"),
    }),
    words: &[base::words!("obligations")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListObligations>("/obligations", "room-obligations")),
    ..RoomPlan::NOTHING
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/obligations", list::page)
        .get("/obligations/{reference}", show::page)
        .post("/obligations/{reference}/note", note::submit)
        .post("/obligations/{reference}/settle", settle::submit)
}

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("obligations"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};
