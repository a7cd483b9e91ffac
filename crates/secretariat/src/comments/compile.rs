//! The act "say what came of a comment": accepted, in part, not, or noted, each with why; the latest answer counts.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Permitted, Writer};
use base::ground::Puebla;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::by::Authority;
use conference::comments::{Account, Verdict};
use conference::recorded::Sequence;
use conference::said::Said;
use maud::{Markup, html};

use super::api::{CommentRoundChanged, NewReply};
use super::permits::CompileComments;
use super::round::standing_at;
use super::saying::Replying;
use super::telling::Told;
use super::{entries, form, pages, queries, saying, telling};
use crate::meetings::Symbol;
use crate::rounds::{Found, fault};

/// Shows the form, with the answer there is.
pub(super) async fn page(
    desk: Permitted<CompileComments>,
    visit: Visit,
    Path((reference, id)): Path<(String, String)>,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    saying::convening(&told, reader.caller())?;
    let sequence = id.parse().map(Sequence).map_err(|_| Refusal::NotFound)?;
    let (_, entry) = standing_at(&told.account, sequence).ok_or(Refusal::NotFound)?;
    let mut filled = Filled::new();
    if let Some(reply) = &entry.reply {
        filled = filled.with("verdict", reply.verdict.code()).with("text", reply.text.as_str());
    }
    Ok(visit.page("comments-compile", markup(&visit, reader.ground(), &told, sequence, &filled)))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<CompileComments>,
    visit: Visit,
    Path((reference, id)): Path<(String, String)>,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let told = telling::told(writer.reader(), position).await?;
    let comment: u64 = id.parse().map_err(|_| Refusal::NotFound)?;
    let (verdict, text) = (filled.typed("verdict").to_owned(), filled.typed("text").to_owned());
    let new = NewReply { comment, verdict, text, seen: filled.typed("seen").parse().ok() };
    let said = match read(&writer, &new) {
        Ok(replying) => saying::say_reply(&writer, position, replying).await,
        Err(faults) => Err(Refusal::Invalid(faults)),
    };
    match said {
        Ok(_) => {
            let place = standing_at(&told.account, Sequence(comment)).map(|(row, _)| super::comment::anchor(row.place));
            Ok(see_other(&format!("{}?done=replied#{}", told.round.path(), place.unwrap_or_default())))
        }
        Err(refusal) => {
            // What stands now is shown, what was typed stays, and to send it again is to have seen that.
            let told = telling::told(writer.reader(), position).await?;
            let now = in_its_place(&told.account, Sequence(comment));
            let draw = |filled: &Filled| markup(&visit, writer.reader().ground(), &told, now, filled);
            form::again(&visit, "comments-compile", filled, refusal, draw)
        }
    }
}

/// Answers the comment that took the place of another, or that other where none did.
fn in_its_place(account: &Account, comment: Sequence) -> Sequence {
    let mut entries = account.table.iter().flat_map(|row| &row.entries);
    let took = entries.find(|entry| entry.replaced.iter().any(|former| former.sequence == comment));
    took.map_or(comment, |entry| entry.sequence)
}

/// Says what came of a comment.
#[utoipa::path(
    post,
    path = "/api/v1/comments/{reference}/compile",
    operation_id = "reply_to_comment",
    tag = "comments",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewReply,
    responses(
        (status = 200, description = "On record", body = CommentRoundChanged),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "Whoever asks does not convene it, no such comment stands, or another answer than the one that was seen", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<CompileComments>,
    Path(reference): Path<String>,
    Sent(new): Sent<NewReply>,
) -> Result<axum::Json<CommentRoundChanged>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let replying = read(&writer, &new).map_err(Refusal::Invalid)?;
    let done = saying::say_reply(&writer, position, replying).await?;
    let Told { round, account } = telling::told(writer.reader(), position).await?;
    Ok(axum::Json(CommentRoundChanged::of(done, &round, &account)))
}

/// Says what came of a comment, from a thread of its own.
///
/// Errors: `NotFound` where there is no such round, `Invalid` with every fault, `Conflict` where it would change nothing.
pub fn reply_to(writer: &Writer<CompileComments>, symbol: &Symbol, new: &NewReply) -> Result<(), Refusal> {
    let known = writer.reader().ask(|now| queries::resource(now, symbol))?;
    let (position, _) = known.ok_or(Refusal::NotFound)?;
    let replying = read(writer, new).map_err(Refusal::Invalid)?;
    let said = writer.append_blocking(move |entries| saying::record_reply(entries, position, &replying))?;
    said.map(|_| ()).map_err(|without| Refusal::conflict(saying::without_key(without)))
}

fn read(writer: &Writer<CompileComments>, new: &NewReply) -> Result<Replying, Vec<InputFault>> {
    let by = saying::by(writer.reader().caller(), Authority::Presides);
    let mut found = Found::default();
    let verdict = entries::verdict(&new.verdict).ok_or_else(|| fault("verdict", "comments-fault-verdict"));
    let verdict = found.keep(verdict);
    let text = found.keep(form::words("text", &new.text));
    match (verdict, text) {
        (Some(verdict), Some(text)) => {
            Ok(Replying { by, to: Sequence(new.comment), verdict, text, seen: new.seen.map(Sequence) })
        }
        _ => Err(found.0),
    }
}

fn markup(visit: &Visit, ground: &Puebla, told: &Told, sequence: Sequence, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, told.round.path());
    let verdicts = [Verdict::Taken, Verdict::PartlyTaken, Verdict::NotTaken, Verdict::Noted]
        .map(|verdict| Choice::new(verdict.code(), voice.t(pages::verdict_key(verdict))));
    let words = Field::new("text", "comments-reply-text").hint("comments-reply-hint").rows(5);
    let standing = standing_at(&told.account, sequence);
    let seen = standing.and_then(|(_, entry)| entry.reply.as_ref()).map(|reply| reply.sequence.0.to_string());
    html! {
        h1 { (voice.t("comments-compile")) }
        (fields::error_summary(voice, filled))
        (pages::heading(voice, &told.round))
        @if let Some((row, entry)) = standing {
            h2 { (pages::place_name(voice, &told.round, row.place)) }
            (pages::text(voice, &told.round, row.place))
            (pages::comment(ground, voice, &told.round, entry))
        }
        (fields::form(&format!("{path}/compile/{}", sequence.0), visit.csrf(), html! {
            (fields::hidden("seen", seen.as_deref().unwrap_or_default()))
            (fields::radios(voice, filled, &Field::new("verdict", "comments-verdict"), &verdicts))
            (fields::textarea(voice, filled, &words.max_length(Said::CHARACTERS_MAX as u32)))
            (fields::submit_row(voice, "comments-compile-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
