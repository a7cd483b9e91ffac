//! What is kept of looks (G-16): who, when, for which purpose, where, and of what; for three years, and nothing of a traveller beside.

use axum::http::StatusCode;
use base::access::{ACCESS, DETAIL_DAYS, LONG_DETAIL_DAYS, Purpose};
use base::store::Database;
use rusqlite::Connection;

use super::super::{Category, LONG_LOOKS};
use super::Open;

/// Details of lines, each with the act and the day on which it goes.
fn details(log: &Connection) -> Vec<(String, serde_json::Value)> {
    let mut rows =
        log.prepare("SELECT leaf.body, detail.body FROM leaf JOIN detail USING (position) ORDER BY position").unwrap();
    let rows = rows.query_map([], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?))).unwrap();
    rows.map(|row| {
        let (leaf, detail) = row.unwrap();
        let leaf = base::access::Leaf::decode(&leaf).unwrap();
        (leaf.action, serde_json::from_slice(&detail).unwrap())
    })
    .collect()
}

/// G-16: who looked, when, where and at which alert is there for three years, then destroyed; State, role, act and purpose stay.
#[tokio::test]
async fn g_16_who_looked_is_kept_for_three_years_and_then_destroyed() {
    let open = Open::new().await;
    let specimen = open.specimen();
    let reference = open.activated(Category::LocateWitness).await;
    assert_eq!(specimen.get(Some(&open.author), &format!("/alerts/{reference}/reason")).await.status, StatusCode::OK);
    let border = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
    let zone = [("number", "L898902C3"), ("issuing_state", "UTO"), ("kind", "passport")];
    specimen.post(&border, "/check", &zone).await;
    let log = Database::open_alone(specimen.path(), &ACCESS).unwrap();
    let of = |act: &str| details(&log).into_iter().filter(|(found, _)| found == act).collect::<Vec<_>>();
    let (_, look) = of("alerts.read_sealed").swap_remove(0);
    assert_eq!(look["person"], serde_json::json!(open.author.caller.person), "{look}");
    assert!(look["at_us"].is_i64() && look["via"] == "page" && look.get("post").is_some(), "{look}");
    assert!(look["about"].as_str().is_some_and(|about| !about.is_empty()), "{look}");
    assert_eq!(of("checks.check").len(), 1);

    let lines = || log.query_row("SELECT count(*) FROM leaf", [], |row| row.get::<_, u64>(0)).unwrap();
    let pass = |days: i64| {
        specimen.clock.advance(jiff::SignedDuration::from_hours(24 * days));
        specimen.ground.log.destroy_details(specimen.clock.now()).unwrap()
    };
    let kept = lines();
    assert!(pass(DETAIL_DAYS + 1) > 0);
    assert!(of("checks.check").is_empty(), "a traveller's check goes after ninety days");
    assert_eq!(of("alerts.read_sealed").len(), 1, "and who opened an alert does not");
    assert!(pass(LONG_DETAIL_DAYS - DETAIL_DAYS - 2) == 0, "a day before the end of three years");
    assert!(pass(2) > 0);
    assert!(details(&log).is_empty(), "{:?}", details(&log));
    assert_eq!(lines(), kept, "the lines stay");
}

/// G-16: a look that was taken off the log before its three years were over is found by the next verification.
#[tokio::test]
async fn g_16_a_look_that_went_too_early_is_found() {
    let open = Open::new().await;
    let specimen = open.specimen();
    open.activated(Category::LocateWitness).await;
    let log = Database::open_alone(specimen.path(), &ACCESS).unwrap();
    specimen.clock.advance(jiff::SignedDuration::from_hours(24 * 400));
    let now = specimen.clock.now();
    specimen.ground.log.destroy_details(now).unwrap();
    let verified = || base::access::verify_log_keeping(&log, &[], now, &LONG_LOOKS);
    assert!(verified().is_ok(), "only those of ninety days are gone");
    let taken: (u64, Vec<u8>, Vec<u8>, i64) = log
        .query_row("SELECT position, nonce, body, destroy_at_s FROM detail ORDER BY position LIMIT 1", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .unwrap();
    log.execute("DELETE FROM detail WHERE position = ?1", [taken.0]).unwrap();
    assert!(verified().unwrap_err().to_string().contains("before its days were over"));
    log.execute("INSERT INTO detail VALUES (?1, ?2, ?3, ?4)", taken).unwrap();
    assert!(verified().is_ok());
}
