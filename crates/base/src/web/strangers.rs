//! Where those are answered who are not signed in: on threads of their own that let an officer's check go first.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::JoinSet;

use super::Refusal;
use crate::machine;

/// The threads, shared by all requests of one server.
#[derive(Clone)]
pub(super) struct Strangers {
    handle: Handle,
    _threads: Arc<Threads>,
}

struct Threads(Option<Runtime>);

impl Strangers {
    /// Starts as many threads as the machine has cores.
    pub(super) fn new() -> std::io::Result<Self> {
        let threads = Builder::new_multi_thread()
            .thread_name("strangers")
            .on_thread_start(machine::stand_back)
            .enable_all()
            .build()?;
        Ok(Strangers { handle: threads.handle().clone(), _threads: Arc::new(Threads(Some(threads))) })
    }

    /// Waits for an answer that is made there; one that nobody waits for any more is given up.
    pub(super) async fn run(&self, answer: impl Future<Output = Response> + Send + 'static) -> Response {
        let mut one = JoinSet::new();
        one.spawn_on(answer, &self.handle);
        match one.join_next().await {
            Some(Ok(response)) => response,
            // The handler panicked, or the server is ending.
            _ => Refusal::Busy.into_response(),
        }
    }
}

impl Drop for Threads {
    fn drop(&mut self) {
        // Without waiting: this may happen on a thread that must not.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;

    use super::*;

    #[tokio::test]
    async fn a_stranger_is_answered_by_a_thread_that_stands_back() {
        let strangers = Strangers::new().unwrap();
        let priority = || rustix::process::getpriority_process(None).unwrap();
        let own = priority();
        let answered = strangers.run(async move { (StatusCode::OK, priority().to_string()).into_response() }).await;
        let body = axum::body::to_bytes(answered.into_body(), 100).await.unwrap();
        let theirs: i32 = String::from_utf8(body.to_vec()).unwrap().parse().unwrap();
        assert!(theirs > own, "{theirs} is not lower than {own}");
    }
}
