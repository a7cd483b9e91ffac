//! Files and functions small enough to be read whole, and rooms whose name says what is in them.

use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Block, Signature};

use super::source::{File, Finding, none, only, tree};

const FILE_LINES: usize = 800;
const FUNCTION_LINES: usize = 70;
/// Beside `self`.
const ARGUMENTS: usize = 6;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: [&str; 9] =
    ["util", "utils", "common", "manager", "service", "services", "helper", "helpers", "misc"];

fn files_too_long(file: &File) -> Vec<Finding> {
    let lines = file.text.lines().count();
    if lines <= FILE_LINES {
        return Vec::new();
    }
    vec![file.finding(0, format!("{lines} lines; {FILE_LINES} are the most: split it by what it does"))]
}

fn functions_too_large(file: &File) -> Vec<Finding> {
    let mut seen = Functions { file, findings: Vec::new(), fulfils: false };
    seen.visit_file(&file.syntax());
    seen.findings
}

struct Functions<'f> {
    file: &'f File,
    findings: Vec<Finding>,
    /// Whether a trait says what the functions take: ours is judged where it stands, another's is not ours to shorten.
    fulfils: bool,
}

impl Functions<'_> {
    fn judge(&mut self, signature: &Signature, block: Option<&Block>) {
        let line = signature.span().start().line;
        let arguments = signature.inputs.len() - usize::from(signature.receiver().is_some());
        if arguments > ARGUMENTS && !self.fulfils {
            let what = format!("`{}` takes {arguments} arguments; {ARGUMENTS} are the most", signature.ident);
            self.findings.push(self.file.finding(line, what));
        }
        let lines =
            block.map_or(0, |block| lines_between(block.brace_token.span.open(), block.brace_token.span.close()));
        if lines > FUNCTION_LINES {
            let what = format!("`{}` has {lines} lines; {FUNCTION_LINES} are the most", signature.ident);
            self.findings.push(self.file.finding(line, what));
        }
    }
}

fn lines_between(open: Span, close: Span) -> usize {
    (close.start().line - open.start().line).saturating_sub(1)
}

impl<'a> Visit<'a> for Functions<'_> {
    fn visit_item_fn(&mut self, item: &'a syn::ItemFn) {
        self.judge(&item.sig, Some(&item.block));
        visit::visit_item_fn(self, item);
    }

    fn visit_item_impl(&mut self, item: &'a syn::ItemImpl) {
        let outer = std::mem::replace(&mut self.fulfils, item.trait_.is_some());
        visit::visit_item_impl(self, item);
        self.fulfils = outer;
    }

    fn visit_impl_item_fn(&mut self, item: &'a syn::ImplItemFn) {
        self.judge(&item.sig, Some(&item.block));
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'a syn::TraitItemFn) {
        self.judge(&item.sig, item.default.as_ref());
        visit::visit_trait_item_fn(self, item);
    }
}

fn empty_names(path: &str) -> Vec<Finding> {
    // The ending is systemd's word for what it starts.
    let name = if path.starts_with("packaging/") { path.trim_end_matches(".service") } else { path };
    let empty = name.split(['/', '.']).find(|part| EMPTY_NAMES.contains(part));
    let Some(empty) = empty else { return Vec::new() };
    vec![File::planted(path, "").finding(0, format!("`{empty}` does not say what is inside"))]
}

#[test]
fn files_are_short() {
    none(tree().ending(".rs").flat_map(files_too_long).collect());
    only(&files_too_long(&File::planted("planted.rs", &"\n".repeat(801))), "801 lines");
    none(files_too_long(&File::planted("planted.rs", &"\n".repeat(800))));
}

#[test]
fn functions_are_short_and_take_few_arguments() {
    none(tree().ending(".rs").flat_map(functions_too_large).collect());
    let long = |lines: usize| {
        File::planted("planted.rs", &format!("impl X {{\nfn long() {{\n{}}}\n}}", "a();\n".repeat(lines)))
    };
    only(&functions_too_large(&long(71)), "planted.rs:2: `long` has 71 lines");
    none(functions_too_large(&long(70)));
    let many = "trait X { fn many(&self, a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8); fn few(&self, a: u8, b: u8, c: u8, d: u8, e: u8, f: u8); }";
    only(&functions_too_large(&File::planted("planted.rs", many)), "`many` takes 7 arguments");
    let own = "impl X { fn own(&self, a: u8, b: u8, c: u8, d: u8, e: u8, f: u8, g: u8) {} }";
    only(&functions_too_large(&File::planted("planted.rs", own)), "`own` takes 7 arguments");
    none(functions_too_large(&File::planted("planted.rs", &own.replace("impl X", "impl Theirs for X"))));
}

#[test]
fn names_say_what_is_inside() {
    let paths = tree().files.iter().map(|file| &file.path).chain(&tree().folders);
    none(paths.flat_map(|path| empty_names(path)).collect());
    only(&empty_names("crates/base/src/common/mod.rs"), "`common`");
    only(&empty_names("crates/base/src/web/helpers.rs"), "`helpers`");
    none(empty_names("crates/base/src/commons.rs"));
}
