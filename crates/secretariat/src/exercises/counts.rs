//! The act "report the counts": a delegation says what its own State counted; the same as one call of the API.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted, Writer};
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::exercises::{self, KINDS, Part, Standing};
use maud::{Markup, html};

use super::api::{Count, ExerciseShown, NewCounts};
use super::coded;
use super::entries::{CountOf, Counted, ExerciseEntry};
use super::pages::{self, fault};
use super::permits::CountExercise;
use super::queries::{self, Exercise};
use crate::meetings::Symbol;

/// The highest count.
const COUNT_MAX: u32 = 100_000;

/// Shows the form, with what the State reported before.
pub(super) async fn page(
    desk: Permitted<CountExercise>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let state = desk.caller().state;
    let resource = desk.about(pages::counts_of(&reference, state)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let exercise = pages::exercise(&reader, &reference)?;
    let reported = reader.ask(|now| queries::reported(now, &exercise.symbol))?;
    let filled = reported.get(&state).into_iter().flat_map(|counts| KINDS.iter().zip(counts));
    let filled = filled.fold(Filled::new(), |filled, (kind, count)| filled.with(kind.code, count.to_string()));
    Ok(visit.page("exercises-report", markup(&visit, &exercise, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<CountExercise>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::counts_of(&reference, desk.caller().state)).await?;
    let writer = desk.open_to_write(resource).await?;
    let exercise = pages::exercise(writer.reader(), &reference)?;
    let entered = match read(&typed(&filled)) {
        Ok(counts) => enter(&writer, exercise.symbol.clone(), counts).await,
        Err(faults) => Err(Refusal::Invalid(faults)),
    };
    match entered {
        Ok(()) => Ok(see_other(&format!("/exercises/{reference}?done=counted"))),
        Err(refusal) => {
            let draw = |filled: &Filled| markup(&visit, &exercise, filled);
            visit.refused_form("exercises-report", &mut filled, refusal, draw)
        }
    }
}

/// Reports the counts of one's own State.
#[utoipa::path(
    post,
    path = "/api/v1/exercises/{reference}/counts",
    operation_id = "report_exercise_counts",
    tag = "exercises",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewCounts,
    responses(
        (status = 200, description = "Reported; the exercise as one sees it", body = ExerciseShown),
        (status = 404, description = "No such exercise, or one's own State takes no part", body = Problem),
        (status = 409, description = "States report only between the exercise and the end of its report", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<CountExercise>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewCounts>,
) -> Result<axum::Json<ExerciseShown>, Refusal> {
    let resource = desk.about(pages::counts_of(&reference, desk.caller().state)).await?;
    let writer = desk.open_to_write(resource).await?;
    let exercise = pages::exercise(writer.reader(), &reference)?;
    let counts = read(&sent).map_err(Refusal::Invalid)?;
    enter(&writer, exercise.symbol.clone(), counts).await?;
    let told = pages::counts(writer.reader(), &exercise)?.told;
    Ok(axum::Json(ExerciseShown::of(&exercise).with(&told, &[])))
}

async fn enter(writer: &Writer<CountExercise>, exercise: Symbol, counts: Vec<CountOf>) -> Result<(), Refusal> {
    writer.append(move |entries| record(entries, Counted { exercise, counts })).await
}

/// Reports the counts of the writer's State, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `NotFound` where there is no such exercise, `Conflict` where it is not the time.
pub fn report_counts(writer: &Writer<CountExercise>, exercise: &Symbol, new: &NewCounts) -> Result<(), Refusal> {
    let (exercise, counts) = (exercise.clone(), read(new).map_err(Refusal::Invalid)?);
    writer.append_blocking(move |entries| record(entries, Counted { exercise, counts }))
}

fn record(entries: &Entries<'_, ExerciseEntry>, counted: Counted) -> Result<(), Refusal> {
    let exercise = queries::exercise(entries.now(), &counted.exercise)?.ok_or(Refusal::NotFound)?;
    if !exercise.participants.contains_key(&entries.stamp().state) {
        return Err(Refusal::NotFound);
    }
    match exercise.standing {
        Standing::Planned => Err(Refusal::conflict("exercises-fault-not-held")),
        Standing::Held => {
            entries.append(&ExerciseEntry::Counted(counted))?;
            Ok(())
        }
        // What others were told does not change: two figures in turn would tell who came between.
        Standing::Reported | Standing::Closed => Err(Refusal::conflict("exercises-fault-complete")),
    }
}

/// Reads counts; what is left out is none.
fn read(new: &NewCounts) -> Result<Vec<CountOf>, Vec<InputFault>> {
    let (mut counts, mut faults) = ([None; KINDS.len()], Vec::new());
    for one in &new.counts {
        match exercises::kind(&one.kind) {
            None => faults.push(fault("counts", "exercises-fault-kind")),
            Some(_) if one.count > COUNT_MAX => faults.push(fault(&one.kind, "exercises-fault-count")),
            Some(at) if counts[at].replace(one.count).is_some() => {
                faults.push(fault("counts", "exercises-fault-kind"));
            }
            Some(_) => {}
        }
    }
    let all = KINDS.iter().zip(counts);
    let all = all.map(|(kind, count)| CountOf { kind: kind.code.to_owned(), count: count.unwrap_or(0) });
    if faults.is_empty() { Ok(all.collect()) } else { Err(faults) }
}

/// Reads the form; what is no number is one that is refused.
fn typed(filled: &Filled) -> NewCounts {
    let count = |code: &'static str| {
        let written = filled.typed(code).trim();
        (!written.is_empty()).then(|| Count { kind: code.to_owned(), count: written.parse().unwrap_or(u32::MAX) })
    };
    NewCounts { counts: KINDS.iter().filter_map(|kind| count(kind.code)).collect() }
}

fn markup(visit: &Visit, exercise: &Exercise, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let path = format!("/exercises/{}", exercise.symbol.in_address());
    let cancel = html! { a .button .plain href=(path) { (voice.t("form-cancel")) } };
    let heading = |part| match part {
        Part::Needs => "exercises-part-needs",
        Part::Referred => "exercises-part-referred",
        Part::FalseDocuments => "exercises-part-documents",
        Part::Smugglers => "exercises-part-smugglers",
    };
    html! {
        h1 { (voice.t("exercises-report")) }
        (fields::error_summary(voice, filled))
        p .aside { (exercise.symbol) ", " (exercise.place) }
        p { (voice.t("exercises-report-about")) }
        (fields::form(&format!("{path}/counts"), visit.csrf(), html! {
            @for part in Part::ALL {
                (fields::group(voice, filled, &Field::new(heading(part), heading(part)), &html! {
                    @for (kind, key) in coded::counted().filter(|(kind, _)| kind.part == part) {
                        (fields::text_input(voice, filled, &Field::new(kind.code, key)
                            .max_length(6).input_mode("numeric").autocomplete("off").unmarked()))
                    }
                }))
            }
            (fields::submit_row(voice, "exercises-report-send", Some(cancel)))
        }))
    }
}
