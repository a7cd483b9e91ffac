//! Possible matches that wait for what their officer does next: in memory, for half an hour, and gone with the process.
//!
//! A match is known by chance alone, so that nobody can name one that was not put before them; it is its officer's and, once they
//! ask for one, a second person's of the same State.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use base::ids::StateCode;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::compare::Compared;
use super::corroborate::{Birth, Ground};
use crate::document::DocumentRef;

/// How long a match waits.
pub(super) const MINUTES: i64 = 30;

/// Matches that wait at most; beyond them the oldest goes.
const WAITING_MAX: usize = 20_000;

/// A possible match.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pending {
    /// The alert: never shown before it is corroborated.
    pub alert: Uuid,
    /// Who compared.
    pub officer: Uuid,
    /// The officer's name, for the second person.
    pub officer_name: String,
    /// Their State.
    pub state: StateCode,
    /// When.
    pub at: Timestamp,
    /// One comparison of one traveller: the matches that it found together.
    pub comparison: Uuid,
    /// What was shown of it.
    pub compared: Vec<Compared>,
    /// How the birth date compares, for corroboration.
    pub birth: Birth,
    /// The document that the traveller carries, for a clearance.
    pub document: Option<DocumentRef>,
    /// Whether a second person was asked for.
    pub asks: bool,
    /// Who stated what agrees, besides the officer.
    pub seconded: Option<(Uuid, Ground)>,
    /// Whether the sealed action was opened.
    pub opened: bool,
}

/// All that wait.
#[derive(Default)]
pub(super) struct Waiting(Mutex<Held>);

#[derive(Default)]
struct Held {
    all: HashMap<Uuid, Pending>,
    order: VecDeque<(Timestamp, Uuid)>,
}

impl Waiting {
    /// Keeps one under a name of chance.
    pub(super) fn keep(&self, handle: Uuid, pending: Pending) {
        self.held(pending.at, |held| {
            while held.all.len() >= WAITING_MAX {
                let Some((_, oldest)) = held.order.pop_front() else { break };
                held.all.remove(&oldest);
            }
            held.order.push_back((pending.at, handle));
            held.all.insert(handle, pending);
        });
    }

    /// Answers one that waits.
    pub(super) fn get(&self, handle: Uuid, now: Timestamp) -> Option<Pending> {
        self.held(now, |held| held.all.get(&handle).cloned())
    }

    /// Changes one that waits; nothing where it does no longer.
    pub(super) fn change<T>(&self, handle: Uuid, now: Timestamp, how: impl FnOnce(&mut Pending) -> T) -> Option<T> {
        self.held(now, |held| held.all.get_mut(&handle).map(how))
    }

    /// Takes one away for good; of two who try, one has it.
    pub(super) fn take(&self, handle: Uuid, now: Timestamp) -> Option<Pending> {
        self.held(now, |held| held.all.remove(&handle))
    }

    /// Answers those of one State, the oldest first.
    pub(super) fn of_state(&self, state: StateCode, now: Timestamp) -> Vec<(Uuid, Pending)> {
        self.held(now, |held| {
            let here = held.order.iter().filter_map(|(_, handle)| Some((*handle, held.all.get(handle)?.clone())));
            here.filter(|(_, pending)| pending.state == state).collect()
        })
    }

    fn held<T>(&self, now: Timestamp, how: impl FnOnce(&mut Held) -> T) -> T {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let over = |at: &Timestamp| now.duration_since(*at) > SignedDuration::from_mins(MINUTES);
        while let Some((_, handle)) = held.order.front().filter(|(at, _)| over(at)).copied() {
            held.order.pop_front();
            held.all.remove(&handle);
        }
        how(&mut held)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn pending(at: Timestamp) -> Pending {
        Pending {
            alert: Uuid::nil(),
            officer: Uuid::nil(),
            officer_name: String::new(),
            state: "GTM".parse().unwrap(),
            at,
            comparison: Uuid::nil(),
            compared: Vec::new(),
            birth: Birth::Unknown,
            document: None,
            asks: false,
            seconded: None,
            opened: false,
        }
    }

    #[test]
    fn a_match_waits_half_an_hour_and_is_taken_once() {
        let (waiting, start) = (Waiting::default(), Timestamp::from_second(1_772_463_600).unwrap());
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        waiting.keep(one, pending(start));
        waiting.keep(other, pending(start));
        let last = start + SignedDuration::from_mins(MINUTES);
        assert!(waiting.take(one, last).is_some() && waiting.take(one, last).is_none(), "of one use");
        assert!(waiting.get(other, last).is_some());
        assert!(waiting.get(other, last + SignedDuration::from_secs(1)).is_none(), "of short life");
        assert!(waiting.of_state("GTM".parse().unwrap(), last).is_empty());
    }

    #[test]
    fn the_oldest_makes_room() {
        let (waiting, start) = (Waiting::default(), Timestamp::from_second(1_772_463_600).unwrap());
        for number in 0..=WAITING_MAX as u128 {
            waiting.keep(Uuid::from_u128(number), pending(start));
        }
        assert!(waiting.get(Uuid::from_u128(0), start).is_none());
        assert!(waiting.get(Uuid::from_u128(WAITING_MAX as u128), start).is_some());
    }
}
