//! The act "take the consolidated table away": CSV or DOCX.

use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::desk::Permitted;
use base::web::{Asked, Filled, Problem, Refusal, Visit};

use super::form::fault;
use super::permits::ExportComments;
use super::{saying, telling};

/// Answers the table as a file.
pub(super) async fn page(
    desk: Permitted<ExportComments>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Response, Refusal> {
    file(desk, &visit, &reference, &query.0).await
}

/// Answers the consolidated table of a round as a file.
#[utoipa::path(
    get,
    path = "/api/v1/comments/{reference}/export",
    operation_id = "export_comments",
    tag = "comments",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("format" = String, Query, description = "`csv`; docs/formats/comments.md")
    ),
    responses(
        (status = 200, description = "The table", content((String = "text/csv"))),
        (status = 404, description = "No such round", body = Problem),
        (status = 422, description = "No such format", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ExportComments>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Response, Refusal> {
    file(desk, &visit, &reference, &query.0).await
}

async fn file(
    desk: Permitted<ExportComments>,
    _visit: &Visit,
    reference: &str,
    asked: &Filled,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, reference).await?;
    let reader = desk.open(resource).await?;
    let told = telling::told(&reader, position).await?;
    let (kind, ending, bytes) = match asked.typed("format") {
        "csv" => ("text/csv; charset=utf-8", "csv", told.account.sheet(&told.round.invitation).into_bytes()),
        _ => return Err(Refusal::Invalid(vec![fault("format", "comments-fault-format")])),
    };
    let name = format!("attachment; filename=\"{}.{ending}\"", told.round.invited.symbol.in_address());
    Ok(([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, name)], bytes).into_response())
}
