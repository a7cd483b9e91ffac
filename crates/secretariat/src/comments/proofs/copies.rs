//! No sequence of acts, clocks and restarts makes two copies of the journal disagree about who answered and what stands.

use std::collections::BTreeSet;
use std::path::Path;

use base::access::Purpose;
use base::clock::Clock;
use base::desk::by_rule;
use base::ground::{Puebla, Settings};
use base::identity::profile::RCM;
use base::specimen::make_folder;
use base::store::{House, Stamp, rebuild};
use conference::by::{Authority, By, Person};
use conference::comments::{Account, Act, Answer, Place, Verdict, account};
use conference::language::TextLanguage;
use conference::recorded::{History, Recorded, Sequence};
use conference::said::Said;
use jiff::{SignedDuration, Timestamp};
use journal::StateCode;
use rusqlite::Connection;
use uuid::Uuid;

use super::super::entries::{CommentEntry, Invited, Paragraph};
use super::super::round::Round;
use super::super::samples::PLANS;
use super::super::{convene, queries, round, sweep, telling};
use crate::HOUSE;

const ASKED: [&str; 4] = ["GTM", "HND", "MEX", "PAN"];
const ROUNDS: usize = 30;
const ACTS: u64 = 14;

fn code(text: &str) -> StateCode {
    text.parse().expect("a code")
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
    "2026-03-02T15:00:00Z".parse().expect("an instant")
}

fn hours(hours: i64) -> Timestamp {
    start() + SignedDuration::from_hours(hours)
}

fn stamp(state: &str, person: u128, at: Timestamp) -> Stamp {
    Stamp { state: code(state), person: Uuid::from_u128(person), purpose: Purpose::Secretariat, at }
}

/// A round of four States and an observer that lasts a hundred hours.
fn drawn(number: usize) -> Invited {
    let paragraph = |name: &str| Paragraph { name: name.to_owned(), en: "One.".to_owned(), es: "Uno.".to_owned() };
    Invited {
        symbol: format!("DRAWN/{number}").parse().expect("a symbol"),
        title_en: "Drawn".to_owned(),
        title_es: "Sorteada".to_owned(),
        paragraphs: vec![paragraph("1"), paragraph("2")],
        asked: ASKED.map(code).to_vec(),
        welcome: vec![code("COL")],
        conveners: vec![code("PAN")],
        deadline_us: hours(100).as_microsecond(),
        counted: None,
        cites: None,
    }
}

fn begin(ground: &Puebla, number: usize) -> u64 {
    let entry = CommentEntry::Invited(Box::new(drawn(number)));
    let database = ground.database("secretariat").expect("the house");
    by_rule(database, stamp("PAN", 1, start()), move |entries| entries.append(&entry)).expect("a round")
}

/// Draws an act, and what the clock shows as it is said: mostly later than before, sometimes set back.
fn draw(draws: &mut Draws, round: u64, clock: &mut i64) -> (Act, Stamp) {
    *clock += match draws.below(6) {
        0 => -(draws.below(40) as i64),
        _ => draws.below(26) as i64,
    };
    *clock = (*clock).max(0);
    let party = ["GTM", "HND", "MEX", "PAN", "COL"][draws.below(5) as usize];
    let person = 1 + draws.below(3) as u128;
    let convenes = draws.below(3) == 0;
    let (party, authority) = if convenes { ("PAN", Authority::Presides) } else { (party, Authority::Speaks) };
    let by = By { person: Person(person), party: code(party), authority };
    let said = || Said::parse("Drawn.").expect("words");
    let mut place = || Sequence(round + 1 + draws.below(8));
    let (replaces, about) = (place(), place());
    let until = hours(100 + draws.below(24) as i64);
    let on = [Place::Whole, Place::Paragraph(0), Place::Paragraph(1)][draws.below(3) as usize];
    let replaces = (draws.below(2) == 0).then_some(replaces);
    let act = match (convenes, draws.below(8)) {
        (true, 0..4) => Act::Reply { by, to: about, verdict: Verdict::Noted, text: said() },
        (true, 4..7) => Act::ExtensionGranted { by, request: about, until, for_all: draws.below(2) == 0 },
        (true, _) => Act::ExtensionRefused { by, request: about, reason: said() },
        (false, 0..3) => Act::Comment { by, on, text: said(), language: TextLanguage::Spanish, replaces },
        (false, 3) => Act::Withdrawal { by, of: about },
        (false, 4) => Act::Nothing { by },
        (false, 5 | 6) => Act::ExtensionAsked { by, until, reason: said() },
        (false, _) => Act::Passed,
    };
    (act, stamp(party, person, hours(*clock)))
}

/// A copy of the house's journal, with tables made from it elsewhere.
fn elsewhere(home: &Path, folder: &Path) -> Connection {
    let to = folder.join(HOUSE.file).display().to_string();
    House::open_alone(home, &HOUSE).expect("the house").execute("VACUUM INTO ?1", [to]).expect("a copy");
    let mut copy = House::open_alone(folder, &HOUSE).expect("the copy");
    copy.execute_batch("DELETE FROM comments_round; DELETE FROM comments_act; DELETE FROM comments_party;")
        .expect("empty tables");
    rebuild(&mut copy, &HOUSE).expect("tables made again");
    copy
}

/// Answers what a copy that orders acts by what the clock showed would say: it must be found out.
fn by_the_clock(round: &Round, now: Timestamp) -> Account {
    let mut acts: Vec<&Recorded<Act>> = round.history.acts().collect();
    acts.sort_by_key(|recorded| recorded.received_at);
    let mut history = History::default();
    for (turn, recorded) in acts.into_iter().enumerate() {
        let sequence = Sequence(round.position + 1 + turn as u64);
        history.add(Recorded { sequence, ..recorded.clone() }).expect("each place once");
    }
    account(&round.invitation, &history, now)
}

fn answers(account: &Account) -> Vec<Answer> {
    account.guests.values().map(|guest| guest.answer).collect()
}

#[test]
fn two_copies_of_a_journal_agree_on_every_account_and_a_copy_that_trusts_its_clock_is_found_out() {
    let home = tempfile::tempdir().expect("a folder");
    make_folder(home.path(), RCM);
    let ground = Puebla::open(home.path(), &PLANS, Clock::held(start()), Settings::default()).expect("a server");
    let database = ground.database("secretariat").expect("the house");
    let mut draws = Draws(5);
    let mut rounds = Vec::new();
    for number in 0..ROUNDS {
        let round = begin(&ground, number);
        let mut clock = draws.below(90) as i64;
        for _ in 0..1 + draws.below(ACTS) {
            let (act, stamp) = draw(&mut draws, round, &mut clock);
            by_rule(database, stamp, move |entries| entries.append(&telling::act(round, &act)).map(|_| ()))
                .expect("an act");
        }
        rounds.push(round);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let copy = elsewhere(home.path(), folder.path());
    let (mut kinds, mut found_out) = (BTreeSet::new(), 0);
    for position in rounds {
        let here = database.read(|now| Round::read(now, position)).expect("tables").expect("the round");
        let there = Round::read(&copy, position).expect("tables").expect("the round");
        let proved = here.proved();
        for now in [0, 40, 99, 100, 101, 113, 400].map(hours) {
            let account = here.account(now);
            assert_eq!(account, there.account(now), "round {position} at {now}");
            let earlier = here.account(start());
            // What the journal proves is the same at any time, whatever the clock shows.
            for (party, guest) in account.guests.iter().filter(|(_, guest)| guest.deadline < proved) {
                assert_eq!(guest.answer, earlier.guests[party].answer, "round {position} at {now}");
            }
            kinds.extend(account.guests.values().map(|guest| round::answer_code(guest.answer)));
            found_out += usize::from(answers(&by_the_clock(&here, now)) != answers(&account));
        }
    }
    assert_eq!(kinds.len(), 4, "every answer is drawn: {kinds:?}");
    assert!(found_out > 0, "the planted fault must be seen");
}

#[test]
fn a_server_that_was_stopped_across_a_deadline_says_the_same_as_one_that_was_not() {
    let home = tempfile::tempdir().expect("a folder");
    make_folder(home.path(), RCM);
    let open_at =
        |at| Puebla::open(home.path(), &PLANS, Clock::held(hours(at)), Settings::default()).expect("a server");
    let ground = open_at(0);
    let position = begin(&ground, 0);
    drop(ground);
    let ground = open_at(101);
    let database = ground.database("secretariat").expect("the house");
    let read = || database.read(|now| Round::read(now, position)).expect("tables").expect("the round");
    let before = read().account(ground.clock.now());
    assert!(before.guests.values().all(|guest| guest.answer == Answer::Silent));
    assert_eq!(sweep::sweep(&ground).expect("a sweep"), 1);
    assert_eq!(sweep::sweep(&ground).expect("a sweep"), 0, "once is enough");
    assert_eq!(answers(&read().account(start())), answers(&before), "and no clock brings it back");
}

#[test]
fn whoever_is_a_party_as_a_round_is_convened_is_asked_whatever_the_form_had_read_before() {
    let home = tempfile::tempdir().expect("a folder");
    make_folder(home.path(), RCM);
    let ground = Puebla::open(home.path(), &PLANS, Clock::held(start()), Settings::default()).expect("a server");
    let (database, profile) = (ground.database("secretariat").expect("the house"), ground.identity.profile());
    let convened = |number, observers| {
        let profile = std::sync::Arc::clone(&profile);
        let symbol = by_rule(database, stamp("XSV", 1, start()), move |entries| {
            Ok(convene::convene(entries, (drawn(number), observers), &profile).expect("a round"))
        });
        let symbol = symbol.expect("a symbol");
        let round = database.read(|now| match queries::resource(now, &symbol)? {
            Some((position, _)) => Round::read(now, position),
            None => Ok(None),
        });
        round.expect("tables").expect("it is there").invited
    };
    let (open, kept) = (convened(0, true), convened(1, false));
    assert_eq!((open.asked.len(), kept.asked.len(), kept.welcome.len()), (11, 11, 0));
    assert!(open.welcome.len() > 1 && open.conveners == [code("XSV")]);
}
