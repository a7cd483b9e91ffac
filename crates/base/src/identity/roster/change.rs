//! Changing what somebody of one's own State is here: name, institution, post, roles, language.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::{change_person, people};
use super::form::{self, For};
use super::queries::{self, Person};
use super::{ADMINISTRATOR, Change, PEOPLE_PATH, act};
use crate::desk::{Permitted, Reader};
use crate::store::StoreError;
use crate::web::fields::{self, error_summary, submit_row};
use crate::web::{Filled, Posted, Refusal, Visit, see_other};

/// Shows the form as things are.
pub(super) async fn page(
    permitted: Permitted<Change>,
    Path(id): Path<String>,
    visit: Visit,
) -> Result<Response, Refusal> {
    let (reader, person) = act::look(permitted, &id).await?;
    let filled = form::filled(&person.as_new(reader.caller().state));
    Ok(visit.page("people-change", body(&visit, &reader, &person, &filled)?).into_response())
}

/// Changes the person; it holds from their next request on.
pub(super) async fn submit(
    permitted: Permitted<Change>,
    Path(id): Path<String>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let (reader, person) = act::open(permitted, &id).await?;
    let ground = reader.ground();
    let parsed = form::parse(&visit, ground, reader.caller(), &mut filled, Some(&person.user_name));
    let Some(changed) = parsed else { return again(&visit, &reader, &person, &filled) };
    let (profile, id, at) = (ground.identity.profile(), person.id, reader.now());
    let written = change_person(ground, id, move |connection| {
        let keeps = changed.roles.iter().any(|role| role == ADMINISTRATOR);
        let was = queries::read(connection, id)?
            .is_some_and(|was| was.active && was.roles.iter().any(|role| role == ADMINISTRATOR));
        if was && !keeps && queries::other_administrators(connection, changed.party, [id, id], at)?.is_empty() {
            return Err(StoreError::Refused("people-last-administrator"));
        }
        people::change(connection, &profile, id, &changed, at)
    })
    .await;
    match written {
        Ok(()) => Ok(see_other(&format!("{PEOPLE_PATH}/{id}"))),
        Err(error) => {
            form::refuse(&visit, &mut filled, error)?;
            again(&visit, &reader, &person, &filled)
        }
    }
}

fn again(visit: &Visit, reader: &Reader<Change>, person: &Person, filled: &Filled) -> Result<Response, Refusal> {
    Ok(visit.refused_page("people-change", body(visit, reader, person, filled)?).into_response())
}

fn body(visit: &Visit, reader: &Reader<Change>, person: &Person, filled: &Filled) -> Result<Markup, StoreError> {
    let voice = &visit.voice;
    let fields = form::fields(visit, reader.ground(), reader.caller(), filled, For::Changing)?;
    let back = format!("{PEOPLE_PATH}/{}", person.id);
    Ok(html! {
        (error_summary(voice, filled))
        h1 { (voice.t("people-change")) }
        p { (person.name) " · " span .mono { (person.user_name) } }
        div .card .narrow {
            (fields::form(&format!("{back}/change"), visit.csrf(), html! {
                (fields)
                (submit_row(voice, "people-change-go", Some(html! { a href=(back) { (voice.t("form-cancel")) } })))
            }))
        }
    })
}
