//! The act "search": a form whose answer has an address, and what was found, ten a page.

use std::sync::Arc;

use axum::Json;
use base::access::Resource;
use base::desk::Permitted;
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::tables::{Pager, pager};
use base::web::{Asked, Filled, InputFault, Refusal, Said, Visit, Voice};
use base::words::Language;
use maud::{Markup, html};

use super::api::FoundPage;
use super::find::{Found, HITS_MAX, Hit, PAGE_HITS, Seat, Sought, find};
use super::passage::Piece;
use super::permits::Search;
use super::queries::Narrowed;
use super::question::{QUESTION_CHARS_MAX, Question};
use super::sweep::bring_up;
use crate::papers::CLASSES;

/// The names under which an address says what is sought.
const ASKED: [&str; 5] = ["q", "body", "meeting", "year", "class"];

/// Shows the form, and what was found.
pub(super) async fn page(desk: Permitted<Search>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let sought = sought(&query.0);
    let after = sought.after;
    let (asks, found) = (!sought.question.is_empty(), found(desk, sought).await?);
    let voice = &visit.voice;
    Ok(visit.page(
        "search-title",
        html! {
            h1 { (voice.t("search-title")) }
            p { (voice.t("search-about")) }
            (form(voice, &query.0))
            @if asks { (answer(voice, &query.0, &found, after)) }
        },
    ))
}

/// Searches documents, decisions and minutes by their words, in all three languages; answers what one may open, the best first.
#[utoipa::path(
    get,
    path = "/api/v1/search",
    operation_id = "search",
    tag = "search",
    params(
        ("q" = String, Query, description = "Words, and phrases between quotes; at most 300 characters and 12 words are read"),
        ("body" = Option<String>, Query, description = "Short name of the body whose meeting it belongs to"),
        ("meeting" = Option<String>, Query, description = "Symbol of the meeting it belongs to"),
        ("year" = Option<i16>, Query, description = "Year of that meeting, or of the decision"),
        ("class" = Option<String>, Query, description = "`public`, `participants`, `observers` or `members`"),
        ("after" = Option<u64>, Query, description = "The `next` of the page before")
    ),
    responses(
        (status = 200, description = "A page of up to ten hits", body = FoundPage),
        (status = 422, description = "Nothing is asked, or a year or a place is none", body = base::web::Problem)
    )
)]
pub(super) async fn call(desk: Permitted<Search>, query: Asked) -> Result<Json<FoundPage>, Refusal> {
    let numbers = numbers(&query.0);
    let sought = sought(&query.0);
    let (asks, after) = (!sought.question.is_empty(), sought.after);
    let found = found(desk, sought).await?;
    numbers?;
    if !asks || found.small {
        let key = if asks { "search-fault-small" } else { "search-fault-empty" };
        let code = key.trim_start_matches("search-fault-");
        return Err(Refusal::Invalid(vec![InputFault::field("q", code, Said::plain(key))]));
    }
    let next = found.more.then_some(after + PAGE_HITS);
    Ok(Json(FoundPage::of(&found, next)))
}

/// Refuses what is sent by a machine for a number and is none; what is named and left empty is none either.
fn numbers(query: &Filled) -> Result<(), Refusal> {
    let sent = |name: &'static str| query.chosen(name).next();
    if sent("year").is_some_and(|year| year.parse::<i16>().is_err()) {
        return Err(Refusal::field("year", "year", "search-fault-year"));
    }
    if sent("after").is_some_and(|after| after.parse::<u64>().is_err()) {
        return Err(Refusal::field("after", "after", "search-fault-after"));
    }
    Ok(())
}

/// Reads what is sought. What cannot be read is not asked: an address is no form to be corrected.
fn sought(query: &Filled) -> Sought {
    let typed = |name: &str| Some(query.typed(name).trim().to_owned()).filter(|text| !text.is_empty());
    Sought {
        question: Question::parse(query.typed("q")),
        narrowed: Narrowed {
            body: typed("body"),
            meeting: typed("meeting").map(|symbol| symbol.to_uppercase()),
            year: typed("year").and_then(|year| year.parse().ok()),
            class: typed("class"),
        },
        after: query.typed("after").parse().unwrap_or(0).min(HITS_MAX - PAGE_HITS),
    }
}

/// Goes through the desk, takes in what nobody has searched yet, and finds.
async fn found(desk: Permitted<Search>, sought: Sought) -> Result<Found, Refusal> {
    let caller = Arc::clone(desk.caller());
    let reader = desk.open(Resource::room()).await?;
    if sought.question.is_empty() {
        return Ok(Found::default());
    }
    let seat = Seat { ground: Arc::clone(reader.ground()), caller };
    let late = Arc::clone(reader.ground());
    let fresh = tokio::task::spawn_blocking(move || bring_up(&late));
    // Where the index cannot be brought up to now, what it has is better than nothing.
    if let Ok(Err(error)) = fresh.await {
        tracing::warn!(%error, "a search did without what was brought last");
    }
    Ok(reader.ask_long(move |now| find(now, &seat, &sought)).await?)
}

fn form(voice: &Voice, query: &Filled) -> Markup {
    let line = |name, label| Field::new(name, label).optional().unmarked().autocomplete("off");
    let classes: Vec<Choice<'_>> = CLASSES.iter().map(|(code, key)| Choice::new(*code, voice.t(key))).collect();
    let question = line("q", "search-question").hint("search-question-hint").max_length(QUESTION_CHARS_MAX as u32);
    fields::search_form(
        "/search",
        html! {
            (fields::text_input(voice, query, &question))
            (fields::text_input(voice, query, &line("body", "search-body").max_length(12).mono()))
            (fields::text_input(voice, query, &line("meeting", "search-meeting").max_length(40).mono()))
            (fields::text_input(voice, query, &line("year", "search-year").max_length(4).input_mode("numeric")))
            (fields::select(voice, query, &line("class", "search-class"), &classes))
            (fields::submit_row(voice, "search-send", Some(html! { a .button .plain href="/search" { (voice.t("search-clear")) } })))
        },
    )
}

fn answer(voice: &Voice, query: &Filled, found: &Found, after: usize) -> Markup {
    let (first, shown) = (after as u64 + 1, found.hits.len() as u64);
    let asked: Vec<String> = ASKED
        .iter()
        .filter(|name| !query.typed(name).is_empty())
        .map(|name| format!("{name}={}", base::web::shell::encoded(query.typed(name))))
        .collect();
    let address = |after: usize| format!("/search?{}&after={after}", asked.join("&"));
    let stand = Pager {
        from: first,
        to: first + shown.max(1) - 1,
        total: None,
        previous: (after > 0).then(|| address(after.saturating_sub(PAGE_HITS))),
        next: found.more.then(|| address(after + PAGE_HITS)),
    };
    html! {
        @if found.small { (parts::notice(Tone::Soon, html! { p { (voice.t("search-fault-small")) } })) }
        @else if found.hits.is_empty() { div .empty { p .title { (voice.t("search-none")) } p { (voice.t("search-none-hint")) } } }
        @else {
            @if found.few { (parts::notice(Tone::Quiet, html! { p { (voice.t("search-few")) } })) }
            @if found.some { (parts::notice(Tone::Soon, html! { p { (voice.t("search-some")) } })) }
            ol .found start=(first) { @for hit in &found.hits { li { (drawn(voice, hit)) } } }
            @if found.more || after > 0 { (pager(voice, &stand)) }
        }
    }
}

fn drawn(voice: &Voice, hit: &Hit) -> Markup {
    html! {
        p {
            a .mono href=(hit.kind.address(&hit.symbol)) { (hit.symbol) } " "
            (parts::tag(Tone::Deep, &voice.t(hit.kind.key()))) " " (title(voice, hit))
        }
        @for pieces in &hit.passages { p .passage lang=(hit.language.tag()) { @for piece in pieces { (piece_drawn(piece)) } } }
    }
}

/// Says a title in the reader's language; where there is none, the other one.
fn title(voice: &Voice, hit: &Hit) -> Markup {
    let (en, es) = (&hit.titles.0, &hit.titles.1);
    let spanish = if voice.language == Language::Es { !es.is_empty() } else { en.is_empty() };
    let (title, tag) = if spanish { (es, "es") } else { (en, "en") };
    html! { @if !title.is_empty() { strong lang=(tag) { (title) } } }
}

fn piece_drawn(piece: &Piece) -> Markup {
    html! { @if piece.found { mark { (piece.text) } } @else { (piece.text) } }
}
