//! The purpose a person works for, chosen once a session and changed at will; every look is logged with it.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::PURPOSE_PATH;
use crate::access::Purpose;
use crate::web::fields::{Choice, Field, error_summary, form, hidden, radios, submit_row};
use crate::web::{Asked, Filled, Posted, Refusal, SignedIn, Visit, local_path, purpose_key, see_other};

/// Shows the purposes of the person's roles.
pub(super) async fn page(SignedIn { caller, .. }: SignedIn, visit: Visit, Asked(asked): Asked) -> Response {
    let chosen = caller.purpose.map_or("", |purpose| purpose.code());
    let filled = Filled::new().with("next", local_path(asked.typed("next")).unwrap_or("/")).with("purpose", chosen);
    visit.page("purpose-title", body(&visit, &filled, &caller.purposes)).into_response()
}

/// Takes the choice.
pub(super) async fn submit(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let chosen = filled.typed("purpose").parse::<Purpose>().ok().filter(|purpose| caller.purposes.contains(purpose));
    let Some(purpose) = chosen else {
        filled.refuse("purpose", visit.voice.t("purpose-missing"));
        return Ok(visit.refused_page("purpose-title", body(&visit, &filled, &caller.purposes)).into_response());
    };
    let (sessions, session) = (Arc::clone(ground.identity.sessions()), caller.session);
    ground.base.write(move |connection| sessions.choose(connection, session, purpose)).await?;
    Ok(see_other(local_path(filled.typed("next")).unwrap_or("/")))
}

fn body(visit: &Visit, filled: &Filled, purposes: &[Purpose]) -> Markup {
    let voice = &visit.voice;
    let choices: Vec<Choice<'_>> =
        purposes.iter().map(|purpose| Choice::new(purpose.code(), voice.t(purpose_key(*purpose)))).collect();
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("purpose-title")) }
        @if choices.is_empty() {
            p { (voice.t("purpose-none")) }
        } @else {
            p { (voice.t("purpose-why")) }
            div .card .narrow {
                (form(PURPOSE_PATH, visit.csrf(), html! {
                    (hidden("next", filled.typed("next")))
                    (radios(voice, filled, &Field::new("purpose", "purpose-field"), &choices))
                    (submit_row(voice, "purpose-go", None))
                }))
            }
        }
    }
}
