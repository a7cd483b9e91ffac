//! A comment round: everybody is asked what they say to a text, paragraph by paragraph, until a deadline.
//!
//! Who has answered, who has not, who has more time, and the consolidated table are functions of the invitation, what was said, and the time:
//! [`account`]. Time is the journal's, as [`crate::recorded`] defines it. Nothing closes a round and nothing is refused for being late: a late
//! comment stands in the table and says so.

mod account;
mod invitation;

pub use account::{Account, Answer, Disposition, Entry, Guest, Line, Replaced, Reply, Request, Row, Without, account};
pub use invitation::{Act, Invitation, InvitationError, Place, Terms, Verdict};

#[cfg(test)]
mod proofs;
