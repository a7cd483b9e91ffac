//! The language a reader chooses, kept by their browser.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;

use super::{keep, language_cookie};
use crate::ground::Puebla;
use crate::web::{Asked, local_path, see_other};
use crate::words::Language;

/// Sets the language of `to` and goes back to the path of `back`.
pub(super) async fn set(State(ground): State<Arc<Puebla>>, Asked(asked): Asked) -> Response {
    let mut response = see_other(local_path(asked.typed("back")).unwrap_or("/"));
    if let Some(language) = Language::ALL.into_iter().find(|language| language.tag() == asked.typed("to")) {
        let secure = ground.settings.secure;
        keep(&mut response, language_cookie(secure), language.tag(), secure);
    }
    response
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn a_language_is_kept_and_leads_back_to_local_pages_alone() {
        let specimen = Specimen::new(&[]);
        let mut browser = specimen.browser();
        let answer = browser.get("/language?to=fr&back=/sign-in%3Fnext=/people").await;
        assert_eq!(answer.location().as_deref(), Some("/sign-in?next=/people"));
        assert!(browser.get("/sign-in").await.body.contains("<html lang=\"fr\">"));
        for away in ["//evil.example", "https://evil.example", "%2F%5Cevil.example"] {
            let answer = browser.get(&format!("/language?to=es&back={away}")).await;
            assert_eq!(answer.location().as_deref(), Some("/"), "{away}");
        }
        let unknown = browser.get("/language?to=de&back=/sign-in").await;
        assert!(unknown.cookie_line("language").is_none());
        assert!(browser.get("/sign-in").await.body.contains("<html lang=\"es\">"), "what was chosen before stays");
    }
}
