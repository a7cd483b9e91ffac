//! The assessment of the effects on data protection, made from what is in force and never written by hand (G-33).
//!
//! Along thirteen principles of data protection it says which columns the program holds, which rules hold them, what is configured in
//! this folder, and what only people can answer. Why it is so: `docs/why/0039-assessed-from-what-is.md`.

mod api;
mod configured;
mod document;
mod holdings;
mod markdown;
mod page;
mod permits;
mod principles;
mod rules;

#[cfg(test)]
mod proofs;

pub use api::{Written, written};
pub use permits::ShowAssessment;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::web::{RoomLinkSpec, Routes};
use utoipa::OpenApi;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "registers/policies/assessment.cedarschema",
        text: include_str!("../../policies/assessment.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "registers/policies/assessment.cedar",
        text: include_str!("../../policies/assessment.cedar"),
    }),
    words: &[base::words!("assessment")],
    routes,
    navigation: Some(RoomLinkSpec::to::<ShowAssessment>("/assessment", "room-assessment").last()),
    api: api::Api::openapi,
    ..RoomPlan::NOTHING
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new().get("/assessment", page::page).get("/api/v1/assessment", api::call)
}
