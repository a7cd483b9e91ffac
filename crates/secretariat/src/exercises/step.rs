//! The act "take an exercise a step on": it was held, its counts are complete, it is closed.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Entries, Permitted, Writer};
use base::web::{Posted, Refusal, see_other};
use conference::exercises::{self, NotYet, Standing};
use jiff::Timestamp;

use super::entries::{ExerciseEntry, Stepped};
use super::pages;
use super::permits::PlanExercises;
use super::queries;
use crate::meetings::Symbol;

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<PlanExercises>,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let resource = desk.about(pages::resource(&reference)).await?;
    let writer = desk.open_to_write(resource).await?;
    let symbol = pages::exercise(writer.reader(), &reference)?.symbol;
    let to = Standing::parse(filled.typed("to")).ok_or_else(|| Refusal::conflict("exercises-fault-step"))?;
    let at = writer.reader().now();
    writer.append(move |entries| record(entries, &symbol, to, at)).await?;
    Ok(see_other(&format!("/exercises/{reference}?done=stepped")))
}

/// Takes an exercise a step on, from a thread of its own.
///
/// Errors: `NotFound` where there is none, `Conflict` where something stands against it.
pub fn step_exercise(writer: &Writer<PlanExercises>, exercise: &Symbol, to: Standing) -> Result<(), Refusal> {
    let (symbol, at) = (exercise.clone(), writer.reader().now());
    writer.append_blocking(move |entries| record(entries, &symbol, to, at))
}

fn record(entries: &Entries<'_, ExerciseEntry>, symbol: &Symbol, to: Standing, at: Timestamp) -> Result<(), Refusal> {
    let now = entries.now();
    let exercise = queries::exercise(now, symbol)?.ok_or(Refusal::NotFound)?;
    let facts = queries::facts(now, &exercise, at)?;
    exercises::step(exercise.standing, to, facts).map_err(|why| Refusal::conflict(key(why)))?;
    entries.append(&ExerciseEntry::Stepped(Stepped { exercise: symbol.clone(), to: to.code().to_owned() }))?;
    Ok(())
}

/// Answers the key of what stands against a step.
const fn key(why: NotYet) -> &'static str {
    match why {
        NotYet::OutOfTurn => "exercises-fault-step",
        NotYet::NotOver => "exercises-fault-not-over",
        NotYet::NothingReported => "exercises-fault-nothing-reported",
        NotYet::Unanswered => "exercises-fault-unanswered",
    }
}
