//! How often one person, or one network that nobody is signed in from, may ask.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Network, Refusal};
use crate::access::RateClass;
use crate::metrics::Counter;

/// Whose requests are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asker {
    /// A signed-in person, whatever the session or token.
    Person(Uuid),
    /// Whoever asks from a network without having signed in.
    Network(Network),
}

/// Requests of every sort that one asker may make: so many a second for long, so many at once.
const ALL_A_SECOND: u32 = 100;
const ALL_AT_ONCE: u32 = 1000;

/// One limiter a class, and one for everything.
pub struct Rates {
    limiters: Vec<(RateClass, DefaultKeyedRateLimiter<Asker>)>,
    /// Requests of every sort together, those included that no class counts: pages for anybody, assets.
    /// None where nobody is counted.
    all: Option<DefaultKeyedRateLimiter<Asker>>,
    /// Who was told to wait, and in which minute since 1970.
    refused: Mutex<HashMap<Asker, i64>>,
    clock: DefaultClock,
    over: [Counter; CLASSES.len()],
}

const CLASSES: [RateClass; 5] =
    [RateClass::Look, RateClass::Check, RateClass::Write, RateClass::Bulk, RateClass::SignIn];

impl Rates {
    /// Starts counting.
    pub fn new() -> Self {
        let limiters = CLASSES
            .into_iter()
            .map(|class| {
                let a_minute = NonZeroU32::new(class.per_minute()).unwrap_or(NonZeroU32::MIN);
                (class, RateLimiter::keyed(Quota::per_minute(a_minute)))
            })
            .collect();
        let at_least_one = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::per_second(at_least_one(ALL_A_SECOND)).allow_burst(at_least_one(ALL_AT_ONCE));
        Rates {
            limiters,
            all: Some(RateLimiter::keyed(quota)),
            refused: Mutex::default(),
            clock: DefaultClock::default(),
            over: Default::default(),
        }
    }

    /// Counts nobody: for a specimen that asks thousands of times a second.
    #[cfg(any(test, feature = "specimen"))]
    pub(crate) fn without_limits() -> Self {
        Rates { limiters: Vec::new(), all: None, ..Rates::new() }
    }

    /// Counts one request.
    ///
    /// Errors: `TooOften` with the seconds to wait.
    pub fn count(&self, class: RateClass, asker: Asker) -> Result<(), Refusal> {
        let Some(at) = CLASSES.iter().position(|of| *of == class) else { return Ok(()) };
        let Some((_, limiter)) = self.limiters.get(at) else { return Ok(()) };
        limiter.check_key(&asker).map_err(|until| {
            self.over[at].one();
            let wait = until.wait_time_from(self.clock.now());
            Refusal::TooOften { after_s: wait.as_secs() + 1 }
        })
    }

    /// Counts one request of whatever sort.
    ///
    /// Errors: `TooOften` with the seconds to wait.
    pub fn count_any(&self, asker: Asker) -> Result<(), Refusal> {
        let Some(all) = &self.all else { return Ok(()) };
        all.check_key(&asker).map_err(|_| Refusal::TooOften { after_s: 1 })
    }

    /// Answers how many requests were refused, by class.
    pub(crate) fn refusals(&self) -> impl Iterator<Item = (&'static str, u64)> {
        CLASSES.iter().zip(&self.over).map(|(class, over)| (class.code(), over.get()))
    }

    /// Answers whether this refusal is the first to that asker in its minute: the one of which the access log has a line.
    ///
    /// Otherwise whoever asks without end would also write without end.
    pub fn is_first_refusal(&self, asker: Asker, now: Timestamp) -> bool {
        let minute = now.as_second() / 60;
        self.refused.lock().unwrap_or_else(PoisonError::into_inner).insert(asker, minute) != Some(minute)
    }

    /// Forgets askers who have been quiet long enough to count as new.
    pub fn forget_quiet(&self) {
        let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
        let last = refused.values().copied().max();
        refused.retain(|_, minute| Some(*minute) == last);
        for limiter in self.limiters.iter().map(|(_, limiter)| limiter).chain(&self.all) {
            limiter.retain_recent();
        }
    }
}

impl Default for Rates {
    fn default() -> Self {
        Rates::new()
    }
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;

    #[test]
    fn the_first_refusal_of_a_minute_is_told_from_the_rest() {
        let (rates, start) = (Rates::new(), Timestamp::UNIX_EPOCH);
        let (one, other) = (Asker::Person(Uuid::from_u128(1)), Asker::Person(Uuid::from_u128(2)));
        let first = |asker, second| {
            let first = rates.is_first_refusal(asker, start + SignedDuration::from_secs(second));
            rates.forget_quiet();
            first
        };
        let asked = [first(one, 0), first(one, 59), first(other, 59), first(one, 60), first(one, 61)];
        assert_eq!(asked, [true, false, true, true, false]);
    }

    #[test]
    fn who_asks_without_end_waits_whatever_they_ask_for() {
        let rates = Rates::new();
        let taken = (0..ALL_AT_ONCE * 2).filter(|_| rates.count_any(Asker::Person(Uuid::from_u128(1))).is_ok()).count();
        assert!((ALL_AT_ONCE as usize..ALL_AT_ONCE as usize * 2).contains(&taken), "{taken}");
        assert!(rates.count_any(Asker::Person(Uuid::from_u128(2))).is_ok());
        let without = Rates::without_limits();
        let taken = |count: &dyn Fn() -> Result<(), Refusal>| (0..ALL_AT_ONCE * 2).all(|_| count().is_ok());
        let asker = Asker::Person(Uuid::from_u128(1));
        assert!(taken(&|| without.count_any(asker)) && taken(&|| without.count(RateClass::Look, asker)));
    }

    #[test]
    fn a_person_over_the_rate_waits_and_others_do_not() {
        let rates = Rates::new();
        let busy = Asker::Person(Uuid::from_u128(1));
        let mut refused = 0;
        for _ in 0..RateClass::SignIn.per_minute() + 5 {
            refused += u32::from(rates.count(RateClass::SignIn, busy).is_err());
        }
        assert!(refused >= 4, "{refused}");
        assert!(rates.count(RateClass::SignIn, Asker::Person(Uuid::from_u128(2))).is_ok());
    }
}
