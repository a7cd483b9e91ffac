//! The acts "follow" and "follow no longer": of a document, a meeting or a body that one may see.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Said, Sent, Visit, local_path, see_other};
use maud::html;

use super::api::{FollowingShown, ThingNamed};
use super::permits::Follow;
use super::shelf::{self, FOLLOWED_MAX, Shelf};
use super::show;
use super::thing::{Kind, Thing};

/// Takes the form of a page, or the button that stands on another.
pub(super) async fn follow(
    desk: Permitted<Follow>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    let named = ThingNamed { kind: filled.typed("kind").to_owned(), name: filled.typed("name").to_owned() };
    match enter(writer.reader(), &named).await {
        Ok(()) => Ok(back(&filled, "followed")),
        Err(refusal) => {
            let shelf = Shelf::of(writer.reader())?;
            let draw = |filled: &Filled| {
                html! { h1 { (visit.voice.t("following-title")) } (show::form(&visit, filled, &shelf)) }
            };
            visit.refused_form("following-title", &mut filled, refusal, draw)
        }
    }
}

/// Takes the button that ends it. What is not followed, or not there, is not followed afterwards either.
pub(super) async fn stop(desk: Permitted<Follow>, Posted(filled): Posted) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    if let Some(thing) = Thing::parse(filled.typed("kind"), filled.typed("name")) {
        shelf::change(writer.reader(), thing, false).await?;
    }
    Ok(back(&filled, "stopped"))
}

/// Follows a document, a meeting or a body.
#[utoipa::path(
    post,
    path = "/api/v1/following",
    operation_id = "follow",
    tag = "following",
    request_body = ThingNamed,
    responses(
        (status = 200, description = "What is followed now, and what is new in it", body = FollowingShown),
        (status = 422, description = "No such thing that one may see, or two hundred are followed already", body = Problem)
    )
)]
pub(super) async fn follow_call(desk: Permitted<Follow>, Sent(sent): Sent<ThingNamed>) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    enter(writer.reader(), &sent).await?;
    shown(writer.reader())
}

/// Follows something no longer.
#[utoipa::path(
    post,
    path = "/api/v1/following/stop",
    operation_id = "stop_following",
    tag = "following",
    request_body = ThingNamed,
    responses(
        (status = 200, description = "What is followed now, and what is new in it", body = FollowingShown),
        (status = 422, description = "The kind or the name can name nothing", body = Problem)
    )
)]
pub(super) async fn stop_call(desk: Permitted<Follow>, Sent(sent): Sent<ThingNamed>) -> Result<Response, Refusal> {
    let writer = desk.open_to_write(Resource::room()).await?;
    shelf::change(writer.reader(), read(&sent)?, false).await?;
    shown(writer.reader())
}

/// Follows what is named, where whoever asks may see it.
///
/// Errors: `Invalid` in the same words for what is not there and for what they may not see.
async fn enter(reader: &Reader<Follow>, named: &ThingNamed) -> Result<(), Refusal> {
    let thing = read(named)?;
    let shelf = Shelf::of(reader)?;
    if shelf.has(&thing) {
        return Ok(());
    }
    if reader.ask(|now| thing.seen(reader, now))?.is_none() {
        return Err(wrong("name", "unknown", "following-fault-unknown"));
    }
    if shelf.things.len() >= FOLLOWED_MAX {
        return Err(wrong("name", "too-many", "following-fault-many"));
    }
    Ok(shelf::change(reader, thing, true).await?)
}

fn read(named: &ThingNamed) -> Result<Thing, Refusal> {
    if Kind::parse(&named.kind).is_none() {
        return Err(wrong("kind", "kind", "following-fault-kind"));
    }
    Thing::parse(&named.kind, &named.name).ok_or_else(|| wrong("name", "unknown", "following-fault-unknown"))
}

fn wrong(field: &str, code: &'static str, key: &'static str) -> Refusal {
    let said = Said::plain(key).with("most", FOLLOWED_MAX);
    Refusal::Invalid(vec![InputFault::field(field, code, said)])
}

fn shown(reader: &Reader<Follow>) -> Result<Response, Refusal> {
    let shown: FollowingShown = show::told(reader, &Shelf::of(reader)?)?;
    Ok((StatusCode::OK, axum::Json(shown)).into_response())
}

/// Leads back to the page on which the button stood.
fn back(filled: &Filled, done: &str) -> Response {
    match local_path(filled.typed("back")).filter(|path| !path.is_empty() && !path.contains('?')) {
        Some(path) => see_other(path),
        None => see_other(&format!("/following?done={done}")),
    }
}
