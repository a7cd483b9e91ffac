//! The glossary's table and the texts on the pages say the same words.

use std::collections::BTreeMap;

use base::identity::profile::{Profile, RCM};

use super::source::{File, Finding, none, only, tree};

const GLOSSARY: &str = "GLOSSARY.md";

/// English, Spanish and French of a key or a role.
type Texts = BTreeMap<String, [String; 3]>;

/// Answers the texts of all keys, each as far as its first line goes, and the names of all roles as `role code`.
fn texts() -> Texts {
    let mut texts = Texts::new();
    for (at, language) in ["en", "es", "fr"].into_iter().enumerate() {
        for file in tree().ending(&format!("/words/{language}.ftl")) {
            for (key, text) in file.text.lines().filter_map(|line| line.split_once(" = ")) {
                texts.entry(key.to_owned()).or_default()[at] = text.to_lowercase();
            }
        }
    }
    for role in Profile::parse(RCM).expect("a profile").role {
        let names = [role.name.en, role.name.es, role.name.fr].map(|name| name.to_lowercase());
        texts.insert(format!("role {}", role.code), names);
    }
    texts
}

/// Answers the rows that name keys or roles and do not say what those say.
fn disagreeing(glossary: &File, texts: &Texts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, line) in glossary.text.lines().enumerate().filter(|(_, line)| line.starts_with("| ")) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [_, english, spanish, french, named, ..] = cells.as_slice() else { continue };
        for name in named.split(',').map(|name| name.trim().replace('`', "")) {
            let Some(said) = texts.get(&name) else {
                if name.contains('-') || name.starts_with("role ") {
                    findings.push(glossary.finding(at + 1, format!("nothing is called `{name}`")));
                }
                continue;
            };
            let words = [english, spanish, french].map(|word| word.to_lowercase());
            for (word, said) in words.iter().zip(said).filter(|(word, said)| !said.contains(word.as_str())) {
                findings.push(glossary.finding(at + 1, format!("`{word}`, and `{name}` says `{said}`")));
            }
        }
    }
    findings
}

#[test]
fn the_glossary_says_what_the_pages_say() {
    let texts = texts();
    none(disagreeing(&File::planted(GLOSSARY, tree().text(GLOSSARY)), &texts));
    let row = |row: &str| disagreeing(&File::planted(GLOSSARY, row), &texts);
    only(
        &row("| lost | perdido | perdu | `status-kind-lost` | |"),
        "`perdido`, and `status-kind-lost` says `extraviado`",
    );
    only(&row("| lost | extraviado | perdu | `status-kind-gone` | |"), "nothing is called `status-kind-gone`");
    none(row("| operator | operador | opérateur | role `operator` | |"));
}
