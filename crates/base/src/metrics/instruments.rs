//! What counts and what measures: numbers that many threads raise without waiting for each other.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering::Relaxed};

/// A number that only rises.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Counter {
    /// Adds one.
    pub fn one(&self) {
        self.add(1);
    }

    /// Adds so many.
    pub fn add(&self, more: u64) {
        self.0.fetch_add(more, Relaxed);
    }

    /// Answers how many there were since the start.
    pub fn get(&self) -> u64 {
        self.0.load(Relaxed)
    }
}

/// A number that rises and falls, or an instant; zero before it is first set.
#[derive(Debug, Default)]
pub struct Level(AtomicI64);

impl Level {
    /// Sets it.
    pub fn set(&self, to: i64) {
        self.0.store(to, Relaxed);
    }

    /// Raises it, or lowers it by a negative number.
    pub fn change(&self, by: i64) {
        self.0.fetch_add(by, Relaxed);
    }

    /// Answers it.
    pub fn get(&self) -> i64 {
        self.0.load(Relaxed)
    }
}

/// Upper bounds of the classes that durations are counted in, in microseconds; longer ones have a class of their own.
pub const BOUNDS_US: [u64; 12] =
    [250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 500_000, 2_000_000, 10_000_000];

/// How long things took, counted in classes.
#[derive(Debug, Default)]
pub struct Durations {
    classes: [Counter; BOUNDS_US.len() + 1],
    sum_us: Counter,
}

impl Durations {
    /// Counts one that took so long.
    pub fn took(&self, us: u64) {
        let class = BOUNDS_US.iter().position(|bound| us <= *bound).unwrap_or(BOUNDS_US.len());
        self.classes[class].one();
        self.sum_us.add(us);
    }

    /// Answers how many there were up to each bound, and of any length at the end.
    pub fn up_to(&self) -> [u64; BOUNDS_US.len() + 1] {
        let mut all = 0;
        std::array::from_fn(|class| {
            all += self.classes[class].get();
            all
        })
    }

    /// Answers all their time, in microseconds.
    pub fn sum_us(&self) -> u64 {
        self.sum_us.get()
    }
}

/// What the writer of one file does.
#[derive(Debug, Default)]
pub struct WriterMeter {
    /// Acts or lines that were handed over.
    pub handed: Counter,
    /// Of these, those that have been taken up.
    pub taken: Counter,
    /// Commits that became durable, with the time from the beginning of the transaction.
    pub commits: Durations,
    /// Commits that failed: nothing of them was stored.
    pub failed: Counter,
    /// When one last failed, in microseconds since 1970.
    pub failed_at_us: Level,
}

impl WriterMeter {
    /// Answers how many wait.
    pub fn waiting(&self) -> u64 {
        // Read in this order, so that one taken up meanwhile does not make the number negative.
        let taken = self.taken.get();
        self.handed.get().saturating_sub(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_counted_up_to_each_bound() {
        let durations = Durations::default();
        [250, 251, 9_000_000, 11_000_000].into_iter().for_each(|us| durations.took(us));
        let up_to = durations.up_to();
        assert_eq!((up_to[0], up_to[1], up_to[10], up_to[11], up_to[12]), (1, 2, 2, 3, 4));
        assert_eq!(durations.sum_us(), 20_000_501);
    }

    #[test]
    fn who_waits_has_been_handed_over_and_not_taken() {
        let meter = WriterMeter::default();
        meter.handed.add(3);
        meter.taken.one();
        assert_eq!(meter.waiting(), 2);
        meter.taken.add(5);
        assert_eq!(meter.waiting(), 0);
    }
}
