//! What holds for a sheet from its writing to its review, and who is told what of it.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::Request;
use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::meetings::samples::{
    api_get, coordinator, coordinator_token, delegate, get_in, path_of, shows_a_key, specimen,
};

const PATH: &str = "/sheets/HND-family-reunification";

const FORM: [(&str, &str); 12] = [
    ("seen", "0"),
    ("original", "es"),
    ("short_es", "Cónyuge e hijos menores (ficticio)"),
    ("text_es", "Quien reside tres años puede pedir que se le unan. (ficticio)"),
    ("source", "Ley 1, art. 2 (ficticia)"),
    ("policy_on-day", "2"),
    ("policy_on-month", "1"),
    ("policy_on-year", "2003"),
    ("reviewed_on-day", "1"),
    ("reviewed_on-month", "3"),
    ("reviewed_on-year", "2026"),
    ("months", "1"),
];

fn with<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let kept = FORM.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.copied().chain(more.iter().copied()).collect()
}

async fn write(specimen: &Specimen, session: &Session, more: &[(&str, &str)]) -> Answer {
    specimen.post(session, &format!("{PATH}/write"), &with(more)).await
}

async fn publish(specimen: &Specimen, session: &Session) -> Answer {
    specimen.post(session, &format!("{PATH}/publish"), &[]).await
}

fn days(specimen: &Specimen, days: i64) {
    specimen.clock.advance(SignedDuration::from_hours(24 * days));
    specimen.ground.sweep().unwrap();
}

/// Answers which writing a delegation's form was made from.
async fn seen(specimen: &Specimen, session: &Session) -> String {
    let page = specimen.get(Some(session), &format!("{PATH}/write")).await.body;
    page.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn nobody_publishes_what_they_wrote_themselves() {
    let specimen = specimen();
    let (writer, colleague) = (delegate(&specimen, "HND"), specimen.enrol("HND", "hnd.second", &["delegate"]));
    path_of(write(&specimen, &writer, &[]).await);
    let own = publish(&specimen, &writer).await;
    assert!(own.status == 409 && own.body.contains("You wrote this yourself"), "{}", own.body);
    let shows = |page: &str| page.contains("Cónyuge e hijos");
    for party in ["MEX", "COL"] {
        let other = delegate(&specimen, party);
        assert!(!shows(&specimen.get(Some(&other), PATH).await.body), "{party}: it waits");
        assert!(!shows(&specimen.get(Some(&other), "/sheets").await.body));
        assert_eq!(publish(&specimen, &other).await.status, 404, "{party}");
        assert_eq!(write(&specimen, &other, &[]).await.status, 404, "{party}");
    }
    assert!(specimen.get(Some(&coordinator(&specimen)), "/today").await.body.contains(PATH));
    let colleague = specimen.sign_in(&colleague, Some(Purpose::Secretariat));
    path_of(publish(&specimen, &colleague).await);
    assert_eq!(publish(&specimen, &colleague).await.status, 409, "nothing waits");
    for path in [PATH, "/sheets"] {
        assert!(shows(&specimen.get(Some(&delegate(&specimen, "COL")), path).await.body), "{path}");
    }
    assert_eq!(
        write(&specimen, &coordinator(&specimen), &[]).await.status,
        404,
        "the secretariat writes no State's word"
    );
}

#[tokio::test]
async fn the_table_is_read_as_of_any_day_and_what_is_not_given_is_said() {
    let specimen = specimen();
    let writer = delegate(&specimen, "HND");
    path_of(write(&specimen, &writer, &[]).await);
    path_of(publish(&specimen, &coordinator(&specimen)).await);
    days(&specimen, 10);
    let writer = delegate(&specimen, "HND");
    let seen = seen(&specimen, &writer).await;
    path_of(write(&specimen, &writer, &[("seen", &seen), ("short_es", "También los padres (ficticio)")]).await);
    let observer = delegate(&specimen, "COL");
    let now = specimen.get(Some(&observer), "/sheets").await.body;
    assert!(now.contains("Cónyuge e hijos") && !now.contains("También"), "what waits changes nothing");
    assert!(now.contains("not given"), "{now}");
    days(&specimen, 1);
    path_of(publish(&specimen, &coordinator(&specimen)).await);
    let observer = delegate(&specimen, "COL");
    let token = specimen.token(&specimen.enrol("COL", "col.machine", &["delegate"]), &[Purpose::Secretariat]);
    for (on, expected) in
        [("", "También"), ("?on=2026-02-01", ""), ("?on=2026-03-08", "Cónyuge"), ("?on=2030-01-01", "También")]
    {
        for path in ["/sheets", "/sheets/export"] {
            let text = specimen.get(Some(&observer), &format!("{path}{on}")).await.body;
            for short in ["Cónyuge", "También"] {
                assert_eq!(text.contains(short), short == expected, "{path}{on}: {short}");
            }
        }
        let told = api_get(&specimen, &token, &format!("/api/v1/sheets{on}")).await.body;
        let told: Value = serde_json::from_str(&told).unwrap();
        assert_eq!(told["sheets"].as_array().unwrap().len(), usize::from(!expected.is_empty()), "{told}");
    }
    assert_eq!(api_get(&specimen, &token, "/api/v1/sheets?on=yesterday").await.status, 422);
    let page = specimen.get(Some(&observer), PATH).await.body;
    assert!(page.contains("También") && page.contains("Cónyuge"), "every version stays: {page}");
}

#[tokio::test]
async fn an_overdue_review_is_seen_by_all_and_waits_for_its_state() {
    let specimen = specimen();
    path_of(write(&specimen, &delegate(&specimen, "HND"), &[]).await);
    path_of(publish(&specimen, &coordinator(&specimen)).await);
    let list = || async { specimen.get(Some(&delegate(&specimen, "COL")), "/sheets").await.body };
    assert!(!list().await.contains("review overdue"));
    let waits = |party: &'static str| {
        let specimen = &specimen;
        async move { specimen.get(Some(&delegate(specimen, party)), "/today").await.body.contains(PATH) }
    };
    assert!(waits("HND").await && !waits("MEX").await);
    days(&specimen, 45);
    assert!(list().await.contains("review overdue"));
    let early = specimen.get(Some(&delegate(&specimen, "COL")), "/sheets?on=2026-03-20").await.body;
    assert!(early.contains("Cónyuge") && !early.contains("review overdue"), "as of a day, as it stood then");
    let writer = delegate(&specimen, "HND");
    let seen = seen(&specimen, &writer).await;
    path_of(write(&specimen, &writer, &[("seen", &seen), ("reviewed_on-month", "4"), ("months", "60")]).await);
    path_of(publish(&specimen, &coordinator(&specimen)).await);
    assert!(!list().await.contains("review overdue"));
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_and_nothing_typed_is_lost() {
    let specimen = specimen();
    let writer = delegate(&specimen, "HND");
    for (more, said) in [
        (&[("original", "fr")][..], "Choose the original"),
        (&[("original", "en")], "needed in the original"),
        (&[("text_es", " ")], "needed in the original"),
        (&[("source", "")], "Write something here"),
        (&[("link", "http://example.org")], "begins with https"),
        (&[("link", "javascript:alert(1)")], "begins with https"),
        (&[("paper", "RCM/NONE/1")], "that you may open"),
        (&[("reviewed_on-year", "2031")], "yet to come"),
        (&[("policy_on-month", "13")], "Enter a date that exists"),
        (&[("months", "0")], "from 1 to 60"),
        (&[("months", "many")], "from 1 to 60"),
    ] {
        let answer = write(&specimen, &writer, more).await;
        assert!(answer.status == 422 && answer.body.contains(said), "{said}: {}", answer.body);
        assert!(answer.body.contains("Cónyuge e hijos menores"), "{said}: what was typed stays");
    }
    path_of(write(&specimen, &writer, &[]).await);
    let second = write(&specimen, &writer, &[("short_es", "Otra frase")]).await;
    assert!(second.status == 409 && second.body.contains("Otra frase"), "{}", second.body);
    for path in ["/sheets/HND-weather", "/sheets/COL-refugees", "/sheets/ZZZ-refugees"] {
        assert_eq!(specimen.get(Some(&writer), path).await.status, 404, "{path}");
    }
    for (language, said) in [("es", "Lo que cada Estado dice"), ("fr", "Ce que chaque État dit")] {
        for path in ["/sheets", PATH, "/sheets/HND-refugees/write"] {
            let page = get_in(&specimen, &writer, path, language).await.body;
            assert!(!shows_a_key(&page, "sheets"), "{path}: {page}");
            assert!(path != "/sheets" || page.contains(said));
        }
    }
}

#[tokio::test]
async fn a_machine_writes_and_the_secretariats_publishes() {
    let specimen = specimen();
    let token = specimen.token(&specimen.enrol("HND", "hnd.machine", &["delegate"]), &[Purpose::Secretariat]);
    let post = |token: String, path: &str, sent: Value| {
        let request = Request::post(format!("/api/v1{path}"))
            .header("authorization", format!("Bearer {token}"))
            .header("puebla-purpose", Purpose::Secretariat.code())
            .header("content-type", "application/json");
        specimen.send(request.body(Body::from(sent.to_string())).unwrap())
    };
    let sent = json!({
        "short_en": "Spouse and children (invented)", "text_en": "After three years. (invented)", "original": "en",
        "source": "Act 1, s. 2 (invented)", "policy_on": "2003-01-02", "reviewed_on": "2026-02-01", "months": 24,
    });
    let made = post(token.clone(), PATH, sent).await;
    assert_eq!(made.status, 201, "{}", made.body);
    let made: Value = serde_json::from_str(&made.body).unwrap();
    assert_eq!((made["published"].as_array().unwrap().len(), &made["pending"]["state"]), (0, &json!("HND")));
    assert_eq!(post(token, &format!("{PATH}/publish"), json!({})).await.status, 409, "its own");
    let told = post(coordinator_token(&specimen), &format!("{PATH}/publish"), json!({})).await;
    assert!(told.status == 200 && told.body.contains("\"review_due\":\"2028-02-01\""), "{}", told.body);
}
