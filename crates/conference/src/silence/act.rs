//! What can be said in a round.

use jiff::Timestamp;
use journal::StateCode;

use crate::by::By;
use crate::recorded::Sequence;
use crate::said::Said;

/// What a State holds about the text put to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stance {
    /// The State has nothing against it.
    NoObjection,
    /// The State objects, and says why: this breaks the silence.
    Objection(Said),
    /// The State does not block, and what it does not accept stands beside the text.
    Reservation(Said),
}

/// Something said in a round, or that happened to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// The text has reached a delegation.
    Delivered {
        /// Whose.
        to: StateCode,
    },
    /// A person of a delegation has opened the text.
    Read {
        /// Who.
        by: By,
    },
    /// A State takes a position.
    Position {
        /// Who says so.
        by: By,
        /// What the State holds.
        stance: Stance,
        /// The State's position that the person saw when they said so: one that was replaced unseen is pointed out.
        replaces: Option<Sequence>,
    },
    /// A State takes its position back, and is silent again.
    Withdrawal {
        /// Who says so.
        by: By,
        /// The position.
        of: Sequence,
    },
    /// A State or an observer comments.
    Comment {
        /// Who.
        by: By,
        /// What they say.
        text: Said,
    },
    /// A State asks for more time.
    ExtensionAsked {
        /// Who.
        by: By,
        /// Until when.
        until: Timestamp,
        /// Why.
        reason: Said,
    },
    /// The presidency grants what a State asked for, or less of it.
    ExtensionGranted {
        /// Who.
        by: By,
        /// Which request.
        request: Sequence,
        /// The new deadline.
        until: Timestamp,
    },
    /// The presidency refuses what a State asked for.
    ExtensionRefused {
        /// Who.
        by: By,
        /// Which request.
        request: Sequence,
        /// Why.
        reason: Said,
    },
    /// The presidency takes an objection up: this text will not be adopted, another may be put.
    TakenUp {
        /// Who.
        by: By,
    },
    /// The server records that it is now this late, before it tells anyone so.
    Passed,
}
