//! What machines get, and this room's part of the OpenAPI document.

use base::web::{Problem, ProblemFault, Voice};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::entries::Outcome;
use super::import::Progress;
use super::queries::ImportRecord;
use super::running::{Job, Stage};

/// How an import goes, or what came of it.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
pub struct ImportShown {
    /// Its id.
    pub id: String,
    /// What its rows are: `status` or `alerts`.
    pub what: String,
    /// `waiting`, `reading`, `comparing`, `entering`; then `entered`, `tried` (a dry run without faults), `refused`
    /// (faults, nothing entered), `failed` (nothing entered), `abandoned` (it broke off, nothing stayed).
    pub state: String,
    /// Whether it was to enter nothing.
    pub dry_run: bool,
    /// Rows done in the present state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<u64>,
    /// Rows there are, once the file was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    /// The first faults by line, at most 200.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemFault>,
    /// How many faults there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors_total: Option<u64>,
    /// Why it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}

impl ImportShown {
    /// Says how a job goes, in the reader's language.
    pub(super) fn of_job(voice: &Voice, job: &Job) -> Self {
        let shown = ImportShown {
            id: job.id.to_string(),
            what: job.what.to_string(),
            dry_run: job.dry_run,
            ..ImportShown::default()
        };
        let at = |state: &str, done, rows| ImportShown { state: state.to_owned(), done, rows, ..shown.clone() };
        match job.stage() {
            Stage::Waiting => at("waiting", None, None),
            Stage::Going(Progress::Reading(done)) => at("reading", Some(done), None),
            Stage::Going(Progress::Comparing(done, rows)) => at("comparing", Some(done), Some(rows)),
            Stage::Going(Progress::Entering(done, rows)) => at("entering", Some(done), Some(rows)),
            Stage::Failed(refusal) => {
                ImportShown { problem: Some(Problem::of(&refusal, voice)), ..at("failed", None, None) }
            }
            Stage::Done(report) => {
                let state = match (report.faults_total, job.dry_run) {
                    (0, false) => "entered",
                    (0, true) => "tried",
                    _ => "refused",
                };
                let errors =
                    report.faults.iter().map(|fault| ProblemFault::of(fault, voice.say(&fault.said))).collect();
                ImportShown { errors, errors_total: Some(report.faults_total), ..at(state, None, Some(report.rows)) }
            }
        }
    }

    /// Says what came of an import that this process does not remember.
    pub(super) fn of_record(record: &ImportRecord) -> Self {
        let state = match record.outcome {
            Outcome::Closed => "entered",
            Outcome::Open | Outcome::Abandoned => "abandoned",
        };
        ImportShown {
            id: record.id.to_string(),
            what: record.what.to_string(),
            state: state.to_owned(),
            rows: Some(record.rows),
            ..ImportShown::default()
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(super::upload::status_call, super::upload::alerts_call, super::show::call),
    components(schemas(ImportShown))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
