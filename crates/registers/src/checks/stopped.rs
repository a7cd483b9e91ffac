//! The act "let somebody go on": the second line of a State says why an officer of theirs who was stopped may check again.
//!
//! A border must go on. Whoever answers for it is an examiner of the same State who proved a second factor, and never the
//! person stopped. The concern stays for those who supervise, with the reason and who gave it.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::oversight::{self, Stop};
use base::web::fields::{Choice, Field, error_summary, form, radios, submit_row};
use base::web::parts::{card, facts};
use base::web::{Filled, Posted, Refusal, Visit, see_other};
use maud::{Markup, html};
use uuid::Uuid;

use super::zone::coded::worded;
use super::{Lift, watch};
use crate::alerts;

/// Where those who are stopped are listed.
pub(super) const PATH: &str = "/check/stopped";

worded! {
    /// Why somebody may go on. The codes rest in concerns and in the log's leaves: they are added to and never edited.
    Reason {
        /// A group whose documents were issued together came through.
        Group = "group" => "concern-lifted-group",
        /// Two or more officers checked the documents of one crossing together.
        ManyAtOnce = "many_at_once" => "concern-lifted-many-at-once",
        /// Somebody was tried out, with the State's knowledge.
        Exercise = "exercise" => "concern-lifted-exercise",
        /// It is not known, and the border must go on.
        BorderMustGoOn = "border_must_go_on" => "concern-lifted-border-must-go-on",
    }
}

/// Shows who is stopped.
pub async fn page(permitted: Permitted<Lift>, visit: Visit) -> Result<Markup, Refusal> {
    let own = permitted.caller().state;
    let reader = permitted.open_with_outcome(Resource::of(own, String::new()), "form").await?;
    let stops = oversight::stops_here(&reader)?;
    Ok(visit.page("checks-stopped-title", body(&visit, &reader, &stops, &Filled::new())))
}

/// Lets one of them go on.
pub async fn submit(
    permitted: Permitted<Lift>,
    Path(concern): Path<String>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let own = permitted.caller().state;
    let ground = Arc::clone(permitted.ground());
    // An address is somebody's text: of it an id and nothing else goes on the access log.
    let id = concern.parse::<Uuid>().ok();
    let about = id.map_or_else(|| "absent".to_owned(), |id| id.to_string());
    let writer = permitted.open_to_write(Resource::of(own, about)).await?;
    let stops = oversight::stops_here(writer.reader())?;
    let stop = stops.iter().find(|stop| Some(stop.concern) == id).ok_or(Refusal::NotFound)?;
    if stop.person == writer.reader().caller().person {
        return Err(Refusal::conflict("checks-stopped-not-oneself"));
    }
    let name = field_name(stop);
    let Some(reason) = Reason::ALL.iter().copied().find(|reason| reason.code() == filled.typed(&name)) else {
        filled.refuse(&name, visit.voice.t("checks-error-reason"));
        return Ok(visit
            .refused_page("checks-stopped-title", body(&visit, writer.reader(), &stops, &filled))
            .into_response());
    };
    oversight::lift(&writer, stop.concern, reason.code()).await?;
    watch::forgive(&ground, stop.person);
    alerts::watch::forgive(&ground, stop.person);
    Ok(see_other(PATH))
}

fn body(visit: &Visit, reader: &Reader<Lift>, stops: &[Stop], filled: &Filled) -> Markup {
    let voice = &visit.voice;
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("checks-stopped-title")) }
        p { (voice.t("checks-stopped-lead")) }
        @if stops.is_empty() { p { (voice.t("checks-stopped-none")) } }
        @for stop in stops { (one(visit, stop, filled, stop.person == reader.caller().person)) }
        p { a href="/check" { (voice.t("room-checks")) } }
    }
}

/// Names the choice of one stop: several stand on the page, and a label leads to the choice of its own.
fn field_name(stop: &Stop) -> String {
    format!("reason-{}", stop.concern)
}

fn one(visit: &Visit, stop: &Stop, filled: &Filled, oneself: bool) -> Markup {
    let voice = &visit.voice;
    let kind = voice.t(&format!("concern-kind-{}", stop.kind.replace('_', "-"))).into_owned();
    let choices: Vec<Choice<'_>> =
        Reason::ALL.iter().map(|reason| Choice::new(reason.code(), voice.t(reason.key()))).collect();
    let name = field_name(stop);
    let field = Field::new(&name, "checks-stopped-reason").hint("checks-stopped-reason-hint");
    card(
        &format!("stop-{}", stop.concern),
        &stop.name,
        html! {
            (facts(&[
                (&voice.t("checks-stopped-post"), html! { (stop.post.as_deref().unwrap_or("–")) }),
                (&voice.t("checks-stopped-kind"), html! { (kind) }),
                (&voice.t("checks-stopped-since"), voice.instant(stop.since)),
                (&voice.t("checks-stopped-until"), voice.instant(stop.until)),
            ]))
            @if oneself {
                p { (voice.t("checks-stopped-not-oneself")) }
            } @else {
                (form(&format!("{PATH}/{}/lift", stop.concern), visit.csrf(), html! {
                    (radios(voice, filled, &field, &choices))
                    (submit_row(voice, "checks-stopped-lift", None))
                }))
            }
        },
    )
}
