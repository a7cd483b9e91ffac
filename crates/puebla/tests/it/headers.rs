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
use crate::canaries::visitor::{exchange, read};
use crate::kill::server::Server;
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

/// What else goes wrong on every route: methods nobody serves, bodies that are too long or of another kind, forms that are
/// none, and more than a rate allows.
fn wrong_ways(path: &str) -> Vec<Request<Body>> {
    let plain = |method: &str| Request::builder().method(method).uri(path).body(Body::empty());
    let sent = |kind: &str, body: Vec<u8>| Request::post(path).header("content-type", kind).body(Body::from(body));
    let long = vec![b'a'; 200_000];
    let all = ["HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"].map(plain).into_iter().chain([
        sent("application/x-www-form-urlencoded", long.clone()),
        sent("application/x-www-form-urlencoded", b"zone=%F&=".to_vec()),
        sent("application/json", long),
        sent("application/json", b"{".to_vec()),
        sent("multipart/form-data; boundary=edge", b"--edge\r\nnothing".to_vec()),
        sent("text/plain", b"zone=1".to_vec()),
    ]);
    all.map(|request| request.expect("a request")).collect()
}

#[tokio::test]
async fn every_error_of_every_route_carries_them_too() {
    let specimen = Specimen::new(PLANS);
    let mut statuses = BTreeSet::new();
    let mut wrong = Vec::new();
    let paths: BTreeSet<String> =
        questions().iter().filter_map(|asked| asked.split_once(' ')).map(|(_, path)| path.to_owned()).collect();
    for path in paths {
        let roles =
            [("document_examiner", Purpose::DocumentExamination), ("state_administrator", Purpose::Administration)];
        for (role, purpose) in roles {
            // Somebody new for each address, so that nobody is over their rate before all was tried.
            let session = specimen.signed_in("GTM", role, purpose);
            for mut request in wrong_ways(&path) {
                let asked = format!("{} {path}", request.method());
                let cookie = format!("{}={}", cookie_name(false), session.secret);
                request.headers_mut().insert(COOKIE, cookie.parse().expect("a cookie"));
                let answer = specimen.send(request).await;
                statuses.insert(answer.status.as_u16());
                wrong.extend(missing(&asked, &answer, false));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    for status in [403, 404, 413, 415, 422] {
        assert!(statuses.contains(&status), "{status} was answered nowhere: {statuses:?}");
    }
}

/// What is no request at all is answered below us, with a status, no body, and the headers that every answer has.
#[test]
fn what_is_no_request_is_answered_without_a_word_and_with_the_headers() {
    let home = tempfile::tempdir().expect("a folder");
    crate::kill::folder::make_folder(&home.path().join("data"));
    let server = Server::start(&home.path().join("data"));
    let long = format!("GET / HTTP/1.1\r\nhost: x\r\nx-long: {}\r\n\r\n", "a".repeat(1 << 20));
    let many = format!("GET / HTTP/1.1\r\nhost: x\r\n{}\r\n", "x-many: 1\r\n".repeat(500));
    for (request, status) in
        [(long.as_str(), 431), (many.as_str(), 431), ("GET\r\n\r\n", 400), ("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400)]
    {
        let reply = read(&exchange(server.address, request.as_bytes()));
        assert_eq!((reply.status, reply.body.as_str()), (status, ""), "{}", reply.head);
        assert!(reply.header("content-security-policy").starts_with("default-src 'none'"), "{}", reply.head);
        for (name, value) in [("x-content-type-options", "nosniff"), ("cache-control", "no-store")] {
            assert_eq!(reply.header(name), value, "{}", reply.head);
        }
    }
    let page = read(&exchange(server.address, b"GET /sign-in HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"));
    assert!(
        page.status == 200 && page.header("content-security-policy").starts_with("default-src 'none'"),
        "{}",
        page.head
    );
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
