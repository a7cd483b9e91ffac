//! Headers of a request: cookies, tokens, languages, purposes, where a proxy says it comes from, where a browser says it
//! stood.
//!
//! Held: an answer and no fault; the headers that protect on every answer; a redirection leads within this server only.

use axum::body::Body;
use axum::http::Request;
use axum::http::header::{CONTENT_TYPE, LOCATION};

use crate::stage::{header_line, is_well_formed, on_stage};

const ADDRESSES: [(&str, &str); 10] = [
    ("GET", "/"),
    ("GET", "/sign-in"),
    ("GET", "/documents"),
    ("GET", "/language?to=es"),
    ("GET", "/time-zone"),
    ("GET", "/api/v1/documents"),
    ("POST", "/sign-out"),
    ("POST", "/time-zone"),
    ("POST", "/purpose"),
    ("POST", "/api/v1/checks"),
];

/// Asks with bytes as lines of headers; the first byte chooses the address. `{cookie}` and `{token}` stand for an
/// officer's.
pub fn headers(bytes: &[u8]) {
    let Some((choice, rest)) = bytes.split_first() else { return };
    let (method, path) = ADDRESSES[usize::from(*choice) % ADDRESSES.len()];
    on_stage(|stage| {
        let officer = &stage.officer;
        let filled = String::from_utf8_lossy(rest).contains('{');
        let rest = match filled {
            false => rest.to_vec(),
            true => String::from_utf8_lossy(rest)
                .replace("{cookie}", &officer.session.secret)
                .replace("{token}", &officer.token)
                .into_bytes(),
        };
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in rest.split(|byte| *byte == b'\n').take(64).filter_map(header_line) {
            request = request.header(name, value);
        }
        let body = if method == "POST" { "zone=%3C&to=a&zone=America%2FPanama&purpose=border_control" } else { "" };
        if request.headers_ref().is_some_and(|headers| !headers.contains_key(CONTENT_TYPE)) {
            request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        let answer = stage.ask(request.body(Body::from(body)).expect("a request"));
        if path.starts_with("/api/") {
            is_well_formed(path, answer.status, &answer.headers, &answer.body);
        } else if let Some(to) = answer.headers.get(LOCATION) {
            assert!(to.len() < 8_000, "{path}: leads to {} bytes", to.len());
        }
        assert!(answer.body.len() < 1 << 20, "{path}: {} bytes", answer.body.len());
    });
}
