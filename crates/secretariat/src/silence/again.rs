//! The act "put a text again": the next revision, after a round that was broken or lapsed.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Permitted, Writer};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, fields};
use maud::{Markup, html};

use super::api::{NewRevision, RoundShown};
use super::entries::Opened;
use super::open::{self, parties};
use super::permits::OpenRound;
use super::round::Round;
use super::symbol::RoundSymbol;
use super::{form, pages, queries, saying, telling};
use crate::rounds;

/// Shows the form, with the text that was put before.
pub(super) async fn page(
    desk: Permitted<OpenRound>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    let opened = &told.round.opened;
    let filled = Filled::new()
        .with("title_en", &opened.title_en)
        .with("title_es", &opened.title_es)
        .with("text_en", opened.text_en.join("\n\n"))
        .with("text_es", opened.text_es.join("\n\n"))
        .with("deadline_hour", "17:00");
    let frozen = open::frozen(&reader, &visit)?;
    Ok(visit.page("silence-again", markup(&visit, &told.round, &filled, &frozen)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<OpenRound>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let round = telling::told(writer.reader(), position).await?.round;
    let mut faults = Vec::new();
    let put = form::typed_revision(&filled, &mut faults);
    let frozen = open::frozen(writer.reader(), &visit)?;
    if filled.typed("confirmed") == pages::CHANGE {
        return Ok(visit.page("silence-again", markup(&visit, &round, &filled, &frozen)).into_response());
    }
    let action = format!("{}/again", round.path());
    let answered = match read(&writer, &round, &put) {
        Ok(opened) => open::after_a_look(&writer, &visit, &filled, (opened, &action)).await,
        Err(refusal) => Err(refusal),
    };
    match answered {
        Ok(answer) => Ok(answer),
        Err(refusal) => {
            let status = form::answer(&visit.voice, &mut filled, faults, refusal)?;
            let page = visit.refused_page("silence-again", markup(&visit, &round, &filled, &frozen)).1;
            Ok((status, page).into_response())
        }
    }
}

/// Puts the next revision of a text to the States, after a round that was broken or lapsed.
#[utoipa::path(
    post,
    path = "/api/v1/silence/{reference}/again",
    operation_id = "open_round_again",
    tag = "silence",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewRevision,
    responses(
        (status = 201, description = "Opened; the header Location leads to it", body = RoundShown),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "The round has not ended, was adopted, or the State of who asks does not preside", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<OpenRound>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewRevision>,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let round = telling::told(writer.reader(), position).await?.round;
    let symbol = enter(&writer, &round, &sent).await?;
    open::created(writer.reader(), &symbol).await
}

/// Puts the text of a symbol again, from a thread of its own; answers the new round's symbol.
///
/// Errors: `Invalid` with every fault; `Conflict` where the round before has not ended for good.
pub fn put_again(writer: &Writer<OpenRound>, symbol: &str, put: &NewRevision) -> Result<String, Refusal> {
    let symbol: RoundSymbol = symbol.parse().map_err(|_| Refusal::NotFound)?;
    let position = writer.reader().ask(|now| queries::position(now, &symbol))?.ok_or(Refusal::NotFound)?;
    let round = writer.reader().ask(|now| Round::read(now, position))?.ok_or(Refusal::NotFound)?;
    let (opened, profile) = (read(writer, &round, put)?, writer.reader().ground().identity.profile());
    writer.append_blocking(move |entries| open::put(entries, opened, &profile)).map(|symbol| symbol.to_string())
}

async fn enter(writer: &Writer<OpenRound>, round: &Round, put: &NewRevision) -> Result<RoundSymbol, Refusal> {
    let (opened, profile) = (read(writer, round, put)?, writer.reader().ground().identity.profile());
    writer.append(move |entries| open::put(entries, opened, &profile)).await
}

fn read(writer: &Writer<OpenRound>, round: &Round, put: &NewRevision) -> Result<Opened, Refusal> {
    let parties = parties(writer.reader())?;
    let before = (round.position, round.opened.symbol.as_str());
    form::read_revision(writer.reader().ground(), put, parties, before).map_err(Refusal::Invalid)
}

fn markup(visit: &Visit, round: &Round, filled: &Filled, frozen: &Markup) -> Markup {
    let voice = &visit.voice;
    let path = round.path();
    html! {
        h1 { (voice.t("silence-again")) }
        (fields::error_summary(voice, filled))
        p { strong { span .mono { (round.symbol) } ": " (rounds::title(voice, &round.opened.title_en, &round.opened.title_es)) } }
        p { (voice.t("silence-again-about")) }
        (frozen)
        (fields::form(&format!("{path}/again"), visit.csrf(), html! {
            (open::text_fields(visit, filled))
            (fields::submit_row(voice, "silence-open-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
