//! An invitation to comment, and what can be said in answer.

use std::collections::BTreeSet;

use jiff::Timestamp;
use journal::StateCode;

use crate::by::{Authority, By};
use crate::language::TextLanguage;
use crate::recorded::Sequence;
use crate::said::Said;

/// What an invitation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The names of the text's paragraphs, in its order: `1`, `2`, `2 a`.
    pub paragraphs: Vec<String>,
    /// Who is asked, and counted as not having answered.
    pub invited: BTreeSet<StateCode>,
    /// Who may comment beside them, and is not counted.
    pub welcome: BTreeSet<StateCode>,
    /// Who convenes: grants more time, and answers comments.
    pub conveners: BTreeSet<StateCode>,
    /// The last instant in time.
    pub deadline: Timestamp,
    /// Who invites.
    pub by: By,
    /// Where in the journal.
    pub sequence: Sequence,
    /// When.
    pub opened_at: Timestamp,
}

/// An invitation that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    terms: Terms,
}

/// Says why there is no invitation.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvitationError {
    /// Who invites does not convene.
    #[error("only whoever convenes the round invites")]
    NotTheConvener,
    /// Nobody is asked.
    #[error("nobody is invited")]
    Nobody,
    /// A party is asked and welcome at once.
    #[error("{0} is invited twice")]
    Twice(StateCode),
    /// A paragraph without a name, or two of one name.
    #[error("the paragraph {0:?} is named twice or not at all")]
    Paragraph(String),
    /// The deadline lies before the invitation.
    #[error("the deadline has passed when the invitation goes out")]
    Passed,
}

/// What a comment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The whole text.
    Whole,
    /// A paragraph, by its index in the text's order.
    Paragraph(usize),
}

/// What whoever compiles the comments did with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The text follows it.
    Taken,
    /// The text follows it in part.
    PartlyTaken,
    /// The text does not follow it.
    NotTaken,
    /// It asks for no change.
    Noted,
}

/// Something said in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// A delegation comments.
    Comment {
        /// Who.
        by: By,
        /// On what.
        on: Place,
        /// What.
        text: Said,
        /// In which language it is written.
        language: TextLanguage,
        /// The delegation's comment that this one takes the place of.
        replaces: Option<Sequence>,
    },
    /// A delegation takes a comment back.
    Withdrawal {
        /// Who.
        by: By,
        /// Which.
        of: Sequence,
    },
    /// A delegation has no comments.
    Nothing {
        /// Who.
        by: By,
    },
    /// A delegation asks for more time.
    ExtensionAsked {
        /// Who.
        by: By,
        /// Until when.
        until: Timestamp,
        /// Why.
        reason: Said,
    },
    /// More time, as asked or less.
    ExtensionGranted {
        /// Who.
        by: By,
        /// Which request.
        request: Sequence,
        /// The new deadline.
        until: Timestamp,
        /// For everybody, or for whoever asked.
        for_all: bool,
    },
    /// No more time.
    ExtensionRefused {
        /// Who.
        by: By,
        /// Which request.
        request: Sequence,
        /// Why.
        reason: Said,
    },
    /// What became of a comment; the latest counts.
    Reply {
        /// Who.
        by: By,
        /// Which comment.
        to: Sequence,
        /// What.
        verdict: Verdict,
        /// Why.
        text: Said,
    },
    /// The server records that it is now this late.
    Passed,
}

impl Invitation {
    /// Invites.
    ///
    /// # Errors
    /// When the terms contradict themselves.
    pub fn new(terms: Terms) -> Result<Invitation, InvitationError> {
        if terms.by.authority != Authority::Presides || !terms.conveners.contains(&terms.by.party) {
            return Err(InvitationError::NotTheConvener);
        }
        if terms.invited.is_empty() {
            return Err(InvitationError::Nobody);
        }
        if let Some(twice) = terms.invited.intersection(&terms.welcome).next() {
            return Err(InvitationError::Twice(*twice));
        }
        let mut names = BTreeSet::new();
        for name in &terms.paragraphs {
            if name.trim().is_empty() || !names.insert(name) {
                return Err(InvitationError::Paragraph(name.clone()));
            }
        }
        if terms.deadline <= terms.opened_at {
            return Err(InvitationError::Passed);
        }
        Ok(Invitation { terms })
    }

    /// Answers what it says.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }
}
