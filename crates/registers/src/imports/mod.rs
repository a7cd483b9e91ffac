//! To be written: the room imports.

use base::access::PolicyText;
use base::ground::Puebla;
use base::store::{Recorded, Room, StoreError};
use base::web::{RoomLinkSpec, Routes};
use base::words::WordFile;
use journal::Name;
use rusqlite::Connection;

/// This room's words.
pub const WORDS: WordFile = base::words!("imports");

/// This room's actions.
pub const SCHEMA: PolicyText = PolicyText {
    file: "registers/policies/imports.cedarschema",
    text: include_str!("../../policies/imports.cedarschema"),
};

/// Who may do what here.
pub const POLICIES: PolicyText =
    PolicyText { file: "registers/policies/imports.cedar", text: include_str!("../../policies/imports.cedar") };

/// This room's entry in the navigation.
pub const NAVIGATION: RoomLinkSpec = RoomLinkSpec { href: "/imports", label: "room-imports", purposes: &[] };

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room { name: Name::literal("imports"), tables: "", apply, destroys };

fn apply(_: &Connection, _: &Recorded<'_>) -> Result<(), StoreError> {
    Ok(())
}

fn destroys(_: &str, _: &[u8]) -> Vec<u64> {
    Vec::new()
}

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
