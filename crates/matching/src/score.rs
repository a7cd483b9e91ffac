//! The score of two records: names word by word in their roles, birth, sex, nationality, numbers.

use crate::birth::{self, Birth};
use crate::evidence::{Fact, Numbers, Sink};
use crate::frequency::Frequencies;
use crate::likeness::{self, Heard, Kind, Likeness, OTHER};
use crate::name::{Role, WORDS_MAX};
use crate::variant::related;
use crate::weights as w;

/// A word of one side, ready to be compared.
#[derive(Clone, Copy)]
pub(crate) struct Word<'t> {
    pub heard: Heard<'t>,
    pub role: Role,
    pub cut: bool,
    /// ln of one in how many: as a given name, as a surname.
    pub rarity: [f32; 2],
}

/// What is compared beside names.
#[derive(Clone, Copy, Default)]
pub(crate) struct Claims {
    pub birth: Birth,
    /// 0 unknown, 1 F, 2 M.
    pub sex: u32,
    pub nationalities: [u16; 2],
}

/// Adds the evidence of two names; answers whether a given name agreed.
///
/// `like` answers what a word asked for is to a word held, and what that weighs.
pub(crate) fn names(
    mut table: Table<'_, '_>,
    like: impl Fn(usize, usize) -> (Likeness, f32),
    woman: bool,
    sink: &mut impl Sink,
) -> bool {
    table.fill(like);
    let straight = table.assign(false);
    let exchanged = table.crossed(&straight).then(|| table.assign(true));
    let (ways, flipped) = match exchanged {
        Some(other) => {
            let (a, b) = (table.total(&straight, false, woman), table.total(&other, true, woman) + w::FIELDS_EXCHANGED);
            if b > a { (other, true) } else { (straight, false) }
        }
        None => (straight, false),
    };
    table.tell(&ways, flipped, woman, sink)
}

/// Who stands for whom: for each word asked, the word held, or `WORDS_MAX` for none.
type Ways = [u8; WORDS_MAX];
const NOBODY: u8 = WORDS_MAX as u8;
/// Two words that weigh no more than this are not taken for one, wherever they stand.
pub(crate) const PAIRED_FROM: f32 = -3.0;

pub(crate) struct Table<'a, 't> {
    alike: f32,
    asked: &'a [Word<'t>],
    held: &'a [Word<'t>],
    like: [[Likeness; WORDS_MAX]; WORDS_MAX],
    /// What each likeness weighs, wherever the two words stand.
    weight: [[f32; WORDS_MAX]; WORDS_MAX],
    /// Second halves of words that the other side has as one, as bits: asked, held.
    swallowed: [u32; 2],
}

impl<'a, 't> Table<'a, 't> {
    /// Puts two names beside each other.
    ///
    /// `alike` is 0 between people who met by chance, and more where somebody put two names side by side because they are alike.
    pub fn new(asked: &'a [Word<'t>], held: &'a [Word<'t>], alike: f32) -> Self {
        let (asked, held) = (&asked[..asked.len().min(WORDS_MAX)], &held[..held.len().min(WORDS_MAX)]);
        let (like, weight) = ([[OTHER; WORDS_MAX]; WORDS_MAX], [[f32::NEG_INFINITY; WORDS_MAX]; WORDS_MAX]);
        Table { alike, asked, held, like, weight, swallowed: [0; 2] }
    }

    fn fill(&mut self, like: impl Fn(usize, usize) -> (Likeness, f32)) {
        for i in 0..self.asked.len() {
            for j in 0..self.held.len() {
                let (like, weight) = like(i, j);
                self.put(i, j, like, weight);
            }
        }
        self.join();
    }

    fn put(&mut self, i: usize, j: usize, like: Likeness, weight: f32) {
        self.like[i][j] = like;
        self.weight[i][j] = match like.kind {
            Kind::Other => f32::NEG_INFINITY,
            _ if self.alike > 0.0 => chosen(weight, like, self.alike),
            _ => weight,
        };
    }

    /// Finds words that one side has as one and the other as two: `MARIAJOSE`, `DE LA O`, `JIN PING`, `JC`.
    fn join(&mut self) {
        let (asked, held) = (self.asked, self.held);
        for (i, whole) in asked.iter().enumerate() {
            let found = held.windows(2).enumerate().find_map(|(j, parts)| Some((j, run_together(whole, parts)?)));
            if let Some((j, like)) = found {
                self.swallowed[1] |= 1 << (j + 1);
                self.weight.iter_mut().for_each(|row| row[j + 1] = f32::NEG_INFINITY);
                self.put(i, j, like, weigh(like, whole, &held[j]));
            }
        }
        for (j, whole) in held.iter().enumerate() {
            let found = asked.windows(2).enumerate().find_map(|(i, parts)| Some((i, run_together(whole, parts)?)));
            if let Some((i, like)) = found {
                self.swallowed[0] |= 1 << (i + 1);
                self.weight[i + 1] = [f32::NEG_INFINITY; WORDS_MAX];
                self.put(i, j, like, weigh(like, &asked[i], whole));
            }
        }
    }

    fn role(&self, i: usize, flipped: bool) -> Role {
        match self.asked[i].role {
            Role::Given if flipped => Role::Paternal,
            role if flipped && role.surname() => Role::Given,
            role => role,
        }
    }

    fn gain(&self, i: usize, j: usize, flipped: bool) -> f32 {
        self.weight[i][j] + order(self.role(i, flipped), self.held[j].role, flipped)
    }

    /// Pairs words, the best pair first.
    fn assign(&self, flipped: bool) -> Ways {
        let mut ways = [NOBODY; WORDS_MAX];
        let mut taken = 0u32;
        // Those that may pair, which few of all do.
        let mut pairs = [(0.0f32, 0u8, 0u8); WORDS_MAX * WORDS_MAX];
        let mut n = 0;
        for i in 0..self.asked.len() {
            for j in (0..self.held.len()).filter(|&j| self.weight[i][j] > PAIRED_FROM) {
                // Of equal pairs the one in its own place: María José María.
                let gain = self.gain(i, j, flipped) - if i == j { 0.0 } else { 1e-4 * i.abs_diff(j) as f32 };
                if gain > PAIRED_FROM {
                    pairs[n] = (gain, i as u8, j as u8);
                    n += 1;
                }
            }
        }
        loop {
            let mut best = (PAIRED_FROM, 0, 0);
            for &(gain, i, j) in &pairs[..n] {
                if gain > best.0 && ways[i as usize] == NOBODY && taken >> j & 1 == 0 {
                    best = (gain, i, j);
                }
            }
            if best.0 <= PAIRED_FROM {
                return ways;
            }
            ways[best.1 as usize] = best.2;
            taken |= 1 << best.2;
        }
    }

    /// Whether a word stands in another's field, so that an exchange of fields may say it better.
    fn crossed(&self, ways: &Ways) -> bool {
        (0..self.asked.len()).any(|i| {
            ways[i] != NOBODY && {
                let (a, b) = (self.asked[i].role, self.held[ways[i] as usize].role);
                a == Role::Given && b.surname() || a.surname() && b == Role::Given
            }
        })
    }

    fn total(&self, ways: &Ways, flipped: bool, woman: bool) -> f32 {
        let paired: f32 =
            (0..self.asked.len()).filter(|&i| ways[i] != NOBODY).map(|i| self.gain(i, ways[i] as usize, flipped)).sum();
        let rest = self.rest(ways, flipped, woman);
        paired + rest.omitted_weight + rest.contradicted_weight
    }

    fn tell(&self, ways: &Ways, flipped: bool, woman: bool, sink: &mut impl Sink) -> bool {
        let (mut given, mut agreed) = (false, 0.0);
        if flipped {
            sink.line(Fact::FieldsExchanged, w::FIELDS_EXCHANGED);
        }
        for i in (0..self.asked.len()).filter(|&i| ways[i] != NOBODY) {
            let j = ways[i] as usize;
            let kind = self.like[i][j].kind;
            given |= matches!(kind, Kind::Same | Kind::Writing) && self.held[j].role == Role::Given;
            let gain = self.gain(i, j, flipped);
            agreed += gain;
            sink.line(Fact::Word { kind, asked: i as u8, held: j as u8 }, gain);
        }
        if agreed > w::NAMESAKES_FROM {
            sink.line(Fact::Namesakes, w::namesakes(agreed));
        }
        let rest = self.rest(ways, flipped, woman);
        if rest.omitted != (0, 0) {
            sink.line(Fact::Omitted { surnames: rest.omitted.0, given: rest.omitted.1 }, rest.omitted_weight);
        }
        if rest.contradicted != (0, 0) {
            sink.line(
                Fact::Contradicted { surnames: rest.contradicted.0, given: rest.contradicted.1 },
                rest.contradicted_weight,
            );
        }
        given
    }

    /// What was left without a counterpart.
    fn rest(&self, ways: &Ways, flipped: bool, woman: bool) -> Rest {
        let mut left = Left::default();
        let mut paired = 0u32;
        for (i, way) in ways.iter().enumerate().take(self.asked.len()) {
            if *way == NOBODY {
                if self.swallowed[0] >> i & 1 == 0 {
                    left.asked(self.role(i, flipped));
                }
            } else {
                paired |= 1 << *way;
                left.pairs(self.role(i, flipped));
                left.pairs(self.held[*way as usize].role);
            }
        }
        for j in (0..self.held.len()).filter(|&j| (paired | self.swallowed[1]) >> j & 1 == 0) {
            left.held(self.held[j].role);
        }
        left.weigh(woman)
    }
}

/// Words without a counterpart on each side, by given names, surnames, and what is not known.
#[derive(Default)]
struct Left {
    asked: [u8; 3],
    held: [u8; 3],
    paired: [u8; 3],
    /// Whether the words left over are first surnames on both sides.
    first: [bool; 2],
    married: bool,
}

#[derive(Default)]
struct Rest {
    omitted: (u8, u8),
    omitted_weight: f32,
    contradicted: (u8, u8),
    contradicted_weight: f32,
}

/// Which of given names, surnames and unknown a role is counted among.
pub(crate) const fn column(role: Role) -> usize {
    match role {
        Role::Given => 0,
        Role::Unknown | Role::Particle => 2,
        _ => 1,
    }
}

impl Left {
    fn asked(&mut self, role: Role) {
        self.asked[column(role)] += 1;
        self.first[0] |= role == Role::Paternal;
        self.married |= role == Role::Married;
    }

    fn held(&mut self, role: Role) {
        self.held[column(role)] += 1;
        self.first[1] |= role == Role::Paternal;
        self.married |= role == Role::Married;
    }

    fn pairs(&mut self, role: Role) {
        self.paired[column(role)] += 1;
    }

    fn weigh(&mut self, woman: bool) -> Rest {
        let mut rest = Rest::default();
        // What is of unknown role stands against whatever the other side has left.
        for (one, other) in [(0, 1), (1, 0)] {
            let sides = [self.asked, self.held];
            let unknown = sides[one][2].min(sides[other][0] + sides[other][1]);
            if unknown > 0 {
                rest.contradicted.0 += unknown;
                rest.contradicted_weight += f32::from(unknown) * w::UNKNOWN_CONTRADICTED;
                let given = unknown.min(sides[other][0]);
                let side = if other == 0 { &mut self.asked } else { &mut self.held };
                side[0] -= given;
                side[1] -= unknown - given;
                let side = if one == 0 { &mut self.asked } else { &mut self.held };
                side[2] -= unknown;
            }
        }
        let both = |at: usize| self.asked[at].min(self.held[at]);
        let (given, surnames, unknown) = (both(0), both(1), both(2));
        rest.contradicted.1 += given;
        rest.contradicted.0 += surnames + unknown;
        rest.contradicted_weight += f32::from(unknown) * w::UNKNOWN_CONTRADICTED;
        if given > 0 {
            let first = if self.paired[0] > 0 { w::SECOND_GIVEN_CONTRADICTED } else { w::GIVEN_CONTRADICTED };
            rest.contradicted_weight += first + f32::from(given - 1) * w::FURTHER_GIVEN_CONTRADICTED;
        }
        if surnames > 0 {
            let first = if self.married {
                w::MARRIED_CONTRADICTED
            } else if self.paired[1] == 0 || self.first[0] && self.first[1] {
                w::SURNAME_CONTRADICTED
            } else if woman {
                w::WOMANS_SURNAME_CONTRADICTED
            } else {
                w::SECOND_SURNAME_CONTRADICTED
            };
            rest.contradicted_weight += first + f32::from(surnames - 1) * w::FURTHER_SURNAME_CONTRADICTED;
        }
        self.omitted(&mut rest);
        rest
    }

    fn omitted(&self, rest: &mut Rest) {
        let spare = |at: usize| self.asked[at].abs_diff(self.held[at]);
        let (given, surnames, unknown) = (spare(0), spare(1), spare(2));
        rest.omitted = (surnames + unknown, given);
        for (at, n, each) in
            [(0, given, w::GIVEN_OMITTED), (1, surnames, w::SURNAME_OMITTED), (2, unknown, w::SURNAME_OMITTED)]
        {
            if n > 0 {
                let whole = at < 2 && self.paired[at] == 0 && self.asked[at].min(self.held[at]) == 0;
                rest.omitted_weight += if whole { w::FIELD_OMITTED } else { each * f32::from(n) };
            }
        }
    }
}

/// What a word is to two that follow each other, where it is both of them, or their first letters, written as one.
fn run_together(whole: &Word<'_>, parts: &[Word<'_>]) -> Option<Likeness> {
    let (text, one, two) = (whole.heard.text, &parts[0].heard, &parts[1].heard);
    if text.len() == one.text.len() + two.text.len() && text.starts_with(one.text) && text.ends_with(two.text) {
        return Some(Likeness { kind: Kind::Joined, loss: w::WORD_JOINED });
    }
    (initials(&whole.heard) && text == [one.first, two.first])
        .then_some(Likeness { kind: Kind::Initial, loss: w::WORD_INITIAL })
}

/// Whether a word is two first letters that nobody could say as a name: `JC`, and neither `MA` nor `LI`.
pub(crate) fn initials(word: &Heard<'_>) -> bool {
    const VOWELS: u32 = 1 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20 | 1 << 24;
    word.text.len() == 2 && word.letters & VOWELS == 0 && word.text != b"NG"
}

/// Whether one word may be anything to another: a few numbers rule most out before a letter is read.
///
/// It is no less than what `liken` and `joins` ask for: a group in common, a sound, letters of which a few differ, or a beginning.
pub(crate) fn may_be(one: &Heard<'_>, other: &Heard<'_>) -> bool {
    let (a, b) = (one.letters, other.letters);
    (a ^ b).count_ones() <= likeness::LETTERS_APART_MOST
        || one.key == other.key
        || one.first == other.first && (a & !b == 0 || b & !a == 0 || one.text.len() == 2 || other.text.len() == 2)
        || one.groups[0] != 0 && other.groups[0] != 0 && related(one.groups, other.groups).is_some()
}

/// Whether one word may be two of the other side run together, which no single pair shows.
pub(crate) fn joins(one: &Heard<'_>, other: &Heard<'_>) -> bool {
    one.first == other.first
        && (one.text.starts_with(other.text) || other.text.starts_with(one.text) || initials(one) || initials(other))
}

/// What one word is to another of other letters.
pub(crate) fn liken(one: &Word<'_>, other: &Word<'_>) -> Likeness {
    let found = likeness::compare(&one.heard, &other.heard);
    if found.kind == Kind::Other || found.kind == Kind::Misspelt {
        let begun = begun(one, other);
        if begun.loss > found.loss {
            return begun;
        }
    }
    found
}

/// A word that is the other's beginning: an initial, or cut off.
fn begun(one: &Word<'_>, other: &Word<'_>) -> Likeness {
    if one.heard.first != other.heard.first {
        return OTHER;
    }
    let (short, long, cut) = if one.heard.text.len() < other.heard.text.len() {
        (one.heard.text, other.heard.text, one.cut)
    } else {
        (other.heard.text, one.heard.text, other.cut)
    };
    if short.is_empty() || short.len() == long.len() || !long.starts_with(short) {
        return OTHER;
    }
    match short.len() {
        1 => Likeness { kind: Kind::Initial, loss: w::WORD_INITIAL },
        _ if cut => Likeness { kind: Kind::Cut, loss: w::WORD_CUT },
        2 => OTHER,
        n if descent(&long[n..]) => OTHER,
        _ => Likeness { kind: Kind::Begun, loss: w::WORD_BEGUN },
    }
}

/// Whether an ending makes another's name of a name: Martínez is Martín's, and Oleksandrovych is not Oleksandr.
fn descent(ending: &[u8]) -> bool {
    const ENDINGS: [&[u8]; 17] = [
        b"EZ", b"ES", b"OVICH", b"OVYCH", b"EVICH", b"EVYCH", b"YEVICH", b"OVNA", b"EVNA", b"IVNA", b"YEVNA", b"OV",
        b"OVA", b"OGLU", b"SON", b"SSON", b"SEN",
    ];
    ENDINGS.contains(&ending)
}

/// How many words begin with some letters, by how many letters: at least this share.
const BEGINNINGS: [f32; 8] = [1.0, 0.09, 0.04, 0.015, 0.006, 0.0025, 0.001, 0.0005];

/// What the likeness of two words weighs, given how common they are.
pub(crate) fn weigh(like: Likeness, asked: &Word<'_>, held: &Word<'_>) -> f32 {
    let (one, other) = (rarity(asked), rarity(held));
    let common = one.min(other);
    match like.kind {
        Kind::Same => common + w::WORD_SAME,
        Kind::Writing | Kind::Familiar | Kind::Joined => common + like.loss,
        Kind::Initial | Kind::Cut | Kind::Begun => {
            let (short, whole) =
                if asked.heard.text.len() < held.heard.text.len() { (asked, other) } else { (held, one) };
            let share = BEGINNINGS[short.heard.text.len().min(7)].max((-whole).exp());
            like.loss - share.ln()
        }
        Kind::Misspelt => {
            // Either may be the true one; by chance each comes as itself or as the other's misspelling.
            let (f, g, e) = ((-one).exp(), (-other).exp(), like.loss.exp());
            (e * (f + g) / ((f + e * g) * (g + e * f))).ln().min(common.max(one.max(other) - 3.0))
        }
        Kind::Other => -30.0,
    }
}

/// What a word weighs where names were chosen for being alike: then other people's words agree as well, by that share,
/// and are a letter apart as well.
fn chosen(weight: f32, like: Likeness, share: f32) -> f32 {
    let weight = -(share + (1.0 - share) * (-weight).exp()).ln();
    match like.kind {
        Kind::Misspelt => weight + w::CHOSEN_MISSPELT * (like.loss - w::CHOSEN_FREE).min(0.0),
        Kind::Familiar | Kind::Begun | Kind::Initial => weight - 0.8,
        _ => weight,
    }
}

fn rarity(word: &Word<'_>) -> f32 {
    match word.role {
        Role::Given => word.rarity[0],
        Role::Unknown | Role::Particle => word.rarity[0].min(word.rarity[1]),
        _ => word.rarity[1],
    }
}

/// What it costs that a word stands where it does.
fn order(asked: Role, held: Role, flipped: bool) -> f32 {
    match (asked, held) {
        (Role::Unknown, _) | (_, Role::Unknown) => -0.3,
        (Role::Given, Role::Given) | (Role::Paternal, Role::Paternal) | (Role::Maternal, Role::Maternal) => 0.0,
        (Role::Given, _) | (_, Role::Given) => w::ROLE_CROSSED,
        _ if flipped => 0.0,
        (Role::Married, _) | (_, Role::Married) => w::MARRIED_ORDER,
        _ => w::SURNAME_ORDER,
    }
}

/// Adds the evidence of birth, sex and nationality.
pub(crate) fn claims(asked: &Claims, held: &Claims, named: bool, frequencies: &Frequencies, sink: &mut impl Sink) {
    if !asked.birth.unknown() && !held.birth.unknown() {
        let how = birth::compare(asked.birth, held.birth);
        let year = frequencies.year(held.birth.year()).min(frequencies.year(asked.birth.year()));
        sink.line(Fact::Birth(how), w::dates(how, year, frequencies.default_day()));
    }
    if asked.sex != 0 && held.sex != 0 {
        let same = asked.sex == held.sex;
        let weight = match (same, named) {
            (true, false) => w::SEX_SAME,
            (true, true) => w::SEX_SAME_NAMED,
            (false, false) => w::SEX_OTHER,
            (false, true) => w::SEX_OTHER_NAMED,
        };
        sink.line(Fact::Sex(same), weight);
    }
    if asked.nationalities[0] != 0 && held.nationalities[0] != 0 {
        let shared = asked.nationalities.iter().filter(|code| **code != 0 && held.nationalities.contains(code));
        let rarest = shared.map(|code| frequencies.nationality(*code)).fold(f32::NEG_INFINITY, f32::max);
        let weight = if rarest > f32::NEG_INFINITY {
            (rarest.min(w::NATIONALITY_MOST) + w::NATIONALITY_SAME).max(0.0)
        } else {
            w::NATIONALITY_OTHER
        };
        sink.line(Fact::Nationality(rarest > f32::NEG_INFINITY), weight);
    }
}

/// Adds the evidence of the numbers of both sides, each as text and whether it is personal.
pub(crate) fn numbers<'n>(
    asked: impl Iterator<Item = (&'n [u8], bool)> + Clone,
    held: impl Iterator<Item = (&'n [u8], bool)>,
    sink: &mut impl Sink,
) {
    let mut found: Option<(Numbers, bool)> = None;
    for (number, personal) in held {
        for (other, own) in asked.clone() {
            let how = if number == other {
                Numbers::Same
            } else if number.len().abs_diff(other.len()) <= 1 && near(number, other) {
                Numbers::Near
            } else {
                Numbers::Other
            };
            if found.is_none_or(|(best, _)| (how as u8) < best as u8) {
                found = Some((how, personal && own));
            }
        }
    }
    if let Some((how, personal)) = found {
        let weight = match how {
            Numbers::Same => w::NUMBER_SAME,
            Numbers::Near => w::NUMBER_NEAR,
            Numbers::Other if personal => w::PERSONAL_OTHER,
            Numbers::Other => w::NUMBER_OTHER,
        };
        sink.line(Fact::Number(how), weight);
    }
}

/// Whether two numbers are one character apart, or two neighbours changed places.
pub(crate) fn near(one: &[u8], other: &[u8]) -> bool {
    if one.len().min(other.len()) < 6 {
        return false;
    }
    let head = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let tail = one[head..].iter().rev().zip(other[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (a, b) = (&one[head..one.len() - tail], &other[head..other.len() - tail]);
    match (a.len(), b.len()) {
        (1, 1) | (0, 1) | (1, 0) => true,
        (2, 2) => a[0] == b[1] && a[1] == b[0],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frequency::Frequencies;
    use crate::spoken::Spoken;

    /// Words, and what is written and misread for them.
    fn written() -> Vec<String> {
        let words = ["HERNANDEZ", "LEON", "CRUZ", "JOSE", "PEPE", "GUADALUPE", "WANG", "MOHAMMED", "BAPTISTE", "JUAN"];
        let mut all: Vec<String> =
            words.iter().flat_map(|word| (1..=word.len()).map(|n| word[..n].to_owned())).collect();
        for word in words {
            all.extend(["DE", "DELOS", "ABDUL", "SANTO", "J"].map(|head| format!("{head}{word}")));
            all.extend((0..word.len()).map(|at| [&word[..at], &word[at + 1..]].concat()));
            all.extend([("Z", "S"), ("H", ""), ("E", "I"), ("O", "?"), ("N", "XX")].map(|(a, b)| word.replace(a, b)));
        }
        all.extend(["JC", "MUHAMMAD", "LUPE", "IBNBATISTE", "OLEKSANDR", "XI"].map(str::to_owned));
        all
    }

    /// How many of all pairs were ruled out; an error where two words are something to each other that may be nothing.
    fn ruled_out(may_be: fn(&Heard<'_>, &Heard<'_>) -> bool) -> Result<f32, String> {
        let (frequencies, all) = (Frequencies::shipped(), written());
        let word = |text: &'_ str| -> Spoken { frequencies.word(text.as_bytes()) };
        let spoken: Vec<(&str, Spoken)> = all.iter().map(|text| (text.as_str(), word(text))).collect();
        let (mut out, mut pairs) = (0, 0);
        for (one, a) in &spoken {
            for (other, b) in spoken.iter().filter(|(other, _)| other != one) {
                let [one, other] = [(one, a), (other, b)].map(|(text, spoken)| Word {
                    heard: spoken.heard(text.as_bytes()),
                    role: Role::Unknown,
                    cut: true,
                    rarity: spoken.rarity,
                });
                let may = may_be(&one.heard, &other.heard);
                let is = liken(&one, &other).kind != Kind::Other || joins(&one.heard, &other.heard);
                if is && !may {
                    let text = |word: &Word<'_>| String::from_utf8_lossy(word.heard.text).into_owned();
                    return Err(format!("{} {}", text(&one), text(&other)));
                }
                (out, pairs) = (out + i32::from(!may), pairs + 1);
            }
        }
        Ok(out as f32 / pairs as f32)
    }

    #[test]
    fn what_is_ruled_out_before_its_letters_are_read_is_nothing_to_the_other_word() {
        assert!(ruled_out(may_be).expect("all are seen that are something") > 0.3);
        assert!(ruled_out(|one, other| (one.letters ^ other.letters).count_ones() <= 4).is_err());
    }
}
