//! The same for machines: what waits, a thread, asking, answering.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::desk::Permitted;
use base::store::{Sealer, StoreError};
use base::web::{Problem, Refusal, Sent};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::answer::{Reply, say};
use super::ask::{Question, ask, to_ask};
use super::clock::Lateness;
use super::queries::{Request, Said, Thread};
use super::{list, thread};
use crate::alerts::found;
use crate::alerts::permits::{AnswerSupplement, AskSupplement, ListSupplements, ReadSupplement};

/// This part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(list_by_call, show_by_call, ask_by_call, answer_by_call), components(schemas(Problem)))]
pub(in crate::alerts) struct Supplements;

/// A question between two States, and how far it has come. Nothing of its words.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = SupplementShown)]
pub struct RequestShown {
    /// By which it is answered.
    pub asked_at: u64,
    /// The alert's reference.
    pub reference: String,
    /// The State whose alert it is, which answers.
    pub owner: String,
    /// The State that asks.
    pub asker: String,
    /// `identity`, `action`, `decision`, `whereabouts`, `protection_contact` or `other`.
    pub kind: String,
    /// Since when: RFC 3339.
    pub asked: String,
    /// By when an answer is due: RFC 3339.
    pub due: String,
    /// What the owner said last: `acknowledged`, `partial`, `answered` or `refused`; absent before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// `running`, `overdue`, `in_time` or `late`.
    pub lateness: String,
}

/// What waits between one's own State and others.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = SupplementList)]
pub struct RequestList {
    /// Those without a last word first, then by when they are due; five hundred at most.
    pub requests: Vec<RequestShown>,
}

/// One thing that the owner said.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = SupplementSaid)]
pub struct SaidShown {
    /// `acknowledged`, `partial`, `answered` or `refused`.
    pub reply: String,
    /// On what ground it is refused: `law`, `proceedings`, `safety` or `not_held`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
    /// What it says; may be empty.
    pub note: String,
    /// When: RFC 3339.
    pub at: String,
}

/// A question with its words.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = SupplementThread)]
pub struct ThreadShown {
    /// The question.
    pub request: RequestShown,
    /// What is asked in words; may be empty.
    pub note: String,
    /// What the owner said, the first first.
    pub said: Vec<SaidShown>,
}

/// All that one's own State may see of what was asked about an alert.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = SupplementThreads)]
pub struct ThreadList {
    /// The first asked first.
    pub threads: Vec<ThreadShown>,
}

/// What is asked.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SupplementQuestion, example = json!({ "kind": "action" }))]
pub struct QuestionSent {
    /// `identity`, `action`, `decision`, `whereabouts`, `protection_contact` or `other`.
    pub kind: String,
    /// In words, with `other` alone: at most 500 characters.
    #[serde(default)]
    pub note: String,
}

/// What the owner says.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SupplementReply, example = json!({ "asked_at": 1, "reply": "acknowledged" }))]
pub struct ReplySent {
    /// `asked_at` of the question.
    pub asked_at: u64,
    /// `acknowledged`, `partial`, `answered` or `refused`.
    pub reply: String,
    /// With `refused` alone: `law`, `proceedings`, `safety` or `not_held`.
    #[serde(default)]
    pub ground: String,
    /// With `partial` and `answered` alone: at most 500 characters.
    #[serde(default)]
    pub note: String,
}

/// Lists what waits between one's own State and others.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/supplements",
    operation_id = "list_supplements",
    tag = "alerts",
    responses((status = 200, description = "Questions to answer and questions asked", body = RequestList))
)]
pub(in crate::alerts) async fn list_by_call(
    permitted: Permitted<ListSupplements>,
) -> Result<Json<RequestList>, Refusal> {
    let (reader, all) = list::waiting(permitted).await?;
    Ok(Json(RequestList { requests: all.iter().map(|one| RequestShown::of(one, reader.now())).collect() }))
}

/// Answers what was asked and said about one alert.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/{reference}/supplements",
    operation_id = "show_supplements",
    tag = "alerts",
    params(("reference" = String, Path, description = "The alert's reference, as RCM-A-2026-0007")),
    responses(
        (status = 200, description = "Every thread that one's own State is a party to", body = ThreadList),
        (status = 404, description = "Neither one's own alert nor one that one's own officers confirmed", body = Problem)
    )
)]
pub(in crate::alerts) async fn show_by_call(
    permitted: Permitted<ReadSupplement>,
    Path(reference): Path<String>,
) -> Result<Json<ThreadList>, Refusal> {
    let (reader, threads) = thread::found_for_call(permitted, &reference).await?;
    let sealer = reader.ground().keys.sealer();
    let shown = threads.into_iter().map(|one| ThreadShown::of(one, sealer, reader.now()));
    Ok(Json(ThreadList { threads: shown.collect::<Result<_, _>>()? }))
}

/// Asks the owner of an alert with which one's own officers have confirmed a match.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/supplements",
    operation_id = "ask_supplement",
    tag = "alerts",
    params(("reference" = String, Path, description = "The other State's alert")),
    request_body = QuestionSent,
    responses(
        (status = 204, description = "Asked; the clock runs"),
        (status = 404, description = "One's own officers have confirmed no match with such an alert", body = Problem),
        (status = 409, description = "The same is asked already, or nothing may go to that State", body = Problem),
        (status = 422, description = "A question of no list, or words that may not stand", body = Problem)
    )
)]
pub(in crate::alerts) async fn ask_by_call(
    permitted: Permitted<AskSupplement>,
    Path(reference): Path<String>,
    Sent(sent): Sent<QuestionSent>,
) -> Result<StatusCode, Refusal> {
    let resource = to_ask(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let question = Question::read(&sent.kind, &sent.note).map_err(Refusal::Invalid)?;
    writer.append(move |entries| ask(entries, &reference, question)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Answers what another State asks about one's own alert.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/supplements/answer",
    operation_id = "answer_supplement",
    tag = "alerts",
    params(("reference" = String, Path, description = "One's own State's alert")),
    request_body = ReplySent,
    responses(
        (status = 204, description = "Said"),
        (status = 404, description = "No such alert of one's own State", body = Problem),
        (status = 409, description = "No such question, or it has its last word", body = Problem),
        (status = 422, description = "A reply or a ground of no list, or words that may not stand", body = Problem)
    )
)]
pub(in crate::alerts) async fn answer_by_call(
    permitted: Permitted<AnswerSupplement>,
    Path(reference): Path<String>,
    Sent(sent): Sent<ReplySent>,
) -> Result<StatusCode, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let reply = Reply::read(&sent.reply, &sent.ground, &sent.note).map_err(Refusal::Invalid)?;
    writer.append(move |entries| say(entries, &reference, sent.asked_at, reply)).await?;
    Ok(StatusCode::NO_CONTENT)
}

impl RequestShown {
    fn of(request: &Request, now: Timestamp) -> Self {
        let lateness = match request.lateness(now) {
            Lateness::Running => "running",
            Lateness::Overdue => "overdue",
            Lateness::InTime => "in_time",
            Lateness::Late => "late",
        };
        RequestShown {
            asked_at: request.asked_at,
            reference: request.reference.clone(),
            owner: request.owner.to_string(),
            asker: request.asker.to_string(),
            kind: request.kind.code().to_owned(),
            asked: request.asked.to_string(),
            due: request.due.to_string(),
            last: request.last.map(|(reply, _)| reply.code().to_owned()),
            lateness: lateness.to_owned(),
        }
    }
}

impl ThreadShown {
    fn of(thread: Thread, sealer: &Sealer, now: Timestamp) -> Result<Self, StoreError> {
        let said = |one: Said| {
            Ok(SaidShown {
                reply: one.reply.code().to_owned(),
                ground: one.ground.map(|ground| ground.code().to_owned()),
                note: one.note.open(sealer)?,
                at: one.at.to_string(),
            })
        };
        Ok(ThreadShown {
            request: RequestShown::of(&thread.request, now),
            note: thread.note.open(sealer)?,
            said: thread.said.into_iter().map(said).collect::<Result<_, StoreError>>()?,
        })
    }
}
