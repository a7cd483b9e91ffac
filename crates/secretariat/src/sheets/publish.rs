//! The act "let a sheet through": by somebody else than who wrote it.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted, Writer};
use base::web::{Posted, Problem, Refusal, Visit, see_other};

use super::api::SheetHistory;
use super::entries::{Published, SheetEntry};
use super::permits::PublishSheet;
use super::queries::{self, Reference};
use super::{pages, show};

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<PublishSheet>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (of, resource) = pages::resource(&reference)?;
    let writer = desk.open_to_write(resource).await?;
    let seen = filled.typed("seen").parse().ok();
    match enter(&writer, &of, seen).await {
        Ok(()) => Ok(see_other(&format!("/sheets/{of}?done=published"))),
        Err(refusal) => {
            let shown = show::Shown::read(writer.reader(), &of)?;
            let draw = |filled: &_| shown.markup(&visit, filled, "");
            visit.refused_form("sheets-sheet", &mut filled, refusal, draw)
        }
    }
}

/// Lets through what somebody else wrote last.
#[utoipa::path(
    post,
    path = "/api/v1/sheets/{reference}/publish",
    operation_id = "publish_sheet",
    tag = "sheets",
    params(("reference" = String, Path, description = "Code of the State, `-`, code of the topic")),
    responses(
        (status = 200, description = "Published", body = SheetHistory),
        (status = 404, description = "No such topic, or not of one's own State", body = Problem),
        (status = 409, description = "Nothing waits, or one wrote it oneself", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<PublishSheet>,
    Path(reference): Path<String>,
) -> Result<axum::Json<SheetHistory>, Refusal> {
    let (of, resource) = pages::resource(&reference)?;
    let writer = desk.open_to_write(resource).await?;
    enter(&writer, &of, None).await?;
    Ok(axum::Json(show::told(writer.reader(), &of)?))
}

async fn enter(writer: &Writer<PublishSheet>, of: &Reference, seen: Option<u64>) -> Result<(), Refusal> {
    pages::of_member(writer.reader(), of)?;
    let of = of.clone();
    writer.append(move |entries| record(entries, &of, seen)).await
}

/// Lets through what somebody else wrote last, from a thread of its own.
///
/// Errors: `NotFound` for no topic, `Conflict` where nothing waits or the speaker wrote it.
pub fn publish_sheet(writer: &Writer<PublishSheet>, reference: &str) -> Result<(), Refusal> {
    let of = Reference::parse(reference).ok_or(Refusal::NotFound)?;
    writer.append_blocking(move |entries| record(entries, &of, None))
}

fn record(entries: &Entries<'_, SheetEntry>, of: &Reference, seen: Option<u64>) -> Result<(), Refusal> {
    let waiting = queries::pending(entries.now(), of)?.ok_or(Refusal::conflict("sheets-fault-nothing"))?;
    // What was written since the page was read is not what was read.
    if seen.is_some_and(|seen| seen != waiting.position) {
        return Err(Refusal::conflict("sheets-fault-seen"));
    }
    if waiting.person == entries.stamp().person {
        return Err(Refusal::conflict("sheets-fault-own"));
    }
    entries.append(&SheetEntry::Published(Published { state: of.state, version: waiting.position }))?;
    Ok(())
}
