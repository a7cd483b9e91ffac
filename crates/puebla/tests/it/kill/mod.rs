//! The real server, killed again and again while eight clients work: what it acknowledged stands, and whole.
//!
//! Acknowledged means that the whole answer arrived. What this shows, what it cannot, and how to run more of it:
//! docs/operate/durability.md.

mod asking;
mod authority;
mod client;
mod clock;
mod disk;
mod examiner;
mod first_byte;
pub(crate) mod folder;
mod handles;
mod importer;
mod judge;
mod manners;
mod officer;
mod power;
mod reserve;
mod run;
mod sayings;
pub(crate) mod server;
mod smuggling;
mod starts;
mod wire;
mod writer;

use std::collections::BTreeSet;
use std::io::Write;
use std::time::Duration;

use client::{Fault, Kind};
use run::{Figures, Run};
use server::Program;

/// Cycles, unless `PUEBLA_KILL_CYCLES` names another number.
const CYCLES: u64 = 100;

/// Time in which a killed server is back, on the mean: a single start may wait for a busy machine.
const READY_WITHIN: Duration = Duration::from_secs(3);

/// Cycles on one folder: each is verified from its beginning, so it must not grow for ever.
const CYCLES_A_FOLDER: u64 = 50;

/// Cycles within which a seeded fault must be caught.
const CAUGHT_WITHIN: u64 = 36;

pub(crate) fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} is no number: {text}")))
}

/// Says a line past the test runner, which keeps what a passing test prints.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Says how far a long run has come, and how long the rest will take at this pace.
fn progress(what: &str, done: u64, wanted: u64, taken: Duration) {
    let left = taken.as_secs() * wanted.saturating_sub(done) / done.max(1);
    say(&format!("{what}: {done} of {wanted} after {} s, nothing lost; about {left} s to go", taken.as_secs()));
}

#[test]
fn a_killed_server_loses_nothing_it_acknowledged() {
    let wanted = number("PUEBLA_KILL_CYCLES");
    let cycles = wanted.unwrap_or(CYCLES);
    let seed = number("PUEBLA_KILL_SEED").unwrap_or_else(rand::random);
    let program = Program::to_be_killed();
    let since = server::now();
    let mut sum = Figures::default();
    while sum.cycles < cycles {
        let mut run = Run::new(program.clone(), seed.wrapping_add(sum.cycles));
        while run.figures.cycles < CYCLES_A_FOLDER && sum.cycles + run.figures.cycles < cycles {
            let faults = run.cycle();
            let at = sum.cycles + run.figures.cycles;
            assert!(faults.is_empty(), "cycle {at} with PUEBLA_KILL_SEED={seed}: {faults:#?}");
        }
        sum = sum.and(run.figures);
        if wanted.is_some() {
            progress("kill -9", sum.cycles, cycles, since.elapsed());
        }
    }
    say(&format!(
        "kill -9: {} cycles ({} while starting), {} writes and {} checks acknowledged, each act of an alert's \
         life at least {} times, lost 0, {} left unanswered, {} entries; ready after {} ms, at worst {} ms; seed {seed}",
        sum.cycles,
        sum.killed_early,
        sum.writes,
        sum.checks,
        sum.alert_acts,
        sum.unknown,
        sum.entries,
        sum.mean_start().as_millis(),
        sum.longest_start.as_millis(),
    ));
    assert!(sum.mean_start() <= READY_WITHIN, "a server comes back after {:?}", sum.mean_start());
    assert!(sum.writes > sum.cycles && sum.checks > sum.cycles, "hardly anything was acknowledged: {sum:?}");
    assert!(sum.alert_acts > 0, "no alert was led through its life: {sum:?}");
}

/// The control: a server that acknowledges before it is durable must be caught by the same harness, in its tables and
/// in its access log.
#[test]
fn a_server_that_acknowledges_too_early_is_caught() {
    let program = Program::with_fault("early-answer");
    let wanted = BTreeSet::from([Kind::Lost, Kind::Unlogged]);
    let mut caught: Vec<Fault> = Vec::new();
    let mut cycles = 0;
    while cycles < CAUGHT_WITHIN && !caught.iter().map(|fault| fault.kind).collect::<BTreeSet<_>>().is_superset(&wanted)
    {
        // A fresh folder each time: after a loss the clients and the tables agree on nothing.
        let mut run = Run::new(program.clone(), cycles);
        for _ in 0..4 {
            cycles += 1;
            let faults = run.cycle();
            if !faults.is_empty() {
                caught.extend(faults);
                break;
            }
        }
    }
    say(&format!("kill -9: the seeded faults were caught within {cycles} cycles"));
    let kinds: BTreeSet<Kind> = caught.iter().map(|fault| fault.kind).collect();
    assert!(kinds.is_superset(&wanted), "{CAUGHT_WITHIN} cycles showed only {caught:#?}");
    assert!(!kinds.contains(&Kind::Damaged), "an early answer damages nothing: {caught:#?}");
}
