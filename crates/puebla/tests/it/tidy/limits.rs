//! The pages on limits and on cryptography say what the code says.

use std::collections::BTreeSet;

use super::source::{File, Finding, Tree, none, only, tree};

/// Where the pages are.
const PAGES: &str = "docs/controls/";

/// The page that lists where cryptography is used.
const CRYPTOGRAPHY: &str = "docs/controls/cryptography.md";

/// Crates by which cryptography is done, and some by which it must not be.
const CRATES: [&str; 18] = [
    "sha2",
    "hmac",
    "argon2",
    "ed25519_dalek",
    "chacha20poly1305",
    "totp_rs",
    "rand",
    "subtle",
    "webauthn_rs",
    "p256",
    "rustls",
    "ring",
    "sha1",
    "md5",
    "aes",
    "rsa",
    "getrandom",
    "openssl",
];

/// Finds constants that a page quotes, as `path/file.rs: NAME = value`, and that the file does not have so.
fn misquoted(page: &File, tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, text) in page.text.lines().enumerate() {
        for quoted in text.split('`').skip(1).step_by(2) {
            let Some((path, said)) = quoted.split_once(".rs: ") else { continue };
            let Some((name, value)) = said.split_once(" = ") else { continue };
            let path = format!("crates/{path}.rs");
            let Some(file) = tree.files.iter().find(|file| file.path == path) else {
                findings.push(page.finding(at + 1, format!("quotes {path}, which is not there")));
                continue;
            };
            let has = file.text.lines().any(|line| {
                let declared =
                    line.contains(&format!("const {name}:")) && line.trim_end().ends_with(&format!("= {value};"));
                declared || line.trim() == format!("{name} => {value},") || line.trim() == format!("{name}: {value},")
            });
            if !has {
                findings.push(page.finding(at + 1, format!("{path} does not say `{name} = {value}`")));
            }
        }
    }
    findings
}

/// Answers each crate of the list that a file of the product uses, as `crate: file`.
fn used<'t>(files: impl Iterator<Item = &'t File>) -> BTreeSet<String> {
    let uses = |file: &File, name: &str| {
        let text = file.product_tokens().to_string();
        text.match_indices(&format!("{name} ::"))
            .any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    };
    files
        .flat_map(|file| {
            CRATES
                .into_iter()
                .filter(|name| uses(file, name))
                .map(|name| format!("{name}: {}", file.path))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Answers what the page says is used: lines of its block `<!-- used -->`, a crate and the files below `crates/`.
fn listed(page: &str) -> BTreeSet<String> {
    let block = page.split("<!-- used -->").nth(1).and_then(|rest| rest.split("```").nth(1)).unwrap_or("");
    let lines = block.lines().filter_map(|line| line.split_once(": "));
    lines.flat_map(|(name, files)| files.split(' ').map(move |file| format!("{name}: crates/{file}"))).collect()
}

fn differing(listed: &BTreeSet<String>, used: &BTreeSet<String>) -> Vec<Finding> {
    let page = File::planted(CRYPTOGRAPHY, "");
    let more = used.difference(listed).map(|pair| page.finding(0, format!("does not list {pair}")));
    more.chain(listed.difference(used).map(|pair| page.finding(0, format!("lists {pair}, which does not use it"))))
        .collect()
}

#[test]
fn the_page_of_limits_says_what_the_code_says() {
    let pages = || tree().ending(".md").filter(|page| page.path.starts_with(PAGES) || page.path == "SECURITY.md");
    let quoted: usize = pages().map(|page| page.text.matches(".rs: ").count()).sum();
    assert!(quoted >= 30, "{quoted} constants are quoted");
    none(pages().flat_map(|page| misquoted(page, tree())).collect());
    let small = Tree {
        folders: Vec::new(),
        files: vec![File::planted("crates/base/src/a.rs", "pub const MOST: usize = 4 * 2;\nRateClass::Look => 240,")],
    };
    let found = |text: &str| misquoted(&File::planted("notes/a.md", text), &small);
    none(found("| x | `base/src/a.rs: MOST = 4 * 2` | `base/src/a.rs: RateClass::Look = 240`, `other = 3`"));
    only(&found("`base/src/a.rs: MOST = 8`"), "does not say `MOST = 8`");
    only(&found("`base/src/b.rs: MOST = 8`"), "crates/base/src/b.rs, which is not there");
}

#[test]
fn cryptography_is_used_where_the_page_says() {
    let used_here = used(tree().product());
    none(differing(&listed(tree().text(CRYPTOGRAPHY)), &used_here));
    let (planted, plain) =
        (File::planted("crates/a/src/b.rs", "use md5::Md5;"), File::planted("crates/a/src/c.rs", "use x::brand::Y;"));
    let page = "<!-- used -->\n```text\nsha2: a/src/b.rs\n```\n";
    let used_there = used([&planted, &plain].into_iter());
    let found = differing(&listed(page), &used_there);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.iter().any(|found| found.what == "does not list md5: crates/a/src/b.rs"), "{found:?}");
    assert!(found.iter().any(|found| found.what.starts_with("lists sha2: crates/a/src/b.rs")), "{found:?}");
}
