//! How many checks a person, a post and a State make in an hour and in a day: more than any honest work does is stopped.

use std::collections::HashMap;

use jiff::Timestamp;
use uuid::Uuid;

use super::{Asks, Scope, Seen, Sight};

/// The most in an hour and in a day.
#[derive(Clone, Copy)]
struct Most {
    hour: u64,
    day: u64,
}

/// By hand: one check every nine seconds for an hour, or a day of twenty-five hundred travellers at one counter.
const BY_PAGE: Most = Most { hour: 400, day: 2_500 };

/// A program that asks for a whole post's gates.
const BY_PROGRAM: Most = Most { hour: 20_000, day: 100_000 };

/// A post with all its people and programs.
const POST: Most = Most { hour: 40_000, day: 200_000 };

/// A State.
const STATE: Most = Most { hour: 200_000, day: 1_000_000 };

const HOUR_S: i64 = 3_600;
const DAY_S: i64 = 86_400;

/// Counters of the present hour and the present day.
#[derive(Default)]
pub(super) struct Budgets {
    hour: Counter,
    day: Counter,
}

#[derive(Default)]
struct Counter {
    turn: i64,
    counts: HashMap<(Scope, bool), u64>,
}

impl Budgets {
    /// Counts a check.
    pub(super) fn count(&mut self, asks: &Asks, now: Timestamp) -> Option<Sight> {
        let second = now.as_second();
        let mut over = None;
        for scope in asks.scopes() {
            let most = match scope {
                Scope::Person(_) if asks.by_page => BY_PAGE,
                Scope::Person(_) => BY_PROGRAM,
                Scope::Post(_) => POST,
                Scope::State(_) => STATE,
                Scope::Everyone => continue,
            };
            let by_page = asks.by_page && matches!(scope, Scope::Person(_));
            for (counter, turn, most) in
                [(&mut self.hour, second / HOUR_S, most.hour), (&mut self.day, second / DAY_S, most.day)]
            {
                let counted = counter.count(turn, (scope, by_page));
                over = over.or((counted > most).then_some(Sight { seen: Seen::Budget, counted, stops: true }));
            }
        }
        over
    }

    /// Lets somebody begin anew.
    pub(super) fn forgive(&mut self, person: Uuid) {
        for counter in [&mut self.hour, &mut self.day] {
            counter.counts.retain(|(scope, _), _| *scope != Scope::Person(person));
        }
    }
}

impl Counter {
    fn count(&mut self, turn: i64, key: (Scope, bool)) -> u64 {
        if turn != self.turn {
            self.turn = turn;
            self.counts.clear();
        }
        let count = self.counts.entry(key).or_default();
        *count += 1;
        *count
    }
}
