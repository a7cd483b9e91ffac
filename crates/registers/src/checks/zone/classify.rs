//! What somebody is typing into the one field of the check: a zone, the beginning of one, or something else.

use super::rows;
use super::unreadable::INPUT_BYTES_MAX;

/// Says what a typed text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// Nothing but blanks.
    Nothing,
    /// All lines of a zone; [`super::read`] will read it.
    Zone,
    /// Meant as a zone, but not whole or not readable; [`super::read`] says what is wrong with it.
    ZoneInPart,
    /// No zone: a document number, with or without its State and kind.
    Other,
}

/// Characters from which on a word without blanks is taken for part of a zone: longer than any document number, shorter
/// than any line.
const WORD_OF_ZONE: usize = 25;

/// Tells what was typed. A filler, or a word too long for any document number, makes it a zone.
pub fn classify(text: &str) -> Typed {
    if text.len() > INPUT_BYTES_MAX {
        return Typed::ZoneInPart;
    }
    if text.trim().is_empty() {
        return Typed::Nothing;
    }
    if rows::is_whole(text) {
        return Typed::Zone;
    }
    let has_zone_word = || text.split_whitespace().any(|word| word.chars().count() >= WORD_OF_ZONE);
    if text.contains('<') || has_zone_word() { Typed::ZoneInPart } else { Typed::Other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_told_from_a_number_at_every_length() {
        let zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
        assert_eq!(classify(zone), Typed::Zone);
        assert_eq!(classify(&zone.replace("\r\n", "")), Typed::Zone);
        assert_eq!(classify(&zone.to_lowercase()), Typed::Zone);
        for length in 2..zone.len() {
            assert_eq!(classify(&zone[..length]), Typed::ZoneInPart, "{length}");
        }
        for typed in ["L898902C3", "L898902C3 UTO passport", "D23145890734, UTO, identity", "2051989960101", "P"] {
            assert_eq!(classify(typed), Typed::Other, "{typed}");
        }
        assert_eq!(classify(" \r\n"), Typed::Nothing);
        assert_eq!(classify("7408122F1204159UTO0000000000006"), Typed::ZoneInPart);
        assert_eq!(classify(&"9".repeat(5000)), Typed::ZoneInPart);
    }
}
