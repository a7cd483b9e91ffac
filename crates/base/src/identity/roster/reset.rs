//! Giving somebody of one's own State a new first password, and taking their one-time codes away.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::passwords::{self, Password};
use super::super::{MadePerson, change_person, sign_in, totp};
use super::enrol::first_password;
use super::queries::{self, Person};
use super::{PEOPLE_PATH, Reset, act};
use crate::desk::{Permitted, Reader};
use crate::web::parts::{Confirm, confirm};
use crate::web::{Posted, Refusal, Visit, see_other};

/// Asks before it is done.
pub(super) async fn page(
    permitted: Permitted<Reset>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Refusal> {
    let (reader, person) = act::look(permitted, &id).await?;
    not_oneself(&reader, &person)?;
    if person.takes_two {
        return Ok(see_other(&format!("{PEOPLE_PATH}/{}/recover", person.id)));
    }
    let voice = &visit.voice;
    let back = format!("{PEOPLE_PATH}/{}", person.id);
    let body = confirm(
        voice,
        &Confirm {
            question: voice.tn("people-reset-question", &[("name", person.name.as_str().into())]).into_owned(),
            consequence: html! { p { (voice.t("people-reset-follows")) } },
            action: &format!("{back}/reset"),
            csrf: visit.csrf(),
            act: "people-reset",
            back: &back,
            fields: Vec::new(),
        },
    );
    Ok(visit.page("people-reset", body).into_response())
}

/// Resets the person: everything they had open ends, and the new first password is shown once.
pub(super) async fn submit(
    permitted: Permitted<Reset>,
    Path(id): Path<String>,
    visit: Visit,
    _: Posted,
) -> Result<Response, Refusal> {
    let (reader, person) = act::open(permitted, &id).await?;
    let made = reset(&reader, &person).await?;
    let body = html! {
        h1 { (visit.voice.tn("people-reset-title", &[("name", person.name.as_str().into())])) }
        (first_password(&visit, &made.user_name, &made.password))
        p { a href={ (PEOPLE_PATH) "/" (made.id) } { (visit.voice.t("people-show")) } }
    };
    Ok(visit.page("people-reset", body).into_response())
}

/// Resets the person and answers their new first password; oneself nobody may, nor alone somebody who has passkeys.
pub(super) async fn reset(reader: &Reader<Reset>, person: &Person) -> Result<MadePerson, Refusal> {
    not_oneself(reader, person)?;
    let ground = reader.ground();
    let password = Password::random();
    let shown = password.as_str().to_owned();
    let hash = ground.identity.hashing().hash(password).await?;
    let (sessions, id, now) = (Arc::clone(ground.identity.sessions()), person.id, reader.now());
    change_person(ground, id, move |connection| {
        // Read here, where a passkey that is being made is in line before us or after.
        if queries::read(connection, id)?.is_none_or(|person| person.takes_two) {
            return Err(Refusal::conflict("people-reset-two"));
        }
        passwords::set_first(connection, id, &hash, now)?;
        totp::remove(connection, id)?;
        sign_in::end_all(connection, id)?;
        Ok(sessions.end_all(connection, id)?)
    })
    .await?;
    Ok(MadePerson { id, user_name: person.user_name.clone(), password: shown })
}

/// One's own password is changed on one's account, where the present one is asked for.
fn not_oneself(reader: &Reader<Reset>, person: &Person) -> Result<(), Refusal> {
    if reader.caller().person == person.id { Err(Refusal::conflict("people-own")) } else { Ok(()) }
}
