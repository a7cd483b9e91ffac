//! A disk without room, and files that cannot grow: what is refused, what is not stored, and that it passes.

use std::fs::File;
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use serde_json::json;

use super::folder::{Person, make_folder};
use super::judge::Judge;
use super::server::{SOUND, Server, now};
use super::wire::{self, Answer, Told, Wire};

/// Time in which everything is taken again once there is room, without a restart.
const RECOVERED_WITHIN: Duration = Duration::from_secs(5);

/// More requests than any room here takes.
const MANY: usize = 3000;

/// A folder as a disk of its own, taken away when dropped; none where this machine does not let us.
pub(super) struct SmallDisk(pub(super) tempfile::TempDir);

impl SmallDisk {
    pub(super) fn mount(megabytes: u32) -> Option<Self> {
        let home = tempfile::tempdir().expect("a folder");
        let size = format!("size={megabytes}m");
        let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(home.path()).output();
        mounted.is_ok_and(|mounted| mounted.status.success()).then(|| SmallDisk(home))
    }

    /// Leaves so many kilobytes free.
    pub(super) fn fill(&self, free_kilobytes: usize) {
        let mut filler = File::create(self.0.path().join("filler")).expect("a file");
        let mut written = 0;
        while filler.write_all(&[1; 1024]).is_ok() {
            written += 1;
        }
        filler.set_len(1024 * u64::try_from(written - free_kilobytes).expect("a length")).expect("a shorter file");
    }

    /// Takes what room there is beside the first filling.
    pub(super) fn fill_more(&self) {
        let mut filler = File::create(self.0.path().join("more")).expect("a file");
        while filler.write_all(&[1; 1024]).is_ok() {}
    }

    pub(super) fn make_room(&self) {
        for filler in ["filler", "more"] {
            // The second is there where somebody asked for it.
            let _ = std::fs::remove_file(self.0.path().join(filler));
        }
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Lazily: a server that is still ending must not keep it.
        let _ = Command::new("umount").arg("--lazy").arg(self.0.path()).status();
    }
}

/// Somebody who reports and somebody who checks, before one server.
pub(super) struct Counter {
    address: SocketAddr,
    people: Vec<Person>,
    acknowledged: Vec<String>,
    refused: Vec<String>,
    checked: u64,
}

impl Counter {
    pub(super) fn new(server: &Server, people: Vec<Person>) -> Self {
        Counter { address: server.address, people, acknowledged: Vec::new(), refused: Vec::new(), checked: 0 }
    }

    /// Turns to another server on the same folder.
    pub(super) fn goes_on_at(&mut self, server: &Server) {
        self.address = server.address;
    }

    pub(super) fn ask(&self, request: &[u8]) -> Answer {
        match Wire::to(self.address).ask(request) {
            Told::Whole(answer) => answer,
            told => panic!("not a whole answer: {told:?}"),
        }
    }

    pub(super) fn report(&mut self) -> Answer {
        let at = self.acknowledged.len() + self.refused.len();
        // Four authorities take turns, so that none is over its rate before the disk is full.
        let person = &self.people[at % 4];
        let reference = format!("D-{at}");
        let body =
            json!({ "kind": "passport", "number": format!("D{at:07}"), "status": "lost", "reference": reference });
        let answer = self.ask(&wire::call(person, "POST", "/api/v1/status", &body));
        if answer.status == 201 { &mut self.acknowledged } else { &mut self.refused }.push(reference);
        answer
    }

    pub(super) fn check(&mut self) -> Answer {
        let asked = json!({ "number": "G0000001", "issuing_state": "GTM" });
        let answer = self.ask(&wire::call(&self.people[4], "POST", "/api/v1/checks", &asked));
        self.checked += u64::from(answer.status == 200);
        answer
    }

    /// Asks until it is refused for want of room, and answers how.
    pub(super) fn until_refused(&mut self, ask: fn(&mut Self) -> Answer) -> Answer {
        for _ in 0..MANY {
            let answer = ask(self);
            match answer.status {
                // Over the rate: the disk has room for many.
                429 => std::thread::sleep(Duration::from_millis(300)),
                500.. => return answer,
                _ => {}
            }
        }
        panic!("{MANY} requests were all taken");
    }

    /// Asks until everything is taken again.
    pub(super) fn recover(&mut self) {
        let since = now();
        loop {
            let (report, check) = (self.report(), self.check());
            if (report.status, check.status) == (201, 200) {
                return;
            }
            assert!(since.elapsed() < RECOVERED_WITHIN, "still refused: {report:?} {check:?}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Holds what was heard against the files: everything acknowledged, and nothing of what was refused.
    pub(super) fn hold_against(&self, data: &Path, copy: &Path) {
        let found = Judge::new(copy.join("copy")).look(data, true).unwrap_or_else(|fault| panic!("{fault:?}"));
        let there = |reference: &String| found.entries.keys().any(|(_, known)| known == reference);
        assert!(self.acknowledged.iter().all(there), "an acknowledged report is gone");
        let half: Vec<&String> = self.refused.iter().filter(|reference| there(reference)).collect();
        assert!(half.is_empty(), "refused and stored all the same: {half:?}");
        let lines = found.lines[&(self.people[4].id, "checks.check".to_owned())];
        assert!(lines >= self.checked, "{} checks were answered, the log has {lines} lines", self.checked);
    }
}

/// Answers the code of a refusal, which must be said as every refusal is.
pub(super) fn code(answer: &Answer) -> String {
    assert_eq!(answer.header("content-type"), "application/problem+json", "{answer:?}");
    let problem = answer.json();
    assert_eq!(problem["status"], answer.status);
    problem["type"].as_str().and_then(|kind| kind.strip_prefix("/problems/")).expect("a type").to_owned()
}

#[test]
fn a_full_disk_stores_nothing_by_halves_shows_nothing_unlogged_and_passes() {
    let Some(disk) = SmallDisk::mount(8) else {
        // Without the right to mount, files that cannot grow must stand for it.
        return files_that_cannot_grow();
    };
    let data = disk.0.path().join("data");
    let people = make_folder(&data);
    let server = Server::start(&data);
    let mut counter = Counter::new(&server, people);
    assert_eq!((counter.report().status, counter.check().status), (201, 200));
    disk.fill(400);
    let refused = counter.until_refused(Counter::report);
    assert!([507, 503].contains(&refused.status), "{refused:?}");
    assert!(["disk-full", "log-unavailable", "busy"].contains(&code(&refused).as_str()), "{refused:?}");
    disk.fill(0);
    let refused = counter.until_refused(Counter::check);
    assert_eq!((refused.status, code(&refused).as_str()), (503, "log-unavailable"));
    for _ in 0..20 {
        assert!(counter.check().status == 503 && counter.report().status == 503, "shown or stored without a line");
    }
    let page = counter.ask(b"GET /sign-in HTTP/1.1\r\nhost: localhost\r\n\r\n");
    assert_eq!(page.status, 200, "what shows nothing of anybody stays");
    disk.make_room();
    counter.recover();
    // Killed on a full disk, it may say so and not start; it must not harm anything either way.
    disk.fill(0);
    server.kill();
    if let Err(ended) = Server::start_with(Command::new(SOUND), &data) {
        assert_eq!(ended.status, Some(5), "{ended:?}");
    }
    disk.make_room();
    Server::start(&data);
    let elsewhere = tempfile::tempdir().expect("a folder");
    counter.hold_against(&data, elsewhere.path());
}

#[test]
fn a_file_that_cannot_grow_is_an_error_of_the_disk_like_any_other() {
    files_that_cannot_grow();
}

/// Limits the size of every file the server writes: what SQLite then hears is an error of input and output.
fn files_that_cannot_grow() {
    let home = tempfile::tempdir().expect("a folder");
    let data = home.path().join("data");
    let people = make_folder(&data);
    // The signal that comes with the error would end the process; ignored, it stays so in what the shell becomes.
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", SOUND]);
    let server = Server::start_with(shell, &data).unwrap_or_else(|ended| panic!("no server: {ended:?}"));
    let mut counter = Counter::new(&server, people);
    assert_eq!((counter.report().status, counter.check().status), (201, 200));
    let grown = |file: &str| std::fs::metadata(data.join(file)).map_or(0, |meta| meta.len());
    limit(&server, grown("registers.db-wal").max(grown("access.db-wal")) + 200_000);
    let refused = counter.until_refused(Counter::report);
    code(&refused);
    let refused = counter.until_refused(Counter::check);
    assert_eq!((refused.status, code(&refused).as_str()), (503, "log-unavailable"));
    limit(&server, u64::MAX);
    counter.recover();
    counter.hold_against(&data, home.path());
}

fn limit(server: &Server, bytes: u64) {
    let bytes = if bytes == u64::MAX { "unlimited".to_owned() } else { bytes.to_string() };
    let pid = server.pid().to_string();
    let set = Command::new("prlimit").args(["--pid", &pid, &format!("--fsize={bytes}:unlimited")]).status();
    assert!(set.expect("prlimit of util-linux").success(), "the limit was not set");
}
