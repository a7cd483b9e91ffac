//! `docs/asvs.toml` has every item of OWASP's standard once, and what it says of each is so.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::evidence::Evidence;
use super::source::{File, Finding, none, only, root, tree};

const TABLE: &str = "docs/asvs.toml";

/// Which items the standard has, and of which level: facts, one line a section.
const ITEMS: &str = "crates/puebla/tests/it/tidy/asvs-items.txt";

/// The page whose counts and lists are made from the table. `ACCEPT=1 cargo test -p puebla --test it asvs` makes them anew.
const PAGE: &str = "docs/asvs.md";

/// Sections that ask for documentation, for which a page is enough.
const DOCUMENTATION: [&str; 11] =
    ["V2.1.", "V3.1.", "V5.1.", "V6.1.", "V7.1.", "V8.1.", "V11.1.", "V13.1.", "V14.1.", "V15.1.", "V16.1."];

/// Letters a reason has at least.
const REASON: usize = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    /// Items of levels 1 and 2 that are still open: to be emptied.
    open: BTreeSet<String>,
    item: Vec<Item>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    id: String,
    level: u8,
    asks: String,
    status: Status,
    #[serde(default)]
    by: Vec<String>,
    #[serde(default)]
    because: String,
}

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
enum Status {
    Held,
    NotApplicable,
    NotHeld,
}

impl Table {
    fn read(text: &str) -> Self {
        toml::from_str(text).unwrap_or_else(|error| panic!("{TABLE}: {error}"))
    }
}

/// Answers the standard's items with their levels. A line is a section with the levels of its items in their order.
fn standard(text: &str) -> BTreeMap<String, u8> {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let parts = lines.filter_map(|line| line.split_once(' '));
    let items = parts.flat_map(|(section, levels)| {
        levels.split(' ').enumerate().map(move |(at, level)| (format!("{section}.{}", at + 1), level))
    });
    items.map(|(id, level)| (id, level.parse().unwrap_or_else(|_| panic!("{ITEMS}: {level}")))).collect()
}

/// Finds items that are missing, unknown, there twice, or of another level.
fn incomplete(table: &Table, standard: &BTreeMap<String, u8>) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut findings = Vec::new();
    for item in &table.item {
        let what = match standard.get(&item.id) {
            None => "the standard has no such item".to_owned(),
            Some(level) if *level != item.level => format!("is of level {level}"),
            Some(_) if !seen.insert(&item.id) => "is there twice".to_owned(),
            Some(_) => continue,
        };
        findings.push(about(item, what));
    }
    let missing = standard.keys().filter(|id| !table.item.iter().any(|item| item.id == **id));
    findings.extend(missing.map(|id| File::planted(TABLE, "").finding(0, format!("{id}: is missing"))));
    findings
}

/// Finds items that say too little for what they claim.
fn unreasoned(table: &Table, evidence: &Evidence) -> Vec<Finding> {
    let mut findings = Vec::new();
    for item in &table.item {
        let mut say = |what: String| findings.push(about(item, what));
        if item.asks.trim().is_empty() {
            say("says not what is asked".to_owned());
        }
        for named in item.by.iter().filter(|named| !evidence.has(named)) {
            say(format!("names {named}, which is not there"));
        }
        let reasoned = item.because.trim().chars().count() >= REASON;
        match item.status {
            Status::Held if item.by.is_empty() => say("is held by nothing".to_owned()),
            Status::Held => {
                let documents = DOCUMENTATION.iter().any(|section| item.id.starts_with(section));
                if !documents && !reasoned && item.by.iter().all(|named| Evidence::is_page(named)) {
                    say("is held by a page alone, without a reason".to_owned());
                }
            }
            Status::NotApplicable | Status::NotHeld if !reasoned => say("gives no reason".to_owned()),
            Status::NotApplicable if !item.by.is_empty() => say("does not apply, and names a test".to_owned()),
            Status::NotApplicable => {}
            Status::NotHeld if item.level < 3 && !table.open.contains(&item.id) => {
                say("is of level 1 or 2, does not hold, and is not on the list of what is open".to_owned());
            }
            Status::NotHeld => {}
        }
    }
    let open = |id: &&String| table.item.iter().any(|i| i.id == **id && i.level < 3 && i.status == Status::NotHeld);
    let closed = table.open.iter().filter(|id| !open(id));
    findings.extend(closed.map(|id| File::planted(TABLE, "").finding(0, format!("{id}: is not open any more"))));
    findings
}

fn about(item: &Item, what: String) -> Finding {
    File::planted(TABLE, "").finding(0, format!("{}: {what}", item.id))
}

/// Answers the page with what is made from the table put between its marks.
fn made(page: &str, table: &Table) -> String {
    let parts =
        [("counts", counts(table)), ("open", list(table, |i| i.level < 3)), ("level 3", list(table, |i| i.level == 3))];
    parts.into_iter().fold(page.to_owned(), |page, (mark, made)| {
        let (begin, end) = (format!("<!-- {mark} -->\n"), format!("<!-- end of {mark} -->"));
        let Some((before, rest)) = page.split_once(&begin) else { panic!("{PAGE} has no mark {begin}") };
        let Some((_, after)) = rest.split_once(&end) else { panic!("{PAGE} has no mark {end}") };
        format!("{before}{begin}{made}{end}{after}")
    })
}

fn counts(table: &Table) -> String {
    let mut lines = "| level | items | held | not applicable | not held |\n|---|---|---|---|---|\n".to_owned();
    for level in 1..=3 {
        let of: Vec<&Item> = table.item.iter().filter(|item| item.level == level).collect();
        let count = |status| of.iter().filter(|item| item.status == status).count();
        let (held, none, not) = (count(Status::Held), count(Status::NotApplicable), count(Status::NotHeld));
        lines.push_str(&format!("| {level} | {} | {held} | {none} | {not} |\n", of.len()));
    }
    lines
}

/// Lists what is not held, with what stands instead.
fn list(table: &Table, which: fn(&Item) -> bool) -> String {
    let items = table.item.iter().filter(|item| item.status == Status::NotHeld && which(item));
    let lines: Vec<String> =
        items.map(|item| format!("* **{}**, {}. {}\n", item.id, item.asks, item.because)).collect();
    if lines.is_empty() { "None.\n".to_owned() } else { lines.concat() }
}

#[test]
fn every_item_of_the_standard_is_there_once() {
    let standard_items = standard(tree().text(ITEMS));
    let by_level = [1, 2, 3].map(|level| standard_items.values().filter(|of| **of == level).count());
    assert_eq!(by_level, [70, 183, 92], "as ASVS 5.0.0 counts them");
    none(incomplete(&Table::read(tree().text(TABLE)), &standard_items));
    let small = standard("# of this test\nV1.1 1 3\n");
    let found = |items: &[(&str, u8)]| {
        let item = |(id, level): &(&str, u8)| planted(id, *level, Status::Held, &[], "");
        incomplete(&Table { open: BTreeSet::new(), item: items.iter().map(item).collect() }, &small)
    };
    none(found(&[("V1.1.1", 1), ("V1.1.2", 3)]));
    only(&found(&[("V1.1.1", 1)]), "V1.1.2: is missing");
    only(&found(&[("V1.1.1", 1), ("V1.1.2", 2)]), "V1.1.2: is of level 3");
    only(&found(&[("V1.1.1", 1), ("V1.1.2", 3), ("V1.1.2", 3)]), "V1.1.2: is there twice");
    only(&found(&[("V1.1.1", 1), ("V1.1.2", 3), ("V1.1.3", 3)]), "V1.1.3: the standard has no such item");
}

#[test]
fn what_the_table_says_of_each_item_is_so() {
    none(unreasoned(&Table::read(tree().text(TABLE)), &Evidence::of(tree())));
    let evidence = Evidence::of(&super::source::Tree {
        folders: Vec::new(),
        files: vec![
            File::planted("crates/base/src/desk.rs", "#[test]\nfn it_holds() {}"),
            File::planted("notes/a.md", "# Rules\n"),
        ],
    });
    let (test, page, why) = ("base::desk::it_holds", "notes/a.md#rules", "There is nothing of the kind here.");
    let found = |open: &[&str], item: Item| {
        let open = open.iter().map(|id| (*id).to_owned()).collect();
        unreasoned(&Table { open, item: vec![item] }, &evidence)
    };
    use Status::{Held, NotApplicable, NotHeld};
    none(found(&[], planted("V1.2.1", 1, Held, &[test], "")));
    none(found(&[], planted("V2.1.1", 1, Held, &[page], "")));
    none(found(&[], planted("V1.2.1", 1, Held, &[page], why)));
    none(found(&[], planted("V1.2.1", 1, NotApplicable, &[], why)));
    none(found(&[], planted("V1.2.1", 3, NotHeld, &[], why)));
    none(found(&["V1.2.1"], planted("V1.2.1", 2, NotHeld, &[], why)));
    only(&found(&[], planted("V1.2.1", 1, Held, &[], why)), "held by nothing");
    only(&found(&[], planted("V1.2.1", 1, Held, &[page], "")), "by a page alone");
    only(&found(&[], planted("V1.2.1", 1, Held, &["base::desk::it_held"], "")), "names base::desk::it_held");
    only(&found(&[], planted("V1.2.1", 1, NotApplicable, &[], "No.")), "gives no reason");
    only(&found(&[], planted("V1.2.1", 3, NotHeld, &[], "")), "gives no reason");
    only(&found(&[], planted("V1.2.1", 1, NotApplicable, &[test], why)), "does not apply, and names a test");
    only(&found(&[], planted("V1.2.1", 2, NotHeld, &[], why)), "not on the list of what is open");
    only(&found(&["V1.2.1"], planted("V1.2.1", 1, Held, &[test], "")), "V1.2.1: is not open any more");
    let mut silent = planted("V1.2.1", 1, Held, &[test], "");
    silent.asks.clear();
    only(&found(&[], silent), "says not what is asked");
}

#[test]
fn the_page_counts_and_lists_what_the_table_says() {
    let table = Table::read(tree().text(TABLE));
    let page = tree().text(PAGE);
    let anew = made(page, &table);
    if std::env::var_os("ACCEPT").is_some() {
        std::fs::write(root().join(PAGE), &anew).expect("the page can be written");
        return;
    }
    assert!(page == anew, "{PAGE} does not say what {TABLE} does: ACCEPT=1 makes it anew");
    let marks = "a<!-- counts -->\nold<!-- end of counts -->b<!-- open -->\n<!-- end of open -->c<!-- level 3 -->\n<!-- end of level 3 -->";
    let one = |level, status| Table {
        open: BTreeSet::new(),
        item: vec![planted("V9.9.9", level, status, &[], "It is not.")],
    };
    let held = made(marks, &one(2, Status::Held));
    assert!(
        held.contains("| 2 | 1 | 1 | 0 | 0 |") && !held.contains("old") && held.contains("None.\n<!-- end of open"),
        "{held}"
    );
    let open = made(marks, &one(2, Status::NotHeld));
    assert!(open.contains("<!-- open -->\n* **V9.9.9**, something. It is not.\n<!-- end"), "{open}");
    let third = made(marks, &one(3, Status::NotHeld));
    assert!(third.contains("<!-- level 3 -->\n* **V9.9.9**") && third != open, "{third}");
}

fn planted(id: &str, level: u8, status: Status, by: &[&str], because: &str) -> Item {
    let by = by.iter().map(|named| (*named).to_owned()).collect();
    Item { id: id.to_owned(), level, asks: "something".to_owned(), status, by, because: because.to_owned() }
}
