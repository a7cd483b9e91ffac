//! The act "write the questionnaire", a question at a time: before it is open, by the secretariat and by who evaluates.

use axum::extract::Path;
use axum::response::Response;
use base::access::Permit;
use base::desk::{Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Asked as Query, Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, Voice, parts, see_other};
use conference::evaluations::{CHOICES_MAX, QUESTIONS_MAX};
use maud::{Markup, html};

use super::api::{EvaluationQuestion, EvaluationShown, EvaluationWords, QuestionAsked};
use super::entries::{Asked, EvaluationEntry, Question, Words};
use super::pages::{self, fault};
use super::permits::AskQuestions;
use super::queries::Known;
use super::{read, recording};
use crate::rounds::Found;

/// What a question may ask for, each with the key of its name.
pub(super) const KINDS: [(&str, &str); 5] = [
    ("text", "evaluations-asks-text"),
    ("yes_no", "evaluations-asks-yes-no"),
    ("one_of", "evaluations-asks-one-of"),
    ("number", "evaluations-asks-number"),
    ("day", "evaluations-asks-day"),
];

/// Shows the questionnaire, and the form for one question: the one that the address names, or a new one.
pub(super) async fn page(
    desk: Permitted<AskQuestions>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Query,
) -> Result<Markup, Refusal> {
    let (reader, known) = pages::to_form(desk, &reference).await?;
    let number = query.0.typed("item").parse().ok().filter(|number| known.questions.contains_key(number));
    let filled = filled_in(&known, number.unwrap_or_else(|| known.rules.next_numbers().0));
    Ok(visit.page("evaluations-questions", markup(&reader, &visit, &known, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<AskQuestions>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (writer, known) = pages::to_write(desk, &reference).await?;
    let mut faults = Vec::new();
    let written = typed(&filled, &mut faults);
    let entered = match (faults.is_empty(), entry(&known, &written)) {
        (true, Ok(entry)) => recording::put(&writer, entry).await,
        (true, Err(refusal)) => Err(refusal),
        (false, Err(Refusal::Invalid(more))) => Err(Refusal::Invalid([faults, more].concat())),
        (false, _) => Err(Refusal::Invalid(faults)),
    };
    match entered {
        Ok(_) => Ok(see_other(&format!("{}/questions", known.path()))),
        Err(refusal) => {
            let draw = |filled: &Filled| markup(writer.reader(), &visit, &known, filled);
            visit.refused_form("evaluations-questions", &mut filled, refusal, draw)
        }
    }
}

/// Writes a question of an evaluation that is being prepared, or takes one out.
#[utoipa::path(
    post,
    path = "/api/v1/evaluations/{reference}/questions",
    operation_id = "write_evaluation_question",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = EvaluationQuestion,
    responses(
        (status = 200, description = "Written", body = EvaluationShown),
        (status = 404, description = "No such evaluation that one prepares or evaluates", body = Problem),
        (status = 409, description = "It is open, or the question was written by somebody else since", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<AskQuestions>,
    Path(reference): Path<String>,
    Sent(sent): Sent<EvaluationQuestion>,
) -> Result<axum::Json<EvaluationShown>, Refusal> {
    let (writer, known) = pages::to_write(desk, &reference).await?;
    recording::put(&writer, entry(&known, &sent)?).await?;
    Ok(axum::Json(EvaluationShown::of(writer.reader(), &pages::known(writer.reader(), &reference)?)))
}

/// Writes a question, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `NotFound` where there is no such evaluation, `Conflict` where it is open.
pub fn ask_question(
    writer: &Writer<AskQuestions>,
    evaluation: &crate::meetings::Symbol,
    sent: &EvaluationQuestion,
) -> Result<(), Refusal> {
    let known = pages::known(writer.reader(), &evaluation.in_address())?;
    recording::put_blocking(writer, entry(&known, sent)?).map(|_| ())
}

fn entry(known: &Known, sent: &EvaluationQuestion) -> Result<EvaluationEntry, Refusal> {
    let question = match &sent.question {
        Some(question) => Some(reading(question).map_err(Refusal::Invalid)?),
        None if !known.questions.contains_key(&sent.number) => {
            return Err(Refusal::Invalid(vec![fault("number", "evaluations-fault-question")]));
        }
        None => None,
    };
    if !(1..=QUESTIONS_MAX).contains(&sent.number) {
        return Err(Refusal::Invalid(vec![fault("number", "evaluations-fault-question-number")]));
    }
    let evaluation = known.prepared.symbol.clone();
    Ok(EvaluationEntry::Asked(Box::new(Asked { evaluation, number: sent.number, seen: sent.seen, question })))
}

fn reading(sent: &QuestionAsked) -> Result<Question, Vec<InputFault>> {
    let mut found = Found::default();
    let words = found.keep(read::both_words("words", &sent.words));
    let kind = KINDS.iter().find(|(code, _)| *code == sent.asks).map(|(code, _)| *code);
    let asks = found.keep(kind.ok_or_else(|| fault("asks", "evaluations-fault-asks")));
    let choices: Vec<Words> =
        sent.choices.iter().filter_map(|choice| found.keep(read::both_words("choices", choice))).collect();
    let fits = if asks == Some("one_of") {
        (2..=usize::from(CHOICES_MAX)).contains(&sent.choices.len())
    } else {
        sent.choices.is_empty()
    };
    if !fits && asks.is_some() {
        let key = if asks == Some("one_of") { "evaluations-fault-choices" } else { "evaluations-fault-choices-none" };
        found.0.push(fault("choices_es", key));
    }
    let unit = match (&sent.unit, asks) {
        (Some(unit), Some("number")) => found.keep(read::both_words("unit", unit)),
        (None, Some("number")) => found.keep(Err(fault("unit_es", "evaluations-fault-unit"))),
        (Some(_), _) => found.keep(Err(fault("unit_es", "evaluations-fault-unit-none"))),
        (None, _) => Some(Words::default()),
    };
    match (words, asks, unit) {
        (Some(words), Some(asks), Some(unit)) if found.0.is_empty() => {
            Ok(Question { words, asks: asks.to_owned(), required: sent.required, choices, unit })
        }
        _ => Err(found.0),
    }
}

/// Answers what a form says. Given answers stand one a line, in each language in the same order; they and a unit are taken where
/// something is typed in them.
fn typed(filled: &Filled, faults: &mut Vec<InputFault>) -> EvaluationQuestion {
    let lines = |end: &str| -> Vec<String> {
        let lines = filled.typed(&format!("choices_{end}")).lines().map(str::trim).filter(|line| !line.is_empty());
        lines.map(str::to_owned).collect()
    };
    let [es, en, fr] = ["es", "en", "fr"].map(lines);
    if en.len() != es.len() || !(fr.is_empty() || fr.len() == es.len()) {
        faults.push(fault("choices_es", "evaluations-fault-choices-unlike"));
    }
    let choice = |(at, es): (usize, &String)| EvaluationWords {
        en: en.get(at).cloned().unwrap_or_default(),
        es: es.clone(),
        fr: fr.get(at).cloned().unwrap_or_default(),
    };
    let is_said =
        |words: &EvaluationWords| [&words.en, &words.es, &words.fr].iter().any(|text| !text.trim().is_empty());
    let question = QuestionAsked {
        words: read::typed_words(filled, "words"),
        asks: filled.typed("asks").to_owned(),
        required: filled.typed("required") == "yes",
        choices: es.iter().enumerate().map(choice).collect(),
        unit: Some(read::typed_words(filled, "unit")).filter(is_said),
    };
    EvaluationQuestion {
        number: filled.typed("number").trim().parse().unwrap_or(0),
        seen: filled.typed("seen").parse().unwrap_or(0),
        question: (filled.typed("step") != "remove").then_some(question),
    }
}

fn filled_in(known: &Known, number: u8) -> Filled {
    let mut filled =
        Filled::new().with("number", number.to_string()).with("seen", known.rules.question_written(number).to_string());
    let Some(question) = known.questions.get(&number) else {
        return filled.with("asks", "text").with("required", "yes");
    };
    filled = read::with_words(filled, "words", &question.words).with("asks", &*question.asks);
    filled = read::with_words(filled, "unit", &question.unit);
    filled = filled.with("required", if question.required { "yes" } else { "no" });
    let lines = |of: fn(&Words) -> &str| question.choices.iter().map(of).collect::<Vec<_>>().join("\n");
    let choices = Words { en: lines(|one| &one.en), es: lines(|one| &one.es), fr: lines(|one| &one.fr) };
    read::with_words(filled, "choices", &choices)
}

fn markup<P: Permit>(reader: &Reader<P>, visit: &Visit, known: &Known, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, known.path());
    let number: u8 = filled.typed("number").parse().unwrap_or(0);
    let is_new = !known.questions.contains_key(&number);
    let heading = if is_new { "evaluations-question-new" } else { "evaluations-question-change" };
    let by = pages::listed(reader.ground(), voice, known.rules.evaluators().iter().copied());
    html! {
        h1 { (voice.t("evaluations-questions")) }
        (pages::heading(voice, known))
        p .aside { (voice.tn("evaluations-questions-about", &[("by", by.into())])) }
        (fields::error_summary(voice, filled))
        (parts::card("asked", &voice.t("evaluations-asked-so-far"), html! {
            (questionnaire(voice, known))
            @if !known.questions.is_empty() {
                p { @for number in known.questions.keys() {
                    a href={ (path) "/questions?item=" (number) "#one" } { (voice.tn("evaluations-question-edit", &[("number", i64::from(*number).into())])) } " "
                } }
            }
        }))
        (parts::card("one", &voice.t(heading), form(visit, known, filled, is_new)))
        p { a href=(path) { (voice.t("evaluations-back")) } }
    }
}

fn form(visit: &Visit, known: &Known, filled: &Filled, is_new: bool) -> Markup {
    let (voice, path) = (&visit.voice, known.path());
    let kinds = KINDS.map(|(code, key)| Choice::new(code, voice.t(key)));
    let required = [("yes", "evaluations-required-yes"), ("no", "evaluations-required-no")];
    let required = required.map(|(code, key)| Choice::new(code, voice.t(key)));
    let number = Field::new("number", "evaluations-question-number").hint("evaluations-question-number-hint");
    let remove = html! { @if !is_new {
        button .plain type="submit" name="step" value="remove" { (voice.t("evaluations-question-remove")) }
    } };
    fields::form(
        &format!("{path}/questions"),
        visit.csrf(),
        html! {
            (fields::hidden("seen", filled.typed("seen")))
            (fields::text_input(voice, filled, &number.input_mode("numeric").max_length(2).autocomplete("off")))
            (read::word_fields(voice, filled, ("words", "evaluations-question-words", ""), 0, &["en", "es"]))
            (fields::select(voice, filled, &Field::new("asks", "evaluations-asks"), &kinds))
            (fields::radios(voice, filled, &Field::new("required", "evaluations-required"), &required))
            (read::word_fields(voice, filled, ("choices", "evaluations-choices", "evaluations-choices-hint"), 4, &[]))
            (read::word_fields(voice, filled, ("unit", "evaluations-unit", "evaluations-unit-hint"), 0, &[]))
            (fields::submit_row(voice, "evaluations-question-send", Some(remove)))
        },
    )
}

/// Draws all questions in their order, with what each asks for.
pub(super) fn questionnaire(voice: &Voice, known: &Known) -> Markup {
    html! {
        @if known.questions.is_empty() { p { (voice.t("evaluations-questions-none")) } }
        ol .questions { @for (number, question) in &known.questions { li value=(number) {
            p { strong { (pages::said(voice, &question.words)) } }
            p .aside {
                (voice.t(kind_key(question)))
                @if question.asks == "number" { " (" (pages::said(voice, &question.unit)) ")" }
                @if question.required { " · " (voice.t("evaluations-required-short")) }
            }
            @if !question.choices.is_empty() { ul { @for choice in &question.choices { li { (pages::said(voice, choice)) } } } }
        } } }
    }
}

/// Answers the key of what a question asks for.
pub(super) fn kind_key(question: &Question) -> &'static str {
    KINDS.iter().find(|(code, _)| *code == question.asks).map_or("evaluations-asks-text", |(_, key)| *key)
}
