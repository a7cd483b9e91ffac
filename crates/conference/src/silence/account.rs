//! What became of a round: its outcome, every State's standing, and what each act did.

use std::collections::BTreeMap;

use jiff::Timestamp;
use journal::StateCode;

use super::act::{Act, Stance};
use super::opening::Opening;
use super::round::{Disposition, Round, Without};
use crate::by::By;
use crate::recorded::{History, Recorded, Sequence, later};

/// What a round is, or came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The deadline has not passed, and no State objects.
    Open,
    /// The silence is broken.
    Broken {
        /// From when on without interruption.
        since: Timestamp,
        /// Who objected when it was broken for good, or objects at present.
        by: Vec<StateCode>,
        /// The last instant at which taking all objections back lets the round go on; none when it is broken for good.
        heals_until: Option<Timestamp>,
    },
    /// No State objected: adopted at the deadline.
    Adopted {
        /// The deadline.
        at: Timestamp,
    },
    /// The deadline passed without what the rules ask for: nothing is decided.
    Lapsed {
        /// The deadline.
        at: Timestamp,
        /// The States that the text had not reached in time.
        undelivered: Vec<StateCode>,
        /// How many States had taken a position.
        spoken: usize,
    },
}

/// Where a State stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Which act its position is; none while it is silent.
    pub position: Option<Sequence>,
    /// What it holds.
    pub stance: Option<Stance>,
    /// Since when it objects, whatever it said in between.
    pub objects_since: Option<Timestamp>,
    /// When it took its objection back after the round had ended.
    pub taken_back_at: Option<Timestamp>,
    /// When the text had reached it.
    pub delivered_at: Option<Timestamp>,
    /// When one of its delegation first opened it.
    pub read_at: Option<Timestamp>,
    /// All positions it took in time, first to last.
    pub positions: Vec<Sequence>,
}

/// A State's wish for more time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Which act.
    pub sequence: Sequence,
    /// Who asked.
    pub by: By,
    /// Until when.
    pub until: Timestamp,
    /// What came of it.
    pub state: RequestState,
}

/// What came of a wish for more time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestState {
    /// Nothing yet.
    Waiting,
    /// Granted.
    Granted {
        /// The deadline from then on.
        until: Timestamp,
    },
    /// Refused.
    Refused,
}

/// What one act did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which act.
    pub sequence: Sequence,
    /// When, by the journal's time.
    pub at: Timestamp,
    /// What it did.
    pub disposition: Disposition,
}

/// Everything that a history means for a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What the round is, or came to.
    pub outcome: Outcome,
    /// Whether the journal itself proves the outcome: then neither a clock nor a further act changes it.
    pub settled: bool,
    /// The time this was answered for: the given one, or the latest recorded where that is later.
    pub as_of: Timestamp,
    /// The deadline in force.
    pub deadline: Timestamp,
    /// Where each State of the electorate stands.
    pub standing: BTreeMap<StateCode, Standing>,
    /// Wishes for more time.
    pub requests: Vec<Request>,
    /// What each act did, in the journal's order.
    pub lines: Vec<Line>,
}

/// Answers what became of a round, from how it was opened, what was said, and the time.
///
/// Whoever tells an outcome that is not settled records [`Act::Passed`] first and asks again: what was told then stays true.
pub fn account(opening: &Opening, history: &History<Act>, now: Timestamp) -> Account {
    account_of(opening, history.acts(), now, later)
}

/// Answers what an act would do if it were recorded now, as the next in the journal.
///
/// # Errors
/// When it would change nothing, with the reason. An objection that is [`Without::Late`] is recorded all the same.
pub fn admit(opening: &Opening, history: &History<Act>, act: &Act, now: Timestamp) -> Result<Disposition, Without> {
    let last =
        history.acts().last().map_or(opening.terms().sequence, |last| last.sequence.max(opening.terms().sequence));
    let next = Recorded { sequence: Sequence(last.0.saturating_add(1)), received_at: now, act: act.clone() };
    let mut round = Round::new(opening);
    tell(&mut round, opening, history.acts().chain([&next]), later);
    match round.last().map(|line| line.disposition) {
        Some(Disposition::Kept(without)) => Err(without),
        Some(taken) => Ok(taken),
        None => Err(Without::BeforeOpening),
    }
}

impl Account {
    /// Answers whether an objection that broke the round still stands.
    pub fn objections_stand(&self) -> bool {
        let Outcome::Broken { by, .. } = &self.outcome else { return false };
        by.iter().any(|state| self.standing.get(state).is_none_or(|standing| standing.taken_back_at.is_none()))
    }
}

/// Tells a history over. `time` makes an act's instant of the latest so far and of what the clock showed: the one choice on which
/// it rests that a clock set back changes nothing, and that the tests make wrongly to see that they would notice.
pub(super) fn account_of<'h>(
    opening: &Opening,
    acts: impl Iterator<Item = &'h Recorded<Act>>,
    now: Timestamp,
    time: fn(Timestamp, Timestamp) -> Timestamp,
) -> Account {
    let mut round = Round::new(opening);
    let latest = tell(&mut round, opening, acts, time);
    let settled = round.is_ended();
    let as_of = time(latest, now);
    round.pass(as_of);
    let outcome = round.outcome();
    let (deadline, standing, requests, lines) = round.into_parts();
    Account { outcome, settled, as_of, deadline, standing, requests, lines }
}

/// Tells acts over and answers the latest instant. What stands before the opening is none of the round's, and tells no time.
fn tell<'h>(
    round: &mut Round,
    opening: &Opening,
    acts: impl Iterator<Item = &'h Recorded<Act>>,
    time: fn(Timestamp, Timestamp) -> Timestamp,
) -> Timestamp {
    let terms = opening.terms();
    acts.fold(terms.opened_at, |latest, recorded| {
        let before = recorded.sequence <= terms.sequence;
        let at = if before { latest } else { time(latest, recorded.received_at) };
        round.pass(at);
        round.take(recorded, at);
        at
    })
}
