//! Habits that a reader may rely on: nothing unfinished, nothing printed aside, each dependency with its reason.

use proc_macro2::{Delimiter, TokenTree};

use super::source::{File, Finding, every_run, group, ident, line, none, only, sign, tree};

/// Macros that stand for work not done, or for looking into a running program.
const UNFINISHED: [&str; 3] = ["todo", "unimplemented", "dbg"];

/// Macros that write to the terminal. `tracing` is for what an operator reads.
const PRINTING: [&str; 4] = ["println", "print", "eprintln", "eprint"];

/// Where a person sits before a terminal.
const TERMINALS: [&str; 3] = ["crates/puebla/src/", "crates/puebla/tests/", "bench/"];

fn unfinished(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    every_run(file.tokens(), &mut |run| {
        for (at, token) in run.iter().enumerate() {
            let Some(name) = ident(run, at) else { continue };
            if UNFINISHED.contains(&name.as_str()) && sign(run, at + 1, '!') {
                findings.push(file.finding(line(token), format!("`{name}!` is work not done")));
            }
            if name == "unsafe" {
                findings.push(file.finding(line(token), "`unsafe` is forbidden here"));
            }
        }
    });
    findings
}

fn ignored_tests(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    every_run(file.tokens(), &mut |run| {
        for at in 1..run.len() {
            let Some(attribute) = group(run, at, Delimiter::Bracket) else { continue };
            let mut attribute = attribute.into_iter();
            let named = matches!(attribute.next(), Some(TokenTree::Ident(name)) if name == "ignore");
            if sign(run, at - 1, '#') && named {
                findings.push(file.finding(line(&run[at]), "an ignored test proves nothing: mend it or take it out"));
            }
        }
    });
    findings
}

fn printed(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    every_run(file.tokens(), &mut |run| {
        for (at, token) in run.iter().enumerate() {
            let prints = ident(run, at).is_some_and(|name| PRINTING.contains(&name.as_str())) && sign(run, at + 1, '!');
            if prints {
                findings
                    .push(file.finding(line(token), "only commands print; the rest speaks through pages or `tracing`"));
            }
        }
    });
    findings
}

/// Reads comments as text, since tokens have none: promises to come back, and code kept for later.
fn left_behind(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, text) in file.text.lines().enumerate() {
        // The marks are written in two parts, so that this file is not found by itself.
        for mark in [concat!("FIX", "ME"), concat!("TO", "DO")] {
            let alone = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
            let marked = text.match_indices(mark).any(|(from, _)| {
                alone(text[..from].chars().next_back()) && alone(text[from + mark.len()..].chars().next())
            });
            if marked {
                findings.push(file.finding(at + 1, format!("{mark}: an issue is the place for what is still to do")));
            }
        }
        let comment = text.trim_start().strip_prefix("// ").map(str::trim_end);
        if comment.is_some_and(|comment| comment.ends_with(';') && comment.contains(['(', '='])) {
            findings.push(file.finding(at + 1, "code in a comment: history keeps what is taken out"));
        }
    }
    findings
}

fn dependencies_without_reason(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut listed = false;
    for (at, text) in file.text.lines().enumerate() {
        if text.starts_with('[') {
            listed = text == "[workspace.dependencies]";
        }
        let foreign = listed && text.contains('=') && !text.starts_with('#') && !text.contains("path = ");
        let reason = text.rsplit_once("# ").map_or("", |(_, reason)| reason);
        if foreign && reason.len() < 10 {
            findings.push(file.finding(at + 1, "a dependency without the reason it is here for"));
        }
    }
    findings
}

/// Every crate takes its versions from the workspace, where the reasons stand.
fn versions_of_their_own(file: &File) -> Vec<Finding> {
    let manifest: toml::Table = file.text.parse().expect("a manifest");
    let mut findings = Vec::new();
    for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
        let Some(entries) = manifest.get(section).and_then(toml::Value::as_table) else { continue };
        for (name, entry) in entries {
            if entry.get("workspace").and_then(toml::Value::as_bool) != Some(true) {
                findings
                    .push(file.finding(0, format!("{section}.{name}: its version and reason belong in the workspace")));
            }
        }
    }
    let inherits = manifest.get("lints").and_then(|lints| lints.get("workspace")).is_some();
    if !inherits {
        findings.push(file.finding(0, "the crate does not take the workspace's lints"));
    }
    findings
}

#[test]
fn nothing_is_unfinished() {
    none(tree().ending(".rs").flat_map(unfinished).collect());
    let planted = |code: &str| unfinished(&File::planted("planted.rs", &format!("fn f() {{ g(|| {{ {code} }}) }}")));
    only(&planted(concat!("to", "do!()")), "work not done");
    only(&planted("dbg!(1)"), "work not done");
    only(&planted("unsafe { x() }"), "forbidden");
    none(planted("x.todo(); let unsafe_in_words = 1;"));
}

#[test]
fn no_test_is_ignored() {
    none(tree().ending(".rs").flat_map(ignored_tests).collect());
    only(
        &ignored_tests(&File::planted("planted.rs", "mod tests { #[test] #[ignore = \"slow\"] fn f() {} }")),
        "ignored test",
    );
    none(ignored_tests(&File::planted("planted.rs", "#[test] fn ignore() {}")));
}

#[test]
fn only_commands_print() {
    let elsewhere = tree().ending(".rs").filter(|file| !TERMINALS.iter().any(|place| file.path.starts_with(place)));
    none(elsewhere.flat_map(printed).collect());
    only(&printed(&File::planted("planted.rs", "fn f() { if a { println!(\"{a}\"); } }")), "only commands print");
}

#[test]
fn nothing_is_left_behind_in_comments() {
    none(tree().ending(".rs").chain(tree().ending(".sql")).flat_map(left_behind).collect());
    only(&left_behind(&File::planted("planted.rs", concat!("// FIX", "ME later"))), "an issue is the place");
    only(&left_behind(&File::planted("planted.rs", "    // let total = sum(all);")), "code in a comment");
    none(left_behind(&File::planted("planted.rs", "// One writer; the rest wait.")));
}

#[test]
fn every_dependency_says_why_it_is_here() {
    let workspace = tree().files.iter().filter(|file| file.path == "Cargo.toml");
    none(workspace.flat_map(dependencies_without_reason).collect());
    let planted = "[workspace.dependencies]\nbase = { path = \"crates/base\" }\nrand = \"1\" # nonces, salts, tokens\nleft-pad = \"1\"\n\
                   [profile.dev]\ndebug = 1";
    only(&dependencies_without_reason(&File::planted("Cargo.toml", planted)), "Cargo.toml:4");
}

#[test]
fn versions_and_lints_come_from_the_workspace() {
    none(tree().manifests().flat_map(versions_of_their_own).collect());
    let planted = "[lints]\nworkspace = true\n[dependencies]\nbase.workspace = true\nrand = \"1\"";
    only(&versions_of_their_own(&File::planted("planted/Cargo.toml", planted)), "dependencies.rand");
    only(&versions_of_their_own(&File::planted("planted/Cargo.toml", "[dependencies]")), "lints");
}
