//! The ways in which one text may be parted into paragraphs, each read to its end and weighed as a whole; the best is taken.
//!
//! A page may have its paragraphs, or have lost its line breaks, so that a list or only the sentences part one long line. No rule for a single
//! line can tell which, but what comes of each parting can: how many decisions say what is done, how many say nothing, and how many acts
//! are left out or swallowed by another.

use super::block::Block;
use super::folds;
use super::outline::{Item, Letters, Outline, is_letter, outline};
use super::page::Para;
use super::{ImportError, PARAGRAPH_BYTES_MAX, PARAGRAPHS_MAX, Progress};

/// A text in paragraphs, and which of them are decisions.
pub(super) struct Parting {
    pub paras: Vec<Para>,
    pub outline: Outline,
}

/// Answers the best parting of a text; one with fewer cuts where two are worth the same. `progress` hears of the paragraphs as they stand.
///
/// # Errors
/// [`ImportError::TooMuchText`] where no parting has as few and as short paragraphs as are read.
pub(super) fn best(blocks: Vec<Block>, progress: &mut dyn FnMut(Progress)) -> Result<Parting, ImportError> {
    let mut candidates = Vec::new();
    let lines = folds::at_lines(&blocks);
    let numbered = folds::at_numbers(&blocks);
    let parted = folds::at_sentences(numbered.as_deref().unwrap_or(&blocks));
    candidates.extend([Some(blocks), lines, numbered, parted].into_iter().flatten().filter(|blocks| fits(blocks)));
    let mut best: Option<(i64, Parting)> = None;
    for blocks in candidates {
        let paras = if best.is_none() { paragraphs(blocks, progress) } else { paragraphs(blocks, &mut |_| {}) };
        let (worth, outline) = outlined(&paras);
        if best.as_ref().is_none_or(|(most, _)| worth > *most) {
            best = Some((worth, Parting { paras, outline }));
        }
    }
    best.map(|(_, parting)| parting).ok_or(ImportError::TooMuchText)
}

/// Answers the better outline of paragraphs, with what it is worth: one in which letters count, or one in which they stand below.
fn outlined(paras: &[Para]) -> (i64, Outline) {
    let outline_with = |letters| {
        let outline = outline(paras, letters);
        (worth(paras, &outline), outline)
    };
    let counted = outline_with(Letters::Count);
    if !paras.iter().any(|para| para.marker.as_ref().is_some_and(is_letter)) {
        return counted;
    }
    let below = outline_with(Letters::Below);
    if below.0 > counted.0 { below } else { counted }
}

fn fits(blocks: &[Block]) -> bool {
    blocks.len() <= PARAGRAPHS_MAX && blocks.iter().all(|block| block.text.len() <= PARAGRAPH_BYTES_MAX)
}

/// Reads each paragraph by itself.
fn paragraphs(blocks: Vec<Block>, progress: &mut dyn FnMut(Progress)) -> Vec<Para> {
    let of = blocks.len();
    let mut usual = None;
    let mut paras = Vec::with_capacity(of);
    for (done, block) in blocks.into_iter().enumerate() {
        if done % 64 == 0 {
            progress(Progress { done, of });
        }
        let para = Para::new(block, usual);
        usual = para.language.or(usual);
        if !para.text.is_empty() {
            paras.push(para);
        }
    }
    paras
}

/// How many sentences in which the body speaks one decision has without more being lost in it.
const SENTENCES_FREE: usize = 3;

/// Answers what a parting is worth: decisions that say something, less those that do not, the acts outside and those that another swallowed.
fn worth(paras: &[Para], outline: &Outline) -> i64 {
    let mut worth = 0;
    for item in &outline.items {
        worth += said(paras, item);
        let spoken = item.paragraphs.iter().filter(|at| **at == item.paragraphs[0] || paras[**at].marker.is_none());
        let spoken: usize = spoken.map(|at| paras[*at].acts()).sum();
        worth -= i64::try_from(spoken.saturating_sub(SENTENCES_FREE)).unwrap_or(i64::MAX / 2);
    }
    let inside: std::collections::HashSet<usize> =
        outline.items.iter().flat_map(|item| item.paragraphs.iter().copied()).collect();
    let outside = (0..paras.len()).filter(|at| !inside.contains(at) && paras[*at].is_operative());
    worth - i64::try_from(outside.count()).unwrap_or(i64::MAX / 2)
}

/// Answers what the head of a decision is worth: most where it says an act or a task itself, less where only the verb above it speaks.
fn said(paras: &[Para], item: &Item) -> i64 {
    let first = &paras[item.paragraphs[0]];
    if first.is_operative() || first.assigns() || first.opens().is_some() || first.speaks_within() {
        return 2;
    }
    match item.opened_by {
        Some((_, opening)) if opening.verb.is_some() => 1,
        Some(_) => 0,
        None => -2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(texts: &[&str]) -> Vec<String> {
        let blocks = texts.iter().map(|text| Block { text: (*text).to_owned(), ..Block::default() }).collect();
        let parting = best(blocks, &mut |_| {}).expect("it is short");
        parting.outline.items.iter().map(|item| parting.paras[item.paragraphs[0]].text.clone()).collect()
    }

    #[test]
    fn paragraphs_stay_where_they_part_the_acts() {
        let texts =
            ["They thanked Utopia in May. They asked for oil.", "They agreed to paint the lamps. They noted a storm."];
        assert_eq!(parted(&texts), texts);
    }

    #[test]
    fn numbers_part_one_line_before_sentences_do() {
        let text = "The Keepers agreed: 1. Thank Utopia. It lent lamps. 2. Urge Lagoon to send oil. 3. Note the storm.";
        assert_eq!(
            parted(&[text]),
            ["1. Thank Utopia. It lent lamps.", "2. Urge Lagoon to send oil.", "3. Note the storm."]
        );
    }

    #[test]
    fn sentences_part_one_line_without_numbers() {
        let text = "The Ministers met in May. They thanked Utopia. They urged Lagoon to send oil. The Ministers noted the storm. They decided to meet again.";
        assert_eq!(parted(&[text]).len(), 4);
    }

    #[test]
    fn letters_stand_below_where_more_is_said_above_them() {
        let texts = [
            "The Assembly,",
            "Thanks Utopia for its lamps;",
            "Urges Member States:",
            "(a) To send oil;",
            "(b) To paint the lamps;",
            "Decides to meet again.",
        ];
        assert_eq!(parted(&texts), [texts[1], texts[2], texts[5]]);
        let texts = ["The Keepers decided to:", "(a) Thank Utopia;", "(b) Urge Lagoon to send oil."];
        assert_eq!(parted(&texts), [texts[1], texts[2]]);
    }

    #[test]
    fn what_no_parting_makes_short_is_refused() {
        let text = "we thank the States of Utopia, ".repeat(4_000);
        let refused = best(vec![Block { text, ..Block::default() }], &mut |_| {});
        assert!(matches!(refused, Err(ImportError::TooMuchText)));
    }
}
