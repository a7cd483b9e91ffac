//! Words that never enter: the domain's nouns in `base`, and names for people's irregularity anywhere.

use std::collections::{BTreeMap, BTreeSet};

use base::web::api_document;
use proc_macro2::TokenTree;

use super::source::{File, Finding, every_run, line, none, only, tree};
use super::{columns, routes};
use crate::PLANS;

/// The nouns that `base` must not know, with the names in which they mean something else.
const NOT_IN_BASE: &str = "crates/base/words-not-here.txt";

/// Stems that no name may hold, and words that no text may say.
const NEVER: &str = "crates/puebla/tests/it/never-named.txt";

/// A noun with the names that may hold it all the same: a name and the beginning of the paths it may stand in.
struct Noun<'t> {
    noun: &'t str,
    except: BTreeSet<(&'t str, &'t str)>,
}

impl Noun<'_> {
    fn excepts(&self, words: &str, path: &str) -> bool {
        let inside = path.split_once("crates/base/").map_or(path, |(_, inside)| inside);
        self.except.iter().any(|(name, place)| *name == words && inside.starts_with(place))
    }
}

fn nouns(list: &str) -> Vec<Noun<'_>> {
    let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let (noun, except) = line.split_once(':').unwrap_or((line, ""));
            let except = except.split_whitespace().map(|name| name.split_once('@').unwrap_or((name, "")));
            Noun { noun: noun.trim(), except: except.collect() }
        })
        .collect()
}

/// Answers a name in small letters with its words apart: `BorderControl` and `border-control` are `border_control`.
fn in_words(name: &str) -> String {
    let mut words = String::new();
    let mut after_small = false;
    for c in name.chars() {
        if c.is_uppercase() && after_small {
            words.push('_');
        }
        after_small = c.is_lowercase() || c.is_ascii_digit();
        words.extend(if c.is_alphanumeric() { c.to_lowercase().next() } else { Some('_') });
    }
    words
}

/// Answers the noun that a name holds, alone or as one of its words, in the singular or the plural.
fn holds<'n>(name: &str, path: &str, nouns: &'n [Noun<'_>]) -> Option<&'n str> {
    let words = in_words(name);
    let has =
        |noun: &Noun<'_>| words.split('_').any(|word| word == noun.noun || word.strip_suffix('s') == Some(noun.noun));
    nouns.iter().find(|noun| has(noun) && !noun.excepts(&words, path)).map(|noun| noun.noun)
}

/// Answers the names in a file of `base`, each with its line: identifiers in Rust, every word of another text.
fn names(file: &File) -> Vec<(String, usize)> {
    let mut names = Vec::new();
    match file.path.rsplit('.').next() {
        Some("rs") => every_run(file.product_tokens(), &mut |run| {
            for token in run.iter().filter(|token| matches!(token, TokenTree::Ident(_))) {
                names.push((token.to_string(), line(token)));
            }
        }),
        Some("ftl") => {
            let keys = file.text.lines().enumerate().filter_map(|(at, text)| Some((at, text.split_once(" =")?.0)));
            names.extend(keys.map(|(at, key)| (key.to_owned(), at + 1)));
        }
        Some("sql" | "cedar" | "cedarschema") => {
            for (at, text) in file.text.lines().enumerate() {
                let code = text.split("--").next().unwrap_or("").split("//").next().unwrap_or("");
                let words = code.split(|c: char| !(c.is_alphanumeric() || c == '_'));
                names.extend(words.filter(|word| !word.is_empty()).map(|word| (word.to_owned(), at + 1)));
            }
        }
        _ => {}
    }
    names
}

fn strangers(file: &File, nouns: &[Noun<'_>]) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(noun) = file.path.split(['/', '.']).find_map(|part| holds(part, &file.path, nouns)) {
        findings.push(file.finding(0, format!("base does not know `{noun}`")));
    }
    for (name, line) in names(file) {
        if let Some(noun) = holds(&name, &file.path, nouns).filter(|_| name != "return") {
            findings.push(file.finding(line, format!("base does not know `{noun}`, and here is `{name}`")));
        }
    }
    findings
}

/// Exceptions that nothing needs any more; `used` are names with the files they stand in.
fn idle_exceptions(nouns: &[Noun<'_>], used: &BTreeSet<(String, &str)>) -> Vec<Finding> {
    let list = File::planted(NOT_IN_BASE, "");
    let needed = |(name, place): &(&str, &str)| {
        used.iter().any(|(used, path)| used == name && path.trim_start_matches("crates/base/").starts_with(place))
    };
    let idle = nouns.iter().flat_map(|noun| &noun.except).filter(|except| !needed(except));
    idle.map(|(name, place)| list.finding(0, format!("`{name}@{place}` is excepted and stands nowhere"))).collect()
}

/// Answers a section of the second list: the lines below `[section]`.
fn section<'t>(list: &'t str, section: &str) -> Vec<&'t str> {
    let from = list.lines().skip_while(|line| line.trim() != format!("[{section}]")).skip(1);
    let lines = from.take_while(|line| !line.starts_with('[')).filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
}

/// Finds names that hold one of the stems anywhere, so that no joining or ending hides it.
fn branded(names: &BTreeMap<String, &str>, stems: &[&str]) -> Vec<Finding> {
    let held = |name: &str| stems.iter().find(|stem| in_words(name).replace('_', "").contains(&stem.replace('_', "")));
    let found = names.iter().filter_map(|(name, place)| Some((name, place, held(name)?)));
    found.map(|(name, place, stem)| File::planted(place, "").finding(0, format!("`{name}` holds `{stem}`"))).collect()
}

/// Answers every name that data, addresses and policies are known by, with where it stands.
fn public_names() -> BTreeMap<String, &'static str> {
    let mut names = BTreeMap::new();
    for (database, table, column) in columns::columns() {
        names.insert(format!("{database}.{table}.{column}"), "the tables");
    }
    names.extend(routes::facts().iter().map(|facts| (facts.path.clone(), "the routes")));
    let policy = base::ground::policies(PLANS).expect("policies");
    names.extend(policy.actions().into_iter().map(|action| (action, "the policies")));
    let document = serde_json::to_value(api_document(PLANS)).expect("a document");
    json_names(&document, &mut names);
    names
}

/// Every key and every short text of the OpenAPI document: fields, parameters, codes.
fn json_names(value: &serde_json::Value, names: &mut BTreeMap<String, &'static str>) {
    const PLACE: &str = "the OpenAPI document";
    match value {
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                names.insert(key.clone(), PLACE);
                json_names(value, names);
            }
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| json_names(value, names)),
        serde_json::Value::String(text) if !text.contains(' ') => {
            names.insert(text.clone(), PLACE);
        }
        _ => {}
    }
}

/// Finds words in what people read.
fn spoken(file: &File, words: &[&str]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, text) in file.text.lines().enumerate() {
        let text = text.to_lowercase();
        let said = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
        for word in said.filter_map(|said| words.iter().find(|word| said.starts_with(**word))) {
            findings.push(file.finding(at + 1, format!("`{word}` is never said of people")));
        }
    }
    findings
}

#[test]
fn base_knows_no_noun_of_the_conference() {
    let list = tree().text(NOT_IN_BASE);
    let nouns = nouns(list);
    let ours =
        |file: &&File| ["crates/base/src/", "crates/base/policies/"].iter().any(|place| file.path.starts_with(place));
    let texts = || tree().files.iter().filter(|file| !file.path.ends_with(".rs"));
    let files = || texts().chain(tree().product()).filter(ours);
    none(files().flat_map(|file| strangers(file, &nouns)).collect());
    let used =
        files().flat_map(|file| names(file).into_iter().map(move |(name, _)| (in_words(&name), file.path.as_str())));
    let used = used.collect();
    none(idle_exceptions(&nouns, &used));
}

#[test]
fn a_planted_noun_is_found() {
    let nouns = nouns("# the list\nvisa\nchild\nborder: border_control border_width@src/web");
    let found = |path: &str, text: &str| strangers(&File::planted(path, text), &nouns);
    only(&found("crates/base/src/x.rs", "fn read_visa() {}"), "`read_visa`");
    only(&found("crates/base/src/x.rs", "struct VisaKind;"), "`VisaKind`");
    only(&found("crates/base/src/x.rs", "fn f() { g!(borders) }"), "`borders`");
    only(&found("crates/base/src/x.sql", "CREATE TABLE visas ( -- of a child"), "`visas`");
    only(&found("crates/base/src/x/words/en.ftl", "visa-title = Visa"), "`visa-title`");
    only(&found("crates/base/src/visa/mod.rs", ""), "`visa`");
    only(&found("crates/base/src/x.rs", "fn border_width() {}"), "`border_width`");
    none(found("crates/base/src/web/x.rs", "fn border_width() {}"));
    none(found("crates/base/src/x.rs", "enum Purpose { BorderControl } // a visa"));
    let used = BTreeSet::from([
        ("border_control".into(), "crates/base/src/x.rs"),
        ("border_width".into(), "crates/base/src/x.rs"),
    ]);
    only(&idle_exceptions(&nouns, &used), "`border_width@src/web` is excepted");
}

#[test]
fn no_name_brands_people() {
    let stems = section(tree().text(NEVER), "names");
    assert!(stems.len() > 20, "the list is there");
    let names = public_names();
    assert!(names.contains_key("base.person.name"), "the names are there");
    none(branded(&names, &stems));
    for planted in ["person.isUndocumented", "/sin-papeles", "estatus_migratorio", "sansPapiers", "situacao_irregular"]
    {
        only(&branded(&BTreeMap::from([(planted.to_owned(), "planted")]), &stems), planted);
    }
}

#[test]
fn no_text_calls_people_illegal() {
    let words = section(tree().text(NEVER), "texts");
    assert!(words.len() > 10, "the list is there");
    none(tree().ending(".ftl").flat_map(|file| spoken(file, &words)).collect());
    only(&spoken(&File::planted("es.ftl", "status-x = Un migrante ilegal"), &words), "`ilegal`");
}
