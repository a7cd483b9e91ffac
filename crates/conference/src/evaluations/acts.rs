//! What is done in an evaluation, what came of that, and why something is without effect.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use journal::StateCode;

use super::questionnaire::{Question, Reply, ReplyFault};
use super::report::{Finding, Recommendation, Response};

/// Something done in an evaluation after it was first prepared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// What it is about is written anew.
    Prepare {
        /// Who does it: the secretariat.
        by: StateCode,
        /// How often it had been written when whoever does it read it.
        seen: u32,
        /// Who evaluates.
        evaluators: BTreeSet<StateCode>,
        /// Whether observers see answers and reports.
        observers_see: bool,
    },
    /// A question is written, or taken out.
    Ask {
        /// Who does it: the secretariat, or who evaluates.
        by: StateCode,
        /// Which, from 1.
        number: u8,
        /// How often it had been written when whoever does it read it.
        seen: u32,
        /// What it asks for; none takes it out.
        question: Option<Question>,
    },
    /// From now on it is answered, and no question changes.
    Open {
        /// Who does it: the secretariat.
        by: StateCode,
        /// Who is asked, and until when.
        opening: Opening,
    },
    /// A party answers, for itself.
    Answer {
        /// Whose answer.
        party: StateCode,
        /// Which of its institutions gives it.
        unit: String,
        /// To which questions it replies what.
        replies: BTreeMap<u8, Reply>,
    },
    /// Some have more time.
    Extend {
        /// Who does it: who evaluates.
        by: StateCode,
        /// The new last instant of each.
        deadlines: BTreeMap<StateCode, Timestamp>,
    },
    /// A finding is written, or taken out.
    Find {
        /// Who does it: who evaluates.
        by: StateCode,
        /// Which, from 1.
        number: u16,
        /// How often it had been written when whoever does it read it.
        seen: u32,
        /// What was found; none takes it out.
        finding: Option<Finding>,
    },
    /// A recommendation is written, or taken out.
    Recommend {
        /// Who does it: who evaluates.
        by: StateCode,
        /// Which, from 1.
        number: u16,
        /// How often it had been written when whoever does it read it.
        seen: u32,
        /// What is recommended; none takes it out.
        recommendation: Option<Recommendation>,
    },
    /// What is written of the report becomes its next version.
    Publish {
        /// Who does it: who evaluates.
        by: StateCode,
        /// How often anything of it had been written when whoever does it read it.
        seen: u32,
    },
    /// An addressee says what it makes of a recommendation.
    Respond {
        /// Whose response.
        party: StateCode,
        /// Which version was read.
        version: u16,
        /// Which recommendation.
        recommendation: u16,
        /// What it says.
        response: Response,
    },
}

/// Who is asked, each with the last instant in time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// Members, who are asked and counted.
    pub members: BTreeMap<StateCode, Timestamp>,
    /// Observers who may answer beside them.
    pub observers: BTreeMap<StateCode, Timestamp>,
}

/// Where an evaluation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Its questionnaire is being written.
    Prepared,
    /// It is answered.
    Open,
    /// Everybody's time has passed.
    Ended,
    /// A report was published.
    Reported,
}

impl Standing {
    /// All there are, in their order.
    pub const ALL: [Standing; 4] = [Standing::Prepared, Standing::Open, Standing::Ended, Standing::Reported];

    /// Answers the code it is exchanged by. Frozen.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Standing::Prepared => "prepared",
            Standing::Open => "open",
            Standing::Ended => "ended",
            Standing::Reported => "reported",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// An answer on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// When, by the journal's time.
    pub at: Timestamp,
    /// Whether after the party's deadline.
    pub late: bool,
    /// Which institution gave it.
    pub unit: String,
    /// What it replies.
    pub replies: BTreeMap<u8, Reply>,
}

/// Where a party stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    /// Nothing yet, and there is time.
    NotYet,
    /// It has answered.
    Answered {
        /// When, the answer that counts.
        at: Timestamp,
        /// Whether after its deadline.
        late: bool,
    },
    /// Its time has passed, and it said nothing.
    Silent,
}

/// One who is asked, or may answer beside those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// Whether it is a member, and counted.
    pub member: bool,
    /// The last instant in time, with what was granted.
    pub deadline: Timestamp,
    /// What it was at first.
    pub first_deadline: Timestamp,
    /// All it gave, the first one first.
    pub given: Vec<Given>,
}

impl Guest {
    /// Answers the answer that counts: the last one.
    #[must_use]
    pub fn standing(&self) -> Option<&Given> {
        self.given.last()
    }

    /// Answers where it stands at an instant.
    #[must_use]
    pub fn answered(&self, now: Timestamp) -> Answered {
        match self.standing() {
            Some(given) => Answered::Answered { at: given.at, late: given.late },
            None if now > self.deadline => Answered::Silent,
            None => Answered::NotYet,
        }
    }
}

/// What an act did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It took effect.
    Taken,
    /// It took effect, after the party's deadline.
    Late,
    /// It made this version of the report.
    Version(u16),
}

/// Why an act is without effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Without {
    /// Whoever does it is not who does this.
    #[error("this is not for whoever does it")]
    NotTheirs,
    /// It has been opened: what was asked is what is answered.
    #[error("it is open")]
    Opened,
    /// It is not open yet.
    #[error("it is not open")]
    NotOpen,
    /// It asks nothing, or nobody.
    #[error("it asks nothing, or nobody")]
    Nothing,
    /// A deadline has passed.
    #[error("the deadline has passed")]
    Passed,
    /// There is still time for somebody to answer.
    #[error("somebody has still time")]
    NotEnded,
    /// A reply is none.
    #[error("question {0}: {1}")]
    Reply(u8, ReplyFault),
    /// What it gave in time stands.
    #[error("the answer given in time stands")]
    Stands,
    /// There are as many as may be.
    #[error("there are too many")]
    TooMany,
    /// The new deadline is not later than it is, or too far away.
    #[error("the new deadline is not later, or too far away")]
    OutOfBounds,
    /// It rests on nothing, or on what is not there.
    #[error("it rests on what is not there")]
    Groundless,
    /// Something rests on it.
    #[error("something rests on it")]
    InUse,
    /// It is addressed to nobody who could respond.
    #[error("it is addressed to nobody who could respond")]
    NoAddressee,
    /// Somebody else has written it since.
    #[error("it was written since")]
    Changed,
    /// The version before says the same.
    #[error("the version before says the same")]
    NothingNew,
    /// There is no such recommendation.
    #[error("there is no such recommendation")]
    NoRecommendation,
    /// A later version was published.
    #[error("a later version was published")]
    Superseded,
    /// It was accepted, and something is owed.
    #[error("it was accepted")]
    Bound,
    /// Something is to be done exactly where it is accepted.
    #[error("what is accepted is to be done, and nothing else is")]
    Unlike,
}

/// Who asks what they may see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reader {
    /// For which party.
    pub party: StateCode,
    /// Whether it is a member of the process, or its secretariat.
    pub member: bool,
}
