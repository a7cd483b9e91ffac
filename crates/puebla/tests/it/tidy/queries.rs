//! Queries take what somebody sent as parameters: what stands in their text is ours.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::source::{File, Finding, every_run, group, ident, line, literal, none, only, sign, tree};

/// Words by which a text is known as a query.
const SQL: [&str; 11] = [
    "SELECT ",
    "INSERT ",
    "UPDATE ",
    "DELETE FROM",
    "PRAGMA ",
    "DROP TABLE",
    "ALTER TABLE",
    " WHERE ",
    " FROM ",
    " ORDER BY ",
    "GROUP BY ",
];

/// What is put into queries besides constants: where, as what, and from where it comes. None of it was sent by anybody.
const OURS: &[(&str, &str)] = &[
    ("crates/base/src/identity/totp.rs", "table"), // one of two literals of the same file
    ("crates/base/src/identity/totp.rs", "row"),   // the same
    ("crates/base/src/identity/totp.rs", "column"), // the same
    ("crates/base/src/identity/totp.rs", "person"), // the same
    ("crates/base/src/store/writer.rs", "version"), // a number that SQLite said
    ("crates/puebla/src/doctor/databases.rs", "order"), // one of two words
    ("crates/puebla/src/doctor/people.rs", "unused"), // a literal of the same function
    ("crates/base/src/specimen/browser.rs", "from"), // one of two literals of the same function
    ("crates/base/src/specimen/browser.rs", "to"), // the same
    ("crates/base/src/identity/credentials.rs", "which"), // one of two literals of the same file
    ("crates/base/src/store/rebuild.rs", "table"), // a table's name, from the schema
    ("crates/base/src/store/dump.rs", "table"),    // a table's name, from the schema
    ("crates/base/src/store/dump.rs", "keys.join(\", \")"), // its columns' names, from the schema
    ("crates/registers/src/status/queries.rs", "subject"), // columns of a form, from a match
    ("crates/registers/src/status/queries.rs", "table"), // the table of a form, from a match
    ("crates/registers/src/status/queries.rs", "compare"), // one of two signs
    ("crates/registers/src/status/queries.rs", "order"), // one of two words
    ("crates/registers/src/status/queries.rs", "select(form)"), // a query of the same file
    ("crates/registers/src/status/entries.rs", "form.table()"), // the same
    ("crates/registers/src/alerts/apply.rs", "table"), // a literal of the same function
    ("crates/registers/src/alerts/queries.rs", "OWNER_ON.replace(\"a.\" , \"p.\")"), // a constant of the same file
    ("crates/registers/src/alerts/queries.rs", "unshadowed()"), // constants of the same file
    ("crates/registers/src/alerts/waits.rs", "sort.rows"), // a literal of the same file
    ("crates/registers/src/alerts/queries.rs", "end"), // one of two literals of the same file
    ("crates/registers/src/documents/apply.rs", "table"), // one of two literals of the same function
    ("crates/registers/src/documents/search.rs", "which"), // a literal of the same file
    ("crates/secretariat/src/obligations/turn.rs", "fixed"), // half of a query of the same file
    ("crates/secretariat/src/obligations/turn.rs", "moving"), // the same
    ("crates/secretariat/src/obligations/turn.rs", "joined"), // one of two literals of the same file
    ("crates/secretariat/src/obligations/turn.rs", "wanted.condition(\"d.due_on\" , \"d.stage\")"), // literals from a match
    ("crates/secretariat/src/obligations/turn.rs", "wanted.condition(\"dated.due_on\" , moving_stage)"), // the same
    ("crates/secretariat/src/obligations/turn.rs", "common"), // literals of the same function; what is wanted goes in by name
    ("crates/secretariat/src/obligations/turn.rs", "before(\"d.due_on\")"), // one of two literals
    ("crates/secretariat/src/obligations/turn.rs", "before(\"dated.due_on\")"), // the same
    ("crates/secretariat/src/silence/waiting.rs", "question"), // one of five literals of the same file
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

/// A hole of a query that is no constant: where, and what is put into it.
struct Put<'f> {
    file: &'f File,
    line: usize,
    hole: String,
}

fn built(file: &File) -> Vec<Put<'_>> {
    let mut put = Vec::new();
    every_run(file.product_tokens(), &mut |run| {
        for at in 0..run.len() {
            let formats = ident(run, at).as_deref() == Some("format") && sign(run, at + 1, '!');
            let Some(inner) = group(run, at + 2, Delimiter::Parenthesis).filter(|_| formats) else { continue };
            let Some(text) = inner.clone().into_iter().next().and_then(|first| literal(&first)) else { continue };
            if !SQL.iter().any(|word| text.contains(word)) {
                continue;
            }
            let constant = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '_' | '+' | ' ');
            let holes = holes(&text, &arguments(inner)).into_iter().filter(|hole| !hole.chars().all(constant));
            put.extend(holes.map(|hole| Put { file, line: line(&run[at]), hole }));
        }
    });
    put
}

impl Put<'_> {
    fn is_ours(&self) -> bool {
        OURS.contains(&(self.file.path.as_str(), self.hole.as_str()))
    }
}

/// Finds what is put into queries and is not known to be ours.
fn loose(put: &[Put<'_>]) -> Vec<Finding> {
    let loose = put.iter().filter(|put| !put.is_ours());
    loose
        .map(|put| put.file.finding(put.line, format!("puts `{}` into a query: give it as a parameter", put.hole)))
        .collect()
}

#[test]
fn no_query_is_built_from_what_somebody_sent() {
    let put: Vec<Put<'_>> = tree().product().flat_map(built).collect();
    none(loose(&put));
    let known = |(path, hole): &&(&str, &str)| put.iter().any(|put| put.file.path == *path && put.hole == *hole);
    let gone: Vec<_> = OURS.iter().filter(|ours| !known(ours)).collect();
    assert!(gone.is_empty(), "no query has these any more: {gone:?}");
    let planted = |text: &str| loose(&built(&File::planted("planted.rs", &format!("fn a() {{ {text}; }}"))));
    none(planted("read(\"SELECT a FROM b WHERE c = ?1\", [sent])"));
    none(planted("read(&format!(\"{COLUMNS} WHERE c = ?1 LIMIT {}\", ROWS + 1))"));
    none(planted("format!(\"{name} is not there\")"));
    only(&planted("read(&format!(\"SELECT a FROM b WHERE c = '{sent}'\"))"), "`sent`");
    only(&planted("read(&format!(\"SELECT a FROM b WHERE c = {}\", form.typed(\"c\")))"), "form.typed(\"c\")");
}
