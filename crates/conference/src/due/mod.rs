//! When a duty is due: the rule as its decision says it, the day that gives, the last instant of that day, and the slip.
//!
//! Words: GLOSSARY.md, "The conference". A rule is kept as it was said and counted again whenever an anchor becomes known, so that
//! a meeting that moves takes its deadlines with it.

mod date;
mod deadline;
mod rule;
mod slip;

pub use date::{Anchors, MeetingDays, OCCURRENCES_MAX};
pub use deadline::{Deadline, DeadlineError};
pub use rule::{Anchor, DueRule, MeetingName, RuleError, Side, Unit};
pub use slip::slip_days;
