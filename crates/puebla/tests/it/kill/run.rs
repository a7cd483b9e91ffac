//! A run: one folder, eight clients, and a server that is killed again and again.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use base::store::Folder;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::json;

use super::asking::{Asking, Tally};
use super::authority::Authority;
use super::client::{Client, Fault, Kind};
use super::examiner::Examiner;
use super::folder::{OPERATOR, Person, make_folder};
use super::importer::Importer;
use super::judge::{Found, Judge};
use super::officer::Officer;
use super::power::{Image, Mount};
use super::server::{self, Program, Server};
use super::wire::{self, Answer, Told, Wire};
use super::writer::Writer;

/// A server that takes longer to come back is a fault, however busy the machine.
const READY_AT_LAST: Duration = Duration::from_secs(15);

/// How often the journal is read again from its beginning, and the commands are asked too.
const THOROUGH_EVERY: u64 = 10;

/// How often a server is killed before it listens.
const EARLY_EVERY: u64 = 7;

/// How often the very first start of a folder is killed, and how much later each time.
const FIRST_STARTS: u64 = 5;
const FIRST_STARTS_APART_MS: u64 = 40;

/// What follows once an alert is handed in.
const ALERT_ACTS: [&str; 4] = ["documents.confirm", "documents.publish", "documents.correct", "documents.withdraw"];

/// What a run comes to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Figures {
    pub cycles: u64,
    pub killed_early: u64,
    /// Acknowledged acts that changed something.
    pub writes: u64,
    pub checks: u64,
    /// Acknowledged confirmations, publications, corrections and withdrawals of alerts: the fewest of the four.
    pub alert_acts: u64,
    /// Asked for, and the whole answer never came.
    pub unknown: u64,
    pub entries: u64,
    /// From the start of a process until it listens, all together.
    pub starts: Duration,
    pub longest_start: Duration,
}

/// A folder with everybody who works on it.
pub struct Run {
    program: Program,
    /// The disk that loses its power with every kill; none where the machine's own is worked on.
    power: Option<Mount>,
    _home: tempfile::TempDir,
    data: PathBuf,
    workers: Vec<Worker>,
    judge: Judge,
    rng: StdRng,
    pub figures: Figures,
}

struct Worker {
    client: Box<dyn Client>,
    tally: Tally,
}

impl Figures {
    /// Adds another run's.
    pub fn and(self, other: Figures) -> Self {
        Figures {
            cycles: self.cycles + other.cycles,
            killed_early: self.killed_early + other.killed_early,
            writes: self.writes + other.writes,
            checks: self.checks + other.checks,
            alert_acts: self.alert_acts + other.alert_acts,
            unknown: self.unknown + other.unknown,
            entries: self.entries + other.entries,
            starts: self.starts + other.starts,
            longest_start: self.longest_start.max(other.longest_start),
        }
    }

    /// Answers how long a server takes to listen, on the mean.
    pub fn mean_start(&self) -> Duration {
        self.starts / u32::try_from(self.cycles.max(1)).unwrap_or(u32::MAX)
    }
}

impl Run {
    /// Makes a folder and puts eight clients before it.
    pub fn new(program: Program, seed: u64) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let people = make_folder(&home.path().join("data"));
        Self::before(program, seed, home, None, people)
    }

    /// The same on a disk that loses its power with every kill.
    pub fn with_power_cuts(program: Program, seed: u64) -> Self {
        let (home, made) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let people = make_folder(&made.path().join("data"));
        let mut image = Image::new(seed);
        image.take_over(&made.path().join("data")).expect("the folder as it was made");
        std::fs::create_dir(home.path().join("data")).expect("a place to mount it");
        let power = Mount::new(&home.path().join("data"), image);
        Self::before(program, seed, home, Some(power), people)
    }

    fn before(program: Program, seed: u64, home: tempfile::TempDir, power: Option<Mount>, people: Vec<Person>) -> Self {
        let data = home.path().join("data");
        let workers = people.into_iter().enumerate().map(|(at, person)| {
            let client: Box<dyn Client> = match (at, person.state) {
                (_, "CRI" | "CAN") => Box::new(Officer::new(person)),
                (_, "SLV") => Box::new(Examiner::new(person)),
                (_, "DOM") => Box::new(Writer::new(person)),
                (_, "PAN") => Box::new(Importer::new(person)),
                (0..3, _) => Box::new(Authority::new(person, ['G', 'M', 'H'][at])),
                (_, state) => panic!("{state} has no part"),
            };
            Worker { client, tally: Tally::default() }
        });
        let workers = workers.collect();
        let (rng, figures) = (StdRng::seed_from_u64(seed), Figures::default());
        let judge = Judge::new(home.path().join("copy"));
        let mut run = Run { program, power, workers, judge, data, _home: home, rng, figures };
        // The first start makes the files and tables that the later ones find: it is killed too, ever a little later.
        for at in 0..FIRST_STARTS {
            let wait = at * FIRST_STARTS_APART_MS + run.rng.random_range(0..FIRST_STARTS_APART_MS);
            run.kill_while_starting(Duration::from_millis(wait));
        }
        run
    }

    fn kill_while_starting(&mut self, wait: Duration) {
        self.figures.killed_early += 1;
        server::kill_while_starting(&self.program, &self.data, wait);
        self.cut_power();
    }

    fn cut_power(&mut self) {
        if let Some(power) = &mut self.power {
            power.cut(self.rng.random());
        }
    }

    /// Starts a server, works, kills it, and answers every promise that was broken.
    pub fn cycle(&mut self) -> Vec<Fault> {
        self.figures.cycles += 1;
        let server = match Server::start_with(self.program.command(), &self.data) {
            Ok(server) => server,
            Err(ended) => return vec![Fault::new(Kind::Odd, format!("the server does not come back: {ended:?}"))],
        };
        let mut faults = Vec::new();
        self.figures.starts += server.ready_after;
        self.figures.longest_start = self.figures.longest_start.max(server.ready_after);
        if server.ready_after > READY_AT_LAST {
            faults.push(Fault::new(Kind::Odd, format!("the server came back after {:?}", server.ready_after)));
        }
        faults.extend(self.look_up(&server));
        self.work(server);
        self.cut_power();
        // The lock is the kernel's: it went with the process.
        if let Err(error) = Folder::open(&self.data) {
            faults.push(Fault::new(Kind::Odd, format!("the folder is still held: {error}")));
        }
        if self.figures.cycles.is_multiple_of(EARLY_EVERY) {
            let wait = self.rng.random_range(0..400);
            self.kill_while_starting(Duration::from_millis(wait));
        }
        faults.extend(self.hold_against(self.figures.cycles.is_multiple_of(THOROUGH_EVERY)));
        faults
    }

    /// Asks each register for one number that the last server acknowledged and this one must know.
    fn look_up(&mut self, server: &Server) -> Vec<Fault> {
        let reported = self.workers.iter().flat_map(|worker| {
            let state = worker.client.person().state;
            worker.client.sure_numbers().into_iter().map(move |(number, reference)| (state, number, reference))
        });
        let reported: Vec<(&'static str, String, String)> = reported.collect();
        let described = self.workers.iter().flat_map(|worker| worker.client.sure_alerts());
        let described: Vec<(&'static str, String, String)> =
            described.map(|(number, reference)| ("UTO", number, reference)).collect();
        let mut faults = Vec::new();
        for (register, known) in [("status", reported), ("alerts", described)] {
            if !known.is_empty() {
                let (state, number, reference) = &known[self.rng.random_range(0..known.len())];
                faults.extend(self.find(server, register, state, number, reference));
            }
        }
        faults
    }

    /// Checks a number; it is a fault when the register does not answer with the reference.
    fn find(&mut self, server: &Server, register: &str, state: &str, number: &str, reference: &str) -> Option<Fault> {
        let worker = self.workers.iter_mut().find(|worker| worker.client.person().state == "CRI")?;
        worker.tally.acts.entry("checks.check").or_default().sent += 1;
        let asked = json!({ "number": number, "issuing_state": state, "kind": "passport" });
        let told = Wire::to(server.address).ask(&wire::call(worker.client.person(), "POST", "/api/v1/checks", &asked));
        let finds = |answer: &Answer| {
            let known = answer.json()[register].as_array().cloned().unwrap_or_default();
            known.iter().any(|one| one["reference"] == reference)
        };
        match told {
            Told::Whole(answer) if finds(&answer) => None,
            told => Some(Fault::new(Kind::Lost, format!("a check of {state} {number} ({reference}) finds {told:?}"))),
        }
    }

    /// Lets the clients work for a moment and kills the server under them.
    fn work(&mut self, server: Server) {
        let (address, ended) = (server.address, AtomicBool::new(false));
        let long = Duration::from_millis(self.rng.random_range(100..400));
        std::thread::scope(|scope| {
            for worker in &mut self.workers {
                let (ended, mut rng) = (&ended, StdRng::seed_from_u64(self.rng.random()));
                scope.spawn(move || {
                    let (mut wire, tally) = (Wire::to(address), &mut worker.tally);
                    let mut asking = Asking { wire: &mut wire, rng: &mut rng, tally, gone: false };
                    // Until the process is gone, and not until it is told to go; the port may be another's by then.
                    while !asking.gone && !ended.load(Ordering::Relaxed) {
                        worker.client.act(&mut asking);
                    }
                });
            }
            std::thread::sleep(long);
            server.kill();
            ended.store(true, Ordering::Relaxed);
        });
    }

    /// Holds what everybody remembers against what is there.
    fn hold_against(&mut self, thorough: bool) -> Vec<Fault> {
        let mut faults = Vec::new();
        if thorough {
            faults.extend(self.commands());
        }
        let found = match self.judge.look(&self.data, thorough) {
            Ok(found) => found,
            Err(fault) => {
                faults.push(fault);
                return faults;
            }
        };
        self.figures.entries = self.judge.entries;
        let (mut checks, mut unknown, mut changed) = (0, 0, BTreeMap::new());
        for worker in &mut self.workers {
            faults.extend(worker.client.judge(&found));
            faults.extend(worker.tally.odd.drain(..).map(|what| Fault::new(Kind::Odd, what)));
            faults.extend(lines(worker, &found));
            for (code, count) in &worker.tally.acts {
                unknown += count.sent - count.acknowledged - count.refused;
                checks += if *code == "checks.check" { count.acknowledged } else { 0 };
                *changed.entry(*code).or_default() += count.changed;
            }
        }
        let writes = changed.values().sum();
        let of = |act: &&str| changed.get(*act).copied().unwrap_or(0);
        let alert_acts = ALERT_ACTS.iter().map(of).min().unwrap_or(0);
        self.figures = Figures { writes, checks, alert_acts, unknown, ..self.figures };
        faults
    }

    /// Asks the commands of the binary what they think of the folder.
    fn commands(&self) -> Vec<Fault> {
        let data = self.data.to_str().expect("a path that is text");
        let mut faults = Vec::new();
        for command in [["verify", "--json"], ["rebuild", "--check"]] {
            let arguments = [command[0], "--data", data, "--as", OPERATOR, "--purpose", "operation", command[1]];
            let (status, said) = server::run(&self.program, &arguments[..]);
            if !status.success() {
                faults.push(Fault::new(Kind::Damaged, format!("puebla {}: {status}: {said}", command[0])));
            }
        }
        faults
    }
}

/// Every answer seen has its line, and nothing that was not asked for has one.
fn lines(worker: &Worker, found: &Found) -> Vec<Fault> {
    let person = worker.client.person();
    let mut faults = Vec::new();
    for (code, count) in &worker.tally.acts {
        let lines = found.lines.get(&(person.id, (*code).to_owned())).copied().unwrap_or(0);
        if lines < count.seen {
            let what = format!("{} saw {} answers to {code}, the log has {lines} lines", person.state, count.seen);
            faults.push(Fault::new(Kind::Unlogged, what));
        }
        if lines > count.sent {
            let what = format!("{} asked {} times for {code}, the log has {lines} lines", person.state, count.sent);
            faults.push(Fault::new(Kind::Half, what));
        }
    }
    faults
}
