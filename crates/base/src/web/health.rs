//! Whether the server lives and can answer: a status and nothing else, for a proxy in front or whoever starts it.

use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;

use crate::access::RateClass;
use crate::ground::Puebla;
use crate::web::Routes;

/// Answers these routes.
pub(super) fn routes() -> Routes {
    let why = "a status without a word says nothing about anyone";
    Routes::new().public_get("/health/live", async || StatusCode::NO_CONTENT, RateClass::Look, why).public_get(
        "/health/ready",
        ready,
        RateClass::Look,
        why,
    )
}

async fn ready(State(ground): State<Arc<Puebla>>) -> StatusCode {
    if ground.is_ready() { StatusCode::NO_CONTENT } else { StatusCode::SERVICE_UNAVAILABLE }
}
