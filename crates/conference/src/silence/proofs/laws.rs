//! Laws over generated histories: acts by anyone, valid or not, received by clocks that jump, in any order of arrival.
//!
//! Each law takes the function it judges, so that it is tried on faulty ones too: a law that finds no fault proves nothing.

use std::collections::BTreeSet;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};

use super::super::account::{Outcome, account, account_of};
use super::super::act::{Act, Stance};
use super::super::opening::{Opening, Rules, Terms};
use super::super::specimen::{DEADLINE_US, code, opening_with, said, terms};
use super::oracle;
use crate::by::{Authority, By, Person};
use crate::recorded::specimen::{at, recorded};
use crate::recorded::{History, Recorded, Sequence, later};

/// Whoever answers what became of a round: from acts as they arrived, the outcome and whether it is settled.
type Teller = fn(&Opening, &[Recorded<Act>], Timestamp) -> (Outcome, bool);

/// A round, and two nodes that hear of it.
#[derive(Clone, Debug)]
struct Case {
    opening: Opening,
    /// In the journal's order.
    acts: Vec<Recorded<Act>>,
    /// As they arrive: each at least once, some again.
    arrival: Vec<Recorded<Act>>,
    /// How many acts the first node has.
    known: usize,
    now: Timestamp,
    other_now: Timestamp,
}

type Law = fn(Teller, &Case) -> Result<(), TestCaseError>;

const LAWS: [Law; 5] = [
    arrival_leaves_no_trace,
    what_is_settled_stays,
    who_was_not_asked_decides_nothing,
    what_is_late_changes_nothing,
    as_said_in_another_way,
];

fn told(opening: &Opening, acts: &[Recorded<Act>], now: Timestamp) -> (Outcome, bool) {
    let mut history = History::default();
    for act in acts {
        history.add(act.clone()).expect("one act a place");
    }
    let account = account(opening, &history, now);
    (account.outcome, account.settled)
}

/// Any order of arrival, any replay, any restart: a node that has the acts has the outcome.
fn arrival_leaves_no_trace(tell: Teller, case: &Case) -> Result<(), TestCaseError> {
    prop_assert_eq!(tell(&case.opening, &case.arrival, case.now), tell(&case.opening, &case.acts, case.now));
    Ok(())
}

/// What a node may tell, whatever its clock shows, every node tells that knows more, whatever *its* clock shows.
fn what_is_settled_stays(tell: Teller, case: &Case) -> Result<(), TestCaseError> {
    let (first, settled) = tell(&case.opening, &case.acts[..case.known], case.now);
    if settled {
        prop_assert_eq!(tell(&case.opening, &case.acts, case.other_now), (first, true));
    }
    Ok(())
}

/// Observers, strangers, advisers: without them the outcome is the same, but for the time their acts tell.
fn who_was_not_asked_decides_nothing(tell: Teller, case: &Case) -> Result<(), TestCaseError> {
    let terms = case.opening.terms();
    let asked = |act: &Act| match act {
        Act::Position { by, .. } | Act::Withdrawal { by, .. } | Act::ExtensionAsked { by, .. } => {
            terms.electorate.contains(&by.party) && by.authority == Authority::Speaks
        }
        Act::ExtensionGranted { by, .. } | Act::ExtensionRefused { by, .. } | Act::TakenUp { by } => {
            terms.chairs.contains(&by.party) && by.authority == Authority::Presides
        }
        Act::Delivered { .. } | Act::Read { .. } => true,
        Act::Comment { .. } | Act::Passed => false,
    };
    let silenced: Vec<Recorded<Act>> = case
        .acts
        .iter()
        .cloned()
        .map(|recorded| if asked(&recorded.act) { recorded } else { Recorded { act: Act::Passed, ..recorded } })
        .collect();
    prop_assert_eq!(tell(&case.opening, &silenced, case.now), tell(&case.opening, &case.acts, case.now));
    Ok(())
}

/// However soon after the deadline something is received, it changes nothing.
fn what_is_late_changes_nothing(tell: Teller, case: &Case) -> Result<(), TestCaseError> {
    let (latest, after) = (at(2 * DEADLINE_US + 1), at(3 * DEADLINE_US));
    let mut more = case.acts.clone();
    let by = By { person: Person(77), party: code("MEX"), authority: Authority::Speaks };
    let objection = Act::Position { by, stance: Stance::Objection(said("Tarde.")), replaces: None };
    more.push(Recorded { sequence: Sequence(9_000), received_at: latest, act: objection });
    prop_assert_eq!(tell(&case.opening, &more, after).0, tell(&case.opening, &case.acts, after).0);
    Ok(())
}

fn as_said_in_another_way(tell: Teller, case: &Case) -> Result<(), TestCaseError> {
    prop_assert_eq!(tell(&case.opening, &case.acts, case.now), oracle::outcome(&case.opening, &case.acts, case.now));
    Ok(())
}

/// Instants that matter: about the opening, about each limit before the deadline, at it, after extensions, and any.
fn instant() -> impl Strategy<Value = i64> {
    let about = |us: i64| us - 2..=us + 2;
    prop_oneof![
        about(0),
        about(DEADLINE_US - 100),
        about(DEADLINE_US - 50),
        about(DEADLINE_US),
        about(DEADLINE_US + 300),
        0..DEADLINE_US,
        -DEADLINE_US..2 * DEADLINE_US,
    ]
}

/// Deadlines that may be asked for, and any.
fn until() -> impl Strategy<Value = i64> {
    prop_oneof![3 => DEADLINE_US + 298..=DEADLINE_US + 302, 1 => instant()]
}

fn by() -> impl Strategy<Value = By> {
    let party = prop_oneof![
        4 => Just("GTM"), 4 => Just("MEX"), 3 => Just("PAN"), 2 => Just("UTO"), 1 => Just("COL"), 1 => Just("XIM"), 1 => Just("XSV")
    ];
    let authority =
        prop_oneof![6 => Just(Authority::Speaks), 1 => Just(Authority::Advises), 2 => Just(Authority::Presides)];
    (0..5_u128, party, authority).prop_map(|(person, party, authority)| By {
        person: Person(person),
        party: code(party),
        authority,
    })
}

fn presides() -> impl Strategy<Value = By> {
    let chair = By { person: Person(9), party: code("PAN"), authority: Authority::Presides };
    prop_oneof![4 => Just(chair), 1 => by()]
}

/// Stands for the last act that fits, until [`name_acts`] puts its place there.
const LAST: Sequence = Sequence(0);

/// Places that acts of the case may have, some that none has, and often that of the act which fits.
fn place() -> impl Strategy<Value = Sequence> {
    prop_oneof![1 => (9..26_u64).prop_map(Sequence), 2 => Just(LAST)]
}

/// Lets acts that speak of an earlier one speak of one that is there.
fn name_acts(acts: &mut [Recorded<Act>]) {
    for index in 0..acts.len() {
        let (before, rest) = acts.split_at_mut(index);
        let last = |fits: fn(&Act, &By) -> bool, by: &By| {
            before.iter().rev().find(|other| fits(&other.act, by)).map(|other| (other.sequence, other.act.clone()))
        };
        let position = |act: &Act, by: &By| matches!(act, Act::Position { by: of, .. } if of.party == by.party);
        let asked = |act: &Act, _: &By| matches!(act, Act::ExtensionAsked { .. });
        match &mut rest[0].act {
            Act::Position { by, replaces: Some(of), .. } | Act::Withdrawal { by, of } if *of == LAST => {
                *of = last(position, by).map_or(LAST, |(sequence, _)| sequence);
            }
            Act::ExtensionGranted { by, request, until: granted } if *request == LAST => {
                if let Some((sequence, Act::ExtensionAsked { until, .. })) = last(asked, by) {
                    (*request, *granted) = (sequence, until);
                }
            }
            Act::ExtensionRefused { by, request, .. } if *request == LAST => {
                *request = last(asked, by).map_or(LAST, |(sequence, _)| sequence);
            }
            _ => {}
        }
    }
}

fn act() -> impl Strategy<Value = Act> {
    let stance = prop_oneof![
        2 => Just(Stance::NoObjection),
        3 => Just(Stance::Objection(said("No."))),
        1 => Just(Stance::Reservation(said("Salvo 2."))),
    ];
    let state =
        prop_oneof![Just(code("GTM")), Just(code("MEX")), Just(code("PAN")), Just(code("UTO")), Just(code("COL"))];
    prop_oneof![
        6 => (by(), stance, proptest::option::of(place()))
            .prop_map(|(by, stance, replaces)| Act::Position { by, stance, replaces }),
        4 => (by(), place()).prop_map(|(by, of)| Act::Withdrawal { by, of }),
        3 => state.prop_map(|to| Act::Delivered { to }),
        2 => by().prop_map(|by| Act::Read { by }),
        1 => by().prop_map(|by| Act::Comment { by, text: said("Nota.") }),
        4 => (by(), until()).prop_map(|(by, us)| Act::ExtensionAsked { by, until: at(us), reason: said("Más tiempo.") }),
        4 => (presides(), place(), until())
            .prop_map(|(by, request, us)| Act::ExtensionGranted { by, request, until: at(us) }),
        1 => (presides(), place())
            .prop_map(|(by, request)| Act::ExtensionRefused { by, request, reason: said("No hace falta.") }),
        1 => presides().prop_map(|by| Act::TakenUp { by }),
        2 => Just(Act::Passed),
    ]
}

fn rules() -> impl Strategy<Value = Rules> {
    let before = || proptest::option::of(prop_oneof![Just(0_i64), Just(50), Just(100), Just(2 * DEADLINE_US)]);
    (before(), before(), 0..4_u16, 0..3_u8).prop_map(|(heals, delivered, speaking_at_least, extensions_max)| Rules {
        heals_until_before_deadline: heals.map(SignedDuration::from_micros),
        delivered_before_deadline: delivered.map(SignedDuration::from_micros),
        speaking_at_least,
        extensions_max,
        ..terms().rules
    })
}

fn case() -> impl Strategy<Value = Case> {
    // Entry 10 is the opening: some acts claim to stand before it.
    let acts = proptest::collection::vec((act(), instant(), 1..3_u64), 0..14);
    (rules(), acts, instant(), instant(), any::<prop::sample::Index>()).prop_flat_map(
        |(rules, acts, now, other_now, known)| {
            let mut sequence = 8;
            let mut acts: Vec<Recorded<Act>> = acts
                .into_iter()
                .map(|(act, us, step)| {
                    sequence += step;
                    sequence += u64::from(sequence == 10);
                    recorded(sequence, us, act)
                })
                .collect();
            name_acts(&mut acts);
            let again: Vec<Recorded<Act>> = acts.iter().step_by(3).cloned().collect();
            let case = Case {
                opening: opening_with(|terms: &mut Terms| terms.rules = rules),
                known: known.index(acts.len() + 1),
                arrival: Vec::new(),
                acts: acts.clone(),
                now: at(now),
                other_now: at(other_now),
            };
            let arrival = Just([acts, again].concat()).prop_shuffle();
            arrival.prop_map(move |arrival| Case { arrival, ..case.clone() })
        },
    )
}

/// How many cases each law is tried on; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    Config::default().cases.max(512)
}

/// Answers whether a law finds a teller at fault.
fn finds(law: Law, tell: Teller) -> bool {
    let config = Config { cases: 8 * cases(), failure_persistence: None, max_shrink_iters: 0, ..Config::default() };
    match TestRunner::new(config).run(&case(), |case| law(tell, &case)) {
        Ok(()) => false,
        Err(TestError::Fail(..)) => true,
        Err(TestError::Abort(why)) => panic!("{why}"),
    }
}

proptest! {
    #![proptest_config(Config { cases: cases(), failure_persistence: None, ..Config::default() })]

    #[test]
    fn every_law_holds(case in case()) {
        for law in LAWS {
            law(told, &case)?;
        }
    }
}

#[test]
fn a_node_that_believes_each_clock_is_found() {
    fn believes_clocks(opening: &Opening, acts: &[Recorded<Act>], now: Timestamp) -> (Outcome, bool) {
        let mut acts: Vec<&Recorded<Act>> = acts.iter().collect();
        acts.sort_by_key(|act| act.sequence);
        acts.dedup();
        let account = account_of(opening, acts.into_iter(), now, |_, received_at| received_at);
        (account.outcome, account.settled)
    }
    assert!(finds(as_said_in_another_way, believes_clocks));
}

/// What one writes first: in time is what was received before the deadline, and the clock says when that has passed.
#[test]
fn a_node_that_judges_by_what_its_clock_showed_is_found() {
    fn by_what_clocks_showed(opening: &Opening, acts: &[Recorded<Act>], now: Timestamp) -> (Outcome, bool) {
        let deadline = opening.terms().deadline;
        let timely: Vec<Recorded<Act>> = acts.iter().filter(|act| act.received_at <= deadline).cloned().collect();
        let (outcome, settled) = told(opening, &timely, now);
        (outcome, settled || timely.len() < acts.len())
    }
    assert!(finds(what_is_settled_stays, by_what_clocks_showed));
}

#[test]
fn a_node_that_takes_acts_as_they_arrive_is_found() {
    fn as_they_arrive(opening: &Opening, acts: &[Recorded<Act>], now: Timestamp) -> (Outcome, bool) {
        let account = account_of(opening, acts.iter(), now, later);
        (account.outcome, account.settled)
    }
    assert!(finds(arrival_leaves_no_trace, as_they_arrive));
}

#[test]
fn a_node_that_settles_by_its_own_clock_is_found() {
    fn settles_early(opening: &Opening, acts: &[Recorded<Act>], now: Timestamp) -> (Outcome, bool) {
        let (outcome, _) = told(opening, acts, now);
        let settled = !matches!(outcome, Outcome::Open | Outcome::Broken { heals_until: Some(_), .. });
        (outcome, settled)
    }
    assert!(finds(what_is_settled_stays, settles_early));
}

#[test]
fn a_node_that_is_one_microsecond_off_is_found() {
    fn one_off(opening: &Opening, acts: &[Recorded<Act>], now: Timestamp) -> (Outcome, bool) {
        let early = SignedDuration::from_micros(1);
        let mut terms = opening.terms().clone();
        terms.deadline -= early;
        let (outcome, settled) = told(&Opening::new(terms).expect("nearly the same terms"), acts, now);
        let outcome = match outcome {
            Outcome::Adopted { .. } => Outcome::Adopted { at: opening.terms().deadline },
            other => other,
        };
        (outcome, settled)
    }
    assert!(finds(as_said_in_another_way, one_off));
}

#[test]
fn a_node_that_lets_observers_block_is_found() {
    fn observers_block(opening: &Opening, acts: &[Recorded<Act>], now: Timestamp) -> (Outcome, bool) {
        let mut terms = opening.terms().clone();
        terms.electorate.append(&mut terms.observers);
        told(&Opening::new(terms).expect("terms with more States"), acts, now)
    }
    assert!(finds(who_was_not_asked_decides_nothing, observers_block));
}

#[test]
fn every_outcome_is_among_the_cases() {
    // Were one outcome never generated, the laws would hold of it for nothing.
    let ended = [("broken", true), ("adopted", true), ("adopted later", true), ("lapsed", true)];
    let by_the_clock = [("broken", false), ("adopted", false), ("lapsed", false), ("may heal", false), ("open", false)];
    let mut missing: BTreeSet<(&str, bool)> = ended.into_iter().chain(by_the_clock).collect();
    let mut runner = TestRunner::deterministic();
    for _ in 0..8 * cases() {
        let case = proptest::strategy::ValueTree::current(&case().new_tree(&mut runner).expect("a case"));
        let (outcome, settled) = told(&case.opening, &case.acts, case.now);
        let name = match outcome {
            Outcome::Open => "open",
            Outcome::Broken { heals_until: Some(_), .. } => "may heal",
            Outcome::Broken { .. } => "broken",
            Outcome::Adopted { at: deadline } if deadline > at(DEADLINE_US) => "adopted later",
            Outcome::Adopted { .. } => "adopted",
            Outcome::Lapsed { .. } => "lapsed",
        };
        missing.remove(&(name, settled));
        if missing.is_empty() {
            return;
        }
    }
    panic!("never generated: {missing:?}");
}
