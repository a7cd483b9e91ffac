//! The act "publish the report": what is written becomes its next version, and none changes any more.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Permitted, Writer};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, see_other};

use super::api::{EvaluationPublication, EvaluationReport};
use super::entries::{EvaluationEntry, Published};
use super::pages;
use super::permits::EvaluateProcess;
use super::queries::Known;
use super::{findings, recording, report};
use crate::meetings::Symbol;

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<EvaluateProcess>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (writer, known) = pages::begun(pages::to_write(desk, &reference).await?)?;
    let seen = filled.typed("seen").parse().unwrap_or(0);
    match recording::put(&writer, entry(&known, seen)).await {
        Ok(_) => Ok(see_other(&format!("{}/report?done=published", known.path()))),
        Err(refusal) => {
            let known = pages::known(writer.reader(), &reference)?;
            let draw = |filled: &Filled| findings::markup(writer.reader(), &visit, &known, filled);
            visit.refused_form("evaluations-findings-write", &mut filled, refusal, draw)
        }
    }
}

/// Publishes the report as it was read.
#[utoipa::path(
    post,
    path = "/api/v1/evaluations/{reference}/publish",
    operation_id = "publish_evaluation_report",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = EvaluationPublication,
    responses(
        (status = 200, description = "Published; the report", body = EvaluationReport),
        (status = 404, description = "No such evaluation that one's own State evaluates", body = Problem),
        (status = 409, description = "Somebody has still time to answer, it was written since, or it says nothing new", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<EvaluateProcess>,
    Path(reference): Path<String>,
    Sent(sent): Sent<EvaluationPublication>,
) -> Result<axum::Json<EvaluationReport>, Refusal> {
    let (writer, known) = pages::begun(pages::to_write(desk, &reference).await?)?;
    recording::put(&writer, entry(&known, sent.seen)).await?;
    Ok(axum::Json(report::told(writer.reader(), &pages::known(writer.reader(), &reference)?)))
}

/// Publishes the report, from a thread of its own.
///
/// Errors: `NotFound` where the writer's State does not evaluate, `Conflict` where it cannot be published.
pub fn publish_report(writer: &Writer<EvaluateProcess>, evaluation: &Symbol, seen: u32) -> Result<(), Refusal> {
    let known = pages::known(writer.reader(), &evaluation.in_address())?;
    recording::put_blocking(writer, entry(&known, seen)).map(|_| ())
}

fn entry(known: &Known, seen: u32) -> EvaluationEntry {
    EvaluationEntry::Published(Published { evaluation: known.prepared.symbol.clone(), seen })
}
