//! Evaluations of the process: what States answer to a questionnaire, what is found in it, what is recommended, and what becomes of that.
//!
//! What an evaluation is follows from its acts (`conference::evaluations`); the tables keep the acts, and beside them what lists and
//! reminders ask for. The secretariat prepares one on the ground of a decision and opens it; the evaluating States write the report.
//! A recommendation that its addressee accepts becomes an obligation in the room of obligations, in the same act.

mod answer;
mod answers;
mod api;
mod apply;
mod entries;
mod export;
mod findings;
mod linked;
mod list;
mod open;
mod pages;
mod permits;
mod prepare;
#[cfg(test)]
mod proofs;
mod publish;
mod queries;
mod questions;
mod read;
mod recommendations;
mod recording;
mod report;
mod respond;
mod show;
mod time;
mod waiting;

use base::access::PolicyText;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

pub use answer::answer_evaluation;
pub use api::{
    EvaluationAnswer, EvaluationFinding, EvaluationQuestion, EvaluationRecommendation, EvaluationReply,
    EvaluationResponse, EvaluationTerms, EvaluationTime, EvaluationWords, FindingWritten, QuestionAsked,
    RecommendationWritten, Undertaking,
};
pub use findings::write_finding;
pub(crate) use linked::{CameOf, came_of};
pub use open::open_evaluation;
pub use permits::{
    AnswerEvaluation, AskQuestions, EvaluateProcess, ExportEvaluation, ListEvaluations, PrepareEvaluation,
    RespondToRecommendation, ShowEvaluation,
};
pub use prepare::prepare_evaluation;
pub use publish::publish_report;
pub use questions::ask_question;
pub use recommendations::write_recommendation;
pub use respond::respond_to_recommendation;
pub use time::extend_evaluation;
pub use waiting::waiting;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "secretariat/policies/evaluations.cedarschema",
        text: include_str!("../../policies/evaluations.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "secretariat/policies/evaluations.cedar",
        text: include_str!("../../policies/evaluations.cedar"),
    }),
    words: &[base::words!("evaluations")],
    routes,
    navigation: Some(RoomLinkSpec::to::<permits::ListEvaluations>("/evaluations", "room-evaluations")),
    api: api::api,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("evaluations"),
    tables: include_str!("tables.sql"),
    apply: apply::apply,
    destroys: |_, _| Vec::new(),
};

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/evaluations", list::page)
        .get("/evaluations/new", prepare::first_page)
        .post("/evaluations/new", prepare::first_submit)
        .get("/evaluations/{reference}", show::page)
        .get("/evaluations/{reference}/prepare", prepare::page)
        .post("/evaluations/{reference}/prepare", prepare::submit)
        .get("/evaluations/{reference}/questions", questions::page)
        .post("/evaluations/{reference}/questions", questions::submit)
        .post("/evaluations/{reference}/open", open::submit)
        .get("/evaluations/{reference}/answer", answer::page)
        .post("/evaluations/{reference}/answer", answer::submit)
        .get("/evaluations/{reference}/answers", answers::page)
        .get("/evaluations/{reference}/answers/{item}", answers::one)
        .get("/evaluations/{reference}/export", export::page)
        .get("/evaluations/{reference}/time", time::page)
        .post("/evaluations/{reference}/time", time::submit)
        .get("/evaluations/{reference}/report", report::page)
        .get("/evaluations/{reference}/findings", findings::page)
        .post("/evaluations/{reference}/findings", findings::submit)
        .get("/evaluations/{reference}/recommendations", recommendations::page)
        .post("/evaluations/{reference}/recommendations", recommendations::submit)
        .post("/evaluations/{reference}/publish", publish::submit)
        .get("/evaluations/{reference}/recommendations/{item}", respond::page)
        .post("/evaluations/{reference}/recommendations/{item}", respond::submit)
        .get("/api/v1/evaluations", list::call)
        .post("/api/v1/evaluations", prepare::first_call)
        .get("/api/v1/evaluations/{reference}", show::call)
        .post("/api/v1/evaluations/{reference}", prepare::call)
        .post("/api/v1/evaluations/{reference}/questions", questions::call)
        .post("/api/v1/evaluations/{reference}/open", open::call)
        .post("/api/v1/evaluations/{reference}/answer", answer::call)
        .get("/api/v1/evaluations/{reference}/answers", answers::call)
        .get("/api/v1/evaluations/{reference}/export", export::call)
        .post("/api/v1/evaluations/{reference}/time", time::call)
        .get("/api/v1/evaluations/{reference}/report", report::call)
        .post("/api/v1/evaluations/{reference}/findings", findings::call)
        .post("/api/v1/evaluations/{reference}/recommendations", recommendations::call)
        .post("/api/v1/evaluations/{reference}/publish", publish::call)
        .post("/api/v1/evaluations/{reference}/recommendations/{item}", respond::call)
}
