//! The first page: leads each person to where their purpose begins.

use std::sync::Arc;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::super::{purpose_path, sign_in_path};
use crate::ground::Puebla;
use crate::web::{Visit, links, purpose_key, see_other};

/// Leads to the first room that is open to the purpose; to the choice of one; to signing in.
pub(super) async fn page(State(ground): State<Arc<Puebla>>, visit: Visit) -> Response {
    let Some(caller) = visit.arrival.caller.as_deref() else { return see_other(&sign_in_path("/")) };
    let Some(purpose) = caller.purpose else { return see_other(&purpose_path("/")) };
    if let Some(link) = links(&ground, caller).next() {
        return see_other(link.href);
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
    visit.page("home-title", body).into_response()
}
