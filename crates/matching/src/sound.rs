//! How a word sounds in Spanish and in what else travels here, as letters that misspellings share.

/// The longest code; what a longer word adds is not heard.
pub const SOUND_MAX: usize = 20;

/// A word's sound: consonants as classes, vowels as three.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sound {
    letters: [u8; SOUND_MAX],
    len: u8,
}

impl Sound {
    /// Hears a word of capital letters.
    #[must_use]
    pub fn of(word: &[u8]) -> Sound {
        let mut sound = Sound { letters: [0; SOUND_MAX], len: 0 };
        let mut at = 0;
        while at < word.len() && (sound.len as usize) < SOUND_MAX {
            let (letter, taken) = heard(word, at);
            if letter != 0 && sound.letters().last() != Some(&letter) {
                sound.letters[sound.len as usize] = letter;
                sound.len += 1;
            }
            at += taken;
        }
        sound
    }

    /// The code, letter by letter.
    #[must_use]
    pub fn letters(&self) -> &[u8] {
        &self.letters[..self.len as usize]
    }

    /// The key that words are looked up by: consonants in order, the first vowel and the last.
    ///
    /// A vowel in the middle is what is most often misheard; the last one tells María from Mario.
    #[must_use]
    pub fn key(&self) -> u64 {
        key(self.letters())
    }
}

/// The key of a code.
#[must_use]
pub(crate) fn key(letters: &[u8]) -> u64 {
    let (mut hash, mut first, mut last) = (0x51_7c_c1_b7_27_22_0a_95_u64, 0u8, 0u8);
    for &letter in letters {
        if vowel(letter) {
            first = if first == 0 { letter } else { first };
            last = letter;
        } else {
            hash = step(hash, letter);
        }
    }
    mix(step(step(hash, first), last))
}

fn step(hash: u64, letter: u8) -> u64 {
    (hash.rotate_left(5) ^ u64::from(letter)).wrapping_mul(0x51_7c_c1_b7_27_22_0a_95)
}

pub(crate) fn mix(mut x: u64) -> u64 {
    x ^= x >> 32;
    x = x.wrapping_mul(0xd6e8_feb8_6659_fd93);
    x ^ (x >> 32)
}

/// Whether a letter of a code is one of its three vowels.
pub(crate) fn vowel(letter: u8) -> bool {
    matches!(letter, b'A' | b'E' | b'O')
}

/// The class of the sound at `at`, 0 for none, and how many letters it takes.
fn heard(word: &[u8], at: usize) -> (u8, usize) {
    let next = word.get(at + 1).copied().unwrap_or(0);
    let after = word.get(at + 2).copied().unwrap_or(0);
    let soft = matches!(next, b'E' | b'I' | b'Y');
    let open = matches!(next, b'A' | b'E' | b'I' | b'O' | b'U' | b'Y');
    match word[at] {
        b'A' => (b'A', 1),
        b'E' if next == b'E' => (b'E', 2),
        b'E' => (b'E', 1),
        b'I' if at == 0 && matches!(next, b'A' | b'O' | b'U' | b'E') => (b'Y', 1),
        b'I' => (b'E', 1),
        b'O' if next == b'U' => (b'O', if matches!(after, b'A' | b'E' | b'I') { 1 } else { 2 }),
        b'O' => (b'O', 1),
        b'U' if matches!(next, b'A' | b'E' | b'I') => (b'W', 1),
        b'U' => (b'O', 1),
        b'B' | b'V' => (b'B', 1),
        b'W' => (b'W', 1),
        b'C' if next == b'H' => (b'C', 2),
        b'C' if next == b'K' => (b'K', 2),
        b'C' if soft => (b'S', 1),
        b'C' => (b'K', 1),
        b'K' => (b'K', if next == b'H' { 2 } else { 1 }),
        b'Q' if next == b'U' => (b'K', if matches!(after, b'E' | b'I' | b'Y') { 2 } else { 1 }),
        b'Q' => (if matches!(next, b'I') { b'C' } else { b'K' }, 1),
        b'D' => (b'D', if next == b'H' { 2 } else { 1 }),
        b'F' => (b'F', 1),
        b'P' if next == b'H' => (b'F', 2),
        b'P' => (b'P', 1),
        b'G' if next == b'U' && matches!(after, b'E' | b'I') => (b'G', 2),
        b'G' if soft => (if at == 0 { b'Y' } else { b'J' }, 1),
        b'G' => (b'G', if next == b'H' { 2 } else { 1 }),
        b'H' if at == 0 && next == b'S' => (b'S', 2),
        b'H' if at == 0 && next == b'U' && matches!(after, b'A' | b'E' | b'I') => (b'W', 2),
        b'H' => (0, 1),
        b'J' if at == 0 => (b'Y', 1),
        b'J' => (b'J', 1),
        b'L' if next == b'L' && at == 0 => (b'Y', 2),
        b'L' if next == b'L' && open_after(after) => (b'Y', 2),
        b'L' => (b'L', 1),
        b'M' if matches!(next, b'B' | b'P') => (b'N', 1),
        b'M' => (b'M', 1),
        b'N' if next == b'Y' && open_after(after) => (b'N', 2),
        b'N' => (b'N', 1),
        b'R' => (b'R', 1),
        b'S' if matches!(next, b'H' | b'Z') => (b'S', 2),
        b'S' if next == b'C' && matches!(after, b'E' | b'I' | b'H') => (b'S', if after == b'H' { 3 } else { 2 }),
        b'S' => (b'S', 1),
        b'T' if matches!(next, b'Z' | b'S' | b'X') => (b'S', 2),
        b'T' if next == b'H' => (b'T', 2),
        b'T' => (b'T', 1),
        b'X' => (b'S', 1),
        b'Y' if open || at == 0 => (b'Y', 1),
        b'Y' => (b'E', 1),
        b'Z' if next == b'H' => (b'C', 2),
        b'Z' => (b'S', 1),
        _ => (0, 1),
    }
}

fn open_after(letter: u8) -> bool {
    matches!(letter, b'A' | b'E' | b'I' | b'O' | b'U')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_sound_share_a_key() {
        for (one, other) in [
            ("VASQUEZ", "BAZQUES"),
            ("HECTOR", "ECTOR"),
            ("YESICA", "JESSICA"),
            ("LLESICA", "YESICA"),
            ("QUISPE", "KISPE"),
            ("TZOC", "ZOK"),
            ("XOL", "SHOL"),
            ("HSIAO", "XIAO"),
            ("PHILIPPE", "FILIPE"),
            ("ZHANG", "CHANG"),
            ("OUSMANE", "USMANE"),
            ("HUGO", "UGO"),
            ("CAMPOS", "CANPOS"),
            ("JIMENEZ", "GIMENES"),
        ] {
            let heard = |word: &str| Sound::of(word.as_bytes()).key();
            assert_eq!(heard(one), heard(other), "{one} {other}");
        }
    }

    #[test]
    fn names_of_two_people_do_not() {
        for (one, other) in [("MARIA", "MARIO"), ("LUIS", "LUISA"), ("ANGEL", "ANGELA"), ("LOPEZ", "LUNA")] {
            assert_ne!(Sound::of(one.as_bytes()).key(), Sound::of(other.as_bytes()).key(), "{one} {other}");
        }
    }
}
