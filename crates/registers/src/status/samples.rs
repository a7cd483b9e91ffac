//! Invented people and reports for the tests of this room and of the imports.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::Request;
use base::access::{Purpose, Resource};
use base::desk::{Permitted, Reader};
use base::ground::HousePlan;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;

use super::{LooksUpStatus, StatusHit};
use crate::document::{DocumentKind, DocumentNumber, DocumentRef};

static PLANS: [HousePlan; 1] = [crate::PLAN];

base::permit!(
    /// Stands for the border check.
    LookUp = "status.find" in "registers", for [DocumentIssuance], class Personal, rate Look
);
impl LooksUpStatus for LookUp {}

/// Answers a server with nobody in it.
pub(crate) fn specimen() -> Specimen {
    Specimen::new(&PLANS)
}

/// Signs in the issuing authority of a State.
pub(crate) fn authority(specimen: &Specimen, state: &str) -> Session {
    specimen.signed_in(state, "issuing_authority", Purpose::DocumentIssuance)
}

/// Makes a token of the issuing authority of a State.
pub(crate) fn authority_token(specimen: &Specimen, state: &str) -> String {
    let user_name = specimen.enrol(state, &format!("{}.machine", state.to_lowercase()), &["issuing_authority"]);
    specimen.token(&user_name, &[Purpose::DocumentIssuance])
}

/// Fills the form for a single number in, ready to be sent.
pub(crate) fn lost<'a>(number: &'a str, reference: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("kind", "passport"),
        ("number", number),
        ("status", "lost"),
        ("expires_on-day", "28"),
        ("expires_on-month", "2"),
        ("expires_on-year", "2031"),
        ("reference", reference),
        ("reason", ""),
        ("step", "send"),
    ]
}

/// Reports a single number as lost and answers the path of its entry.
pub(crate) async fn report(specimen: &Specimen, session: &Session, number: &str, reference: &str) -> String {
    path_of(specimen.post(session, "/status/report", &lost(number, reference)).await)
}

/// Answers where an answer sends the browser, without its query.
pub(crate) fn path_of(answer: Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.headers["location"].to_str().unwrap().split('?').next().unwrap().to_owned()
}

/// Opens the register as the border check does.
pub(crate) async fn officer(specimen: &Specimen) -> Reader<LookUp> {
    let officer = authority(specimen, "PAN");
    let desk = Permitted::<LookUp>::new(specimen.ground.clone(), officer.caller);
    desk.open(Resource::room()).await.unwrap()
}

/// Asks as the border check would, about a passport of a State.
pub(crate) async fn look_up(specimen: &Specimen, issuer: &str, number: &str) -> Vec<StatusHit> {
    super::lookup(&officer(specimen).await, &passport(issuer, number)).unwrap()
}

/// Answers a passport of a State.
pub(crate) fn passport(issuer: &str, number: &str) -> DocumentRef {
    DocumentRef {
        issuer: issuer.parse().unwrap(),
        kind: DocumentKind::Passport,
        number: DocumentNumber::parse(number).unwrap(),
    }
}

/// Answers the references of all that fits a passport of a State.
pub(crate) async fn references(specimen: &Specimen, issuer: &str, number: &str) -> Vec<String> {
    look_up(specimen, issuer, number).await.into_iter().map(|hit| hit.reference).collect()
}

/// Asks the API for something.
pub(crate) async fn api_get(specimen: &Specimen, token: &str, path: &str) -> Answer {
    let request = Request::get(path)
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", Purpose::DocumentIssuance.code());
    specimen.send(request.body(Body::empty()).unwrap()).await
}

/// Moves the clock and sweeps.
pub(crate) fn days_pass(specimen: &Specimen, days: i64) {
    specimen.clock.advance(SignedDuration::from_hours(24 * days));
    specimen.ground.sweep().unwrap();
}
