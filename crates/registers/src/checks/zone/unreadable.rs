//! Why a text could not be read as a zone, and where.

use serde::Serialize;

/// Says why a text is not a zone, with a code that stays and the place in the text as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong.
    pub code: UnreadableCode,
    /// Line of the given text, from 1.
    pub line: Option<u32>,
    /// Character of that line, from 1.
    pub column: Option<u32>,
}

/// Names what is wrong with a text that is not a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UnreadableCode {
    /// More than 4096 bytes.
    TooLong,
    /// Nothing but blanks.
    Empty,
}
