//! The act "ask for more time": a delegation asks, whoever convenes answers, and nobody else moves a deadline.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Permitted, Writer};
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::by::Authority;
use conference::comments::Act;
use conference::said::Said;
use journal::StateCode;
use maud::{Markup, html};

use super::api::{CommentRoundChanged, NewWish};
use super::permits::CommentOnText;
use super::telling::Told;
use super::{form, pages, queries, saying, telling};
use crate::meetings::Symbol;
use crate::rounds::Found;

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<CommentOnText>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    saying::concerned(&told, reader.caller())?;
    saying::in_time(&told, reader.caller())?;
    Ok(visit.page("comments-extension", markup(&visit, &told, reader.caller().state, &Filled::new())))
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
    let mut faults = Vec::new();
    let wish =
        NewWish { until: form::typed_day(&filled, "until", &mut faults), reason: filled.typed("reason").to_owned() };
    let said = match read(&writer, &wish) {
        Ok(act) => saying::say(&writer, position, act).await,
        Err(more) => {
            faults.extend(more);
            Err(Refusal::Invalid(faults))
        }
    };
    let told = telling::told(writer.reader(), position).await?;
    match said {
        Ok(_) => Ok(see_other(&format!("{}?done=asked", told.round.path()))),
        Err(refusal) => form::again(&visit, "comments-extension", filled, refusal, |filled| {
            markup(&visit, &told, writer.reader().caller().state, filled)
        }),
    }
}

/// Asks for more time.
#[utoipa::path(
    post,
    path = "/api/v1/comments/{reference}/extension",
    operation_id = "ask_for_time_to_comment",
    tag = "comments",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewWish,
    responses(
        (status = 200, description = "On record", body = CommentRoundChanged),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "The deadline has passed, or the day is not after it", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<CommentOnText>,
    Path(reference): Path<String>,
    Sent(wish): Sent<NewWish>,
) -> Result<axum::Json<CommentRoundChanged>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let act = read(&writer, &wish).map_err(Refusal::Invalid)?;
    let done = saying::say(&writer, position, act).await?;
    let Told { round, account } = telling::told(writer.reader(), position).await?;
    Ok(axum::Json(CommentRoundChanged::of(done, &round, &account)))
}

/// Asks for more time, from a thread of its own.
///
/// Errors: `NotFound` where there is no such round, `Invalid` with every fault, `Conflict` where it would change nothing.
pub fn ask_for_time(writer: &Writer<CommentOnText>, symbol: &Symbol, wish: &NewWish) -> Result<(), Refusal> {
    let known = writer.reader().ask(|now| queries::resource(now, symbol))?;
    let (position, _) = known.ok_or(Refusal::NotFound)?;
    let act = read(writer, wish).map_err(Refusal::Invalid)?;
    let said = writer.append_blocking(move |entries| saying::record(entries, position, &act))?;
    said.map(|_| ()).map_err(|without| Refusal::conflict(saying::without_key(without)))
}

fn read(writer: &Writer<CommentOnText>, wish: &NewWish) -> Result<Act, Vec<InputFault>> {
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    let mut found = Found::default();
    let until = found.keep(form::until(writer.reader().ground(), "until", &wish.until));
    let reason = found.keep(form::words("reason", &wish.reason));
    match (until, reason) {
        (Some(until), Some(reason)) => Ok(Act::ExtensionAsked { by, until, reason }),
        _ => Err(found.0),
    }
}

fn markup(visit: &Visit, told: &Told, party: StateCode, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, told.round.path());
    let deadline = told.account.guests.get(&party).map(|guest| guest.deadline);
    let reason = Field::new("reason", "comments-why").rows(4).max_length(Said::CHARACTERS_MAX as u32);
    html! {
        h1 { (voice.t("comments-extension")) }
        (fields::error_summary(voice, filled))
        (pages::heading(voice, &told.round))
        @if let Some(deadline) = deadline { p { (voice.t("comments-deadline")) ": " (voice.instant(deadline)) } }
        p { (voice.t("comments-extension-about")) }
        (fields::form(&format!("{path}/extension"), visit.csrf(), html! {
            (fields::date_input(voice, filled, &Field::new("until", "comments-extension-until").hint("comments-until-end")))
            (fields::textarea(voice, filled, &reason))
            (fields::submit_row(voice, "comments-extension", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
