//! One country of few surnames: whom a register of 50,000 people there would stop who is not in it.
//!
//! Surnames follow what Honduras' civil register said of its most frequent ones in 2023 (of some ten million people), the rest a
//! Zipf tail; everybody has two given names, two surnames and a birth date of their own. Beside what the crate says stands what
//! equality of keys would do, as registers without a score of evidence compare.

use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::Arc;

use matching::{Band, Builder, Frequencies, Index, Searcher};

use crate::chance::Chance;
use crate::people::{Invented, Pools};
use crate::{Wanted, cpu_s, person, spoil};

/// Bearers of the six most frequent surnames, in thousands.
const FREQUENT: [(&str, f64); 6] = [
    ("Hernández", 400.0),
    ("López", 372.3),
    ("Martínez", 343.7),
    ("Rodríguez", 301.4),
    ("García", 282.5),
    ("Mejía", 243.6),
];

/// Of how many travellers one is thought to be registered, as the check at a border supposes.
const REGISTERED_SHARE: f64 = 1e-4;

const STREAM_HELD: u64 = 4 << 40;
const STREAM_INNOCENTS: u64 = 5 << 40;
const STREAM_ERRORS: u64 = 6 << 40;

/// What is made of a person to be compared as equal.
type Key = fn(&Invented) -> String;

/// Keys that are compared as equal, from the loosest on.
const KEYS: [(&str, Key); 7] = [
    ("first given name and first surname", |p| key(p, 1, 1, 0)),
    ("the same and the year of birth", |p| key(p, 1, 1, 4)),
    ("first given name and both surnames", |p| key(p, 1, 2, 0)),
    ("all four names", |p| key(p, 2, 2, 0)),
    ("first given name, both surnames, year", |p| key(p, 1, 2, 4)),
    ("first given name, first surname, whole date", |p| key(p, 1, 1, 10)),
    ("all four names and the whole date", |p| key(p, 2, 2, 10)),
];

/// Prints both tables.
pub fn run(wanted: &Wanted, pools: &Pools, to: &mut impl Write) -> io::Result<()> {
    let surnames = Surnames::read(pools);
    let one = |stream: u64, at: usize| surnames.person(pools, &mut Chance::new(wanted.seed, stream + at as u64));
    let held: Vec<Invented> = (0..wanted.people).map(|at| one(STREAM_HELD, at)).collect();
    let innocents: Vec<Invented> = (0..wanted.innocents).map(|at| one(STREAM_INNOCENTS, at)).collect();
    writeln!(to, "{} registered, {} innocents, seed {}", held.len(), innocents.len(), wanted.seed)?;
    for (name, key) in KEYS {
        let mut known: HashMap<String, u32> = HashMap::new();
        held.iter().for_each(|person| *known.entry(key(person)).or_default() += 1);
        let matched = innocents.iter().filter(|person| known.contains_key(&key(person))).count();
        writeln!(to, "equal: {name:<44} {}", share(matched, innocents.len()))?;
    }
    let frequencies = Arc::new(Frequencies::shipped());
    let mut builder = Builder::new();
    for (at, held) in held.iter().enumerate() {
        builder.push(at as u64, &person(held, false));
    }
    let index = Index::new(Arc::clone(&frequencies)).with(Arc::new(builder.build(&frequencies)));
    let index = index.expecting(REGISTERED_SHARE);
    let spoilt: Vec<Invented> = held
        .iter()
        .take(wanted.hits)
        .enumerate()
        .map(|(at, held)| {
            let mut chance = Chance::new(wanted.seed, STREAM_ERRORS + at as u64);
            let mut spoilt = held.clone();
            spoil(&mut spoilt, wanted.errors, &mut chance, pools);
            spoilt
        })
        .collect();
    for (said, digits) in [("whole birth date", 10), ("year of birth", 4), ("no birth date", 0)] {
        for (who, asked) in [("innocents", &innocents), ("registered, one error each", &spoilt)] {
            let (start, mut searcher) = (cpu_s(), Searcher::default());
            let bands = asked.iter().map(|asked| {
                let mut asked = asked.clone();
                asked.birth.truncate(digits);
                let answer = index.search(&mut searcher, &person(&asked, false), 1);
                answer.hits.first().map_or(Band::None, |hit| hit.band)
            });
            let bands: Vec<Band> = bands.collect();
            let each_us = (cpu_s() - start) * 1e6 / bands.len().max(1) as f64;
            let [shown, strong] = [Band::Review, Band::Strong]
                .map(|least| share(bands.iter().filter(|band| **band >= least).count(), bands.len()));
            writeln!(to, "{said:<17} {who:<27} REVIEW or STRONG {shown}, STRONG {strong}; {each_us:.1} µs")?;
        }
    }
    Ok(())
}

fn share(part: usize, whole: usize) -> String {
    format!("{part} of {whole} ({:.4} %)", 100.0 * part as f64 / whole.max(1) as f64)
}

/// The first so many given names and surnames, and as much of the birth date.
fn key(person: &Invented, given: usize, surnames: usize, birth: usize) -> String {
    let first = |text: &str, count: usize| text.split(' ').take(count).collect::<Vec<_>>().join(" ");
    format!("{}|{}|{}", first(&person.given, given), first(&person.surnames, surnames), &person.birth[..birth])
}

/// Surnames with the sums of their bearers.
struct Surnames {
    names: Vec<String>,
    sums: Vec<f64>,
}

impl Surnames {
    fn read(pools: &Pools) -> Surnames {
        let rest = pools.names("ES", "surname").iter().filter(|name| !name.contains(' '));
        let rest = rest.filter(|name| FREQUENT.iter().all(|(frequent, _)| frequent != name));
        let least = FREQUENT[FREQUENT.len() - 1].1;
        let tail = rest.zip(FREQUENT.len() + 1..).map(|(name, rank)| {
            // The law goes through the last of those that are known.
            (name.clone(), least * FREQUENT.len() as f64 / rank as f64)
        });
        let mut all = Surnames { names: Vec::new(), sums: Vec::new() };
        for (name, bearers) in FREQUENT.iter().map(|(name, bearers)| ((*name).to_owned(), *bearers)).chain(tail) {
            all.names.push(name);
            all.sums.push(all.sums.last().copied().unwrap_or(0.0) + bearers);
        }
        all
    }

    fn draw(&self, chance: &mut Chance) -> &str {
        let at = chance.share() * self.sums.last().copied().unwrap_or(1.0);
        &self.names[self.sums.partition_point(|sum| *sum <= at).min(self.names.len() - 1)]
    }

    fn person(&self, pools: &Pools, chance: &mut Chance) -> Invented {
        let woman = chance.share() < 0.5;
        let word = |name: String| name.split(' ').next().unwrap_or_default().to_owned();
        let given = [pools.given("ES", woman, chance), pools.given("ES", woman, chance)].map(word).join(" ");
        let surnames = format!("{} {}", self.draw(chance), self.draw(chance));
        let birth = format!("{}-{:02}-{:02}", 1940 + chance.below(65), 1 + chance.below(12), 1 + chance.below(28));
        // Alerts at a border hold no nationality, and everybody here has the same.
        Invented { surnames, given, woman, birth, nationality: "", number: String::new(), tradition: "ES" }
    }
}
