//! A load at a constant rate: every request has its moment, and its latency counts from that moment, so that a server
//! which stalls is charged for the requests that had to wait.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::questions::Ask;

/// What to send, how often, for how long.
#[derive(Clone)]
pub struct Plan {
    /// Where the server listens.
    pub server: SocketAddr,
    /// Requests a second over all connections.
    pub rate: u32,
    /// How long.
    pub lasts: Duration,
    /// Connections kept open.
    pub connections: u32,
    /// The requests, sent in turn.
    pub asks: Arc<Vec<Ask>>,
    /// Whether the answers' verdicts are held against what each question must get.
    pub judge: bool,
    /// Whether every other connection is opened anew for each request.
    pub renew: bool,
    /// Who has no answer by then has none.
    pub answer_limit: Duration,
}

/// What came back.
#[derive(Default, Clone)]
pub struct Outcome {
    /// Latencies in microseconds, sorted.
    pub latencies_us: Vec<u32>,
    /// Answers that were not 200, or not the verdict the question must get.
    pub wrong: u64,
    /// The first wrong answer, for the reader.
    pub example: Option<String>,
}

impl Outcome {
    /// Adds what came back in another round.
    pub fn join(&mut self, other: Outcome) {
        self.latencies_us.extend(other.latencies_us);
        self.latencies_us.sort_unstable();
        self.wrong += other.wrong;
        self.example = self.example.take().or(other.example);
    }

    /// Answers a quantile of the latencies in milliseconds.
    pub fn quantile_ms(&self, q: f64) -> f64 {
        if self.latencies_us.is_empty() {
            return f64::NAN;
        }
        let at = ((self.latencies_us.len() as f64 - 1.0) * q).round() as usize;
        f64::from(self.latencies_us[at]) / 1000.0
    }
}

/// Runs the plan to its end.
pub async fn run(plan: Plan) -> Outcome {
    let start = Instant::now() + Duration::from_millis(50);
    let tasks: Vec<_> = (0..plan.connections).map(|n| tokio::spawn(connection(plan.clone(), n, start))).collect();
    let mut all = Outcome::default();
    for task in tasks {
        let Ok(one) = task.await else { continue };
        all.latencies_us.extend(one.latencies_us);
        all.wrong += one.wrong;
        all.example = all.example.or(one.example);
    }
    all.latencies_us.sort_unstable();
    all
}

async fn connection(plan: Plan, number: u32, start: Instant) -> Outcome {
    let mut outcome = Outcome::default();
    let gap = Duration::from_secs_f64(f64::from(plan.connections) / f64::from(plan.rate));
    let mut due = start + gap.mul_f64(f64::from(number) / f64::from(plan.connections));
    let mut turn = number as usize;
    let mut stream = None;
    let mut buffer = Vec::with_capacity(16 * 1024);
    while due < start + plan.lasts {
        tokio::time::sleep_until(due.into()).await;
        let ask = &plan.asks[turn % plan.asks.len()];
        if plan.renew && number.is_multiple_of(2) {
            stream = None;
        }
        let exchange = exchange(&mut stream, plan.server, &ask.request, &mut buffer);
        let answered = tokio::time::timeout(plan.answer_limit, exchange).await.is_ok_and(|answered| answered.is_ok());
        let waited = Instant::now().saturating_duration_since(due);
        outcome.latencies_us.push(u32::try_from(waited.as_micros()).unwrap_or(u32::MAX));
        let right = answered && buffer.starts_with(b"HTTP/1.1 200") && (!plan.judge || ask.answered_by(&buffer));
        if !right {
            outcome.wrong += 1;
            outcome
                .example
                .get_or_insert_with(|| format!("expected {:?}, got {}", ask.expects, String::from_utf8_lossy(&buffer)));
        }
        due += gap;
        turn += plan.connections as usize;
    }
    outcome
}

/// Sends one request on a connection of its own, and answers what came back.
pub async fn ask_once(server: SocketAddr, request: &[u8]) -> std::io::Result<String> {
    let mut buffer = Vec::new();
    exchange(&mut None, server, request, &mut buffer).await?;
    Ok(String::from_utf8_lossy(&buffer).into_owned())
}

/// Sends one request and reads one answer whole into `buffer`.
async fn exchange(
    stream: &mut Option<TcpStream>,
    server: SocketAddr,
    request: &[u8],
    buffer: &mut Vec<u8>,
) -> std::io::Result<()> {
    buffer.clear();
    let mut open = match stream.take() {
        Some(open) => open,
        None => {
            let open = TcpStream::connect(server).await?;
            open.set_nodelay(true)?;
            open
        }
    };
    open.write_all(request).await?;
    loop {
        if open.read_buf(buffer).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        if let Some(whole) = length(buffer)
            && buffer.len() >= whole
        {
            *stream = Some(open);
            return Ok(());
        }
    }
}

/// Answers how long the answer is with its head, once the head is there.
fn length(buffer: &[u8]) -> Option<usize> {
    let head = buffer.windows(4).position(|four| four == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(&buffer[..head]).ok()?;
    let body = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<usize>().ok())?
    })?;
    Some(head + body)
}
