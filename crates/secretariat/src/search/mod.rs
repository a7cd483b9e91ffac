//! Search: documents, decisions and minutes by their words, in English, Spanish and French.
//!
//! What is found is what one may open: each hit is asked of the room that it belongs to, as if its page were opened. The index is
//! made by a sweep from tables and files; nobody says anything here, so no entry is of this room.

mod api;
mod find;
mod gather;
mod kind;
mod passage;
mod permits;
#[cfg(test)]
mod proofs;
mod queries;
mod question;
mod show;
mod small;
mod sweep;
mod terms;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::{Room, StoreError};
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use api::{FoundPage, FoundPiece, FoundShown};
pub use permits::Search;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/search.cedarschema",
        text: include_str!("../../policies/search.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/search.cedar",
        text: include_str!("../../policies/search.cedar"),
    }),
    words: &[base::words!("search")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::Search>("/search", "room-search")),
    api: api::api,
    sweep: sweep::sweep,
    ..RoomPlan::NOTHING
};

/// This room's tables. Entries of its own it has none.
pub static ROOM: Room = Room {
    name: Name::literal("search"),
    tables: concat!(include_str!("tables.sql"), include_str!("classes.sql")),
    apply: |_, entry| Err(StoreError::Damaged(format!("entry {}: nothing is said in this room", entry.position))),
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new().get("/search", show::page).get("/api/v1/search", show::call)
}
