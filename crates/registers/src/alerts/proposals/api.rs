//! The same for machines: the list, proposing, answering. What is accepted is then done by the acts of the alert itself.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::desk::Permitted;
use base::store::{Sealer, StoreError};
use base::web::{Problem, Refusal, Sent};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::answer::{Answer, answer};
use super::list;
use super::make::{propose, read, to_make};
use super::queries::{Outcome, Proposal};
use crate::alerts::found;
use crate::alerts::permits::{AnswerProposal, ListProposals, ProposeToOwner};

/// This part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(call, propose_by_call, answer_by_call), components(schemas(Problem)))]
pub(in crate::alerts) struct Proposals;

/// What one State proposes to the owner of an alert.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = AlertProposalShown)]
pub struct ProposalShown {
    /// By which it is named.
    pub proposal: u64,
    /// The alert's reference.
    pub reference: String,
    /// Whose alert it is.
    pub owner: String,
    /// Who proposes.
    pub by: String,
    /// `correct`, `withdraw`, `identify` or `achieved`.
    pub kind: String,
    /// Why, or what.
    pub said: String,
    /// When: RFC 3339.
    pub at: String,
    /// Of an achieved purpose: the day from which the alert is in force no longer, unless a second person says why it is still needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ends: Option<String>,
    /// `open`, `accepted`, `refused`, `still_needed` or `ended`.
    pub outcome: String,
    /// Why it was refused: `checked`, `other_person`, `decision` or `unclear`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
}

/// Proposals about one's own State's alerts, and those that it made.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = AlertProposalList)]
pub struct ProposalList {
    /// The last first; two hundred at most.
    pub proposals: Vec<ProposalShown>,
}

/// What is proposed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AlertProposalSent, example = json!({ "kind": "correct", "said": "El segundo apellido es otro (ficticio)." }))]
pub struct ProposalSent {
    /// `correct`, `withdraw`, `identify` or `achieved`.
    pub kind: String,
    /// Why, or what, in at most 500 characters.
    pub said: String,
}

/// What the owner answers.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AlertProposalAnswer, example = json!({ "proposal": 41, "answer": "checked" }))]
pub struct ProposalAnswer {
    /// By which it is named.
    pub proposal: u64,
    /// `accept`, or why not: `checked`, `other_person`, `decision` or `unclear`.
    pub answer: String,
}

/// Lists proposals about one's own State's alerts, and those that it made to others.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/proposals",
    operation_id = "list_alert_proposals",
    tag = "alerts",
    responses((status = 200, description = "Until the alert is destroyed", body = ProposalList))
)]
pub(in crate::alerts) async fn call(permitted: Permitted<ListProposals>) -> Result<Json<ProposalList>, Refusal> {
    let (reader, all) = list::all(permitted).await?;
    let shown = all.into_iter().map(|one| shown(one, reader.ground().keys.sealer()));
    Ok(Json(ProposalList { proposals: shown.collect::<Result<_, _>>()? }))
}

fn shown(one: Proposal, sealer: &Sealer) -> Result<ProposalShown, StoreError> {
    Ok(ProposalShown {
        proposal: one.proposed_at,
        reference: one.reference,
        owner: one.owner.to_string(),
        by: one.by.to_string(),
        kind: one.kind.code().to_owned(),
        said: one.said.open(sealer)?,
        at: one.at.to_string(),
        ends: one.ends.map(|day| day.to_string()),
        outcome: one.outcome.code().to_owned(),
        ground: match one.outcome {
            Outcome::Refused(ground) => Some(ground.code().to_owned()),
            _ => None,
        },
    })
}

/// Proposes something to the owner of another State's alert. That its purpose is achieved ends it after fifteen days, unless its owner says why not.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/proposal",
    operation_id = "propose_to_owner",
    tag = "alerts",
    params(("reference" = String, Path, description = "The other State's alert, as RCM-A-2026-0007")),
    request_body = ProposalSent,
    responses(
        (status = 204, description = "Its owner is told"),
        (status = 404, description = "No such alert of another State in force", body = Problem),
        (status = 409, description = "The same is proposed already, or ten things were", body = Problem),
        (status = 422, description = "A kind of no list, or a text that does not belong here", body = Problem)
    )
)]
pub(in crate::alerts) async fn propose_by_call(
    permitted: Permitted<ProposeToOwner>,
    Path(reference): Path<String>,
    Sent(sent): Sent<ProposalSent>,
) -> Result<StatusCode, Refusal> {
    let resource = to_make(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let made = read(&sent.kind, &sent.said).map_err(Refusal::Invalid)?;
    writer.append(move |entries| propose(entries, &reference, made)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Answers a proposal about one's own State's alert.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/proposal/answer",
    operation_id = "answer_alert_proposal",
    tag = "alerts",
    params(("reference" = String, Path, description = "The alert's reference")),
    request_body = ProposalAnswer,
    responses(
        (status = 204, description = "On record; who proposed sees it"),
        (status = 404, description = "No such alert of one's own State", body = Problem),
        (status = 409, description = "No such proposal is open, or it says that the purpose is achieved", body = Problem),
        (status = 422, description = "An answer of no list", body = Problem)
    )
)]
pub(in crate::alerts) async fn answer_by_call(
    permitted: Permitted<AnswerProposal>,
    Path(reference): Path<String>,
    Sent(sent): Sent<ProposalAnswer>,
) -> Result<StatusCode, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let said = Answer::read(&sent.answer)
        .ok_or_else(|| Refusal::field("answer", "no-such-code", "alerts-proposal-fault-answer"))?;
    writer.append(move |entries| answer(entries, &reference, sent.proposal, said).map(|_| ())).await?;
    Ok(StatusCode::NO_CONTENT)
}
