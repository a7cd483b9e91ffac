//! Numbers an equal step apart, forwards or backwards, whatever the step, also of several series in turn.

use std::collections::HashSet;
use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};

use super::place::Place;
use super::{Seen, Sight};

/// How many of somebody's last checks are looked at.
const WINDOW: usize = 128;

/// How long a check is looked at.
const LIFE: SignedDuration = SignedDuration::from_hours(12);

/// A number counts when so many before it lie in equal steps to it: a stack of eight documents issued together counts once.
const BEFORE: u32 = 7;

/// So many that count give somebody away.
const MOST: usize = 28;

/// One person's last checks.
#[derive(Default)]
pub(super) struct Steps {
    last: VecDeque<Step>,
}

struct Step {
    place: Place,
    counts: bool,
    at: Timestamp,
}

impl Steps {
    /// Counts a check.
    pub(super) fn count(&mut self, place: &Place, now: Timestamp) -> Option<Sight> {
        while self.last.front().is_some_and(|step| now.duration_since(step.at) > LIFE) || self.last.len() >= WINDOW {
            self.last.pop_front();
        }
        // Asked again, the same document is no further one.
        if self.last.iter().any(|step| step.place == *place) {
            return None;
        }
        let counts = self.is_in_steps(place);
        self.last.push_back(Step { place: *place, counts, at: now });
        let counted = self.last.iter().filter(|step| step.counts).count();
        (counted >= MOST).then_some(Sight { seen: Seen::Steps, counted: counted as u64, stops: true })
    }

    fn is_in_steps(&self, place: &Place) -> bool {
        let known: HashSet<u128> =
            self.last.iter().filter(|step| step.place.series == place.series).map(|step| step.place.at).collect();
        known.iter().any(|before| {
            let step = place.at.wrapping_sub(*before);
            (2..=BEFORE).all(|turn| known.contains(&place.at.wrapping_sub(step.wrapping_mul(u128::from(turn)))))
        })
    }

    pub(super) fn last_at(&self) -> Option<Timestamp> {
        self.last.back().map(|step| step.at)
    }
}
