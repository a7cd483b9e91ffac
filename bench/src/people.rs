//! People of the measurement: whom alerts look for, and who travels. Invented, the same for the same number.

use std::sync::LazyLock;

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// Names with their weights, as the generator of `matching` has them; its head says where they come from.
const NAMES: &str = include_str!("../../crates/matching/examples/measure/names.tsv");

/// The first number of those who only travel: no register is that long.
pub const TRAVELLERS: u64 = 1 << 40;

/// An invented person as a document has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invented {
    /// Two given names.
    pub given: String,
    /// First surname.
    pub paternal: String,
    /// Second surname.
    pub maternal: String,
    /// Birth date: year, month, day.
    pub born: (u16, u8, u8),
    /// As a zone writes it.
    pub sex: char,
}

/// Names of one kind with the sum of weights up to each.
struct Pool(Vec<(&'static str, f64)>);

/// Surnames, women's and men's given names of Spanish-speaking people: the region's few surnames are what costs a comparison most.
static POOLS: LazyLock<[Pool; 3]> = LazyLock::new(|| ["surname", "given-F", "given-M"].map(Pool::read));

impl Pool {
    /// Reads what the letters of a zone can write as it stands.
    fn read(kind: &str) -> Self {
        let line = NAMES.lines().find_map(|line| line.strip_prefix("ES\t")?.strip_prefix(kind)?.strip_prefix('\t'));
        let mut sum = 0.0;
        let named = line.unwrap_or_default().split(' ').filter_map(|one| {
            let (name, weight) = one.split_once(':')?;
            name.bytes().all(|letter| letter.is_ascii_alphabetic()).then_some((name, weight.parse::<f64>().ok()?))
        });
        Pool(
            named
                .map(|(name, weight)| {
                    sum += weight;
                    (name, sum)
                })
                .collect(),
        )
    }

    fn draw(&self, rng: &mut StdRng) -> &'static str {
        let sum = self.0.last().map_or(0.0, |last| last.1);
        let drawn = rng.random_range(0.0..1.0) * sum;
        let at = self.0.partition_point(|(_, until)| *until <= drawn);
        self.0.get(at).map_or("Specimen", |(name, _)| name)
    }
}

impl Invented {
    /// Answers the person of a number.
    pub fn of(number: u64) -> Self {
        let mut rng = StdRng::seed_from_u64(number ^ 0x2003_0530);
        let [surnames, women, men] = &*POOLS;
        let woman = rng.random_range(0..2) == 0;
        let given = if woman { women } else { men };
        Invented {
            given: format!("{} {}", given.draw(&mut rng), given.draw(&mut rng)),
            paternal: surnames.draw(&mut rng).to_owned(),
            maternal: surnames.draw(&mut rng).to_owned(),
            // Grown up: a register of children asks other people. Never on 1 January, which is as good as no day.
            born: (rng.random_range(1950..2004), rng.random_range(1..13), rng.random_range(2..29)),
            sex: if woman { 'F' } else { 'M' },
        }
    }

    /// Answers the birth date as `1987-12-03`.
    pub fn birth(&self) -> String {
        let (year, month, day) = self.born;
        format!("{year}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_always_the_same_person_and_seldom_another() {
        assert_eq!(Invented::of(7), Invented::of(7));
        let many: std::collections::HashSet<String> = (0..2_000).map(|n| format!("{:?}", Invented::of(n))).collect();
        assert!(many.len() > 1_990, "{}", many.len());
        let named = |n: u64| Invented::of(n).paternal;
        let common = (0..2_000).filter(|n| named(*n) == "Hernandez").count();
        assert!((40..200).contains(&common), "{common} of 2,000 with a surname that one in thirty has");
    }
}
