//! Numbers as people write them in words, made by rules that have nothing to do with those that read them: for tests.

use crate::language::TextLanguage;

/// Answers a number from 1 to 999,999 in words.
pub(super) fn spelled(language: TextLanguage, value: u32) -> String {
    match language {
        TextLanguage::English => english(value),
        TextLanguage::Spanish => spanish(value),
        TextLanguage::French => french(value),
    }
}

fn english(value: u32) -> String {
    const UNITS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
        seventeen eighteen nineteen";
    const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
    match value {
        0..=19 => nth(UNITS, value),
        20..=99 if value.is_multiple_of(10) => nth(TENS, value / 10 - 2),
        20..=99 => format!("{}-{}", nth(TENS, value / 10 - 2), english(value % 10)),
        100..=999 if value.is_multiple_of(100) => format!("{} hundred", english(value / 100)),
        100..=999 => format!("{} hundred and {}", english(value / 100), english(value % 100)),
        _ if value.is_multiple_of(1_000) => format!("{} thousand", english(value / 1_000)),
        _ if value % 1_000 < 100 => format!("{} thousand and {}", english(value / 1_000), english(value % 1_000)),
        _ => format!("{} thousand {}", english(value / 1_000), english(value % 1_000)),
    }
}

fn spanish(value: u32) -> String {
    const UNITS: &str = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis \
        diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete \
        veintiocho veintinueve";
    const TENS: &str = "treinta cuarenta cincuenta sesenta setenta ochenta noventa";
    const HUNDREDS: &str =
        "ciento doscientos trescientas cuatrocientos quinientas seiscientos setecientas ochocientos novecientas";
    match value {
        0..=29 => nth(UNITS, value),
        30..=99 if value.is_multiple_of(10) => nth(TENS, value / 10 - 3),
        30..=99 => format!("{} y {}", nth(TENS, value / 10 - 3), spanish(value % 10)),
        100 => "cien".to_owned(),
        101..=999 if value.is_multiple_of(100) => nth(HUNDREDS, value / 100 - 1),
        101..=999 => format!("{} {}", nth(HUNDREDS, value / 100 - 1), spanish(value % 100)),
        1_000 => "mil".to_owned(),
        1_001..=1_999 => format!("mil {}", spanish(value % 1_000)),
        _ if value.is_multiple_of(1_000) => format!("{} mil", spanish(value / 1_000)),
        _ => format!("{} mil {}", spanish(value / 1_000), spanish(value % 1_000)),
    }
}

fn french(value: u32) -> String {
    const UNITS: &str = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept \
        dix-huit dix-neuf";
    const TENS: &str = "vingt trente quarante cinquante soixante";
    match value {
        0..=19 => nth(UNITS, value),
        71 => "soixante et onze".to_owned(),
        60..=79 if value > 60 && value != 61 => format!("soixante-{}", french(value - 60)),
        80 => "quatre-vingts".to_owned(),
        81..=99 => format!("quatre-vingt-{}", french(value - 80)),
        20..=69 if value.is_multiple_of(10) => nth(TENS, value / 10 - 2),
        20..=69 if value % 10 == 1 => format!("{} et un", nth(TENS, value / 10 - 2)),
        20..=69 => format!("{}-{}", nth(TENS, value / 10 - 2), french(value % 10)),
        100 => "cent".to_owned(),
        101..=199 => format!("cent {}", french(value % 100)),
        200..=999 if value.is_multiple_of(100) => format!("{} cents", french(value / 100)),
        200..=999 => format!("{} cent {}", french(value / 100), french(value % 100)),
        1_000 => "mille".to_owned(),
        1_001..=1_999 => format!("mille {}", french(value % 1_000)),
        _ if value.is_multiple_of(1_000) => format!("{} mille", french(value / 1_000)),
        _ => format!("{} mille {}", french(value / 1_000), french(value % 1_000)),
    }
}

fn nth(words: &str, place: u32) -> String {
    words.split_whitespace().nth(place as usize).unwrap_or_default().to_owned()
}
