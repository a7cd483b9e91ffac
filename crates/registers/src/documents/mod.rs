//! Alerts on documents: what one State's expert saw in false documents, confirmed by another's, for every officer.
//!
//! Asked for by the Declaration ("Accept Mexico's proposal to create a database … on false documents"). Words: GLOSSARY.md,
//! "Documents". Not here: anything about the person who carried one, for which no field exists. Lost and stolen numbers:
//! `status`.
//!
//! Draft → submitted → confirmed by an expert of another State → published → superseded or withdrawn; a review is due
//! after two years, and after five what was said is destroyed.

mod alert;
mod api;
mod apply;
mod coded;
mod confirm;
mod correct;
mod draft;
mod entries;
mod expire;
mod fitting;
mod form;
mod found;
mod frozen;
mod import;
mod life;
mod list;
mod pages;
mod pattern;
mod permits;
mod publish;
mod queries;
mod review;
pub mod samples;
mod search;
mod show;
mod submit;
mod supersede;
mod typed;
mod withdraw;

#[cfg(test)]
mod proofs;

pub use alert::{AlertText, Month, Point, Reference};
pub use coded::{BorderType, CheckLevel, FraudClass, ReviewFinding, Standing, Technique, WithdrawalReason};
pub use entries::AlertEntry;
pub(crate) use fitting::today;
pub use fitting::{AlertHit, GENERAL_HITS_MAX, HITS_MAX, LooksUpAlerts, age, fitting, general};
pub use import::{COLUMNS, OPTIONAL_COLUMNS, fingerprint, hand_in_all, read_record};
pub use pattern::{NotASeries, SeriesPattern};
pub use submit::{Numbering, hand_in};

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "registers/policies/documents.cedarschema",
        text: include_str!("../../policies/documents.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "registers/policies/documents.cedar",
        text: include_str!("../../policies/documents.cedar"),
    }),
    words: &[base::words!("documents")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListAlerts>("/documents", "room-documents")),
    api: api::api,
    sweep: expire::sweep,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("documents"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: entries::destroys,
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/documents", list::published)
        .get("/documents/work", list::work)
        .get("/documents/waiting", list::waiting)
        .get("/documents/new", draft::new_page)
        .post("/documents/new", draft::new_submit)
        .get("/documents/drafts/{draft}", draft::page)
        .post("/documents/drafts/{draft}", draft::submit)
        .get("/documents/drafts/{draft}/submit", submit::page)
        .post("/documents/drafts/{draft}/submit", submit::submit)
        .get("/documents/{reference}", show::page)
        .get("/documents/{reference}/card", show::card)
        .post("/documents/{reference}/correct", correct::start)
        .get("/documents/{reference}/correct/{draft}", correct::page)
        .post("/documents/{reference}/correct/{draft}", correct::submit)
        .get("/documents/{reference}/confirm", confirm::page)
        .post("/documents/{reference}/confirm", confirm::submit)
        .post("/documents/{reference}/return", confirm::submit_return)
        .get("/documents/{reference}/publish", publish::page)
        .post("/documents/{reference}/publish", publish::submit)
        .get("/documents/{reference}/review", review::page)
        .post("/documents/{reference}/review", review::submit)
        .get("/documents/{reference}/supersede", supersede::page)
        .post("/documents/{reference}/supersede", supersede::submit)
        .get("/documents/{reference}/withdraw", withdraw::page)
        .post("/documents/{reference}/withdraw", withdraw::submit)
        .get("/api/v1/documents", api::list)
        .post("/api/v1/documents", api::submit)
        .get("/api/v1/documents/{reference}", api::show)
}
