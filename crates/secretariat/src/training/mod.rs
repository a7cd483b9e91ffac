//! Joint training: courses, sessions to which States send people, attendance, certificates, and what came of it.
//!
//! Course → session → seats of each State → nominations → attendance and scores → certificate. Who has a seat, and who has earned
//! a certificate, follows from what was said (`conference::training`); nobody hands out either. A name is seen by the delegation
//! that put it forward and by the secretariat, and by nobody else; it goes when nothing needs it ([`queries::KEPT_DAYS`]).

mod api;
mod apply;
mod arrange;
mod certificate;
mod certify;
mod coded;
mod course;
mod entries;
mod feedback;
mod list;
mod pages;
mod people;
mod permits;
#[cfg(test)]
mod proofs;
mod queries;
mod record;
mod results;
mod show;
mod sweep;
mod verify;
mod waiting;

use base::access::{PolicyText, RateClass};
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use api::{NewCourse, NewModule, NewNominee, NewSession, StateSeats};
pub use arrange::call_session;
pub use course::make_course;
pub use people::nominate;
pub use permits::{
    ArrangeTraining, GiveFeedback, ListTraining, Nominate, RecordTraining, ShowNominees, ShowTraining,
    TakeTrainingCertificate,
};
pub use waiting::waiting;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/training.cedarschema",
        text: include_str!("../../policies/training.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/training.cedar",
        text: include_str!("../../policies/training.cedar"),
    }),
    words: &[base::words!("training")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListTraining>("/training", "room-training")),
    api: api::api,
    sweep: sweep::sweep,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("training"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: entries::destroys,
};

/// Answers this room's routes.
fn routes() -> Routes {
    let why = "whoever is shown a certificate finds out by its number whether it counts, and is told no name";
    Routes::new()
        .get("/training", list::page)
        .get("/training/courses/new", course::page)
        .post("/training/courses/new", course::submit)
        .get("/training/new", arrange::page)
        .post("/training/new", arrange::submit)
        .get("/training/{reference}", show::page)
        .get("/training/{reference}/people", people::page)
        .post("/training/{reference}/people", people::submit)
        .post("/training/{reference}/certify", certify::submit)
        .get("/training/{reference}/people/{person}", record::page)
        .post("/training/{reference}/people/{person}", record::submit)
        .post("/training/{reference}/people/{person}/take-back", people::take_back)
        .post("/training/{reference}/people/{person}/revoke", record::revoke)
        .get("/training/{reference}/people/{person}/certificate", certificate::page)
        .get("/training/{reference}/feedback", feedback::page)
        .post("/training/{reference}/feedback", feedback::submit)
        .public_get("/certificates", verify::page, RateClass::Look, why)
        .public_post("/certificates", verify::submit, RateClass::Look, why)
        .get("/api/v1/training", list::call)
        .post("/api/v1/training", arrange::call)
        .post("/api/v1/training/courses", course::call)
        .get("/api/v1/training/{reference}", show::call)
        .get("/api/v1/training/{reference}/people", people::call)
        .post("/api/v1/training/{reference}/people", people::nominate_call)
        .post("/api/v1/training/{reference}/people/{person}", record::call)
        .post("/api/v1/training/{reference}/certify", certify::call)
        .public_get("/api/v1/certificates/{code}", verify::call, RateClass::Look, why)
}
