//! What a page or a table may name as evidence: a test in Rust, a test in the browser, a heading of a page.

use std::collections::BTreeSet;

use proc_macro2::{Delimiter, TokenTree};

use super::map::headings;
use super::source::{File, Tree, every_run, group, ident, only, sign};

/// Everything that may be named.
pub struct Evidence {
    named: BTreeSet<String>,
}

impl Evidence {
    /// Finds all of a tree: tests as `crate::room::name`, browser tests as `file: title`, pages as `page#heading`.
    pub fn of(tree: &Tree) -> Self {
        let rust = tree.ending(".rs").filter_map(|file| Some((module(&file.path)?, file)));
        let tests =
            rust.flat_map(|(module, file)| tests(file).into_iter().map(move |name| format!("{module}::{name}")));
        let pages = tree
            .ending(".md")
            .flat_map(|page| headings(&page.text).into_iter().map(|heading| format!("{}#{heading}", page.path)));
        Evidence { named: tests.chain(tree.ending(".test.mjs").flat_map(titles)).chain(pages).collect() }
    }

    /// Answers whether it is there.
    pub fn has(&self, named: &str) -> bool {
        self.named.contains(named)
    }

    /// Answers whether it is a page, which says something and proves nothing.
    pub fn is_page(named: &str) -> bool {
        named.contains(".md#")
    }
}

/// Answers the module of a file of Rust: `base::web::edge`; of the integration tests `puebla::it::headers`.
fn module(path: &str) -> Option<String> {
    let path = path.strip_suffix(".rs")?;
    let path = path.strip_prefix("crates/").unwrap_or(path);
    let (name, inside) = path.split_once("/src/").or_else(|| path.split_once("/tests/"))?;
    let parts = std::iter::once(name).chain(inside.split('/'));
    Some(parts.filter(|part| !matches!(*part, "mod" | "lib" | "main")).collect::<Vec<_>>().join("::"))
}

/// Answers the names of all tests of a file, also of those that stand inside a macro.
fn tests(file: &File) -> Vec<String> {
    let mut names = Vec::new();
    every_run(file.tokens(), &mut |run| {
        for at in 0..run.len() {
            if is_test(run, at) {
                // Further attributes and `async` may stand between.
                let found = (at + 2..run.len()).take_while(
                    |at| !matches!(&run[*at], TokenTree::Group(group) if group.delimiter() == Delimiter::Brace),
                );
                let mut found = found.filter(|at| ident(run, *at).as_deref() == Some("fn"));
                names.extend(found.next().and_then(|at| ident(run, at + 1)));
            }
        }
    });
    names
}

/// Answers whether `#[test]`, or a path that ends in `test` with or without arguments, stands at a place.
fn is_test(run: &[TokenTree], at: usize) -> bool {
    let Some(attribute) = group(run, at + 1, Delimiter::Bracket).filter(|_| sign(run, at, '#')) else { return false };
    let words = attribute.into_iter().take_while(|token| !matches!(token, TokenTree::Group(_)));
    matches!(words.last(), Some(TokenTree::Ident(last)) if last == "test")
}

/// Answers the titles of a file of browser tests, each after its file's path.
fn titles(file: &File) -> Vec<String> {
    let titled = file.text.lines().filter_map(|line| line.trim_start().strip_prefix("test('"));
    titled.filter_map(|rest| rest.split_once("',")).map(|(title, _)| format!("{}: {title}", file.path)).collect()
}

#[test]
fn evidence_is_what_runs_and_what_is_written() {
    let tree = Tree {
        folders: Vec::new(),
        files: vec![
            File::planted(
                "crates/base/src/web/edge.rs",
                "fn helps() {}\n#[cfg(test)]\nmod tests {\n#[test]\nfn one() {}\n#[tokio::test(flavor = \"x\")]\n#[allow(x)]\n\
                 async fn two() {}\nproptest! { #[test]\nfn three(x in 0..1) {} }\n#[cfg(test)]\nfn four() {} }",
            ),
            File::planted("crates/puebla/tests/it/tidy/mod.rs", "#[test]\nfn five() {}"),
            File::planted(
                "tests/browser/a.test.mjs",
                "test('it signs in', LIMIT, async (t) => {\n// test('not this',\n",
            ),
            File::planted("notes/a.md", "# What is said?\n"),
        ],
    };
    let evidence = Evidence::of(&tree);
    for there in [
        "base::web::edge::one",
        "base::web::edge::two",
        "base::web::edge::three",
        "puebla::it::tidy::five",
        "tests/browser/a.test.mjs: it signs in",
        "notes/a.md#what-is-said",
    ] {
        assert!(evidence.has(there), "{there}");
    }
    assert_eq!(evidence.named.len(), 6, "{:?}", evidence.named);
    let absent =
        |named: &str| if evidence.has(named) { Vec::new() } else { vec![File::planted("x", "").finding(0, named)] };
    only(&absent("base::web::edge::four"), "four");
    only(&absent("base::web::edge::helps"), "helps");
}
