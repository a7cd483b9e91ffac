//! The act "write a finding", and the report as who evaluates writes it, before it is published.

use axum::extract::Path;
use axum::response::Response;
use base::access::Permit;
use base::desk::{Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Asked, Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, Voice, parts, see_other};
use conference::evaluations::{FINDINGS_MAX, Standing};
use maud::{Markup, html};

use super::api::{EvaluationFinding, EvaluationReport, FindingWritten};
use super::entries::{EvaluationEntry, Finding, Found};
use super::pages::{self, fault};
use super::permits::EvaluateProcess;
use super::queries::Known;
use super::{read, recording, report};
use crate::meetings::Symbol;
use crate::rounds;

/// Shows what is written of the report, and the form for one finding: the one that the address names, or a new one.
pub(super) async fn page(
    desk: Permitted<EvaluateProcess>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let (reader, known) = pages::begun(pages::to_form(desk, &reference).await?)?;
    let number = query.0.typed("item").parse().ok().filter(|number| known.rules.finding(*number).is_some());
    let filled = filled_in(&known, number.unwrap_or_else(|| known.rules.next_numbers().1));
    Ok(visit.page("evaluations-findings-write", markup(&reader, &visit, &known, &filled)))
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
            visit.refused_form("evaluations-findings-write", &mut filled, refusal, draw)
        }
    }
}

/// Writes a finding of the next version of the report, or takes one out.
#[utoipa::path(
    post,
    path = "/api/v1/evaluations/{reference}/findings",
    operation_id = "write_evaluation_finding",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = EvaluationFinding,
    responses(
        (status = 200, description = "Written; the report as it stands, with how often its next version was written", body = EvaluationReport),
        (status = 404, description = "No such evaluation that one's own State evaluates", body = Problem),
        (status = 409, description = "It was written by somebody else since, or a recommendation rests on it", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<EvaluateProcess>,
    Path(reference): Path<String>,
    Sent(sent): Sent<EvaluationFinding>,
) -> Result<axum::Json<EvaluationReport>, Refusal> {
    let (writer, known) = pages::begun(pages::to_write(desk, &reference).await?)?;
    enter(&writer, &known, &sent).await?;
    Ok(axum::Json(report::told(writer.reader(), &pages::known(writer.reader(), &reference)?)))
}

async fn enter(writer: &Writer<EvaluateProcess>, known: &Known, sent: &EvaluationFinding) -> Result<(), Refusal> {
    recording::put(writer, entry(known, sent)?).await.map(|_| ())
}

/// Writes a finding, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `NotFound` where the writer's State does not evaluate, `Conflict` where it was written since.
pub fn write_finding(
    writer: &Writer<EvaluateProcess>,
    evaluation: &Symbol,
    sent: &EvaluationFinding,
) -> Result<(), Refusal> {
    let known = pages::known(writer.reader(), &evaluation.in_address())?;
    recording::put_blocking(writer, entry(&known, sent)?).map(|_| ())
}

fn entry(known: &Known, sent: &EvaluationFinding) -> Result<EvaluationEntry, Refusal> {
    let finding = match &sent.finding {
        Some(finding) => Some(reading(known, finding).map_err(Refusal::Invalid)?),
        None if known.rules.finding(sent.number).is_none() => {
            return Err(Refusal::Invalid(vec![fault("number", "evaluations-fault-finding")]));
        }
        None => None,
    };
    if !(1..=FINDINGS_MAX).contains(&sent.number) {
        return Err(Refusal::Invalid(vec![fault("number", "evaluations-fault-finding-number")]));
    }
    let evaluation = known.prepared.symbol.clone();
    Ok(EvaluationEntry::Found(Found { evaluation, number: sent.number, seen: sent.seen, finding }))
}

fn reading(known: &Known, sent: &FindingWritten) -> Result<Finding, Vec<InputFault>> {
    let mut found = rounds::Found::default();
    let words = found.keep(read::some_words("words", &sent.words, read::maybe_text));
    let rests = !sent.questions.is_empty() && sent.questions.iter().all(|number| known.questions.contains_key(number));
    if !rests {
        found.0.push(fault("questions", "evaluations-fault-finding-questions"));
    }
    match words {
        Some(words) if found.0.is_empty() => {
            let questions: std::collections::BTreeSet<u8> = sent.questions.iter().copied().collect();
            Ok(Finding { words, questions: questions.into_iter().collect() })
        }
        _ => Err(found.0),
    }
}

fn typed(filled: &Filled) -> EvaluationFinding {
    let finding = FindingWritten {
        words: read::typed_words(filled, "words"),
        questions: report::numbers(filled.chosen("questions")),
    };
    EvaluationFinding {
        number: filled.typed("number").parse().unwrap_or(0),
        seen: filled.typed("seen").parse().unwrap_or(0),
        finding: (filled.typed("step") != "remove").then_some(finding),
    }
}

fn filled_in(known: &Known, number: u16) -> Filled {
    let seen = known.rules.finding_written(number).to_string();
    let mut filled = Filled::new().with("number", number.to_string()).with("seen", seen);
    if let Some(finding) = known.rules.finding(number) {
        filled = read::with_words(filled, "words", &report::spoken(&finding.words));
        for question in &finding.questions {
            filled = filled.with("questions", question.to_string());
        }
    }
    filled
}

/// Draws the report as it is written, the form for a finding, and the button that publishes.
pub(super) fn markup<P: Permit>(reader: &Reader<P>, visit: &Visit, known: &Known, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, known.path());
    let is_new = filled.typed("number").parse().map_or(true, |number: u16| known.rules.finding(number).is_none());
    let heading = if is_new { "evaluations-finding-new" } else { "evaluations-finding-change" };
    let ended = known.rules.standing(reader.now()) > Standing::Open;
    html! {
        h1 { (voice.t("evaluations-findings-write")) }
        (pages::heading(voice, known))
        p { (voice.t("evaluations-findings-about")) }
        (fields::error_summary(voice, filled))
        (written(reader, voice, known))
        (parts::card("one", &voice.t(heading), form(visit, known, filled, is_new)))
        (parts::card("publish", &voice.t("evaluations-publish"), html! {
            @if ended {
                p { (voice.t("evaluations-publish-about")) }
                (fields::form(&format!("{path}/publish"), visit.csrf(), html! {
                    (fields::hidden("seen", &known.rules.writes().to_string()))
                    (fields::submit_row(voice, "evaluations-publish-send", None))
                }))
            } @else { p { (voice.t("evaluations-publish-later")) } }
        }))
        p { a href=(path) { (voice.t("evaluations-back")) } }
    }
}

fn form(visit: &Visit, known: &Known, filled: &Filled, is_new: bool) -> Markup {
    let voice = &visit.voice;
    let question = |(number, question): (&u8, &super::entries::Question)| {
        let label = format!("{number}. {}", report::shortened(pages::plainly(voice, &question.words)));
        Choice::new(number.to_string(), label)
    };
    let questions: Vec<Choice<'_>> = known.questions.iter().map(question).collect();
    let remove = html! { @if !is_new {
        button .plain type="submit" name="step" value="remove" { (voice.t("evaluations-take-out")) }
    } };
    fields::form(
        &format!("{}/findings", known.path()),
        visit.csrf(),
        html! {
            (fields::hidden("number", filled.typed("number")))
            (fields::hidden("seen", filled.typed("seen")))
            (read::word_fields(voice, filled, ("words", "evaluations-finding-words", "evaluations-words-hint"), 4, &[]))
            (fields::checkboxes(voice, filled, &Field::new("questions", "evaluations-rests-on-questions"), &questions))
            (fields::submit_row(voice, "evaluations-finding-send", Some(remove)))
        },
    )
}

fn written<P: Permit>(reader: &Reader<P>, voice: &Voice, known: &Known) -> Markup {
    let (findings, recommendations) = report::written(known);
    let path = known.path();
    let version = known.rules.report().map_or(1, |report| i64::from(report.version) + 1);
    parts::card(
        "written",
        &voice.tn("evaluations-version-next", &[("version", version.into())]),
        html! {
            @if findings.is_empty() { p { (voice.t("evaluations-findings-none")) } }
            @for (number, finding) in &findings { section {
                h3 { (voice.tn("evaluations-finding", &[("number", i64::from(*number).into())])) }
                (pages::at_length(voice, &report::spoken(&finding.words)))
                p .aside { (voice.t("evaluations-rests-on-questions")) ": " (joined(finding.questions.iter())) }
                p { a href={ (path) "/findings?item=" (number) "#one" } { (voice.t("evaluations-change")) } }
            } }
            @for (number, one) in &recommendations { section {
                h3 { (voice.tn("evaluations-recommendation", &[("number", i64::from(*number).into())])) }
                (pages::at_length(voice, &report::spoken(&one.words)))
                p .aside { (voice.t("evaluations-rests-on-findings")) ": " (joined(one.findings.iter())) " · "
                    (voice.t("evaluations-addressed-to")) ": " (pages::listed(reader.ground(), voice, one.addressees.iter().copied())) }
                p { a href={ (path) "/recommendations?item=" (number) } { (voice.t("evaluations-change")) } }
            } }
            @if !findings.is_empty() { div .row { a .button .plain href={ (path) "/recommendations" } { (voice.t("evaluations-recommendation-new")) } } }
        },
    )
}

/// Writes numbers with commas between.
fn joined<T: ToString>(numbers: impl Iterator<Item = T>) -> String {
    numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(", ")
}
