//! No sequence of acts, clocks and restarts makes two copies of the journal disagree about an outcome.

use std::path::Path;

use base::access::Purpose;
use base::clock::Clock;
use base::desk::by_rule;
use base::ground::{Puebla, Settings};
use base::identity::profile::RCM;
use base::specimen::make_folder;
use base::store::{House, Stamp, rebuild};
use conference::by::{Authority, By, Person};
use conference::recorded::{History, Recorded, Sequence};
use conference::said::Said;
use conference::silence::{Account, Act, Outcome, Stance, account};
use jiff::{SignedDuration, Timestamp};
use journal::StateCode;
use rusqlite::Connection;
use uuid::Uuid;

use super::super::entries::{Agreed, Opened};
use super::super::round::Round;
use super::super::samples::PLANS;
use super::super::{open, queries, telling};
use crate::HOUSE;

const STATES: [&str; 4] = ["GTM", "HND", "MEX", "PAN"];
const ROUNDS: usize = 60;
const ACTS: u64 = 14;

fn code(text: &str) -> StateCode {
    text.parse().unwrap()
}

/// Draws numbers that are the same on every machine.
struct Draws(u64);

impl Draws {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

fn start() -> Timestamp {
    "2026-03-02T15:00:00Z".parse().unwrap()
}

fn stamp(state: &str, person: u128, at: Timestamp) -> Stamp {
    Stamp { state: code(state), person: Uuid::from_u128(person), purpose: Purpose::Secretariat, at }
}

/// A round of four States that lasts a hundred hours; an objection heals until ten hours before.
fn drawn(number: usize) -> Opened {
    Opened {
        symbol: format!("DRAWN/{number}"),
        follows: None,
        title_en: "Drawn".to_owned(),
        title_es: "Sorteada".to_owned(),
        text_en: vec!["One.".to_owned()],
        text_es: vec!["Uno.".to_owned()],
        electorate: STATES.map(code).to_vec(),
        observers: vec![code("COL")],
        chairs: vec![code("PAN")],
        deadline_us: (start() + SignedDuration::from_hours(100)).as_microsecond(),
        rules: Agreed {
            open_at_least_s: 60,
            heals_before_s: number.is_multiple_of(2).then_some(36_000),
            delivered_before_s: None,
            speaking_at_least: (number % 3) as u16,
            extensions_max: 1,
            extension_at_most_s: 36_000,
        },
    }
}

fn begin(ground: &Puebla, number: usize) -> u64 {
    let opened = drawn(number);
    let symbol = by_rule(ground.database("secretariat").unwrap(), stamp("PAN", 1, start()), move |entries| {
        Ok(open::record(entries, opened).unwrap())
    })
    .unwrap();
    ground.database("secretariat").unwrap().read(|now| queries::position(now, &symbol)).unwrap().unwrap()
}

/// Draws an act, and what the clock shows as it is said: mostly later than before, sometimes set back.
fn draw(draws: &mut Draws, round: u64, clock: &mut i64) -> (Act, Stamp) {
    *clock += match draws.below(6) {
        0 => -(draws.below(40) as i64),
        _ => draws.below(14) as i64,
    };
    *clock = (*clock).max(0);
    let party = ["GTM", "HND", "MEX", "PAN", "COL"][draws.below(5) as usize];
    let person = 1 + draws.below(3) as u128;
    let presides = draws.below(4) == 0;
    let authority = if presides { Authority::Presides } else { Authority::Speaks };
    let by = By { person: Person(person), party: code(party), authority };
    let said = || Said::parse("Drawn.").unwrap();
    let place = || Sequence(round + 1 + u64::from(person as u8));
    let until = start() + SignedDuration::from_hours(100 + draws.below(12) as i64);
    let act = match draws.below(11) {
        0 => Act::Position { by, stance: Stance::Objection(said()), replaces: None },
        1 | 2 => Act::Position { by, stance: Stance::NoObjection, replaces: None },
        3 => Act::Position { by, stance: Stance::Reservation(said()), replaces: None },
        4 | 5 => Act::Withdrawal { by, of: place() },
        6 => Act::Comment { by, text: said() },
        7 => Act::ExtensionAsked { by, until, reason: said() },
        8 => Act::ExtensionGranted { by, request: place(), until },
        9 => Act::TakenUp { by },
        _ => Act::Passed,
    };
    (act, stamp(party, person, start() + SignedDuration::from_hours(*clock)))
}

/// A copy of the house's journal, with tables made from it elsewhere.
fn elsewhere(home: &Path, folder: &Path) -> Connection {
    let to = folder.join(HOUSE.file).display().to_string();
    House::open_alone(home, &HOUSE).unwrap().execute("VACUUM INTO ?1", [to]).unwrap();
    let mut copy = House::open_alone(folder, &HOUSE).unwrap();
    copy.execute_batch("DELETE FROM silence_round; DELETE FROM silence_act; DELETE FROM silence_party;").unwrap();
    rebuild(&mut copy, &HOUSE).unwrap();
    copy
}

/// Answers what a copy that orders acts by what the clock showed would say: it must be found out.
fn by_the_clock(round: &Round, now: Timestamp) -> Account {
    let mut acts: Vec<&Recorded<Act>> = round.history.acts().collect();
    acts.sort_by_key(|recorded| recorded.received_at);
    let mut history = History::default();
    for (turn, recorded) in acts.into_iter().enumerate() {
        let sequence = Sequence(round.position + 1 + turn as u64);
        history.add(Recorded { sequence, ..recorded.clone() }).unwrap();
    }
    account(&round.opening, &history, now)
}

#[test]
fn two_copies_of_a_journal_agree_on_every_outcome_and_a_copy_that_trusts_its_clock_is_found_out() {
    let home = tempfile::tempdir().unwrap();
    make_folder(home.path(), RCM);
    let ground = Puebla::open(home.path(), &PLANS, Clock::held(start()), Settings::default()).unwrap();
    let database = ground.database("secretariat").unwrap();
    let mut draws = Draws(8);
    let mut rounds = Vec::new();
    for number in 0..ROUNDS {
        let round = begin(&ground, number);
        let mut clock = 0;
        for _ in 0..1 + draws.below(ACTS) {
            let (act, stamp) = draw(&mut draws, round, &mut clock);
            by_rule(database, stamp, move |entries| entries.append(&telling::act(round, &act)).map(|_| ())).unwrap();
        }
        rounds.push(round);
    }
    let folder = tempfile::tempdir().unwrap();
    let copy = elsewhere(home.path(), folder.path());
    let times = [0, 40, 89, 90, 99, 100, 101, 113, 400].map(|hours| start() + SignedDuration::from_hours(hours));
    let (mut kinds, mut found_out) = (std::collections::BTreeSet::new(), 0);
    for round in rounds {
        let here = database.read(|now| Round::read(now, round)).unwrap().unwrap();
        let there = Round::read(&copy, round).unwrap().unwrap();
        let settled = here.account(start()).settled;
        for now in times {
            let account = here.account(now);
            assert_eq!(account, there.account(now), "round {round} at {now}");
            // What is settled is the same at any time, whatever the clock shows.
            assert!(!settled || account.outcome == here.account(start()).outcome, "round {round} at {now}");
            kinds.insert(super::super::apply::outcome_code(&account.outcome));
            found_out += usize::from(by_the_clock(&here, now).outcome != account.outcome);
        }
    }
    assert_eq!(kinds.len(), 4, "every outcome is drawn: {kinds:?}");
    assert!(found_out > 0, "the planted fault must be seen");
}

#[test]
fn a_server_that_was_stopped_across_a_deadline_says_the_same_as_one_that_was_not() {
    let home = tempfile::tempdir().unwrap();
    make_folder(home.path(), RCM);
    let open_at = |hours| {
        let clock = Clock::held(start() + SignedDuration::from_hours(hours));
        Puebla::open(home.path(), &PLANS, clock, Settings::default()).unwrap()
    };
    let ground = open_at(0);
    let round = begin(&ground, 0);
    drop(ground);
    let ground = open_at(101);
    let read = || ground.database("secretariat").unwrap().read(|now| Round::read(now, round)).unwrap().unwrap();
    let before = read().account(ground.clock.now());
    assert!(matches!(before.outcome, Outcome::Adopted { .. }) && !before.settled);
    assert_eq!(super::super::sweep::sweep(&ground).unwrap(), 1);
    assert_eq!(super::super::sweep::sweep(&ground).unwrap(), 0, "once is enough");
    let after = read().account(start());
    assert_eq!((after.outcome, after.settled), (before.outcome, true), "and no clock brings it back");
    let folder = tempfile::tempdir().unwrap();
    let copy = elsewhere(home.path(), folder.path());
    assert!(Round::read(&copy, round).unwrap().unwrap().account(start()).settled);
}

#[test]
fn whoever_is_a_party_as_a_round_is_opened_is_asked_whatever_the_form_had_read_before() {
    let home = tempfile::tempdir().unwrap();
    make_folder(home.path(), RCM);
    let ground = Puebla::open(home.path(), &PLANS, Clock::held(start()), Settings::default()).unwrap();
    super::super::samples::preside(&ground, "XSV", &["PAN"]);
    let (database, profile) = (ground.database("secretariat").unwrap(), ground.identity.profile());
    let symbol =
        by_rule(database, stamp("PAN", 1, start()), move |entries| Ok(open::put(entries, drawn(0), &profile).unwrap()))
            .unwrap();
    let round = database.read(|now| Round::read(now, queries::position(now, &symbol)?.unwrap())).unwrap().unwrap();
    let terms = round.opening.terms();
    assert_eq!((terms.electorate.len(), terms.chairs.len()), (11, 1));
    assert!(terms.observers.len() > 1 && terms.electorate.contains(&code("CRI")));
}
