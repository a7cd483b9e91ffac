//! Invented rounds for tests.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use journal::StateCode;

use super::act::{Act, Stance};
use super::opening::{Opening, Rules, Terms, TextHash};
use crate::by::{Authority, By, Person};
use crate::recorded::specimen::{at, recorded};
use crate::recorded::{History, Sequence};
use crate::said::Said;

/// When the deadline of [`terms`] is, in microseconds after the opening.
pub(crate) const DEADLINE_US: i64 = 1_000;

pub(crate) fn code(text: &str) -> StateCode {
    text.parse().expect("three letters")
}

pub(crate) fn said(text: &str) -> Said {
    Said::parse(text).expect("words")
}

/// A person of a delegation, numbered; each number is another person.
pub(crate) fn by(person: u128, party: &str, authority: Authority) -> By {
    By { person: Person(person), party: code(party), authority }
}

pub(crate) fn speaks(person: u128, party: &str) -> By {
    by(person, party, Authority::Speaks)
}

pub(crate) fn presides(person: u128) -> By {
    by(person, "PAN", Authority::Presides)
}

/// Rules under which silence alone decides, and an objection is for good.
pub(crate) fn rules() -> Rules {
    Rules {
        open_at_least: SignedDuration::from_micros(10),
        heals_until_before_deadline: None,
        delivered_before_deadline: None,
        speaking_at_least: 0,
        extensions_max: 1,
        extension_at_most: SignedDuration::from_micros(500),
    }
}

/// Four States, one of which presides; two observers; entry 10 of the journal.
pub(crate) fn terms() -> Terms {
    let codes = |all: &[&str]| all.iter().map(|text| code(text)).collect::<BTreeSet<StateCode>>();
    Terms {
        symbol: "GRCM/2003/2/NO/4".into(),
        text: TextHash([0x9f; 32]),
        electorate: codes(&["GTM", "MEX", "PAN", "UTO"]),
        observers: codes(&["COL", "XIM"]),
        chairs: codes(&["PAN"]),
        deadline: at(DEADLINE_US),
        rules: rules(),
        by: presides(1),
        sequence: Sequence(10),
        opened_at: at(0),
    }
}

pub(crate) fn opening() -> Opening {
    Opening::new(terms()).expect("terms that keep the rules")
}

pub(crate) fn opening_with(change: impl FnOnce(&mut Terms)) -> Opening {
    let mut terms = terms();
    change(&mut terms);
    Opening::new(terms).expect("terms that keep the rules")
}

/// Acts recorded at places 11, 12, …, each with what the clock showed in microseconds after the opening.
pub(crate) fn history(acts: Vec<(i64, Act)>) -> History<Act> {
    let mut history = History::default();
    for (sequence, (us, act)) in (11..).zip(acts) {
        history.add(recorded(sequence, us, act)).expect("each place once");
    }
    history
}

pub(crate) fn takes(by: By, stance: Stance) -> Act {
    Act::Position { by, stance, replaces: None }
}

pub(crate) fn objects(by: By) -> Act {
    takes(by, Stance::Objection(said("El anexo no está.")))
}

pub(crate) fn agrees(by: By) -> Act {
    takes(by, Stance::NoObjection)
}
