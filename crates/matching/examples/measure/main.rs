//! Measures matching on invented people: who is found, which innocents are stopped, what a check costs, by tradition.
//!
//! ```text
//! measure [--people 100000] [--seed 11] [--hits 5000] [--innocents 100000] [--errors common|field]
//!         [--birth whole|year|none] [--numbers] [--write FOLDER] [--region]
//! ```
//!
//! Seed 7 and the common errors are what weights were chosen on; report another seed, and the errors of the field.
//! `--region` asks for one country of few surnames instead, beside keys compared as equal.
//! `--write` puts the same gallery and queries as tables for `evaluate` and for other engines.

mod chance;
mod errors;
mod people;
mod region;
mod table;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;
use std::sync::Arc;

use chance::Chance;
use errors::{Set, errors};
use matching::{Answer, Builder, Fields, Frequencies, Index, Person, Searcher};
use people::{Invented, Pools};

/// What was asked for.
struct Wanted {
    people: usize,
    seed: u64,
    hits: usize,
    innocents: usize,
    errors: Set,
    birth: String,
    numbers: bool,
    write: Option<String>,
    region: bool,
}

/// A query and the truth about it, which no search sees.
struct Query {
    asked: Invented,
    kind: &'static str,
    /// The record that it is, for a hit.
    truth: Option<usize>,
    answer: Answer,
}

const STREAM_HELD: u64 = 0;
const STREAM_HITS: u64 = 1 << 40;
const STREAM_INNOCENTS: u64 = 2 << 40;
const STREAM_NEWCOMER: u64 = 3 << 40;

fn main() -> ExitCode {
    match wanted().and_then(|wanted| run(&wanted)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            let _ = writeln!(io::stderr(), "{wrong}");
            ExitCode::FAILURE
        }
    }
}

fn wanted() -> Result<Wanted, String> {
    let mut wanted = Wanted {
        people: 100_000,
        seed: 11,
        hits: 5_000,
        innocents: 100_000,
        errors: Set::Common,
        birth: "whole".into(),
        numbers: false,
        write: None,
        region: false,
    };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--numbers" => wanted.numbers = true,
            "--region" => wanted.region = true,
            _ => {}
        }
        if matches!(argument.as_str(), "--numbers" | "--region") {
            continue;
        }
        let value = arguments.next().ok_or(format!("{argument} needs a value"))?;
        let number = || value.parse::<usize>().map_err(|_| format!("{argument} {value}: not a whole number"));
        match argument.as_str() {
            "--people" => wanted.people = number()?.max(1),
            "--seed" => wanted.seed = number()? as u64,
            "--hits" => wanted.hits = number()?.max(1),
            "--innocents" => wanted.innocents = number()?.max(1),
            "--errors" if value == "common" => wanted.errors = Set::Common,
            "--errors" if value == "field" => wanted.errors = Set::Field,
            "--birth" if matches!(value.as_str(), "whole" | "year" | "none") => wanted.birth = value,
            "--write" => wanted.write = Some(value),
            _ => return Err(format!("{argument} {value}: not known")),
        }
    }
    Ok(wanted)
}

fn run(wanted: &Wanted) -> Result<(), String> {
    let pools = Pools::read();
    if wanted.region {
        return region::run(wanted, &pools, &mut io::stdout().lock()).map_err(|e| e.to_string());
    }
    let start = cpu_s();
    let (index, frequencies) = build(wanted, &pools)?;
    let build_s = cpu_s() - start;
    let changes_ms = changes(&index, &frequencies, wanted, &pools)?;
    let mut queries = queries(wanted, &pools);
    if let Some(folder) = &wanted.write {
        write_queries(folder, &queries).map_err(|e| format!("{folder}: {e}"))?;
    }
    let mut searcher = Searcher::default();
    let start = cpu_s();
    for query in &mut queries {
        query.answer = index.search(&mut searcher, &person(&query.asked, wanted.numbers), 10);
    }
    let each_us = (cpu_s() - start) * 1e6 / queries.len() as f64;
    let bytes = index.bytes() as f64 / wanted.people as f64;
    let costs = table::Costs { people: wanted.people, build_s, each_us, bytes, changes_ms };
    table::print(&mut io::stdout().lock(), &costs, &queries).map_err(|e| e.to_string())
}

/// Who is truly registered at a place.
fn registered(wanted: &Wanted, at: usize, pools: &Pools) -> Invented {
    pools.person(&mut Chance::new(wanted.seed, STREAM_HELD + at as u64))
}

/// What the register holds of them: one in seven carries an error of its own.
fn held(wanted: &Wanted, at: usize, pools: &Pools) -> Invented {
    let mut chance = Chance::new(wanted.seed, STREAM_HELD + at as u64);
    let mut person = pools.person(&mut chance);
    if chance.one_in(7) {
        spoil(&mut person, Set::Common, &mut chance, pools);
    }
    person
}

fn spoil(person: &mut Invented, set: Set, chance: &mut Chance, pools: &Pools) -> &'static str {
    let all = errors(set);
    let (kind, _, error) = all[chance.weighted(all.iter().map(|error| error.1))];
    error(person, chance, pools);
    kind
}

fn build(wanted: &Wanted, pools: &Pools) -> Result<(Index, Arc<Frequencies>), String> {
    let mut builder = Builder::new();
    let mut file = match &wanted.write {
        None => None,
        Some(folder) => {
            std::fs::create_dir_all(folder).map_err(|e| format!("{folder}: {e}"))?;
            Some(BufWriter::new(
                std::fs::File::create(format!("{folder}/gallery.tsv")).map_err(|e| format!("{folder}: {e}"))?,
            ))
        }
    };
    for at in 0..wanted.people {
        let held = held(wanted, at, pools);
        builder.push(at as u64, &person(&held, true));
        if let Some(file) = &mut file {
            writeln!(file, "{at}\t{}\tP\t{}", columns(&held), held.tradition).map_err(|e| e.to_string())?;
        }
    }
    let frequencies = Arc::new(builder.frequencies());
    let index = Index::new(Arc::clone(&frequencies)).with(Arc::new(builder.build(&frequencies)));
    Ok((index, frequencies))
}

/// Milliseconds until somebody who enters is found, and until somebody who is withdrawn is not.
fn changes(index: &Index, frequencies: &Arc<Frequencies>, wanted: &Wanted, pools: &Pools) -> Result<[f64; 2], String> {
    let (record, mut searcher) = (wanted.people as u64, Searcher::default());
    let newcomer = person(&pools.person(&mut Chance::new(wanted.seed, STREAM_NEWCOMER)), true);
    let mut found =
        |index: &Index| index.search(&mut searcher, &newcomer, 10).hits.iter().any(|hit| hit.record == record);
    let start = cpu_s();
    let mut builder = Builder::new();
    builder.push(record, &newcomer);
    let entered = index.clone().with(Arc::new(builder.build(frequencies)));
    let was_found = found(&entered);
    let (entering_s, start) = (cpu_s() - start, cpu_s());
    let withdrawn = entered.without(record);
    if !was_found || found(&withdrawn) {
        return Err("who entered is not found, or who was withdrawn is".to_owned());
    }
    Ok([1e3 * entering_s, 1e3 * (cpu_s() - start)])
}

fn queries(wanted: &Wanted, pools: &Pools) -> Vec<Query> {
    let mut queries = Vec::with_capacity(wanted.hits + wanted.innocents);
    for q in 0..wanted.hits {
        let mut chance = Chance::new(wanted.seed, STREAM_HITS + q as u64);
        let truth = chance.below(wanted.people);
        let mut asked = registered(wanted, truth, pools);
        let kind = spoil(&mut asked, wanted.errors, &mut chance, pools);
        if chance.one_in(5) {
            spoil(&mut asked, wanted.errors, &mut chance, pools);
        }
        if chance.one_in(33) {
            asked.nationality = pools.nationality(&mut chance);
        }
        if chance.one_in(100) {
            asked.woman = !asked.woman;
        }
        queries.push(Query { asked, kind, truth: Some(truth), answer: Answer::default() });
    }
    for q in 0..wanted.innocents {
        let mut chance = Chance::new(wanted.seed, STREAM_INNOCENTS + q as u64);
        let mut asked = pools.person(&mut chance);
        let kind = match chance.below(140) {
            0 => {
                let other = registered(wanted, chance.below(wanted.people), pools);
                asked = Invented { birth: asked.birth, number: asked.number, ..other };
                "namesake"
            }
            1 | 2 if chance.share() < 0.7 => {
                let other = registered(wanted, chance.below(wanted.people), pools);
                let given = pools.given(other.tradition, asked.woman, &mut chance);
                asked = Invented { given, woman: asked.woman, birth: asked.birth, number: asked.number, ..other };
                "relative"
            }
            _ => "stranger",
        };
        queries.push(Query { asked, kind, truth: None, answer: Answer::default() });
    }
    for query in &mut queries {
        match wanted.birth.as_str() {
            "year" => query.asked.birth.truncate(4),
            "none" => query.asked.birth.clear(),
            _ => {}
        }
    }
    queries
}

fn person(invented: &Invented, numbers: bool) -> Person {
    Person::from_fields(Fields {
        surnames: &invented.surnames,
        given: &invented.given,
        sex: if invented.woman { "F" } else { "M" },
        birth: &invented.birth,
        nationality: invented.nationality,
        number: if numbers { &invented.number } else { "" },
    })
}

fn columns(person: &Invented) -> String {
    let sex = if person.woman { "F" } else { "M" };
    [&person.surnames, &person.given, sex, &person.birth, person.nationality, &person.number].join("\t")
}

fn write_queries(folder: &str, queries: &[Query]) -> io::Result<()> {
    let mut file = BufWriter::new(std::fs::File::create(format!("{folder}/queries.tsv"))?);
    for (q, query) in queries.iter().enumerate() {
        let truth = query.truth.map_or("-1".to_owned(), |truth| truth.to_string());
        writeln!(file, "{q}\t{}\t{truth}\t{}\t{}", query.kind, columns(&query.asked), query.asked.tradition)?;
    }
    file.flush()
}

fn cpu_s() -> f64 {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 * 1e-9
}
