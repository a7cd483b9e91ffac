//! The five formats and where each field stands in them.

use serde::Serialize;

/// Names a format of machine-readable zone (ICAO 9303-4 to 9303-7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Format {
    /// Card, three lines of 30 (ICAO 9303-5).
    Td1,
    /// Larger card, two lines of 36 (ICAO 9303-6).
    Td2,
    /// Passport booklet, two lines of 44 (ICAO 9303-4).
    Td3,
    /// Full-page visa, two lines of 44 (ICAO 9303-7).
    MrvA,
    /// Smaller visa, two lines of 36 (ICAO 9303-7).
    MrvB,
}

/// Says where characters stand in a zone: line and columns, all counted from 1, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub struct Place {
    /// Line of the zone.
    pub line: u8,
    /// First column.
    pub from: u8,
    /// Last column.
    pub to: u8,
}
