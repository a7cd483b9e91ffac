//! An answer that is written while it is sent, so that its size never rests in memory: exports.

use std::io::{self, Write};
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use http_body::Frame;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use crate::store::StoreError;

/// Bytes gathered before they are sent on.
const PIECE_BYTES: usize = 64 * 1024;

/// Pieces that may wait for a slow reader; then the writing waits too.
const WAITING: usize = 4;

/// Answers a file of that media type and name, whose content `write` writes on a thread of its own.
///
/// When `write` fails the connection is cut short, so that nobody takes the half for the whole; the log says why.
pub fn streamed(
    media_type: &'static str,
    file_name: &str,
    write: impl FnOnce(&mut dyn Write) -> Result<(), StoreError> + Send + 'static,
) -> Response {
    let (pieces, waiting) = channel(WAITING);
    tokio::task::spawn_blocking(move || {
        let mut pipe = Pipe { pieces, gathered: Vec::with_capacity(PIECE_BYTES) };
        let written = write(&mut pipe).and_then(|()| pipe.flush().map_err(StoreError::from));
        if let Err(error) = written {
            tracing::warn!(%error, "an answer ended before it was complete");
            // The reader may have gone, which is one of the reasons to be here.
            let _ = pipe.pieces.blocking_send(Err(io::Error::other("cut short")));
        }
    });
    let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let name: String = file_name.chars().filter(plain).collect();
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let headers = [(CONTENT_TYPE, HeaderValue::from_static(media_type)), (CONTENT_DISPOSITION, disposition)];
    (headers, Body::new(Pieces(waiting))).into_response()
}

/// The writing end.
struct Pipe {
    pieces: Sender<io::Result<Bytes>>,
    gathered: Vec<u8>,
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.gathered.extend_from_slice(bytes);
        if self.gathered.len() >= PIECE_BYTES {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.gathered.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.gathered, Vec::with_capacity(PIECE_BYTES));
        self.pieces.blocking_send(Ok(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

/// The reading end, as hyper takes it.
struct Pieces(Receiver<io::Result<Bytes>>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        self.0.poll_recv(context).map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use http_body_util::BodyExt;

    #[tokio::test]
    async fn what_is_written_arrives_whole_and_in_order() {
        let answer = streamed("text/csv", "a/b\".csv", |to| {
            for line in 0..20_000 {
                writeln!(to, "{line}")?;
            }
            Ok(())
        });
        assert_eq!(answer.headers()[CONTENT_DISPOSITION], "attachment; filename=\"ab.csv\"");
        let body = answer.into_body().collect().await.unwrap().to_bytes();
        let text = std::str::from_utf8(&body).unwrap();
        assert!(text.lines().enumerate().all(|(at, line)| line == at.to_string()));
        assert_eq!(text.lines().count(), 20_000);
    }

    #[tokio::test]
    async fn a_failure_cuts_the_answer_short() {
        let answer = streamed("text/csv", "x.csv", |to| {
            to.write_all(b"half")?;
            Err(StoreError::Full)
        });
        assert!(answer.into_body().collect().await.is_err());
    }
}
