//! The most that an entry can weigh, from what each of its words is to the words asked for: most entries end here.

use super::{CUT_BIT, Segment, WORD_MASK};
use crate::asked::Asked;
use crate::evidence::Sum;
use crate::frequency::Frequencies;
use crate::likeness::{Kind, Likeness, OTHER, SAME};
use crate::name::{Role, WORDS_MAX};
use crate::score::{self, Word};
use crate::weights as w;
use crate::words::NONE;

/// Rows that are kept; a power of two.
const ROWS: usize = 1024;
/// Pairs of words that are remembered; a power of two.
const REMEMBERED: usize = 1 << 14;
/// What sums of rounded numbers may be off by.
const ROUNDING: f32 = 0.01;

/// What a word of the register, in its role, is to all words asked for together. Words come back, so rows are kept for a question.
#[derive(Clone, Copy)]
struct Row {
    question: u32,
    packed: u32,
    /// The most that it can weigh beside any word asked for.
    most: f32,
    /// The words asked for that it may stand for, as bits.
    stands_for: u8,
    /// Whether it may be one word where the other side has two, which no single pair shows.
    joins: bool,
}

/// What the word of a row is to each word asked for that it may stand for, and what that weighs.
type Beside = [(Likeness, f32); WORDS_MAX];
/// What a word is to one that it does not stand for.
const APART: (Likeness, f32) = (OTHER, f32::NEG_INFINITY);

/// What a word of a segment is to another, remembered from question to question: common names come back in most of them.
#[derive(Clone, Copy)]
struct Remembered {
    /// The segment that numbers the words; 0 for none.
    segment: u32,
    /// The words, and whether each was cut: asked, held.
    words: [u32; 2],
    /// Their likeness, apart: so it takes less memory.
    loss: f32,
    kind: Kind,
    joins: bool,
}

/// The rows of the question that is being asked; most words stand for none, so what they are beside each is kept apart.
pub(super) struct Rows {
    rows: Vec<Row>,
    beside: Vec<Beside>,
    remembered: Vec<Remembered>,
}

impl Default for Rows {
    fn default() -> Rows {
        let nothing = Row { question: 0, packed: NONE, most: 0.0, stands_for: 0, joins: false };
        let forgotten = Remembered { segment: 0, words: [NONE; 2], loss: 0.0, kind: Kind::Other, joins: false };
        Rows {
            rows: vec![nothing; ROWS],
            beside: vec![[APART; WORDS_MAX]; ROWS],
            remembered: vec![forgotten; REMEMBERED],
        }
    }
}

impl Rows {
    pub fn forget(&mut self) {
        self.rows.iter_mut().for_each(|row| row.question = 0);
    }
}

/// One question to one segment, as words are compared for it.
#[derive(Clone, Copy)]
pub(super) struct Question<'a, 'p> {
    pub segment: &'a Segment,
    pub frequencies: &'a Frequencies,
    pub asked: &'a Asked<'p>,
    /// The words asked for as the segment numbers them.
    pub vocabulary: [u32; WORDS_MAX],
    pub number: u32,
}

impl Question<'_, '_> {
    /// What a word of an entry is to each word asked for, and what that weighs.
    pub fn beside(&self, rows: &mut Rows, packed: u32) -> Beside {
        let (at, row) = self.row(rows, packed);
        let mut beside = [APART; WORDS_MAX];
        for (i, beside) in beside.iter_mut().enumerate().take(self.asked.words().len()) {
            if row.stands_for >> i & 1 == 1 {
                *beside = rows.beside[at][i];
            }
        }
        beside
    }

    fn row(&self, rows: &mut Rows, packed: u32) -> (usize, Row) {
        let at = packed.wrapping_mul(0x9e37_79b1) as usize >> 22 & (ROWS - 1);
        if rows.rows[at].question != self.number || rows.rows[at].packed != packed {
            rows.rows[at] = self.compared(packed, &mut rows.beside[at], &mut rows.remembered);
        }
        (at, rows.rows[at])
    }

    fn compared(&self, packed: u32, beside: &mut Beside, remembered: &mut [Remembered]) -> Row {
        let held = self.segment.word(packed);
        let mut row = Row { question: self.number, packed, most: 0.0, stands_for: 0, joins: false };
        for (i, asked) in self.asked.words().iter().enumerate() {
            let like = if self.vocabulary[i] == packed & WORD_MASK {
                SAME
            } else if score::may_be(&asked.heard, &held.heard) {
                let (like, joins) = self.likened((i, asked), (packed, &held), remembered);
                row.joins |= joins;
                like
            } else {
                continue;
            };
            if like.kind == Kind::Other {
                continue;
            }
            let weight = score::weigh(like, asked, &held);
            // What weighs no more is not taken for the word anywhere.
            if weight > score::PAIRED_FROM {
                beside[i] = (like, weight);
                row.stands_for |= 1 << i;
                row.most = row.most.max(weight);
            }
        }
        row
    }

    /// What a word held is to one asked for, by number, and whether it may be one where the other side has two.
    fn likened(
        &self,
        (i, asked): (usize, &Word<'_>),
        (packed, held): (u32, &Word<'_>),
        remembered: &mut [Remembered],
    ) -> (Likeness, bool) {
        let compared = || (score::liken(asked, held), score::joins(&asked.heard, &held.heard));
        let asked_for = self.vocabulary[i];
        if asked_for == NONE {
            return compared();
        }
        let words = [asked_for | if asked.cut { CUT_BIT } else { 0 }, packed & (WORD_MASK | CUT_BIT)];
        let scattered = (words[0].wrapping_mul(0x9e37_79b1) ^ words[1]).wrapping_mul(0x85eb_ca6b);
        let place = &mut remembered[(scattered >> 8) as usize & (REMEMBERED - 1)];
        if place.segment != self.segment.serial || place.words != words {
            let (like, joins) = compared();
            let Likeness { kind, loss } = like;
            *place = Remembered { segment: self.segment.serial, words, loss, kind, joins };
        }
        (Likeness { kind: place.kind, loss: place.loss }, place.joins)
    }

    /// No less than the evidence for an entry is, without its letters.
    pub fn most(&self, rows: &mut Rows, at: usize) -> f32 {
        let mut beside = Sum::default();
        let (one, other) = (&self.asked.claims, self.segment.claims(at));
        // A given name that agrees makes another sex cheaper and the same sex say less: whichever speaks for it more.
        score::claims(one, &other, one.sex != other.sex, self.frequencies, &mut beside);
        if !self.asked.person.numbers.is_empty() {
            score::numbers(self.asked.numbers(), self.segment.numbers(at), &mut beside);
        }
        let (mut agreed, mut paired, mut crossed) = (0.0, 0u8, false);
        let (mut left, mut married) = ([0u8; 3], self.asked.married());
        // The most that each word asked for weighs beside any held: no word is taken twice, on neither side.
        let mut most = [0.0f32; WORDS_MAX];
        let (given, surnames) = self.asked.columns();
        for &packed in self.segment.name_words(at).iter() {
            let (slot, row) = self.row(rows, packed);
            if row.joins {
                return f32::INFINITY;
            }
            let mut stands_for = row.stands_for;
            while stands_for != 0 {
                let i = stands_for.trailing_zeros() as usize;
                most[i] = most[i].max(rows.beside[slot][i].1);
                stands_for &= stands_for - 1;
            }
            agreed += row.most;
            paired |= row.stands_for;
            let role = Role::from_bits(packed >> super::ROLE_SHIFT);
            married |= role == Role::Married;
            left[score::column(role)] += u8::from(row.stands_for == 0);
            let across = if role == Role::Given { surnames } else { given };
            crossed |= role != Role::Unknown && row.stands_for & across != 0;
        }
        let unpaired = |mask: u8| (mask & !paired).count_ones() as u8;
        let (asked_given, asked_surnames) = (unpaired(given), unpaired(surnames));
        let surname = match (married, self.asked.woman()) {
            (true, _) => w::MARRIED_CONTRADICTED,
            (_, true) => w::WOMANS_SURNAME_CONTRADICTED,
            _ => w::SECOND_SURNAME_CONTRADICTED,
        };
        let mut against = against(asked_given.min(left[0]), asked_surnames.min(left[1]), surname);
        if crossed {
            // Then surnames stand against given names.
            let exchanged = self::against(asked_surnames.min(left[0]), asked_given.min(left[1]), surname);
            against = against.max(w::FIELDS_EXCHANGED + exchanged);
        }
        let agreed = f32::min(agreed, most.iter().sum());
        beside.score as f32 + agreed + w::namesakes(agreed) + against + ROUNDING
    }
}

/// The least that given names and surnames without a counterpart on either side cost, and the first surname of them.
fn against(given: u8, surnames: u8, surname: f32) -> f32 {
    let each = |n: u8, first: f32, further: f32| if n == 0 { 0.0 } else { first + f32::from(n - 1) * further };
    each(given, w::SECOND_GIVEN_CONTRADICTED, w::FURTHER_GIVEN_CONTRADICTED)
        + each(surnames, surname, w::FURTHER_SURNAME_CONTRADICTED)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asked::each_way;
    use crate::person::{Fields, Person};
    use crate::segment::{Builder, Find, Searcher};

    const PEOPLE: [[&str; 5]; 16] = [
        ["Hernández López", "María José", "F", "1984-03-12", "GTM"],
        ["Hernandes", "Mariajosé", "F", "1984-12-03", "GTM"],
        ["López Hernández", "José María", "M", "1984", "HND"],
        ["María", "López", "", "1984-03-12", ""],
        ["Hernández de Pérez", "Ma.", "F", "1984-03-13", "GTM"],
        ["Jean-Baptiste", "Pierre", "M", "1990-01-01", "HTI"],
        ["Pierre", "Jean Batis", "M", "1990", "HTI"],
        ["Jean", "Marie Rose", "F", "1991-01-01", "HTI"],
        ["Deleón Paz", "Ana", "F", "1970-05-05", "SLV"],
        ["de León", "Ana Paz", "M", "1970-05-06", "SLV"],
        ["Wang", "Xiaoming", "M", "1988-08-08", "CHN"],
        ["Xiao", "Ming Wang", "M", "1988-08-08", "CHN"],
        ["Singh", "Gurpreet", "", "", "IND"],
        ["Tzoc Caal", "J", "M", "1999-09-19", "GTM"],
        ["Martínez", "JC", "M", "1999-09-19", "GTM"],
        ["Martín", "Juan Carlos", "M", "1999-09-19", "GTM"],
    ];

    fn person([surnames, given, sex, birth, nationality]: [&str; 5]) -> Person {
        Person::from_fields(Fields { surnames, given, sex, birth, nationality, number: "" })
    }

    /// How many entries were ruled out; an error where one weighs more than it promised less `short`.
    fn held_to(short: f32) -> Result<usize, String> {
        let frequencies = Frequencies::shipped();
        let mut builder = Builder::new();
        PEOPLE.iter().enumerate().for_each(|(at, one)| builder.push(at as u64, &person(*one)));
        let segment = builder.build(&frequencies);
        let (mut ruled_out, mut broken) = (0, None);
        for one in PEOPLE.map(person) {
            each_way(&one, &frequencies, |asked| {
                let (mut searcher, mut take) = (Searcher::default(), |_: super::super::Hit| f64::NEG_INFINITY);
                let mut find = Find::new(&segment, &frequencies, asked, &mut searcher, &mut take);
                for at in 0..PEOPLE.len() {
                    let most = find.question().most(&mut Rows::default(), at) - short;
                    let mut sum = Sum::default();
                    find.judge(at, &mut sum);
                    ruled_out += usize::from(most < 0.0);
                    if sum.score as f32 > most {
                        broken = Some(format!("{:?}: {} > {most}", segment.texts(at), sum.score));
                    }
                }
            });
        }
        broken.map_or(Ok(ruled_out), Err)
    }

    #[test]
    fn what_is_remembered_of_the_words_of_one_segment_is_not_believed_of_another() {
        let frequencies = Frequencies::shipped();
        // As each segment numbers its words, the second of one is where the second of the other is.
        let [near, far] = [["Hernández", "Hernándes"], ["Hernández", "Quiroga"]].map(|surnames| {
            let mut builder = Builder::new();
            (0..)
                .zip(surnames)
                .for_each(|(at, surname)| builder.push(at, &person([surname, "", "", "1984-03-12", ""])));
            builder.build(&frequencies)
        });
        let asked = person(["Hernández", "", "", "1984-03-12", ""]);
        let found = |segment: &Segment, searcher: &mut Searcher| {
            let mut hits = Vec::new();
            each_way(&asked, &frequencies, |asked| {
                let mut take = |hit: super::super::Hit| {
                    hits.push((hit.record, hit.score));
                    f64::NEG_INFINITY
                };
                Find::new(segment, &frequencies, asked, searcher, &mut take).run();
            });
            hits.sort_by_key(|hit| hit.0);
            hits
        };
        let mut searcher = Searcher::default();
        let [one, other] = [&near, &far].map(|segment| found(segment, &mut Searcher::default()));
        assert_ne!(one, other);
        for (segment, expected) in [(&near, &one), (&far, &other), (&near, &one)] {
            assert_eq!(&found(segment, &mut searcher), expected);
        }
    }

    #[test]
    fn nobody_weighs_more_than_was_promised() {
        let ruled_out = held_to(0.0).expect("a promise holds");
        assert!(ruled_out > PEOPLE.len() * PEOPLE.len() / 2, "{ruled_out}");
        assert!(held_to(1.5).is_err());
    }
}
