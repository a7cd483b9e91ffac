//! Every column of every table stands in `data-policy.toml`, with its class, its readers and its end.

use std::collections::{BTreeMap, BTreeSet};

use base::access::ACCESS;
use base::identity::BASE;
use base::specimen::Specimen;
use base::store::{Database, House};
use rusqlite::Connection;
use serde::Deserialize;

use super::source::{File, Finding, none, only, tree};
use crate::PLANS;

const POLICY: &str = "data-policy.toml";

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DataPolicy {
    classes: BTreeMap<String, String>,
    audiences: BTreeMap<String, String>,
    database: BTreeMap<String, BTreeMap<String, Table>>,
}

/// What it says of one table.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    holds: String,
    ends: String,
    columns: BTreeMap<String, Column>,
}

/// What it says of one column.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Column {
    class: String,
    readers: String,
    personal: bool,
    days: u32,
    why: Option<String>,
}

/// A column's place: database, table, name.
type Place = (String, String, String);

impl DataPolicy {
    fn places(&self) -> BTreeMap<Place, &Column> {
        let tables = self.database.iter().flat_map(|(file, tables)| tables.iter().map(move |table| (file, table)));
        let columns =
            tables.flat_map(|(file, (name, table))| table.columns.iter().map(move |column| (file, name, column)));
        columns.map(|(file, table, (name, column))| ((file.clone(), table.clone(), name.clone()), column)).collect()
    }
}

/// Answers every column of every database of a fresh folder.
pub fn columns() -> BTreeSet<Place> {
    let specimen = Specimen::new(PLANS);
    let mut found = BTreeSet::new();
    for ground in [&BASE, &ACCESS] {
        let connection = Database::open_alone(specimen.path(), ground).expect("a database");
        list(&connection, ground.file.trim_end_matches(".db"), &mut found);
    }
    for plan in PLANS {
        let connection = House::open_alone(specimen.path(), plan.spec).expect("a house");
        list(&connection, plan.spec.file.trim_end_matches(".db"), &mut found);
    }
    found
}

fn list(connection: &Connection, file: &str, found: &mut BTreeSet<Place>) {
    let mut columns = connection
        .prepare(
            "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_xinfo(t.name) AS c \
             WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
        )
        .expect("a question");
    let rows = columns.query_map([], |row| Ok((file.to_owned(), row.get(0)?, row.get(1)?))).expect("columns");
    found.extend(rows.map(|row| row.expect("a column")));
}

fn unclassified(policy: &DataPolicy, columns: &BTreeSet<Place>) -> Vec<Finding> {
    let file = File::planted(POLICY, "");
    let places = policy.places();
    let name = |(file, table, column): &Place| format!("{file}.{table}.{column}");
    let missing = columns.iter().filter(|place| !places.contains_key(*place));
    let gone = places.keys().filter(|place| !columns.contains(*place));
    missing
        .map(|place| file.finding(0, format!("says nothing of the column {}", name(place))))
        .chain(gone.map(|place| file.finding(0, format!("speaks of {}, which is no column", name(place)))))
        .collect()
}

/// Rules that a policy must keep to be one.
fn unsound(policy: &DataPolicy) -> Vec<Finding> {
    let file = File::planted(POLICY, "");
    let mut findings = Vec::new();
    let mut say = |place: &Place, what: &str| {
        let (database, table, column) = place;
        findings.push(file.finding(0, format!("{database}.{table}.{column}: {what}")));
    };
    for (place, column) in &policy.places() {
        if !policy.classes.contains_key(&column.class) {
            say(place, "no such class");
        }
        if !policy.audiences.contains_key(&column.readers) {
            say(place, "no such readers");
        }
        if column.personal && matches!(column.class.as_str(), "K0" | "K1") {
            say(place, "about a person, and open to more than K2 allows");
        }
        if (column.class == "K0") != (column.readers == "anyone") {
            say(place, "K0 is what anyone may read, and nothing else is");
        }
        if (column.readers == "nobody" || column.days > 0) && column.why.is_none() {
            say(place, "read by nobody or kept for days: say why");
        }
    }
    for (database, tables) in &policy.database {
        for (table, said) in tables {
            let place = (database.clone(), table.clone(), "*".to_owned());
            if said.holds.len() < 10 || said.ends.len() < 10 {
                say(&place, "say what the table holds and what ends a row, in a sentence each (`holds`, `ends`)");
            }
        }
    }
    findings
}

fn policy() -> DataPolicy {
    toml::from_str(tree().text(POLICY)).expect("the data policy")
}

#[test]
fn every_column_is_classified() {
    let (policy, columns) = (policy(), columns());
    none(unclassified(&policy, &columns));
    let mut planted = columns.clone();
    planted.insert(("registers".into(), "holder".into(), "name".into()));
    only(&unclassified(&policy, &planted), "says nothing of the column registers.holder.name");
    planted = columns.clone();
    planted.pop_first();
    only(&unclassified(&policy, &planted), "which is no column");
}

#[test]
fn the_data_policy_keeps_its_own_rules() {
    none(unsound(&policy()));
    let planted = |change: fn(&mut Column)| {
        let mut policy = policy();
        let person = policy.database.get_mut("base").and_then(|base| base.get_mut("person")).expect("people");
        change(person.columns.get_mut("name").expect("their names"));
        unsound(&policy)
    };
    only(&planted(|column| column.class = "K1".into()), "base.person.name: about a person");
    only(&planted(|column| column.class = "K9".into()), "no such class");
    only(&planted(|column| column.readers = "friends".into()), "no such readers");
    only(&planted(|column| column.readers = "anyone".into()), "K0 is what anyone may read");
    only(&planted(|column| column.days = 5), "say why");
}
