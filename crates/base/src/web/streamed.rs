//! An answer that is written while it is sent, so that its size never rests in memory: exports.

use std::collections::HashMap;
use std::io::{self, Write};
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use http_body::Frame;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use uuid::Uuid;

use super::Refusal;
use crate::ground::Puebla;
use crate::store::StoreError;

/// Bytes gathered before they are sent on.
const PIECE_BYTES: usize = 64 * 1024;

/// Pieces that may wait for a slow reader; then the writing waits too, for a while.
const WAITING: usize = 4;

/// How long a piece waits to be taken. Who takes none for so long has gone, or holds a thread for its own sake.
const PATIENCE: Duration = Duration::from_secs(60);

/// Answers of this sort that one person may have under way: each keeps a thread for as long as it is read.
const STREAMS_A_PERSON: usize = 2;

/// The place of one answer among those under way; free again once the answer is written or given up.
pub struct Stream {
    under_way: Arc<UnderWay>,
    person: Uuid,
}

#[derive(Default)]
struct UnderWay(Mutex<HashMap<Uuid, usize>>);

impl Stream {
    /// Takes a place for an answer to that person.
    ///
    /// Errors: `TooOften` while as many of theirs are under way as may be.
    pub fn begin(ground: &Puebla, person: Uuid) -> Result<Self, Refusal> {
        let under_way = ground.kept::<UnderWay>();
        let mut counts = under_way.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(person).or_default();
        if *count >= STREAMS_A_PERSON {
            return Err(Refusal::TooOften { after_s: PATIENCE.as_secs() });
        }
        *count += 1;
        drop(counts);
        Ok(Stream { under_way, person })
    }

    /// Answers a file of that media type and name, whose content `write` writes on a thread of its own.
    ///
    /// When `write` fails, or nobody takes what it writes, the connection is cut short, so that nobody takes the half for
    /// the whole; the log says why.
    pub fn answer(
        self,
        media_type: &'static str,
        file_name: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<(), StoreError> + Send + 'static,
    ) -> Response {
        let (pieces, waiting) = channel(WAITING);
        let runtime = Handle::current();
        tokio::task::spawn_blocking(move || {
            let mut pipe = Pipe { pieces, gathered: Vec::with_capacity(PIECE_BYTES), runtime, patience: PATIENCE };
            let written = write(&mut pipe).and_then(|()| pipe.flush().map_err(StoreError::from));
            if let Err(error) = written {
                tracing::warn!(%error, "an answer ended before it was complete");
                // The reader may have gone, which is one of the reasons to be here.
                let _ = pipe.send(Err(io::Error::other("cut short")));
            }
            // Before the answer ends for whoever reads it: then the place is free.
            drop(self);
        });
        let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        let name: String = file_name.chars().filter(plain).collect();
        let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{name}\""))
            .unwrap_or_else(|_| HeaderValue::from_static("attachment"));
        let headers = [(CONTENT_TYPE, HeaderValue::from_static(media_type)), (CONTENT_DISPOSITION, disposition)];
        (headers, Body::new(Pieces(waiting))).into_response()
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        let mut counts = self.under_way.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.person) {
            *count -= 1;
            if *count == 0 {
                counts.remove(&self.person);
            }
        }
    }
}

/// The writing end.
struct Pipe {
    pieces: Sender<io::Result<Bytes>>,
    gathered: Vec<u8>,
    runtime: Handle,
    patience: Duration,
}

impl Pipe {
    /// Waits until there is room for a piece, but not for ever.
    fn send(&self, piece: io::Result<Bytes>) -> io::Result<()> {
        self.runtime.block_on(async {
            let sent = tokio::time::timeout(self.patience, self.pieces.send(piece)).await;
            sent.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?.map_err(|_| io::ErrorKind::BrokenPipe.into())
        })
    }
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
        self.send(Ok(piece.into()))
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

    /// A place among answers that nothing else is counted with.
    fn stream() -> Stream {
        Stream { under_way: Arc::default(), person: Uuid::nil() }
    }

    #[tokio::test]
    async fn what_is_written_arrives_whole_and_in_order() {
        let answer = stream().answer("text/csv", "a/b\".csv", |to| {
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
        let answer = stream().answer("text/csv", "x.csv", |to| {
            to.write_all(b"half")?;
            Err(StoreError::Full)
        });
        assert!(answer.into_body().collect().await.is_err());
    }

    #[tokio::test]
    async fn who_takes_nothing_is_given_up() {
        let (pieces, waiting) = channel(WAITING);
        let pipe =
            Pipe { pieces, gathered: Vec::new(), runtime: Handle::current(), patience: Duration::from_millis(20) };
        let given_up = tokio::task::spawn_blocking(move || {
            let mut pipe = pipe;
            std::iter::repeat_with(|| pipe.write(&[0; PIECE_BYTES])).take(WAITING + 1).find_map(Result::err)
        });
        assert_eq!(given_up.await.unwrap().unwrap().kind(), io::ErrorKind::TimedOut);
        drop(waiting);
    }

    #[tokio::test]
    async fn a_person_has_few_answers_under_way_and_each_makes_room_when_it_ends() {
        let specimen = crate::specimen::Specimen::new(&[]);
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let begin = |person| Stream::begin(&specimen.ground, person);
        let first = begin(one).unwrap();
        let _second = begin(one).unwrap();
        assert!(matches!(begin(one), Err(Refusal::TooOften { .. })));
        let _others = begin(other).unwrap();
        let answer = first.answer("text/csv", "x.csv", |to| Ok(to.write_all(b"whole")?));
        answer.into_body().collect().await.unwrap();
        let _third = begin(one).unwrap();
        // Who goes away without reading makes room too.
        let long = begin(other).unwrap().answer("text/csv", "x.csv", |to| {
            loop {
                to.write_all(&[0; PIECE_BYTES])?;
            }
        });
        assert!(begin(other).is_err());
        drop(long);
        while begin(other).is_err() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }
}
