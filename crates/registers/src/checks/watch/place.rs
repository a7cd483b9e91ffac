//! Where a number lies in its series, behind a secret of this process.
//!
//! All numbers of one State and one shape are a series: what stands at each place counts as a digit of its own base, so
//! that the next number of a booklet is the next place. A place is that plus a secret drawn at start: how far two numbers
//! lie apart can be told, and which they are cannot, by whoever has not the secret too. It is never written anywhere.

use std::hash::{BuildHasher, RandomState};

use base::ids::StateCode;

use crate::document::DocumentNumber;

/// Where a number lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Which series, as a keyed hash.
    pub(super) series: u64,
    /// Where in it, from an origin that nobody knows. Wraps around.
    pub(super) at: u128,
}

/// The secrets behind places.
pub(super) struct Places {
    series: RandomState,
    origin: u128,
}

impl Default for Places {
    fn default() -> Self {
        let chance = RandomState::new();
        let origin = (u128::from(chance.hash_one(0)) << 64) | u128::from(chance.hash_one(1));
        Places { series: RandomState::new(), origin }
    }
}

impl Places {
    pub(super) fn of(&self, issuer: StateCode, number: &DocumentNumber) -> Place {
        let text = number.as_str();
        let shape = number.shape();
        let at = text.bytes().fold(0u128, |at, byte| {
            let (base, digit) = match byte {
                b'0'..=b'9' => (10, byte - b'0'),
                _ => (26, byte.saturating_sub(b'A')),
            };
            at.wrapping_mul(base).wrapping_add(u128::from(digit))
        });
        Place { series: self.series.hash_one((issuer.as_str(), shape)), at: at.wrapping_add(self.origin) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_next_number_is_the_next_place_and_says_nothing_else() {
        let (places, others) = (Places::default(), Places::default());
        let (utopia, honduras) = ("UTO".parse().unwrap(), "HND".parse().unwrap());
        let number = |text: &str| DocumentNumber::parse(text).unwrap();
        for (one, next) in [("K90211759", "K90211760"), ("AZ99999", "BA00000"), ("C01X00T49", "C01X00T50")] {
            let (one, next) = (places.of(utopia, &number(one)), places.of(utopia, &number(next)));
            assert_eq!((one.series, next.at.wrapping_sub(one.at)), (next.series, 1));
        }
        let here = places.of(utopia, &number("K90211759"));
        assert_ne!(here.series, places.of(honduras, &number("K90211759")).series, "each State's are its own");
        assert_ne!(here.series, places.of(utopia, &number("KK0211759")).series, "and each shape's");
        assert_ne!(here.at, others.of(utopia, &number("K90211759")).at, "another process says something else");
    }
}
