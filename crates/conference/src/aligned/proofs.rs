//! Texts that go together stand beside one another without a flag, and each fault that is planted in one of them is flagged where it is.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;

use super::spelled::spelled;
use super::*;

const SPECIMENS: [(TextLanguage, &str); 3] = [
    (TextLanguage::English, include_str!("specimen/en.txt")),
    (TextLanguage::Spanish, include_str!("specimen/es.txt")),
    (TextLanguage::French, include_str!("specimen/fr.txt")),
];

fn text(language: TextLanguage, written: &str) -> Text {
    Text { language, paragraphs: written.lines().map(str::to_owned).collect() }
}

fn specimen() -> Vec<Text> {
    SPECIMENS.iter().map(|(language, written)| text(*language, written)).collect()
}

/// Answers the flags of some texts, each with its row and as machines write it: `missing es`, `number en:30 es:60`.
fn flagged(texts: &[Text]) -> Vec<(usize, String)> {
    let said = |flag: &Flag| {
        let each = flag.said.iter().map(|(language, values)| match values.as_slice() {
            [] => language.two_letters().to_owned(),
            values => format!("{}:{}", language.two_letters(), values.join("+")),
        });
        format!("{} {}", flag.kind.code(), each.collect::<Vec<_>>().join(" "))
    };
    let rows = align(texts).into_iter().enumerate();
    rows.flat_map(|(at, row)| row.flags.iter().map(|flag| (at, said(flag))).collect::<Vec<_>>()).collect()
}

/// Answers whether every paragraph of every text stands in one row, in its order.
fn is_whole(texts: &[Text], rows: &[Row]) -> bool {
    texts.iter().enumerate().all(|(at, text)| {
        let places: Vec<usize> = rows.iter().filter_map(|row| row.places[at]).collect();
        places == (0..text.paragraphs.len()).collect::<Vec<_>>()
    }) && rows.iter().all(|row| row.places.iter().any(Option::is_some))
}

#[test]
fn a_text_that_is_the_same_in_three_languages_has_no_flag() {
    let texts = specimen();
    let rows = align(&texts);
    assert!(is_whole(&texts, &rows));
    assert_eq!(rows.len(), texts[0].paragraphs.len(), "each beside its own: {rows:#?}");
    assert_eq!(flagged(&texts), Vec::new());
    for pair in [[0, 1], [1, 2], [2, 0]] {
        assert_eq!(flagged(&pair.map(|at| texts[at].clone())), Vec::new());
    }
}

#[test]
fn a_paragraph_that_is_taken_out_of_one_language_is_missed_there_and_nowhere_else() {
    let whole = specimen();
    let (mut found, mut planted) = (0, 0);
    for (language, text) in whole.iter().enumerate() {
        for at in 0..text.paragraphs.len() {
            let mut texts = whole.clone();
            texts[language].paragraphs.remove(at);
            let expected = vec![(at, format!("missing {}", text.language.two_letters()))];
            planted += 1;
            found += usize::from(flagged(&texts) == expected);
        }
    }
    assert_eq!(found, planted);
}

#[test]
fn a_number_or_a_day_that_is_changed_in_one_language_is_flagged_in_its_row() {
    for (language, was, is, row, flag) in [
        (1, "noventa (90)", "sesenta", 10, "number en:90 es:60 fr:90"),
        (0, "by 30 days", "by 60 days", 10, "number en:60 es:30 fr:30"),
        (2, "vingt-cinq lits", "vingt-quatre lits", 8, "number en:25 es:25 fr:24"),
        (2, "1 500", "15 000", 12, "number en:1500 es:1500 fr:15000"),
        (1, "treinta y cinco", "treinta", 12, "number en:35 es:30 fr:35"),
        (0, "15 January 2004", "January 15, 2005", 12, "day en:2005-01-15 es:2004-01-15 fr:2004-01-15"),
        (1, "30 de agosto de 2003", "30 de agosto", 8, "day en:2003-08-30 es:--08-30 fr:2003-08-30"),
        (2, "RCM/VIII/3", "RCM/VIII/4", 2, "symbol en:RCM/VIII/3 es:RCM/VIII/3 fr:RCM/VIII/4"),
        (1, "5. Invitan", "Invitan", 11, "numbering en:5 es fr:5"),
    ] {
        let mut texts = specimen();
        let changed: Vec<String> =
            texts[language].paragraphs.iter().map(|paragraph| paragraph.replacen(was, is, 1)).collect();
        assert_ne!(changed, texts[language].paragraphs, "{was}");
        texts[language].paragraphs = changed;
        assert_eq!(flagged(&texts), [(row, flag.to_owned())], "{was}");
    }
}

#[test]
fn what_two_languages_have_and_the_first_has_not_stands_in_one_row() {
    let mut texts = specimen();
    texts[0].paragraphs.remove(11);
    let rows = align(&texts);
    assert_eq!(rows[11].places, [None, Some(11), Some(11)]);
}

#[test]
fn long_texts_and_texts_of_nothing_have_rows_too() {
    let long = text(TextLanguage::English, &"The States met.\n".repeat(PARAGRAPHS_MAX + 5));
    let rows = align(&[long.clone(), long]);
    assert_eq!(rows.len(), PARAGRAPHS_MAX, "what is beyond is not looked at");
    assert!(rows.iter().all(|row| row.flags.is_empty()));
    let none = Text { language: TextLanguage::French, paragraphs: Vec::new() };
    assert_eq!(align(&[none.clone(), none.clone()]), Vec::new());
    assert_eq!(align(&[]), Vec::new());
    let one = text(TextLanguage::English, "Alone.");
    assert_eq!(flagged(&[none, one]), [(0, "missing fr".to_owned())]);
}

#[test]
fn an_alignment_that_loses_a_paragraph_is_found() {
    let texts = specimen();
    let mut rows = align(&texts);
    assert!(is_whole(&texts, &rows));
    // The control: what loses something must be found by the same check.
    rows[3].places[1] = None;
    assert!(!is_whole(&texts, &rows));
}

const LANGUAGES: [TextLanguage; 3] = [TextLanguage::English, TextLanguage::Spanish, TextLanguage::French];
const MONTHS: [[&str; 12]; 3] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
];

/// Writes a day as texts do in each language.
fn written_day(at: usize, (year, month, day): (i16, usize, i8)) -> String {
    let name = MONTHS[at][month - 1];
    match at {
        0 if day % 2 == 0 => format!("{name} {day}, {year}"),
        0 => format!("{day} {name} {year}"),
        1 => format!("{day} de {name} de {year}"),
        _ if day == 1 => format!("1er {name} {year}"),
        _ => format!("{day} {name} {year}"),
    }
}

proptest! {
    #[test]
    fn no_text_is_too_strange(texts in prop::collection::vec(prop::collection::vec("\\PC{1,60}", 0..8), 1..4)) {
        let texts: Vec<Text> = LANGUAGES
            .into_iter()
            .zip(texts)
            .map(|(language, paragraphs)| Text { language, paragraphs })
            .collect();
        prop_assert!(is_whole(&texts, &align(&texts)));
    }

    #[test]
    fn a_text_beside_itself_has_no_flag(paragraphs in prop::collection::vec("[A-Za-z0-9 ,./]{1,50}", 1..12)) {
        let text = Text { language: TextLanguage::Spanish, paragraphs };
        let texts = [text.clone(), text];
        prop_assert_eq!(flagged(&texts), Vec::new());
        prop_assert!(align(&texts).iter().all(|row| row.places[0] == row.places[1]));
    }

    #[test]
    fn a_number_is_the_same_in_words_and_in_digits_in_each_language(value in 2_u32..1_000_000) {
        for language in LANGUAGES {
            let expected: std::collections::BTreeSet<Fact> = [Fact::Number(value.to_string())].into();
            prop_assert_eq!(&facts(language, &format!("En {} .", spelled(language, value))), &expected);
            prop_assert_eq!(&facts(language, &format!("En {value} .")), &expected);
        }
    }

    #[test]
    fn a_day_is_the_same_in_each_language((year, month, day) in (1_950_i16..2_100, 1_usize..13, 1_i8..29)) {
        let expected = Fact::Day(format!("{year:04}-{month:02}-{day:02}"));
        for (at, language) in LANGUAGES.into_iter().enumerate() {
            let text = format!("Until {}.", written_day(at, (year, month, day)));
            prop_assert_eq!(facts(language, &text).into_iter().collect::<Vec<_>>(), vec![expected.clone()], "{}", text);
        }
    }
}
