//! The places of a text that answer a question, with the words that were sought marked.

use base::words::Language;

use super::terms::{Word, first, term, words};

/// Passages that one hit shows at most.
const PASSAGES_MAX: usize = 2;
/// Words of a passage at most.
const PASSAGE_WORDS: usize = 36;
/// Words before the first that was sought.
const WORDS_BEFORE: usize = 6;
/// Places of sought words that are looked through in one text.
const PLACES_MAX: usize = 4_000;

/// A piece of a passage: of the text, whether it is what was sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) found: bool,
}

/// A place at which a sought word stands: which word of the text, which of the sought.
#[derive(Clone, Copy, Debug)]
struct Place {
    word: usize,
    term: usize,
}

/// Answers the passages of a text that say most of what is sought, the best first; the beginning where none of it stands there.
pub(super) fn passages(text: &str, language: Language, sought: &[String]) -> Vec<Vec<Piece>> {
    let all: Vec<Word<'_>> = words(text).collect();
    if all.is_empty() {
        return Vec::new();
    }
    let places = places(&all, language, sought);
    let mut shown: Vec<(usize, usize)> = Vec::new();
    for _ in 0..PASSAGES_MAX {
        let free = |place: &&Place| shown.iter().all(|(from, to)| place.word < *from || place.word >= *to);
        let left: Vec<Place> = places.iter().filter(free).copied().collect();
        let Some(begin) = best(&left) else { break };
        let from = begin.saturating_sub(WORDS_BEFORE);
        // Two passages that would run into one another are one.
        let from = shown.iter().fold(from, |from, (_, to)| if from < *to && begin >= *to { *to } else { from });
        shown.push((from, (from + PASSAGE_WORDS).min(all.len())));
    }
    if shown.is_empty() {
        shown.push((0, PASSAGE_WORDS.min(all.len())));
    }
    shown.iter().map(|range| drawn(text, &all, &places, *range)).collect()
}

fn places(all: &[Word<'_>], language: Language, sought: &[String]) -> Vec<Place> {
    let begins: Vec<char> = sought.iter().filter_map(|term| term.chars().nth(1)).collect();
    let place = |(at, word): (usize, &Word<'_>)| {
        // Cutting a word to its stem costs more than all else: most words begin otherwise than what is sought.
        first(word.written).filter(|first| begins.contains(first))?;
        let stem = term(language, word.written)?;
        Some(Place { word: at, term: sought.iter().position(|sought| *sought == stem)? })
    };
    all.iter().enumerate().filter_map(place).take(PLACES_MAX).collect()
}

/// Answers the word at which the passage begins that has most of the sought words, then most places in few words.
fn best(places: &[Place]) -> Option<usize> {
    let mut best: Option<((usize, usize), usize)> = None;
    for (at, begin) in places.iter().enumerate() {
        let within = places[at..].iter().take_while(|place| place.word < begin.word + PASSAGE_WORDS - WORDS_BEFORE);
        let (mut terms, mut close, mut last) = (Vec::new(), 0, None);
        for place in within.take(PASSAGE_WORDS) {
            if !terms.contains(&place.term) {
                terms.push(place.term);
            }
            // Neighbours of another stem are what a phrase looks like.
            let follows = |last: Place| last.term != place.term && place.word - last.word <= 3;
            close += usize::from(last.is_some_and(follows));
            last = Some(*place);
        }
        let worth = (terms.len(), close);
        if best.is_none_or(|(most, _)| worth > most) {
            best = Some((worth, begin.word));
        }
    }
    best.map(|(_, word)| word)
}

fn drawn(text: &str, all: &[Word<'_>], places: &[Place], (from, to): (usize, usize)) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |text: &str, found: bool| match pieces.last_mut() {
        Some(last) if last.found == found => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push(Piece { text: text.to_owned(), found }),
    };
    if from > 0 {
        add("… ", false);
    }
    let mut at = all[from].from;
    for (turn, word) in all[from..to].iter().enumerate() {
        let found = places.binary_search_by_key(&(from + turn), |place| place.word).is_ok();
        add(&text[at..word.from].replace('\n', " "), false);
        add(word.written, found);
        at = word.from + word.written.len();
    }
    // The sign that closes the last sentence is a part of it.
    match all.get(to) {
        Some(_) => add(" …", false),
        None => add(text[at..].trim_end(), false),
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, sought: &[&str]) -> Vec<String> {
        let sought: Vec<String> = sought.iter().filter_map(|word| term(Language::Es, word)).collect();
        let one = |piece: &Piece| if piece.found { format!("[{}]", piece.text) } else { piece.text.clone() };
        passages(text, Language::Es, &sought).iter().map(|pieces| pieces.iter().map(one).collect()).collect()
    }

    #[test]
    fn a_passage_shows_what_was_sought_in_its_sentence() {
        let text = "Uno.\nLas niñas que vuelven solas.";
        assert_eq!(shown(text, &["niña", "solo"]), ["Uno. Las [niñas] que vuelven [solas]."]);
        assert_eq!(shown(text, &["nada"]), ["Uno. Las niñas que vuelven solas."]);
        assert_eq!(shown(" … ", &["nada"]), Vec::<String>::new());
    }

    #[test]
    fn of_a_long_text_the_place_is_shown_that_has_most_of_it() {
        let filling = "palabra ".repeat(300);
        let text = format!("La niña. {filling} La niña vuelve a su casa. {filling} El retorno.");
        let found = shown(&text, &["niñas", "casas"]);
        assert!(found[0].starts_with("… ") && found[0].contains("[niña] vuelve a su [casa]"), "{found:?}");
        assert!(found.len() == 2 && found[1].starts_with("La [niña]. ") && found[1].ends_with(" …"), "{found:?}");
        assert!(found.iter().all(|passage| passage.split_whitespace().count() <= PASSAGE_WORDS + 2), "{found:?}");
    }

    #[test]
    fn signs_of_a_page_and_line_ends_stay_text() {
        assert_eq!(
            shown("<b>niña</b>\n\"fin\"", &["niña"]),
            ["b>[niña]</b> \"fin\""],
            "a sign before the first word is left"
        );
    }
}
