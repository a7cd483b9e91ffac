//! Which numbers an alert speaks of: a series, written as letters, digits and places left open.

use std::fmt;
use std::str::FromStr;

use crate::document::DocumentNumber;

/// A series, such as `K9#######`: capitals and digits as they stand, `#` any digit, `@` any letter, `?` either. It speaks of
/// numbers of exactly its length, and never of one alone: that is its own State's to report, and rests as a keyed hash.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SeriesPattern(String);

/// Why a text is no series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotASeries {
    /// Nothing but blanks and hyphens.
    #[error("empty")]
    Empty,
    /// Longer than any document number.
    #[error("over {} characters", DocumentNumber::LENGTH_MAX)]
    TooLong,
    /// A character that stands neither in numbers nor for their places; its column counts from 1.
    #[error("{0:?} at column {1} stands for nothing")]
    Character(char, usize),
    /// Only `?`: it would speak of every number of that length.
    #[error("every place is open")]
    AllOpen,
    /// Fewer than [`SeriesPattern::OPEN_MIN`] places are open: it would speak of a single document, or of next to one.
    #[error("fewer than {} open places", SeriesPattern::OPEN_MIN)]
    TooNarrow,
}

impl SeriesPattern {
    /// The most characters by which patterns are found.
    pub const PREFIX_MAX: usize = 4;

    /// The fewest open places: a hundred numbers at least.
    pub const OPEN_MIN: usize = 2;

    /// Reads a pattern as typed; blanks, hyphens and case do not count, as in numbers.
    ///
    /// Errors: `NotASeries`.
    pub fn parse(text: &str) -> Result<Self, NotASeries> {
        let mut pattern = String::new();
        for (at, character) in text.chars().enumerate() {
            match character {
                ' ' | '-' | '\u{a0}' => continue,
                '#' | '@' | '?' => pattern.push(character),
                c if c.is_ascii_alphanumeric() => pattern.push(c.to_ascii_uppercase()),
                c => return Err(NotASeries::Character(c, at + 1)),
            }
            if pattern.len() > DocumentNumber::LENGTH_MAX {
                return Err(NotASeries::TooLong);
            }
        }
        if pattern.is_empty() {
            return Err(NotASeries::Empty);
        }
        if pattern.bytes().all(|b| b == b'?') {
            return Err(NotASeries::AllOpen);
        }
        if pattern.bytes().filter(|place| !place.is_ascii_alphanumeric()).count() < Self::OPEN_MIN {
            return Err(NotASeries::TooNarrow);
        }
        Ok(SeriesPattern(pattern))
    }

    /// Answers whether the pattern speaks of a number.
    pub fn fits(&self, number: &DocumentNumber) -> bool {
        fits(&self.0, number)
    }

    /// Answers how closely it speaks of a number: the more places it fixes, the higher. An exact character counts four,
    /// a letter two, a digit three (ten possibilities are fewer than twenty-six), an open place nothing.
    pub fn specificity(&self) -> u32 {
        specificity(&self.0)
    }

    /// Answers the exact characters it begins with, at most [`SeriesPattern::PREFIX_MAX`].
    pub fn prefix(&self) -> &str {
        let exact = self.0.bytes().take_while(u8::is_ascii_alphanumeric).count();
        self.0.get(..exact.min(Self::PREFIX_MAX)).unwrap_or("")
    }

    /// Answers the pattern as it is compared and shown.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Answers whether a stored pattern speaks of a number, without reading it anew.
pub(super) fn fits(pattern: &str, number: &DocumentNumber) -> bool {
    let number = number.as_str();
    pattern.len() == number.len()
        && pattern.bytes().zip(number.bytes()).all(|(place, character)| match place {
            b'#' => character.is_ascii_digit(),
            b'@' => character.is_ascii_uppercase(),
            b'?' => true,
            exact => exact == character,
        })
}

/// Answers how closely a stored pattern speaks of its numbers.
pub(super) fn specificity(pattern: &str) -> u32 {
    let weight = |place: u8| match place {
        b'?' => 0,
        b'@' => 2,
        b'#' => 3,
        _ => 4,
    };
    pattern.bytes().map(weight).sum()
}

impl FromStr for SeriesPattern {
    type Err = NotASeries;
    fn from_str(text: &str) -> Result<Self, NotASeries> {
        SeriesPattern::parse(text)
    }
}

impl fmt::Display for SeriesPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn pattern(text: &str) -> SeriesPattern {
        SeriesPattern::parse(text).unwrap()
    }

    fn number(text: &str) -> DocumentNumber {
        DocumentNumber::parse(text).unwrap()
    }

    fn open_places(text: &str) -> usize {
        text.chars().filter(|place| "#@?".contains(*place)).count()
    }

    #[test]
    fn a_series_speaks_of_its_own_numbers() {
        let series = pattern("k9-### ####");
        assert_eq!(series.as_str(), "K9#######");
        assert!(series.fits(&number("K90211756")));
        for other in ["K9021175", "K902117566", "K80211756", "K9A211756"] {
            assert!(!series.fits(&number(other)), "{other}");
        }
        assert!(pattern("@@?##").fits(&number("AB123")) && pattern("@@?##").fits(&number("ABC23")));
        assert!(!pattern("@@?##").fits(&number("A1C23")));
    }

    #[test]
    fn what_is_no_pattern_says_why() {
        assert_eq!(SeriesPattern::parse(" - "), Err(NotASeries::Empty));
        assert_eq!(SeriesPattern::parse("K9*"), Err(NotASeries::Character('*', 3)));
        assert_eq!(SeriesPattern::parse("????"), Err(NotASeries::AllOpen));
        assert_eq!(SeriesPattern::parse(&"#".repeat(25)), Err(NotASeries::TooLong));
    }

    #[test]
    fn a_single_number_is_no_series_nor_is_one_with_a_single_open_place() {
        for narrow in ["K90211756", "k9-021 1756", "K9021175#", "@90211756", "K90211?56", "#", "A"] {
            assert_eq!(SeriesPattern::parse(narrow), Err(NotASeries::TooNarrow), "{narrow}");
        }
        assert!(pattern("K902117##").fits(&number("K90211756")));
    }

    #[test]
    fn patterns_are_found_by_what_they_begin_with() {
        assert_eq!(pattern("K9#######").prefix(), "K9");
        assert_eq!(pattern("ABCDE####").prefix(), "ABCD");
        assert_eq!(pattern("#########").prefix(), "");
        assert!(pattern("K90######").specificity() > pattern("K9#######").specificity());
        assert!(pattern("K9#######").specificity() > pattern("K9???????").specificity());
    }

    proptest! {
        #[test]
        fn a_number_fits_every_pattern_made_by_opening_some_of_its_places(text in "[A-Z0-9]{2,24}", open in any::<u32>(), wide in any::<u32>()) {
            let opened: String = text.chars().enumerate().map(|(at, c)| match (open >> at & 1, wide >> at & 1, c) {
                (0, _, c) => c,
                (_, 0, c) if c.is_ascii_digit() => '#',
                (_, 0, _) => '@',
                _ => '?',
            }).collect();
            prop_assume!(opened.bytes().any(|b| b != b'?') && open_places(&opened) >= SeriesPattern::OPEN_MIN);
            let pattern = pattern(&opened);
            let number = number(&text);
            prop_assert!(pattern.fits(&number));
            // The look-up asks by the number's first characters: the pattern's prefix must be among them.
            prop_assert!(text.starts_with(pattern.prefix()) && pattern.prefix().len() <= SeriesPattern::PREFIX_MAX);
            prop_assert!(pattern.specificity() < specificity(&text));
        }

        #[test]
        fn a_pattern_fits_exactly_what_its_places_allow(text in "[A-C0-2#@?]{1,5}", other in "[A-C0-2]{1,5}") {
            prop_assume!(text.bytes().any(|b| b != b'?') && open_places(&text) >= SeriesPattern::OPEN_MIN);
            let expected = text.len() == other.len() && text.chars().zip(other.chars()).all(|(place, c)|
                place == '?' || place == c || (place == '#' && c.is_numeric()) || (place == '@' && c.is_alphabetic()));
            prop_assert_eq!(pattern(&text).fits(&number(&other)), expected);
        }

        #[test]
        fn reading_what_is_shown_changes_nothing(text in "[A-Z0-9#@?]{1,24}") {
            if let Ok(read) = SeriesPattern::parse(&text) {
                prop_assert_eq!(SeriesPattern::parse(read.as_str()), Ok(read));
            }
        }
    }
}
