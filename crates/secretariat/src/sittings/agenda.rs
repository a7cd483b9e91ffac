//! The agenda of a meeting: the act of looking at it with its history, and the act of giving it another order.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::access::Permit;
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::parts::{self, Stand, Step, Tone};
use base::web::{Asked, Filled, Posted, Problem, Refusal, Sent, Visit, Voice, fields, see_other};
use maud::{Markup, html};

use super::api::{AgendaOrder, AgendaShown, ItemShown};
use super::drawn;
use super::entries::{Ordered, SittingEntry};
use super::permits::{SetAgenda, ShowSitting};
use super::queries::{self, CHANGES_MAX, Change, Item};
use super::written::fault;
use crate::meetings::{self, Meeting, Symbol};

/// Shows the agenda.
pub(super) async fn page(
    desk: Permitted<ShowSitting>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let reader = desk.open(resource.clone()).await?;
    let meeting = meetings::opened(&reader, &reference)?;
    let may_set = !meeting.is_cancelled() && reader.ground().policy.allows::<SetAgenda>(reader.caller(), &resource);
    let done = query.0.typed("done");
    Ok(visit.page("sittings-agenda", markup(&reader, &visit, &meeting, may_set, &Filled::new(), done)?))
}

/// Answers the agenda of a meeting.
#[utoipa::path(
    get,
    path = "/api/v1/meetings/{reference}/agenda",
    operation_id = "show_agenda",
    tag = "sittings",
    params(("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The items that one may see, in their order", body = AgendaShown),
        (status = 404, description = "No such meeting that one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowSitting>,
    Path(reference): Path<String>,
) -> Result<axum::Json<AgendaShown>, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let reader = desk.open(resource).await?;
    let meeting = meetings::opened(&reader, &reference)?;
    Ok(axum::Json(shown(&reader, &meeting.symbol)?))
}

/// Answers an agenda for machines.
pub(super) fn shown<P: Permit>(reader: &Reader<P>, meeting: &Symbol) -> Result<AgendaShown, Refusal> {
    let items = drawn::agenda(reader, meeting)?;
    let members_only = drawn::sees_members_only(reader, meeting);
    let revision = reader.ask(|now| queries::last_change(now, meeting, members_only))?;
    let items = items.iter().map(|(item, chips)| ItemShown::of(item, chips)).collect();
    Ok(AgendaShown { meeting: meeting.to_string(), revision, items })
}

/// Takes a button that moves an item by one place.
pub(super) async fn submit(
    desk: Permitted<SetAgenda>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = meetings::opened(writer.reader(), &reference)?;
    let order = AgendaOrder {
        revision: filled.typed("revision").parse().unwrap_or(0),
        items: moved(writer.reader(), &meeting.symbol, filled.typed("move"))?,
    };
    match enter(&writer, &meeting, order).await {
        Ok(()) => Ok(see_other(&format!("/meetings/{}/agenda?done=ordered", meeting.symbol.in_address()))),
        Err(Refusal::Invalid(faults)) => {
            for fault in faults {
                filled.refuse_form(visit.voice.say(&fault.said));
            }
            let page = markup(writer.reader(), &visit, &meeting, true, &filled, "")?;
            Ok(visit.refused_page("sittings-agenda", page).into_response())
        }
        Err(refusal) => Err(refusal),
    }
}

/// Gives an agenda another order.
#[utoipa::path(
    post,
    path = "/api/v1/meetings/{reference}/agenda/order",
    operation_id = "order_agenda",
    tag = "sittings",
    params(("reference" = String, Path, description = "The meeting's symbol, with `-` in the place of `/`")),
    request_body = AgendaOrder,
    responses(
        (status = 200, description = "The agenda in its new order", body = AgendaShown),
        (status = 404, description = "No such meeting", body = Problem),
        (status = 409, description = "The meeting is cancelled", body = Problem),
        (status = 422, description = "These are not all items once, or the agenda changed since", body = Problem)
    )
)]
pub(super) async fn order_call(
    desk: Permitted<SetAgenda>,
    Path(reference): Path<String>,
    Sent(sent): Sent<AgendaOrder>,
) -> Result<axum::Json<AgendaShown>, Refusal> {
    let resource = desk.about(meetings::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let meeting = meetings::opened(writer.reader(), &reference)?;
    enter(&writer, &meeting, sent).await?;
    Ok(axum::Json(shown(writer.reader(), &meeting.symbol)?))
}

async fn enter(writer: &Writer<SetAgenda>, meeting: &Meeting, order: AgendaOrder) -> Result<(), Refusal> {
    drawn::refuse_cancelled(meeting)?;
    let symbol = meeting.symbol.clone();
    writer.append(move |entries| record(entries, &symbol, order)).await
}

/// Gives an agenda another order, from a thread of its own.
///
/// Errors: `Invalid` where these are not all its items once, or it changed since.
pub fn order_agenda(writer: &Writer<SetAgenda>, meeting: &Symbol, order: AgendaOrder) -> Result<(), Refusal> {
    let symbol = meeting.clone();
    writer.append_blocking(move |entries| record(entries, &symbol, order))
}

fn record(entries: &Entries<'_, SittingEntry>, meeting: &Symbol, order: AgendaOrder) -> Result<(), Refusal> {
    if queries::last_change(entries.now(), meeting, true)? != order.revision {
        return Err(Refusal::Invalid(vec![fault("", "sittings-fault-changed")]));
    }
    let now: Vec<u32> = queries::agenda(entries.now(), meeting, true)?.iter().map(|item| item.item).collect();
    let (asked, there): (BTreeSet<u32>, BTreeSet<u32>) =
        (order.items.iter().copied().collect(), now.iter().copied().collect());
    if asked != there || order.items.len() != now.len() {
        return Err(Refusal::Invalid(vec![fault("items", "sittings-fault-order")]));
    }
    // The order that is there already is nothing to be said.
    if order.items != now {
        entries.append(&SittingEntry::Ordered(Ordered { meeting: meeting.clone(), items: order.items }))?;
    }
    Ok(())
}

/// Answers the order that a button asks for: an item's number, `-up` or `-down`.
fn moved<P: Permit>(reader: &Reader<P>, meeting: &Symbol, button: &str) -> Result<Vec<u32>, Refusal> {
    let mut items: Vec<u32> =
        reader.ask(|now| queries::agenda(now, meeting, true))?.iter().map(|item| item.item).collect();
    let (item, way) = button.split_once('-').unwrap_or(("", ""));
    let at = items.iter().position(|one| Ok(*one) == item.parse());
    match (at, way) {
        (Some(at), "up") if at > 0 => items.swap(at, at - 1),
        (Some(at), "down") if at + 1 < items.len() => items.swap(at, at + 1),
        _ => {}
    }
    Ok(items)
}

fn markup<P: Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    meeting: &Meeting,
    may_set: bool,
    filled: &Filled,
    done: &str,
) -> Result<Markup, Refusal> {
    let (voice, path) = (&visit.voice, format!("/meetings/{}/agenda", meeting.symbol.in_address()));
    let agenda = drawn::agenda(reader, &meeting.symbol)?;
    let members_only = drawn::sees_members_only(reader, &meeting.symbol);
    let (changes, revision) = reader.ask(|now| {
        let changes = queries::changes(now, &meeting.symbol, members_only)?;
        Ok((changes, queries::last_change(now, &meeting.symbol, members_only)?))
    })?;
    let items: Vec<&Item> = agenda.iter().map(|(item, _)| item).collect();
    let ends = (items.first().map(|item| item.item), items.last().map(|item| item.item));
    let controls = |item: &Item| {
        html! { @if may_set { (buttons(visit, &path, item, revision, ends)) } }
    };
    let list = drawn::items(voice, &agenda, controls);
    Ok(html! {
        (drawn::heading(voice, "sittings-agenda-of", meeting))
        (fields::error_summary(voice, filled))
        @match done {
            "placed" => (parts::notice(Tone::Done, html! { p { (voice.t("sittings-done-placed")) } })),
            "changed" => (parts::notice(Tone::Done, html! { p { (voice.t("sittings-done-changed")) } })),
            "dropped" => (parts::notice(Tone::Done, html! { p { (voice.t("sittings-done-dropped")) } })),
            "ordered" => (parts::notice(Tone::Done, html! { p { (voice.t("sittings-done-ordered")) } })),
            _ => {},
        }
        (parts::two_columns(
            html! {
                (list)
                @if may_set { div .row { a .button href={ (path) "/new" } { (voice.t("sittings-place")) } } }
            },
            parts::card("history", &voice.t("sittings-history"), history(voice, &changes, &items)),
        ))
        (drawn::back(voice, meeting))
    })
}

/// Draws what the coordinator may do with an item: change it, move it up or down.
fn buttons(visit: &Visit, path: &str, item: &Item, revision: u64, (first, last): (Option<u32>, Option<u32>)) -> Markup {
    let voice = &visit.voice;
    let named = |key: &str| voice.tn(key, &[("place", item.place.into())]).into_owned();
    fields::form(
        &format!("{path}/order"),
        visit.csrf(),
        html! {
            (fields::hidden("revision", &revision.to_string()))
            div .row {
                a .button .plain href={ (path) "/" (item.item) } aria-label=(named("sittings-change-named")) { (voice.t("sittings-change")) }
                @if first != Some(item.item) {
                    button .plain type="submit" name="move" value={ (item.item) "-up" } aria-label=(named("sittings-up-named")) { (voice.t("sittings-up")) }
                }
                @if last != Some(item.item) {
                    button .plain type="submit" name="move" value={ (item.item) "-down" } aria-label=(named("sittings-down-named")) { (voice.t("sittings-down")) }
                }
            }
        },
    )
}

fn history(voice: &Voice, changes: &[Change], items: &[&Item]) -> Markup {
    let step = |change: &Change| {
        let key = match change.kind.as_str() {
            "placed" => "sittings-history-placed",
            "changed" => "sittings-history-changed",
            "dropped" => "sittings-history-dropped",
            _ => "sittings-history-ordered",
        };
        // An item that is not there for whoever reads, or not any more, is left out of the order.
        let ordered: Vec<&&Item> =
            change.items.iter().filter_map(|item| items.iter().find(|one| one.item == *item)).collect();
        Step {
            stand: Stand::Past,
            text: html! {
                (voice.t(key)) ": "
                @if change.items.is_empty() { (drawn::title(voice, &change.before)) }
                @for (turn, item) in ordered.iter().enumerate() { @if turn > 0 { " · " } (drawn::title(voice, &item.content)) }
                @if !change.note.is_empty() { ". " (change.note) }
            },
            when: Some(voice.instant(change.at)),
        }
    };
    html! {
        @if changes.len() > CHANGES_MAX {
            p .aside { (voice.tn("sittings-history-latest", &[("count", (CHANGES_MAX as i64).into())])) }
        }
        @if changes.is_empty() { p { (voice.t("sittings-history-none")) } }
        @else { (parts::timeline(voice, &changes.iter().take(CHANGES_MAX).map(step).collect::<Vec<_>>())) }
    }
}

#[cfg(test)]
mod tests {
    use base::words::Language;

    use super::super::entries::Content;
    use super::*;
    use crate::meetings::samples::specimen;

    #[test]
    fn a_history_has_an_end_and_says_that_there_is_more() {
        let specimen = specimen();
        let words = std::sync::Arc::clone(&specimen.ground.words);
        let voice = Voice { words, language: Language::En, zone: jiff::tz::TimeZone::UTC, now: specimen.clock.now() };
        let change = |at: usize| Change {
            kind: "changed".to_owned(),
            before: Content { title_en: format!("Title {at}."), ..Content::default() },
            items: Vec::new(),
            note: String::new(),
            at: specimen.clock.now(),
        };
        let all: Vec<Change> = (1..=CHANGES_MAX + 1).map(change).collect();
        let (fits, more) = (history(&voice, &all[1..], &[]).into_string(), history(&voice, &all, &[]).into_string());
        assert!(fits.contains("Title 201.") && !fits.contains("The latest"), "{fits}");
        assert!(!more.contains("Title 201.") && more.contains("The latest 200 changes"), "{more}");
    }
}
