//! The act "answer a wish for more time": whoever convenes grants it, to whoever asked or to all, or refuses it with a reason.

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Permitted, Writer};
use base::ground::Puebla;
use base::web::fields::{self, Choice, Field};
use base::web::{Filled, InputFault, Posted, Problem, Refusal, Sent, Visit, see_other};
use conference::by::Authority;
use conference::comments::Act;
use conference::recorded::Sequence;
use conference::said::Said;
use maud::{Markup, html};

use super::api::{CommentRoundChanged, TimeRuling};
use super::permits::CompileComments;
use super::telling::Told;
use super::{form, pages, saying, telling};
use crate::rounds::{self, Found, fault};

/// Shows what waits for an answer.
pub(super) async fn page(
    desk: Permitted<CompileComments>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let told = telling::told(&reader, position).await?;
    saying::convening(&told, reader.caller())?;
    Ok(visit.page("comments-time", markup(&visit, reader.ground(), &told, &Filled::new())))
}

/// Takes the form.
pub(super) async fn submit(
    desk: Permitted<CompileComments>,
    visit: Visit,
    Path(reference): Path<String>,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let told = telling::told(writer.reader(), position).await?;
    let mut faults = Vec::new();
    // What is granted to all is a ruling of its own on the form, so that one question has one answer.
    let (act, for_all) = match filled.typed("ruling") {
        "grant_all" => ("grant", true),
        other => (other, false),
    };
    let ruling = TimeRuling {
        act: act.to_owned(),
        request: filled.typed("request").parse().unwrap_or(0),
        until: form::typed_day(&filled, "until", &mut faults),
        for_all,
        reason: filled.typed("reason").to_owned(),
    };
    let said = match read(&writer, &told, &ruling) {
        Ok(act) if faults.is_empty() => saying::say(&writer, position, act).await,
        // A day that is none is not a day left out, which means the one that was asked for.
        Ok(_) => Err(Refusal::Invalid(faults)),
        Err(more) => {
            faults.extend(more);
            Err(Refusal::Invalid(faults))
        }
    };
    match said {
        Ok(_) => Ok(see_other(&format!("{}?done=ruled", told.round.path()))),
        Err(refusal) => {
            let told = telling::told(writer.reader(), position).await?;
            let draw = |filled: &Filled| markup(&visit, writer.reader().ground(), &told, filled);
            form::again(&visit, "comments-time", filled, refusal, draw)
        }
    }
}

/// Answers a wish for more time.
#[utoipa::path(
    post,
    path = "/api/v1/comments/{reference}/time",
    operation_id = "rule_on_time_to_comment",
    tag = "comments",
    params(("reference" = String, Path, description = "The symbol, with `-` in the place of `/`")),
    request_body = TimeRuling,
    responses(
        (status = 200, description = "On record", body = CommentRoundChanged),
        (status = 404, description = "No such round", body = Problem),
        (status = 409, description = "Whoever asks does not convene it, the deadline has passed, the wish is their own, or the day is none that was asked for", body = Problem),
        (status = 422, description = "Something in it cannot be used", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<CompileComments>,
    Path(reference): Path<String>,
    Sent(ruling): Sent<TimeRuling>,
) -> Result<axum::Json<CommentRoundChanged>, Refusal> {
    let (position, resource) = saying::opened(&desk, &reference).await?;
    let writer = desk.open_to_write(resource).await?;
    let told = telling::told(writer.reader(), position).await?;
    let act = read(&writer, &told, &ruling).map_err(Refusal::Invalid)?;
    let done = saying::say(&writer, position, act).await?;
    let Told { round, account } = telling::told(writer.reader(), position).await?;
    Ok(axum::Json(CommentRoundChanged::of(done, &round, &account)))
}

/// Reads a ruling; a new day left out is the day that was asked for.
fn read(writer: &Writer<CompileComments>, told: &Told, ruling: &TimeRuling) -> Result<Act, Vec<InputFault>> {
    let by = saying::by(writer.reader().caller(), Authority::Presides);
    let mut found = Found::default();
    let request = Sequence(ruling.request);
    let asked = told.account.requests.iter().find(|asked| asked.sequence == request);
    let wanted = found.keep(asked.map(|asked| asked.until).ok_or_else(|| fault("request", "comments-fault-request")));
    match ruling.act.as_str() {
        "grant" => {
            let until = match ruling.until.trim() {
                "" => wanted,
                written => found.keep(form::until(writer.reader().ground(), "until", written)),
            };
            if let (Some(until), Some(_)) = (until, wanted) {
                return Ok(Act::ExtensionGranted { by, request, until, for_all: ruling.for_all });
            }
        }
        "refuse" => {
            let reason = found.keep(form::words("reason", &ruling.reason));
            if let (Some(reason), Some(_)) = (reason, wanted) {
                return Ok(Act::ExtensionRefused { by, request, reason });
            }
        }
        _ => found.0.insert(0, fault("ruling", "comments-fault-ruling")),
    }
    Err(found.0)
}

fn markup(visit: &Visit, ground: &Puebla, told: &Told, filled: &Filled) -> Markup {
    let (voice, path) = (&visit.voice, told.round.path());
    let waiting = told.account.requests.iter().filter(|request| request.granted.is_none());
    let requests: Vec<Choice<'_>> = waiting
        .map(|request| {
            let (name, until) =
                (ground.identity.party_name(request.by.party, voice.language), voice.instant_text(request.until));
            let label = voice.tn("comments-request", &[("party", name.into()), ("until", until.into())]);
            let reason = told.round.reason_of(request.sequence).unwrap_or_default();
            Choice::new(request.sequence.0.to_string(), label.into_owned()).hint(reason.to_owned())
        })
        .collect();
    let rulings = [
        ("grant", "comments-ruling-grant"),
        ("grant_all", "comments-ruling-grant-all"),
        ("refuse", "comments-ruling-refuse"),
    ]
    .map(|(code, key)| Choice::new(code, voice.t(key)));
    let until = Field::new("until", "comments-new-deadline").hint("comments-new-deadline-hint").optional();
    let reason =
        Field::new("reason", "comments-why-refused").optional().rows(4).max_length(Said::CHARACTERS_MAX as u32);
    html! {
        h1 { (voice.t("comments-time")) }
        (fields::error_summary(voice, filled))
        (pages::heading(voice, &told.round))
        @if requests.is_empty() {
            p { (voice.t("comments-time-nothing")) }
            // Somebody else has answered meanwhile: what was typed can still be taken along.
            @if !filled.typed("reason").is_empty() { blockquote { (rounds::words(filled.typed("reason"))) } }
        } @else {
            (fields::form(&format!("{path}/time"), visit.csrf(), html! {
                (fields::radios(voice, filled, &Field::new("request", "comments-which-request"), &requests))
                (fields::radios(voice, filled, &Field::new("ruling", "comments-ruling"), &rulings))
                (fields::date_input(voice, filled, &until))
                (fields::textarea(voice, filled, &reason))
                (fields::submit_row(voice, "comments-ruling-send", Some(html! { a .button .plain href=(path) { (voice.t("form-cancel")) } })))
            }))
        }
        p { a href=(path) { (voice.t("comments-back-to-round")) } }
    }
}
