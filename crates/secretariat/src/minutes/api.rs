//! What machines send and get, and this room's part of the OpenAPI document.

use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::queries::{Minutes, Revision};

/// A text of minutes to be written.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "based_on": 0, "text": "1. The meeting was opened. (invented)", "note": "First draft" }))]
pub struct NewMinutes {
    /// The revision that the text rests on; 0 where there was none yet.
    pub based_on: u32,
    /// The whole text, up to 30,000 characters; each line that is not blank is a paragraph.
    pub text: String,
    /// What was changed, up to 200 characters.
    #[serde(default)]
    pub note: String,
}

/// That minutes are adopted.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "adopted_on": "2003-12-02", "open": false, "revisions": { "en": 2, "es": 2 } }))]
pub struct Adoption {
    /// Day of the adoption, `YYYY-MM-DD`.
    pub adopted_on: String,
    /// Whether observers may read them; where the meeting is kept for members they never do.
    #[serde(default)]
    pub open: bool,
    /// The last revision in every language that has a text, as whoever adopts them saw it.
    pub revisions: std::collections::BTreeMap<String, u32>,
}

/// The minutes of a meeting as they stand now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MinutesShown {
    /// Symbol of the meeting.
    pub meeting: String,
    /// Day on which they were adopted; left out while they are a draft.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted_on: Option<String>,
    /// Whether observers may read them.
    pub open: bool,
    /// The last revision in each language that has a text.
    pub texts: Vec<MinutesTextShown>,
    /// The conference's own languages that have none.
    pub missing: Vec<String>,
}

/// One revision in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MinutesTextShown {
    /// Its language.
    pub language: String,
    /// Which revision, from 1.
    pub revision: u32,
    /// The whole text.
    pub text: String,
    /// What was changed.
    pub note: String,
    /// When it was recorded, microseconds since 1970.
    pub recorded_at_us: i64,
}

impl MinutesShown {
    pub(super) fn of(minutes: &Minutes) -> Self {
        MinutesShown {
            meeting: minutes.meeting.symbol.to_string(),
            adopted_on: minutes.adopted.map(|adopted| adopted.day.to_string()),
            open: minutes.adopted.is_some_and(|adopted| adopted.open && !minutes.meeting.members_only),
            texts: minutes.texts.iter().map(MinutesTextShown::of).collect(),
            missing: minutes.missing().map(|language| language.tag().to_owned()).collect(),
        }
    }
}

impl MinutesTextShown {
    pub(super) fn of(revision: &Revision) -> Self {
        MinutesTextShown {
            language: revision.language.tag().to_owned(),
            revision: revision.revision,
            text: revision.text.clone(),
            note: revision.note.clone(),
            recorded_at_us: revision.at.as_microsecond(),
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(super::show::call, super::write::call, super::version::call, super::adopt::call),
    components(schemas(NewMinutes, Adoption, MinutesShown, MinutesTextShown))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
