//! The first page: leads each person to where their purpose begins, and before that to what is being done in their name.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{purpose_path, recovery_begun_by, sign_in_path};
use crate::ground::Puebla;
use crate::web::shell::ACCOUNT_PATH;
use crate::web::{Refusal, Visit, links, purpose_key, see_other};

/// Leads to one's account while a recovery waits that only its person can stop; to the first room that is open to the purpose; to the
/// choice of one; to signing in.
pub(super) async fn page(State(ground): State<Arc<Puebla>>, visit: Visit) -> Result<Response, Refusal> {
    let Some(caller) = visit.arrival.caller.as_deref() else { return Ok(see_other(&sign_in_path("/"))) };
    if recovery_begun_by(&ground, caller.person, visit.voice.now)?.is_some() {
        return Ok(see_other(ACCOUNT_PATH));
    }
    let Some(purpose) = caller.purpose else { return Ok(see_other(&purpose_path("/"))) };
    if let Some(link) = links(&ground, caller).next() {
        return Ok(see_other(link.href));
    }
    let voice = &visit.voice;
    let body = html! {
        h1 { (voice.t("home-title")) }
        p { (voice.tn("home-nothing", &[("purpose", voice.t(purpose_key(purpose)).into_owned().into())])) }
        ul {
            li { a href=(super::PURPOSE_PATH) { (voice.t("home-purpose")) } }
            li { a href="/account" { (voice.t("home-account")) } }
        }
    };
    Ok(visit.page("home-title", body).into_response())
}
