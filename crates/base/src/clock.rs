//! The one place that reads the time, so that everything else is given it and tests can move it.
//!
//! A clock that follows the machine does not follow it blindly: somebody who moves the machine's clock by a day, or a
//! faulty one that moves by itself, must neither end sessions nor lock people out nor destroy anything. So time goes on by
//! the machine's count since it started, small corrections are taken, and a leap is not: it is said, and waits for a restart.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};
use rustix::time::{ClockId, clock_gettime};

/// How far the machine's clock may move at once and still be followed.
pub const LEAP: SignedDuration = SignedDuration::from_mins(5);

/// Answers what time it is: the machine's, or one a test moves by hand.
#[derive(Clone, Debug)]
pub struct Clock(Source);

/// Measures how long something takes; for figures about the machine, and for nothing that a rule rests on.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Starts measuring.
    #[allow(clippy::disallowed_methods)] // The ban on reading the stopwatch names measuring as what may.
    pub fn start() -> Self {
        Stopwatch(std::time::Instant::now())
    }

    /// Answers how long ago it was started, in microseconds.
    pub fn elapsed_us(self) -> u64 {
        u64::try_from(self.0.elapsed().as_micros()).unwrap_or(u64::MAX)
    }
}

#[derive(Clone, Debug)]
enum Source {
    /// The machine's; the number is what its clock stands ahead of its count since it started, in microseconds.
    System(Arc<AtomicI64>),
    Held(Arc<AtomicI64>),
}

impl Clock {
    /// Makes the clock that follows the machine.
    pub fn system() -> Self {
        Clock(Source::System(Arc::new(AtomicI64::new(read().as_microsecond() - counted_us()))))
    }

    /// Makes a clock that stands at `at` until it is moved.
    pub fn held(at: Timestamp) -> Self {
        Clock(Source::Held(Arc::new(AtomicI64::new(at.as_microsecond()))))
    }

    /// Answers the present instant, in microseconds' precision.
    pub fn now(&self) -> Timestamp {
        let now_us = match &self.0 {
            Source::System(ahead_us) => {
                let (clock_us, counted_us) = (read().as_microsecond(), counted_us());
                let own_us = ahead_us.load(Ordering::Relaxed) + counted_us;
                let followed_us = follow(own_us, clock_us);
                ahead_us.store(followed_us - counted_us, Ordering::Relaxed);
                followed_us
            }
            Source::Held(at) => at.load(Ordering::SeqCst),
        };
        Timestamp::from_microsecond(now_us).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// Answers how far the machine's clock has leapt ahead of this one, or back behind it; nothing while it is followed.
    pub fn leap(&self) -> Option<SignedDuration> {
        match &self.0 {
            Source::System(_) => {
                let apart = read().duration_since(self.now());
                (apart.abs() > LEAP).then_some(apart)
            }
            Source::Held(_) => None,
        }
    }

    /// Moves a held clock forward; a clock that follows the machine stays as it is.
    pub fn advance(&self, by: SignedDuration) {
        if let Source::Held(at) = &self.0 {
            at.fetch_add(by.as_micros() as i64, Ordering::SeqCst);
        }
    }
}

/// Answers the machine's clock where it is near enough to one's own count, which goes on alone where it is not.
fn follow(own_us: i64, clock_us: i64) -> i64 {
    if SignedDuration::from_micros(clock_us.saturating_sub(own_us)).abs() > LEAP { own_us } else { clock_us }
}

#[allow(clippy::disallowed_methods)] // The ban on reading the time names this module as the place to do it.
fn read() -> Timestamp {
    Timestamp::now()
}

/// Answers the microseconds since the machine started, sleep included: nobody can set this count.
fn counted_us() -> i64 {
    let since = clock_gettime(ClockId::Boottime);
    since.tv_sec * 1_000_000 + since.tv_nsec / 1_000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_is_followed_and_a_leap_is_not() {
        let own = 1_800_000_000_000_000;
        for small_s in [-299, -1, 0, 1, 299] {
            assert_eq!(follow(own, own + small_s * 1_000_000), own + small_s * 1_000_000);
        }
        for leap_s in [-86_400, -301, 301, 86_400] {
            assert_eq!(follow(own, own + leap_s * 1_000_000), own);
        }
        assert_eq!(follow(own, i64::MIN), own);
    }

    #[test]
    fn the_system_clock_is_the_machines() {
        let clock = Clock::system();
        assert!(clock.now().duration_since(read()).abs() < SignedDuration::from_secs(5));
        assert!(clock.now() <= clock.now());
        assert_eq!(clock.leap(), None);
    }
}
