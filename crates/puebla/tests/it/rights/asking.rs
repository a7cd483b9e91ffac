//! One question to the application, and what came back.

use std::net::SocketAddr;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, LOCATION};
use axum::http::{Request, StatusCode};
use base::specimen::Specimen;

use super::people::Person;
use super::records::Made;
use super::table::Row;

/// What somebody is told, as far as rights go.
pub enum Heard {
    /// A page, an answer, or an act done.
    Done,
    /// What an address that does not exist answers, with the body.
    Absent(String),
    /// To sign in first.
    SignIn,
    /// To choose a purpose first.
    Purpose,
    /// That the record's state forbids it, which only who may know of the record is told.
    Conflict,
    /// That what was sent is not in order.
    Disorder,
    /// Something that no column of the table foresees.
    Other(String),
}

impl Heard {
    /// Answers the code in the table.
    pub fn code(&self) -> &str {
        match self {
            Heard::Done => "ok",
            Heard::Absent(_) => ".",
            Heard::SignIn => "in",
            Heard::Purpose => "why",
            Heard::Conflict => "no",
            Heard::Disorder => "bad",
            Heard::Other(_) => "?",
        }
    }

    /// Answers it as a word of a sentence.
    pub fn said(&self) -> String {
        match self {
            Heard::Absent(_) => "absent".to_owned(),
            Heard::Other(what) => what.clone(),
            Heard::Disorder => "bad (what is sent stands in rights/records.rs)".to_owned(),
            other => other.code().to_owned(),
        }
    }
}

/// Asks as somebody, with what would succeed for whoever may.
pub async fn ask(specimen: &Specimen, person: &Person, row: &Row, sample: &Made) -> Heard {
    let path = sample.path(row);
    let body = (row.method == "POST").then(|| sample.body(row, person));
    let answer = specimen.send(request(person, &row.method, &path, body)).await;
    let leads = answer.headers.get(LOCATION).and_then(|to| to.to_str().ok()).unwrap_or("");
    if leads.contains("/imports/") {
        settle(specimen, person, leads).await;
    }
    match answer.status {
        StatusCode::SEE_OTHER if leads == "/sign-in" || leads.starts_with("/sign-in?") => Heard::SignIn,
        StatusCode::SEE_OTHER if leads == "/purpose" || leads.starts_with("/purpose?") => Heard::Purpose,
        StatusCode::UNAUTHORIZED => Heard::SignIn,
        StatusCode::NOT_FOUND => Heard::Absent(body_as_anywhere(&answer.body, &path)),
        StatusCode::CONFLICT => Heard::Conflict,
        StatusCode::UNPROCESSABLE_ENTITY if answer.body.contains("purpose-missing") => Heard::Purpose,
        StatusCode::UNPROCESSABLE_ENTITY => Heard::Disorder,
        status if status.is_success() || status == StatusCode::SEE_OTHER => Heard::Done,
        status => Heard::Other(format!("{status}")),
    }
}

/// Waits until an import is over: a State has one under way at a time.
pub async fn settle(specimen: &Specimen, person: &Person, place: &str) {
    const UNDER_WAY: [&str; 4] = ["waiting", "reading", "comparing", "entering"];
    loop {
        let answer = specimen.send(request(person, "GET", place, None)).await;
        let state = answer.body.split("\"state\":\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("");
        if !UNDER_WAY.contains(&state) && !answer.body.contains("http-equiv=\"refresh\"") {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

/// What a question carries.
pub enum Sent {
    /// A form, to which the session's secret is added.
    Form(Vec<(String, String)>),
    /// JSON.
    Json(serde_json::Value),
    /// Bytes of a media type.
    Bytes(&'static str, Vec<u8>),
}

/// Makes a request as somebody: a cookie for a page, a token and a purpose for the API.
pub fn request(person: &Person, method: &str, path: &str, sent: Option<Sent>) -> Request<Body> {
    let from = SocketAddr::from((person.address, 40_000));
    let mut request = Request::builder().method(method).uri(path).extension(ConnectInfo(from));
    if path.starts_with("/api/") {
        if let Some(token) = &person.token {
            request = request.header(AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(purpose) = person.purpose {
            request = request.header("puebla-purpose", purpose.code());
        }
    } else if let Some(session) = &person.session {
        request = request.header(COOKIE, format!("puebla={}", session.secret));
    }
    let (kind, body) = match sent {
        None => return request.body(Body::empty()).expect("a request"),
        Some(Sent::Json(value)) => ("application/json", value.to_string().into_bytes()),
        Some(Sent::Bytes(kind, bytes)) => (kind, bytes),
        Some(Sent::Form(mut fields)) => {
            let secret = person.session.as_ref().map_or(String::new(), |session| session.csrf.clone());
            fields.insert(0, ("csrf".to_owned(), secret));
            ("application/x-www-form-urlencoded", serde_urlencoded::to_string(&fields).expect("a form").into_bytes())
        }
    };
    request.header(CONTENT_TYPE, kind).body(Body::from(body)).expect("a request")
}

/// Takes out of a page what names the address asked for, so that two answers can be compared to the letter.
pub fn body_as_anywhere(body: &str, path: &str) -> String {
    let written = base::web::shell::encoded(path);
    // A room's address is the beginning of addresses in it, to which any page may lead.
    let (below, kept) = (format!("{path}/"), "\u{0}");
    let body = body.replace(&below, kept).replace(&written, "").replace(path, "").replace(kept, &below);
    body.replace(" aria-current=\"page\"", "")
}
