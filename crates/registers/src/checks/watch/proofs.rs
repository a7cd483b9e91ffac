//! A modelled honest population, and thieves: who is stopped, after how many checks, and what they have got by then.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, HashSet};
use std::io::Write;

use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

use super::{Asks, Seen, Sight, Watch};
use crate::checks::ask::Asked;
use crate::document::{DocumentKind, DocumentNumber};

const HOUR: SignedDuration = SignedDuration::from_hours(1);

fn start() -> Timestamp {
    Timestamp::from_second(base::specimen::START_S).unwrap()
}

fn document(issuer: &str, number: u64) -> Asked {
    Asked {
        issuing_state: issuer.parse().unwrap(),
        number: DocumentNumber::parse(&format!("U{number:08}")).unwrap(),
        kinds: &DocumentKind::ALL,
    }
}

fn somebody(number: u128) -> Asks {
    let (person, post) = (Uuid::from_u128(number + 1), Some(Uuid::from_u128(1_000_000 + number / 10)));
    Asks { person, post, state: "GTM".parse().unwrap(), by_page: true }
}

/// What came of a thief.
struct Caught {
    /// Checks that were answered before each of the accounts was stopped.
    answered: u64,
    /// Checks that were answered before anybody was told.
    before_alarm: u64,
    seen: Option<Seen>,
}

/// Lets a thief go through numbers with so many accounts in turn, until all are stopped or the numbers are through.
fn thief(watch: &Watch, accounts: u128, pause: SignedDuration, numbers: impl Iterator<Item = u64>) -> Caught {
    let (mut now, mut stopped) = (start(), HashSet::new());
    let mut caught = Caught { answered: 0, before_alarm: 0, seen: None };
    for (turn, number) in numbers.enumerate() {
        let left: Vec<u128> = (0..accounts).filter(|account| !stopped.contains(account)).collect();
        let Some(account) = left.get(turn % left.len().max(1)).copied() else { break };
        now += pause;
        let sight = watch.see(&somebody(account), Some(&document("UTO", number)), now);
        if let Some(Sight { seen, stops, .. }) = sight {
            caught.seen.get_or_insert(seen);
            if stops {
                stopped.insert(account);
                continue;
            }
        }
        caught.answered += 1;
        caught.before_alarm += u64::from(caught.seen.is_none());
    }
    caught
}

const FIRST: u64 = 20_112_345;

#[test]
fn whoever_goes_through_a_series_is_stopped_within_fifty() {
    let second = SignedDuration::from_secs(1);
    let mut chance = StdRng::seed_from_u64(7);
    let mut shuffled: Vec<u64> = (FIRST..FIRST + 400).collect();
    for at in (1..shuffled.len()).rev() {
        shuffled.swap(at, chance.random_range(0..=at));
    }
    let uneven: Vec<u64> = (0..200u64).map(|turn| FIRST + turn * 50 + chance.random_range(0..50)).collect();
    let series: [(&str, SignedDuration, Vec<u64>); 9] = [
        ("one after the other", second, (FIRST..FIRST + 200).collect()),
        ("backwards", second, (FIRST..FIRST + 200).rev().collect()),
        ("with gaps", second, (0..200).map(|turn| FIRST + turn * 7).collect()),
        ("with wide gaps", second, (0..200).map(|turn| FIRST + turn * 9_973).collect()),
        ("with uneven gaps", second, uneven),
        ("two in turn", second, (0..200).map(|turn| FIRST + (turn % 2) * 5_000_000 + turn / 2).collect()),
        ("three in turn", second, (0..200).map(|turn| FIRST + (turn % 3) * 5_000_000 + turn / 3).collect()),
        ("in no order", second, shuffled),
        ("over days", HOUR * 3, (FIRST..FIRST + 200).collect()),
    ];
    for (how, pause, numbers) in series {
        let caught = thief(&Watch::default(), 1, pause, numbers.into_iter());
        assert!(
            caught.answered < 50 && caught.seen.is_some(),
            "{how}: {} answered, {:?}",
            caught.answered,
            caught.seen
        );
    }
    let many = thief(&Watch::default(), 1, second, (0..10_000).map(|_| chance.random_range(0..90_000_000)));
    assert_eq!(many.seen, Some(Seen::Budget), "who guesses comes to the end of an hour's checks");
}

#[test]
fn several_accounts_are_found_together() {
    for accounts in [10, 100] {
        let caught = thief(&Watch::default(), accounts, SignedDuration::from_secs(2), FIRST..FIRST + 5_000);
        assert!(caught.before_alarm < 50, "{accounts} accounts: {} before anybody was told", caught.before_alarm);
        assert!(caught.answered < 50 + 3 * accounts as u64, "{accounts} accounts: {} answered", caught.answered);
    }
}

/// A post's days: officers at counters, travellers with numbers from all over, families with a few in a row, buses.
struct Border {
    chance: StdRng,
    watch: Watch,
    /// Who was stopped or told of, by post.
    alarms: BTreeMap<u128, u32>,
    checks: u64,
}

impl Border {
    fn new() -> Self {
        Border { chance: StdRng::seed_from_u64(11), watch: Watch::default(), alarms: BTreeMap::new(), checks: 0 }
    }

    /// Half of all documents are the neighbour's, and of those half were issued lately, in the last tenth of its series.
    fn number(&mut self) -> (&'static str, u64) {
        let issuer = ["HND", "HND", "SLV", "NIC", "MEX"][self.chance.random_range(0..5)];
        let lately = self.chance.random_bool(0.5);
        (
            issuer,
            if lately {
                self.chance.random_range(9_000_000..10_000_000)
            } else {
                self.chance.random_range(0..10_000_000)
            },
        )
    }

    fn check(&mut self, officer: u128, issuer: &str, number: u64, now: Timestamp) {
        self.checks += 1;
        if self.watch.see(&somebody(officer), Some(&document(issuer, number)), now).is_some() {
            *self.alarms.entry(officer / 10).or_default() += 1;
            self.watch.forgive(somebody(officer).person);
        }
    }

    /// One day: each officer has so many parties before them; one party in nine is a family, one officer a day gets a bus.
    fn day(&mut self, day: i64, posts: u128, parties: u32) {
        let morning = start() + HOUR * i32::try_from(24 * day).unwrap();
        let bus_at: Vec<u128> = (0..posts).map(|post| post * 10 + self.chance.random_range(0..4)).collect();
        for turn in 0..parties {
            let now = morning + SignedDuration::from_secs(i64::from(turn) * 36_000 / i64::from(parties));
            for officer in (0..posts).flat_map(|post| (0..4).map(move |counter| post * 10 + counter)) {
                let (issuer, number) = self.number();
                let family = if self.chance.random_bool(0.11) { self.chance.random_range(2..=8) } else { 1 };
                (0..family).for_each(|member| self.check(officer, issuer, number + member, now));
                if turn == parties / 2 && bus_at.contains(&officer) {
                    self.bus(officer, now);
                }
            }
        }
    }

    /// A bus of forty-five of one town, whose documents one office issued within some months: families in a row among them.
    fn bus(&mut self, officer: u128, now: Timestamp) {
        let town = self.chance.random_range(0..9_900_000);
        let mut aboard = 0;
        while aboard < 45 {
            let (first, family) = (town + self.chance.random_range(0..20_000), self.chance.random_range(1..=6));
            (0..family).for_each(|member| self.check(officer, "HND", first + member, now));
            aboard += family;
        }
    }
}

#[test]
fn an_honest_border_is_not_stopped() {
    let mut border = Border::new();
    (0..3).for_each(|day| border.day(day, 3, 150));
    assert!(border.checks > 5_000, "{}", border.checks);
    // Where blocks begin is chance, made anew with each watch: a dense bus may fall into one. Once a month is promised.
    assert!(border.alarms.values().sum::<u32>() <= 1, "{:?}", border.alarms);
}

#[test]
fn eight_in_a_row_and_a_class_of_thirty_pass() {
    let watch = Watch::default();
    let mut now = start();
    let mut check = |officer, number| {
        now += SignedDuration::from_secs(30);
        watch.see(&somebody(officer), Some(&document("UTO", number)), now)
    };
    for stack in 0..12 {
        (0..8).for_each(|at| assert_eq!(check(0, stack * 700_001 + stack * stack * 1_013 + at), None, "stack {stack}"));
    }
    (0..30).for_each(|at| assert_eq!(check(1, 50_000_000 + at), None, "a class"));
}

/// Says a line past the test runner, which keeps what a passing test prints.
fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// The whole measurement, by command: see docs/figures.md. Prints a table and asserts the promised figures.
#[test]
fn figures_of_thieves_and_of_thirty_honest_days() {
    let whole = std::env::var_os("PUEBLA_WATCH_FIGURES").is_some();
    let (days, posts) = if whole { (30, 10) } else { (1, 2) };
    let mut border = Border::new();
    (0..days).for_each(|day| border.day(day, posts, 150));
    let worst = border.alarms.values().copied().max().unwrap_or(0);
    say(&format!("honest: {} checks, {posts} posts, {days} days, alarms by post {:?}", border.checks, border.alarms));
    assert!(worst <= 1, "{:?}", border.alarms);
    let records = 100_000u64;
    for accounts in [1, 10, 100] {
        let caught = thief(&Watch::default(), accounts, SignedDuration::from_secs(1), FIRST..FIRST + records);
        let share = |checks: u64| checks as f64 / records as f64;
        say(&format!(
            "thief with {accounts} accounts: {} answered before the alarm ({:.4} %), {} before all were stopped ({:.4} %)",
            caught.before_alarm,
            100.0 * share(caught.before_alarm),
            caught.answered,
            100.0 * share(caught.answered),
        ));
        assert!(share(caught.before_alarm) <= 0.001);
    }
}
