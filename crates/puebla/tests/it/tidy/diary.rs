//! What the server writes down of its own working says nothing about anyone: every field of every line is on a list here.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::source::{File, Finding, every_run, group, ident, line, literal, none, only, sign, tree};

/// Macros that write a line.
const LINES: [&str; 6] = ["error", "warn", "info", "debug", "trace", "event"];

/// Fields that a line may have, each with what it is. A text that somebody typed, a name, an address of somebody, a path or
/// a query is none of them.
const FIELDS: [(&str, &str); 44] = [
    ("action", "a permit's name"),
    ("acts", "how many acts"),
    ("address", "where the server itself listens"),
    ("bytes", "how many bytes"),
    ("certificate", "a file of the operator's"),
    ("chain", "a hash of the access log's chain"),
    ("connections", "how many connections"),
    ("copy", "a file of the data folder"),
    ("count", "how many events"),
    ("decision", "granted, refused, or what became of a condition"),
    ("done", "how many things"),
    ("duration_ms", "how long a request took"),
    ("error", "an error of ours, of SQLite or of Linux"),
    ("errors", "what keeps a text of the words from being said"),
    ("event", "a permit's name, or a code of ours"),
    ("fault", "an id that a person can quote"),
    ("file", "the same"),
    ("files", "how many files"),
    ("folder", "the data folder"),
    ("free_bytes", "how many bytes are free"),
    ("from", "a form of a file"),
    ("key", "a key of the words"),
    ("language", "a language"),
    ("last", "an instant of the clock"),
    ("leap_s", "seconds"),
    ("lines", "how many lines"),
    ("method", "GET, HEAD, POST or other"),
    ("minute", "a minute of the clock"),
    ("now", "an instant of the clock"),
    ("number", "which line this is"),
    ("outcome", "a code of an act's closed list"),
    ("part", "a part of the sweep"),
    ("place", "a line of our source"),
    ("position", "a position on the access log"),
    ("request", "an id by chance"),
    ("reserve", "what stands of the reserve"),
    ("route", "a route's template"),
    ("severity", "how grave"),
    ("status", "a status"),
    ("target", "which lines these are"),
    ("thread", "a thread's name"),
    ("to", "a form of a file"),
    ("until", "an instant of the clock"),
    ("wanted", "how many files"),
];

/// Fields whose value may be written as Rust shows it to programmers, which says all that is in it.
const SHOWN_WHOLE: [&str; 1] = ["errors"];

/// Reads every line that a file writes down.
fn spoken(file: &File) -> Vec<Finding> {
    read(file).0
}

/// Reads every line that a file writes down: what is wrong with them, and which fields they have.
fn read(file: &File) -> (Vec<Finding>, BTreeSet<String>) {
    let (mut findings, mut used) = (Vec::new(), BTreeSet::new());
    every_run(file.product_tokens(), &mut |run| {
        for (at, token) in run.iter().enumerate() {
            let Some(name) = ident(run, at) else { continue };
            if name == "instrument" {
                findings.push(file.finding(line(token), "`instrument` writes arguments down, whatever they are"));
            }
            let of_tracing = at >= 3 && ident(run, at - 3).as_deref() == Some("tracing") && sign(run, at - 1, ':');
            let arguments = group(run, at + 2, Delimiter::Parenthesis).filter(|_| sign(run, at + 1, '!'));
            if let Some(arguments) = arguments.filter(|_| of_tracing && LINES.contains(&name.as_str())) {
                findings.extend(fields(file, line(token), arguments, &mut used));
            }
            if name == "use" && ident(run, at + 1).as_deref() == Some("tracing") && sign(run, at + 2, ':') {
                findings
                    .push(file.finding(line(token), "write `tracing::` before each line, so that this check sees it"));
            }
        }
    });
    (findings, used)
}

fn fields(file: &File, at: usize, arguments: TokenStream, used: &mut BTreeSet<String>) -> Vec<Finding> {
    let all: Vec<TokenTree> = arguments.into_iter().collect();
    let mut findings = Vec::new();
    for field in all.split(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == ',')) {
        let Some(first) = field.first() else { continue };
        if let Some(text) = literal(first) {
            if text.contains('{') || field.len() > 1 {
                findings.push(file.finding(at, "a line's text has no holes: give what it speaks of as a field"));
            }
            continue;
        }
        let shown = field.iter().any(|token| matches!(token, TokenTree::Punct(sign) if sign.as_char() == '?'));
        let name = field.iter().find_map(|token| match token {
            TokenTree::Ident(name) => Some(name.to_string()),
            _ => None,
        });
        let name = name.unwrap_or_default();
        if !FIELDS.iter().any(|(known, _)| *known == name) {
            findings
                .push(file.finding(at, format!("`{name}` is no field that a line of the server's own log may have")));
        } else if shown && !SHOWN_WHOLE.contains(&name.as_str()) {
            findings.push(file.finding(at, format!("`{name}` is written as programmers see it: say it with `%`")));
        }
        used.insert(name);
    }
    findings
}

#[test]
fn no_line_of_the_servers_own_log_says_more_than_the_list() {
    none(tree().product().flat_map(spoken).collect());
}

#[test]
fn every_field_of_the_list_is_used() {
    none(idle(tree().product()));
}

/// Answers the fields of the list that stand on no line of these files.
fn idle<'f>(files: impl Iterator<Item = &'f File>) -> Vec<Finding> {
    let used: BTreeSet<String> = files.flat_map(|file| read(file).1).collect();
    let idle = FIELDS.iter().filter(|(name, _)| !used.contains(*name));
    idle.map(|(name, _)| File::planted("diary.rs", "").finding(0, format!("`{name}` is on no line"))).collect()
}

#[test]
fn a_field_that_only_looks_used_is_found() {
    let all = FIELDS.iter().filter(|(name, _)| *name != "wanted").map(|(name, _)| format!("{name} = 1, "));
    let but_one = format!("tracing::info!({}\"wanted\"); let wanted = 1;", all.collect::<String>());
    let line = |code: &str| File::planted("planted.rs", &format!("fn f() {{ {code} }}"));
    only(&idle([line(&but_one)].iter()), "`wanted`");
    none(idle([line(&but_one), line("tracing::warn!(target: \"server\", %wanted, \"few\");")].iter()));
}

#[test]
fn a_planted_name_or_form_on_a_line_is_found() {
    let found = |code: &str| spoken(&File::planted("planted.rs", &format!("fn f() {{ {code} }}")));
    only(&found("tracing::info!(user_name, \"signed in\")"), "`user_name`");
    only(&found("tracing::info!(who = %person.name, \"signed in\")"), "`who`");
    only(&found("tracing::warn!(error = ?form, \"refused\")"), "as programmers see it");
    only(&found("tracing::warn!(?error, \"refused\")"), "as programmers see it");
    only(&found("tracing::error!(\"refused {name}\")"), "no holes");
    only(&found("tracing::error!(\"refused {}\", error)"), "no holes");
    only(&spoken(&File::planted("planted.rs", "#[tracing::instrument] fn f() {}")), "`instrument`");
    only(&spoken(&File::planted("planted.rs", "use tracing::info;")), "before each line");
    none(found("tracing::debug!(target: \"request\", status, %error, errors = ?faults, \"answered\")"));
    none(found("// tracing::info!(user_name)\n"));
}
