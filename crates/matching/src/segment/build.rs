//! Collecting people, counting how common their names are, and packing them into a segment.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU32, Ordering};

use super::days::Days;
use super::near;
use super::of_day::{LISTED_WHOLE, each_of_day};
use super::{
    CUT_BIT, Entry, FURTHER, Lexeme, Lists, NUMBER_PERSONAL, ROLE_SHIFT, RecordId, SEX_SHIFT, Segment, WORDS_FURTHER,
    WORDS_WITHIN,
};
use crate::birth::{Birth, YEAR_FIRST, YEAR_LAST};
use crate::frequency::{Counts, Frequencies};
use crate::name::{Name, Role};
use crate::person::{Nationality, Number, Person, Sex};
use crate::sound::{self, Sound, mix};
use crate::spoken::Spoken;
use crate::words::{Mark, NONE, Words, hash, joined};

/// Entries a person has at most: names times birth dates.
const ENTRIES_MAX: usize = 24;
/// Nationalities that are counted apart; further ones are counted together.
const NATIONALITIES_MAX: usize = 48;
/// Words of a name whose pairs are listed; the first are the ones that documents agree on.
pub(super) const PAIRED_WORDS: usize = 5;

/// Entries a list by day holds together: whoever is in it by chance is one more mark to read, and shorter lists take more room.
const OF_DAY_TOGETHER: usize = 8;

/// The next segment's: what a searcher remembers of the words of one holds of no other. Nobody builds four thousand million.
static SERIAL: AtomicU32 = AtomicU32::new(1);

/// An entry on its way; words and numbers end where the next one's begin.
#[derive(Clone, Copy, Default)]
struct Loose {
    words_at: u32,
    numbers_at: u32,
    birth_and_sex: u32,
    nationalities: [u16; 2],
}

impl Loose {
    fn birth(&self) -> Birth {
        Birth::from_bits(self.birth_and_sex)
    }
}

/// People on their way into a segment, in any order.
#[derive(Default)]
pub struct Builder {
    words: Words,
    entries: Vec<Loose>,
    records: Vec<RecordId>,
    name_words: Vec<u32>,
    numbers: Vec<u8>,
    people: u32,
}

impl Builder {
    /// Begins without anyone.
    #[must_use]
    pub fn new() -> Builder {
        Builder::default()
    }

    /// Adds a person under a record's number. One without a name and without a number is kept and found by nothing.
    pub fn push(&mut self, record: RecordId, person: &Person) {
        let nameless = [Name::default()];
        let names: &[Name] = if person.names.is_empty() { &nameless } else { &person.names };
        let births: &[Birth] = if person.births.is_empty() { &[Birth::UNKNOWN] } else { &person.births };
        let pairs = person.nationalities.len().div_ceil(2).max(1);
        let mut made = 0;
        for name in names {
            for birth in births {
                for pair in 0..pairs {
                    if made < ENTRIES_MAX {
                        let nationality =
                            |at: usize| Nationality::bits(person.nationalities.get(2 * pair + at).copied());
                        self.entry(record, name, *birth, person.sex, [nationality(0), nationality(1)], &person.numbers);
                        made += 1;
                    }
                }
            }
        }
        self.people += 1;
    }

    fn entry(
        &mut self,
        record: RecordId,
        name: &Name,
        birth: Birth,
        sex: Option<Sex>,
        nationalities: [u16; 2],
        numbers: &[Number],
    ) {
        self.records.push(record);
        self.entries.push(Loose {
            words_at: self.name_words.len() as u32,
            numbers_at: self.numbers.len() as u32,
            birth_and_sex: birth.bits() | Sex::bits(sex) << SEX_SHIFT,
            nationalities,
        });
        for (text, part) in name.words() {
            let cut = if part.cut { CUT_BIT } else { 0 };
            self.name_words.push(self.words.intern(text.as_bytes()) | (part.role as u32) << ROLE_SHIFT | cut);
        }
        for number in numbers.iter().take(8) {
            let text = number.as_str().as_bytes();
            self.numbers.push(text.len() as u8 | if number.personal { NUMBER_PERSONAL } else { 0 });
            self.numbers.extend_from_slice(text);
        }
    }

    /// Adds everyone of a segment whom `gone` does not name, as they were added to it.
    pub fn absorb(&mut self, segment: &Segment, gone: &HashSet<RecordId>) {
        let mut people = HashSet::new();
        for at in (0..segment.records.len()).filter(|&at| !gone.contains(&segment.records[at])) {
            let entry = segment.entries[at];
            people.insert(segment.records[at]);
            self.records.push(segment.records[at]);
            self.entries.push(Loose {
                words_at: self.name_words.len() as u32,
                numbers_at: self.numbers.len() as u32,
                birth_and_sex: entry.birth_and_sex,
                nationalities: entry.nationalities,
            });
            for packed in segment.name_words(at).iter() {
                let word = self.words.intern(segment.words.get(packed & super::WORD_MASK));
                self.name_words.push(word | packed & !super::WORD_MASK);
            }
            let numbers = segment.numbers_at[at] as usize..segment.numbers_at[at + 1] as usize;
            self.numbers.extend_from_slice(&segment.numbers[numbers]);
        }
        self.people += people.len() as u32;
    }

    /// How many people were added.
    #[must_use]
    pub fn people(&self) -> usize {
        self.people as usize
    }

    /// Counts how common names, nationalities and birth years are among these people, backed by the shipped frequencies.
    #[must_use]
    pub fn frequencies(&self) -> Frequencies {
        let mut counts = Counts {
            words: Some(&self.words),
            years: vec![0; (YEAR_LAST - YEAR_FIRST + 1) as usize],
            ..Counts::default()
        };
        counts.nationalities = self.nationalities();
        let slots = counts.nationalities.len();
        let mut slot_of = vec![(slots - 1) as u8; 1 << 16];
        for (slot, (code, _)) in counts.nationalities.iter().enumerate() {
            slot_of[*code as usize] = slot as u8;
        }
        counts.by_word = vec![[0; 2]; self.words.len() * slots];
        for (at, entry) in self.entries.iter().enumerate() {
            counts.people += 1;
            let slot = slot_of[entry.nationalities[0] as usize] as usize;
            for packed in &self.name_words[entry.words_at as usize..self.words_end(at)] {
                let row = &mut counts.by_word[(packed & super::WORD_MASK) as usize * slots + slot];
                match packed >> ROLE_SHIFT & 7 {
                    0 => row[0] += 1,
                    4 => *row = row.map(|n| n + 1),
                    _ => row[1] += 1,
                }
            }
            let birth = entry.birth();
            if birth.year() > 0 {
                counts.years[(birth.year() - YEAR_FIRST) as usize] += 1;
            }
            counts.days += u32::from(birth.day() > 0);
            counts.default_days += u32::from(birth.default_day());
        }
        Frequencies::blend(&counts)
    }

    /// Nationalities and how many have each, the most borne first; what is beyond the last is counted with it.
    fn nationalities(&self) -> Vec<(u16, u32)> {
        let mut counted = vec![0u32; 1 << 16];
        for entry in &self.entries {
            counted[entry.nationalities[0] as usize] += 1;
        }
        let mut found: Vec<(u16, u32)> =
            counted.into_iter().enumerate().filter(|(_, n)| *n > 0).map(|(code, n)| (code as u16, n)).collect();
        found.sort_by_key(|(code, n)| (u32::MAX - n, *code));
        found.truncate(NATIONALITIES_MAX);
        found.push((u16::MAX, 1));
        found
    }

    fn words_end(&self, at: usize) -> usize {
        self.entries.get(at + 1).map_or(self.name_words.len(), |next| next.words_at as usize)
    }

    fn numbers_end(&self, at: usize) -> usize {
        self.entries.get(at + 1).map_or(self.numbers.len(), |next| next.numbers_at as usize)
    }

    /// Packs everyone added into a segment whose words weigh what `frequencies` say.
    #[must_use]
    pub fn build(mut self, frequencies: &Frequencies) -> Segment {
        self.words.shrink();
        let order = self.order();
        let mut sorted = Sorted::default();
        sorted.reserve(&self, order.len());
        for &at in &order {
            sorted.push(&self, at as usize);
        }
        drop(order);
        let Builder { words, people, .. } = self;
        let (lexemes, marks, sounds) = lexemes(&words, frequencies);
        sorted.finish(Packed { words, lexemes, marks, sounds, people })
    }

    /// Entries by birth, then by record: the order in which they were added plays no part.
    fn order(&self) -> Vec<u32> {
        let mut order: Vec<(u32, u32)> =
            self.entries.iter().enumerate().map(|(at, entry)| (entry.birth().order(), at as u32)).collect();
        order.sort_unstable_by_key(|(birth, at)| (*birth, self.records[*at as usize], *at));
        order.into_iter().map(|(_, at)| at).collect()
    }
}

/// Columns of a segment, entries in order.
#[derive(Default)]
struct Sorted {
    entries: Vec<Entry>,
    further: Vec<[u32; WORDS_FURTHER]>,
    records: Vec<RecordId>,
    births: Vec<u32>,
    numbers_at: Vec<u32>,
    numbers: Vec<u8>,
}

/// Distinct words as they are compared, their marks, and distinct sounds.
type Heard = (Vec<Lexeme>, Vec<Mark>, Vec<(u64, Sound)>);

struct Packed {
    words: Words,
    lexemes: Vec<Lexeme>,
    marks: Vec<Mark>,
    sounds: Vec<(u64, Sound)>,
    people: u32,
}

impl Sorted {
    fn reserve(&mut self, from: &Builder, n: usize) {
        self.entries.reserve_exact(n);
        self.records.reserve_exact(n);
        self.births.reserve_exact(n);
        self.numbers_at.reserve_exact(n + 1);
        self.numbers.reserve_exact(from.numbers.len());
    }

    fn push(&mut self, from: &Builder, at: usize) {
        let entry = from.entries[at];
        self.records.push(from.records[at]);
        self.births.push(entry.birth().order());
        let name = &from.name_words[entry.words_at as usize..from.words_end(at)];
        let mut words = [NONE; WORDS_WITHIN];
        if name.len() > WORDS_WITHIN {
            let (within, beyond) = name.split_at(WORDS_WITHIN - 1);
            words[..WORDS_WITHIN - 1].copy_from_slice(within);
            words[WORDS_WITHIN - 1] = FURTHER | self.further.len() as u32;
            let mut further = [NONE; WORDS_FURTHER];
            further[..beyond.len()].copy_from_slice(beyond);
            self.further.push(further);
        } else {
            words[..name.len()].copy_from_slice(name);
        }
        let Loose { birth_and_sex, nationalities, .. } = entry;
        self.entries.push(Entry { birth_and_sex, nationalities, words });
        self.numbers_at.push(self.numbers.len() as u32);
        self.numbers.extend_from_slice(&from.numbers[entry.numbers_at as usize..from.numbers_end(at)]);
    }

    fn finish(mut self, packed: Packed) -> Segment {
        self.numbers_at.push(self.numbers.len() as u32);
        self.further.shrink_to_fit();
        let mut segment = Segment {
            years: years(&self.births),
            days: Days::of(&self.births),
            words: packed.words,
            lexemes: packed.lexemes,
            entries: self.entries,
            records: self.records,
            further: self.further,
            numbers_at: self.numbers_at,
            numbers: self.numbers,
            sounds: packed.sounds.iter().map(|(key, _)| *key).collect(),
            people: packed.people,
            serial: SERIAL.fetch_add(1, Ordering::Relaxed),
            ..Segment::default()
        };
        drop(self.births);
        segment.mark(&packed.marks);
        segment.list(&packed.sounds);
        segment
    }
}

impl Segment {
    /// Notes which sounds each entry's name has.
    fn mark(&mut self, marks: &[Mark]) {
        let mark = |at: usize| {
            let words = self.name_words(at);
            words.iter().map(|word| marks[(word & super::WORD_MASK) as usize]).fold([0; 2], joined)
        };
        self.marks = (0..self.entries.len()).map(mark).collect();
    }

    /// Lists entries by all that they are found by beside their birth, and words and sounds by what is near them.
    fn list(&mut self, sounds: &[(u64, Sound)]) {
        let n = self.entries.len();
        self.pairs = lists(n, 2, |at, add| {
            let (keys, _, n) = paired(&self.name_words(at), &self.lexemes);
            each_pair(&keys[..n], add);
        });
        self.of_day = lists(n, OF_DAY_TOGETHER, |at, add| {
            let birth = self.entries[at].birth();
            if birth.day() > 0 && !birth.default_day() {
                let (keys, roles, n) = paired(&self.name_words(at), &self.lexemes);
                each_of_day(&keys[..n], &roles[..n], birth, LISTED_WHOLE, |of_day, _| add(of_day));
            }
        });
        self.by_number = lists(n, 2, |at, add| self.numbers(at).for_each(|(number, _)| add(hash(number))));
        self.by_half = lists(n, 8, |at, add| {
            self.numbers(at).for_each(|(number, _)| near::halves(number).into_iter().flatten().for_each(&mut *add));
        });
        self.alphabet = (0..self.words.len() as u32).collect();
        self.alphabet.sort_unstable_by_key(|word| self.words.get(*word));
        self.deletions = lists(sounds.len(), 2, |at, add| each_deletion(&sounds[at].1, add));
    }
}

/// The words of a name that are listed, as they sound, and their roles.
fn paired(words: &[u32], lexemes: &[Lexeme]) -> ([u64; PAIRED_WORDS], [Role; PAIRED_WORDS], usize) {
    let (mut keys, mut roles) = ([0; PAIRED_WORDS], [Role::Unknown; PAIRED_WORDS]);
    let n = words.len().min(PAIRED_WORDS);
    // Given names come last: where there are many words, the first of each field are the ones to keep.
    let skip = |at: usize| if words.len() > PAIRED_WORDS && at >= 2 { at + words.len() - PAIRED_WORDS } else { at };
    for at in 0..n {
        let packed = words[skip(at)];
        keys[at] = lexemes[(packed & super::WORD_MASK) as usize].key;
        roles[at] = Role::from_bits(packed >> ROLE_SHIFT);
    }
    (keys, roles, n)
}

fn each_pair(keys: &[u64], mut add: impl FnMut(u64)) {
    if let [only] = keys {
        add(pair(*only, *only));
    }
    for (i, one) in keys.iter().enumerate() {
        keys[i + 1..].iter().for_each(|other| add(pair(*one, *other)));
    }
}

/// The key of two words in either order.
pub(super) fn pair(one: u64, other: u64) -> u64 {
    let (a, b) = (one.min(other), one.max(other));
    mix(a.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ b.rotate_left(29)).wrapping_mul(0xd6e8_feb8_6659_fd93)
}

/// The keys of a sound, whole and without each of its letters in turn.
pub(super) fn each_deletion(sound: &Sound, mut add: impl FnMut(u64)) {
    let letters = sound.letters();
    let scatter = |letters: &[u8]| {
        mix(letters.iter().fold(0x1234_5678_9abc_def1_u64, |h, b| {
            (h.rotate_left(7) ^ u64::from(*b)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
        }))
    };
    add(scatter(letters));
    let mut less = [0u8; sound::SOUND_MAX];
    for gone in 0..letters.len() {
        if gone > 0 && letters[gone] == letters[gone - 1] {
            continue;
        }
        less[..gone].copy_from_slice(&letters[..gone]);
        less[gone..letters.len() - 1].copy_from_slice(&letters[gone + 1..]);
        add(scatter(&less[..letters.len() - 1]));
    }
}

/// Where each year begins among entries in order of birth: the unknown, then the years.
fn years(births: &[u32]) -> Vec<u32> {
    let mut years: Vec<u32> =
        (YEAR_FIRST..=YEAR_LAST).map(|year| births.partition_point(|order| *order < year << 9) as u32).collect();
    years.insert(0, 0);
    years.push(births.len() as u32);
    years
}

/// Every distinct word's lexeme and mark, and the distinct sounds.
fn lexemes(words: &Words, frequencies: &Frequencies) -> Heard {
    let mut lexemes = Vec::with_capacity(words.len());
    let mut marks = Vec::with_capacity(words.len());
    let mut sounds: Vec<(u64, Sound)> = Vec::new();
    for word in 0..words.len() as u32 {
        let text = words.get(word);
        let Spoken { sound, mark, key, letters, groups, rarity } = frequencies.word(text);
        lexemes.push(Lexeme {
            key,
            text_at: words.start(word) as u32,
            text_len: text.len() as u8,
            first: text.first().copied().unwrap_or(0),
            letters,
            rarity,
            groups,
        });
        marks.push(mark);
        sounds.push((key, sound));
    }
    sounds.sort_unstable_by(|a, b| (a.0, a.1.letters()).cmp(&(b.0, b.1.letters())));
    sounds.dedup_by(|a, b| a.0 == b.0 && a.1 == b.1);
    (lexemes, marks, sounds)
}

/// Lists are made part by part, by so many first bits of their keys: what is written to at random is near then.
const PART_BITS: u32 = 8;
const PARTS: usize = 1 << PART_BITS;

/// Lists entries by keys, so many `together` in a list: how many are in each part, then who, then the lists of each.
fn lists(n: usize, together: usize, each: impl Fn(usize, &mut dyn FnMut(u64))) -> Lists {
    let mut starts = [0usize; PARTS + 1];
    for at in 0..n {
        each(at, &mut |key| starts[(key >> (64 - PART_BITS)) as usize + 1] += 1);
    }
    (0..PARTS).for_each(|part| starts[part + 1] += starts[part]);
    let all = starts[PARTS];
    if all == 0 {
        return Lists::default();
    }
    let bits = (all / together).max(2).next_power_of_two().trailing_zeros().max(1);
    let part_bits = if bits < PART_BITS { 0 } else { PART_BITS };
    if part_bits == 0 {
        starts[1..].fill(all);
    }
    let (mut parted, mut next) = (vec![(0u32, 0u32); all], starts);
    for at in 0..n {
        each(at, &mut |key| {
            let next = &mut next[(key >> 1 >> (63 - part_bits)) as usize];
            parted[*next] = ((key >> (64 - bits)) as u32, at as u32);
            *next += 1;
        });
    }
    let (mut ends, mut entries) = (vec![0u32; (1 << bits) + 1], vec![0u32; all]);
    let lists = 1usize << (bits - part_bits);
    for part in 0..1 << part_bits {
        let (those, first) = (&parted[starts[part]..starts[part + 1]], part * lists);
        let ends = &mut ends[first + 1..][..lists];
        those.iter().for_each(|(list, _)| ends[*list as usize - first] += 1);
        // Until all are in, each list's end is the place of its next entry.
        let mut start = starts[part] as u32;
        for end in ends.iter_mut() {
            (*end, start) = (start, start + *end);
        }
        for (list, at) in those {
            let end = &mut ends[*list as usize - first];
            entries[*end as usize] = *at;
            *end += 1;
        }
    }
    Lists { ends, entries, shift: 64 - bits }
}
