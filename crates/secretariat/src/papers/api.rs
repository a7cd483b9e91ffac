//! What machines send and get, and this room's part of the OpenAPI document.

use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};

use super::queries::{Paper, Text};
use crate::meetings::Symbol;

/// A document to be filed.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "symbol": "LAG/II/DOC/1", "kind": "report", "title_en": "Report (invented)", "title_es": "Informe (inventado)",
    "original": "es", "class": "observers"
}))]
pub struct NewPaper {
    /// Its symbol: capital letters and digits in parts with `/` between.
    pub symbol: String,
    /// `report`, `proposal`, `note`, `statement` or `other`.
    pub kind: String,
    /// Title in English; one of the two may be left out.
    #[serde(default)]
    pub title_en: String,
    /// Title in Spanish; one of the two may be left out.
    #[serde(default)]
    pub title_es: String,
    /// Language in which it was written: `en`, `es` or `fr`.
    pub original: String,
    /// Who may see it: `public`, `participants` (all who take part in its meeting), `observers` (members and observers) or
    /// `members`.
    pub class: String,
    /// Symbol of the meeting that it is written for; what is for `participants` has to have one.
    #[serde(default)]
    pub meeting: String,
    /// By which rule it is for those: `adopted`, `circulated`, `draft`, `people`, `request` or `decision`; may be left out.
    #[serde(default)]
    pub rule: String,
    /// Whose decision that is, in words; may be left out.
    #[serde(default)]
    pub decided_by: String,
}

/// Who may see a document from now on.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "class": "observers", "rule": "request", "decided_by": "Utopia (invented)" }))]
pub struct PaperClass {
    /// `public`, `participants`, `observers` or `members`.
    pub class: String,
    /// By which rule: `adopted` (for `public`), `circulated` (`participants`, `observers`), `draft` (`observers`, `members`), `people`
    /// (`members`), `request` or `decision` (each class).
    pub rule: String,
    /// Whose decision it is, in words.
    pub decided_by: String,
}

/// A document as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PaperShown {
    /// Its symbol.
    pub symbol: String,
    /// The symbol as an address has it, with `-` in the place of `/`.
    pub reference: String,
    /// What it is.
    pub kind: String,
    /// Title in English; empty where there is none.
    pub title_en: String,
    /// Title in Spanish; empty where there is none.
    pub title_es: String,
    /// Language in which it was written.
    pub original: String,
    /// Who may see it.
    pub class: String,
    /// Symbol of the meeting that it is written for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<String>,
    /// Its texts, language by language, the last version first; empty in a list.
    pub texts: Vec<TextShown>,
}

/// One text of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TextShown {
    /// What its address ends with: language, `-`, version.
    pub text: String,
    /// Its language.
    pub language: String,
    /// Which text in that language, from 1.
    pub version: u32,
    /// Whether it is authentic and no translation.
    pub authentic: bool,
    /// `pdf`, `docx`, `txt` or `html`.
    pub format: String,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// How long it is, in bytes.
    pub size_bytes: u64,
    /// Where it differs from the other languages.
    pub note: String,
}

/// A page of documents, the last filed first.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PapersPage {
    /// The documents, without their texts.
    pub papers: Vec<PaperShown>,
    /// What to ask for next in `before`; left out on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

impl PaperShown {
    pub(super) fn of(paper: &Paper, texts: &[Text]) -> Self {
        PaperShown {
            symbol: paper.symbol.to_string(),
            reference: paper.symbol.in_address(),
            kind: paper.kind.clone(),
            title_en: paper.title_en.clone(),
            title_es: paper.title_es.clone(),
            original: paper.original.tag().to_owned(),
            class: paper.class.clone(),
            meeting: paper.meeting.as_ref().map(Symbol::to_string),
            texts: texts.iter().map(TextShown::of).collect(),
        }
    }
}

impl TextShown {
    fn of(text: &Text) -> Self {
        TextShown {
            text: format!("{}-{}", text.language.tag(), text.version),
            language: text.language.tag().to_owned(),
            version: text.version,
            authentic: text.authentic,
            format: text.format.code().to_owned(),
            sha256: text.file.clone(),
            size_bytes: text.size_bytes,
            note: text.note.clone(),
        }
    }
}

#[derive(OpenApi)]
#[openapi(
    paths(
        super::list::call,
        super::file::call,
        super::classify::call,
        super::show::call,
        super::show::text_call,
        super::changes::call,
        super::dismiss::call,
        super::languages::call,
        super::add::call
    ),
    components(schemas(
        PaperClass,
        super::changes::ChangeShown,
        super::changes::ChangesShown,
        super::dismiss::Dismissal,
        super::languages::FlagSaid,
        super::languages::FlagShown,
        super::languages::LanguagesRow,
        super::languages::LanguagesShown,
        NewPaper,
        PaperShown,
        TextShown,
        PapersPage
    ))
)]
struct Document;

/// Answers this room's part of the OpenAPI document.
pub(super) fn api() -> utoipa::openapi::OpenApi {
    Document::openapi()
}
