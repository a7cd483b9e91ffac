//! People packed for search: a segment never changes once it is built.
//!
//! A person is one entry for each of their names and birth dates. Entries stand in order of birth, so that everyone born
//! on a day, or in a year, is a stretch of memory; beside it stand lists of entries by pairs of words as they sound, and by number.

mod build;
mod days;
mod find;
mod near;
mod of_day;
mod promise;

pub use build::Builder;
pub(crate) use find::Find;
pub use find::Searcher;

use std::ops::Range;

use crate::birth::{Birth, YEAR_FIRST};
use crate::evidence::Band;
use crate::likeness::Heard;
use crate::name::{Role, WORDS_MAX};
use crate::score::{Claims, Word};
use crate::variant::Groups;
use crate::words::{Mark, NONE, Words};
use days::Days;

/// A record's number, as whoever keeps the records gave it.
pub type RecordId = u64;

/// A record that may be the person asked for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hit {
    /// The record.
    pub record: RecordId,
    /// Natural log-odds that it is the person.
    pub score: f64,
    /// How far it may be acted on.
    pub band: Band,
}

/// Lists of entries, found by a number that scatters: entries of several keys may share a list.
#[derive(Default)]
struct Lists {
    ends: Vec<u32>,
    entries: Vec<u32>,
    shift: u32,
}

impl Lists {
    fn at(&self, key: u64) -> &[u32] {
        if self.ends.len() < 2 {
            return &[];
        }
        let bucket = (key >> self.shift) as usize;
        &self.entries[self.ends[bucket] as usize..self.ends[bucket + 1] as usize]
    }

    /// Where a list ends.
    fn end(&self, key: u64) -> u32 {
        if self.ends.len() < 2 { 0 } else { self.ends[(key >> self.shift) as usize + 1] }
    }

    fn bytes(&self) -> usize {
        4 * (self.ends.capacity() + self.entries.capacity())
    }
}

/// What is compared of a distinct word before its letters are: all in one line of memory.
#[derive(Clone, Copy)]
#[repr(align(32))]
struct Lexeme {
    key: u64,
    text_at: u32,
    text_len: u8,
    first: u8,
    letters: u32,
    rarity: [f32; 2],
    groups: Groups,
}

/// A word of an entry: its number in the low bits, its role and whether it was cut in the high ones.
const ROLE_SHIFT: u32 = 28;
const CUT_BIT: u32 = 1 << 31;
const WORD_MASK: u32 = (1 << ROLE_SHIFT) - 1;

/// In place of an entry's last word: where the rest of a long name stands. No word has such a role.
const FURTHER: u32 = 7 << ROLE_SHIFT;
/// Words that stand in the entry itself.
const WORDS_WITHIN: usize = 6;
/// Words of a name that do not.
const WORDS_FURTHER: usize = WORDS_MAX - WORDS_WITHIN + 1;

/// An entry without its numbers: half of what memory brings at once, as most are looked at and left.
#[derive(Clone, Copy)]
#[repr(align(32))]
struct Entry {
    /// Birth date in the low bits, sex above.
    birth_and_sex: u32,
    nationalities: [u16; 2],
    /// Words; behind them `NONE`, and the last may be `FURTHER`.
    words: [u32; WORDS_WITHIN],
}

impl Entry {
    fn birth(&self) -> Birth {
        Birth::from_bits(self.birth_and_sex)
    }

    /// The words that stand in the entry itself.
    fn words_within(&self) -> impl Iterator<Item = u32> {
        self.words.into_iter().filter(|packed| packed & FURTHER != FURTHER)
    }
}

/// The words of an entry's name, packed.
struct NameWords {
    words: [u32; WORDS_MAX],
    n: usize,
}

impl std::ops::Deref for NameWords {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        &self.words[..self.n]
    }
}

const SEX_SHIFT: u32 = 26;
const NUMBER_PERSONAL: u8 = 0x80;

/// Entries in order of birth, their words, and the ways to find them. Immutable.
#[derive(Default)]
pub struct Segment {
    words: Words,
    lexemes: Vec<Lexeme>,
    entries: Vec<Entry>,
    records: Vec<RecordId>,
    /// Which sounds each entry's name has.
    marks: Vec<Mark>,
    /// Where each year begins, from the unknown on.
    years: Vec<u32>,
    days: Days,
    /// Words of long names that do not stand in their entries.
    further: Vec<[u32; WORDS_FURTHER]>,
    /// Where each entry's numbers begin, with one more at the end.
    numbers_at: Vec<u32>,
    numbers: Vec<u8>,
    pairs: Lists,
    /// Entries by the day of the year on which they were born and a given name and a surname as they sound.
    of_day: Lists,
    by_number: Lists,
    /// Entries by each half of each number.
    by_half: Lists,
    /// Words in order of their letters.
    alphabet: Vec<u32>,
    /// Distinct sounds: their keys, and the lists of them by what is left without one letter.
    sounds: Vec<u64>,
    deletions: Lists,
    people: u32,
    /// No other segment of this process has it.
    serial: u32,
}

impl Segment {
    /// How many people are in it.
    #[must_use]
    pub fn people(&self) -> usize {
        self.people as usize
    }

    /// The records of its entries; one with several names stands more than once.
    pub(crate) fn records(&self) -> impl Iterator<Item = RecordId> {
        self.records.iter().copied()
    }

    pub(crate) fn has(&self, record: RecordId) -> bool {
        self.places(record).next().is_some()
    }

    /// Where a record's entries stand.
    pub(crate) fn places(&self, record: RecordId) -> impl Iterator<Item = usize> {
        self.records.iter().enumerate().filter(move |(_, held)| **held == record).map(|(at, _)| at)
    }

    /// The compared words of an entry.
    pub(crate) fn texts(&self, entry: usize) -> Vec<String> {
        self.name_words(entry)
            .iter()
            .map(|packed| String::from_utf8_lossy(self.words.get(packed & WORD_MASK)).into_owned())
            .collect()
    }

    /// Bytes that it holds in memory.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.words.bytes()
            + self.lexemes.capacity() * size_of::<Lexeme>()
            + self.entries.capacity() * size_of::<Entry>()
            + 8 * (self.records.capacity() + self.sounds.capacity())
            + 16 * self.marks.capacity()
            + 4 * (self.years.capacity() + self.numbers_at.capacity() + self.alphabet.capacity())
            + self.further.capacity() * size_of::<[u32; WORDS_FURTHER]>()
            + self.days.bytes()
            + self.numbers.capacity()
            + self.pairs.bytes()
            + self.of_day.bytes()
            + self.by_number.bytes()
            + self.by_half.bytes()
            + self.deletions.bytes()
    }

    fn lexeme(&self, word: u32) -> Heard<'_> {
        let lexeme = &self.lexemes[word as usize];
        let text = self.words.slice(lexeme.text_at as usize, lexeme.text_len as usize);
        Heard { text, first: lexeme.first, letters: lexeme.letters, key: lexeme.key, groups: lexeme.groups }
    }

    fn name_words(&self, entry: usize) -> NameWords {
        let mut words = [NONE; WORDS_MAX];
        let within = &self.entries[entry].words;
        words[..WORDS_WITHIN].copy_from_slice(within);
        let last = within[WORDS_WITHIN - 1];
        if last & FURTHER == FURTHER && last != NONE {
            words[WORDS_WITHIN - 1..].copy_from_slice(&self.further[(last & WORD_MASK) as usize]);
        }
        let n = words.iter().position(|word| *word == NONE).unwrap_or(WORDS_MAX);
        NameWords { words, n }
    }

    fn word(&self, packed: u32) -> Word<'_> {
        let word = packed & WORD_MASK;
        Word {
            heard: self.lexeme(word),
            role: Role::from_bits(packed >> ROLE_SHIFT),
            cut: packed & CUT_BIT != 0,
            rarity: self.lexemes[word as usize].rarity,
        }
    }

    fn claims(&self, entry: usize) -> Claims {
        let held = &self.entries[entry];
        Claims { birth: held.birth(), sex: held.birth_and_sex >> SEX_SHIFT & 3, nationalities: held.nationalities }
    }

    /// The numbers of an entry: texts, and whether each is personal.
    fn numbers(&self, entry: usize) -> impl Iterator<Item = (&[u8], bool)> {
        let mut rest = &self.numbers[self.numbers_at[entry] as usize..self.numbers_at[entry + 1] as usize];
        std::iter::from_fn(move || {
            let (&head, after) = rest.split_first()?;
            let (number, after) = after.split_at_checked((head & !NUMBER_PERSONAL) as usize)?;
            rest = after;
            Some((number, head & NUMBER_PERSONAL != 0))
        })
    }

    /// Entries of whom a year of birth from `first` up to `last` is known.
    fn born_in(&self, first: u32, last: u32) -> Range<usize> {
        let slot = |year: u32| (year.saturating_sub(YEAR_FIRST - 1) as usize).min(self.years.len() - 1);
        self.years[slot(first)] as usize..self.years[slot(last + 1)] as usize
    }

    /// Entries of a year whose birth stands from `first` up to `last`.
    fn born(&self, first: u32, last: u32) -> Range<usize> {
        let year = self.born_in(first >> 9, first >> 9);
        let entries = &self.entries[year.clone()];
        let before = |order: u32| year.start + entries.partition_point(|entry| entry.birth().order() < order);
        before(first)..before(last + 1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::frequency::Frequencies;
    use crate::person::{Fields, Person};

    #[test]
    fn names_of_any_length_stand_whole_and_stay_so_when_segments_are_joined() {
        let frequencies = Frequencies::shipped();
        let words = ["ANA", "ROSA", "INES", "EVA", "LUZ", "NOEMI", "RUTH", "SARA"];
        let mut builder = Builder::new();
        for n in 0..=words.len() {
            let given = words[..n].join(" ");
            builder.push(n as u64, &Person::from_fields(Fields { given: &given, ..Fields::default() }));
        }
        let segment = builder.build(&frequencies);
        let mut again = Builder::new();
        again.absorb(&segment, &HashSet::new());
        for held in [&segment, &again.build(&frequencies)] {
            for n in 0..=words.len() {
                let at = held.places(n as u64).next().expect("it was pushed");
                assert_eq!(held.texts(at), words[..n]);
            }
        }
    }
}
