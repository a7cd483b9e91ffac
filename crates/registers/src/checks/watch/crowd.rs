//! Numbers close together, in whatever order: a series is cut into blocks, and each block knows how much of it was asked.
//!
//! A block keeps one bit for several of its numbers, the way they lie as a clock's hand goes round: any forty in equal
//! steps have forty bits, and a bit that is set says only that one of eight or sixteen numbers was asked about. Blocks
//! are laid twice, by half their length apart, so that a series never begins at the edge of both.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::place::Place;
use super::{Asks, Scope, Seen, Sight};

/// How blocks are cut, and what is too much.
struct Cut {
    /// Numbers of a block.
    numbers: u128,
    /// Bits of a block, a prime: an equal step sets as many bits as it makes.
    bits: u128,
    /// So many bits give somebody away.
    most: u32,
    /// How long a block is remembered, where that does not depend on whose it is.
    life: Option<SignedDuration>,
}

/// Fine: a thousand numbers.
const FINE: Cut = Cut { numbers: 1024, bits: 127, most: 45, life: None };

/// Wide, for gaps: sixteen thousand numbers, in an hour.
const WIDE: Cut = Cut { numbers: 16_384, bits: 1_021, most: 48, life: Some(SignedDuration::from_hours(1)) };

/// Blocks remembered; beyond them those that hold little are forgotten.
const BLOCKS: usize = 200_000;

/// Of a block that is forgotten first, at most so many bits.
const LITTLE: u32 = 3;

/// A block that several people filled has names in it, so many at most.
const NAMES: usize = 256;

/// Whoever added to a crowd of several people and adds to one again within this time goes no further.
const MARKED: SignedDuration = SignedDuration::from_hours(24);

/// From so many bits on a block of several people is one to which who is marked must not add.
const HALF_FULL: u32 = 16;

/// All blocks.
#[derive(Default)]
pub(super) struct Crowds {
    key: RandomState,
    blocks: HashMap<u64, Block>,
    marked: HashMap<Uuid, Timestamp>,
}

struct Block {
    since: Timestamp,
    life: SignedDuration,
    bits: Vec<u64>,
    /// Whose it is; none where it is several people's.
    owner: Option<Uuid>,
    /// Who filled it, once for each bit; of several people's blocks only.
    who: Vec<Uuid>,
}

/// What a check did to a block.
struct Filled {
    key: u64,
    /// The bits it has now.
    bits: u32,
    /// Whether this check set one.
    more: bool,
}

impl Scope {
    /// How long a block is remembered: among more people, more numbers lie close together by chance.
    fn life(self) -> SignedDuration {
        match self {
            Scope::Person(_) => SignedDuration::from_hours(24 * 7),
            Scope::Post(_) => SignedDuration::from_hours(24 * 2),
            Scope::State(_) | Scope::Everyone => SignedDuration::from_hours(1),
        }
    }
}

impl Crowds {
    /// Counts a check among its person, post, State and everyone.
    pub(super) fn count(&mut self, asks: &Asks, place: &Place, now: Timestamp) -> Option<Sight> {
        if self.blocks.len() >= BLOCKS {
            self.make_room(now);
        }
        let mut sight = None;
        for half in [0, 1] {
            for scope in asks.scopes() {
                let filled = self.fill((&FINE, half), scope, (asks.person, place), now);
                sight = sight.or(self.judge(&FINE, scope, asks.person, &filled, now));
            }
            let own = Scope::Person(asks.person);
            let filled = self.fill((&WIDE, half), own, (asks.person, place), now);
            sight = sight.or(self.judge(&WIDE, own, asks.person, &filled, now));
        }
        sight
    }

    /// Forgets one person's blocks, and that they are marked.
    pub(super) fn forgive(&mut self, person: Uuid) {
        self.blocks.retain(|_, block| block.owner != Some(person) && !block.who.contains(&person));
        self.marked.remove(&person);
    }

    /// Sets the number's bit in its block.
    fn fill(
        &mut self,
        (cut, half): (&Cut, u128),
        scope: Scope,
        (person, place): (Uuid, &Place),
        now: Timestamp,
    ) -> Filled {
        let at = place.at.wrapping_add(half * cut.numbers / 2);
        let key = self.key.hash_one((scope, cut.numbers, half, place.series, at / cut.numbers));
        let block = self.blocks.entry(key).or_insert_with(|| Block::new(cut, scope, now));
        if now.duration_since(block.since) > block.life {
            *block = Block::new(cut, scope, now);
        }
        let bit = (at % cut.numbers) % cut.bits;
        let more = block.set(usize::try_from(bit).unwrap_or(0));
        if more && block.owner.is_none() && block.who.len() < NAMES {
            block.who.push(person);
        }
        Filled { key, bits: block.count(), more }
    }

    /// Says whether a block gives the asker away.
    fn judge(&mut self, cut: &Cut, scope: Scope, person: Uuid, filled: &Filled, now: Timestamp) -> Option<Sight> {
        let sight = |seen, stops| Some(Sight { seen, counted: u64::from(filled.bits), stops });
        if matches!(scope, Scope::Person(_)) {
            return if filled.bits >= cut.most { sight(Seen::Crowd, true) } else { None };
        }
        if !filled.more {
            return None;
        }
        let marked = self.marked.get(&person).is_some_and(|since| now.duration_since(*since) < MARKED);
        if marked && filled.bits >= HALF_FULL {
            return sight(Seen::Together, true);
        }
        if filled.bits < cut.most {
            return None;
        }
        // Each who helped to fill it may have met one of its numbers by chance, once; not twice.
        let who = self.blocks.get(&filled.key).map(|block| block.who.as_slice()).unwrap_or_default();
        self.marked.extend(who.iter().map(|person| (*person, now)));
        let often = who.iter().filter(|other| **other == person).count() > 1;
        // Told once a block: whoever adds to it later is marked, and goes no further the next time.
        if often || filled.bits == cut.most { sight(Seen::Together, often) } else { None }
    }

    fn make_room(&mut self, now: Timestamp) {
        self.blocks.retain(|_, block| block.count() > LITTLE && now.duration_since(block.since) < block.life);
        self.marked.retain(|_, since| now.duration_since(*since) < MARKED);
        if self.blocks.len() >= BLOCKS {
            self.blocks.clear();
        }
    }
}

impl Block {
    fn new(cut: &Cut, scope: Scope, since: Timestamp) -> Self {
        let words = usize::try_from(cut.bits.div_ceil(64)).unwrap_or(1);
        let owner = if let Scope::Person(person) = scope { Some(person) } else { None };
        let life = cut.life.unwrap_or_else(|| scope.life());
        Block { since, life, bits: vec![0; words], owner, who: Vec::new() }
    }

    /// Sets a bit; answers whether it was not set before.
    fn set(&mut self, bit: usize) -> bool {
        let mask = 1u64 << (bit % 64);
        let Some(word) = self.bits.get_mut(bit / 64) else { return false };
        let more = *word & mask == 0;
        *word |= mask;
        more
    }

    fn count(&self) -> u32 {
        self.bits.iter().map(|word| word.count_ones()).sum()
    }
}
