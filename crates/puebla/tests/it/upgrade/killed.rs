//! The upgrade killed at a random moment: the next start finishes it, and all is whole.
//!
//! The released steps are over in milliseconds. So the binary with the seeded fault takes one more, large enough to be hit
//! in its middle; torn in two transactions it is the control, which must be caught.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use rand::RngExt;

use super::frozen::{FROZEN, Frozen, OPERATOR, count, one};
use crate::commands::text;
use crate::kill::server::{SOUND, now, with_seeded_fault};
use crate::kill::{number, say};

/// Kills, unless `PUEBLA_UPGRADE_KILLS` names another number.
const KILLS: u64 = 12;

/// Kills within which the torn step must be caught.
const CAUGHT_WITHIN: u64 = 40;

/// What is said when the next start fails.
const UNFINISHED: &str = "the next start does not finish it";

/// How the further step is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    None,
    Whole,
    Torn,
}

/// Where a kill hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hit {
    Before,
    Middle,
    After,
}

fn verify(binary: &Path, data: &Path, step: Step) -> Command {
    let mut command = Command::new(binary);
    command.args(["verify", "--as", OPERATOR, "--data", text(data)]).env_clear().env("PUEBLA_LOG", "off");
    match step {
        Step::None => {}
        Step::Whole => drop(command.env("PUEBLA_TRIAL_STEP", "whole")),
        Step::Torn => drop(command.env("PUEBLA_TRIAL_STEP", "torn")),
    }
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// When a kill comes.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// So long after the start of the process.
    FromStart(Duration),
    /// So long after the upgrade itself began, however long the start took.
    FromCopy(Duration),
}

/// Kills one upgrade at a moment, starts again, and answers where it hit and what is wrong.
fn kill_one(frozen: &Frozen, binary: &Path, step: Step, moment: Moment) -> (Hit, Vec<String>) {
    let home = tempfile::tempdir().expect("a folder");
    let data = frozen.unpack(home.path());
    let copy = frozen.copy();
    let mut child = verify(binary, &data, step).spawn().expect("a process");
    match moment {
        Moment::FromStart(wait) => std::thread::sleep(wait),
        Moment::FromCopy(wait) => {
            await_copy(&mut child, &data.join(&copy));
            std::thread::sleep(wait);
        }
    }
    // It may have ended already.
    let _ = child.kill();
    let ended = child.wait().expect("its end");
    let hit = match (ended.success(), data.join(&copy).exists()) {
        (true, _) => Hit::After,
        (false, true) => Hit::Middle,
        (false, false) => Hit::Before,
    };
    let mut wrong = Vec::new();
    if !verify(binary, &data, step).status().expect("a process").success() {
        wrong.push(UNFINISHED.to_owned());
        return (hit, wrong);
    }
    if !verify(binary, &data, step).status().expect("a process").success() {
        wrong.push("a third start finds damage".to_owned());
    }
    let counts = ["person", "token", "draft"].map(|table| count(&data, "base.db", table));
    if counts != frozen.forward() {
        wrong.push(format!("{counts:?} people, tokens, drafts"));
    }
    if step != Step::None && one(&data, "base.db", "SELECT count(*) FROM trial WHERE word = 'as it is'") != 40_000 {
        wrong.push("the further step was taken in part".to_owned());
    }
    if one(&data, &copy, "SELECT user_version FROM pragma_user_version") != frozen.base_form as u64 {
        wrong.push("the copy is not of the earlier form".to_owned());
    }
    (hit, wrong)
}

/// Waits until the upgrade has begun: its copy of what was before lies there, or the process has ended.
fn await_copy(child: &mut Child, copy: &Path) {
    while !copy.exists() && child.try_wait().expect("its end").is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Measures how long a whole upgrade takes here and now, from the start of the process and from its copy.
fn takes(frozen: &Frozen, binary: &Path, step: Step) -> [Duration; 2] {
    let home = tempfile::tempdir().expect("a folder");
    let data = frozen.unpack(home.path());
    let begun = now();
    let mut child = verify(binary, &data, step).spawn().expect("a process");
    await_copy(&mut child, &data.join(frozen.copy()));
    let copied = now();
    assert!(child.wait().expect("its end").success());
    [begun.elapsed(), copied.elapsed()]
}

#[test]
fn an_upgrade_killed_at_any_moment_is_finished_by_the_next_start() {
    let kills = number("PUEBLA_UPGRADE_KILLS").unwrap_or(KILLS);
    let seeded = with_seeded_fault();
    let mut hits = [0; 3];
    for frozen in &FROZEN {
        let ways = [(Path::new(SOUND), Step::None), (&*seeded, Step::Whole)];
        let longest = ways.map(|(binary, step)| takes(frozen, binary, step)[0]);
        for turn in 0..kills {
            let (binary, step) = ways[turn as usize % 2];
            let wait = longest[turn as usize % 2].mul_f64(rand::rng().random_range(0.0..1.0));
            let (hit, wrong) = kill_one(frozen, binary, step, Moment::FromStart(wait));
            hits[hit as usize] += 1;
            assert!(wrong.is_empty(), "kill {turn} of {step:?} after {wait:?}, {hit:?}: {wrong:?}");
        }
    }
    let [before, middle, after] = hits;
    say(&format!(
        "upgrade killed: {kills} times a release, {before} before it began, {middle} in its middle, {after} after; lost 0"
    ));
    assert!(middle > 0, "no kill hit the middle: {hits:?}");
}

/// The control: a step in two transactions must be caught by the same harness.
#[test]
fn a_step_that_is_torn_in_two_is_caught() {
    let seeded = with_seeded_fault();
    let frozen = &FROZEN[0];
    // From the copy on: how long the start before it takes depends on what else the machine does.
    let [_, longest] = takes(frozen, &seeded, Step::Torn);
    let caught = (1..=CAUGHT_WITHIN).find(|_| {
        let wait = longest.mul_f64(rand::rng().random_range(0.0..1.0));
        // By its own sign: what the first half made is there already.
        kill_one(frozen, &seeded, Step::Torn, Moment::FromCopy(wait)).1 == [UNFINISHED]
    });
    let caught = caught.unwrap_or_else(|| panic!("{CAUGHT_WITHIN} kills did not show a torn step"));
    say(&format!("upgrade killed: the torn step was caught at kill {caught}"));
}
