//! Files on their way, for the tests of this room.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::Request;
use axum::http::header::CONTENT_TYPE;
use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};

use super::ImportShown;
use crate::status::samples::api_get;

/// The columns of a file of alerts.
pub(super) const ALERT_COLUMNS: &str = "fraud_class,techniques,kind,issuer,pattern,points,levels,places,documents_seen,first_seen,detected_border,detected_in,language";

/// How often an import is asked after before it counts as hanging.
const TURNS_MAX: u32 = 20_000;

/// A row below them.
pub(super) const ALERT: &str = "forgery,photo_substitution,passport,UTO,K9#######,La foto está pegada encima.,1,página de datos,3,2026-01,air,PAN,es";

/// Sends a file of status entries as a machine does.
pub(super) async fn send_file(specimen: &Specimen, token: &str, kind: &str, query: &str, body: Body) -> Answer {
    let request = Request::post(format!("/api/v1/imports/status{query}"))
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", Purpose::DocumentIssuance.code())
        .header(CONTENT_TYPE, kind);
    specimen.send(request.body(body).unwrap()).await
}

/// Imports a file as a machine does, and answers what came of it.
pub(super) async fn import(specimen: &Specimen, token: &str, query: &str, file: &str) -> ImportShown {
    let answer = send_file(specimen, token, "application/octet-stream", query, Body::from(file.to_owned())).await;
    assert_eq!(answer.status, 202, "{}", answer.body);
    let place = answer.headers["location"].to_str().unwrap().to_owned();
    for _ in 0..TURNS_MAX {
        let answer = api_get(specimen, token, &place).await;
        // Whoever asks so often may be told to wait.
        if answer.status != 429 {
            let shown: ImportShown = serde_json::from_str(&answer.body).unwrap();
            if !["waiting", "reading", "comparing", "entering"].contains(&shown.state.as_str()) {
                return shown;
            }
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("{place} is never over");
}

/// Sends the form of a page with a file in it.
pub(super) async fn send_form(
    specimen: &Specimen,
    session: &Session,
    csrf: &str,
    what: &str,
    file: Option<&str>,
    step: &str,
) -> Answer {
    let field = |name: &str, value: &str| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let mut body = field("csrf", csrf);
    if let Some(file) = file {
        body += "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"\r\nContent-Type: text/csv\r\n\r\n";
        body += file;
        body += "\r\n";
    }
    body += &field("step", step);
    body += "--edge--\r\n";
    let request = Request::post(format!("/imports/{what}"))
        .header("cookie", format!("puebla={}", session.secret))
        .header(CONTENT_TYPE, "multipart/form-data; boundary=edge");
    specimen.send(request.body(Body::from(body)).unwrap()).await
}

/// Waits until an import is over and answers its page.
pub(super) async fn finished(specimen: &Specimen, session: &Session, path: &str) -> String {
    loop {
        let page = specimen.get(Some(session), path).await;
        assert_eq!(page.status, 200, "{}", page.body);
        if !page.body.contains("http-equiv=\"refresh\"") {
            return page.body;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}
