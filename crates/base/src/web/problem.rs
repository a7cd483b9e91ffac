//! Refusals as machines read them: `application/problem+json` (RFC 9457) with a stable type and every fault's place.

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};

use super::{InputFault, Refusal, Said, Voice};
use crate::words::Value;

/// A problem document.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Problem {
    /// Stable reference, `/problems/…`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What kind of problem, in the reader's language.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// What to do about it, in the reader's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Each thing wrong with the input.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ProblemFault>,
}

/// One thing wrong with the input.
#[derive(Debug, Clone, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ProblemFault {
    /// Stable code.
    pub code: String,
    /// Field as sent; absent for the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Column, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<u64>,
    /// What to do about it, in the reader's language.
    pub message: String,
}

impl Problem {
    /// Says a refusal in the reader's language.
    pub fn of(refusal: &Refusal, voice: &Voice) -> Self {
        let code = refusal.code();
        let errors = match refusal {
            Refusal::Invalid(faults) => {
                faults.iter().map(|fault| ProblemFault::of(fault, voice.say(&fault.said))).collect()
            }
            _ => Vec::new(),
        };
        Problem {
            kind: format!("/problems/{code}"),
            title: voice.t(&format!("problem-{code}")).into_owned(),
            status: refusal.status().as_u16(),
            detail: Some(detail(refusal, voice)),
            errors,
        }
    }
}

impl ProblemFault {
    /// Says a fault of the input, once its sentence is said in the reader's language.
    pub fn of(fault: &InputFault, message: String) -> Self {
        ProblemFault {
            code: fault.code.to_owned(),
            field: Some(fault.field.clone()).filter(|field| !field.is_empty()),
            line: fault.line,
            column: fault.column,
            message,
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = axum::http::StatusCode::from_u16(self.status).unwrap_or(axum::http::StatusCode::BAD_REQUEST);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        (status, [(CONTENT_TYPE, "application/problem+json")], body).into_response()
    }
}

/// Answers the sentence that says what to do about a refusal.
pub(super) fn detail(refusal: &Refusal, voice: &Voice) -> String {
    let key = format!("problem-{}-detail", refusal.code());
    let args: Vec<(&str, Value<'_>)> = match refusal {
        Refusal::Conflict(said) | Refusal::UsedUp { said, .. } | Refusal::Stopped { said, .. } => {
            return voice.say(said);
        }
        Refusal::TooLarge { limit_bytes } => vec![("limit", (limit_bytes / 1024).into())],
        Refusal::TooOften { after_s } => vec![("seconds", (*after_s).into())],
        Refusal::Fault(id) => vec![("id", id.as_str().into())],
        _ => Vec::new(),
    };
    voice.tn(&key, &args).into_owned()
}

impl Voice {
    /// Says a text whose language was not known when it was chosen.
    pub fn say(&self, said: &Said) -> String {
        let args: Vec<(&str, Value<'_>)> =
            said.args.iter().map(|(name, value)| (*name, Value::from(value.as_str()))).collect();
        self.tn(said.key, &args).into_owned()
    }
}
