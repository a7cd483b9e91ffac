//! The power cut under the real server: what it acknowledged is on the disk, however the rest was lost, torn or reordered.
//!
//! The disk is a file system of our own (`image`), which the kernel mounts (`mount`). A kill is followed by a cut, and the
//! next server starts on what the cut left. Clients, load and judge are those of the kill harness.

mod commands;
mod content;
mod failing;
mod image;
mod mount;

pub use image::Image;
pub use mount::Mount;

use super::client::{Fault, Kind};
use super::run::{Figures, Run};
use super::server::{self, Program};
use super::{number, progress, say};

/// Cuts, unless `PUEBLA_POWER_CUTS` names another number.
const CUTS: u64 = 50;

/// Cycles on one folder, of which the tenth reads everything again from its beginning.
const CYCLES_A_FOLDER: u64 = 10;

/// Cuts within which a server that does not sync its commits must be caught.
const CAUGHT_WITHIN: u64 = 20;

fn cuts(figures: &Figures) -> u64 {
    figures.cycles + figures.killed_early
}

#[test]
fn a_power_cut_loses_nothing_that_was_acknowledged() {
    let asked = number("PUEBLA_POWER_CUTS");
    let (wanted, since) = (asked.unwrap_or(CUTS), server::now());
    let seed = number("PUEBLA_POWER_SEED").unwrap_or_else(rand::random);
    let mut sum = Figures::default();
    while cuts(&sum) < wanted {
        let mut run = Run::with_power_cuts(Program::to_be_killed(), seed.wrapping_add(sum.cycles));
        while run.figures.cycles < CYCLES_A_FOLDER && cuts(&sum) + cuts(&run.figures) < wanted {
            let faults = run.cycle();
            let at = cuts(&sum) + cuts(&run.figures);
            assert!(faults.is_empty(), "cut {at} with PUEBLA_POWER_SEED={seed}: {faults:#?}");
        }
        sum = sum.and(run.figures);
        if asked.is_some() {
            progress("power", cuts(&sum), wanted, since.elapsed());
        }
    }
    say(&format!(
        "power: {} cuts ({} while starting), {} writes and {} checks acknowledged, lost 0, damaged 0, {} left unanswered, \
         {} entries; ready after {} ms, at worst {} ms; seed {seed}",
        cuts(&sum),
        sum.killed_early,
        sum.writes,
        sum.checks,
        sum.unknown,
        sum.entries,
        sum.mean_start().as_millis(),
        sum.longest_start.as_millis(),
    ));
    assert!(sum.writes > sum.cycles && sum.checks > sum.cycles, "hardly anything was acknowledged: {sum:?}");
}

/// The control: what no kill can show, a cut must.
#[test]
fn a_server_that_does_not_sync_its_commits_is_caught() {
    let (mut caught, mut done): (Vec<Fault>, u64) = (Vec::new(), 0);
    while caught.is_empty() && done < CAUGHT_WITHIN {
        let mut run = Run::with_power_cuts(Program::with_fault("normal"), done);
        while caught.is_empty() && cuts(&run.figures) < CAUGHT_WITHIN / 2 {
            caught = run.cycle();
        }
        done += cuts(&run.figures);
    }
    say(&format!("power: synchronous=NORMAL was caught within {done} cuts"));
    let lost = caught.iter().filter(|fault| matches!(fault.kind, Kind::Lost | Kind::Unlogged));
    assert!(lost.count() > 0, "{done} cuts showed only {caught:#?}");
}
