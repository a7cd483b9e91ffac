//! What we say when we do not do what was asked, as a value that the edge of the server turns into a page or a problem.
//!
//! Which to use: `Invalid` for input the person can mend; `Conflict` when the record's state forbids the act; `NotFound`
//! for what is absent *and* for what may not be seen; `Fault` never by hand, it comes from a `StoreError`.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::store::StoreError;

/// A text of the words with its arguments, to be said once the reader's language is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// Key of the words.
    pub key: &'static str,
    /// Arguments by name.
    pub args: Vec<(&'static str, String)>,
}

impl Said {
    /// Names a text without arguments.
    pub fn plain(key: &'static str) -> Self {
        Said { key, args: Vec::new() }
    }

    /// Adds an argument.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// One thing wrong with what was sent, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFault {
    /// Stable code, in the API's `errors[].code`.
    pub code: &'static str,
    /// Field's name as sent; empty for the whole.
    pub field: String,
    /// Line, from 1, of a text, a zone or a file.
    pub line: Option<u64>,
    /// Column, from 1.
    pub column: Option<u64>,
    /// What to tell the person.
    pub said: Said,
}

impl InputFault {
    /// Names a fault of a field.
    pub fn field(field: &str, code: &'static str, said: Said) -> Self {
        InputFault { code, field: field.to_owned(), line: None, column: None, said }
    }
}

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing there, or nothing this person may know of: the two read the same.
    NotFound,
    /// This address is not asked in this way; the header `Allow` says in which.
    Method,
    /// Nobody is signed in, or no longer.
    SignIn,
    /// The act needs a purpose that this session has not chosen.
    ChoosePurpose,
    /// The form does not carry its session's secret, or came from another site.
    Forged,
    /// The input cannot be used; every fault is named.
    Invalid(Vec<InputFault>),
    /// More than the limit was sent.
    TooLarge {
        /// The limit in bytes.
        limit_bytes: usize,
    },
    /// The body's media type is not one this address takes.
    MediaType,
    /// Too many requests of this rate class.
    TooOften {
        /// Seconds until the next one is taken.
        after_s: u64,
    },
    /// What somebody, their post or their State may ask of this sort in a time was asked already.
    UsedUp {
        /// Whose it was, and until when.
        said: Said,
        /// Seconds until it may be asked again.
        after_s: u64,
    },
    /// Whoever asks was stopped, because what they did looked like carrying a register away.
    Stopped {
        /// What to do about it.
        said: Said,
        /// Seconds until the stop ends.
        after_s: u64,
    },
    /// The record's present state forbids it.
    Conflict(Said),
    /// Too much is waiting already.
    Busy,
    /// The access log cannot be written, so nothing may be shown.
    Unlogged,
    /// The disk is full; nothing was stored.
    Full,
    /// A chain is known not to hold, and nobody has said yet what happened: such acts stand still.
    Gap,
    /// The disk fails; nothing was stored.
    Disk,
    /// The disk failed, or an answer took too long, while the act was being stored: it may stand or not.
    Unsure,
    /// What rests closed does not open, and nothing of it is shown: moved, changed, or its root is not there.
    Unopened,
    /// Ours: logged under this id, which the person can quote.
    Fault(String),
}

impl Refusal {
    /// Refuses one field.
    pub fn field(field: &str, code: &'static str, key: &'static str) -> Self {
        Refusal::Invalid(vec![InputFault::field(field, code, Said::plain(key))])
    }

    /// Refuses because of the record's state, with a text of the words.
    pub fn conflict(key: &'static str) -> Self {
        Refusal::Conflict(Said::plain(key))
    }

    /// Answers the HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Refusal::NotFound => StatusCode::NOT_FOUND,
            Refusal::Method => StatusCode::METHOD_NOT_ALLOWED,
            Refusal::SignIn => StatusCode::UNAUTHORIZED,
            Refusal::ChoosePurpose | Refusal::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Refusal::Forged => StatusCode::FORBIDDEN,
            Refusal::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Refusal::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Refusal::TooOften { .. } | Refusal::UsedUp { .. } | Refusal::Stopped { .. } => {
                StatusCode::TOO_MANY_REQUESTS
            }
            Refusal::Conflict(_) => StatusCode::CONFLICT,
            Refusal::Busy | Refusal::Unlogged | Refusal::Gap | Refusal::Disk => StatusCode::SERVICE_UNAVAILABLE,
            Refusal::Full => StatusCode::INSUFFICIENT_STORAGE,
            Refusal::Unsure | Refusal::Unopened | Refusal::Fault(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Answers in how many seconds it is worth asking again (RFC 9110, 10.2.3), where time alone may mend it.
    fn retry_after_s(&self) -> Option<u64> {
        match self {
            Refusal::TooOften { after_s } | Refusal::UsedUp { after_s, .. } | Refusal::Stopped { after_s, .. } => {
                Some(*after_s)
            }
            Refusal::Busy => Some(5),
            // Room on a disk is looked at each second, but somebody has to make it.
            Refusal::Unlogged | Refusal::Full => Some(30),
            _ => None,
        }
    }

    /// Answers the stable code, the last part of the problem's `type`.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::NotFound => "not-found",
            Refusal::Method => "method",
            Refusal::SignIn => "sign-in",
            Refusal::ChoosePurpose => "purpose-missing",
            Refusal::Forged => "forged-form",
            Refusal::Invalid(_) => "invalid-input",
            Refusal::TooLarge { .. } => "too-large",
            Refusal::MediaType => "media-type",
            Refusal::TooOften { .. } => "too-often",
            Refusal::UsedUp { .. } => "used-up",
            Refusal::Stopped { .. } => "stopped",
            Refusal::Conflict(_) => "conflict",
            Refusal::Busy => "busy",
            Refusal::Unlogged => "log-unavailable",
            Refusal::Full => "disk-full",
            Refusal::Gap => "record-gap",
            Refusal::Disk => "disk-failing",
            Refusal::Unsure => "unsure",
            Refusal::Unopened => "unopened",
            Refusal::Fault(_) => "fault",
        }
    }

    /// Answers all codes there are, for the page of the docs and its test.
    pub const CODES: [&'static str; 20] = [
        "not-found",
        "method",
        "sign-in",
        "purpose-missing",
        "forged-form",
        "invalid-input",
        "too-large",
        "media-type",
        "too-often",
        "used-up",
        "stopped",
        "conflict",
        "busy",
        "log-unavailable",
        "disk-full",
        "record-gap",
        "disk-failing",
        "unsure",
        "unopened",
        "fault",
    ];
}

impl Refusal {
    /// Answers a refusal of a code, for the page that explains it; none for a code that does not exist.
    pub fn example(code: &str) -> Option<Self> {
        let all = [
            Refusal::NotFound,
            Refusal::Method,
            Refusal::SignIn,
            Refusal::ChoosePurpose,
            Refusal::Forged,
            Refusal::Invalid(Vec::new()),
            Refusal::TooLarge { limit_bytes: 0 },
            Refusal::MediaType,
            Refusal::TooOften { after_s: 0 },
            Refusal::UsedUp { said: Said::plain("problem-used-up-detail"), after_s: 0 },
            Refusal::Stopped { said: Said::plain("problem-stopped-detail"), after_s: 0 },
            Refusal::conflict("problem-conflict"),
            Refusal::Busy,
            Refusal::Unlogged,
            Refusal::Full,
            Refusal::Gap,
            Refusal::Disk,
            Refusal::Unsure,
            Refusal::Unopened,
            Refusal::Fault(String::new()),
        ];
        all.into_iter().find(|refusal| refusal.code() == code)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Refusal::Full,
            StoreError::Busy => Refusal::Busy,
            StoreError::Unsynced => Refusal::Disk,
            StoreError::Unsure => Refusal::Unsure,
            StoreError::Refused(key) => Refusal::conflict(key),
            error @ StoreError::Unopened { .. } => {
                tracing::error!(%error, "what rests closed does not open");
                Refusal::Unopened
            }
            other => {
                let id = hex::encode(rand::random::<[u8; 4]>());
                tracing::error!(fault = id, error = %other, "a request failed");
                Refusal::Fault(id)
            }
        }
    }
}

impl IntoResponse for Refusal {
    /// Leaves the body to the edge, which knows the reader's language and whether they want a page or a problem.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        if let Some(after_s) = self.retry_after_s() {
            response.headers_mut().insert(header::RETRY_AFTER, after_s.into());
        }
        response.extensions_mut().insert(self);
        response
    }
}
