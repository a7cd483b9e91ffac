//! Reviews and expiry under a moved clock: what is due, what is extended, what is destroyed and what stays.

use axum::http::StatusCode;
use base::access::Purpose;
use base::specimen::Session;
use jiff::SignedDuration;

use super::{Stage, location};
use crate::documents::samples;

const NUMBER: &str = "K90211756";

/// Moves the clock and signs the author in again, whose session has ended meanwhile.
fn years_later(stage: &Stage, days: i64) -> Session {
    stage.specimen.clock.advance(SignedDuration::from_hours(24 * days));
    stage.specimen.signed_in("HND", "document_examiner", Purpose::DocumentExamination)
}

fn count(stage: &Stage, sql: &'static str) -> i64 {
    let database = stage.ground().database("registers").unwrap();
    database.read(|connection| Ok(connection.query_row(sql, [], |row| row.get(0))?)).unwrap()
}

#[tokio::test]
async fn a_review_is_due_after_two_years_and_shown_as_due() {
    let stage = Stage::new();
    let reference = stage.published(&samples::typed()).await;
    let author = years_later(&stage, 2 * 365 - 1);
    let before = stage.specimen.get(Some(&author), &format!("/documents/{reference}")).await;
    assert!(!before.body.contains("should have reviewed"));
    let author = years_later(&stage, 2);
    let due = stage.specimen.get(Some(&author), &format!("/documents/{reference}")).await;
    assert!(due.body.contains("should have reviewed"), "{}", due.body);
    let work = stage.specimen.get(Some(&author), "/documents/work").await;
    assert!(work.body.contains("Review due") && work.body.contains(&reference));
    assert_eq!(stage.hits(NUMBER).await.len(), 1, "it still holds");
    let hit = stage.fitting(crate::document::DocumentKind::Passport, NUMBER).await.remove(0);
    assert_eq!(hit.review_on.to_string(), "2028-03-02", "passed, and said to be");

    let path = format!("/documents/{reference}/review");
    assert_eq!(stage.specimen.post(&author, &path, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = stage.specimen.post(&author, &path, &[("finding", "not_met_lately")]).await;
    assert_eq!(location(&done), format!("/documents/{reference}?done=reviewed"));
    let hit = stage.fitting(crate::document::DocumentKind::Passport, NUMBER).await.remove(0);
    assert_eq!((hit.review_on.to_string(), hit.expires_on.to_string()), ("2030-03-02".into(), "2031-03-02".into()));
    let done = stage.specimen.post(&author, &path, &[("finding", "still_met")]).await;
    assert_eq!(location(&done), format!("/documents/{reference}?done=reviewed"));
    let hit = stage.fitting(crate::document::DocumentKind::Passport, NUMBER).await.remove(0);
    assert_eq!(hit.expires_on.to_string(), "2033-03-02", "five years from the review");
}

#[tokio::test]
async fn at_its_day_an_alert_is_gone_everywhere_and_only_the_rule_stays() {
    let stage = Stage::new();
    let reference = stage.submitted(&samples::typed()).await;
    let seen = stage.seen(&stage.expert, &reference).await;
    let fields = [("seen", seen.as_str()), ("question", "¿Con qué luz UV se ve?")];
    stage.specimen.post(&stage.expert, &format!("/documents/{reference}/return"), &fields).await;
    stage.corrected(&reference, &samples::typed(), "La de 365 nm.").await;
    stage.confirmed(&stage.expert, &reference).await;
    stage.publish(&reference).await;

    let author = years_later(&stage, 5 * 365);
    assert_eq!(stage.hits(NUMBER).await.len(), 1, "a day too early");
    stage.specimen.clock.advance(SignedDuration::from_hours(24));
    assert!(stage.hits(NUMBER).await.is_empty(), "from its day on, swept or not");
    let page = stage.specimen.get(Some(&author), &format!("/documents/{reference}")).await;
    assert_ne!(page.status, StatusCode::OK);

    assert!(stage.ground().sweep().unwrap() >= 2, "one entry in each State's series");
    for (sql, expected) in [
        ("SELECT count(*) FROM alert", 0),
        ("SELECT count(*) FROM alert_version", 0),
        ("SELECT count(*) FROM alert_listed", 0),
        ("SELECT count(*) FROM alert_in_force", 0),
        ("SELECT count(*) FROM alert_event", 0),
        ("SELECT count(*) FROM alert_remainder", 0),
        ("SELECT count(*) FROM journal_entry", 7),
        ("SELECT count(*) FROM journal_payload", 2),
    ] {
        assert_eq!(count(&stage, sql), expected, "{sql}");
    }
    assert_eq!(stage.ground().sweep().unwrap(), 0, "and once");
}

#[tokio::test]
async fn a_sweep_cut_short_between_two_series_is_taken_up_again() {
    let stage = Stage::new();
    stage.published(&samples::typed()).await;
    years_later(&stage, 5 * 365 + 2);
    crate::documents::expire::first_half(stage.ground()).unwrap();
    assert_eq!(count(&stage, "SELECT count(*) FROM alert_remainder"), 1);
    assert_eq!(count(&stage, "SELECT count(*) FROM alert_event"), 1, "Canada's confirmation");
    // Dropping the stage here would also hold: the half-swept tables are what a rebuild gives.
    stage.ground().sweep().unwrap();
    assert_eq!(count(&stage, "SELECT count(*) FROM alert_event"), 0);
}

#[tokio::test]
async fn what_nobody_confirmed_and_what_was_withdrawn_expire_too() {
    let stage = Stage::new();
    stage.submitted(&samples::typed()).await;
    let withdrawn = stage.published(&samples::typed()).await;
    stage.specimen.post(&stage.author, &format!("/documents/{withdrawn}/withdraw"), &[("reason", "duplicate")]).await;
    years_later(&stage, 5 * 365 + 2);
    stage.ground().sweep().unwrap();
    assert_eq!(count(&stage, "SELECT count(*) FROM alert"), 0);
    let fresh = Stage::submitted;
    let author = stage.specimen.signed_in("HND", "document_examiner", Purpose::DocumentExamination);
    let stage = Stage { author, ..stage };
    assert_eq!(fresh(&stage, &samples::typed()).await, "RCM-2031-0001", "a new year counts from one");
}

#[tokio::test]
async fn many_expire_in_batches() {
    let stage = Stage::new();
    let texts = samples::many(0..450, jiff::civil::date(2026, 3, 2));
    samples::publish_all(stage.ground(), &stage.author.caller, &stage.expert.caller, texts).await.unwrap();
    assert_eq!(count(&stage, "SELECT count(*) FROM alert_in_force"), 450);
    years_later(&stage, 5 * 365 + 2);
    assert!(stage.ground().sweep().unwrap() >= 900);
    assert_eq!(count(&stage, "SELECT count(*) FROM alert_event"), 0);
}
