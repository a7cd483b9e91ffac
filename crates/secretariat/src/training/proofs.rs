//! What holds for a session from its call to its certificates, and after its people are forgotten.

#![allow(clippy::unwrap_used)]

use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;

use crate::decisions::samples::{api_get, coordinator, coordinator_token, decide, delegate, held, path_of, specimen};
use crate::meetings::samples::{get_in, shows_a_key};

const PEOPLE: &str = "/training/RCM-TRN-1/people";

/// Lets days pass, and time do what it does.
fn days(specimen: &Specimen, days: i64) {
    specimen.clock.advance(SignedDuration::from_hours(24 * days));
    specimen.ground.sweep().unwrap();
}

fn session_of<'f>(symbol: &'f str, first: &'f str, last: &'f str, closes: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![
        ("symbol", symbol),
        ("course", "RCM/TRN"),
        ("decision", "RCM/VIII/2003/DEC/17"),
        ("host", "NIC"),
        ("place", "Arenal"),
        ("zone", "America/Managua"),
        ("first_on-day", first),
        ("first_on-month", "3"),
        ("first_on-year", "2026"),
        ("last_on-day", last),
        ("last_on-month", "3"),
        ("last_on-year", "2026"),
        ("closes_on-day", closes),
        ("closes_on-month", "3"),
        ("closes_on-year", "2026"),
        ("organisers", "CAN, MEX"),
        ("seats_NIC", "1"),
        ("seats_HND", "1"),
    ]
}

/// Makes a course and calls a session of it from 9 to 10 March 2026, nominations until 5 March.
async fn called(specimen: &Specimen) -> Session {
    let session = coordinator(specimen);
    held(specimen, &session).await;
    decide(specimen, &session, "17").await;
    let course = [
        ("symbol", "RCM/TRN"),
        ("title_en", "False documents (invented)"),
        ("title_es", "Documentos falsos (ficticio)"),
        ("modules", "Protección de refugiados | Refugee protection | | UNHCR\nZonas | Zones"),
        ("valid_months", "24"),
        ("pass", "60"),
    ];
    path_of(specimen.post(&session, "/training/courses/new", &course).await);
    path_of(specimen.post(&session, "/training/new", &session_of("RCM/TRN/1", "9", "10", "5")).await);
    session
}

async fn nominate(specimen: &Specimen, session: &Session, name: &str) -> Answer {
    specimen.post(session, PEOPLE, &[("name", name), ("institution", "police"), ("sex", "female")]).await
}

/// Answers the ids on a page of people, in their order.
fn ids(page: &str) -> Vec<String> {
    let before = format!("{PEOPLE}/");
    let parts = page.split(&before).skip(1);
    let mut ids: Vec<String> = parts.map(|part| part.chars().take(36).collect()).collect();
    ids.dedup();
    ids
}

async fn record(specimen: &Specimen, session: &Session, id: &str, form: &[(&str, &str)]) -> Answer {
    specimen.post(session, &format!("{PEOPLE}/{id}"), form).await
}

const BOTH_DAYS: [(&str, &str); 4] = [("day", "2026-03-09"), ("day", "2026-03-10"), ("before", "40"), ("after", "80")];

#[tokio::test]
async fn from_the_call_to_a_certificate_that_is_withdrawn() {
    let specimen = specimen();
    called(&specimen).await;
    let nicaragua = delegate(&specimen, "NIC");
    assert!(specimen.get(Some(&nicaragua), "/today").await.body.contains(PEOPLE), "invited");
    assert_eq!(nominate(&specimen, &nicaragua, "Ana Ejemplo").await.status, 303);
    assert!(!specimen.get(Some(&nicaragua), "/today").await.body.contains(PEOPLE), "every seat is filled");
    days(&specimen, 8);
    let secretary = coordinator(&specimen);
    let page = specimen.get(Some(&secretary), PEOPLE).await.body;
    let id = ids(&page).remove(0);
    // On the second day: everything that is wrong is named.
    for (form, said) in [
        (vec![("day", "2026-03-11")], "Choose days of the session"),
        (vec![("after", "80")], "There is no score"),
        (vec![("day", "2026-03-09"), ("after", "101")], "Write a score from 0 to 100"),
    ] {
        let refused = record(&specimen, &secretary, &id, &form).await;
        assert!(refused.status == 422 && refused.body.contains(said), "{said}: {}", refused.body);
    }
    let certify = "/training/RCM-TRN-1/certify";
    assert_eq!(record(&specimen, &secretary, &id, &[("day", "2026-03-09"), ("after", "80")]).await.status, 303);
    assert_eq!(specimen.post(&secretary, certify, &[]).await.status, 303);
    let certificate = format!("{PEOPLE}/{id}/certificate");
    assert_eq!(specimen.get(Some(&secretary), &certificate).await.status, 404, "a day is missing");
    assert_eq!(record(&specimen, &secretary, &id, &BOTH_DAYS).await.status, 303);
    assert_eq!(specimen.post(&secretary, certify, &[]).await.status, 303);
    let token = coordinator_token(&specimen);
    let people = api_get(&specimen, &token, &format!("/api/v1{PEOPLE}")).await.body;
    let people: serde_json::Value = serde_json::from_str(&people).unwrap();
    let number = people["people"][0]["certificate"].as_str().unwrap().to_owned();
    assert!(number.starts_with("RCM-") && number.len() == 15, "{number}");
    // Twice gives one.
    assert_eq!(specimen.post(&secretary, certify, &[]).await.status, 303);
    let nicaragua = delegate(&specimen, "NIC");
    assert!(specimen.get(Some(&nicaragua), &certificate).await.body.starts_with("%PDF-"));
    assert_eq!(specimen.get(Some(&delegate(&specimen, "HND")), &certificate).await.status, 404, "of another State");
    let look = format!("/certificates?code={number}");
    let anyone = specimen.get(None, &look).await;
    assert!(anyone.status == 200 && anyone.body.contains("valid") && !anyone.body.contains("Ana"), "{}", anyone.body);
    for (name, said) in [("ana  EJEMPLO", "of this name"), ("Eva Ejemplo", "another name"), ("", "Given on")] {
        let told = specimen.post_raw(None, "/certificates", &[("code", number.as_str()), ("name", name)]).await;
        assert!(told.body.contains(said), "{said}: {}", told.body);
    }
    assert!(specimen.get(None, "/certificates?code=RCM-00000-00000").await.body.contains("There is no certificate"));
    assert_eq!(record(&specimen, &secretary, &id, &BOTH_DAYS).await.status, 409, "what it rests on stays");
    assert_eq!(specimen.post(&secretary, &format!("{PEOPLE}/{id}/revoke"), &[]).await.status, 303);
    assert!(specimen.get(None, &look).await.body.contains("withdrawn"));
    assert_eq!(specimen.get(Some(&nicaragua), &certificate).await.status, 409);
    assert_eq!(specimen.post(&secretary, &format!("{PEOPLE}/{id}/revoke"), &[]).await.status, 409);
}

#[tokio::test]
async fn each_delegation_sees_its_own_people_and_observers_see_nobody() {
    let specimen = specimen();
    let secretary = called(&specimen).await;
    let (nicaragua, honduras) = (delegate(&specimen, "NIC"), delegate(&specimen, "HND"));
    nominate(&specimen, &nicaragua, "Ana Ejemplo").await;
    nominate(&specimen, &honduras, "Berta Muestra").await;
    let seen = |page: &str| (page.contains("Ana Ejemplo"), page.contains("Berta Muestra"));
    assert_eq!(seen(&specimen.get(Some(&nicaragua), PEOPLE).await.body), (true, false));
    assert_eq!(seen(&specimen.get(Some(&honduras), PEOPLE).await.body), (false, true));
    assert_eq!(seen(&specimen.get(Some(&secretary), PEOPLE).await.body), (true, true));
    let observer = delegate(&specimen, "COL");
    assert_eq!(specimen.get(Some(&observer), PEOPLE).await.status, 404);
    for path in ["/training", "/training/RCM-TRN-1"] {
        for session in [&observer, &nicaragua, &secretary] {
            let page = specimen.get(Some(session), path).await;
            assert_eq!((page.status.as_u16(), seen(&page.body)), (200, (false, false)), "{path}");
        }
    }
    // Neither takes back what another State said.
    let theirs = ids(&specimen.get(Some(&honduras), PEOPLE).await.body).remove(0);
    let path = format!("{PEOPLE}/{theirs}/take-back");
    assert_eq!(specimen.post(&nicaragua, &path, &[]).await.status, 404);
    assert_eq!(specimen.post(&secretary, &path, &[]).await.status, 404);
    assert_eq!(specimen.post(&honduras, &path, &[]).await.status, 303);
    assert!(!specimen.get(Some(&secretary), PEOPLE).await.body.contains("Berta"), "destroyed");
    let token = specimen.token(&specimen.enrol("NIC", "nic.machine", &["delegate"]), &[Purpose::Secretariat]);
    let told = api_get(&specimen, &token, &format!("/api/v1{PEOPLE}")).await.body;
    assert_eq!(seen(&told), (true, false));
}

#[tokio::test]
async fn what_is_wrong_with_a_nomination_is_said_in_three_languages() {
    let specimen = specimen();
    let secretary = called(&specimen).await;
    path_of(specimen.post(&secretary, "/training/new", &session_of("RCM/TRN/2", "10", "12", "5")).await);
    let nicaragua = delegate(&specimen, "NIC");
    assert_eq!(nominate(&specimen, &nicaragua, "Ana Ejemplo").await.status, 303);
    let twice = nominate(&specimen, &nicaragua, "ANA  ejemplo").await;
    assert!(twice.status == 409 && twice.body.contains("nominated already"), "{}", twice.body);
    let form = [("name", "Ana Ejemplo"), ("institution", "police"), ("sex", "female")];
    let elsewhere = specimen.post(&nicaragua, "/training/RCM-TRN-2/people", &form).await;
    assert!(elsewhere.status == 409 && elsewhere.body.contains("on the same days"), "{}", elsewhere.body);
    assert_eq!(nominate(&specimen, &nicaragua, "Eva Ejemplo").await.status, 303);
    assert!(specimen.get(Some(&nicaragua), PEOPLE).await.body.contains("waits, number 1"));
    let full = nominate(&specimen, &nicaragua, "Isa Ejemplo").await;
    assert!(full.status == 409 && full.body.contains("1 seats") && full.body.contains("Isa Ejemplo"), "{}", full.body);
    let none = nominate(&specimen, &delegate(&specimen, "MEX"), "Luz Ejemplo").await;
    assert!(none.status == 409 && none.body.contains("no seat"), "{}", none.body);
    let empty = specimen.post(&nicaragua, PEOPLE, &[]).await;
    assert!(empty.status == 422 && empty.body.contains("Choose a kind of institution"), "{}", empty.body);
    // After the close what Honduras left empty goes to who waits, and nobody is nominated any more.
    days(&specimen, 4);
    let nicaragua = delegate(&specimen, "NIC");
    let page = specimen.get(Some(&nicaragua), PEOPLE).await.body;
    assert_eq!(page.matches("has a seat").count(), 2, "{page}");
    assert_eq!(nominate(&specimen, &nicaragua, "Pia Ejemplo").await.status, 409);
    for (language, said) in [("es", "El plazo para designar terminó"), ("fr", "Les désignations sont closes")] {
        let page = get_in(&specimen, &nicaragua, PEOPLE, language).await.body;
        assert!(page.contains(said) && !shows_a_key(&page, "training"), "{page}");
    }
}

#[tokio::test]
async fn what_is_wrong_with_a_session_is_said_beside_its_field() {
    let specimen = specimen();
    let secretary = called(&specimen).await;
    let with = |name: &'static str, value: &'static str| {
        let mut form = session_of("RCM/TRN/3", "9", "10", "5");
        form.retain(|(field, _)| *field != name);
        form.push((name, value));
        form
    };
    for (form, said) in [
        (with("last_on-day", "8"), "before the first"),
        (with("closes_on-day", "20"), "on the first day at the latest"),
        (with("decision", "RCM/VIII/2003/DEC/99"), "No decision"),
        (with("course", "RCM/NONE"), "Choose a course"),
        (with("seats_NIC", "51"), "from 0 to 50"),
        (with("zone", "Nowhere"), "Write a time zone"),
        (with("organisers", "ZZZ"), "no code"),
        (with("last_on-day", "31"), "calendar"),
    ] {
        let answer = specimen.post(&secretary, "/training/new", &form).await;
        if said == "calendar" {
            assert_eq!(answer.status, 303, "23 days are a session");
        } else {
            assert!(answer.status == 422 && answer.body.contains(said), "{said}: {}", answer.body);
        }
    }
    let twice = specimen.post(&secretary, "/training/new", &session_of("RCM/TRN/1", "9", "10", "5")).await;
    assert_eq!(twice.status, 409);
    assert_eq!(specimen.get(Some(&delegate(&specimen, "NIC")), "/training/new").await.status, 404);
}

#[tokio::test]
async fn names_go_ninety_days_after_nothing_needs_them_and_the_certificate_still_answers() {
    let specimen = specimen();
    called(&specimen).await;
    let (nicaragua, honduras) = (delegate(&specimen, "NIC"), delegate(&specimen, "HND"));
    nominate(&specimen, &nicaragua, "Ana Ejemplo").await;
    nominate(&specimen, &honduras, "Berta Muestra").await;
    days(&specimen, 9);
    let secretary = coordinator(&specimen);
    let id = ids(&specimen.get(Some(&secretary), PEOPLE).await.body).remove(0);
    record(&specimen, &secretary, &id, &BOTH_DAYS).await;
    specimen.post(&secretary, "/training/RCM-TRN-1/certify", &[]).await;
    let page = specimen.get(Some(&secretary), PEOPLE).await.body;
    let number = page.split("/certificate\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
    let rate = [("useful", "5"), ("clear", "4"), ("practice", "3")];
    let feedback = "/training/RCM-TRN-1/feedback";
    assert_eq!(specimen.post(&delegate(&specimen, "HND"), feedback, &rate).await.status, 409, "nobody of theirs came");
    let nicaragua = delegate(&specimen, "NIC");
    assert_eq!(specimen.post(&nicaragua, feedback, &[("useful", "6")]).await.status, 422);
    assert_eq!(specimen.post(&nicaragua, feedback, &rate).await.status, 303);
    assert_eq!(specimen.post(&nicaragua, feedback, &rate).await.status, 409, "one for each who came");
    assert!(specimen.get(Some(&nicaragua), "/training/RCM-TRN-1").await.body.contains("from five answers on"));
    assert_eq!(counted(&specimen, NAMED), 1, "what is looked for is found while it is there");
    days(&specimen, 91);
    let secretary = coordinator(&specimen);
    let page = specimen.get(Some(&secretary), PEOPLE).await.body;
    assert!(page.contains("Ana Ejemplo") && !page.contains("Berta"), "a certificate keeps its name: {page}");
    assert_eq!(record(&specimen, &secretary, &id, &BOTH_DAYS).await.status, 409);
    days(&specimen, 2 * 366 + 95);
    let secretary = coordinator(&specimen);
    assert!(!specimen.get(Some(&secretary), PEOPLE).await.body.contains("Ana"));
    let told = specimen.post_raw(None, "/certificates", &[("code", &number), ("name", "Ana Ejemplo")]).await.body;
    assert!(told.contains("expired") && told.contains("no longer kept"), "{told}");
    let shown = specimen.get(Some(&secretary), "/training/RCM-TRN-1").await.body;
    assert!(shown.contains("kept back"), "the counts stay: {shown}");
    for table in ["training_nominee", "training_record", "training_said"] {
        assert_eq!(counted(&specimen, &format!("SELECT count(*) FROM {table}")), 0, "{table}");
    }
    assert_eq!(counted(&specimen, NAMED), 0, "the journal's payload is destroyed");
}

/// Payloads of the journal in which a name stands.
const NAMED: &str = "SELECT count(*) FROM journal_payload WHERE instr(CAST(body AS TEXT), 'Ana Ejemplo') > 0";

fn counted(specimen: &Specimen, sql: &str) -> u64 {
    let database = specimen.ground.database("secretariat").unwrap();
    database.read(|now| Ok(now.query_row(sql, [], |row| row.get(0))?)).unwrap()
}
