//! What became of a round, said in another way: nothing is carried along, every question goes through all acts again.

use jiff::{SignedDuration, Timestamp};
use journal::StateCode;

use super::super::account::Outcome;
use super::super::act::{Act, Stance};
use super::super::opening::{Opening, Terms};
use crate::by::{Authority, By};
use crate::recorded::{Recorded, Sequence};

/// An act that took effect, and when.
type Effective<'a> = (&'a Recorded<Act>, Timestamp);

/// Answers the outcome and whether the acts alone prove it. `acts` stand in the journal's order.
pub(super) fn outcome(opening: &Opening, acts: &[Recorded<Act>], now: Timestamp) -> (Outcome, bool) {
    let terms = opening.terms();
    let acts: Vec<&Recorded<Act>> = acts.iter().filter(|act| act.sequence > terms.sequence).collect();
    let at = |upto: usize| {
        acts[..=upto].iter().map(|act| act.received_at).chain([terms.opened_at]).max().unwrap_or(terms.opened_at)
    };
    let mut effective: Vec<Effective> = Vec::new();
    for (index, act) in acts.iter().enumerate() {
        if let Some(outcome) = ended(terms, &effective, at(index)) {
            return (outcome, true);
        }
        if valid(terms, &effective, act) {
            effective.push((act, at(index)));
        }
    }
    let latest = if acts.is_empty() { terms.opened_at } else { at(acts.len() - 1) };
    // The last act may itself have ended it.
    if let Some(outcome) = ended(terms, &effective, latest) {
        return (outcome, true);
    }
    let open = if objecting(terms, &effective).is_empty() {
        Outcome::Open
    } else {
        broken(terms, &effective, heals_until(terms, &effective))
    };
    (ended(terms, &effective, latest.max(now)).unwrap_or(open), false)
}

fn ended(terms: &Terms, acts: &[Effective], at: Timestamp) -> Option<Outcome> {
    let taken_up = acts.iter().any(|(recorded, _)| matches!(recorded.act, Act::TakenUp { .. }));
    let over = heals_until(terms, acts).is_none_or(|until| until < at);
    if !objecting(terms, acts).is_empty() && (taken_up || over) {
        return Some(broken(terms, acts, None));
    }
    (at > deadline(terms, acts)).then(|| by_silence(terms, acts))
}

fn broken(terms: &Terms, acts: &[Effective], heals_until: Option<Timestamp>) -> Outcome {
    let objecting = objecting(terms, acts);
    let since = objecting.iter().map(|(_, since)| *since).min().unwrap_or(terms.deadline);
    Outcome::Broken { since, by: objecting.into_iter().map(|(state, _)| state).collect(), heals_until }
}

fn by_silence(terms: &Terms, acts: &[Effective]) -> Outcome {
    let at = deadline(terms, acts);
    let spoke = |state: &StateCode| position(acts, *state).is_some();
    let reached = |state: &StateCode, until: Timestamp| {
        acts.iter().any(|(recorded, at)| {
            let of = match &recorded.act {
                Act::Delivered { to } => Some(*to),
                Act::Read { by } | Act::Position { by, .. } => Some(by.party),
                _ => None,
            };
            of == Some(*state) && *at <= until
        })
    };
    let undelivered: Vec<StateCode> = match terms.rules.delivered_before_deadline {
        None => Vec::new(),
        Some(before) => {
            let missing = |state: &&StateCode| !spoke(state) && !reached(state, at - before);
            terms.electorate.iter().filter(missing).copied().collect()
        }
    };
    let spoken = terms.electorate.iter().filter(|state| spoke(state)).count();
    if undelivered.is_empty() && spoken >= usize::from(terms.rules.speaking_at_least) {
        Outcome::Adopted { at }
    } else {
        Outcome::Lapsed { at, undelivered, spoken }
    }
}

fn deadline(terms: &Terms, acts: &[Effective]) -> Timestamp {
    let granted = |(recorded, _): &Effective| match recorded.act {
        Act::ExtensionGranted { until, .. } => Some(until),
        _ => None,
    };
    acts.iter().rev().find_map(granted).unwrap_or(terms.deadline)
}

fn heals_until(terms: &Terms, acts: &[Effective]) -> Option<Timestamp> {
    Some(deadline(terms, acts) - terms.rules.heals_until_before_deadline?)
}

/// Answers a State's position, with its index among the acts.
fn position<'a>(acts: &[Effective<'a>], state: StateCode) -> Option<(usize, Sequence, &'a Stance)> {
    for (index, (recorded, _)) in acts.iter().enumerate().rev() {
        match &recorded.act {
            Act::Position { by, stance, .. } if by.party == state => return Some((index, recorded.sequence, stance)),
            Act::Withdrawal { by, .. } if by.party == state => return None,
            _ => {}
        }
    }
    None
}

fn objecting(terms: &Terms, acts: &[Effective]) -> Vec<(StateCode, Timestamp)> {
    let since = |state: StateCode| {
        let mut since = None;
        let mut upto = acts.len();
        while let Some((index, _, Stance::Objection(_))) = position(&acts[..upto], state) {
            since = Some(acts[index].1);
            upto = index;
        }
        since
    };
    terms.electorate.iter().filter_map(|state| Some((*state, since(*state)?))).collect()
}

fn valid(terms: &Terms, acts: &[Effective], recorded: &Recorded<Act>) -> bool {
    let speaks = |by: &By| terms.electorate.contains(&by.party) && by.authority == Authority::Speaks;
    let presides = |by: &By| terms.chairs.contains(&by.party) && by.authority == Authority::Presides;
    let waiting = |request: Sequence| {
        let answered = acts.iter().any(|(other, _)| match other.act {
            Act::ExtensionGranted { request: of, .. } | Act::ExtensionRefused { request: of, .. } => of == request,
            _ => false,
        });
        let asked = acts.iter().find(|(other, _)| other.sequence == request).map(|(other, _)| &other.act);
        asked.filter(|_| !answered).and_then(|act| match act {
            Act::ExtensionAsked { by, until, .. } => Some((by.person, *until)),
            _ => None,
        })
    };
    let extended = acts.iter().filter(|(other, _)| matches!(other.act, Act::ExtensionGranted { .. })).count();
    let in_bounds = |until: Timestamp| {
        let by = until - deadline(terms, acts);
        extended < usize::from(terms.rules.extensions_max)
            && by > SignedDuration::ZERO
            && by <= terms.rules.extension_at_most
    };
    match &recorded.act {
        Act::Position { by, .. } => speaks(by),
        Act::Withdrawal { by, of } => {
            speaks(by) && position(acts, by.party).is_some_and(|(_, sequence, _)| sequence == *of)
        }
        Act::ExtensionAsked { by, until, .. } => speaks(by) && in_bounds(*until),
        Act::ExtensionGranted { by, request, until } => {
            let granted = waiting(*request).is_some_and(|(person, asked)| person != by.person && *until <= asked);
            presides(by) && in_bounds(*until) && granted
        }
        Act::ExtensionRefused { by, request, .. } => presides(by) && waiting(*request).is_some(),
        Act::TakenUp { by } => presides(by) && !objecting(terms, acts).is_empty(),
        Act::Delivered { .. } | Act::Read { .. } | Act::Comment { .. } | Act::Passed => true,
    }
}
