//! To be written: the room documents.

use base::access::PolicyText;
use base::ground::Puebla;
use base::store::{Recorded, Room, StoreError};
use base::web::{RoomLinkSpec, Routes};
use base::words::WordFile;
use journal::Name;
use rusqlite::Connection;

/// This room's words.
pub const WORDS: WordFile = base::words!("documents");

/// This room's actions.
pub const SCHEMA: PolicyText = PolicyText {
    file: "registers/policies/documents.cedarschema",
    text: include_str!("../../policies/documents.cedarschema"),
};

/// Who may do what here.
pub const POLICIES: PolicyText =
    PolicyText { file: "registers/policies/documents.cedar", text: include_str!("../../policies/documents.cedar") };

/// This room's entry in the navigation.
pub const NAVIGATION: RoomLinkSpec = RoomLinkSpec { href: "/documents", label: "room-documents", purposes: &[] };

/// This room's tables and what its entries mean for them.
pub const ROOM: Room = Room { name: Name::literal("documents"), tables: "", apply, destroys };

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
