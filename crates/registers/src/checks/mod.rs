//! To be written: the room checks.

pub mod zone;

use base::access::PolicyText;
use base::web::{RoomLinkSpec, Routes};
use base::words::WordFile;

/// This room's words.
pub const WORDS: WordFile = base::words!("checks");

/// This room's actions.
pub const SCHEMA: PolicyText = PolicyText {
    file: "registers/policies/checks.cedarschema",
    text: include_str!("../../policies/checks.cedarschema"),
};

/// Who may do what here.
pub const POLICIES: PolicyText =
    PolicyText { file: "registers/policies/checks.cedar", text: include_str!("../../policies/checks.cedar") };

/// This room's entry in the navigation.
pub const NAVIGATION: RoomLinkSpec = RoomLinkSpec { href: "/checks", label: "room-checks", purposes: &[] };

/// Answers this room's routes.
pub fn routes() -> Routes {
    Routes::new()
}

/// Answers this room's part of the OpenAPI document.
pub fn api() -> utoipa::openapi::OpenApi {
    utoipa::openapi::OpenApi::default()
}
