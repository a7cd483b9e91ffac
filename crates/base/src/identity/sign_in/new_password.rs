//! The last step where somebody else knows the password: a new one of one's own.

use std::sync::Arc;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::passwords::{self, Password};
use super::underway::{self, Underway};
use super::{Step, note};
use crate::access::Decision;
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{Field, error_summary, form, submit_row, text_input};
use crate::web::{Filled, PostedOpenly, Refusal, Visit, Voice};

/// Asks for the new password.
pub(super) async fn page(visit: Visit, underway: Underway) -> Response {
    if let Some(elsewhere) = underway.elsewhere(Step::NewPassword) {
        return elsewhere;
    }
    visit.page("new-password-title", body(&visit, &Filled::new(), &underway)).into_response()
}

/// Takes the new password.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    underway: Underway,
    headers: HeaderMap,
    PostedOpenly(mut filled): PostedOpenly,
) -> Result<Response, Refusal> {
    underway.check(&filled)?;
    if let Some(elsewhere) = underway.elsewhere(Step::NewPassword) {
        return Ok(elsewhere);
    }
    let known = &underway.known;
    let parsed = parse(&visit.voice, &mut filled, &known.user_name);
    let Some(password) = parsed else { return Ok(again(&visit, &filled, &underway)) };
    let hashing = ground.identity.hashing();
    if hashing.matches(password.as_str(), Some(known.password_hash.clone())).await? {
        filled.refuse("new_password", visit.voice.t("new-password-same"));
        return Ok(again(&visit, &filled, &underway));
    }
    let (hash, person, was) = (hashing.hash(password).await?, known.person, known.password_hash.clone());
    note(&ground, Some(person), Decision::Granted, "new_password").await?;
    ground
        .base
        .write(move |connection| {
            // A reset in between has set another first password, which this one must not replace.
            let unchanged: bool =
                connection.query_row("SELECT password_hash = ?2 FROM person WHERE id = ?1", (person, was), |row| {
                    row.get(0)
                })?;
            if unchanged { passwords::set(connection, person, &hash) } else { Ok::<_, StoreError>(()) }
        })
        .await?;
    let factor = underway.factor;
    underway::go_on(&ground, underway, factor, &headers).await
}

/// Reads a new password typed twice; what is wrong is recorded in the form.
pub(in super::super) fn parse(voice: &Voice, filled: &mut Filled, user_name: &str) -> Option<Password> {
    let typed = filled.typed("new_password").to_owned();
    match Password::parse(&typed, user_name) {
        Err(fault) => {
            filled.refuse("new_password", voice.t(fault.key()));
            None
        }
        Ok(_) if filled.typed("new_password_again") != typed => {
            filled.refuse("new_password_again", voice.t("new-password-differs"));
            None
        }
        Ok(password) => Some(password),
    }
}

/// Draws the two fields of a new password.
pub(in super::super) fn fields(voice: &Voice, filled: &Filled) -> Markup {
    let new =
        Field::new("new_password", "new-password").hint("new-password-hint").password().autocomplete("new-password");
    let again = Field::new("new_password_again", "new-password-again").password().autocomplete("new-password");
    html! { (text_input(voice, filled, &new)) (text_input(voice, filled, &again)) }
}

fn again(visit: &Visit, filled: &Filled, underway: &Underway) -> Response {
    visit.refused_page("new-password-title", body(visit, filled, underway)).into_response()
}

fn body(visit: &Visit, filled: &Filled, underway: &Underway) -> Markup {
    let voice = &visit.voice;
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("new-password-title")) }
        p { (voice.t("new-password-why")) }
        div .card .narrow {
            (form("/sign-in/new-password", &underway.csrf, html! {
                (fields(voice, filled))
                (submit_row(voice, "new-password-set", None))
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;

    use crate::identity::passwords::Password;
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn a_first_password_leads_to_one_of_ones_own() {
        let specimen = Specimen::new(&[]);
        specimen.enrol("GTM", "gtm.officer", &["border_officer"]);
        let first = "given by another 1".to_owned();
        let (given, now) = (first.clone(), specimen.clock.now());
        specimen
            .ground
            .base
            .write_blocking(move |c| {
                let password = Password::parse(&given, "gtm.officer").unwrap();
                crate::identity::set_password(c, "gtm.officer", &password, Some(now))
            })
            .unwrap();
        let codes = specimen.with_codes("gtm.officer");
        let mut browser = specimen.browser();
        browser.get("/sign-in").await;
        let answer = browser.post("/sign-in", &[("user_name", "gtm.officer"), ("password", &first)]).await;
        assert_eq!(answer.location().as_deref(), Some("/sign-in/code"));
        browser.follow(answer).await;
        let answer = browser.post("/sign-in/code", &[("code", &codes.code(now))]).await;
        assert_eq!(answer.location().as_deref(), Some("/sign-in/new-password"));
        assert!(!browser.is_signed_in().await);
        browser.get("/sign-in/new-password").await;
        for (new, again) in
            [("short", "short"), (first.as_str(), first.as_str()), ("seven herons at dusk", "eight herons at dusk")]
        {
            let form = [("new_password", new), ("new_password_again", again)];
            let answer = browser.post("/sign-in/new-password", &form).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{new}");
        }
        let form = [("new_password", "seven herons at dusk"), ("new_password_again", "seven herons at dusk")];
        let answer = browser.post("/sign-in/new-password", &form).await;
        assert_eq!(answer.location().as_deref(), Some("/"));
        assert!(browser.is_signed_in().await);
        let old = specimen.browser().post("/sign-in", &[("user_name", "gtm.officer"), ("password", &first)]).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        let mut later = specimen.browser();
        later.enter("gtm.officer").await;
        assert!(later.is_signed_in().await, "and nothing more is asked for");
    }
}
