//! The same for machines of the State at which a case was lodged: opening, listing, answering; and what the panel decided.
//!
//! Nothing that leaves here says who asks, in whose words, or whether there is an alert. What the panel does is people's work on pages.

use axum::Json;
use axum::extract::Path;
use axum::http::{HeaderName, StatusCode, header};
use base::access::Resource;
use base::desk::Permitted;
use base::web::{Asked, Problem, Refusal, Sent};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::open::Terms;
use super::permits::{AnswerCase, ListCases, ListDecisions, OpenCase, ShowCase};
use super::queries::{self, Case, PAGE_ROWS};
use super::typed::{AnswerSent, CaseSent};
use super::{answer as answering, found, open as opening};
use crate::alerts::today;

/// The room's part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(list, open, show, answer, decisions), components(schemas(Problem)))]
pub(super) struct Api;

/// A case of one's own State: what is asked for, until when, what was answered.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CaseShown {
    /// Its reference, as `RCM-R-2026-0007`.
    pub reference: String,
    /// `access`, `correction` or `deletion`.
    pub kind: String,
    /// On which day it was asked.
    pub lodged_on: String,
    /// The last day of the answer.
    pub due_on: String,
    /// Whether that day is over and there is none.
    pub overdue: bool,
    /// `granted`, `partly` or `refused`; absent before the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// Why not all of it; absent where all is granted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
    /// Whether it stands before the panel.
    pub referred: bool,
}

/// A page of one's own State's cases: the unanswered first, the first due before the others.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct CasePage {
    /// Up to 50 cases.
    pub cases: Vec<CaseShown>,
    /// What to send as `page` for the next; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<usize>,
}

/// What the panel decided, as it is published.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RulingShown {
    /// Its number within the year.
    pub number: u32,
    /// Its month, as `2026-03`.
    pub month: String,
    /// `protective`, `witness` or `accusing`: of what sort the alert was.
    pub sort: String,
    /// `keep`, `correct` or `delete`.
    pub ruling: String,
    /// `sound`, `wrong_person`, `wrong_data`, `no_basis`, `excessive` or `protection`.
    pub ground: String,
}

/// A page of what the panel decided, the last first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RulingPage {
    /// Up to 50 decisions.
    pub decisions: Vec<RulingShown>,
    /// What to send as `page` for the next; absent at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<usize>,
}

/// Lists one's own State's cases: the unanswered first, the first due before the others. No name in it.
#[utoipa::path(
    get,
    path = "/api/v1/redress",
    operation_id = "list_redress_cases",
    tag = "redress",
    params(("page" = Option<u64>, Query, description = "`next` of the page before")),
    responses(
        (status = 200, description = "Up to 50 cases", body = CasePage),
        (status = 422, description = "`page` is no number", body = Problem)
    )
)]
pub(super) async fn list(permitted: Permitted<ListCases>, Asked(asked): Asked) -> Result<Json<CasePage>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let page = page(asked.chosen("page").next())?;
    let caller = reader.caller();
    let officer = reader.ground().policy.allows::<OpenCase>(caller, &Resource::of(caller.state, "new".to_owned()));
    let state = caller.state;
    let mut all = if officer { reader.ask(|now| queries::of_state(now, state, page * PAGE_ROWS))? } else { Vec::new() };
    let next = (all.len() > PAGE_ROWS).then_some(page + 1);
    all.truncate(PAGE_ROWS);
    let day = today(reader.now());
    Ok(Json(CasePage { cases: all.iter().map(|case| CaseShown::of(case, day)).collect(), next }))
}

/// Opens a case at one's own State. What is answered is what whoever asked is to be told at once: reference and last day.
#[utoipa::path(
    post,
    path = "/api/v1/redress",
    operation_id = "open_redress_case",
    tag = "redress",
    request_body = CaseSent,
    responses(
        (
            status = 201,
            description = "Opened; `Location` leads to it",
            body = CaseShown,
            links(("case" = (operation_id = "show_redress_case", parameters(("reference" = "$response.body#/reference")))))
        ),
        (status = 422, description = "Every fault by its field", body = Problem)
    )
)]
pub(super) async fn open(
    permitted: Permitted<OpenCase>,
    Sent(sent): Sent<CaseSent>,
) -> Result<(StatusCode, [(HeaderName, String); 1], Json<CaseShown>), Refusal> {
    let own = Resource::of(permitted.caller().state, "new".to_owned());
    let writer = permitted.open_to_write(own).await?;
    let now = writer.reader().now();
    let new = sent.read(today(now)).map_err(Refusal::Invalid)?;
    let terms = Terms::at(&writer.reader().ground().identity.profile(), now);
    let reference = writer.append(move |entries| opening::open(entries, &terms, new)).await?;
    let case = found::case(writer.reader(), &reference)?;
    let location = [(header::LOCATION, format!("/api/v1/redress/{reference}"))];
    Ok((StatusCode::CREATED, location, Json(CaseShown::of(&case, today(now)))))
}

/// Answers one case: of one's own State, or one that stands before the panel.
#[utoipa::path(
    get,
    path = "/api/v1/redress/{reference}",
    operation_id = "show_redress_case",
    tag = "redress",
    params(("reference" = String, Path, description = "The case's reference, as RCM-R-2026-0007")),
    responses(
        (status = 200, description = "What is asked for, until when, what was answered", body = CaseShown),
        (status = 404, description = "No such case", body = Problem)
    )
)]
pub(super) async fn show(
    permitted: Permitted<ShowCase>,
    Path(reference): Path<String>,
) -> Result<Json<CaseShown>, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let case = found::case(&reader, &reference)?;
    Ok(Json(CaseShown::of(&case, today(reader.now()))))
}

/// Answers whoever asked.
#[utoipa::path(
    post,
    path = "/api/v1/redress/{reference}/answer",
    operation_id = "answer_redress_case",
    tag = "redress",
    params(("reference" = String, Path, description = "The case's reference")),
    request_body = AnswerSent,
    responses(
        (status = 204, description = "Answered"),
        (status = 404, description = "No such case of one's own State", body = Problem),
        (status = 409, description = "It is answered already", body = Problem),
        (status = 422, description = "Every fault by its field: a refusal needs a ground, and every answer a remedy", body = Problem)
    )
)]
pub(super) async fn answer(
    permitted: Permitted<AnswerCase>,
    Path(reference): Path<String>,
    Sent(sent): Sent<AnswerSent>,
) -> Result<StatusCode, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let new = sent.read().map_err(Refusal::Invalid)?;
    let petition = found::case(writer.reader(), &reference)?.petition;
    writer.append(move |entries| answering::answer(entries, petition, new)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lists what the panel decided, the last first. It names nobody.
#[utoipa::path(
    get,
    path = "/api/v1/redress/decisions",
    operation_id = "list_redress_decisions",
    tag = "redress",
    params(("page" = Option<u64>, Query, description = "`next` of the page before")),
    responses(
        (status = 200, description = "Up to 50 decisions", body = RulingPage),
        (status = 422, description = "`page` is no number", body = Problem)
    )
)]
pub(super) async fn decisions(
    permitted: Permitted<ListDecisions>,
    Asked(asked): Asked,
) -> Result<Json<RulingPage>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let page = page(asked.chosen("page").next())?;
    let mut all = reader.ask(|now| queries::decisions(now, page * PAGE_ROWS))?;
    let next = (all.len() > PAGE_ROWS).then_some(page + 1);
    all.truncate(PAGE_ROWS);
    let shown = |one: queries::Decision| RulingShown {
        number: one.number,
        month: format!("{:04}-{:02}", one.year, one.month),
        sort: one.sort.code().to_owned(),
        ruling: one.ruling.code().to_owned(),
        ground: one.ground.code().to_owned(),
    };
    Ok(Json(RulingPage { decisions: all.into_iter().map(shown).collect(), next }))
}

/// Reads which page is asked for: as many as a list could ever have.
fn page(sent: Option<&str>) -> Result<usize, Refusal> {
    let Some(sent) = sent else { return Ok(0) };
    let page: Option<usize> = sent.parse().ok().filter(|page| *page <= 10_000);
    page.ok_or_else(|| Refusal::field("page", "no-such-code", "redress-fault-page"))
}

impl CaseShown {
    fn of(case: &Case, today: Date) -> Self {
        CaseShown {
            reference: case.reference.clone(),
            kind: case.kind.code().to_owned(),
            lodged_on: case.lodged_on.to_string(),
            due_on: case.due_on.to_string(),
            overdue: case.is_overdue(today),
            outcome: case.answer.map(|(outcome, _, _)| outcome.code().to_owned()),
            ground: case.answer.and_then(|(_, ground, _)| ground).map(|ground| ground.code().to_owned()),
            referred: case.referred_on.is_some(),
        }
    }
}
