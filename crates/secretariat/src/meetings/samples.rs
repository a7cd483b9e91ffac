//! Invented people and meetings for the tests of this house.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::Request;
use base::access::Purpose;
use base::ground::HousePlan;
use base::specimen::{Answer, Session, Specimen};

pub(crate) static PLANS: [HousePlan; 1] = [crate::PLAN];

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

/// Attributes that say something to whoever reads.
const SPOKEN: [&str; 4] = ["aria-label", "title", "alt", "placeholder"];

/// Answers whether a page shows a key of a room in the place of its text, wherever a reader would come upon it.
pub(crate) fn shows_a_key(page: &str, room: &str) -> bool {
    page.match_indices(&format!("{room}-")).any(|(at, _)| {
        let before = &page[..at];
        if before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '_' | '.' | '#')) {
            return false;
        }
        let is_text = before.rfind('>') > before.rfind('<');
        let attribute = before.rsplit_once("=\"").filter(|(_, value)| !value.contains('"'));
        let named = attribute.and_then(|(tag, _)| tag.rsplit(' ').next());
        is_text || named.is_some_and(|name| SPOKEN.contains(&name))
    })
}

#[test]
fn a_key_is_found_wherever_it_stands_in_the_place_of_a_text() {
    for shown in
        ["<p>minutes-x</p>", "<p>Of 3: minutes-x</p>", "<b aria-label=\"Of 3: minutes-x\">", "<i title=\"minutes-x\">"]
    {
        assert!(shows_a_key(shown, "minutes"), "{shown}");
    }
    for none in
        ["<a href=\"/minutes-x\">", "<p id=\"minutes-x\" class=\"a minutes-x\">", "<p>ten-minutes-long</p>", "<p>a</p>"]
    {
        assert!(!shows_a_key(none, "minutes"), "{none}");
    }
}
