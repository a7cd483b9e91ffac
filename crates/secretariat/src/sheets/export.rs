//! The act "take the table away": as CSV, as of a day, a row a sheet.

use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::Permitted;
use base::web::{Asked, Filled, Problem, Refusal};
use conference::sheet::Sheet;

use super::list;
use super::permits::ExportSheets;

/// The names of the columns. Frozen, in their order: a column is added at the end.
const COLUMNS: [&str; 17] = [
    "on",
    "reference",
    "state",
    "topic",
    "version",
    "short_en",
    "short_es",
    "text_en",
    "text_es",
    "original",
    "source",
    "link",
    "paper",
    "policy_on",
    "reviewed_on",
    "review_due",
    "overdue",
];

/// Hands over the table.
pub(super) async fn file(desk: Permitted<ExportSheets>, query: Asked) -> Result<Response, Refusal> {
    made(desk, &query.0).await
}

/// Answers the table as of a day as CSV.
#[utoipa::path(
    get,
    path = "/api/v1/sheets/export",
    operation_id = "export_sheets",
    tag = "sheets",
    params(("on" = Option<String>, Query, description = "As of the end of this day at the secretariat's seat; left out, today")),
    responses(
        (status = 200, description = "The table; docs/formats/sheets.md", body = String, content_type = "text/csv"),
        (status = 422, description = "`on` is no day", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ExportSheets>, query: Asked) -> Result<Response, Refusal> {
    made(desk, &query.0).await
}

async fn made(desk: Permitted<ExportSheets>, query: &Filled) -> Result<Response, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let told = list::told(&reader, list::on(&reader, query)?)?;
    let mut sheet = Sheet::new(&COLUMNS);
    for one in told.sheets {
        sheet.row(vec![
            told.on.clone(),
            one.reference,
            one.state,
            one.topic,
            one.version.to_string(),
            one.short_en,
            one.short_es,
            one.text_en,
            one.text_es,
            one.original,
            one.source,
            one.link,
            one.paper,
            one.policy_on,
            one.reviewed_on,
            one.review_due,
            one.overdue.to_string(),
        ]);
    }
    let heads =
        [(CONTENT_TYPE, "text/csv; charset=utf-8"), (CONTENT_DISPOSITION, "attachment; filename=\"policies.csv\"")];
    Ok((heads, sheet.into_text()).into_response())
}
