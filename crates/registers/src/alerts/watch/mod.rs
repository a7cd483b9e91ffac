//! Whoever looks for name after name, or reference after reference, to carry the register away is stopped, and those who supervise
//! are told; and nobody searches for more people in an hour or a day than the conference has agreed on.
//!
//! `budget` counts searches; `names` knows many names in a short time, one name with birth date after birth date, and a run through
//! the alphabet; `references` counts references that are looked up. All of it lies in memory, holds no name, and is gone with the
//! process: `docs/why/0016` says why for documents, `docs/why/0031` for people.

mod budget;
mod names;
#[cfg(test)]
mod proofs;
mod references;

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash, RandomState};
use std::sync::{Mutex, MutexGuard, PoisonError};

use base::access::{Decision, Gravity, Permit, PermitFacts, Resource, Severity};
use base::desk::Permitted;
use base::ground::Puebla;
use base::identity::Caller;
use base::ids::StateCode;
use base::oversight::{self, NewConcern};
use base::web::{Asker, Refusal, Said};
use jiff::Timestamp;
use uuid::Uuid;

use super::matches::Traveller;
use budget::Budgets;
use names::{Door, Key, Looks};
use references::References;

pub use budget::{Turn, agreed};

/// People of whom anything is remembered; beyond them the one who was quiet longest is forgotten.
const PEOPLE: usize = 20_000;

/// What somebody was known by. The codes rest in concerns, so they are added to and never edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// Many different names in a short time.
    Names,
    /// One name with birth date after birth date.
    Births,
    /// Names in the order of the alphabet, or against it.
    Order,
    /// Many references of alerts.
    References,
    /// Several people of one State who do any of it taken together.
    Together,
}

/// Something seen, after how many questions, and whether whoever asks goes no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sight {
    seen: Seen,
    counted: u64,
    stops: bool,
}

impl Seen {
    const fn code(self) -> &'static str {
        match self {
            Seen::Names => "many_names",
            Seen::Births => "births_of_one_name",
            Seen::Order => "names_in_order",
            Seen::References => "many_references",
            Seen::Together => "searches_together",
        }
    }
}

/// Refusals by which somebody was stopped, for whoever guards the machine.
pub const STOPS: Gravity = &[
    (Seen::Names.code(), Severity::Urgent),
    (Seen::Births.code(), Severity::Urgent),
    (Seen::Order.code(), Severity::Urgent),
    (Seen::References.code(), Severity::Urgent),
];

/// Who asks, as far as counting goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Asks {
    person: Uuid,
    post: Option<Uuid>,
    state: StateCode,
}

/// What is kept in memory: nothing of it is stored, and none of it holds a name.
#[derive(Default)]
struct Watch {
    key: Key,
    hashes: RandomState,
    counted: Mutex<Counted>,
}

#[derive(Default)]
struct Counted {
    budgets: Budgets,
    searches: Remembered<Looks>,
    checks: Remembered<Looks>,
    references: Remembered<References>,
}

/// What is remembered of each person, and of each State.
struct Remembered<T> {
    people: HashMap<Uuid, (Timestamp, T)>,
    states: HashMap<StateCode, T>,
}

impl<T> Default for Remembered<T> {
    fn default() -> Self {
        Remembered { people: HashMap::new(), states: HashMap::new() }
    }
}

impl<T: Default> Remembered<T> {
    /// Counts something for a person and, unless that gave them away, for their State, which begins anew once it was told of.
    fn count(
        &mut self,
        asks: &Asks,
        now: Timestamp,
        mut how: impl FnMut(&mut T, bool) -> Option<Sight>,
    ) -> Option<Sight> {
        if self.people.len() >= PEOPLE && !self.people.contains_key(&asks.person) {
            let quiet = self.people.iter().min_by_key(|(_, (last, _))| *last).map(|(person, _)| *person);
            quiet.map(|person| self.people.remove(&person));
        }
        let (last, own) = self.people.entry(asks.person).or_insert_with(|| (now, T::default()));
        *last = now;
        let sight = how(own, false);
        let of_state = self.states.entry(asks.state).or_default();
        let together = how(of_state, true).map(|sight| Sight { seen: Seen::Together, stops: false, ..sight });
        if together.is_some() {
            *of_state = T::default();
        }
        sight.or(together)
    }
}

impl Asks {
    fn of(caller: &Caller) -> Self {
        Asks { person: caller.person, post: caller.post, state: caller.state }
    }
}

impl Watch {
    /// Counts one search, or one traveller whom somebody typed at a check, and answers what gives whoever asks away.
    fn see(&self, asks: &Asks, traveller: &Traveller, door: Door, now: Timestamp) -> Option<Sight> {
        let look = self.key.look(traveller, now);
        let mut counted = self.lock();
        let remembered = match door {
            Door::Search => &mut counted.searches,
            Door::Check => &mut counted.checks,
        };
        remembered.count(asks, now, |looks, of_state| looks.count(look, &door.limits(of_state)))
    }

    /// Counts one reference, there or not.
    fn see_reference(&self, asks: &Asks, reference: &str, now: Timestamp) -> Option<Sight> {
        let hash = self.hash(reference);
        self.lock().references.count(asks, now, |references, of_state| references.count(hash, of_state, now))
    }

    fn hash(&self, what: impl Hash) -> u64 {
        self.hashes.hash_one(what)
    }

    fn lock(&self) -> MutexGuard<'_, Counted> {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets a search for a person pass and counts it, or refuses it.
///
/// Errors: `Stopped` for who goes through names, on the access log once a minute for each who goes on asking; `UsedUp` where as
/// much was searched for as may be. Neither counts as a search.
pub async fn pass_search<P: Permit>(permitted: &Permitted<P>, traveller: &Traveller) -> Result<Turn, Refusal> {
    let ground = permitted.ground();
    if ground.settings.unwatched {
        return Ok(Turn::default());
    }
    refuse_stopped(permitted).await?;
    let (watch, now) = (ground.kept::<Watch>(), ground.clock.now());
    let asks = Asks::of(permitted.caller());
    let profile = ground.identity.profile();
    let taken = watch.lock().budgets.take(&asks, &profile.rules, now);
    let turn = match taken {
        Ok(turn) => turn,
        Err(spent) => {
            if ground.rates.is_first_refusal(Asker::Person(asks.person), now) {
                note(permitted, "used_up").await?;
            }
            return Err(spent.refusal());
        }
    };
    let sight = watch.see(&asks, traveller, Door::Search, now);
    let passed = judge(permitted, sight).await;
    if passed.is_err() {
        watch.lock().budgets.give_back(&turn);
    }
    passed.map(|()| turn)
}

/// Lets a traveller whom somebody typed beside a document's number pass: the way around a search is watched, too.
///
/// Errors: `Stopped` for who types one name with birth date after birth date.
pub async fn pass_typed<P: Permit>(permitted: &Permitted<P>, traveller: &Traveller) -> Result<(), Refusal> {
    let ground = permitted.ground();
    if ground.settings.unwatched {
        return Ok(());
    }
    let (asks, now) = (Asks::of(permitted.caller()), ground.clock.now());
    judge(permitted, ground.kept::<Watch>().see(&asks, traveller, Door::Check, now)).await
}

/// Lets a look-up of a reference pass. What is there and what is not count alike.
///
/// Errors: `Stopped` for who goes through references.
pub(super) async fn pass_reference<P: Permit>(permitted: &Permitted<P>, reference: &str) -> Result<(), Refusal> {
    let ground = permitted.ground();
    if ground.settings.unwatched || reference.is_empty() {
        return Ok(());
    }
    refuse_stopped(permitted).await?;
    let (asks, now) = (Asks::of(permitted.caller()), ground.clock.now());
    judge(permitted, ground.kept::<Watch>().see_reference(&asks, reference, now)).await
}

/// Gives back what a search took that was not answered.
pub fn give_back(ground: &Puebla, turn: &Turn) {
    ground.kept::<Watch>().lock().budgets.give_back(turn);
}

/// Lets somebody begin anew, once their second line has said that they may; what they have searched for stays counted.
pub fn forgive(ground: &Puebla, person: Uuid) {
    let watch = ground.kept::<Watch>();
    let mut counted = watch.lock();
    counted.searches.people.remove(&person);
    counted.checks.people.remove(&person);
    counted.references.people.remove(&person);
}

async fn refuse_stopped<P: Permit>(permitted: &Permitted<P>) -> Result<(), Refusal> {
    let (ground, person) = (permitted.ground(), permitted.caller().person);
    let now = ground.clock.now();
    let Some(until) = oversight::stops_of(permitted)? else { return Ok(()) };
    if ground.rates.is_first_refusal(Asker::Person(person), now) {
        note(permitted, "stopped").await?;
    }
    Err(stopped(until, now))
}

async fn judge<P: Permit>(permitted: &Permitted<P>, sight: Option<Sight>) -> Result<(), Refusal> {
    let Some(sight) = sight else { return Ok(()) };
    let concern = NewConcern { kind: sight.seen.code(), counted: sight.counted };
    if !sight.stops {
        return Ok(oversight::tell(permitted, concern).await?);
    }
    note(permitted, sight.seen.code()).await?;
    let until = oversight::stop(permitted, concern).await?;
    Err(stopped(until, permitted.ground().clock.now()))
}

async fn note<P: Permit>(permitted: &Permitted<P>, outcome: &'static str) -> Result<(), Refusal> {
    let act = PermitFacts::of::<P>();
    permitted.ground().note(Some(permitted.caller()), &act, &Resource::room(), Decision::Refused, outcome).await
}

fn stopped(until: Timestamp, now: Timestamp) -> Refusal {
    let left_s = u64::try_from(until.duration_since(now).as_secs()).unwrap_or(0);
    let minutes = left_s.div_ceil(60).max(1);
    Refusal::Stopped { said: Said::plain("searches-stopped").with("minutes", minutes), after_s: left_s + 1 }
}
