//! What the machine tells whoever watches it: counts, durations and levels in Prometheus' text form, on a listener of its own.
//!
//! Nothing here says who or about whom, nor how often a look found something: with few looks a single hit would show in
//! the curve, at its minute, to people who may not know of it. Labels come from closed lists only.

mod catalogue;
mod gathered;
mod instruments;
mod listen;
mod process;
mod requests;
mod text;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

pub use catalogue::{Kind, METRICS, Metric};
pub use gathered::gather;
pub use instruments::{Counter, Durations, Level, WriterMeter};
pub use listen::MetricsAt;
pub(crate) use listen::router;
pub use requests::{NO_ROUTE, Requests};

use crate::access::Decision;
use crate::web::{Refusal, RouteFacts};

/// Granted and refused.
type ByDecision = Arc<[Counter; 2]>;

/// Everything that is counted while it happens; the rest is read when somebody asks.
#[derive(Default)]
pub struct Meters {
    requests: OnceLock<Requests>,
    refusals: [Counter; Refusal::CODES.len()],
    acts: RwLock<BTreeMap<&'static str, ByDecision>>,
    /// Rows of files that houses took in.
    pub rows_entered: Counter,
    /// Rows of files that were read and not entered: with faults, repeated, or in a dry run.
    pub rows_not_entered: Counter,
    /// Concerns that were raised for whoever supervises.
    pub concerns: Counter,
    /// Things that sweeps did.
    pub swept: Counter,
    /// Sweeps of which a part failed.
    pub sweeps_failed: Counter,
    /// When a sweep last did all it had to, in microseconds since 1970.
    pub swept_at_us: Level,
    /// When the certificate in use ends, in seconds since 1970.
    pub certificate_ends_s: Level,
}

impl Meters {
    /// Makes a meter for each route, once.
    pub(crate) fn know_routes(&self, facts: &[RouteFacts]) {
        self.requests.get_or_init(|| Requests::of(facts));
    }

    /// Answers the meters of the routes; none before there are any.
    pub fn requests(&self) -> Option<&Requests> {
        self.requests.get()
    }

    /// Counts a refusal.
    pub(crate) fn refused(&self, refusal: &Refusal) {
        if let Some(at) = Refusal::CODES.iter().position(|code| *code == refusal.code()) {
            self.refusals[at].one();
        }
    }

    /// Counts an act that went on the access log.
    pub(crate) fn acted(&self, action: &'static str, decision: Decision) {
        let at = usize::from(decision == Decision::Refused);
        if let Some(known) = self.acts.read().unwrap_or_else(PoisonError::into_inner).get(action) {
            return known[at].one();
        }
        let mut acts = self.acts.write().unwrap_or_else(PoisonError::into_inner);
        acts.entry(action).or_default()[at].one();
    }

    pub(crate) fn refusals(&self) -> impl Iterator<Item = (&'static str, u64)> {
        Refusal::CODES.into_iter().zip(&self.refusals).map(|(code, counter)| (code, counter.get()))
    }

    fn acts(&self) -> Vec<(&'static str, [u64; 2])> {
        let acts = self.acts.read().unwrap_or_else(PoisonError::into_inner);
        acts.iter().map(|(action, both)| (*action, [both[0].get(), both[1].get()])).collect()
    }
}
