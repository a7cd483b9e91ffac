//! Days, months and years as texts write them: *31 December 2004*, *December 31st, 2004*, *31 de diciembre de 2004*, *fines de 2004*.

use jiff::civil::Date;

use super::ordinals::ordinal;
use crate::tokens::{Kind, Token};

const MONTHS: &[(&str, i8)] = &[
    ("january", 1),
    ("february", 2),
    ("march", 3),
    ("april", 4),
    ("may", 5),
    ("june", 6),
    ("july", 7),
    ("august", 8),
    ("september", 9),
    ("october", 10),
    ("november", 11),
    ("december", 12),
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("enero", 1),
    ("febrero", 2),
    ("marzo", 3),
    ("abril", 4),
    ("mayo", 5),
    ("junio", 6),
    ("julio", 7),
    ("agosto", 8),
    ("septiembre", 9),
    ("setiembre", 9),
    ("octubre", 10),
    ("noviembre", 11),
    ("diciembre", 12),
];

/// A day read from tokens, and how many it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Read {
    pub day: Date,
    pub tokens: usize,
    /// The text named the day itself, and not only its month or year.
    pub exact: bool,
}

/// Reads a day, month, half-year or year at the head of the tokens; a period is answered by its last day. `usual_year` completes a day without one.
pub(super) fn day(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    end_of(tokens)
        .or_else(|| iso(tokens))
        .or_else(|| day_first(tokens, usual_year))
        .or_else(|| month_first(tokens, usual_year))
        .or_else(|| part_of_year(tokens))
        .or_else(|| year_alone(tokens))
}

fn month(token: &Token) -> Option<i8> {
    MONTHS.iter().find(|(name, _)| token.is(name)).map(|(_, month)| *month)
}

fn year(token: &Token) -> Option<i16> {
    let digits = token.kind == Kind::Number && token.fold.len() == 4;
    token.fold.parse().ok().filter(|year| digits && (1900..=2199).contains(year))
}

fn day_number(token: &Token) -> Option<i8> {
    let plain = token.fold.parse().ok().or_else(|| ordinal(&token.fold).and_then(|day| i8::try_from(day).ok()));
    plain.filter(|day| token.kind == Kind::Number && (1..=31).contains(day))
}

fn skip(tokens: &[Token], at: usize, words: &[&str]) -> usize {
    at + tokens[at.min(tokens.len())..].iter().take_while(|token| token.among(words)).count()
}

fn last_of_month(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(|first| first.last_of_month())
}

/// `2004-12-31`, `31/12/2004`
fn iso(tokens: &[Token]) -> Option<Read> {
    let [a, b, c, d, e] = tokens.get(..5)? else { return None };
    let number = |token: &Token| token.fold.parse::<i16>().ok().filter(|_| token.kind == Kind::Number);
    if !(b.is("-") && d.is("-") || b.is("/") && d.is("/")) {
        return None;
    }
    let (first, middle, last) = (number(a)?, number(c)?, number(e)?);
    let small = |value: i16| i8::try_from(value).ok();
    let day = match (first > 31, last > 31) {
        (true, _) => Date::new(first, small(middle)?, small(last)?),
        (_, true) => Date::new(last, small(middle)?, small(first)?),
        _ => return None,
    };
    Some(Read { day: day.ok()?, tokens: 5, exact: true })
}

/// *31 December 2004*, *31 de diciembre de 2004*, *31 de diciembre*, *primero de junio*
fn day_first(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    let first = tokens.first()?;
    let number = day_number(first).or_else(|| first.among(&["primero", "1o"]).then_some(1))?;
    let at = skip(tokens, 1, &["of", "de", "st", "nd", "rd", "th", "º", "°", "dia"]);
    let month = month(tokens.get(at)?)?;
    dated(tokens, at + 1, month, Some(number), usual_year)
}

/// *December 31, 2004*, *December 2004*, *diciembre de 2004*
fn month_first(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    let month = month(tokens.first()?)?;
    let at = skip(tokens, 1, &["the"]);
    match tokens.get(at).and_then(day_number) {
        Some(number) => dated(tokens, at + 1, month, Some(number), usual_year),
        None => dated(tokens, 1, month, None, None),
    }
}

fn dated(tokens: &[Token], at: usize, month: i8, number: Option<i8>, usual_year: Option<i16>) -> Option<Read> {
    let year_at = skip(tokens, at, &[",", "de", "del", "of", "ano", "year", "the"]);
    let (year, used) = match tokens.get(year_at).and_then(year) {
        Some(year) => (year, year_at + 1),
        None => (usual_year?, at),
    };
    let day = match number {
        Some(number) => Date::new(year, month, number).ok()?,
        None => last_of_month(year, month)?,
    };
    Some(Read { day, tokens: used, exact: number.is_some() })
}

/// *The end of 2004*, *fines de junio de 2004*, *finales del año 2004*
fn end_of(tokens: &[Token]) -> Option<Read> {
    let at = skip(tokens, 0, &["the", "el", "los", "las", "a"]);
    if !tokens
        .get(at)?
        .among(&["end", "close", "fines", "finales", "final", "fin", "mid", "mid-", "mediados", "cierre"])
    {
        return None;
    }
    let middle = tokens[at].among(&["mid", "mediados"]);
    let from = skip(tokens, at + 1, &["of", "de", "del", "the", "ano", "mes", "year", "month", "-"]);
    let inner = day(tokens.get(from..)?, None)?;
    let day = if middle && tokens.get(from).and_then(year).is_some() {
        Date::new(inner.day.year(), 6, 30).ok()?
    } else {
        inner.day
    };
    Some(Read { day, tokens: from + inner.tokens, exact: false })
}

/// *The first half of 2004*, *second quarter of 2004*, *el primer semestre de 2004*
fn part_of_year(tokens: &[Token]) -> Option<Read> {
    let at = skip(tokens, 0, &["the", "el", "la"]);
    let which = match tokens.get(at)? {
        last if last.among(&["last", "ultimo", "ultima"]) => None,
        token => Some(i8::try_from(ordinal(&token.fold)?).ok()?),
    };
    let months = match tokens.get(at + 1)? {
        part if part.among(&["half", "semester", "semestre", "mitad"]) => 6,
        part if part.among(&["quarter", "trimestre", "trimester"]) => 3,
        part if part.among(&["cuatrimestre"]) => 4,
        part if part.among(&["bimestre"]) => 2,
        _ => return None,
    };
    let from = skip(tokens, at + 2, &["of", "de", "del", "the", "ano", "year"]);
    let year = tokens.get(from).and_then(year)?;
    let parts = 12 / months;
    let which = which.unwrap_or(parts);
    let day = last_of_month(year, which.checked_mul(months).filter(|month| (1..=12).contains(month))?)?;
    Some(Read { day, tokens: from + 1, exact: false })
}

/// *2004*, *the year 2004*
fn year_alone(tokens: &[Token]) -> Option<Read> {
    let at = skip(tokens, 0, &["the", "el", "ano", "year", "calendar"]);
    let year = tokens.get(at).and_then(year)?;
    Some(Read { day: Date::new(year, 12, 31).ok()?, tokens: at + 1, exact: false })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::tokens::tokens;

    #[test]
    fn days_in_both_languages() {
        let read = |text: &str| day(&tokens(text), Some(2003)).map(|read| read.day);
        for (text, day) in [
            ("31 December 2004", date(2004, 12, 31)),
            ("December 31st, 2004", date(2004, 12, 31)),
            ("31 de diciembre de 2004", date(2004, 12, 31)),
            ("31 de diciembre del año 2004", date(2004, 12, 31)),
            ("1 de julio", date(2003, 7, 1)),
            ("2004-12-31", date(2004, 12, 31)),
            ("31/12/2004", date(2004, 12, 31)),
            ("the end of 2004", date(2004, 12, 31)),
            ("the end of June 2004", date(2004, 6, 30)),
            ("fines de febrero de 2004", date(2004, 2, 29)),
            ("mediados de 2004", date(2004, 6, 30)),
            ("the first half of 2004", date(2004, 6, 30)),
            ("el segundo trimestre de 2004", date(2004, 6, 30)),
            ("the last quarter of 2004", date(2004, 12, 31)),
            ("March 2004", date(2004, 3, 31)),
            ("2030", date(2030, 12, 31)),
        ] {
            assert_eq!(read(text), Some(day), "{text}");
        }
        for text in ["31 February 2004", "the meeting", "2.5", "12 States", "may present", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
