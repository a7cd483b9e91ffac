//! The act "take a comment back": asked about once more; what was said stays on record.

use axum::extract::Path;
use axum::response::Response;
use base::access::{Permit, Witnesses};
use base::desk::{Permitted, Reader};
use base::web::parts::{self, Confirm};
use base::web::{Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::by::Authority;
use conference::comments::{Act, Entry, Place};
use conference::recorded::Sequence;
use maud::{Markup, html};

use super::api::{CommentRoundChanged, WithdrawnComment};
use super::entries::CommentEntry;
use super::permits::CommentOnText;
use super::round::standing_at;
use super::telling::Told;
use super::{comment, pages, saying, telling};

/// Asks before it is done.
pub(super) async fn page(
    desk: Permitted<CommentOnText>,
    visit: Visit,
    Path((reference, id)): Path<(String, String)>,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    let (place, entry) = own(&reader, &told, &id)?;
    let (voice, path) = (&visit.voice, told.round.path());
    let name = pages::place_name(voice, &told.round, place);
    let action = format!("{path}/withdraw/{id}");
    let confirm = Confirm {
        question: voice.tn("comments-withdraw-question", &[("place", name.into())]).into_owned(),
        consequence: html! {
            (pages::heading(voice, &told.round))
            (pages::comment(reader.ground(), voice, &told.round, entry))
            p { (voice.t("comments-withdraw-means")) }
        },
        action: &action,
        csrf: visit.csrf(),
        act: "comments-withdraw-send",
        back: &path,
        fields: Vec::new(),
    };
    Ok(visit.page("comments-withdraw", parts::confirm(voice, &confirm)))
}

/// Answers the caller's own comment that is named, and its place.
fn own<'t, P>(reader: &Reader<P>, told: &'t Told, written: &str) -> Result<(Place, &'t Entry), Refusal>
where
    P: Permit + Witnesses<CommentEntry>,
{
    let sequence = written.parse().map(Sequence).map_err(|_| Refusal::NotFound)?;
    let (row, entry) = standing_at(&told.account, sequence).ok_or(Refusal::NotFound)?;
    if entry.by.party != reader.caller().state {
        return Err(Refusal::NotFound);
    }
    Ok((row.place, entry))
}

/// Takes the answer.
pub(super) async fn submit(
    desk: Permitted<CommentOnText>,
    Path((reference, id)): Path<(String, String)>,
    _: Posted,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let told = telling::told(writer.reader(), position).await?;
    let of = id.parse().map(Sequence).map_err(|_| Refusal::NotFound)?;
    let place = standing_at(&told.account, of).map(|(row, _)| comment::anchor(row.place)).unwrap_or_default();
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    saying::say(&writer, position, Act::Withdrawal { by, of }).await?;
    Ok(see_other(&format!("{}?done=withdrawn#{place}", told.round.path())))
}

/// Takes a comment of one's own delegation back.
#[utoipa::path(
    post,
    path = "/api/v1/comments/{reference}/withdraw",
    operation_id = "withdraw_comment",
    tag = "comments",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = WithdrawnComment,
    responses(
        (status = 200, description = "On record", body = CommentRoundChanged),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "No comment of the delegation that stands", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<CommentOnText>,
    Path(reference): Path<String>,
    Sent(sent): Sent<WithdrawnComment>,
) -> Result<axum::Json<CommentRoundChanged>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    let done = saying::say(&writer, position, Act::Withdrawal { by, of: Sequence(sent.comment) }).await?;
    let Told { round, account } = telling::told(writer.reader(), position).await?;
    Ok(axum::Json(CommentRoundChanged::of(done, &round, &account)))
}
