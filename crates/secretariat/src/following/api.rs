//! What machines send and get, and this room's part of the OpenAPI document.

use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::news::{Item, What};

/// Something to be followed, or no longer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = FollowingThing)]
pub struct ThingNamed {
    /// `paper`, `meeting` or `body`.
    pub kind: String,
    /// The symbol of the document or the meeting, the short name of the body.
    #[schema(max_length = 40)]
    pub name: String,
}

/// What somebody follows, and what is new in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = Following)]
pub struct FollowingShown {
    /// What is followed; at most two hundred things.
    pub followed: Vec<FollowedShown>,
    /// What was said of them, the newest first; at most a hundred things.
    pub news: Vec<NewsShown>,
}

/// Something that is followed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = Followed)]
pub struct FollowedShown {
    /// `paper`, `meeting` or `body`.
    pub kind: String,
    /// The symbol of the document or the meeting, the short name of the body.
    pub name: String,
    /// Whether it is there for whoever asks, at this moment.
    pub there: bool,
    /// In English; empty where it has none or is not there.
    pub title_en: String,
    /// In Spanish; empty where it has none or is not there.
    pub title_es: String,
}

/// Something new.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = FollowingNews)]
pub struct NewsShown {
    /// `paper-filed`, `paper-classed`, `paper-text`, `meeting`, `minutes`, `minutes-adopted`, `decision` or `decision-later`.
    pub what: String,
    /// The symbol of the document, the decision, or the meeting.
    pub symbol: String,
    /// In English; empty where it has none.
    pub title_en: String,
    /// In Spanish; empty where it has none.
    pub title_es: String,
    /// Language of the text or of the minutes, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Version of the text, or number of the revision, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// When it was said.
    pub at: String,
    /// Whether it was said after whoever asks last looked at the page.
    pub unread: bool,
}

impl NewsShown {
    pub(super) fn of(item: &Item, unread: bool) -> Self {
        let text = match item.what {
            What::Text(language, version) | What::Minutes(language, version) => {
                Some((language.tag().to_owned(), version))
            }
            _ => None,
        };
        NewsShown {
            what: item.code().to_owned(),
            symbol: item.symbol.to_string(),
            title_en: item.titles.0.clone(),
            title_es: item.titles.1.clone(),
            language: text.as_ref().map(|(language, _)| language.clone()),
            version: text.map(|(_, version)| version),
            at: item.at.to_string(),
            unread,
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(super::show::call, super::follow::follow_call, super::follow::stop_call, super::atom::call),
    components(schemas(ThingNamed, FollowingShown, FollowedShown, NewsShown))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
