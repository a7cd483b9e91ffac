//! Acts in the order of the journal, and the time which that order makes.
//!
//! A deadline needs one time for everybody. A clock is none: it can be set back, and two machines have two. The journal is: of two
//! entries one stands before the other, on every copy. So the *instant of an entry* is the latest that the journal had recorded by
//! then: what was received "before the deadline" by a clock that had been set back, but stands behind an entry from after the
//! deadline, came after it.
//!
//! A copy may end before the journal does; it has no holes. What an entry proves about all before it, it proves only then.

use std::collections::BTreeMap;

use jiff::Timestamp;

/// Where an entry stands in the journal: of two entries the one with the smaller number was said first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sequence(pub u64);

/// Something said, with its place in the journal and what the server's clock showed when it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded<A> {
    /// Its place in the journal.
    pub sequence: Sequence,
    /// What the server's clock showed, to the microsecond; only together with the place does it say when.
    pub received_at: Timestamp,
    /// What was said.
    pub act: A,
}

/// Says that a copy of the journal holds another act at a place: one of the two is not the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("two different acts claim place {} of the journal", .0.0)]
pub struct Disagreement(pub Sequence);

/// All acts on one subject that a copy of the journal holds, each once, in the journal's order.
///
/// In which order they reached this copy, and how often each, leaves no trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History<A>(BTreeMap<Sequence, Recorded<A>>);

impl<A> Default for History<A> {
    fn default() -> Self {
        History(BTreeMap::new())
    }
}

impl<A: PartialEq> History<A> {
    /// Adds an act and answers whether it was new; an act that is already there changes nothing.
    ///
    /// # Errors
    /// When another act stands at that place; the history then stays as it was.
    pub fn add(&mut self, recorded: Recorded<A>) -> Result<bool, Disagreement> {
        match self.0.get(&recorded.sequence) {
            Some(known) if *known == recorded => Ok(false),
            Some(_) => Err(Disagreement(recorded.sequence)),
            None => {
                self.0.insert(recorded.sequence, recorded);
                Ok(true)
            }
        }
    }
}

impl<A> History<A> {
    /// Answers the acts in the journal's order.
    pub fn acts(&self) -> impl Iterator<Item = &Recorded<A>> {
        self.0.values()
    }

    /// Answers the act at a place.
    pub fn at(&self, sequence: Sequence) -> Option<&Recorded<A>> {
        self.0.get(&sequence)
    }
}

/// Answers the later of two instants: time as the journal makes it never goes back.
pub(crate) fn later(latest: Timestamp, received_at: Timestamp) -> Timestamp {
    latest.max(received_at)
}

#[cfg(test)]
pub(crate) mod specimen {
    use super::*;

    /// 2003-06-13 at 14:00 UTC, and some microseconds.
    pub(crate) fn at(us: i64) -> Timestamp {
        Timestamp::from_microsecond(1_055_512_800_000_000 + us).expect("an instant of the year 2003")
    }

    pub(crate) fn recorded<A>(sequence: u64, us: i64, act: A) -> Recorded<A> {
        Recorded { sequence: Sequence(sequence), received_at: at(us), act }
    }
}

#[cfg(test)]
mod tests {
    use super::specimen::recorded;
    use super::*;

    #[test]
    fn an_act_is_held_once_and_in_the_journals_order() {
        let mut history = History::default();
        assert_eq!(history.add(recorded(7, 0, "second")), Ok(true));
        assert_eq!(history.add(recorded(3, 9, "first")), Ok(true));
        assert_eq!(history.add(recorded(7, 0, "second")), Ok(false));
        let acts: Vec<&str> = history.acts().map(|recorded| recorded.act).collect();
        assert_eq!(acts, ["first", "second"]);
    }

    #[test]
    fn two_acts_at_one_place_are_a_disagreement_and_the_first_stays() {
        let mut history = History::default();
        history.add(recorded(7, 0, "one")).expect("room");
        for other in [recorded(7, 0, "other"), recorded(7, 1, "one")] {
            assert_eq!(history.add(other), Err(Disagreement(Sequence(7))));
        }
        assert_eq!(history.at(Sequence(7)).map(|recorded| recorded.act), Some("one"));
    }
}
