//! What two texts say differently: paragraph by paragraph, and inside a paragraph that was changed word by word.

use std::ops::Range;

use base::web::Voice;
use base::words::Language;
use maud::{Markup, html};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// One paragraph of a comparison, or part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece<'t> {
    /// In both.
    Kept(&'t str),
    /// Only in the later one.
    Added(&'t str),
    /// Only in the earlier one.
    Removed(&'t str),
    /// In both, with other words: pieces of it, none of which is changed again.
    Changed(Vec<Piece<'t>>),
}

/// Paragraphs of a text that is compared paragraph by paragraph, at most; one of more is shown as taken out and put in. To find what
/// two texts have in common takes the longer, the less that is.
const PARAGRAPHS_MAX: usize = 1_000;

/// The longest paragraph that is compared word by word, in words; a longer one is shown as taken out and put in.
const WORDS_MAX: usize = 1_000;

/// Words of all reworded paragraphs that are compared word by word, at most; what is beyond is shown as taken out and put in. It
/// bounds what a comparison costs: a page of minutes has some five hundred, a long report thirty thousand.
const WORDS_ALL_MAX: usize = 60_000;

/// Answers the paragraphs of a text: its lines that are not blank.
pub(crate) fn paragraphs(text: &str) -> Vec<&str> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// Answers what became of each paragraph from one text to the next.
pub(crate) fn between<'t>(before: &'t str, after: &'t str) -> Vec<Piece<'t>> {
    let (old, new) = (paragraphs(before), paragraphs(after));
    if old.len().max(new.len()) > PARAGRAPHS_MAX {
        return old.into_iter().map(Piece::Removed).chain(new.into_iter().map(Piece::Added)).collect();
    }
    let (mut pieces, mut words_left) = (Vec::new(), WORDS_ALL_MAX);
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (from, to) = (&old[op.old_range()], &new[op.new_range()]);
        match op {
            DiffOp::Equal { .. } => pieces.extend(to.iter().map(|text| Piece::Kept(text))),
            // As many on both sides: each was most likely reworded where it stood.
            DiffOp::Replace { .. } if from.len() == to.len() => {
                pieces.extend(from.iter().zip(to).map(|(old, new)| reworded(old, new, &mut words_left)));
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => {
                pieces.extend(from.iter().map(|text| Piece::Removed(text)));
                pieces.extend(to.iter().map(|text| Piece::Added(text)));
            }
        }
    }
    pieces
}

/// Answers whether two texts have the same paragraphs.
pub(crate) fn same(before: &str, after: &str) -> bool {
    paragraphs(before) == paragraphs(after)
}

/// Draws a comparison: what is gone is struck through, what is new is underlined, and words say which is which.
pub(crate) fn drawn(voice: &Voice, language: Language, pieces: &[Piece<'_>]) -> Markup {
    html! { div .compared lang=(language.tag()) { @for piece in pieces { p { (piece_drawn(voice, piece)) } } } }
}

fn piece_drawn(voice: &Voice, piece: &Piece<'_>) -> Markup {
    html! {
        @match piece {
            Piece::Kept(text) => (text),
            Piece::Added(text) => ins { span .unseen lang=(voice.language.tag()) { (voice.t("minutes-added")) " " } (text) },
            Piece::Removed(text) => del { span .unseen lang=(voice.language.tag()) { (voice.t("minutes-removed")) " " } (text) },
            Piece::Changed(words) => @for word in words { (piece_drawn(voice, word)) },
        }
    }
}

fn reworded<'t>(old: &'t str, new: &'t str, words_left: &mut usize) -> Piece<'t> {
    let (before, after): (Vec<&str>, Vec<&str>) =
        (old.split_inclusive(' ').collect(), new.split_inclusive(' ').collect());
    let words = before.len().max(after.len());
    let fits = words <= WORDS_MAX && words <= *words_left;
    *words_left = words_left.saturating_sub(words);
    if !fits {
        return Piece::Changed(vec![Piece::Removed(old), Piece::Added(new)]);
    }
    let mut pieces = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &before, &after) {
        // Words that share a fate are one piece: whoever is read to hears it once.
        let (from, to) = (joined(old, &before, op.old_range()), joined(new, &after, op.new_range()));
        match op {
            DiffOp::Equal { .. } => pieces.push(Piece::Kept(to)),
            DiffOp::Delete { .. } => pieces.push(Piece::Removed(from)),
            DiffOp::Insert { .. } => pieces.push(Piece::Added(to)),
            DiffOp::Replace { .. } => pieces.extend([Piece::Removed(from), Piece::Added(to)]),
        }
    }
    Piece::Changed(pieces)
}

/// Answers the part of a paragraph that some of its words make up.
fn joined<'t>(paragraph: &'t str, words: &[&str], range: Range<usize>) -> &'t str {
    let bytes = |words: &[&str]| words.iter().map(|word| word.len()).sum::<usize>();
    let start = bytes(&words[..range.start]);
    &paragraph[start..start + bytes(&words[range])]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Puts one side of a comparison together again.
    fn side(pieces: &[Piece<'_>], later: bool) -> Vec<String> {
        let one = |piece: &Piece<'_>| match piece {
            Piece::Kept(text) => Some((*text).to_owned()),
            Piece::Added(text) => later.then(|| (*text).to_owned()),
            Piece::Removed(text) => (!later).then(|| (*text).to_owned()),
            Piece::Changed(words) => Some(side(words, later).concat()),
        };
        pieces.iter().filter_map(one).collect()
    }

    /// Answers whether a comparison says all of both texts and nothing else.
    fn is_whole(before: &str, after: &str, pieces: &[Piece<'_>]) -> bool {
        side(pieces, false) == paragraphs(before) && side(pieces, true) == paragraphs(after)
    }

    #[test]
    fn a_paragraph_that_is_put_in_taken_out_or_reworded_is_seen_as_that() {
        let before = "Se abre la reunión.\n\nHabla México.\n\nSe cierra la reunión.";
        let after = "Se abre la reunión.\nHabla México a las 10.\nSe agradece.\nSe cierra la reunión.";
        let pieces = between("Uno.\nDos.\nTres.", "Uno.\nTres.");
        assert_eq!(pieces, [Piece::Kept("Uno."), Piece::Removed("Dos."), Piece::Kept("Tres.")]);
        let pieces = between("Habla el señor Uno.", "Habla la señora Uno.");
        let Piece::Changed(words) = &pieces[0] else { panic!("{pieces:?}") };
        assert!(words.contains(&Piece::Kept("Habla ")) && words.contains(&Piece::Added("la señora ")), "{words:?}");
        assert!(is_whole(before, after, &between(before, after)));
        assert!(same("Uno\n\nDos", "Uno\nDos") && !same("Uno", "Dos"));
    }

    #[test]
    fn more_paragraphs_than_minutes_have_are_shown_as_taken_out_and_put_in() {
        let text = |count: usize, last: &str| format!("{}{last}", "a\n".repeat(count - 1));
        let kept = |count| {
            let (before, after) = (text(count, "b"), text(count, "c"));
            let pieces = between(&before, &after);
            assert!(is_whole(&before, &after, &pieces));
            pieces.iter().filter(|piece| matches!(piece, Piece::Kept(_))).count()
        };
        assert_eq!((kept(PARAGRAPHS_MAX), kept(PARAGRAPHS_MAX + 1)), (PARAGRAPHS_MAX - 1, 0));
    }

    #[test]
    fn word_by_word_goes_only_as_far_as_it_may_cost() {
        let text = |last: &str| format!("{}{last}\n", "uno dos tres cuatro ".repeat(200)).repeat(100);
        let (before, after) = (text("fin"), text("final"));
        let pieces = between(&before, &after);
        assert!(is_whole(&before, &after, &pieces));
        let worded =
            |piece: &Piece<'_>| matches!(piece, Piece::Changed(words) if words.contains(&Piece::Added("final")));
        let compared = pieces.iter().filter(|piece| worded(piece)).count();
        assert_eq!((pieces.len(), compared), (100, WORDS_ALL_MAX / 801), "the rest is taken out and put in");
    }

    #[test]
    fn a_comparison_that_loses_a_paragraph_is_found() {
        let (before, after) = ("Uno.\nDos.", "Uno.\nTres.\nCuatro.");
        let mut pieces = between(before, after);
        assert!(is_whole(before, after, &pieces));
        // The control: what loses something must be found by the same check.
        pieces.pop();
        assert!(!is_whole(before, after, &pieces));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]

        #[test]
        fn a_comparison_says_all_of_both_texts(
            before in proptest::collection::vec("[abñ ]{0,8}", 0..12),
            after in proptest::collection::vec("[abñ ]{0,8}", 0..12),
        ) {
            let (before, after) = (before.join("\n"), after.join("\n"));
            prop_assert!(is_whole(&before, &after, &between(&before, &after)));
        }
    }
}
