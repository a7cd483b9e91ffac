//! The same for machines: breaking the glass and reading what is open, listing what was broken, saying what was found. A person stands
//! behind every word: tokens are people's own.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::access::Resource;
use base::desk::Permitted;
use base::web::{Problem, Refusal, Sent};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::queries::{self, Answer, Breaking};
use super::{act, answer, list, read};
use crate::alerts::handling::HandlingShown;
use crate::alerts::permits::{AnswerBreaking, BreakGlass, ListBreakings, ReadBroken};

/// This part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(break_by_call, read_by_call, list_by_call, answer_by_call), components(schemas(Problem)))]
pub(in crate::alerts) struct Glasses;

/// Why the glass is broken.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "reason": "life", "said": "La persona está herida y huye (ficticio).", "sure": true }))]
pub struct GlassSent {
    /// `life`, `violence`, `child`, `care` or `others`.
    pub reason: String,
    /// In words, in at most 300 characters; the oversight of both States reads it.
    pub said: String,
    /// That whoever asks knows what follows: the oversight of both States is told, and it stays on record.
    #[serde(default)]
    pub sure: bool,
}

/// Until when it is open.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct GlassOpened {
    /// RFC 3339.
    pub until: String,
}

/// The sealed part of an alert that is open to the caller. To be read, and not handed on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct GlassRead {
    /// When it closes: RFC 3339.
    pub until: String,
    /// The State whose alert it is.
    pub owner: String,
    /// How that State is reached; may be empty.
    pub contact: String,
    /// Why the person is looked for.
    pub because: String,
    /// What is asked for, or what one's own State's officers do instead.
    pub action: String,
    /// Of what they are accused, where they are and one's own State has not flagged it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offence: Option<String>,
    /// Which authority asks for it.
    pub authority: String,
    /// What may not be done with it; absent where nothing is restricted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handling: Option<HandlingShown>,
}

/// That somebody broke the glass.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct BreakingShown {
    /// By which it is answered.
    pub breaking: u64,
    /// The alert's reference.
    pub reference: String,
    /// Whose officer it was.
    pub state: String,
    /// Whose alert it is.
    pub owner: String,
    /// Who; absent where they are another State's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// `life`, `violence`, `child`, `care` or `others`.
    pub reason: String,
    /// In words.
    pub said: String,
    /// When: RFC 3339.
    pub at: String,
    /// When it closed, or will: RFC 3339.
    pub until: String,
    /// By when one's own State says what it found: RFC 3339.
    pub due: String,
    /// Whether that has passed without an answer.
    pub overdue: bool,
    /// What was found, by either State.
    pub answers: Vec<BreakingAnswer>,
}

/// What the oversight of a State found.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct BreakingAnswer {
    /// Which State's.
    pub state: String,
    /// `justified` or `not_justified`.
    pub finding: String,
    /// In words.
    pub note: String,
    /// When: RFC 3339.
    pub at: String,
}

/// Breakings by one's own State's officers, and of its alerts.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct BreakingList {
    /// Those without an answer first, then the last first; two hundred at most.
    pub breakings: Vec<BreakingShown>,
}

/// What one's own State's oversight found.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "breaking": 7, "finding": "justified", "note": "No había otra vía a tiempo (ficticio)." }))]
pub struct BreakingFound {
    /// `breaking` of the list.
    pub breaking: u64,
    /// `justified` or `not_justified`.
    pub finding: String,
    /// In words, in at most 300 characters.
    pub note: String,
}

/// Breaks the glass of another State's alert: its sealed part is open to the caller alone, for an hour. The oversight of both States is told
/// first.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/glass",
    operation_id = "break_glass",
    tag = "alerts",
    params(("reference" = String, Path, description = "The other State's alert, as RCM-A-2026-0007")),
    request_body = GlassSent,
    responses(
        (status = 200, description = "Open, and until when", body = GlassOpened),
        (status = 404, description = "No such alert of another State in force", body = Problem),
        (status = 409, description = "Open already, closed because the person asks for protection, or too much is unanswered", body = Problem),
        (status = 422, description = "No reason, no words, or not sure", body = Problem)
    )
)]
pub(in crate::alerts) async fn break_by_call(
    permitted: Permitted<BreakGlass>,
    Path(reference): Path<String>,
    Sent(sent): Sent<GlassSent>,
) -> Result<Json<GlassOpened>, Refusal> {
    let resource = act::to_break(&permitted, &reference).await?;
    let danger = match act::read(&sent.reason, &sent.said) {
        Ok(danger) if sent.sure => danger,
        read => {
            permitted.open_with_outcome(resource, "confirm").await?;
            return Err(match read {
                Ok(_) => Refusal::field("sure", "missing", "alerts-glass-fault-sure"),
                Err(faults) => Refusal::Invalid(faults),
            });
        }
    };
    let until = act::breaking(permitted, resource, reference, danger).await?;
    Ok(Json(GlassOpened { until: until.to_string() }))
}

/// Reads what is open to the caller, until it closes.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/{reference}/broken",
    operation_id = "read_broken_glass",
    tag = "alerts",
    params(("reference" = String, Path, description = "The other State's alert")),
    responses(
        (status = 200, description = "The sealed part", body = GlassRead),
        (status = 404, description = "Nothing is open to the caller, or no longer", body = Problem)
    )
)]
pub(in crate::alerts) async fn read_by_call(
    permitted: Permitted<ReadBroken>,
    Path(reference): Path<String>,
) -> Result<Json<GlassRead>, Refusal> {
    let read::Broken { reader, open, sealed, handling } = read::broken(permitted, &reference).await?;
    Ok(Json(GlassRead {
        until: open.ends.to_string(),
        owner: open.shown.owner.to_string(),
        contact: reader.ground().identity.contact(open.shown.owner),
        because: sealed.reason,
        action: sealed.action.code().to_owned(),
        offence: sealed.offence.map(|offence| offence.code().to_owned()),
        authority: sealed.authority,
        handling: handling.map(HandlingShown::of),
    }))
}

/// Lists the breakings by one's own State's officers, and of its alerts by others'.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/breakings",
    operation_id = "list_breakings",
    tag = "alerts",
    responses((status = 200, description = "Those without an answer first", body = BreakingList))
)]
pub(in crate::alerts) async fn list_by_call(
    permitted: Permitted<ListBreakings>,
) -> Result<Json<BreakingList>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (state, now) = (reader.caller().state, reader.now());
    let all = reader.ask(|connection| queries::of_state(connection, state))?;
    let sealer = reader.ground().keys.sealer();
    let answer = |one: &Answer| {
        Ok(BreakingAnswer {
            state: one.state.to_string(),
            finding: one.finding.code().to_owned(),
            note: one.note.open(sealer)?,
            at: one.at.to_string(),
        })
    };
    let shown = |one: &Breaking| {
        Ok(BreakingShown {
            breaking: one.broken_at,
            reference: one.reference.clone(),
            state: one.state.to_string(),
            owner: one.owner.to_string(),
            person: list::named(&reader, one)?,
            reason: one.reason.code().to_owned(),
            said: one.said.open(sealer)?,
            at: one.at.to_string(),
            until: one.ends.to_string(),
            due: one.due().to_string(),
            overdue: one.is_overdue(state, now),
            answers: one.answers.iter().map(answer).collect::<Result<_, Refusal>>()?,
        })
    };
    Ok(Json(BreakingList { breakings: all.iter().map(shown).collect::<Result<_, Refusal>>()? }))
}

/// Says what the caller's State's oversight found about a breaking.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/breakings/answer",
    operation_id = "answer_breaking",
    tag = "alerts",
    request_body = BreakingFound,
    responses(
        (status = 204, description = "On record"),
        (status = 404, description = "It concerns neither one's own State's officers nor its alerts", body = Problem),
        (status = 409, description = "One's own State has said so already", body = Problem),
        (status = 422, description = "Every fault by its field", body = Problem)
    )
)]
pub(in crate::alerts) async fn answer_by_call(
    permitted: Permitted<AnswerBreaking>,
    Sent(sent): Sent<BreakingFound>,
) -> Result<StatusCode, Refusal> {
    answer::answered(permitted, sent.breaking, answer::read(&sent.finding, &sent.note)).await?;
    Ok(StatusCode::NO_CONTENT)
}
