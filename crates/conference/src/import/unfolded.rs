//! A text that lost its line breaks: its numbers stand in the middle of one long line, and are given lines of their own again.

use std::borrow::Cow;

/// Shorter lines are paragraphs as they are.
const LONG_CHARS: usize = 300;
/// In longer ones two numbers make a list.
const FOLDED_CHARS: usize = 700;
/// The fewest numbers in a row that are believed to be a list in a line that is not that long.
const NUMBERS_MIN: usize = 3;

/// Answers the text with a line break before each number of a list that a long line has swallowed, and around the heading before it.
pub(super) fn unfolded(text: &str) -> Cow<'_, str> {
    // A line that begins with a number may go on with the next of them however short it is.
    let folded = |line: &&str| line.len() >= LONG_CHARS || line.starts_with(|c: char| c.is_ascii_digit());
    if !text.split('\n').any(|line| folded(&line)) {
        return Cow::Borrowed(text);
    }
    let lines = text.split('\n').map(|line| {
        let cuts = if folded(&line) { cuts(line) } else { Vec::new() };
        cut(line, &cuts)
    });
    Cow::Owned(lines.collect::<Vec<_>>().join("\n"))
}

fn cut(line: &str, cuts: &[usize]) -> String {
    let mut parted = String::with_capacity(line.len() + 4 * cuts.len());
    let mut from = 0;
    for &at in cuts {
        let piece = line[from..at].trim();
        // *… de ese día. ACORDARON LO SIGUIENTE*, before the first number.
        let heading = heading_at(piece);
        for part in [&piece[..heading], &piece[heading..]] {
            if !part.trim().is_empty() {
                parted.push_str(part.trim());
                parted.push_str("\n\n");
            }
        }
        from = at;
    }
    parted.push_str(line[from..].trim_start_matches(' '));
    parted
}

/// Answers where the numbers of lists stand: each the next of the one before, behind the end of a sentence, a colon or a heading.
fn cuts(line: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    let fewest =
        if line.len() >= FOLDED_CHARS || line.starts_with(|c: char| c.is_ascii_digit()) { 2 } else { NUMBERS_MIN };
    // A line that begins with a number goes on from there.
    let (mut next, mut from, mut sure) = (1, 0, true);
    while let Some((at, value, end)) = number(line, from) {
        from = end;
        if at == 0 || value == next && ends_before(&line[..at], value == 1) {
            run.push(at);
            next = value + 1;
        } else if value == 1 && ends_before(&line[..at], true) {
            keep(&mut cuts, &mut run, if sure { fewest } else { NUMBERS_MIN });
            run.push(at);
            (next, sure) = (2, true);
        } else if value == 1 && run.is_empty() {
            // *The Conference of the Parties 1. Welcomes …; 2. Notes …; 3. …*
            run.push(at);
            (next, sure) = (2, false);
        }
    }
    keep(&mut cuts, &mut run, if sure { fewest } else { NUMBERS_MIN });
    cuts
}

fn keep(cuts: &mut Vec<usize>, run: &mut Vec<usize>, fewest: usize) {
    if run.len() >= fewest {
        cuts.append(run);
    }
    run.clear();
}

/// Answers the next number with a sign behind it and a capital after: where it stands, its value, and where it ends.
fn number(line: &str, from: usize) -> Option<(usize, usize, usize)> {
    let mut from = from;
    loop {
        let at = from + line[from..].find(|c: char| c.is_ascii_digit())?;
        let digits = line[at..].bytes().take_while(u8::is_ascii_digit).count();
        let end = at + digits;
        let rest = &line[end..];
        let closed = rest.trim_start_matches(['.', ')', '-']);
        let text = closed.trim_start();
        // *… of all, 1.*, and the text on the next line.
        let alone = text.is_empty() && rest.len() > closed.len();
        let begins = alone || text.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '«'));
        if digits <= 3
            && rest.len() > closed.len()
            && rest.len() - closed.len() <= 2
            && (alone || closed.len() > text.len())
            && begins
            && (at == 0 || line[..at].ends_with(' '))
        {
            return Some((at, line[at..end].parse().ok()?, end));
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

/// Answers where the words in capitals begin with which a text ends; its length where there are none.
fn heading_at(text: &str) -> usize {
    let body = text.trim_end_matches([':', ' ']);
    let (mut at, mut next, mut letters) = (text.len(), body.len(), 0);
    for word in body.rsplit(' ') {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<String> {
        unfolded(text).split("\n\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_list_in_one_line_gets_its_lines_back() {
        let preamble = "The participants of the meeting spoke of roads and rivers, and of much else. ".repeat(12);
        let text = format!(
            "{preamble}They AGREED UPON: 1. Thank Utopia for 30 years of work. 2. Ask for a map. 3) Meet again."
        );
        let lines = lines(&text);
        assert_eq!(
            lines[1..],
            ["AGREED UPON:", "1. Thank Utopia for 30 years of work.", "2. Ask for a map.", "3) Meet again."]
        );
        assert_eq!(lines[0], format!("{preamble}They").trim_end());
    }

    #[test]
    fn numbers_inside_sentences_are_left() {
        let text = "In resolution 1. The matter was discussed, and paragraph 2. Nothing came of it. ".repeat(20);
        assert_eq!(unfolded(&text), text);
        let short = "They agreed: 1. Thank Utopia. 2. Meet again.";
        assert_eq!(unfolded(short), short);
    }
}
