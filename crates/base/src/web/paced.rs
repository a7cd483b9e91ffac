//! A request's body that has to keep coming: who sends it drop by drop is cut off.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Bytes, HttpBody};
use http_body::{Frame, SizeHint};
use tokio::time::Sleep;

/// How long is looked at before judging.
const SPAN: Duration = Duration::from_secs(20);

/// What comes in a span at least, in bytes: eight kilobits a second, slower than any line that people still work on.
const LEAST_BYTES: usize = 20 * 1024;

/// A body that is cut off when it comes too slowly.
pub(super) struct Paced<B> {
    inner: B,
    /// Runs from the first wait on; a body that is there at once needs none.
    span: Option<Pin<Box<Sleep>>>,
    came_bytes: usize,
    pace: (Duration, usize),
}

/// The body came too slowly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the body came too slowly")]
pub(super) struct TooSlow;

impl<B> Paced<B> {
    pub(super) fn new(inner: B) -> Self {
        Paced { inner, span: None, came_bytes: 0, pace: (SPAN, LEAST_BYTES) }
    }
}

impl<B> HttpBody for Paced<B>
where
    B: HttpBody<Data = Bytes> + Unpin,
    B::Error: Into<axum::BoxError>,
{
    type Data = Bytes;
    type Error = axum::BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::BoxError>>> {
        let paced = self.get_mut();
        if let Poll::Ready(frame) = Pin::new(&mut paced.inner).poll_frame(context) {
            let bytes = frame.as_ref().and_then(|frame| frame.as_ref().ok()).and_then(Frame::data_ref).map(Bytes::len);
            paced.came_bytes = paced.came_bytes.saturating_add(bytes.unwrap_or(0));
            return Poll::Ready(frame.map(|frame| frame.map_err(Into::into)));
        }
        let (long, least_bytes) = paced.pace;
        loop {
            let span = paced.span.get_or_insert_with(|| Box::pin(tokio::time::sleep(long)));
            if span.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
            if std::mem::take(&mut paced.came_bytes) < least_bytes {
                return Poll::Ready(Some(Err(TooSlow.into())));
            }
            paced.span = None;
        }
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.inner.size_hint()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::VecDeque;

    use http_body_util::BodyExt;

    use super::*;

    /// Pieces, each after a wait.
    struct Drops(VecDeque<(Duration, &'static [u8])>, Option<Pin<Box<Sleep>>>);

    impl HttpBody for Drops {
        type Data = Bytes;
        type Error = std::convert::Infallible;

        fn poll_frame(
            self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
            let drops = self.get_mut();
            let Some((wait, piece)) = drops.0.front().copied() else { return Poll::Ready(None) };
            let waits = drops.1.get_or_insert_with(|| Box::pin(tokio::time::sleep(wait)));
            if waits.as_mut().poll(context).is_pending() {
                return Poll::Pending;
            }
            drops.1 = None;
            drops.0.pop_front();
            Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(piece)))))
        }
    }

    async fn collected(wait_ms: u64, pieces: usize) -> Result<usize, String> {
        let drops = std::iter::repeat_n((Duration::from_millis(wait_ms), b"1234567890".as_slice()), pieces).collect();
        let body = Paced { pace: (Duration::from_millis(100), 50), ..Paced::new(Drops(drops, None)) };
        body.collect().await.map(|all| all.to_bytes().len()).map_err(|error| error.to_string())
    }

    #[tokio::test]
    async fn what_keeps_coming_arrives_and_what_only_drips_does_not() {
        assert_eq!(collected(0, 100).await, Ok(1000));
        assert_eq!(collected(1, 3).await, Ok(30), "a short one may take its time");
        assert_eq!(collected(30, 100).await, Err(TooSlow.to_string()));
        assert_eq!(collected(10_000, 1).await, Err(TooSlow.to_string()));
    }
}
