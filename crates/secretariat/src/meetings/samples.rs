//! Invented people and meetings for the tests of this house.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::Request;
use base::access::Purpose;
use base::ground::HousePlan;
use base::specimen::{Answer, Session, Specimen};

static PLANS: [HousePlan; 1] = [crate::PLAN];

/// Answers a server with nobody in it.
pub(crate) fn specimen() -> Specimen {
    Specimen::new(&PLANS)
}

/// Answers a server of another process with nobody in it.
pub(crate) fn specimen_of(profile: &str) -> Specimen {
    Specimen::with_profile(&PLANS, profile)
}

/// Signs in the secretariat's coordinator.
pub(crate) fn coordinator(specimen: &Specimen) -> Session {
    specimen.signed_in("XSV", "coordinator", Purpose::Secretariat)
}

/// Makes a token of the secretariat's coordinator.
pub(crate) fn coordinator_token(specimen: &Specimen) -> String {
    let user_name = specimen.enrol("XSV", "xsv.machine", &["coordinator"]);
    specimen.token(&user_name, &[Purpose::Secretariat])
}

/// Signs in a delegate.
pub(crate) fn delegate(specimen: &Specimen, party: &str) -> Session {
    specimen.signed_in(party, "delegate", Purpose::Secretariat)
}

/// Fills the form of a meeting in that was called for 29 and 30 May 2003.
pub(crate) fn called(symbol: &str) -> Vec<(&str, &str)> {
    vec![
        ("symbol", symbol),
        ("series", "RCM"),
        ("number", "8"),
        ("title_en", "Eighth specimen meeting"),
        ("title_es", "Octava reunión de muestra"),
        ("host", "MEX"),
        ("first_on-day", "29"),
        ("first_on-month", "5"),
        ("first_on-year", "2003"),
        ("last_on-day", "30"),
        ("last_on-month", "5"),
        ("last_on-year", "2003"),
        ("zone", "America/Cancun"),
        ("place", "Arenal"),
    ]
}

/// Writes a meeting down and answers its path.
pub(crate) async fn plan(specimen: &Specimen, session: &Session, symbol: &str) -> String {
    path_of(specimen.post(session, "/meetings/plan", &called(symbol)).await)
}

/// Answers where an answer sends the browser, without its query.
pub(crate) fn path_of(answer: Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    answer.headers["location"].to_str().unwrap().split('?').next().unwrap().to_owned()
}

/// Asks the API for something.
pub(crate) async fn api_get(specimen: &Specimen, token: &str, path: &str) -> Answer {
    let request = Request::get(path)
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", Purpose::Secretariat.code());
    specimen.send(request.body(Body::empty()).unwrap()).await
}

/// Asks for a page in a language.
pub(crate) async fn get_in(specimen: &Specimen, session: &Session, path: &str, language: &str) -> Answer {
    let cookie = format!("puebla={}; language={language}", session.secret);
    specimen.send(Request::get(path).header("cookie", cookie).body(Body::empty()).unwrap()).await
}
