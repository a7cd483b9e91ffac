//! Which room may use which: the source and the manifests against the list of edges in ARCHITECTURE.md.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::source::{File, Finding, Tree, group, ident, line, none, only, sign, tree};

const MAP: &str = "ARCHITECTURE.md";
const NOTHING: &str = "nothing";

/// What each crate and each room may use, as ARCHITECTURE.md says it. A room is written `house/room`.
#[derive(Debug, Default, PartialEq, Eq)]
struct Edges(BTreeMap<String, BTreeSet<String>>);

impl Edges {
    /// Reads the list: the fenced block after the mark `<!-- edges -->`, one `from → to, to` a line.
    fn read(map: &str) -> Self {
        let mut edges = Edges::default();
        let block = map.split("<!-- edges -->").nth(1).and_then(|rest| rest.split("```").nth(1)).unwrap_or("");
        for row in block.lines().filter(|row| row.contains('→')) {
            let (from, to) = row.split_once('→').unwrap_or((row, ""));
            let to = to.split(',').map(str::trim).filter(|to| *to != NOTHING && !to.is_empty());
            edges.0.insert(from.trim().to_owned(), to.map(str::to_owned).collect());
        }
        edges
    }

    fn houses(&self) -> BTreeSet<&str> {
        self.0.keys().filter_map(|from| from.split_once('/')).map(|(house, _)| house).collect()
    }

    fn allows(&self, from: &str, to: &str) -> bool {
        self.0.get(from).is_some_and(|allowed| allowed.contains(to))
    }
}

/// A path in the code that begins in the room's own crate, resolved to its full form.
#[derive(Debug, PartialEq, Eq)]
struct Used {
    segments: Vec<String>,
    line: usize,
}

/// Answers every path that begins with `crate` or `super`, in `use` items, in code and inside macros.
///
/// `module` is the module path of the file inside its crate.
fn paths(tokens: TokenStream, module: &[String], found: &mut Vec<Used>) {
    let run: Vec<TokenTree> = tokens.into_iter().collect();
    for at in 0..run.len() {
        let name = ident(&run, at).unwrap_or_default();
        let continues = sign(&run, at + 1, ':') && sign(&run, at + 2, ':');
        let begins = at < 2 || !(sign(&run, at - 1, ':') && sign(&run, at - 2, ':'));
        if name == "crate" && continues && begins {
            follow(&run, at + 3, Vec::new(), found);
        } else if name == "super" && continues && begins {
            let (above, next) = climb(&run, at, module);
            follow(&run, next, above, found);
        } else if name == "mod" && ident(&run, at + 1).is_some() {
            let Some(inner) = group(&run, at + 2, Delimiter::Brace) else { continue };
            let within: Vec<String> = module.iter().cloned().chain(ident(&run, at + 1)).collect();
            paths(inner, &within, found);
        }
    }
    for (at, token) in run.iter().enumerate() {
        let is_module = at >= 2 && ident(&run, at - 2).as_deref() == Some("mod");
        if let (TokenTree::Group(inner), false) = (token, is_module) {
            paths(inner.stream(), module, found);
        }
    }
}

/// Climbs one module for each `super::` and answers where that leads, and the token after.
fn climb(run: &[TokenTree], mut at: usize, module: &[String]) -> (Vec<String>, usize) {
    let mut above = module.to_vec();
    while ident(run, at).as_deref() == Some("super") {
        above.pop();
        at += 3;
    }
    (above, at)
}

/// Follows a path to its end, through the braces of a `use`.
fn follow(run: &[TokenTree], mut at: usize, mut segments: Vec<String>, found: &mut Vec<Used>) {
    let start = run.get(at).map_or(0, line);
    while let Some(name) = ident(run, at) {
        segments.push(name);
        if !(sign(run, at + 1, ':') && sign(run, at + 2, ':')) {
            break;
        }
        at += 3;
    }
    let Some(branches) = group(run, at, Delimiter::Brace).filter(|_| ident(run, at).is_none()) else {
        found.push(Used { segments, line: start });
        return;
    };
    let branches: Vec<TokenTree> = branches.into_iter().collect();
    for from in 0..branches.len() {
        if from == 0 || sign(&branches, from - 1, ',') {
            follow(&branches, from, segments.clone(), found);
        }
    }
}

/// Answers the module path of a file below `src/`: `documents/report.rs` is `documents::report`.
fn module(path: &str) -> Vec<String> {
    let inside = path.split_once("/src/").map_or(path, |(_, inside)| inside).trim_end_matches(".rs");
    inside.split('/').filter(|part| !["mod", "lib"].contains(part)).map(str::to_owned).collect()
}

/// Holds one file of a house against the edges; notes in `taken` the edges it makes use of.
fn crossings(file: &File, house: &str, edges: &Edges, taken: &mut BTreeSet<(String, String)>) -> Vec<Finding> {
    let module = module(&file.path);
    let Some(room) = module.first() else { return Vec::new() };
    let rooms: BTreeSet<String> =
        edges.0.keys().filter_map(|from| from.strip_prefix(&format!("{house}/"))).map(str::to_owned).collect();
    let mut used = Vec::new();
    paths(file.tokens(), &module, &mut used);
    let mut findings = Vec::new();
    for Used { segments, line } in used {
        let Some(other) = segments.first().filter(|other| *other != room && rooms.contains(*other)) else { continue };
        if !edges.allows(&format!("{house}/{room}"), other) {
            findings.push(file.finding(line, format!("`{room}` uses `{other}`, an edge that {MAP} does not list")));
        }
        taken.insert((format!("{house}/{room}"), other.clone()));
    }
    findings.dedup();
    findings
}

fn all_crossings(tree: &Tree, edges: &Edges) -> Vec<Finding> {
    let map = File::planted(MAP, "");
    let mut taken = BTreeSet::new();
    let mut findings = Vec::new();
    for house in edges.houses() {
        let source = format!("crates/{house}/src/");
        for file in tree.rust(&source) {
            findings.extend(crossings(file, house, edges, &mut taken));
        }
        for folder in tree.folders.iter().filter_map(|folder| folder.strip_prefix(&source)) {
            let listed = edges.0.contains_key(&format!("{house}/{folder}"));
            if !folder.contains('/') && !listed {
                findings.push(map.finding(0, format!("the room `{house}/{folder}` is not in the list of edges")));
            }
        }
    }
    for (from, to) in &edges.0 {
        let unused = to.iter().filter(|to| from.contains('/') && !taken.contains(&(from.clone(), (*to).clone())));
        findings.extend(unused.map(|to| map.finding(0, format!("nothing uses the edge {from} → {to}"))));
    }
    findings
}

/// Holds a crate's manifest against the edges between crates.
fn manifest(file: &File, edges: &Edges) -> Vec<Finding> {
    let manifest: toml::Table = file.text.parse().expect("a manifest");
    let name = manifest["package"]["name"].as_str().expect("a name").to_owned();
    let ours: BTreeSet<&str> = edges.0.keys().map(String::as_str).filter(|name| !name.contains('/')).collect();
    if !ours.contains(name.as_str()) {
        return vec![file.finding(0, format!("the crate `{name}` is not in the list of edges of {MAP}"))];
    }
    let houses = edges.houses();
    let mut findings = Vec::new();
    for section in ["dependencies", "dev-dependencies"] {
        let entries = manifest.get(section).and_then(toml::Value::as_table);
        for other in entries.into_iter().flatten().map(|(other, _)| other.as_str()).filter(|other| ours.contains(other))
        {
            if houses.contains(name.as_str()) && houses.contains(other) {
                findings.push(
                    file.finding(0, format!("the house `{name}` depends on the house `{other}`: houses never do")),
                );
            } else if section == "dependencies" && !edges.allows(&name, other) {
                findings
                    .push(file.finding(0, format!("`{name}` depends on `{other}`, an edge that {MAP} does not list")));
            }
        }
    }
    findings
}

#[test]
fn rooms_use_only_what_the_map_allows() {
    none(all_crossings(tree(), &Edges::read(tree().text(MAP))));
}

#[test]
fn crates_depend_only_on_what_the_map_allows() {
    let edges = Edges::read(tree().text(MAP));
    none(tree().manifests().flat_map(|file| manifest(file, &edges)).collect());
}

const PLANTED_MAP: &str = "<!-- edges -->\n```text\nregisters/checks → status\nregisters/status → nothing\nprotection/returns → \
                           nothing\nbase → nothing\nregisters → base\nprotection → base\n```";

#[test]
fn a_planted_edge_is_found_wherever_it_hides() {
    let edges = Edges::read(PLANTED_MAP);
    let found =
        |path: &str, code: &str| crossings(&File::planted(path, code), "registers", &edges, &mut BTreeSet::new());
    let status = "crates/registers/src/status/queries.rs";
    only(&found(status, "use crate::checks::Answer;"), "`status` uses `checks`");
    only(&found(status, "use crate::{status::Entry, checks};"), "`status` uses `checks`");
    only(&found(status, "fn f() { html! { p { (crate::checks::words()) } } }"), "`status` uses `checks`");
    only(&found(status, "use super::super::checks::Answer;"), "`status` uses `checks`");
    only(&found(status, "mod tests { use super::super::super::checks::Answer; }"), "`status` uses `checks`");
    none(found(
        "crates/registers/src/checks/mod.rs",
        "use crate::status::{Standing, by_number}; fn f() { crate::status::Standing::All }",
    ));
    none(found(status, "use super::entries::Entry; mod tests { use super::super::checks; }"));
}

#[test]
fn a_planted_dependency_between_houses_is_found() {
    let edges = Edges::read(PLANTED_MAP);
    let planted = |name: &str, rest: &str| {
        manifest(&File::planted("planted/Cargo.toml", &format!("[package]\nname = \"{name}\"\n{rest}")), &edges)
    };
    only(&planted("registers", "[dev-dependencies]\nprotection.workspace = true"), "houses never do");
    only(&planted("base", "[dependencies]\nregisters.workspace = true"), "`base` depends on `registers`");
    only(&planted("smuggled", ""), "not in the list");
    none(planted("protection", "[dependencies]\nbase.workspace = true\nserde.workspace = true"));
}
