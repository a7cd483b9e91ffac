//! What people and machines send: forms with their session's secret, JSON with a token, files in pieces. Each has a limit.
#![allow(clippy::disallowed_types)] // The lint on bare extractors sends people here.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::{Body, HttpBody, to_bytes};
use axum::extract::multipart::Field;
use axum::extract::{FromRequest, FromRequestParts, Multipart, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;
use subtle::ConstantTimeEq;

use super::arrival::Arrival;
use super::{Filled, InputFault, Refusal, Said};
use crate::ground::Puebla;

/// The most a form may send, in bytes.
pub const FORM_LIMIT_BYTES: usize = 128 * 1024;

/// The most a JSON body may have, in bytes.
pub const JSON_LIMIT_BYTES: usize = 64 * 1024;

/// A form that carries its session's secret, as typed.
///
/// Forms of people who are not signed in carry none; `SameSite=Strict` and the edge's origin check stand for them.
pub struct Posted(pub Filled);

impl FromRequest<Arc<Puebla>> for Posted {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &Arc<Puebla>) -> Result<Self, Refusal> {
        let arrival = request.extensions().get::<Arrival>().cloned().ok_or(Refusal::NotFound)?;
        let filled = form(request).await?;
        check_secret(&arrival, filled.typed("csrf"))?;
        Ok(Posted(filled))
    }
}

/// A form that carries no session's secret, because its page is for whoever has no session yet.
///
/// The edge has refused it already when another site's page sent it. Only the steps of signing in take it.
pub struct PostedOpenly(pub Filled);

impl FromRequest<Arc<Puebla>> for PostedOpenly {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &Arc<Puebla>) -> Result<Self, Refusal> {
        form(request).await.map(PostedOpenly)
    }
}

/// What an address asks after its question mark; nothing that cannot be read as a form would be.
pub struct Asked(pub Filled);

impl FromRequestParts<Arc<Puebla>> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Puebla>) -> Result<Self, Infallible> {
        let pairs: Vec<(String, String)> =
            serde_urlencoded::from_str(parts.uri.query().unwrap_or("")).unwrap_or_default();
        Ok(Asked(Filled::from_pairs(pairs)))
    }
}

/// A JSON body.
pub struct Sent<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Arc<Puebla>> for Sent<T> {
    type Rejection = Refusal;

    async fn from_request(request: Request, _: &Arc<Puebla>) -> Result<Self, Refusal> {
        if !has_type(&request, "application/json") {
            return Err(Refusal::MediaType);
        }
        let bytes = body(request.into_body(), JSON_LIMIT_BYTES).await?;
        serde_json::from_slice(&bytes).map(Sent).map_err(|error| {
            let said = Said::plain("refusal-json").with("reason", &error);
            Refusal::Invalid(vec![InputFault {
                code: "json",
                field: String::new(),
                line: Some(error.line() as u64),
                column: Some(error.column() as u64),
                said,
            }])
        })
    }
}

/// A form with a file, read piece by piece so that its size never rests in memory.
pub struct Upload {
    parts: Multipart,
    arrival: Arrival,
    trusted: bool,
}

/// One part of an upload: a plain field, or the file still to be read.
#[allow(clippy::large_enum_variant)] // One part lives at a time, and a box would cost more than it saves.
pub enum UploadPart<'u> {
    /// A field's name and value.
    Field(String, String),
    /// A file's field name, its own name, and its content as it arrives.
    File(String, String, Field<'u>),
}

impl FromRequest<Arc<Puebla>> for Upload {
    type Rejection = Refusal;

    async fn from_request(request: Request, ground: &Arc<Puebla>) -> Result<Self, Refusal> {
        let arrival = request.extensions().get::<Arrival>().cloned().ok_or(Refusal::NotFound)?;
        let parts = Multipart::from_request(request, ground).await.map_err(|_| Refusal::MediaType)?;
        Ok(Upload { parts, arrival, trusted: false })
    }
}

impl Upload {
    /// Answers the next part. The session's secret must come before any file.
    ///
    /// Errors: `Forged`; `Invalid` when the request was cut short or a plain field is over 4 kB.
    pub async fn next(&mut self) -> Result<Option<UploadPart<'_>>, Refusal> {
        let cut = |_| Refusal::field("", "cut-short", "refusal-cut-short");
        let Some(mut field) = self.parts.next_field().await.map_err(cut)? else { return Ok(None) };
        let name = field.name().unwrap_or("").to_owned();
        if let Some(file) = field.file_name().map(str::to_owned) {
            if !self.trusted {
                return Err(Refusal::Forged);
            }
            return Ok(Some(UploadPart::File(name, file, field)));
        }
        let mut value = Vec::new();
        while let Some(piece) = field.chunk().await.map_err(cut)? {
            if value.len() + piece.len() > 4096 {
                return Err(Refusal::TooLarge { limit_bytes: 4096 });
            }
            value.extend_from_slice(&piece);
        }
        let value = String::from_utf8(value).map_err(|_| Refusal::field(&name, "not-utf8", "refusal-not-utf8"))?;
        if name == "csrf" {
            check_secret(&self.arrival, &value)?;
            self.trusted = true;
        }
        Ok(Some(UploadPart::Field(name, value)))
    }
}

/// Compares the form's secret with the session's in a time that does not tell how much of it was right.
fn check_secret(arrival: &Arrival, sent: &str) -> Result<(), Refusal> {
    let Some(caller) = &arrival.caller else { return Ok(()) };
    let same: bool = caller.csrf.as_bytes().ct_eq(sent.as_bytes()).into();
    if same && !caller.csrf.is_empty() { Ok(()) } else { Err(Refusal::Forged) }
}

async fn form(request: Request) -> Result<Filled, Refusal> {
    if !has_type(&request, "application/x-www-form-urlencoded") {
        return Err(Refusal::MediaType);
    }
    let bytes = body(request.into_body(), FORM_LIMIT_BYTES).await?;
    #[cfg(feature = "seeded-fault")]
    super::seeded::keep(&bytes);
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_bytes(&bytes).map_err(|_| Refusal::field("", "not-a-form", "refusal-not-a-form"))?;
    Ok(Filled::from_pairs(pairs))
}

async fn body(body: Body, limit_bytes: usize) -> Result<axum::body::Bytes, Refusal> {
    // Said beforehand to be too long: then not a byte of it is taken in.
    if body.size_hint().lower() > limit_bytes as u64 {
        return Err(Refusal::TooLarge { limit_bytes });
    }
    to_bytes(body, limit_bytes).await.map_err(|error| {
        let too_large =
            std::error::Error::source(&error).is_some_and(|source| source.to_string().contains("length limit"));
        if too_large { Refusal::TooLarge { limit_bytes } } else { Refusal::field("", "cut-short", "refusal-cut-short") }
    })
}

fn has_type(request: &Request, wanted: &str) -> bool {
    let given = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("");
    given.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::pin::Pin;
    use std::sync::atomic::AtomicUsize;
    use std::sync::atomic::Ordering::Relaxed;
    use std::task::{Context, Poll};

    use axum::body::Bytes;
    use axum::http::StatusCode;
    use http_body::{Frame, SizeHint};

    use super::*;
    use crate::specimen::{PASSWORD, Specimen};

    /// A body of so many kilobytes, which says its length or not, and counts what is taken of it.
    struct Kilobytes {
        left: usize,
        says: bool,
        taken: Arc<AtomicUsize>,
    }

    impl HttpBody for Kilobytes {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            let body = self.get_mut();
            if body.left == 0 {
                return Poll::Ready(None);
            }
            body.left -= 1;
            body.taken.fetch_add(1, Relaxed);
            Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(&[b'a'; 1024])))))
        }

        fn size_hint(&self) -> SizeHint {
            if self.says { SizeHint::with_exact(self.left as u64 * 1024) } else { SizeHint::default() }
        }
    }

    #[tokio::test]
    async fn a_body_that_says_it_is_too_long_is_not_read() {
        let asked = async |left: usize, says: bool| {
            let taken = Arc::new(AtomicUsize::new(0));
            let read = body(Body::new(Kilobytes { left, says, taken: Arc::clone(&taken) }), 4 * 1024).await;
            (read.map(|bytes| bytes.len()).ok(), taken.load(Relaxed))
        };
        assert_eq!(asked(9, true).await, (None, 0));
        assert_eq!(asked(9, false).await, (None, 5), "without a length it is read until it is too long");
        assert_eq!([asked(4, true).await, asked(4, false).await], [(Some(4096), 4); 2]);
    }

    #[tokio::test]
    async fn of_a_field_sent_twice_the_first_counts_and_the_address_never_stands_for_the_form() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let (name, right, wrong) =
            (("user_name", "gtm.officer"), ("password", PASSWORD), ("password", "a guess of mine"));
        let asked = async |path: &str, form: &[(&str, &str)]| specimen.browser().post(path, form).await.status;
        assert_eq!(asked("/sign-in", &[name, right, wrong]).await, StatusCode::SEE_OTHER);
        assert_eq!(asked("/sign-in", &[name, wrong, right]).await, StatusCode::UNPROCESSABLE_ENTITY);
        let query = format!("/sign-in?user_name=gtm.officer&password={}", PASSWORD.replace(' ', "+"));
        assert_eq!(asked(&query, &[]).await, StatusCode::UNPROCESSABLE_ENTITY, "an address is no form");
        assert_eq!(asked(&query, &[name, wrong]).await, StatusCode::UNPROCESSABLE_ENTITY);
        let coded = PASSWORD.replace(' ', "%20");
        let twice = asked("/sign-in", &[name, ("password", &coded)]).await;
        assert_eq!(twice, StatusCode::UNPROCESSABLE_ENTITY, "what was coded twice is decoded once");
        let mut browser = specimen.browser();
        browser.cookies.insert("user_name".into(), "gtm.officer".into());
        browser.cookies.insert("password".into(), PASSWORD.into());
        assert_eq!(browser.post("/sign-in", &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nor is a cookie");
    }
}
