//! What an entry speaks of: one number, a range of blanks, or a pattern; and the State's own reference for it.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::fmt;

use crate::document::DocumentNumber;

/// Blank documents by their first and last number: the same characters up to the last run of digits, the same length,
/// and more than one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct BlankRange {
    first: DocumentNumber,
    last: DocumentNumber,
}

/// Why two numbers are no range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotARange {
    /// They do not end in digits, differ before them, or differ in length.
    #[error("the two numbers are not of the same form")]
    Form,
    /// The last comes before the first.
    #[error("the last number comes before the first")]
    Order,
    /// They are the same: that is a single number, which must not rest in clear.
    #[error("a single number")]
    SingleNumber,
}

/// Numbers of one form: `@` stands for any letter, `#` for any digit, every other character for itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct NumberPattern(String);

/// Why a text is no pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAPattern {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Longer than any document number.
    #[error("over {} characters", DocumentNumber::LENGTH_MAX)]
    TooLong,
    /// A character that no pattern has, and its place from 1.
    #[error("{0:?} at column {1} is neither a letter, a digit, @ nor #")]
    Character(char, usize),
    /// It would speak of a whole kind of document: at least two of its characters must stand for themselves.
    #[error("too wide")]
    TooWide,
    /// It has neither `@` nor `#`: that is a single number, which must not rest in clear.
    #[error("a single number")]
    SingleNumber,
}

/// The State's own mark for an entry, by which it finds its file: 1 to 40 printable characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reference(String);

/// Why a text is no reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAReference {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// More than [`Reference::LENGTH_MAX`] characters.
    #[error("over {} characters", Reference::LENGTH_MAX)]
    TooLong,
    /// A character that cannot be printed, and its place from 1.
    #[error("a character at column {0} cannot be printed")]
    Character(usize),
}

impl BlankRange {
    /// Makes a range of its two ends, which belong to it.
    ///
    /// Errors: `NotARange`.
    pub fn new(first: DocumentNumber, last: DocumentNumber) -> Result<Self, NotARange> {
        let (one, other) = (first.as_str(), last.as_str());
        let stem = |number: &str| number.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let fits = one.len() == other.len() && stem(one) < one.len() && stem(one) == stem(other);
        if !fits || one[..stem(one)] != other[..stem(other)] {
            return Err(NotARange::Form);
        }
        match one.cmp(other) {
            Ordering::Less => Ok(BlankRange { first, last }),
            Ordering::Equal => Err(NotARange::SingleNumber),
            Ordering::Greater => Err(NotARange::Order),
        }
    }

    /// Answers the first number.
    pub fn first(&self) -> &DocumentNumber {
        &self.first
    }

    /// Answers the last number.
    pub fn last(&self) -> &DocumentNumber {
        &self.last
    }
}

impl NumberPattern {
    /// The most characters of a stem.
    pub(super) const STEM_MAX: usize = 4;

    /// Reads a pattern as typed; blanks and hyphens count as little as in a number.
    ///
    /// Errors: `NotAPattern`, with the column from 1.
    pub fn parse(text: &str) -> Result<Self, NotAPattern> {
        let mut pattern = String::new();
        for (at, character) in text.chars().enumerate() {
            match character {
                ' ' | '-' | '\u{a0}' => {}
                '@' | '#' => pattern.push(character),
                c if c.is_ascii_alphanumeric() => pattern.push(c.to_ascii_uppercase()),
                c => return Err(NotAPattern::Character(c, at + 1)),
            }
            if pattern.len() > DocumentNumber::LENGTH_MAX {
                return Err(NotAPattern::TooLong);
            }
        }
        let open = pattern.bytes().filter(|byte| is_open(*byte)).count();
        match (pattern.len(), open) {
            (0, _) => Err(NotAPattern::Empty),
            (_, 0) => Err(NotAPattern::SingleNumber),
            (all, open) if all - open < 2 => Err(NotAPattern::TooWide),
            _ => Ok(NumberPattern(pattern)),
        }
    }

    /// Answers the pattern as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Answers up to [`Self::STEM_MAX`] characters before the first open one, by which a look-up finds the pattern.
    pub(super) fn stem(&self) -> &str {
        let end = self.0.bytes().position(is_open).unwrap_or(self.0.len());
        &self.0[..end.min(Self::STEM_MAX)]
    }

    /// Answers whether a number has this form.
    pub fn fits(&self, number: &DocumentNumber) -> bool {
        let number = number.as_str().as_bytes();
        number.len() == self.0.len()
            && self.0.bytes().zip(number).all(|(wanted, found)| match wanted {
                b'@' => found.is_ascii_uppercase(),
                b'#' => found.is_ascii_digit(),
                literal => literal == *found,
            })
    }
}

fn is_open(byte: u8) -> bool {
    byte == b'@' || byte == b'#'
}

impl Reference {
    /// The most characters a reference may have.
    pub const LENGTH_MAX: usize = 40;

    /// A number shorter than this stands in many a reference by chance.
    const TELLING_LENGTH: usize = 5;

    /// Reads a reference as typed; blanks around it are dropped.
    ///
    /// Errors: `NotAReference`, with the column from 1.
    pub fn parse(text: &str) -> Result<Self, NotAReference> {
        let text = text.trim();
        if text.is_empty() {
            return Err(NotAReference::Empty);
        }
        for (at, character) in text.chars().enumerate() {
            if at == Self::LENGTH_MAX {
                return Err(NotAReference::TooLong);
            }
            // Marks that turn the direction of writing or join invisibly would make two references look the same.
            if character.is_control()
                || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
            {
                return Err(NotAReference::Character(at + 1));
            }
        }
        Ok(Reference(text.to_owned()))
    }

    /// Answers the reference as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Answers whether it holds a number as registers compare it, whatever stands between: it rests in clear beside the
    /// keyed hash of that number, and is exported.
    pub fn gives_away(&self, number: &DocumentNumber) -> bool {
        let letters = self.letters_and_digits();
        if number.as_str().len() < Self::TELLING_LENGTH {
            letters == number.as_str()
        } else {
            letters.contains(number.as_str())
        }
    }

    /// Answers every number that it would give away, were it the entry's.
    pub(super) fn readable_numbers(&self) -> BTreeSet<DocumentNumber> {
        let letters = self.letters_and_digits();
        let parts = (0..letters.len()).flat_map(|from| {
            let longest = letters.len().min(from + DocumentNumber::LENGTH_MAX);
            (from + 1..=longest).map(move |to| (from, to))
        });
        let numbers = parts.filter_map(|(from, to)| DocumentNumber::parse(&letters[from..to]).ok());
        numbers.filter(|number| self.gives_away(number)).collect()
    }

    fn letters_and_digits(&self) -> String {
        self.0.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn number(text: &str) -> DocumentNumber {
        DocumentNumber::parse(text).unwrap()
    }

    #[test]
    fn a_range_has_one_form_and_more_than_one_number() {
        assert!(BlankRange::new(number("K0012300"), number("K0012399")).is_ok());
        assert!(BlankRange::new(number("K00123"), number("K00124")).is_ok());
        let refused = |first: &str, last: &str| BlankRange::new(number(first), number(last)).unwrap_err();
        assert_eq!(refused("K0012399", "K0012300"), NotARange::Order);
        assert_eq!(refused("K0012300", "L0012399"), NotARange::Form);
        assert_eq!(refused("K12300", "K0012399"), NotARange::Form);
        assert_eq!(refused("K1230A", "K1239A"), NotARange::Form);
        assert_eq!(refused("K00123", "k001-23"), NotARange::SingleNumber);
    }

    #[test]
    fn a_pattern_says_which_characters_are_open() {
        let pattern = NumberPattern::parse("k9-### @##").unwrap();
        assert_eq!((pattern.as_str(), pattern.stem()), ("K9###@##", "K9"));
        assert!(pattern.fits(&number("K9123A45")));
        for other in ["K9123145", "K9123A4", "K8123A45", "K9123A456"] {
            assert!(!pattern.fits(&number(other)), "{other}");
        }
        let refused = |text: &str| NumberPattern::parse(text).unwrap_err();
        assert_eq!(refused(" "), NotAPattern::Empty);
        assert_eq!(refused("K9*"), NotAPattern::Character('*', 3));
        assert_eq!(refused("K########"), NotAPattern::TooWide);
        assert_eq!(refused("K91234567"), NotAPattern::SingleNumber);
        assert_eq!(refused(&format!("K9{}", "#".repeat(23))), NotAPattern::TooLong);
    }

    #[test]
    fn a_reference_is_short_and_printable() {
        assert_eq!(Reference::parse(" DGME-2026/0017 ñ ").unwrap().as_str(), "DGME-2026/0017 ñ");
        assert_eq!(Reference::parse(" "), Err(NotAReference::Empty));
        assert_eq!(Reference::parse(&"é".repeat(40)).unwrap().as_str().chars().count(), 40);
        assert_eq!(Reference::parse(&"é".repeat(41)), Err(NotAReference::TooLong));
        assert_eq!(Reference::parse("A\u{202e}B"), Err(NotAReference::Character(2)));
    }

    #[test]
    fn a_reference_gives_a_number_away_however_it_is_written() {
        let secret = number("K97654321");
        for text in ["K97654321", "k9-765 43.21", "DGM/2026/K97654321/B", "№K9765:4321"] {
            let reference = Reference::parse(text).unwrap();
            assert!(reference.gives_away(&secret), "{text}");
            assert!(reference.readable_numbers().contains(&secret), "{text}");
        }
        for text in ["DGM-97654", "K9765432", "2026/17"] {
            let reference = Reference::parse(text).unwrap();
            assert!(!reference.gives_away(&secret) && !reference.readable_numbers().contains(&secret), "{text}");
        }
        let (short, chance) = (number("17"), Reference::parse("DGM-17").unwrap());
        assert!(!chance.gives_away(&short) && Reference::parse("1-7").unwrap().gives_away(&short));
    }
}
