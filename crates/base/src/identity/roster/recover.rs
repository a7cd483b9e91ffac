//! Beginning a recovery of somebody's sign-in, and taking it back.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use uuid::Uuid;

use super::recovery::{self, Recovery, Shown};
use super::{PEOPLE_PATH, RECOVERIES_PATH, Recover};
use crate::access::Permit;
use crate::desk::{Permitted, Reader};
use crate::web::fields::{form, hidden};
use crate::web::parts::{Tone, card, facts, notice};
use crate::web::{Posted, Refusal, Visit, see_other};

/// Shows what will end and begin, and asks for what comes next: to begin, to confirm, to take back.
pub(super) async fn page(
    permitted: Permitted<Recover>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Refusal> {
    let (reader, shown) = enter(permitted, &id, "form").await?;
    let (voice, id, now) = (&visit.voice, shown.person.id, reader.now());
    let waiting = reader.ask(|connection| recovery::waiting(connection, id, now))?;
    let own = reader.caller().person;
    let path = path(id);
    let body = html! {
        p { a href=(RECOVERIES_PATH) { (voice.t("people-recoveries")) } }
        h1 { (voice.tn("people-recover-title", &[("name", shown.person.name.as_str().into())])) }
        (card("recover-who", &voice.t("people-person"), who(&reader, &visit, &shown)))
        div .consequence { p { (voice.t("people-recover-follows")) } }
        @match &waiting {
            None => {
                p { (voice.t("people-recover-two")) }
                (form(&path, visit.csrf(), html! {
                    (hidden("seen", &hex::encode(shown.seen())))
                    div .row { button .grave type="submit" { (voice.t("people-recover-begin")) } }
                }))
            }
            Some(recovery) => {
                (begun(&visit, recovery))
                @if recovery.begun_by != own { (confirmation(&visit, recovery, &shown)) }
                (form(&format!("{path}/withdraw"), visit.csrf(), html! {
                    div .row { button .plain type="submit" { (voice.t("people-recover-withdraw")) } }
                }))
            }
        }
    };
    Ok(visit.page("people-recover", body).into_response())
}

/// Begins it and shows the first half of the first password, once.
pub(super) async fn begin(
    permitted: Permitted<Recover>,
    Path(id): Path<String>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let (reader, shown) = open(permitted, &id).await?;
    let ground = Arc::clone(reader.ground());
    let (person, by, now, seen) =
        (shown.person.id, reader.caller().person, reader.now(), filled.typed("seen").to_owned());
    let begun = ground.base.write(move |connection| recovery::begin(connection, person, by, &seen, now));
    let begun = begun.await?;
    let voice = &visit.voice;
    let body = html! {
        h1 { (voice.t("people-recover-begun")) }
        (half(&visit, &shown.person.user_name, &recovery::first_half(&ground.keys, begun), "people-recover-first-half"))
        p { (voice.t("people-recover-now")) }
        p { a href=(path(person)) { (voice.t("people-recover-show")) } }
    };
    Ok(visit.page("people-recover", body).into_response())
}

/// Takes it back; nothing has changed by it.
pub(super) async fn withdraw(
    permitted: Permitted<Recover>,
    Path(id): Path<String>,
    _: Posted,
) -> Result<Response, Refusal> {
    let (reader, shown) = open(permitted, &id).await?;
    let person = shown.person.id;
    reader.ground().base.write(move |connection| recovery::withdraw(connection, person)).await?;
    Ok(see_other(RECOVERIES_PATH))
}

/// Opens the permit for one person and answers what is shown of them; oneself nobody recovers.
pub(super) async fn open<P: Permit>(permitted: Permitted<P>, id: &str) -> Result<(Reader<P>, Shown), Refusal> {
    enter(permitted, id, "").await
}

async fn enter<P: Permit>(
    permitted: Permitted<P>,
    id: &str,
    outcome: &'static str,
) -> Result<(Reader<P>, Shown), Refusal> {
    let now = permitted.ground().clock.now();
    let resource = permitted.about(|connection| recovery::resource(connection, id, now)).await?;
    let id: Uuid = id.parse().map_err(|_| Refusal::NotFound)?;
    let reader = permitted.open_with_outcome(resource, outcome).await?;
    let shown = reader.ask(|connection| Shown::read(connection, id))?.ok_or(Refusal::NotFound)?;
    if reader.caller().person == id {
        return Err(Refusal::conflict("people-own"));
    }
    Ok((reader, shown))
}

/// Draws one half of a first password, which is shown this once.
pub(super) fn half(visit: &Visit, user_name: &str, half: &str, label: &str) -> Markup {
    let voice = &visit.voice;
    html! {
        (notice(Tone::Soon, html! { p { (voice.t("people-recover-half-once")) } }))
        div .card {
            (facts(&[
                (&voice.t("sign-in-user-name"), html! { span .mono { (user_name) } }),
                (&voice.t(label), html! { span .mono .secret { (half) } }),
            ]))
            p .aside { (voice.t("people-recover-half-how")) }
        }
    }
}

fn path(person: Uuid) -> String {
    format!("{PEOPLE_PATH}/{person}/recover")
}

fn begun(visit: &Visit, recovery: &Recovery) -> Markup {
    let voice = &visit.voice;
    let told = voice.tn("people-recover-waits", &[("name", recovery.begun_by_name.as_str().into())]);
    notice(Tone::Deep, html! { p { (told) " " (voice.instant(recovery.ends_at)) } })
}

fn confirmation(visit: &Visit, recovery: &Recovery, shown: &Shown) -> Markup {
    let voice = &visit.voice;
    html! {
        p { (voice.t("people-recover-sure")) }
        (form(&format!("{}/confirm", path(shown.person.id)), visit.csrf(), html! {
            (hidden("recovery", &recovery.id.to_string()))
            (hidden("seen", &hex::encode(shown.seen())))
            div .row { button .grave type="submit" { (voice.t("people-recover-confirm")) } }
        }))
    }
}

fn who(reader: &Reader<Recover>, visit: &Visit, shown: &Shown) -> Markup {
    let (voice, person, identity) = (&visit.voice, &shown.person, &reader.ground().identity);
    let roles: Vec<String> = person.roles.iter().map(|role| identity.role_name(role, voice.language)).collect();
    facts(&[
        (&voice.t("people-name"), html! { (person.name) }),
        (&voice.t("sign-in-user-name"), html! { span .mono { (person.user_name) } }),
        (&voice.t("people-party"), html! { (identity.party_name(shown.party, voice.language)) " (" (shown.party) ")" }),
        (&voice.t("people-institution"), html! { (person.institution) }),
        (&voice.t("people-roles"), html! { (roles.join(", ")) }),
        (
            &voice.t("account-passkeys"),
            html! {
                @if shown.passkeys.is_empty() { (voice.t("passkeys-none")) }
                @for one in &shown.passkeys {
                    div { (one.name) " · " @match one.used_at {
                        Some(at) => { (voice.t("passkeys-used")) ": " (voice.ago(at)) }
                        None => { (voice.t("passkeys-unused")) }
                    } }
                }
            },
        ),
        (
            &voice.t("account-codes"),
            html! { @if person.has_codes { (voice.t("account-codes-on")) } @else { (voice.t("account-codes-off")) } },
        ),
    ])
}
