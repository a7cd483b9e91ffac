//! What stands on a document, before anything knows whether it becomes PDF or DOCX.

use std::borrow::Cow;

use serde::Serialize;

use crate::ReportError;

/// A document: blocks under a title.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Paper {
    /// Its language, as two letters.
    pub language: &'static str,
    /// Its title.
    pub title: String,
    /// Who speaks: the process.
    pub author: String,
    /// What stands at the foot of every page.
    pub foot: String,
    /// Whether its pages lie on their side.
    pub wide: bool,
    /// What stands on it.
    pub blocks: Vec<Block>,
}

/// A piece of a document.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum Block {
    /// What the next blocks are about.
    Heading { text: String },
    /// A paragraph of ours.
    Paragraph { words: Words },
    /// A paragraph of the text that the document is about.
    Quote { words: Words },
    /// Names with what they are.
    Facts { facts: Vec<Fact> },
    /// A table with a row that names its columns.
    Table { caption: String, widths: Vec<u8>, head: Vec<String>, rows: Vec<Vec<Cell>> },
}

/// Words in one language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Words {
    /// The language, as two letters; empty for the document's own, `und` where nobody said.
    pub language: &'static str,
    /// Whether in letters of one width: a hash, a symbol.
    pub mono: bool,
    /// The words; a line feed begins a new line.
    pub text: String,
}

/// A name with what it is.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Fact {
    name: String,
    values: Vec<Words>,
}

/// What a cell of a table holds, one under the other.
pub(crate) type Cell = Vec<Words>;

impl Words {
    /// Answers words in the document's own language.
    pub(crate) fn of(text: impl Into<String>) -> Self {
        Words { language: "", mono: false, text: text.into() }
    }
}

impl Fact {
    pub(crate) fn new(name: Cow<'_, str>, values: Vec<Words>) -> Self {
        Fact { name: name.into_owned(), values }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn values(&self) -> &[Words] {
        &self.values
    }
}

impl Block {
    pub(crate) fn heading(text: Cow<'_, str>) -> Self {
        Block::Heading { text: text.into_owned() }
    }

    pub(crate) fn paragraph(text: Cow<'_, str>) -> Self {
        Block::Paragraph { words: Words::of(text) }
    }

    fn every_text(&mut self, visit: &mut impl FnMut(&mut String)) {
        match self {
            Block::Heading { text } => visit(text),
            Block::Paragraph { words } | Block::Quote { words } => visit(&mut words.text),
            Block::Facts { facts } => facts.iter_mut().for_each(|fact| {
                visit(&mut fact.name);
                fact.values.iter_mut().for_each(|words| visit(&mut words.text));
            }),
            Block::Table { caption, head, rows, .. } => {
                visit(caption);
                head.iter_mut().for_each(&mut *visit);
                rows.iter_mut().flatten().flatten().for_each(|words| visit(&mut words.text));
            }
        }
    }
}

impl Paper {
    /// Shows every text of the document to `visit`, which may change it.
    pub(crate) fn every_text(&mut self, mut visit: impl FnMut(&mut String)) {
        for text in [&mut self.title, &mut self.author, &mut self.foot] {
            visit(text);
        }
        self.blocks.iter_mut().for_each(|block| block.every_text(&mut visit));
    }

    /// Holds the document against the most characters of its kind.
    pub(crate) fn of_at_most(mut self, most: usize) -> Result<Self, ReportError> {
        let mut characters = 0usize;
        self.every_text(|text| characters = characters.saturating_add(text.chars().count()));
        if characters > most { Err(ReportError::Long { characters, most }) } else { Ok(self) }
    }
}
