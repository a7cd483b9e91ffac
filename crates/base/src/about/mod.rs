//! What this server answers to: its routes, its API, its problems, each on a page made from what the code itself says.

mod api;
mod problems;
mod routes;
mod schema;

use crate::access::RateClass;
use crate::web::{RoomLinkSpec, Routes};
use crate::words::WordFile;

crate::permit!(
    /// Sees every route with who may take it.
    ListRoutes = "routes.list" in "base", for [Operation, Oversight], class Members, rate Look
);

/// This room's words.
pub const WORDS: WordFile = crate::words!("about");

/// This room's entry in the navigation.
pub const NAVIGATION: RoomLinkSpec = RoomLinkSpec::to::<ListRoutes>("/about/routes", "routes-title");

/// Answers this room's routes.
pub fn routes() -> Routes {
    let described = "the API's description says nothing about anyone";
    let explained = "what a problem means says nothing about anyone";
    Routes::new()
        .get("/about/routes", routes::page)
        .public_get("/api", api::page, RateClass::Look, described)
        .public_get("/api/v1/openapi.json", api::description, RateClass::Look, described)
        .public_get("/problems", problems::list, RateClass::Look, explained)
        .public_get("/problems/{code}", problems::page, RateClass::Look, explained)
}

/// Answers this room's part of the OpenAPI document.
pub fn api() -> utoipa::openapi::OpenApi {
    api::described()
}
