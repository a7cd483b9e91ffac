//! The same for machines: writing a claim down, at a match and of an alert, and what is owed. The rest is people's work on a page.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::desk::Permitted;
use base::web::{Problem, Refusal, Sent};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::{list, record};
use crate::alerts::permits::{ClaimAtMatch, ListClaims, RecordClaim};

/// This part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(list_by_call, record_by_call, at_match_by_call), components(schemas(Problem)))]
pub(in crate::alerts) struct Claims;

/// That whom an alert is about has asked one's own State for protection. Nothing of why, nor of which State they may flee from.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = ProtectionClaim)]
pub struct ClaimShown {
    /// The alert's reference.
    pub reference: String,
    /// Since when it shields: RFC 3339.
    pub since: String,
    /// To whom the person was brought: `asylum_authority`, `unhcr` or `both`; absent while that is owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub referred_to: Option<String>,
}

/// The claims that shield.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = ProtectionClaims)]
pub struct ClaimList {
    /// Those whose referral is owed first; a thousand at most.
    pub claims: Vec<ClaimShown>,
}

/// A claim to be written down.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ProtectionClaimSent, example = json!({ "against": "" }))]
pub struct ClaimSent {
    /// Three letters of the State that the person may flee from; empty where they did not say, which counts as the alert's owner.
    #[serde(default)]
    pub against: String,
}

/// The same, of a possible match.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ProtectionClaimAtMatch, example = json!({ "match": "01990000-0000-7000-8000-000000000001" }))]
pub struct ClaimAtMatchSent {
    /// The match.
    #[serde(rename = "match")]
    pub handle: String,
    /// As of a claim on an alert.
    #[serde(default)]
    pub against: String,
}

/// Lists the claims for protection that one's own State has heard.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/claims",
    operation_id = "list_protection_claims",
    tag = "alerts",
    responses((status = 200, description = "Claims that shield, and what is owed", body = ClaimList))
)]
pub(in crate::alerts) async fn list_by_call(permitted: Permitted<ListClaims>) -> Result<Json<ClaimList>, Refusal> {
    let (_, all) = list::shielding(permitted).await?;
    let shown = |claim: super::queries::Claim| ClaimShown {
        reference: claim.reference,
        since: claim.at.to_string(),
        referred_to: claim.referred.map(|(to, _)| to.code().to_owned()),
    };
    Ok(Json(ClaimList { claims: all.into_iter().map(shown).collect() }))
}

/// Writes down that whom an alert is about asks for protection: one's own officers protect them from now on, and do nothing else.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/claim",
    operation_id = "record_protection_claim",
    tag = "alerts",
    params(("reference" = String, Path, description = "The alert, of any State")),
    request_body = ClaimSent,
    responses(
        (status = 204, description = "It shields"),
        (status = 404, description = "No such alert in force", body = Problem),
        (status = 409, description = "The same is on record", body = Problem),
        (status = 422, description = "No State's code, or one's own", body = Problem)
    )
)]
pub(in crate::alerts) async fn record_by_call(
    permitted: Permitted<RecordClaim>,
    Path(reference): Path<String>,
    Sent(sent): Sent<ClaimSent>,
) -> Result<StatusCode, Refusal> {
    record::recorded(permitted, &reference, &sent.against).await?.map_err(|fault| Refusal::Invalid(vec![fault]))?;
    Ok(StatusCode::NO_CONTENT)
}

/// Writes down that the traveller of a possible match asks for protection.
#[utoipa::path(
    post,
    path = "/api/v1/person-matches/claim",
    operation_id = "claim_at_person_match",
    tag = "alerts",
    request_body = ClaimAtMatchSent,
    responses(
        (status = 204, description = "It shields; the match waits as before"),
        (status = 409, description = "It waits no longer, is another's, or the same is on record", body = Problem),
        (status = 422, description = "No State's code, or one's own", body = Problem)
    )
)]
pub(in crate::alerts) async fn at_match_by_call(
    permitted: Permitted<ClaimAtMatch>,
    Sent(sent): Sent<ClaimAtMatchSent>,
) -> Result<StatusCode, Refusal> {
    record::heard(permitted, &sent.handle, &sent.against).await?;
    Ok(StatusCode::NO_CONTENT)
}
