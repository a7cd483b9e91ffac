//! The act "see how an import goes, or what came of it".

use std::sync::Arc;

use axum::extract::Path;
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::{Refusal, Visit};
use maud::Markup;
use uuid::Uuid;

use super::api::ImportShown;
use super::pages;
use super::permits::ShowImport;
use super::queries::{self, ImportRecord};
use super::running::{Job, Jobs};

/// Seconds after which the page of an import that goes on is loaded again.
const REFRESH_SECONDS: u32 = 2;

/// An import as this process remembers it, or else as the tables have it.
pub(super) enum Found {
    Job(Arc<Job>),
    Record(ImportRecord),
}

/// Shows the page.
pub(super) async fn page(
    desk: Permitted<ShowImport>,
    mut visit: Visit,
    Path(id): Path<String>,
) -> Result<Markup, Refusal> {
    let found = open(desk, &id).await?;
    if let Found::Job(job) = &found
        && !job.stage().is_over()
    {
        visit.frame.refresh_seconds = Some(REFRESH_SECONDS);
    }
    Ok(visit.page("imports-one", pages::import(&visit.voice, &found)))
}

/// Answers how an import of one's own State goes, or what came of it.
#[utoipa::path(
    get,
    path = "/api/v1/imports/{id}",
    operation_id = "show_import",
    tag = "imports",
    params(("id" = String, Path, description = "The import's id")),
    responses(
        (status = 200, description = "How it goes, with the first faults by line", body = ImportShown),
        (status = 404, description = "No such import of one's own State", body = base::web::Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowImport>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<axum::Json<ImportShown>, Refusal> {
    Ok(axum::Json(match open(desk, &id).await? {
        Found::Job(job) => ImportShown::of_job(&visit.voice, &job),
        Found::Record(record) => ImportShown::of_record(&record),
    }))
}

async fn open(desk: Permitted<ShowImport>, id: &str) -> Result<Found, Refusal> {
    let id: Option<Uuid> = id.parse().ok();
    let job = id.and_then(|id| desk.ground().kept::<Jobs>().find(id));
    if let Some(job) = job {
        desk.open(Resource::of(job.state, job.id.to_string())).await?;
        return Ok(Found::Job(job));
    }
    let resource = desk
        .about(|connection| {
            let Some(id) = id else { return Ok(None) };
            let record = queries::one(connection, id)?;
            Ok(record.map(|record| Resource::of(record.state, id.to_string())))
        })
        .await?;
    let reader: Reader<ShowImport> = desk.open(resource).await?;
    let id = id.ok_or(Refusal::NotFound)?;
    reader.ask(|connection| queries::one(connection, id))?.map(Found::Record).ok_or(Refusal::NotFound)
}
