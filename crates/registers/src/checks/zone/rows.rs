//! From the text somebody typed, pasted or scanned to the lines of a zone, or to the place where that fails.

use super::format::Place;
use super::unreadable::{INPUT_BYTES_MAX, Unreadable, UnreadableCode};

/// Holds the lines of a zone: two of 36, two of 44 or three of 30 characters from A–Z, 0–9 and `<`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rows {
    rows: Vec<String>,
    /// Whether any letter was given small.
    pub(super) had_small_letters: bool,
}

/// Holds a piece of the text without blanks in it, and where it began (counted from 0).
struct Piece<'a> {
    text: &'a str,
    line: usize,
    column: usize,
}

impl Rows {
    /// Finds the lines in a text: with or without line breaks, blanks and blank lines around them, capitals or not.
    pub(super) fn find(text: &str) -> Result<Self, Unreadable> {
        if text.len() > INPUT_BYTES_MAX {
            return Err(Unreadable::whole(UnreadableCode::TooLong, text.len()));
        }
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let pieces = pieces(text)?;
        let cut = cut(&pieces)?;
        let mut had_small_letters = false;
        let rows: Vec<String> = cut
            .into_iter()
            .map(|row| {
                had_small_letters |= row.bytes().any(|b| b.is_ascii_lowercase());
                row.to_ascii_uppercase()
            })
            .collect();
        let first = rows.first().and_then(|row| row.chars().next()).unwrap_or('<');
        if !first.is_ascii_uppercase() {
            let (line, column) = pieces.first().map_or((0, 0), |p| (p.line, p.column));
            let error = Unreadable::at(UnreadableCode::DocumentCode, line, column);
            return Err(Unreadable { character: Some(first), ..error });
        }
        Ok(Self { rows, had_small_letters })
    }

    /// Answers the characters at a place; nothing for a place outside the zone.
    pub(super) fn at(&self, place: Place) -> &str {
        let row = self.rows.get(usize::from(place.line).wrapping_sub(1));
        row.and_then(|row| row.get(usize::from(place.from).wrapping_sub(1)..usize::from(place.to))).unwrap_or("")
    }

    /// Answers the first character at a place, the filler outside the zone.
    pub(super) fn char_at(&self, place: Place) -> char {
        self.at(place).chars().next().unwrap_or('<')
    }

    pub(super) fn first(&self) -> &str {
        self.rows.first().map_or("", String::as_str)
    }

    pub(super) fn is_td1(&self) -> bool {
        self.rows.len() == 3
    }

    /// Answers the length that all lines have.
    pub(super) fn width(&self) -> u8 {
        u8::try_from(self.first().len()).unwrap_or(u8::MAX)
    }

    pub(super) fn into_lines(self) -> Vec<String> {
        self.rows
    }
}

/// Says whether a text has the lines of a zone, and a letter where one has to be.
pub(super) fn is_whole(text: &str) -> bool {
    Rows::find(text).is_ok()
}

/// Answers the pieces of the text that blanks and line ends separate, one a line, and refuses what cannot stand in a
/// zone.
fn pieces(text: &str) -> Result<Vec<Piece<'_>>, Unreadable> {
    let mut pieces: Vec<Piece<'_>> = Vec::with_capacity(3);
    for (line, whole) in text_lines(text).enumerate() {
        let inner = whole.trim_matches([' ', '\t']);
        if inner.is_empty() {
            continue;
        }
        let column = whole.len() - whole.trim_start_matches([' ', '\t']).len();
        if let Some(error) = refused(inner, line, column) {
            return Err(error);
        }
        match inner.find([' ', '\t']) {
            None => pieces.push(Piece { text: inner, line, column }),
            Some(blank) => {
                let Some(joined) = joined_by_blanks(inner) else {
                    return Err(Unreadable::at(UnreadableCode::Space, line, column + blank));
                };
                pieces.extend(joined.map(|text| Piece { text, line, column }));
            }
        }
    }
    if pieces.is_empty() { Err(Unreadable::whole(UnreadableCode::Empty, 0)) } else { Ok(pieces) }
}

/// Splits at CR LF, LF and CR: keyboard wedges send any of them.
fn text_lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// Finds the first character of a line that neither stands in a zone nor is a blank.
fn refused(inner: &str, line: usize, column: usize) -> Option<Unreadable> {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'<' | b' ' | b'\t');
    if inner.bytes().all(allowed) {
        return None;
    }
    let refused = |c: &char| u8::try_from(*c).map_or(true, |b| !allowed(b));
    let (index, character) = inner.chars().enumerate().find(|(_, c)| refused(c))?;
    let code = if character.is_ascii() { UnreadableCode::Character } else { UnreadableCode::NotAscii };
    Some(Unreadable { character: Some(character), ..Unreadable::at(code, line, column + index) })
}

/// Answers the lines of a zone that a single-line field or a wedge joined by blanks, and nothing if it is not that:
/// only where every piece has the one same legal length does a blank surely stand for a line end.
fn joined_by_blanks(inner: &str) -> Option<impl Iterator<Item = &str>> {
    let words = || inner.split([' ', '\t']).filter(|word| !word.is_empty());
    let count = words().count();
    let width = words().next()?.len();
    let whole = matches!((count, width), (2, 36 | 44) | (3, 30)) && words().all(|word| word.len() == width);
    whole.then(words)
}

/// Cuts the pieces into lines of one legal length, or says which piece has a wrong one.
fn cut<'a>(pieces: &[Piece<'a>]) -> Result<Vec<&'a str>, Unreadable> {
    if let [only] = pieces
        && let Some(width) = width_of_joined(only.text.len())
    {
        return Ok((0..only.text.len()).step_by(width).filter_map(|at| only.text.get(at..at + width)).collect());
    }
    let width = expected_width(pieces);
    if let Some(wrong) = pieces.iter().find(|piece| piece.text.len() != width) {
        let found = wrong.text.len();
        let error = Unreadable::at(UnreadableCode::LineLength, wrong.line, wrong.column + found.min(width));
        return Err(Unreadable { found, ..error });
    }
    let count = if width == 30 { 3 } else { 2 };
    if pieces.len() == count {
        return Ok(pieces.iter().map(|piece| piece.text).collect());
    }
    let last = pieces.get(count).or(pieces.last()).map_or(0, |piece| piece.line);
    let error = Unreadable::at(UnreadableCode::LineCount, last, 0);
    Err(Unreadable { column: None, found: pieces.len(), ..error })
}

/// Answers the line length of a zone given without line breaks.
fn width_of_joined(length: usize) -> Option<usize> {
    match length {
        90 => Some(30),
        72 => Some(36),
        88 => Some(44),
        _ => None,
    }
}

/// Answers the length the lines were most likely meant to have: the one most of them have, else the one nearest to the
/// first.
fn expected_width(pieces: &[Piece<'_>]) -> usize {
    let having = |width: usize| pieces.iter().filter(|piece| piece.text.len() == width).count();
    let usual = if pieces.len() == 3 { [30, 36, 44] } else { [44, 36, 30] };
    let most = usual.into_iter().map(having).max().unwrap_or(0);
    if most > 0 {
        return usual.into_iter().find(|width| having(*width) == most).unwrap_or(44);
    }
    let first = pieces.first().map_or(0, |piece| piece.text.len());
    if pieces.len() == 3 { 30 } else { usual.into_iter().min_by_key(|width| width.abs_diff(first)).unwrap_or(44) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const A: &str = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
    const B: &str = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";

    fn error(text: &str) -> (&'static str, Option<u16>, Option<u16>, usize) {
        let e = Rows::find(text).unwrap_err();
        (e.code.code(), e.line, e.column, e.found)
    }

    #[test]
    fn every_way_a_reader_or_a_person_gives_the_lines_is_read_the_same() {
        let plain = Rows::find(&format!("{A}\n{B}")).unwrap();
        for given in [
            format!("{A}\r\n{B}\r\n"),
            format!("{A}\r{B}\r"),
            format!("\n\n  {A}\t\n\n{B}  \n\n"),
            format!("{A}{B}"),
            format!("{A} {B}"),
            format!("\u{feff}{A}\n{B}"),
            format!("{A}\r\r\n{B}"),
        ] {
            assert_eq!(Rows::find(&given).unwrap(), plain, "{given:?}");
        }
        let small = Rows::find(&format!("{A}\n{B}").to_lowercase()).unwrap();
        assert!(small.had_small_letters && !plain.had_small_letters);
        assert_eq!(small.into_lines(), plain.into_lines());
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        assert_eq!(error(""), ("empty", None, None, 0));
        assert_eq!(error(" \r\n\t\n"), ("empty", None, None, 0));
        assert_eq!(error(&"A".repeat(4097)), ("too_long", None, None, 4097));
        assert_eq!(error(&format!("\n{A}\n L8989-2")), ("character", Some(3), Some(7), 0));
        assert_eq!(error(&format!("{A}\nÑ")), ("not_ascii", Some(2), Some(1), 0));
        assert_eq!(
            error(&format!("{A}\nL898902C36UTO7408122F 1204159ZE184226B<<<<<10")),
            ("space", Some(2), Some(22), 0)
        );
        let cards = "I<UTOD231458907<<<<<<<<<<<<<<< 7408122F1204159UTO<<<<<<<<<<<6";
        assert_eq!(error(cards), ("space", Some(1), Some(31), 0), "two of three lines are no zone, so no line end");
        assert_eq!(error(&format!("{A}\n{B}0")), ("line_length", Some(2), Some(45), 45));
        assert_eq!(error(&format!("{}\n{B}", &A[1..])), ("line_length", Some(1), Some(44), 43));
        assert_eq!(error(A), ("line_count", Some(1), None, 1));
        assert_eq!(error(&format!("{A}\n{B}\n{B}")), ("line_count", Some(3), None, 3));
        assert_eq!(error(&format!("{A}{B}0")), ("line_length", Some(1), Some(45), 89));
        assert_eq!(error(&format!("<<{}\n{B}", &A[2..])), ("document_code", Some(1), Some(1), 0));
    }

    #[test]
    fn a_missing_line_of_a_card_is_a_missing_line() {
        let card = ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6"];
        assert_eq!(error(&card.join("\n")), ("line_count", Some(2), None, 2));
        assert_eq!(error(&format!("{}\nERIKSSON<<ANNA", card.join("\n"))), ("line_length", Some(3), Some(15), 14));
    }

    #[test]
    fn the_limit_is_the_last_length_that_is_looked_at() {
        let blanks = " ".repeat(INPUT_BYTES_MAX - A.len() - B.len());
        assert!(Rows::find(&format!("{A}{B}{blanks}")).is_ok());
        assert_eq!(error(&format!("{A}{B}{blanks} ")).0, "too_long");
    }
}
