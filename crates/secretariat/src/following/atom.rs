//! The act "take it as a feed": what is new in what one follows as Atom (RFC 4287), for a program that asks with a token of its reader's.

use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::Permitted;
use base::ground::Puebla;
use base::web::{Asked, Problem, Refusal, Visit, Voice};
use base::words::Language;
use maud::{Markup, PreEscaped, html};

use super::news::{self, Item};
use super::permits::TakeNews;
use super::shelf::{self, Shelf};

/// Hands over what is new in what somebody follows and may open at this moment.
#[utoipa::path(
    get,
    path = "/api/v1/following/atom",
    operation_id = "take_news",
    tag = "following",
    params(("language" = Option<String>, Query, description = "`en`, `es` or `fr`; left out, the reader's own")),
    responses(
        (status = 200, description = "RFC 4287", body = String, content_type = "application/atom+xml"),
        (status = 422, description = "No such language", body = Problem)
    )
)]
pub(super) async fn call(desk: Permitted<TakeNews>, visit: Visit, query: Asked) -> Result<Response, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let named = query.0.chosen("language").next().map_or(Some(visit.voice.language), Language::parse);
    let language = named.ok_or_else(|| Refusal::field("language", "language", "following-fault-language"))?;
    let shelf = Shelf::of(&reader)?;
    let news = news::news(&reader, &shelf)?;
    shelf::note_feed(&reader, &shelf).await;
    let voice = Voice { language, ..visit.voice.clone() };
    let feed = feed(reader.ground(), &voice, &reader.caller().person.to_string(), &news);
    // It is one person's: no machine on the way keeps it.
    let headers = [(CONTENT_TYPE, "application/atom+xml; charset=utf-8"), (CACHE_CONTROL, "private, no-store")];
    Ok((headers, feed.into_string()).into_response())
}

fn feed(ground: &Puebla, voice: &Voice, person: &str, news: &[Item]) -> Markup {
    let process = ground.identity.process_name(voice.language);
    // A feed of nothing changed when time began: it says no hour that depends on who asks when.
    let updated = news.iter().map(|item| item.at).max().unwrap_or_default();
    html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(voice.language.tag()) {
            id { (id(ground, person)) }
            title { (voice.t("following-title")) " · " (process) }
            updated { (updated) }
            author { name { (process) } }
            (link("self", &absolute(ground, "/api/v1/following/atom")))
            (link("alternate", &absolute(ground, "/following")))
            @for item in news { (entry(ground, voice, item)) }
        }
    }
}

fn entry(ground: &Puebla, voice: &Voice, item: &Item) -> Markup {
    let (language, title) = item.title(voice.language);
    html! {
        entry {
            id { (id(ground, &item.name())) }
            title xml:lang=(language.tag()) { (item.symbol) @if !title.is_empty() { ": " (title) } }
            updated { (item.at) }
            (link("alternate", &absolute(ground, &item.address())))
            summary { (item.said(voice)) }
        }
    }
}

/// Draws an empty element as XML wants it; an address of ours has no sign that would have to be written otherwise.
fn link(rel: &str, address: &str) -> Markup {
    PreEscaped(format!("<link rel=\"{rel}\" href=\"{address}\"/>"))
}

/// Answers an address as others know it, where the operator said which that is.
fn absolute(ground: &Puebla, path: &str) -> String {
    ground.settings.origin.as_ref().map_or_else(|| path.to_owned(), |origin| format!("{}{path}", origin.address()))
}

/// Answers a name that stays whatever the server's address becomes (RFC 4151).
fn id(ground: &Puebla, name: &str) -> String {
    format!("tag:{}.puebla.invalid,2026:following/{name}", ground.identity.profile().code.to_lowercase())
}
