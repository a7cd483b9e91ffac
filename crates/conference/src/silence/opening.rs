//! How a round is opened, and put again: the text, the States that decide, the deadline and the rules, all frozen.

use std::collections::BTreeSet;
use std::fmt;

use jiff::{SignedDuration, Timestamp};
use journal::StateCode;

use super::account::{Account, Outcome};
use crate::by::{Authority, By};
use crate::recorded::Sequence;

/// Which text: the SHA-256 of its bytes, all languages together.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TextHash(pub [u8; 32]);

/// What the process has agreed on for its rounds; every round keeps the rules it was opened under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// How long a round is open at least.
    pub open_at_least: SignedDuration,
    /// How long before the deadline the last objection must be taken back for the round to go on, so that whoever relied on it can
    /// still speak; with nothing here an objection breaks the silence for good.
    pub heals_until_before_deadline: Option<SignedDuration>,
    /// How long before the deadline the text must have reached every State; with nothing here delivery is recorded and not required.
    pub delivered_before_deadline: Option<SignedDuration>,
    /// How many States must have taken a position; 0 where silence is enough.
    pub speaking_at_least: u16,
    /// How often the deadline may be extended.
    pub extensions_max: u8,
    /// How far one extension may move the deadline.
    pub extension_at_most: SignedDuration,
}

/// What a round is opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The document's symbol without a revision, such as `GRCM/2003/2/NO/4`.
    pub symbol: String,
    /// The text.
    pub text: TextHash,
    /// The States whose silence is asked.
    pub electorate: BTreeSet<StateCode>,
    /// Who may read and comment beside them.
    pub observers: BTreeSet<StateCode>,
    /// Who presides: one State, or several where the process has co-chairs.
    pub chairs: BTreeSet<StateCode>,
    /// The last instant at which an objection is in time.
    pub deadline: Timestamp,
    /// The rules in force.
    pub rules: Rules,
    /// Who opens it.
    pub by: By,
    /// Where in the journal.
    pub sequence: Sequence,
    /// When.
    pub opened_at: Timestamp,
}

/// A round as it was opened: terms that were checked, and which revision of the text this is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    terms: Terms,
    revision: u16,
}

/// Says why a round is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpeningError {
    /// Only the presidency opens rounds.
    #[error("only the presidency opens a round")]
    NotTheChair,
    /// The symbol is missing, or says a revision itself.
    #[error("the symbol is blank or says a revision itself")]
    Symbol,
    /// No State would decide.
    #[error("the electorate is empty")]
    NoElectorate,
    /// A party is State and observer at once.
    #[error("{0} is in the electorate and among the observers")]
    Twice(StateCode),
    /// The deadline is nearer than the rules allow.
    #[error("the deadline leaves less time than the rules ask for")]
    TooShort,
    /// A rule counts backwards, or asks for more States than there are.
    #[error("the rules cannot be kept")]
    Rules,
    /// The round before has not ended for good, or was adopted.
    #[error("only a round that has ended broken or lapsed is put again")]
    NotEnded,
    /// The new round would begin before the old one ended, or under another symbol.
    #[error("the new round does not follow the old one")]
    NotAfter,
    /// The text that an objection stands against.
    #[error("this text was objected to, and the objection stands")]
    SameText,
}

impl Opening {
    /// Opens a round on a text that is put for the first time.
    ///
    /// # Errors
    /// When the terms break the rules.
    pub fn new(terms: Terms) -> Result<Opening, OpeningError> {
        if terms.by.authority != Authority::Presides || !terms.chairs.contains(&terms.by.party) {
            return Err(OpeningError::NotTheChair);
        }
        if terms.symbol.trim().is_empty() || terms.symbol.contains("/Rev.") {
            return Err(OpeningError::Symbol);
        }
        if terms.electorate.is_empty() {
            return Err(OpeningError::NoElectorate);
        }
        if let Some(twice) = terms.electorate.intersection(&terms.observers).next() {
            return Err(OpeningError::Twice(*twice));
        }
        if !terms.rules.can_be_kept(terms.electorate.len()) {
            return Err(OpeningError::Rules);
        }
        let open_for = terms.deadline.duration_since(terms.opened_at);
        if open_for <= SignedDuration::ZERO || open_for < terms.rules.open_at_least {
            return Err(OpeningError::TooShort);
        }
        Ok(Opening { terms, revision: 0 })
    }

    /// Opens the next round on the same subject, after one that was broken or lapsed.
    ///
    /// The electorate is frozen anew. The same text may be put again only where no objection to it stands any more.
    ///
    /// # Errors
    /// When the round before has not ended for good or was adopted, and when the terms break the rules.
    pub fn put_again(&self, account: &Account, terms: Terms) -> Result<Opening, OpeningError> {
        let ended_at = match &account.outcome {
            Outcome::Broken { since, .. } if account.settled => *since,
            Outcome::Lapsed { at, .. } if account.settled => *at,
            _ => return Err(OpeningError::NotEnded),
        };
        let follows = terms.sequence > self.terms.sequence && terms.opened_at >= ended_at;
        if !follows || terms.symbol != self.terms.symbol {
            return Err(OpeningError::NotAfter);
        }
        if terms.text == self.terms.text && account.objections_stand() {
            return Err(OpeningError::SameText);
        }
        let revision = self.revision.saturating_add(1);
        Ok(Opening { revision, ..Opening::new(terms)? })
    }

    /// Answers what it was opened with.
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// Answers which revision of the text this is; 0 is the first text.
    pub fn revision(&self) -> u16 {
        self.revision
    }

    /// Answers the document's symbol, such as `GRCM/2003/2/NO/4/Rev.1`.
    pub fn symbol(&self) -> String {
        match self.revision {
            0 => self.terms.symbol.clone(),
            revision => format!("{}/Rev.{revision}", self.terms.symbol),
        }
    }
}

impl Rules {
    fn can_be_kept(&self, electors: usize) -> bool {
        let durations = [
            Some(self.open_at_least),
            self.heals_until_before_deadline,
            self.delivered_before_deadline,
            Some(self.extension_at_most),
        ];
        durations.into_iter().flatten().all(|duration| !duration.is_negative())
            && usize::from(self.speaking_at_least) <= electors
    }
}

impl fmt::Debug for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for TextHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
