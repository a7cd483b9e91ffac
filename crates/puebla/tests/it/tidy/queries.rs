//! Queries take what somebody sent as parameters: what stands in their text is ours.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::source::{File, Finding, every_run, group, ident, line, literal, none, only, sign, tree};

/// Words by which a text is known as a query.
const SQL: [&str; 11] = [
    "SELECT ", "INSERT ", "UPDATE ", "DELETE FROM", "PRAGMA ", "DROP TABLE", "ALTER TABLE", " WHERE ", " FROM ", " ORDER BY ",
    "GROUP BY ",
];

/// What is put into queries besides constants: where, as what, and from where it comes. None of it was sent by anybody.
const OURS: [(&str, &str); 17] = [
    ("crates/base/src/identity/credentials.rs", "which"),      // one of two literals of the same file
    ("crates/base/src/store/rebuild.rs", "table"),             // a table's name, from the schema
    ("crates/base/src/store/dump.rs", "table"),                // a table's name, from the schema
    ("crates/base/src/store/dump.rs", "keys.join(\", \")"),    // its columns' names, from the schema
    ("crates/registers/src/status/queries.rs", "subject"),     // columns of a form, from a match
    ("crates/registers/src/status/queries.rs", "table"),       // the table of a form, from a match
    ("crates/registers/src/status/queries.rs", "compare"),     // one of two signs
    ("crates/registers/src/status/queries.rs", "order"),       // one of two words
    ("crates/registers/src/status/queries.rs", "select(form)"), // a query of the same file
    ("crates/registers/src/status/queries.rs", "form.table()"), // the table of a form, from a match
    ("crates/registers/src/status/entries.rs", "form.table()"), // the same
    ("crates/registers/src/status/entries.rs", "table"),       // the same
    ("crates/registers/src/documents/apply.rs", "table"),      // one of two literals of the same function
    ("crates/registers/src/documents/search.rs", "which"),     // a literal of the same file
    ("crates/registers/src/status/lookup.rs", "table"),        // the table of a form, from a match
    ("crates/base/src/store/verify.rs", "table"),              // a table's name, from the schema
    ("crates/base/src/store/house.rs", "table"),               // a table's name, from the schema
];

/// A hole of a formatted text, as it is written.
fn holes(text: &str, arguments: &[String]) -> Vec<String> {
    let mut positional = arguments.iter();
    let bare = text.replace("{{", "").replace("}}", "");
    let inside = bare.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    inside
        .filter_map(|hole| {
            let name = hole.split(':').next().unwrap_or("").trim();
            if name.is_empty() { positional.next().cloned() } else { Some(name.to_owned()) }
        })
        .collect()
}

/// Answers the arguments after the first, as they are written, without blanks around signs.
fn arguments(tokens: TokenStream) -> Vec<String> {
    let mut all = vec![String::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => all.push(String::new()),
            token => {
                if let Some(last) = all.last_mut() {
                    last.push_str(&token.to_string());
                }
            }
        }
    }
    all.into_iter().skip(1).filter(|argument| !argument.is_empty()).collect()
}

fn built(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    every_run(file.product_tokens(), &mut |run| {
        for at in 0..run.len() {
            let formats = ident(run, at).as_deref() == Some("format") && sign(run, at + 1, '!');
            let Some(inner) = group(run, at + 2, Delimiter::Parenthesis).filter(|_| formats) else { continue };
            let Some(text) = inner.clone().into_iter().next().and_then(|first| literal(&first)) else { continue };
            if !SQL.iter().any(|word| text.contains(word)) {
                continue;
            }
            for hole in holes(&text, &arguments(inner)) {
                let constant = hole.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '+' | ' '));
                if !constant && !OURS.iter().any(|(path, ours)| *path == file.path && *ours == hole) {
                    findings.push(file.finding(line(&run[at]), format!("puts `{hole}` into a query: give it as a parameter")));
                }
            }
        }
    });
    findings
}

#[test]
fn no_query_is_built_from_what_somebody_sent() {
    none(tree().product().flat_map(built).collect());
    let planted = |text: &str| built(&File::planted("planted.rs", &format!("fn a() {{ {text}; }}")));
    none(planted("read(\"SELECT a FROM b WHERE c = ?1\", [sent])"));
    none(planted("read(&format!(\"{COLUMNS} WHERE c = ?1 LIMIT {}\", ROWS + 1))"));
    none(planted("format!(\"{name} is not there\")"));
    only(&planted("read(&format!(\"SELECT a FROM b WHERE c = '{sent}'\"))"), "`sent`");
    only(&planted("read(&format!(\"SELECT a FROM b WHERE c = {}\", form.typed(\"c\")))"), "form.typed(\"c\")");
}
