//! Names that somebody goes through, without a name: of each question two hashes, and where its name stands in an alphabet whose
//! beginning is a secret of this process.

use std::collections::{HashSet, VecDeque};
use std::hash::{BuildHasher, RandomState};

use jiff::{SignedDuration, Timestamp};
use matching::{Name, Role};

use super::{Seen, Sight};
use crate::alerts::matches::Traveller;

/// How many of the last questions are looked at.
const WINDOW: usize = 128;

/// How long a question is looked at.
const LIFE: SignedDuration = SignedDuration::from_hours(24);

/// A short time, for many names.
const SHORT: SignedDuration = SignedDuration::from_mins(10);

/// So many names one after the other in the order of the alphabet are a run: by chance two in some five hundred million are.
const RUN: usize = 12;

/// Runs are looked for in every question, in every second, and in every third, so that two or three in turn are seen.
const STRIDES: usize = 3;

/// Letters of a surname and of a given name by which a name has its place.
const PLACED: [usize; 2] = [12, 8];

/// Where a name is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Door {
    /// In a search for a person.
    Search,
    /// At a check, beside a document's number.
    Check,
}

/// How much is too much.
pub(super) struct Limits {
    /// Birth dates of one name.
    births: usize,
    /// Names in a short time.
    names: usize,
    /// Whether names in order are.
    runs: bool,
}

impl Door {
    /// Answers what is too much for one person, or for all of a State taken together.
    ///
    /// At checks a bus has many names, a list of passengers is in order, and common names come again on any day.
    pub(super) const fn limits(self, of_state: bool) -> Limits {
        match (self, of_state) {
            (Door::Search, false) => Limits { births: 5, names: 15, runs: true },
            (Door::Search, true) => Limits { births: 8, names: usize::MAX, runs: true },
            (Door::Check, false) => Limits { births: 8, names: usize::MAX, runs: false },
            (Door::Check, true) => Limits { births: 12, names: usize::MAX, runs: false },
        }
    }
}

/// The secrets behind hashes and places.
pub(super) struct Key {
    hashes: RandomState,
    origin: u128,
}

impl Default for Key {
    fn default() -> Self {
        let chance = RandomState::new();
        let origin = (u128::from(chance.hash_one(0)) << 64) | u128::from(chance.hash_one(1));
        Key { hashes: RandomState::new(), origin }
    }
}

/// One question: nothing in it can be read back without the secrets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    /// The first surname and the first given name.
    name: u64,
    birth: u64,
    place: u128,
    at: Timestamp,
}

/// The last questions of a person or a State.
#[derive(Default)]
pub(super) struct Looks(VecDeque<Look>);

impl Key {
    /// Answers what is remembered of a question.
    pub(super) fn look(&self, traveller: &Traveller, at: Timestamp) -> Look {
        let person = traveller.person();
        let words = |given: bool| {
            let all = person.names.iter().flat_map(Name::words);
            all.filter(move |(_, part)| (part.role == Role::Given) == given).map(|(word, _)| word)
        };
        let name = self.hashes.hash_one((words(false).next(), words(true).next()));
        let births: Vec<_> = person.births.iter().map(|birth| (birth.year(), birth.month(), birth.day())).collect();
        let place = [words(false).collect::<String>(), words(true).collect()].iter().zip(PLACED).fold(0, placed);
        Look { name, birth: self.hashes.hash_one(births), place: place.wrapping_add(self.origin), at }
    }
}

/// Reads letters as a number, so that numbers stand in the order of names.
fn placed(before: u128, (word, letters): (&String, usize)) -> u128 {
    let digit = |letter: u8| u128::from(letter.to_ascii_uppercase().saturating_sub(b'A' - 1).min(26));
    word.bytes().chain(std::iter::repeat(0)).take(letters).fold(before, |place, letter| place * 27 + digit(letter))
}

impl Looks {
    /// Counts a question. Asked again, the same is no further one.
    pub(super) fn count(&mut self, look: Look, limits: &Limits) -> Option<Sight> {
        while self.0.front().is_some_and(|old| look.at.duration_since(old.at) > LIFE) || self.0.len() >= WINDOW {
            self.0.pop_front();
        }
        if self.0.iter().any(|old| (old.name, old.birth) == (look.name, look.birth)) {
            return None;
        }
        self.0.push_back(look);
        let sight = |seen, counted: usize| Some(Sight { seen, counted: counted as u64, stops: true });
        let births = self.0.iter().filter(|old| old.name == look.name).count();
        if births >= limits.births {
            return sight(Seen::Births, births);
        }
        if limits.runs && (1..=STRIDES).any(|stride| self.is_run(stride)) {
            return sight(Seen::Order, RUN);
        }
        let lately = self.0.iter().filter(|old| look.at.duration_since(old.at) <= SHORT);
        let names = lately.map(|old| old.name).collect::<HashSet<_>>().len();
        if names >= limits.names { sight(Seen::Names, names) } else { None }
    }

    /// Answers whether the last names, each so many apart, stand in one order.
    fn is_run(&self, stride: usize) -> bool {
        let mut last: Vec<u128> = Vec::with_capacity(RUN);
        let mut names = self.0.iter().rev().scan(None, |before, look| {
            let again = before.replace(look.name) == Some(look.name);
            Some((!again).then_some(look.place))
        });
        last.extend(names.by_ref().flatten().step_by(stride).take(RUN));
        // Places lie within a small part of all numbers, so that the way between two has a direction wherever they begin.
        let up = |pair: &[u128]| pair[1].wrapping_sub(pair[0]).wrapping_sub(1) < u128::MAX / 2;
        let down = |pair: &[u128]| pair[0].wrapping_sub(pair[1]).wrapping_sub(1) < u128::MAX / 2;
        last.len() == RUN && (last.windows(2).all(up) || last.windows(2).all(down))
    }
}
