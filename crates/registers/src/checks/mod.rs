//! The border check: an officer holds a document, and asks what is wrong with its zone and what States have reported.
//!
//! Asked for by the Declaration ("a database … on false documents"). A check is a look: it appends nothing, and leaves
//! one line on the access log with a keyed hash in it. The answer is "no report" or "there is a report", never more.
//!
//! The traveller is compared with alerts on people where the officer's State takes part in that register, in the same answer; how,
//! and what is kept of it: `alerts::matches`. The zone's reader: [`zone`]. What States report: `status`, `documents`.

mod answer;
mod api;
mod ask;
mod check;
#[cfg(test)]
mod contract;
mod hits;
mod known;
mod pages;
mod register_card;
pub mod samples;
mod second_line;
mod stopped;
#[cfg(test)]
mod walks;
mod watch;
pub mod zone;
mod zone_card;

pub use answer::{Answer, Contact, Reason, Verdict};
pub use api::CheckRequest;
pub use ask::{Asked, Fields, Question};
pub use check::{check, check_with, today};
pub use hits::{Basis, DetectionPoint, FittingAlert, ReportedStatus};
pub use known::DataAge;
pub use second_line::Outcome;
pub use watch::STOPS;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::web::{RoomLinkSpec, Routes};

use crate::alerts::matches::ComparesPeople;
use crate::{documents, status};

base::permit!(
    /// An officer holds one document and asks about it, and about whoever carries it where their State takes part in alerts.
    Check = "checks.check" in "registers", for [BorderControl, DocumentExamination], class Protected, rate Check
);
base::permit!(
    /// An officer says how the second line ended.
    ///
    /// It does not count as writing: nothing is stored but the line of the access log that every look leaves, so an
    /// officer whose role needs no second factor may say it.
    SecondLine = "checks.second_line" in "registers", for [BorderControl, DocumentExamination], class Members, rate Check
);

base::permit!(
    /// An examiner lets somebody of their State go on who was stopped, and answers for it.
    Lift = "checks.lift" in "base", for [BorderControl, DocumentExamination], class Personal, rate Write, writes
);

impl status::LooksUpStatus for Check {}
impl documents::LooksUpAlerts for Check {}
impl ComparesPeople for Check {}

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "registers/policies/checks.cedarschema",
        text: include_str!("../../policies/checks.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "registers/policies/checks.cedar",
        text: include_str!("../../policies/checks.cedar"),
    }),
    words: &[base::words!("checks"), zone::WORDS],
    routes,
    navigation: Some(RoomLinkSpec::to::<Check>("/check", "room-checks")),
    api: api::document,
    ..RoomPlan::NOTHING
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/check", check::page)
        .post("/check", check::submit)
        .get("/check/second-line", second_line::page)
        .post("/check/second-line", second_line::submit)
        .get(stopped::PATH, stopped::page)
        .post("/check/stopped/{concern}/lift", stopped::submit)
        .post("/api/v1/checks", api::answer)
}
