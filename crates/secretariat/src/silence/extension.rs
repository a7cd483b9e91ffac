//! The act "ask for more time": a State asks, the presidency answers, and nobody else moves a deadline.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::desk::{Permitted, Writer};
use base::web::fields::{self, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::by::Authority;
use conference::said::Said;
use conference::silence::{Act, Without};
use maud::{Markup, html};

use super::api::{NewExtension, RoundChanged};
use super::permits::TakePosition;
use super::telling::Told;
use super::{form, open, saying, telling};
use crate::rounds::Found;

/// Shows the form.
pub(super) async fn page(
    desk: Permitted<TakePosition>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    saying::is_asked(&told.round, reader.caller().state)?;
    saying::is_open(&told)?;
    if !told.may_be_moved() {
        return Err(Refusal::conflict(saying::without_key(Without::NoMoreExtensions)));
    }
    Ok(visit.page("silence-extension", markup(&visit, &told, &Filled::new().with("deadline_hour", "17:00"))))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<TakePosition>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let told = telling::told(writer.reader(), position).await?;
    let mut faults = Vec::new();
    let until = form::typed_instant(&filled, "deadline", &mut faults);
    let asked = NewExtension { until, reason: filled.typed("reason").to_owned() };
    let said = match read(&writer, &asked) {
        Ok(act) => saying::say(&writer, position, act).await,
        Err(faults) => Err(Refusal::Invalid(faults)),
    };
    match said {
        Ok(_) => Ok(see_other(&format!("{}?done=asked", told.round.path()))),
        Err(refusal) => {
            let status = form::answer(&visit.voice, &mut filled, faults, refusal)?;
            let page = visit.refused_page("silence-extension", markup(&visit, &told, &filled)).1;
            Ok((status, page).into_response())
        }
    }
}

/// Asks for more time.
#[utoipa::path(
    post,
    path = "/api/v1/silence/{reference}/extension",
    operation_id = "ask_for_time",
    tag = "silence",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = NewExtension,
    responses(
        (status = 200, description = "On record", body = RoundChanged),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "The rules do not allow it, or the round has ended", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<TakePosition>,
    Path(reference): Path<String>,
    Sent(sent): Sent<NewExtension>,
) -> Result<axum::Json<RoundChanged>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let act = read(&writer, &sent).map_err(Refusal::Invalid)?;
    let done = saying::say(&writer, position, act).await?;
    let Told { round, account } = telling::told(writer.reader(), position).await?;
    Ok(axum::Json(RoundChanged::of(done, &round, &account)))
}

/// Asks for more time in the round of a symbol, from a thread of its own.
///
/// Errors: `Invalid` with every fault; `Conflict` where the rules do not allow it.
pub fn ask_for_time(writer: &Writer<TakePosition>, symbol: &str, asked: &NewExtension) -> Result<(), Refusal> {
    let act = read(writer, asked).map_err(Refusal::Invalid)?;
    saying::say_blocking(writer, symbol, act)
}

fn read(writer: &Writer<TakePosition>, asked: &NewExtension) -> Result<Act, Vec<InputFault>> {
    let zone = writer.reader().ground().identity.profile().zone.clone();
    let by = saying::by(writer.reader().caller(), Authority::Speaks);
    let mut found = Found::default();
    let until = found.keep(form::instant("deadline", &asked.until, &zone));
    let reason = found.keep(form::words("reason", &asked.reason));
    match (until, reason) {
        (Some(until), Some(reason)) => Ok(Act::ExtensionAsked { by, until, reason }),
        _ => Err(found.0),
    }
}

fn markup(visit: &Visit, told: &Told, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, told.round.path());
    let rules = &told.round.opened.rules;
    let reason = Field::new("reason", "silence-why").rows(4).max_length(Said::CHARACTERS_MAX as u32);
    html! {
        h1 { (voice.t("silence-extension")) }
        (fields::error_summary(voice, filled))
        p { strong .mono { (told.round.symbol) } ", " (voice.t("silence-deadline")) ": " (voice.instant(told.account.deadline)) }
        @if told.may_be_moved() { p { (voice.tn("silence-extension-about", &[
            ("times", i64::from(rules.extensions_max).into()), ("hours", ((rules.extension_at_most_s / 3_600) as i64).into()),
        ])) } }
        (fields::form(&format!("{path}/extension"), visit.csrf(), html! {
            (open::deadline_fields(visit, filled, "silence-extension-until"))
            (fields::textarea(voice, filled, &reason))
            (fields::submit_row(voice, "silence-extension-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
        }))
    }
}
