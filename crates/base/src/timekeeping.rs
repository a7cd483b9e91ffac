//! Whether the clock can be believed: what a folder knows of the time it was last worked on.
//!
//! What is destroyed cannot be brought back, so a clock that may stand ahead destroys nothing; and what was written an hour
//! ago is not in the future, so a clock that stands behind it serves nobody. The last known time is a file of the folder.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

use crate::clock::{Clock, LEAP};

/// The file's name in the data folder: the last known time, and while the clock is in doubt a second line, from when on is
/// destroyed; both as RFC 3339.
const FILE: &str = "clock";

/// A server that was away for longer cannot tell whether time passed or the clock was moved.
const AWAY: SignedDuration = SignedDuration::from_hours(1);

/// How long nothing is destroyed then, unless the clock is confirmed before: long enough for people to notice a wrong one.
const WAITS: SignedDuration = SignedDuration::from_hours(24);

/// What is known of time on one folder.
pub struct Timekeeping {
    file: PathBuf,
    /// When destroying begins, in microseconds since 1970.
    destroys_from_us: AtomicI64,
    /// When the leap that is not followed was last said.
    said_us: AtomicI64,
}

/// The clock stands before the last known time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the clock stands at {now}, and this folder was worked on at {last}")]
pub struct ClockBehind {
    /// The last known time.
    pub last: Timestamp,
    /// What the clock says.
    pub now: Timestamp,
}

impl Timekeeping {
    /// Looks after a folder, believing the clock: what commands do that are given by hand.
    pub fn of(folder: &Path) -> Self {
        Timekeeping { file: folder.join(FILE), destroys_from_us: i64::MIN.into(), said_us: i64::MIN.into() }
    }

    /// Judges the clock as a server starts, and notes the time.
    ///
    /// `trusted` when the operator says that the clock is right, whatever the folder knows. Errors: `ClockBehind`.
    pub fn begin(&self, now: Timestamp, trusted: bool) -> Result<(), ClockBehind> {
        let (last, waits) = self.noted();
        if let Some(last) = last.filter(|_| !trusted) {
            if self.is_behind(now) {
                return Err(ClockBehind { last, now });
            }
            // A doubt outlives a restart: otherwise two starts in a row would end it.
            if let Some(from) = waits {
                self.destroys_from_us.store(from.as_microsecond(), Ordering::Relaxed);
            }
            if now.duration_since(last) > AWAY {
                self.destroys_from_us.store((now + WAITS).as_microsecond(), Ordering::Relaxed);
                tracing::warn!(%last, %now, "time has passed, or the clock was moved: nothing is destroyed until somebody's \
                    one-time code proves right, or for 24 hours");
            }
        }
        self.note(now);
        Ok(())
    }

    /// Says whether a clock stands before the last known time.
    pub fn is_behind(&self, now: Timestamp) -> bool {
        self.noted().0.is_some_and(|last| now + LEAP < last)
    }

    /// Answers the last known time, and from when on something is destroyed where the clock is in doubt.
    fn noted(&self) -> (Option<Timestamp>, Option<Timestamp>) {
        let text = std::fs::read_to_string(&self.file).unwrap_or_default();
        let mut noted = text.lines().map(|line| line.trim().parse().ok());
        (noted.next().flatten(), noted.next().flatten())
    }

    /// Notes that the clock agrees with that of somebody's one-time codes.
    pub fn confirm(&self) {
        self.destroys_from_us.store(i64::MIN, Ordering::Relaxed);
    }

    /// Answers until when nothing is destroyed; none while the clock is believed.
    pub fn waits_until(&self, now: Timestamp) -> Option<Timestamp> {
        let from = Timestamp::from_microsecond(self.destroys_from_us.load(Ordering::Relaxed)).ok()?;
        (now < from).then_some(from)
    }

    /// Notes the time, and says where the machine's clock has leapt away: what a server does each minute.
    pub fn pass(&self, clock: &Clock) {
        let now = clock.now();
        self.note(now);
        let Some(leap) = clock.leap() else { return };
        let said_us = self.said_us.load(Ordering::Relaxed);
        if now.as_microsecond().saturating_sub(said_us) < 10 * 60 * 1_000_000 {
            return;
        }
        self.said_us.store(now.as_microsecond(), Ordering::Relaxed);
        let leap_s = leap.as_secs();
        tracing::error!(
            leap_s,
            "the machine's clock was moved; the server goes on by its own count, and takes the \
            machine's clock when it is started again"
        );
    }

    fn note(&self, now: Timestamp) {
        // In the place of the old one or not at all: half a line would be no time. Without room the old one stays, which
        // is a known time too.
        let new = self.file.with_extension("new");
        let waits = self.waits_until(now).map_or_else(String::new, |from| format!("{from}\n"));
        let written = std::fs::write(&new, format!("{now}\n{waits}")).and_then(|()| std::fs::rename(&new, &self.file));
        if let Err(error) = written {
            tracing::debug!(%error, "the time could not be noted");
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn hours(count: i64) -> Timestamp {
        Timestamp::from_second(crate::specimen::START_S + count * 3600).unwrap()
    }

    #[test]
    fn a_clock_behind_the_last_known_time_is_refused_until_it_is_trusted() {
        let home = tempfile::tempdir().unwrap();
        let start = |now, trusted| Timekeeping::of(home.path()).begin(now, trusted);
        start(hours(48), false).unwrap();
        assert_eq!(start(hours(24), false), Err(ClockBehind { last: hours(48), now: hours(24) }));
        start(hours(48) - SignedDuration::from_mins(4), false).unwrap();
        start(hours(24), true).unwrap();
        start(hours(24), false).unwrap();
    }

    #[test]
    fn after_a_while_away_nothing_is_destroyed_until_the_clock_is_confirmed() {
        let home = tempfile::tempdir().unwrap();
        let start = |now, trusted| {
            let time = Timekeeping::of(home.path());
            time.begin(now, trusted).unwrap();
            time
        };
        assert_eq!(start(hours(0), false).waits_until(hours(0)), None, "a new folder knows of no time before");
        assert_eq!(start(hours(1), false).waits_until(hours(1)), None);
        let time = start(hours(25), false);
        assert_eq!(time.waits_until(hours(25)), Some(hours(49)));
        assert_eq!(time.waits_until(hours(49)), None);
        time.confirm();
        assert_eq!(time.waits_until(hours(25)), None);
        assert_eq!(start(hours(50), true).waits_until(hours(50)), None);
    }

    #[test]
    fn the_doubt_outlives_a_restart_and_ends_with_its_time_or_a_proof() {
        let home = tempfile::tempdir().unwrap();
        let start = |now| {
            let time = Timekeeping::of(home.path());
            time.begin(now, false).unwrap();
            time
        };
        start(hours(0));
        start(hours(25));
        let soon = hours(25) + SignedDuration::from_mins(1);
        assert_eq!(start(soon).waits_until(soon), Some(hours(49)), "started again at once");
        let time = start(soon);
        time.confirm();
        time.note(soon);
        assert_eq!(start(soon).waits_until(soon), None, "proved, and noted");
        start(hours(50));
        assert_eq!(start(hours(50)).waits_until(hours(50)), Some(hours(74)));
        for hour in 51..=74 {
            start(hours(hour));
        }
        assert_eq!(start(hours(74)).waits_until(hours(74)), None, "its time is over");
    }

    #[test]
    fn a_note_that_cannot_be_read_is_none() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join(FILE), "yesterday").unwrap();
        Timekeeping::of(home.path()).begin(hours(0), false).unwrap();
        assert_eq!(
            std::fs::read_to_string(home.path().join(FILE)).unwrap().trim().parse::<Timestamp>().unwrap(),
            hours(0)
        );
    }
}
