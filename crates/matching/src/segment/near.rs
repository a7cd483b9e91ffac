//! What stands near what was asked for: numbers one slip away, and words of which one is the other's beginning.

use super::Segment;
use super::find::fetch;
use crate::person::NUMBER_MAX;
use crate::score::{self, Word};
use crate::words::{NONE, hash};

/// Numbers shorter than this are not compared with an error.
const NUMBER_MIN: usize = 6;
/// Entries with half of a number in common that are looked at, at most: numbers of one series share their beginning.
const HALF_MAX: usize = 1_024;
/// Numbers that are fetched together.
const NUMBERS_FETCHED: usize = 32;
/// Letters of a beginning that say something.
const BEGINNING_MIN: usize = 4;
/// Words with one beginning that are looked at, at most.
const BEGUN_MAX: usize = 24;
/// A beginning that so few bear, as the logarithm of one in how many, may be a word that was cut.
const CUT_RARITY: f32 = 8.0;

/// Keys of the two halves of a number: one slip leaves a half as it was.
pub(super) fn halves(number: &[u8]) -> Option<[u64; 2]> {
    (number.len() >= NUMBER_MIN).then(|| {
        let (head, tail) = number.split_at(number.len() / 2);
        [half(head, number.len(), 0), half(tail, number.len(), 1)]
    })
}

fn half(letters: &[u8], whole: usize, which: u64) -> u64 {
    // The high bits choose the list.
    (hash(letters) ^ (2 * whole as u64 + which)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

impl Segment {
    /// Tells entries that have a number one slip away.
    pub(super) fn each_near_number(&self, number: &[u8], mut tell: impl FnMut(usize)) {
        let n = number.len();
        let mut near = |list: &[u32]| {
            for some in list[..list.len().min(HALF_MAX)].chunks(NUMBERS_FETCHED) {
                let starts = some.iter().map(|at| self.numbers_at[*at as usize]);
                fetch(starts.clone().map(u64::from));
                fetch(starts.map(|start| self.numbers.get(start as usize).copied().unwrap_or(0).into()));
                for &at in some {
                    if self.numbers(at as usize).any(|(other, _)| other != number && score::near(number, other)) {
                        tell(at as usize);
                    }
                }
            }
        };
        if n >= NUMBER_MIN {
            // Two neighbours exchanged in the middle, which change both halves.
            let mut exchanged = [0; NUMBER_MAX];
            let exchanged = &mut exchanged[..n.min(NUMBER_MAX)];
            exchanged.copy_from_slice(&number[..n.min(NUMBER_MAX)]);
            exchanged.swap(n / 2 - 1, n / 2);
            near(self.by_number.at(hash(exchanged)));
        }
        for held in n.saturating_sub(1).max(NUMBER_MIN)..=n + 1 {
            let (head, tail) = (held / 2, held - held / 2);
            for (letters, which) in [(number.get(..head), 0), (number.get(n.wrapping_sub(tail)..), 1)] {
                let list = letters.map_or(&[][..], |letters| self.by_half.at(half(letters, held, which)));
                near(list);
            }
        }
    }

    /// Tells words that begin with a word that was cut, or that are the cut beginning of a word; `known` is whether somebody
    /// bears the word asked for: then it was hardly cut.
    pub(super) fn each_cut(&self, asked: &Word<'_>, known: bool, mut tell: impl FnMut(u32)) {
        let text = asked.heard.text;
        if asked.cut && !known && text.len() >= BEGINNING_MIN {
            let from = self.alphabet.partition_point(|word| self.words.get(*word) < text);
            let begun = self.alphabet[from..].iter().take(BEGUN_MAX);
            begun.take_while(|word| self.words.get(**word).starts_with(text)).for_each(|word| tell(*word));
        }
        for len in BEGINNING_MIN..text.len() {
            let word = self.words.find(&text[..len]);
            if word != NONE && self.lexemes[word as usize].rarity.iter().all(|rarity| *rarity > CUT_RARITY) {
                tell(word);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::frequency::Frequencies;
    use crate::index::Index;
    use crate::person::{Fields, Person};
    use crate::segment::{Builder, Searcher};
    use std::sync::Arc;

    fn person(surnames: &str, given: &str, birth: &str, number: &str) -> Person {
        Person::from_fields(Fields { surnames, given, sex: "", birth, nationality: "", number })
    }

    /// How many of the asked find record 0 among three hundred others.
    fn found(held: &Person, asked: &[Person]) -> usize {
        let frequencies = Arc::new(Frequencies::shipped());
        let mut builder = Builder::new();
        builder.push(0, held);
        for at in 1..300 {
            let number = format!("{}", 7_000_000 + 7_919 * at);
            builder.push(at, &person("Guadarrama", "Guadalinda", "1950-01-02", &number));
        }
        let index = Index::new(Arc::clone(&frequencies)).with(Arc::new(builder.build(&frequencies)));
        let finds =
            |asked: &&Person| index.search(&mut Searcher::default(), asked, 10).hits.iter().any(|hit| hit.record == 0);
        asked.iter().filter(finds).count()
    }

    #[test]
    fn a_number_is_found_in_spite_of_a_slip() {
        let held = person("Xicay", "Otilia", "1960-05-05", "C1234567");
        let asked = |number: &str| person("", "", "", number);
        let slips = ["C1234567", "C1234568", "X1234567", "C123567", "C12334567", "C1243567", "C123456", "C2134567"];
        assert_eq!(found(&held, &slips.map(asked)), slips.len());
        assert_eq!(found(&held, &["C1334568", "1234", "C99"].map(asked)), 0);
    }

    #[test]
    fn a_word_that_was_cut_is_found_by_its_beginning_on_either_side() {
        let (whole, cut) = (person("Xicay", "Guadalupe", "", ""), person("Xicay", "Guadal", "", ""));
        assert_eq!(found(&whole, std::slice::from_ref(&cut)), 1);
        assert_eq!(found(&cut, &[whole]), 1);
        assert_eq!(found(&person("Xicay", "Sebastiana", "", ""), &[cut]), 0);
    }
}
