//! What must hold however acts follow one another: nobody sees half an import, what is gone is gone, and the tables are
//! what the journal says.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use base::access::Resource;
use base::desk::{Permitted, Writer};
use base::ids::new_id;
use base::specimen::{Session, Specimen};
use base::store::{House, HouseSpec, Recorded, Room, StoreError, rebuild};
use jiff::SignedDuration;
use journal::Name;
use proptest::prelude::*;
use rusqlite::Connection;
use tokio::runtime::Runtime;
use uuid::Uuid;

use super::entries::{Described, ImportEntry};
use super::import::{ImportError, Order, Progress};
use super::importable::Importable;
use super::permits::ImportStatus;
use super::running::UnderWay;
use super::samples::import;
use super::spool::Waiting;
use super::status_rows::StatusRows;
use super::{What, import_status};
use crate::status::lookup;
use crate::status::samples::*;

fn writer(runtime: &Runtime, specimen: &Specimen, session: &Session) -> Writer<ImportStatus> {
    let desk = Permitted::<ImportStatus>::new(specimen.ground.clone(), session.caller.clone());
    runtime.block_on(desk.open_to_write(Resource::room())).unwrap()
}

fn order(specimen: &Specimen) -> Order {
    Order { id: new_id(specimen.clock.now()), format: None, dry_run: false }
}

fn file(numbers: &[(String, String)]) -> String {
    let rows = numbers.iter().map(|(number, reference)| format!("passport,{number},lost,2031-02-28,{reference}\n"));
    std::iter::once("kind,number,status,expires_on,reference\n".to_owned()).chain(rows).collect()
}

/// Imports as far as some rows, and dies.
fn break_off(writer: &Writer<ImportStatus>, numbers: &[(String, String)]) {
    let reader = writer.reader();
    let rows = StatusRows {
        keys: &reader.ground().keys,
        issuer: reader.caller().state,
        today: crate::status::today(reader.now()),
        open_rows: 0.into(),
    };
    let described = Described::new(Uuid::from_u128(rand::random()), What::Status, 1_000);
    let opened = writer
        .append_blocking::<ImportEntry, _, StoreError>(move |entries| entries.append(&ImportEntry::Opened(described)))
        .unwrap();
    let text = file(numbers);
    let columns = StatusRows::COLUMNS;
    let mut records = super::records::Records::open(text.as_bytes(), None, columns).unwrap().ok().unwrap();
    let mut waiting: Vec<Waiting> = Vec::new();
    while let super::records::Next::Record(record) = records.next().unwrap() {
        waiting.push(rows.read(&record).unwrap());
    }
    let chunk = rows.chunk(opened, waiting).unwrap();
    writer.append_blocking(move |entries| StatusRows::append(entries, chunk)).unwrap();
}

fn some(numbers: std::ops::Range<u32>) -> Vec<(String, String)> {
    numbers.map(|number| (format!("K9{number:06}"), format!("R{number}"))).collect()
}

#[test]
fn an_import_that_breaks_off_was_never_there() {
    let runtime = Runtime::new().unwrap();
    let specimen = specimen();
    let session = authority(&specimen, "GTM");
    let writer = writer(&runtime, &specimen, &session);
    break_off(&writer, &some(1..200));
    let seen = || {
        runtime.block_on(async {
            let list = specimen.get(Some(&session), "/status").await.body;
            let found = specimen.post(&session, "/status/find", &[("kind", "passport"), ("number", "K9000007")]).await;
            let copy = specimen.get(Some(&session), "/status/export").await.body;
            (
                references(&specimen, "GTM", "K9000007").await,
                list.contains("199 entries"),
                found.body.contains("R7<"),
                copy.lines().count(),
            )
        })
    };
    assert_eq!(seen(), (vec![], false, false, 1), "before it closes nobody sees it");
    let refused = import_status(&writer, file(&some(300..310)).as_bytes(), &order(&specimen), &|_| ()).unwrap_err();
    assert!(matches!(refused, ImportError::UnderWay), "until it is undone nothing else is imported");
    specimen.ground.sweep().unwrap();
    assert_eq!(seen(), (vec![], false, false, 1));
    let rows = |sql: &'static str| {
        specimen
            .ground
            .database("registers")
            .unwrap()
            .read(|c| Ok(c.query_row(sql, [], |row| row.get::<_, u64>(0))?))
            .unwrap()
    };
    assert_eq!(rows("SELECT count(*) FROM status_number"), 0);
    assert_eq!(
        rows("SELECT count(*) FROM journal_payload JOIN journal_entry USING (position) WHERE length(body) > 1000"),
        0,
        "payloads too"
    );
    assert_eq!(rows("SELECT count(*) FROM import WHERE outcome = 2"), 1);
    let report = import_status(&writer, file(&some(1..200)).as_bytes(), &order(&specimen), &|_| ()).unwrap();
    assert_eq!((report.entered, report.faults_total), (199, 0));
    assert_eq!(seen(), (vec!["R7".to_owned()], true, true, 200));
}

#[test]
fn one_sweep_undoes_an_import_however_large() {
    let runtime = Runtime::new().unwrap();
    let specimen = specimen();
    let session = authority(&specimen, "GTM");
    let writer = writer(&runtime, &specimen, &session);
    break_off(&writer, &some(0..crate::status::ROWS_MAX as u32 + 1));
    // Two batches that count for a million rows: what an expiry's sweep takes in two turns.
    let count = |connection: &Connection| {
        Ok::<_, StoreError>(connection.execute("UPDATE status_batch SET rows = 500000", []).unwrap())
    };
    let batches = specimen.ground.database("registers").unwrap().write_blocking(count).unwrap();
    assert_eq!(batches, 2);
    assert_eq!(super::sweep(&specimen.ground).unwrap(), 1_000_001);
    let report = import_status(&writer, file(&some(1..3)).as_bytes(), &order(&specimen), &|_| ()).unwrap();
    assert_eq!(report.entered, 2, "its State imports again at once");
}

#[test]
fn the_sweep_leaves_an_import_alone_that_is_under_way() {
    let runtime = Runtime::new().unwrap();
    let specimen = specimen();
    let session = authority(&specimen, "GTM");
    let writer = writer(&runtime, &specimen, &session);
    let numbers = some(0..40_000);
    let report = import_status(&writer, file(&numbers).as_bytes(), &order(&specimen), &|_| {
        specimen.ground.sweep().unwrap();
        assert!(runtime.block_on(references(&specimen, "GTM", "K9000007")).is_empty(), "nobody sees half of it");
    });
    assert_eq!(report.unwrap().entered, 40_000);
    assert_eq!(runtime.block_on(references(&specimen, "GTM", "K9000007")), ["R7"]);
    let under_way = specimen.ground.kept::<UnderWay>();
    let turn = std::sync::Arc::clone(&under_way).begin("GTM".parse().unwrap(), Uuid::nil());
    let refused = import_status(&writer, file(&some(1..2)).as_bytes(), &order(&specimen), &|_| ());
    assert!(turn.is_some() && matches!(refused, Err(ImportError::UnderWay)));
}

#[test]
fn nothing_is_reported_beside_an_import_that_may_bring_the_same() {
    let runtime = Runtime::new().unwrap();
    let specimen = specimen();
    let session = authority(&specimen, "GTM");
    let neighbour = authority(&specimen, "HND");
    let writer = writer(&runtime, &specimen, &session);
    let beside = |session: &Session, number: &str| {
        runtime.block_on(specimen.post(session, "/status/report", &lost(number, "BESIDE")))
    };
    let report = import_status(&writer, file(&some(0..40)).as_bytes(), &order(&specimen), &|progress| {
        if matches!(progress, Progress::Comparing(done, all) | Progress::Entering(done, all) if done == all) {
            let refused = beside(&session, "K9000007");
            assert_eq!(refused.status, 422, "{progress:?}");
            assert!(refused.body.contains("An import of your State is under way."), "{}", refused.body);
            assert!(refused.body.contains("value=\"K9000007\""), "what was typed is kept");
        }
    });
    assert_eq!(report.unwrap().entered, 40);
    assert_eq!(runtime.block_on(references(&specimen, "GTM", "K9000007")), ["R7"], "once");
    assert!(beside(&session, "K9000007").body.contains("R7"), "afterwards it names the entry that stands");
    let again = import_status(&writer, file(&some(39..42)).as_bytes(), &order(&specimen), &|progress| {
        if matches!(progress, Progress::Comparing(..)) {
            path_of(beside(&neighbour, &format!("K8{}", rand::random_range(0..u32::MAX))));
        }
    });
    assert_eq!(again.unwrap().faults_total, 1);
    path_of(beside(&session, "K9000041"));
    assert_eq!(
        runtime.block_on(references(&specimen, "GTM", "K9000041")),
        ["BESIDE"],
        "a refused import holds nobody up"
    );
}

#[test]
fn neighbours_in_a_batch_keep_their_addresses_and_their_days() {
    let runtime = Runtime::new().unwrap();
    let specimen = specimen();
    let session = authority(&specimen, "GTM");
    let writer = writer(&runtime, &specimen, &session);
    import_status(&writer, file(&some(0..30)).as_bytes(), &order(&specimen), &|_| ()).unwrap();
    let batches = || {
        let count =
            |c: &Connection| Ok(c.query_row("SELECT count(*) FROM status_batch", [], |row| row.get::<_, u64>(0))?);
        specimen.ground.database("registers").unwrap().read(count).unwrap()
    };
    assert_eq!(batches(), 1, "one status, one kind, one month");
    let paths = |session: &Session| (0..30).map(|of| path(&runtime, &specimen, session, of)).collect::<Vec<_>>();
    let before = paths(&session);
    specimen.clock.advance(SignedDuration::from_hours(24 * 3));
    let session = authority(&specimen, "GTM");
    let act = |of: usize, act: &str, fields: &[(&str, &str)]| {
        let path = format!("{}/{act}", before[of].as_deref().unwrap());
        path_of(runtime.block_on(specimen.post(&session, &path, fields)))
    };
    act(3, "withdraw", &[("reason", "found_again")]);
    act(7, "correct", &[("status", "stolen"), ("reference", "CHANGED")]);
    act(4, "withdraw", &[("reason", "entered_in_error")]);
    act(7, "correct", &[("status", "lost"), ("reference", "CHANGED AGAIN")]);
    assert_eq!(batches(), 2, "the rest, and the corrected one");
    let mut expected = before.clone();
    (expected[3], expected[4]) = (None, None);
    assert_eq!(paths(&session), expected);
    let hits = runtime.block_on(look_up(&specimen, "GTM", &number(7)));
    assert_eq!((hits[0].reference.as_str(), hits[0].reported_on), ("CHANGED AGAIN", jiff::civil::date(2026, 3, 2)));
    assert_eq!(runtime.block_on(look_up(&specimen, "GTM", &number(29)))[0].reported_on, jiff::civil::date(2026, 3, 2));
}

#[tokio::test]
async fn a_full_disk_keeps_nothing() {
    let specimen = specimen();
    let token = authority_token(&specimen, "GTM");
    let limit = |pages: u64| {
        let set = move |c: &Connection| -> Result<(), StoreError> {
            Ok(c.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(()))?)
        };
        specimen.ground.database("registers").unwrap().write_blocking(set).unwrap();
    };
    let numbers = some(0..20_000);
    limit(200);
    let shown = import(&specimen, &token, "", &file(&numbers)).await;
    assert_eq!((shown.state.as_str(), shown.problem.unwrap().status), ("failed", 507));
    assert!(look_up(&specimen, "GTM", "K9000007").await.is_empty());
    limit(1_000_000);
    specimen.ground.sweep().unwrap();
    assert_eq!(import(&specimen, &token, "", &file(&numbers)).await.state, "entered");
    assert_eq!(references(&specimen, "GTM", "K9000007").await, ["R7"]);
}

/// One thing done to the register, on one of a few numbers.
#[derive(Clone, Debug)]
enum Act {
    Report(u8),
    Correct(u8, bool),
    Withdraw(u8),
    Import(Vec<u8>),
    BreakOff(Vec<u8>),
    Months(u8),
}

fn act() -> impl Strategy<Value = Act> {
    let number = 0u8..24;
    let several = prop::collection::btree_set(0u8..24, 1..12).prop_map(|set| set.into_iter().collect::<Vec<_>>());
    prop_oneof![
        3 => number.clone().prop_map(Act::Report),
        3 => (number.clone(), any::<bool>()).prop_map(|(number, soon)| Act::Correct(number, soon)),
        3 => number.prop_map(Act::Withdraw),
        3 => several.clone().prop_map(Act::Import),
        1 => several.prop_map(Act::BreakOff),
        1 => (1u8..3).prop_map(Act::Months),
    ]
}

/// The register as it should be: the reference of each number, and whether it ends within the month.
#[derive(Default)]
struct Model {
    held: BTreeMap<u8, (String, bool)>,
    said: u32,
}

impl Model {
    fn name(&mut self) -> String {
        self.said += 1;
        format!("S{}", self.said)
    }
}

fn number(of: u8) -> String {
    format!("K9{of:06}")
}

/// Finds the page of a number's entry as a person would.
fn path(runtime: &Runtime, specimen: &Specimen, session: &Session, of: u8) -> Option<String> {
    let found =
        runtime.block_on(specimen.post(session, "/status/find", &[("kind", "passport"), ("number", &number(of))]));
    let row = found.body.split("<th scope=\"row\">").nth(1)?;
    Some(row.split("href=\"").nth(1)?.split('"').next()?.to_owned())
}

fn perform(runtime: &Runtime, specimen: &Specimen, session: &Session, model: &mut Model, act: &Act) {
    match act {
        Act::Report(of) => {
            let name = model.name();
            let answer = runtime.block_on(specimen.post(session, "/status/report", &lost(&number(*of), &name)));
            assert_eq!(answer.status == 303, !model.held.contains_key(of), "{}", answer.body);
            model.held.entry(*of).or_insert((name, false));
        }
        Act::Correct(of, soon) => {
            let Some(path) = path(runtime, specimen, session, *of) else {
                return assert!(!model.held.contains_key(of));
            };
            let name = model.name();
            let last = jiff::tz::TimeZone::UTC.to_datetime(specimen.clock.now()).date();
            let last = if *soon { last } else { jiff::civil::date(2031, 2, 28) };
            let (day, month, year) = (last.day().to_string(), last.month().to_string(), last.year().to_string());
            let fields = [
                ("status", "stolen"),
                ("reference", name.as_str()),
                ("expires_on-day", &day),
                ("expires_on-month", &month),
                ("expires_on-year", &year),
            ];
            assert_eq!(path_of(runtime.block_on(specimen.post(session, &format!("{path}/correct"), &fields))), path);
            model.held.insert(*of, (name, *soon));
        }
        Act::Withdraw(of) => {
            let Some(path) = path(runtime, specimen, session, *of) else {
                return assert!(!model.held.contains_key(of));
            };
            path_of(runtime.block_on(specimen.post(
                session,
                &format!("{path}/withdraw"),
                &[("reason", "found_again")],
            )));
            model.held.remove(of);
        }
        Act::Import(several) => {
            let rows: Vec<(u8, (String, String))> =
                several.iter().map(|of| (*of, (number(*of), model.name()))).collect();
            let text = file(&rows.iter().map(|(_, row)| row.clone()).collect::<Vec<_>>());
            let report =
                import_status(&writer(runtime, specimen, session), text.as_bytes(), &order(specimen), &|_| ()).unwrap();
            let known = several.iter().filter(|of| model.held.contains_key(of)).count();
            assert_eq!(report.faults_total, known as u64);
            if known == 0 {
                model.held.extend(rows.into_iter().map(|(of, (_, name))| (of, (name, false))));
            }
        }
        Act::BreakOff(several) => {
            let rows: Vec<_> = several.iter().map(|of| (number(*of), model.name())).collect();
            break_off(&writer(runtime, specimen, session), &rows);
            specimen.ground.sweep().unwrap();
        }
        Act::Months(months) => {
            specimen.clock.advance(SignedDuration::from_hours(24 * 32 * i64::from(*months)));
            specimen.ground.sweep().unwrap();
            model.held.retain(|_, (_, soon)| !*soon);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() })]

    /// Dropping the specimen verifies the journal and holds a rebuild against the tables.
    #[test]
    fn the_register_is_what_was_said_however_acts_follow(acts in prop::collection::vec(act(), 1..14)) {
        let runtime = Runtime::new().unwrap();
        let specimen = specimen();
        let mut model = Model::default();
        let mut session = authority(&specimen, "GTM");
        let officer = runtime.block_on(officer(&specimen));
        for act in &acts {
            perform(&runtime, &specimen, &session, &mut model, act);
            if matches!(act, Act::Months(_)) {
                session = authority(&specimen, "GTM");
            }
            for of in 0..24 {
                let hits = lookup(&officer, &passport("GTM", &number(of))).unwrap();
                let found: Vec<String> = hits.into_iter().map(|hit| hit.reference).collect();
                let held: Vec<String> = model.held.get(&of).map(|(name, _)| name.clone()).into_iter().collect();
                prop_assert_eq!(found, held, "{} after {:?}", of, act);
            }
        }
    }
}

static FORGETFUL: Room = Room {
    name: Name::literal("status"),
    tables: crate::status::ROOM.tables,
    apply: forget_reasons,
    destroys: crate::status::ROOM.destroys,
};
/// The house's rooms in their order, with the forgetful one in the place of the first.
static FORGETFUL_HOUSE: HouseSpec = HouseSpec { name: "registers", file: "registers.db", rooms: &FORGETFUL_ROOMS };
static FORGETFUL_ROOMS: [&Room; crate::HOUSE.rooms.len()] = {
    let mut rooms = [&FORGETFUL; crate::HOUSE.rooms.len()];
    let mut at = 1;
    while at < rooms.len() {
        rooms[at] = crate::HOUSE.rooms[at];
        at += 1;
    }
    rooms
};

/// The seeded fault: a column that `apply` leaves out.
fn forget_reasons(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    (crate::status::ROOM.apply)(connection, entry)?;
    connection.execute("UPDATE status_number SET reason = NULL", [])?;
    Ok(())
}

#[tokio::test]
async fn a_rebuild_that_forgets_a_column_is_found_out() {
    let specimen = specimen();
    let session = authority(&specimen, "GTM");
    let mut fields = lost("K9000001", "R1");
    fields.retain(|(name, _)| *name != "reason");
    fields.push(("reason", "police_report"));
    path_of(specimen.post(&session, "/status/report", &fields).await);
    let mut alone = House::open_alone(specimen.path(), &crate::HOUSE).unwrap();
    assert_eq!(rebuild(&mut alone, &FORGETFUL_HOUSE).unwrap().changed, ["status_number"]);
    assert_eq!(rebuild(&mut alone, &crate::HOUSE).unwrap().changed, ["status_number"]);
}
