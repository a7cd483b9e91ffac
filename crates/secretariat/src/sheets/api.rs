//! What machines send and get, and this room's part of the OpenAPI document.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::queries::Version;

/// A State's policy on a topic, to be written down.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPolicySheet, example = json!({
    "short_es": "Cónyuge e hijos menores. (ficticio)", "text_es": "Quien reside tres años puede pedir que se le unan. (ficticio)",
    "original": "es", "source": "Ley 1, art. 2 (ficticia)", "policy_on": "2003-01-02", "reviewed_on": "2026-03-04", "months": 24
}))]
pub struct NewSheet {
    /// The statement of the table in English, up to 160 characters; needed in the original language.
    #[serde(default)]
    pub short_en: String,
    /// The same in Spanish.
    #[serde(default)]
    pub short_es: String,
    /// The policy in English, up to 4,000 characters; needed in the original language.
    #[serde(default)]
    pub text_en: String,
    /// The same in Spanish.
    #[serde(default)]
    pub text_es: String,
    /// Which of the two is the original: `en` or `es`.
    pub original: String,
    /// Law and article.
    pub source: String,
    /// Where that can be read, beginning with `https://`; may be left out.
    #[serde(default)]
    pub link: String,
    /// Symbol of a document that is filed here; may be left out.
    #[serde(default)]
    pub paper: String,
    /// From when the policy is.
    pub policy_on: String,
    /// When it was looked at last.
    pub reviewed_on: String,
    /// For how many months that is enough, from 1 to 60.
    pub months: u32,
    /// The `version` that stood when this was written; 0 where none did.
    #[serde(default)]
    pub seen: u64,
}

/// The table as of a day.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = PolicySheets)]
pub struct SheetsShown {
    /// As of the end of this day at the secretariat's seat.
    pub on: String,
    /// What was published by then. What is not here was not given.
    pub sheets: Vec<SheetShown>,
}

/// One sheet with what was published of it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = PolicySheetHistory)]
pub struct SheetHistory {
    /// Code of the State, `-`, code of the topic.
    pub reference: String,
    /// What was published, the last first; empty where nothing was given.
    pub published: Vec<SheetShown>,
    /// What was written and waits for somebody else; left out for whoever may neither write nor publish it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pending: Option<SheetShown>,
}

/// A State's policy on a topic, as somebody wrote it down.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = PolicySheet)]
pub struct SheetShown {
    /// Code of the State, `-`, code of the topic.
    pub reference: String,
    /// Code of the State.
    pub state: String,
    /// Code of the topic.
    pub topic: String,
    /// Which writing it is.
    pub version: u64,
    /// The statement of the table in English.
    pub short_en: String,
    /// The same in Spanish.
    pub short_es: String,
    /// The policy in English.
    pub text_en: String,
    /// The same in Spanish.
    pub text_es: String,
    /// Which of the two is the original.
    pub original: String,
    /// Law and article.
    pub source: String,
    /// Where that can be read.
    pub link: String,
    /// Symbol of a document, of one alone that one may open.
    pub paper: String,
    /// From when the policy is.
    pub policy_on: String,
    /// When it was looked at last.
    pub reviewed_on: String,
    /// The last day on which it is looked at again in time.
    pub review_due: String,
    /// Whether that is overdue on the day asked about.
    pub overdue: bool,
    /// When it was published; left out where it waits for somebody else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<String>,
}

impl SheetShown {
    /// Tells a version on a day; its document only where `opens` says that whoever asks may open it.
    pub(super) fn of(version: &Version, today: Date, opens: bool) -> Self {
        let content = &version.content;
        SheetShown {
            reference: version.reference().to_string(),
            state: version.state.to_string(),
            topic: content.topic.clone(),
            version: version.position,
            short_en: content.short_en.clone(),
            short_es: content.short_es.clone(),
            text_en: content.text_en.clone(),
            text_es: content.text_es.clone(),
            original: content.original.clone(),
            source: content.source.clone(),
            link: content.link.clone(),
            paper: if opens { content.paper.clone() } else { String::new() },
            policy_on: content.policy_on.to_string(),
            reviewed_on: content.reviewed_on.to_string(),
            review_due: version.review_due().to_string(),
            overdue: version.is_overdue(today),
            published_at: version.published_at.map(|at| at.to_string()),
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(super::list::call, super::export::call, super::show::call, super::write::call, super::publish::call),
    components(schemas(NewSheet, SheetsShown, SheetHistory, SheetShown))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
