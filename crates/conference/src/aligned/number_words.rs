//! Numbers written as words in English, Spanish and French, up to 999,999: *ninety-five*, *treinta y cinco*, *quatre-vingt-dix*.
//!
//! *One*, *un* and *une* alone are articles as often as numbers: they are never read as one.

use crate::language::TextLanguage;

/// Answers the number that folded words begin with, and how many of them it takes; none where they begin with no number.
///
/// Words are given without hyphens: *quatre-vingt-dix* is three of them.
pub(super) fn number(language: TextLanguage, words: &[&str]) -> Option<(u32, usize)> {
    let thousand = |at: usize| words.get(at).is_some_and(|word| is_thousand(language, word));
    let (thousands, used) = match below_thousand(language, words) {
        Some((value, used)) if thousand(used) => (value, used),
        Some(found) => return Some(found).filter(|found| *found != (1, 1)),
        // *Mil* and *mille* stand without a number before them.
        None if thousand(0) => (1, 0),
        None => return None,
    };
    let at = used + 1;
    let and = usize::from(language == TextLanguage::English && words.get(at) == Some(&"and"));
    match below_thousand(language, &words[at + and..]) {
        Some((rest, more)) => Some((thousands * 1_000 + rest, at + and + more)),
        None => Some((thousands * 1_000, at)),
    }
}

fn below_thousand(language: TextLanguage, words: &[&str]) -> Option<(u32, usize)> {
    let (hundreds, at) = hundreds(language, words)?;
    if hundreds == 0 {
        return below_hundred(language, words);
    }
    let and = usize::from(language == TextLanguage::English && words.get(at) == Some(&"and"));
    match below_hundred(language, &words[at + and..]) {
        Some((rest, used)) => Some((hundreds + rest, at + and + used)),
        None => Some((hundreds, at)),
    }
}

/// Answers the hundreds that words begin with, 0 where there are none, and how many words say it; none where there are no words.
fn hundreds(language: TextLanguage, words: &[&str]) -> Option<(u32, usize)> {
    let first = *words.first()?;
    if language == TextLanguage::Spanish {
        let (value, used) =
            SPANISH_HUNDREDS.iter().find(|(word, _)| *word == first).map_or((0, 0), |found| (found.1, 1));
        // *Cien* is a hundred and nothing more, but *cien mil* is counted further on.
        return Some((value, used));
    }
    let is_hundred = |word: &str| match language {
        TextLanguage::English => word == "hundred",
        _ => word == "cent" || word == "cents",
    };
    if is_hundred(first) {
        return Some((100, 1));
    }
    let counted = small(language, first).filter(|value| (1..=9).contains(value));
    match (counted, words.get(1)) {
        (Some(value), Some(second)) if is_hundred(second) => Some((value * 100, 2)),
        _ => Some((0, 0)),
    }
}

fn below_hundred(language: TextLanguage, words: &[&str]) -> Option<(u32, usize)> {
    let french = language == TextLanguage::French;
    let eighty = french
        && words.first() == Some(&"quatre")
        && words.get(1).is_some_and(|word| ["vingt", "vingts"].contains(word));
    if !eighty && let Some(found) = below_twenty(language, words) {
        return Some(found);
    }
    let (tens, at) = if eighty { (80, 2) } else { (tens(language, words.first()?)?, 1) };
    // Seventy and ninety are sixty and ten, eighty and ten.
    let most = if french && (tens == 60 || tens == 80) { 19 } else { 9 };
    let unit = |at: usize| below_twenty(language, words.get(at..)?).filter(|(unit, _)| (1..=most).contains(unit));
    let joined = match language {
        TextLanguage::English => None,
        TextLanguage::Spanish => Some("y"),
        TextLanguage::French => Some("et"),
    };
    if joined.is_some() && words.get(at).copied() == joined {
        // *Veinte y tres* are two numbers; *vingt et deux* as well, for only one and eleven are joined so.
        let fits = |unit: u32| if french { unit == 1 || unit == 11 } else { tens >= 30 };
        return Some(
            unit(at + 1)
                .filter(|(unit, _)| fits(*unit))
                .map_or((tens, at), |(unit, used)| (tens + unit, at + 1 + used)),
        );
    }
    // In Spanish nothing follows without *y*.
    let unit = unit(at).filter(|_| language != TextLanguage::Spanish);
    Some(unit.map_or((tens, at), |(unit, used)| (tens + unit, at + used)))
}

/// Answers a number that is one word, or in French *dix-sept* and its like.
fn below_twenty(language: TextLanguage, words: &[&str]) -> Option<(u32, usize)> {
    let value = small(language, words.first()?)?;
    let next = words.get(1).and_then(|word| small(language, word)).filter(|next| (7..=9).contains(next));
    match next.filter(|_| language == TextLanguage::French && value == 10) {
        Some(next) => Some((10 + next, 2)),
        None => Some((value, 1)),
    }
}

fn is_thousand(language: TextLanguage, word: &str) -> bool {
    match language {
        TextLanguage::English => word == "thousand",
        TextLanguage::Spanish => word == "mil",
        TextLanguage::French => word == "mille",
    }
}

fn small(language: TextLanguage, word: &str) -> Option<u32> {
    let words = match language {
        TextLanguage::English => ENGLISH_SMALL,
        TextLanguage::Spanish => SPANISH_SMALL,
        TextLanguage::French => FRENCH_SMALL,
    };
    let found = words.iter().find(|(_, names)| names.contains(&word));
    found.map(|(value, _)| *value)
}

fn tens(language: TextLanguage, word: &str) -> Option<u32> {
    let words = match language {
        TextLanguage::English => ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        TextLanguage::Spanish => {
            ["veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
        }
        // Seventy and ninety are sixty-ten and four-twenty-ten, but not everywhere.
        TextLanguage::French => {
            ["vingt", "trente", "quarante", "cinquante", "soixante", "septante", "huitante", "nonante"]
        }
    };
    let place = words.iter().position(|known| *known == word)?;
    u32::try_from(place).ok().map(|place| (place + 2) * 10)
}

const SPANISH_HUNDREDS: &[(&str, u32)] = &[
    ("cien", 100),
    ("ciento", 100),
    ("doscientos", 200),
    ("doscientas", 200),
    ("trescientos", 300),
    ("trescientas", 300),
    ("cuatrocientos", 400),
    ("cuatrocientas", 400),
    ("quinientos", 500),
    ("quinientas", 500),
    ("seiscientos", 600),
    ("seiscientas", 600),
    ("setecientos", 700),
    ("setecientas", 700),
    ("ochocientos", 800),
    ("ochocientas", 800),
    ("novecientos", 900),
    ("novecientas", 900),
];

const ENGLISH_SMALL: &[(u32, &[&str])] = &[
    (1, &["one"]),
    (2, &["two"]),
    (3, &["three"]),
    (4, &["four"]),
    (5, &["five"]),
    (6, &["six"]),
    (7, &["seven"]),
    (8, &["eight"]),
    (9, &["nine"]),
    (10, &["ten"]),
    (11, &["eleven"]),
    (12, &["twelve"]),
    (13, &["thirteen"]),
    (14, &["fourteen"]),
    (15, &["fifteen"]),
    (16, &["sixteen"]),
    (17, &["seventeen"]),
    (18, &["eighteen"]),
    (19, &["nineteen"]),
];

const SPANISH_SMALL: &[(u32, &[&str])] = &[
    (1, &["uno", "un", "una"]),
    (2, &["dos"]),
    (3, &["tres"]),
    (4, &["cuatro"]),
    (5, &["cinco"]),
    (6, &["seis"]),
    (7, &["siete"]),
    (8, &["ocho"]),
    (9, &["nueve"]),
    (10, &["diez"]),
    (11, &["once"]),
    (12, &["doce"]),
    (13, &["trece"]),
    (14, &["catorce"]),
    (15, &["quince"]),
    (16, &["dieciseis"]),
    (17, &["diecisiete"]),
    (18, &["dieciocho"]),
    (19, &["diecinueve"]),
    (21, &["veintiuno", "veintiun", "veintiuna"]),
    (22, &["veintidos"]),
    (23, &["veintitres"]),
    (24, &["veinticuatro"]),
    (25, &["veinticinco"]),
    (26, &["veintiseis"]),
    (27, &["veintisiete"]),
    (28, &["veintiocho"]),
    (29, &["veintinueve"]),
];

const FRENCH_SMALL: &[(u32, &[&str])] = &[
    (1, &["un", "une"]),
    (2, &["deux"]),
    (3, &["trois"]),
    (4, &["quatre"]),
    (5, &["cinq"]),
    (6, &["six"]),
    (7, &["sept"]),
    (8, &["huit"]),
    (9, &["neuf"]),
    (10, &["dix"]),
    (11, &["onze"]),
    (12, &["douze"]),
    (13, &["treize"]),
    (14, &["quatorze"]),
    (15, &["quinze"]),
    (16, &["seize"]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aligned::spelled::spelled;

    const ALL: [TextLanguage; 3] = [TextLanguage::English, TextLanguage::Spanish, TextLanguage::French];

    #[test]
    fn what_is_spelled_is_read_in_each_language() {
        for language in ALL {
            for value in (2..=2_100).chain([3_999, 10_000, 45_678, 100_000, 999_999]) {
                let text = spelled(language, value);
                let folded = crate::tokens::fold(&text).replace('-', " ");
                let words: Vec<&str> = folded.split(' ').collect();
                assert_eq!(number(language, &words), Some((value, words.len())), "{text}");
                let more: Vec<&str> = words.iter().copied().chain(["dias"]).collect();
                assert_eq!(number(language, &more), Some((value, words.len())), "{text} dias");
            }
        }
    }

    #[test]
    fn numbers_that_stand_beside_one_another_are_not_joined() {
        let read = |language, text: &str| number(language, &text.split(' ').collect::<Vec<_>>());
        assert_eq!(read(TextLanguage::English, "two three"), Some((2, 1)));
        assert_eq!(read(TextLanguage::Spanish, "dos y tres"), Some((2, 1)));
        assert_eq!(read(TextLanguage::Spanish, "veinte y tres"), Some((20, 1)));
        assert_eq!(read(TextLanguage::French, "vingt et deux"), Some((20, 1)));
        assert_eq!(read(TextLanguage::French, "quatre vingt dix sept"), Some((97, 4)));
        assert_eq!(read(TextLanguage::English, "hundred and more"), Some((100, 1)));
        for (language, article) in ALL.into_iter().zip(["one", "una", "un"]) {
            assert_eq!(read(language, article), None, "{article}");
        }
        assert_eq!(read(TextLanguage::English, "once"), None, "eleven in Spanish alone");
    }
}
