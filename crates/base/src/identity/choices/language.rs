//! The language a reader chooses, kept by their browser.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::keep;
use crate::ground::Puebla;
use crate::web::{Asked, local_path, see_other};
use crate::words::Language;

/// Sets the language of `to` and goes back to the path of `back`.
pub(super) async fn set(State(ground): State<Arc<Puebla>>, Asked(asked): Asked) -> Response {
    let mut response = see_other(local_path(asked.typed("back")).unwrap_or("/"));
    if let Some(language) = Language::ALL.into_iter().find(|language| language.tag() == asked.typed("to")) {
        keep(&mut response, "language", language.tag(), ground.settings.secure);
    }
    response
}
