//! The act "we have no comments": an answer like any other, asked about once more.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Permitted, Writer};
use base::web::parts::{self, Confirm};
use base::web::{Posted, Problem, Refusal, Visit, see_other};
use conference::by::Authority;
use conference::comments::Act;
use maud::{Markup, html};

use super::api::CommentRoundChanged;
use super::permits::CommentOnText;
use super::saying::{self, Done};
use super::telling::Told;
use super::{pages, queries, telling};
use crate::meetings::Symbol;

/// Asks before it is done.
pub(super) async fn page(
    desk: Permitted<CommentOnText>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    saying::concerned(&told, reader.caller())?;
    let (voice, path) = (&visit.voice, told.round.path());
    let action = format!("{path}/nothing");
    let name = reader.ground().identity.party_name(reader.caller().state, voice.language);
    let confirm = Confirm {
        question: voice.tn("comments-nothing-question", &[("party", name.into())]).into_owned(),
        consequence: html! {
            (pages::heading(voice, &told.round))
            p { (voice.t("comments-nothing-means")) }
        },
        action: &action,
        csrf: visit.csrf(),
        act: "comments-nothing-send",
        back: &path,
        fields: Vec::new(),
    };
    Ok(visit.page("comments-nothing", parts::confirm(voice, &confirm)))
}

/// Takes the answer.
pub(super) async fn submit(
    desk: Permitted<CommentOnText>,
    Path(reference): Path<String>,
    _: Posted,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let told = telling::told(writer.reader(), position).await?;
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    let done = saying::say(&writer, position, Act::Nothing { by }).await?;
    let code = if done == Done::Late { "late" } else { "nothing" };
    Ok(see_other(&format!("{}?done={code}", told.round.path())))
}

/// Says that a delegation has no comments.
#[utoipa::path(
    post,
    path = "/api/v1/comments/{reference}/nothing",
    operation_id = "have_no_comments",
    tag = "comments",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    responses(
        (status = 200, description = "On record", body = CommentRoundChanged),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "The delegation has comments, or is neither asked nor welcome", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<CommentOnText>,
    Path(reference): Path<String>,
) -> Result<axum::Json<CommentRoundChanged>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    let done = saying::say(&writer, position, Act::Nothing { by }).await?;
    let Told { round, account } = telling::told(writer.reader(), position).await?;
    Ok(axum::Json(CommentRoundChanged::of(done, &round, &account)))
}

/// Says that a delegation has no comments, from a thread of its own.
///
/// Errors: `NotFound` where there is no such round, `Conflict` where it would change nothing.
pub fn have_none(writer: &Writer<CommentOnText>, symbol: &Symbol) -> Result<(), Refusal> {
    let known = writer.reader().ask(|now| queries::resource(now, symbol))?;
    let (position, _) = known.ok_or(Refusal::NotFound)?;
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    let act = Act::Nothing { by };
    let said = writer.append_blocking(move |entries| saying::record(entries, position, &act))?;
    said.map(|_| ()).map_err(|without| Refusal::conflict(saying::without_key(without)))
}
