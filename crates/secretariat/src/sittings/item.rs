//! The acts on one item of an agenda: change what it says, take it off. What it was stays on record.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::access::Permit;
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::fields::{self, Field};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, parts, see_other};
use maud::{Markup, html};

use super::api::{AgendaShown, ItemChange};
use super::entries::{Changed, Dropped, SittingEntry};
use super::permits::SetAgenda;
use super::queries::{self, Item};
use super::written::{self, LINE_CHARS_MAX, fault};
use super::{agenda, drawn, place};
use crate::meetings::{self, Meeting, Symbol};

/// Shows the form, filled in with what the item says now.
pub(super) async fn page(
    desk: Permitted<SetAgenda>,
    visit: Visit,
    Path((reference, item)): Path<(String, String)>,
) -> Result<Markup, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let meeting = meetings::opened(&reader, &reference)?;
    drawn::refuse_cancelled(&meeting)?;
    let item = one(&reader, &meeting.symbol, &item)?;
    let filled = written::fill_item(&item.content).with("revision", item.changed_by.to_string());
    Ok(visit.page("sittings-item", markup(&visit, &meeting, &item, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<SetAgenda>,
    visit: Visit,
    Path((reference, item)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = meetings::opened(writer.reader(), &reference)?;
    let Some(item) = maybe(writer.reader(), &meeting.symbol, &item)? else {
        return gone(&visit, &writer, &meeting, &item, filled);
    };
    let dropped = filled.typed("step") == "drop";
    let change = ItemChange {
        revision: filled.typed("revision").parse().unwrap_or(0),
        content: (!dropped).then(|| written::typed_item(&filled)),
        dropped,
        note: filled.typed("note").to_owned(),
    };
    match enter(&writer, &meeting, &item, &change).await {
        Ok(()) => {
            let done = if dropped { "dropped" } else { "changed" };
            Ok(see_other(&format!("/meetings/{}/agenda?done={done}", meeting.symbol.in_address())))
        }
        Err(Refusal::Invalid(faults)) => {
            filled.refuse_each(&visit.voice, &faults);
            // Theirs is shown, what was typed stays, and to send it again is to have seen theirs.
            let item = one(writer.reader(), &meeting.symbol, &item.item.to_string())?;
            Ok(visit.refused_page("sittings-item", markup(&visit, &meeting, &item, &filled)).into_response())
        }
        Err(Refusal::NotFound) => gone(&visit, &writer, &meeting, &item.item.to_string(), filled),
        Err(Refusal::Conflict(said)) => {
            filled.refuse_form(visit.voice.say(&said));
            Ok(drawn::conflict(&visit, "sittings-item", markup(&visit, &meeting, &item, &filled)))
        }
        Err(refusal) => Err(refusal),
    }
}

/// Answers whoever changes an item that somebody took off meanwhile: what was typed is kept, and can be put on again as a new item.
fn gone(
    visit: &Visit,
    writer: &Writer<SetAgenda>,
    meeting: &Meeting,
    item: &str,
    mut filled: Filled,
) -> Result<Response, Refusal> {
    let item: u32 = item.parse().map_err(|_| Refusal::NotFound)?;
    let ever = writer.reader().ask(|now| queries::items_ever(now, &meeting.symbol))?;
    if item == 0 || item > ever {
        return Err(Refusal::NotFound);
    }
    filled.refuse_form(visit.voice.t("sittings-fault-gone"));
    Ok(drawn::conflict(visit, "sittings-place", place::markup(visit, meeting, &filled)))
}

/// Changes an item of an agenda, or takes it off.
#[utoipa::path(
    post,
    path = "/api/v1/meetings/{reference}/agenda/{item}",
    operation_id = "change_item",
    tag = "sittings",
    params(
        ("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`"),
        ("item" = u32, Path, description = "Which item")
    ),
    request_body = ItemChange,
    responses(
        (status = 200, description = "The agenda as it stands now", body = AgendaShown),
        (status = 404, description = "No such meeting, or no such item on its agenda", body = Problem),
        (status = 409, description = "The meeting is cancelled", body = Problem),
        (status = 422, description = "Something in it cannot be used, or the item changed since", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<SetAgenda>,
    Path((reference, item)): Path<(String, String)>,
    Sent(sent): Sent<ItemChange>,
) -> Result<axum::Json<AgendaShown>, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = meetings::opened(writer.reader(), &reference)?;
    let item = one(writer.reader(), &meeting.symbol, &item)?;
    enter(&writer, &meeting, &item, &sent).await?;
    Ok(axum::Json(agenda::shown(writer.reader(), &meeting.symbol)?))
}

fn one<P: Permit>(reader: &Reader<P>, meeting: &Symbol, item: &str) -> Result<Item, Refusal> {
    maybe(reader, meeting, item)?.ok_or(Refusal::NotFound)
}

fn maybe<P: Permit>(reader: &Reader<P>, meeting: &Symbol, item: &str) -> Result<Option<Item>, Refusal> {
    let Ok(item) = item.parse() else { return Ok(None) };
    Ok(reader.ask(|now| queries::item(now, meeting, item))?)
}

async fn enter(writer: &Writer<SetAgenda>, meeting: &Meeting, item: &Item, change: &ItemChange) -> Result<(), Refusal> {
    drawn::refuse_cancelled(meeting)?;
    let mut faults = Vec::new();
    let note = written::line("note", &change.note).map_err(|fault| faults.push(fault)).unwrap_or_default();
    let (meeting, item) = (meeting.symbol.clone(), item.item);
    let entry = match &change.content {
        Some(new) if !change.dropped => match written::item(new) {
            Ok(content) => Some(SittingEntry::Changed(Changed { meeting: meeting.clone(), item, content, note })),
            Err(found) => {
                faults.extend(found);
                None
            }
        },
        None if change.dropped => Some(SittingEntry::Dropped(Dropped { meeting: meeting.clone(), item, note })),
        _ => {
            faults.push(fault("content", "sittings-fault-content"));
            None
        }
    };
    let Some(entry) = entry.filter(|_| faults.is_empty()) else { return Err(Refusal::Invalid(faults)) };
    let seen = change.revision;
    writer.append(move |entries| record(entries, &meeting, (item, seen), &entry)).await
}

fn record(
    entries: &Entries<'_, SittingEntry>,
    meeting: &Symbol,
    (item, seen): (u32, u64),
    entry: &SittingEntry,
) -> Result<(), Refusal> {
    // Asked again inside the transaction: of two who change it at once, one comes second and is told.
    let now = queries::item(entries.now(), meeting, item)?.ok_or(Refusal::NotFound)?;
    if now.changed_by != seen {
        return Err(Refusal::Invalid(vec![fault("", "sittings-fault-changed")]));
    }
    if let SittingEntry::Changed(changed) = entry {
        place::unfiled(entries.now(), &changed.content)?;
        if changed.content == now.content {
            return Err(Refusal::Invalid(vec![fault("", "sittings-fault-unchanged")]));
        }
    }
    entries.append(entry)?;
    Ok(())
}

fn markup(visit: &Visit, meeting: &Meeting, item: &Item, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, format!("/meetings/{}/agenda", meeting.symbol.in_address()));
    let note = Field::new("note", "sittings-note").optional().max_length(LINE_CHARS_MAX as u32).autocomplete("off");
    let overtaken = filled.is_refused() && filled.typed("revision") != item.changed_by.to_string();
    html! {
        h1 { (voice.tn("sittings-item-of", &[("place", item.place.into())])) }
        (fields::error_summary(voice, filled))
        p { strong { (meeting.symbol) } " " (meetings::title(voice, meeting)) }
        @if overtaken {
            (parts::card("theirs", &voice.t("sittings-stands-now"), html! { (drawn::titles(&item.content)) p { (drawn::tags(voice, &item.content)) } p .mono { (item.content.papers.join(", ")) } }))
        }
        (fields::form(&format!("{path}/{}", item.item), visit.csrf(), html! {
            (fields::hidden("revision", &item.changed_by.to_string()))
            (written::item_fields(voice, filled))
            (fields::text_input(voice, filled, &note))
            div .row {
                button type="submit" name="step" value="change" { (voice.t("sittings-item-send")) }
                button .plain type="submit" name="step" value="drop" { (voice.t("sittings-item-drop")) }
                a .button .plain href=(path) { (voice.t("form-cancel")) }
            }
        }))
    }
}
