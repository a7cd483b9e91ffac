//! The texts of a document beside one another, paragraph by paragraph, with what does not go together and who said that it is no fault.

use base::ground::Puebla;
use base::store::StoreError;
use base::words::Language;
use conference::aligned::{self, Flag, PARAGRAPHS_MAX};
use conference::language::TextLanguage;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::dismissed::{Dismissed, dismissed};
use super::queries::{Paper, Text};
use super::written::written;
use crate::differences::paragraphs;

/// The last text of each language that can be read, beside one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Beside {
    /// The one in the original language first.
    pub(super) texts: Vec<Text>,
    /// Languages whose last text cannot be read here.
    pub(super) unread: Vec<Language>,
    /// Whether one of the texts has more paragraphs than are looked at.
    pub(super) cut: bool,
    pub(super) rows: Vec<Row>,
}

/// Paragraphs that stand beside one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// In the order of the texts; none where a text has none here.
    pub(super) paragraphs: Vec<Option<String>>,
    pub(super) flags: Vec<Marked>,
}

/// A flag, and whether somebody said that it is no fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    pub(super) flag: Flag,
    /// By which it is named: it follows from the paragraphs, so that it is another one as soon as a word of them changes.
    pub(super) name: String,
    pub(super) dismissed: Option<Dismissed>,
}

impl Beside {
    /// Answers how many flags stand, and how many were dismissed.
    pub(super) fn counts(&self) -> (usize, usize) {
        let flags: Vec<&Marked> = self.rows.iter().flat_map(|row| &row.flags).collect();
        let dismissed = flags.iter().filter(|flag| flag.dismissed.is_some()).count();
        (flags.len() - dismissed, dismissed)
    }
}

/// Answers the texts of a document beside one another; of a document with fewer than two that can be read there are no rows.
pub(super) fn beside(now: &Connection, ground: &Puebla, paper: &Paper, all: Vec<Text>) -> Result<Beside, StoreError> {
    let mut found = Beside { texts: Vec::new(), unread: Vec::new(), cut: false, rows: Vec::new() };
    let mut read = Vec::new();
    for text in last(paper, all) {
        match written(&ground.files, &text)? {
            Some(words) => {
                let paragraphs: Vec<String> = paragraphs(&words).into_iter().map(str::to_owned).collect();
                found.cut |= paragraphs.len() > PARAGRAPHS_MAX;
                read.push(aligned::Text { language: tongue(text.language), paragraphs });
                found.texts.push(text);
            }
            None => found.unread.push(text.language),
        }
    }
    if read.len() < 2 {
        return Ok(found);
    }
    let said = dismissed(now, &paper.symbol)?;
    for row in aligned::align(&read) {
        let paragraph = |(at, place): (usize, &Option<usize>)| read[at].paragraphs.get((*place)?).cloned();
        let paragraphs: Vec<Option<String>> = row.places.iter().enumerate().map(paragraph).collect();
        let marked = |flag: Flag| {
            let name = name(&flag, &found.texts, &paragraphs);
            Marked { dismissed: said.get(&name).cloned(), name, flag }
        };
        let flags = row.flags.into_iter().map(marked).collect();
        found.rows.push(Row { paragraphs, flags });
    }
    Ok(found)
}

/// Answers the last text of each language, the one in the original language first.
fn last(paper: &Paper, all: Vec<Text>) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    // The last version of each language stands first.
    for text in all {
        if texts.iter().all(|other| other.language != text.language) {
            texts.push(text);
        }
    }
    texts.sort_by_key(|text| (text.language != paper.original, text.language.tag()));
    texts
}

/// Answers the name of a flag: 32 hexadecimal digits of what it is and of the paragraphs that it is about.
fn name(flag: &Flag, texts: &[Text], paragraphs: &[Option<String>]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(flag.kind.code());
    for (text, paragraph) in texts.iter().zip(paragraphs) {
        // No paragraph has the sign that stands between.
        hasher.update([0]);
        hasher.update(text.language.tag());
        hasher.update([0]);
        hasher.update(paragraph.as_deref().unwrap_or_default());
    }
    hasher.finalize()[..16].iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Answers a language as the rules of the conference name it.
fn tongue(language: Language) -> TextLanguage {
    match language {
        Language::En => TextLanguage::English,
        Language::Es => TextLanguage::Spanish,
        Language::Fr => TextLanguage::French,
    }
}

/// Answers the language that the rules of the conference name.
pub(super) fn language(tongue: TextLanguage) -> Language {
    match tongue {
        TextLanguage::English => Language::En,
        TextLanguage::Spanish => Language::Es,
        TextLanguage::French => Language::Fr,
    }
}
