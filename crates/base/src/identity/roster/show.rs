//! One person of one's own State.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};

use super::queries::Person;
use super::{PEOPLE_PATH, Show, act};
use crate::desk::Permitted;
use crate::ground::Puebla;
use crate::web::fields::form;
use crate::web::parts::{Tone, card, facts, tag};
use crate::web::{Refusal, Visit};

/// Shows the person and what may be done.
pub(super) async fn page(
    permitted: Permitted<Show>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Refusal> {
    let (reader, person) = act::open(permitted, &id).await?;
    let own = reader.caller().person == person.id;
    let voice = &visit.voice;
    let path = format!("{PEOPLE_PATH}/{}", person.id);
    let body = html! {
        p { a href=(PEOPLE_PATH) { (voice.t("people-back")) } }
        h1 { (person.name) }
        (card("person-facts", &voice.t("people-person"), about(reader.ground(), &visit, &person)))
        @if own { p .aside { (voice.t("people-own")) } }
        div .row {
            a .button href={ (path) "/change" } { (voice.t("people-change")) }
            @if !own {
                @if person.takes_two { a .button .plain href={ (path) "/recover" } { (voice.t("people-recover")) } }
                @else { a .button .plain href={ (path) "/reset" } { (voice.t("people-reset")) } }
                @if person.active { a .button .plain href={ (path) "/suspend" } { (voice.t("people-suspend")) } }
                @else { (form(&format!("{path}/reactivate"), visit.csrf(), html! {
                    button .plain type="submit" { (voice.t("people-reactivate")) }
                })) }
            }
        }
    };
    Ok(visit.page("people-person", body).into_response())
}

fn about(ground: &Puebla, visit: &Visit, person: &Person) -> Markup {
    let voice = &visit.voice;
    let roles: Vec<String> = person.roles.iter().map(|role| ground.identity.role_name(role, voice.language)).collect();
    let enrolled = Timestamp::from_microsecond(person.enrolled_us).unwrap_or(Timestamp::UNIX_EPOCH);
    let post = person.post.as_ref().map_or_else(|| "–".to_owned(), |(post, zone)| format!("{post} ({zone})"));
    facts(&[
        (
            &voice.t("people-state"),
            html! {
                @if person.active { (tag(Tone::Done, &voice.t("people-active"))) } @else { (tag(Tone::Late, &voice.t("people-suspended"))) }
            },
        ),
        (&voice.t("sign-in-user-name"), html! { span .mono { (person.user_name) } }),
        (&voice.t("people-institution"), html! { (person.institution) }),
        (&voice.t("people-post"), html! { (post) }),
        (&voice.t("people-roles"), html! { (roles.join(", ")) }),
        (&voice.t("people-language"), html! { (person.language.map_or("–", crate::words::Language::own_name)) }),
        (
            &voice.t("account-codes"),
            html! {
                @if person.has_codes { (voice.t("account-codes-on")) } @else { (voice.t("account-codes-off")) }
            },
        ),
        (
            &voice.t("people-password"),
            html! {
                @if person.must_change { (voice.t("people-password-first")) } @else { (voice.t("people-password-own")) }
            },
        ),
        (&voice.t("people-enrolled"), html! { (voice.instant(enrolled)) }),
    ])
}
