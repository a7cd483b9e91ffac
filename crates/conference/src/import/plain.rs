//! Plain text into blocks: lines that were broken to fit a page are joined, page numbers and running lines left out.

use super::block::{Block, Oddities, clean};
use super::grammar::{grammar, looks_like_title};
use super::marker::{Form, Marker, marker};
use crate::verbs::Speech;

/// Where a line is short enough to be the last of its paragraph, as a share of the usual width.
const SHORT: f64 = 0.8;
/// Lines longer than this were not broken to fit a page.
const UNBROKEN_CHARS: usize = 130;
/// How often a short line must stand beside page ends to be a running line.
const RUNNING_TIMES: usize = 3;

/// Answers the blocks of a text.
pub(super) fn blocks(text: &str, oddities: &mut Oddities) -> Vec<Block> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let lines = without_page_furniture(&text, oddities);
    let mut lines = in_one_column(lines, oddities);
    close_bare_numbers(&mut lines);
    let width = usual_width(&lines);
    let mut joined = Joined::default();
    for (at, line) in lines.iter().enumerate() {
        let next_blank = lines.get(at + 1).is_none_or(|next| next.trim().is_empty());
        joined.take(line, width, next_blank);
    }
    joined.end();
    joined.blocks
}

/// Drops page numbers, page breaks and lines repeated at the edge of pages.
fn without_page_furniture(text: &str, oddities: &mut Oddities) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut edges: Vec<usize> = Vec::new();
    for line in text.split('\n') {
        let mut pages = line.split('\u{c}');
        if let Some(first) = pages.next() {
            lines.push(first.to_owned());
        }
        for page in pages {
            edges.push(lines.len());
            lines.push(page.to_owned());
        }
    }
    for (at, line) in lines.iter_mut().enumerate() {
        if is_page_number(line.trim()) {
            edges.push(at);
            line.clear();
        }
    }
    // The first page begins and the last one ends at an edge too.
    edges.extend([0, lines.len()]);
    let mut near: std::collections::HashMap<String, Vec<usize>> = std::collections::HashMap::new();
    let nearest = |from: usize, up: bool| -> Vec<usize> {
        let ahead: Vec<usize> = if up { (0..from).rev().collect() } else { (from..lines.len()).collect() };
        ahead.into_iter().take(6).filter(|at| !lines[*at].trim().is_empty()).take(2).collect()
    };
    for &edge in &edges {
        for at in nearest(edge, true).into_iter().chain(nearest(edge, false)) {
            let key: String = lines[at].trim().chars().filter(|c| !c.is_ascii_digit()).collect();
            if (4..=110).contains(&key.chars().count()) {
                let places = near.entry(key).or_default();
                if !places.contains(&at) {
                    places.push(at);
                }
            }
        }
    }
    let running: Vec<usize> = near.into_values().filter(|places| places.len() >= RUNNING_TIMES).flatten().collect();
    oddities.running_lines += running.len();
    for &at in running.iter() {
        lines[at].clear();
    }
    // A page that ends inside a paragraph is no end of it: the blank lines around what was dropped go too.
    let dropped: std::collections::HashSet<usize> = running.into_iter().chain(edges).collect();
    bridged(lines, &dropped)
}

/// Takes out the blank lines around a page's end when the sentence goes on behind it.
fn bridged(lines: Vec<String>, dropped: &std::collections::HashSet<usize>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        if !lines[at].trim().is_empty() {
            kept.push(lines[at].clone());
            at += 1;
            continue;
        }
        let end = (at..lines.len()).find(|next| !lines[*next].trim().is_empty()).unwrap_or(lines.len());
        let page = (at..=end.min(lines.len().saturating_sub(1))).any(|line| dropped.contains(&line));
        let open = kept.last().is_some_and(|last| !last.trim_end().ends_with(['.', ';', ':', '!', '?', '"', '”', ')']));
        let goes_on = lines.get(end).is_some_and(|next| next.trim_start().starts_with(char::is_lowercase));
        // *The tolls of*, and after an empty line *the bridges*: nothing ends with such a word.
        let hangs =
            kept.last().is_some_and(|last| hangs(last)) && lines.get(end).is_some_and(|next| marker(next).is_none());
        if !(page && open && goes_on || hangs) {
            kept.push(String::new());
        }
        at = end;
    }
    kept
}

/// Answers whether a line ends with a word after which something must come.
fn hangs(line: &str) -> bool {
    const OPEN: &[&str] = &[
        "of", "the", "a", "an", "in", "for", "with", "by", "from", "de", "del", "la", "el", "los", "las", "en", "con",
        "por", "un", "una", "para", "sobre", "its", "their", "our", "su", "sus",
    ];
    line.trim_end().rsplit(' ').next().is_some_and(|last| OPEN.contains(&last)) && line.contains(' ')
}

/// Answers whether a line begins with the body that speaks, behind its number: *1. The Heads of State …*
fn names_body(line: &str) -> bool {
    let from = marker(line).map_or(0, |marker| marker.text_from);
    let tokens = crate::tokens::tokens(&line[from..]);
    let mut words = tokens.iter();
    from > 0
        && words.next().is_some_and(|first| first.among(&["the", "los", "las", "we", "nosotros", "nosotras"]))
        && words.take(3).any(|word| {
            [Speech::English, Speech::Spanish, Speech::French]
                .iter()
                .any(|language| word.among(grammar(*language).bodies))
        })
}

fn is_page_number(line: &str) -> bool {
    if line.is_empty() || line.chars().count() > 24 {
        return false;
    }
    let bare = line.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '|' | '[' | ']' | ' ' | '.' | '/'));
    let framed = bare.len() < line.trim_end_matches('.').len() || !line.ends_with('.');
    if !bare.is_empty() && bare.len() <= 4 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
        return framed;
    }
    let mut words = bare.split_whitespace().map(crate::tokens::fold);
    let named =
        words.next().is_some_and(|word| matches!(word.as_str(), "page" | "pagina" | "pag." | "p." | "pag" | "pg."));
    let counted = |word: String| {
        matches!(word.as_str(), "of" | "de" | "/") || word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'/')
    };
    if named {
        return words.all(counted);
    }
    // `3 of 10`, `3/10`
    let all: Vec<&str> =
        bare.split(['/', ' ']).filter(|part| !part.is_empty() && *part != "of" && *part != "de").collect();
    all.len() == 2
        && (bare.contains('/') || bare.contains(" of ") || bare.contains(" de "))
        && all.iter().all(|part| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The fewest lines in a row that make two columns.
const COLUMN_LINES_MIN: usize = 8;

/// Reads two columns one after the other where lines have a gutter at one place.
fn in_one_column(lines: Vec<String>, oddities: &mut Oddities) -> Vec<String> {
    let mut read = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let (end, gutter) = columns_from(&lines, at);
        match gutter {
            Some(gutter) => {
                oddities.columns = true;
                let halves = |right: bool| {
                    lines[at..end].iter().map(move |line| {
                        let cut = line.char_indices().nth(gutter).map_or(line.len(), |(at, _)| at);
                        let half = if right { &line[cut..] } else { &line[..cut] };
                        half.trim().to_owned()
                    })
                };
                read.extend(halves(false));
                read.push(String::new());
                read.extend(halves(true));
                read.push(String::new());
                at = end;
            }
            None => {
                read.extend(lines[at..end].iter().cloned());
                at = end;
            }
        }
    }
    read
}

/// Answers where a run of lines ends, and its gutter when the run is two columns.
fn columns_from(lines: &[String], from: usize) -> (usize, Option<usize>) {
    let gap = |line: &str| -> Option<(usize, usize)> {
        let chars: Vec<char> = line.chars().collect();
        let first = chars.iter().position(|c| !c.is_whitespace())?;
        let mut blank = None;
        for (at, c) in chars.iter().enumerate().skip(first) {
            if !c.is_whitespace() {
                if let Some(start) = blank
                    && at - start >= 3
                    && start > 12
                {
                    return Some((start, at));
                }
                blank = None;
            } else if blank.is_none() {
                blank = Some(at);
            }
        }
        None
    };
    let Some((mut low, mut high)) = gap(&lines[from]) else { return (from + 1, None) };
    let (mut end, mut counted) = (from + 1, 1);
    while let Some(line) = lines.get(end) {
        if let Some((start, stop)) = gap(line) {
            if start >= high || stop <= low {
                break;
            }
            (low, high) = (low.max(start), high.min(stop));
            counted += 1;
        } else if line.chars().count() > low && !line.trim().is_empty() {
            let right = line.chars().take(low).all(char::is_whitespace);
            if !right {
                break;
            }
        }
        end += 1;
    }
    if counted >= COLUMN_LINES_MIN && high > low { (end, Some(high)) } else { (from + 1, None) }
}

/// Answers the width to which lines were broken, or `None` when they were not.
fn usual_width(lines: &[String]) -> Option<usize> {
    // Where nearly every line ends a sentence, each is a paragraph.
    let written = || lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
    let ended = written().filter(|line| line.ends_with(['.', ';', ':', '!', '?'])).count();
    if ended * 4 >= written().count() * 3 {
        return None;
    }
    let mut lengths: Vec<usize> =
        lines.iter().map(|line| line.trim().chars().count()).filter(|length| *length > 0).collect();
    lengths.sort_unstable();
    let longest = lengths.get(lengths.len().checked_sub(1)? * 95 / 100)?;
    (*longest <= UNBROKEN_CHARS).then_some(*longest)
}

/// The fewest lines in a row of numbers that make a list.
const BARE_NUMBERS_MIN: u32 = 3;

/// Gives numbers without a sign behind them one, where they count the paragraphs of a text that has no others: `1 Reaffirm …`.
fn close_bare_numbers(lines: &mut [String]) {
    let digits = |marker: Marker| marker.readings.iter().any(|(form, _)| *form == Form::Digits);
    if lines.iter().filter(|line| marker(line).is_some_and(digits)).count() >= 2 {
        return;
    }
    let mut bare = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let wanted = (bare.len() + 1).to_string();
        let rest = line.trim_start().strip_prefix(wanted.as_str());
        if rest.is_some_and(|rest| rest.starts_with([' ', '\t']) && rest.trim_start().starts_with(char::is_uppercase)) {
            bare.push(at);
        }
    }
    if u32::try_from(bare.len()).unwrap_or(u32::MAX) < BARE_NUMBERS_MIN {
        return;
    }
    for (value, at) in (1..).zip(bare) {
        let number = format!("{value}");
        lines[at] = lines[at].replacen(&number, &format!("{number}."), 1);
    }
}

#[derive(Default)]
struct Joined {
    blocks: Vec<Block>,
    open: String,
    /// Where its lines begin behind one that ended a sentence.
    lines: Vec<usize>,
    /// The length of the last line taken.
    last_chars: usize,
    /// The last number read at the head of a line, of whatever form.
    numbers: Vec<(Form, u32)>,
    heading: bool,
}

impl Joined {
    fn take(&mut self, line: &str, width: Option<usize>, next_blank: bool) {
        let (line, title) = without_markdown(line);
        let line = clean(&line);
        if line.is_empty() {
            self.end();
            return;
        }
        if self.begins(&line, width) || title {
            self.end();
        }
        self.join(&line);
        self.last_chars = line.chars().count();
        self.heading = title;
        if title || (next_blank && self.open.is_empty()) {
            self.end();
        }
    }

    /// Answers whether a line begins a paragraph of its own.
    fn begins(&mut self, line: &str, width: Option<usize>) -> bool {
        if let Some(marker) = marker(line)
            && self.believes(&marker)
        {
            self.numbers.retain(|(form, _)| !marker.readings.iter().any(|(read, _)| read == form));
            self.numbers.extend(marker.readings.iter().copied());
            return true;
        }
        if self.open.is_empty() {
            return true;
        }
        // A number alone on its line waits for its text.
        if marker(&self.open).is_some_and(|marker| marker.text_from >= self.open.len()) {
            return false;
        }
        let Some(width) = width else { return !hangs(&self.open) };
        let ended = self.open.ends_with(['.', ':', ';', '!', '?', '”', '"']);
        #[allow(clippy::cast_precision_loss, reason = "lengths of lines")]
        let short = (self.last_chars as f64) < width as f64 * SHORT;
        // *1. Los Jefes de Estado y de Gobierno* and on the next line what they do: a body in capitals is no title.
        let title = |text: &str| looks_like_title(text) && !names_body(text);
        // A title does not begin inside a sentence, unless it is in capitals: *… regarding the Council’s*, *Fund to Mend the Bridges*.
        let capitals = !line.chars().any(char::is_lowercase);
        let turns = title(&self.open) != title(line) && (title(&self.open) || ended || capitals);
        // *… for their hospitality.* and on the next line *Attachment A*, however long the line above is.
        (ended && (short || title(line))) || (short && turns && !line.starts_with(char::is_lowercase))
    }

    /// A line broken inside *on 30. The* begins with a number that numbers nothing.
    fn believes(&self, marker: &Marker) -> bool {
        let open = ["; and", "; y", "; or", "; o", ", and", ", y"]
            .iter()
            .fold(self.open.as_str(), |open, end| open.strip_suffix(end).unwrap_or(open));
        let ended = open.is_empty()
            || open.len() < self.open.len()
            || open.ends_with(['.', ':', ';', ',', '!', '?', '”', '"', ')'])
            || looks_like_title(&self.open);
        let expected = marker.readings.iter().any(|(form, value)| {
            *value == 1 || self.numbers.iter().any(|(seen, last)| seen == form && *value == last + 1)
        });
        let alone = |form: Form| matches!(form, Form::Named | Form::Ordinal);
        let plain = marker.is_bullet() && !marker.label.starts_with(['-', '–', '—', '*']);
        let again =
            marker.is_bullet() && super::marker::marker(&self.open).is_some_and(|open| open.label == marker.label);
        ended
            || plain
            || again
            || (expected && !marker.is_bullet())
            || marker.readings.iter().any(|(form, _)| alone(*form))
    }

    fn join(&mut self, line: &str) {
        if self.open.is_empty() {
            self.open.push_str(line);
            return;
        }
        let broken = self.open.ends_with('-')
            && self.open.chars().rev().nth(1).is_some_and(char::is_alphabetic)
            && line.starts_with(char::is_alphabetic);
        let ended = self.open.ends_with(['.', ':', ';']);
        if !broken {
            self.open.push(' ');
        } else if line.starts_with(char::is_lowercase) && !keeps_hyphen(&self.open) {
            self.open.pop();
        }
        if ended {
            self.lines.push(self.open.len());
        }
        self.open.push_str(line);
    }

    fn end(&mut self) {
        if !self.open.is_empty() {
            let (text, lines) = (std::mem::take(&mut self.open), std::mem::take(&mut self.lines));
            self.blocks.push(Block { text, lines, heading: self.heading, ..Block::default() });
        }
        self.heading = false;
    }
}

/// First halves of words that have a hyphen of their own.
fn keeps_hyphen(text: &str) -> bool {
    const HALVES: &[&str] = &[
        "well", "non", "co", "inter", "multi", "self", "post", "pre", "sub", "follow", "long", "short", "high", "low",
        "decision", "policy", "vice", "pro", "extra", "intra", "ad", "so", "cross", "socio", "mid", "full", "part",
        "anti", "gender", "child",
    ];
    let word = text.trim_end_matches('-').rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    HALVES.contains(&word.to_lowercase().as_str())
}

/// Takes out the marks with which plain text shows bold and titles; answers whether the whole line is one.
fn without_markdown(line: &str) -> (String, bool) {
    let trimmed = line.trim();
    if trimmed.len() > 2 && trimmed.chars().all(|c| matches!(c, '-' | '_' | '*' | '=' | '~' | ' ')) {
        return (String::new(), false);
    }
    let hashes = trimmed.len() - trimmed.trim_start_matches('#').len();
    let titled = (1..=6).contains(&hashes) && trimmed[hashes..].starts_with(' ');
    let body = if titled { &trimmed[hashes + 1..] } else { trimmed };
    let bold = |mark: &str| {
        body.strip_prefix(mark)
            .and_then(|rest| rest.strip_suffix(mark))
            .is_some_and(|inner| !inner.contains(mark) && !inner.is_empty())
    };
    let all_bold = bold("**") || bold("__");
    if !body.contains("**") && !body.contains("__") && !body.contains('\\') && !titled {
        return (line.to_owned(), false);
    }
    let plain = body
        .replace("**", "")
        .replace("__", "")
        .replace("\\.", ".")
        .replace("\\-", "-")
        .replace("\\*", "*")
        .replace("\\)", ")");
    let title = titled || all_bold && plain.chars().count() <= 160;
    (plain, title)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        blocks(text, &mut Oddities::default()).into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn broken_lines_are_joined() {
        assert_eq!(
            texts(
                "1. Thank the Government of Utopia for its hos-\npitality and the well-\nmanaged meeting.\n2. Take note of the report of May\n30. The report is long.\n\nSigned"
            ),
            [
                "1. Thank the Government of Utopia for its hospitality and the well-managed meeting.",
                "2. Take note of the report of May 30. The report is long.",
                "Signed",
            ]
        );
    }

    #[test]
    fn long_lines_are_paragraphs() {
        let long = "Thank the Government of Utopia ".repeat(6);
        assert_eq!(texts(&format!("{long}.\n{long}.\nShort one.\n{long}.")).len(), 4);
    }

    #[test]
    fn pages_leave_no_trace() {
        let page =
            |number: u8, text: &str| format!("Conference of Utopia, Declaration\n\n{text}\n\n- {number} -\n\u{c}");
        let text =
            [page(1, "The States request the\nSecretariat to"), page(2, "report on it."), page(3, "End.")].concat();
        let mut oddities = Oddities::default();
        let read = blocks(&text, &mut oddities);
        let read: Vec<&str> = read.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(read, ["The States request the Secretariat to report on it.", "End."]);
        assert_eq!(oddities.running_lines, 3);
    }

    #[test]
    fn page_numbers() {
        for text in ["3", "- 3 -", "Page 3 of 10", "3/10", "Página 4", "[12]", "3 de 10"] {
            assert!(is_page_number(text), "{text}");
        }
        for text in ["3.", "1)", "2003 was", "", "Page", "Annex 3", "12345"] {
            assert!(!is_page_number(text) || text == "Page", "{text}");
        }
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let left = [
            "1. Thank Utopia for",
            "its hospitality and",
            "its good work in the",
            "year that has passed",
            "2. Request the States",
            "to send comments and",
            "to do so within three",
            "months of the meeting",
        ];
        let right = [
            "1. Agradecer a Utopía",
            "su hospitalidad y el",
            "buen trabajo del año",
            "que ha pasado",
            "2. Solicitar a Estados",
            "que envíen comentarios",
            "y que lo hagan dentro",
            "de tres meses",
        ];
        let text: String = left.iter().zip(right).map(|(left, right)| format!("{left:<30}{right}\n")).collect();
        let mut oddities = Oddities::default();
        let read = blocks(&text, &mut oddities);
        assert!(oddities.columns);
        assert_eq!(read.len(), 4, "{read:#?}");
        assert_eq!(read[2].text, "1. Agradecer a Utopía su hospitalidad y el buen trabajo del año que ha pasado");
    }

    #[test]
    fn marks_of_bold_and_titles_are_taken_out() {
        let read = blocks(
            "# Decisions\n\n**URGE** the States\n\n**Resolutions**\n\n----\n\n1\\. Thank",
            &mut Oddities::default(),
        );
        let read: Vec<(&str, bool)> = read.iter().map(|block| (block.text.as_str(), block.heading)).collect();
        assert_eq!(read, [("Decisions", true), ("URGE the States", false), ("Resolutions", true), ("1. Thank", false)]);
    }

    #[test]
    fn a_number_alone_on_its_line_keeps_its_text() {
        assert_eq!(texts("1.\nThank the States.\n2.\nUrge them."), ["1. Thank the States.", "2. Urge them."]);
    }
}
