//! The same for machines: one's own State's flags, asking for one, lifting one. Deciding one is a second person's work on a page.

use axum::Json;
use axum::extract::Path;
use axum::http::StatusCode;
use base::access::Resource;
use base::desk::Permitted;
use base::web::{InputFault, Problem, Refusal, Said, Sent};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::ask::{ask, counted, lift, of_flag};
use super::queries;
use super::{FlagReason, Instead};
use crate::alerts::draft::of_child;
use crate::alerts::permits::{AskFlag, LiftFlag, ListFlags};
use crate::alerts::today;

/// This part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(call, flag_by_call, lift_by_call), components(schemas(Problem)))]
pub(in crate::alerts) struct Flags;

/// One's own State's flag on another State's alert.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct FlagShown {
    /// The alert's reference.
    pub reference: String,
    /// Whose alert it is.
    pub owner: String,
    /// `law`, `protection`, `interest` or `judged`.
    pub reason: String,
    /// What one's own officers see: `nothing`, `protect`, `locate` or `ask_owner`.
    pub instead: String,
    /// Since when they do: RFC 3339; absent while it waits for a second person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
}

/// All flags of one's own State that have not ended.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct FlagList {
    /// The last first; a thousand at most.
    pub flags: Vec<FlagShown>,
}

/// Why one's own State does not act on an alert as it asks, and what its officers see instead.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "reason": "law", "instead": "ask_owner" }))]
pub struct FlagSent {
    /// `law`, `protection`, `interest` or `judged`.
    pub reason: String,
    /// `nothing`, `protect`, `locate` or `ask_owner`.
    pub instead: String,
}

/// Lists one's own State's flags on other States' alerts, and those that wait for a second person.
#[utoipa::path(
    get,
    path = "/api/v1/alerts/flags",
    operation_id = "list_alert_flags",
    tag = "alerts",
    responses((status = 200, description = "Flags that have not ended", body = FlagList))
)]
pub(in crate::alerts) async fn call(permitted: Permitted<ListFlags>) -> Result<Json<FlagList>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (state, child, day) = (reader.caller().state, of_child(reader.caller()), today(reader.now()));
    let all = reader.ask(|connection| queries::of_state(connection, state, child, day))?;
    let shown = |flag: queries::Flag| FlagShown {
        reference: flag.reference,
        owner: flag.owner.to_string(),
        reason: flag.reason.code().to_owned(),
        instead: flag.instead.code().to_owned(),
        since: flag.since.map(|at| at.to_string()),
    };
    Ok(Json(FlagList { flags: all.into_iter().map(shown).collect() }))
}

/// Asks for a flag on another State's alert. A second person decides it, on a page.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/flag",
    operation_id = "flag_person_alert",
    tag = "alerts",
    params(("reference" = String, Path, description = "The other State's alert, as RCM-A-2026-0007")),
    request_body = FlagSent,
    responses(
        (status = 204, description = "It waits for a second person"),
        (status = 404, description = "No such alert of another State in force", body = Problem),
        (status = 409, description = "One's own State has flagged it already", body = Problem),
        (status = 422, description = "A reason or an action of no list", body = Problem)
    )
)]
pub(in crate::alerts) async fn flag_by_call(
    permitted: Permitted<AskFlag>,
    Path(reference): Path<String>,
    Sent(sent): Sent<FlagSent>,
) -> Result<StatusCode, Refusal> {
    let resource = counted(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    let (Some(reason), Some(instead)) = (FlagReason::read(&sent.reason), Instead::read(&sent.instead)) else {
        let mut faults = Vec::new();
        for (field, fine) in
            [("reason", FlagReason::read(&sent.reason).is_some()), ("instead", Instead::read(&sent.instead).is_some())]
        {
            if !fine {
                faults.push(InputFault::field(field, "no-such-code", Said::plain("alerts-fault-code")));
            }
        }
        return Err(Refusal::Invalid(faults));
    };
    writer.append(move |entries| ask(entries, &reference, reason, instead)).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lifts one's own State's flag: its officers see what the alert asks for again.
#[utoipa::path(
    post,
    path = "/api/v1/alerts/{reference}/flag/lift",
    operation_id = "lift_alert_flag",
    tag = "alerts",
    params(("reference" = String, Path, description = "The other State's alert")),
    responses(
        (status = 204, description = "Lifted"),
        (status = 404, description = "One's own State has no flag on such an alert", body = Problem)
    )
)]
pub(in crate::alerts) async fn lift_by_call(
    permitted: Permitted<LiftFlag>,
    Path(reference): Path<String>,
) -> Result<StatusCode, Refusal> {
    let resource = of_flag(&permitted, &reference).await?;
    let writer = permitted.open_to_write(resource).await?;
    writer.append(move |entries| lift(entries, &reference)).await?;
    Ok(StatusCode::NO_CONTENT)
}
