//! Invented comment rounds for the tests of this room.

#![allow(clippy::unwrap_used)]

use base::access::Purpose;
use base::ground::HousePlan;
use base::specimen::{Answer, Session, Specimen};
use jiff::Timestamp;

pub(super) use crate::meetings::samples::{
    api_get, coordinator, coordinator_token, delegate, path_of, specimen, specimen_of,
};

pub(super) static PLANS: [HousePlan; 1] = [crate::PLAN];

/// Fills the form of a round in whose deadline is counted: three months from 3 March 2026, 2026-06-04T05:59:59.999999Z at San José.
pub(super) fn asked(symbol: &str) -> Vec<(&str, &str)> {
    vec![
        ("symbol", symbol),
        ("title_en", "Draft guidelines (invented)"),
        ("title_es", "Proyecto de lineamientos (inventado)"),
        ("text_en", "1. Each State names a contact.\n\n2. Contacts meet:\n\na) once a year;"),
        ("text_es", "1. Cada país nombra un contacto.\n\n2. Los contactos se reúnen:\n\na) una vez al año;"),
        ("observers", "yes"),
        ("counted_from-day", "3"),
        ("counted_from-month", "3"),
        ("counted_from-year", "2026"),
        ("months", "3"),
        ("step", "send"),
    ]
}

/// The deadline of [`asked`].
pub(super) fn deadline() -> Timestamp {
    "2026-06-04T05:59:59.999999Z".parse().unwrap()
}

/// Convenes a round and answers its path.
pub(super) async fn convene(specimen: &Specimen, session: &Session, symbol: &str) -> String {
    path_of(specimen.post(session, "/comments/convene", &asked(symbol)).await)
}

/// Comments on a paragraph in Spanish; an empty name is the whole text.
pub(super) async fn say(specimen: &Specimen, who: &Session, path: &str, comment: (&str, &str)) -> Answer {
    let fields = [("paragraph", comment.0), ("text", comment.1), ("language", "es"), ("seen", "")];
    specimen.post(who, &format!("{path}/comment"), &fields).await
}

/// Answers where an answer sends the browser.
pub(super) fn to(answer: &Answer) -> &str {
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.headers["location"].to_str().unwrap()
}

/// Moves the clock to an instant, forwards or back.
pub(super) fn stand_at(specimen: &Specimen, at: Timestamp) {
    specimen.clock.advance(at.duration_since(specimen.clock.now()));
}

/// Answers a round as the API tells it to the coordinator.
pub(super) async fn shown(specimen: &Specimen, path: &str) -> serde_json::Value {
    let user_name = format!("xsv.{}", hex::encode(uuid::Uuid::now_v7().as_bytes()));
    let token = specimen.token(&specimen.enrol("XSV", &user_name[..20], &["coordinator"]), &[Purpose::Secretariat]);
    let answer = api_get(specimen, &token, &format!("/api/v1{path}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

/// Answers where a party stands in a round that the API told.
pub(super) fn answer_of<'r>(round: &'r serde_json::Value, party: &str) -> &'r str {
    let parties = round["parties"].as_array().unwrap();
    parties.iter().find(|guest| guest["party"] == party).unwrap()["answer"].as_str().unwrap()
}

/// Answers the comments on a paragraph of a round that the API told, each as its party and text.
pub(super) fn comments_on<'r>(round: &'r serde_json::Value, name: &str) -> Vec<(&'r str, &'r str)> {
    let rows = round["paragraphs"].as_array().unwrap();
    let row = rows.iter().find(|row| row["name"] == name).unwrap();
    let comments = row["comments"].as_array().unwrap().iter();
    comments.map(|comment| (comment["party"].as_str().unwrap(), comment["text"].as_str().unwrap())).collect()
}
