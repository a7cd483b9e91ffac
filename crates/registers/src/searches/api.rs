//! The same search for machines: `POST /api/v1/person-searches`.

use axum::Json;
use base::desk::Permitted;
use base::web::{Problem, Refusal, Sent};
use utoipa::OpenApi;

use super::SearchPerson;
use super::search::search;
use crate::alerts::matches::{PersonAnswer, TravellerSent};

/// Answers who a person without a document could be.
#[utoipa::path(
    post,
    path = "/api/v1/person-searches",
    tag = "searches",
    operation_id = "search_person",
    summary = "Search for a person who has no document",
    description = "At most five possible matches with alerts on people that the caller's State may see, as a check answers them of whoever \
                   carries a document; no total. A surname, a given name and at least the year of birth, written out. Permit \
                   `searches.search`. Every code: docs/formats/check.md.",
    request_body = TravellerSent,
    responses(
        (status = 200, description = "Who it could be; an empty list where nobody is like them", body = PersonAnswer),
        (status = 401, description = "No token, or one that has ended", body = Problem),
        (status = 404, description = "Nothing here for this caller", body = Problem),
        (status = 409, description = "The caller's State takes no part in alerts on people", body = Problem),
        (status = 422, description = "Less than may be asked; `errors` says where", body = Problem),
        (status = 429, description = "As much was searched for as may be, or name after name", body = Problem),
        (status = 503, description = "The access log cannot be written", body = Problem),
    )
)]
pub(super) async fn answer(
    permitted: Permitted<SearchPerson>,
    Sent(sent): Sent<TravellerSent>,
) -> Result<Json<PersonAnswer>, Refusal> {
    search(permitted, &sent).await.map(Json)
}

/// Answers this room's part of the OpenAPI document.
pub(super) fn document() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(answer))]
    struct Described;
    Described::openapi()
}
