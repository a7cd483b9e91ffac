//! The number or sign that a paragraph begins with: `1.`, `(a)`, `IV)`, *Primero.-*, *Decision 3:*, a bullet.

use super::ordinals;
use crate::tokens::fold;

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// 1, 2, 3.
    Digits,
    /// a, b, c.
    Letter,
    /// A, B, C.
    Capital,
    /// i, ii, iii.
    Roman,
    /// I, II, III.
    RomanCapital,
    /// First, segundo.
    Ordinal,
    /// Decision 1, Acuerdo 2.
    Named,
    /// 1.1, 1.2, with the number of its parts.
    Parts(u8),
    /// A sign that counts nothing.
    Bullet,
}

/// A number or sign at the head of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marker {
    /// What it may be: `i)` is the ninth letter or the first Roman number.
    pub readings: Vec<(Form, u32)>,
    /// What stands after the number: `.`, `)`, `()` for both sides, or nothing.
    pub close: &'static str,
    /// As it is written, without what closes it.
    pub label: String,
    /// Where the text begins, in bytes.
    pub text_from: usize,
}

impl Marker {
    /// Answers whether it is a sign that counts nothing.
    pub fn is_bullet(&self) -> bool {
        self.readings.iter().any(|(form, _)| *form == Form::Bullet)
    }
}

const BULLETS: &[char] = &[
    '•', '◦', '▪', '●', '○', '■', '□', '–', '—', '-', '*', '·', '»', '✓', '→', '➢', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}',
];

/// Answers whether a character stands at the head of things in a list and is written for nothing else.
pub(super) fn is_sign(c: char) -> bool {
    BULLETS.contains(&c) && !matches!(c, '–' | '—' | '-' | '*' | '·' | '»' | '→')
}

/// The highest number that a paragraph is believed to have.
const VALUE_MAX: u32 = 999;

/// Answers the number or sign that a text begins with.
pub(super) fn marker(text: &str) -> Option<Marker> {
    let lead = text.len() - text.trim_start().len();
    let body = &text[lead..];
    // *“2. Urges Member States …*: a text quoted in another, each paragraph of which begins with the sign.
    let quoted = body.strip_prefix(['“', '«', '"', '”']).map(str::trim_start).filter(|inner| number(inner).is_some());
    let (lead, body) = quoted.map_or((lead, body), |inner| (text.len() - inner.len(), inner));
    let found = bullet(body).or_else(|| named(body)).or_else(|| ordinal(body)).or_else(|| number(body))?;
    Some(Marker { text_from: found.text_from + lead, ..found })
}

fn bullet(text: &str) -> Option<Marker> {
    let first = text.chars().next().filter(|first| BULLETS.contains(first))?;
    let after = &text[first.len_utf8()..];
    let spaced = after.starts_with(char::is_whitespace) || !matches!(first, '-' | '*' | '–' | '—');
    (spaced && !after.trim().is_empty()).then(|| Marker {
        readings: vec![(Form::Bullet, 1)],
        close: "",
        label: first.to_string(),
        text_from: text.len() - after.trim_start().len(),
    })
}

/// `1.`, `1)`, `(1)`, `1.-`, `1º`, `1.1`, `a)`, `IV.`
fn number(text: &str) -> Option<Marker> {
    let opened = text.starts_with('(') || text.starts_with('[');
    let body = if opened { &text[1..] } else { text };
    let token = &body[..token_end(body)];
    let readings = readings(token);
    if readings.is_empty() {
        return None;
    }
    let mut after = &body[token.len()..];
    let parts = token.contains('.');
    // What closes: at most one of each, in the order in which they are met.
    let mut close = "";
    for sign in ["º", "°", "ª", ".", ")", "]", "-", "–", "—", ":", "/"] {
        let spaced = after.trim_start_matches(' ');
        let after_space = matches!(sign, "-" | "–" | "—" | ")") && spaced.len() < after.len();
        let from = if after_space { spaced } else { after };
        if let Some(rest) = from.strip_prefix(sign) {
            close = match (sign, close) {
                (")" | "]", _) => ")",
                ("º" | "°" | "ª", _) => ".",
                (_, "") => ".",
                _ => close,
            };
            after = rest;
        }
    }
    if opened {
        if close != ")" {
            return None;
        }
        close = "()";
    }
    let spaced = after.is_empty() || after.starts_with(char::is_whitespace);
    let tight =
        after.starts_with(|c: char| c.is_uppercase() || matches!(c, '"' | '“' | '*' | '¿')) && !close.is_empty();
    let fraction = parts && close.is_empty() && after.trim_start().starts_with(char::is_lowercase);
    if !(spaced || tight) || (close.is_empty() && !parts) || fraction {
        return None;
    }
    Some(Marker { readings, close, label: token.to_owned(), text_from: text.len() - after.trim_start().len() })
}

/// Letters and digits, with full stops between digits: `1.2`.
fn token_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while bytes.get(end).is_some_and(u8::is_ascii_alphanumeric)
        || end > 0 && bytes.get(end) == Some(&b'.') && digit(end - 1) && digit(end + 1)
    {
        end += 1;
    }
    end
}

fn readings(token: &str) -> Vec<(Form, u32)> {
    let mut found = Vec::new();
    if token.is_empty() || token.len() > 8 {
        return found;
    }
    if token.bytes().all(|byte| byte.is_ascii_digit()) {
        found.extend(
            token.parse().ok().filter(|value| (1..=VALUE_MAX).contains(value)).map(|value| (Form::Digits, value)),
        );
        return found;
    }
    if token.contains('.') {
        let parts: Vec<&str> = token.split('.').collect();
        let numbers: Option<Vec<u32>> =
            parts.iter().map(|part| part.parse().ok().filter(|n| (1..100).contains(n))).collect();
        if let Some(numbers) = numbers.filter(|numbers| numbers.len() <= 4 && parts.iter().all(|part| part.len() <= 2))
        {
            let depth = u8::try_from(numbers.len()).unwrap_or(u8::MAX);
            found.extend(numbers.last().map(|last| (Form::Parts(depth), *last)));
        }
        return found;
    }
    let small = token.bytes().all(|byte| byte.is_ascii_lowercase());
    let capital = token.bytes().all(|byte| byte.is_ascii_uppercase());
    if !(small || capital) {
        return found;
    }
    let mut letters = token.bytes();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        let value = u32::from(letter.to_ascii_lowercase() - b'a') + 1;
        found.push((if small { Form::Letter } else { Form::Capital }, value));
    }
    if let Some(value) = ordinals::roman(token) {
        found.push((if small { Form::Roman } else { Form::RomanCapital }, value));
    }
    found
}

const NAMES: &[&str] = &[
    "decision",
    "decisiones",
    "acuerdo",
    "resolution",
    "resolucion",
    "recommendation",
    "recomendacion",
    "conclusion",
    "article",
    "articulo",
    "art",
    "paragraph",
    "parrafo",
    "op",
    "punto",
    "agreement",
    "compromiso",
    "commitment",
    "recommandation",
    "engagement",
];

/// *Decision 3:*, *ARTÍCULO PRIMERO.-*, *OP1.*
fn named(text: &str) -> Option<Marker> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let word = fold(&text[..end]);
    if !NAMES.contains(&word.as_str()) {
        return None;
    }
    let mut after = text[end..].trim_start_matches(['.', ' ']);
    for sign in ["No.", "no.", "NO.", "Nº", "N°", "N.º", "n°", "nº", "n.º", "núm.", "Núm.", "#", "Number", "number"]
    {
        after = after.strip_prefix(sign).unwrap_or(after).trim_start();
    }
    let end = after.find(|c: char| !(c.is_alphanumeric() || c == '/')).unwrap_or(after.len());
    let token = &after[..end];
    let value = match token.rsplit('/').next().unwrap_or(token) {
        digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.parse().ok(),
        word => ordinals::roman(word).or_else(|| ordinals::ordinal(&fold(word))),
    };
    let value = value.filter(|value| (1..=VALUE_MAX).contains(value))?;
    let rest = &after[end..];
    let closed = rest.trim_start_matches(['.', ':', ')', '-', '–', '—', ' ']);
    // *Decision 3 of the Meeting says …* is a sentence.
    if rest.len() == closed.len() && !rest.is_empty()
        || rest.starts_with(' ') && !rest.trim_start().starts_with([':', '-', '–', '—', '.'])
    {
        return None;
    }
    Some(Marker {
        readings: vec![(Form::Named, value)],
        close: "",
        label: text[..text.len() - rest.len()].to_owned(),
        text_from: text.len() - closed.len(),
    })
}

/// *Primero.-*, *DÉCIMO PRIMERO:*, *Third,*
fn ordinal(text: &str) -> Option<Marker> {
    // *The* and on the next line *first-ever summit*
    if !text.starts_with(char::is_uppercase) {
        return None;
    }
    let mut end = 0;
    let mut value = None;
    for words in 1..=2 {
        let Some(stop) = text[end..].find(|c: char| !c.is_alphabetic()).map(|at| at + end) else { break };
        let phrase = fold(&text[..stop]);
        let Some(found) = ordinals::ordinal(&phrase) else {
            if words == 1 {
                return None;
            }
            break;
        };
        (value, end) = (Some((found, stop)), stop);
        // The second word is tried after one space.
        if !text[stop..].starts_with(' ') {
            break;
        }
        end += 1;
    }
    let (value, stop) = value?;
    let rest = &text[stop..];
    let closed = rest.trim_start_matches(['.', ':', ')', '-', '–', '—', ' ', ',']);
    let sign = rest.trim_start().chars().next();
    if !matches!(sign, Some('.' | ':' | ')' | '-' | '–' | '—' | ','))
        || closed.is_empty() && !rest.trim().is_empty() && rest.len() > 4
    {
        return None;
    }
    Some(Marker {
        readings: vec![(Form::Ordinal, value)],
        close: "",
        label: text[..stop].to_owned(),
        text_from: text.len() - closed.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    type Seen<'t> = (Vec<(Form, u32)>, &'static str, &'t str);

    fn read(text: &str) -> Option<Seen<'_>> {
        marker(text).map(|marker| (marker.readings, marker.close, &text[marker.text_from..]))
    }

    #[test]
    fn numbers_and_letters() {
        let digits = |value| vec![(Form::Digits, value)];
        assert_eq!(read("1. Thank"), Some((digits(1), ".", "Thank")));
        assert_eq!(read(" 12) Thank"), Some((digits(12), ")", "Thank")));
        assert_eq!(read("(3) Thank"), Some((digits(3), "()", "Thank")));
        assert_eq!(read("1.- Agradecer"), Some((digits(1), ".", "Agradecer")));
        assert_eq!(read("2º. Agradecer"), Some((digits(2), ".", "Agradecer")));
        assert_eq!(read("4 - Agradecer"), Some((digits(4), ".", "Agradecer")));
        assert_eq!(read("5.Agradecer"), Some((digits(5), ".", "Agradecer")));
        assert_eq!(read("7."), Some((digits(7), ".", "")));
        assert_eq!(read("1.2 Thank"), Some((vec![(Form::Parts(2), 2)], "", "Thank")));
        assert_eq!(read("1.2. Thank"), Some((vec![(Form::Parts(2), 2)], ".", "Thank")));
        assert_eq!(read("i) Thank"), Some((vec![(Form::Letter, 9), (Form::Roman, 1)], ")", "Thank")));
        assert_eq!(read("IV. Thank"), Some((vec![(Form::RomanCapital, 4)], ".", "Thank")));
        assert_eq!(read("(b) Thank"), Some((vec![(Form::Letter, 2)], "()", "Thank")));
        for text in [
            "60 days",
            "2003. In that year",
            "1.5 million",
            "Thank",
            "a proposal",
            "I thank",
            "",
            "10,000",
            "(IOM) will",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn words_that_number() {
        assert_eq!(read("Primero.- Agradecer"), Some((vec![(Form::Ordinal, 1)], "", "Agradecer")));
        assert_eq!(read("DÉCIMO PRIMERO: Agradecer"), Some((vec![(Form::Ordinal, 11)], "", "Agradecer")));
        assert_eq!(read("Third, to thank"), Some((vec![(Form::Ordinal, 3)], "", "to thank")));
        assert_eq!(read("First training session"), None);
        assert_eq!(read("Decision 3: Awareness"), Some((vec![(Form::Named, 3)], "", "Awareness")));
        assert_eq!(read("Décision n° 2 : Fonds"), Some((vec![(Form::Named, 2)], "", "Fonds")));
        assert_eq!(read("ACUERDO No. 2"), Some((vec![(Form::Named, 2)], "", "")));
        assert_eq!(read("Artículo Primero.- Crear"), Some((vec![(Form::Named, 1)], "", "Crear")));
        assert_eq!(read("OP12. Urges"), Some((vec![(Form::Named, 12)], "", "Urges")));
        assert_eq!(read("Decision 3 of the Meeting"), None);
        assert_eq!(read("Article 36 of the Convention"), None);
        assert_eq!(read("Decision VIII/4. Funds"), Some((vec![(Form::Named, 4)], "", "Funds")));
    }

    #[test]
    fn signs() {
        assert_eq!(read("• Thank"), Some((vec![(Form::Bullet, 1)], "", "Thank")));
        assert_eq!(read("- Thank"), Some((vec![(Form::Bullet, 1)], "", "Thank")));
        assert_eq!(read("-5 degrees"), None);
        assert_eq!(read("–"), None);
    }
}
