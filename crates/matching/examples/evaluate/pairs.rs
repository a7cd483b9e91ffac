//! Pairs of people, each a name of unknown order with a birth date and a nationality: how likely they are one person.

use std::io::{self, Write};

use matching::{Birth, Fields, Frequencies, Name, Nationality, Person, compare};

use crate::search::lines;
use crate::{Wanted, columns, cpu_s, each_line};

/// Of how many pairs that somebody thought worth comparing one is a match: half, unless said otherwise.
const MATCHED_SHARE: f64 = 0.5;

pub fn run(path: &str, wanted: &Wanted, mut out: impl Write) -> Result<(), String> {
    let frequencies = Frequencies::shipped();
    let share = wanted.prior.unwrap_or(MATCHED_SHARE).min(0.999_999);
    let prior = (share / (1.0 - share)).ln();
    let (mut first, mut pairs, mut taken_s) = (true, 0usize, 0.0);
    each_line(path, |line| {
        let [id, name1, birth1, nationality1, name2, birth2, nationality2] = columns(line);
        if std::mem::take(&mut first) && id == "id" {
            return Ok(());
        }
        let start = cpu_s();
        let explanation =
            compare(&person(name1, birth1, nationality1), &person(name2, birth2, nationality2), &frequencies, prior);
        (pairs, taken_s) = (pairs + 1, taken_s + cpu_s() - start);
        let probability = 1.0 / (1.0 + (-explanation.score()).exp());
        writeln!(out, "{id}\t{probability:.9}\t{}", explanation.band().as_str()).map_err(|e| e.to_string())?;
        if wanted.explain {
            lines(&mut out, id, &explanation).map_err(|e| e.to_string())?;
        }
        Ok(())
    })?;
    out.flush().map_err(|e| e.to_string())?;
    let each_us = taken_s * 1e6 / pairs.max(1) as f64;
    writeln!(io::stderr(), "{{\"pairs\":{pairs},\"cpu_us_mean\":{each_us:.3}}}").map_err(|e| e.to_string())
}

fn person(name: &str, birth: &str, nationality: &str) -> Person {
    let fields = Person::from_fields(Fields::default());
    Person {
        names: vec![Name::whole(name)],
        births: Birth::parse(birth).ok().filter(|birth| !birth.unknown()).into_iter().collect(),
        nationalities: Nationality::parse(nationality).into_iter().collect(),
        ..fields
    }
}
