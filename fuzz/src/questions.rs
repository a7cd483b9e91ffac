//! What people search for and what addresses say: words, filters, forms, names of records.
//!
//! Held: an answer and no fault; a search in words finds exactly the alerts in which they stand, so that no sign of SQL's
//! patterns is one here; what was typed comes back as text and never as markup.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use base::store::StoreError;

use crate::stage::{Person, Stage, encoded, is_well_formed, on_stage};

/// What no page of ours has in it, unless what was typed came back as markup.
const MARKUP: &str = "<zz9";

/// The longest text a search takes, in characters.
const WORDS_CHARS_MAX: usize = 60;

/// Asks with bytes; the first chooses where.
pub fn questions(bytes: &[u8]) {
    let Some((choice, rest)) = bytes.split_first() else { return };
    on_stage(|stage| match choice % 14 {
        0 | 1 => words(stage, rest),
        2 => asked(stage, &stage.officer, &query("/documents", rest)),
        3 => asked(stage, &stage.authority, &query("/status", rest)),
        4 => asked(stage, &stage.officer, &query("/api/v1/documents", rest)),
        5 => asked(stage, &stage.authority, &query("/api/v1/status", rest)),
        6 => asked(stage, &stage.examiner, &format!("/documents/{}", encoded(rest))),
        7 => asked(stage, &stage.authority, &format!("/api/v1/status/{}", encoded(rest))),
        8 => asked(stage, &stage.administrator, &format!("/people/{}", encoded(rest))),
        9 => asked(stage, &stage.authority, &format!("/imports/{}", encoded(rest))),
        10 => posted(stage, &stage.authority, "/status/find", "kind=passport&number=", encoded(rest).as_bytes()),
        11 => posted(stage, &stage.authority, "/status/find", "", rest),
        12 => posted(stage, &stage.officer, "/check", "zone=", encoded(rest).as_bytes()),
        _ => posted(stage, &stage.examiner, "/documents/new", "", rest),
    });
}

fn query(path: &str, bytes: &[u8]) -> String {
    // A browser sends none of these bytes as they are.
    let unsendable = |byte: &u8| !byte.is_ascii_graphic() || *byte == b'#';
    let text: String = bytes
        .iter()
        .map(|byte| if unsendable(byte) { format!("%{byte:02X}") } else { char::from(*byte).to_string() })
        .collect();
    format!("{path}?{text}")
}

fn asked(stage: &Stage, person: &Person, path: &str) {
    let Some(request) = person.request("GET", path) else { return };
    let answer = stage.ask(request.body(Body::empty()).expect("a request"));
    assert!(!answer.body.contains(MARKUP) || path.starts_with("/api/"), "{path}: markup came back");
    if path.starts_with("/api/") {
        is_well_formed(path, answer.status, &answer.headers, &answer.body);
    }
}

fn posted(stage: &Stage, person: &Person, path: &str, before: &str, bytes: &[u8]) {
    let Some(request) = person.request("POST", path) else { return };
    let body = [format!("csrf={}&{before}", person.session.csrf).as_bytes(), bytes].concat();
    let request = request.header(CONTENT_TYPE, "application/x-www-form-urlencoded").body(Body::from(body));
    let answer = stage.ask(request.expect("a request"));
    assert!(!answer.body.contains(MARKUP), "{path}: markup came back");
}

/// Searches in words and compares with what the register has.
fn words(stage: &Stage, bytes: &[u8]) {
    let path = format!("/documents?words={}", encoded(bytes));
    let Some(request) = stage.officer.request("GET", &path) else { return };
    let answer = stage.ask(request.body(Body::empty()).expect("a request"));
    assert_eq!(answer.status, 200, "{path}");
    assert!(!answer.body.contains(MARKUP), "{path}: markup came back");
    let Ok(typed) = std::str::from_utf8(bytes) else { return };
    if !typed.is_ascii() {
        return;
    }
    let sought: String = typed.trim().chars().take(WORDS_CHARS_MAX).collect();
    let sought = sought.trim().to_ascii_lowercase();
    let all = stage.specimen.ground.database("registers").and_then(|register| register.read(listed)).expect("alerts");
    let expected = all.iter().filter(|(_, words)| words.contains(&sought)).count().min(50);
    let found = all.iter().filter(|(reference, _)| answer.body.contains(&format!("/documents/{reference}\""))).count();
    assert_eq!(found, expected, "{path}: {sought:?}");
}

fn listed(connection: &rusqlite::Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut rows = connection
        .prepare_cached("SELECT reference, words FROM alert_listed JOIN alert USING (alert) WHERE in_force")?;
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
