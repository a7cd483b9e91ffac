//! What the text of minutes may be: its length, its signs, and its paragraphs.

/// The longest text in one language, in characters: what a form and a machine can send in one piece.
pub(crate) const MINUTES_CHARS_MAX: usize = 30_000;
/// The longest note, in characters.
pub(crate) const NOTE_CHARS_MAX: usize = 200;

/// Why a text cannot be the minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// Nothing but blanks.
    Blank,
    /// Longer than [`MINUTES_CHARS_MAX`], or with signs that nobody types.
    Unprintable,
}

/// Reads a text as a form or a machine sends it: line ends as one sign, no blanks at the end of a line or of the text.
pub(crate) fn parse(written: &str) -> Result<String, Unfit> {
    let unified = written.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    let lines: Vec<&str> = unified.split('\n').map(str::trim_end).collect();
    let text = lines.join("\n").trim_matches('\n').to_owned();
    if text.trim().is_empty() {
        return Err(Unfit::Blank);
    }
    let fits = text.chars().count() <= MINUTES_CHARS_MAX && !text.chars().any(|c| c.is_control() && c != '\n');
    if fits { Ok(text) } else { Err(Unfit::Unprintable) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::differences::paragraphs;

    #[test]
    fn line_ends_become_one_sign_and_what_nobody_types_is_refused() {
        assert_eq!(parse("\r\nUno  \r\n\r\n  Dos\t.\r\n").as_deref(), Ok("Uno\n\n  Dos ."));
        assert_eq!(parse("Uno\u{2028}Dos").as_deref(), Ok("Uno\nDos"));
        assert_eq!(parse(" \n\t"), Err(Unfit::Blank));
        assert_eq!(parse("a\0b"), Err(Unfit::Unprintable));
        assert_eq!(parse(&"ñ".repeat(MINUTES_CHARS_MAX + 1)), Err(Unfit::Unprintable));
        assert!(parse(&"ñ".repeat(MINUTES_CHARS_MAX)).is_ok());
        assert_eq!(paragraphs("Uno\n\n  Dos .\n"), ["Uno", "Dos ."]);
    }
}
