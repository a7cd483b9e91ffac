//! The same for machines: how codes are said in every answer with an alert's content, and permitting something.

use axum::extract::Path;
use axum::http::StatusCode;
use base::desk::Permitted;
use base::web::{Problem, Refusal, Sent};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::Handling;
use super::permit::{HandlingPermit, given};
use super::take_back::{HandlingTaken, taken};
use crate::alerts::permits::{PermitHandling, TakeBackHandling};

/// This part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(permit_by_call, take_back_by_call), components(schemas(Problem)))]
pub(in crate::alerts) struct Handlings;

/// What may not be done with what is answered. It binds whoever has it, and goes with it wherever it goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct HandlingShown {
    /// `H1`: not in judicial proceedings; `H2`: not handed on; either without the owner's permission. `H3`: as `restriction` says.
    pub codes: Vec<String>,
    /// What H3 restricts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub restriction: Option<String>,
}

impl HandlingShown {
    /// Writes the codes of a version.
    pub(in crate::alerts) fn of(handling: Handling) -> Self {
        let codes = handling.codes.iter().map(|code| code.code().to_owned()).collect();
        HandlingShown { codes, restriction: handling.restriction }
    }
}

/// Permits another State something in spite of a code of one's own State's alert.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/permit",
    operation_id = "permit_alert_handling",
    tag = "alerts",
    params(("reference" = String, Path, description = "The alert's reference")),
    request_body = HandlingPermit,
    responses(
        (status = 204, description = "Recorded"),
        (status = 404, description = "No such alert of one's own State", body = Problem),
        (status = 409, description = "It is not in force, or has no such code", body = Problem),
        (status = 422, description = "Every fault by its field", body = Problem)
    )
)]
pub(in crate::alerts) async fn permit_by_call(
    permitted: Permitted<PermitHandling>,
    Path(reference): Path<String>,
    Sent(sent): Sent<HandlingPermit>,
) -> Result<StatusCode, Refusal> {
    given(permitted, &reference, &sent).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes back all that another State was permitted in spite of a code, before its day.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/permit/end",
    operation_id = "take_back_alert_permission",
    tag = "alerts",
    params(("reference" = String, Path, description = "The alert's reference")),
    request_body = HandlingTaken,
    responses(
        (status = 204, description = "The code binds again"),
        (status = 404, description = "No such alert of one's own State", body = Problem),
        (status = 409, description = "Nothing holds that could be taken back", body = Problem),
        (status = 422, description = "Every fault by its field", body = Problem)
    )
)]
pub(in crate::alerts) async fn take_back_by_call(
    permitted: Permitted<TakeBackHandling>,
    Path(reference): Path<String>,
    Sent(sent): Sent<HandlingTaken>,
) -> Result<StatusCode, Refusal> {
    taken(permitted, &reference, &sent).await?;
    Ok(StatusCode::NO_CONTENT)
}
