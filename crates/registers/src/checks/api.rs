//! The same check for machines: `POST /api/v1/checks`.

use axum::body::Body;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use base::desk::Permitted;
use base::store::StoreError;
use base::web::{InputFault, Problem, Refusal, Said, Sent};
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::OpenApi;

use super::Check;
use super::answer::Answer;
use super::ask::Question;
use super::check::{check, refuse, today};

/// A check as a machine asks for it: `zone`, or `number` with `issuing_state`.
#[derive(Debug, Default, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckRequest {
    /// The lines of the zone, separated by line feeds, or joined.
    #[serde(default)]
    zone: Option<String>,
    /// The number of the document; blanks, hyphens and case do not count.
    #[serde(default)]
    number: Option<String>,
    /// Code of the State that issued it, one to three letters, as in a zone.
    #[serde(default)]
    issuing_state: Option<String>,
    /// Kind of document; without it, all kinds are asked about.
    #[serde(default)]
    kind: Option<String>,
    /// The day against which two-digit years and the expiry are read; without it, the present day at the caller's post.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    on: Option<Date>,
}

/// The most an answer without a hit takes, so that writing it grows no buffer.
const USUAL_ANSWER_BYTES: usize = 2048;

/// Answers one question.
#[utoipa::path(
    post,
    path = "/api/v1/checks",
    tag = "checks",
    operation_id = "check",
    summary = "Check a document",
    description = "What is wrong with a zone, and what States have reported about a document. Permit `checks.check`. \
                   Every code: docs/formats/check.md.",
    request_body = CheckRequest,
    responses(
        (status = 200, description = "What is known", body = Answer),
        (status = 401, description = "No token, or one that has ended", body = Problem),
        (status = 404, description = "Nothing here for this caller", body = Problem),
        (status = 422, description = "The question cannot be read; `errors` says where", body = Problem),
        (status = 429, description = "Too many checks", body = Problem),
        (status = 503, description = "The access log cannot be written", body = Problem),
    ),
    security(("token" = []))
)]
pub async fn answer(permitted: Permitted<Check>, Sent(asked): Sent<CheckRequest>) -> Result<Response, Refusal> {
    let now = permitted.ground().clock.now();
    let on = asked.on.unwrap_or_else(|| today(permitted.caller(), now));
    let question = match asked.question() {
        Ok(question) => question,
        Err(faults) => return Err(refuse(permitted, faults).await),
    };
    let answer = check(permitted, &question, on).await?;
    let mut body = Vec::with_capacity(USUAL_ANSWER_BYTES);
    // Every part of an answer is text, numbers and lists, which always have a JSON form.
    serde_json::to_writer(&mut body, &answer).map_err(|error| StoreError::Io(error.into()))?;
    Ok(([(CONTENT_TYPE, "application/json")], Body::from(body)).into_response())
}

/// Answers this room's part of the OpenAPI document.
pub(super) fn document() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(answer))]
    struct Described;
    Described::openapi()
}

impl CheckRequest {
    fn question(self) -> Result<Question, Vec<InputFault>> {
        let wrong = |field, code, key| Err(vec![InputFault::field(field, code, Said::plain(key))]);
        let alone = self.number.is_none() && self.issuing_state.is_none() && self.kind.is_none();
        match (self.zone, self.number) {
            (Some(zone), None) if alone => Ok(Question::Zone(zone)),
            (Some(_), _) => wrong("zone", "typed_twice", "checks-error-typed-twice"),
            (None, Some(number)) => {
                let (state, kind) = (self.issuing_state.unwrap_or_default(), self.kind.unwrap_or_default());
                Question::number(&number, &state, &kind)
            }
            (None, None) => wrong("zone", "nothing_typed", "checks-error-nothing-typed"),
        }
    }
}
