//! Suspending somebody of one's own State, and taking them back.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{change_person, sign_in};
use super::queries::Person;
use super::{PEOPLE_PATH, Suspend, act};
use crate::desk::{Permitted, Reader};
use crate::store::StoreError;
use crate::web::parts::{Confirm, confirm};
use crate::web::{Posted, Refusal, Visit, see_other};

/// Asks before it is done.
pub(super) async fn page(
    permitted: Permitted<Suspend>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Refusal> {
    let (reader, person) = act::look(permitted, &id).await?;
    not_oneself(&reader, &person)?;
    let voice = &visit.voice;
    let back = format!("{PEOPLE_PATH}/{}", person.id);
    let body = confirm(
        voice,
        &Confirm {
            question: voice.tn("people-suspend-question", &[("name", person.name.as_str().into())]).into_owned(),
            consequence: html! { p { (voice.t("people-suspend-follows")) } },
            action: &format!("{back}/suspend"),
            csrf: visit.csrf(),
            act: "people-suspend",
            back: &back,
            fields: Vec::new(),
        },
    );
    Ok(visit.page("people-suspend", body).into_response())
}

/// Suspends the person: their sessions and tokens end with the next request.
pub(super) async fn submit(
    permitted: Permitted<Suspend>,
    Path(id): Path<String>,
    _: Posted,
) -> Result<Response, Refusal> {
    let (reader, person) = act::open(permitted, &id).await?;
    suspend(&reader, &person).await?;
    Ok(see_other(&format!("{PEOPLE_PATH}/{}", person.id)))
}

/// Suspends the person; oneself nobody may.
pub(super) async fn suspend(reader: &Reader<Suspend>, person: &Person) -> Result<(), Refusal> {
    not_oneself(reader, person)?;
    let (sessions, id) = (Arc::clone(reader.ground().identity.sessions()), person.id);
    change_person(reader.ground(), id, move |connection| {
        set_active(connection, id, false)?;
        sign_in::end_all(connection, id)?;
        sessions.end_all(connection, id)
    })
    .await?;
    Ok(())
}

/// Takes the person back; they sign in anew.
pub(super) async fn reactivate(
    permitted: Permitted<Suspend>,
    Path(id): Path<String>,
    _: Posted,
) -> Result<Response, Refusal> {
    let (reader, person) = act::open(permitted, &id).await?;
    take_back(&reader, &person).await?;
    Ok(see_other(&format!("{PEOPLE_PATH}/{}", person.id)))
}

/// Lets a suspended person sign in again.
pub(super) async fn take_back(reader: &Reader<Suspend>, person: &Person) -> Result<(), Refusal> {
    let id = person.id;
    Ok(change_person(reader.ground(), id, move |connection| set_active(connection, id, true)).await?)
}

fn set_active(connection: &rusqlite::Connection, id: uuid::Uuid, active: bool) -> Result<(), StoreError> {
    connection.execute("UPDATE person SET active = ?2, version = version + 1 WHERE id = ?1", (id, active))?;
    Ok(())
}

fn not_oneself(reader: &Reader<Suspend>, person: &Person) -> Result<(), Refusal> {
    if reader.caller().person == person.id { Err(Refusal::conflict("people-not-oneself")) } else { Ok(()) }
}
