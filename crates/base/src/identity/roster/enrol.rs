//! Enrolling somebody of one's own State.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use rusqlite::Connection;

use super::super::MadePerson;
use super::super::passwords::{self, Password};
use super::super::people::{self, NewPerson};
use super::form::{self, For};
use super::{Enrol, PEOPLE_PATH};
use crate::access::{Permit, Resource};
use crate::desk::{Permitted, Reader};
use crate::store::StoreError;
use crate::web::fields::{self, error_summary, submit_row};
use crate::web::parts::{Tone, notice};
use crate::web::{Filled, Posted, Refusal, Visit};

/// Shows the form.
pub(super) async fn page(permitted: Permitted<Enrol>, visit: Visit) -> Result<Response, Refusal> {
    let reader = open(permitted, "form").await?;
    Ok(visit.page("people-enrol", body(&visit, &reader, &Filled::new())?).into_response())
}

/// Enrols the person and shows a first password, once.
pub(super) async fn submit(
    permitted: Permitted<Enrol>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let reader = open(permitted, "").await?;
    let ground = reader.ground();
    let parsed = form::parse(&visit, ground, reader.caller(), &mut filled, None);
    let Some(person) = parsed else { return again(&visit, &reader, &filled) };
    let enrolled = enrol(&reader, person.clone(), |_| Ok(())).await;
    match enrolled {
        Ok(made) => {
            let made = html! {
                h1 { (visit.voice.tn("people-enrolled-title", &[("name", person.name.as_str().into())])) }
                (first_password(&visit, &made.user_name, &made.password))
                p { a href={ (PEOPLE_PATH) "/" (made.id) } { (visit.voice.t("people-show")) } }
            };
            Ok(visit.page("people-enrol", made).into_response())
        }
        Err(error) => {
            form::refuse(&visit, &mut filled, error)?;
            again(&visit, &reader, &filled)
        }
    }
}

/// Enrols somebody and answers their first password, which they must change.
///
/// `insist` looks at the people in the same transaction, and lets nobody in with an error. Errors: its own; `Refused` with a
/// key of the words, when the name is taken or a role does not fit the party.
pub(super) async fn enrol<P: Permit>(
    reader: &Reader<P>,
    person: NewPerson,
    insist: impl FnOnce(&Connection) -> Result<(), StoreError> + Send + 'static,
) -> Result<MadePerson, StoreError> {
    let ground = reader.ground();
    let password = Password::random();
    let shown = password.as_str().to_owned();
    let hash = ground.identity.hashing().hash(password).await.map_err(|_| StoreError::Busy)?;
    let (profile, by, at) = (ground.identity.profile(), reader.caller().person, reader.now());
    let enrolled = ground.base.write(move |connection| {
        insist(connection)?;
        let user_name = people::user_name_free(connection, person.party, &person.user_name)?;
        let person = NewPerson { user_name, ..person };
        let id = people::enrol(connection, &profile, &person, Some(by), at)?;
        passwords::set_first(connection, id, &hash, at)?;
        Ok::<_, StoreError>((id, person.user_name))
    });
    let (id, user_name) = enrolled.await?;
    Ok(MadePerson { id, user_name, password: shown })
}

/// Draws a first password, which is shown this once.
pub(super) fn first_password(visit: &Visit, user_name: &str, password: &str) -> Markup {
    let voice = &visit.voice;
    html! {
        (notice(Tone::Soon, html! { p { (voice.t("people-first-once")) } }))
        div .card {
            (crate::web::parts::facts(&[
                (&voice.t("sign-in-user-name"), html! { span .mono { (user_name) } }),
                (&voice.t("people-first-password"), html! { span .mono .secret { (password) } }),
            ]))
            p .aside { (voice.t("people-first-how")) }
        }
    }
}

async fn open(permitted: Permitted<Enrol>, outcome: &'static str) -> Result<Reader<Enrol>, Refusal> {
    let own = permitted.caller().state;
    permitted.open_with_outcome(Resource::of(own, "new".to_owned()), outcome).await
}

fn again(visit: &Visit, reader: &Reader<Enrol>, filled: &Filled) -> Result<Response, Refusal> {
    Ok(visit.refused_page("people-enrol", body(visit, reader, filled)?).into_response())
}

fn body(visit: &Visit, reader: &Reader<Enrol>, filled: &Filled) -> Result<Markup, StoreError> {
    let voice = &visit.voice;
    let fields = form::fields(visit, reader.ground(), reader.caller(), filled, For::Enrolling)?;
    Ok(html! {
        (error_summary(voice, filled))
        p { a href=(PEOPLE_PATH) { (voice.t("people-back")) } }
        h1 { (voice.t("people-enrol")) }
        div .card .narrow {
            (fields::form("/people/new", visit.csrf(), html! { (fields) (submit_row(voice, "people-enrol-go", None)) }))
        }
    })
}
