//! The act "respond to a recommendation": accepted, in part, or not, and why; what is accepted becomes an obligation in the same act.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use base::access::Permit;
use base::desk::{Entries, Permitted, Reader, Writer};
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::due::DueRule;
use conference::evaluations::Verdict;
use conference::obligations::{Order, Owner, Sharing};
use conference::said::Said;
use conference::verbs::Verb;
use jiff::civil::Date;
use maud::{Markup, html};

use super::api::{EvaluationReport, EvaluationResponse, Undertaking};
use super::entries::{EvaluationEntry, Responded};
use super::pages::{self, To, fault};
use super::permits::RespondToRecommendation;
use super::queries::{self, Known};
use super::read::{self, LINE_CHARS_MAX, TEXT_CHARS_MAX};
use super::{recording, report};
use crate::obligations::{self, Charge, ChargeError, ObligationEntry, Reference};
use crate::rounds::Found;
use crate::{decisions, meetings};

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<RespondToRecommendation>,
    visit: Visit,
    Path((reference, item)): Path<(String, String)>,
) -> Result<Markup, Refusal> {
    let number = number_of(&item)?;
    let resource = desk.about(pages::resource(&reference, desk.caller().state, To::Respond(number))).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let known = pages::known(&reader, &reference)?;
    Ok(visit.page("evaluations-respond", markup(&reader, &visit, &known, number, &Filled::new())))
}

fn number_of(item: &str) -> Result<u16, Refusal> {
    item.parse().map_err(|_| Refusal::NotFound)
}

/// Takes it: the response and the obligation are one act, or neither is.
pub(super) async fn submit(
    desk: Permitted<RespondToRecommendation>,
    visit: Visit,
    Path((reference, item)): Path<(String, String)>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let number = number_of(&item)?;
    let resource = desk.about(pages::resource(&reference, desk.caller().state, To::Respond(number))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let mut faults = Vec::new();
    let sent = typed(&filled, &mut faults);
    let entered = if faults.is_empty() {
        enter(&writer, &known, number, &sent).await
    } else {
        let more = reading(writer.reader(), &known, number, &sent).err().unwrap_or_default();
        let named = |fault: &InputFault| faults.iter().all(|known| known.field != fault.field);
        let more: Vec<InputFault> = more.into_iter().filter(named).collect();
        Err(Refusal::Invalid([faults, more].concat()))
    };
    match entered {
        Ok(()) => Ok(see_other(&format!("{}/report?done=responded#recommendation-{number}", known.path()))),
        Err(refusal) => {
            let draw = |filled: &Filled| markup(writer.reader(), &visit, &known, number, filled);
            visit.refused_form("evaluations-respond", &mut filled, refusal, draw)
        }
    }
}

/// Says what one's own party makes of a recommendation.
#[utoipa::path(
    post,
    path = "/api/v1/evaluations/{reference}/recommendations/{item}",
    operation_id = "respond_to_recommendation",
    tag = "evaluations",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("item" = String, Path, description = "The recommendation's number")
    ),
    request_body = EvaluationResponse,
    responses(
        (status = 200, description = "On record; the report, with the obligation that came of it", body = EvaluationReport),
        (status = 404, description = "No such recommendation to one's own party", body = Problem),
        (status = 409, description = "It was accepted before, or a later version was published", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<RespondToRecommendation>,
    Path((reference, item)): Path<(String, String)>,
    Sent(sent): Sent<EvaluationResponse>,
) -> Result<axum::Json<EvaluationReport>, Refusal> {
    let number = number_of(&item)?;
    let resource = desk.about(pages::resource(&reference, desk.caller().state, To::Respond(number))).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    enter(&writer, &known, number, &sent).await?;
    Ok(axum::Json(report::told(writer.reader(), &pages::known(writer.reader(), &reference)?)))
}

async fn enter(
    writer: &Writer<RespondToRecommendation>,
    known: &Known,
    number: u16,
    sent: &EvaluationResponse,
) -> Result<(), Refusal> {
    let responded = reading(writer.reader(), known, number, sent).map_err(Refusal::Invalid)?;
    let profile = writer.reader().ground().identity.profile();
    let write = move |entries: &Entries<'_, EvaluationEntry>, duties: &Entries<'_, ObligationEntry>| {
        record(entries, duties, responded, &profile)
    };
    writer.append_both(write).await
}

/// Responds for the writer's party, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `NotFound` where it is not addressed, `Conflict` where it was accepted or is superseded.
pub fn respond_to_recommendation(
    writer: &Writer<RespondToRecommendation>,
    evaluation: &meetings::Symbol,
    number: u16,
    sent: &EvaluationResponse,
) -> Result<(), Refusal> {
    let known = pages::known(writer.reader(), &evaluation.in_address())?;
    let responded = reading(writer.reader(), &known, number, sent).map_err(Refusal::Invalid)?;
    let profile = writer.reader().ground().identity.profile();
    let write = move |entries: &Entries<'_, EvaluationEntry>, duties: &Entries<'_, ObligationEntry>| {
        record(entries, duties, responded, &profile)
    };
    writer.append_both_blocking(write)
}

fn record(
    entries: &Entries<'_, EvaluationEntry>,
    duties: &Entries<'_, ObligationEntry>,
    mut responded: Responded,
    profile: &InForce,
) -> Result<(), Refusal> {
    let known = queries::known(entries.now(), &responded.evaluation)?.ok_or(Refusal::NotFound)?;
    if responded.due_on.is_some() {
        responded.obligation = Some(charge(duties, &known, &responded, profile)?);
    }
    // Where the rules refuse it, the obligation goes with the transaction.
    recording::record(entries, &EvaluationEntry::Responded(Box::new(responded)))?;
    Ok(())
}

/// Charges whoever accepts with what they will do, on the decision on which the evaluation rests.
fn charge(
    duties: &Entries<'_, ObligationEntry>,
    known: &Known,
    responded: &Responded,
    profile: &InForce,
) -> Result<Reference, Refusal> {
    let (now, party) = (duties.now(), duties.stamp().state);
    let damaged = |what: &str| StoreError::Damaged(format!("evaluation {}: {what}", known.prepared.symbol));
    let decision = decisions::one(now, &known.prepared.decision)?.ok_or_else(|| damaged("its decision is gone"))?;
    let meeting = meetings::one(now, &decision.meeting)?.ok_or_else(|| damaged("its meeting is gone"))?;
    // The secretariat is no State: what it owes stands in the list of what bodies owe, which it follows.
    let owner = if party == known.rules.seat() {
        Owner::Body(profile.parties.get(&party).map_or_else(|| party.to_string(), |party| party.name.en.clone()))
    } else {
        Owner::Party(party)
    };
    let what = Said::parse(&format!("{} ({})", responded.what, responded.unit));
    let order = Order {
        decision: decision.symbol.to_string(),
        verb: Verb::Entrust,
        owners: BTreeSet::from([owner]),
        sharing: Sharing::Jointly,
        what: what.map_err(|error| damaged(&error.to_string()))?,
        rule: responded.due_on.map(DueRule::By),
        begins_on: pages::day_of(profile, duties.stamp().at),
        condition: None,
        lapses: false,
    };
    let charge = Charge {
        order,
        number: obligations::next_number(now, &decision.symbol)?,
        // It reads as it was given, in whichever language that was.
        what_es: None,
        adopted_on: decision.adopted_on,
        meeting_ended_on: Some(meeting.last_on),
        series: meeting.series,
        members_only: decision.members_only || !known.rules.observers_see(),
    };
    match obligations::charge(duties, &charge) {
        Ok(Some(reference)) => Ok(reference),
        Ok(None) => Err(damaged("it charges nobody").into()),
        Err(ChargeError::Store(error)) => Err(error.into()),
        Err(_) => Err(Refusal::Invalid(vec![fault("what", "evaluations-fault-text")])),
    }
}

fn reading<P: Permit>(
    reader: &Reader<P>,
    known: &Known,
    number: u16,
    sent: &EvaluationResponse,
) -> Result<Responded, Vec<InputFault>> {
    let mut found = Found::default();
    let verdict = Verdict::parse(&sent.verdict).ok_or_else(|| fault("verdict", "evaluations-fault-verdict"));
    let verdict = found.keep(verdict);
    let reason = found.keep(read::text("reason", &sent.reason));
    let today = pages::day_of(&reader.ground().identity.profile(), reader.now());
    let will = match (verdict.is_some_and(Verdict::binds), &sent.will) {
        (true, Some(will)) => undertaking(&mut found, will, today),
        (true, None) => found.keep(Err(fault("what", "evaluations-fault-will"))),
        (false, Some(_)) if verdict.is_some() => found.keep(Err(fault("what", "evaluations-fault-will-none"))),
        (false, _) => Some((String::new(), String::new(), None)),
    };
    match (verdict, reason, will) {
        (Some(verdict), Some(reason), Some((what, unit, due_on))) if found.0.is_empty() => Ok(Responded {
            evaluation: known.prepared.symbol.clone(),
            version: sent.version,
            number,
            verdict: verdict.code().to_owned(),
            reason,
            what,
            unit,
            due_on,
            obligation: None,
        }),
        _ => Err(found.0),
    }
}

fn undertaking(found: &mut Found, will: &Undertaking, today: Date) -> Option<(String, String, Option<Date>)> {
    let what = found.keep(read::text("what", &will.what));
    let unit = found.keep(read::line("unit", &will.unit));
    let due_on = read::day("due", &will.due_on)
        .and_then(|day| if day < today { Err(fault("due", "evaluations-fault-due")) } else { Ok(day) });
    let due_on = found.keep(due_on);
    Some((what?, unit?, Some(due_on?)))
}

/// Reads the form: what will be done is taken where something is typed of it.
fn typed(filled: &Filled, faults: &mut Vec<InputFault>) -> EvaluationResponse {
    let typed = |name: &str| filled.typed(name).trim().to_owned();
    let will = Undertaking { what: typed("what"), unit: typed("unit"), due_on: read::typed_day(filled, "due", faults) };
    let is_said = !(will.what.is_empty() && will.unit.is_empty() && will.due_on.is_empty());
    EvaluationResponse {
        version: filled.typed("seen").parse().unwrap_or(0),
        verdict: typed("verdict"),
        reason: typed("reason"),
        will: is_said.then_some(will),
    }
}

fn markup<P: Permit>(reader: &Reader<P>, visit: &Visit, known: &Known, number: u16, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, known.path());
    let report = known.rules.report();
    let wanting = report.and_then(|report| report.recommendations.get(&number));
    let verdicts = Verdict::ALL.map(|one| Choice::new(one.code(), voice.t(pages::verdict_key(one))));
    let long = |name, label| Field::new(name, label).rows(4).max_length(TEXT_CHARS_MAX as u32);
    let party = reader.ground().identity.party_name(reader.caller().state, voice.language);
    let back = format!("{path}/report#recommendation-{number}");
    html! {
        h1 { (voice.tn("evaluations-respond-of", &[("party", party.into())])) }
        (fields::error_summary(voice, filled))
        (pages::heading(voice, known))
        @if let Some(wanting) = wanting {
            h2 { (voice.tn("evaluations-recommendation", &[("number", i64::from(number).into())])) }
            (pages::at_length(voice, &report::spoken(&wanting.recommendation.words)))
            p .aside { (voice.rich("evaluations-response-until", &[], &[("day", voice.date(pages::response_due(reader.ground(), wanting.since_at)))])) }
        }
        p { (voice.t("evaluations-respond-about")) }
        (fields::form(&format!("{path}/recommendations/{number}"), visit.csrf(), html! {
            (fields::hidden("seen", &report.map(|report| report.version.to_string()).unwrap_or_default()))
            (fields::radios(voice, filled, &Field::new("verdict", "evaluations-verdict"), &verdicts))
            (fields::textarea(voice, filled, &long("reason", "evaluations-reason")))
            (fields::textarea(voice, filled, &long("what", "evaluations-will").hint("evaluations-will-hint").optional()))
            (fields::text_input(voice, filled, &Field::new("unit", "evaluations-will-unit").hint("evaluations-will-unit-hint").max_length(LINE_CHARS_MAX as u32).autocomplete("off").optional()))
            (fields::date_input(voice, filled, &Field::new("due", "evaluations-will-due").optional()))
            (fields::submit_row(voice, "evaluations-respond-send", Some(html! { a .button .plain href=(back) { (voice.t("form-cancel")) } })))
        }))
    }
}
