//! Alerts on people: somebody is missed, is at risk, is asked for as a witness, or is wanted for trafficking in persons or the
//! sexual exploitation of minors.
//!
//! Asked for by the Declaration (Costa Rica's proposal, put out for comments); it ships switched off. What it must never do, and
//! how: `docs/why/0028-alerts.md`, whose rules G-01 and onwards tests name. Alerts on documents: `documents`.

mod adopt;
mod apply;
mod born;
mod coded;
mod entries;
mod front;
mod frozen;
mod life;
mod opt;
mod permits;
pub mod samples;
mod screen;
mod switch;
mod text;

#[cfg(test)]
mod proofs;

pub use adopt::{Turn, decide};
pub use born::{Born, NotABirth};
pub use coded::{Action, BasisKind, Category, Ending, Offence, Sex, Stance, Standing};
pub use entries::{AlertsEntry, Decided, OptedIn, OptedOut};
pub use life::{Act, Life, Term, until};
pub use opt::{opt_in, opt_out};
pub use permits::{AdoptRegister, OptIn, ShowRegister};
pub use screen::unwelcome;
pub use text::{AlertText, Basis, Sealed, Subject};

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journal::Name;
use utoipa::OpenApi;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "registers/policies/alerts.cedarschema",
        text: include_str!("../../policies/alerts.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "registers/policies/alerts.cedar",
        text: include_str!("../../policies/alerts.cedar"),
    }),
    words: &[base::words!("alerts")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ShowRegister>("/alerts", "room-alerts")),
    api: Api::openapi,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("alerts"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// The room's part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(front::call))]
struct Api;

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/alerts", front::page)
        .get("/alerts/adopt", adopt::adopt_page)
        .post("/alerts/adopt", adopt::adopt)
        .get("/alerts/repeal", adopt::repeal_page)
        .post("/alerts/repeal", adopt::repeal)
        .get("/alerts/categories/{code}", opt::page)
        .post("/alerts/categories/{code}", opt::submit)
        .get("/api/v1/alerts/register", front::call)
}

/// Answers the day by which alerts begin and end: the day at UTC, the same for every reader.
pub(crate) fn today(now: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(now).date()
}
