//! The act "read a public document": what it is, how it is cited, its words, its texts; and a text, to be kept.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::http::header::LINK;
use axum::response::{IntoResponse, Response};
use base::ground::Puebla;
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Refusal, Visit, Voice, parts};
use base::words::Language;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::published::{self, Public, absolute};
use crate::papers::{self, KINDS, Text, key};

/// The most of a document's words that its page shows, in bytes as they are sent; the file has them all.
const SHOWN_BYTES_MAX: usize = 110_000;

/// Shows a document.
pub(super) async fn page(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    Path(reference): Path<String>,
    Asked(asked): Asked,
) -> Result<Response, Refusal> {
    let public = published::find(&ground, &reference)?;
    let visit = published::spoken(&ground, visit, asked.typed("language"));
    let voice = &visit.voice;
    let text = chosen(&public, voice.language, asked.typed("text")).cloned();
    let words = match &text {
        Some(text) => {
            let (ground, text) = (Arc::clone(&ground), text.clone());
            let read = tokio::task::spawn_blocking(move || papers::written(&ground.files, &text)).await;
            read.map_err(|ended| Refusal::Fault(ended.to_string()))??
        }
        None => None,
    };
    let body = html! {
        article .library {
            h1 { (papers::title(voice, &public.paper)) }
            (facts(voice, &public))
            (languages(voice, &public))
            @if let Some(text) = &text { (parts::card("cite", &voice.t("library-cite"), html! { p .cite { (citation(&ground, voice, &public, text)) } })) }
            @match (&text, words) {
                (Some(text), Some(words)) => (parts::card("words", &voice.t("library-words"), prose(voice, text, &words))),
                (Some(_), None) => p { (voice.t("library-words-unread")) },
                (None, _) => p { (voice.t("library-no-text")) },
            }
            (texts(voice, &public))
        }
        p { a href="/library" { (voice.t("library-back")) } }
    };
    let (tag, title) = public.title(voice.language);
    let frame = visit.frame.clone().titled(if tag == voice.language {
        title.to_owned()
    } else {
        public.paper.symbol.to_string()
    });
    let mut response = base::web::shell::page(voice, &frame, body).into_response();
    // Symbols and addresses have no sign that a header could not carry.
    if let Ok(links) = HeaderValue::from_str(&alternates(&ground, &public)) {
        response.headers_mut().insert(LINK, links);
    }
    Ok(response)
}

/// Hands over one text of a document, to be kept.
pub(super) async fn text(
    State(ground): State<Arc<Puebla>>,
    Path((reference, text)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let public = published::find(&ground, &reference)?;
    let found = public.texts.iter().find(|found| found.name() == text).ok_or(Refusal::NotFound)?;
    let name = found.file.clone();
    let read = tokio::task::spawn_blocking(move || ground.files.get(&name)).await;
    let content = read.map_err(|ended| Refusal::Fault(ended.to_string()))??;
    Ok(papers::to_be_kept(&public.paper, found, content))
}

/// Answers the text that is shown: the one named, or the last in the reader's language, or in the one it was written in, or any.
fn chosen<'p>(public: &'p Public, language: Language, named: &str) -> Option<&'p Text> {
    let last = |language| public.last().find(|text| text.language == language);
    let named = public.texts.iter().find(|text| text.name() == named);
    named.or_else(|| last(language)).or_else(|| last(public.paper.original)).or_else(|| public.last().next())
}

fn facts(voice: &Voice, public: &Public) -> Markup {
    let paper = &public.paper;
    let kind = key(&KINDS, &paper.kind).map(|key| voice.t(key).into_owned()).unwrap_or_default();
    let meeting = public.meeting.as_ref().map_or_else(
        || html! { (voice.t("papers-meeting-none")) },
        |meeting| {
            let path = format!("/library?meeting={}", base::web::shell::encoded(meeting.symbol.as_str()));
            html! { a href=(path) { (meeting.symbol) } " " (crate::meetings::title(voice, meeting)) ", " (voice.date(meeting.first_on)) }
        },
    );
    parts::facts(&[
        (&voice.t("library-symbol"), html! { span .mono { (paper.symbol) } }),
        (&voice.t("library-kind"), html! { (kind) }),
        (&voice.t("library-original"), html! { span lang=(paper.original.tag()) { (paper.original.own_name()) } }),
        (&voice.t("library-meeting"), meeting),
        (&voice.t("library-since"), voice.instant(public.since)),
        (&voice.t("library-why"), html! { (voice.t("library-why-public")) }),
    ])
}

/// Links to the same document in each language that the pages speak; a search engine reads them as such.
fn languages(voice: &Voice, public: &Public) -> Markup {
    html! {
        nav .languages aria-label=(voice.t("library-languages")) {
            p { @for language in Language::ALL {
                a href={ (public.path()) "?language=" (language.tag()) } lang=(language.tag()) hreflang=(language.tag()) rel="alternate"
                    aria-current=[(language == voice.language).then_some("true")] { (language.own_name()) } " "
            } }
        }
    }
}

/// Answers the links of a document's page, as the header `Link` carries them (RFC 8288): one a language, and the feed.
fn alternates(ground: &Puebla, public: &Public) -> String {
    let of = |language: &Language| {
        let address = absolute(ground, &format!("{}?language={}", public.path(), language.tag()));
        format!("<{address}>; rel=\"alternate\"; hreflang=\"{}\"", language.tag())
    };
    let mut links: Vec<String> = Language::ALL.iter().map(of).collect();
    links.push(format!("<{}>; rel=\"alternate\"; type=\"application/atom+xml\"", absolute(ground, "/library/atom")));
    links.join(", ")
}

/// Says how a text is cited: the same words in the same order in every language, so that two citations of one text agree.
pub(super) fn citation(ground: &Puebla, voice: &Voice, public: &Public, text: &Text) -> String {
    let (_, title) = public.title(text.language);
    let day = text.at.to_zoned_datetime(TimeZone::UTC).date().to_string();
    let name = text.name();
    let address = absolute(ground, &format!("{}/texts/{name}", public.path()));
    let process = ground.identity.process_name(text.language);
    let hash = text.file.get(..16).unwrap_or_default();
    let of = [
        ("process", process.as_str().into()),
        ("title", title.into()),
        ("symbol", public.paper.symbol.as_str().into()),
        ("text", name.as_str().into()),
        ("day", day.as_str().into()),
        ("address", address.as_str().into()),
        ("hash", hash.into()),
    ];
    voice.tn("library-citation", &of).into_owned()
}

/// Draws the words of a text in its own language, as many as a page can carry.
fn prose(voice: &Voice, text: &Text, words: &str) -> Markup {
    let mut left = SHOWN_BYTES_MAX;
    let cost = |paragraph: &str| {
        let special = paragraph.bytes().filter(|byte| matches!(byte, b'<' | b'>' | b'&' | b'"')).count();
        paragraph.len() + 5 * special + 7
    };
    let paragraphs = crate::differences::paragraphs(words);
    let mut fits = |paragraph: &&&str| match left.checked_sub(cost(paragraph)) {
        Some(rest) => {
            left = rest;
            true
        }
        None => false,
    };
    let shown = paragraphs.iter().take_while(|paragraph| fits(paragraph)).count();
    html! {
        div .prose lang=(text.language.tag()) { @for paragraph in &paragraphs[..shown] { p { (paragraph) } } }
        @if shown < paragraphs.len() { p { (voice.t("library-words-cut")) } }
    }
}

fn texts(voice: &Voice, public: &Public) -> Markup {
    let row = |text: &Text| {
        let address = format!("{}/texts/{}", public.path(), text.name());
        let kind = if text.authentic { "papers-authentic-yes" } else { "papers-authentic-no" };
        let size_kb = text.size_bytes.div_ceil(1000);
        vec![
            html! { a href={ (public.path()) "?text=" (text.name()) } { (text.language.own_name()) ", " (voice.tn("papers-version", &[("version", text.version.into())])) } },
            html! { (voice.t(kind)) @if !text.note.is_empty() { br; small { (text.note) } } },
            html! { a href=(address) download { (voice.tn("papers-size", &[("format", text.format.code().into()), ("size", size_kb.into())])) } },
            voice.instant(text.at),
        ]
    };
    let columns = ["papers-language", "papers-authentic", "papers-form", "papers-when"];
    let columns = columns.map(|key| Column::text(voice.t(key).into_owned())).to_vec();
    let (caption, rows) = (voice.t("papers-texts").into_owned(), public.texts.iter().map(row).collect());
    table(voice, &Table { id: "texts", caption, columns, rows, empty: "papers-texts-empty" })
}
