//! The act "read the table": topics by States, as of any day. What nobody gave is told as not given, and never guessed.

use std::collections::BTreeMap;

use axum::Json;
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::fields::{self, Field};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, Problem, Refusal, Visit, Voice, parts};
use conference::due::Deadline;
use jiff::civil::Date;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{SheetShown, SheetsShown};
use super::pages;
use super::permits::ListSheets;
use super::queries::{self, Version};
use super::topics::TOPICS;

/// Shows the table, and below it the same as a list for a narrow screen.
pub(super) async fn page(desk: Permitted<ListSheets>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    // What an address names wrongly is today.
    let on = on(&reader, &query.0).unwrap_or_else(|_| pages::today(&reader));
    let by_sheet = given(as_of(&reader, on)?);
    let voice = &visit.voice;
    let filled = Filled::new().with_date("on", on);
    let address = format!("/sheets/export?on={on}");
    Ok(visit.page(
        "room-sheets",
        html! {
            h1 { (voice.t("room-sheets")) }
            p { (voice.t("sheets-about")) }
            (fields::search_form("/sheets", html! {
                (fields::date_input(voice, &filled, &Field::new("on", "sheets-on").unmarked()))
                (fields::submit_row(voice, "sheets-on-show", None))
            }))
            div .matrix { (matrix(&reader, voice, &by_sheet, on)) }
            div .listed { (listed(&reader, voice, &by_sheet, on)) }
            p { a href=(address) download { (voice.t("sheets-export")) } }
        },
    ))
}

/// Answers what was published by the end of a day.
#[utoipa::path(
    get,
    path = "/api/v1/sheets",
    operation_id = "list_sheets",
    tag = "sheets",
    params(("on" = Option<String>, Query, description = "As of the end of this day at the secretariat's seat; left out, today")),
    responses(
        (status = 200, description = "The table", body = SheetsShown),
        (status = 422, description = "`on` is no day", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ListSheets>, query: Asked) -> Result<Json<SheetsShown>, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let on = on(&reader, &query.0)?;
    Ok(Json(told(&reader, on)?))
}

/// Tells a machine the table as of a day.
pub(super) fn told<P: Permit>(reader: &Reader<P>, on: Date) -> Result<SheetsShown, Refusal> {
    let versions = as_of(reader, on)?;
    let open = pages::open(reader, versions.iter())?;
    let tell = |version: &Version| SheetShown::of(version, on, open.contains(&version.content.paper));
    Ok(SheetsShown { on: on.to_string(), sheets: versions.iter().map(tell).collect() })
}

/// Reads the day that is asked about: one field, or the three of the form; today where there is none.
pub(super) fn on<P: Permit>(reader: &Reader<P>, query: &Filled) -> Result<Date, Refusal> {
    let unknown = || Refusal::field("on", "day", "sheets-fault-day");
    match query.typed("on") {
        "" => Ok(query.date("on").map_err(|_| unknown())?.unwrap_or_else(|| pages::today(reader))),
        text => text.parse().map_err(|_| unknown()),
    }
}

/// Answers what was published by the end of a day at the seat.
pub(super) fn as_of<P: Permit>(reader: &Reader<P>, on: Date) -> Result<Vec<Version>, Refusal> {
    let seat = &reader.ground().identity.profile().zone;
    let end = Deadline::of_day(on, seat).map_err(|_| Refusal::field("on", "day", "sheets-fault-day"))?;
    Ok(reader.ask(|now| queries::as_of(now, end.last()))?)
}

type Given = BTreeMap<(String, StateCode), Version>;

fn given(versions: Vec<Version>) -> Given {
    versions.into_iter().map(|version| ((version.content.topic.clone(), version.state), version)).collect()
}

fn matrix<P: Permit>(reader: &Reader<P>, voice: &Voice, given: &Given, on: Date) -> Markup {
    let members = pages::members(reader);
    let mut columns = vec![Column::text(voice.t("sheets-topic").into_owned())];
    let name = |state: &StateCode| reader.ground().identity.party_name(*state, voice.language);
    columns.extend(members.iter().map(|state| Column::text(name(state))));
    let rows = TOPICS.iter().map(|(code, key)| {
        let cells = members.iter().map(|state| cell(reader, voice, given, code, *state, on));
        std::iter::once(html! { (voice.t(key)) }).chain(cells).collect()
    });
    let caption = voice.t("room-sheets").into_owned();
    table(voice, &Table { id: "sheets", caption, columns, rows: rows.collect(), empty: "sheets-not-given" })
}

fn cell<P: Permit>(
    reader: &Reader<P>,
    voice: &Voice,
    given: &Given,
    topic: &str,
    state: StateCode,
    on: Date,
) -> Markup {
    let address = format!("/sheets/{state}-{topic}");
    html! {
        @if let Some(version) = given.get(&(topic.to_owned(), state)) {
            a href=(address) { (pages::tongues(voice, &version.content.short_en, &version.content.short_es)) } br;
            (pages::reviewed(voice, version, on))
        } @else if state == reader.caller().state {
            a href=(address) { (voice.t("sheets-not-given-short")) }
        } @else {
            // Nothing stands there: a link would lead nowhere, a hundred times over.
            span .aside { (voice.t("sheets-not-given-short")) }
        }
    }
}

fn listed<P: Permit>(reader: &Reader<P>, voice: &Voice, given: &Given, on: Date) -> Markup {
    let members = pages::members(reader);
    html! {
        @for (code, key) in TOPICS {
            (parts::card(&format!("topic-{code}"), &voice.t(key), html! {
                ul { @for state in &members { li {
                    strong { (reader.ground().identity.party_name(*state, voice.language)) } br;
                    (cell(reader, voice, given, code, *state, on))
                } } }
            }))
        }
    }
}
