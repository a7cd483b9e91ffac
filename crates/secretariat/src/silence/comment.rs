//! The act "comment on a round": of a State or of an observer; it blocks nothing.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Permitted, Writer};
use base::web::fields::{self, Field};
use base::web::{Filled, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::by::Authority;
use conference::said::Said;
use conference::silence::{Act, Without};
use maud::{Markup, html};

use super::api::{NewRemark, RoundChanged};
use super::permits::CommentOnRound;
use super::round::Round;
use super::telling::Told;
use super::{form, saying, telling};
use crate::rounds;

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<CommentOnRound>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    if !told.round.concerns(reader.caller().state) {
        return Err(Refusal::conflict(saying::without_key(Without::NotAsked)));
    }
    saying::is_open(&told)?;
    Ok(visit.page("silence-comment", markup(&visit, &told.round, &Filled::new())))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<CommentOnRound>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    let told = telling::told(writer.reader(), position).await?;
    let said = match form::words("text", filled.typed("text")) {
        Ok(text) => saying::say(&writer, position, Act::Comment { by, text }).await,
        Err(fault) => Err(Refusal::Invalid(vec![fault])),
    };
    match said {
        Ok(_) => Ok(see_other(&format!("{}?done=comment", told.round.path()))),
        Err(refusal) => {
            let status = form::answer(&visit.voice, &mut filled, Vec::new(), refusal)?;
            let page = visit.refused_page("silence-comment", markup(&visit, &told.round, &filled)).1;
            Ok((status, page).into_response())
        }
    }
}

/// Comments on a round.
#[utoipa::path(
    post,
    path = "/api/v1/silence/{reference}/comment",
    operation_id = "comment_on_round",
    tag = "silence",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewRemark,
    responses(
        (status = 200, description = "On record", body = RoundChanged),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "The round has ended, or the party is not asked", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<CommentOnRound>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewRemark>,
) -> Result<axum::Json<RoundChanged>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    let text = form::words("text", &sent.text).map_err(|fault| Refusal::Invalid(vec![fault]))?;
    let done = saying::say(&writer, position, Act::Comment { by, text }).await?;
    let Told { round, account } = telling::told(writer.reader(), position).await?;
    Ok(axum::Json(RoundChanged::of(done, &round, &account)))
}

/// Comments on the round of a symbol, from a thread of its own.
///
/// Errors: `Invalid` for words that are none; `Conflict` where the round has ended.
pub fn comment_on_round(writer: &Writer<CommentOnRound>, symbol: &str, text: &str) -> Result<(), Refusal> {
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    let text = form::words("text", text).map_err(|fault| Refusal::Invalid(vec![fault]))?;
    saying::say_blocking(writer, symbol, Act::Comment { by, text })
}

fn markup(visit: &Visit, round: &Round, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, round.path());
    let text = Field::new("text", "silence-comment-text").rows(6).max_length(Said::CHARACTERS_MAX as u32);
    html! {
        h1 { (voice.t("silence-comment")) }
        (fields::error_summary(voice, filled))
        p { strong { span .mono { (round.symbol) } ": " (rounds::title(voice, &round.opened.title_en, &round.opened.title_es)) } }
        p { (voice.t("silence-comment-about")) }
        (fields::form(&format!("{path}/comment"), visit.csrf(), html! {
            (fields::textarea(voice, filled, &text))
            (fields::submit_row(voice, "silence-comment-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
