//! Syncs that fail: what is refused never stands, what is acknowledged always does, and it passes by itself.
//!
//! A failed sync is the kernel's as it is: what was to be written is on the disk or not, counts as written, and no later sync
//! writes it again, while whoever reads goes on seeing it.

use std::time::Duration;

use serde_json::json;

use super::super::folder::{Person, make_folder};
use super::super::judge::Judge;
use super::super::server::{Program, Server, now};
use super::super::wire::{self, Answer, Told, Wire};
use super::super::{number, say};
use super::image::Failing;
use super::{Image, Mount};

/// Time in which everything is taken again once the disk syncs, without a restart.
const RECOVERED_WITHIN: Duration = Duration::from_secs(10);

/// What a person was told of each report.
#[derive(Default)]
struct Promises {
    acknowledged: Vec<String>,
    refused: Vec<String>,
    unsure: Vec<String>,
    checked: u64,
}

/// A folder on a disk whose syncs can fail, with the server on it.
struct Office {
    home: tempfile::TempDir,
    disk: Mount,
    program: Program,
    server: Option<Server>,
    people: Vec<Person>,
    told: Promises,
    asked: usize,
}

impl Office {
    fn new(program: Program, seed: u64) -> Self {
        let (home, made) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let people = make_folder(&made.path().join("data"));
        let mut image = Image::new(seed);
        image.take_over(&made.path().join("data")).expect("the folder as it was made");
        std::fs::create_dir(home.path().join("data")).expect("a place to mount it");
        let disk = Mount::new(&home.path().join("data"), image);
        let mut office = Office { home, disk, program, server: None, people, told: Promises::default(), asked: 0 };
        office.start();
        office
    }

    fn start(&mut self) {
        let started = Server::start_with(self.program.command(), &self.home.path().join("data"));
        self.server = Some(started.unwrap_or_else(|ended| panic!("no server: {ended:?}")));
    }

    fn kill(&mut self) {
        if let Some(server) = self.server.take() {
            server.kill();
        }
    }

    fn ask(&self, request: &[u8]) -> Answer {
        let server = self.server.as_ref().expect("a server");
        match Wire::to(server.address).ask(request) {
            Told::Whole(answer) => answer,
            told => panic!("not a whole answer: {told:?}"),
        }
    }

    fn report(&mut self) -> Answer {
        let reference = format!("F-{}", self.asked);
        let number = format!("F{:07}", self.asked);
        self.asked += 1;
        let body = json!({ "kind": "passport", "number": number, "status": "lost", "reference": reference });
        let answer = self.ask(&wire::call(&self.people[self.asked % 4], "POST", "/api/v1/status", &body));
        let code = answer.json()["type"].as_str().unwrap_or("").rsplit('/').next().unwrap_or("").to_owned();
        match (answer.status, code.as_str()) {
            (201, _) => &mut self.told.acknowledged,
            (500, "unsure") => &mut self.told.unsure,
            (503, "disk-failing" | "log-unavailable" | "busy") => &mut self.told.refused,
            _ => panic!("{answer:?}"),
        }
        .push(reference);
        answer
    }

    fn check(&mut self) -> Answer {
        let asked = json!({ "number": "G0000001", "issuing_state": "GTM" });
        let answer = self.ask(&wire::call(&self.people[4], "POST", "/api/v1/checks", &asked));
        self.told.checked += u64::from(answer.status == 200);
        answer
    }

    fn fail(&self, ending: &str, times: Option<u32>) {
        self.disk.image().failing = Some(Failing { ending: ending.to_owned(), times });
    }

    fn heal(&self) {
        self.disk.image().failing = None;
    }

    fn recover(&mut self) {
        let since = now();
        while (self.report().status, self.check().status) != (201, 200) {
            assert!(since.elapsed() < RECOVERED_WITHIN, "still refused after {:?}", since.elapsed());
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Holds what was told against what is there.
    fn judge(&mut self) -> Vec<String> {
        let looked = Judge::new(self.home.path().join("copy")).look(&self.home.path().join("data"), true);
        let found = match looked {
            Ok(found) => found,
            Err(fault) => return vec![format!("{fault:?}")],
        };
        let there = |reference: &&String| found.entries.keys().any(|(_, known)| known == *reference);
        let lost = self.told.acknowledged.iter().filter(|reference| !there(reference));
        let stood = self.told.refused.iter().filter(there);
        let mut faults: Vec<String> =
            lost.map(|reference| format!("{reference} was acknowledged and is gone")).collect();
        faults.extend(stood.map(|reference| format!("{reference} was refused and stands")));
        let lines = found.lines.get(&(self.people[4].id, "checks.check".to_owned())).copied().unwrap_or(0);
        if lines < self.told.checked {
            faults.push(format!("{} checks were answered, the log has {lines} lines", self.told.checked));
        }
        faults
    }
}

#[test]
fn a_sync_that_fails_once_is_refused_for_good_and_the_next_one_stands() {
    for seed in 0..4 {
        let mut office = Office::new(Program::to_be_killed(), seed);
        assert_eq!(office.report().status, 201);
        office.fail("registers.db-wal", Some(1));
        let refused = office.report();
        assert_eq!((refused.status, refused.json()["type"].as_str()), (503, Some("/problems/disk-failing")));
        // Right after it was refused, before anything else is committed.
        match seed % 2 {
            0 => {
                office.kill();
                office.disk.cut(seed);
            }
            _ => office.kill(),
        }
        assert_eq!(office.judge(), Vec::<String>::new(), "seed {seed}");
        office.start();
        office.recover();
        office.kill();
        office.disk.cut(seed);
        assert_eq!(office.judge(), Vec::<String>::new(), "seed {seed}");
    }
}

#[test]
fn while_syncs_fail_nothing_is_acknowledged_and_everything_is_taken_again_once_they_do_not() {
    for ending in ["registers.db-wal", "access.db-wal", ".db", ""] {
        let mut office = Office::new(Program::to_be_killed(), 7);
        assert_eq!((office.report().status, office.check().status), (201, 200));
        office.fail(ending, None);
        let told = [office.report(), office.report()];
        if ending != ".db" {
            // Of the databases themselves nothing is synced before their logs are long.
            assert!(told.iter().all(|told| told.status >= 500), "{ending}: {told:?}");
        }
        let page = office.ask(b"GET /sign-in HTTP/1.1\r\nhost: localhost\r\n\r\n");
        assert_eq!(page.status, 200, "what shows nothing of anybody stays");
        office.heal();
        let since = now();
        office.recover();
        say(&format!("power: with syncs of *{ending} failing, taken again {} ms after", since.elapsed().as_millis()));
        office.kill();
        office.disk.cut(7);
        assert_eq!(office.judge(), Vec::<String>::new(), "{ending}");
    }
}

/// Kills the server while its syncs fail, starts another on what the kernel shows, lets it work, and cuts the power: what it
/// built on must have been on the disk.
fn restarted_on_what_was_never_written(program: &Program, seed: u64) -> Vec<String> {
    let mut office = Office::new(program.clone(), seed);
    office.report();
    office.fail(["access.db-wal", "registers.db-wal"][usize::from(seed % 3 == 2)], None);
    office.report();
    office.kill();
    office.heal();
    office.start();
    for _ in 0..5 {
        office.report();
        office.check();
    }
    office.kill();
    office.disk.cut(seed);
    office.judge()
}

#[test]
fn a_restart_after_a_failed_sync_builds_on_nothing_that_is_not_on_the_disk() {
    let rounds = number("PUEBLA_POWER_CUTS").map_or(3, |cuts| 3.max(cuts / 20));
    for seed in 0..rounds {
        let faults = restarted_on_what_was_never_written(&Program::to_be_killed(), seed);
        assert_eq!(faults, Vec::<String>::new(), "seed {seed}");
    }
}

/// The control: a start that believes what it reads.
#[test]
fn a_restart_that_believes_what_it_reads_is_caught() {
    let program = Program::with_fault("log-believed");
    let caught =
        (0..8).map(|seed| restarted_on_what_was_never_written(&program, seed)).position(|faults| !faults.is_empty());
    say(&format!("power: a log that was believed was caught in round {caught:?} of 8"));
    assert!(caught.is_some(), "nothing was lost in eight rounds");
}
