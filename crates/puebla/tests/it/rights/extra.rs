//! Fields that nobody asked for: a form passes over them, a call is refused for them, and neither stores anything of them.
//!
//! Every route that takes something is sent what would succeed, and beside it every name that a column of any table has, a
//! role, a State and a standing: whoever may write one field must not write another by naming it.

use std::collections::BTreeSet;

use base::specimen::Specimen;
use base::store::Database;
use base::web::Guard;

use super::asking::{Sent, request, settle};
use super::people::{CASTS, People, Person};
use super::records::{Made, Records, preside};
use super::table::Row;
use super::{read, run};
use crate::PLANS;
use crate::tidy::routes;

/// What stands in every field that nobody asked for.
const MARK: &str = "zz9planted";

/// Names that a stranger would try, beside those of columns.
const TRIED: [&str; 12] = [
    "state",
    "roles",
    "role",
    "admin",
    "factor",
    "standing",
    "owner",
    "party",
    "version",
    "confirmed_by",
    "person",
    "purposes",
];

/// Answers the name of every column of every table there is.
fn columns(specimen: &Specimen) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = TRIED.map(str::to_owned).into();
    for house in ["base", "registers"] {
        let read = |connection: &rusqlite::Connection| {
            let sql = "SELECT column.name FROM sqlite_schema AS shape, pragma_table_info(shape.name) AS column \
                       WHERE shape.type = 'table'";
            let mut rows = connection.prepare(sql)?;
            let rows = rows.query_map([], |row| row.get::<_, String>(0))?;
            Ok(rows.collect::<Result<Vec<String>, _>>()?)
        };
        names.extend(specimen.ground.database(house).and_then(|file| file.read(read)).expect("columns"));
    }
    names
}

/// Answers where the mark stands: each table with the column, the access log's included.
fn planted(specimen: &Specimen) -> Vec<String> {
    let mut found = Vec::new();
    let mut look = |file: &Database| {
        let places = |connection: &rusqlite::Connection| {
            let sql = "SELECT shape.name, column.name FROM sqlite_schema AS shape, pragma_table_info(shape.name) AS column \
                       WHERE shape.type = 'table'";
            let mut places = connection.prepare(sql)?;
            let places = places.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
            let mut marked = Vec::new();
            for place in places {
                let (table, column) = place?;
                // As bytes, so that what stands within JSON or CBOR is met.
                let sql = format!(
                    "SELECT count(*) FROM \"{table}\" WHERE instr(CAST(\"{column}\" AS BLOB), CAST(?1 AS BLOB))"
                );
                let count: u64 = connection.query_row(&sql, [MARK], |row| row.get(0))?;
                marked.extend((count > 0).then(|| format!("{table}.{column}")));
            }
            Ok(marked)
        };
        found.extend(file.read(places).expect("every table"));
    };
    look(&specimen.ground.base);
    look(specimen.ground.database("registers").expect("the register"));
    look(&Database::open(specimen.path(), &base::access::ACCESS).expect("the log"));
    found
}

/// Answers what names a page's own forms have: those are asked for. Where an act has no page of its own, its form stands on the
/// page above.
async fn asked_for(specimen: &Specimen, person: &Person, path: &str) -> BTreeSet<String> {
    let mut page = specimen.send(request(person, "GET", path, None)).await;
    if let (405, Some((above, _))) = (page.status.as_u16(), path.rsplit_once('/')) {
        page = specimen.send(request(person, "GET", above, None)).await;
    }
    page.body.split(" name=\"").skip(1).filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

fn with_extra(sent: Sent, names: &BTreeSet<String>, asked: &BTreeSet<String>) -> Sent {
    match sent {
        Sent::Form(mut fields) => {
            let own: BTreeSet<String> = fields.iter().map(|(name, _)| name.clone()).collect();
            let more = names.iter().filter(|name| !own.contains(*name) && !asked.contains(*name));
            fields.extend(more.map(|name| (name.clone(), MARK.to_owned())));
            Sent::Form(fields)
        }
        Sent::Json(mut value) => {
            let fields = value.as_object_mut().expect("an object");
            let name = names.iter().find(|name| !fields.contains_key(*name)).expect("a name");
            fields.insert(name.clone(), MARK.into());
            Sent::Json(value)
        }
        // The form of a page with a file: one part more before the others.
        Sent::Bytes(kind, body) if kind.starts_with("multipart/") => {
            let part = format!("--edge\r\nContent-Disposition: form-data; name=\"state\"\r\n\r\n{MARK}\r\n");
            Sent::Bytes(kind, [part.as_bytes(), &body].concat())
        }
        file => file,
    }
}

/// Asks a row as the first person who may, with fields that nobody asked for; answers what is wrong with what came back.
async fn wrong(
    specimen: &Specimen,
    row: &Row,
    person: &Person,
    sample: &Made,
    names: &BTreeSet<String>,
) -> Option<String> {
    let path = sample.path(row);
    let body = sample.body(row, person);
    let json = matches!(body, Sent::Json(_));
    let asked = if json { BTreeSet::new() } else { asked_for(specimen, person, &path).await };
    let answer = specimen.send(request(person, "POST", &path, Some(with_extra(body, names, &asked)))).await;
    let leads = answer.location().unwrap_or_default();
    if leads.contains("/imports/") && !leads.contains("/decisions/") {
        settle(specimen, person, &leads).await;
    }
    if json {
        let refused = answer.status == 422 && answer.body.contains("\"code\":\"json\"");
        // What takes no body reads none.
        let bare = ["/api/v1/backups", "/api/v1/evaluations/{reference}/open"].contains(&row.path.as_str())
            || ["/adopt", "/nothing", "/lift", "/certify", "/publish"].iter().any(|end| row.path.ends_with(end));
        return (!refused && !bare).then(|| format!("{}: {} {}", row.name(), answer.status, answer.body));
    }
    // Without a device that signs, whoever may is told so.
    let device = row.path == "/account/passkeys/new" && answer.status == 409;
    let done = answer.status.is_success() || answer.status == 303 || device;
    (!done).then(|| format!("{}: {} {:.2000}", row.name(), answer.status, answer.body))
}

#[test]
fn no_field_is_stored_that_nobody_asked_for() {
    run(async {
        let table = read();
        let specimen = Specimen::with_profile(PLANS, CASTS[0].profile);
        preside(&specimen, &CASTS[0]).await;
        let names = columns(&specimen);
        assert!(names.len() > 100, "{} names", names.len());
        let mut found = Vec::new();
        let mut tried = BTreeSet::new();
        for row in table.rows.iter().filter(|row| row.method == "POST") {
            let Some(at) = row.expected.iter().position(|code| code == "ok") else { continue };
            let people = People::of(&specimen, &CASTS[0], &author_and(&table.columns, at)).await;
            let records = Records { specimen: &specimen, cast: &CASTS[0], author: people.author() };
            let sample = records.make(row).await;
            let Some(person) = people.all.last() else { continue };
            tried.insert(row.path.clone());
            found.extend(wrong(&specimen, row, person, &sample, &names).await);
            records.cleared(row);
        }
        assert_eq!(found, Vec::<String>::new());
        assert_eq!(planted(&specimen), Vec::<String>::new(), "a field that nobody asked for is stored");
        let guarded = routes::facts().iter().filter(|facts| facts.method == "POST");
        let untried: Vec<&str> =
            guarded.filter(|facts| matches!(facts.guard, Guard::Permit(_))).map(|facts| facts.path.as_ref()).collect();
        let untried: Vec<&&str> = untried.iter().filter(|path| !tried.contains(**path)).collect();
        assert_eq!(untried, Vec::<&&str>::new(), "routes that no row of the table lets anybody take");
    });
}

/// The columns of the examiner whose drafts are asked about and of whoever may take the route, who stands last.
fn author_and(columns: &[String], at: usize) -> Vec<String> {
    let mut both = vec!["ex".to_owned(), columns[at].clone()];
    both.dedup();
    both
}

#[test]
fn a_planted_field_is_found() {
    run(async {
        let specimen = Specimen::new(PLANS);
        specimen.enrol("HND", MARK, &["delegate"]);
        assert_eq!(planted(&specimen), ["person.user_name", "person.name"]);
    });
}
