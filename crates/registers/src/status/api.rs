//! What machines send and get, and this room's part of the OpenAPI document.

use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::listing::Resting;
use super::queries::StatusRecord;
use super::written::{Day, Written};

/// A report: one of `number`, `first` with `last`, or `pattern`.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "kind": "passport", "number": "K90000001", "status": "lost", "reference": "DGM-2026/17" }))]
pub struct NewStatus {
    /// Kind of document: `passport`, `identity_card`, `visa`, `residence_permit`, `travel_document`,
    /// `seafarer_document`, `civil_status`, `driving_licence`.
    pub kind: String,
    /// A single number. It is kept only as a keyed hash.
    #[serde(default)]
    pub number: String,
    /// First number of a range of blanks.
    #[serde(default)]
    pub first: String,
    /// Last number of a range of blanks.
    #[serde(default)]
    pub last: String,
    /// A pattern of numbers: `@` any letter, `#` any digit.
    #[serde(default)]
    pub pattern: String,
    /// `lost`, `stolen`, `stolen_blank`, `revoked`, `invalid`.
    pub status: String,
    /// Last day of the document's validity, `YYYY-MM-DD`; left out when not known: the entry then lasts ten years.
    #[serde(default)]
    pub expires_on: String,
    /// The State's own reference, 1 to 40 characters.
    pub reference: String,
    /// Why, as a code of the documentation's list.
    #[serde(default)]
    pub reason: String,
}

/// An entry as its own State sees it; never the number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StatusShown {
    /// Its id, the same however often it is corrected.
    pub id: String,
    /// Kind of document.
    pub kind: String,
    /// `number`, `range` or `pattern`.
    pub form: String,
    /// First number of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// Last number of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// The pattern.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// Status.
    pub status: String,
    /// Why, where the State says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The State's own reference.
    pub reference: String,
    /// Last day, `YYYY-MM-DD`.
    pub expires_on: String,
    /// When it was first reported.
    pub reported_at: String,
    /// When it was last corrected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrected_at: Option<String>,
}

/// A page of one's own State's entries, newest first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct StatusPage {
    /// The entries.
    pub entries: Vec<StatusShown>,
    /// What to ask for next in `after`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Why an entry is taken back.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "reason": "found_again" }))]
pub struct WithdrawalSent {
    /// `found_again` or `entered_in_error`.
    pub reason: String,
}

impl NewStatus {
    pub(super) fn written(&self) -> Written<'_> {
        Written {
            kind: &self.kind,
            number: &self.number,
            first: &self.first,
            last: &self.last,
            pattern: &self.pattern,
            status: &self.status,
            expires_on: Day::Text(&self.expires_on),
            reference: &self.reference,
            reason: &self.reason,
        }
    }
}

impl StatusShown {
    pub(crate) fn of(record: &StatusRecord) -> Self {
        let (form, first, last, pattern) = match &record.subject {
            Resting::Number(_) => ("number", None, None, None),
            Resting::Range(range) => {
                ("range", Some(range.first().as_str().to_owned()), Some(range.last().as_str().to_owned()), None)
            }
            Resting::Pattern(pattern) => ("pattern", None, None, Some(pattern.as_str().to_owned())),
        };
        StatusShown {
            id: record.id.to_string(),
            kind: record.kind.code().to_owned(),
            form: form.to_owned(),
            first,
            last,
            pattern,
            status: record.status.code().to_owned(),
            reason: record.reason.map(|reason| reason.code().to_owned()),
            reference: record.reference.clone(),
            expires_on: record.expires_on.to_string(),
            reported_at: record.reported_at.to_string(),
            corrected_at: record.corrected_at.map(|at| at.to_string()),
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(super::report::call, super::list::call, super::show::call, super::withdraw::call, super::export::call,),
    components(schemas(NewStatus, StatusShown, StatusPage, WithdrawalSent))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
