//! The act "make a course": form, entry; the same as one call of the API.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Entries, Permitted, Writer};
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use maud::{Markup, html};

use super::api::{CourseShown, NewCourse, NewModule};
use super::entries::{CourseMade, Module, TrainingEntry};
use super::pages::{self, LINE_CHARS_MAX, fault};
use super::permits::ArrangeTraining;
use super::queries;
use crate::rounds::Found;

/// The most modules of a course.
const MODULES_MAX: usize = 20;
/// The longest time that a certificate counts, in months.
const MONTHS_MAX: u32 = 120;

/// Shows the form.
pub(super) async fn page(desk: Permitted<ArrangeTraining>, visit: Visit) -> Result<Markup, Refusal> {
    desk.open_with_outcome(Resource::room(), "form").await?;
    let filled = Filled::new().with("valid_months", "24").with("pass", "60");
    Ok(visit.page("training-course-make", markup(&visit, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<ArrangeTraining>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    match enter(&writer, &typed(&filled)).await {
        Ok(_) => Ok(see_other("/training?done=course")),
        Err(refusal) => {
            visit.refused_form("training-course-make", &mut filled, refusal, |filled| markup(&visit, filled))
        }
    }
}

/// Makes a course.
#[utoipa::path(
    post,
    path = "/api/v1/training/courses",
    operation_id = "make_course",
    tag = "training",
    request_body = NewCourse,
    responses(
        (status = 201, description = "Made", body = CourseShown),
        (status = 409, description = "There is a course with this symbol", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<ArrangeTraining>, Sent(sent): Sent<NewCourse>) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let symbol = enter(&writer, &sent).await?;
    let course = writer.reader().ask(|now| queries::course(now, &symbol))?.ok_or(Refusal::NotFound)?;
    Ok((StatusCode::CREATED, axum::Json(CourseShown::of(&course))).into_response())
}

async fn enter(writer: &Writer<ArrangeTraining>, new: &NewCourse) -> Result<crate::meetings::Symbol, Refusal> {
    let made = read(new).map_err(Refusal::Invalid)?;
    let symbol = made.symbol.clone();
    writer.append(move |entries| record(entries, made)).await?;
    Ok(symbol)
}

/// Makes a course, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `Conflict` where there is one with this symbol.
pub fn make_course(writer: &Writer<ArrangeTraining>, new: &NewCourse) -> Result<(), Refusal> {
    let made = read(new).map_err(Refusal::Invalid)?;
    writer.append_blocking(move |entries| record(entries, made))
}

fn record(entries: &Entries<'_, TrainingEntry>, made: CourseMade) -> Result<(), Refusal> {
    if queries::course(entries.now(), &made.symbol)?.is_some() {
        return Err(Refusal::conflict("training-fault-course-twice"));
    }
    entries.append(&TrainingEntry::CourseMade(made))?;
    Ok(())
}

fn read(new: &NewCourse) -> Result<CourseMade, Vec<InputFault>> {
    let mut found = Found::default();
    let symbol = found.keep(pages::symbol("symbol", &new.symbol));
    let title_en = found.keep(pages::line("title_en", &new.title_en));
    let title_es = found.keep(pages::line("title_es", &new.title_es));
    let title_fr = found.keep(pages::maybe_line("title_fr", &new.title_fr));
    let months = u8::try_from(new.valid_months).ok().filter(|_| (1..=MONTHS_MAX).contains(&new.valid_months));
    let valid_months = found.keep(months.ok_or_else(|| fault("valid_months", "training-fault-months")));
    let pass = found.keep(score("pass", new.pass));
    let modules: Option<Vec<Module>> = new.modules.iter().map(|module| found.keep(self::module(module))).collect();
    if new.modules.is_empty() || new.modules.len() > MODULES_MAX {
        found.0.push(fault("modules", "training-fault-modules"));
    }
    match (symbol, title_en, title_es, title_fr, valid_months, pass, modules) {
        (
            Some(symbol),
            Some(title_en),
            Some(title_es),
            Some(title_fr),
            Some(valid_months),
            Some(pass),
            Some(modules),
        ) if found.0.is_empty() => Ok(CourseMade { symbol, title_en, title_es, title_fr, valid_months, pass, modules }),
        _ => Err(found.0),
    }
}

/// Reads a score.
pub(super) fn score(field: &str, points: u32) -> Result<u8, InputFault> {
    let score = u8::try_from(points).ok().and_then(conference::training::Score::new);
    score.map(conference::training::Score::points).ok_or_else(|| fault(field, "training-fault-score"))
}

fn module(new: &NewModule) -> Result<Module, InputFault> {
    Ok(Module {
        title_en: pages::line("modules", &new.title_en)?,
        title_es: pages::line("modules", &new.title_es)?,
        title_fr: pages::maybe_line("modules", &new.title_fr)?,
        partner: pages::maybe_line("modules", &new.partner)?,
    })
}

/// Reads the form; what is no number is one that is refused.
fn typed(filled: &Filled) -> NewCourse {
    let typed = |name| filled.typed(name).to_owned();
    let number = |name| filled.typed(name).trim().parse().unwrap_or(u32::MAX);
    let module = |line: &str| {
        let mut parts = line.split('|').map(|part| part.trim().to_owned());
        let mut part = || parts.next().unwrap_or_default();
        NewModule { title_es: part(), title_en: part(), title_fr: part(), partner: part() }
    };
    let modules = filled.typed("modules").lines().filter(|line| !line.trim().is_empty()).map(module).collect();
    NewCourse {
        symbol: typed("symbol"),
        title_en: typed("title_en"),
        title_es: typed("title_es"),
        title_fr: typed("title_fr"),
        valid_months: number("valid_months"),
        pass: number("pass"),
        modules,
    }
}

fn markup(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let line = |name, label| Field::new(name, label).max_length(LINE_CHARS_MAX as u32).autocomplete("off");
    let figure = |name, label| Field::new(name, label).max_length(3).input_mode("numeric").autocomplete("off");
    let cancel = html! { a .button .plain href="/training" { (voice.t("form-cancel")) } };
    html! {
        h1 { (voice.t("training-course-make")) }
        (fields::error_summary(voice, filled))
        (fields::form("/training/courses/new", visit.csrf(), html! {
            (fields::text_input(voice, filled, &line("symbol", "training-symbol").hint("training-symbol-hint").mono()))
            (fields::text_input(voice, filled, &line("title_es", "training-title-es")))
            (fields::text_input(voice, filled, &line("title_en", "training-title-en")))
            (fields::text_input(voice, filled, &line("title_fr", "training-title-fr").optional()))
            (fields::textarea(voice, filled, &Field::new("modules", "training-modules").hint("training-modules-hint").rows(6).max_length(8_000)))
            (fields::text_input(voice, filled, &figure("valid_months", "training-valid-months")))
            (fields::text_input(voice, filled, &figure("pass", "training-pass").hint("training-score-hint")))
            (fields::submit_row(voice, "training-course-send", Some(cancel)))
        }))
    }
}
