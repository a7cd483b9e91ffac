//! The listener for whoever watches: one address that answers one page, to machines that were named and to no other.

use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum_server::Handle;
use hyper_util::rt::TokioTimer;
use tokio::sync::Semaphore;

use super::text::MEDIA_TYPE;
use crate::ground::Puebla;
use crate::web::ServeError;

/// A client that has not sent its headers by then is cut off.
const HEADER_LIMIT: Duration = Duration::from_secs(10);

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

/// Starts listening, and answers the address it got; it ends with the handle.
pub fn listen(ground: Arc<Puebla>, at: &MetricsAt, handle: Handle<SocketAddr>) -> Result<SocketAddr, ServeError> {
    let unheard = |error| ServeError::Address(at.listen, error);
    let listener = TcpListener::bind(at.listen).map_err(unheard)?;
    listener.set_nonblocking(true).map_err(unheard)?;
    let address = listener.local_addr().map_err(unheard)?;
    let shown = Arc::new(Shown { ground, allowed: at.allowed.clone(), turn: Semaphore::new(1) });
    let router = Router::new().route("/metrics", get(page)).with_state(shown);
    let mut server = axum_server::from_tcp(listener).map_err(unheard)?.handle(handle);
    server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(HEADER_LIMIT);
    tokio::spawn(server.serve(router.into_make_service_with_connect_info::<SocketAddr>()));
    Ok(address)
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
        let shown = Arc::new(Shown {
            ground: Arc::clone(&specimen.ground),
            allowed: vec!["192.0.2.9".parse().unwrap()],
            turn: Semaphore::new(1),
        });
        let router = Router::new().route("/metrics", get(page)).with_state(shown);
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
