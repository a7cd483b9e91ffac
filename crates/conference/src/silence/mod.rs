//! The no-objection round, or silence procedure: a text is adopted at a stated instant unless a State objects before.
//!
//! What became of a round is a pure function of how it was opened, what was said, and the time: [`account`]. Nobody closes a round;
//! nothing runs at the deadline. Whoever has the same journal comes to the same answer, in any order of arrival, after any restart.
//!
//! * **Time** is the journal's, as [`crate::recorded`] defines it. An answer is *settled* once an entry of the journal stands behind
//!   it: then no clock and no further entry changes it. Before a server tells that a deadline has passed it records [`Act::Passed`].
//! * **A State** has one position. The latest by a delegate who may speak for it stands, and what it replaced stays on record.
//! * **Observers** comment and never block. The secretariat has no position at all.
//! * **The deadline** moves only by an extension that a State asked for and the presidency granted, both before it passed.
//! * **An objection** breaks the silence. A broken or lapsed round is put again as Rev. 1, 2, …: another round, with an electorate
//!   frozen anew.

mod account;
mod act;
mod opening;
mod round;

pub use account::{Account, Line, Outcome, Request, RequestState, Standing, account, admit};
pub use act::{Act, Stance};
pub use opening::{Opening, OpeningError, Rules, Terms, TextHash};
pub use round::{Disposition, Without};

#[cfg(test)]
mod proofs;
#[cfg(test)]
mod specimen;
