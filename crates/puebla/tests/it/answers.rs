//! What every answer of every route keeps to: it says what it is, names no software, is shared with nobody, sets no loose cookie.

use std::collections::{BTreeMap, BTreeSet};

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use base::access::Purpose;
use base::ground::Settings;
use base::identity::cookie_name;
use base::identity::profile::RCM;
use base::specimen::{Answer, PASSWORD, Session, Specimen};
use serde_json::Value;

use crate::PLANS;
use crate::crossings::stored;
use crate::headers::questions;
use crate::tidy::routes;

/// Software inside, none of which an outsider need know.
const SOFTWARE: [&str; 7] = ["axum", "hyper", "rustls", "sqlite", "tokio", "maud", "debian"];

fn request(method: &str, path: &str, session: Option<&Session>) -> axum::http::request::Builder {
    let request = Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin");
    match session {
        Some(session) => request.header(COOKIE, format!("{}={}", cookie_name(false), session.secret)),
        None => request,
    }
}

/// Asks every question of the inventory, signed in and out.
async fn everything(specimen: &Specimen, session: &Session) -> Vec<(String, Answer)> {
    let mut answers = Vec::new();
    for asked in questions() {
        let (method, path) = asked.split_once(' ').unwrap_or_default();
        for who in [None, Some(session)] {
            let answer = specimen.send(request(method, path, who).body(Body::empty()).expect("a request")).await;
            answers.push((asked.clone(), answer));
        }
    }
    answers
}

/// Answers what an answer with a body says wrongly of itself.
fn misdescribed(asked: &str, answer: &Answer) -> Option<String> {
    if answer.body.is_empty() {
        return None;
    }
    let kind = answer.headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    let text = kind.starts_with("text/") || kind.contains("+xml") || kind.starts_with("application/xml");
    let fits = match kind.split(';').next().unwrap_or("") {
        "text/html" => answer.body.starts_with("<!DOCTYPE html>"),
        "application/json" | "application/problem+json" => {
            serde_json::from_str::<serde_json::Value>(&answer.body).is_ok()
        }
        "application/xml" | "application/atom+xml" => answer.body.starts_with("<?xml "),
        "image/svg+xml" => answer.body.contains("<svg"),
        "font/woff2" => answer.body.starts_with("wOF2"),
        "text/css" | "text/javascript" | "text/plain" | "text/csv" => !answer.body.starts_with("<!DOCTYPE"),
        _ => false,
    };
    let said = !text || kind.ends_with("; charset=utf-8");
    (!fits || !said).then(|| format!("{asked} ({}): {kind:?}", answer.status))
}

#[tokio::test]
async fn every_answer_says_what_it_is() {
    let specimen = Specimen::new(PLANS);
    let session = specimen.signed_in("GTM", "issuing_authority", Purpose::DocumentIssuance);
    let answers = everything(&specimen, &session).await;
    let wrong: Vec<String> = answers.iter().filter_map(|(asked, answer)| misdescribed(asked, answer)).collect();
    assert_eq!(wrong, Vec::<String>::new());
    let kinds: BTreeSet<&str> = answers
        .iter()
        .filter_map(|(_, answer)| answer.headers.get(CONTENT_TYPE)?.to_str().ok()?.split(';').next())
        .collect();
    for kind in ["text/html", "application/json", "application/problem+json", "image/svg+xml", "text/csv"] {
        assert!(kinds.contains(kind), "{kind} was answered nowhere: {kinds:?}");
    }
    let planted = |kind: &'static str, body: &str| {
        let headers = HeaderMap::from_iter([(CONTENT_TYPE, axum::http::HeaderValue::from_static(kind))]);
        misdescribed("planted", &Answer { status: StatusCode::OK, headers, body: body.to_owned() })
    };
    assert_eq!(planted("text/html; charset=utf-8", "<!DOCTYPE html>"), None);
    for (kind, body) in [
        ("text/html", "<!DOCTYPE html>"),
        ("application/json", "<b>"),
        ("text/plain; charset=utf-8", "<!DOCTYPE"),
        ("", "x"),
    ] {
        assert!(planted(kind, body).is_some(), "{kind} {body}");
    }
}

#[tokio::test]
async fn no_answer_names_the_software_behind_it() {
    let specimen = Specimen::new(PLANS);
    let session = specimen.signed_in("GTM", "issuing_authority", Purpose::DocumentIssuance);
    for (asked, answer) in everything(&specimen, &session).await {
        for name in ["server", "x-powered-by", "via", "x-runtime"] {
            assert!(!answer.headers.contains_key(name), "{asked}: {name}");
        }
        // The licences of the fonts are their authors' words.
        if asked.contains("/LICENSE") || asked.contains(".woff2") {
            continue;
        }
        let body = answer.body.to_lowercase();
        let named: Vec<&str> = SOFTWARE.into_iter().filter(|name| body.contains(name)).collect();
        assert!(named.is_empty(), "{asked}: {named:?}");
    }
}

#[tokio::test]
async fn no_answer_is_shared_with_another_origin() {
    let specimen = Specimen::new(PLANS);
    let session = specimen.signed_in("GTM", "document_examiner", Purpose::DocumentExamination);
    for asked in questions() {
        let (method, path) = asked.split_once(' ').unwrap_or_default();
        let elsewhere = request(method, path, Some(&session)).header("origin", "https://evil.example");
        let preflight = request("OPTIONS", path, Some(&session))
            .header("origin", "https://evil.example")
            .header("access-control-request-method", method);
        for request in [elsewhere, preflight] {
            let answer = specimen.send(request.body(Body::empty()).expect("a request")).await;
            let shared = answer.headers.keys().find(|name| name.as_str().starts_with("access-control-"));
            assert_eq!(shared, None, "{asked}");
        }
    }
}

#[tokio::test]
async fn methods_that_nobody_uses_are_refused() {
    // Whoever asks all of this is told to wait before the end of the list.
    let specimen = Specimen::without_rates(PLANS, Settings::default());
    let session = specimen.signed_in("GTM", "document_examiner", Purpose::DocumentExamination);
    let used =
        |method: &str, path: &str| routes::facts().iter().any(|facts| facts.method == method && facts.path == path);
    let paths: BTreeSet<&str> = routes::facts().iter().map(|facts| facts.path.as_str()).collect();
    for path in paths {
        let asked: Vec<&str> = path.split('/').map(|part| if part.starts_with('{') { "0" } else { part }).collect();
        for method in ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE", "PROPFIND", "GET", "POST"] {
            if used(method, path) {
                continue;
            }
            let request = request(method, &asked.join("/"), Some(&session)).header("x-marked", "said back");
            let answer = specimen.send(request.body(Body::empty()).expect("a request")).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            assert!(!answer.body.contains("said back") && !answer.body.contains(&session.secret), "{method} {path}");
        }
    }
    assert!(Method::from_bytes(b"PROPFIND").is_ok(), "asked with a method, and not refused for being none");
}

/// Answers what is loose about the cookies that an answer over TLS sets.
fn loose(answer: &Answer) -> Vec<String> {
    let lines = answer.headers.get_all(SET_COOKIE).iter().map(|line| line.to_str().unwrap_or("").to_owned());
    lines
        .filter(|line| {
            let bound = line.starts_with("__Host-") && line.contains("; Path=/;") && !line.contains("Domain");
            let kept = line.contains("; HttpOnly") && line.ends_with("; Secure") || line.contains("; Secure;");
            let same = line.contains("; SameSite=Strict") || line.contains("; SameSite=Lax");
            !(bound && kept && line.contains("; HttpOnly") && same && line.len() < 4096)
        })
        .collect()
}

#[tokio::test]
async fn every_cookie_is_bound_to_this_host() {
    let specimen = Specimen::served(PLANS, RCM, Settings { secure: true, ..Settings::default() });
    specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
    specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
    let codes = specimen.with_codes("gtm.officer");
    let mut browser = specimen.browser();
    let officer = [("user_name", "gtm.officer"), ("password", PASSWORD)];
    let step = [("user_name", "gtm.examiner"), ("password", PASSWORD)];
    let chosen = [
        browser.get("/language?to=fr&back=/").await,
        browser.post("/time-zone", &[("zone", "America/Guatemala"), ("back", "/")]).await,
    ];
    let led = browser.post("/sign-in", &officer).await;
    browser.get("/sign-in/code").await;
    let session = browser.post("/sign-in/code", &[("code", &codes.code(specimen.clock.now()))]).await;
    assert!(session.cookie_line("__Host-puebla").is_some(), "a session");
    let answers = chosen.into_iter().chain([led, session, specimen.browser().post("/sign-in", &step).await]);
    for answer in &answers.collect::<Vec<_>>() {
        assert!(answer.headers.contains_key(SET_COOKIE));
        assert_eq!(loose(answer), Vec::<String>::new());
    }
    assert!(
        browser.get("/sign-in").await.body.contains("lang=\"fr\"") || browser.is_signed_in().await,
        "and they serve"
    );
    let plain = Specimen::new(PLANS);
    let answer = plain.get(None, "/language?to=fr&back=/").await;
    assert_eq!(loose(&answer).len(), 1, "without TLS there is no prefix, and the check says so");
}

#[tokio::test]
async fn a_get_changes_nothing() {
    let specimen = Specimen::new(PLANS);
    let sessions = [
        specimen.signed_in("GTM", "issuing_authority", Purpose::DocumentIssuance),
        specimen.signed_in("GTM", "document_examiner", Purpose::DocumentExamination),
        specimen.signed_in("GTM", "state_administrator", Purpose::Administration),
    ];
    let before = stored(&specimen);
    let mut answered = 0;
    for asked in questions().iter().filter_map(|asked| asked.strip_prefix("GET ")) {
        for session in &sessions {
            let answer =
                specimen.send(request("GET", asked, Some(session)).body(Body::empty()).expect("a request")).await;
            answered += u32::from(answer.status == StatusCode::OK);
        }
    }
    assert!(answered > 60, "{answered} were answered");
    assert_eq!(stored(&specimen), before);
    let changed = specimen.post(&sessions[2], "/people/contact", &[("contact", "Specimen desk")]).await;
    assert_eq!(changed.status, StatusCode::SEE_OTHER, "{}", changed.body);
    assert_ne!(stored(&specimen), before, "what a form changes is seen");
}

#[tokio::test]
async fn every_page_of_somebody_signed_in_lets_them_sign_out() {
    let specimen = Specimen::new(PLANS);
    for (role, purpose) in
        [("issuing_authority", Purpose::DocumentIssuance), ("state_administrator", Purpose::Administration)]
    {
        let session = specimen.signed_in("GTM", role, purpose);
        let mut pages = 0;
        for asked in questions().iter().filter_map(|asked| asked.strip_prefix("GET ")) {
            let answer =
                specimen.send(request("GET", asked, Some(&session)).body(Body::empty()).expect("a request")).await;
            // What is not there says so on a page too.
            if answer.body.starts_with("<!DOCTYPE html>") {
                assert!(answer.body.contains("action=\"/sign-out\""), "{asked} as {role}");
                pages += 1;
            }
        }
        assert!(pages > 20, "{pages} pages as {role}");
    }
}

/// Answers what of a document of the API has a name that stands for something else already.
fn named_twice(known: &mut BTreeMap<String, Value>, document: &Value) -> Vec<String> {
    let schemas = document["components"]["schemas"].as_object().cloned().unwrap_or_default();
    let mut found = Vec::new();
    for (name, schema) in schemas {
        let first = known.entry(name.clone()).or_insert_with(|| schema.clone());
        if *first != schema {
            found.push(name);
        }
    }
    found
}

/// Rooms describe their parts of the API apart, and where two call something alike the later one is lost without a word.
#[test]
fn no_two_rooms_call_two_things_alike_in_the_api() {
    let mut known = BTreeMap::new();
    let rooms = PLANS.iter().flat_map(|plan| plan.rooms);
    let documents = rooms.map(|room| serde_json::to_value((room.api)()).expect("a document"));
    let found: Vec<String> = documents.flat_map(|document| named_twice(&mut known, &document)).collect();
    assert_eq!(found, Vec::<String>::new());
    assert!(known.len() > 50, "{}", known.len());
    let (name, _) = known.first_key_value().map(|(name, schema)| (name.clone(), schema.clone())).expect("a name");
    let planted = serde_json::json!({"components": {"schemas": {name.as_str(): {"type": "null"}}}});
    assert_eq!(named_twice(&mut known, &planted), [name], "the control");
}
