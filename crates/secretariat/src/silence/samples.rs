//! Invented rounds and presidencies for the tests of this room.

#![allow(clippy::unwrap_used)]

use base::access::Purpose;
use base::ground::HousePlan;
use base::specimen::{Answer, Session, Specimen};
use jiff::Timestamp;
use uuid::Uuid;

pub(super) use crate::members::samples::preside;

pub(super) static PLANS: [HousePlan; 1] = [crate::PLAN];

/// Answers a server in whose process Panama presides.
pub(super) fn specimen() -> Specimen {
    let specimen = Specimen::new(&PLANS);
    preside(&specimen.ground, "XSV", &["PAN"]);
    specimen
}

/// Signs in a delegate.
pub(super) fn delegate(specimen: &Specimen, party: &str) -> Session {
    specimen.signed_in(party, "delegate", Purpose::Secretariat)
}

/// Signs in somebody of the presidency.
pub(super) fn presidency(specimen: &Specimen, party: &str) -> Session {
    specimen.signed_in(party, "presidency", Purpose::Secretariat)
}

/// Fills the form of a round in, whose deadline is on 6 March 2026 at 17:00 in San José: 23:00 in UTC.
pub(super) fn put(symbol: &str) -> Vec<(&str, &str)> {
    vec![
        ("symbol", symbol),
        ("title_en", "A workshop (invented)"),
        ("title_es", "Un taller (inventado)"),
        ("text_en", "The workshop is held.\n\nIts cost is reported."),
        ("text_es", "Se realiza el taller.\n\nSe informa de su costo."),
        ("deadline-day", "6"),
        ("deadline-month", "3"),
        ("deadline-year", "2026"),
        ("deadline_hour", "17:00"),
        ("confirmed", "yes"),
    ]
}

/// The deadline of [`put`].
pub(super) fn deadline() -> Timestamp {
    "2026-03-06T23:00:00Z".parse().unwrap()
}

/// Opens a round and answers its path.
pub(super) async fn open(specimen: &Specimen, session: &Session, symbol: &str) -> String {
    path_of(specimen.post(session, "/silence/open", &put(symbol)).await)
}

/// Answers where an answer sends the browser, without its query.
pub(super) fn path_of(answer: Answer) -> String {
    to(answer).split('?').next().unwrap().to_owned()
}

/// Answers where an answer sends the browser.
pub(super) fn to(answer: Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.headers["location"].to_str().unwrap().to_owned()
}

/// Moves the clock to an instant, forwards or back.
pub(super) fn stand_at(specimen: &Specimen, at: Timestamp) {
    specimen.clock.advance(at.duration_since(specimen.clock.now()));
}

/// Answers a round as the API tells it.
pub(super) async fn shown(specimen: &Specimen, path: &str) -> serde_json::Value {
    let user_name = format!("xsv.{}", hex::encode(Uuid::now_v7().as_bytes()));
    let token = specimen.token(&specimen.enrol("XSV", &user_name[..20], &["coordinator"]), &[Purpose::Secretariat]);
    let answer = crate::meetings::samples::api_get(specimen, &token, &format!("/api/v1{path}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}
