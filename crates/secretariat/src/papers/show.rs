//! The act "open a document": what it is, why one may see it, and its texts; and the texts themselves, to be kept.

use axum::extract::Path;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::parts::Tone;
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Problem, Refusal, Visit, Voice, parts};
use base::words::Language;
use maud::{Markup, html};

use super::api::PaperShown;
use super::paper::{CLASSES, KINDS, key};
use super::permits::{AddText, ClassifyPaper, ListPapers, ShowPaper};
use super::queries::{self, Paper, Text};
use super::why;
use crate::following;
use crate::meetings::Symbol;

/// Reads the document that was opened.
pub(super) fn paper<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Paper, Refusal> {
    let symbol = Symbol::from_address(reference).map_err(|_| Refusal::NotFound)?;
    reader.ask(|now| queries::one(now, &symbol))?.ok_or(Refusal::NotFound)
}

/// Says a document's title in the reader's language; where there is none, the other one, and that it is the other.
pub(crate) fn title(voice: &Voice, paper: &Paper) -> Markup {
    let (own, other, tag) = match voice.language {
        Language::Es => (&paper.title_es, &paper.title_en, "en"),
        Language::En | Language::Fr => (&paper.title_en, &paper.title_es, "es"),
    };
    html! {
        @if own.is_empty() { span lang=(tag) { (other) } " " small { (voice.t("papers-title-other")) } } @else { (own) }
    }
}

/// Shows a document.
pub(super) async fn page(
    desk: Permitted<ShowPaper>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open(resource.clone()).await?;
    let paper = paper(&reader, &reference)?;
    let texts = reader.ask(|now| queries::texts(now, &paper.symbol))?;
    let decided = reader.ask(|now| queries::classes(now, &paper.symbol))?;
    let may_classify = reader.ground().policy.allows::<ClassifyPaper>(reader.caller(), &resource);
    let may_add = reader.ground().policy.allows::<AddText>(reader.caller(), &resource);
    let may_list = reader.ground().policy.allows::<ListPapers>(reader.caller(), &Resource::room());
    let follow = following::button(&reader, &visit, following::Kind::Paper, paper.symbol.as_str())?;
    let voice = &visit.voice;
    let path = format!("/papers/{}", paper.symbol.in_address());
    let body = html! {
        h1 { (title(voice, &paper)) }
        @match query.0.typed("done") {
            "filed" => (parts::notice(Tone::Done, html! { p { (voice.t("papers-done-filed")) } })),
            "classed" => (parts::notice(Tone::Done, html! { p { (voice.t("papers-done-classed")) } })),
            "added" => (parts::notice(Tone::Done, html! { p { (voice.t("papers-done-added")) } })),
            _ => {},
        }
        (facts(voice, &paper))
        (texts_table(voice, &path, &texts))
        @if texts.windows(2).any(|pair| pair[0].language != pair[1].language) {
            p { a href={ (path) "/languages" } { (voice.t("papers-languages")) } }
        }
        @for missing in missing(&texts) {
            p { (voice.tn("papers-text-missing", &[("language", missing.own_name().into())])) }
        }
        (follow)
        @if may_add || may_classify { div .row {
            @if may_add { a .button href={ (path) "/add" } { (voice.t("papers-add")) } }
            @if may_classify { " " a .button .plain href={ (path) "/class" } { (voice.t("papers-classify")) } }
        } }
        (why::drawn(voice, &reader, (&paper, &resource), &decided))
        @if may_list { p { a href="/papers" { (voice.t("papers-back")) } } }
    };
    Ok(visit.page("papers-paper", body))
}

/// Answers one document with its texts.
#[utoipa::path(
    get,
    path = "/api/v1/papers/{reference}",
    operation_id = "show_paper",
    tag = "papers",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "The document", body = PaperShown),
        (status = 404, description = "No such document that one may see", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ShowPaper>,
    Path(reference): Path<String>,
) -> Result<axum::Json<PaperShown>, Refusal> {
    let resource = desk.about(|now| queries::resource(now, &reference)).await?;
    let reader = desk.open(resource).await?;
    let paper = paper(&reader, &reference)?;
    let texts = reader.ask(|now| queries::texts(now, &paper.symbol))?;
    Ok(axum::Json(PaperShown::of(&paper, &texts)))
}

/// Hands over one text of a document, to be kept.
pub(super) async fn text(
    desk: Permitted<ShowPaper>,
    Path((reference, text)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    hand_over(desk, &reference, &text).await
}

/// Hands over one text of a document, as it was brought.
#[utoipa::path(
    get,
    path = "/api/v1/papers/{reference}/texts/{text}",
    operation_id = "show_text",
    tag = "papers",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("text" = String, Path, description = "Language, `-`, version, such as `es-1`")
    ),
    responses(
        (
            status = 200,
            description = "The file; one that is a page comes as application/octet-stream",
            content(("application/pdf"), ("text/plain"), ("application/octet-stream"))
        ),
        (status = 404, description = "No such text that one may see", body = Problem)
    )
)]
pub(super) async fn text_call(
    desk: Permitted<ShowPaper>,
    Path((reference, text)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    hand_over(desk, &reference, &text).await
}

async fn hand_over(desk: Permitted<ShowPaper>, reference: &str, text: &str) -> Result<Response, Refusal> {
    let resource = desk.about(|now| queries::resource(now, reference)).await?;
    let reader = desk.open(resource).await?;
    let paper = paper(&reader, reference)?;
    let texts = reader.ask(|now| queries::texts(now, &paper.symbol))?;
    let found = texts.iter().find(|found| found.name() == text).ok_or(Refusal::NotFound)?;
    let (ground, name) = (std::sync::Arc::clone(reader.ground()), found.file.clone());
    let content = reader.ask_long(move |_| ground.files.get(&name)).await?;
    Ok(to_be_kept(&paper, found, content))
}

/// Answers a file so that it is kept and never shown inside a page of ours.
pub(crate) fn to_be_kept(paper: &Paper, text: &Text, content: Vec<u8>) -> Response {
    let file_name = format!("{}-{}.{}", paper.symbol.in_address(), text.name(), text.format.code());
    // Symbols, languages and codes have no sign that a header could not carry.
    let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{file_name}\""))
        .unwrap_or_else(|_| HeaderValue::from_static("attachment"));
    let media_type = HeaderValue::from_static(text.format.media_type());
    ([(CONTENT_TYPE, media_type), (CONTENT_DISPOSITION, disposition)], content).into_response()
}

/// Answers the conference's own languages in which a document has no text: what is missing is said.
fn missing(texts: &[Text]) -> impl Iterator<Item = Language> {
    [Language::Es, Language::En].into_iter().filter(|language| texts.iter().all(|text| text.language != *language))
}

fn facts(voice: &Voice, paper: &Paper) -> Markup {
    let name = |list: &[(&'static str, &'static str)], code: &str| {
        let name = key(list, code).map(|key| voice.t(key).into_owned());
        html! { (name.unwrap_or_default()) }
    };
    let meeting = paper.meeting.as_ref().map_or_else(
        || html! { (voice.t("papers-meeting-none")) },
        |meeting| html! { a href={ "/meetings/" (meeting.in_address()) } { (meeting) } },
    );
    parts::facts(&[
        (&voice.t("papers-symbol"), html! { span .mono { (paper.symbol) } }),
        (&voice.t("papers-kind"), name(&KINDS, &paper.kind)),
        (&voice.t("papers-original"), html! { (paper.original.own_name()) }),
        (&voice.t("papers-class"), name(&CLASSES, &paper.class)),
        (&voice.t("papers-meeting"), meeting),
    ])
}

fn texts_table(voice: &Voice, path: &str, texts: &[Text]) -> Markup {
    let changes = |text: &Text| {
        let of = [("language", text.language.own_name().into()), ("version", text.version.into())];
        voice.tn("papers-changes-in", &of)
    };
    let row = |text: &Text| {
        let address = format!("{path}/texts/{}-{}", text.language.tag(), text.version);
        let kind = if text.authentic { "papers-authentic-yes" } else { "papers-authentic-no" };
        let size_kb = text.size_bytes.div_ceil(1000);
        vec![
            html! {
                a href=(address) download { (text.language.own_name()) ", " (voice.tn("papers-version", &[("version", text.version.into())])) }
                @if text.version > 1 { br; a href={ (address) "/changes" } aria-label=(changes(text)) { (voice.t("papers-changes")) } }
            },
            html! { (voice.t(kind)) @if !text.note.is_empty() { br; small { (text.note) } } },
            html! { (voice.tn("papers-size", &[("format", text.format.code().into()), ("size", size_kb.into())])) },
            voice.instant(text.at),
            html! { span .mono .break { (text.file) } },
        ]
    };
    let columns = ["papers-language", "papers-authentic", "papers-form", "papers-when", "papers-hash"]
        .map(|key| Column::text(voice.t(key).into_owned()))
        .to_vec();
    let caption = voice.t("papers-texts").into_owned();
    table(
        voice,
        &Table { id: "texts", caption, columns, rows: texts.iter().map(row).collect(), empty: "papers-texts-empty" },
    )
}
