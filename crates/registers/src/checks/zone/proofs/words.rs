//! The words and the code lists against each other, in three languages.
#![allow(clippy::unwrap_used)]

use super::super::{Field, FindingCode, Unreadable, UnreadableCode, WORDS, read};
use jiff::civil::date;
use std::collections::{BTreeMap, BTreeSet};

const FILES: [(&str, &str); 3] = [("en", WORDS.en), ("es", WORDS.es), ("fr", WORDS.fr)];

fn messages(file: &str) -> BTreeMap<&str, &str> {
    let lines: Vec<&str> = file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let messages: BTreeMap<&str, &str> = lines.iter().map(|line| line.split_once(" = ").unwrap()).collect();
    assert_eq!(messages.len(), lines.len(), "a key is said twice");
    messages
}

fn arguments(message: &str) -> BTreeSet<&str> {
    message.split("{ $").skip(1).map(|rest| rest.split_once(" }").unwrap().0).collect()
}

#[test]
fn every_code_and_field_has_its_words_in_every_language_and_no_word_is_left_over() {
    let made = |room: &str, code: &str| format!("zone-{room}-{}", code.replace('_', "-"));
    let errors = UnreadableCode::ALL.iter().map(|code| (code.key(), made("error", code.code())));
    let findings = FindingCode::ALL.iter().map(|code| (code.key(), made("finding", code.code())));
    let fields = Field::ALL.iter().map(|field| (field.key(), made("field", field.code())));
    let keys: Vec<(&str, String)> = errors.chain(findings).chain(fields).collect();
    assert!(keys.iter().all(|(key, made)| key == made), "a key does not follow its code");
    let expected: BTreeSet<&str> = keys.iter().map(|(key, _)| *key).collect();
    let english = messages(FILES[0].1);
    for (language, file) in FILES {
        let said = messages(file);
        assert_eq!(said.keys().copied().collect::<BTreeSet<_>>(), expected, "{language}");
        for (key, message) in said {
            assert_eq!(arguments(message), arguments(english[key]), "{language} {key}");
            assert!(!message.trim().is_empty(), "{language} {key}");
        }
    }
}

#[test]
fn the_words_load_as_pages_load_them() {
    base::words::Words::new(&[WORDS]).unwrap();
}

#[test]
fn no_message_calls_a_document_or_a_person_what_it_must_not() {
    for (language, file) in FILES {
        for (key, message) in messages(file) {
            let message = message.to_lowercase();
            for word in
                ["illegal", "ilegal", "illégal", "suspect", "sospech", "genuine document", "valid.", "clean", "fake"]
            {
                assert!(!message.contains(word), "{language} {key}: {word}");
            }
        }
    }
}

#[test]
fn the_english_message_of_an_error_is_the_one_in_the_words() {
    let texts = [
        "A".repeat(5000),
        String::new(),
        "P<UTOÑ".to_owned(),
        "P<UTO ERIKSSON".to_owned(),
        "P<UTO-ERIKSSON".to_owned(),
        "P<UTOERIKSSON".to_owned(),
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<".to_owned(),
        "1".repeat(88),
        "P<UTO\u{7}".to_owned(),
        "P<UTO\u{a0}".to_owned(),
    ];
    let english = messages(FILES[0].1);
    let mut seen = BTreeSet::new();
    for text in texts {
        let error: Unreadable = read(&text, date(2026, 1, 1)).unwrap_err();
        seen.insert(error.code);
        let message = english[error.code.key()]
            .replace("{ $line }", &error.line.unwrap_or_default().to_string())
            .replace("{ $column }", &error.column.unwrap_or_default().to_string())
            .replace("{ $found }", &error.found.to_string())
            .replace("{ $character }", &error.shown_character());
        assert_eq!(error.to_string(), message);
    }
    assert_eq!(seen.len(), UnreadableCode::ALL.len(), "every error was made once");
}
