//! The machine's clock a day back or ahead, while the server runs and across a restart.
//!
//! A small library before the server's own (`leap.c`) shows it a clock that stands off by what a file says.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use base::access::{ACCESS, Leaf};
use base::clock::Clock;
use base::store::{Database, House};
use registers::HOUSE;
use serde_json::json;

use super::disk::Counter;
use super::folder::{Person, Session, make_folder, operator_session};
use super::server::{Ended, SOUND, Server};
use super::wire;

const DAY_S: i64 = 24 * 60 * 60;

/// A folder whose server sees a clock that this test moves.
struct Moved {
    home: tempfile::TempDir,
    people: Vec<Person>,
    operator: Session,
}

impl Moved {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let people = make_folder(&home.path().join("data"));
        let operator = operator_session(&home.path().join("data"));
        let library = home.path().join("leap.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/kill/leap.c");
        let built = Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).status();
        assert!(built.expect("a C compiler").success(), "the library does not build");
        Moved { home, people, operator }
    }

    fn data(&self) -> PathBuf {
        self.home.path().join("data")
    }

    fn leap(&self, seconds: i64) {
        // In one step: half a number would be another clock.
        let new = self.home.path().join("leap.new");
        std::fs::write(&new, seconds.to_string()).expect("a file");
        std::fs::rename(new, self.home.path().join("leap")).expect("a file");
    }

    fn start(&self, more: &[&str]) -> Result<Server, Ended> {
        let mut command = Command::new(SOUND);
        command.env("LD_PRELOAD", self.home.path().join("leap.so"));
        command.env("PUEBLA_LEAP_FILE", self.home.path().join("leap"));
        Server::start_saying(command, &self.data(), &[&["--reserve-mib", "0"], more].concat())
    }

    #[track_caller]
    fn started(&self, more: &[&str]) -> Server {
        self.start(more).unwrap_or_else(|ended| panic!("no server: {ended:?}"))
    }

    fn counter(&self, server: &Server) -> Counter {
        Counter::new(server, self.people.clone())
    }

    /// Answers the minutes of the log's lines in their order.
    fn minutes(&self) -> Vec<i64> {
        let log = Database::open_alone(&self.data(), &ACCESS).expect("the log");
        let mut lines = log.prepare("SELECT body FROM leaf ORDER BY position").expect("lines");
        let bodies = lines.query_map([], |row| row.get::<_, Vec<u8>>(0)).expect("lines");
        let leaf = |body: rusqlite::Result<Vec<u8>>| Leaf::decode(&body.expect("a line")).expect("a leaf");
        bodies.map(|body| leaf(body).minute.cast_signed()).collect()
    }

    /// Answers how many payloads of the journal there are.
    fn payloads(&self) -> i64 {
        let house = House::open_alone(&self.data(), &HOUSE).expect("the house");
        house.query_row("SELECT count(*) FROM journal_payload", [], |row| row.get(0)).expect("a count")
    }
}

fn this_minute() -> i64 {
    Clock::system().now().as_second() / 60
}

#[test]
fn a_clock_that_leaps_under_a_running_server_moves_nothing() {
    let moved = Moved::new();
    let server = moved.started(&[]);
    let mut counter = moved.counter(&server);
    assert_eq!((counter.report().status, counter.check().status), (201, 200));
    let page = wire::get(&moved.operator, "/operation");
    for leap_s in [DAY_S, -DAY_S, 400 * DAY_S, -400 * DAY_S] {
        moved.leap(leap_s);
        assert_eq!((counter.report().status, counter.check().status), (201, 200), "by {leap_s} s");
        // A session of fifteen idle minutes lives on, and does not live longer.
        let shown = counter.ask(&page);
        assert_eq!(shown.status, 200, "by {leap_s} s: {shown:?}");
        assert!(shown.body.contains("The clock of the machine was moved."), "the operator is told");
        // Nobody is made to wait for a day: five wrong passwords wait fifteen seconds, as ever.
        let name = format!("nobody.{}", leap_s.unsigned_abs());
        let body = format!("user_name={name}&password=wrong+words");
        let attempt = format!(
            "POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\n\
             content-length: {}\r\n\r\n{body}",
            body.len()
        );
        if leap_s == DAY_S {
            for _ in 0..5 {
                assert_eq!(counter.ask(attempt.as_bytes()).status, 422);
            }
            let waits = counter.ask(attempt.as_bytes());
            assert_eq!(waits.status, 429);
            let after_s: u64 = waits.header("retry-after").parse().expect("seconds");
            assert!(after_s <= 15, "{after_s}");
        }
    }
    moved.leap(0);
    assert!(!counter.ask(&page).body.contains("The clock of the machine was moved."));
    server.kill();
    let minutes = moved.minutes();
    assert!(minutes.is_sorted() && minutes.iter().all(|minute| (this_minute() - minute).abs() <= 5), "{minutes:?}");
    counter.hold_against(&moved.data(), moved.home.path());
}

#[test]
fn a_clock_that_stands_before_what_was_written_serves_nobody_until_it_is_trusted() {
    let moved = Moved::new();
    // Less than the day that the tokens of these tests last.
    moved.leap(DAY_S / 2);
    let server = moved.started(&["--trust-clock"]);
    assert_eq!(moved.counter(&server).report().status, 201);
    server.kill();
    moved.leap(0);
    let refused = moved.start(&[]).err().expect("no server");
    assert_eq!(refused.status, Some(4), "{refused:?}");
    assert!(refused.said.contains("--trust-clock"), "the way out is said: {}", refused.said);
    let server = moved.started(&["--trust-clock"]);
    let mut counter = moved.counter(&server);
    assert_eq!(counter.check().status, 200);
    server.kill();
    // What was trusted once needs no trust again.
    let server = moved.started(&[]);
    counter.goes_on_at(&server);
    assert_eq!(counter.check().status, 200);
}

#[test]
fn a_clock_that_may_stand_ahead_destroys_nothing() {
    let moved = Moved::new();
    let server = moved.started(&[]);
    let soon = jiff::tz::TimeZone::UTC.to_datetime(Clock::system().now()).date().last_of_month().to_string();
    let body =
        json!({ "kind": "passport", "number": "E0000001", "status": "lost", "reference": "E-1", "expires_on": soon });
    let reported = moved.counter(&server).ask(&wire::call(&moved.people[0], "POST", "/api/v1/status", &body));
    assert_eq!(reported.status, 201, "{reported:?}");
    server.kill();
    let before = moved.payloads();
    moved.leap(70 * DAY_S);
    let server = moved.started(&[]);
    // The first sweep comes at once.
    std::thread::sleep(Duration::from_secs(3));
    server.kill();
    assert_eq!(moved.payloads(), before, "destroyed under a clock that nobody confirmed");
    // The control: a clock that is trusted destroys what is due, so the test would see it.
    let server = moved.started(&["--trust-clock"]);
    std::thread::sleep(Duration::from_secs(3));
    server.kill();
    assert!(destroyed(&moved), "a sweep that destroys nothing shows nothing");
}

/// Says whether the journal holds an entry that destroys.
fn destroyed(moved: &Moved) -> bool {
    let house = House::open_alone(&moved.data(), &HOUSE).expect("the house");
    let sql = "SELECT count(*) FROM journal_entry WHERE position NOT IN (SELECT position FROM journal_payload)";
    house.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("a count") > 0
}
