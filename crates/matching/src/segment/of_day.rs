//! Keys of those born on a day of the year, whatever the year: of a date the year is mistaken most, and for many years.

use super::build::pair;
use crate::birth::Birth;
use crate::name::Role;
use crate::score;

/// Words of a name up to which all its pairs are listed: of three, an error in the only surname leaves two given names.
pub(super) const LISTED_WHOLE: usize = 3;
/// The same of who is asked for: the other side may lack a word.
pub(super) const ASKED_WHOLE: usize = 4;

/// Tells the keys of a day of the year with each given name and surname, and the two sounds of each.
///
/// Two given names, or two surnames, are a pair only of up to `whole` words, or where a name has nothing else: in a longer
/// one an error leaves one of each.
pub(super) fn each_of_day(
    keys: &[u64],
    roles: &[Role],
    birth: Birth,
    whole: usize,
    mut tell: impl FnMut(u64, (u64, u64)),
) {
    let day = u64::from(birth.bits() & 0x1FF).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let column = |at: usize| score::column(roles[at]);
    let alike = |i: usize, j: usize| column(i) == column(j) && column(i) < 2;
    let all = keys.len() <= whole || (1..keys.len()).all(|at| alike(0, at));
    for i in 0..keys.len() {
        for j in (i + 1..keys.len()).filter(|&j| all || !alike(i, j)) {
            // The high bits choose the list.
            tell((pair(keys[i], keys[j]) ^ day).wrapping_mul(0xd6e8_feb8_6659_fd93), (keys[i], keys[j]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frequency::Frequencies;
    use crate::index::Index;
    use crate::person::{Fields, Person};
    use crate::segment::{Builder, Searcher};
    use std::sync::Arc;

    fn told(roles: &[Role]) -> Vec<(u64, u64)> {
        let (keys, mut all) = ([1, 2, 3, 4], Vec::new());
        let birth = Birth::new(1980, 5, 4).expect("a day");
        each_of_day(&keys[..roles.len()], roles, birth, LISTED_WHOLE, |_, sounds| all.push(sounds));
        all
    }

    #[test]
    fn a_name_is_listed_by_each_given_name_with_each_surname() {
        use Role::{Given, Maternal, Paternal, Unknown};
        assert_eq!(told(&[Paternal, Maternal, Given, Given]), [(1, 3), (1, 4), (2, 3), (2, 4)]);
        assert_eq!(told(&[Paternal, Given, Given]), [(1, 2), (1, 3), (2, 3)]);
        assert_eq!(told(&[Given, Given, Given, Given]).len(), 6);
        assert_eq!(told(&[Unknown, Unknown]), [(1, 2)]);
        assert_eq!(told(&[Paternal]), []);
    }

    fn person(surnames: &str, given: &str, birth: &str) -> Person {
        Person::from_fields(Fields { surnames, given, sex: "", birth, nationality: "", number: "" })
    }

    #[test]
    fn who_was_born_on_the_day_in_another_year_is_found_among_many() {
        let frequencies = Arc::new(Frequencies::shipped());
        let mut builder = Builder::new();
        builder.push(0, &person("Xicay Tzoc", "Otilia Rosa", "1950-05-04"));
        // So many of the name that neither their year nor a list of two of its words is looked through whole.
        for at in 1..1_000 {
            let birth = format!("1980-{:02}-{:02}", at % 12 + 1, at % 28 + 1);
            builder.push(at, &person("Xicay Tzoc", "Otilia Rosa", &birth));
        }
        let index = Index::new(Arc::clone(&frequencies)).with(Arc::new(builder.build(&frequencies)));
        let found = |asked: Person| {
            index.search(&mut Searcher::default(), &asked, 2_000).hits.iter().any(|hit| hit.record == 0)
        };
        for (surnames, given) in [
            ("Xicay Tzoc", "Otilia Rosa"),
            ("Ramírez Tzoc", "Otilia Rosa"),
            ("Xicay Tzoc", "Marta Rosa"),
            ("Xicay", "Otilia"),
        ] {
            assert!(found(person(surnames, given, "1980-05-04")), "{surnames} {given}");
        }
        assert!(!found(person("Xicay Tzoc", "Otilia Rosa", "1980-06-04")));
    }
}
