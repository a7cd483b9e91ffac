//! No answer without its line: a proxy between clients and server kills the server at the first byte of an answer, and the
//! power goes with it. Whatever answer began must have its line on the access log that the next start finds.
//!
//! Each cycle starts a server, sends it one or several requests at once, each of another kind, and lets the first answer
//! end it. What lies in the kernel by then still reaches its client, and counts as an answer too.

mod asks;
mod proxy;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::time::Duration;

use base::access::{ACCESS, Leaf, verify_log};
use base::clock::Clock;
use base::store::Database;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

use self::asks::{Ask, Asks, KINDS};
use self::proxy::Proxy;
use super::folder::make_folder_with_operator;
use super::power::{Image, Mount};
use super::server::{Program, Server, now};
use super::{number, progress, say};

/// Answers that end a server, unless `PUEBLA_FIRST_BYTES` names another number.
const KILLS: u64 = 60;

/// Cycles on one folder, whose log is verified from its beginning each time.
const CYCLES_A_FOLDER: u64 = 100;

/// Kills within which a seeded fault must be caught.
const CAUGHT_WITHIN: u64 = 40;

/// What the clients of all cycles saw.
#[derive(Default)]
struct Seen {
    kills: u64,
    /// Answers of which a first byte arrived, by kind.
    answers: BTreeMap<&'static str, u64>,
    /// Those of them that say in their status that they are over a rate, or that nothing can be logged: they show nothing.
    shown_nothing: BTreeMap<(&'static str, u16), u64>,
    sent: u64,
    unlogged: Vec<String>,
}

/// One folder on a disk that loses its power with each kill.
struct Counter {
    home: tempfile::TempDir,
    disk: Mount,
    program: Program,
    asks: Asks,
    rng: StdRng,
    /// Lines known so far.
    position: u64,
}

impl Counter {
    fn new(program: &Program, seed: u64) -> Self {
        let (home, made) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let people = make_folder_with_operator(&made.path().join("data"));
        // The first start makes files and tables, which is not what is looked at here.
        Server::start(&made.path().join("data")).kill();
        let mut image = Image::new(seed);
        image.take_over(&made.path().join("data")).expect("the folder as it was made");
        std::fs::create_dir(home.path().join("data")).expect("a place to mount it");
        let disk = Mount::new(&home.path().join("data"), image);
        let (asks, rng) = (Asks::new(people), StdRng::seed_from_u64(seed));
        Counter { home, disk, program: program.clone(), asks, rng, position: 0 }
    }

    fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    /// One server, from its start to the first byte of its first answer.
    fn cycle(&mut self, cycle: usize, seen: &mut Seen) {
        // The first of each kind goes alone, so that what takes long is answered too.
        let crowd = cycle >= KINDS.len() && self.rng.random_range(0..100) < 60;
        let asks = self.asks.choose(cycle % KINDS.len(), crowd, &mut self.rng);
        let server = Server::start_with(self.program.command(), &self.data());
        let server = server.unwrap_or_else(|ended| panic!("no server: {ended:?}"));
        let proxy = Proxy::before(server);
        let answers: Vec<Vec<u8>> = std::thread::scope(|scope| {
            let asking: Vec<_> = asks
                .iter()
                .map(|ask| {
                    let (wait, address) = (Duration::from_micros(self.rng.random_range(0..4000)), proxy.address);
                    scope.spawn(move || {
                        std::thread::sleep(wait);
                        answer(address, &ask.request)
                    })
                })
                .collect();
            asking.into_iter().map(|asking| asking.join().expect("a client")).collect()
        });
        seen.kills += u64::from(proxy.has_killed());
        proxy.end();
        self.disk.cut(self.rng.random());
        let lines = self.new_lines();
        for (ask, answer) in asks.iter().zip(answers) {
            seen.sent += 1;
            if !answer.is_empty() {
                count(ask, &answer, &lines, seen);
            }
        }
    }

    /// Answers the lines that are new, from a copy of the log; the log itself is verified.
    fn new_lines(&mut self) -> Vec<(Uuid, Leaf)> {
        let copy = tempfile::tempdir().expect("a folder");
        for name in [ACCESS.file.to_owned(), format!("{}-wal", ACCESS.file)] {
            let from = self.data().join(&name);
            if from.exists() {
                std::fs::copy(from, copy.path().join(name)).expect("a copy");
            }
        }
        let log = Database::open_alone(copy.path(), &ACCESS).expect("the log");
        let verified = verify_log(&log, &[], Clock::system().now()).expect("a log that holds");
        let lines = super::judge::lines_after(&log, self.position).expect("its lines");
        self.position = verified.leaves;
        lines
    }
}

/// Holds one answer against the lines of its cycle.
fn count(ask: &Ask, answer: &[u8], lines: &[(Uuid, Leaf)], seen: &mut Seen) {
    let status: Option<u16> = std::str::from_utf8(answer.get(9..12).unwrap_or(b"")).ok().and_then(|it| it.parse().ok());
    if let Some(status) = status.filter(|status| [429, 503].contains(status)) {
        *seen.shown_nothing.entry((ask.kind.name, status)).or_default() += 1;
        return;
    }
    *seen.answers.entry(ask.kind.name).or_default() += 1;
    if !lines.iter().any(|(person, leaf)| ask.is_told_by(*person, leaf)) {
        let begins = String::from_utf8_lossy(&answer[..answer.len().min(60)]).into_owned();
        seen.unlogged.push(format!("{} has no line; its answer begins {begins:?}", ask.kind.name));
    }
}

/// Sends a request and answers whatever comes back of its answer.
fn answer(address: SocketAddr, request: &[u8]) -> Vec<u8> {
    let mut answer = Vec::new();
    let Ok(mut open) = TcpStream::connect(address) else { return answer };
    let limit = open.set_read_timeout(Some(Duration::from_secs(40)));
    if limit.is_ok() && open.write_all(request).is_ok() {
        let _ = open.read_to_end(&mut answer);
    }
    answer
}

/// Kills servers at their first byte until there were so many, or an answer without a line.
fn kill(program: &Program, seed: u64, kills: u64, tells: bool) -> Seen {
    let (mut seen, mut cycles, since) = (Seen::default(), 0, now());
    while seen.kills < kills && seen.unlogged.is_empty() {
        let mut counter = Counter::new(program, seed.wrapping_add(cycles));
        let of_folder = cycles + CYCLES_A_FOLDER;
        while cycles < of_folder && seen.kills < kills && seen.unlogged.is_empty() {
            counter.cycle(usize::try_from(cycles).unwrap_or(0), &mut seen);
            cycles += 1;
            assert!(cycles <= kills * 2 + 10, "{cycles} servers, and only {} answered anything", seen.kills);
        }
        if tells {
            progress("first byte", seen.kills, kills, since.elapsed());
        }
    }
    seen
}

#[test]
fn an_answer_of_which_one_byte_was_seen_has_its_line() {
    let wanted = number("PUEBLA_FIRST_BYTES");
    let seed = number("PUEBLA_FIRST_BYTE_SEED").unwrap_or_else(rand::random);
    let seen = kill(&Program::to_be_killed(), seed, wanted.unwrap_or(KILLS), wanted.is_some());
    let answers: u64 = seen.answers.values().sum();
    say(&format!(
        "first byte: {} servers killed at the first byte of an answer; {} requests, {answers} answers begun, {} without a \
         line, and of those that show nothing {:?}; by kind {:?}; seed {seed}",
        seen.kills,
        seen.sent,
        seen.unlogged.len(),
        seen.shown_nothing,
        seen.answers,
    ));
    assert!(seen.unlogged.is_empty(), "with PUEBLA_FIRST_BYTE_SEED={seed}: {:#?}", seen.unlogged);
    let answered = |kind: &&asks::Kind| seen.answers.contains_key(kind.name);
    let silent: Vec<&str> = KINDS.iter().filter(|kind| !answered(kind)).map(|kind| kind.name).collect();
    assert!(silent.is_empty(), "nobody was answered to {silent:?}");
}

/// The control: a server that answers before its line is durable, and one that does not sync the line.
#[test]
fn a_server_that_answers_before_its_line_is_durable_is_caught() {
    for fault in ["early-answer", "normal"] {
        let seen = kill(&Program::with_fault(fault), 1, CAUGHT_WITHIN, false);
        say(&format!("first byte: {fault} was caught within {} kills: {:?}", seen.kills, seen.unlogged.first()));
        assert!(!seen.unlogged.is_empty(), "{fault} passed {CAUGHT_WITHIN} kills");
    }
}
