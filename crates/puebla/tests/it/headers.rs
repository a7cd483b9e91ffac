//! Every answer of every route carries the headers that protect whoever reads it, refusals and redirections included.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{CACHE_CONTROL, COOKIE};
use base::access::Purpose;
use base::ground::Settings;
use base::identity::cookie_name;
use base::identity::profile::RCM;
use base::specimen::{Answer, Specimen};
use base::web::assets::{asset_names, asset_path};

use crate::PLANS;
use crate::tidy::routes;

const ALWAYS: [(&str, &str); 6] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
         connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
];

const TLS_FROM_NOW_ON: &str = "max-age=63072000; includeSubDomains";

/// Answers each header that is not as it should be, as a sentence.
fn missing(asked: &str, answer: &Answer, secure: bool) -> Vec<String> {
    let found = |name: &str| -> Vec<&str> {
        answer.headers.get_all(name).iter().map(|value| value.to_str().unwrap_or("?")).collect()
    };
    let kept = asked.contains(" /assets/") && answer.status.is_success();
    let kept = if kept { "public, max-age=31536000, immutable" } else { "no-store" };
    let tls: &[&str] = if secure { &[TLS_FROM_NOW_ON] } else { &[] };
    let mut wrong = Vec::new();
    for (name, value) in ALWAYS.into_iter().chain([(CACHE_CONTROL.as_str(), kept)]) {
        if found(name) != [value] {
            wrong.push(format!("{asked} ({}), {name}: {:?}", answer.status, found(name)));
        }
    }
    if found("strict-transport-security") != tls {
        wrong.push(format!(
            "{asked} ({}): strict-transport-security: {:?}",
            answer.status,
            found("strict-transport-security")
        ));
    }
    wrong
}

/// Every route as `METHOD path`, and addresses that are none.
pub fn questions() -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for facts in routes::facts() {
        let parts = facts.path.split('/').map(|part| if part.starts_with('{') { "0" } else { part });
        all.push(format!("{} {}", facts.method, parts.collect::<Vec<_>>().join("/")));
    }
    all.extend(asset_names().map(|name| format!("GET {}", asset_path(name))));
    all.extend(["GET /nowhere", "GET /api/v1/nowhere", "DELETE /people", "GET /people/%FF"].map(str::to_owned));
    all
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_protect() {
    for secure in [false, true] {
        let specimen = Specimen::served(PLANS, RCM, Settings { secure, ..Settings::default() });
        let session = specimen.signed_in("GTM", "document_examiner", Purpose::DocumentExamination);
        let cookie = format!("{}={}", cookie_name(secure), session.secret);
        let (mut wrong, mut statuses) = (Vec::new(), BTreeSet::new());
        for asked in questions() {
            for (signed_in, site) in [(false, "same-origin"), (true, "same-origin"), (true, "cross-site")] {
                let (method, path) = asked.split_once(' ').unwrap_or_default();
                let request = Request::builder().method(method).uri(path).header("sec-fetch-site", site);
                let request = if signed_in { request.header(COOKIE, &cookie) } else { request };
                let answer = specimen.send(request.body(Body::empty()).expect("a request")).await;
                wrong.extend(missing(&asked, &answer, secure));
                statuses.insert(answer.status.as_u16());
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
        for status in [200, 303, 401, 403, 404, 415] {
            assert!(statuses.contains(&status), "{status} was answered nowhere: {statuses:?}");
        }
    }
}

#[tokio::test]
async fn a_header_that_is_missing_is_found() {
    let specimen = Specimen::new(PLANS);
    let mut answer = specimen.get(None, "/sign-in").await;
    assert_eq!(missing("GET /sign-in", &answer, false), Vec::<String>::new());
    assert_eq!(missing("GET /sign-in", &answer, true).len(), 1, "TLS is not insisted on");
    for (name, _) in ALWAYS {
        answer.headers.remove(name);
    }
    answer.headers.remove(CACHE_CONTROL);
    assert_eq!(missing("GET /sign-in", &answer, false).len(), ALWAYS.len() + 1);
}
