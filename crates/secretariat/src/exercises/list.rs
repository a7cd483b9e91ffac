//! The act "list the exercises": the latest first, and where each stands.

use axum::Json;
use base::access::Resource;
use base::desk::Permitted;
use base::store::StoreError;
use base::web::parts;
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Problem, Refusal, Visit, Voice};
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::{ExerciseShown, ExercisesList};
use super::permits::{ListExercises, PlanExercises};
use super::queries::{self, Exercise, PAGE_ROWS};
use super::{coded, pages};
use crate::rounds;

/// Pages that a list is asked for at most.
const PAGES_MAX: usize = 10_000;

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListExercises>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let may_plan = desk.ground().policy.allows::<PlanExercises>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    // What an address names wrongly is the first page.
    let at: usize = query.0.typed("page").parse().unwrap_or(0).min(PAGES_MAX);
    let (exercises, more) = reader.ask(|now| turn(now, at))?;
    let voice = &visit.voice;
    let from = (at * PAGE_ROWS) as u64 + 1;
    let stand = Pager {
        from,
        to: from + (exercises.len().max(1) as u64) - 1,
        total: None,
        previous: (at > 0).then(|| format!("/exercises?page={}", at - 1)),
        next: more.then(|| format!("/exercises?page={}", at + 1)),
    };
    Ok(visit.page(
        "room-exercises",
        html! {
            h1 { (voice.t("room-exercises")) }
            p { (voice.t("exercises-about")) }
            @if may_plan { div .row { a .button href="/exercises/new" { (voice.t("exercises-plan")) } } }
            (drawn(voice, &exercises))
            @if stand.previous.is_some() || stand.next.is_some() { (pager(voice, &stand)) }
        },
    ))
}

fn drawn(voice: &Voice, exercises: &[Exercise]) -> Markup {
    let columns = ["exercises-symbol", "exercises-title", "exercises-days", "exercises-place", "exercises-standing"];
    let row = |exercise: &Exercise| {
        vec![
            html! { a href={ "/exercises/" (exercise.symbol.in_address()) } { (exercise.symbol) } },
            html! { (rounds::title(voice, &exercise.title_en, &exercise.title_es)) },
            pages::days(voice, exercise),
            html! { (exercise.place) },
            parts::tag(parts::Tone::Quiet, &voice.t(coded::standing(exercise.standing))),
        ]
    };
    let caption = voice.t("room-exercises").into_owned();
    let columns = columns.map(|key| Column::text(voice.t(key).into_owned())).to_vec();
    let rows = exercises.iter().map(row).collect();
    table(voice, &Table { id: "exercises", caption, columns, rows, empty: "exercises-none" })
}

/// Lists the exercises, without counts and findings.
#[utoipa::path(
    get,
    path = "/api/v1/exercises",
    operation_id = "list_exercises",
    tag = "exercises",
    params(("page" = Option<u32>, Query, description = "The `next` of the page before; left out, the first")),
    responses(
        (status = 200, description = "A page of exercises", body = ExercisesList),
        (status = 422, description = "`page` is no page", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ListExercises>, query: Asked) -> Result<Json<ExercisesList>, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let page = |text: &str| text.parse::<usize>().ok().filter(|page| *page <= PAGES_MAX);
    let unknown = || Refusal::field("page", "page", "exercises-fault-page");
    let at = query.0.chosen("page").next().map_or(Ok(0), |text| page(text).ok_or_else(unknown))?;
    let (exercises, more) = reader.ask(|now| turn(now, at))?;
    Ok(Json(ExercisesList {
        exercises: exercises.iter().map(ExerciseShown::of).collect(),
        next: more.then_some(at as u64 + 1),
    }))
}

/// Reads one row more than a page has: whether it is there says whether the list goes on.
fn turn(now: &Connection, at: usize) -> Result<(Vec<Exercise>, bool), StoreError> {
    let mut exercises = queries::exercises(now, at)?;
    let more = exercises.len() > PAGE_ROWS;
    exercises.truncate(PAGE_ROWS);
    Ok((exercises, more))
}
