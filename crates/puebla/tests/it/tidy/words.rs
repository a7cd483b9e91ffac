//! The words and the code say the same keys: none missing, none that nobody says, the same in every language.

use std::collections::{BTreeMap, BTreeSet};

use base::words::{WordFile, Words};
use proc_macro2::{TokenStream, TokenTree};

use super::source::{File, Finding, every_run, line, literal, none, only, sign, tree};
use crate::PLANS;

/// Texts in the source that have the form of a key and are none: each with what it is.
const NOT_KEYS: [(&str, &str); 2] =
    [("purpose-missing", "the code of a refusal"), ("sign-in", "the code of a refusal")];

/// A key, and where its text stands.
type Keys = BTreeMap<String, Finding>;

/// Answers the keys of Fluent files, and those that other texts of the files include.
fn keys<'f>(files: impl Iterator<Item = &'f File>) -> (Keys, BTreeSet<String>) {
    let (mut keys, mut included) = (Keys::new(), BTreeSet::new());
    for file in files {
        for (at, text) in file.text.lines().enumerate() {
            let begins = text.starts_with(|c: char| c.is_ascii_alphabetic());
            if let Some((key, _)) = text.split_once(" =").filter(|_| begins) {
                keys.insert(key.to_owned(), file.finding(at + 1, ""));
            }
            let inserted = text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
            included.extend(inserted.map(|name| name.trim().to_owned()));
        }
    }
    (keys, included)
}

/// A text of the source, and where it stands.
struct Text {
    value: String,
    place: Finding,
}

/// Answers the text literals of a file, without the values of attributes in markup.
fn texts(file: &File, tokens: TokenStream) -> Vec<Text> {
    let mut found = Vec::new();
    every_run(tokens, &mut |run| {
        for (at, token) in run.iter().enumerate() {
            // `class="form-row"` in markup; in plain Rust, `=` before a literal is an assignment and has no dash after it.
            let attribute = at >= 2 && sign(run, at - 1, '=') && matches!(run[at - 2], TokenTree::Ident(_));
            let assigned = attribute
                && run.iter().any(|token| matches!(token, TokenTree::Ident(word) if word == "let" || word == "const"));
            if let Some(value) = literal(token).filter(|_| !attribute || assigned) {
                found.push(Text { value, place: file.finding(line(token), "") });
            }
        }
    });
    found
}

/// Answers whether a text has the form of a key: small letters and digits in parts with dashes between.
fn has_form(text: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    text.contains('-') && text.split('-').all(part)
}

/// Splits a text with holes, such as `problem-{}-detail`, into what stands around them; none for a text without holes.
fn pattern(text: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after)).collect();
    let form = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let fits = parts.len() > 1 && parts[0].ends_with('-') && parts.iter().all(|part| part.chars().all(form));
    fits.then_some(parts)
}

fn matches(key: &str, pattern: &[&str]) -> bool {
    let (first, last) = (pattern[0], pattern[pattern.len() - 1]);
    let Some(mut rest) = key.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else { return false };
    for part in &pattern[1..pattern.len() - 1] {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    !rest.is_empty()
}

fn unsaid(keys: &Keys, included: &BTreeSet<String>, texts: &[Text]) -> Vec<Finding> {
    let said: BTreeSet<&str> = texts.iter().map(|text| text.value.as_str()).collect();
    let patterns: Vec<Vec<&str>> = texts.iter().filter_map(|text| pattern(&text.value)).collect();
    let silent = keys.iter().filter(|(key, _)| {
        !said.contains(key.as_str())
            && !included.contains(*key)
            && !patterns.iter().any(|pattern| matches(key, pattern))
    });
    silent.map(|(key, place)| Finding { what: format!("nothing says `{key}`"), ..place.clone() }).collect()
}

fn unwritten(keys: &Keys, texts: &[Text]) -> Vec<Finding> {
    let first = |key: &str| key.split('-').next().unwrap_or("").to_owned();
    let rooms: BTreeSet<String> = keys.keys().map(|key| first(key)).collect();
    let mut findings = Vec::new();
    for Text { value, place } in texts {
        let ours = rooms.contains(&first(value)) && !NOT_KEYS.iter().any(|(text, _)| text == value);
        let missing = has_form(value) && !keys.contains_key(value);
        let empty = pattern(value).is_some_and(|pattern| !keys.keys().any(|key| matches(key, &pattern)));
        if ours && (missing || empty) {
            findings.push(Finding { what: format!("`{value}` is in no word file"), ..place.clone() });
        }
    }
    findings
}

/// Answers the word files of a folder of the commands or of the documents, which no house names.
fn words_of_no_house(folder: &'static str) -> Option<WordFile> {
    let inside = folder.strip_prefix("crates/puebla/src/").or(folder.strip_prefix("crates/reports/src/"))?;
    let room = inside.strip_suffix("words")?;
    let text = |language: &str| tree().text(&format!("{folder}/{language}.ftl"));
    Some(WordFile { room, en: text("en"), es: text("es"), fr: text("fr") })
}

/// Answers what the words of the houses, the commands and the documents say when they are loaded together with base's.
fn loaded(more: &[WordFile]) -> Result<Words, String> {
    let mut files = base::web::word_files();
    files.extend(PLANS.iter().flat_map(base::ground::HousePlan::words));
    files.extend(tree().folders.iter().filter_map(|folder| words_of_no_house(folder)));
    files.extend_from_slice(more);
    Words::new(&files).map_err(|error| error.to_string())
}

fn product_texts() -> Vec<Text> {
    tree().product().flat_map(|file| texts(file, file.product_tokens())).collect()
}

#[test]
fn every_language_says_the_same_keys() {
    let words = loaded(&[]).expect("words that agree");
    let (keys, _) = keys(tree().ending("/words/en.ftl"));
    let unloaded: Vec<&String> = keys.keys().filter(|key| !words.knows(key)).collect();
    assert_eq!(unloaded, Vec::<&String>::new(), "files of words that no house names");
    let planted = WordFile { room: "planted", en: "planted-a = A", es: "planted-a = A", fr: "planted-b = A" };
    assert!(loaded(&[planted]).is_err_and(|error| error.contains("planted-")));
}

/// The operator's page puts the house's name into the key, so no literal of the source says it whole.
#[test]
fn every_house_has_words_for_the_entries_of_its_journal() {
    let words = loaded(&[]).expect("words that agree");
    let missing = |name: &str| !words.knows(&format!("house-{name}-entries"));
    assert_eq!(PLANS.iter().map(|plan| plan.spec.name).filter(|name| missing(name)).count(), 0);
    assert!(missing("planted"));
}

#[test]
fn every_key_is_said_somewhere() {
    let (keys, included) = keys(tree().ending("/words/en.ftl"));
    let texts = product_texts();
    none(unsaid(&keys, &included, &texts));
    let mut planted = keys.clone();
    planted.insert("status-forgotten-by-all".into(), File::planted("en.ftl", "").finding(1, ""));
    only(&unsaid(&planted, &included, &texts), "nothing says `status-forgotten-by-all`");
}

#[test]
fn every_key_said_is_written() {
    let (keys, _) = keys(tree().ending("/words/en.ftl"));
    none(unwritten(&keys, &product_texts()));
    let file = File::planted(
        "planted.rs",
        "fn f() { html! { p .form-row class=\"form-row\" { (voice.t(\"form-forgotten\")) } } }",
    );
    only(&unwritten(&keys, &texts(&file, file.tokens())), "`form-forgotten` is in no word file");
    let file = File::planted("planted.rs", "fn f() { let key = format!(\"form-{}-forgotten\", code); }");
    only(&unwritten(&keys, &texts(&file, file.tokens())), "`form-{}-forgotten`");
}

#[test]
fn keys_with_holes_match_what_they_may_become() {
    assert_eq!(pattern("problem-{}-detail"), Some(vec!["problem-", "-detail"]));
    assert_eq!(pattern("problem-{code}"), Some(vec!["problem-", ""]));
    assert_eq!(pattern("{}-detail"), None);
    assert_eq!(pattern("problem-detail"), None);
    assert!(matches("problem-not-found-detail", &["problem-", "-detail"]));
    assert!(!matches("problem-detail", &["problem-", "-detail"]));
}
