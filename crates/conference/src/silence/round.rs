//! A round while its acts are told over in order: what each does, and what time alone does.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use journal::StateCode;

use super::account::{Line, Outcome, Request, RequestState, Standing};
use super::act::{Act, Stance};
use super::opening::{Opening, Terms};
use crate::by::{Authority, By};
use crate::recorded::{Recorded, Sequence};

/// What an act did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disposition {
    /// It took effect.
    Taken,
    /// It took effect, and replaced a position that whoever said it had not seen.
    ReplacedUnseen(Sequence),
    /// It stays on record and changes nothing.
    Kept(Without),
}

/// Why an act is without effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// It came after the deadline.
    Late,
    /// The round had ended before.
    AfterEnd,
    /// It stands before the opening.
    BeforeOpening,
    /// The party was not asked.
    NotAsked,
    /// An observer comments and takes no position.
    OnlyComments,
    /// The person might not do this for their delegation.
    NotAuthorised,
    /// Only the presidency does this.
    NotTheChair,
    /// There is no such request, or it was answered.
    NoRequest,
    /// Whoever asked does not grant it.
    OwnRequest,
    /// The new deadline is not later, or later than the rules or the request allow.
    OutOfBounds,
    /// The deadline was extended as often as the rules allow.
    NoMoreExtensions,
    /// This is not the State's position.
    NothingToWithdraw,
    /// No objection stands.
    NothingToTakeUp,
}

/// How far the telling has come.
pub(super) struct Round<'o> {
    terms: &'o Terms,
    deadline: Timestamp,
    ended: Option<Outcome>,
    standing: BTreeMap<StateCode, Standing>,
    requests: Vec<Request>,
    lines: Vec<Line>,
    extensions: u8,
}

type Taken = Result<Disposition, Without>;

impl<'o> Round<'o> {
    pub(super) fn new(opening: &'o Opening) -> Self {
        let terms = opening.terms();
        Round {
            terms,
            deadline: terms.deadline,
            ended: None,
            standing: terms.electorate.iter().map(|state| (*state, Standing::default())).collect(),
            requests: Vec::new(),
            lines: Vec::new(),
            extensions: 0,
        }
    }

    /// Lets time go on to `at`; ends what time alone ends.
    pub(super) fn pass(&mut self, at: Timestamp) {
        if self.ended.is_some() {
            return;
        }
        if self.is_objected() && self.heals_until().is_none_or(|until| at > until) {
            self.end_broken();
        } else if at > self.deadline {
            self.ended = Some(self.end_by_silence());
        }
    }

    /// Takes the next act of the journal, which happened at `at`.
    pub(super) fn take(&mut self, recorded: &Recorded<Act>, at: Timestamp) {
        let disposition = if recorded.sequence <= self.terms.sequence {
            Disposition::Kept(Without::BeforeOpening)
        } else {
            self.act(recorded, at).unwrap_or_else(Disposition::Kept)
        };
        self.lines.push(Line { sequence: recorded.sequence, at, disposition });
    }

    pub(super) fn is_ended(&self) -> bool {
        self.ended.is_some()
    }

    pub(super) fn last(&self) -> Option<&Line> {
        self.lines.last()
    }

    /// Answers what the round is at present; `Open` while nothing has ended it and nobody objects.
    pub(super) fn outcome(&self) -> Outcome {
        match &self.ended {
            Some(outcome) => outcome.clone(),
            None if self.is_objected() => self.broken(self.heals_until()),
            None => Outcome::Open,
        }
    }

    pub(super) fn into_parts(self) -> (Timestamp, BTreeMap<StateCode, Standing>, Vec<Request>, Vec<Line>) {
        (self.deadline, self.standing, self.requests, self.lines)
    }

    fn act(&mut self, recorded: &Recorded<Act>, at: Timestamp) -> Taken {
        let sequence = recorded.sequence;
        match &recorded.act {
            Act::Passed => Ok(Disposition::Taken),
            Act::Delivered { to } => self.deliver(*to, at),
            Act::Read { by } => self.read(by, at),
            Act::Comment { by, .. } => self.comment(by, at),
            Act::Position { by, stance, replaces } => self.position(by, stance, *replaces, (sequence, at)),
            Act::Withdrawal { by, of } => self.withdraw(by, *of, at),
            Act::ExtensionAsked { by, until, .. } => self.ask(by, *until, (sequence, at)),
            Act::ExtensionGranted { by, request, until } => self.grant(by, *request, *until, at),
            Act::ExtensionRefused { by, request, .. } => {
                self.running(at)?;
                self.chair(by)?;
                self.request(*request)?.state = RequestState::Refused;
                Ok(Disposition::Taken)
            }
            Act::TakenUp { by } => {
                self.running(at)?;
                self.chair(by)?;
                if !self.is_objected() {
                    return Err(Without::NothingToTakeUp);
                }
                self.end_broken();
                Ok(Disposition::Taken)
            }
        }
    }

    fn deliver(&mut self, to: StateCode, at: Timestamp) -> Taken {
        self.running(at)?;
        if let Some(standing) = self.standing.get_mut(&to) {
            standing.delivered_at.get_or_insert(at);
        } else if !self.terms.observers.contains(&to) {
            return Err(Without::NotAsked);
        }
        Ok(Disposition::Taken)
    }

    /// What was opened has arrived, whatever the server knows of its delivery.
    fn read(&mut self, by: &By, at: Timestamp) -> Taken {
        self.deliver(by.party, at)?;
        if let Some(standing) = self.standing.get_mut(&by.party) {
            standing.read_at.get_or_insert(at);
        }
        Ok(Disposition::Taken)
    }

    fn comment(&mut self, by: &By, at: Timestamp) -> Taken {
        self.running(at)?;
        if by.authority == Authority::Presides {
            return Err(Without::NotAuthorised);
        }
        let asked = self.terms.electorate.contains(&by.party) || self.terms.observers.contains(&by.party);
        if asked { Ok(Disposition::Taken) } else { Err(Without::NotAsked) }
    }

    fn position(
        &mut self,
        by: &By,
        stance: &Stance,
        replaces: Option<Sequence>,
        (sequence, at): (Sequence, Timestamp),
    ) -> Taken {
        self.running(at)?;
        self.speaker(by)?;
        let objects = matches!(stance, Stance::Objection(_));
        let standing = self.standing.entry(by.party).or_default();
        let unseen = standing.position.filter(|position| Some(*position) != replaces);
        standing.positions.push(sequence);
        standing.position = Some(sequence);
        standing.stance = Some(stance.clone());
        standing.objects_since = objects.then(|| standing.objects_since.unwrap_or(at));
        standing.delivered_at.get_or_insert(at);
        // Where the time to take it back is over, or there is none, this objection ends the round.
        self.pass(at);
        Ok(unseen.map_or(Disposition::Taken, Disposition::ReplacedUnseen))
    }

    /// An objection may be taken back after the end too: it then no longer stands against putting the same text again.
    fn withdraw(&mut self, by: &By, of: Sequence, at: Timestamp) -> Taken {
        self.speaker(by)?;
        let ended = self.running(at).err();
        let standing = self.standing.entry(by.party).or_default();
        if standing.position != Some(of) {
            return Err(Without::NothingToWithdraw);
        }
        if let Some(ended) = ended {
            let objected = standing.objects_since.is_some() && standing.taken_back_at.is_none();
            standing.taken_back_at = standing.taken_back_at.or(objected.then_some(at));
            return if objected { Ok(Disposition::Taken) } else { Err(ended) };
        }
        standing.position = None;
        standing.stance = None;
        standing.objects_since = None;
        Ok(Disposition::Taken)
    }

    fn ask(&mut self, by: &By, until: Timestamp, (sequence, at): (Sequence, Timestamp)) -> Taken {
        self.running(at)?;
        self.speaker(by)?;
        self.is_in_bounds(until)?;
        self.requests.push(Request { sequence, by: *by, until, state: RequestState::Waiting });
        Ok(Disposition::Taken)
    }

    fn grant(&mut self, by: &By, request: Sequence, until: Timestamp, at: Timestamp) -> Taken {
        self.running(at)?;
        self.chair(by)?;
        self.is_in_bounds(until)?;
        let asked = self.request(request)?;
        if asked.by.person == by.person {
            return Err(Without::OwnRequest);
        }
        if until > asked.until {
            return Err(Without::OutOfBounds);
        }
        asked.state = RequestState::Granted { until };
        self.extensions = self.extensions.saturating_add(1);
        self.deadline = until;
        Ok(Disposition::Taken)
    }

    fn running(&self, at: Timestamp) -> Result<(), Without> {
        match self.ended {
            None => Ok(()),
            Some(_) if at > self.deadline => Err(Without::Late),
            Some(_) => Err(Without::AfterEnd),
        }
    }

    fn speaker(&self, by: &By) -> Result<(), Without> {
        if self.terms.observers.contains(&by.party) {
            Err(Without::OnlyComments)
        } else if !self.terms.electorate.contains(&by.party) {
            Err(Without::NotAsked)
        } else if by.authority != Authority::Speaks {
            Err(Without::NotAuthorised)
        } else {
            Ok(())
        }
    }

    fn chair(&self, by: &By) -> Result<(), Without> {
        let presides = by.authority == Authority::Presides && self.terms.chairs.contains(&by.party);
        if presides { Ok(()) } else { Err(Without::NotTheChair) }
    }

    fn is_in_bounds(&self, until: Timestamp) -> Result<(), Without> {
        let rules = &self.terms.rules;
        if self.extensions >= rules.extensions_max {
            return Err(Without::NoMoreExtensions);
        }
        let moved = until.duration_since(self.deadline);
        let allowed = moved > SignedDuration::ZERO && moved <= rules.extension_at_most;
        if allowed { Ok(()) } else { Err(Without::OutOfBounds) }
    }

    fn request(&mut self, sequence: Sequence) -> Result<&mut Request, Without> {
        let waits = |request: &&mut Request| request.sequence == sequence && request.state == RequestState::Waiting;
        self.requests.iter_mut().find(waits).ok_or(Without::NoRequest)
    }

    fn is_objected(&self) -> bool {
        self.standing.values().any(|standing| standing.objects_since.is_some())
    }

    /// Answers the last instant at which taking every objection back lets the round go on; none when an objection is for good.
    fn heals_until(&self) -> Option<Timestamp> {
        let before = self.terms.rules.heals_until_before_deadline?;
        Some(self.deadline.checked_sub(before).unwrap_or(Timestamp::MIN))
    }

    fn end_broken(&mut self) {
        self.ended = Some(self.broken(None));
    }

    fn broken(&self, heals_until: Option<Timestamp>) -> Outcome {
        let objecting = || self.standing.iter().filter_map(|(state, standing)| Some((*state, standing.objects_since?)));
        Outcome::Broken {
            since: objecting().map(|(_, since)| since).min().unwrap_or(self.deadline),
            by: objecting().map(|(state, _)| state).collect(),
            heals_until,
        }
    }

    fn end_by_silence(&self) -> Outcome {
        let rules = &self.terms.rules;
        let reached_until =
            rules.delivered_before_deadline.map(|before| self.deadline.checked_sub(before).unwrap_or(Timestamp::MIN));
        let unreached = |standing: &Standing| {
            let spoke = standing.position.is_some();
            reached_until.is_some_and(|until| !spoke && standing.delivered_at.is_none_or(|at| at > until))
        };
        let undelivered: Vec<StateCode> =
            self.standing.iter().filter(|(_, standing)| unreached(standing)).map(|(state, _)| *state).collect();
        let spoken = self.standing.values().filter(|standing| standing.position.is_some()).count();
        if undelivered.is_empty() && spoken >= usize::from(rules.speaking_at_least) {
            Outcome::Adopted { at: self.deadline }
        } else {
            Outcome::Lapsed { at: self.deadline, undelivered, spoken }
        }
    }
}
