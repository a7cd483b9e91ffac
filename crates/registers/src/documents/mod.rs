//! Alerts on documents: what one State's expert saw in false documents, confirmed by another's, for every officer.
//!
//! Asked for by the Declaration ("Accept Mexico's proposal to create a database … on false documents"). Words: GLOSSARY.md,
//! "Documents". Not here: anything about the person who carried one, for which no field exists. Lost and stolen numbers:
//! `status`.
//!
//! Draft → submitted → confirmed by an expert of another State → published → superseded or withdrawn; a review is due
//! after two years, and after five what was said is destroyed.

mod alert;
mod apply;
mod coded;
mod entries;
mod fitting;
mod frozen;
mod pattern;

pub use alert::{AlertText, Month, Point, Reference};
pub use coded::{BorderType, CheckLevel, FraudClass, ReviewFinding, Standing, Technique, WithdrawalReason};
pub use entries::AlertEntry;
pub use fitting::{AlertHit, GENERAL_HITS_MAX, HITS_MAX, LooksUpAlerts, age, fitting};
pub use pattern::{NotAPattern, NumberPattern};

use base::access::PolicyText;
use base::ground::Puebla;
use base::store::{Room, StoreError};
use base::web::{RoomLinkSpec, Routes};
use base::words::WordFile;
use journal::Name;

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
pub static ROOM: Room = Room {
    name: Name::literal("documents"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
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
