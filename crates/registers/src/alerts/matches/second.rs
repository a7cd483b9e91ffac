//! The second person: asked by the officer who compared, of the same State, and never the same. They say what agrees; what the
//! alert says is shown to neither until it does (G-18).

use std::sync::Arc;

use axum::response::{IntoResponse, Redirect, Response};
use base::access::{Permit, Resource};
use base::desk::Permitted;
use base::web::fields::{self, Choice, Field};
use base::web::parts::{self, Tone};
use base::web::{Filled, Posted, Refusal, Visit};
use maud::{Markup, html};
use uuid::Uuid;

use super::super::permits::SecondMatch;
use super::corroborate::{Ground, suffices};
use super::kept::{Pending, Waiting};
use super::pages;

/// Where possible matches wait.
pub(super) const PATH: &str = "/alerts/matches";

/// Answers a match of the caller's own, and the permit to go on with.
///
/// Errors: `Conflict`, once the attempt is on the access log, where it waits no longer or is not theirs: the two are told alike.
pub(super) async fn own<P: Permit>(
    permitted: Permitted<P>,
    handle: &str,
) -> Result<(Permitted<P>, Uuid, Pending), Refusal> {
    let caller = Arc::clone(permitted.caller());
    match waiting(&permitted, handle) {
        Some((handle, pending)) if pending.officer == caller.person => Ok((permitted, handle, pending)),
        _ => Err(over(permitted).await),
    }
}

/// Answers which alert a match of the caller's own is with, for an act that is no answer to it.
///
/// Errors: as [`own`].
pub(in crate::alerts) async fn pending_of<P: Permit>(
    permitted: Permitted<P>,
    handle: &str,
) -> Result<(Permitted<P>, Uuid, Uuid), Refusal> {
    let (permitted, handle, pending) = own(permitted, handle).await?;
    Ok((permitted, handle, pending.alert))
}

/// Finds a match of the caller's State.
fn waiting<P: Permit>(permitted: &Permitted<P>, handle: &str) -> Option<(Uuid, Pending)> {
    let ground = permitted.ground();
    let handle: Uuid = handle.parse().ok()?;
    let pending = ground.kept::<Waiting>().get(handle, ground.clock.now())?;
    (pending.state == permitted.caller().state).then_some((handle, pending))
}

async fn over<P: Permit>(permitted: Permitted<P>) -> Refusal {
    let opened = permitted.open(Resource::room_about("absent".to_owned())).await;
    opened.err().unwrap_or(Refusal::conflict("alerts-match-refused-over"))
}

/// Shows the caller's own matches, and those of their State for which a second person is asked.
pub(in crate::alerts) async fn page(permitted: Permitted<SecondMatch>, visit: Visit) -> Result<Markup, Refusal> {
    let [own, others] = here(permitted).await?;
    Ok(visit.page("alerts-match-waiting", drawn(&visit, &own, &others)))
}

/// Answers the caller's own matches, and those of their State for which a second person is asked.
pub(super) async fn here(permitted: Permitted<SecondMatch>) -> Result<[Vec<(Uuid, Pending)>; 2], Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let (caller, now) = (reader.caller(), reader.now());
    let all = reader.ground().kept::<Waiting>().of_state(caller.state, now);
    let (own, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(_, pending)| pending.officer == caller.person);
    let others = others.into_iter().filter(|(_, pending)| pending.asks && pending.seconded.is_none()).collect();
    Ok([own, others])
}

/// Asks for a second person.
pub(in crate::alerts) async fn ask(
    permitted: Permitted<SecondMatch>,
    Posted(filled): Posted,
) -> Result<Redirect, Refusal> {
    asked(permitted, filled.typed("match")).await?;
    Ok(Redirect::to(PATH))
}

/// The same for page and program.
pub(super) async fn asked(permitted: Permitted<SecondMatch>, handle: &str) -> Result<(), Refusal> {
    let (permitted, handle, pending) = own(permitted, handle).await?;
    let reader = permitted.open_with_outcome(Resource::room_about(pending.alert.to_string()), "asked").await?;
    reader.ground().kept::<Waiting>().change(handle, reader.now(), |pending| pending.asks = true);
    Ok(())
}

/// Takes what the second person says agrees.
pub(in crate::alerts) async fn agree(
    permitted: Permitted<SecondMatch>,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let handle = filled.typed("match");
    let field = handle.parse().map(|handle| pages::own_field("ground", handle)).unwrap_or_default();
    agreed(permitted, handle, filled.typed(&field)).await?;
    Ok(Redirect::to(PATH).into_response())
}

/// The same for page and program.
///
/// Errors: `Conflict` where no such match waits for the caller, and where what they say does not suffice.
pub(super) async fn agreed(permitted: Permitted<SecondMatch>, handle: &str, ground: &str) -> Result<(), Refusal> {
    let (kept, now) = (permitted.ground().kept::<Waiting>(), permitted.ground().clock.now());
    let person = permitted.caller().person;
    let fits = |pending: &Pending| pending.officer != person && pending.asks;
    let Some((handle, pending)) = waiting(&permitted, handle).filter(|(_, pending)| fits(pending)) else {
        return Err(over(permitted).await);
    };
    let said = Ground::read(ground);
    let outcome = said.map_or("nothing", Ground::code);
    permitted.open_with_outcome(Resource::room_about(pending.alert.to_string()), outcome).await?;
    let said = said.ok_or(Refusal::conflict("alerts-match-refused-ground"))?;
    if !suffices(pending.birth, said) {
        return Err(Refusal::conflict("alerts-match-refused-enough"));
    }
    kept.change(handle, now, |pending| pending.seconded = Some((person, said)));
    Ok(())
}

fn drawn(visit: &Visit, own: &[(Uuid, Pending)], others: &[(Uuid, Pending)]) -> Markup {
    let voice = &visit.voice;
    let waits = own.iter().filter(|(_, pending)| pending.asks).collect::<Vec<_>>();
    let grounds: Vec<Choice<'_>> =
        Ground::ALL.iter().map(|ground| Choice::new(ground.code(), voice.t(ground.key()))).collect();
    html! {
        h1 { (voice.t("alerts-match-waiting")) }
        p { (voice.t("alerts-match-waiting-about")) }
        @if waits.is_empty() && others.is_empty() { p { (voice.t("alerts-match-waiting-none")) } }
        @for (turn, (handle, pending)) in waits.iter().enumerate() {
            (parts::card(&format!("own-{turn}"), &voice.t("alerts-match-yours"), html! {
                p { (voice.ago(pending.at)) }
                (pages::compared(voice, &pending.compared, turn))
                @if pending.seconded.is_some() {
                    (parts::notice(Tone::Done, html! { p { (voice.t("alerts-match-seconded")) } }))
                    (fields::form("/alerts/matches/open", visit.csrf(), html! {
                        (fields::hidden("match", &handle.to_string()))
                        button type="submit" { (voice.t("alerts-match-open")) }
                    }))
                } @else { p { (voice.t("alerts-match-asked")) } }
                (pages::answers(visit, *handle, pending.opened, pending.document.is_some()))
            }))
        }
        @for (turn, (handle, pending)) in others.iter().enumerate() {
            (parts::card(&format!("other-{turn}"), &voice.t("alerts-match-theirs"), html! {
                p { (voice.tn("alerts-match-by", &[("name", pending.officer_name.as_str().into())])) " " (voice.ago(pending.at)) }
                (pages::compared(voice, &pending.compared, own.len() + turn))
                (fields::form("/alerts/matches/agree", visit.csrf(), html! {
                    (fields::hidden("match", &handle.to_string()))
                    (fields::radios(voice, &Filled::new(), &Field::new(&pages::own_field("ground", *handle), "alerts-match-ground").hint("alerts-match-ground-hint"), &grounds))
                    (fields::submit_row(voice, "alerts-match-agree", None))
                }))
            }))
        }
        p { a href="/check" { (voice.t("room-checks")) } }
    }
}
