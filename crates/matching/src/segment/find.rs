//! Finding who in a segment could be the person asked for, and scoring them.

use super::build::{PAIRED_WORDS, each_deletion, pair};
use super::{Hit, Segment, WORD_MASK};
use crate::asked::Asked;
use crate::birth::{self, Birth, Dates, days_of, pack};
use crate::evidence::{Band, Fact, Sink, Sum};
use crate::frequency::Frequencies;
use crate::likeness::{self, Kind, Likeness};
use crate::name::{Role, WORDS_MAX};
use crate::score::{self, Table};
use crate::sound::Sound;
use crate::variant::others;
use crate::weights::SHOWN;
use crate::words::{NONE, hash};

/// Entries that are scored at most for one question to one segment; that it was reached is said.
const SCORED_MAX: u32 = 4096;
/// Entries of one list that are looked at at most.
const LIST_MAX: usize = 30_000;
/// A year of so few is looked through whole.
const YEAR_WHOLE: usize = 400;
/// A day of so few is looked through whoever they are.
const DAY_FEW: usize = 6;
/// Of a hundred sounds of a name, how many are shared where the birth date speaks against it.
const GOOD: u32 = 80;
/// A list so short is looked through whatever the year.
const LIST_WHOLE: usize = 48;
/// Entries whose marks are counted together.
const TOGETHER: usize = 8;
/// Sounds that are tried in place of one that was heard, at most.
const SOUNDS_TRIED: usize = 12;

/// What a search needs beside the segments, used again for each question. One a thread.
pub struct Searcher {
    seen: Vec<u64>,
    memo: Vec<(u64, Likeness)>,
    question: u32,
}

impl Default for Searcher {
    fn default() -> Self {
        let nothing = (0, Likeness { kind: Kind::Other, loss: 0.0 });
        Searcher { seen: vec![0; 4 * SCORED_MAX as usize], memo: vec![nothing; 1024], question: 0 }
    }
}

/// One question to one segment.
pub(crate) struct Find<'a, 'p> {
    pub segment: &'a Segment,
    pub frequencies: &'a Frequencies,
    pub asked: &'a Asked<'p>,
    pub prior: f32,
    searcher: &'a mut Searcher,
    vocabulary: [u32; WORDS_MAX],
    loose: u32,
    strict: u32,
    good: u32,
    scored: u32,
    /// Whether some who could be it were not looked at.
    pub capped: bool,
    take: &'a mut dyn FnMut(usize, Hit),
}

impl<'a, 'p> Find<'a, 'p> {
    /// Begins a question; `take` is given each entry that could be it, with its score.
    pub fn new(
        segment: &'a Segment,
        frequencies: &'a Frequencies,
        asked: &'a Asked<'p>,
        searcher: &'a mut Searcher,
        take: &'a mut dyn FnMut(usize, Hit),
    ) -> Self {
        searcher.question = searcher.question.wrapping_add(1);
        if searcher.question == 0 {
            searcher.seen.fill(0);
            searcher.memo.iter_mut().for_each(|slot| slot.0 = 0);
            searcher.question = 1;
        }
        let mut vocabulary = [NONE; WORDS_MAX];
        for (word, place) in asked.words().iter().zip(&mut vocabulary) {
            *place = segment.words.find(word.heard.text);
        }
        let (loose, strict) = match asked.words().len() {
            0 => (200, 200),
            1 => (70, 85),
            2 => (55, 70),
            3 => (52, 66),
            4 => (48, 62),
            _ => (42, 56),
        };
        let share = |percent: u32| (asked.marked * percent).div_ceil(100).max(1);
        Find {
            segment,
            frequencies,
            asked,
            prior: 0.0,
            searcher,
            vocabulary,
            loose: share(loose),
            strict: share(strict),
            good: share(GOOD),
            scored: 0,
            capped: false,
            take,
        }
    }

    /// Looks everywhere the person could stand.
    pub fn run(&mut self) {
        for number in &self.asked.person.numbers {
            for &at in self.segment.by_number.at(hash(number.as_str().as_bytes())) {
                self.consider(at as usize);
            }
        }
        if self.asked.words().is_empty() {
            return;
        }
        let birth = self.asked.claims.birth;
        if birth.span() > 0 || birth.unknown() {
            let (first, last) = if birth.unknown() {
                (0, u32::MAX)
            } else {
                (birth.year() << 9, (birth.year() + birth.span() + 1) << 9)
            };
            let within = if birth.unknown() { 0..self.segment.births.len() } else { self.segment.born(first, last) };
            self.by_pairs(within, true);
        } else {
            self.by_birth(birth);
        }
    }

    fn by_birth(&mut self, birth: Birth) {
        let (y, m, d) = (birth.year(), birth.month(), birth.day());
        let year = self.segment.born(y << 9, y << 9 | 0x1FF);
        let small = year.len() <= YEAR_WHOLE;
        if small {
            self.scan(year.clone(), self.strict);
        }
        if d == 0 || birth.default_day() {
            if !small {
                let known = if m == 0 { pack(y, 0, 31) } else { pack(y, m, 31) };
                self.scan(self.segment.born(pack(y, m, 0), known), self.strict);
                self.scan(self.segment.born(pack(y, 0, 0), pack(y, 1, 1)), self.strict);
            }
            let near = self.segment.born((y - 1) << 9, (y + 1) << 9 | 0x1FF);
            self.by_pairs(near, true);
            return;
        }
        self.scan_day(y, m, d, self.loose);
        if d <= 12 && d != m {
            self.scan_day(y, d, m, self.loose);
        }
        let few = self.asked.words().len() <= 2;
        if !small && few {
            self.scan(self.segment.born(pack(y, 0, 0), pack(y, 1, 1)), self.strict);
            self.scan_day(y, m, 0, self.strict);
        }
        if !small {
            for (month, day) in
                [(m, d.wrapping_sub(1)), (m, d + 1), (m - 1, d), (m + 1, d), (m, d + 10), (m, d.wrapping_sub(10))]
            {
                if (1..=12).contains(&month) && (1..=days_of(y, month)).contains(&day) {
                    self.scan_day(y, month, day, self.strict);
                }
            }
        }
        for (other, month, day) in years_mistaken(y).map(|other| (other, m, d)).chain([(y - 1, d, m), (y + 1, d, m)]) {
            if (1..=12).contains(&month) {
                self.scan_day(other, month, day, self.strict);
            }
        }
        if !small || few {
            self.by_pairs(year, few);
        } else {
            self.by_pairs(0..0, few);
        }
    }

    fn scan_day(&mut self, y: u32, m: u32, d: u32, need: u32) {
        let day = pack(y, m, d);
        let born = self.segment.born(day, day);
        // Where few were born on a day, one sound in common is enough to look.
        let need = if need == self.loose && born.len() <= DAY_FEW { 1 } else { need };
        self.scan(born, need);
    }

    /// Looks through entries that stand together.
    fn scan(&mut self, range: std::ops::Range<usize>, need: u32) {
        let [a, b] = self.asked.mark;
        let segment = self.segment;
        let mut start = range.start;
        for marks in segment.marks[range].chunks(TOGETHER) {
            // Counted together before any is looked at, which the compiler does several at a time.
            let mut shared = [0u32; TOGETHER];
            for (shared, mark) in shared.iter_mut().zip(marks) {
                *shared = (mark[0] & a).count_ones() + (mark[1] & b).count_ones();
            }
            for (at, shared) in shared.iter().enumerate().take(marks.len()) {
                if *shared >= need {
                    self.consider(start + at);
                }
            }
            start += marks.len();
        }
    }

    /// Looks through the lists of pairs of words: those born `within`, the unknown, and all where a list is short.
    fn by_pairs(&mut self, within: std::ops::Range<usize>, wide: bool) {
        let words = self.asked.words();
        let n = words.len();
        let keys: [u64; WORDS_MAX] = std::array::from_fn(|at| words.get(at).map_or(0, |word| word.heard.key));
        for i in 0..n {
            for j in i + 1..n.min(PAIRED_WORDS + 2) {
                self.list((keys[i], keys[j]), &within);
            }
        }
        if n == 1 {
            self.list((keys[0], keys[0]), &within);
        }
        if !wide {
            return;
        }
        for i in 0..n {
            let mut tried = [0u64; SOUNDS_TRIED];
            let found = self.sounds_near(i, &mut tried);
            for &key in &tried[..found] {
                for (j, &other) in keys.iter().enumerate().take(n.min(PAIRED_WORDS)) {
                    if i != j {
                        self.list((key, other), &within);
                    }
                }
                if n == 1 {
                    self.list((key, key), &within);
                }
            }
        }
    }

    /// Sounds one letter from a word's, and those of its other forms.
    fn sounds_near(&self, i: usize, tried: &mut [u64; SOUNDS_TRIED]) -> usize {
        let mut found = 0;
        let own = self.asked.words()[i].heard.key;
        let mut add = |key: u64| {
            if key != own && found < SOUNDS_TRIED && !tried[..found].contains(&key) {
                tried[found] = key;
                found += 1;
            }
        };
        for other in others(self.asked.words()[i].heard.text) {
            add(Sound::of(other.as_bytes()).key());
        }
        let segment = self.segment;
        each_deletion(&self.asked.sounds[i], |key| {
            for &sound in segment.deletions.at(key).iter().take(8) {
                add(segment.sounds[sound as usize]);
            }
        });
        found
    }

    fn list(&mut self, sounds: (u64, u64), within: &std::ops::Range<usize>) {
        let segment = self.segment;
        let list = segment.pairs.at(pair(sounds.0, sounds.1));
        if list.len() <= LIST_WHOLE {
            list.iter().for_each(|&at| self.sift(at as usize, sounds));
            return;
        }
        let unknown = segment.years[1];
        let head = list.partition_point(|&at| at < unknown);
        let from = list.partition_point(|&at| (at as usize) < within.start).max(head);
        let to = from + list[from..].partition_point(|&at| (at as usize) < within.end);
        for part in [&list[..head], &list[from..to]] {
            self.capped |= part.len() > LIST_MAX;
            part.iter().take(LIST_MAX).for_each(|&at| self.sift(at as usize, sounds));
        }
    }

    fn sift(&mut self, at: usize, sounds: (u64, u64)) {
        let [a, b] = self.asked.mark;
        let mark = self.segment.marks[at];
        let shared = (mark[0] & a).count_ones() + (mark[1] & b).count_ones();
        if shared >= self.strict && (shared >= self.good || !self.apart(at)) && self.has(at, sounds) {
            self.consider(at);
        }
    }

    /// Whether an entry has both sounds: others share its list.
    fn has(&self, at: usize, (one, other): (u64, u64)) -> bool {
        let segment = self.segment;
        let (mut first, mut second) = (false, false);
        for packed in segment.name_words(at) {
            let key = segment.lexemes[(packed & WORD_MASK) as usize].key;
            if key == one && !first {
                first = true;
            } else {
                second |= key == other;
            }
        }
        first && (second || one == other)
    }

    /// Whether an entry's birth date speaks against it, so that its name has to speak for it the more.
    fn apart(&self, at: usize) -> bool {
        let how = birth::compare(self.asked.claims.birth, Birth::from_bits(self.segment.births[at]));
        matches!(how, Dates::YearOnly | Dates::YearOther | Dates::NearYear | Dates::Apart)
    }

    fn consider(&mut self, at: usize) {
        if self.scored >= SCORED_MAX {
            self.capped = true;
            return;
        }
        let mask = self.searcher.seen.len() - 1;
        let mark = u64::from(self.searcher.question) << 32 | at as u64;
        let mut slot = (at.wrapping_mul(0x9e37_79b1)) >> 7 & mask;
        while self.searcher.seen[slot] >> 32 == u64::from(self.searcher.question) {
            if self.searcher.seen[slot] == mark {
                return;
            }
            slot = (slot + 1) & mask;
        }
        self.searcher.seen[slot] = mark;
        self.scored += 1;
        let mut sum = Sum::default();
        self.judge(at, &mut sum);
        if sum.score - f64::from(self.prior) >= SHOWN {
            let hit = Hit { record: self.segment.records[at], score: sum.score, band: Band::of(sum.score, sum.kinds) };
            (self.take)(at, hit);
        }
    }

    /// Adds all evidence about one entry.
    pub fn judge(&mut self, at: usize, sink: &mut impl Sink) {
        let segment = self.segment;
        sink.line(Fact::Prior, self.prior);
        let packed = segment.name_words(at);
        let n = packed.len().min(WORDS_MAX);
        let nothing = score::Word {
            heard: likeness::Heard { text: b"", first: 0, letters: 0, key: 0, groups: [0; 3] },
            role: Role::Unknown,
            cut: false,
            rarity: [0.0; 2],
        };
        let mut held = [nothing; WORDS_MAX];
        for (word, packed) in held.iter_mut().zip(packed) {
            *word = segment.word(*packed);
        }
        let asked = self.asked;
        let (vocabulary, memo, question) = (&self.vocabulary, &mut self.searcher.memo, self.searcher.question);
        let mut like = |i: usize, j: usize| {
            let word = packed[j] & WORD_MASK;
            if vocabulary[i] == word {
                return Likeness { kind: Kind::Same, loss: 0.0 };
            }
            let tag = u64::from(question) << 32 | u64::from(word << 3 | i as u32);
            let slot = (word.wrapping_mul(0x9e37_79b1) >> 20 ^ (i as u32) << 7) as usize & 1023;
            if memo[slot].0 != tag {
                memo[slot] = (tag, likeness::compare(&asked.words()[i].heard, &held[j].heard));
            }
            memo[slot].1
        };
        let named = score::names(Table::new(asked.words(), &held[..n], 0.0), &mut like, asked.woman(), sink);
        score::claims(&asked.claims, &segment.claims(at), named, self.frequencies, sink);
        if !asked.person.numbers.is_empty() {
            score::numbers(asked.numbers(), segment.numbers(at), sink);
        }
    }
}

/// The years that one is written for: next to it, ten from it, one digit or two exchanged.
fn years_mistaken(year: u32) -> impl Iterator<Item = u32> {
    let (units, tens, century) = (year % 10, year / 10 % 10, year / 100 * 100);
    let digits = (0..10).map(move |digit| century + tens * 10 + digit).filter(move |other| *other != year);
    let decades = (0..10).map(move |digit| century + digit * 10 + units).filter(move |other| *other != year);
    let exchanged = (units != tens).then_some(century + units * 10 + tens);
    let beyond = [year - 2, year - 1, year + 1, year + 2, year - 10, year + 10];
    let beyond = beyond
        .into_iter()
        .filter(move |other| other / 10 != year / 10 && (other / 100 != year / 100 || other % 10 != units));
    digits.chain(decades).chain(exchanged).chain(beyond)
}
