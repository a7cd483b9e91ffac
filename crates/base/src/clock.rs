//! The one place that reads the time, so that everything else is given it and tests can move it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

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
    System,
    Held(Arc<AtomicI64>),
}

impl Clock {
    /// Makes the clock that follows the machine.
    pub fn system() -> Self {
        Clock(Source::System)
    }

    /// Makes a clock that stands at `at` until it is moved.
    pub fn held(at: Timestamp) -> Self {
        Clock(Source::Held(Arc::new(AtomicI64::new(at.as_microsecond()))))
    }

    /// Answers the present instant, in microseconds' precision.
    #[allow(clippy::disallowed_methods)] // The ban on reading the time names this function as the place to do it.
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System => Timestamp::now(),
            Source::Held(at) => Timestamp::from_microsecond(at.load(Ordering::SeqCst)).unwrap_or(Timestamp::UNIX_EPOCH),
        }
    }

    /// Moves a held clock forward; a clock that follows the machine stays as it is.
    pub fn advance(&self, by: jiff::SignedDuration) {
        if let Source::Held(at) = &self.0 {
            at.fetch_add(by.as_micros() as i64, Ordering::SeqCst);
        }
    }
}
