//! The act "comment on a paragraph": for a State or an observer; it takes the place of what the delegation had said there.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Permitted, Writer};
use base::ground::Puebla;
use base::web::fields::{self, Choice, Field};
use base::web::{Asked, Filled, Posted, Problem, Refusal, Sent, Visit, parts, see_other};
use conference::by::Authority;
use conference::comments::Place;
use conference::said::Said;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{CommentRoundChanged, NewComment};
use super::permits::CommentOnText;
use super::round::{Round, standing};
use super::saying::{self, Commenting, Done};
use super::telling::Told;
use super::{form, pages, queries, telling};
use crate::meetings::Symbol;

/// Shows the form, with what the delegation has said there; the address names the paragraph by its place, from 1, and the whole
/// text by none.
pub(super) async fn page(
    desk: Permitted<CommentOnText>,
    visit: Visit,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    saying::concerned(&told, reader.caller())?;
    let place = place_of(&told.round, query.0.typed("place"))?;
    let party = reader.caller().state;
    let mut filled = Filled::new().with("paragraph", name_of(&told.round, place));
    filled = match standing(&told.account, party, place) {
        Some(former) => filled
            .with("text", former.text.as_str())
            .with("language", former.language.two_letters())
            .with("seen", former.sequence.0.to_string()),
        None => filled.with("language", visit.voice.language.tag()),
    };
    Ok(visit.page("comments-comment", markup(&visit, reader.ground(), &told, party, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<CommentOnText>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let told = telling::told(writer.reader(), position).await?;
    let new = NewComment {
        paragraph: filled.typed("paragraph").to_owned(),
        text: filled.typed("text").to_owned(),
        language: filled.typed("language").to_owned(),
        seen: filled.typed("seen").parse().ok(),
    };
    let said = match read(&writer, &told.round, &new) {
        Ok(said) => {
            let place = said.on;
            saying::say_comment(&writer, position, said).await.map(|done| (done, place))
        }
        Err(refusal) => Err(refusal),
    };
    match said {
        Ok((done, place)) => {
            Ok(see_other(&format!("{}?done={}#{}", told.round.path(), done_code(done), anchor(place))))
        }
        Err(refusal) => {
            let (reader, told) = (writer.reader(), telling::told(writer.reader(), position).await?);
            form::again(&visit, "comments-comment", filled, refusal, |filled| {
                markup(&visit, reader.ground(), &told, reader.caller().state, filled)
            })
        }
    }
}

fn done_code(done: Done) -> &'static str {
    match done {
        Done::Taken => "comment",
        other => other.code(),
    }
}

/// Comments on a paragraph or on the whole text.
#[utoipa::path(
    post,
    path = "/api/v1/comments/{reference}/comment",
    operation_id = "comment_on_text",
    tag = "comments",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewComment,
    responses(
        (status = 200, description = "On record; `done` says what it did", body = CommentRoundChanged),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "The party is neither asked nor welcome", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<CommentOnText>,
    Path(reference): Path<String>,
    Sent(new): Sent<NewComment>,
) -> Result<axum::Json<CommentRoundChanged>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let told = telling::told(writer.reader(), position).await?;
    let said = read(&writer, &told.round, &new)?;
    let done = saying::say_comment(&writer, position, said).await?;
    let Told { round, account } = telling::told(writer.reader(), position).await?;
    Ok(axum::Json(CommentRoundChanged::of(done, &round, &account)))
}

/// Comments for a delegation, from a thread of its own; answers the comment's position.
///
/// Errors: `NotFound` where there is no such round, `Invalid` with every fault, `Conflict` where it would change nothing.
pub fn comment_on(writer: &Writer<CommentOnText>, symbol: &Symbol, new: &NewComment) -> Result<u64, Refusal> {
    let known = writer.reader().ask(|now| queries::resource(now, symbol))?;
    let (position, _) = known.ok_or(Refusal::NotFound)?;
    let round = writer.reader().ask(|now| Round::read(now, position))?.ok_or(Refusal::NotFound)?;
    let said = read(writer, &round, new)?;
    let (party, place) = (said.by.party, said.on);
    writer.append_blocking(move |entries| match saying::record_comment(entries, position, said)? {
        Ok(_) => {
            let round = Round::read(entries.now(), position)?.ok_or(Refusal::NotFound)?;
            let account = round.account(entries.stamp().at);
            standing(&account, party, place).map(|comment| comment.sequence.0).ok_or(Refusal::NotFound)
        }
        Err(without) => Err(Refusal::conflict(saying::without_key(without))),
    })
}

fn read(writer: &Writer<CommentOnText>, round: &Round, new: &NewComment) -> Result<Commenting, Refusal> {
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    form::read_comment(new, &round.invitation.terms().paragraphs, by).map_err(Refusal::Invalid)
}

/// Answers where on the round's page a place is.
pub(super) fn anchor(place: Place) -> String {
    match place {
        Place::Whole => "p0".to_owned(),
        Place::Paragraph(index) => format!("p{}", index + 1),
    }
}

/// Reads a place of an address.
fn place_of(round: &Round, written: &str) -> Result<Place, Refusal> {
    if written.is_empty() {
        return Ok(Place::Whole);
    }
    let index = written.parse::<usize>().ok().and_then(|place| place.checked_sub(1)).ok_or(Refusal::NotFound)?;
    let place = Place::Paragraph(index);
    if round.paragraph(place).is_some() { Ok(place) } else { Err(Refusal::NotFound) }
}

fn name_of(round: &Round, place: Place) -> &str {
    round.paragraph(place).map_or("", |paragraph| &paragraph.name)
}

fn markup(visit: &Visit, ground: &Puebla, told: &Told, party: StateCode, filled: &Filled) -> Markup {
    let (voice, round) = (&visit.voice, &told.round);
    let names = &round.invitation.terms().paragraphs;
    let index = names.iter().position(|name| name == filled.typed("paragraph"));
    let place = index.map_or(Place::Whole, Place::Paragraph);
    let languages = ["en", "es", "fr"].map(|code| Choice::new(code, voice.t(pages::language_key(code))));
    let words = Field::new("text", "comments-comment-text").hint("comments-comment-hint").rows(6);
    let path = round.path();
    let name = ground.identity.party_name(party, voice.language);
    html! {
        h1 { (voice.tn("comments-comment-of", &[("party", name.into())])) }
        (fields::error_summary(voice, filled))
        (pages::heading(voice, round))
        h2 { (pages::place_name(voice, round, place)) }
        (pages::text(voice, round, place))
        @if let Some(former) = standing(&told.account, party, place) {
            (parts::notice(parts::Tone::Quiet, html! {
                p { (voice.t("comments-former")) }
                (pages::comment(ground, voice, round, former))
            }))
        }
        (fields::form(&format!("{path}/comment"), visit.csrf(), html! {
            (fields::hidden("paragraph", filled.typed("paragraph")))
            (fields::hidden("seen", filled.typed("seen")))
            (fields::textarea(voice, filled, &words.max_length(Said::CHARACTERS_MAX as u32)))
            (fields::radios(voice, filled, &Field::new("language", "comments-language"), &languages))
            (fields::submit_row(voice, "comments-comment-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
