//! Days as texts write them in English, Spanish and French, as ISO 8601 has them: `2003-05-30`, `--05-30`, `2003-05`.

use jiff::civil::Date;

use crate::language::TextLanguage;
use crate::tokens::{Kind, Token};

/// Words and signs between two days of one month: *14 and 15 September*, *del 3 al 5 de mayo*.
const BETWEEN: &[&str] = &[
    "and", "y", "e", "et", "to", "al", "a", "au", "through", "until", "or", "o", "ou", "-", "–", "—", ",", "el", "le",
    "the",
];

/// Days of one month that are named together at most.
const DAYS_MAX: usize = 12;

/// Answers the days that tokens begin with, and how many tokens that takes; none where they begin with none.
///
/// A day in figures alone is read only where it has one reading: `3/5/2003` is none in English, for some put the month first.
pub(super) fn days(language: TextLanguage, tokens: &[Token]) -> Option<(Vec<String>, usize)> {
    iso(tokens)
        .or_else(|| figures(language, tokens))
        .or_else(|| day_first(language, tokens))
        .or_else(|| month_first(language, tokens))
}

/// `2003-05-30`
fn iso(tokens: &[Token]) -> Option<(Vec<String>, usize)> {
    let [year, one, month, other, day] = tokens.get(..5)? else { return None };
    let day = date(self::year(year)?, figure(month)?, figure(day)?).filter(|_| one.is("-") && other.is("-"))?;
    Some((vec![day.to_string()], 5))
}

/// `30/5/2003`, `30.05.2003`
fn figures(language: TextLanguage, tokens: &[Token]) -> Option<(Vec<String>, usize)> {
    let read = |first: i8, second: i8, year: i16| match language {
        TextLanguage::English => match (date(year, second, first), date(year, first, second)) {
            (Some(day), Some(other)) if day != other => None,
            (day, other) => day.or(other),
        },
        TextLanguage::Spanish | TextLanguage::French => date(year, second, first),
    };
    // One token: a full stop between figures joins them.
    if let Some(token) = tokens.first()
        && let [first, second, year] = token.fold.split('.').collect::<Vec<_>>().as_slice()
        && year.len() == 4
        && let (Ok(first), Ok(second), Ok(year)) = (first.parse(), second.parse(), year.parse())
    {
        return read(first, second, year).map(|day| (vec![day.to_string()], 1));
    }
    let [first, one, second, other, year] = tokens.get(..5)? else { return None };
    let day = read(figure(first)?, figure(second)?, self::year(year)?).filter(|_| one.is("/") && other.is("/"))?;
    Some((vec![day.to_string()], 5))
}

/// *30 May 2003*, *14 y 15 de septiembre de 2006*, *le 1er juin*
fn day_first(language: TextLanguage, tokens: &[Token]) -> Option<(Vec<String>, usize)> {
    let (days, at) = several(tokens)?;
    let at = skip(tokens, at, &["of", "de", "º", "°"]);
    let month = month(language, tokens.get(at)?)?;
    Some(dated(tokens, at + 1, month, &days))
}

/// *May 30, 2003*, *September 14-15, 2006*, *mayo de 2003*
fn month_first(language: TextLanguage, tokens: &[Token]) -> Option<(Vec<String>, usize)> {
    let month = month(language, tokens.first()?)?;
    if language == TextLanguage::English
        && let Some((days, used)) = several(&tokens[1..])
    {
        return Some(dated(tokens, used + 1, month, &days));
    }
    // A month alone is no day that could be compared, and *may* and *mars* are other words too.
    let at = skip(tokens, 1, &["de", "del", "of", ","]);
    let year = tokens.get(at).and_then(year)?;
    Some((vec![format!("{year:04}-{month:02}")], at + 1))
}

/// Answers days that stand beside one another, and how many tokens that takes.
fn several(tokens: &[Token]) -> Option<(Vec<i8>, usize)> {
    let mut days = vec![day(tokens.first()?)?];
    let mut at = 1;
    while days.len() < DAYS_MAX {
        let next = skip(tokens, at, BETWEEN);
        let Some(day) = tokens.get(next).and_then(day).filter(|_| next > at) else { break };
        days.push(day);
        at = next + 1;
    }
    Some((days, at))
}

/// Writes days of a month with the year that follows at a place, or without.
fn dated(tokens: &[Token], at: usize, month: i8, days: &[i8]) -> (Vec<String>, usize) {
    let year_at = skip(tokens, at, &[",", "de", "del", "of"]);
    match tokens.get(year_at).and_then(year) {
        Some(year) => (days.iter().map(|day| format!("{year:04}-{month:02}-{day:02}")).collect(), year_at + 1),
        None => (days.iter().map(|day| format!("--{month:02}-{day:02}")).collect(), at),
    }
}

fn skip(tokens: &[Token], at: usize, words: &[&str]) -> usize {
    at + tokens[at.min(tokens.len())..].iter().take_while(|token| token.among(words)).count()
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn figure(token: &Token) -> Option<i8> {
    token.fold.parse().ok().filter(|_| token.kind == Kind::Number)
}

/// `30`, `30th`, `1er`, `1.º` without its sign
fn day(token: &Token) -> Option<i8> {
    if token.among(&["primero", "premier"]) {
        return Some(1);
    }
    let digits = token.fold.trim_end_matches(|c: char| c.is_alphabetic());
    let ending = &token.fold[digits.len()..];
    let plain = ["", "st", "nd", "rd", "th", "er", "o"].contains(&ending) && token.kind == Kind::Number;
    digits.parse().ok().filter(|day| plain && (1..=31).contains(day))
}

fn year(token: &Token) -> Option<i16> {
    let digits = token.kind == Kind::Number && token.fold.len() == 4;
    token.fold.parse().ok().filter(|year| digits && (1900..=2199).contains(year))
}

fn month(language: TextLanguage, token: &Token) -> Option<i8> {
    let names = match language {
        TextLanguage::English => ENGLISH,
        TextLanguage::Spanish => SPANISH,
        TextLanguage::French => FRENCH,
    };
    // *D’octobre* is one token.
    let name = token.fold.strip_prefix("d'").unwrap_or(&token.fold);
    let place = names.iter().position(|names| names.contains(&name))?;
    i8::try_from(place + 1).ok()
}

const ENGLISH: [&[&str]; 12] = [
    &["january", "jan"],
    &["february", "feb"],
    &["march", "mar"],
    &["april", "apr"],
    &["may"],
    &["june", "jun"],
    &["july", "jul"],
    &["august", "aug"],
    &["september", "sep", "sept"],
    &["october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

const SPANISH: [&[&str]; 12] = [
    &["enero"],
    &["febrero"],
    &["marzo"],
    &["abril"],
    &["mayo"],
    &["junio"],
    &["julio"],
    &["agosto"],
    &["septiembre", "setiembre"],
    &["octubre"],
    &["noviembre"],
    &["diciembre"],
];

const FRENCH: [&[&str]; 12] = [
    &["janvier"],
    &["fevrier"],
    &["mars"],
    &["avril"],
    &["mai"],
    &["juin"],
    &["juillet"],
    &["aout"],
    &["septembre"],
    &["octobre"],
    &["novembre"],
    &["decembre"],
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokens;

    fn read(language: TextLanguage, text: &str) -> Option<Vec<String>> {
        days(language, &tokens(text)).map(|(days, _)| days)
    }

    #[test]
    fn a_day_is_the_same_in_each_language() {
        let (en, es, fr) = (TextLanguage::English, TextLanguage::Spanish, TextLanguage::French);
        for (texts, days) in [
            (["30 May 2003", "30 de mayo de 2003", "30 mai 2003"], &["2003-05-30"][..]),
            (["May 30th, 2003", "30 de mayo del 2003", "30 mai 2003"], &["2003-05-30"]),
            (["1 June", "primero de junio", "1er juin"], &["--06-01"]),
            (
                ["September 14-15, 2006", "14 y 15 de septiembre de 2006", "14 et 15 septembre 2006"],
                &["2006-09-14", "2006-09-15"],
            ),
            (["May 2003", "mayo de 2003", "mai 2003"], &["2003-05"]),
            (["October 2003", "octubre de 2003", "d’octobre 2003"], &["2003-10"]),
            (["2003-05-30", "30/5/2003", "30.05.2003"], &["2003-05-30"]),
        ] {
            for (language, text) in [en, es, fr].into_iter().zip(texts) {
                assert_eq!(
                    read(language, text).as_deref(),
                    Some(days.iter().map(|day| (*day).to_owned()).collect::<Vec<_>>().as_slice()),
                    "{text}"
                );
            }
        }
        assert_eq!(read(en, "3/5/2003"), None, "the third of May, or the fifth of March");
        assert_eq!(read(en, "13/5/2003"), Some(vec!["2003-05-13".to_owned()]));
        for (language, text) in [(en, "may 3 States"), (es, "30 días"), (fr, "mars"), (es, "45 de mayo"), (en, "2003")]
        {
            assert!(read(language, text).is_none_or(|days| days[0].starts_with("--")), "{text}");
        }
    }
}
