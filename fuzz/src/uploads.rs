//! Requests with a file: the form of a page as the browser parts it, and a body as a program sends it.
//!
//! Held: an answer and no fault, whatever the body and wherever it is cut into pieces; what was taken is read to its end,
//! and nothing of it stays where files arrive.

use std::time::Duration;

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, LOCATION};

use crate::stage::{Person, Pieces, Stage, is_well_formed, on_stage};

/// How often an import is asked after before it counts as hanging.
const TURNS_MAX: u32 = 20_000;

/// Sends bytes: the first chooses the address, the second the size of pieces, the first line is the content type, the rest
/// is the body, in which `{csrf}` stands for the secret of the sender's form.
pub fn uploads(bytes: &[u8]) {
    let [address, size, rest @ ..] = bytes else { return };
    let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
    let (kind, body) = (&rest[..end], rest.get(end + 1..).unwrap_or_default());
    on_stage(|stage| {
        let (path, person) = match address % 5 {
            0 => ("/imports/status", &stage.authority),
            1 => ("/imports/alerts", &stage.examiner),
            2 => ("/api/v1/imports/status", &stage.authority),
            3 => ("/api/v1/imports/status?dry_run=true&format=jsonl", &stage.authority),
            _ => ("/api/v1/imports/alerts?dry_run=true", &stage.examiner),
        };
        let Some(request) = person.request("POST", path) else { return };
        let Ok(kind) = axum::http::HeaderValue::from_bytes(kind) else { return };
        let body = with_secret(body, &person.session.csrf);
        let body = Pieces { rest: body.into(), size: usize::from(*size) + 1 };
        let request = request.header(CONTENT_TYPE, kind).body(Body::new(body)).expect("a request");
        let answer = stage.ask(request);
        if path.starts_with("/api/") {
            is_well_formed(path, answer.status, &answer.headers, &answer.body);
        }
        if let Some(place) = answer.headers.get(LOCATION).and_then(|place| place.to_str().ok()) {
            settled(stage, person, place);
        }
        let arriving = std::fs::read_dir(stage.specimen.path().join("files/incoming")).expect("a folder").count();
        assert_eq!(arriving, 0, "something stays where files arrive");
    });
}

/// Waits until an import is over, so that the next one of the same State begins.
fn settled(stage: &Stage, person: &Person, place: &str) {
    const UNDER_WAY: [&str; 4] = ["waiting", "reading", "comparing", "entering"];
    for _ in 0..TURNS_MAX {
        let Some(request) = person.request("GET", place) else { return };
        let answer = stage.ask(request.body(Body::empty()).expect("a request"));
        let state = answer.body.split("\"state\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("");
        if !UNDER_WAY.contains(&state) && !answer.body.contains("http-equiv=\"refresh\"") {
            return;
        }
        std::thread::sleep(Duration::from_micros(500));
    }
    panic!("{place} is never over");
}

fn with_secret(body: &[u8], secret: &str) -> Vec<u8> {
    const MARK: &[u8] = b"{csrf}";
    let mut out = Vec::with_capacity(body.len() + secret.len());
    let mut rest = body;
    while let Some(at) = rest.windows(MARK.len()).position(|window| window == MARK) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(secret.as_bytes());
        rest = &rest[at + MARK.len()..];
    }
    out.extend_from_slice(rest);
    out
}
