//! The same list for machines: `GET /api/v1/concerns`.

use axum::Json;
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use super::concern::{self, Concern};
use super::{Concerns, list};
use crate::access::Resource;
use crate::desk::Permitted;
use crate::web::{Asked, Problem, Refusal};

/// A concern as a machine learns of it: it names nobody.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Concern)]
pub struct ConcernShown {
    /// Its id.
    pub id: Uuid,
    /// What was seen.
    pub kind: String,
    /// `open`, `acknowledged` or `closed`.
    pub standing: String,
    /// The State or organisation whose people it concerns, three letters.
    pub party: String,
    /// The post's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub post: Option<String>,
    /// `page`, `api` or `command`.
    pub via: String,
    /// How many acts were counted.
    pub counted: u64,
    /// When it was raised.
    #[schema(value_type = String, format = DateTime)]
    pub raised_at: jiff::Timestamp,
    /// Whether the second line has lifted the stop.
    pub lifted: bool,
}

/// A page of concerns.
#[derive(Debug, Serialize, ToSchema)]
pub struct ConcernList {
    /// Those that nobody has closed first, at most 50.
    pub concerns: Vec<ConcernShown>,
    /// How many there are in all.
    pub total: u64,
}

/// Answers a page of concerns.
#[utoipa::path(
    get,
    path = "/api/v1/concerns",
    tag = "oversight",
    operation_id = "concerns",
    summary = "List concerns",
    description = "Acts that looked like carrying a register away, for whoever supervises. Permit `oversight.list`.",
    params(("page" = Option<u64>, Query, description = "Page, from 1; 50 concerns each")),
    responses(
        (status = 200, description = "Concerns", body = ConcernList),
        (status = 401, description = "No token, or one that has ended", body = Problem),
        (status = 404, description = "Nothing here for this caller", body = Problem),
        (status = 422, description = "`page` is no whole number", body = Problem),
        (status = 429, description = "Too many requests", body = Problem),
        (status = 503, description = "The access log cannot be written", body = Problem),
    ),
    security(("token" = []))
)]
pub(super) async fn list(permitted: Permitted<Concerns>, Asked(asked): Asked) -> Result<Json<ConcernList>, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let page = page(asked.chosen("page").next())?;
    let of = list::reach(reader.caller());
    let (concerns, total) = reader.ask(|base| concern::page(base, of, page))?;
    Ok(Json(ConcernList { concerns: concerns.into_iter().map(ConcernShown::of).collect(), total }))
}

/// Reads which page is asked for: the first where none is named, and none beyond a million. One that is named and left empty is
/// no page.
fn page(typed: Option<&str>) -> Result<u64, Refusal> {
    let said = typed.map_or(Ok(1), str::parse::<i64>).ok().and_then(|page| u64::try_from(page).ok());
    said.map(|page| page.clamp(1, 1_000_000)).ok_or_else(|| Refusal::field("page", "page-form", "concerns-page-form"))
}

/// Answers this room's part of the OpenAPI document.
pub(super) fn described() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(list))]
    struct Described;
    Described::openapi()
}

impl ConcernShown {
    fn of(concern: Concern) -> Self {
        ConcernShown {
            id: concern.id,
            kind: concern.kind,
            standing: concern.standing.code().to_owned(),
            party: concern.party.to_string(),
            post: concern.post,
            via: concern.via,
            counted: concern.counted,
            raised_at: concern.raised_at,
            lifted: concern.lifted.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_page_is_a_number_and_one_left_empty_is_none() {
        assert_eq!(
            (page(None).ok(), page(Some("3")).ok(), page(Some("9999999999")).ok()),
            (Some(1), Some(3), Some(1_000_000))
        );
        for wrong in ["", "-1", "two"] {
            assert!(page(Some(wrong)).is_err(), "{wrong:?}");
        }
    }
}
