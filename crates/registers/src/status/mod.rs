//! Status of documents: what has become of those a State issued, said by that State alone.
//!
//! Lost, stolen, stolen blank, revoked, invalid. A single number rests only as a keyed hash; ranges of blanks and
//! patterns rest in clear. Every entry ends with the document's validity, else after ten years. Not here: false
//! documents and how to tell them (`documents`), and anything about a holder.

mod entries;
mod expiry;
mod kind;
mod lookup;
mod payload;
mod subject;

use base::access::PolicyText;
use base::ground::Puebla;
use base::store::{Room, StoreError};
use base::web::{RoomLinkSpec, Routes};
use base::words::WordFile;
use journal::Name;

pub use kind::{NoSuchCode, Reason, StatusKind, Withdrawal};
pub use lookup::{Basis, LooksUpStatus, StatusHit, age, age_of, lookup};
pub use subject::{BlankRange, NotAPattern, NotARange, NotAReference, NumberPattern, Reference};

/// This room's words.
pub const WORDS: WordFile = base::words!("status");

/// This room's actions.
pub const SCHEMA: PolicyText = PolicyText {
    file: "registers/policies/status.cedarschema",
    text: include_str!("../../policies/status.cedarschema"),
};

/// Who may do what here.
pub const POLICIES: PolicyText =
    PolicyText { file: "registers/policies/status.cedar", text: include_str!("../../policies/status.cedar") };

/// This room's entry in the navigation.
pub const NAVIGATION: RoomLinkSpec = RoomLinkSpec { href: "/status", label: "room-status", purposes: &[] };

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("status"),
    tables: include_str!("tables.sql"),
    apply: entries::apply,
    destroys: entries::destroys,
};

/// Answers this room's routes.
pub fn routes() -> Routes {
    Routes::new()
}

/// Answers this room's part of the OpenAPI document.
pub fn api() -> utoipa::openapi::OpenApi {
    utoipa::openapi::OpenApi::default()
}

/// Does what the passing of time asks for.
pub fn sweep(_: &Puebla) -> Result<usize, StoreError> {
    Ok(0)
}
