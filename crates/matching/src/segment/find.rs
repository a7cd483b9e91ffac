//! Finding who in a segment could be the person asked for, and scoring them.

use std::ops::Range;

use super::build::{PAIRED_WORDS, each_deletion, pair};
use super::of_day::{ASKED_WHOLE, each_of_day};
use super::promise::{Question, Rows};
use super::{Hit, Segment, WORD_MASK};
use crate::asked::Asked;
use crate::birth::{self, Birth, Dates, days_of, pack};
use crate::evidence::{Band, Fact, Sink, Sum};
use crate::frequency::Frequencies;
use crate::likeness::{self, OTHER};
use crate::name::{Role, WORDS_MAX};
use crate::score::{self, Table};
use crate::variant::others;
use crate::weights::SHOWN;
use crate::words::{self, NONE, hash};

/// Entries that are scored at most for one question to one segment; that it was reached is said.
const SCORED_MAX: u32 = 4096;
/// Entries of one list that are looked at at most.
const LIST_MAX: usize = 30_000;
/// A year of so few is looked through whole.
const YEAR_WHOLE: usize = 400;
/// A day of so few is looked through whoever they are.
const DAY_FEW: usize = 6;
/// Of a day of so many, more sounds have to be shared: a third of the way to what any other day asks for.
const DAY_MANY: usize = 100;
/// Of a hundred sounds of a name, how many are shared where the birth date speaks against it.
const GOOD: u32 = 80;
/// A list so short is looked through whatever the year.
const LIST_WHOLE: usize = 48;
/// A list so short comes with one fetch, and to look for its year would take longer.
const LIST_FEW: usize = 8;
/// Entries whose marks are counted together.
const TOGETHER: usize = 8;
/// Marks that come with one fetch.
const A_LINE: usize = 4;
/// Sounds that are tried in place of one that was heard, at most.
const SOUNDS_TRIED: usize = 12;

/// Stretches, lists and entries that are fetched together.
const STRETCHES: usize = 40;
const LISTED: usize = 32;
const JUDGED: usize = 16;
const SIFTED: usize = 32;

/// Reads one value of each place, all of which are then near when they are used: a read need not wait for the one before.
pub(super) fn fetch(values: impl Iterator<Item = u64>) {
    std::hint::black_box(values.fold(0, std::ops::BitXor::bitxor));
}

/// Work that waits until there is enough of it to fetch together.
struct Waiting<T, const N: usize> {
    all: [T; N],
    n: usize,
}

impl<T: Copy, const N: usize> Waiting<T, N> {
    fn new(nothing: T) -> Self {
        Waiting { all: [nothing; N], n: 0 }
    }

    fn full(&self) -> bool {
        self.n == N
    }

    fn push(&mut self, one: T) {
        self.all[self.n] = one;
        self.n += 1;
    }

    fn all(&self) -> &[T] {
        &self.all[..self.n]
    }

    /// Begins anew, and answers how many waited; they can be read until another comes.
    fn clear(&mut self) -> usize {
        std::mem::take(&mut self.n)
    }
}

/// A list of a pair of sounds, and which words asked for they are of, as bits; 0 where they are of none.
#[derive(Clone, Copy)]
struct Listed {
    sounds: (u64, u64),
    words: u8,
}

/// An entry that may be worth a look, and where a list told of it, what it has to have.
#[derive(Clone, Copy)]
struct Considered {
    at: usize,
    listed: Option<(u64, u64)>,
    /// Whether its name says so much that its birth date may speak against it.
    good: bool,
}

/// Whose birth stands where in lists: entries, and the share of all that stand before them.
struct Within {
    entries: Range<usize>,
    share: f32,
    /// Those of whom a list tells whatever their name: the birth dates of all others were looked through, or speak against them.
    year: Range<usize>,
    /// Whether all short lists are looked through whatever the year, because no day is known.
    everywhere: bool,
    /// Whether those of the words as they were asked for are, because there are few.
    small: bool,
}

/// What a search needs beside the segments, used again for each question. One a thread.
pub struct Searcher {
    seen: Vec<u64>,
    rows: Rows,
    question: u32,
}

impl Default for Searcher {
    fn default() -> Self {
        Searcher { seen: vec![0; 4 * SCORED_MAX as usize], rows: Rows::default(), question: 0 }
    }
}

impl Searcher {
    /// Where an entry is marked as seen for this question, and whether it is.
    fn slot(&self, at: usize) -> (usize, bool) {
        let mask = self.seen.len() - 1;
        let mark = u64::from(self.question) << 32 | at as u64;
        let mut slot = (at.wrapping_mul(0x9e37_79b1)) >> 7 & mask;
        while self.seen[slot] >> 32 == u64::from(self.question) {
            if self.seen[slot] == mark {
                return (slot, true);
            }
            slot = (slot + 1) & mask;
        }
        (slot, false)
    }

    fn saw(&self, at: usize) -> bool {
        self.slot(at).1
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
    stretches: Waiting<(usize, usize, u32), STRETCHES>,
    listed: Waiting<Listed, LISTED>,
    waiting: Waiting<Considered, JUDGED>,
    /// Whether some who could be it were not looked at.
    pub capped: bool,
    /// The score below which nobody is wanted any more, as better ones were found.
    pub wanted_from: f64,
    take: &'a mut dyn FnMut(Hit) -> f64,
}

impl<'a, 'p> Find<'a, 'p> {
    /// Begins a question; `take` is given each entry that could be it, and answers from which score on others are wanted.
    pub fn new(
        segment: &'a Segment,
        frequencies: &'a Frequencies,
        asked: &'a Asked<'p>,
        searcher: &'a mut Searcher,
        take: &'a mut dyn FnMut(Hit) -> f64,
    ) -> Self {
        searcher.question = searcher.question.wrapping_add(1);
        if searcher.question == 0 {
            searcher.seen.fill(0);
            searcher.rows.forget();
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
            stretches: Waiting::new((0, 0, 0)),
            listed: Waiting::new(Listed { sounds: (0, 0), words: 0 }),
            waiting: Waiting::new(Considered { at: 0, listed: None, good: true }),
            capped: false,
            wanted_from: f64::NEG_INFINITY,
            take,
        }
    }

    /// Looks everywhere the person could stand.
    pub fn run(&mut self) {
        self.look();
        self.judge_waiting();
    }

    fn look(&mut self) {
        for number in &self.asked.person.numbers {
            let segment = self.segment;
            for &at in segment.by_number.at(hash(number.as_str().as_bytes())) {
                self.consider(Considered { at: at as usize, listed: None, good: true });
            }
            segment.each_near_number(number.as_str().as_bytes(), |at| {
                self.consider(Considered { at, listed: None, good: true });
            });
        }
        if self.asked.words().is_empty() {
            return;
        }
        let birth = self.asked.claims.birth;
        if birth.unknown() {
            let all = 0..self.segment.records.len();
            self.by_pairs(all.clone(), all, true, false);
        } else if birth.span() > 0 {
            let born = self.segment.born_in(birth.year(), birth.year() + birth.span() + 1);
            self.by_pairs(born, 0..self.segment.records.len(), true, false);
        } else {
            self.by_birth(birth);
        }
    }

    fn by_birth(&mut self, birth: Birth) {
        let (y, m, d) = (birth.year(), birth.month(), birth.day());
        let year = self.segment.born_in(y, y);
        let small = year.len() <= YEAR_WHOLE;
        if small {
            self.scan(year.clone(), self.strict);
        }
        if d == 0 || birth.default_day() {
            if !small {
                let known = if m == 0 { pack(y, 0, 31) } else { pack(y, m, 31) };
                self.scan(self.segment.born(pack(y, m, 0), known), self.strict);
                self.scan_day(y, 0, 0, self.strict);
                self.scan_day(y, 1, 1, self.strict);
            }
            self.scan_waiting();
            self.by_pairs(self.segment.born_in(y - 1, y + 1), 0..self.segment.records.len(), true, false);
            return;
        }
        self.scan_day(y, m, d, self.loose);
        let few = self.asked.words().len() <= 2;
        if d <= 12 && d != m {
            self.scan_day(y, d, m, self.loose);
            self.scan_day(y - 1, d, m, self.strict);
            self.scan_day(y + 1, d, m, self.strict);
        }
        // Of few people the days of all years that one is mistaken for are soon read.
        let scanned = few || small;
        if scanned {
            self.by_days_mistaken(birth, small);
        }
        self.scan_waiting();
        if !scanned {
            self.of_day(birth);
        }
        self.by_pairs(if small && !few { 0..0 } else { year.clone() }, year, few, small);
    }

    /// Looks through the days that one is mistaken for: of a name of two words, one error leaves no pair of them.
    fn by_days_mistaken(&mut self, birth: Birth, small: bool) {
        let (y, m, d) = (birth.year(), birth.month(), birth.day());
        if !small {
            self.scan_day(y, 0, 0, self.strict);
            self.scan_day(y, 1, 1, self.strict);
            self.scan_day(y, m, 0, self.strict);
            for (month, day) in
                [(m, d.wrapping_sub(1)), (m, d + 1), (m - 1, d), (m + 1, d), (m, d + 10), (m, d.wrapping_sub(10))]
            {
                if (1..=12).contains(&month) && (1..=days_of(y, month)).contains(&day) {
                    self.scan_day(y, month, day, self.strict);
                }
            }
        }
        years_mistaken(y, |other| self.scan_day(other, m, d, self.strict));
    }

    /// Looks through those of the same day in any year who have a given name and a surname of those asked for.
    fn of_day(&mut self, birth: Birth) {
        let (segment, words) = (self.segment, self.asked.words());
        let (mut keys, mut roles) = ([0; WORDS_MAX], [Role::Unknown; WORDS_MAX]);
        for ((word, key), role) in words.iter().zip(&mut keys).zip(&mut roles) {
            (*key, *role) = (word.heard.key, word.role);
        }
        let (mut listed, mut n) = ([(0, (0, 0)); LISTED], 0);
        each_of_day(&keys[..words.len()], &roles[..words.len()], birth, ASKED_WHOLE, |key, sounds| {
            listed[n] = (key, sounds);
            n += 1;
        });
        let listed = &listed[..n];
        fetch(listed.iter().map(|(key, _)| segment.of_day.end(*key).into()));
        let mut lists: [&[u32]; LISTED] = [&[]; LISTED];
        for (list, (key, _)) in lists.iter_mut().zip(listed) {
            *list = segment.of_day.at(*key);
        }
        fetch(lists[..n].iter().map(|list| list.first().copied().unwrap_or(0).into()));
        for (list, (_, sounds)) in lists.iter().zip(listed) {
            self.capped |= list.len() > LIST_MAX;
            self.sift(&list[..list.len().min(LIST_MAX)], *sounds, &(0..segment.records.len()));
        }
    }

    /// Whether a day of birth is asked for that is known as such.
    fn dated(&self) -> bool {
        let birth = self.asked.claims.birth;
        birth.day() > 0 && !birth.default_day()
    }

    fn scan_day(&mut self, year: u32, month: u32, day: u32, need: u32) {
        let born = self.segment.days.born(year, month, day);
        // Where few were born on a day, one sound in common is enough to look.
        let need = match born.len() {
            ..=DAY_FEW if need == self.loose => 1,
            DAY_MANY.. if need == self.loose => self.loose + (self.strict - self.loose) / 3,
            _ => need,
        };
        self.scan(born, need);
    }

    /// Has entries that stand together looked through.
    fn scan(&mut self, range: Range<usize>, need: u32) {
        if range.is_empty() {
            return;
        }
        if self.stretches.full() {
            self.scan_waiting();
        }
        self.stretches.push((range.start, range.end, need));
    }

    /// Looks through the stretches that wait: each is fetched before any is read, as memory is far away.
    fn scan_waiting(&mut self) {
        let (marks, stretches) = (&self.segment.marks, self.stretches.all());
        fetch(stretches.iter().flat_map(|(start, end, _)| (*start..*end).step_by(A_LINE)).map(|at| marks[at][0]));
        for next in 0..self.stretches.clear() {
            let (start, end, need) = self.stretches.all[next];
            self.scan_now(start..end, need);
        }
    }

    fn scan_now(&mut self, range: Range<usize>, need: u32) {
        let (mark, segment, mut start) = (self.asked.mark, self.segment, range.start);
        for marks in segment.marks[range].chunks(TOGETHER) {
            // Counted together before any is looked at, which the compiler does several at a time.
            let mut shared = [0u32; TOGETHER];
            for (shared, held) in shared.iter_mut().zip(marks) {
                *shared = words::shared(*held, mark);
            }
            for (at, shared) in shared.iter().enumerate().take(marks.len()) {
                if *shared >= need {
                    self.consider(Considered { at: start + at, listed: None, good: true });
                }
            }
            start += marks.len();
        }
    }

    /// Looks through the lists of pairs of words: those born within `entries`, the unknown, and whoever is in a short list.
    fn by_pairs(&mut self, entries: Range<usize>, year: Range<usize>, wide: bool, small: bool) {
        let share = entries.start as f32 / self.segment.records.len().max(1) as f32;
        let within = Within { entries, share, year, everywhere: !self.dated(), small };
        let words = self.asked.words();
        let n = words.len();
        let keys: [u64; WORDS_MAX] = std::array::from_fn(|at| words.get(at).map_or(0, |word| word.heard.key));
        for i in 0..n {
            for j in i + 1..n.min(PAIRED_WORDS + 2) {
                self.list(Listed { sounds: (keys[i], keys[j]), words: 1 << i | 1 << j }, &within);
            }
        }
        if n == 1 {
            self.list(Listed { sounds: (keys[0], keys[0]), words: 1 }, &within);
        }
        let near = if wide { n } else { 0 };
        for i in 0..near {
            let mut tried = [0u64; SOUNDS_TRIED];
            let found = self.sounds_near(i, &mut tried);
            for &key in &tried[..found] {
                for (j, &other) in keys.iter().enumerate().take(n.min(PAIRED_WORDS)) {
                    if i != j {
                        self.list(Listed { sounds: (key, other), words: 0 }, &within);
                    }
                }
                if n == 1 {
                    self.list(Listed { sounds: (key, key), words: 0 }, &within);
                }
            }
        }
        self.list_waiting(&within);
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
        others(self.asked.words()[i].heard.groups).for_each(|(_, key)| add(key));
        let segment = self.segment;
        if !self.dated() {
            let known = self.vocabulary[i] != NONE;
            segment.each_cut(&self.asked.words()[i], known, |word| add(segment.lexemes[word as usize].key));
        }
        each_deletion(&self.asked.sounds[i], |key| {
            for &sound in segment.deletions.at(key).iter().take(8) {
                add(segment.sounds[sound as usize]);
            }
        });
        found
    }

    fn list(&mut self, listed: Listed, within: &Within) {
        if self.listed.full() {
            self.list_waiting(within);
        }
        self.listed.push(listed);
    }

    /// Looks through the lists that wait, fetched together: first where they are, then where in them the year likely is.
    fn list_waiting(&mut self, within: &Within) {
        let (pairs, waiting) = (&self.segment.pairs, self.listed.all());
        let mut lists: [&[u32]; LISTED] = [&[]; LISTED];
        fetch(waiting.iter().map(|listed| pairs.end(pair(listed.sounds.0, listed.sounds.1)).into()));
        for (list, listed) in lists.iter_mut().zip(waiting) {
            *list = pairs.at(pair(listed.sounds.0, listed.sounds.1));
        }
        let whole = if within.everywhere { u32::MAX } else { self.cover(&lists, within.small) };
        let lists = &lists[..self.listed.clear()];
        fetch(lists.iter().map(|list| list.get(likely(list, within.share)).copied().unwrap_or(0).into()));
        for (next, list) in lists.iter().enumerate() {
            self.list_now(list, self.listed.all[next].sounds, within, whole >> next & 1 == 1);
        }
    }

    /// Lists, as bits, of which one holds whoever has all words but one: for each word the shortest without it. Of few people,
    /// or words, all lists of the words as they were asked for.
    fn cover(&self, lists: &[&[u32]; LISTED], small: bool) -> u32 {
        let (waiting, words) = (self.listed.all(), self.asked.words().len());
        let mut chosen = 0;
        if small || words <= 2 {
            let own = (0..waiting.len()).filter(|&at| waiting[at].words != 0);
            return own.fold(0, |chosen, at| chosen | 1 << at);
        }
        for word in 0..words {
            let without = (0..waiting.len()).filter(|&at| waiting[at].words >> word & 1 == 0);
            chosen |= without.min_by_key(|&at| lists[at].len()).map_or(0, |at| 1 << at);
        }
        chosen
    }

    fn list_now(&mut self, list: &[u32], sounds: (u64, u64), within: &Within, whole: bool) {
        if list.len() <= if whole { LIST_WHOLE } else { LIST_FEW } {
            self.sift(list, sounds, &within.year);
            return;
        }
        let unknown = self.segment.years[1];
        // Whose birth is unknown stands first, and hardly anyone's is.
        let head = if unknown == 0 || list[0] >= unknown { 0 } else { list.partition_point(|&at| at < unknown) };
        let from = before(list, within.entries.start, likely(list, within.share)).max(head);
        let to = from + before(&list[from..], within.entries.end, 0);
        for part in [&list[..head], &list[from..to]] {
            self.capped |= part.len() > LIST_MAX;
            self.sift(&part[..part.len().min(LIST_MAX)], sounds, &within.year);
        }
    }

    /// Looks through a list: the marks of many are fetched before any entry is looked at closer.
    fn sift(&mut self, list: &[u32], sounds: (u64, u64), year: &Range<usize>) {
        let (mark, unknown) = (self.asked.mark, self.segment.years[1] as usize);
        for some in list.chunks(SIFTED) {
            let mut shared = [0u32; SIFTED];
            for (shared, &at) in shared.iter_mut().zip(some) {
                *shared = words::shared(self.segment.marks[at as usize], mark);
            }
            for (&shared, &at) in shared.iter().zip(some) {
                let (at, good) = (at as usize, shared >= self.good);
                if shared >= self.strict && (good || at < unknown || year.contains(&at)) && !self.searcher.saw(at) {
                    self.consider(Considered { at, listed: Some(sounds), good });
                }
            }
        }
    }

    /// Whether an entry has both sounds: others share its list.
    fn has(&self, at: usize, (one, other): (u64, u64)) -> bool {
        let segment = self.segment;
        let (mut first, mut second) = (false, false);
        for packed in segment.name_words(at).iter() {
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
        let how = birth::compare(self.asked.claims.birth, self.segment.entries[at].birth());
        matches!(how, Dates::YearOnly | Dates::YearOther | Dates::NearYear | Dates::Apart)
    }

    fn consider(&mut self, considered: Considered) {
        if self.waiting.full() {
            self.judge_waiting();
        }
        self.waiting.push(considered);
    }

    /// Judges the entries that wait, whose words are fetched together.
    fn judge_waiting(&mut self) {
        let (entries, lexemes, waiting) = (&self.segment.entries, &self.segment.lexemes, self.waiting.all());
        fetch(waiting.iter().map(|one| entries[one.at].birth_and_sex.into()));
        let words = waiting.iter().flat_map(|one| entries[one.at].words_within());
        fetch(words.map(|packed| lexemes[(packed & WORD_MASK) as usize].key));
        for next in 0..self.waiting.clear() {
            let Considered { at, listed, good } = self.waiting.all[next];
            if listed.is_none_or(|sounds| (good || !self.apart(at)) && self.has(at, sounds)) {
                self.weigh(at);
            }
        }
    }

    /// Weighs an entry, unless this question did.
    fn weigh(&mut self, at: usize) {
        let (slot, seen) = self.searcher.slot(at);
        if seen {
            return;
        }
        if self.scored >= SCORED_MAX {
            self.capped = true;
            return;
        }
        self.searcher.seen[slot] = u64::from(self.searcher.question) << 32 | at as u64;
        self.scored += 1;
        let (question, wanted) = (self.question(), SHOWN.max(self.wanted_from - f64::from(self.prior)));
        if f64::from(question.most(&mut self.searcher.rows, at)) < wanted {
            return;
        }
        let mut sum = Sum::default();
        self.judge(at, &mut sum);
        if sum.score - f64::from(self.prior) >= SHOWN {
            let hit = Hit { record: self.segment.records[at], score: sum.score, band: Band::of(sum.score, sum.kinds) };
            self.wanted_from = (self.take)(hit);
        }
    }

    pub(super) fn question(&self) -> Question<'a, 'p> {
        let Find { segment, frequencies, asked, vocabulary, .. } = *self;
        Question { segment, frequencies, asked, vocabulary, number: self.searcher.question }
    }

    /// Adds all evidence about one entry.
    pub fn judge(&mut self, at: usize, sink: &mut impl Sink) {
        let segment = self.segment;
        sink.line(Fact::Prior, self.prior);
        let packed = segment.name_words(at);
        let n = packed.len();
        let nothing = score::Word {
            heard: likeness::Heard { text: b"", first: 0, letters: 0, key: 0, groups: [0; 3] },
            role: Role::Unknown,
            cut: false,
            rarity: [0.0; 2],
        };
        let mut held = [nothing; WORDS_MAX];
        for (word, packed) in held.iter_mut().zip(packed.iter()) {
            *word = segment.word(*packed);
        }
        let (asked, question, rows) = (self.asked, self.question(), &mut self.searcher.rows);
        let mut beside = [[(OTHER, 0.0); WORDS_MAX]; WORDS_MAX];
        for (beside, packed) in beside.iter_mut().zip(packed.iter()) {
            *beside = question.beside(rows, *packed);
        }
        let table = Table::new(asked.words(), &held[..n], 0.0);
        let named = score::names(table, |i, j| beside[j][i], asked.woman(), sink);
        score::claims(&asked.claims, &segment.claims(at), named, self.frequencies, sink);
        if !asked.person.numbers.is_empty() {
            score::numbers(asked.numbers(), segment.numbers(at), sink);
        }
    }
}

/// Where in a list those stand before whom a share of all stands, if the list's are spread as all are.
fn likely(list: &[u32], share: f32) -> usize {
    (list.len() as f32 * share) as usize
}

/// How many of a sorted list stand before a bound, sought from where it is likely.
fn before(list: &[u32], bound: usize, likely: usize) -> usize {
    let below = |at: usize| (list[at] as usize) < bound;
    let likely = likely.min(list.len());
    let (mut low, mut high, mut step) = (likely, likely, 4);
    if likely < list.len() && below(likely) {
        while high < list.len() && below(high) {
            (low, high) = (high + 1, high + step);
            step *= 4;
        }
        high = high.min(list.len());
    } else {
        while low > 0 && !below(low - 1) {
            (high, low) = (low - 1, low.saturating_sub(step));
            step *= 4;
        }
    }
    low + list[low..high].partition_point(|&at| (at as usize) < bound)
}

/// Tells the years that one is written for: those that share all digits but one, two exchanged, those next to it.
fn years_mistaken(year: u32, mut tell: impl FnMut(u32)) {
    let (units, tens, century) = (year % 10, year / 10 % 10, year / 100 * 100);
    let decade = century + tens * 10;
    // The two next to it are in another decade at its ends.
    (decade.min(year - 2)..=(decade + 9).max(year + 2)).filter(|other| *other != year).for_each(&mut tell);
    (0..10).filter(|digit| *digit != tens).for_each(|digit| tell(century + digit * 10 + units));
    [year - 10, year + 10].into_iter().filter(|other| other / 100 != year / 100).for_each(&mut tell);
    if units != tens {
        tell(century + units * 10 + tens);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_found_from_wherever_it_is_sought() {
        let list: Vec<u32> = (0..200).map(|at| at * at / 7).collect();
        for bound in [0, 1, 5, 100, 3_000, 5_657, 5_658, 9_000] {
            let expected = list.partition_point(|&at| (at as usize) < bound);
            for likely in [0, 1, 17, 100, 199, 200, 500] {
                assert_eq!(before(&list, bound, likely), expected, "{bound} {likely}");
            }
        }
        assert_eq!(before(&[], 3, 1), 0);
    }

    #[test]
    fn years_that_are_one_slip_away_are_looked_through() {
        let mistaken = |year: u32| {
            let mut all = Vec::new();
            years_mistaken(year, |other| all.push(other));
            all
        };
        for (year, others) in
            [(1990, vec![1989, 1988, 1991, 1992, 1980, 2000, 1999, 1910]), (1978, vec![1987, 1979, 1968, 1977])]
        {
            let found = mistaken(year);
            others.iter().for_each(|other| assert!(found.contains(other), "{year} {other}"));
            assert!(!found.contains(&(year - 13)) && found.len() < 30, "{found:?}");
        }
    }
}
