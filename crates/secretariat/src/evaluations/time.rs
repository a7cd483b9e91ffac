//! The act "give more time": who evaluates moves the deadline of some, and says why.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use base::access::Permit;
use base::desk::{Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use journal::StateCode;
use maud::{Markup, html};

use super::api::{EvaluationShown, EvaluationTime};
use super::entries::{EvaluationEntry, Extended, Until};
use super::pages;
use super::permits::EvaluateProcess;
use super::queries::Known;
use super::read::{self, TEXT_CHARS_MAX};
use super::recording;
use crate::meetings::Symbol;
use crate::rounds::Found;

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<EvaluateProcess>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (reader, known) = pages::begun(pages::to_form(desk, &reference).await?)?;
    Ok(visit.page("evaluations-time", markup(&reader, &visit, &known, &Filled::new())))
}

/// Takes it.
pub(super) async fn submit(
    desk: Permitted<EvaluateProcess>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (writer, known) = pages::begun(pages::to_write(desk, &reference).await?)?;
    let mut faults = Vec::new();
    let sent = EvaluationTime {
        parties: filled.chosen("parties").map(str::to_owned).collect(),
        until_on: read::typed_day(&filled, "until", &mut faults),
        reason: filled.typed("reason").to_owned(),
    };
    let entered = match reading(&writer, &known, &sent) {
        Ok(extended) if faults.is_empty() => recording::put(&writer, EvaluationEntry::Extended(extended)).await,
        Ok(_) => Err(Refusal::Invalid(faults)),
        Err(more) => Err(Refusal::Invalid([faults, more].concat())),
    };
    match entered {
        Ok(_) => Ok(see_other(&format!("{}?done=extended", known.path()))),
        Err(refusal) => {
            let draw = |filled: &Filled| markup(writer.reader(), &visit, &known, filled);
            visit.refused_form("evaluations-time", &mut filled, refusal, draw)
        }
    }
}

/// Gives some more time.
#[utoipa::path(
    post,
    path = "/api/v1/evaluations/{reference}/time",
    operation_id = "extend_evaluation",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = EvaluationTime,
    responses(
        (status = 200, description = "On record", body = EvaluationShown),
        (status = 404, description = "No such evaluation that one's own State evaluates", body = Problem),
        (status = 409, description = "Everybody's time has passed", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<EvaluateProcess>,
    Path(reference): Path<String>,
    Sent(sent): Sent<EvaluationTime>,
) -> Result<axum::Json<EvaluationShown>, Refusal> {
    let (writer, known) = pages::begun(pages::to_write(desk, &reference).await?)?;
    let extended = reading(&writer, &known, &sent).map_err(Refusal::Invalid)?;
    recording::put(&writer, EvaluationEntry::Extended(extended)).await?;
    Ok(axum::Json(EvaluationShown::of(writer.reader(), &pages::known(writer.reader(), &reference)?)))
}

/// Gives some more time, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `NotFound` where the writer's State does not evaluate, `Conflict` where all time has passed.
pub fn extend_evaluation(
    writer: &Writer<EvaluateProcess>,
    evaluation: &Symbol,
    sent: &EvaluationTime,
) -> Result<(), Refusal> {
    let known = pages::known(writer.reader(), &evaluation.in_address())?;
    let extended = reading(writer, &known, sent).map_err(Refusal::Invalid)?;
    recording::put_blocking(writer, EvaluationEntry::Extended(extended)).map(|_| ())
}

fn reading(
    writer: &Writer<EvaluateProcess>,
    known: &Known,
    sent: &EvaluationTime,
) -> Result<Extended, Vec<InputFault>> {
    let mut found = Found::default();
    let guests: BTreeSet<StateCode> = known.rules.guests().keys().copied().collect();
    let parties = found.keep(read::parties("parties", &sent.parties, &guests, "evaluations-fault-parties"));
    let until_on = found.keep(read::day("until", &sent.until_on));
    let reason = found.keep(read::text("reason", &sent.reason));
    match (parties, until_on, reason) {
        (Some(parties), Some(until_on), Some(reason)) => {
            let profile = writer.reader().ground().identity.profile();
            let until = |party: StateCode| {
                let last = pages::end_of(&profile, party, until_on).map_err(|fault| vec![fault])?;
                Ok::<_, Vec<InputFault>>(Until { party, until_us: last.as_microsecond() })
            };
            let deadlines = parties.into_iter().map(until).collect::<Result<Vec<_>, _>>()?;
            Ok(Extended { evaluation: known.prepared.symbol.clone(), until_on, deadlines, reason })
        }
        _ => Err(found.0),
    }
}

fn markup<P: Permit>(reader: &Reader<P>, visit: &Visit, known: &Known, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, known.path());
    let named = pages::names(reader.ground(), voice, known.rules.guests().keys().copied());
    let choice = |(name, party): (String, StateCode)| {
        let deadline = known.rules.guests().get(&party).map(|guest| voice.instant_text(guest.deadline));
        Choice::new(party.to_string(), name).hint(deadline.unwrap_or_default())
    };
    let choices: Vec<Choice<'_>> = named.into_iter().map(choice).collect();
    let reason = Field::new("reason", "evaluations-reason").rows(3).max_length(TEXT_CHARS_MAX as u32);
    html! {
        h1 { (voice.t("evaluations-time")) }
        (fields::error_summary(voice, filled))
        (pages::heading(voice, known))
        p { (voice.t("evaluations-time-about")) }
        (fields::form(&format!("{path}/time"), visit.csrf(), html! {
            (fields::checkboxes(voice, filled, &Field::new("parties", "evaluations-time-parties"), &choices))
            (fields::date_input(voice, filled, &Field::new("until", "evaluations-time-until").hint("evaluations-deadline-hint")))
            (fields::textarea(voice, filled, &reason))
            (fields::submit_row(voice, "evaluations-time-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
