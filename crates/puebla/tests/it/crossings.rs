//! A request that another site's page makes somebody's browser send changes nothing, whatever it would have done.
//!
//! Each act of the table of rights is asked for by somebody who may do it, with what would succeed, in every way in which
//! it could come from elsewhere. Then everything stored is what it was, but for lines of the access log.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use axum::http::{HeaderName, HeaderValue, Request};
use base::identity::BASE;
use base::specimen::Specimen;
use base::store::{Database, House};
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use crate::PLANS;
use crate::rights::asking::{self, Sent};
use crate::rights::people::{CASTS, People, Person};
use crate::rights::read;
use crate::rights::records::{Made, Records, preside};
use crate::rights::table::Row;

/// The ways of coming from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    WithoutSecret,
    WrongSecret,
    ForeignOrigin,
    NoOrigin,
    CrossSite,
    SameSite,
    AsText,
}

const WAYS: [Way; 7] = [
    Way::WithoutSecret,
    Way::WrongSecret,
    Way::ForeignOrigin,
    Way::NoOrigin,
    Way::CrossSite,
    Way::SameSite,
    Way::AsText,
];

/// Acts for whoever has no session: no secret stands in their forms, and the browser's own word stands for it.
const BEFORE_A_SESSION: [&str; 5] =
    ["/sign-in", "/sign-in/code", "/sign-in/new-password", "/sign-in/set-up", "/time-zone"];

/// Changes a request as a page of another site would have made it.
fn from_elsewhere(way: Way, person: &Person, mut request: Request<Body>, sent: Sent) -> Request<Body> {
    let headers = request.headers_mut();
    let mut set = |name: HeaderName, value: &str| headers.insert(name, HeaderValue::from_str(value).expect("a header"));
    set(HOST, "puebla.example");
    match way {
        Way::ForeignOrigin => drop(set(ORIGIN, "https://elsewhere.example")),
        Way::NoOrigin => drop(set(ORIGIN, "null")),
        Way::CrossSite => drop(set(HeaderName::from_static("sec-fetch-site"), "cross-site")),
        Way::SameSite => drop(set(HeaderName::from_static("sec-fetch-site"), "same-site")),
        Way::AsText => drop(set(CONTENT_TYPE, "text/plain")),
        Way::WithoutSecret | Way::WrongSecret => {
            let secret = person.session.as_ref().map_or("", |session| session.csrf.as_str());
            let other = if way == Way::WrongSecret { "another" } else { "" };
            let body = match sent {
                Sent::Form(fields) => {
                    let all = [("csrf".to_owned(), other.to_owned())].into_iter().chain(fields);
                    serde_urlencoded::to_string(all.collect::<Vec<_>>()).expect("a form")
                }
                Sent::Bytes(_, bytes) => String::from_utf8_lossy(&bytes).replace(secret, other),
                Sent::Json(value) => value.to_string(),
            };
            *request.body_mut() = Body::from(body);
        }
    }
    request
}

/// Answers everything stored in base and houses but what any request moves: when a session was last seen.
pub fn stored(specimen: &Specimen) -> BTreeMap<String, Vec<String>> {
    let mut all = BTreeMap::new();
    keep(BASE.file, &Database::open_alone(specimen.path(), &BASE).expect("the base"), &mut all);
    for plan in PLANS {
        keep(plan.spec.file, &House::open_alone(specimen.path(), plan.spec).expect("a house"), &mut all);
    }
    all
}

fn keep(file: &str, connection: &Connection, all: &mut BTreeMap<String, Vec<String>>) {
    let mut tables = connection
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        .expect("a question");
    let tables: Vec<String> =
        tables.query_map([], |row| row.get(0)).expect("tables").collect::<Result<_, _>>().expect("names");
    for table in tables {
        let mut rows = connection.prepare(&format!("SELECT * FROM {table}")).expect("a question");
        let names: Vec<String> = rows.column_names().map(str::to_owned).collect();
        let said = rows.query_map([], |row| {
            let told = names.iter().enumerate().filter(|(_, name)| *name != "seen_us");
            Ok(told.map(|(at, _)| written(row.get_ref(at).unwrap_or(ValueRef::Null))).collect::<Vec<_>>().join("|"))
        });
        let mut said: Vec<String> = said.expect("rows").collect::<Result<_, _>>().expect("rows");
        said.sort();
        all.insert(format!("{file}: {table}"), said);
    }
}

fn written(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Blob(bytes) => hex::encode(bytes),
        other => format!("{other:?}"),
    }
}

/// Asks for one act in every way; answers what changed or was not refused.
async fn crossed(specimen: &Specimen, row: &Row, columns: &[String]) -> Vec<String> {
    let may = columns.iter().zip(&row.expected).find(|(column, code)| *code == "ok" && *column != "--");
    let Some((column, _)) = may else { return Vec::new() };
    let cast = &CASTS[0];
    let people = People::of(specimen, cast, &["ex".to_owned(), column.clone()]).await;
    let records = Records { specimen, cast, author: people.author() };
    let made: Made = records.make(row).await;
    let Some(person) = people.all.last() else { return Vec::new() };
    let path = made.path(row);
    let before = stored(specimen);
    let mut found = Vec::new();
    let open = BEFORE_A_SESSION.contains(&row.path.as_str());
    for way in WAYS.into_iter().filter(|way| !open || !matches!(way, Way::WithoutSecret | Way::WrongSecret)) {
        let request = asking::request(person, "POST", &path, Some(made.body(row, person)));
        assert!(request.headers().contains_key(COOKIE), "{}: nobody's request", row.name());
        let request = from_elsewhere(way, person, request, made.body(row, person));
        let answer = specimen.send(request).await;
        if !matches!(answer.status.as_u16(), 403 | 415) {
            found.push(format!("{} {way:?}: answered {}", row.name(), answer.status));
        }
    }
    for (table, rows) in stored(specimen) {
        if before.get(&table) != Some(&rows) {
            found.push(format!("{}: {table} changed", row.name()));
        }
    }
    records.cleared(row);
    found
}

fn acts() -> (Vec<Row>, Vec<String>) {
    let table = read();
    let acts = table.rows.into_iter().filter(|row| row.method == "POST" && !row.is_api());
    (acts.filter(|row| row.expected.iter().any(|code| code == "ok")).collect(), table.columns)
}

#[tokio::test]
async fn no_act_is_done_for_another_sites_page() {
    let (acts, columns) = acts();
    assert!(acts.len() > 25, "{}", acts.len());
    let specimen = Specimen::new(PLANS);
    preside(&specimen, &CASTS[0]).await;
    let mut found = Vec::new();
    for row in &acts {
        found.extend(crossed(&specimen, row, &columns).await);
    }
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}

/// The control: the same request from our own page is taken, and what it changes is seen.
#[tokio::test]
async fn what_our_own_page_sends_changes_what_is_stored() {
    let (acts, _) = acts();
    let row = acts.iter().find(|row| row.path == "/people/new").expect("a row");
    let specimen = Specimen::new(PLANS);
    let people = People::of(&specimen, &CASTS[0], &["ex".to_owned(), "ad".to_owned()]).await;
    let made = Records { specimen: &specimen, cast: &CASTS[0], author: people.author() }.make(row).await;
    let person = people.all.last().expect("an administrator");
    let before = stored(&specimen);
    let answer = specimen.send(asking::request(person, "POST", &made.path(row), Some(made.body(row, person)))).await;
    assert_eq!(answer.status, 200);
    assert_ne!(stored(&specimen), before);
}

/// Reading changes nothing: a page that is asked for stores nothing but that its session was seen.
#[tokio::test]
async fn no_page_changes_anything_by_being_asked_for() {
    let table = read();
    let specimen = Specimen::new(PLANS);
    let columns: Vec<String> = table.columns.iter().filter(|column| !column.starts_with('x')).cloned().collect();
    let people = People::of(&specimen, &CASTS[0], &columns).await;
    let before = stored(&specimen);
    for row in table.rows.iter().filter(|row| row.method == "GET" && row.record == "-" && !row.path.contains('{')) {
        for person in &people.all {
            specimen.send(asking::request(person, "GET", &row.path, None)).await;
        }
    }
    for (table, rows) in stored(&specimen) {
        assert_eq!(before.get(&table), Some(&rows), "{table} changed");
    }
}
