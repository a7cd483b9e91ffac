//! References that somebody looks up: numbers within a year, which can be tried in turn. There or not, each counts alike.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};

use super::{Seen, Sight};

const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// So many different ones give somebody away: other States call about few alerts, and not all on one day.
const IN_AN_HOUR: usize = 12;
const IN_A_DAY: usize = 30;

/// So many are too many for all of a State.
const OF_A_STATE: usize = 90;

/// The last references of a person or a State, as hashes under a key of this process.
#[derive(Default)]
pub(super) struct References(VecDeque<(u64, Timestamp)>);

impl References {
    /// Counts a reference. Asked again, the same is no further one.
    pub(super) fn count(&mut self, reference: u64, of_state: bool, now: Timestamp) -> Option<Sight> {
        while self.0.front().is_some_and(|(_, at)| now.duration_since(*at) > DAY) || self.0.len() > OF_A_STATE {
            self.0.pop_front();
        }
        if self.0.iter().any(|(old, _)| *old == reference) {
            return None;
        }
        self.0.push_back((reference, now));
        let lately = self.0.iter().filter(|(_, at)| now.duration_since(*at) <= HOUR).count();
        let all = self.0.len();
        let many = if of_state { all >= OF_A_STATE } else { lately >= IN_AN_HOUR || all >= IN_A_DAY };
        many.then_some(Sight { seen: Seen::References, counted: all as u64, stops: true })
    }
}
