//! What of a paragraph must be the same in each language: numbers, days, symbols. Nothing of what it means is guessed at.

use std::collections::BTreeSet;
use std::fmt;

use super::days;
use super::number_words::number;
use crate::language::TextLanguage;
use crate::tokens::{Kind, Token, tokens};

/// Something that is written alike in each language, or that can be written alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fact {
    /// A number, in digits with a full stop before decimals.
    Number(String),
    /// A day: `2003-05-30`, `--05-30` without a year, `2003-05` without a day.
    Day(String),
    /// A symbol, such as `RCM/VIII/3`.
    Symbol(String),
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fact::Number(text) | Fact::Day(text) | Fact::Symbol(text) => f.write_str(text),
        }
    }
}

/// Answers the facts of a paragraph, each once.
///
/// Ordinals in words and Roman numbers are no numbers here: *first* is an adverb and *I* a pronoun.
pub fn facts(language: TextLanguage, text: &str) -> BTreeSet<Fact> {
    let (mut found, rest) = symbols(text);
    let tokens = tokens(&rest);
    let mut at = 0;
    while at < tokens.len() {
        let ahead = &tokens[at..];
        if let Some((days, used)) = days::days(language, ahead) {
            found.extend(days.into_iter().map(Fact::Day));
            at += used;
        } else if let Some((numbers, used)) = digits(language, &rest, ahead) {
            found.extend(numbers.into_iter().map(Fact::Number));
            at += used;
        } else if is_per_cent(language, ahead) {
            at += 2;
        } else if let Some((value, used)) = words(language, ahead) {
            found.insert(Fact::Number(value.to_string()));
            at += used;
        } else {
            at += 1;
        }
    }
    found
}

/// Takes the symbols out of a text; answers them, and the text with blanks in their places.
fn symbols(text: &str) -> (BTreeSet<Fact>, String) {
    let mut found = BTreeSet::new();
    let mut rest = String::with_capacity(text.len());
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_matches(|c: char| !c.is_alphanumeric());
        if is_symbol(word) {
            found.insert(Fact::Symbol(word.to_owned()));
            rest.extend(piece.chars().map(|_| ' '));
        } else {
            rest.push_str(piece);
        }
    }
    (found, rest)
}

/// Capital letters and digits with `/` between, of which one part is letters and another one counts: `RCM/VIII`, `A/RES/73/195`.
fn is_symbol(word: &str) -> bool {
    let parts: Vec<&str> = word.split('/').collect();
    let plain = |part: &&str| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '.' | '-'))
    };
    let counts = |part: &&str| part.chars().any(|c| c.is_ascii_digit()) || part.chars().all(|c| "IVXLC".contains(c));
    let letters = |part: &&str| part.chars().any(|c| c.is_ascii_uppercase());
    parts.len() > 1 && parts.iter().all(plain) && letters(&parts[0]) && parts[1..].iter().any(counts)
}

/// Answers the numbers in digits that tokens begin with, and how many tokens that takes.
fn digits(language: TextLanguage, text: &str, tokens: &[Token]) -> Option<(Vec<String>, usize)> {
    let first = tokens.first().filter(|token| token.kind == Kind::Number)?;
    let mut written = first.fold.clone();
    let mut used = 1;
    // *1 500*: a blank between groups of three, as French and Spanish write it.
    while language != TextLanguage::English
        && let Some(next) = tokens.get(used)
        && next.fold.len() == 3
        && next.fold.bytes().all(|byte| byte.is_ascii_digit())
        && written.len() <= 7
        && written.bytes().all(|byte| byte.is_ascii_digit())
        && (used > 1 || written.len() <= 3)
        && is_blank(&text[tokens[used - 1].to..next.from])
    {
        written.push_str(&next.fold);
        used += 1;
    }
    let numbers = plain(&written);
    if let [only] = numbers.as_slice()
        && let Some(times) = tokens.get(used).and_then(|token| multiplied(language, &token.fold))
        && let Some(value) = only.parse::<u64>().ok().and_then(|value| value.checked_mul(times))
    {
        return Some((vec![value.to_string()], used + 1));
    }
    Some((numbers, used))
}

/// Answers whether tokens begin with *por ciento* or *pour cent*: a hundred that is no number of its own.
fn is_per_cent(language: TextLanguage, tokens: &[Token]) -> bool {
    let [first, second, ..] = tokens else { return false };
    match language {
        TextLanguage::English => false,
        TextLanguage::Spanish => first.is("por") && second.is("ciento"),
        TextLanguage::French => first.is("pour") && second.is("cent"),
    }
}

fn is_blank(between: &str) -> bool {
    let mut signs = between.chars();
    signs.next().is_some_and(char::is_whitespace) && signs.next().is_none()
}

/// By what a word multiplies the digits before it: *500 mil*, *2 millions*.
fn multiplied(language: TextLanguage, word: &str) -> Option<u64> {
    let (thousand, millions) = match language {
        TextLanguage::English => ("thousand", ["million", "millions"]),
        TextLanguage::Spanish => ("mil", ["millon", "millones"]),
        TextLanguage::French => ("mille", ["million", "millions"]),
    };
    if word == thousand {
        return Some(1_000);
    }
    millions.contains(&word).then_some(1_000_000)
}

/// Answers digits without what is written between and behind them: `1,500` and `1.500` are 1500, `2,5` is 2.5, `9th` is 9, and `10h30` is
/// two numbers.
///
/// Three digits behind one sign are thousands in each language, so that nobody has to guess which sign is meant.
fn plain(written: &str) -> Vec<String> {
    let groups = written.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','));
    groups.filter(|group| group.bytes().any(|byte| byte.is_ascii_digit())).map(one).collect()
}

fn one(group: &str) -> String {
    let parts: Vec<&str> = group.split(['.', ',']).filter(|part| !part.is_empty()).collect();
    let thousands = |parts: &[&str]| parts[1..].iter().all(|part| part.len() == 3) && parts[0].len() <= 3;
    let whole = |parts: &[&str]| {
        let joined = parts.concat();
        let trimmed = joined.trim_start_matches('0');
        if trimmed.is_empty() { "0".to_owned() } else { trimmed.to_owned() }
    };
    match parts.split_last() {
        _ if thousands(&parts) => whole(&parts),
        Some((decimals, before)) if !before.is_empty() && thousands(before) => {
            let decimals = decimals.trim_end_matches('0');
            if decimals.is_empty() { whole(before) } else { format!("{}.{decimals}", whole(before)) }
        }
        // Numbers of a section, of a version: as they are written.
        _ => parts.join("."),
    }
}

/// Answers the number in words that tokens begin with, and how many tokens that takes.
fn words(language: TextLanguage, tokens: &[Token]) -> Option<(u32, usize)> {
    // No number has more words than this.
    const WORDS_MAX: usize = 12;
    let run: Vec<&Token> = tokens.iter().take_while(|token| token.kind == Kind::Word).take(WORDS_MAX).collect();
    // A token with hyphens is several words: which word ends which token is kept.
    let mut words = Vec::new();
    let mut ends = Vec::new();
    for (at, token) in run.iter().enumerate() {
        let parts: Vec<&str> = token.fold.split('-').collect();
        for (turn, part) in parts.iter().enumerate() {
            words.push(*part);
            ends.push((turn + 1 == parts.len()).then_some(at + 1));
        }
    }
    let (value, used) = number(language, &words)?;
    // *Two-year* and *diez-millas* say a number as well; the rest of the token is passed over.
    let tokens = (used..=ends.len()).find_map(|at| *ends.get(at - 1)?)?;
    Some((value, tokens))
}

/// Letters of a word by which its like in another language is known, and letters that a word must have for that.
const ROOT_CHARS: usize = 4;
const WORD_CHARS_MIN: usize = 5;

/// Answers how the longer words of a text begin, without accents: English, Spanish and French have most of their learned words from Latin, so
/// that *consulate*, *consulado* and *consulat* begin alike, and names do.
pub(super) fn roots(text: &str) -> BTreeSet<String> {
    let long = |token: &Token| token.kind == Kind::Word && token.fold.chars().count() >= WORD_CHARS_MIN;
    // *L’ambulance* is one token.
    let root = |token: Token| {
        let word = token.fold.rsplit('\'').next().unwrap_or_default();
        word.chars().take(ROOT_CHARS).collect::<String>()
    };
    tokens(text).into_iter().filter(long).map(root).filter(|root| root.len() == ROOT_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(language: TextLanguage, text: &str) -> Vec<String> {
        facts(language, text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn numbers_are_read_however_they_are_written() {
        for (language, text) in [
            (TextLanguage::English, "within 1,500 days, or thirty-five per cent, of 2.5 million"),
            (TextLanguage::Spanish, "en 1.500 días, o el treinta y cinco por ciento, de 2,5 millones"),
            (TextLanguage::French, "en 1 500 jours, ou trente-cinq pour cent, de 2,5 millions"),
        ] {
            let found = facts(language, text);
            for number in ["1500", "35", "2.5"] {
                assert!(found.contains(&Fact::Number(number.to_owned())), "{text}: {found:?}");
            }
        }
        assert_eq!(told(TextLanguage::Spanish, "treinta (30) días"), ["30"]);
        assert_eq!(told(TextLanguage::English, "a two-year plan, once and for one State"), ["2"]);
        assert_eq!(told(TextLanguage::French, "à 10h30, 24 h, 500 mille"), ["10", "24", "30", "500000"]);
        assert_eq!(told(TextLanguage::English, "the 9th of 0.50 and 007 in 1.2.3"), ["0.5", "1.2.3", "7", "9"]);
    }

    #[test]
    fn a_symbol_is_no_number_and_an_alternative_no_symbol() {
        assert_eq!(told(TextLanguage::English, "See RCM/VIII/3, (A/RES/73/195)."), ["A/RES/73/195", "RCM/VIII/3"]);
        assert_eq!(told(TextLanguage::Spanish, "y/o la ONG/OIM, Estados/Partes"), Vec::<String>::new());
    }
}
