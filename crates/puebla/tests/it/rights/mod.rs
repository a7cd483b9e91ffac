//! Who is answered what: every route crossed with every kind of person, against a table written from the rules.
//!
//! `rights.txt` is that table. It is not made by the program: whoever adds a route writes its line from what should be
//! so. Denied people are sent requests that would succeed for somebody else, and must get what an address that does not
//! exist answers them, to the letter.

pub(crate) mod asking;
mod extra;
pub(crate) mod people;
pub(crate) mod records;
pub(crate) mod table;

use std::collections::BTreeSet;

use base::specimen::Specimen;
use base::web::{Guard, RouteFacts};

use crate::PLANS;
use crate::tidy::{routes, source};
use asking::{Heard, ask};
use people::{CASTS, Cast, People};
use records::{Made, Records};
use table::{Row, Table};

/// Rows after which the people are replaced, so that nobody asks more often than their rate allows.
const ROWS_A_SHIFT: usize = 12;

/// Folders of each process that are asked at once.
const FOLDERS: usize = 4;

/// Asks every row of everyone and answers each disagreement as a sentence.
async fn disagreements(cast: &Cast, table: &Table, rows: &[Row]) -> Vec<String> {
    let specimen = Specimen::with_profile(PLANS, cast.profile);
    records::preside(&specimen, cast).await;
    let mut found = Vec::new();
    let mut people = People::of(&specimen, cast, &table.columns).await;
    let mut rows_left = ROWS_A_SHIFT;
    for row in rows {
        if rows_left == 0 {
            people = People::of(&specimen, cast, &table.columns).await;
            rows_left = ROWS_A_SHIFT;
        }
        // Whoever has signed out, or chosen another purpose, is not the same person to the next row.
        rows_left = if row.method == "POST" && !row.is_guarded_by_permit() { 0 } else { rows_left - 1 };
        let records = Records { specimen: &specimen, cast, author: people.author() };
        let mut made: Option<Made> = None;
        for (person, expected) in people.all.iter().zip(&row.expected) {
            if made.is_none() {
                made = Some(records.make(row).await);
            }
            let Some(sample) = &made else { continue };
            let heard = ask(&specimen, person, row, sample).await;
            let same = heard.code() == expected;
            if !same {
                found.push(format!(
                    "{} as {}: {}, and the table says {expected}",
                    row.name(),
                    person.column,
                    heard.said()
                ));
            }
            if let Heard::Absent(body) = &heard
                && let Some((here, nowhere)) = parting(body, &person.absent(row))
            {
                found.push(format!(
                    "{} as {}: not the answer of an address that does not exist, which says …{nowhere}… where it says …{here}…",
                    row.name(),
                    person.column
                ));
            }
            // An act that was done has changed its record: the next person gets another like it.
            if row.method == "POST" && matches!(heard, Heard::Done) {
                made = None;
            }
        }
    }
    found
}

/// Answers what two texts say from a little before where they part; nothing where they are the same.
fn parting(one: &str, other: &str) -> Option<(String, String)> {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other).count();
    let from_there = |text: &str| text.chars().skip(same.saturating_sub(40)).take(120).collect();
    (one != other).then(|| (from_there(one), from_there(other)))
}

/// Routes that no row of the table speaks of, and rows that speak of no route.
fn uncovered(table: &Table, facts: &[RouteFacts]) -> Vec<String> {
    let served: BTreeSet<String> = facts.iter().map(|facts| format!("{} {}", facts.method, facts.path)).collect();
    let spoken: BTreeSet<String> = table.rows.iter().map(|row| format!("{} {}", row.method, row.path)).collect();
    let silent = served
        .difference(&spoken)
        .map(|route| format!("rights.txt says nothing of {route}: write who should be answered what"));
    silent
        .chain(spoken.difference(&served).map(|route| format!("the table speaks of {route}, which is not served")))
        .collect()
}

pub(crate) fn read() -> Table {
    Table::read(source::tree().text("crates/puebla/tests/it/rights.txt"))
}

#[test]
fn every_route_has_a_line_in_the_table() {
    let mut table = read();
    assert_eq!(uncovered(&table, routes::facts()), Vec::<String>::new());
    let gone = table.rows.pop().expect("rows");
    let others = table.rows.iter().any(|row| row.path == gone.path && row.method == gone.method);
    assert!(others || uncovered(&table, routes::facts()).len() == 1);
}

/// A route whose record can be named is asked about somebody else's record and about one that does not exist.
#[test]
fn every_address_of_a_record_is_asked_about_more_than_one() {
    let table = read();
    for facts in
        routes::facts().iter().filter(|facts| matches!(facts.guard, Guard::Permit(_)) && facts.path.contains('{'))
    {
        let rows = table.rows.iter().filter(|row| row.path == facts.path && row.method == facts.method);
        let records: BTreeSet<&str> = rows.map(|row| row.record.as_str()).collect();
        let absent = records.iter().any(|record| record.ends_with("absent"));
        assert!(records.len() > 1 && absent, "{} {}: {records:?}", facts.method, facts.path);
    }
}

#[test]
fn every_route_answers_everyone_as_the_table_says() {
    let table = read();
    // Most of the time is spent waiting for the disk, so several folders are asked at once.
    let shares: Vec<&[Row]> = table.rows.chunks(table.rows.len().div_ceil(FOLDERS)).collect();
    let found: Vec<String> = std::thread::scope(|scope| {
        let table = &table;
        let asked: Vec<_> = CASTS
            .iter()
            .flat_map(|cast| shares.iter().map(move |rows| (cast, *rows)))
            .map(|(cast, rows)| scope.spawn(move || run(disagreements(cast, table, rows))))
            .collect();
        asked.into_iter().flat_map(|share| share.join().expect("a share")).collect()
    });
    assert!(found.is_empty(), "{} disagreements:\n{}", found.len(), found.join("\n"));
}

/// In the second process administrators and operators must have a passkey: with less, no permit is theirs.
#[tokio::test]
async fn whoever_proved_less_than_their_role_asks_for_is_nobody_here() {
    let table = read();
    let examiner = table.columns.iter().position(|column| column == "ex").expect("a column");
    let columns: Vec<String> = ["ex", "ad-", "sa-", "so-"].map(str::to_owned).to_vec();
    let absent = || std::iter::repeat_n(".".to_owned(), columns.len() - 1);
    let rows = table.rows.iter().filter(|row| row.is_guarded_by_permit()).map(|row| Row {
        expected: std::iter::once(row.expected[examiner].clone()).chain(absent()).collect(),
        ..row.clone()
    });
    let less = Table { columns: columns.clone(), rows: rows.collect() };
    assert_eq!(disagreements(&CASTS[1], &less, &less.rows).await, Vec::<String>::new());
    // Where a code is enough, the same people are somebody.
    let own = less.rows.iter().position(|row| row.path == "/people" && row.method == "GET").expect("a row");
    let found = disagreements(&CASTS[0], &less, &less.rows[own..=own]).await;
    assert_eq!(found.len(), 2, "{found:?}");
}

fn run<T>(asking: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(asking)
}

/// An id that cannot be one, and a question that no page asks, are answered by us and not by the framework.
#[tokio::test]
async fn an_address_that_cannot_be_read_is_an_address_that_does_not_exist() {
    let table = read();
    let specimen = Specimen::new(PLANS);
    let columns = ["--", "ex", "st", "is", "ad", "so"].map(str::to_owned);
    let mut found = Vec::new();
    for facts in routes::facts().iter().filter(|facts| facts.path.contains('{')) {
        let people = People::of(&specimen, &CASTS[0], &columns).await;
        let named = facts.path.split(['{', '}']).skip(1).step_by(2);
        for nonsense in ["not-an-id", "%FF", "..%2F..%2Fetc", "0", &"9".repeat(4_000)] {
            let path =
                named.clone().fold(facts.path.clone(), |path, name| path.replace(&format!("{{{name}}}"), nonsense));
            for person in &people.all {
                let json = || asking::Sent::Json(serde_json::json!({}));
                let form = || if path.starts_with("/api/") { json() } else { asking::Sent::Form(Vec::new()) };
                let sent = (facts.method == "POST").then(form);
                let answer = specimen.send(asking::request(person, facts.method, &path, sent)).await;
                if ![303, 401, 404, 422].contains(&answer.status.as_u16()) {
                    found.push(format!("{} {path:.80} as {}: {}", facts.method, person.column, answer.status));
                }
            }
        }
    }
    let people = People::of(&specimen, &CASTS[0], &columns).await;
    for row in table.rows.iter().filter(|row| row.method == "GET" && row.record == "-") {
        for person in &people.all {
            let path =
                format!("{}?page=x&before=%FF&after=-1&version=y&points=z&shown=%00&issuer=%C3&next=//x", row.path);
            let answer = specimen.send(asking::request(person, "GET", &path, None)).await;
            if answer.status.is_server_error() || answer.status == 400 {
                found.push(format!("GET {path} as {}: {}", person.column, answer.status));
            }
        }
    }
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}

#[tokio::test]
async fn a_planted_disagreement_is_found() {
    let table = read();
    let mut row = table.rows.iter().find(|row| row.path == "/people" && row.method == "GET").expect("a row").clone();
    let delegate = table.columns.iter().position(|column| column == "de").expect("a column");
    assert_eq!(row.expected[delegate], ".");
    row.expected[delegate] = "ok".to_owned();
    let found = disagreements(&CASTS[0], &table, &[row]).await;
    assert_eq!(found, ["GET /people as de: absent, and the table says ok"]);
}
