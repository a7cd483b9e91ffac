//! What the index takes in of one document, decision or minutes: a row a language, with what is asked beside the words.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::{Read, Write};

use base::store::{Files, StoreError};
use base::words::Language;
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use jiff::tz::TimeZone;
use rusqlite::Connection;

use super::kind::Kind;
use super::terms::{spelling, term, words};
use crate::decisions::{self, Tongue};
use crate::meetings::{self, MEMBERS_ONLY, Meeting, Symbol};
use crate::{minutes, papers};

/// The most of one text that is searched, in bytes: some six hundred thousand words.
pub(super) const TEXT_BYTES_MAX: usize = 4 << 20;

/// One row of the index, ready to be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) language: &'static str,
    pub(super) kept: bool,
    pub(super) class: String,
    pub(super) meeting: Option<String>,
    pub(super) body: Option<String>,
    pub(super) year: Option<i16>,
    /// Its paragraphs, deflated.
    pub(super) text: Vec<u8>,
    /// Stems of its symbol and titles, with blanks between.
    pub(super) title_terms: String,
    /// Stems of its text.
    pub(super) body_terms: String,
    /// Stems that a word typed without accents would miss, under that word.
    pub(super) spellings: BTreeSet<(String, String)>,
}

/// What stands in every language's row of one thing.
struct Frame {
    class: String,
    kept: bool,
    symbol: String,
    titles: Vec<(Language, String)>,
    meeting: Option<Meeting>,
    year: Option<i16>,
}

/// Answers the rows of one thing; none where it is not there.
pub(super) fn gather(now: &Connection, files: &Files, kind: Kind, symbol: &Symbol) -> Result<Vec<Taken>, StoreError> {
    let Some(resource) = kind.resource(now, symbol)? else { return Ok(Vec::new()) };
    let kept = resource.status == MEMBERS_ONLY;
    match kind {
        Kind::Paper => of_paper(now, files, symbol, kept),
        Kind::Decision => of_decision(now, symbol, kept),
        Kind::Minutes => of_minutes(now, symbol, kept),
    }
}

/// Answers the text of a row as it was taken in.
pub(super) fn inflated(deflated: &[u8]) -> String {
    let mut text = Vec::new();
    // What we deflated ourselves is whole; should it not be, what can be read of it is quoted.
    let _ = DeflateDecoder::new(deflated).take(TEXT_BYTES_MAX as u64 + 4).read_to_end(&mut text);
    String::from_utf8_lossy(&text).into_owned()
}

fn of_paper(now: &Connection, files: &Files, symbol: &Symbol, kept: bool) -> Result<Vec<Taken>, StoreError> {
    let Some(paper) = papers::one(now, symbol)? else { return Ok(Vec::new()) };
    let meeting = paper.meeting.as_ref().map(|meeting| meetings::one(now, meeting)).transpose()?.flatten();
    let texts = papers::texts(now, symbol)?;
    // The last version of each language stands first.
    let mut last = BTreeMap::new();
    for text in &texts {
        last.entry(text.language.tag()).or_insert(text);
    }
    let brought = texts.iter().map(|text| text.at.to_zoned_datetime(TimeZone::UTC).year()).max();
    let frame = Frame {
        class: paper.class,
        kept,
        symbol: symbol.to_string(),
        titles: vec![(Language::En, paper.title_en), (Language::Es, paper.title_es)],
        year: meeting.as_ref().map(|meeting| meeting.first_on.year()).or(brought),
        meeting,
    };
    if last.is_empty() {
        return Ok(vec![frame.row(paper.original, "")]);
    }
    let mut rows = Vec::new();
    for text in last.values() {
        rows.push(frame.row(text.language, &papers::written(files, text)?.unwrap_or_default()));
    }
    Ok(rows)
}

fn of_decision(now: &Connection, symbol: &Symbol, kept: bool) -> Result<Vec<Taken>, StoreError> {
    let Some(decision) = decisions::one(now, symbol)? else { return Ok(Vec::new()) };
    let later = decisions::later(now, symbol)?;
    let frame = Frame {
        class: class(kept),
        kept,
        symbol: symbol.to_string(),
        titles: Vec::new(),
        meeting: meetings::one(now, &decision.meeting)?,
        year: Some(decision.adopted_on.year()),
    };
    let row = |tongue: Tongue| {
        let language = if tongue == Tongue::En { Language::En } else { Language::Es };
        let corrected = later.iter().filter(|later| later.language == Some(tongue)).map(|later| later.what.as_str());
        let text: Vec<&str> = std::iter::once(decision.content.text(tongue)).chain(corrected).collect();
        frame.row(language, text.join("\n").trim())
    };
    let there = Tongue::ALL.into_iter().filter(|tongue| !decision.content.text(*tongue).is_empty());
    Ok(there.map(row).collect())
}

fn of_minutes(now: &Connection, symbol: &Symbol, kept: bool) -> Result<Vec<Taken>, StoreError> {
    let Some(minutes) = minutes::of(now, symbol)? else { return Ok(Vec::new()) };
    let frame = Frame {
        class: class(kept),
        kept,
        symbol: symbol.to_string(),
        titles: vec![
            (Language::En, format!("minutes {}", minutes.meeting.title_en)),
            (Language::Es, format!("actas acta minuta {}", minutes.meeting.title_es)),
            (Language::Fr, "procès-verbal".to_owned()),
        ],
        year: Some(minutes.meeting.first_on.year()),
        meeting: Some(minutes.meeting),
    };
    Ok(minutes.texts.iter().map(|text| frame.row(text.language, &text.text)).collect())
}

/// Answers the class of what has none of its own.
fn class(kept: bool) -> String {
    if kept { "members" } else { "observers" }.to_owned()
}

impl Frame {
    fn row(&self, language: Language, text: &str) -> Taken {
        let text = &text[..text.floor_char_boundary(TEXT_BYTES_MAX)];
        let mut stems = Stems::default();
        let mut title_terms = String::new();
        // A symbol is the same in every language.
        for language in Language::ALL {
            stems.append(language, &self.symbol, &mut title_terms);
        }
        for (language, title) in &self.titles {
            stems.append(*language, title, &mut title_terms);
        }
        let mut body_terms = String::with_capacity(text.len());
        stems.append(language, text, &mut body_terms);
        Taken {
            language: language.tag(),
            kept: self.kept,
            class: self.class.clone(),
            meeting: self.meeting.as_ref().map(|meeting| meeting.symbol.to_string()),
            body: self.meeting.as_ref().map(|meeting| meeting.series.clone()),
            year: self.year,
            text: deflated(text),
            title_terms,
            body_terms,
            spellings: stems.spellings,
        }
    }
}

/// Stems of one row, each word worked out once.
#[derive(Default)]
struct Stems<'t> {
    known: HashMap<(&'static str, &'t str), Option<String>>,
    spellings: BTreeSet<(String, String)>,
}

impl<'t> Stems<'t> {
    fn append(&mut self, language: Language, text: &'t str, to: &mut String) {
        for word in words(text) {
            let spellings = &mut self.spellings;
            let known = self.known.entry((language.tag(), word.written)).or_insert_with(|| {
                let term = term(language, word.written)?;
                let spelled = spelling(language, word.written);
                // Who types it without accents is led to the stem that it has with them.
                if self::term(language, &spelled[1..]).as_ref() != Some(&term) {
                    spellings.insert((spelled, term.clone()));
                }
                Some(term)
            });
            if let Some(term) = known {
                to.push_str(term);
                to.push(' ');
            }
        }
    }
}

fn deflated(text: &str) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    // Writing to memory cannot fail.
    let _ = encoder.write_all(text.as_bytes());
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_comes_back_as_it_was_taken_in() {
        for text in ["", "Uno\nDos: niñas", &"Las niñas que vuelven. ".repeat(9_000)] {
            assert_eq!(inflated(&deflated(text)), text);
        }
        assert_eq!(inflated(b"nothing that was ever deflated"), "");
    }

    #[test]
    fn a_word_that_is_missed_without_its_accents_is_known_under_what_is_typed() {
        let mut stems = Stems::default();
        let mut terms = String::new();
        stems.append(Language::Fr, "La sécurité des enfants", &mut terms);
        assert_eq!(terms, "fsecur fenfant ");
        assert!(stems.spellings.contains(&("fsecurite".to_owned(), "fsecur".to_owned())), "{:?}", stems.spellings);
    }
}
