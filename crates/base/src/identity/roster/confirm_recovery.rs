//! Confirming a recovery that somebody else began: passkeys and codes go, everything open ends, a new start is given.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use maud::html;
use uuid::Uuid;

use super::super::passwords::{self, Password};
use super::super::{change_person, passkeys, sign_in, totp};
use super::recover::{half, open};
use super::recovery::{self, Confirmed};
use super::{ConfirmRecovery, RECOVERIES_PATH};
use crate::desk::Permitted;
use crate::web::{Posted, Refusal, Visit};

/// Confirms it and shows the second half of the first password, once.
pub(super) async fn submit(
    permitted: Permitted<ConfirmRecovery>,
    Path(id): Path<String>,
    visit: Visit,
    Posted(filled): Posted,
) -> Result<Response, Refusal> {
    let (reader, shown) = open(permitted, &id).await?;
    let ground = Arc::clone(reader.ground());
    let recovery: Uuid = filled.typed("recovery").parse().map_err(|_| Refusal::conflict("people-recovery-gone"))?;
    let second = Password::random_half();
    let whole = format!("{}-{second}", recovery::first_half(&ground.keys, recovery));
    let user_name = shown.person.user_name.clone();
    let whole = Password::parse(&whole, &user_name).map_err(|_| Refusal::Busy)?;
    let hash = ground.identity.hashing().hash(whole).await?;
    let (sessions, profile) = (Arc::clone(ground.identity.sessions()), ground.identity.profile());
    let (person, by, now, seen) =
        (shown.person.id, reader.caller().person, reader.now(), filled.typed("seen").to_owned());
    let confirmed = change_person(&ground, person, move |connection| {
        Confirmed { recovery, person, by, seen: &seen, now }.take(connection, &profile)?;
        passwords::set_first(connection, person, &hash, now)?;
        totp::remove(connection, person)?;
        passkeys::remove_all(connection, person)?;
        sign_in::end_all(connection, person)?;
        sessions.end_all(connection, person)
    });
    confirmed.await?;
    let voice = &visit.voice;
    let body = html! {
        h1 { (voice.tn("people-reset-title", &[("name", shown.person.name.as_str().into())])) }
        (half(&visit, &user_name, &second, "people-recover-second-half"))
        p { a href=(RECOVERIES_PATH) { (voice.t("people-recoveries")) } }
    };
    Ok(visit.page("people-recover", body).into_response())
}
