//! What is worked out of a word's letters before it is compared or looked up: its sound, its group of names, how rare it is.

use crate::likeness::Heard;
use crate::sound::Sound;
use crate::variant::{Groups, groups};
use crate::words::{Mark, letters, mark};

/// A word without its letters, in one line of memory: most words that are asked for were worked out when frequencies were made.
#[derive(Clone, Copy)]
pub(crate) struct Spoken {
    pub sound: Sound,
    pub mark: Mark,
    pub key: u64,
    pub letters: u32,
    pub groups: Groups,
    /// The natural logarithm of one in how many, as a given name and as a surname.
    pub rarity: [f32; 2],
}

impl Spoken {
    /// Works a word out.
    pub fn of(text: &[u8], rarity: [f32; 2]) -> Spoken {
        let sound = Sound::of(text);
        Spoken { sound, mark: mark(&sound), key: sound.key(), letters: letters(text), groups: groups(text), rarity }
    }

    /// The word with its letters, ready to be compared.
    pub fn heard<'t>(&self, text: &'t [u8]) -> Heard<'t> {
        let first = text.first().copied().unwrap_or(0);
        Heard { text, first, letters: self.letters, key: self.key, groups: self.groups }
    }
}
