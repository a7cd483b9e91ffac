//! What a decision obliges whom to do, by when, and what has come of it.
//!
//! Decision → obligation → evidence. The day is counted from the decision's rule and is never overwritten: who will be late says so,
//! and that stands beside the day that was missed. Done is what evidence shows, and nothing else; no report is not done.
//! Where each owner stands in each period is a function of the obligation, what was recorded, and the day: [`standings`]. So is
//! which reminders are to go out: [`reminders`]; nothing is sent twice after a restart, and not all at once after a stop.

mod obligation;
mod reminder;
mod standing;

pub use obligation::{Act, NoOwner, Obligation, Order, Owner, Sharing};
pub use reminder::{Reminder, ReminderRules, Step, reminders};
pub use standing::{Known, Progress, Slip, Standing, State, progress, standings};

#[cfg(test)]
mod specimen;
