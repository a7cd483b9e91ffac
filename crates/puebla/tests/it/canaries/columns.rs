//! No column about a person was forgotten: each has a canary that is found in it, or a reason why nothing can be planted.

use std::collections::{BTreeMap, BTreeSet};

use base::identity::BASE;
use base::store::{Database, House};
use rusqlite::Connection;

use super::planted::Planted;
use super::yard::Yard;

/// Columns in which a canary rests once everything was done.
const PLANTED: [(&str, &str); 10] = [
    ("base.person.name", "person's name"),
    ("base.person.user_name", "user name"),
    ("base.token.name", "token's name"),
    ("base.passkey.name", "passkey's name"),
    ("base.draft.body", "draft"),
    ("base.concern.note", "note of oversight"),
    ("registers.status_number.reference", "reference"),
    ("registers.journal_payload.body", "reference"),
    ("registers.alerts_version.body", "name of whom is looked for"),
    ("registers.alerts_version.folded", "name of whom is looked for"),
];

/// Columns in which a canary rests sealed: something is there, and the canary is not to be seen in it.
const SEALED: [(&str, &str); 13] = [
    ("registers.alerts_sealed.body", "reason of an alert"),
    ("registers.alerts_judged.grave", "why it is grave"),
    ("registers.alerts_judged.gentler", "why nothing gentler"),
    ("registers.alerts_misused.born_at", "birthplace of a holder"),
    ("registers.alerts_event.said", "question of a second person"),
    ("registers.alerts_glass.said", "danger behind broken glass"),
    ("registers.alerts_glass_answer.note", "finding about broken glass"),
    ("registers.alerts_supplement.note", "question between States"),
    ("registers.alerts_supplement_reply.note", "answer between States"),
    ("registers.alerts_consultation_word.said", "word to another State"),
    ("registers.alerts_proposal.said", "proposal to another State"),
    ("registers.redress_sealed.asked", "what somebody asks"),
    ("registers.redress_sealed.contact", "contact of who asks"),
];

/// Endings of columns in which nothing that somebody typed can rest, each with why.
const NOTHING_TYPED: [(&[&str], &str); 7] = [
    (
        &[".id", ".person", ".party", ".institution", ".post", ".position", ".shown_to", ".author"],
        "an id or a code of ours",
    ),
    (&["_by", ".enrolled_by"], "the id of a person"),
    (
        &[
            "_us",
            "_at_s",
            ".expires_on",
            ".totp_step",
            ".version",
            ".failures",
            ".times",
            ".counter",
            ".earliest",
            ".latest",
        ],
        "an instant, a day or a count",
    ),
    (
        &[".credential", ".credential_id", ".options", ".state", ".sent_to", ".seen"],
        "a device's public half, chance that it signs, or a hash",
    ),
    (
        &[
            ".active",
            ".must_change",
            ".factor",
            ".what",
            ".act",
            ".language",
            ".opens",
            "token.feed",
            ".zone",
            ".purpose",
            ".role",
            ".room",
            ".reason",
            ".sound",
            ".against",
        ],
        "of a closed list",
    ),
    (
        &[
            ".password_hash",
            ".totp_secret",
            ".secret",
            "_hash",
            ".nonce",
            ".salt",
            ".number_key",
            ".number_rest",
            "alerts_clearance.document",
            "alerts_misused.document",
            ".header",
        ],
        "a hash, a sealed secret, chance or a header of ids",
    ),
    (
        &[".csrf", ".next", ".body", ".lifted_why", ".kind", ".via", ".counted", ".standing"],
        "made by us, and searched for as what it is",
    ),
];

/// Rooms in which the yard does nothing, each with what looks there in its stead.
const ELSEWHERE: [(&str, &str); 1] = [(
    "secretariat.training_",
    "secretariat/src/training/proofs.rs looks for a name in tables and journal once it is forgotten",
)];

/// Says which columns about a person nobody thought of, and in which a canary should rest and does not.
pub fn hold(yard: &Yard, planted: &Planted) {
    let personal = personal();
    let known: BTreeMap<&str, &str> = PLANTED.into_iter().chain(SEALED).collect();
    let is_excused = |column: &str| {
        NOTHING_TYPED.iter().any(|(ends, _)| ends.iter().any(|end| column.ends_with(end)))
            || ELSEWHERE.iter().any(|(room, _)| column.starts_with(room))
    };
    let forgotten: Vec<&String> =
        personal.iter().filter(|column| !known.contains_key(column.as_str()) && !is_excused(column)).collect();
    assert_eq!(forgotten, Vec::<&String>::new(), "columns about a person in which nothing was planted");
    let base = Database::open_alone(&yard.data(), &BASE).expect("the base");
    let house = House::open_alone(&yard.data(), registers::PLAN.spec).expect("a house");
    for (column, what) in PLANTED {
        assert!(personal.contains(column), "{column} is about nobody any more");
        let connection = if column.starts_with("base.") { &base } else { &house };
        assert!(rests(connection, column, planted.text(what)), "{what} does not rest in {column}");
    }
    for (column, what) in SEALED {
        assert!(personal.contains(column), "{column} is about nobody any more");
        assert!(!rests(&house, column, planted.text(what)), "{what} rests in clear in {column}");
        let (sealed, all, longest) = sealed(&house, column);
        assert!(all > 0 && sealed == all, "{column}: {sealed} of {all} are sealed");
        assert!(longest >= planted.text(what).len() as u64 + CLOSING, "{what} is too long to be in {column}");
    }
}

/// Bytes that closing adds: form, root's number, nonce and tag.
const CLOSING: u64 = 1 + 4 + 24 + 16;

/// Answers in how many rows a column holds something sealed, in how many it holds anything, and the bytes of the longest.
fn sealed(connection: &Connection, column: &str) -> (u64, u64, u64) {
    let mut parts = column.split('.').skip(1);
    let (table, column) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    // A byte string of CBOR with its length in one byte or two, and the form 1 inside.
    let asked = format!(
        "SELECT coalesce(sum(typeof({column}) = 'blob' AND length({column}) > ?1 AND (substr({column}, 1, 1) = x'58' \
         AND substr({column}, 3, 1) = x'01' OR substr({column}, 1, 1) = x'59' AND substr({column}, 4, 1) = x'01')), 0), \
         count(*), coalesce(max(length({column})), 0) FROM {table} WHERE {column} IS NOT NULL"
    );
    connection.query_row(&asked, [CLOSING], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("a question")
}

fn rests(connection: &Connection, column: &str, text: &str) -> bool {
    let mut parts = column.split('.').skip(1);
    let (table, column) = (parts.next().unwrap_or(""), parts.next().unwrap_or(""));
    let asked = format!(
        "SELECT EXISTS (SELECT 1 FROM {table} WHERE instr(CAST({column} AS TEXT), ?1) > 0 OR instr({column}, CAST(?1 AS BLOB)) > 0)"
    );
    connection.query_row(&asked, [text], |row| row.get(0)).expect("a question")
}

/// Answers every column that the data policy says is about a person.
fn personal() -> BTreeSet<String> {
    let policy =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../data-policy.toml")).expect("the policy");
    let policy: toml::Table = policy.parse().expect("TOML");
    let mut found = BTreeSet::new();
    for (file, tables) in policy["database"].as_table().expect("databases") {
        for (table, facts) in tables.as_table().expect("tables") {
            for (column, facts) in facts["columns"].as_table().expect("columns") {
                if facts["personal"].as_bool() == Some(true) {
                    found.insert(format!("{file}.{table}.{column}"));
                }
            }
        }
    }
    found
}

#[test]
fn a_column_that_nobody_thought_of_is_seen() {
    let is_excused = |column: &str| {
        NOTHING_TYPED.iter().any(|(ends, _)| ends.iter().any(|end| column.ends_with(end)))
            || ELSEWHERE.iter().any(|(room, _)| column.starts_with(room))
    };
    for column in ["base.person.telephone", "base.person.notes", "registers.alert.holder"] {
        assert!(!is_excused(column), "{column}");
    }
    assert!(personal().len() > 40);
}
