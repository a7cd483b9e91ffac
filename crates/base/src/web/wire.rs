//! A connection's bytes on their way in and out: requests held to one reading, and readers who take nothing cut off.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::Relaxed;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Sleep;

use super::framing::Framing;

/// Who takes nothing of an answer for so long is cut off.
const TAKES_WITHIN: Duration = Duration::from_secs(60);

/// Who was told that what it sends is too long is listened to for so long and so many bytes more, all thrown away: hung up
/// at once, it would lose the answer that it has not read yet. More would be work that strangers give us for nothing.
const HEARD_OUT: Duration = Duration::from_secs(2);
const HEARD_OUT_BYTES: usize = 512 * 1024;

/// What the parser gets to see in place of what can be read in two ways: no request has it, so it answers 400 and closes.
const UNREADABLE: u8 = 0;

/// How the library below us begins an answer of its own, to what is no request; no route of ours answers one of these.
const BELOW: [&[u8]; 3] = [
    b"HTTP/1.1 400 Bad Request\r\n",
    b"HTTP/1.1 414 URI Too Long\r\n",
    b"HTTP/1.1 431 Request Header Fields Too Large\r\n",
];

/// A connection, looked after.
pub(super) struct Wire<S> {
    inner: S,
    /// Lines that protect, for answers that no route gave.
    protecting: Arc<str>,
    /// Such an answer with these lines, and how much of it was written.
    below: Option<(Vec<u8>, usize)>,
    framing: Framing,
    waits: Option<Pin<Box<Sleep>>>,
    patience: Duration,
    hears_out: Duration,
    too_long: TooLong,
    farewell: Farewell,
}

/// Set once a request of the connection was refused for its length, and so not read to its end.
#[derive(Clone, Default)]
pub(super) struct TooLong(Arc<AtomicBool>);

impl TooLong {
    /// Notes that a request was refused for its length.
    pub(super) fn note(&self) {
        self.0.store(true, Relaxed);
    }
}

/// How far the end of a connection has come.
enum Farewell {
    NotYet,
    /// Our side has ended; theirs may send so many bytes until then.
    HearingOut(usize, Pin<Box<Sleep>>),
}

impl<S> Wire<S> {
    /// `protecting` are lines of a head, each with its end.
    pub(super) fn new(inner: S, protecting: Arc<str>, too_long: TooLong) -> Self {
        Wire {
            inner,
            protecting,
            below: None,
            framing: Framing::default(),
            waits: None,
            patience: TAKES_WITHIN,
            hears_out: HEARD_OUT,
            too_long,
            farewell: Farewell::NotYet,
        }
    }
}

impl<S> Wire<S> {
    /// Passes on what came of writing, or gives up a reader who has taken nothing for too long.
    fn or_give_up<T>(&mut self, written: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.waits = None;
            return written;
        }
        let patience = self.patience;
        let waits = self.waits.get_or_insert_with(|| Box::pin(tokio::time::sleep(patience)));
        waits.as_mut().poll(context).map(|()| Err(io::ErrorKind::TimedOut.into()))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Wire<S> {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let wire = self.get_mut();
        let before = into.filled().len();
        let read = Pin::new(&mut wire.inner).poll_read(context, into);
        if let Some(came) = into.filled_mut().get_mut(before..) {
            let sound = wire.framing.follow(came);
            came.iter_mut().skip(sound).for_each(|byte| *byte = UNREADABLE);
        }
        read
    }
}

/// Answers whether bytes are a whole answer, without a body, that the library below us gives by itself.
fn is_from_below(bytes: &[u8]) -> bool {
    let is_bare = |rest: &[u8]| rest.windows(17).any(|line| line.eq_ignore_ascii_case(b"content-length: 0"));
    let begins = BELOW.iter().any(|line| bytes.strip_prefix(*line).is_some_and(is_bare));
    begins && bytes.len() < 256 && bytes.ends_with(b"\r\n\r\n")
}

impl<S: AsyncWrite + Unpin> Wire<S> {
    /// Writes an answer from below with the lines that protect, as though it were `bytes`; none for any other bytes.
    fn write_from_below(&mut self, context: &mut Context<'_>, bytes: &[u8]) -> Option<Poll<io::Result<usize>>> {
        if self.below.is_none() && is_from_below(bytes) {
            let head = bytes.get(..bytes.len() - 2).unwrap_or_default();
            self.below = Some(([head, self.protecting.as_bytes(), b"\r\n"].concat(), 0));
        }
        let (text, done) = self.below.as_mut()?;
        while let Some(left) = text.get(*done..).filter(|left| !left.is_empty()) {
            match Pin::new(&mut self.inner).poll_write(context, left) {
                Poll::Ready(Ok(0)) => return Some(Poll::Ready(Err(io::ErrorKind::WriteZero.into()))),
                Poll::Ready(Ok(written)) => *done += written,
                other => return Some(other),
            }
        }
        self.below = None;
        Some(Poll::Ready(Ok(bytes.len())))
    }
}

impl<S: AsyncRead + Unpin> Wire<S> {
    /// Throws away what still comes, until the other side ends, or the limits do.
    fn hear_out(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let Farewell::HearingOut(left, until) = &mut self.farewell else { return Poll::Ready(()) };
        let mut space = [0; 8192];
        while *left > 0 && until.as_mut().poll(context).is_pending() {
            let mut came = ReadBuf::new(&mut space);
            match Pin::new(&mut self.inner).poll_read(context, &mut came) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(Ok(())) if !came.filled().is_empty() => *left = left.saturating_sub(came.filled().len()),
                Poll::Ready(_) => break,
            }
        }
        Poll::Ready(())
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Wire<S> {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let wire = self.get_mut();
        let below = wire.write_from_below(context, bytes);
        let written = below.unwrap_or_else(|| Pin::new(&mut wire.inner).poll_write(context, bytes));
        wire.or_give_up(written, context)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let wire = self.get_mut();
        let first = pieces.first().map_or(&[][..], |piece| piece);
        let below = if pieces.len() == 1 { wire.write_from_below(context, first) } else { None };
        let written = below.unwrap_or_else(|| Pin::new(&mut wire.inner).poll_write_vectored(context, pieces));
        wire.or_give_up(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let wire = self.get_mut();
        let flushed = Pin::new(&mut wire.inner).poll_flush(context);
        wire.or_give_up(flushed, context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let wire = self.get_mut();
        if matches!(wire.farewell, Farewell::NotYet) {
            let shut = Pin::new(&mut wire.inner).poll_shutdown(context);
            ready!(wire.or_give_up(shut, context))?;
            if !wire.too_long.0.load(Relaxed) {
                return Poll::Ready(Ok(()));
            }
            wire.farewell = Farewell::HearingOut(HEARD_OUT_BYTES, Box::pin(tokio::time::sleep(wire.hears_out)));
        }
        wire.hear_out(context).map(Ok)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

    use super::*;

    #[tokio::test]
    async fn what_can_be_read_in_two_ways_never_arrives() {
        let (mut client, server) = duplex(1024);
        client.write_all(b"GET / HTTP/1.1\r\nhost: a\nx: y\r\n\r\n").await.unwrap();
        client.write_all(b"GET /again HTTP/1.1\r\n\r\n").await.unwrap();
        drop(client);
        let mut arrived = Vec::new();
        Wire::new(server, "".into(), TooLong::default()).read_to_end(&mut arrived).await.unwrap();
        assert!(arrived.starts_with(b"GET / HTTP/1.1\r\nhost: a\0"), "{arrived:?}");
        assert!(arrived.iter().skip(23).all(|byte| *byte == UNREADABLE), "{arrived:?}");
    }

    #[tokio::test]
    async fn what_is_answered_below_us_gets_our_lines_and_nothing_else_does() {
        let bare = "HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
        let others = [
            "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n",
            "HTTP/1.1 400 Bad Request\r\n\r\n",
            "a line, HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n",
        ];
        for (sent, arrives) in [(bare, bare.replace("0\r\n\r\n", "0\r\nx-ours: 1\r\n\r\n"))]
            .into_iter()
            .chain(others.map(|other| (other, other.to_owned())))
        {
            // In pieces of five bytes, as a slow reader takes them.
            let (mut client, server) = duplex(5);
            let mut wire = Wire::new(server, "x-ours: 1\r\n".into(), TooLong::default());
            let writing = tokio::spawn(async move {
                wire.write_all(sent.as_bytes()).await.unwrap();
                wire.write_all(b"next").await.unwrap();
            });
            let mut arrived = String::new();
            client.read_to_string(&mut arrived).await.unwrap();
            writing.await.unwrap();
            assert_eq!(arrived, format!("{arrives}next"));
        }
    }

    #[tokio::test]
    async fn who_still_sends_at_the_end_is_heard_out_but_not_for_ever() {
        // One who sends to its end, one who never ends, one who sends nothing and never ends; and one who was not told
        // that it sends too much.
        let most = HEARD_OUT_BYTES + 200_000;
        for (sends, ends, told) in [(100_000, true, true), (most, false, true), (0, false, true), (0, false, false)] {
            let (mut client, server) = duplex(64 * 1024);
            let sending = tokio::spawn(async move {
                let sent = client.write_all(&vec![0; sends]).await;
                if !ends {
                    std::future::pending::<()>().await;
                }
                sent
            });
            let since = crate::clock::Stopwatch::start();
            let silence = Duration::from_millis(700);
            let hears_out = if sends == 0 { silence } else { HEARD_OUT * 10 };
            let too_long = TooLong::default();
            if told {
                too_long.note();
            }
            let mut wire = Wire { hears_out, ..Wire::new(server, "".into(), too_long) };
            wire.shutdown().await.unwrap();
            let waits = told && sends == 0;
            let took = Duration::from_micros(since.elapsed_us());
            assert_eq!(took >= silence, waits, "{sends} bytes took {took:?}");
            drop(wire);
            if ends {
                sending.await.unwrap().unwrap();
            } else {
                sending.abort();
            }
        }
    }

    #[tokio::test]
    async fn a_reader_who_takes_nothing_is_given_up() {
        let (mut client, server) = duplex(4);
        let mut wire = Wire { patience: Duration::from_millis(30), ..Wire::new(server, "".into(), TooLong::default()) };
        let error = wire.write_all(b"more than fits").await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        let mut some = [0; 4];
        client.read_exact(&mut some).await.unwrap();
        wire.write_all(b"next").await.unwrap();
    }
}
