//! What search engines are told: that the library is open to them and nothing else is, and which documents there are.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use base::ground::Puebla;
use base::web::Refusal;
use maud::{PreEscaped, html};

use super::published::{self, Narrowed, absolute};

/// Addresses that one map has at most; the protocol allows five times as many.
const MAP_MAX: usize = 10_000;

/// Answers who may go where.
pub(super) async fn robots(State(ground): State<Arc<Puebla>>) -> Response {
    let mut text = "User-agent: *\nAllow: /library\nAllow: /assets/\nDisallow: /\n".to_owned();
    // A map is named by its whole address or not at all.
    if ground.settings.origin.is_some() {
        text += &format!("Sitemap: {}\n", absolute(&ground, "/sitemap.xml"));
    }
    ([(CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// Answers the addresses of the list and of each public document.
pub(super) async fn sitemap(State(ground): State<Arc<Puebla>>) -> Result<Response, Refusal> {
    let asked = Arc::clone(&ground);
    let read =
        tokio::task::spawn_blocking(move || published::list(&asked, &Narrowed::default(), None, (MAP_MAX, false)));
    let listed = read.await.map_err(|ended| Refusal::Fault(ended.to_string()))??;
    let map = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            url { loc { (absolute(&ground, "/library")) } }
            @for public in &listed.papers { url { loc { (absolute(&ground, &public.path())) } } }
        }
    };
    Ok(([(CONTENT_TYPE, "application/xml; charset=utf-8")], map.into_string()).into_response())
}
