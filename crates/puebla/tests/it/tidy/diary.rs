//! What the server writes down of its own working says nothing about anyone: every field of every line is on a list here.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::source::{File, Finding, every_run, group, ident, line, literal, none, only, sign, tree};

/// Macros that write a line.
const LINES: [&str; 6] = ["error", "warn", "info", "debug", "trace", "event"];

/// Fields that a line may have, each with what it is. A text that somebody typed, a name, an address of somebody, a path or
/// a query is none of them.
const FIELDS: [(&str, &str); 35] = [
    ("action", "a permit's name"),
    ("acts", "how many acts"),
    ("address", "where the server itself listens"),
    ("bytes", "how many bytes"),
    ("certificate", "a file of the operator's"),
    ("connections", "how many connections"),
    ("copy", "a file of the data folder"),
    ("done", "how many things"),
    ("duration_ms", "how long a request took"),
    ("error", "an error of ours, of SQLite or of Linux"),
    ("errors", "what keeps a text of the words from being said"),
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
    ("now", "an instant of the clock"),
    ("part", "a part of the sweep"),
    ("place", "a line of our source"),
    ("request", "an id by chance"),
    ("reserve", "what stands of the reserve"),
    ("route", "a route's template"),
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
    let mut findings = Vec::new();
    every_run(file.product_tokens(), &mut |run| {
        for (at, token) in run.iter().enumerate() {
            let Some(name) = ident(run, at) else { continue };
            if name == "instrument" {
                findings.push(file.finding(line(token), "`instrument` writes arguments down, whatever they are"));
            }
            let of_tracing = at >= 3 && ident(run, at - 3).as_deref() == Some("tracing") && sign(run, at - 1, ':');
            let arguments = group(run, at + 2, Delimiter::Parenthesis).filter(|_| sign(run, at + 1, '!'));
            if let Some(arguments) = arguments.filter(|_| of_tracing && LINES.contains(&name.as_str())) {
                findings.extend(fields(file, line(token), arguments));
            }
            if name == "use" && ident(run, at + 1).as_deref() == Some("tracing") && sign(run, at + 2, ':') {
                findings
                    .push(file.finding(line(token), "write `tracing::` before each line, so that this check sees it"));
            }
        }
    });
    findings
}

fn fields(file: &File, at: usize, arguments: TokenStream) -> Vec<Finding> {
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
    }
    findings
}

#[test]
fn no_line_of_the_servers_own_log_says_more_than_the_list() {
    none(tree().product().flat_map(spoken).collect());
}

#[test]
fn every_field_of_the_list_is_used() {
    let text: String = tree().product().map(|file| file.text.as_str()).collect();
    let idle = FIELDS.iter().filter(|(name, _)| !text.contains(name));
    none(idle.map(|(name, _)| File::planted("diary.rs", "").finding(0, format!("`{name}` is on no line"))).collect());
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
