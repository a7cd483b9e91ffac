//! The act "answer": a delegation saves its answer among its own people, then gives it; given again in time, the last one counts.

use axum::extract::Path;
use axum::response::Response;
use base::access::Permit;
use base::desk::{Entries, Permitted, Reader, Writer};
use base::store::StoreError;
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Said as Told, Sent, Visit, Voice, see_other};
use conference::evaluations::{Done, Without, YesNo};
use journal::StateCode;
use maud::{Markup, html};

use super::api::{EvaluationAnswer, EvaluationReply, EvaluationShown};
use super::entries::{Answer, EvaluationEntry, Question, Reply};
use super::pages::{self, To, fault};
use super::permits::AnswerEvaluation;
use super::queries::{self, Draft, Known};
use super::read::{self, ANSWER_CHARS_MAX, LINE_CHARS_MAX, TEXT_CHARS_MAX};
use super::recording;
use crate::rounds::Found;

/// Saved drafts of one delegation in one evaluation, beyond which it gives the answer or lets it be.
const DRAFTS_MAX: u64 = 500;

/// Shows the form, with what the delegation saved, else with what it gave.
pub(super) async fn page(
    desk: Permitted<AnswerEvaluation>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let state = desk.caller().state;
    let resource = desk.about(pages::resource(&reference, state, To::Answer)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let known = pages::known(&reader, &reference)?;
    let draft = reader.ask(|now| queries::draft(now, &known.prepared.symbol, state))?;
    let filled = filled_in(&known, state, draft.as_ref());
    Ok(visit.page("evaluations-answer", markup(&reader, &visit, &known, draft.as_ref(), &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<AnswerEvaluation>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let state = desk.caller().state;
    let resource = desk.about(pages::resource(&reference, state, To::Answer)).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    let (give, seen) = (filled.typed("step") == "give", filled.typed("seen").parse().unwrap_or(0));
    let entered = match typed(&known, &filled) {
        Ok(answer) if give => enter(&writer, &known, &EvaluationAnswer { give, ..answer }, None).await,
        Ok(answer) => enter(&writer, &known, &answer, Some(seen)).await,
        Err(faults) => Err(Refusal::Invalid(faults)),
    };
    match entered {
        Ok(done) => Ok(see_other(&format!("{}?done={}", known.path(), done_code(give, done)))),
        Err(refusal) => {
            let draft = writer.reader().ask(|now| queries::draft(now, &known.prepared.symbol, state))?;
            let draw = |filled: &Filled| markup(writer.reader(), &visit, &known, draft.as_ref(), filled);
            visit.refused_form("evaluations-answer", &mut filled, refusal, draw)
        }
    }
}

fn done_code(give: bool, done: Done) -> &'static str {
    match (give, done) {
        (false, _) => "saved",
        (true, Done::Late) => "late",
        (true, _) => "given",
    }
}

/// Saves or gives the answer of one's own party.
#[utoipa::path(
    post,
    path = "/api/v1/evaluations/{reference}/answer",
    operation_id = "answer_evaluation",
    tag = "evaluations",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = EvaluationAnswer,
    responses(
        (status = 200, description = "Saved or given; the evaluation says whether in time", body = EvaluationShown),
        (status = 404, description = "No such evaluation in which one's own party is asked", body = Problem),
        (status = 409, description = "The deadline has passed, and what was given in time stands", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<AnswerEvaluation>,
    Path(reference): Path<String>,
    Sent(sent): Sent<EvaluationAnswer>,
) -> Result<axum::Json<EvaluationShown>, Refusal> {
    let resource = desk.about(pages::resource(&reference, desk.caller().state, To::Answer)).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = pages::known(writer.reader(), &reference)?;
    enter(&writer, &known, &sent, None).await?;
    Ok(axum::Json(EvaluationShown::of(writer.reader(), &pages::known(writer.reader(), &reference)?)))
}

/// Saves or gives an answer; `seen` is the position of the draft that whoever saves had before them, none where that is not asked.
async fn enter(
    writer: &Writer<AnswerEvaluation>,
    known: &Known,
    sent: &EvaluationAnswer,
    seen: Option<u64>,
) -> Result<Done, Refusal> {
    let answer = reading(known, sent).map_err(Refusal::Invalid)?;
    let give = sent.give;
    writer.append(move |entries| record(entries, give, answer, seen)).await
}

/// Gives the answer of the writer's party, from a thread of its own.
///
/// Errors: `Invalid` with every fault, `NotFound` where the party is not asked, `Conflict` where it is too late.
pub fn answer_evaluation(
    writer: &Writer<AnswerEvaluation>,
    evaluation: &crate::meetings::Symbol,
    sent: &EvaluationAnswer,
) -> Result<(), Refusal> {
    let known = pages::known(writer.reader(), &evaluation.in_address())?;
    let (answer, give) = (reading(&known, sent).map_err(Refusal::Invalid)?, sent.give);
    writer.append_blocking(move |entries| record(entries, give, answer, None)).map(|_| ())
}

fn record(
    entries: &Entries<'_, EvaluationEntry>,
    give: bool,
    answer: Answer,
    seen: Option<u64>,
) -> Result<Done, Refusal> {
    if give {
        return recording::record(entries, &EvaluationEntry::Given(answer));
    }
    let (now, state) = (entries.now(), entries.stamp().state);
    let known = queries::known(now, &answer.evaluation)?.ok_or(Refusal::NotFound)?;
    if !known.rules.guests().contains_key(&state) {
        return Err(Refusal::NotFound);
    }
    let stands = queries::draft(now, &answer.evaluation, state)?.map_or(0, |draft| draft.position);
    if seen.is_some_and(|seen| seen != stands) {
        return Err(Refusal::conflict("evaluations-fault-changed"));
    }
    if saved(now, &answer.evaluation, state)? >= DRAFTS_MAX {
        return Err(Refusal::conflict("evaluations-fault-many"));
    }
    entries.append(&EvaluationEntry::Drafted(answer))?;
    Ok(Done::Taken)
}

/// Answers how often a delegation has saved a draft that it has not given.
fn saved(now: &rusqlite::Connection, of: &crate::meetings::Symbol, party: StateCode) -> Result<u64, StoreError> {
    let mut statement = now
        .prepare_cached("SELECT coalesce(max(times), 0) FROM evaluations_draft WHERE evaluation = ?1 AND party = ?2")?;
    Ok(statement.query_row((of.as_str(), party.as_str()), |row| row.get(0))?)
}

fn reading(known: &Known, sent: &EvaluationAnswer) -> Result<Answer, Vec<InputFault>> {
    let mut found = Found::default();
    let unit = if sent.give { read::line("unit", &sent.unit) } else { read::maybe_line("unit", &sent.unit) };
    let unit = found.keep(unit);
    let replies: Vec<Reply> = sent.replies.iter().filter_map(|reply| found.keep(read::reply(reply))).collect();
    let chars: usize = replies.iter().map(|reply| reply.value.chars().count()).sum();
    if chars > ANSWER_CHARS_MAX {
        found.0.push(InputFault {
            said: Told::plain("evaluations-fault-long").with("most", ANSWER_CHARS_MAX),
            ..fault("unit", "evaluations-fault-long")
        });
    }
    let answer = Answer { evaluation: known.prepared.symbol.clone(), unit: unit.unwrap_or_default(), replies };
    match queries::replies(&answer) {
        None => found.0.push(fault("replies", "evaluations-fault-reply-twice")),
        Some(replies) => {
            // Every question that lacks its reply is named at once.
            for (number, question) in known.rules.questions() {
                let wrong = match replies.get(&number) {
                    None if question.required && sent.give => Some(conference::evaluations::ReplyFault::Missing),
                    None => None,
                    Some(reply) => question.takes(reply).err(),
                };
                let field = format!("reply_{number}");
                if let Some(wrong) = wrong
                    && found.0.iter().all(|fault| fault.field != field)
                {
                    found.0.push(pages::reply_fault(number, wrong));
                }
            }
            if let Err(Without::Reply(number, wrong)) = known.rules.check_draft(&replies)
                && known.rules.question(number).is_none()
            {
                found.0.push(pages::reply_fault(number, wrong));
            }
        }
    }
    if found.0.is_empty() { Ok(answer) } else { Err(found.0) }
}

/// Reads the form: what is typed for each question, or why it is not answered, and not both.
fn typed(known: &Known, filled: &Filled) -> Result<EvaluationAnswer, Vec<InputFault>> {
    let (mut replies, mut faults) = (Vec::new(), Vec::new());
    for (number, question) in &known.questions {
        let (field, why) = (format!("reply_{number}"), format!("declined_{number}"));
        let bare = EvaluationReply { question: *number, ..EvaluationReply::default() };
        let written = filled.typed(&field).trim().to_owned();
        let typed = (!written.is_empty()).then(|| written.clone());
        let reply = match question.asks.as_str() {
            "day" => EvaluationReply {
                day: Some(read::typed_day(filled, &field, &mut faults)).filter(|day| !day.is_empty()),
                ..bare.clone()
            },
            "yes_no" => EvaluationReply { yes_no: typed, ..bare.clone() },
            "one_of" => EvaluationReply { choice: typed.map(|chosen| chosen.parse().unwrap_or(0)), ..bare.clone() },
            "number" => {
                let number = typed.as_deref().map(str::parse::<i64>);
                if matches!(number, Some(Err(_))) {
                    faults.push(fault(&field, "evaluations-fault-number"));
                }
                EvaluationReply { number: number.and_then(Result::ok), ..bare.clone() }
            }
            _ => EvaluationReply { text: typed, ..bare.clone() },
        };
        let declined = filled.typed(&why).trim();
        match (reply == bare, declined.is_empty()) {
            (true, true) => {}
            (false, true) => replies.push(reply),
            (true, false) => replies.push(EvaluationReply { declined: Some(declined.to_owned()), ..bare }),
            (false, false) => faults.push(fault(&field, "evaluations-fault-reply-both")),
        }
    }
    let answer = EvaluationAnswer { unit: filled.typed("unit").to_owned(), give: false, replies };
    if faults.is_empty() {
        return Ok(answer);
    }
    if let Err(more) = reading(known, &EvaluationAnswer { give: filled.typed("step") == "give", ..answer }) {
        let named = |fault: &InputFault| faults.iter().all(|known| known.field != fault.field);
        let more: Vec<InputFault> = more.into_iter().filter(named).collect();
        faults.extend(more);
    }
    Err(faults)
}

fn filled_in(known: &Known, state: StateCode, draft: Option<&Draft>) -> Filled {
    let given = known.rules.guests().get(&state).and_then(|guest| guest.standing());
    let seen = draft.map_or(0, |draft| draft.position);
    let mut filled = Filled::new().with("seen", seen.to_string());
    let (unit, replies) = match (draft, given) {
        (Some(draft), _) => (draft.answer.unit.clone(), draft.answer.replies.clone()),
        (None, Some(given)) => {
            (given.unit.clone(), given.replies.iter().map(|(number, reply)| Reply::of(*number, reply)).collect())
        }
        (None, None) => return filled,
    };
    filled = filled.with("unit", unit);
    for reply in replies {
        let (field, why) = (format!("reply_{}", reply.question), format!("declined_{}", reply.question));
        filled = match reply.kind.as_str() {
            "declined" => filled.with(&why, reply.value),
            "day" => match reply.value.parse() {
                Ok(day) => filled.with_date(&field, day),
                Err(_) => filled,
            },
            _ => filled.with(&field, reply.value),
        };
    }
    filled
}

fn markup<P: Permit>(
    reader: &Reader<P>,
    visit: &Visit,
    known: &Known,
    draft: Option<&Draft>,
    filled: &Filled,
) -> Markup {
    let (voice, path, state) = (&visit.voice, known.path(), reader.caller().state);
    let party = reader.ground().identity.party_name(state, voice.language);
    let guest = known.rules.guests().get(&state);
    let late = guest.is_some_and(|guest| known.rules.as_of(reader.now()) > guest.deadline);
    let unit = Field::new("unit", "evaluations-answering-unit").hint("evaluations-answering-unit-hint");
    html! {
        h1 { (voice.tn("evaluations-answer-of", &[("party", party.into())])) }
        (fields::error_summary(voice, filled))
        (pages::heading(voice, known))
        @if let Some(guest) = guest {
            p { (voice.rich("evaluations-until", &[], &[("at", voice.instant(guest.deadline))])) }
            @if late { (parts::notice(Tone::Late, html! { p { (voice.t("evaluations-late-about")) } })) }
            @else if !guest.given.is_empty() { (parts::notice(Tone::Quiet, html! { p { (voice.t("evaluations-given-about")) } })) }
        }
        @if let Some(draft) = draft {
            p .aside { (voice.rich("evaluations-saved-at", &[], &[("at", voice.instant(draft.at))])) }
        }
        (fields::form(&format!("{path}/answer"), visit.csrf(), html! {
            (fields::hidden("seen", filled.typed("seen")))
            (fields::text_input(voice, filled, &unit.max_length(LINE_CHARS_MAX as u32).autocomplete("off")))
            @for (number, question) in &known.questions { (one(voice, filled, *number, question)) }
            div .row {
                button type="submit" name="step" value="give" { (voice.t("evaluations-give")) }
                button .plain type="submit" name="step" value="save" { (voice.t("evaluations-save")) }
                a .button .plain href=(path) { (voice.t("form-cancel")) }
            }
        }))
    }
}

/// Draws the fields of one question: its reply, and why it is not answered.
fn one(voice: &Voice, filled: &Filled, number: u8, question: &Question) -> Markup {
    let (field, why) = (format!("reply_{number}"), format!("declined_{number}"));
    let label = format!("{number}. {}", pages::plainly(voice, &question.words));
    let field = Field::labelled(&field, label);
    let field = if question.required { field } else { field.optional() };
    let none = || Choice::new("", voice.t("evaluations-reply-none"));
    let given: Vec<Choice<'_>> = match question.asks.as_str() {
        "yes_no" => YesNo::ALL.iter().map(|one| Choice::new(one.code(), voice.t(pages::yes_no_key(*one)))).collect(),
        _ => {
            let number = |at: usize| (at + 1).to_string();
            let choice = |(at, choice)| Choice::new(number(at), pages::plainly(voice, choice));
            question.choices.iter().enumerate().map(choice).collect()
        }
    };
    let choices: Vec<Choice<'_>> = std::iter::once(none()).chain(given).collect();
    html! {
        section .question {
            @match question.asks.as_str() {
                "yes_no" | "one_of" => { (fields::radios(voice, filled, &field, &choices)) }
                "number" => {
                    (fields::text_input(voice, filled, &field.hint_said(voice.tn("evaluations-number-hint", &[("unit", pages::plainly(voice, &question.unit).into())]))
                        .input_mode("numeric").max_length(14).autocomplete("off")))
                }
                "day" => { (fields::date_input(voice, filled, &field)) }
                _ => { (fields::textarea(voice, filled, &field.rows(4).max_length(TEXT_CHARS_MAX as u32))) }
            }
            (fields::text_input(voice, filled, &Field::new(&why, "evaluations-declined-why").max_length(TEXT_CHARS_MAX as u32).autocomplete("off").optional()))
        }
    }
}
