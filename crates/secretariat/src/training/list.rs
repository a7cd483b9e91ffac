//! The act "list the training": sessions, the latest first, and the courses they are of. Nobody is named.

use axum::Json;
use base::access::Resource;
use base::desk::Permitted;
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Pager, Table, pager, table};
use base::web::{Asked, Problem, Refusal, Visit, Voice};
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::{CourseShown, SessionShown, TrainingList};
use super::pages;
use super::permits::{ArrangeTraining, ListTraining};
use super::queries::{self, Course, PAGE_ROWS, Session};

/// Pages that a list is asked for at most.
const PAGES_MAX: usize = 10_000;

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListTraining>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let may_arrange = desk.ground().policy.allows::<ArrangeTraining>(desk.caller(), &Resource::room());
    let reader = desk.open(Resource::room()).await?;
    // What an address names wrongly is the first page.
    let at: usize = query.0.typed("page").parse().unwrap_or(0).min(PAGES_MAX);
    let (courses, (sessions, more)) = reader.ask(|now| Ok((queries::courses(now)?, turn(now, at)?)))?;
    let voice = &visit.voice;
    let from = (at * PAGE_ROWS) as u64 + 1;
    let stand = Pager {
        from,
        to: from + (sessions.len().max(1) as u64) - 1,
        total: None,
        previous: (at > 0).then(|| format!("/training?page={}", at - 1)),
        next: more.then(|| format!("/training?page={}", at + 1)),
    };
    let host = |session: &Session| reader.ground().identity.party_name(session.host, voice.language);
    Ok(visit.page(
        "room-training",
        html! {
            h1 { (voice.t("room-training")) }
            @if query.0.typed("done") == "course" { (parts::notice(Tone::Done, html! { p { (voice.t("training-done-course")) } })) }
            p { (voice.t("training-about")) }
            @if may_arrange { div .row {
                a .button href="/training/new" { (voice.t("training-session-call")) }
                a .button .plain href="/training/courses/new" { (voice.t("training-course-make")) }
            } }
            (sessions_table(voice, &courses, &sessions, host))
            @if stand.previous.is_some() || stand.next.is_some() { (pager(voice, &stand)) }
            @for (turn, course) in courses.iter().enumerate() {
                (parts::card(&format!("course-{}", turn + 1), pages::title(voice, course), self::course(voice, course)))
            }
            p { a href="/certificates" { (voice.t("training-verify")) } }
        },
    ))
}

fn sessions_table(
    voice: &Voice,
    courses: &[Course],
    sessions: &[Session],
    host: impl Fn(&Session) -> String,
) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = ["training-symbol", "training-course", "training-days", "training-place", "training-host"];
    let row = |session: &Session| {
        let course = courses.iter().find(|course| course.symbol == session.course);
        vec![
            html! { a href={ "/training/" (session.symbol.in_address()) } { (session.symbol) } },
            html! { @if let Some(course) = course { (pages::title(voice, course)) } },
            pages::days(voice, session),
            html! { (session.place) },
            html! { (host(session)) },
        ]
    };
    let caption = voice.t("training-sessions").into_owned();
    let (columns, rows) = (columns.map(heading).to_vec(), sessions.iter().map(row).collect());
    table(voice, &Table { id: "sessions", caption, columns, rows, empty: "training-sessions-none" })
}

/// Draws a course: its modules, and with whom each is given.
pub(super) fn course(voice: &Voice, course: &Course) -> Markup {
    html! {
        p { (course.symbol) ". " (voice.tn("training-course-about", &[
            ("months", i64::from(course.valid_months).into()), ("pass", i64::from(course.pass).into()),
        ])) }
        ol { @for module in &course.modules { li {
            (pages::in_language(voice, &module.title_en, &module.title_es, &module.title_fr))
            @if !module.partner.is_empty() {
                " (" (voice.tn("training-with", &[("partner", module.partner.as_str().into())])) ")"
            }
        } } }
    }
}

/// Lists courses and sessions, without a name.
#[utoipa::path(
    get,
    path = "/api/v1/training",
    operation_id = "list_training",
    tag = "training",
    params(("page" = Option<u32>, Query, description = "The `next` of the page before; left out, the first")),
    responses(
        (status = 200, description = "Courses and a page of sessions", body = TrainingList),
        (status = 422, description = "`page` is no page", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ListTraining>, query: Asked) -> Result<Json<TrainingList>, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let page = |text: &str| text.parse::<usize>().ok().filter(|page| *page <= PAGES_MAX);
    let unknown = || Refusal::field("page", "page", "training-fault-page");
    let at = query.0.chosen("page").next().map_or(Ok(0), |text| page(text).ok_or_else(unknown))?;
    let (courses, (sessions, more)) = reader.ask(|now| Ok((queries::courses(now)?, turn(now, at)?)))?;
    Ok(Json(TrainingList {
        courses: courses.iter().map(CourseShown::of).collect(),
        sessions: sessions.iter().map(|session| SessionShown::of(session, None)).collect(),
        next: more.then_some(at as u64 + 1),
    }))
}

/// Reads one row more than a page has: whether it is there says whether the list goes on.
fn turn(now: &Connection, at: usize) -> Result<(Vec<Session>, bool), StoreError> {
    let mut sessions = queries::sessions(now, at)?;
    let more = sessions.len() > PAGE_ROWS;
    sessions.truncate(PAGE_ROWS);
    Ok((sessions, more))
}
