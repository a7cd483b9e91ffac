//! The listening socket: each connection is looked at before it costs more than its taking.

use std::io;
use std::net::{SocketAddr, TcpStream};

use tokio::io::Interest;
use tokio::io::unix::AsyncFd;
use tokio::net::TcpSocket;

/// Connections that may wait to be taken. When thousands arrive at once, one that finds no room here is tried again by its machine only
/// after a second; the kernel lowers it to its own most (`net.core.somaxconn`, 4096).
const WAITING: u32 = 4096;

/// A socket that is listened on.
///
/// The runtime's own listener puts every connection it takes among those that it watches, and takes it out again when it is dropped at once:
/// of one that comes from a crowd that is kept out, this would be half of the work.
pub(super) struct Door(AsyncFd<std::net::TcpListener>);

/// A connection that has been taken and is not watched yet; dropped, it is closed.
pub(super) struct Knock {
    stream: TcpStream,
    /// Where it comes from.
    pub(super) from: SocketAddr,
}

impl Door {
    /// Listens, and answers the address it got.
    pub(super) fn open(at: SocketAddr) -> io::Result<(Self, SocketAddr)> {
        let socket = if at.is_ipv4() { TcpSocket::new_v4() } else { TcpSocket::new_v6() }?;
        socket.set_reuseaddr(true)?;
        socket.bind(at)?;
        let listener = socket.listen(WAITING)?.into_std()?;
        let bound = listener.local_addr()?;
        Ok((Door(AsyncFd::register_with_interest(listener, Interest::READABLE)?), bound))
    }

    /// Waits for the next connection and takes it.
    pub(super) async fn next(&self) -> io::Result<Knock> {
        let (stream, from) = self.0.async_io(Interest::READABLE, std::net::TcpListener::accept).await?;
        Ok(Knock { stream, from })
    }
}

impl Knock {
    /// Lets it in: from here on it is watched.
    pub(super) fn let_in(self) -> io::Result<tokio::net::TcpStream> {
        self.stream.set_nonblocking(true)?;
        // An answer is written in one piece: waiting for more would only delay it.
        self.stream.set_nodelay(true)?;
        tokio::net::TcpStream::from_std(self.stream)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::io::Read;

    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    #[tokio::test]
    async fn who_is_let_in_is_heard_and_who_is_not_is_closed() {
        let (door, address) = Door::open(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
        let mut kept_out = TcpStream::connect(address).unwrap();
        let mut guest = tokio::net::TcpStream::connect(address).await.unwrap();
        drop(door.next().await.unwrap());
        assert_eq!(kept_out.read(&mut [0]).unwrap(), 0);
        let knock = door.next().await.unwrap();
        assert_eq!(knock.from, guest.local_addr().unwrap());
        let mut stream = knock.let_in().unwrap();
        guest.write_all(b"good day").await.unwrap();
        let mut heard = [0; 8];
        stream.read_exact(&mut heard).await.unwrap();
        assert_eq!(&heard, b"good day");
    }

    #[tokio::test]
    async fn thousands_may_wait_at_once() {
        let (door, address) = Door::open(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
        let waiting: Vec<TcpStream> = (0..500).map(|_| TcpStream::connect(address).unwrap()).collect();
        for one in &waiting {
            assert_eq!(door.next().await.unwrap().from, one.local_addr().unwrap());
        }
    }
}
