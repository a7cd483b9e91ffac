//! To be written: the room status.

use base::access::PolicyText;
use base::ground::Puebla;
use base::store::{Recorded, Room, StoreError};
use base::web::{RoomLinkSpec, Routes};
use base::words::WordFile;
use journal::Name;
use rusqlite::Connection;

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
pub const ROOM: Room = Room { name: Name::literal("status"), tables: "", apply, destroys };

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
