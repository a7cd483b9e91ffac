//! The document for machines and for the command: JSON, Markdown, and a page that stands alone.

use axum::Json;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::{Asked, Problem, Refusal, Voice};
use base::words::Language;
use jiff::tz::TimeZone;
use maud::{DOCTYPE, html};
use utoipa::OpenApi;

use super::configured::Configured;
use super::document::{Document, document};
use super::holdings::{Holdings, POLICY};
use super::markdown::markdown;
use super::page::body;
use super::permits::ShowAssessment;

/// The room's part of the OpenAPI document.
#[derive(OpenApi)]
#[openapi(paths(call), components(schemas(Document, Problem)))]
pub(super) struct Api;

/// How the document is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// For files.
    Markdown,
    /// A page that stands alone, without a style of its own.
    Html,
}

/// Answers the assessment of the effects on data protection of what is in force now, as `json`, `markdown` or `html`.
#[utoipa::path(
    get,
    path = "/api/v1/assessment",
    operation_id = "show_assessment",
    tag = "assessment",
    params(
        ("language" = Option<String>, Query, description = "`en`, `es` or `fr`; left out, `en`"),
        ("format" = Option<String>, Query, description = "`json`, `markdown` or `html`; left out, `json`")
    ),
    responses(
        (status = 200, description = "The document", content(
            (Document = "application/json"), (String = "text/markdown"), (String = "text/html")
        )),
        (status = 422, description = "No such language or format", content_type = "application/problem+json", body = Problem)
    )
)]
pub(super) async fn call(permitted: Permitted<ShowAssessment>, Asked(asked): Asked) -> Result<Response, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let language = match asked.typed("language") {
        "" => Language::En,
        typed => Language::parse(typed)
            .ok_or_else(|| Refusal::field("language", "no-such-code", "assessment-fault-language"))?,
    };
    let format = match asked.typed("format") {
        "" | "json" => None,
        "markdown" => Some((Written::Markdown, "text/markdown; charset=utf-8")),
        "html" => Some((Written::Html, "text/html; charset=utf-8")),
        _ => return Err(Refusal::field("format", "no-such-code", "assessment-fault-format")),
    };
    match format {
        None => Ok(Json(made(&reader, language)?.1).into_response()),
        Some((format, kind)) => Ok(([(CONTENT_TYPE, kind)], written(&reader, language, format)?).into_response()),
    }
}

/// Writes the document in a language.
pub fn written(reader: &Reader<ShowAssessment>, language: Language, format: Written) -> Result<String, Refusal> {
    let (voice, document) = made(reader, language)?;
    Ok(match format {
        Written::Markdown => markdown(&voice, &document),
        Written::Html => alone(&voice, &document),
    })
}

fn made(reader: &Reader<ShowAssessment>, language: Language) -> Result<(Voice, Document), Refusal> {
    let words = std::sync::Arc::clone(&reader.ground().words);
    let voice = Voice { words, language, zone: TimeZone::UTC, now: reader.now() };
    let document = document(&voice, &Holdings::read(POLICY)?, &Configured::read(reader)?);
    Ok((voice, document))
}

fn alone(voice: &Voice, document: &Document) -> String {
    let page = html! {
        (DOCTYPE)
        html lang=(voice.language.tag()) {
            head { meta charset="utf-8"; title { (document.title) } }
            body { (body(voice, document)) }
        }
    };
    page.into_string()
}
