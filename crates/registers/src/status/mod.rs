//! Status of documents: what has become of those a State issued, said by that State alone.
//!
//! Lost, stolen, stolen blank, revoked, invalid. A single number rests only as a keyed hash; ranges of blanks and
//! patterns rest in clear. Every entry ends with the document's validity, else after ten years. Not here: false
//! documents and how to tell them (`documents`), and anything about a holder.

mod api;
mod correct;
mod entries;
mod expiry;
mod export;
mod fault;
mod find;
mod form;
mod kind;
mod ledger;
mod list;
mod listing;
mod lookup;
mod pages;
mod payload;
mod permits;
mod queries;
mod report;
#[cfg(test)]
pub(crate) mod samples;
mod show;
mod subject;
mod sweep;
mod withdraw;
mod written;

use std::ops::RangeInclusive;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::{Room, StoreError};
use base::web::{RoomLinkSpec, Routes};
use journal::Name;
use rusqlite::Connection;

pub use api::{NewStatus, StatusPage, StatusShown, WithdrawalSent};
pub(crate) use entries::{StatusEntry, hold, let_go, settle};
pub(crate) use expiry::{ExpiryMonth, today};
pub use export::{ExportFormat, NoSuchFormat, export};
pub use fault::Fault;
pub(crate) use fault::faults;
pub use kind::{NoSuchCode, Reason, StatusKind, Withdrawal};
pub(crate) use ledger::known;
pub(crate) use listing::{Hashes, Heading, Resting, Row};
pub use listing::{Report, Subject};
pub use lookup::{Basis, LooksUpStatus, StatusHit, age_of, lookup};
pub(crate) use payload::ROWS_MAX;
pub use permits::{CorrectStatus, ExportStatus, FindStatus, ListStatus, ReportStatus, ShowStatus, WithdrawStatus};
pub use queries::{EntryId, NotAnId};
pub use subject::{BlankRange, NotAPattern, NotARange, NotAReference, NumberPattern, Reference};
pub(crate) use sweep::abandon;
pub(crate) use written::{Day, Written};

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "registers/policies/status.cedarschema",
        text: include_str!("../../policies/status.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "registers/policies/status.cedar",
        text: include_str!("../../policies/status.cedar"),
    }),
    words: &[base::words!("status")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListStatus>("/status", "room-status")),
    api: api::api,
    sweep: sweep::sweep,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("status"),
    tables: include_str!("tables.sql"),
    apply: entries::apply,
    destroys: entries::destroys,
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/status", list::page)
        .get("/status/report", report::number_page)
        .post("/status/report", report::number)
        .get("/status/report-range", report::range_page)
        .post("/status/report-range", report::range)
        .get("/status/report-pattern", report::pattern_page)
        .post("/status/report-pattern", report::pattern)
        .get("/status/find", find::page)
        .post("/status/find", find::submit)
        .get("/status/export", export::page)
        .get("/status/{id}", show::page)
        .get("/status/{id}/correct", correct::page)
        .post("/status/{id}/correct", correct::submit)
        .get("/status/{id}/withdraw", withdraw::page)
        .post("/status/{id}/withdraw", withdraw::submit)
        .get("/api/v1/status", list::call)
        .post("/api/v1/status", report::call)
        .get("/api/v1/status/export", export::call)
        .get("/api/v1/status/{id}", show::call)
        .post("/api/v1/status/{id}/withdraw", withdraw::call)
}

/// Answers for each State how many numbers rest under a key of the numbers: those first listed at these positions.
pub fn resting_on_key(connection: &Connection, at: RangeInclusive<u64>) -> Result<Vec<(String, u64)>, StoreError> {
    queries::first_listed(connection, at)
}
