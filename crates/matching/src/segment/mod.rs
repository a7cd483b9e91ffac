//! People packed for search: a segment never changes once it is built.
//!
//! A person is one entry for each of their names and birth dates. Entries stand in order of birth, so that everyone born
//! on a day, or in a year, is a stretch of memory; beside it stand lists of entries by pairs of words as they sound, and by number.

mod build;
mod find;
mod promise;

pub use build::Builder;
pub(crate) use find::Find;
pub use find::Searcher;

use crate::birth::{Birth, YEAR_FIRST, YEAR_LAST};
use crate::evidence::Band;
use crate::likeness::Heard;
use crate::name::Role;
use crate::score::{Claims, Word};
use crate::variant::Groups;
use crate::words::Words;

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

    fn bytes(&self) -> usize {
        4 * (self.ends.capacity() + self.entries.capacity())
    }
}

/// What is compared of a distinct word before its letters are.
#[derive(Clone, Copy)]
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

/// What an entry has beside its name; words and numbers end where the next entry's begin.
#[derive(Clone, Copy, Default)]
struct Entry {
    words_at: u32,
    numbers_at: u32,
    /// Birth date in the low bits, sex above.
    birth_and_sex: u32,
    nationalities: [u16; 2],
}

const SEX_SHIFT: u32 = 26;
const NUMBER_PERSONAL: u8 = 0x80;

/// Entries in order of birth, their words, and the ways to find them. Immutable.
pub struct Segment {
    words: Words,
    lexemes: Vec<Lexeme>,
    entries: Vec<Entry>,
    records: Vec<RecordId>,
    /// Which sounds each entry's name has.
    marks: Vec<[u64; 2]>,
    births: Vec<u32>,
    /// Where each year begins, from the unknown on.
    years: Vec<u32>,
    /// Where each day begins, in a segment of many; empty in a small one.
    days: Vec<u32>,
    name_words: Vec<u32>,
    numbers: Vec<u8>,
    pairs: Lists,
    by_number: Lists,
    /// Distinct sounds: their keys, and the lists of them by what is left without one letter.
    sounds: Vec<u64>,
    deletions: Lists,
    people: u32,
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
            + 4 * (self.births.capacity() + self.years.capacity() + self.days.capacity() + self.name_words.capacity())
            + self.numbers.capacity()
            + self.pairs.bytes()
            + self.by_number.bytes()
            + self.deletions.bytes()
    }

    fn lexeme(&self, word: u32) -> Heard<'_> {
        let lexeme = &self.lexemes[word as usize];
        let text = self.words.slice(lexeme.text_at as usize, lexeme.text_len as usize);
        Heard { text, first: lexeme.first, letters: lexeme.letters, key: lexeme.key, groups: lexeme.groups }
    }

    fn name_words(&self, entry: usize) -> &[u32] {
        &self.name_words[self.entries[entry].words_at as usize..self.entries[entry + 1].words_at as usize]
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
        Claims {
            birth: Birth::from_bits(held.birth_and_sex),
            sex: held.birth_and_sex >> SEX_SHIFT & 3,
            nationalities: held.nationalities,
        }
    }

    /// The numbers of an entry: texts, and whether each is personal.
    fn numbers(&self, entry: usize) -> impl Iterator<Item = (&[u8], bool)> {
        let mut rest =
            &self.numbers[self.entries[entry].numbers_at as usize..self.entries[entry + 1].numbers_at as usize];
        std::iter::from_fn(move || {
            let (&head, after) = rest.split_first()?;
            let (number, after) = after.split_at_checked((head & !NUMBER_PERSONAL) as usize)?;
            rest = after;
            Some((number, head & NUMBER_PERSONAL != 0))
        })
    }

    /// Entries whose birth stands from `first` up to `last`, in order.
    fn born(&self, first: u32, last: u32) -> std::ops::Range<usize> {
        if self.births.is_empty() {
            return 0..0;
        }
        let last = last.max(first);
        if !self.days.is_empty() {
            return self.days[day_slot(first)] as usize..self.days[day_slot(last) + 1] as usize;
        }
        let within = |order: u32| {
            let slot = (order >> 9).saturating_sub(YEAR_FIRST - 1) as usize;
            let slot = slot.min(self.years.len() - 2);
            self.years[slot] as usize..self.years[slot + 1] as usize
        };
        let (a, b) = (within(first), within(last));
        let one_year = a == b;
        let start = a.start + self.births[a].partition_point(|order| *order < first);
        let end = if one_year && last <= first + 1 {
            // Few were born on a day.
            start + self.births[start..b.end].iter().take_while(|order| **order <= last).count()
        } else {
            b.start + self.births[b].partition_point(|order| *order <= last)
        };
        start..end.max(start)
    }
}

/// Slots of a year's days: twelve months and a year alone, thirty-one days and a month alone.
const YEAR_SLOTS: usize = 13 * 32;
/// A segment of so many entries has a place for each day; in a smaller one days are sought.
const DAYS_FROM: usize = 50_000;

/// The slot of a day in order; before the first year is the unknown, and what a calendar does not have is put at its year's end.
fn day_slot(order: u32) -> usize {
    let year = (order >> 9).clamp(YEAR_FIRST - 1, YEAR_LAST) - (YEAR_FIRST - 1);
    year as usize * YEAR_SLOTS + (order as usize & 0x1FF).min(YEAR_SLOTS - 1)
}
