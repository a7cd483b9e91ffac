//! How like two words are: the same, another writing, a misspelling, or two names.

use std::sync::OnceLock;

use crate::name::{LETTERS_MAX, particle};
use crate::sound::Sound;
use crate::variant::{Groups, related};
use crate::weights::{WORD_FAMILIAR, WORD_JOINED, WORD_MISSPELT, WORD_WRITING};

/// How one word stands to another.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Kind {
    /// Letter for letter.
    Same,
    /// Another writing of the same name.
    Writing,
    /// A familiar or short form.
    Familiar,
    /// One begins with the other's initial, which is all there is.
    Initial,
    /// Two words run into one.
    Joined,
    /// The beginning of a word that was cut.
    Cut,
    /// The beginning of a word.
    Begun,
    /// Misspelt or misheard.
    Misspelt,
    /// Two names.
    Other,
}

/// A kind, and how seldom it happens between two writings of one name (natural logarithm).
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Likeness {
    pub kind: Kind,
    pub loss: f32,
}

pub(crate) const SAME: Likeness = Likeness { kind: Kind::Same, loss: 0.0 };
pub(crate) const OTHER: Likeness = Likeness { kind: Kind::Other, loss: -30.0 };

/// A word with what is compared before its letters are.
#[derive(Clone, Copy)]
pub(crate) struct Heard<'t> {
    pub text: &'t [u8],
    /// Its first letter, 0 for none.
    pub first: u8,
    pub letters: u32,
    pub key: u64,
    pub groups: Groups,
}

/// How many letters one of two words has and the other has not, at most, where they may be one: a particle run in has five.
pub(crate) const LETTERS_APART_MOST: u32 = 5;

/// Compares two words that are not the same.
pub(crate) fn compare(one: &Heard<'_>, other: &Heard<'_>) -> Likeness {
    let variant = match related(one.groups, other.groups) {
        Some(true) => Likeness { kind: Kind::Writing, loss: WORD_WRITING },
        Some(false) => Likeness { kind: Kind::Familiar, loss: WORD_FAMILIAR },
        None if joined(one, other) => return Likeness { kind: Kind::Joined, loss: WORD_JOINED },
        None => OTHER,
    };
    if !worth_spelling(one, other) {
        return variant;
    }
    let loss = WORD_MISSPELT - misspelling(one, other);
    if loss > variant.loss { Likeness { kind: Kind::Misspelt, loss } } else { variant }
}

/// Whether two words have so much in common that one may be the other misspelt; cheap, as most words have not.
fn worth_spelling(one: &Heard<'_>, other: &Heard<'_>) -> bool {
    let (a, b) = (one.text, other.text);
    if a.len().abs_diff(b.len()) > 3 || a.len().min(b.len()) < 2 {
        return false;
    }
    if one.key == other.key {
        return true;
    }
    let apart = (one.letters ^ other.letters).count_ones();
    if apart > 4 {
        return false;
    }
    let short = a.len().min(b.len());
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take(short - head).take_while(|(x, y)| x == y).count();
    let between = a.len().max(b.len()) - head - tail;
    between <= 2 || between <= 4 && head + tail >= 2 || apart <= 2 && short >= 5
}

/// Whether one word is the other with its particle run into it: `DELEON` and `LEON`.
fn joined(one: &Heard<'_>, other: &Heard<'_>) -> bool {
    if one.letters & !other.letters != 0 && other.letters & !one.letters != 0 {
        return false;
    }
    let (one, other) = (one.text, other.text);
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    short.len() >= 3
        && long.len() - short.len() <= 5
        && long.ends_with(short)
        && long.len() > short.len()
        && std::str::from_utf8(&long[..long.len() - short.len()])
            .is_ok_and(|head| particle(head) || matches!(head, "DELA" | "DELOS" | "DELAS" | "D" | "O" | "ABDUL"))
}

/// Two neighbouring letters in each other's place.
const NEIGHBOURS_EXCHANGED: f32 = 3.6;

/// The most a misspelling may cost and still be one.
const COST_MOST: f32 = 11.0;

/// What it costs that a word was written for another sound, and the least that two sounds that are not the same cost beside.
const MISHEARD: f32 = 2.4;
const SOUND_LEAST: f32 = 2.0;

/// What it takes to write one word for the other: the natural logarithm of how seldom, among misspelt words.
fn misspelling(one: &Heard<'_>, other: &Heard<'_>) -> f32 {
    let same_key = one.key == other.key;
    let (one, other) = (one.text, other.text);
    let spelt = cheapest(one, other, COST_MOST);
    if spelt < 2.5 {
        return spelt;
    }
    let heard = if same_key || spelt > MISHEARD + SOUND_LEAST {
        let (a, b) = (Sound::of(one), Sound::of(other));
        if a == b { 2.0 } else { MISHEARD + cheapest(a.letters(), b.letters(), spelt - MISHEARD) }
    } else {
        spelt
    };
    let short = if one.len().min(other.len()) <= 3 { 1.0 } else { 0.0 };
    spelt.min(heard) + short
}

/// The cheapest way of errors from one word to the other, exchanged neighbours among them; from `limit` on it is not sought.
fn cheapest(one: &[u8], other: &[u8], limit: f32) -> f32 {
    let (one, other) = ends_stripped(one, other);
    let (n, m) = (one.len(), other.len());
    if n == 0 && m == 0 {
        return 0.0;
    }
    if n > LETTERS_MAX || m > LETTERS_MAX || n.min(m) > 0 && n.max(m) > 3 * n.min(m) + 3 {
        return COST_MOST;
    }
    let costs = exchanges();
    let mut rows = [[0.0f32; LETTERS_MAX + 1]; 3];
    let mut gaps = [0.0f32; LETTERS_MAX];
    for j in 1..=m {
        gaps[j - 1] = gap(other, j - 1);
        rows[0][j] = rows[0][j - 1] + gaps[j - 1];
    }
    let mut least_before = 0.0f32;
    for i in 1..=n {
        let (now, before, earlier) = (i % 3, (i + 2) % 3, (i + 1) % 3);
        let own = gap(one, i - 1);
        rows[now][0] = rows[before][0] + own;
        let mut least = rows[now][0];
        for j in 1..=m {
            let (x, y) = (one[i - 1], other[j - 1]);
            let mut cost = rows[before][j - 1] + costs[usize::from(x & 31)][usize::from(y & 31)];
            cost = cost.min(rows[before][j] + own).min(rows[now][j - 1] + gaps[j - 1]);
            if i > 1 && j > 1 && x == other[j - 2] && one[i - 2] == y {
                cost = cost.min(rows[earlier][j - 2] + NEIGHBOURS_EXCHANGED);
            }
            rows[now][j] = cost;
            least = least.min(cost);
        }
        if least.min(least_before + NEIGHBOURS_EXCHANGED) >= limit {
            return COST_MOST;
        }
        least_before = least;
    }
    rows[n % 3][m].min(COST_MOST)
}

/// Without what both begin and end with; one letter stays on each side, for what depends on the neighbour.
fn ends_stripped<'t>(mut one: &'t [u8], mut other: &'t [u8]) -> (&'t [u8], &'t [u8]) {
    while one.len() > 2 && other.len() > 2 && one[0] == other[0] && one[1] == other[1] {
        (one, other) = (&one[1..], &other[1..]);
    }
    while one.len() > 2
        && other.len() > 2
        && one[one.len() - 1] == other[other.len() - 1]
        && one[one.len() - 2] == other[other.len() - 2]
    {
        (one, other) = (&one[..one.len() - 1], &other[..other.len() - 1]);
    }
    (one, other)
}

/// A letter left out or added.
fn gap(word: &[u8], at: usize) -> f32 {
    let letter = word[at];
    if at > 0 && word[at - 1] == letter || word.get(at + 1) == Some(&letter) {
        return 2.4;
    }
    match letter {
        b'H' => 2.0,
        b'?' => 1.0,
        b'U' if at > 0 && matches!(word[at - 1], b'Q' | b'G') => 2.2,
        b'A' | b'E' | b'I' | b'O' | b'U' => 3.9,
        b'S' if at + 1 == word.len() => 3.4,
        _ => 4.2,
    }
}

/// What each letter costs for each other, by their last five bits.
fn exchanges() -> &'static [[f32; 32]; 32] {
    static COSTS: OnceLock<[[f32; 32]; 32]> = OnceLock::new();
    COSTS.get_or_init(|| {
        let letter = |at: usize| if at == usize::from(b'?' & 31) { b'?' } else { b'@' + at as u8 };
        std::array::from_fn(|x| std::array::from_fn(|y| if x == y { 0.0 } else { exchange(letter(x), letter(y)) }))
    })
}

/// One letter written for another.
fn exchange(x: u8, y: u8) -> f32 {
    let (x, y) = (x.min(y), x.max(y));
    match (x, y) {
        (b'?', _) => 1.0,
        (b'B', b'V') | (b'S', b'Z') | (b'C', b'S') | (b'I', b'Y') => 2.0,
        (b'C', b'Z')
        | (b'C', b'K')
        | (b'G', b'J')
        | (b'J', b'X')
        | (b'S', b'X')
        | (b'J', b'Y')
        | (b'V', b'W')
        | (b'K', b'Q') => 2.6,
        (b'M', b'N')
        | (b'E', b'I')
        | (b'O', b'U')
        | (b'B', b'W')
        | (b'G', b'W')
        | (b'U', b'W')
        | (b'H', b'J')
        | (b'C', b'Q') => 3.0,
        (b'I', b'J') | (b'X', b'Z') | (b'I', b'L') | (b'U', b'V') | (b'D', b'T') | (b'L', b'R') | (b'B', b'P') => 3.6,
        (b'A', b'E')
        | (b'A', b'O')
        | (b'E', b'O')
        | (b'A', b'I')
        | (b'E', b'U')
        | (b'A', b'U')
        | (b'I', b'O')
        | (b'I', b'U') => 4.4,
        _ if near(x, y) => 4.3,
        _ => 5.6,
    }
}

/// Whether two keys are neighbours on a keyboard.
fn near(x: u8, y: u8) -> bool {
    const ROWS: [&[u8]; 3] = [b"QWERTYUIOP", b"ASDFGHJKL?", b"ZXCVBNM???"];
    let place = |key: u8| {
        ROWS.iter().enumerate().find_map(|(row, keys)| keys.iter().position(|k| *k == key).map(|at| (row, at)))
    };
    match (place(x), place(y)) {
        (Some((r, a)), Some((s, b))) => r.abs_diff(s) <= 1 && a.abs_diff(b) <= 1,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::variant::groups;
    use crate::words::letters;

    fn like(one: &str, other: &str) -> Likeness {
        let heard = |text: &'static str| Heard {
            text: text.as_bytes(),
            first: text.as_bytes()[0],
            letters: letters(text.as_bytes()),
            key: Sound::of(text.as_bytes()).key(),
            groups: groups(text.as_bytes()),
        };
        let (one, other): (&'static str, &'static str) = (one.to_owned().leak(), other.to_owned().leak());
        compare(&heard(one), &heard(other))
    }

    #[test]
    fn errors_cost_what_they_are_seldom() {
        for (one, closer, farther) in [
            ("VASQUEZ", "BASQUEZ", "CASQUEZ"),
            ("HERNANDEZ", "HERNADNEZ", "FERNANDEZ"),
            ("GUTIERREZ", "GUTIEREZ", "GUTIERRTZ"),
            ("PENA", "PE?A", "PERA"),
        ] {
            assert!(like(one, closer).loss > like(one, farther).loss, "{one}: {closer} {farther}");
        }
    }

    #[test]
    fn two_sounds_cost_no_less_than_is_supposed_where_they_are_not_compared() {
        let heard = |word: &[u8]| Sound::of(word).letters().to_vec();
        let letters: Vec<u8> = (b'A'..=b'Z').flat_map(|letter| heard(&[b'N', letter, b'A', letter])).collect();
        for &x in &letters {
            assert!(gap(&[x], 0) >= SOUND_LEAST && gap(&[b'A', x], 1) >= SOUND_LEAST, "{x}");
            for &y in letters.iter().filter(|y| **y != x) {
                assert!(exchange(x, y) >= SOUND_LEAST, "{x} {y}");
            }
        }
        // Letters that are not in the code would cost less.
        assert!(exchange(b'?', b'A') < SOUND_LEAST);
    }

    #[test]
    fn it_is_the_same_from_both_sides() {
        for (one, other) in [
            ("DELEON", "LEON"),
            ("JOSE", "PEPE"),
            ("XIOMARA", "SIOMARA"),
            ("LOPEZ", "LOPES"),
            ("MARIA", "MARIO"),
            ("ANA", "ANGELICA"),
        ] {
            assert_eq!(like(one, other), like(other, one));
        }
        assert_eq!(like("DELEON", "LEON").kind, Kind::Joined);
        assert_eq!(like("LOPEZ", "RAMIREZ").kind, Kind::Other);
    }
}
