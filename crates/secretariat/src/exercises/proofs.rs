//! What holds for an exercise from its plan to its close, and who is told what of it.

#![allow(clippy::unwrap_used)]

use base::access::Purpose;
use base::specimen::{Session, Specimen};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::decisions::samples::{api_get, coordinator, coordinator_token, decide, delegate, held, path_of, specimen};
use crate::meetings::samples::{get_in, shows_a_key};

const EXERCISE: &str = "/exercises/RCM-EXR-1";

fn plan_of<'f>(first: &'f str, last: &'f str) -> Vec<(&'f str, &'f str)> {
    vec![
        ("symbol", "RCM/EXR/1"),
        ("title_en", "Exercise at Arenal (invented)"),
        ("title_es", "Ejercicio en Arenal (ficticio)"),
        ("decision", "RCM/VIII/2003/DEC/23"),
        ("place", "Arenal"),
        ("zone", "America/Managua"),
        ("first_on-day", first),
        ("first_on-month", "3"),
        ("first_on-year", "2026"),
        ("last_on-day", last),
        ("last_on-month", "3"),
        ("last_on-year", "2026"),
        ("plan_en", "Joint teams of both authorities, with child protection beside them."),
        ("plan_es", "Equipos conjuntos de ambas autoridades, con protección de la niñez a su lado."),
        ("institution_NIC", "migration"),
        ("institution_CRI", "police"),
    ]
}

/// Plans an exercise from 9 to 10 March 2026.
async fn planned(specimen: &Specimen) {
    let session = coordinator(specimen);
    held(specimen, &session).await;
    decide(specimen, &session, "23").await;
    path_of(specimen.post(&session, "/exercises/new", &plan_of("9", "10")).await);
}

async fn step(specimen: &Specimen, session: &Session, to: &str) -> u16 {
    specimen.post(session, &format!("{EXERCISE}/step"), &[("to", to)]).await.status.as_u16()
}

async fn report(specimen: &Specimen, state: &str, counts: &[(&str, &str)]) -> u16 {
    let session = delegate(specimen, state);
    specimen.post(&session, &format!("{EXERCISE}/counts"), counts).await.status.as_u16()
}

/// Lets the exercise pass and both States report.
async fn reported(specimen: &Specimen) {
    planned(specimen).await;
    specimen.clock.advance(SignedDuration::from_hours(24 * 10));
    assert_eq!(step(specimen, &coordinator(specimen), "held").await, 303);
    let first = [("need-asylum", "12"), ("need-child", "7"), ("referred-child", "7"), ("smugglers-charged", "2")];
    assert_eq!(report(specimen, "NIC", &first).await, 303);
    assert_eq!(report(specimen, "CRI", &[("need-asylum", "5"), ("need-child", "3")]).await, 303);
}

/// Answers a count of the API's answer to a delegate of a State: its own cell where a State is named, else the sum.
async fn told(specimen: &Specimen, who: &str, kind: &str, of: Option<&str>) -> Value {
    let user = specimen.enrol(who, &format!("{}.{kind}.{}", who, of.unwrap_or("all")).to_lowercase(), &["delegate"]);
    let token = specimen.token(&user, &[Purpose::Secretariat]);
    let shown: Value =
        serde_json::from_str(&api_get(specimen, &token, &format!("/api/v1{EXERCISE}")).await.body).unwrap();
    let rows = shown["counts"].as_array().unwrap();
    let found = rows.iter().find(|row| row["kind"] == kind && row["state"] == json!(of));
    found.map_or(json!("not there"), |row| row["count"].clone())
}

#[tokio::test]
async fn what_is_wrong_with_a_plan_is_named_and_what_was_typed_stays() {
    let specimen = specimen();
    let session = coordinator(&specimen);
    held(&specimen, &session).await;
    decide(&specimen, &session, "23").await;
    let with = |name: &'static str, value: &'static str| {
        let mut form = plan_of("9", "10");
        form.retain(|(known, _)| *known != name);
        form.push((name, value));
        form
    };
    for (form, said) in [
        (with("decision", "RCM/VIII/2003/DEC/99"), "There is no such decision"),
        (with("zone", "Arenal"), "No time zone"),
        (with("last_on-day", "8"), "The last day is before the first"),
        (with("plan_es", ""), "Write something here"),
        (with("institution_NIC", "army"), "Choose a kind of institution"),
    ] {
        let refused = specimen.post(&session, "/exercises/new", &form).await;
        assert!(refused.status == 422 && refused.body.contains(said), "{said}: {}", refused.body);
        assert!(refused.body.contains("Exercise at Arenal (invented)"), "what was typed stays");
    }
    path_of(specimen.post(&session, "/exercises/new", &plan_of("9", "10")).await);
    assert_eq!(specimen.post(&session, "/exercises/new", &plan_of("9", "10")).await.status, 409);
    assert_eq!(specimen.post(&delegate(&specimen, "NIC"), "/exercises/new", &plan_of("9", "10")).await.status, 404);
}

#[tokio::test]
async fn small_counts_of_others_are_kept_back_until_and_after_the_report_is_complete() {
    let specimen = specimen();
    reported(&specimen).await;
    // While States report, nobody sees another's.
    assert_eq!(told(&specimen, "NIC", "need-child", Some("NIC")).await, json!(7));
    assert_eq!(told(&specimen, "NIC", "need-asylum", Some("CRI")).await, json!("not there"));
    assert_eq!(told(&specimen, "COL", "need-asylum", Some("NIC")).await, json!("not there"));
    assert_eq!(step(&specimen, &coordinator(&specimen), "reported").await, 303);
    assert_eq!(told(&specimen, "HND", "need-asylum", Some("CRI")).await, json!(5));
    assert_eq!(told(&specimen, "HND", "need-asylum", None).await, json!(17));
    assert_eq!(told(&specimen, "HND", "need-child", Some("CRI")).await, Value::Null);
    assert_eq!(told(&specimen, "CRI", "need-child", Some("CRI")).await, json!(3), "its own");
    assert_eq!(told(&specimen, "NIC", "need-child", None).await, Value::Null, "10 less its own 7 would be 3");
    assert_eq!(told(&specimen, "COL", "smugglers-charged", Some("NIC")).await, Value::Null);
    let secretary = coordinator(&specimen);
    let sheet = specimen.get(Some(&secretary), &format!("{EXERCISE}/export")).await.body;
    assert!(sheet.contains("need-child,CRI,3") && sheet.contains("need-child,,10"), "{sheet}");
    let order = ["need-asylum", "referred-asylum", "false-documents", "smugglers-charged"];
    let places: Vec<usize> = order.iter().map(|kind| sheet.find(kind).unwrap()).collect();
    assert!(places.is_sorted(), "people who need protection come first: {sheet}");
    let sheet = specimen.get(Some(&delegate(&specimen, "COL")), &format!("{EXERCISE}/export")).await.body;
    assert!(sheet.contains("need-child,CRI,kept back") && !sheet.contains("need-child,,10"), "{sheet}");
    assert_eq!(report(&specimen, "CRI", &[("need-child", "9")]).await, 409, "complete is complete");
}

#[tokio::test]
async fn a_state_reports_for_itself_alone_and_only_once_the_exercise_was_held() {
    let specimen = specimen();
    planned(&specimen).await;
    let secretary = coordinator(&specimen);
    assert_eq!(report(&specimen, "NIC", &[("need-child", "1")]).await, 409, "not held");
    assert_eq!(step(&specimen, &secretary, "held").await, 409, "its last day has not come");
    specimen.clock.advance(SignedDuration::from_hours(24 * 10));
    let secretary = coordinator(&specimen);
    assert_eq!(step(&specimen, &secretary, "reported").await, 409, "out of turn");
    assert_eq!(step(&specimen, &secretary, "held").await, 303);
    assert_eq!(step(&specimen, &secretary, "reported").await, 409, "nobody has reported");
    let own = format!("{EXERCISE}/counts");
    assert!(specimen.get(Some(&delegate(&specimen, "CRI")), "/today").await.body.contains(&own));
    assert_eq!(specimen.post(&secretary, &own, &[("need-child", "1")]).await.status, 404, "not for a State");
    for stranger in ["HND", "COL"] {
        assert_eq!(report(&specimen, stranger, &[("need-child", "1")]).await, 404, "{stranger} took no part");
    }
    let session = delegate(&specimen, "CRI");
    let refused = specimen.post(&session, &own, &[("need-child", "a few"), ("need-asylum", "6")]).await;
    assert!(refused.status == 422 && refused.body.contains("value=\"a few\"") && refused.body.contains("value=\"6\""));
    assert_eq!(report(&specimen, "CRI", &[]).await, 303, "nothing found is a report");
    let session = delegate(&specimen, "CRI");
    assert!(!specimen.get(Some(&session), "/today").await.body.contains(&own), "it has reported");
    let calendar = specimen.get(Some(&session), "/today/calendar").await.body;
    assert!(calendar.contains("exercise-rcm-exr-1"), "{calendar}");
}

#[tokio::test]
async fn it_is_closed_when_each_finding_has_a_duty_or_a_reason() {
    let specimen = specimen();
    reported(&specimen).await;
    let secretary = coordinator(&specimen);
    assert_eq!(step(&specimen, &secretary, "reported").await, 303);
    let findings = format!("{EXERCISE}/findings");
    for text in ["No interpreter was there", "Two forms for one referral"] {
        let form = [("text_en", text), ("text_es", "Hallazgo")];
        assert_eq!(specimen.post(&secretary, &findings, &form).await.status, 303);
    }
    assert_eq!(step(&specimen, &secretary, "closed").await, 409, "nothing answers for two findings");
    let first = format!("{findings}/1");
    let due = [("due-day", "30"), ("due-month", "6"), ("due-year", "2026")];
    for (form, said) in [
        (vec![], "Say who owes it"),
        (vec![("owner", "COL"), due[0], due[1], due[2]], "The code of a member State"),
        (vec![("owner", "NIC")], "A day from today on"),
        (vec![("owner", "NIC"), due[0], due[1], due[2], ("reason", "None")], "not both"),
    ] {
        let refused = specimen.post(&secretary, &first, &form).await;
        assert!(refused.status == 422 && refused.body.contains(said), "{said}: {}", refused.body);
    }
    let duty = [("owner", "NIC"), due[0], due[1], due[2]];
    assert_eq!(specimen.post(&secretary, &first, &duty).await.status, 303);
    assert_eq!(specimen.post(&secretary, &first, &duty).await.status, 409, "one answer a finding");
    assert_eq!(step(&specimen, &secretary, "closed").await, 409, "one is left");
    let reason = [("reason", "The second form was given up.")];
    assert_eq!(specimen.post(&secretary, &format!("{findings}/2"), &reason).await.status, 303);
    assert_eq!(step(&specimen, &secretary, "closed").await, 303);
    let nicaragua = delegate(&specimen, "NIC");
    let page = specimen.get(Some(&nicaragua), EXERCISE).await.body;
    // The decision charged the eleven members with one duty: what was found is its second.
    let owed = "/obligations/RCM-VIII-2003-DEC-23.2";
    assert!(page.contains(owed) && page.contains("The second form was given up."), "{page}");
    assert!(specimen.get(Some(&nicaragua), "/obligations?standing=all&owner=NIC").await.body.contains(owed));
    let late = [("text_en", "Late"), ("text_es", "Tarde")];
    assert_eq!(specimen.post(&secretary, &findings, &late).await.status, 409, "closed");
}

#[tokio::test]
async fn its_pages_speak_three_languages_and_a_machine_reads_the_same() {
    let specimen = specimen();
    reported(&specimen).await;
    let secretary = coordinator(&specimen);
    let finding = [("text_en", "No interpreter"), ("text_es", "Sin intérprete")];
    specimen.post(&secretary, &format!("{EXERCISE}/findings"), &finding).await;
    let pages =
        ["/exercises", "/exercises/new", EXERCISE, "/exercises/RCM-EXR-1/findings", "/exercises/RCM-EXR-1/findings/1"];
    for language in ["en", "es", "fr"] {
        for path in pages {
            let page = get_in(&specimen, &secretary, path, language).await;
            assert!(page.status == 200 && !shows_a_key(&page.body, "exercises"), "{language} {path}: {}", page.body);
        }
        let page = get_in(&specimen, &delegate(&specimen, "NIC"), "/exercises/RCM-EXR-1/counts", language).await;
        assert!(page.status == 200 && !shows_a_key(&page.body, "exercises"), "{language}: {}", page.body);
    }
    let token = coordinator_token(&specimen);
    let list: Value = serde_json::from_str(&api_get(&specimen, &token, "/api/v1/exercises").await.body).unwrap();
    assert_eq!(list["exercises"][0]["standing"], "held");
    assert_eq!(list["exercises"][0]["counts"], json!([]), "a list has no counts");
    let sent = json!({
        "symbol": "RCM/EXR/2", "title_en": "Second (invented)", "title_es": "Segundo (ficticio)",
        "decision": "RCM/VIII/2003/DEC/23", "place": "Arenal", "zone": "UTC", "first_on": "2026-05-01", "last_on": "2026-05-01",
        "plan_en": "Plan", "plan_es": "Plan", "participants": [{ "state": "NIC", "institution": "police" }]
    });
    let answer = specimen.call(&token, Purpose::Secretariat, "/api/v1/exercises", &sent).await;
    assert!(answer.status == 201 && answer.body.contains("RCM-EXR-2"), "{}", answer.body);
    let user = specimen.enrol("NIC", "nic.exercise", &["delegate"]);
    let own = specimen.token(&user, &[Purpose::Secretariat]);
    let counts = json!({ "counts": [{ "kind": "need-child", "count": 4 }] });
    let answer = specimen.call(&own, Purpose::Secretariat, &format!("/api/v1{EXERCISE}/counts"), &counts).await;
    assert!(answer.status == 200 && answer.body.contains("\"count\":4"), "{}", answer.body);
    let wrong = json!({ "counts": [{ "kind": "detained", "count": 4 }] });
    let answer = specimen.call(&own, Purpose::Secretariat, &format!("/api/v1{EXERCISE}/counts"), &wrong).await;
    assert_eq!(answer.status, 422, "{}", answer.body);
}
