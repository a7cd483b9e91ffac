//! Numbers written as words, in both languages: *sixty*, *tres*, *décimo primero*, *XIV*.

/// Answers the value of a Roman number of up to 399, in letters of one size.
pub(super) fn roman(text: &str) -> Option<u32> {
    let value = |letter: u8| match letter.to_ascii_uppercase() {
        b'I' => Some(1),
        b'V' => Some(5),
        b'X' => Some(10),
        b'L' => Some(50),
        b'C' => Some(100),
        _ => None,
    };
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    let values: Vec<u32> = text.bytes().map(value).collect::<Option<_>>()?;
    let total = values.iter().enumerate().fold(0_i64, |total, (at, value)| {
        let less = values.get(at + 1).is_some_and(|next| next > value);
        if less { total - i64::from(*value) } else { total + i64::from(*value) }
    });
    let total = u32::try_from(total).ok().filter(|total| (1..400).contains(total))?;
    // Only the usual writing: `IIII` and `IC` are words or errors.
    (written(total).eq_ignore_ascii_case(text)).then_some(total)
}

/// Answers a number in Roman letters.
pub(super) fn written(mut value: u32) -> String {
    let mut text = String::new();
    for (sign, worth) in
        [("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)]
    {
        while value >= worth {
            text.push_str(sign);
            value -= worth;
        }
    }
    text
}

const CARDINALS: &[(&str, u32)] = &[
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("forty-five", 45),
    ("fifty", 50),
    ("sixty", 60),
    ("ninety", 90),
    ("hundred", 100),
    ("seventy", 70),
    ("eighty", 80),
    ("twenty-four", 24),
    ("a", 1),
    ("an", 1),
    ("un", 1),
    ("una", 1),
    ("uno", 1),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
    ("once", 11),
    ("doce", 12),
    ("trece", 13),
    ("catorce", 14),
    ("quince", 15),
    ("dieciseis", 16),
    ("dieciocho", 18),
    ("veinte", 20),
    ("veinticuatro", 24),
    ("treinta", 30),
    ("cuarenta", 40),
    ("cincuenta", 50),
    ("sesenta", 60),
    ("setenta", 70),
    ("ochenta", 80),
    ("noventa", 90),
    ("cien", 100),
    ("ciento", 100),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("dix-sept", 17),
    ("dix-huit", 18),
    ("dix-neuf", 19),
    ("vingt", 20),
    ("vingt-quatre", 24),
    ("trente", 30),
    ("quarante", 40),
    ("quarante-cinq", 45),
    ("cinquante", 50),
    ("soixante", 60),
    ("quatre-vingts", 80),
    ("quatre-vingt-dix", 90),
    ("cent", 100),
    ("une", 1),
];

/// Answers a number given as digits or as one word, folded.
pub(super) fn cardinal(word: &str) -> Option<u32> {
    if word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok();
    }
    CARDINALS.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

const ONES: &[(&str, u32)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("sixth", 6),
    ("seventh", 7),
    ("eighth", 8),
    ("ninth", 9),
    ("primer", 1),
    ("primero", 1),
    ("primera", 1),
    ("segundo", 2),
    ("segunda", 2),
    ("tercer", 3),
    ("tercero", 3),
    ("tercera", 3),
    ("cuarto", 4),
    ("cuarta", 4),
    ("quinto", 5),
    ("quinta", 5),
    ("sexto", 6),
    ("sexta", 6),
    ("septimo", 7),
    ("septima", 7),
    ("setimo", 7),
    ("octavo", 8),
    ("octava", 8),
    ("noveno", 9),
    ("novena", 9),
];

const WHOLE: &[(&str, u32)] = &[
    ("tenth", 10),
    ("eleventh", 11),
    ("twelfth", 12),
    ("thirteenth", 13),
    ("fourteenth", 14),
    ("fifteenth", 15),
    ("sixteenth", 16),
    ("seventeenth", 17),
    ("eighteenth", 18),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("thirtieth", 30),
    ("fortieth", 40),
    ("fiftieth", 50),
    ("sixtieth", 60),
    ("seventieth", 70),
    ("eightieth", 80),
    ("ninetieth", 90),
    ("decimo", 10),
    ("decima", 10),
    ("undecimo", 11),
    ("undecima", 11),
    ("decimoprimero", 11),
    ("decimoprimera", 11),
    ("duodecimo", 12),
    ("duodecima", 12),
    ("decimosegundo", 12),
    ("decimosegunda", 12),
    ("decimotercero", 13),
    ("decimotercera", 13),
    ("decimotercer", 13),
    ("decimocuarto", 14),
    ("decimocuarta", 14),
    ("decimoquinto", 15),
    ("decimoquinta", 15),
    ("decimosexto", 16),
    ("decimosexta", 16),
    ("decimoseptimo", 17),
    ("decimoseptima", 17),
    ("decimoctavo", 18),
    ("decimoctava", 18),
    ("decimonoveno", 19),
    ("decimonovena", 19),
    ("vigesimo", 20),
    ("vigesima", 20),
    ("trigesimo", 30),
    ("trigesima", 30),
];

const TENS: &[(&str, u32)] = &[
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("decimo", 10),
    ("decima", 10),
    ("vigesimo", 20),
    ("vigesima", 20),
    ("trigesimo", 30),
    ("trigesima", 30),
    ("cuadragesimo", 40),
    ("cuadragesima", 40),
    ("quincuagesimo", 50),
    ("quincuagesima", 50),
    ("sexagesimo", 60),
    ("sexagesima", 60),
    ("septuagesimo", 70),
    ("septuagesima", 70),
    ("octogesimo", 80),
    ("octogesima", 80),
    ("nonagesimo", 90),
    ("nonagesima", 90),
];

/// Answers an ordinal given as words, folded: *tenth*, *twenty-first*, *decimo primero*, *9th*.
pub(super) fn ordinal(words: &str) -> Option<u32> {
    let known = |list: &[(&str, u32)], word: &str| list.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    if let Some(value) = known(ONES, words).or_else(|| known(WHOLE, words)) {
        return Some(value);
    }
    if let Some(value) = french(words) {
        return Some(value);
    }
    if let Some((tens, ones)) = words.split_once(['-', ' ']) {
        return Some(known(TENS, tens)? + known(ONES, ones)?);
    }
    let digits = words.find(|c: char| !c.is_ascii_digit()).filter(|at| (1..=3).contains(at))?;
    let value = words[..digits].parse().ok()?;
    matches!(&words[digits..], "st" | "nd" | "rd" | "th" | "a" | "o" | "º" | "ª" | "°" | "e" | "er" | "eme")
        .then_some(value)
}

/// *Premier*, *deuxième*, *vingt et unième*, *soixante-douzième*: what is counted, with *-ième* at the end.
fn french(words: &str) -> Option<u32> {
    if matches!(words, "premier" | "premiere") {
        return Some(1);
    }
    if words == "seconde" {
        return Some(2);
    }
    let stem = words.strip_suffix("ieme")?;
    let (before, last) = stem.rsplit_once(['-', ' ']).map_or(("", stem), |(before, last)| (before, last));
    let ones = match last {
        "un" => 1,
        "cinqu" => 5,
        "neuv" => 9,
        "quatr" => 4,
        "vingt" => 20,
        _ => CARDINALS
            .iter()
            .find(|(name, _)| *name == last || name.strip_suffix('e') == Some(last))
            .map(|(_, value)| *value)?,
    };
    let before = before.trim_end_matches("-et").trim_end_matches(" et");
    let tens = if before.is_empty() { 0 } else { cardinal(before)? };
    // *Quatre-vingtième*
    Some(if tens == 4 && ones == 20 { 80 } else { tens + ones })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words() {
        for (text, value) in [("XIV", 14), ("iv", 4), ("IX", 9), ("XXI", 21), ("C", 100), ("XLVIII", 48)] {
            assert_eq!(roman(text), Some(value), "{text}");
        }
        for text in ["", "IIII", "IC", "MIX", "CCCC", "ABC", "VX"] {
            assert_eq!(roman(text), None, "{text}");
        }
        for (text, value) in [("sixty", 60), ("tres", 3), ("60", 60), ("a", 1), ("noventa", 90)] {
            assert_eq!(cardinal(text), Some(value), "{text}");
        }
        for (text, value) in [
            ("tenth", 10),
            ("twenty-first", 21),
            ("decimo primero", 11),
            ("vigesima segunda", 22),
            ("9th", 9),
            ("seventy-second", 72),
        ] {
            assert_eq!(ordinal(text), Some(value), "{text}");
        }
        for text in ["ten", "th", "1", "decimo x", ""] {
            assert_eq!(ordinal(text), None, "{text}");
        }
    }
}
