//! Words interned: each distinct one once, by a number.

use crate::sound::{Sound, mix};

/// No word.
pub(crate) const NONE: u32 = u32::MAX;

/// Distinct words, numbered as they came.
#[derive(Default, Clone)]
pub(crate) struct Words {
    text: Vec<u8>,
    ends: Vec<u32>,
    /// Open addressing; a power of two, at most half full.
    slots: Vec<u32>,
}

impl Words {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, word: u32) -> &[u8] {
        &self.text[self.start(word)..self.ends[word as usize] as usize]
    }

    /// Where a word's letters begin among all.
    pub fn start(&self, word: u32) -> usize {
        if word == 0 { 0 } else { self.ends[word as usize - 1] as usize }
    }

    pub fn slice(&self, start: usize, len: usize) -> &[u8] {
        &self.text[start..start + len]
    }

    pub fn find(&self, word: &[u8]) -> u32 {
        if self.slots.is_empty() { NONE } else { self.slots[self.slot(word)] }
    }

    pub fn intern(&mut self, word: &[u8]) -> u32 {
        if self.slots.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let slot = self.slot(word);
        if self.slots[slot] == NONE {
            self.slots[slot] = self.len() as u32;
            self.text.extend_from_slice(word);
            self.ends.push(self.text.len() as u32);
        }
        self.slots[slot]
    }

    pub fn bytes(&self) -> usize {
        self.text.capacity() + 4 * (self.ends.capacity() + self.slots.capacity())
    }

    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    fn slot(&self, word: &[u8]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(word) as usize & mask;
        while self.slots[slot] != NONE && self.get(self.slots[slot]) != word {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![NONE; (2 * self.slots.len()).max(64)];
        let mask = self.slots.len() - 1;
        for word in 0..self.len() as u32 {
            let mut slot = hash(self.get(word)) as usize & mask;
            while self.slots[slot] != NONE {
                slot = (slot + 1) & mask;
            }
            self.slots[slot] = word;
        }
    }
}

/// A number that scatters well, for any bytes.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let mut h = 0x9e37_79b9_7f4a_7c15_u64 ^ bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        h = (h.rotate_left(5) ^ u64::from_le_bytes(chunk.try_into().unwrap_or_default()))
            .wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    for &b in chunks.remainder() {
        h = (h.rotate_left(5) ^ u64::from(b)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    mix(h)
}

/// Which pairs of neighbouring sounds a word has, as bits: what two spellings of one word share.
pub(crate) fn mark(sound: &Sound) -> Mark {
    let (mut mark, mut before) = ([0u64; 2], b'^');
    for &letter in sound.letters() {
        let bit = (u32::from(before).wrapping_mul(0x2f) ^ u32::from(letter).wrapping_mul(0x1_3d))
            .wrapping_mul(0x9e37_79b1)
            >> 25;
        mark[bit as usize >> 6 & 1] |= 1 << (bit & 63);
        before = letter;
    }
    mark
}

/// The bits of a name's sounds.
pub(crate) type Mark = [u64; 2];

/// All bits of two marks.
pub(crate) fn joined(one: Mark, other: Mark) -> Mark {
    [one[0] | other[0], one[1] | other[1]]
}

/// How many bits two marks share.
pub(crate) fn shared(one: Mark, other: Mark) -> u32 {
    (one[0] & other[0]).count_ones() + (one[1] & other[1]).count_ones()
}

/// Which letters a word has, as bits.
pub(crate) fn letters(word: &[u8]) -> u32 {
    word.iter().fold(0, |set, b| if b.is_ascii_uppercase() { set | 1 << (b - b'A') } else { set })
}
