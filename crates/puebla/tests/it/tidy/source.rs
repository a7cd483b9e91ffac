//! The project's files as the checks read them, and what a check answers.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::sync::OnceLock;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// Endings of files that hold text worth reading.
const TEXT: [&str; 13] =
    ["rs", "toml", "md", "sql", "ftl", "cedar", "cedarschema", "css", "txt", "js", "mjs", "json", "sh"];

/// A file of the project.
#[derive(Clone, Debug)]
pub struct File {
    /// Path from the project's root, with slashes.
    pub path: String,
    /// Its text; empty for what is no text.
    pub text: String,
}

/// All of the project: what a clone of the repository holds.
pub struct Tree {
    /// Paths of all folders, sorted.
    pub folders: Vec<String>,
    /// All files, sorted by path.
    pub files: Vec<File>,
}

/// One thing that is not as promised, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// The file.
    pub path: String,
    /// Line from 1; 0 for the file as a whole.
    pub line: usize,
    /// What is wrong, in words that say what to do.
    pub what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.what),
            line => write!(f, "{}:{line}: {}", self.path, self.what),
        }
    }
}

impl File {
    /// Makes a file that exists only for a test of a check.
    pub fn planted(path: &str, text: &str) -> Self {
        File { path: path.to_owned(), text: text.to_owned() }
    }

    /// Says something about one of its lines.
    pub fn finding(&self, line: usize, what: impl Into<String>) -> Finding {
        Finding { path: self.path.clone(), line, what: what.into() }
    }

    /// Answers its tokens; comments are gone, doc comments have become attributes.
    pub fn tokens(&self) -> TokenStream {
        self.text.parse().unwrap_or_else(|error| panic!("{}: not Rust: {error}", self.path))
    }

    /// Answers its tokens without items that are only built for tests.
    pub fn product_tokens(&self) -> TokenStream {
        without_tests(self.tokens())
    }

    /// Answers its syntax.
    pub fn syntax(&self) -> syn::File {
        syn::parse_file(&self.text).unwrap_or_else(|error| panic!("{}: not Rust: {error}", self.path))
    }
}

impl Tree {
    /// Answers the Rust files below a folder.
    pub fn rust<'t>(&'t self, below: &'t str) -> impl Iterator<Item = &'t File> {
        self.ending(".rs").filter(move |file| file.path.starts_with(below))
    }

    /// Answers the Rust files that a release is built of: the crates' sources without modules that are only for tests.
    pub fn product(&self) -> impl Iterator<Item = &File> {
        static FOR_TESTS: OnceLock<BTreeSet<String>> = OnceLock::new();
        let for_tests = FOR_TESTS.get_or_init(|| self.rust("crates/").flat_map(test_modules).collect());
        let built = |file: &&File| file.path.starts_with("crates/") && file.path.contains("/src/");
        let within = |file: &File| file.path.match_indices('/').any(|(at, _)| for_tests.contains(&file.path[..at]));
        self.ending(".rs")
            .filter(built)
            .filter(move |file| !within(file) && !for_tests.contains(file.path.trim_end_matches(".rs")))
    }

    /// Answers the files with an ending.
    pub fn ending<'t>(&'t self, ending: &'t str) -> impl Iterator<Item = &'t File> {
        self.files.iter().filter(move |file| file.path.ends_with(ending))
    }

    /// Answers the manifests of the workspace's crates; what is a workspace of its own is built by none of its commands.
    pub fn manifests(&self) -> impl Iterator<Item = &File> {
        self.ending("/Cargo.toml").filter(|file| !file.text.contains("\n[workspace]\n"))
    }

    /// Answers the text of one file.
    pub fn text(&self, path: &str) -> &str {
        let found = self.files.iter().find(|file| file.path == path);
        &found.unwrap_or_else(|| panic!("{path} is not there")).text
    }
}

/// Answers the project's root.
pub fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Reads the project, once.
pub fn tree() -> &'static Tree {
    static TREE: OnceLock<Tree> = OnceLock::new();
    TREE.get_or_init(|| {
        let ignored = std::fs::read_to_string(root().join(".gitignore")).unwrap_or_default();
        let mut ignored: Vec<&str> = ignored.lines().map(|line| line.trim().trim_matches('/')).collect();
        ignored.push(".git");
        let mut tree = Tree { folders: Vec::new(), files: Vec::new() };
        read(root(), "", &ignored, &mut tree);
        tree.folders.sort();
        tree.files.sort_by(|one, other| one.path.cmp(&other.path));
        tree
    })
}

fn read(folder: &Path, prefix: &str, ignored: &[&str], tree: &mut Tree) {
    for entry in std::fs::read_dir(folder).expect("a folder of the project") {
        let entry = entry.expect("an entry of a folder");
        let name = entry.file_name().into_string().expect("a name in UTF-8");
        let path = format!("{prefix}{name}");
        if ignored.iter().any(|pattern| *pattern == name || *pattern == path) {
            continue;
        }
        if entry.file_type().expect("a type").is_dir() {
            read(&entry.path(), &format!("{path}/"), ignored, tree);
            tree.folders.push(path);
        } else {
            let is_text = name.rsplit('.').next().is_some_and(|ending| TEXT.contains(&ending));
            let text =
                if is_text { std::fs::read_to_string(entry.path()).expect("text in UTF-8") } else { String::new() };
            tree.files.push(File { path, text });
        }
    }
}

/// Fails with every finding, one a line.
pub fn none(mut findings: Vec<Finding>) {
    findings.sort();
    let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert!(lines.is_empty(), "{} found:\n{}", lines.len(), lines.join("\n"));
}

/// Fails unless exactly one finding was made and it speaks of `what`: for planted faults.
pub fn only(findings: &[Finding], what: &str) {
    let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
    assert!(lines.len() == 1 && lines[0].contains(what), "not exactly the planted fault ({what}): {lines:#?}");
}

/// Hands every run of neighbouring tokens to `look`: the file's own, then the content of each group in it.
pub fn every_run(tokens: TokenStream, look: &mut impl FnMut(&[TokenTree])) {
    let run: Vec<TokenTree> = tokens.into_iter().collect();
    look(&run);
    for token in run {
        if let TokenTree::Group(group) = token {
            every_run(group.stream(), look);
        }
    }
}

/// Answers the modules that a file declares for tests alone, as paths without ending.
fn test_modules(file: &File) -> Vec<String> {
    let folder = match file.path.rsplit_once('/') {
        Some((folder, "mod.rs" | "lib.rs" | "main.rs")) => folder,
        _ => file.path.trim_end_matches(".rs"),
    };
    let run: Vec<TokenTree> = file.tokens().into_iter().collect();
    let declared = |at: usize| {
        let attribute = group(&run, at + 1, Delimiter::Bracket).filter(|_| sign(&run, at, '#'))?;
        // It may be seen by its crate: `pub (crate)` stands before the word.
        let word = if ident(&run, at + 2).as_deref() == Some("pub") { at + 4 } else { at + 2 };
        let for_tests = attribute.to_string().replace(' ', "") == "cfg(test)";
        let module = ident(&run, word).as_deref() == Some("mod") && sign(&run, word + 2, ';');
        let name = ident(&run, word + 1)?;
        (for_tests && module).then(|| format!("{folder}/{name}"))
    };
    (0..run.len()).filter_map(declared).collect()
}

/// Drops every item under `#[cfg(test)]`, up to its closing brace or semicolon.
fn without_tests(tokens: TokenStream) -> TokenStream {
    let run: Vec<TokenTree> = tokens.into_iter().collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while at < run.len() {
        let attribute = group(&run, at + 1, Delimiter::Bracket).filter(|_| sign(&run, at, '#'));
        if attribute.is_some_and(|attribute| attribute.to_string().replace(' ', "") == "cfg(test)") {
            let ends = |at: &usize| sign(&run, *at, ';') || group(&run, *at, Delimiter::Brace).is_some();
            at = (at..run.len()).find(ends).unwrap_or(run.len()) + 1;
        } else {
            kept.push(run[at].clone());
            at += 1;
        }
    }
    kept.into_iter().collect()
}

/// Answers the identifier at a place, without the `r#` of a raw one.
pub fn ident(run: &[TokenTree], at: usize) -> Option<String> {
    match run.get(at) {
        Some(TokenTree::Ident(ident)) => Some(ident.to_string().trim_start_matches("r#").to_owned()),
        _ => None,
    }
}

/// Answers whether the sign at a place is `sign`.
pub fn sign(run: &[TokenTree], at: usize, sign: char) -> bool {
    matches!(run.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// Answers the content of a group at a place, where its brackets are of that sort.
pub fn group(run: &[TokenTree], at: usize, delimiter: Delimiter) -> Option<TokenStream> {
    match run.get(at) {
        Some(TokenTree::Group(group)) if group.delimiter() == delimiter => Some(group.stream()),
        _ => None,
    }
}

/// Answers the value of a text literal.
pub fn literal(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => Some(text.value()),
        _ => None,
    }
}

/// Answers the line a token begins on, from 1.
pub fn line(token: &TokenTree) -> usize {
    token.span().start().line
}
