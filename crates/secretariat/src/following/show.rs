//! The page "what is new": what was said of what one follows, the newest first, what is followed, and a form to follow more.

use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader};
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Filled, Refusal, Visit, Voice};
use base::words::Language;
use maud::{Markup, html};

use super::api::{FollowedShown, FollowingShown, NewsShown};
use super::button;
use super::news::{self, Item, NEWS_MAX};
use super::permits::ShowNews;
use super::shelf::{self, Shelf};
use super::thing::{Kind, Thing};

/// Something that is followed, with its titles where it is there for whoever reads.
type Seen = (Thing, Option<(String, String)>);

/// Shows what is new, and notes that it was looked at.
pub(super) async fn page(desk: Permitted<ShowNews>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    let mut shelf = Shelf::of(&reader)?;
    let (news, things) = (news::news(&reader, &shelf)?, seen(&reader, &shelf)?);
    shelf::note_visit(&reader, &shelf).await;
    shelf.visit(reader.now());
    let (new, known): (Vec<&Item>, Vec<&Item>) = news.iter().partition(|item| item.at > shelf.read_until);
    let voice = &visit.voice;
    let body = html! {
        h1 { (voice.t("following-title")) }
        p { (voice.t("following-about")) }
        @match query.0.typed("done") {
            "followed" => (parts::notice(Tone::Done, html! { p { (voice.t("following-done-followed")) } })),
            "stopped" => (parts::notice(Tone::Done, html! { p { (voice.t("following-done-stopped")) } })),
            _ => {},
        }
        @if !things.is_empty() {
            p { (voice.rich("following-since", &[("count", new.len().into())], &[("at", voice.instant(shelf.read_until))])) }
            (items(voice, "new", "following-new", &new, "following-new-none"))
            @if !known.is_empty() { (items(voice, "known", "following-known", &known, "following-new-none")) }
            @if news.len() == NEWS_MAX { p .aside { (voice.tn("following-most", &[("most", NEWS_MAX.into())])) } }
        }
        (followed(&visit, &things))
        (form(&visit, &Filled::new(), &shelf))
        p .aside { (voice.t("following-forgotten")) }
        p { a href="/account/tokens" { (voice.t("following-subscribe")) } }
    };
    Ok(visit.page("following-title", body))
}

/// Answers what one follows, and what is new in it. A program that asks has read nothing: what the page shows as new stays new.
#[utoipa::path(
    get,
    path = "/api/v1/following",
    operation_id = "show_following",
    tag = "following",
    responses((status = 200, description = "What is followed, and what is new in it", body = FollowingShown))
)]
pub(super) async fn call(desk: Permitted<ShowNews>) -> Result<axum::Json<FollowingShown>, Refusal> {
    let reader = desk.open(Resource::room()).await?;
    Ok(axum::Json(told(&reader, &Shelf::of(&reader)?)?))
}

/// Answers what machines are told.
pub(super) fn told<P: Permit>(reader: &Reader<P>, shelf: &Shelf) -> Result<FollowingShown, Refusal> {
    let followed = seen(reader, shelf)?.into_iter().map(|(thing, titles)| {
        let there = titles.is_some();
        let (title_en, title_es) = titles.unwrap_or_default();
        FollowedShown { kind: thing.kind.code().to_owned(), name: thing.name, there, title_en, title_es }
    });
    let followed = followed.collect();
    let news = news::news(reader, shelf)?;
    let news = news.iter().map(|item| NewsShown::of(item, item.at > shelf.looked_at)).collect();
    Ok(FollowingShown { followed, news })
}

fn seen<P: Permit>(reader: &Reader<P>, shelf: &Shelf) -> Result<Vec<Seen>, Refusal> {
    let mut things = shelf.things.clone();
    things.sort();
    let seen = reader.ask(|now| {
        things.into_iter().map(|thing| thing.seen(reader, now).map(|titles| (thing, titles))).collect::<Result<_, _>>()
    })?;
    Ok(seen)
}

fn items(voice: &Voice, id: &str, caption: &str, items: &[&Item], empty: &'static str) -> Markup {
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = ["following-when", "following-symbol", "following-what"].map(heading).to_vec();
    let row = |item: &&Item| {
        let (language, title) = item.title(voice.language);
        vec![
            voice.instant(item.at),
            html! {
                a .mono href=(item.address()) { (item.symbol) }
                @if !title.is_empty() { br; span lang=(language.tag()) { (title) } }
            },
            html! { (item.said(voice)) },
        ]
    };
    let rows = items.iter().map(row).collect();
    table(voice, &Table { id, caption: voice.t(caption).into_owned(), columns, rows, empty })
}

fn followed(visit: &Visit, things: &[Seen]) -> Markup {
    let voice = &visit.voice;
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = ["following-kind", "following-name", "following-end"].map(heading).to_vec();
    let row = |(thing, titles): &Seen| {
        vec![
            html! { (voice.t(thing.kind.key())) },
            html! {
                @match titles {
                    Some(titles) => { a .mono href=(thing.address()) { (thing.name) } (title(voice, &thing.name, titles)) },
                    // Whether it went or was closed, nobody is told.
                    None => { span .mono { (thing.name) } br; small { (voice.t("following-not-there")) } },
                }
            },
            button::drawn(visit, thing, true, "/following"),
        ]
    };
    let (caption, rows) = (voice.t("following-followed").into_owned(), things.iter().map(row).collect());
    table(voice, &Table { id: "followed", caption, columns, rows, empty: "following-none" })
}

/// Says a title in the reader's language; where there is none, the other one; nothing where it is the name again.
fn title(voice: &Voice, name: &str, (en, es): &(String, String)) -> Markup {
    let spanish = if voice.language == Language::Es { !es.is_empty() } else { en.is_empty() };
    let (title, tag) = if spanish { (es, "es") } else { (en, "en") };
    html! { @if !title.is_empty() && title != name { br; span lang=(tag) { (title) } } }
}

/// Draws the form by which one follows something by its name.
pub(super) fn form(visit: &Visit, filled: &Filled, shelf: &Shelf) -> Markup {
    let voice = &visit.voice;
    let kinds: Vec<Choice<'_>> = Kind::ALL.iter().map(|kind| Choice::new(kind.code(), voice.t(kind.key()))).collect();
    let name =
        Field::new("name", "following-name").hint("following-name-hint").max_length(40).mono().autocomplete("off");
    html! {
        (fields::error_summary(voice, filled))
        (parts::card("follow", &voice.t("following-more"), fields::form("/following/follow", visit.csrf(), html! {
            (fields::select(voice, filled, &Field::new("kind", "following-kind"), &kinds))
            (fields::text_input(voice, filled, &name))
            (fields::submit_row(voice, "following-follow", None))
        })))
        @if filled.is_refused() && !shelf.things.is_empty() { p { a href="/following" { (voice.t("following-back")) } } }
    }
}
