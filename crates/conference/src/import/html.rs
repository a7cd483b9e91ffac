//! A web page into blocks: elements that make paragraphs, counted lists, tables; scripts, styles and menus left out.
//!
//! Pages are written by many hands, so this reads tags as they come and never asks that they match.

use std::iter::Peekable;
use std::str::CharIndices;

use super::block::{Block, Oddities, clean};
use super::plain;

/// The longest cell that says who or by when beside the text of its row.
const CELL_CHARS_MAX: usize = 60;
/// The shortest text of a row.
const TEXT_CHARS_MIN: usize = 20;
/// Lists inside lists; deeper ones count as this deep.
const DEPTH_MAX: usize = 32;

/// Answers whether a text is a web page.
pub(super) fn is_page(text: &str) -> bool {
    let head: String =
        text.trim_start_matches('\u{feff}').trim_start().chars().take(2_000).collect::<String>().to_lowercase();
    let tagged = ["<!doctype html", "<html", "<?xml", "<head", "<body"].iter().any(|tag| head.starts_with(tag));
    let marks = ["<p>", "<p ", "<div", "<ol", "<ul", "<li", "<table", "<br", "<h1", "<h2", "<html", "<strong", "<span"];
    tagged && head.contains('<') && (head.contains("html") || head.contains("<body"))
        || head.starts_with('<') && marks.iter().any(|mark| head.contains(mark))
}

/// Answers the blocks of a page.
pub(super) fn blocks(text: &str, oddities: &mut Oddities) -> Vec<Block> {
    let mut page = Page {
        oddities,
        blocks: Vec::new(),
        open: Open::default(),
        lists: Vec::new(),
        skip: None,
        struck: 0,
        tables: 0,
        row: Vec::new(),
        bold: 0,
        heading: 0,
        note: None,
    };
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        match c {
            '<' => page.tag(text, at, &mut rest),
            '&' => {
                let (written, length) = entity(&text[at..]);
                while rest.peek().is_some_and(|(next, _)| *next < at + length) {
                    rest.next();
                }
                page.write(&written);
            }
            // A line that the page's author broke is no line of the text; `br` is.
            '\n' | '\r' => page.write(" "),
            c => page.write(c.encode_utf8(&mut [0; 4])),
        }
    }
    page.close();
    page.blocks
}

struct Page<'o> {
    oddities: &'o mut Oddities,
    blocks: Vec<Block>,
    open: Open,
    lists: Vec<List>,
    /// Inside an element whose text is no text of the page.
    skip: Option<String>,
    struck: usize,
    tables: usize,
    /// Where the row begins, and each of its cells, in blocks.
    row: Vec<usize>,
    bold: usize,
    heading: usize,
    /// The text of a raised mark, which may be a footnote's.
    note: Option<String>,
}

#[derive(Default)]
struct Open {
    text: String,
    label: Option<String>,
    level: Option<usize>,
    chars: usize,
    bold_chars: usize,
    heading: bool,
    lines: bool,
}

struct List {
    counted: Option<char>,
    next: u32,
}

/// Elements whose text nobody reads as text.
const SKIPPED: &[&str] = &[
    "script", "style", "head", "noscript", "template", "svg", "nav", "iframe", "object", "select", "button", "textarea",
];
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "li",
    "ol",
    "ul",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "tr",
    "td",
    "th",
    "table",
    "blockquote",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "hr",
    "dl",
    "dt",
    "dd",
    "pre",
    "body",
    "center",
    "address",
    "form",
    "fieldset",
    "figure",
    "figcaption",
    "aside",
];

impl Page<'_> {
    fn tag(&mut self, text: &str, at: usize, rest: &mut Peekable<CharIndices<'_>>) {
        let after = &text[at + 1..];
        if after.starts_with("!--") {
            let end = after.find("-->").map_or(text.len(), |end| at + 1 + end + 3);
            forward(rest, end);
            return;
        }
        let closing = after.starts_with('/');
        let name_from = usize::from(closing);
        let name: String = after[name_from..]
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .take(20)
            .collect::<String>()
            .to_lowercase();
        if name.is_empty() && !after.starts_with(['!', '?']) {
            self.write("<");
            return;
        }
        let end = tag_end(after).map_or(text.len(), |end| at + 1 + end);
        let inside = text[at + 1..end].to_owned();
        forward(rest, end + 1);
        if let Some(skipped) = &self.skip {
            if closing && *skipped == name {
                self.skip = None;
            }
            return;
        }
        if SKIPPED.contains(&name.as_str()) && !closing && !inside.ends_with('/') {
            self.skip = Some(name);
            return;
        }
        if BLOCKS.contains(&name.as_str()) {
            self.close();
        }
        if closing { self.ends(&name) } else { self.begins(&name, &inside) }
    }

    fn begins(&mut self, name: &str, inside: &str) {
        match name {
            "br" => {
                self.open.lines = true;
                self.write("\n");
            }
            "ol" | "ul" if self.lists.len() < DEPTH_MAX => {
                let form = attribute(inside, "type").and_then(|form| form.chars().next()).unwrap_or('1');
                let next = attribute(inside, "start").and_then(|start| start.parse().ok()).unwrap_or(1);
                self.lists.push(List { counted: (name == "ol").then_some(form), next });
            }
            "li" => self.item(inside),
            "table" => {
                self.tables += 1;
                self.oddities.tables += usize::from(self.tables == 1);
            }
            "tr" => self.end_row(),
            "td" | "th" => self.row.push(self.blocks.len()),
            "b" | "strong" => self.bold += 1,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading += 1,
            "del" | "s" | "strike" => {
                self.struck += 1;
                self.oddities.deletions += 1;
            }
            "ins" => self.oddities.insertions += 1,
            "sup" => self.note = Some(String::new()),
            _ => {}
        }
    }

    fn item(&mut self, inside: &str) {
        let depth = self.lists.len();
        let Some(list) = self.lists.last_mut() else {
            self.open.label = Some("•".to_owned());
            return;
        };
        if let Some(value) = attribute(inside, "value").and_then(|value| value.parse().ok()) {
            list.next = value;
        }
        let label = match list.counted {
            None => "•".to_owned(),
            Some('a') => format!("{})", letter(list.next)),
            Some('A') => format!("{}.", letter(list.next).to_uppercase()),
            Some('i') => format!("{})", super::ordinals::written(list.next.min(399)).to_lowercase()),
            Some('I') => format!("{}.", super::ordinals::written(list.next.min(399))),
            Some(_) => format!("{}.", list.next),
        };
        list.next = list.next.saturating_add(1);
        self.oddities.nested_lists += usize::from(depth > 1);
        self.open.level = Some(depth - 1);
        self.open.label = Some(label);
    }

    fn ends(&mut self, name: &str) {
        match name {
            "ol" | "ul" => {
                self.lists.pop();
            }
            "table" => {
                self.end_row();
                self.tables = self.tables.saturating_sub(1);
            }
            "tr" => self.end_row(),
            "b" | "strong" => self.bold = self.bold.saturating_sub(1),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = self.heading.saturating_sub(1),
            "del" | "s" | "strike" => self.struck = self.struck.saturating_sub(1),
            "sup" => {
                let Some(note) = self.note.take() else { return };
                let mark = note.trim().trim_matches(['[', ']', '(', ')']).to_owned();
                if !mark.is_empty() && mark.len() <= 3 && mark.bytes().all(|byte| byte.is_ascii_digit() || byte == b'*')
                {
                    self.oddities.footnotes += 1;
                } else {
                    self.write(&note);
                }
            }
            _ => {}
        }
    }

    /// Puts a row of one text and its number, owner and term together: *3 | Convene the group | Presidency | 15 September*.
    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.row);
        let Some(&from) = cells.first() else { return };
        let row = &self.blocks[from.min(self.blocks.len())..];
        let alone = cells.windows(2).all(|pair| pair[1] - pair[0] <= 1)
            && cells.last().is_some_and(|last| self.blocks.len() - last <= 1);
        let chars = |block: &Block| block.text.chars().count();
        // The text stands behind the number, or is the longest of the row.
        let main = match row.first() {
            Some(first) if is_number(first) && row.len() > 1 => 1,
            Some(_) => (0..row.len()).max_by_key(|at| chars(&row[*at])).unwrap_or(0),
            None => return,
        };
        let short = row.iter().enumerate().all(|(at, block)| at == main || chars(block) <= CELL_CHARS_MAX);
        let plain = row.iter().all(|block| block.label.is_none() && block.level.is_none());
        if !alone || !short || !plain || row.len() < 2 || chars(&row[main]) < TEXT_CHARS_MIN {
            return;
        }
        let mut row = self.blocks.split_off(from);
        let behind = row.split_off(main + 1);
        let Some(mut text) = row.pop() else { return };
        if row.last().is_some_and(is_number)
            && let Some(number) = row.pop()
            && super::marker::marker(&text.text).is_none()
        {
            text.label = Some(format!("{}.", number.text.trim().trim_end_matches(['.', ')'])));
        }
        for cell in behind {
            let ends = if text.text.ends_with(['.', ';', ':', '!', '?']) { " " } else { ". " };
            text.text = format!("{}{ends}{}", text.text, cell.text);
        }
        row.push(text);
        self.blocks.extend(row);
    }

    fn write(&mut self, text: &str) {
        if self.skip.is_some() || self.struck > 0 {
            return;
        }
        if let Some(note) = &mut self.note {
            note.push_str(text);
            return;
        }
        self.open.text.push_str(text);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        self.open.chars += letters;
        self.open.bold_chars += if self.bold > 0 { letters } else { 0 };
        self.open.heading |= self.heading > 0 && letters > 0;
    }

    fn close(&mut self) {
        let open = std::mem::take(&mut self.open);
        if open.text.trim().is_empty() {
            // An item whose text stands in an element of its own keeps its number for it.
            (self.open.label, self.open.level) = (open.label, open.level);
            return;
        }
        let text = clean(&open.text);
        let bold = open.chars > 0 && open.bold_chars == open.chars && text.chars().count() <= 160;
        let heading = open.heading || bold;
        if open.lines && open.label.is_none() {
            let inner = plain::blocks(&open.text, &mut Oddities::default());
            self.blocks.extend(inner.into_iter().map(|block| Block { heading: block.heading || heading, ..block }));
            return;
        }
        self.blocks.push(Block { text, label: open.label, level: open.level, heading, lines: Vec::new() });
    }
}

/// Answers whether a cell is the number of its row.
fn is_number(cell: &Block) -> bool {
    let digits = cell.text.trim().trim_end_matches(['.', ')']);
    !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn forward(rest: &mut Peekable<CharIndices<'_>>, to: usize) {
    while rest.peek().is_some_and(|(at, _)| *at < to) {
        rest.next();
    }
}

/// Answers where a tag ends, past `>` in its quotes.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') if tag[..at].trim_end().ends_with('=') => quote = Some(c),
            (Some(open), c) if c == open => quote = None,
            _ => {}
        }
    }
    // A quote that never ends does not swallow the page.
    tag.find('>')
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let mut from = 0;
    while let Some(at) = lower[from..].find(name).map(|at| at + from) {
        let after = tag[at + name.len()..].trim_start();
        let apart = at.checked_sub(1).is_some_and(|before| tag.as_bytes()[before].is_ascii_whitespace());
        if let Some(value) = after.strip_prefix('=').filter(|_| apart) {
            let value = value.trim_start();
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let value = match quote {
                Some(quote) => value[1..].split(quote).next().unwrap_or(""),
                None => value.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or(""),
            };
            return Some(value.to_owned());
        }
        from = at + name.len();
    }
    None
}

fn letter(count: u32) -> String {
    let at = u8::try_from((count.max(1) - 1) % 26).unwrap_or(0);
    char::from(b'a' + at).to_string()
}

/// The longest name of a character, in bytes.
const ENTITY_BYTES_MAX: usize = 34;

/// Answers the character that a reference stands for, and how many bytes it took.
fn entity(text: &str) -> (String, usize) {
    let plain = ("&".to_owned(), 1);
    let end =
        text.char_indices().take(ENTITY_BYTES_MAX).find(|(at, c)| *at > 0 && !c.is_ascii_alphanumeric() && *c != '#');
    let Some((end, closing)) = end else { return plain };
    let name = &text[1..end];
    let length = end + usize::from(closing == ';');
    let code = name.strip_prefix('#').and_then(|code| match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => code.parse().ok(),
    });
    if let Some(c) = code.and_then(char::from_u32) {
        return (c.to_string(), length);
    }
    match quick_xml::escape::resolve_html5_entity(name) {
        Some(written) => (written.to_owned(), length),
        None => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Block>, Oddities) {
        let mut oddities = Oddities::default();
        (blocks(text, &mut oddities), oddities)
    }

    #[test]
    fn paragraphs_lists_and_letters() {
        let (read, oddities) = read(
            "<!DOCTYPE html><html><head><title>No</title><style>p{}</style></head><body><h2>Acuerdos</h2>\
             <p>Los Ministros <b>acuerdan</b>:</p><ol start=3><li>Solicitar a la Secretar&iacute;a&nbsp;que informe<sup>1</sup>\
             <ol type='a'><li><p>anualmente;</p></li></ol></li><li>Instar &#225;gil &amp; pronto</ol>\
             <script>if (a < b) { '<p>no</p>' }</script><p>Fin 3 < 4 &desconocido; <del>nada</del><ins>algo</ins></p><p><strong>T\u{ed}tulo</strong></p>",
        );
        let seen: Vec<(Option<&str>, Option<usize>, bool, &str)> = read
            .iter()
            .map(|block| (block.label.as_deref(), block.level, block.heading, block.text.as_str()))
            .collect();
        assert_eq!(
            seen,
            [
                (None, None, true, "Acuerdos"),
                (None, None, false, "Los Ministros acuerdan:"),
                (Some("3."), Some(0), false, "Solicitar a la Secretaría que informe"),
                (Some("a)"), Some(1), false, "anualmente;"),
                (Some("4."), Some(0), false, "Instar ágil & pronto"),
                (None, None, false, "Fin 3 < 4 &desconocido; algo"),
                (None, None, true, "Título"),
            ]
        );
        assert_eq!((oddities.footnotes, oddities.deletions, oddities.insertions, oddities.nested_lists), (1, 1, 1, 1));
    }

    #[test]
    fn broken_lines_of_a_page_are_lines() {
        let (read, _) = read("<p>1. Thank the States<br>2. Urge the States<br/>to send comments.</p>");
        let texts: Vec<&str> = read.iter().map(|block| block.text.as_str()).collect();
        assert_eq!(texts, ["1. Thank the States", "2. Urge the States to send comments."]);
    }

    #[test]
    fn pages_are_known_by_their_tags() {
        assert!(is_page("<!DOCTYPE html>\n<html>"));
        assert!(is_page("  <div><p>Thank</p></div>"));
        assert!(!is_page("Thank <b>the</b> States"));
        assert!(!is_page("<1> Thank"));
    }

    #[test]
    fn tags_that_never_end_lose_no_more_than_themselves() {
        for text in [
            "<",
            "<p",
            "<p><a href=\"x>Thank</a>",
            "<!--",
            "&#xffffffff;",
            "&",
            "<li>",
            "</ol></p>",
            "<p title='>'>Thank</p>",
        ] {
            let _ = read(text);
        }
        assert_eq!(read("<p><a href=\"x>Thank</a>").0[0].text, "Thank");
    }
}
