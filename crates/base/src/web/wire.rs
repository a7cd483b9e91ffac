//! A connection's bytes on their way in and out: requests held to one reading, and readers who take nothing cut off.

use std::future::Future;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::Sleep;

use super::framing::Framing;

/// Who takes nothing of an answer for so long is cut off.
const TAKES_WITHIN: Duration = Duration::from_secs(60);

/// What the parser gets to see in place of what can be read in two ways: no request has it, so it answers 400 and closes.
const UNREADABLE: u8 = 0;

/// A connection, looked after.
pub(super) struct Wire<S> {
    inner: S,
    framing: Framing,
    waits: Option<Pin<Box<Sleep>>>,
    patience: Duration,
}

impl<S> Wire<S> {
    pub(super) fn new(inner: S) -> Self {
        Wire { inner, framing: Framing::default(), waits: None, patience: TAKES_WITHIN }
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

impl<S: AsyncWrite + Unpin> AsyncWrite for Wire<S> {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let wire = self.get_mut();
        let written = Pin::new(&mut wire.inner).poll_write(context, bytes);
        wire.or_give_up(written, context)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let wire = self.get_mut();
        let written = Pin::new(&mut wire.inner).poll_write_vectored(context, pieces);
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
        let shut = Pin::new(&mut wire.inner).poll_shutdown(context);
        wire.or_give_up(shut, context)
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
        Wire::new(server).read_to_end(&mut arrived).await.unwrap();
        assert!(arrived.starts_with(b"GET / HTTP/1.1\r\nhost: a\0"), "{arrived:?}");
        assert!(arrived.iter().skip(23).all(|byte| *byte == UNREADABLE), "{arrived:?}");
    }

    #[tokio::test]
    async fn a_reader_who_takes_nothing_is_given_up() {
        let (mut client, server) = duplex(4);
        let mut wire = Wire { patience: Duration::from_millis(30), ..Wire::new(server) };
        let error = wire.write_all(b"more than fits").await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        let mut some = [0; 4];
        client.read_exact(&mut some).await.unwrap();
        wire.write_all(b"next").await.unwrap();
    }
}
