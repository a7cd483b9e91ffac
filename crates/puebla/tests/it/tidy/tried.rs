//! Every page has a screen in the browser tests, and every call of the API somebody who makes it in the attack on it.
//!
//! Both lists belong to what runs last of all. They are read here too, so that whoever adds an address learns of them in the
//! first minute and not in the last.

use std::collections::BTreeSet;

use super::routes::facts;
use super::source::{File, Finding, none, only, root};

/// A list that must name every address of its sort.
struct List {
    file: File,
    /// What stands before each name in it, and what after.
    marks: (&'static str, &'static str),
    missing: &'static str,
}

impl List {
    fn read(path: &str, marks: (&'static str, &'static str), missing: &'static str) -> Self {
        let text = std::fs::read_to_string(root().join(path)).expect("a list of the project");
        List { file: File::planted(path, &text), marks, missing }
    }

    fn named(&self) -> BTreeSet<&str> {
        let (before, after) = self.marks;
        let rest = |line: &'_ str| line.find(before).map(|at| at + before.len());
        self.file
            .text
            .lines()
            .filter_map(|line| line.get(rest(line)?..)?.split_once(after))
            .map(|(name, _)| name)
            .collect()
    }

    fn lacking(&self, served: &BTreeSet<String>) -> Vec<Finding> {
        let named = self.named();
        let missing = served.iter().filter(|name| !named.contains(name.as_str()));
        missing.map(|name| self.file.finding(0, format!("{} {name}", self.missing))).collect()
    }
}

fn planted(mut served: BTreeSet<String>, more: &str) -> BTreeSet<String> {
    served.insert(more.to_owned());
    served
}

#[test]
fn every_page_has_a_screen() {
    let inventory = List::read("tests/browser/inventory.mjs", ("  '/", "':"), "");
    let shown_otherwise: BTreeSet<String> = inventory.named().into_iter().map(|path| format!("/{path}")).collect();
    let pages = facts().iter().filter(|facts| facts.method == "GET" && !facts.path.starts_with("/api/"));
    let pages: BTreeSet<String> =
        pages.map(|facts| facts.path.clone()).filter(|path| !shown_otherwise.contains(path)).collect();
    let screens = List::read("tests/browser/screens.mjs", ("route: '", "'"), "no screen shows");
    none(screens.lacking(&pages));
    only(&screens.lacking(&planted(pages, "/planted")), "no screen shows /planted");
}

#[test]
fn every_call_of_the_api_is_made_by_somebody() {
    let calls = facts().iter().filter(|facts| facts.path.starts_with("/api/"));
    let calls: BTreeSet<String> = calls.map(|facts| format!("{} {}", facts.method, facts.path)).collect();
    let people = List::read("tests/api/people.py", ("    \"", "\": (["), "OPERATIONS does not say who makes the call");
    none(people.lacking(&calls));
    only(&people.lacking(&planted(calls, "GET /api/v1/planted")), "who makes the call GET /api/v1/planted");
}
