//! Invented people: who is registered and who travels, by the shares of nationalities and name traditions.

use std::collections::HashMap;

use crate::chance::Chance;

/// Pools of names; the file's head says where they come from.
const NAMES: &str = include_str!("names.tsv");

/// A nationality, its share, its pools.
type State = (&'static str, u32, &'static [(&'static str, u32)]);

/// Nationality, share of travellers in thousandths, and which pool its names come from with which share.
const STATES: [State; 22] = [
    ("MEX", 205, &[("ES", 95), ("MAYA", 5)]),
    ("GTM", 150, &[("ES", 78), ("MAYA", 20), ("GARI", 2)]),
    ("HND", 130, &[("ES", 93), ("GARI", 4), ("MISK", 3)]),
    ("SLV", 90, &[("ES", 100)]),
    ("NIC", 80, &[("ES", 94), ("MISK", 6)]),
    ("CRI", 50, &[("ES", 100)]),
    ("PAN", 40, &[("ES", 95), ("EN", 5)]),
    ("DOM", 60, &[("ES", 100)]),
    ("HTI", 60, &[("HTI", 100)]),
    ("BLZ", 10, &[("EN", 45), ("ES", 35), ("MAYA", 12), ("GARI", 8)]),
    ("USA", 40, &[("EN", 80), ("ES", 20)]),
    ("CAN", 10, &[("EN", 100)]),
    ("COL", 20, &[("ES", 100)]),
    ("ECU", 20, &[("ES", 100)]),
    ("BRA", 8, &[("BRA", 100)]),
    ("CHN", 12, &[("PINYIN", 100)]),
    ("IND", 5, &[("SASIA", 100)]),
    ("BGD", 3, &[("SASIA", 100)]),
    ("NPL", 2, &[("SASIA", 100)]),
    ("SOM", 2, &[("AFRICA", 100)]),
    ("CMR", 2, &[("AFRICA", 100)]),
    ("GHA", 1, &[("AFRICA", 100)]),
];
/// Nationalities whose people have one surname.
const ONE_SURNAME: [&str; 11] = ["USA", "CAN", "HTI", "BLZ", "CHN", "IND", "BGD", "NPL", "SOM", "CMR", "GHA"];

/// An invented person as a document has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Invented {
    pub surnames: String,
    pub given: String,
    pub woman: bool,
    pub birth: String,
    pub nationality: &'static str,
    pub number: String,
    /// The name tradition, for tables of equity only.
    pub tradition: &'static str,
}

/// Names of one pool with the sum of weights up to each.
#[derive(Default)]
struct Pool {
    names: Vec<String>,
    sums: Vec<f64>,
}

impl Pool {
    fn draw(&self, chance: &mut Chance) -> &str {
        let at = chance.share() * self.sums.last().copied().unwrap_or(1.0);
        &self.names[self.sums.partition_point(|sum| *sum <= at).min(self.names.len() - 1)]
    }
}

/// All pools.
pub struct Pools(HashMap<(&'static str, &'static str), Pool>);

impl Pools {
    /// Reads the pools that are shipped.
    pub fn read() -> Pools {
        let mut pools = HashMap::new();
        for line in NAMES.lines().filter(|line| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let (Some(pool), Some(what), Some(names)) = (columns.next(), columns.next(), columns.next()) else {
                continue;
            };
            let mut read = Pool::default();
            for (at, name) in names.split(' ').enumerate() {
                let (name, weight) = name
                    .split_once(':')
                    .map_or((name, 1000.0 / (at as f64 + 6.0)), |(name, weight)| (name, weight.parse().unwrap_or(1.0)));
                read.names.push(name.replace('_', " "));
                read.sums.push(read.sums.last().copied().unwrap_or(0.0) + weight);
            }
            pools.insert((pool, what), read);
        }
        Pools(pools)
    }

    /// The names of a pool, the most frequent first.
    pub fn names(&self, pool: &'static str, what: &'static str) -> &[String] {
        &self.pool(pool, what).names
    }

    fn pool(&self, pool: &'static str, what: &'static str) -> &Pool {
        // Where a tradition has no given names of its own they are Spanish.
        self.0.get(&(pool, what)).unwrap_or_else(|| &self.0[&("ES", what)])
    }

    /// A surname of a tradition. One in eight is of a long tail that no list has: two halves of others joined.
    pub fn surname(&self, tradition: &'static str, chance: &mut Chance) -> String {
        let pool = self.pool(tradition, "surname");
        let one = pool.draw(chance).to_owned();
        if matches!(tradition, "ES" | "EN") && chance.one_in(8) {
            let half = |name: &str, end: bool| {
                let letters: Vec<char> = name.chars().collect();
                let middle = letters.len().div_ceil(2);
                if end { letters[middle..].iter().collect::<String>() } else { letters[..middle].iter().collect() }
            };
            let other = pool.draw(chance);
            return half(&one, false) + &half(other, true).to_lowercase();
        }
        one
    }

    /// A given name of a tradition.
    pub fn given(&self, tradition: &'static str, woman: bool, chance: &mut Chance) -> String {
        if tradition == "PINYIN" {
            let syllables = self.pool("PINYIN", "syllable");
            let first = syllables.draw(chance).to_owned();
            return if chance.one_in(4) { first } else { first + &syllables.draw(chance).to_lowercase() };
        }
        self.pool(tradition, if woman { "given-F" } else { "given-M" }).draw(chance).to_owned()
    }

    /// Another nationality.
    pub fn nationality(&self, chance: &mut Chance) -> &'static str {
        STATES[chance.weighted(STATES.iter().map(|state| state.1))].0
    }

    /// A person, drawn by the shares above.
    pub fn person(&self, chance: &mut Chance) -> Invented {
        let (nationality, _, pools) = STATES[chance.weighted(STATES.iter().map(|state| state.1))];
        let tradition = pools[chance.weighted(pools.iter().map(|pool| pool.1))].0;
        let woman = chance.share() < 0.48;
        let (a, b) = (self.surname(tradition, chance), self.surname(tradition, chance));
        let (f, g) = (self.given(tradition, woman, chance), self.given(tradition, woman, chance));
        let surnames = if ONE_SURNAME.contains(&nationality) {
            if chance.one_in(15) { format!("{a}-{b}") } else { a }
        } else {
            match chance.below(100) {
                0..8 => a,
                8..11 => format!("{a} {} {b}", ["de", "de la", "del", "de los", "y"][chance.below(5)]),
                _ => format!("{a} {b}"),
            }
        };
        let given = match chance.below(100) {
            0..4 if tradition == "ES" => f + if woman { " del Carmen" } else { " de Jesús" },
            4..65 if f != g && tradition != "PINYIN" => format!("{f} {g}"),
            _ => f,
        };
        let number = (0..9)
            .map(|at| {
                if at == 0 {
                    ['A', 'B', 'C', 'G', 'P', 'X'][chance.below(6)]
                } else {
                    char::from(b'0' + chance.below(10) as u8)
                }
            })
            .collect();
        Invented { surnames, given, woman, birth: birth(chance), nationality, number, tradition }
    }
}

fn birth(chance: &mut Chance) -> String {
    let year = 1940 + ((chance.share() + chance.share()) / 2.0 * 75.0 * 0.9) as u32;
    if chance.one_in(25) {
        return format!("{year}-01-01");
    }
    let month = chance.below(12) as u32 + 1;
    format!("{year}-{month:02}-{:02}", chance.below(28) + 1)
}
