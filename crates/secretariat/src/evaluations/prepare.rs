//! The act "prepare an evaluation", the first time or anew: what it is for, who evaluates, until when it is answered.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use maud::{Markup, html};
use rusqlite::Connection;

use super::api::{EvaluationShown, EvaluationTerms};
use super::entries::{EvaluationEntry, Prepared};
use super::pages::{self, fault};
use super::permits::PrepareEvaluation;
use super::queries::{self, Known};
use super::{read, recording};
use crate::decisions;
use crate::meetings::Symbol;
use crate::rounds::Found;

/// Which form it is: title, where it is sent, where one goes without sending it.
const FIRST: (&str, &str, &str) = ("evaluations-prepare", "/evaluations/new", "/evaluations");
const ANEW: &str = "evaluations-prepare-anew";

/// Shows the form for a new one.
pub(super) async fn first_page(desk: Permitted<PrepareEvaluation>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = desk.open_with_outcome(Resource::room(), "form").await?;
    let filled = Filled::new().with("observers_answer", "no").with("observers_see", "no");
    Ok(visit.page(FIRST.0, markup(&reader, &visit, FIRST, &filled)))
}

/// Takes it.
pub(super) async fn first_submit(
    desk: Permitted<PrepareEvaluation>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    match enter_typed(&writer, None, &filled).await {
        Ok(symbol) => Ok(see_other(&format!("/evaluations/{}?done=prepared", symbol.in_address()))),
        Err(refusal) => {
            let draw = |filled: &Filled| markup(writer.reader(), &visit, FIRST, filled);
            visit.refused_form(FIRST.0, &mut filled, refusal, draw)
        }
    }
}

/// Prepares an evaluation; its questionnaire is written next.
#[utoipa::path(
    post,
    path = "/api/v1/evaluations",
    operation_id = "prepare_evaluation",
    tag = "evaluations",
    request_body = EvaluationTerms,
    responses(
        (status = 201, description = "Prepared: who evaluates and the secretariat see it", body = EvaluationShown),
        (status = 409, description = "There is an evaluation with this symbol", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn first_call(
    desk: Permitted<PrepareEvaluation>,
    Sent(sent): Sent<EvaluationTerms>,
) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let symbol = enter(&writer, None, &sent).await?;
    let shown = EvaluationShown::of(writer.reader(), &pages::known(writer.reader(), &symbol.in_address())?);
    Ok((StatusCode::CREATED, axum::Json(shown)).into_response())
}

/// Shows the form with what stands.
pub(super) async fn page(
    desk: Permitted<PrepareEvaluation>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (reader, known) = pages::to_form(desk, &reference).await?;
    let (to, back) = addresses(&known);
    Ok(visit.page(ANEW, markup(&reader, &visit, (ANEW, &to, &back), &filled_in(&known))))
}

fn addresses(known: &Known) -> (String, String) {
    (format!("{}/prepare", known.path()), known.path())
}

/// Takes it.
pub(super) async fn submit(
    desk: Permitted<PrepareEvaluation>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (writer, known) = pages::to_write(desk, &reference).await?;
    match enter_typed(&writer, Some(&known), &filled).await {
        Ok(_) => Ok(see_other(&format!("{}?done=prepared", known.path()))),
        Err(refusal) => {
            let (to, back) = addresses(&known);
            let draw = |filled: &Filled| markup(writer.reader(), &visit, (ANEW, &to, &back), filled);
            visit.refused_form(ANEW, &mut filled, refusal, draw)
        }
    }
}

/// Writes anew what an evaluation is about, before it is open.
#[utoipa::path(
    post,
    path = "/api/v1/evaluations/{reference}",
    operation_id = "prepare_evaluation_anew",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = EvaluationTerms,
    responses(
        (status = 200, description = "Written", body = EvaluationShown),
        (status = 404, description = "No such evaluation", body = Problem),
        (status = 409, description = "It is open, or was written by somebody else since", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<PrepareEvaluation>,
    Path(reference): Path<String>,
    Sent(sent): Sent<EvaluationTerms>,
) -> Result<axum::Json<EvaluationShown>, Refusal> {
    let (writer, known) = pages::to_write(desk, &reference).await?;
    enter(&writer, Some(&known), &sent).await?;
    Ok(axum::Json(EvaluationShown::of(writer.reader(), &pages::known(writer.reader(), &reference)?)))
}

async fn enter_typed(
    writer: &Writer<PrepareEvaluation>,
    of: Option<&Known>,
    filled: &Filled,
) -> Result<Symbol, Refusal> {
    let mut faults = Vec::new();
    let terms = typed(filled, of, &mut faults);
    if faults.is_empty() {
        return enter(writer, of, &terms).await;
    }
    // Nothing is entered: what else is wrong is named in the same answer.
    if let Err(found) = reading(writer.reader(), of, &terms) {
        faults.extend(found);
    }
    Err(Refusal::Invalid(faults))
}

async fn enter(
    writer: &Writer<PrepareEvaluation>,
    of: Option<&Known>,
    terms: &EvaluationTerms,
) -> Result<Symbol, Refusal> {
    let prepared = reading(writer.reader(), of, terms).map_err(Refusal::Invalid)?;
    let (symbol, first) = (prepared.symbol.clone(), of.is_none());
    writer.append(move |entries| record(entries, first, prepared)).await?;
    Ok(symbol)
}

/// Prepares an evaluation, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `Conflict` where there is one with this symbol.
pub fn prepare_evaluation(writer: &Writer<PrepareEvaluation>, terms: &EvaluationTerms) -> Result<(), Refusal> {
    let prepared = reading(writer.reader(), None, terms).map_err(Refusal::Invalid)?;
    writer.append_blocking(move |entries| record(entries, true, prepared))
}

fn record(entries: &Entries<'_, EvaluationEntry>, first: bool, prepared: Prepared) -> Result<(), Refusal> {
    grounds(entries.now(), &prepared)?;
    if !first {
        recording::record(entries, &EvaluationEntry::Prepared(Box::new(prepared)))?;
        return Ok(());
    }
    if queries::known(entries.now(), &prepared.symbol)?.is_some() {
        return Err(Refusal::conflict("evaluations-fault-twice"));
    }
    entries.append(&EvaluationEntry::Prepared(Box::new(prepared)))?;
    Ok(())
}

/// Refuses what rests on no decision, or on one that whoever takes part could not open.
fn grounds(now: &Connection, prepared: &Prepared) -> Result<(), Refusal> {
    let wrong = |key| Err(Refusal::Invalid(vec![fault("decision", key)]));
    match decisions::kept_for_members(now, &prepared.decision)? {
        None => wrong("evaluations-fault-decision"),
        Some(true) if prepared.observers_answer || prepared.observers_see => wrong("evaluations-fault-decision-kept"),
        Some(_) => Ok(()),
    }
}

fn reading<P: Permit>(
    reader: &Reader<P>,
    of: Option<&Known>,
    terms: &EvaluationTerms,
) -> Result<Prepared, Vec<InputFault>> {
    let mut found = Found::default();
    let symbol = found.keep(read::symbol("symbol", &terms.symbol));
    if let (Some(symbol), Some(known)) = (&symbol, of)
        && *symbol != known.prepared.symbol
    {
        found.0.push(fault("symbol", "evaluations-fault-symbol-other"));
    }
    if of.is_none() && terms.seen != 0 {
        found.0.push(fault("seen", "evaluations-fault-seen"));
    }
    let title = found.keep(read::some_words("title", &terms.title, read::maybe_line));
    let purpose = found.keep(read::some_words("purpose", &terms.purpose, read::maybe_text));
    let decision = found.keep(read::symbol("decision", &terms.decision));
    let members = read::members(reader);
    let evaluators =
        found.keep(read::parties("evaluators", &terms.evaluators, &members, "evaluations-fault-evaluators"));
    let profile = reader.ground().identity.profile();
    let today = pages::day_of(&profile, reader.now());
    let day = read::day("deadline", &terms.deadline_on).and_then(|day| {
        let far = pages::end_of(&profile, reader.caller().state, day).is_ok_and(|at| pages::is_far(at, reader.now()));
        match (day < today, far) {
            (true, _) => Err(fault("deadline", "evaluations-fault-deadline-past")),
            (false, true) => Err(fault("deadline", "evaluations-fault-deadline-far")),
            (false, false) => Ok(day),
        }
    });
    let deadline_on = found.keep(day);
    match (symbol, title, purpose, decision, evaluators, deadline_on) {
        (Some(symbol), Some(title), Some(purpose), Some(decision), Some(evaluators), Some(deadline_on))
            if found.0.is_empty() =>
        {
            Ok(Prepared {
                symbol,
                seen: terms.seen,
                title,
                purpose,
                decision,
                evaluators: queries::written(&evaluators),
                deadline_on,
                observers_answer: terms.observers_answer,
                observers_see: terms.observers_see,
            })
        }
        _ => Err(found.0),
    }
}

fn typed(filled: &Filled, of: Option<&Known>, faults: &mut Vec<InputFault>) -> EvaluationTerms {
    let symbol = of.map_or_else(|| filled.typed("symbol").to_owned(), |known| known.prepared.symbol.to_string());
    EvaluationTerms {
        symbol,
        title: read::typed_words(filled, "title"),
        purpose: read::typed_words(filled, "purpose"),
        decision: filled.typed("decision").to_owned(),
        evaluators: filled.chosen("evaluators").map(str::to_owned).collect(),
        deadline_on: read::typed_day(filled, "deadline", faults),
        observers_answer: filled.typed("observers_answer") == "yes",
        observers_see: filled.typed("observers_see") == "yes",
        seen: filled.typed("seen").parse().unwrap_or(0),
    }
}

fn filled_in(known: &Known) -> Filled {
    let prepared = &known.prepared;
    let yes = |yes: bool| if yes { "yes" } else { "no" };
    let mut filled = Filled::new()
        .with("symbol", prepared.symbol.to_string())
        .with("decision", prepared.decision.to_string())
        .with("observers_answer", yes(prepared.observers_answer))
        .with("observers_see", yes(prepared.observers_see))
        .with("seen", known.rules.prepared().to_string())
        .with_date("deadline", prepared.deadline_on);
    filled = read::with_words(filled, "title", &prepared.title);
    filled = read::with_words(filled, "purpose", &prepared.purpose);
    for code in known.rules.evaluators() {
        filled = filled.with("evaluators", code.to_string());
    }
    filled
}

/// Draws the form; `to` is where it is sent, `back` where one goes without sending it.
fn markup<P: Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    (title, to, back): (&str, &str, &str),
    filled: &Filled,
) -> Markup {
    let voice = &visit.voice;
    let cancel = html! { a .button .plain href=(back) { (voice.t("form-cancel")) } };
    let members = pages::names(reader.ground(), voice, read::members(reader).into_iter());
    let members: Vec<Choice<'_>> =
        members.into_iter().map(|(name, code)| Choice::new(code.to_string(), name)).collect();
    let yes_no = [("yes", "evaluations-say-yes"), ("no", "evaluations-say-no")];
    let yes_no = yes_no.map(|(code, key)| Choice::new(code, voice.t(key)));
    let symbol = Field::new("symbol", "evaluations-symbol").hint("evaluations-symbol-hint").mono().max_length(40);
    let decision = Field::new("decision", "evaluations-decision").hint("evaluations-decision-hint").mono();
    let deadline = Field::new("deadline", "evaluations-deadline").hint("evaluations-deadline-hint");
    html! {
        h1 { (voice.t(title)) }
        (fields::error_summary(voice, filled))
        p { (voice.t("evaluations-prepare-about")) }
        (fields::form(to, visit.csrf(), html! {
            (fields::hidden("seen", filled.typed("seen")))
            @if title == FIRST.0 { (fields::text_input(voice, filled, &symbol.autocomplete("off"))) }
            (read::word_fields(voice, filled, ("title", "evaluations-title", "evaluations-words-hint"), 0, &[]))
            (read::word_fields(voice, filled, ("purpose", "evaluations-purpose", "evaluations-words-hint"), 4, &[]))
            (fields::text_input(voice, filled, &decision.max_length(40).autocomplete("off")))
            (fields::checkboxes(voice, filled, &Field::new("evaluators", "evaluations-evaluators").hint("evaluations-evaluators-hint"), &members))
            (fields::date_input(voice, filled, &deadline))
            (fields::radios(voice, filled, &Field::new("observers_answer", "evaluations-observers-answer"), &yes_no))
            (fields::radios(voice, filled, &Field::new("observers_see", "evaluations-observers-see"), &yes_no))
            (fields::submit_row(voice, "evaluations-prepare-send", Some(cancel)))
        }))
    }
}
