//! The act "take the counts away": CSV, in the order in which they are always told, small ones of others kept back.

use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::desk::Permitted;
use base::web::Refusal;
use conference::sheet::Sheet;

use super::permits::ExportExercise;
use super::{api, pages};

/// Answers the counts as a file.
pub(super) async fn page(desk: Permitted<ExportExercise>, Path(reference): Path<String>) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let exercise = pages::exercise(&reader, &reference)?;
    let mut sheet = Sheet::new(&["exercise", "kind", "state", "count"]);
    for row in api::rows(&pages::counts(&reader, &exercise)?.told) {
        let count = row.count.map_or_else(|| "kept back".to_owned(), |count| count.to_string());
        sheet.row(vec![exercise.symbol.to_string(), row.kind, row.state.unwrap_or_default(), count]);
    }
    let name = format!("attachment; filename=\"{}.csv\"", exercise.symbol.in_address());
    let heads = [(CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()), (CONTENT_DISPOSITION, name)];
    Ok((heads, sheet.into_text()).into_response())
}
