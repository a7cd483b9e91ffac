//! The act "write a sheet down": form, entry; the same as a call of the API. It waits then for somebody else.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted, Writer};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, see_other};
use maud::Markup;

use super::api::{NewSheet, SheetHistory};
use super::entries::{SheetEntry, Written};
use super::permits::WriteSheet;
use super::queries::{self, Reference};
use super::{form, pages, show};

/// Shows the form with what was written last.
pub(super) async fn page(
    desk: Permitted<WriteSheet>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (of, resource) = pages::resource(&reference)?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let last = reader.ask(|now| queries::last(now, &of))?;
    Ok(visit.page("sheets-write", form::markup(&visit, &of, &form::filled(last.as_ref()))))
}

/// Takes it.
pub(super) async fn submit(
    desk: Permitted<WriteSheet>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (of, resource) = pages::resource(&reference)?;
    let writer = desk.open_to_write(resource).await?;
    let mut faults = Vec::new();
    let new = form::typed(&filled, &mut faults);
    let entered = if faults.is_empty() {
        enter(&writer, &of, &new).await
    } else {
        // Nothing is entered: what else is wrong is named in the same answer.
        let found = match form::read(writer.reader(), &of, &new) {
            Err(Refusal::Invalid(found)) => found,
            _ => Vec::new(),
        };
        Err(Refusal::Invalid([faults, found].concat()))
    };
    match entered {
        Ok(()) => Ok(see_other(&format!("/sheets/{of}?done=written"))),
        Err(refusal) => {
            let draw = |filled: &Filled| form::markup(&visit, &of, filled);
            visit.refused_form("sheets-write", &mut filled, refusal, draw)
        }
    }
}

/// Writes a policy of one's own State down.
#[utoipa::path(
    post,
    path = "/api/v1/sheets/{reference}",
    operation_id = "write_sheet",
    tag = "sheets",
    params(("reference" = String, Path, description = "Code of the State, `-`, code of the topic")),
    request_body = NewSheet,
    responses(
        (status = 201, description = "Written down: it waits for somebody else", body = SheetHistory),
        (status = 404, description = "No such topic, or not of one's own State", body = Problem),
        (status = 409, description = "It was written down by somebody else since", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<WriteSheet>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewSheet>,
) -> Result<Response, Refusal> {
    let (of, resource) = pages::resource(&reference)?;
    let writer = desk.open_to_write(resource).await?;
    enter(&writer, &of, &sent).await?;
    Ok((StatusCode::CREATED, axum::Json(show::told(writer.reader(), &of)?)).into_response())
}

async fn enter(writer: &Writer<WriteSheet>, of: &Reference, new: &NewSheet) -> Result<(), Refusal> {
    let (written, of, seen) = (form::read(writer.reader(), of, new)?, of.clone(), new.seen);
    writer.append(move |entries| record(entries, &of, seen, written)).await
}

/// Writes a policy of the speaker's State down, from a thread of its own.
///
/// Errors: `NotFound` for no topic, `Invalid` with every fault, `Conflict` where somebody else wrote since.
pub fn write_sheet(writer: &Writer<WriteSheet>, reference: &str, new: &NewSheet) -> Result<(), Refusal> {
    let of = Reference::parse(reference).ok_or(Refusal::NotFound)?;
    let (written, seen) = (form::read(writer.reader(), &of, new)?, new.seen);
    writer.append_blocking(move |entries| record(entries, &of, seen, written))
}

fn record(entries: &Entries<'_, SheetEntry>, of: &Reference, seen: u64, written: Written) -> Result<(), Refusal> {
    let last = queries::last(entries.now(), of)?;
    if last.map_or(0, |last| last.position) != seen {
        return Err(Refusal::conflict("sheets-fault-seen"));
    }
    entries.append(&SheetEntry::Written(Box::new(written)))?;
    Ok(())
}
