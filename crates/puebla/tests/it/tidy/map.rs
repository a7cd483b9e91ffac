//! The tree drawn in ARCHITECTURE.md is the real one, and every link in a page leads somewhere.

use std::collections::BTreeSet;

use super::source::{File, Finding, Tree, none, only, tree};

const MAP: &str = "ARCHITECTURE.md";

/// Folders whose content the drawing leaves out, because their one line says all of it.
const CLOSED: [&str; 3] = ["words", "fonts", "corpus"];

/// Answers the paths drawn: the block after `<!-- tree -->`, four characters a level, a folder ending in `/`.
fn drawn(map: &str) -> Vec<(usize, String)> {
    let before = map.split("<!-- tree -->").next().unwrap_or("").lines().count();
    let block = map.split("<!-- tree -->").nth(1).and_then(|rest| rest.split("```").nth(1)).unwrap_or("");
    let mut above: Vec<String> = Vec::new();
    let mut paths = Vec::new();
    for (at, row) in block.lines().enumerate() {
        let Some(start) = row.find("── ") else { continue };
        let depth = row[..start].chars().count() / 4;
        let names = row[start + "── ".len()..].split("  ").next().unwrap_or("");
        above.truncate(depth);
        let folder: String = above.concat();
        // A line may name several files of one folder.
        for name in names.split(", ") {
            paths.push((before + at + 2, format!("{folder}{name}")));
        }
        above.push(names.trim().to_owned());
    }
    paths
}

fn misdrawn(map: &File, tree: &Tree) -> Vec<Finding> {
    let drawn = drawn(&map.text);
    let real: BTreeSet<String> = tree
        .folders
        .iter()
        .map(|folder| format!("{folder}/"))
        .chain(tree.files.iter().map(|file| file.path.clone()))
        .collect();
    let names: BTreeSet<&str> = drawn.iter().map(|(_, path)| path.as_str()).collect();
    let mut findings: Vec<Finding> = Vec::new();
    for (line, path) in drawn.iter().filter(|(_, path)| !real.contains(path)) {
        findings.push(map.finding(*line, format!("draws {path}, which is not there")));
    }
    let mut once = BTreeSet::new();
    for (line, path) in drawn.iter().filter(|(_, path)| !once.insert(path)) {
        findings.push(map.finding(*line, format!("draws {path} again")));
    }
    for path in real.iter().filter(|path| must_be_drawn(path) && !names.contains(path.as_str())) {
        findings.push(map.finding(0, format!("does not draw {path}")));
    }
    findings
}

/// Every folder, and every file of the root.
fn must_be_drawn(path: &str) -> bool {
    let Some(folder) = path.strip_suffix('/') else { return !path.contains('/') };
    let parts: Vec<&str> = folder.split('/').collect();
    !parts.iter().any(|part| CLOSED.contains(part))
}

/// Finds links to files of the project that are not there, and links to headings that nobody wrote.
fn dead_links(page: &File, tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut fenced = false;
    for (at, text) in page.text.lines().enumerate() {
        fenced ^= text.trim_start().starts_with("```");
        if fenced {
            continue;
        }
        for target in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            let (path, heading) = target.split_once('#').unwrap_or((target, ""));
            let path = if path.is_empty() { page.path.clone() } else { resolve(&page.path, path) };
            let file = tree.files.iter().find(|file| file.path == path);
            let folder = tree.folders.contains(&path);
            if file.is_none() && !folder {
                findings.push(page.finding(at + 1, format!("leads to {path}, which is not there")));
            } else if !heading.is_empty() && !file.is_some_and(|file| headings(&file.text).contains(heading)) {
                findings.push(page.finding(at + 1, format!("leads to a heading that {path} does not have: {heading}")));
            }
        }
    }
    findings
}

/// Finds pages that the source or a page names by their path from the root, and that are not there.
fn dead_names(file: &File, tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, text) in file.text.lines().enumerate() {
        for (from, _) in text.match_indices("docs/") {
            let path = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '_' | '.');
            let end = text[from..].find(|c| !path(c)).map_or(text.len(), |end| from + end);
            let named = text[from..end].trim_end_matches('.');
            let inside = text[..from].ends_with(path);
            if named.ends_with(".md") && !inside && !tree.files.iter().any(|page| page.path == named) {
                findings.push(file.finding(at + 1, format!("names {named}, which is not there")));
            }
        }
    }
    findings
}

fn resolve(page: &str, target: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in target.trim_end_matches('/').split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Answers the anchors of a page's headings, as they are made of their text.
pub(super) fn headings(text: &str) -> BTreeSet<String> {
    let lines = text.lines().filter(|line| line.starts_with('#'));
    lines.map(|line| anchor(line.trim_start_matches('#').trim())).collect()
}

fn anchor(heading: &str) -> String {
    let kept = heading
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
        .collect::<String>();
    kept.replace(' ', "-")
}

#[test]
fn the_tree_drawn_is_the_real_one() {
    let map = File::planted(MAP, tree().text(MAP));
    none(misdrawn(&map, tree()));
    let small = Tree {
        folders: vec!["crates".into(), "crates/base".into(), "crates/base/words".into()],
        files: vec![File::planted("README.md", ""), File::planted("crates/base/words/en.ftl", "")],
    };
    let drawn = |rows: &str| File::planted(MAP, &format!("<!-- tree -->\n```text\npuebla/\n{rows}\n```\n"));
    none(misdrawn(&drawn("├── README.md   what it is\n└── crates/\n    └── base/    the core"), &small));
    only(&misdrawn(&drawn("├── README.md\n└── crates/     all crates"), &small), "does not draw crates/base/");
    only(&misdrawn(&drawn("└── crates/\n    └── base/"), &small), "does not draw README.md");
    only(
        &misdrawn(&drawn("├── README.md\n└── crates/\n    ├── base/\n    └── gone/   x"), &small),
        "ARCHITECTURE.md:7: draws crates/gone/",
    );
    only(
        &misdrawn(&drawn("├── README.md\n├── crates/\n│   └── base/\n└── README.md"), &small),
        "ARCHITECTURE.md:7: draws README.md again",
    );
}

#[test]
fn every_page_named_is_there() {
    let this = |file: &&File| !file.path.ends_with("tidy/map.rs");
    none(tree().files.iter().filter(this).flat_map(|file| dead_names(file, tree())).collect());
    let small = Tree { folders: Vec::new(), files: vec![File::planted("docs/why/journal.md", "")] };
    let found = |text: &str| dead_names(&File::planted("planted.rs", text), &small);
    none(found("//! See docs/why/journal.md. `docs/why/journal.md`, \"../../docs/why/gone.md\", docs/why/"));
    only(&found("//! See `docs/why/gone.md`."), "planted.rs:1: names docs/why/gone.md");
}

#[test]
fn every_link_leads_somewhere() {
    none(tree().ending(".md").flat_map(|page| dead_links(page, tree())).collect());
    let other = File::planted("docs/why/journal.md", "# Why a journal?\n");
    let small = Tree { folders: vec!["docs".into()], files: vec![other] };
    let found = |text: &str| dead_links(&File::planted("docs/operate/erase.md", text), &small);
    none(found(
        "[why](../why/journal.md#why-a-journal), [out](https://example.org/x.md), [all](../)\n```\n[no](gone.md)\n```",
    ));
    only(&found("[why](../why/gone.md)"), "docs/operate/erase.md:1: leads to docs/why/gone.md");
    only(&found("[why](../why/journal.md#why-not)"), "a heading");
}
