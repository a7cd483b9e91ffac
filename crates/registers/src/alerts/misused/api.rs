//! The same for machines: what is kept of holders beside an alert, entering it, ending it. Confirming it is a second person's work
//! on a page. Numbers go in and do not come out.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::desk::Permitted;
use base::web::{Problem, Refusal, Sent};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::queries::{self, Kept};
use super::typed::MisusedSent;
use super::{end, enter};
use crate::alerts::found;
use crate::alerts::permits::{EndMisused, EnterMisused, ShowMisused};

/// This part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(call, enter_by_call, end_by_call), components(schemas(Problem)))]
pub(in crate::alerts) struct Misuses;

/// What is kept of one holder. Neither number nor place.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MisusedShown {
    /// By which it is ended.
    pub seen: u64,
    /// The State that issued the document.
    pub issuing_state: String,
    /// What sort it is.
    pub kind: String,
    /// The day of the written consent.
    pub consented_on: String,
    /// Whether a second person has confirmed it, so that it clears.
    pub confirmed: bool,
}

/// All that is kept of holders beside one alert.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct MisusedList {
    /// The first entered first; five at most.
    pub holders: Vec<MisusedShown>,
}

/// Which holder's data are destroyed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "seen": 7 }))]
pub struct MisusedNamed {
    /// `seen` of the list.
    pub seen: u64,
}

/// Lists what is kept of holders whose identity the person of an alert of one's own State misuses.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/{reference}/misused",
    operation_id = "list_misused_identities",
    tag = "alerts",
    params(("reference" = String, Path, description = "The alert's reference")),
    responses(
        (status = 200, description = "What is kept", body = MisusedList),
        (status = 404, description = "No such alert of one's own State", body = Problem)
    )
)]
pub(in crate::alerts) async fn call(
    permitted: Permitted<ShowMisused>,
    Path(reference): Path<String>,
) -> Result<Json<MisusedList>, Refusal> {
    let resource = found::own(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let id = found::alert(&reader, &reference)?.id;
    let kept = reader.ask(|connection| queries::of_alert(connection, id))?;
    let shown = |one: Kept| MisusedShown {
        seen: one.entered_at,
        issuing_state: one.issuer.to_string(),
        kind: one.kind.code().to_owned(),
        consented_on: one.consented_on.to_string(),
        confirmed: one.confirmed.is_some(),
    };
    Ok(Json(MisusedList { holders: kept.into_iter().map(shown).collect() }))
}

/// Keeps what clears a holder at a check, with their written consent. A second person confirms it, on a page.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/misused",
    operation_id = "enter_misused_identity",
    tag = "alerts",
    params(("reference" = String, Path, description = "The alert's reference")),
    request_body = MisusedSent,
    responses(
        (status = 204, description = "It waits for a second person"),
        (status = 404, description = "No such alert of one's own State", body = Problem),
        (status = 409, description = "The alert has ended, or keeps this document or five already", body = Problem),
        (status = 422, description = "Every fault by its field", body = Problem)
    )
)]
pub(in crate::alerts) async fn enter_by_call(
    permitted: Permitted<EnterMisused>,
    Path(reference): Path<String>,
    Sent(sent): Sent<MisusedSent>,
) -> Result<StatusCode, Refusal> {
    enter::entered(permitted, &reference, &sent).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Destroys what is kept of a holder, at their request.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/misused/end",
    operation_id = "end_misused_identity",
    tag = "alerts",
    params(("reference" = String, Path, description = "The alert's reference")),
    request_body = MisusedNamed,
    responses(
        (status = 204, description = "Destroyed"),
        (status = 404, description = "No such alert of one's own State", body = Problem),
        (status = 409, description = "It is gone already", body = Problem)
    )
)]
pub(in crate::alerts) async fn end_by_call(
    permitted: Permitted<EndMisused>,
    Path(reference): Path<String>,
    Sent(sent): Sent<MisusedNamed>,
) -> Result<StatusCode, Refusal> {
    end::ended(permitted, &reference, &sent.seen.to_string()).await?;
    Ok(StatusCode::NO_CONTENT)
}
