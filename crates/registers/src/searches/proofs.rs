//! What a search promises, through the real router, with invented people: what it finds, what it never says, what it costs.
#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::{Request, StatusCode};
use base::access::{ACCESS, Purpose};
use base::ground::HousePlan;
use base::identity::{Caller, cookie_name};
use base::specimen::{Answer, Session, Specimen};
use base::store::Database;
use base::web::shell::encoded;
use jiff::SignedDuration;
use serde_json::{Value, json};
use std::sync::Arc;

use crate::alerts::{Category, samples};

static PLANS: &[HousePlan] = &[crate::PLAN];

const PATH: &str = "/api/v1/person-searches";

/// A register in which Honduras and Guatemala take part, and somebody at the border of Guatemala.
struct Border {
    specimen: Specimen,
    authors: [Arc<Caller>; 2],
    officer: Session,
    name: String,
}

impl Border {
    async fn new() -> Self {
        let specimen = Specimen::new(PLANS);
        let caller = |state, role, purpose| specimen.signed_in(state, role, purpose).caller;
        let coordinator = caller("XSV", "coordinator", Purpose::Secretariat);
        let states = ["HND", "GTM"].map(|state| caller(state, "state_administrator", Purpose::Administration));
        samples::switch_on(&specimen.ground, &coordinator, &states).await.unwrap();
        let authors = [(); 2].map(|()| caller("HND", "alert_officer", Purpose::AlertIssuance));
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        let name = specimen.enrol("GTM", "gtm.machine", &["border_officer"]);
        Border { specimen, authors, officer, name }
    }

    /// Puts somebody in force: an adult of a category, with names and a birth of their own.
    async fn sought(&self, category: Category, maternal: &str, born: &str) -> String {
        let mut text = samples::text(category);
        (text.subject.paternal, text.subject.maternal) = ("Quimistán".to_owned(), maternal.to_owned());
        (text.subject.given, text.subject.born) = ("Nahomy".to_owned(), born.parse().unwrap());
        let [author, judge] = &self.authors;
        samples::put_in_force(&self.specimen.ground, author, judge, category, text).await.unwrap()
    }

    /// Calls as the State's program.
    async fn call(&self, path: &str, body: &Value) -> (Answer, Value) {
        let token = self.specimen.token(&self.name, &[Purpose::BorderControl]);
        let answer = self.specimen.call(&token, Purpose::BorderControl, path, body).await;
        let said = serde_json::from_str(&answer.body).unwrap_or(Value::Null);
        (answer, said)
    }

    async fn search(&self, body: &Value) -> (StatusCode, Value) {
        let (answer, said) = self.call(PATH, body).await;
        (answer.status, said)
    }

    async fn matches(&self, body: &Value) -> Vec<Value> {
        let (status, said) = self.search(body).await;
        assert_eq!(status, StatusCode::OK, "{said}");
        said["matches"].as_array().unwrap().clone()
    }

    async fn in_language(&self, language: &str, fields: &[(&str, &str)]) -> Answer {
        let cookie = format!("{}={}; language={language}", cookie_name(false), self.officer.secret);
        let field = |(name, value): &(&str, &str)| format!("&{name}={}", encoded(value));
        let form = format!("csrf={}{}", self.officer.csrf, fields.iter().map(field).collect::<String>());
        let request =
            if fields.is_empty() { Request::get("/person-searches") } else { Request::post("/person-searches") };
        let request = request.header("cookie", cookie).header("content-type", "application/x-www-form-urlencoded");
        self.specimen.send(request.body(Body::from(form)).unwrap()).await
    }
}

fn nahomy(born: &str) -> Value {
    json!({ "paternal": "Quimistan", "given": "Nahomy", "born": born })
}

/// Names that no alert of these tests bears, each once and in no order.
fn somebody(turn: usize) -> Value {
    let letter = |at: usize| char::from(b'a' + u8::try_from((turn * 11 + at * 7) % 26).unwrap());
    let surname: String = ['Z', letter(1), letter(2), 'e', 'r'].into_iter().collect();
    json!({ "paternal": surname, "given": "Abel", "born": "1970-01-31" })
}

/// G-18, G-19: a search says what a check says of the same person, and like it not a word of the alert.
#[tokio::test]
async fn a_search_answers_what_a_check_answers_and_nothing_of_the_alert() {
    let border = Border::new().await;
    assert_eq!(border.matches(&nahomy("1988-05-19")).await, Vec::<Value>::new());
    let reference = border.sought(Category::CaptureTrafficking, "Zelaya", "1988-05-19").await;
    for born in ["1988-05-19", "1988-05-18"] {
        let carrier =
            json!({ "number": "L898902C3", "issuing_state": "UTO", "kind": "passport", "person": nahomy(born) });
        let (_, checked) = border.call("/api/v1/checks", &carrier).await;
        let (status, mut searched) = border.search(&nahomy(born)).await;
        assert_eq!(status, StatusCode::OK);
        let mut checked = checked["person"].clone();
        for answer in [&mut checked, &mut searched] {
            assert_eq!(answer["matches"].as_array().unwrap().len(), 1, "{answer}");
            (answer["receipt"], answer["matches"][0]["match"]) = (Value::Null, Value::Null);
        }
        assert_eq!(searched, checked);
        let text = searched.to_string();
        for sealed in [
            "Zelaya",
            "ZELAYA",
            "HND",
            "trafficking",
            "detain",
            "Motivo",
            "Juzgado",
            "EXP-",
            &reference,
            "1988",
            "total",
            "category",
        ] {
            assert!(!text.contains(sealed), "{sealed} in {text}");
        }
    }
    let strong = border.matches(&nahomy("1988-05-19")).await;
    assert_eq!(strong[0]["level"], "strong");
}

/// At most five, the likeliest first, and no total.
#[tokio::test]
async fn a_search_answers_five_at_most() {
    let border = Border::new().await;
    for maternal in ["Zelaya", "Ixcot", "Urbina", "Tobar", "Yanes", "Rivas", "Cruz"] {
        border.sought(Category::LocateWitness, maternal, "1988-05-19").await;
    }
    let (_, said) = border.search(&nahomy("1988-05-19")).await;
    assert_eq!(said["matches"].as_array().unwrap().len(), 5);
    assert_eq!(said.as_object().unwrap().keys().collect::<Vec<_>>(), ["receipt", "matches"]);
}

/// What a State may not see is not there, and a State that takes part in nothing has nobody to search for.
#[tokio::test]
async fn what_a_state_may_not_see_is_not_there() {
    let border = Border::new().await;
    border.sought(Category::ImpedimentExit, "Zelaya", "1988-05-19").await;
    assert_eq!(border.matches(&nahomy("1988-05-19")).await.len(), 1);
    let administrator = border.specimen.signed_in("GTM", "state_administrator", Purpose::Administration);
    let left = border.specimen.post(&administrator, "/alerts/categories/impediment_exit", &[("act", "out")]).await;
    assert_eq!(left.status, StatusCode::SEE_OTHER);
    assert_eq!(border.matches(&nahomy("1988-05-19")).await.len(), 0, "Guatemala left");
    let stranger = border.specimen.signed_in("SLV", "border_officer", Purpose::BorderControl);
    let form = [("paternal", "Quimistán"), ("given", "Nahomy"), ("born", "1988-05-19")];
    for _ in 0..25 {
        let refused = border.specimen.post(&stranger, "/person-searches", &form).await;
        assert_eq!(refused.status, StatusCode::CONFLICT, "El Salvador takes no part, and it costs nothing");
    }
    let page = border.specimen.get(Some(&stranger), "/person-searches").await;
    assert!(page.body.contains("Your State takes no part") && !page.body.contains("name=\"paternal\""));
}

/// A name alone, a wildcard, an initial: refused with its reason, and free of charge.
#[tokio::test]
async fn less_than_may_be_asked_is_refused_and_costs_nothing() {
    let border = Border::new().await;
    for turn in 0..30 {
        for (body, field, code) in [
            (json!({ "paternal": "Quimistan", "given": "Nahomy" }), "born", "birth_missing"),
            (json!({ "paternal": "Quimistan", "born": "1988" }), "given", "given_missing"),
            (json!({ "paternal": "Q*", "given": "Nahomy", "born": "1988" }), "paternal", "name_character"),
            (json!({ "paternal": "Quimistan", "given": "N", "born": "1988" }), "given", "name_short"),
        ] {
            let (status, problem) = border.search(&body).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{turn}");
            let fault = &problem["errors"][0];
            assert_eq!((&fault["field"], &fault["code"]), (&json!(field), &json!(code)), "{problem}");
            assert!(!fault["message"].as_str().unwrap().contains("searches-"), "{fault}");
        }
    }
    let (status, problem) = border.search(&json!({ "paternal": "Quimistan", "given": "Nahomy" })).await;
    assert!(
        status == 422 && problem["errors"][0]["message"].as_str().unwrap().starts_with("A name alone finds nobody")
    );
    let (status, _) = border.search(&json!({ "surname": "Quimistan" })).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "there is no other field");
    assert_eq!(border.search(&nahomy("1988")).await.0, StatusCode::OK);
}

/// What one officer may search for in an hour is used up by searches alone, and is said in their language.
#[tokio::test]
async fn searches_are_used_up_for_an_hour() {
    let mut border = Border::new().await;
    let mut made = 0;
    for turn in 0..40 {
        // Slower than fifteen names in ten minutes.
        border.specimen.clock.advance(SignedDuration::from_secs(60));
        let (answer, problem) = border.call(PATH, &somebody(turn)).await;
        if answer.status == StatusCode::OK {
            made += 1;
            continue;
        }
        assert_eq!((answer.status, &problem["type"]), (StatusCode::TOO_MANY_REQUESTS, &json!("/problems/used-up")));
        let wait: i64 = answer.headers["retry-after"].to_str().unwrap().parse().unwrap();
        assert_eq!(wait, 3_600 - 60 * (i64::try_from(turn).unwrap() + 1), "until the next hour");
        border.specimen.clock.advance(SignedDuration::from_secs(wait));
        break;
    }
    assert_eq!(made, 20);
    assert_eq!(border.search(&somebody(50)).await.0, StatusCode::OK, "the next hour");
    let lines = border.specimen.log_acts();
    assert!(lines.iter().any(|line| line.starts_with("searches.search used_up")), "{lines:?}");
    border.officer = border.specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
    let form = [("paternal", "Quimistán"), ("given", "Nahomy"), ("born", "1988-05-19")];
    for _ in 0..20 {
        assert_eq!(border.in_language("es", &form).await.status, StatusCode::OK, "another officer has their own");
    }
    let refused = border.in_language("es", &form).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(
        refused.body.contains("las 20 búsquedas de personas que un oficial puede hacer en una hora"),
        "{}",
        refused.body
    );
    assert!(refused.headers.contains_key("retry-after"));
}

/// Whoever may not search is not told that a post has used up its searches, nor does it use up any.
#[tokio::test]
async fn who_may_not_search_learns_nothing_of_who_does() {
    let border = Border::new().await;
    let form = [("paternal", "Quimistán"), ("given", "Nahomy"), ("born", "1988-05-19")];
    let somebody = |role, purpose| border.specimen.signed_in("GTM", role, purpose);
    let steward = somebody("data_steward", Purpose::DataStewardship);
    let ask = async |who: &Session| border.specimen.post(who, "/person-searches", &form).await.status;
    for _ in 0..25 {
        assert_eq!(ask(&steward).await, StatusCode::NOT_FOUND);
    }
    for _ in 0..3 {
        let officer = somebody("border_officer", Purpose::BorderControl);
        for turn in 0..20 {
            assert_eq!(ask(&officer).await, StatusCode::OK, "{turn}");
        }
    }
    let officer = somebody("border_officer", Purpose::BorderControl);
    assert_eq!(ask(&officer).await, StatusCode::TOO_MANY_REQUESTS, "the post has none left");
    assert_eq!(ask(&steward).await, StatusCode::NOT_FOUND);
}

/// Whoever tries birth dates for a name is stopped, oversight is told without a name, and the second line may lift it.
#[tokio::test]
async fn bulk_querying_is_stopped_and_oversight_is_told_of_no_name() {
    let border = Border::new().await;
    let form = |born| [("paternal", "Quimistán"), ("given", "Nahomy"), ("born", born)];
    let ask = async |born| border.specimen.post(&border.officer, "/person-searches", &form(born)).await.status;
    for born in ["1980", "1981", "1982", "1983"] {
        assert_eq!(ask(born).await, StatusCode::OK, "{born}");
    }
    assert_eq!(ask("1984").await, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask("1980").await, StatusCode::TOO_MANY_REQUESTS, "an hour long");
    let refused = border.specimen.post(&border.officer, "/person-searches", &form("1985")).await;
    assert!(refused.body.contains("looked like going through the register"), "{}", refused.body);
    let oversight = border.specimen.signed_in("GTM", "oversight", Purpose::Oversight);
    let list = border.specimen.get(Some(&oversight), "/oversight/concerns").await.body;
    assert!(list.contains("One name, many dates of birth") && !list.contains("Quimist"), "{list}");
    let lines = border.specimen.log_acts();
    assert!(lines.iter().any(|line| line.starts_with("searches.search births_of_one_name")), "{lines:?}");
    let examiner = border.specimen.signed_in("GTM", "document_examiner", Purpose::BorderControl);
    let stopped = border.specimen.get(Some(&examiner), "/check/stopped").await.body;
    let concern = stopped.split("/check/stopped/").nth(1).unwrap().split('/').next().unwrap().to_owned();
    let reason = format!("reason-{concern}");
    let lift = [(reason.as_str(), "exercise")];
    let lifted = border.specimen.post(&examiner, &format!("/check/stopped/{concern}/lift"), &lift).await;
    assert_eq!(lifted.status, StatusCode::SEE_OTHER, "{}", lifted.body);
    assert_eq!(ask("1986").await, StatusCode::OK, "they begin anew");
}

/// The way around a search, a name typed beside any number, is watched for birth dates too.
#[tokio::test]
async fn birth_dates_tried_at_checks_are_seen() {
    let border = Border::new().await;
    let mut refused = None;
    for turn in 0..12 {
        let born = format!("{}", 1970 + turn);
        let number = format!("K{:08}", 20_000_000 + turn * 7_919_317);
        let form = [
            ("number", number.as_str()),
            ("issuing_state", "UTO"),
            ("paternal", "Quimistán"),
            ("given", "Nahomy"),
            ("born", &born),
        ];
        let answer = border.specimen.post(&border.officer, "/check", &form).await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            refused = refused.or(Some(turn));
        }
    }
    assert_eq!(refused, Some(7), "the eighth");
}

/// G-17: found or not, what is kept of a search is a commitment to chance that only whoever asked was given.
#[tokio::test]
async fn a_search_leaves_a_commitment_and_no_name() {
    let border = Border::new().await;
    border.sought(Category::MissingVulnerable, "Zelaya", "1988-05-19").await;
    let kept = || {
        let count = |now: &rusqlite::Connection| {
            Ok(now.query_row("SELECT count(*) FROM journal_entry", [], |row| row.get::<_, u64>(0))?)
        };
        border.specimen.ground.database("registers").unwrap().read(count).unwrap()
    };
    let before = kept();
    let about = || -> String {
        let log = Database::open_alone(border.specimen.path(), &ACCESS).unwrap();
        let last: Vec<u8> =
            log.query_row("SELECT body FROM detail ORDER BY position DESC LIMIT 1", [], |row| row.get(0)).unwrap();
        serde_json::from_slice::<Value>(&last).unwrap()["about"].as_str().unwrap().to_owned()
    };
    let mut lines = Vec::new();
    for born in ["1988-05-19", "1988-05-19", "1950"] {
        let (status, said) = border.search(&nahomy(born)).await;
        assert_eq!(status, StatusCode::OK);
        let line = about();
        assert!(line.starts_with("person:") && line.len() == "person:".len() + 32, "{line}");
        assert!(!line.contains(said["receipt"].as_str().unwrap()) && !line.to_lowercase().contains("quimis"));
        lines.push(line);
    }
    lines.sort();
    lines.dedup();
    assert_eq!((lines.len(), kept()), (3, before), "no two alike, and no series heard of any");
}

/// Who checks documents searches, for a purpose that is said; nobody else does.
#[tokio::test]
async fn a_purpose_is_said_and_a_role_is_held() {
    let border = Border::new().await;
    let token = border.specimen.token(&border.name, &[Purpose::BorderControl]);
    let request = Request::post(PATH)
        .header("authorization", format!("Bearer {token}"))
        .header("content-type", "application/json")
        .body(Body::from(nahomy("1988").to_string()));
    let without = border.specimen.send(request.unwrap()).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(without.body.contains("/problems/purpose-missing"), "{}", without.body);
    for (role, purpose) in [
        ("data_steward", Purpose::DataStewardship),
        ("alert_officer", Purpose::AlertIssuance),
        ("child_protection", Purpose::ChildProtection),
        ("oversight", Purpose::Oversight),
    ] {
        let somebody = border.specimen.signed_in("GTM", role, purpose);
        let page = border.specimen.get(Some(&somebody), "/person-searches").await;
        assert_ne!(page.status, StatusCode::OK, "{role}");
    }
}

/// The form, what is wrong with it, an answer with a match and one without are said in every language, without a script.
#[tokio::test]
async fn searches_speak_every_language() {
    let border = Border::new().await;
    border.sought(Category::LocateWitness, "Zelaya", "1988-05-19").await;
    let found = [("paternal", "Quimistán"), ("given", "Nahomy"), ("born", "1988-05-18")];
    let year = [("paternal", "Quimistán"), ("given", "Nahomy"), ("born", "1988")];
    let wrong = [("paternal", "Q*"), ("given", "N"), ("born", "")];
    for (name, fields) in [("form", &[][..]), ("found", &found), ("year", &year), ("wrong", &wrong)] {
        let mut spoken = Vec::new();
        for language in ["en", "es", "fr"] {
            let answer = border.in_language(language, fields).await;
            let expected = if name == "wrong" { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
            assert_eq!(answer.status, expected, "{name} in {language}");
            crate::gallery::hang(&format!("search-{name}-{language}"), &answer.body);
            for key in [">searches-", ">alerts-", "\"searches-"] {
                assert!(!answer.body.contains(key), "{name} in {language}: {}", answer.body);
            }
            spoken.push(answer.body);
        }
        assert!(spoken[0] != spoken[1] && spoken[1] != spoken[2]);
        assert_eq!(spoken[0].contains("You gave the year of birth alone"), name == "year");
        assert_eq!(
            spoken[0].contains("Near can mean that the alert knows the year of birth alone"),
            ["found", "year"].contains(&name)
        );
    }
}
