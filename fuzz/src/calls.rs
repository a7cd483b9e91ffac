//! Bodies of the API: JSON as a stranger writes it.
//!
//! Held: an answer and no fault, in JSON; every refusal is a problem of the documented form.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;

use crate::stage::{is_well_formed, on_stage};

/// Sends bytes as a body; the first chooses who sends them, and where.
pub fn calls(bytes: &[u8]) {
    let Some((choice, body)) = bytes.split_first() else { return };
    on_stage(|stage| {
        let (person, path) = match choice % 5 {
            0 => (&stage.officer, "/api/v1/checks"),
            1 => (&stage.examiner, "/api/v1/documents"),
            2 => (&stage.authority, "/api/v1/status"),
            3 => (&stage.authority, "/api/v1/status/4096/withdraw"),
            _ => (&stage.examiner, "/api/v1/checks"),
        };
        let kind = if choice & 0x80 == 0 { "application/json" } else { "application/JSON; charset=utf-16" };
        let Some(request) = person.request("POST", path) else { return };
        let answer = stage.ask(request.header(CONTENT_TYPE, kind).body(Body::from(body.to_vec())).expect("a request"));
        is_well_formed(path, answer.status, &answer.headers, &answer.body);
        if answer.status.is_success() && !answer.body.is_empty() {
            serde_json::from_str::<serde_json::Value>(&answer.body).expect("JSON");
        }
        assert!(answer.body.len() < 1 << 20, "{path}: {} bytes", answer.body.len());
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_changed_digit_by_digit_are_answered_to_the_end() {
        on_stage(|stage| {
            for turn in 0..60 {
                let body = format!(r#"{{"number":"K90000{turn:02}","issuing_state":"UTO"}}"#);
                let request = stage.officer.request("POST", "/api/v1/checks").expect("an address");
                let request = request.header(CONTENT_TYPE, "application/json").body(Body::from(body));
                let answer = stage.ask(request.expect("a request"));
                assert_eq!(answer.status, 200, "check {turn}: {}", answer.body);
            }
        });
    }
}
