//! Why a text could not be read as a zone, and where.

use super::coded::worded;
use serde::ser::{Serialize, SerializeStruct, Serializer};
use std::fmt;

/// Bounds the text that is looked at; a zone has at most 90 characters, the rest leaves room for blanks.
pub const INPUT_BYTES_MAX: usize = 4096;

worded! {
    /// Names what is wrong with a text that is not a zone.
    UnreadableCode {
        /// The text has more than 4096 bytes.
        TooLong = "too_long" => "zone-error-too-long",
        /// The text is empty or nothing but blanks.
        Empty = "empty" => "zone-error-empty",
        /// A character is outside ASCII.
        NotAscii = "not_ascii" => "zone-error-not-ascii",
        /// A blank stands between the characters of a line.
        Space = "space" => "zone-error-space",
        /// A character is neither a letter, nor a digit, nor the filler `<`.
        Character = "character" => "zone-error-character",
        /// A line has a length that no format has.
        LineLength = "line_length" => "zone-error-line-length",
        /// Lines are missing, or there are too many.
        LineCount = "line_count" => "zone-error-line-count",
        /// The zone does not begin with a letter, so the kind of document cannot be told.
        DocumentCode = "document_code" => "zone-error-document-code",
    }
}

/// Says why a text is not a zone, with a code that stays, and the place in the text as it was given.
///
/// As JSON it is `code`, `message` (English), `line` and `column`, the last two null where no single place is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unreadable {
    /// What is wrong.
    pub code: UnreadableCode,
    /// Line of the given text, from 1, blank lines counted.
    pub line: Option<u16>,
    /// Character of that line, from 1, blanks counted.
    pub column: Option<u16>,
    /// How many there are: bytes of a text too long, characters of a line, or lines.
    pub found: usize,
    /// The character that is not allowed.
    pub character: Option<char>,
}

impl Unreadable {
    /// Says what is wrong with the text as a whole.
    pub(super) const fn whole(code: UnreadableCode, found: usize) -> Self {
        Self { code, line: None, column: None, found, character: None }
    }

    /// Says what is wrong at one place, counted from 0 as the scanner counts.
    pub(super) fn at(code: UnreadableCode, line: usize, column: usize) -> Self {
        let from_one = |n: usize| u16::try_from(n + 1).ok();
        Self { code, line: from_one(line), column: from_one(column), found: 0, character: None }
    }

    /// Answers the offending character as a person can see it: itself, or its number (`U+00A0`) if it leaves no mark.
    pub fn shown_character(&self) -> String {
        match self.character {
            None => String::new(),
            Some(c) if c.is_control() || c.is_whitespace() || c == '\u{feff}' || c == '\u{fffd}' => {
                format!("U+{:04X}", u32::from(c))
            }
            Some(c) => c.to_string(),
        }
    }
}

/// Writes the message in English, as in `words/en.ftl`; pages take theirs from there.
impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = self.line.unwrap_or_default();
        let column = self.column.unwrap_or_default();
        let found = self.found;
        let shown = self.shown_character();
        match self.code {
            UnreadableCode::TooLong => {
                write!(f, "The text has more than {INPUT_BYTES_MAX} bytes. No zone is that long.")
            }
            UnreadableCode::Empty => write!(f, "There is nothing to read."),
            UnreadableCode::Space => {
                write!(
                    f,
                    "Line {line}, character {column}: a blank stands inside the line. A filler < may have been lost here."
                )
            }
            UnreadableCode::NotAscii | UnreadableCode::Character => {
                write!(
                    f,
                    "Line {line}, character {column}: “{shown}” cannot stand in a zone. Only A to Z, 0 to 9 and < can."
                )
            }
            UnreadableCode::LineLength => {
                write!(
                    f,
                    "Characters in line {line}: {found}. A zone has three lines of 30, two lines of 36 or two lines of 44."
                )
            }
            UnreadableCode::LineCount => {
                write!(
                    f,
                    "Lines of this length: {found}. A zone has three lines of 30, two lines of 36 or two lines of 44."
                )
            }
            UnreadableCode::DocumentCode => {
                write!(f, "Line {line} begins with “{shown}”. A zone begins with the letter of the kind of document.")
            }
        }
    }
}

impl std::error::Error for Unreadable {}

impl Serialize for Unreadable {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Unreadable", 4)?;
        fields.serialize_field("code", &self.code)?;
        fields.serialize_field("message", &self.to_string())?;
        fields.serialize_field("line", &self.line)?;
        fields.serialize_field("column", &self.column)?;
        fields.end()
    }
}
