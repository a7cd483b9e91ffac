//! Whoever checks number after number to carry the register away is stopped, and those who supervise are told.
//!
//! A border checks whom it meets: numbers from all over, families and groups with a few in a row. A thief goes through
//! a series: one after the other, backwards, with gaps, two series in turn, slowly, with several accounts. What is kept
//! to tell them apart lies in memory only, holds no number, and is gone with the process (docs/why/0016).
//!
//! `place` turns a number into where it lies in its series, behind a secret of this process; `crowd` counts how many
//! lie close together; `steps` finds those an equal step apart; `budget` counts all.

mod budget;
mod crowd;
mod place;
#[cfg(test)]
mod proofs;
mod steps;

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use base::access::{Decision, Gravity, PermitFacts, Resource, Severity};
use base::desk::Permitted;
use base::ground::Puebla;
use base::identity::{Caller, Via};
use base::ids::StateCode;
use base::oversight::{self, NewConcern};
use base::web::{Asker, Refusal, Said};
use jiff::Timestamp;
use uuid::Uuid;

use super::Check;
use super::ask::Asked;
use budget::Budgets;
use crowd::Crowds;
use place::Places;
use steps::Steps;

/// People whose steps are remembered; beyond them the one who was quiet longest is forgotten.
const PEOPLE: usize = 20_000;

/// What a thief was known by. The codes rest in concerns, so they are added to and never edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// Many numbers close together.
    Crowd,
    /// Many numbers an equal step apart.
    Steps,
    /// Several people whose numbers, taken together, lie close together.
    Together,
    /// More checks than any honest work makes.
    Budget,
}

/// Something seen, after how many checks, and whether whoever asks goes no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sight {
    pub(super) seen: Seen,
    pub(super) counted: u64,
    pub(super) stops: bool,
}

impl Seen {
    pub(super) const fn code(self) -> &'static str {
        match self {
            Seen::Crowd => "numbers_close_together",
            Seen::Steps => "numbers_in_steps",
            Seen::Together => "several_people_together",
            Seen::Budget => "too_many_checks",
        }
    }
}

/// Refusals by which somebody was stopped, for whoever guards the machine.
pub const STOPS: Gravity = &[
    (Seen::Crowd.code(), Severity::Urgent),
    (Seen::Steps.code(), Severity::Urgent),
    (Seen::Together.code(), Severity::Urgent),
    (Seen::Budget.code(), Severity::Urgent),
];

/// Among whom checks are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Scope {
    Person(Uuid),
    Post(Uuid),
    State(StateCode),
    Everyone,
}

/// Who asks, as far as counting goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asks {
    pub(super) person: Uuid,
    pub(super) post: Option<Uuid>,
    pub(super) state: StateCode,
    pub(super) by_page: bool,
}

/// What is kept in memory: nothing of it is stored, and none of it holds a number.
#[derive(Default)]
pub(super) struct Watch {
    places: Places,
    counted: Mutex<Counted>,
}

#[derive(Default)]
struct Counted {
    budgets: Budgets,
    crowds: Crowds,
    steps: HashMap<Uuid, Steps>,
}

impl Asks {
    fn of(caller: &Caller) -> Self {
        Asks { person: caller.person, post: caller.post, state: caller.state, by_page: caller.via == Via::Page }
    }

    fn scopes(&self) -> impl Iterator<Item = Scope> {
        [
            Some(Scope::Person(self.person)),
            self.post.map(Scope::Post),
            Some(Scope::State(self.state)),
            Some(Scope::Everyone),
        ]
        .into_iter()
        .flatten()
    }
}

impl Watch {
    /// Counts one check and answers what gives its asker away; nothing where all is as at any border.
    pub(super) fn see(&self, asks: &Asks, asked: Option<&Asked>, now: Timestamp) -> Option<Sight> {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let over = counted.budgets.count(asks, now);
        let Some(asked) = asked else { return over };
        let place = self.places.of(asked.issuing_state, &asked.number);
        let crowd = counted.crowds.count(asks, &place, now);
        if counted.steps.len() >= PEOPLE && !counted.steps.contains_key(&asks.person) {
            let quiet = counted.steps.iter().min_by_key(|(_, steps)| steps.last_at()).map(|(person, _)| *person);
            quiet.map(|person| counted.steps.remove(&person));
        }
        let steps = counted.steps.entry(asks.person).or_default().count(&place, now);
        steps.or(crowd).or(over)
    }

    /// Forgets what was counted of somebody whom their second line let go on.
    pub(super) fn forgive(&self, person: Uuid) {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        counted.steps.remove(&person);
        counted.crowds.forgive(person);
        counted.budgets.forgive(person);
    }
}

/// Lets a check pass, or stops whoever asks.
///
/// Errors: `Stopped`, on the access log once a minute for each who goes on asking; the check that gave them away is not
/// answered either.
pub(super) async fn pass(permitted: &Permitted<Check>, asked: Option<&Asked>) -> Result<(), Refusal> {
    let ground = permitted.ground();
    if ground.settings.unwatched {
        return Ok(());
    }
    let now = ground.clock.now();
    let caller = permitted.caller();
    if let Some(until) = oversight::stops_of(permitted)? {
        if ground.rates.is_first_refusal(Asker::Person(caller.person), now) {
            note(permitted, "stopped").await?;
        }
        return Err(stopped(until, now));
    }
    let Some(sight) = ground.kept::<Watch>().see(&Asks::of(caller), asked, now) else { return Ok(()) };
    let concern = NewConcern { kind: sight.seen.code(), counted: sight.counted };
    if !sight.stops {
        return Ok(oversight::tell(permitted, concern).await?);
    }
    note(permitted, sight.seen.code()).await?;
    let until = oversight::stop(permitted, concern).await?;
    Err(stopped(until, now))
}

async fn note(permitted: &Permitted<Check>, outcome: &'static str) -> Result<(), Refusal> {
    let act = PermitFacts::of::<Check>();
    permitted.ground().note(Some(permitted.caller()), &act, &Resource::room(), Decision::Refused, outcome).await
}

fn stopped(until: Timestamp, now: Timestamp) -> Refusal {
    let left_s = u64::try_from(until.duration_since(now).as_secs()).unwrap_or(0);
    let minutes = left_s.div_ceil(60).max(1);
    Refusal::Stopped { said: Said::plain("checks-stopped").with("minutes", minutes), after_s: left_s + 1 }
}

/// Lets somebody begin anew, once their second line has said that they may.
pub(super) fn forgive(ground: &Puebla, person: Uuid) {
    ground.kept::<Watch>().forgive(person);
}
