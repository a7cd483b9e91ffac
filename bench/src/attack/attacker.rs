//! Carries an attack out, as a process of its own that has only the cores that nobody else wants: what the officer feels is
//! then the server's work and not the attacker's. It ends by itself.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

use super::kinds::{Attack, Course};

/// Between two tries of one connection: an attack is bounded, also against a server that refuses at once.
const BREATH: Duration = Duration::from_millis(2);

/// Longest attack, whatever is asked for.
pub const LONGEST: Duration = Duration::from_secs(600);

/// What the attack came to.
#[derive(Default)]
pub struct Tally {
    /// Connections opened.
    pub opened: AtomicU64,
    /// Connections that could not be opened.
    pub unopened: AtomicU64,
    /// Answers read, or beginnings of answers.
    pub answers: AtomicU64,
}

/// Attacks until the time is over.
pub async fn carry_out(attack: Attack, server: SocketAddr, lasts: Duration) -> Arc<Tally> {
    let tally = Arc::new(Tally::default());
    if !server.ip().is_loopback() {
        // This is for one's own server on one's own machine, and for nothing else.
        return tally;
    }
    let ends = Instant::now() + lasts.min(LONGEST);
    let course = Arc::new(attack.course);
    let tasks: Vec<_> = (0..attack.connections)
        .map(|number| {
            let network = u8::try_from(number % usize::from(attack.networks)).unwrap_or(0);
            let one = One { server, from: Ipv4Addr::new(127, 0, 1, network + 2), tally: Arc::clone(&tally), ends };
            let course = Arc::clone(&course);
            tokio::spawn(async move { one.go_on(&course, number).await })
        })
        .collect();
    for task in tasks {
        // One that failed has attacked no less than it could.
        let _ = task.await;
    }
    tally
}

/// One connection of an attack, opened again whenever it is cut off.
struct One {
    server: SocketAddr,
    from: Ipv4Addr,
    tally: Arc<Tally>,
    ends: Instant,
}

impl One {
    async fn go_on(&self, course: &Course, number: usize) {
        let mut turn = number;
        while Instant::now() < self.ends {
            let until_over = self.ends.saturating_duration_since(Instant::now());
            // Cut off by the server or by the clock: either way the next round decides.
            let _ = tokio::time::timeout(until_over, self.once(course, &mut turn)).await;
            tokio::time::sleep(BREATH).await;
        }
    }

    async fn once(&self, course: &Course, turn: &mut usize) -> std::io::Result<()> {
        let mut stream = self.connect().await?;
        match course {
            Course::Knock => Ok(()),
            Course::Drip { first, piece, wait } => {
                stream.write_all(first).await?;
                loop {
                    tokio::time::sleep(*wait).await;
                    if piece.is_empty() {
                        // Nothing to send: the only way to hear that one was cut off is to look without taking.
                        let mut one = [0];
                        if let Ok(peeked) = tokio::time::timeout(*wait, stream.peek(&mut one)).await
                            && peeked? == 0
                        {
                            return Ok(());
                        }
                    }
                    stream.write_all(piece).await?;
                }
            }
            Course::Pour { first, piece } => {
                stream.write_all(first).await?;
                loop {
                    stream.write_all(piece).await?;
                    tokio::task::yield_now().await;
                }
            }
            Course::Ask { requests } => {
                let mut answer = vec![0; 1 << 16];
                loop {
                    *turn += 1;
                    stream.write_all(&requests[*turn % requests.len()]).await?;
                    // The beginning is enough; what is left of a long answer is read as part of the next.
                    if stream.read(&mut answer).await? == 0 {
                        return Ok(());
                    }
                    self.tally.answers.fetch_add(1, Ordering::Relaxed);
                }
            }
        }
    }

    async fn connect(&self) -> std::io::Result<TcpStream> {
        let socket = TcpSocket::new_v4()?;
        socket.bind(SocketAddr::from((self.from, 0)))?;
        let opened = tokio::time::timeout(Duration::from_secs(5), socket.connect(self.server)).await;
        let count = if matches!(opened, Ok(Ok(_))) { &self.tally.opened } else { &self.tally.unopened };
        count.fetch_add(1, Ordering::Relaxed);
        opened.map_err(|_| std::io::Error::from(std::io::ErrorKind::TimedOut))?
    }
}
