//! The act "take what was made public": the last fifty documents as Atom (RFC 4287), for whoever follows the conference.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use base::ground::Puebla;
use base::web::{Asked, Refusal, Visit};
use maud::{Markup, PreEscaped, html};

use super::published::{self, Narrowed, Public, absolute};

/// Documents in a feed.
const FEED_ROWS: usize = 50;

/// Answers the feed, narrowed as the list is.
pub(super) async fn page(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Response, Refusal> {
    let visit = published::spoken(&ground, visit, asked.typed("language"));
    let typed = |name| asked.typed(name).trim().to_owned();
    let narrowed = Narrowed { body: typed("body"), meeting: typed("meeting"), year: typed("year") };
    let listed = published::list(&ground, &narrowed, None, (FEED_ROWS, true))?;
    let process = ground.identity.process_name(visit.voice.language);
    // A feed of nothing changed when time began: it says no hour that depends on who asks when.
    let updated = listed.papers.iter().map(Public::changed_at).max().unwrap_or_default();
    let feed = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"))
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(visit.voice.language.tag()) {
            id { (id(&ground, "library")) }
            title { (visit.voice.t("library-heading")) " · " (process) }
            updated { (updated) }
            author { name { (process) } }
            (link("self", &absolute(&ground, "/library/atom")))
            (link("alternate", &absolute(&ground, "/library")))
            @for public in &listed.papers { (entry(&ground, &visit, public)) }
        }
    };
    Ok(([(CONTENT_TYPE, "application/atom+xml; charset=utf-8")], feed.into_string()).into_response())
}

fn entry(ground: &Puebla, visit: &Visit, public: &Public) -> Markup {
    let (language, title) = public.title(visit.voice.language);
    let symbol = &public.paper.symbol;
    html! {
        entry {
            id { (id(ground, &symbol.in_address())) }
            title xml:lang=(language.tag()) { (symbol) ": " (title) }
            published { (public.since) }
            updated { (public.changed_at()) }
            (link("alternate", &absolute(ground, &public.path())))
            @if let Some(meeting) = &public.meeting { (PreEscaped(format!("<category term=\"{}\"/>", meeting.symbol))) }
        }
    }
}

/// Draws an empty element as XML wants it; an address of ours has no sign that would have to be written otherwise.
fn link(rel: &str, address: &str) -> Markup {
    PreEscaped(format!("<link rel=\"{rel}\" href=\"{address}\"/>"))
}

/// Answers a name that stays whatever the server's address becomes (RFC 4151).
fn id(ground: &Puebla, name: &str) -> String {
    format!("tag:{}.puebla.invalid,2026:library/{name}", ground.identity.profile().code.to_lowercase())
}
