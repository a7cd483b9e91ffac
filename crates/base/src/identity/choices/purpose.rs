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

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;

    use crate::access::Purpose;
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn one_of_ones_own_purposes_is_chosen_and_no_other() {
        let specimen = Specimen::new(&[]);
        let user = specimen.enrol("GTM", "gtm.examiner", &["document_examiner"]);
        let session = specimen.sign_in(&user, None);
        assert_eq!(specimen.get(Some(&session), "/").await.location().as_deref(), Some("/purpose?next=/"));
        let page = specimen.get(Some(&session), "/purpose?next=/account").await;
        assert!(page.body.contains("value=\"border_control\"") && !page.body.contains("value=\"administration\""));
        let purpose = || specimen.ground.identity.by_cookie(&session.secret, specimen.clock.now()).unwrap().purpose;
        for wrong in ["administration", "", "curiosity"] {
            let answer = specimen.post(&session, "/purpose", &[("purpose", wrong)]).await;
            assert_eq!((answer.status, purpose()), (StatusCode::UNPROCESSABLE_ENTITY, None), "{wrong}");
        }
        let forged = specimen.post_raw(Some(&session), "/purpose", &[("purpose", "border_control")]).await;
        assert_eq!((forged.status, purpose()), (StatusCode::FORBIDDEN, None));
        let form = [("purpose", "border_control"), ("next", "/account")];
        let answer = specimen.post(&session, "/purpose", &form).await;
        assert_eq!((answer.location().as_deref(), purpose()), (Some("/account"), Some(Purpose::BorderControl)));
        let away = [("purpose", "border_control"), ("next", "//evil.example")];
        assert_eq!(specimen.post(&session, "/purpose", &away).await.location().as_deref(), Some("/"));
    }

    #[tokio::test]
    async fn the_first_page_leads_to_where_the_purpose_begins() {
        let specimen = Specimen::new(&[]);
        assert_eq!(specimen.get(None, "/").await.location().as_deref(), Some("/sign-in?next=/"));
        let administrator = specimen.signed_in("GTM", "state_administrator", Purpose::Administration);
        assert_eq!(specimen.get(Some(&administrator), "/").await.location().as_deref(), Some("/people"));
        let delegate = specimen.signed_in("GTM", "delegate", Purpose::Secretariat);
        let page = specimen.get(Some(&delegate), "/").await;
        assert_eq!(page.status, StatusCode::OK, "nothing begins there yet, and the page says so");
    }
}
