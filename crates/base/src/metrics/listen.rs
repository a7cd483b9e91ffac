//! The listener for whoever watches: one address that answers one page, to machines that were named and to no other.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio::sync::Semaphore;

use super::text::MEDIA_TYPE;
use crate::ground::Puebla;

/// Where the metrics are shown, and to whom.
#[derive(Clone, Debug)]
pub struct MetricsAt {
    /// Address and port; port 0 takes a free one.
    pub listen: SocketAddr,
    /// Machines that may ask besides this one.
    pub allowed: Vec<IpAddr>,
}

struct Shown {
    ground: Arc<Puebla>,
    allowed: Vec<IpAddr>,
    /// One is gathered at a time: whoever asks without end waits behind themselves.
    turn: Semaphore,
}

/// Answers the one page, for a listener of its own.
pub(crate) fn router(ground: Arc<Puebla>, at: &MetricsAt) -> Router {
    let shown = Arc::new(Shown { ground, allowed: at.allowed.clone(), turn: Semaphore::new(1) });
    Router::new().route("/metrics", get(page)).with_state(shown)
}

async fn page(State(shown): State<Arc<Shown>>, ConnectInfo(peer): ConnectInfo<SocketAddr>) -> Response {
    let peer = peer.ip().to_canonical();
    if !peer.is_loopback() && !shown.allowed.contains(&peer) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Ok(_turn) = shown.turn.acquire().await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let ground = Arc::clone(&shown.ground);
    match tokio::task::spawn_blocking(move || super::gather(&ground)).await {
        Ok(Ok(text)) => ([(header::CONTENT_TYPE, MEDIA_TYPE)], text).into_response(),
        Ok(Err(error)) => {
            tracing::error!(%error, "the metrics cannot be gathered");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::body::Body;
    use axum::http::Request;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    use super::*;
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn only_this_machine_and_those_named_are_answered() {
        let specimen = Specimen::new(&[]);
        let at = MetricsAt { listen: "127.0.0.1:0".parse().unwrap(), allowed: vec!["192.0.2.9".parse().unwrap()] };
        let router = router(Arc::clone(&specimen.ground), &at);
        let asked = async |peer: &str, path: &str| {
            let peer: SocketAddr = peer.parse().unwrap();
            let request = Request::get(path).extension(ConnectInfo(peer)).body(Body::empty()).unwrap();
            let answer = router.clone().oneshot(request).await.unwrap();
            let status = answer.status().as_u16();
            (status, answer.into_body().collect().await.unwrap().to_bytes().starts_with(b"# HELP puebla_"))
        };
        for peer in ["127.0.0.1:9", "[::1]:9", "[::ffff:127.0.0.1]:9", "192.0.2.9:9"] {
            assert_eq!(asked(peer, "/metrics").await, (200, true), "{peer}");
        }
        assert_eq!(asked("192.0.2.8:9", "/metrics").await, (404, false));
        assert_eq!(asked("127.0.0.1:9", "/").await, (404, false));
    }
}
