//! The server that targets ask, as a function and without a port, with invented people; made anew now and then.
//!
//! When one is put away it verifies its log and its journal and rebuilds its tables: whatever was sent, that must hold.

use std::cell::RefCell;
use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, Request, StatusCode, header};
use base::access::Purpose;
use base::ground::{HousePlan, Settings};
use base::specimen::{Answer, Session, Specimen};
use registers::documents::samples::{publish_all, some};
use tokio::runtime::{Builder, Runtime};

/// Questions to one server, after which it is put away: its log and its tables stay small.
const QUESTIONS_A_STAGE: u32 = 4_000;

static PLANS: &[HousePlan] = &[registers::PLAN];

/// Somebody with a browser and a program.
pub struct Person {
    pub session: Session,
    pub token: String,
    pub purpose: Purpose,
}

/// A server and its people.
pub struct Stage {
    pub specimen: Specimen,
    pub runtime: Runtime,
    pub authority: Person,
    pub examiner: Person,
    pub officer: Person,
    pub administrator: Person,
    asked: u32,
}

thread_local! {
    static STAGE: RefCell<Option<Stage>> = const { RefCell::new(None) };
}

/// Lets something happen on the stage of this thread.
pub fn on_stage<T>(act: impl FnOnce(&Stage) -> T) -> T {
    STAGE.with_borrow_mut(|stage| {
        if stage.as_ref().is_some_and(|stage| stage.asked >= QUESTIONS_A_STAGE) {
            *stage = None;
        }
        let stage = stage.get_or_insert_with(Stage::new);
        stage.asked += 1;
        act(stage)
    })
}

/// Puts the stage of this thread away, which verifies everything on it.
pub fn clear() {
    STAGE.with_borrow_mut(|stage| *stage = None);
}

impl Stage {
    fn new() -> Self {
        // Numbers changed digit by digit are a thief's: whoever were stopped would be asked for nothing else any more.
        let settings = Settings { behind_proxy: true, unwatched: true, ..Settings::default() };
        let specimen = Specimen::without_rates(PLANS, settings);
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let authority = person(&specimen, "HND", "issuing_authority", Purpose::DocumentIssuance);
        let examiner = person(&specimen, "HND", "document_examiner", Purpose::DocumentExamination);
        let confirmer = person(&specimen, "GTM", "document_examiner", Purpose::DocumentExamination);
        let officer = person(&specimen, "GTM", "border_officer", Purpose::BorderControl);
        let administrator = person(&specimen, "HND", "state_administrator", Purpose::Administration);
        let today = jiff::tz::TimeZone::UTC.to_datetime(specimen.clock.now()).date();
        let (author, other) = (Arc::clone(&examiner.session.caller), confirmer.session.caller);
        let published = runtime.block_on(publish_all(&specimen.ground, &author, &other, some(today)));
        assert!(published.is_ok_and(|count| count > 10), "alerts to search through");
        Stage { specimen, runtime, authority, examiner, officer, administrator, asked: 0 }
    }

    /// Sends a request and holds what holds for every answer: no fault, the headers that protect, nowhere else to go.
    pub fn ask(&self, request: Request<Body>) -> Answer {
        let asked = format!("{} {}", request.method(), request.uri());
        let answer = self.runtime.block_on(self.specimen.send(request));
        assert!(answer.status.as_u16() < 500, "{asked}: {} {}", answer.status, answer.body);
        assert!(answer.headers.contains_key(header::CONTENT_SECURITY_POLICY), "{asked}: no policy");
        if let Some(to) = answer.headers.get(header::LOCATION) {
            let to = to.to_str().expect("a place in ASCII");
            assert!(to.starts_with('/') && !to.starts_with("//") && !to.contains('\\'), "{asked}: leads to {to}");
        }
        answer
    }
}

fn person(specimen: &Specimen, state: &str, role: &str, purpose: Purpose) -> Person {
    let name = specimen.enrol(state, &format!("{}.{role}", state.to_lowercase()), &[role]);
    let purposes: &'static [Purpose] = match purpose {
        Purpose::DocumentIssuance => &[Purpose::DocumentIssuance],
        Purpose::DocumentExamination => &[Purpose::DocumentExamination],
        Purpose::BorderControl => &[Purpose::BorderControl],
        _ => &[Purpose::Administration],
    };
    let token = specimen.token(&name, purposes);
    Person { session: specimen.sign_in(&name, Some(purpose)), token, purpose }
}

impl Person {
    /// Begins a request of their browser or, under `/api/`, of their program; none for an address that is none.
    pub fn request(&self, method: &str, path: &str) -> Option<axum::http::request::Builder> {
        let uri: axum::http::Uri = path.parse().ok()?;
        let request = Request::builder().method(method).uri(uri);
        Some(if path.starts_with("/api/") {
            let token = format!("Bearer {}", self.token);
            request.header(header::AUTHORIZATION, token).header("puebla-purpose", self.purpose.code())
        } else {
            request.header(header::COOKIE, format!("puebla={}", self.session.secret))
        })
    }
}

/// A body that arrives in pieces of one size, so that what spans two of them is met.
pub struct Pieces {
    pub rest: Bytes,
    pub size: usize,
}

impl http_body::Body for Pieces {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Result<http_body::Frame<Bytes>, Self::Error>>> {
        if self.rest.is_empty() {
            return std::task::Poll::Ready(None);
        }
        let at = self.size.clamp(1, self.rest.len());
        let piece = self.rest.split_to(at);
        std::task::Poll::Ready(Some(Ok(http_body::Frame::data(piece))))
    }
}

/// Holds what holds for every answer to a program: JSON, and a problem of the documented form where it is refused.
pub fn is_well_formed(asked: &str, status: StatusCode, headers: &HeaderMap, body: &str) {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    if status.is_success() {
        return;
    }
    assert_eq!(kind, "application/problem+json", "{asked}: {status} {body}");
    let problem: base::web::Problem =
        serde_json::from_str(body).unwrap_or_else(|error| panic!("{asked}: {error}: {body}"));
    assert_eq!(problem.status, status.as_u16(), "{asked}: {body}");
    assert!(problem.kind.starts_with("/problems/") && !problem.title.is_empty(), "{asked}: {body}");
    assert!(problem.errors.iter().all(|fault| !fault.message.is_empty()), "{asked}: {body}");
}

/// Answers a header's name and value of a line, where it can be one.
pub fn header_line(line: &[u8]) -> Option<(HeaderName, axum::http::HeaderValue)> {
    let at = line.iter().position(|byte| *byte == b':')?;
    let name = HeaderName::from_bytes(line[..at].trim_ascii()).ok()?;
    Some((name, axum::http::HeaderValue::from_bytes(line[at + 1..].trim_ascii()).ok()?))
}

/// Writes bytes so that they can stand in a part of an address.
pub fn encoded(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => text.push(char::from(*byte)),
            other => text.push_str(&format!("%{other:02X}")),
        }
        text
    })
}
