//! The text of a document: paragraphs in order, with what was struck out left out.

use quick_xml::events::{BytesStart, Event};

use super::numbering::{Numbering, Style, Styles};
use super::{attribute, each, is_on, value};
use crate::import::ImportError;
use crate::import::block::{Block, Oddities, clean};

/// Paragraphs inside paragraphs, as in a text box; deeper ones are read into the outer.
const DEPTH_MAX: usize = 16;

pub(super) fn blocks(
    xml: &str,
    styles: &Styles,
    numbering: Numbering,
    oddities: &mut Oddities,
) -> Result<Vec<Block>, ImportError> {
    let mut body = Body {
        styles,
        numbering,
        oddities,
        blocks: Vec::new(),
        open: Vec::new(),
        skip: 0,
        tables: 0,
        in_run: false,
        text: false,
        carried: String::new(),
    };
    each(xml, |event| body.take(event))?;
    Ok(body.blocks)
}

struct Body<'s> {
    styles: &'s Styles,
    numbering: Numbering,
    oddities: &'s mut Oddities,
    blocks: Vec<Block>,
    open: Vec<Open>,
    /// Inside this many tags whose text is left out.
    skip: usize,
    tables: usize,
    in_run: bool,
    text: bool,
    /// The text of a paragraph whose end was struck out, which runs on into the next.
    carried: String,
}

#[derive(Default)]
struct Open {
    text: String,
    style: Style,
    list: Option<String>,
    level: Option<usize>,
    /// Letters in bold, and all letters.
    bold_chars: usize,
    chars: usize,
    run_bold: bool,
    run_hidden: bool,
    /// The mark at its end was struck out.
    runs_on: bool,
    in_mark: bool,
}

impl Body<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag.local_name().as_ref()),
            Event::Text(text) if self.text && self.skip == 0 => self.write(&text.xml10_content()),
            Event::CData(text) if self.text && self.skip == 0 => self.write(&text.xml10_content()),
            Event::GeneralRef(name) if self.text && self.skip == 0 => {
                let known = match name.resolve_char_ref() {
                    Ok(Some(c)) => Some(c.to_string()),
                    _ => quick_xml::escape::resolve_xml_entity(&name.xml10_content()).map(str::to_owned),
                };
                self.write(&known.unwrap_or_default());
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>) {
        let local = tag.local_name();
        match local.as_ref() {
            "del" | "moveFrom" => {
                if let Some(open) = self.open.last_mut().filter(|open| open.in_mark) {
                    open.runs_on = true;
                }
                self.oddities.deletions += usize::from(self.skip == 0);
                self.skip += 1;
            }
            "ins" | "moveTo" => self.oddities.insertions += usize::from(self.skip == 0),
            // The same text once more, for older programs.
            "Fallback" => self.skip += 1,
            "tbl" => {
                self.tables += 1;
                self.oddities.tables += usize::from(self.tables == 1);
            }
            "p" if self.open.len() < DEPTH_MAX => self.open.push(Open::default()),
            "t" => self.text = true,
            "tab" | "br" | "cr" | "noBreakHyphen" if self.in_run && self.skip == 0 => {
                let written = if local.as_ref() == "noBreakHyphen" { "-" } else { " " };
                self.write(written);
            }
            "footnoteReference" | "endnoteReference" => self.oddities.footnotes += 1,
            "r" => {
                self.in_run = true;
                if let Some(open) = self.open.last_mut() {
                    (open.run_bold, open.run_hidden) = (open.style.bold, false);
                }
            }
            property => self.property(property, tag),
        }
    }

    /// What a paragraph or a run says of itself.
    fn property(&mut self, property: &str, tag: &BytesStart<'_>) {
        let Some(open) = self.open.last_mut() else { return };
        match property {
            "pStyle" => open.style = value(tag).map(|id| self.styles.get(&id)).unwrap_or_default(),
            "numId" => open.list = value(tag),
            "ilvl" => open.level = value(tag).and_then(|level| level.parse().ok()),
            "outlineLvl" => open.style.heading |= attribute(tag, "val").is_some_and(|level| level != "9"),
            "rPr" => open.in_mark = !self.in_run,
            "b" if self.in_run => open.run_bold = is_on(tag),
            "vanish" if self.in_run => open.run_hidden = is_on(tag),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        let Some(open) = self.open.last_mut().filter(|open| !open.run_hidden) else { return };
        open.text.push_str(text);
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        open.chars += letters;
        open.bold_chars += if open.run_bold { letters } else { 0 };
    }

    fn end(&mut self, name: &str) {
        match name {
            "del" | "moveFrom" | "Fallback" => self.skip = self.skip.saturating_sub(1),
            "tbl" => self.tables = self.tables.saturating_sub(1),
            "t" => self.text = false,
            "r" => self.in_run = false,
            "rPr" => {
                if let Some(open) = self.open.last_mut() {
                    open.in_mark = false;
                }
            }
            "p" => {
                if let Some(open) = self.open.pop() {
                    self.close(open);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, open: Open) {
        let text = format!("{}{}", std::mem::take(&mut self.carried), open.text);
        if open.runs_on {
            self.carried = text;
            return;
        }
        let text = clean(&text);
        if text.is_empty() {
            return;
        }
        let list = open.list.or(open.style.list).filter(|list| list != "0");
        let level = open.level.or(open.style.level).unwrap_or(0);
        let label = list.and_then(|list| self.numbering.next(&list, level));
        self.oddities.nested_lists += usize::from(label.is_some() && level > 0);
        let bold = open.chars > 0 && open.bold_chars == open.chars;
        let heading = open.style.heading || bold && text.chars().count() <= 160;
        let level = label.as_ref().map(|_| level);
        self.blocks.push(Block { text, label, level, heading, lines: Vec::new() });
    }
}
