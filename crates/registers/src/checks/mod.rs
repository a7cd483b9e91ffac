//! The border check: an officer holds a document, and asks what is wrong with its zone and what States have reported.
//!
//! Asked for by the Declaration ("a database … on false documents"). A check is a look: it appends nothing, and leaves
//! one line on the access log with a keyed hash in it. The answer is "no report" or "there is a report", never more.
//!
//! Not here: anything about the traveller. The zone's reader: [`zone`]. What States report: `status`, `documents`.

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
pub use check::{check, today};
pub use hits::{Basis, DetectionPoint, FittingAlert, ReportedStatus};
pub use known::DataAge;
pub use second_line::Outcome;
pub use watch::STOPS;

use base::access::{PolicyText, Purpose};
use base::web::{RoomLinkSpec, Routes};
use base::words::WordFile;

use crate::{documents, status};

base::permit!(
    /// An officer holds one document and asks about it.
    Check = "checks.check" in "registers", for [BorderControl, DocumentExamination], class Members, rate Check
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
pub const NAVIGATION: RoomLinkSpec = RoomLinkSpec {
    href: "/check",
    label: "room-checks",
    purposes: &[Purpose::BorderControl, Purpose::DocumentExamination],
};

/// Answers this room's routes.
pub fn routes() -> Routes {
    Routes::new()
        .get("/check", check::page)
        .post("/check", check::submit)
        .get("/check/second-line", second_line::page)
        .post("/check/second-line", second_line::submit)
        .get(stopped::PATH, stopped::page)
        .post("/check/stopped/{concern}/lift", stopped::submit)
        .post("/api/v1/checks", api::answer)
}

/// Answers this room's part of the OpenAPI document.
pub fn api() -> utoipa::openapi::OpenApi {
    api::document()
}
