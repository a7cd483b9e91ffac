//! Laws that hold for anyone: over drawn people, registers and histories. Each law is a function that answers what broke
//! it; beside each, a faulty stand-in that the law must find, for a law that cannot fail proves nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use matching::{
    Answer, Band, Birth, Builder, Explanation, Fact, Fields, Frequencies, Hit, Index, Number, Person, RecordId,
    Searcher, Segment, compare,
};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

const SURNAMES: [&str; 16] = [
    "Hernández",
    "López",
    "Hernandes",
    "Lopes",
    "Tzoc",
    "Caal",
    "Jean-Baptiste",
    "Pierre",
    "de León",
    "Deleon",
    "Núñez",
    "Singh",
    "Wang",
    "Norales",
    "Smith",
    "Cifuentes",
];
const GIVEN: [&str; 16] = [
    "María", "Mario", "José", "Pepe", "Juan", "Ana", "Ma.", "Luisa", "Luis", "Brayan", "Brian", "Guerda", "Mohamed",
    "Wei", "Xiomara", "J",
];

fn words(pool: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pool), 0..=most).prop_map(|words| words.join(" "))
}

fn births() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => (1980u32..1984, 1u32..=3, 1u32..=12).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        1 => (1980u32..1984).prop_map(|y| y.to_string()),
        1 => (1980u32..1984, 1u32..=3).prop_map(|(y, m)| format!("{y}-{m:02}")),
        1 => Just(String::new()),
    ]
}

fn people() -> impl Strategy<Value = Person> {
    let number = prop_oneof![3 => Just(String::new()), 1 => (100_000u32..100_040).prop_map(|n| format!("P{n}"))];
    let one_of = prop::sample::select(vec!["", "F", "M"]);
    let nationality = prop::sample::select(vec!["", "GTM", "HND", "HTI", "CHN"]);
    (words(&SURNAMES, 3), words(&GIVEN, 3), one_of, births(), nationality, number).prop_map(
        |(surnames, given, sex, birth, nationality, number)| {
            Person::from_fields(Fields {
                surnames: &surnames,
                given: &given,
                sex,
                birth: &birth,
                nationality,
                number: &number,
            })
        },
    )
}

/// Runs a law over drawn cases; the first that breaks it is said.
fn over<T: std::fmt::Debug>(
    cases: u32,
    drawn: &impl Strategy<Value = T>,
    law: impl Fn(T) -> Result<(), String>,
) -> Result<(), String> {
    let mut runner = TestRunner::new_with_rng(
        Config { cases, failure_persistence: None, ..Config::default() },
        proptest::test_runner::TestRng::deterministic_rng(proptest::test_runner::RngAlgorithm::ChaCha),
    );
    runner.run(drawn, |case| law(case).map_err(TestCaseError::fail)).map_err(|e| e.to_string())
}

fn segment(people: &[(RecordId, Person)], frequencies: &Frequencies) -> Arc<Segment> {
    let mut builder = Builder::new();
    for (record, person) in people {
        builder.push(*record, person);
    }
    Arc::new(builder.build(frequencies))
}

fn register(people: &[Person]) -> Vec<(RecordId, Person)> {
    people.iter().enumerate().map(|(at, person)| (at as u64, person.clone())).collect()
}

fn same(one: &Answer, other: &Answer) -> Result<(), String> {
    if one.hits == other.hits { Ok(()) } else { Err(format!("{:?}\n{:?}", one.hits, other.hits)) }
}

type Compare = fn(&Person, &Person, &Frequencies, f64) -> Explanation;

fn symmetric(compare: Compare) -> Result<(), String> {
    let frequencies = Frequencies::shipped();
    over(150, &(people(), people()), |(one, other)| {
        let (there, back) = (compare(&one, &other, &frequencies, -8.0), compare(&other, &one, &frequencies, -8.0));
        // Exchanged fields are read in the query's place alone, and two given names are not two surnames.
        if [&there, &back].iter().any(|side| side.lines.iter().any(|line| line.fact == Fact::FieldsExchanged)) {
            return Ok(());
        }
        let (a, b) = (there.score(), back.score());
        if (a - b).abs() < 1e-3 { Ok(()) } else { Err(format!("{a} {b}")) }
    })
}

#[test]
fn two_people_score_alike_from_both_sides() {
    assert_eq!(symmetric(compare), Ok(()));
    let faulty: Compare =
        |one, other, frequencies, prior| compare(one, if one.sex.is_some() { one } else { other }, frequencies, prior);
    assert!(symmetric(faulty).is_err());
}

fn agreement_never_lowers(compare: Compare) -> Result<(), String> {
    let frequencies = Frequencies::shipped();
    let more = prop::sample::select(vec!["birth", "sex", "nationality", "number"]);
    over(150, &(people(), people(), more), |(mut one, mut other, more)| {
        let clear = |person: &mut Person| match more {
            "birth" => person.births.clear(),
            "sex" => person.sex = None,
            "nationality" => person.nationalities.clear(),
            _ => person.numbers.clear(),
        };
        clear(&mut one);
        clear(&mut other);
        let before = compare(&one, &other, &frequencies, -8.0).score();
        for person in [&mut one, &mut other] {
            match more {
                "birth" => person.births = vec![Birth::new(1981, 2, 3).expect("a day")],
                "sex" => person.sex = matching::Sex::parse("F"),
                "nationality" => person.nationalities = matching::Nationality::parse("HND").into_iter().collect(),
                _ => person.numbers = Number::parse("A123456", false).into_iter().collect(),
            }
        }
        let after = compare(&one, &other, &frequencies, -8.0).score();
        // Sex decides how a married name is read, so a woman's agreement may also make her surname's contradiction cheaper.
        if after >= before - 1e-9 { Ok(()) } else { Err(format!("{more}: {before} {after}")) }
    })
}

#[test]
fn evidence_that_agrees_never_lowers_a_score() {
    assert_eq!(agreement_never_lowers(compare), Ok(()));
    let faulty: Compare =
        |one, other, frequencies, prior| compare(one, other, frequencies, prior - 20.0 * one.births.len() as f64);
    assert!(agreement_never_lowers(faulty).is_err());
}

type Explain = fn(&Index, &mut Searcher, &Person, RecordId) -> Option<Explanation>;

fn lines_add_up(explain: Explain) -> Result<(), String> {
    over(25, &(prop::collection::vec(people(), 1..30), people()), |(held, asked)| {
        let frequencies = Arc::new(Frequencies::shipped());
        let index = Index::new(Arc::clone(&frequencies)).with(segment(&register(&held), &frequencies));
        let mut searcher = Searcher::default();
        for hit in index.search(&mut searcher, &asked, 10).hits {
            let explained = explain(&index, &mut searcher, &asked, hit.record).ok_or("not explained")?;
            let sum: f64 = explained.lines.iter().map(|line| line.weight).sum();
            if (sum - hit.score).abs() > 1e-6 || explained.band() != hit.band {
                return Err(format!("{sum} {} {:?} {:?}", hit.score, explained.band(), hit.band));
            }
        }
        Ok(())
    })
}

#[test]
fn the_lines_of_evidence_add_up_to_the_score() {
    assert_eq!(lines_add_up(Index::explain), Ok(()));
    let faulty: Explain = |index, searcher, asked, record| {
        let mut explained = index.explain(searcher, asked, record)?;
        explained.lines.retain(|line| !matches!(line.fact, Fact::Omitted { .. }));
        Some(explained)
    };
    assert!(lines_add_up(faulty).is_err());
}

fn order_is_irrelevant(arrange: fn(&mut Vec<(RecordId, Person)>)) -> Result<(), String> {
    over(25, &(prop::collection::vec(people(), 1..40), people()), |(held, asked)| {
        let mut records = register(&held);
        let mut answers = Vec::new();
        for _ in 0..2 {
            let mut builder = Builder::new();
            records.iter().for_each(|(record, person)| builder.push(*record, person));
            let frequencies = Arc::new(builder.frequencies());
            let index = Index::new(Arc::clone(&frequencies)).with(Arc::new(builder.build(&frequencies)));
            answers.push(index.search(&mut Searcher::default(), &asked, 10));
            arrange(&mut records);
        }
        same(&answers[0], &answers[1])
    })
}

#[test]
fn the_order_in_which_people_came_is_irrelevant() {
    assert_eq!(order_is_irrelevant(|records| records.reverse()), Ok(()));
    let faulty = |records: &mut Vec<(RecordId, Person)>| {
        records.reverse();
        let numbers: Vec<RecordId> = records.iter().map(|(record, _)| *record).rev().collect();
        records.iter_mut().zip(numbers).for_each(|((record, _), number)| *record = number);
    };
    assert!(order_is_irrelevant(faulty).is_err());
}

/// What happens to a register.
#[derive(Clone, Debug)]
enum Act {
    Enter(u64, Person),
    Withdraw(u64),
    Join(usize),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        6 => (0u64..12, people()).prop_map(|(record, person)| Act::Enter(record, person)),
        2 => (0u64..12).prop_map(Act::Withdraw),
        1 => (1usize..4).prop_map(Act::Join),
    ];
    prop::collection::vec(act, 1..25)
}

fn piecemeal_equals_rebuilt(withdraw: fn(Index, RecordId) -> Index) -> Result<(), String> {
    over(25, &(acts(), people()), |(acts, asked)| {
        let frequencies = Arc::new(Frequencies::shipped());
        let mut index = Index::new(Arc::clone(&frequencies));
        let mut kept: BTreeMap<RecordId, Person> = BTreeMap::new();
        for act in acts {
            index = match act {
                Act::Enter(record, person) => {
                    kept.insert(record, person.clone());
                    index.with(segment(&[(record, person)], &frequencies))
                }
                Act::Withdraw(record) => {
                    kept.remove(&record);
                    withdraw(index, record)
                }
                Act::Join(most) => index.joined(most),
            };
        }
        let records: Vec<_> = kept.into_iter().collect();
        let rebuilt = Index::new(Arc::clone(&frequencies)).with(segment(&records, &frequencies));
        if index.people() != records.len() {
            return Err(format!("{} people, {} kept", index.people(), records.len()));
        }
        let (grown, anew) = [&index, &rebuilt].map(|index| index.search(&mut Searcher::default(), &asked, 30)).into();
        // A small segment looks at more people of a day, so it may also show some who hardly match.
        let known: Vec<Hit> =
            grown.hits.into_iter().filter(|hit| anew.hits.iter().any(|other| other.record == hit.record)).collect();
        if known == anew.hits { Ok(()) } else { Err(format!("{known:?}\n{:?}", anew.hits)) }
    })
}

fn registers_stand_together(join: fn(Index, &Index) -> Index) -> Result<(), String> {
    over(25, &(prop::collection::vec(people(), 2..40), people()), |(held, asked)| {
        let frequencies = Arc::new(Frequencies::shipped());
        let records = register(&held);
        let (some, others) = records.split_at(records.len() / 2);
        let empty = || Index::new(Arc::clone(&frequencies));
        let (some, others) = (segment(some, &frequencies), segment(others, &frequencies));
        // Who was taken away of one is away of both.
        let gone = records.len() as u64 - 1;
        let one = empty().with(Arc::clone(&some)).with(Arc::clone(&others)).without(gone);
        let two = join(empty().with(some), &empty().with(others).without(gone));
        same(&one.search(&mut Searcher::default(), &asked, 30), &two.search(&mut Searcher::default(), &asked, 30))
    })
}

#[test]
fn two_registers_together_answer_as_one_with_the_segments_of_both() {
    assert_eq!(registers_stand_together(Index::and), Ok(()));
    assert!(registers_stand_together(|index, _| index).is_err());
}

#[test]
fn a_register_that_grew_piece_by_piece_answers_as_one_built_anew() {
    assert_eq!(piecemeal_equals_rebuilt(Index::without), Ok(()));
    assert!(piecemeal_equals_rebuilt(|index, _| index).is_err());
}

type Search = fn(&Index, &mut Searcher, &Person, usize) -> Answer;

fn names_alone_are_for_review(search: Search) -> Result<(), String> {
    over(50, &(prop::collection::vec(people(), 1..10), 0usize..10), |(mut held, at)| {
        for person in &mut held {
            person.births.clear();
            person.numbers.clear();
        }
        let frequencies = Arc::new(Frequencies::shipped());
        let index = Index::new(Arc::clone(&frequencies)).with(segment(&register(&held), &frequencies)).expecting(1.0);
        let answer = search(&index, &mut Searcher::default(), &held[at % held.len()], 10);
        match answer.hits.iter().find(|hit| hit.band == Band::Strong) {
            None => Ok(()),
            Some(hit) => Err(format!("{hit:?}")),
        }
    })
}

#[test]
fn names_alone_never_come_to_more_than_a_review() {
    assert_eq!(names_alone_are_for_review(Index::search), Ok(()));
    let faulty: Search = |index, searcher, asked, limit| {
        let mut answer = index.search(searcher, asked, limit);
        answer.hits.iter_mut().filter(|hit| hit.score > 0.0).for_each(|hit| hit.band = Band::Strong);
        answer
    };
    assert!(names_alone_are_for_review(faulty).is_err());
}

/// Whoever is registered with a name of two words and a birth date is found by what is registered.
fn everyone_is_found(search: Search) -> Result<(), String> {
    over(25, &prop::collection::vec(people(), 1..30), |held| {
        let frequencies = Arc::new(Frequencies::shipped());
        let index = Index::new(Arc::clone(&frequencies)).with(segment(&register(&held), &frequencies));
        for (at, person) in held.iter().enumerate() {
            let words = person.names.first().map_or(0, |name| name.words().count());
            let known = person.births.first().is_some_and(|birth| birth.day() > 0);
            let answer = search(&index, &mut Searcher::default(), person, 30);
            if words >= 2 && known && !answer.hits.iter().any(|hit| hit.record == at as u64) {
                return Err(format!("{person:?}"));
            }
        }
        Ok(())
    })
}

#[test]
fn everyone_is_found_by_what_is_registered() {
    assert_eq!(everyone_is_found(Index::search), Ok(()));
    let faulty: Search = |index, searcher, asked, limit| {
        let mut answer = index.search(searcher, asked, limit);
        answer.hits.retain(|hit| hit.record % 7 != 6);
        answer
    };
    assert!(everyone_is_found(faulty).is_err());
}
