//! Numbers that the word processor counts: which list a paragraph is in, how it is written, and where it stands.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::{attribute, each, is_on, value};
use crate::import::ImportError;

/// The levels a list may have.
const LEVELS: usize = 9;
/// The deepest chain of styles that rest on each other.
const BASES_MAX: usize = 20;

/// One level of a list.
#[derive(Debug, Clone, Default)]
struct Level {
    start: u32,
    format: String,
    /// What is written, with `%1` for the number of the first level.
    text: String,
}

/// Every list of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, HashMap<usize, Level>>,
    /// From the number that paragraphs name to the list.
    named: HashMap<String, String>,
    /// Where a name begins its list anew: name and level.
    begins: HashMap<(String, usize), u32>,
    counted: HashMap<String, [u32; LEVELS]>,
    met: HashMap<String, ()>,
}

/// What a style says of paragraphs.
#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    pub heading: bool,
    pub bold: bool,
    pub list: Option<String>,
    pub level: Option<usize>,
    based_on: Option<String>,
}

/// The styles of a document by their id.
#[derive(Debug, Default)]
pub(super) struct Styles(HashMap<String, Style>);

impl Styles {
    /// Answers a style with what it takes from those it rests on.
    pub fn get(&self, id: &str) -> Style {
        let mut style = self.0.get(id).cloned().unwrap_or_default();
        let mut base = style.based_on.clone();
        for _ in 0..BASES_MAX {
            let Some(below) = base.as_deref().and_then(|base| self.0.get(base)) else { break };
            style.heading |= below.heading;
            style.bold |= below.bold;
            style.list = style.list.or_else(|| below.list.clone());
            style.level = style.level.or(below.level);
            base.clone_from(&below.based_on);
        }
        style
    }
}

pub(super) fn styles(xml: &str) -> Result<Styles, ImportError> {
    let mut styles = Styles::default();
    let mut open: Option<(String, Style)> = None;
    each(xml, |event| match event {
        Event::Start(tag) => match (tag.local_name().as_ref(), &mut open) {
            ("style", _) => open = attribute(&tag, "styleId").map(|id| (id, Style::default())),
            ("name", Some((_, style))) => {
                let name = value(&tag).unwrap_or_default().to_lowercase();
                style.heading |=
                    ["heading", "title", "subtitle", "título", "titulo"].iter().any(|head| name.starts_with(head));
            }
            ("basedOn", Some((_, style))) => style.based_on = value(&tag),
            ("b", Some((_, style))) => style.bold = is_on(&tag),
            ("numId", Some((_, style))) => style.list = value(&tag),
            ("ilvl", Some((_, style))) => style.level = value(&tag).and_then(|level| level.parse().ok()),
            _ => {}
        },
        Event::End(tag) if tag.local_name().as_ref() == "style" => {
            styles.0.extend(open.take());
        }
        _ => {}
    })?;
    Ok(styles)
}

pub(super) fn numbering(xml: &str) -> Result<Numbering, ImportError> {
    let mut numbering = Numbering::default();
    let mut list = None;
    let mut name = None;
    let mut level = 0;
    each(xml, |event| {
        let Event::Start(tag) = event else { return };
        match tag.local_name().as_ref() {
            "abstractNum" => (list, name) = (attribute(&tag, "abstractNumId"), None),
            "num" => (list, name) = (None, attribute(&tag, "numId")),
            "lvl" | "lvlOverride" => {
                level = attribute(&tag, "ilvl").and_then(|level| level.parse().ok()).unwrap_or(0).min(LEVELS - 1);
            }
            "abstractNumId" => {
                if let (Some(name), Some(list)) = (&name, value(&tag)) {
                    numbering.named.insert(name.clone(), list);
                }
            }
            "startOverride" => {
                if let (Some(name), Some(start)) = (&name, value(&tag).and_then(|start| start.parse().ok())) {
                    numbering.begins.insert((name.clone(), level), start);
                }
            }
            part @ ("start" | "numFmt" | "lvlText") => {
                let Some(list) = &list else { return };
                let level = numbering
                    .lists
                    .entry(list.clone())
                    .or_default()
                    .entry(level)
                    .or_insert_with(|| Level { start: 1, ..Level::default() });
                let value = value(&tag).unwrap_or_default();
                match part {
                    "start" => level.start = value.parse().unwrap_or(1),
                    "numFmt" => level.format = value,
                    _ => level.text = value,
                }
            }
            _ => {}
        }
    })?;
    Ok(numbering)
}

impl Numbering {
    /// Counts one paragraph of a list and answers what is written before it.
    pub fn next(&mut self, name: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let list = self.named.get(name)?.clone();
        let levels = self.lists.get(&list)?;
        let counted = self.counted.entry(list).or_default();
        let start = |of: usize| levels.get(&of).map_or(1, |level| level.start);
        if self.met.insert(name.to_owned(), ()).is_none() {
            for at in 0..LEVELS {
                if let Some(begin) = self.begins.get(&(name.to_owned(), at)) {
                    counted[at] = begin.saturating_sub(1);
                }
            }
        }
        let at = &mut counted[level];
        *at = if *at == 0 { start(level).max(1) } else { at.saturating_add(1) };
        counted[level + 1..].fill(0);
        let shape = levels.get(&level)?;
        if shape.format == "bullet" {
            return Some("•".to_owned());
        }
        if shape.format == "none" || shape.text.is_empty() {
            return None;
        }
        let mut text = shape.text.clone();
        for of in 0..=level {
            let count = if counted[of] == 0 { start(of) } else { counted[of] };
            let format = levels.get(&of).map_or("decimal", |level| level.format.as_str());
            text = text.replace(&format!("%{}", of + 1), &written(count, format));
        }
        Some(text.trim().to_owned())
    }
}

fn written(count: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(count),
        "upperLetter" => letters(count).to_uppercase(),
        "lowerRoman" => crate::import::ordinals::written(count.min(399)).to_lowercase(),
        "upperRoman" => crate::import::ordinals::written(count.min(399)),
        _ => count.to_string(),
    }
}

/// *a* to *z*, then *aa*: a word processor writes the letter twice.
fn letters(count: u32) -> String {
    let at = count.saturating_sub(1);
    let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    String::from(letter).repeat(usize::try_from(at / 26 + 1).unwrap_or(1).min(4))
}
