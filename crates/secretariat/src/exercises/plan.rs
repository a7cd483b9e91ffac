//! The act "plan an exercise": form, entry; the same as one call of the API.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Said, Sent, Visit, see_other};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::api::{ExerciseShown, NewExercise, Participant};
use super::coded::{self, INSTITUTIONS};
use super::entries::{ExerciseEntry, Planned, TakesPart};
use super::pages::{self, LINE_CHARS_MAX, fault};
use super::permits::PlanExercises;
use super::queries;
use crate::decisions;
use crate::meetings::Symbol;
use crate::rounds::Found;

/// The longest exercise, in days.
const DAYS_MAX: i64 = 90;
/// The longest plan, in characters.
const PLAN_CHARS_MAX: usize = 4_000;

/// Shows the form.
pub(super) async fn page(desk: Permitted<PlanExercises>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open_with_outcome(Resource::room(), "form").await?;
    Ok(visit.page("exercises-plan", markup(&reader, &visit, &Filled::new())))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<PlanExercises>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let mut faults = Vec::new();
    let new = typed(writer.reader(), &filled, &mut faults);
    let entered = match read(writer.reader(), &new) {
        Ok(planned) if faults.is_empty() => enter(&writer, planned).await,
        Ok(_) => Err(Refusal::Invalid(faults)),
        Err(found) => Err(Refusal::Invalid([faults, found].concat())),
    };
    match entered {
        Ok(symbol) => Ok(see_other(&format!("/exercises/{}?done=planned", symbol.in_address()))),
        Err(refusal) => {
            let draw = |filled: &Filled| markup(writer.reader(), &visit, filled);
            visit.refused_form("exercises-plan", &mut filled, refusal, draw)
        }
    }
}

/// Plans an exercise.
#[utoipa::path(
    post,
    path = "/api/v1/exercises",
    operation_id = "plan_exercise",
    tag = "exercises",
    request_body = NewExercise,
    responses(
        (status = 201, description = "Planned", body = ExerciseShown),
        (status = 409, description = "There is an exercise with this symbol", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<PlanExercises>, Sent(sent): Sent<NewExercise>) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let planned = read(writer.reader(), &sent).map_err(Refusal::Invalid)?;
    let symbol = enter(&writer, planned).await?;
    let exercise = writer.reader().ask(|now| queries::exercise(now, &symbol))?.ok_or(Refusal::NotFound)?;
    Ok((StatusCode::CREATED, axum::Json(ExerciseShown::of(&exercise))).into_response())
}

async fn enter(writer: &Writer<PlanExercises>, planned: Planned) -> Result<Symbol, Refusal> {
    let symbol = planned.symbol.clone();
    writer.append(move |entries| record(entries, planned)).await?;
    Ok(symbol)
}

/// Plans an exercise, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `Conflict` where there is one with this symbol.
pub fn plan_exercise(writer: &Writer<PlanExercises>, new: &NewExercise) -> Result<(), Refusal> {
    let planned = read(writer.reader(), new).map_err(Refusal::Invalid)?;
    writer.append_blocking(move |entries| record(entries, planned))
}

fn record(entries: &Entries<'_, ExerciseEntry>, planned: Planned) -> Result<(), Refusal> {
    let now = entries.now();
    // Exercises are shown to observers: what is kept for members is nothing that one could rest on.
    if decisions::kept_for_members(now, &planned.decision)? != Some(false) {
        return Err(Refusal::Invalid(vec![fault("decision", "exercises-fault-decision")]));
    }
    if queries::exercise(now, &planned.symbol)?.is_some() {
        return Err(Refusal::conflict("exercises-fault-twice"));
    }
    entries.append(&ExerciseEntry::Planned(planned))?;
    Ok(())
}

fn read<P: Permit>(reader: &Reader<P>, new: &NewExercise) -> Result<Planned, Vec<InputFault>> {
    let mut found = Found::default();
    let symbol = found.keep(pages::symbol("symbol", &new.symbol));
    let title_en = found.keep(pages::line("title_en", &new.title_en));
    let title_es = found.keep(pages::line("title_es", &new.title_es));
    let decision = found.keep(pages::symbol("decision", &new.decision));
    let place = found.keep(pages::line("place", &new.place));
    let zone = new.zone.trim().to_owned();
    if zone.is_empty() || TimeZone::get(&zone).is_err() {
        found.0.push(fault("zone", "exercises-fault-zone"));
    }
    let first_on = found.keep(day("first_on", &new.first_on));
    let last_on = found.keep(day("last_on", &new.last_on));
    if let (Some(first), Some(last)) = (first_on, last_on) {
        let length = conference::due::slip_days(first, last);
        if length < 0 {
            found.0.push(fault("last_on", "exercises-fault-order"));
        } else if length >= DAYS_MAX {
            found.0.push(fault("last_on", "exercises-fault-length"));
        }
    }
    let plan_en = found.keep(pages::text("plan_en", &new.plan_en, PLAN_CHARS_MAX));
    let plan_es = found.keep(pages::text("plan_es", &new.plan_es, PLAN_CHARS_MAX));
    let participants = found.keep(participants(reader, &new.participants));
    let texts = (title_en, title_es, plan_en, plan_es);
    match (symbol, texts, decision, place, first_on, last_on, participants) {
        (
            Some(symbol),
            (Some(title_en), Some(title_es), Some(plan_en), Some(plan_es)),
            Some(decision),
            Some(place),
            Some(first_on),
            Some(last_on),
            Some(participants),
        ) if found.0.is_empty() => Ok(Planned {
            symbol,
            title_en,
            title_es,
            decision,
            place,
            zone,
            first_on,
            last_on,
            plan_en,
            plan_es,
            participants,
        }),
        _ => Err(found.0),
    }
}

/// Reads a day as machines and forms write it.
pub(super) fn day(field: &str, written: &str) -> Result<Date, InputFault> {
    written.trim().parse().map_err(|_| fault(field, "exercises-fault-day"))
}

fn participants<P: Permit>(reader: &Reader<P>, written: &[Participant]) -> Result<Vec<TakesPart>, InputFault> {
    let members = pages::members(reader);
    let mut read = BTreeMap::new();
    for one in written {
        let state = members.iter().find(|(code, _)| code.as_str() == one.state.trim()).map(|(code, _)| *code);
        let state = state.ok_or_else(|| fault("participants", "exercises-fault-state"))?;
        let institution = one.institution.trim();
        if coded::institution(institution).is_none() {
            return Err(fault(&format!("institution_{state}"), "exercises-fault-institution"));
        }
        if read.insert(state, institution.to_owned()).is_some() {
            return Err(fault("participants", "exercises-fault-state"));
        }
    }
    if read.is_empty() {
        return Err(fault("participants", "exercises-fault-nobody"));
    }
    Ok(read.into_iter().map(|(state, institution)| TakesPart { state, institution }).collect())
}

fn typed<P: Permit>(reader: &Reader<P>, filled: &Filled, faults: &mut Vec<InputFault>) -> NewExercise {
    let typed = |name| filled.typed(name).to_owned();
    let mut day = |name: &str| match filled.date(name) {
        Ok(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Err(why) => {
            faults.push(InputFault::field(name, "day", Said::plain(why.key())));
            String::new()
        }
    };
    let (first_on, last_on) = (day("first_on"), day("last_on"));
    let participants = pages::members(reader).into_iter().filter_map(|(state, _)| {
        let institution = filled.typed(&format!("institution_{state}")).to_owned();
        (!institution.is_empty()).then(|| Participant { state: state.to_string(), institution })
    });
    NewExercise {
        symbol: typed("symbol"),
        title_en: typed("title_en"),
        title_es: typed("title_es"),
        decision: typed("decision"),
        place: typed("place"),
        zone: typed("zone"),
        first_on,
        last_on,
        plan_en: typed("plan_en"),
        plan_es: typed("plan_es"),
        participants: participants.collect(),
    }
}

fn markup<P: Permit>(reader: &Reader<P>, visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let mut institutions = vec![Choice::new("", voice.t("exercises-takes-no-part"))];
    institutions.extend(INSTITUTIONS.map(|(code, key)| Choice::new(code, voice.t(key))));
    let line = |name, label| Field::new(name, label).max_length(LINE_CHARS_MAX as u32).autocomplete("off");
    let plan =
        |name, label| Field::new(name, label).hint("exercises-no-names").rows(5).max_length(PLAN_CHARS_MAX as u32);
    let cancel = html! { a .button .plain href="/exercises" { (voice.t("form-cancel")) } };
    html! {
        h1 { (voice.t("exercises-plan")) }
        (fields::error_summary(voice, filled))
        (fields::form("/exercises/new", visit.csrf(), html! {
            (fields::text_input(voice, filled, &line("symbol", "exercises-symbol").hint("exercises-symbol-hint").mono()))
            (fields::text_input(voice, filled, &line("title_es", "exercises-title-es")))
            (fields::text_input(voice, filled, &line("title_en", "exercises-title-en")))
            (fields::text_input(voice, filled, &line("decision", "exercises-decision").hint("exercises-decision-hint").mono()))
            (fields::text_input(voice, filled, &line("place", "exercises-place")))
            (fields::text_input(voice, filled, &line("zone", "exercises-zone").hint("exercises-zone-hint").mono()))
            (fields::date_input(voice, filled, &Field::new("first_on", "exercises-first-on")))
            (fields::date_input(voice, filled, &Field::new("last_on", "exercises-last-on")))
            (fields::textarea(voice, filled, &plan("plan_es", "exercises-plan-es")))
            (fields::textarea(voice, filled, &plan("plan_en", "exercises-plan-en")))
            fieldset #participants .wrong[filled.error("participants").is_some()] {
                legend { (voice.t("exercises-participants")) }
                p { (voice.t("exercises-participants-hint")) }
                @for (code, name) in pages::members(reader) {
                    @let field = format!("institution_{code}");
                    (fields::select(voice, filled, &Field::labelled(&field, name.in_language(voice.language).to_owned()).optional(), &institutions))
                }
            }
            (fields::submit_row(voice, "exercises-plan-send", Some(cancel)))
        }))
    }
}
