//! What machines get, and this room's part of the OpenAPI document.

use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::find::{Found, Hit};

/// A page of what was found, the best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundPage {
    /// What was found and may be opened.
    pub found: Vec<FoundShown>,
    /// Whether nothing has all that was asked, and these have some of it.
    pub some_words: bool,
    /// What to send as `after` for the next page; left out on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundShown {
    /// `paper`, `decision` or `minutes`.
    pub kind: String,
    /// The symbol of the document or the decision, or of the meeting whose minutes they are.
    pub symbol: String,
    /// The symbol as an address has it, with `-` in the place of `/`.
    pub reference: String,
    /// Title in English; empty where there is none.
    pub title_en: String,
    /// Title in Spanish; empty where there is none.
    pub title_es: String,
    /// Language of the text from which it is quoted.
    pub language: String,
    /// Who may see it: `public`, `participants`, `observers` or `members`.
    pub class: String,
    /// Symbol of the meeting that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
    /// Passages of the text, in pieces.
    pub passages: Vec<Vec<FoundPiece>>,
}

/// A piece of a passage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundPiece {
    /// The text.
    pub text: String,
    /// Whether it is what was sought.
    pub found: bool,
}

impl FoundPage {
    pub(super) fn of(found: &Found, next: Option<usize>) -> Self {
        FoundPage {
            found: found.hits.iter().map(FoundShown::of).collect(),
            some_words: found.some,
            next: next.map(|next| next as u64),
        }
    }
}

impl FoundShown {
    fn of(hit: &Hit) -> Self {
        let piece = |piece: &super::passage::Piece| FoundPiece { text: piece.text.clone(), found: piece.found };
        FoundShown {
            kind: hit.kind.code().to_owned(),
            symbol: hit.symbol.to_string(),
            reference: hit.symbol.in_address(),
            title_en: hit.titles.0.clone(),
            title_es: hit.titles.1.clone(),
            language: hit.language.tag().to_owned(),
            class: hit.class.clone(),
            meeting: hit.meeting.as_ref().map(ToString::to_string),
            passages: hit.passages.iter().map(|pieces| pieces.iter().map(piece).collect()).collect(),
        }
    }
}

#[derive(OpenApi)]
#[openapi(paths(super::show::call), components(schemas(FoundPage, FoundShown, FoundPiece)))]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
