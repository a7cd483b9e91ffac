//! Invented duties for tests, with the days of Cancún.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use super::obligation::{Act, Obligation, Order, Owner, Sharing};
use super::standing::Known;
use crate::due::{Anchors, MeetingDays};
use crate::recorded::specimen::recorded;
use crate::recorded::{History, Sequence};
use crate::said::Said;
use crate::verbs::Verb;

pub(crate) fn parties(codes: &[&str]) -> BTreeSet<Owner> {
    codes.iter().map(|code| party(code)).collect()
}

pub(crate) fn party(code: &str) -> Owner {
    Owner::Party(code.parse().expect("three letters"))
}

pub(crate) fn said(text: &str) -> Said {
    Said::parse(text).expect("words")
}

/// Two States prepare a framework together within two months.
pub(crate) fn order() -> Order {
    Order {
        decision: "RCM/VIII/2003/DEC/7".into(),
        verb: Verb::Entrust,
        owners: parties(&["GTM", "MEX"]),
        sharing: Sharing::Jointly,
        what: said("Prepare a general framework."),
        rule: Some("2 months after adoption".parse().expect("a rule")),
        begins_on: date(2003, 5, 30),
        condition: None,
        lapses: false,
    }
}

pub(crate) fn obligation(change: impl FnOnce(&mut Order)) -> Obligation {
    let mut order = order();
    change(&mut order);
    Obligation::follow(order).expect("owners").expect("a duty")
}

/// Noon of a day at the seat.
pub(crate) fn on(day: Date) -> Known {
    at(day.at(12, 0, 0, 0).in_tz("America/Costa_Rica").expect("noon").timestamp(), &[])
}

pub(crate) fn at(now: Timestamp, meetings: &[MeetingDays]) -> Known {
    Known {
        anchors: Anchors::of_meeting(date(2003, 5, 30)),
        meetings: meetings.to_vec(),
        now,
        seat: TimeZone::get("America/Costa_Rica").expect("a zone"),
    }
}

/// Acts recorded at places 1, 2, ….
pub(crate) fn history(acts: Vec<Act>) -> History<Act> {
    let mut history = History::default();
    for (sequence, act) in (1..).zip(acts) {
        history.add(recorded(sequence, 0, act)).expect("each place once");
    }
    history
}

pub(crate) fn done(owner: &str, period: u16, happened_on: Date) -> Act {
    Act::Evidence { owner: party(owner), period, happened_on, completes: true, text: said("RCM/VIII/2003/REP/1") }
}

pub(crate) fn withdrawn(of: u64) -> Act {
    Act::EvidenceWithdrawn { of: Sequence(of), reason: said("Another document.") }
}
