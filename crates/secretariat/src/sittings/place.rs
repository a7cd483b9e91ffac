//! The act "put an item on the agenda": form, entry; the same as one call of the API. It comes last.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Entries, Permitted, Writer};
use base::store::StoreError;
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, fields, see_other};
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::{ItemShown, NewItem};
use super::entries::{Content, Placed, SittingEntry};
use super::permits::SetAgenda;
use super::queries::{self, ITEMS_MAX, Item};
use super::written::{self, fault};
use super::{agenda, drawn};
use crate::meetings::{self, Meeting, Symbol};
use crate::papers;

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<SetAgenda>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let meeting = meetings::opened(&reader, &reference)?;
    drawn::refuse_cancelled(&meeting)?;
    let filled = Filled::new().with("who", if meeting.members_only { "members" } else { "open" });
    Ok(visit.page("sittings-place", markup(&visit, &meeting, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<SetAgenda>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = meetings::opened(writer.reader(), &reference)?;
    match enter(&writer, &meeting, &written::typed_item(&filled)).await {
        Ok(_) => Ok(see_other(&format!("/meetings/{}/agenda?done=placed", meeting.symbol.in_address()))),
        Err(Refusal::Invalid(faults)) => {
            filled.refuse_each(&visit.voice, &faults);
            Ok(visit.refused_page("sittings-place", markup(&visit, &meeting, &filled)).into_response())
        }
        Err(Refusal::Conflict(said)) => {
            filled.refuse_form(visit.voice.say(&said));
            Ok(drawn::conflict(&visit, "sittings-place", markup(&visit, &meeting, &filled)))
        }
        Err(refusal) => Err(refusal),
    }
}

/// Puts an item on the agenda of a meeting, at its end.
#[utoipa::path(
    post,
    path = "/api/v1/meetings/{reference}/agenda",
    operation_id = "place_item",
    tag = "sittings",
    params(("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`")),
    request_body = NewItem,
    responses(
        (status = 201, description = "The item as it stands", body = ItemShown),
        (status = 404, description = "No such meeting", body = Problem),
        (status = 409, description = "The meeting is cancelled, or had a hundred items", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<SetAgenda>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewItem>,
) -> Result<Response, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = meetings::opened(writer.reader(), &reference)?;
    let item = enter(&writer, &meeting, &sent).await?;
    Ok((axum::http::StatusCode::CREATED, axum::Json(one_shown(&writer, &meeting.symbol, &item)?)).into_response())
}

/// Answers an item for machines.
pub(super) fn one_shown(writer: &Writer<SetAgenda>, meeting: &Symbol, item: &Item) -> Result<ItemShown, Refusal> {
    let shown = agenda::shown(writer.reader(), meeting)?;
    shown.items.into_iter().find(|one| one.item == item.item).ok_or(Refusal::NotFound)
}

async fn enter(writer: &Writer<SetAgenda>, meeting: &Meeting, new: &NewItem) -> Result<Item, Refusal> {
    drawn::refuse_cancelled(meeting)?;
    let content = written::item(new).map_err(Refusal::Invalid)?;
    let symbol = meeting.symbol.clone();
    writer.append(move |entries| record(entries, symbol, content)).await
}

/// Puts an item on the agenda of a meeting, from a thread of its own.
///
/// Errors: `NotFound` where there is no such meeting, `Invalid` with every fault.
pub fn place_item(writer: &Writer<SetAgenda>, meeting: &Symbol, new: &NewItem) -> Result<(), Refusal> {
    let found = writer.reader().ask(|now| meetings::one(now, meeting))?.ok_or(Refusal::NotFound)?;
    drawn::refuse_cancelled(&found)?;
    let content = written::item(new).map_err(Refusal::Invalid)?;
    let symbol = meeting.clone();
    writer.append_blocking(move |entries| record(entries, symbol, content)).map(|_| ())
}

fn record(entries: &Entries<'_, SittingEntry>, meeting: Symbol, content: Content) -> Result<Item, Refusal> {
    // Asked again inside: it may have been corrected or cancelled meanwhile.
    let now = entries.now();
    drawn::refuse_cancelled(&meetings::one(now, &meeting)?.ok_or(Refusal::NotFound)?)?;
    let item = queries::items_ever(now, &meeting)? + 1;
    if item > ITEMS_MAX {
        return Err(Refusal::conflict("sittings-fault-items"));
    }
    unfiled(now, &content)?;
    entries.append(&SittingEntry::Placed(Placed { meeting: meeting.clone(), item, content }))?;
    queries::item(now, &meeting, item)?.ok_or(Refusal::NotFound)
}

/// Refuses documents that nobody filed.
pub(super) fn unfiled(now: &Connection, content: &Content) -> Result<(), Refusal> {
    let absent = |paper: &String| -> Result<bool, StoreError> {
        Ok(match paper.parse::<Symbol>() {
            Ok(symbol) => !papers::is_filed(now, &symbol)?,
            Err(_) => true,
        })
    };
    let mut faults: Vec<InputFault> = Vec::new();
    for paper in &content.papers {
        if absent(paper)? {
            let mut fault = fault("papers", "sittings-fault-paper-unknown");
            fault.said = fault.said.with("symbol", paper);
            faults.push(fault);
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Invalid(faults)) }
}

pub(super) fn markup(visit: &Visit, meeting: &Meeting, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, format!("/meetings/{}/agenda", meeting.symbol.in_address()));
    html! {
        h1 { (voice.t("sittings-place")) }
        (fields::error_summary(voice, filled))
        p { strong { (meeting.symbol) } " " (meetings::title(voice, meeting)) }
        (fields::form(&format!("{path}/new"), visit.csrf(), html! {
            (written::item_fields(voice, filled))
            // Said with a change of an item that is gone: whoever typed it can still read it.
            @if !filled.typed("note").is_empty() { p { (voice.t("sittings-note")) ": " (filled.typed("note")) } }
            (fields::submit_row(voice, "sittings-place-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
