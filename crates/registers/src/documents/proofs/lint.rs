//! No table, form or API of this room has a place for a person who carried a document.

use std::collections::BTreeSet;

use crate::documents::{ROOM, api, samples};

/// Parts of names that would speak of such a person. `name` alone is not among the parts of any of ours.
const OF_PERSONS: [&str; 22] = [
    "holder",
    "bearer",
    "owner_name",
    "name",
    "nationality",
    "national",
    "citizen",
    "birth",
    "born",
    "person",
    "traveller",
    "passenger",
    "sex",
    "gender",
    "face",
    "portrait",
    "biometr",
    "finger",
    "address",
    "phone",
    "victim",
    "suspect",
];

/// Answers which of the names would speak of a person.
fn speaking_of_persons(names: impl IntoIterator<Item = String>) -> BTreeSet<String> {
    names.into_iter().filter(|name| OF_PERSONS.iter().any(|part| name.to_lowercase().contains(part))).collect()
}

/// Answers the names of tables and columns of SQL statements: the first word of each line that declares one.
fn declared(sql: &str) -> Vec<String> {
    sql.lines()
        .map(|line| line.split("--").next().unwrap().trim())
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            match words.next()? {
                "CREATE" => words.nth(1).map(str::to_owned),
                "UNIQUE" | "PRIMARY" | ")" | ");" => None,
                first if first.starts_with(')') => None,
                column => Some(column.to_owned()),
            }
        })
        .collect()
}

#[test]
fn the_tables_have_no_column_for_a_person() {
    let names = declared(ROOM.tables);
    assert!(names.len() > 40 && names.contains(&"prefix".to_owned()), "the tables are read at all: {names:?}");
    assert_eq!(speaking_of_persons(names), BTreeSet::new());
}

#[test]
fn forms_and_the_api_have_no_field_for_a_person() {
    let typed = serde_json::to_value(samples::typed()).unwrap();
    let point = typed["points"][0].as_object().unwrap().keys().cloned();
    let fields = typed.as_object().unwrap().keys().cloned().chain(point);
    assert_eq!(speaking_of_persons(fields), BTreeSet::new());
    let document = serde_json::to_value(api::api()).unwrap();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let ours = schemas.iter().filter(|(name, _)| !name.starts_with("Problem"));
    let properties: Vec<String> = ours.flat_map(|(_, schema)| properties(schema)).collect();
    assert!(properties.contains(&"detected_border".to_owned()), "{properties:?}");
    assert_eq!(speaking_of_persons(properties), BTreeSet::new());
}

fn properties(schema: &serde_json::Value) -> Vec<String> {
    let own = schema["properties"].as_object().into_iter().flat_map(|all| all.keys().cloned());
    let parts = schema["allOf"].as_array().into_iter().flatten().flat_map(properties);
    own.chain(parts).collect()
}

#[test]
fn a_planted_column_is_caught() {
    let planted = format!(
        "{}\nCREATE TABLE seizure (\n    alert BLOB PRIMARY KEY,\n    holder_name TEXT, -- x\n    birth_on TEXT\n) STRICT;",
        ROOM.tables
    );
    let caught = speaking_of_persons(declared(&planted));
    assert_eq!(caught.into_iter().collect::<Vec<_>>(), ["birth_on", "holder_name"]);
    let field = speaking_of_persons(["bearerNationality".to_owned(), "issuer".to_owned()]);
    assert_eq!(field.len(), 1);
}
