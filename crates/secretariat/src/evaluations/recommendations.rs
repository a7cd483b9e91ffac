//! The act "write a recommendation": what should be done, by whom, on which findings it rests.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::response::Response;
use base::access::Permit;
use base::desk::{Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Asked, Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::evaluations::FINDINGS_MAX;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{EvaluationRecommendation, EvaluationReport, RecommendationWritten};
use super::entries::{EvaluationEntry, Recommendation, Recommended};
use super::pages::{self, fault};
use super::permits::EvaluateProcess;
use super::queries::{self, Known};
use super::{read, recording, report};
use crate::meetings::Symbol;
use crate::rounds::Found;

/// Shows the form for one recommendation: the one that the address names, or a new one.
pub(super) async fn page(
    desk: Permitted<EvaluateProcess>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let (reader, known) = pages::begun(pages::to_form(desk, &reference).await?)?;
    let number = query.0.typed("item").parse().ok().filter(|number| known.rules.recommendation(*number).is_some());
    let filled = filled_in(&known, number.unwrap_or_else(|| known.rules.next_numbers().2));
    Ok(visit.page("evaluations-recommendation-write", markup(&reader, &visit, &known, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<EvaluateProcess>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (writer, known) = pages::begun(pages::to_write(desk, &reference).await?)?;
    match enter(&writer, &known, &typed(&filled)).await {
        Ok(()) => Ok(see_other(&format!("{}/findings", known.path()))),
        Err(refusal) => {
            let draw = |filled: &Filled| markup(writer.reader(), &visit, &known, filled);
            visit.refused_form("evaluations-recommendation-write", &mut filled, refusal, draw)
        }
    }
}

/// Writes a recommendation of the next version of the report, or takes one out.
#[utoipa::path(
    post,
    path = "/api/v1/evaluations/{reference}/recommendations",
    operation_id = "write_evaluation_recommendation",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = EvaluationRecommendation,
    responses(
        (status = 200, description = "Written; the report as it stands, with how often its next version was written", body = EvaluationReport),
        (status = 404, description = "No such evaluation that one's own State evaluates", body = Problem),
        (status = 409, description = "It was written by somebody else since", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<EvaluateProcess>,
    Path(reference): Path<String>,
    Sent(sent): Sent<EvaluationRecommendation>,
) -> Result<axum::Json<EvaluationReport>, Refusal> {
    let (writer, known) = pages::begun(pages::to_write(desk, &reference).await?)?;
    enter(&writer, &known, &sent).await?;
    Ok(axum::Json(report::told(writer.reader(), &pages::known(writer.reader(), &reference)?)))
}

async fn enter(
    writer: &Writer<EvaluateProcess>,
    known: &Known,
    sent: &EvaluationRecommendation,
) -> Result<(), Refusal> {
    recording::put(writer, entry(known, sent)?).await.map(|_| ())
}

/// Writes a recommendation, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `NotFound` where the writer's State does not evaluate, `Conflict` where it was written since.
pub fn write_recommendation(
    writer: &Writer<EvaluateProcess>,
    evaluation: &Symbol,
    sent: &EvaluationRecommendation,
) -> Result<(), Refusal> {
    let known = pages::known(writer.reader(), &evaluation.in_address())?;
    recording::put_blocking(writer, entry(&known, sent)?).map(|_| ())
}

fn entry(known: &Known, sent: &EvaluationRecommendation) -> Result<EvaluationEntry, Refusal> {
    let recommendation = match &sent.recommendation {
        Some(one) => Some(reading(known, one).map_err(Refusal::Invalid)?),
        None if known.rules.recommendation(sent.number).is_none() => {
            return Err(Refusal::Invalid(vec![fault("number", "evaluations-fault-recommendation")]));
        }
        None => None,
    };
    if !(1..=FINDINGS_MAX).contains(&sent.number) {
        return Err(Refusal::Invalid(vec![fault("number", "evaluations-fault-finding-number")]));
    }
    let evaluation = known.prepared.symbol.clone();
    Ok(EvaluationEntry::Recommended(Recommended { evaluation, number: sent.number, seen: sent.seen, recommendation }))
}

fn reading(known: &Known, sent: &RecommendationWritten) -> Result<Recommendation, Vec<InputFault>> {
    let mut found = Found::default();
    let words = found.keep(read::some_words("words", &sent.words, read::maybe_text));
    let rests = !sent.findings.is_empty() && sent.findings.iter().all(|number| known.rules.finding(*number).is_some());
    if !rests {
        found.0.push(fault("findings", "evaluations-fault-recommendation-findings"));
    }
    let among: BTreeSet<StateCode> = addressable(known).collect();
    let addressees = found.keep(read::parties("addressees", &sent.addressees, &among, "evaluations-fault-addressees"));
    match (words, addressees) {
        (Some(words), Some(addressees)) if found.0.is_empty() => {
            let findings: BTreeSet<u16> = sent.findings.iter().copied().collect();
            let (findings, addressees) = (findings.into_iter().collect(), queries::written(&addressees));
            Ok(Recommendation { words, findings, addressees })
        }
        _ => Err(found.0),
    }
}

/// Answers to whom something may be recommended.
fn addressable(known: &Known) -> impl Iterator<Item = StateCode> + '_ {
    let members = known.rules.guests().keys().copied().filter(|party| known.rules.may_be_addressed(*party));
    members.chain([known.rules.seat()])
}

fn typed(filled: &Filled) -> EvaluationRecommendation {
    let one = RecommendationWritten {
        words: read::typed_words(filled, "words"),
        findings: report::numbers(filled.chosen("findings")),
        addressees: filled.chosen("addressees").map(str::to_owned).collect(),
    };
    EvaluationRecommendation {
        number: filled.typed("number").parse().unwrap_or(0),
        seen: filled.typed("seen").parse().unwrap_or(0),
        recommendation: (filled.typed("step") != "remove").then_some(one),
    }
}

fn filled_in(known: &Known, number: u16) -> Filled {
    let seen = known.rules.recommendation_written(number).to_string();
    let mut filled = Filled::new().with("number", number.to_string()).with("seen", seen);
    if let Some(one) = known.rules.recommendation(number) {
        filled = read::with_words(filled, "words", &report::spoken(&one.words));
        for finding in &one.findings {
            filled = filled.with("findings", finding.to_string());
        }
        for party in &one.addressees {
            filled = filled.with("addressees", party.to_string());
        }
    }
    filled
}

fn markup<P: Permit>(reader: &Reader<P>, visit: &Visit, known: &Known, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, known.path());
    let number: u16 = filled.typed("number").parse().unwrap_or(0);
    let is_new = known.rules.recommendation(number).is_none();
    let heading = if is_new { "evaluations-recommendation-new" } else { "evaluations-recommendation-change" };
    let spoken: Vec<(u16, super::entries::Words)> =
        known.rules.findings().map(|(number, finding)| (number, report::spoken(&finding.words))).collect();
    let finding = |(number, words): &(u16, super::entries::Words)| {
        let label = format!("{number}. {}", report::shortened(pages::plainly(voice, words)));
        Choice::new(number.to_string(), label)
    };
    let findings: Vec<Choice<'_>> = spoken.iter().map(finding).collect();
    let named = pages::names(reader.ground(), voice, addressable(known));
    let addressees: Vec<Choice<'_>> =
        named.into_iter().map(|(name, party)| Choice::new(party.to_string(), name)).collect();
    let others = html! {
        @if !is_new { button .plain type="submit" name="step" value="remove" { (voice.t("evaluations-take-out")) } }
        a .button .plain href={ (path) "/findings" } { (voice.t("form-cancel")) }
    };
    html! {
        h1 { (voice.t(heading)) }
        (fields::error_summary(voice, filled))
        (pages::heading(voice, known))
        @if findings.is_empty() { p { (voice.t("evaluations-findings-first")) } }
        (fields::form(&format!("{path}/recommendations"), visit.csrf(), html! {
            (fields::hidden("number", filled.typed("number")))
            (fields::hidden("seen", filled.typed("seen")))
            (read::word_fields(voice, filled, ("words", "evaluations-recommendation-words", "evaluations-words-hint"), 4, &[]))
            (fields::checkboxes(voice, filled, &Field::new("findings", "evaluations-rests-on-findings"), &findings))
            (fields::checkboxes(voice, filled, &Field::new("addressees", "evaluations-addressed-to"), &addressees))
            (fields::submit_row(voice, "evaluations-recommendation-send", Some(others)))
        }))
    }
}
