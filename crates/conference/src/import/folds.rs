//! Paragraphs that stand in one line, cut apart again: at the numbers of a list, and at the sentences where nothing else parts them.

use super::block::Block;
use super::clauses;
use super::marker::{is_sign, marker};
use super::page::Para;
use crate::tokens::tokens;

/// A paragraph with fewer sentences and signs of a list is one.
const PIECES_MIN: usize = 3;
/// The share of a text, in hundredths, that stands in one paragraph where the text has no others to speak of.
const FOLDED_SHARE: usize = 60;

/// Answers the blocks with each number of a list that stands inside one at the head of its own, or `None` where there is none to cut.
///
/// A list is believed where each number follows the one before and at least half of them stand behind the end of something: what stands
/// before one may be a name.
pub(super) fn at_numbers(blocks: &[Block]) -> Option<Vec<Block>> {
    cut(blocks, |block| {
        let cuts = number_cuts(&block.text);
        // *… de ese día. ACORDARON LO SIGUIENTE*, before the first number.
        let headings = cuts.iter().map(|at| heading_at(block.text[..*at].trim_end())).filter(|at| *at > 0);
        let mut all: Vec<usize> = cuts.iter().copied().chain(headings).collect();
        all.sort_unstable();
        all
    })
}

/// Answers the blocks with each sentence of a paragraph that holds most of the text as its own, or `None` where no paragraph does.
pub(super) fn at_sentences(blocks: &[Block]) -> Option<Vec<Block>> {
    let all: usize = blocks.iter().map(|block| block.text.len()).sum();
    cut(blocks, |block| {
        let folded = block.text.len() * 100 >= all * FOLDED_SHARE;
        if folded { sentence_cuts(&block.text) } else { Vec::new() }
    })
}

/// The share of acts, in hundredths, that begin a line where lines part a text.
const AT_LINES_SHARE: usize = 80;

/// Answers the blocks with each line behind the end of a sentence at the head of its own, or `None` where acts also begin inside lines: there
/// a line that begins one does so by chance.
pub(super) fn at_lines(blocks: &[Block]) -> Option<Vec<Block>> {
    let (mut heads, mut all) = (0, 0);
    for block in blocks.iter().filter(|block| !block.lines.is_empty()) {
        let acts = Para::new(block.clone(), None).acts_begin();
        all += acts.len();
        heads += acts.iter().filter(|act| block.lines.iter().any(|line| line.abs_diff(**act) <= 1)).count();
    }
    let parts = all > 0 && heads * 100 >= all * AT_LINES_SHARE;
    if parts { cut(blocks, |block| block.lines.clone()) } else { None }
}

/// Cuts each block at the places answered for it, in bytes; what the format knew of it stays with the first piece.
fn cut(blocks: &[Block], places: impl Fn(&Block) -> Vec<usize>) -> Option<Vec<Block>> {
    let mut parted = Vec::with_capacity(blocks.len());
    let mut any = false;
    for block in blocks {
        let mut from = 0;
        let mut first = true;
        for at in places(block).into_iter().chain([block.text.len()]) {
            let piece = block.text[from..at.max(from)].trim();
            if piece.is_empty() {
                continue;
            }
            any |= !first;
            let kept = if first {
                Block { text: String::new(), lines: Vec::new(), ..block.clone() }
            } else {
                Block::default()
            };
            parted.push(Block { text: piece.to_owned(), ..kept });
            (from, first) = (at.max(from), false);
        }
    }
    any.then_some(parted)
}

/// A number in a line that may be one of a list.
struct Number {
    at: usize,
    value: usize,
    /// Something ended before it.
    behind: bool,
}

/// Answers where the numbers of lists stand.
fn number_cuts(line: &str) -> Vec<usize> {
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some((at, value, end)) = number(line, from) {
        from = end;
        numbers.push(Number { at, value, behind: at == 0 || ends_before(&line[..at], value == 1) });
    }
    let mut cuts = Vec::new();
    let mut run: Vec<&Number> = Vec::new();
    for (place, number) in numbers.iter().enumerate() {
        let anew = number.at == 0 || number.value == 1 && (number.behind || run.is_empty());
        let next = run.last().is_some_and(|last| number.value == last.value + 1);
        let on = run.last().is_some_and(|last| goes_on(last, number, numbers.get(place + 1)));
        if anew {
            keep(&mut cuts, &mut run);
            run.push(number);
        } else if on || next && (number.behind || !comes_later(&numbers[place + 1..], number.value)) {
            run.push(number);
        }
    }
    keep(&mut cuts, &mut run);
    cuts
}

/// How many numbers an extract may leave out.
const LEFT_OUT_MAX: usize = 12;

/// Answers whether a list goes on with a number although some before it are left out: its next follows.
fn goes_on(last: &Number, number: &Number, next: Option<&Number>) -> bool {
    let near = number.value > last.value && number.value <= last.value + LEFT_OUT_MAX;
    near && number.behind && next.is_some_and(|next| next.behind && next.value == number.value + 1)
}

/// How far a number is looked for, in numbers.
const NEAR_MAX: usize = 64;

/// Answers whether a number stands again behind the end of something, before its next does.
fn comes_later(numbers: &[Number], value: usize) -> bool {
    let next = numbers
        .iter()
        .take(NEAR_MAX)
        .find(|number| number.behind && (number.value == value || number.value == value + 1));
    next.is_some_and(|next| next.value == value)
}

/// The fewest numbers that are a list.
const NUMBERS_MIN: usize = 2;

fn keep(cuts: &mut Vec<usize>, run: &mut Vec<&Number>) {
    let behind = run.iter().skip(1).filter(|number| number.behind).count();
    if run.len() >= NUMBERS_MIN && behind * 2 >= run.len() - 1 {
        cuts.extend(run.iter().map(|number| number.at));
    }
    run.clear();
}
/// Answers the next number with a sign behind it and a capital after, or in brackets: where it stands, its value, and where it ends.
fn number(line: &str, from: usize) -> Option<(usize, usize, usize)> {
    let mut from = from;
    loop {
        let at = from + line[from..].find(|c: char| c.is_ascii_digit())?;
        let digits = line[at..].bytes().take_while(u8::is_ascii_digit).count();
        let end = at + digits;
        let rest = &line[end..];
        let closed = rest.trim_start_matches(['.', ')', '-']);
        let text = closed.trim_start();
        let bracketed = line[..at].ends_with('(') && rest.starts_with(')');
        // *… of all, 1.*, and the text on the next line.
        let alone = text.is_empty() && rest.len() > closed.len();
        let begins = alone || bracketed || text.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '«'));
        let start = at - usize::from(bracketed);
        if digits <= 3
            && rest.len() > closed.len()
            && rest.len() - closed.len() <= 2
            && (alone || closed.len() > text.len())
            && begins
            && (start == 0 || line[..start].ends_with(' '))
        {
            return Some((start, line[at..end].parse().ok()?, end));
        }
        from = end;
    }
}

/// Answers whether something has ended before a number; the first of a list begins behind a colon or a heading in capitals.
fn ends_before(before: &str, first: bool) -> bool {
    let before = before.trim_end();
    let ended = before.ends_with(if first { &[':', ';'][..] } else { &['.', ';', ':', '”', '"', '»', ')'][..] });
    ended || heading_at(before) < before.len()
}

/// The longest heading in capitals, in words.
const HEADING_WORDS_MAX: usize = 40;

/// Answers where the words in capitals begin with which a text ends; its length where there are none.
fn heading_at(text: &str) -> usize {
    let body = text.trim_end_matches([':', ' ']);
    let (mut at, mut next, mut letters) = (text.len(), body.len(), 0);
    for word in body.rsplit(' ').take(HEADING_WORDS_MAX) {
        let capitals = word.chars().any(char::is_alphabetic) && !word.chars().any(char::is_lowercase);
        if !capitals || word.ends_with(['.', ';', ',', ')']) {
            break;
        }
        letters += word.chars().filter(|c| c.is_alphabetic()).count();
        at = next - word.len();
        next = at.saturating_sub(1);
    }
    // *The VII RCM* ends with short names and no heading; a short heading stands behind the end of a sentence.
    let behind = text[..at.min(text.len())].trim_end().ends_with(['.', ';', ':']);
    if letters >= 8 || letters >= 5 && behind { at } else { text.len() }
}

/// Answers where sentences and the signs of a list begin, and what stands below a colon that opens a list.
fn sentence_cuts(text: &str) -> Vec<usize> {
    let tokens = tokens(text);
    let sentences = clauses::sentences(text, &tokens);
    // A sign of quotation or a bracket before the first word belongs to it.
    let before = |first: usize| {
        let end = text[..tokens[first].from].trim_end().len();
        end + text[end..].len() - text[end..].trim_start().len()
    };
    let mut places: Vec<usize> = sentences.iter().map(|&(first, _)| before(first)).chain(sign_places(text)).collect();
    places.sort_unstable();
    places.dedup();
    if places.len() < PIECES_MIN {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    let mut piece = Piece::default();
    for at in places.into_iter().filter(|at| *at > 0).chain([text.len()]) {
        piece.look_for_openings(text, at);
        let written = text[piece.from..at].trim_end();
        let bare = marker(written).is_some_and(|marker| marker.text_from >= written.len());
        let small = text[at..].starts_with(char::is_lowercase) && marker(&text[at..]).is_none();
        if at < text.len() && (bare || small && !piece.is_list()) {
            continue;
        }
        cuts.extend(heading_before(written).map(|heading| heading + piece.from));
        cuts.extend(&piece.openings);
        cuts.push(at);
        piece = Piece { from: at, seen: at, listing: written.ends_with(';') && piece.is_list(), ..Piece::default() };
    }
    cuts
}

/// A sentence that is still being put together.
#[derive(Default)]
struct Piece {
    from: usize,
    /// Up to here colons were looked at.
    seen: usize,
    /// Where something stands behind a colon that opens a list or considerations.
    openings: Vec<usize>,
    /// Colons that were looked at.
    colons: usize,
    /// It goes on with a list that may be in small letters: *they agreed: to paint the lamps; to buy oil*.
    listing: bool,
}

/// The most colons of one sentence that are looked at, and the most bytes before one: what an opening may be.
const COLONS_MAX: usize = 8;
const OPENING_BYTES_MAX: usize = 4_000;

impl Piece {
    fn is_list(&self) -> bool {
        self.listing || !self.openings.is_empty()
    }

    fn look_for_openings(&mut self, text: &str, to: usize) {
        let colons = text[self.seen..to].match_indices(": ").map(|(at, _)| at + self.seen);
        for colon in colons.take(COLONS_MAX.saturating_sub(self.colons)) {
            self.colons += 1;
            let from = self.openings.last().copied().unwrap_or(self.from);
            if colon - from > OPENING_BYTES_MAX {
                continue;
            }
            let head = Block { text: text[from..=colon].trim().to_owned(), ..Block::default() };
            let head = Para::new(head, None);
            if head.opens().is_some() || head.opens_considerations() {
                self.openings.push(colon + 2);
            }
        }
        self.seen = to;
    }
}

/// Answers where the signs of a list stand behind the end of something, and the numbers behind *; and*.
fn sign_places(text: &str) -> Vec<usize> {
    let joins = ["and ", "or ", "y ", "e ", "o ", "et ", "ou "];
    let behind = |end: usize| {
        let rest = text[end..].trim_start();
        let rest = joins.iter().find_map(|join| rest.strip_prefix(join)).unwrap_or(rest);
        marker(rest).is_some_and(|marker| marker.text_from < rest.len()).then_some(text.len() - rest.len())
    };
    let ends = text.match_indices(['.', ';', ':', ',']).filter_map(|(at, sign)| behind(at + sign.len()));
    // A sign that is written for nothing else needs no end before it.
    ends.chain(text.match_indices(is_sign).map(|(at, _)| at)).collect()
}

/// Answers where the sentence begins behind words in capitals that do nothing: *DECISIONS OF THE MINISTERS The Ministers agreed …*
fn heading_before(text: &str) -> Option<usize> {
    let mut end = 0;
    let (mut words, mut letters) = (0, 0);
    for word in text.split_inclusive(' ').take(HEADING_WORDS_MAX) {
        let count = word.chars().filter(|c| c.is_alphabetic()).count();
        if count > 0 && word.chars().any(char::is_lowercase) || count == 1 && words > 0 && word.trim().len() == 1 {
            break;
        }
        end += word.len();
        words += usize::from(count > 0);
        letters += count;
    }
    let heading = text[..end].trim();
    let behind = text[end..].starts_with(|c: char| c.is_uppercase());
    let free = words >= 2 && letters >= 8 && behind && !heading.ends_with([',', ';']);
    let acts = || Para::new(Block { text: heading.to_owned(), ..Block::default() }, None).is_operative();
    (free && !acts()).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> Vec<Block> {
        vec![Block { text: text.to_owned(), ..Block::default() }]
    }

    fn texts(blocks: Option<Vec<Block>>) -> Vec<String> {
        blocks.unwrap_or_default().into_iter().map(|block| block.text).collect()
    }

    #[test]
    fn a_list_in_one_line_gets_its_lines_back() {
        let text = "They spoke of roads. They AGREED UPON: 1. Thank Utopia for 30 years of work. 2. Ask for a map. 3) Meet again.";
        assert_eq!(
            texts(at_numbers(&block(text))),
            [
                "They spoke of roads. They",
                "AGREED UPON:",
                "1. Thank Utopia for 30 years of work.",
                "2. Ask for a map.",
                "3) Meet again."
            ]
        );
    }

    #[test]
    fn a_name_may_stand_before_a_number_of_a_list() {
        let text = "COMMUNIQUÉ FINAL 1. La session s'est tenue. 2. Etaient présents Alba Uno 3. La Conférence prend note. 4. Elle décide.";
        assert_eq!(
            texts(at_numbers(&block(text)))[2..],
            ["2. Etaient présents Alba Uno", "3. La Conférence prend note.", "4. Elle décide."]
        );
    }

    #[test]
    fn numbers_inside_sentences_are_left() {
        let text = "In resolution 1. The matter was discussed, and paragraph 2. Nothing came of it. ".repeat(20);
        assert_eq!(at_numbers(&block(&text)), None);
    }

    #[test]
    fn sentences_part_what_nothing_else_parts() {
        let text = "FINAL ACT OF THE MEETING The Keepers met on 3 May. They agreed: to paint the lamps; to buy oil. They thanked Utopia.";
        assert_eq!(
            texts(at_sentences(&block(text))),
            [
                "FINAL ACT OF THE MEETING",
                "The Keepers met on 3 May.",
                "They agreed:",
                "to paint the lamps;",
                "to buy oil.",
                "They thanked Utopia."
            ]
        );
        let paragraphs: Vec<Block> =
            ["We thank Utopia. We ask for oil. We meet.", "We note the report.", "We meet again in Lagoon."]
                .iter()
                .flat_map(|text| block(text))
                .collect();
        assert_eq!(at_sentences(&paragraphs), None);
    }
}
