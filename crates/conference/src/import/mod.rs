//! Reading a declaration: from the bytes of a text, a page or a document to drafts of decisions.
//!
//! Nothing here decides. Each verb, addressee, deadline and condition is proposed beside the words it was read from, and a person confirms it.
//! Paragraphs that only introduce, consider, close or annex are told apart from decisions, and what may have been misread is said as a
//! [`Warning`].

mod acts;
mod addressees;
mod announced;
mod assemble;
mod block;
mod calendar_days;
mod clauses;
mod condition;
mod docx;
mod draft;
mod encoding;
mod folds;
mod gatherings;
mod grammar;
mod html;
mod language;
mod levels;
mod marker;
mod ordinals;
mod outline;
mod page;
mod partings;
mod plain;
mod recurrence;
mod restarts;
mod starting_point;
mod terms;
mod warning;

pub use draft::{Draft, Due, Line, Paragraph, Proposal, Span};
pub use warning::Warning;

use jiff::civil::Date;

use crate::verbs::{Language, Speech};
use block::{Block, Oddities};
use outline::Outline;
use page::Para;
use partings::Parting;
use terms::Known;

/// The largest file that is read, in bytes.
pub const FILE_BYTES_MAX: usize = 20 << 20;
/// The most paragraphs that are read.
pub const PARAGRAPHS_MAX: usize = 60_000;
/// The longest paragraph, in bytes.
pub const PARAGRAPH_BYTES_MAX: usize = 64 << 10;

/// What a declaration was read into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Every paragraph of the source, in order.
    pub paragraphs: Vec<Paragraph>,
    /// The decisions, in order.
    pub drafts: Vec<Draft>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
}

/// How far a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Paragraphs read.
    pub done: usize,
    /// Paragraphs there are.
    pub of: usize,
}

/// Says why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file is too large.
    #[error("the file has {bytes} bytes; {FILE_BYTES_MAX} are the most")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// The text has too many paragraphs, or one is too long.
    #[error("a text has at most {PARAGRAPHS_MAX} paragraphs of {PARAGRAPH_BYTES_MAX} bytes")]
    TooMuchText,
    /// It is an archive and no document of a word processor, or is damaged.
    #[error("the file is an archive without a document that can be read")]
    Document,
    /// Unpacked it would be too large.
    #[error("unpacked the file is larger than any document")]
    Unpacked,
    /// Nothing is written in it.
    #[error("there is no text in the file")]
    Empty,
}

/// Reads a declaration. `meeting_ended_on` is the last day of the meeting that adopted it, from which deadlines are counted; `progress` is
/// called now and then.
///
/// # Errors
/// Each kind of [`ImportError`].
pub fn read(
    bytes: &[u8],
    meeting_ended_on: Option<Date>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Reading, ImportError> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let mut oddities = Oddities::default();
    let blocks = blocks(bytes, &mut oddities)?;
    if blocks.iter().all(|block| block.text.is_empty()) {
        return Err(ImportError::Empty);
    }
    let Parting { paras, outline } = partings::best(blocks, progress)?;
    let before = outline.items.first().map_or(paras.len(), |first| first.paragraphs[0]);
    let known = Known { meeting_ended_on, meeting_number: meeting_number(&paras[..before]) };
    let mut drafts: Vec<Draft> = Vec::with_capacity(outline.items.len());
    for item in &outline.items {
        let draft = assemble::draft(&paras, item, &known, &drafts);
        drafts.push(draft);
    }
    number(&mut drafts, &outline);
    progress(Progress { done: paras.len(), of: paras.len() });
    let warnings = warnings(&paras, &outline, &drafts, &oddities);
    Ok(Reading { paragraphs: shown(paras, &drafts), drafts, warnings })
}

/// Answers the paragraphs of a file in their order, each with the number or sign that its format counted; none of what they mean.
///
/// # Errors
/// Each kind of [`ImportError`] but `Empty`: a file without text has no paragraph.
pub fn paragraphs_of(bytes: &[u8]) -> Result<Vec<String>, ImportError> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let blocks = blocks(bytes, &mut Oddities::default())?;
    if blocks.len() > PARAGRAPHS_MAX {
        return Err(ImportError::TooMuchText);
    }
    let written = |block: Block| match block.label {
        Some(label) => format!("{label} {}", block.text),
        None => block.text,
    };
    Ok(blocks.into_iter().map(written).filter(|text| !text.trim().is_empty()).collect())
}

/// Answers the number or sign that a paragraph begins with as it is written, in every way that it can be read, and where its text begins; none
/// where it begins with neither.
pub(crate) fn numbering(paragraph: &str) -> Option<(String, Vec<String>, usize)> {
    let found = marker::marker(paragraph)?;
    let readings = found.readings.iter().map(|(form, value)| match form {
        // Whatever sign a list has in one language, it is the same list in another.
        marker::Form::Bullet => "•".to_owned(),
        marker::Form::Letter | marker::Form::Capital => format!("letter {value}"),
        marker::Form::Parts(_) => found.label.clone(),
        _ => value.to_string(),
    });
    Some((found.label.clone(), readings.collect(), found.text_from))
}

/// Tells the format by the first bytes, and reads it.
fn blocks(bytes: &[u8], oddities: &mut Oddities) -> Result<Vec<Block>, ImportError> {
    if docx::is_document(bytes) {
        return docx::blocks(bytes, oddities);
    }
    let (text, guessed) = encoding::decode(bytes);
    oddities.encoding = guessed;
    Ok(if html::is_page(&text) { html::blocks(&text, oddities) } else { plain::blocks(&text, oddities) })
}

/// Answers which of its series the meeting is, from the first paragraphs: *VIII Meeting*, *Octava Reunión*.
fn meeting_number(paras: &[Para]) -> Option<u16> {
    paras.iter().take(12).find_map(|para| {
        (0..para.tokens.len()).take(40).find_map(|at| {
            let ahead = &para.tokens[at..para.tokens.len().min(at + 4)];
            let near = ahead.iter().skip(1).any(|token| {
                token.among(&[
                    "meeting",
                    "conference",
                    "reunion",
                    "conferencia",
                    "session",
                    "sesion",
                    "summit",
                    "cumbre",
                    "rcm",
                    "crm",
                    "csm",
                ])
            });
            if near { gatherings::number(ahead) } else { None }
        })
    })
}

/// Gives the decisions their own numbers where these rise through the whole text, else their places.
fn number(drafts: &mut [Draft], outline: &Outline) {
    let own: Vec<Option<u32>> = outline.items.iter().map(|item| item.value.filter(|_| item.numbered)).collect();
    let counted = drafts.iter().all(|draft| draft.label.is_some());
    let rising = counted && own.iter().all(Option::is_some) && own.is_sorted_by(|a, b| a < b);
    for (at, draft) in drafts.iter_mut().enumerate() {
        let place = u32::try_from(at + 1).unwrap_or(u32::MAX);
        draft.number = own[at].filter(|_| rising).unwrap_or(place);
    }
}

fn warnings(paras: &[Para], outline: &Outline, drafts: &[Draft], oddities: &Oddities) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if drafts.is_empty() {
        warnings.push(Warning::Nothing);
    }
    warnings.extend(outline.gaps.iter().map(|&(paragraph, expected, found)| Warning::Numbering {
        paragraph,
        expected,
        found,
    }));
    let speaks = |language: Language| drafts.iter().filter(|draft| draft.language == Some(language)).count();
    let (english, spanish) = (speaks(Language::English), speaks(Language::Spanish));
    if english > 0 && spanish > 0 {
        warnings.push(Warning::MixedLanguages { english, spanish });
    }
    warnings.extend(
        drafts.iter().filter(|draft| draft.verbs.is_empty()).map(|draft| Warning::NoVerb { number: draft.number }),
    );
    for (paragraph, para) in paras.iter().enumerate() {
        if language::is_other(&para.tokens) {
            warnings.push(Warning::OtherLanguage { paragraph });
        }
        let hours = |pair: &[crate::tokens::Token]| {
            pair[0].among(&["working", "business"]) && pair[1].among(&["days", "day"])
                || pair[0].among(&["dias", "dia"]) && pair[1].among(&["habiles", "laborables", "habil"])
        };
        if para.tokens.windows(2).any(hours) {
            warnings.push(Warning::WorkingDays { paragraph });
        }
    }
    warnings.extend(outline.annexes.iter().map(|&paragraph| Warning::Annex { paragraph }));
    warnings.extend(outline.outside.iter().map(|&paragraph| Warning::Outside { paragraph }));
    let counts = [
        (oddities.tables, Warning::Tables { count: oddities.tables }),
        (oddities.footnotes, Warning::Footnotes { count: oddities.footnotes }),
        (oddities.running_lines, Warning::RunningLines { count: oddities.running_lines }),
        (oddities.nested_lists, Warning::NestedLists { count: oddities.nested_lists }),
        (
            oddities.insertions + oddities.deletions,
            Warning::TrackedChanges { insertions: oddities.insertions, deletions: oddities.deletions },
        ),
        (usize::from(oddities.columns), Warning::Columns),
        (usize::from(oddities.encoding), Warning::Encoding),
    ];
    warnings.extend(counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, warning)| warning));
    warnings
}

/// Answers the paragraphs as they are shown, each with the draft it belongs to.
fn shown(paras: Vec<Para>, drafts: &[Draft]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = paras
        .into_iter()
        .map(|para| Paragraph {
            label: para.marker.filter(|_| para.body_from == 0).map(|marker| marker.label),
            text: para.text,
            language: para.language.and_then(Speech::language),
            draft: None,
        })
        .collect();
    for (at, draft) in drafts.iter().enumerate() {
        for &paragraph in &draft.paragraphs {
            paragraphs[paragraph].draft = Some(at);
        }
    }
    paragraphs
}
