//! The five formats, and how a place in a zone is named.

use super::coded::coded;

coded! {
    /// Names a format of machine-readable zone.
    Format {
        /// Card, three lines of 30 (ICAO 9303-5).
        Td1 = "TD1",
        /// Larger card, two lines of 36 (ICAO 9303-6).
        Td2 = "TD2",
        /// Passport booklet, two lines of 44 (ICAO 9303-4).
        Td3 = "TD3",
        /// Full-page visa, two lines of 44 (ICAO 9303-7).
        MrvA = "MRVA",
        /// Smaller visa, two lines of 36 (ICAO 9303-7).
        MrvB = "MRVB",
    }
}

/// Says where characters stand in a zone: line and columns, all counted from 1, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Place {
    /// Line of the zone.
    pub line: u8,
    /// First column.
    pub from: u8,
    /// Last column.
    pub to: u8,
}

impl Place {
    /// Names the characters `from` to `to` of `line`.
    pub const fn new(line: u8, from: u8, to: u8) -> Self {
        Self { line, from, to }
    }

    /// Names one character.
    pub const fn at(line: u8, column: u8) -> Self {
        Self::new(line, column, column)
    }

    /// Says whether the character at `line` and `column` stands here.
    pub const fn holds(self, line: u8, column: u8) -> bool {
        self.line == line && self.from <= column && column <= self.to
    }
}
