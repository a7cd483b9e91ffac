//! What every format is read into: blocks of text in order, with what the format knew about each.

/// One block of a document, before anyone asks what it means.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// The text, without the number that the format counted by itself.
    pub text: String,
    /// The number or sign that the format counted: `3.`, `a)`, `•`.
    pub label: Option<String>,
    /// How deep the format says the list is, from 0.
    pub level: Option<usize>,
    /// The format says this is a heading, or all of it is bold.
    pub heading: bool,
    /// Where a line of the text begins, in bytes, behind one that ended a sentence; the lines were joined all the same.
    pub lines: Vec<usize>,
}

/// What a format had besides text, each said as a warning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Oddities {
    /// Tables.
    pub tables: usize,
    /// Pieces that somebody inserted with tracked changes, which were taken.
    pub insertions: usize,
    /// Pieces that somebody struck out, which were left out.
    pub deletions: usize,
    /// Footnotes and endnotes, which were left out.
    pub footnotes: usize,
    /// Lists inside lists.
    pub nested_lists: usize,
    /// Lines that stood at the edge of every page and were left out.
    pub running_lines: usize,
    /// Two columns read one after the other.
    pub columns: bool,
    /// The bytes were in an old encoding, or had some that say nothing.
    pub encoding: bool,
}

/// Answers a text with single spaces, without invisible characters.
pub(super) fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{202a}'..='\u{202e}' => {}
            c if c.is_whitespace() || c.is_control() => {
                if !cleaned.ends_with(' ') && !cleaned.is_empty() {
                    cleaned.push(' ');
                }
            }
            'ﬁ' => cleaned.push_str("fi"),
            'ﬂ' => cleaned.push_str("fl"),
            'ﬀ' => cleaned.push_str("ff"),
            'ﬃ' => cleaned.push_str("ffi"),
            c => cleaned.push(c),
        }
    }
    cleaned.truncate(cleaned.trim_end().len());
    cleaned
}
