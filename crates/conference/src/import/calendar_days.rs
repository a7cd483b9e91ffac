//! Days, months and years as texts write them: *31 December 2004*, *December 31st, 2004*, *31 de diciembre de 2004*, *fines de 2004*.

use jiff::civil::Date;

use super::ordinals::{cardinal, ordinal};
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
    ("janvier", 1),
    ("fevrier", 2),
    ("mars", 3),
    ("avril", 4),
    ("mai", 5),
    ("juin", 6),
    ("juillet", 7),
    ("aout", 8),
    ("septembre", 9),
    ("octobre", 10),
    ("novembre", 11),
    ("decembre", 12),
];

/// A day read from tokens, and how many it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Read {
    pub day: Date,
    pub tokens: usize,
    /// The text named the day itself, and not only its month or year.
    pub exact: bool,
    /// The text named no year; it has that of the meeting.
    pub implied: bool,
}

impl Read {
    /// A day without a year that has gone by is that of the next.
    pub fn after(self, ended_on: Option<Date>) -> Read {
        match ended_on {
            Some(ended_on) if self.implied && self.day <= ended_on => {
                let day = self.day.checked_add(jiff::ToSpan::years(1)).unwrap_or(self.day);
                Read { day, ..self }
            }
            _ => self,
        }
    }
}

/// Reads a day, month, half-year or year at the head of the tokens; a period is answered by its last day. `usual_year` completes a day without one.
pub(super) fn day(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    middle_of(tokens, usual_year)
        .or_else(|| end_of(tokens, usual_year))
        .or_else(|| iso(tokens, usual_year))
        .or_else(|| last_of_several(tokens, usual_year))
        .or_else(|| day_first(tokens, usual_year))
        .or_else(|| month_first(tokens, usual_year))
        .or_else(|| part_of_month(tokens, usual_year))
        .or_else(|| part_of_year(tokens, usual_year))
        .or_else(|| year_alone(tokens))
}

/// Answers the day before a month or a year begins that these tokens name as a whole: *before December 2003* ends with November.
pub(super) fn eve(tokens: &[Token], read: &Read) -> Option<Date> {
    let first = tokens.first()?;
    let begins = if month(first).is_some() && !read.exact {
        read.day.first_of_month()
    } else if year(tokens.get(skip(tokens, 0, &["the", "el", "ano", "year"]))?).is_some() && !read.exact {
        read.day.first_of_year()
    } else {
        return None;
    };
    begins.yesterday().ok()
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

/// `2004-12-31`, `31/12/2004`, `8/1/99`
fn iso(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    let [a, b, c, d, e] = tokens.get(..5)? else { return None };
    let number = |token: &Token| token.fold.parse::<i16>().ok().filter(|_| token.kind == Kind::Number);
    if !(b.is("-") && d.is("-") || b.is("/") && d.is("/")) {
        return None;
    }
    let (first, middle, mut last) = (number(a)?, number(c)?, number(e)?);
    if b.is("/") && e.fold.len() == 2 {
        last = near_year(last, usual_year?);
    }
    let small = |value: i16| i8::try_from(value).ok();
    let day = match (first > 31, last > 31) {
        (true, _) => Date::new(first, small(middle)?, small(last)?),
        (_, true) => Date::new(last, small(middle)?, small(first)?),
        _ => return None,
    };
    Some(Read { day: day.ok()?, tokens: 5, exact: true, implied: false })
}

/// Answers the year of two digits that lies nearest to the meeting's: in 1998 `99` is 1999, and `01` is 2001.
fn near_year(digits: i16, usual_year: i16) -> i16 {
    let century = usual_year - usual_year.rem_euclid(100);
    [century - 100, century, century + 100]
        .map(|century| century + digits)
        .into_iter()
        .min_by_key(|year| (year - usual_year).abs())
        .unwrap_or(usual_year)
}

/// *14 and 15 September 2006*, *los días 3, 4 y 5 de mayo de 2004*, *del 30 de mayo al 2 de junio*, *September 14-15, 2006*: the last of them.
fn last_of_several(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    const BETWEEN: &[&str] =
        &["and", "y", "to", "al", "a", "-", "–", "—", ",", "&", "e", "el", "until", "through", "et", "au", "le"];
    day_number(tokens.first()?).filter(|_| tokens[0].kind == Kind::Number).or_else(|| month(tokens.first()?))?;
    let named = month(&tokens[0]);
    let mut at = usize::from(named.is_some());
    day_number(tokens.get(at)?)?;
    // *Del 30 de mayo al 2 de junio* names a month for either day.
    let first = skip(tokens, at + 1, &["de", "of"]);
    at = if named.is_none() && tokens.get(first).and_then(month).is_some() { first + 1 } else { at + 1 };
    for _ in 0..4 {
        let next = skip(tokens, at, BETWEEN);
        if next == at || tokens.get(next).and_then(day_number).is_none() {
            return None;
        }
        let read = match named {
            // *May 30 - June 2* has a month again, which `month_first` reads.
            Some(month) => dated(tokens, next + 1, month, Some(day_number(&tokens[next])?), usual_year),
            None => day_first(&tokens[next..], usual_year).map(|read| Read { tokens: next + read.tokens, ..read }),
        };
        // *May 29, 30 and 31*
        let more = tokens.get(skip(tokens, next + 1, BETWEEN)).and_then(day_number).is_some();
        match read {
            Some(read) if named.is_none() || !more => return Some(read),
            _ => at = next + 1,
        }
    }
    None
}

/// *31 December 2004*, *31 de diciembre de 2004*, *31 de diciembre*, *primero de junio*
fn day_first(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    let first = tokens.first()?;
    let number = day_number(first).or_else(|| first.among(&["primero", "1o", "1er", "premier"]).then_some(1))?;
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

/// *March*, *March 2004*, *diciembre próximo*: a month that is known to be one.
pub(super) fn month_at(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    dated(tokens, 1, month(tokens.first()?)?, None, usual_year)
}

fn dated(tokens: &[Token], at: usize, month: i8, number: Option<i8>, usual_year: Option<i16>) -> Option<Read> {
    let year_at = skip(tokens, at, &[",", "de", "del", "of", "ano", "year", "the"]);
    // *October of this year*, *octubre del próximo año*
    let told = || {
        let of = tokens.get(at)?.among(&["of", "de", "del", "this", "next", "prochain"]);
        let (year, used, _) = year_told(&tokens[at..], usual_year).filter(|_| of)?;
        Some((year, at + used, false))
    };
    let (year, used, implied) = match tokens.get(year_at).and_then(year) {
        Some(year) => (year, year_at + 1, false),
        None => told().or(usual_year.map(|year| (year, at, true)))?,
    };
    let day = match number {
        Some(number) => Date::new(year, month, number).ok()?,
        None => last_of_month(year, month)?,
    };
    Some(Read { day, tokens: used, exact: number.is_some(), implied })
}

/// Words around a year that stands for itself: *the current year*, *del presente año*.
const AROUND_YEAR: &[&str] = &[
    "the",
    "el",
    "la",
    "of",
    "de",
    "del",
    "this",
    "current",
    "present",
    "same",
    "calendar",
    "este",
    "presente",
    "corriente",
    "mismo",
    "in",
    "l",
    "cette",
    "le",
    "du",
];

/// *2004*, *the year 2004*, *this year*, *del año en curso*, *el próximo año*: the year, where its words end, and whether it was told and not named.
fn year_told(tokens: &[Token], usual_year: Option<i16>) -> Option<(i16, usize, bool)> {
    const LATER: &[&str] =
        &["next", "coming", "following", "proximo", "siguiente", "entrante", "prochaine", "prochain", "suivante"];
    let mut at = skip(tokens, 0, AROUND_YEAR);
    let mut later = tokens.get(at).is_some_and(|token| token.among(LATER));
    at += usize::from(later);
    if let Some(year) = tokens.get(at).and_then(year) {
        return Some((year, at + 1, false));
    }
    if !tokens.get(at)?.among(&["year", "ano", "annee"]) {
        return None;
    }
    if let Some(year) = tokens.get(at + 1).and_then(year) {
        return Some((year, at + 2, false));
    }
    let going =
        tokens.get(at + 1).is_some_and(|token| token.is("en")) && tokens.get(at + 2)?.among(&["curso", "cours"]);
    let behind = tokens.get(at + 1).is_some_and(|token| token.among(LATER));
    later |= behind;
    let end = at + 1 + if going { 2 } else { usize::from(behind) };
    let year = usual_year?.checked_add(i16::from(later))?;
    Some((year, end, !later))
}

/// *The current year*, *el transcurso del presente año*: told as such, so that *every year* is none.
pub(super) fn present_year(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    let at = skip(tokens, 0, &["the", "el", "course", "curso", "transcurso", "of", "de", "del", "cours", "l", "la"]);
    let told = tokens[at.min(tokens.len())..].iter().take(3).any(|token| {
        token.among(&[
            "this",
            "current",
            "present",
            "presente",
            "corriente",
            "este",
            "curso",
            "next",
            "proximo",
            "cette",
            "prochaine",
            "cours",
        ])
    });
    let course = tokens[..at].iter().any(|token| token.among(&["course", "transcurso", "cours"]));
    let (year, used, _) = year_told(tokens.get(at..)?, usual_year).filter(|_| told || course)?;
    Some(Read { day: Date::new(year, 12, 31).ok()?, tokens: at + used, exact: false, implied: false })
}

/// *The end of 2004*, *fines de junio de 2004*, *finales del año 2004*, *the end of the year*
fn end_of(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    let at = skip(tokens, 0, &["the", "el", "los", "las", "a", "la", "le"]);
    // *The last day of August*
    if tokens[at..].first().is_some_and(|last| last.among(&["last", "ultimo"]))
        && tokens.get(at + 1).is_some_and(|day| day.among(&["day", "dia"]))
    {
        let from = skip(tokens, at + 2, &["of", "de", "del", "mes", "the", "month"]);
        let read = month_at(tokens.get(from..)?, usual_year)?;
        return Some(Read { tokens: from + read.tokens, ..read });
    }
    if !tokens.get(at)?.among(ENDS) {
        return year_ends(tokens.get(at..)?, usual_year).map(|read| Read { tokens: at + read.tokens, ..read });
    }
    let middle = tokens[at].among(&["mid", "mediados"]);
    let from = skip(
        tokens,
        at + 1,
        &["of", "de", "del", "the", "ano", "mes", "year", "month", "-", "el", "du", "l", "mois", "annee", "le"],
    );
    let told = || {
        let (year, used, implied) = year_told(tokens.get(at + 1..)?, usual_year)?;
        // The words are counted from the same place as those of a month.
        let tokens = (at + 1 + used).checked_sub(from)?;
        Some(Read { day: Date::new(year, 12, 31).ok()?, tokens, exact: false, implied })
    };
    let inner = month_at(tokens.get(from..)?, usual_year)
        .or_else(|| day(tokens.get(from..)?, None))
        .or_else(|| part_of_year(tokens.get(from..)?, usual_year))
        .or_else(told)?;
    let day = if middle && inner.day.month() == 12 && month_at(&tokens[from..], usual_year).is_none() {
        Date::new(inner.day.year(), 6, 30).ok()?
    } else {
        inner.day
    };
    Some(Read { day, tokens: from + inner.tokens, exact: false, implied: inner.implied })
}

const ENDS: &[&str] = &[
    "end",
    "close",
    "fines",
    "finales",
    "final",
    "fin",
    "mid",
    "mid-",
    "mediados",
    "cierre",
    "finalizar",
    "finalice",
    "concluir",
    "concluya",
    "terminar",
    "termine",
];

/// *Mid-February 2006*, *mediados de febrero*: by the fifteenth.
fn middle_of(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    let at = skip(tokens, 0, &["the"]);
    let first = tokens.get(at)?;
    let inner = match first.fold.strip_prefix("mid-").or_else(|| first.fold.strip_prefix("mi-")) {
        Some(month) if !month.is_empty() => {
            let month = Token { fold: month.to_owned(), ..first.clone() };
            month_at(&[&[month], &tokens[at + 1..]].concat(), usual_year)
                .map(|read| Read { tokens: at + read.tokens, ..read })
        }
        _ if first.among(&["mid", "mid-", "middle", "mediados", "milieu"]) => {
            let from = skip(tokens, at + 1, &["of", "de", "del", "the", "mes", "month", "-"]);
            month_at(tokens.get(from..)?, usual_year).map(|read| Read { tokens: from + read.tokens, ..read })
        }
        _ => None,
    }?;
    let day = Date::new(inner.day.year(), inner.day.month(), 15).ok()?;
    Some(Read { day, exact: false, ..inner })
}

/// *Year-end*, *the year's end*
fn year_ends(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    let at = skip(tokens, 0, &["this", "the"]);
    let first = tokens.get(at)?;
    let used = if first.among(&["year-end", "yearend"]) {
        at + 1
    } else if first.among(&["year's", "years"]) && tokens.get(at + 1)?.is("end") {
        at + 2
    } else {
        return None;
    };
    Some(Read { day: Date::new(usual_year?, 12, 31).ok()?, tokens: used, exact: false, implied: true })
}

/// *The first week of March 2004*, *la segunda quincena de marzo*: by the last day of that part.
pub(super) fn part_of_month(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    let at = skip(tokens, 0, &["the", "el", "la"]);
    let first = tokens.get(at)?;
    let which = match first {
        last if last.among(&["last", "ultimo", "ultima", "dernier", "derniere"]) => None,
        token => Some(i8::try_from(ordinal(&token.fold)?).ok()?),
    };
    let days = match tokens.get(at + 1)? {
        part if part.among(&["week", "semana", "semaine"]) => 7,
        part if part.among(&["fortnight", "quincena", "half", "mitad", "quinzaine", "moitie"]) => 15,
        _ => return None,
    };
    let from = skip(tokens, at + 2, &["of", "de", "del", "in", "en", "mes", "the", "du", "mois"]);
    let month = month_at(tokens.get(from..)?, usual_year)?;
    let end = which.and_then(|which| which.checked_mul(days)).filter(|end| *end < 29 && (days == 7 || *end == 15));
    let day = match end {
        Some(end) => Date::new(month.day.year(), month.day.month(), end).ok()?,
        None => month.day,
    };
    Some(Read { day, tokens: from + month.tokens, exact: false, implied: month.implied })
}

/// *The first half of 2004*, *second quarter of 2004*, *el primer semestre de 2004*
pub(super) fn part_of_year(tokens: &[Token], usual_year: Option<i16>) -> Option<Read> {
    let at = skip(tokens, 0, &["the", "el", "la"]);
    let which = match tokens.get(at)? {
        last if last.among(&["last", "ultimo", "ultima", "dernier", "derniere"]) => None,
        token if token.among(&["primeros", "primeras"]) => Some(1),
        token => Some(i8::try_from(ordinal(&token.fold)?).ok()?),
    };
    let (which, months, end) = if tokens.get(at)?.among(&["first", "primeros", "primeras"]) {
        // *The first six months of 2005*
        match tokens.get(at + 1).and_then(|token| cardinal(&token.fold)) {
            Some(count) if tokens.get(at + 2)?.among(&["months", "meses"]) => {
                (Some(1), i8::try_from(count).ok().filter(|count| (1..=12).contains(count))?, at + 3)
            }
            _ => (which, months_in(tokens.get(at + 1)?)?, at + 2),
        }
    } else {
        (which, months_in(tokens.get(at + 1)?)?, at + 2)
    };
    // *Before the end of the third quarter*, of no year, and not *the first half of the project*
    let bare = || {
        let more = tokens.get(end).is_some_and(|next| next.among(&["of", "de", "del", "du"]));
        usual_year.filter(|_| !more).map(|year| (year, 0, true))
    };
    let (year, used, implied) = year_told(tokens.get(end..)?, usual_year).or_else(bare)?;
    let last = which.unwrap_or(12 / months).checked_mul(months).filter(|month| (1..=12).contains(month))?;
    Some(Read { day: last_of_month(year, last)?, tokens: end + used, exact: false, implied })
}

fn months_in(part: &Token) -> Option<i8> {
    Some(match part.fold.as_str() {
        "half" | "semester" | "semestre" | "mitad" | "moitie" => 6,
        "quarter" | "trimestre" | "trimester" => 3,
        "cuatrimestre" => 4,
        "bimestre" => 2,
        _ => return None,
    })
}

/// *2004*, *the year 2004*
fn year_alone(tokens: &[Token]) -> Option<Read> {
    let at = skip(tokens, 0, &["the", "el", "ano", "year", "calendar", "l", "annee"]);
    let year = tokens.get(at).and_then(year)?;
    Some(Read { day: Date::new(year, 12, 31).ok()?, tokens: at + 1, exact: false, implied: false })
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
            ("the end of March", date(2003, 3, 31)),
            ("2030", date(2030, 12, 31)),
            ("the end of the year", date(2003, 12, 31)),
            ("end of the current year", date(2003, 12, 31)),
            ("year-end", date(2003, 12, 31)),
            ("finalizar el presente año", date(2003, 12, 31)),
            ("mediados del próximo año", date(2004, 6, 30)),
            ("el segundo semestre del año en curso", date(2003, 12, 31)),
            ("the last quarter of this year", date(2003, 12, 31)),
            ("the first six months of 2005", date(2005, 6, 30)),
            ("the first week of March 2004", date(2004, 3, 7)),
            ("la primera quincena de marzo de 2004", date(2004, 3, 15)),
            ("la última semana de febrero de 2004", date(2004, 2, 29)),
        ] {
            assert_eq!(read(text), Some(day), "{text}");
        }
        for text in ["31 February 2004", "the meeting", "2.5", "12 States", "may present", ""] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
