//! What happens to a person between the register and the border: the errors that scores were tuned on, and, apart from
//! them, errors of the field that nothing was tuned on.

use crate::chance::Chance;
use crate::people::{Invented, Pools};

/// Which errors are made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Set {
    /// Omissions, slips of keys, mishearing, dates: seen while weights were chosen.
    Common,
    /// Abbreviations, alphabets, machines, hearsay: kept apart.
    Field,
}

type Error = fn(&mut Invented, &mut Chance, &Pools);

/// The errors of a set with their weights.
pub fn errors(set: Set) -> &'static [(&'static str, u32, Error)] {
    match set {
        Set::Common => &[
            ("none", 12, |_, _, _| {}),
            ("cut", 8, cut),
            ("second surname omitted", 15, second_surname_omitted),
            ("second given name omitted", 10, second_given_omitted),
            ("order", 8, exchanged),
            ("slip of a key", 17, slip),
            ("misheard", 9, misheard),
            ("day and month exchanged", 5, day_and_month),
            ("date mistyped", 5, date_mistyped),
            ("year alone", 3, |person, _, _| person.birth.truncate(4)),
            ("first of January", 3, first_of_january),
            ("married name", 3, married),
        ],
        Set::Field => &[
            ("abbreviation", 10, abbreviated),
            ("familiar form", 6, familiar),
            ("initial", 6, initial),
            ("Ñ in another code", 6, broken_letter),
            ("letters read as digits", 6, read_by_machine),
            ("words run together", 8, run_together),
            ("word divided", 4, divided),
            ("all in one field", 6, one_field),
            ("widow", 4, widow),
            ("first surname as middle name", 5, as_in_the_north),
            ("third surname", 3, third),
            ("age declared", 6, age_declared),
            ("month misheard", 5, month_misheard),
            ("year and month alone", 4, |person, _, _| person.birth.truncate(7)),
            ("no date", 3, |person, _, _| person.birth.clear()),
            ("two letters wrong in one word", 6, two_wrong),
            ("word repeated", 3, repeated),
            ("other romanisation", 6, romanised),
            ("zone cut at its end", 3, zone_cut),
        ],
    }
}

fn words(text: &str) -> Vec<String> {
    text.replace('-', " ").split_whitespace().map(str::to_owned).collect()
}

/// Changes one word of the name.
fn change(person: &mut Invented, chance: &mut Chance, how: impl Fn(&str, &mut Chance) -> String) {
    let field = if chance.share() < 0.6 { &mut person.surnames } else { &mut person.given };
    let mut all = words(field);
    if all.is_empty() {
        return;
    }
    let at = chance.below(all.len());
    all[at] = how(&all[at], chance);
    *field = all.join(" ");
}

fn cut(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    let whole = format!("{}|{}", words(&person.surnames).join(" "), person.given);
    let kept: String = whole.chars().take(16 + chance.below(10)).collect();
    let (surnames, given) = kept.split_once('|').map_or((kept.as_str(), ""), |(s, g)| (s, g));
    (person.surnames, person.given) = (surnames.to_owned(), given.to_owned());
}

fn second_surname_omitted(person: &mut Invented, _: &mut Chance, _: &Pools) {
    let all = words(&person.surnames);
    let kept = all.iter().position(|word| word.chars().count() > 3).unwrap_or(0);
    person.surnames = all[..=kept].join(" ");
}

fn second_given_omitted(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    let all = words(&person.given);
    let at = if all.len() > 1 && chance.one_in(4) { all.len() - 1 } else { 0 };
    person.given = all.get(at).cloned().unwrap_or_default();
}

fn exchanged(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    let all = words(&person.surnames);
    if all.len() > 1 && chance.one_in(2) {
        person.surnames = all.into_iter().rev().collect::<Vec<_>>().join(" ");
    } else {
        std::mem::swap(&mut person.surnames, &mut person.given);
    }
}

fn slipped(word: &str, chance: &mut Chance) -> String {
    const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 {
        return word.to_owned();
    }
    let at = chance.below(letters.len() - 1);
    match chance.below(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 => letters.swap(at, at + 1),
        _ => {
            let low = letters[at].to_ascii_lowercase();
            let near = ROWS
                .iter()
                .find_map(|row| row.find(low).map(|i| row.as_bytes()[if i > 0 { i - 1 } else { 1 }] as char));
            letters[at] = near.unwrap_or('a');
        }
    }
    letters.into_iter().collect()
}

fn slip(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    change(person, chance, slipped);
    if chance.one_in(3) {
        change(person, chance, slipped);
    }
}

fn two_wrong(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    change(person, chance, |word, chance| {
        let once = slipped(word, chance);
        slipped(&once, chance)
    });
}

/// Replaces the first of the pairs that a name has, beginning anywhere in the list.
fn replaced(person: &mut Invented, chance: &mut Chance, pairs: &[(&str, &str)]) {
    let whole = format!("{}|{}", person.surnames, person.given).to_uppercase();
    let first = chance.below(pairs.len());
    for at in 0..pairs.len() {
        let (from, to) = pairs[(first + at) % pairs.len()];
        if whole.contains(from) {
            let whole = whole.replacen(from, to, 1);
            let (surnames, given) = whole.split_once('|').unwrap_or((&whole, ""));
            (person.surnames, person.given) = (surnames.to_owned(), given.to_owned());
            return;
        }
    }
}

fn misheard(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    const SOUNDS: [(&str, &str); 20] = [
        ("V", "B"),
        ("B", "V"),
        ("Z", "S"),
        ("S", "Z"),
        ("CE", "SE"),
        ("CI", "SI"),
        ("LL", "Y"),
        ("Y", "I"),
        ("J", "G"),
        ("GE", "JE"),
        ("H", ""),
        ("X", "J"),
        ("QU", "K"),
        ("PH", "F"),
        ("TH", "T"),
        ("X", "S"),
        ("OU", "U"),
        ("NN", "N"),
        ("C", "K"),
        ("TZ", "Z"),
    ];
    replaced(person, chance, &SOUNDS);
}

fn romanised(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    const WAYS: [(&str, &str); 16] = [
        ("ZH", "CH"),
        ("XI", "HSI"),
        ("Q", "CH"),
        ("OU", "OO"),
        ("MOHAMED", "MUHAMMAD"),
        ("AH", "AX"),
        ("AI", "E"),
        ("K", "Q"),
        ("EE", "I"),
        ("PIERRE", "PYE"),
        ("JEAN", "JAN"),
        ("TZ", "TS"),
        ("X", "SH"),
        ("SOUZA", "SOUSA"),
        ("W", "GU"),
        ("J", "Y"),
    ];
    replaced(person, chance, &WAYS);
}

fn parts(birth: &str) -> Option<(u32, u32, u32)> {
    let mut numbers = birth.split('-').map(|n| n.parse().ok());
    Some((numbers.next()??, numbers.next()??, numbers.next()??))
}

fn day_and_month(person: &mut Invented, chance: &mut Chance, pools: &Pools) {
    match parts(&person.birth) {
        Some((y, m, d)) if d <= 12 && d != m => person.birth = format!("{y}-{d:02}-{m:02}"),
        _ => date_mistyped(person, chance, pools),
    }
}

fn date_mistyped(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    let Some((mut y, mut m, mut d)) = parts(&person.birth) else { return };
    match chance.below(6) {
        0 | 1 => y = if chance.one_in(2) { y + 1 } else { y - 1 },
        2 => y = if chance.one_in(2) { y + 10 } else { y - 10 },
        3 => m = m % 12 + 1,
        4 => d = d % 28 + 1,
        _ => d = if d > 10 { d - 10 } else { d + 10 },
    }
    person.birth = format!("{y}-{m:02}-{:02}", d.min(28));
}

fn age_declared(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    let Some(year) = person.birth.get(..4).and_then(|year| year.parse::<usize>().ok()) else { return };
    person.birth = (year + chance.below(3) - 1).to_string();
}

fn month_misheard(person: &mut Invented, _: &mut Chance, _: &Pools) {
    let Some((y, m, d)) = parts(&person.birth) else { return };
    // Junio and julio, septiembre and noviembre, marzo and mayo.
    let heard = [0, 1, 2, 5, 4, 3, 7, 6, 8, 11, 10, 9, 12][m as usize];
    person.birth = format!("{y}-{heard:02}-{d:02}");
}

fn married(person: &mut Invented, chance: &mut Chance, pools: &Pools) {
    if person.woman
        && let Some(first) = words(&person.surnames).first()
    {
        let of = if chance.one_in(2) { " de" } else { "" };
        person.surnames = format!("{first}{of} {}", pools.surname("ES", chance));
    }
}

fn widow(person: &mut Invented, chance: &mut Chance, pools: &Pools) {
    if person.woman {
        person.surnames = format!("{} vda. de {}", person.surnames, pools.surname("ES", chance));
    }
}

fn third(person: &mut Invented, chance: &mut Chance, pools: &Pools) {
    person.surnames = format!("{} {}", person.surnames, pools.surname("ES", chance));
}

fn abbreviated(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    const SHORT: [(&str, &str); 18] = [
        ("MARÍA ", "MA. "),
        ("FRANCISCO", "FCO."),
        ("GUADALUPE", "GPE."),
        ("HERNÁNDEZ", "HDEZ."),
        ("RODRÍGUEZ", "RDZ."),
        ("GONZÁLEZ", "GLEZ."),
        ("MARTÍNEZ", "MTZ."),
        ("FERNÁNDEZ", "FDEZ."),
        ("GUTIÉRREZ", "GTZ."),
        ("LÓPEZ", "LPZ."),
        ("SÁNCHEZ", "SNCHZ."),
        ("RAMÍREZ", "RMZ."),
        ("JIMÉNEZ", "JMNZ."),
        ("DOMÍNGUEZ", "DGUEZ."),
        ("ÁLVAREZ", "ALVZ."),
        ("JOSÉ ", "J. "),
        ("ANTONIO", "ANT."),
        ("MANUEL", "MNL."),
    ];
    replaced(person, chance, &SHORT);
}

fn familiar(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    const FORMS: [(&str, &str); 16] = [
        ("JOSÉ", "PEPE"),
        ("FRANCISCO", "PACO"),
        ("IGNACIO", "NACHO"),
        ("JESÚS", "CHUY"),
        ("ENRIQUE", "KIKE"),
        ("GUADALUPE", "LUPITA"),
        ("EDUARDO", "LALO"),
        ("ROBERTO", "BETO"),
        ("ALEJANDRO", "ALEX"),
        ("LUIS", "LUCHO"),
        ("JUAN", "JUANITO"),
        ("ROSARIO", "CHARO"),
        ("GABRIELA", "GABY"),
        ("PATRICIA", "PATY"),
        ("CONCEPCIÓN", "CONCHITA"),
        ("VICENTE", "CHENTE"),
    ];
    replaced(person, chance, &FORMS);
}

fn initial(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    let mut all = words(&person.given);
    if all.len() > 1 {
        let at = chance.below(all.len());
        all[at] = all[at].chars().take(1).chain(['.']).collect();
        person.given = all.join(" ");
    }
}

fn broken_letter(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    const BROKEN: [(&str, &str); 12] = [
        ("Ñ", "?"),
        ("Ñ", "Ã‘"),
        ("Ñ", "NN"),
        ("Ñ", "NI"),
        ("Ñ", ""),
        ("Á", "Ã\u{81}"),
        ("É", "Ã‰"),
        ("Í", "?"),
        ("Ó", "Ã“"),
        ("Ú", "U´"),
        ("Ü", "UE"),
        ("Ç", "?"),
    ];
    replaced(person, chance, &BROKEN);
}

fn read_by_machine(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    const READ: [(&str, &str); 12] = [
        ("O", "0"),
        ("I", "1"),
        ("S", "5"),
        ("B", "8"),
        ("Z", "2"),
        ("RN", "M"),
        ("M", "RN"),
        ("L", "I"),
        ("G", "6"),
        ("E", "F"),
        ("U", "V"),
        ("D", "O"),
    ];
    replaced(person, chance, &READ);
}

fn run_together(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    let field = if chance.one_in(2) { &mut person.surnames } else { &mut person.given };
    // In capitals, as zones and registers have it: a capital inside a word would say where it is to be divided.
    *field = words(field).concat().to_uppercase();
}

fn divided(person: &mut Invented, chance: &mut Chance, _: &Pools) {
    change(person, chance, |word, chance| {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 6 {
            return word.to_owned();
        }
        let at = 3 + chance.below(letters.len() - 5);
        letters[..at].iter().chain(&[' ']).chain(&letters[at..]).collect()
    });
}

fn one_field(person: &mut Invented, _: &mut Chance, _: &Pools) {
    person.surnames = format!("{} {}", person.given, person.surnames);
    person.given.clear();
}

fn as_in_the_north(person: &mut Invented, _: &mut Chance, _: &Pools) {
    let all = words(&person.surnames);
    if all.len() == 2 {
        person.given = format!("{} {}", words(&person.given).first().cloned().unwrap_or_default(), all[0]);
        person.surnames = all[1].clone();
    }
}

fn repeated(person: &mut Invented, _: &mut Chance, _: &Pools) {
    person.given = format!("{} {}", person.given, words(&person.surnames).first().cloned().unwrap_or_default());
}

fn zone_cut(person: &mut Invented, _: &mut Chance, _: &Pools) {
    let whole = format!("{}|{}", person.surnames, person.given);
    let kept: String = whole.chars().take(30).collect();
    let (surnames, given) = kept.split_once('|').map_or((kept.as_str(), ""), |(s, g)| (s, g));
    (person.surnames, person.given) = (surnames.to_owned(), given.to_owned());
}

fn first_of_january(person: &mut Invented, _: &mut Chance, _: &Pools) {
    person.birth.truncate(4);
    if !person.birth.is_empty() {
        person.birth.push_str("-01-01");
    }
}
