//! Thieves who go through names, birth dates and references, and honest people beside them: who is stopped, after how many.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use uuid::Uuid;

use super::names::Door;
use super::{Asks, Seen, Watch};
use crate::alerts::matches::{Traveller, TravellerSent};

const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// Surnames of the region in the order of the alphabet, the commoner ones as often as in a country of few surnames.
const SURNAMES: [&str; 40] = [
    "Abarca",
    "Aguilar",
    "Alvarado",
    "Barrios",
    "Bonilla",
    "Cáceres",
    "Castillo",
    "Chávez",
    "Cruz",
    "Díaz",
    "Escobar",
    "Estrada",
    "Flores",
    "Fuentes",
    "García",
    "Gómez",
    "Guzmán",
    "Hernández",
    "Herrera",
    "Ixcot",
    "Jiménez",
    "Juárez",
    "López",
    "Martínez",
    "Mejía",
    "Morales",
    "Núñez",
    "Ordóñez",
    "Ortiz",
    "Pérez",
    "Quintanilla",
    "Ramírez",
    "Reyes",
    "Rivas",
    "Sánchez",
    "Tobar",
    "Urbina",
    "Vásquez",
    "Yanes",
    "Zelaya",
];

const GIVEN: [&str; 20] = [
    "Ana", "Carlos", "Carmen", "Daniel", "Elena", "Fernando", "Gloria", "Iris", "José", "Juan", "Karla", "Luis",
    "Marta", "María", "Nahomy", "Óscar", "Pedro", "Rosa", "Sonia", "Wendy",
];

fn start() -> Timestamp {
    Timestamp::from_second(base::specimen::START_S).unwrap()
}

fn officer(number: u128) -> Asks {
    Asks { person: Uuid::from_u128(number + 1), post: None, state: "GTM".parse().unwrap() }
}

fn person(surname: &str, given: &str, born: &str) -> Traveller {
    let sent = TravellerSent {
        paternal: surname.to_owned(),
        given: given.to_owned(),
        born: born.to_owned(),
        ..TravellerSent::default()
    };
    Traveller::sent(&sent).unwrap().unwrap()
}

/// A day in sixty years, each as likely.
fn day(chance: &mut StdRng) -> String {
    format!("{}-{:02}-{:02}", chance.random_range(1945..2005), chance.random_range(1..=12), chance.random_range(1..=28))
}

/// Lets somebody ask until they are stopped; answers after how many answered questions, and by what they were known.
fn thief(all: &[Traveller], accounts: u128, pause: SignedDuration) -> (usize, Option<Seen>) {
    let (watch, mut now) = (Watch::default(), start());
    for (turn, traveller) in all.iter().enumerate() {
        now += pause;
        if let Some(sight) = watch.see(&officer(turn as u128 % accounts), traveller, Door::Search, now) {
            return (turn, Some(sight.seen));
        }
    }
    (all.len(), None)
}

#[test]
fn whoever_runs_through_the_alphabet_is_stopped_at_the_twelfth_name() {
    let forwards: Vec<Traveller> = SURNAMES.iter().map(|surname| person(surname, "Juan", "1980")).collect();
    let backwards: Vec<Traveller> = forwards.iter().rev().cloned().collect();
    let given: Vec<Traveller> = GIVEN.iter().map(|given| person("Pérez", given, "1980")).collect();
    let hour = SignedDuration::from_hours(1);
    for (how, all, pause) in [
        ("forwards", &forwards, MINUTE),
        ("backwards", &backwards, MINUTE),
        ("given names", &given, MINUTE),
        ("an hour each", &forwards, hour),
    ] {
        assert_eq!(thief(all, 1, pause), (11, Some(Seen::Order)), "{how}");
    }
    let two = forwards[..20].iter().zip(&forwards[20..]).flat_map(|(one, other)| [one.clone(), other.clone()]);
    let (answered, seen) = thief(&two.collect::<Vec<_>>(), 1, MINUTE);
    assert!(answered < 24 && seen == Some(Seen::Order), "two runs in turn: {answered} {seen:?}");
    let twice: Vec<Traveller> =
        SURNAMES.iter().flat_map(|surname| ["1980", "1981"].map(|born| person(surname, "Juan", born))).collect();
    assert_eq!(thief(&twice, 1, MINUTE * 2).1, Some(Seen::Order), "two birth dates each");
    assert_eq!(thief(&forwards, 4, MINUTE), (11, Some(Seen::Together)), "four accounts in turn");
}

#[test]
fn whoever_tries_birth_dates_for_one_name_is_stopped_at_the_fifth() {
    let tries = |from: u32| -> Vec<Traveller> {
        (from..from + 40).map(|year| person("Quimistán", "Nahomy", &format!("{year}"))).collect()
    };
    assert_eq!(thief(&tries(1950), 1, MINUTE), (4, Some(Seen::Births)));
    let days: Vec<Traveller> =
        (1..29).map(|day| person("Quimistan Zelaya", "NAHOMY Iris", &format!("1988-05-{day:02}"))).collect();
    assert_eq!(thief(&days, 1, SignedDuration::from_hours(2)), (4, Some(Seen::Births)), "slowly");
    assert_eq!(thief(&tries(1950), 3, MINUTE), (7, Some(Seen::Together)), "three accounts in turn");
    let (watch, mut caught) = (Watch::default(), None);
    for traveller in &tries(1950) {
        caught = caught.or(watch.see(&officer(0), traveller, Door::Check, start()));
    }
    assert_eq!(caught.map(|sight| (sight.seen, sight.counted)), Some((Seen::Births, 8)), "and at checks");
}

#[test]
fn many_names_in_a_short_time_are_a_thief_and_the_same_one_again_is_none() {
    let mut chance = StdRng::seed_from_u64(3);
    let all: Vec<Traveller> = (0..60u64)
        .map(|turn| {
            // Each name once, in no order.
            let at = (turn * 23 + 7) % 40;
            person(SURNAMES[at as usize], GIVEN[(turn % 20) as usize], &day(&mut chance))
        })
        .collect();
    assert_eq!(thief(&all, 1, SignedDuration::from_secs(20)), (14, Some(Seen::Names)));
    assert_eq!(thief(&all, 1, MINUTE).1, None, "one a minute is what a budget ends");
    let again = vec![person("Zelaya", "Iris", "1992-02-14"); 200];
    assert_eq!(thief(&again, 1, SignedDuration::from_secs(1)).1, None);
}

#[test]
fn references_are_counted_there_or_not() {
    let (watch, mut now) = (Watch::default(), start());
    let mut look = |who: u128, number: usize, pause| {
        now += pause;
        watch.see_reference(&officer(who), &format!("RCM-A-2026-{number:04}"), now)
    };
    let caught = (1..100).find(|number| look(0, *number, MINUTE).is_some());
    assert_eq!(caught, Some(12), "one after the other");
    assert_eq!((0..100).filter(|_| look(1, 7, MINUTE).is_some()).count(), 0, "one again and again");
    let slowly = (1..100).find(|number| look(2, *number, MINUTE * 20).is_some());
    assert_eq!(slowly, Some(30), "one in twenty minutes");
    let mut several = (0..400u128).filter_map(|turn| look(10 + turn % 40, 500 + turn as usize, MINUTE));
    let told = several.next().unwrap();
    assert!(told.seen == Seen::Together && !told.stops, "{told:?}");
}

/// A month of twenty officers who each search for twelve people a day and type a hundred and fifty travellers at checks, with names
/// as common as where few surnames are many people's.
#[test]
fn honest_officers_are_not_stopped() {
    let (mut chance, watch, mut alarms) = (StdRng::seed_from_u64(17), Watch::default(), BTreeMap::new());
    let (mut searches, mut checks) = (0, 0);
    for day_at in 0..30i64 {
        for turn in 0..162i64 {
            for who in 0..20u128 {
                let now =
                    start() + SignedDuration::from_secs(86_400 * day_at + turn * 200 + i64::try_from(who).unwrap());
                let searching = turn % 13 == 0 && turn < 156;
                let at = |chance: &mut StdRng, all: usize| chance.random_range(0..all).min(chance.random_range(0..all));
                let (surname, given) = (SURNAMES[at(&mut chance, 40)], GIVEN[at(&mut chance, 20)]);
                let traveller = person(surname, given, &day(&mut chance));
                let door = if searching { Door::Search } else { Door::Check };
                let made = if searching { &mut searches } else { &mut checks };
                *made += 1;
                if let Some(sight) = watch.see(&officer(who), &traveller, door, now) {
                    *alarms.entry(sight.seen.code()).or_insert(0) += 1;
                }
            }
        }
    }
    assert_eq!((searches, checks), (7_200, 90_000));
    assert_eq!(alarms.into_iter().collect::<Vec<_>>(), Vec::<(&str, i32)>::new());
}
