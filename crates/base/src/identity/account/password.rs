//! Changing one's own password.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use rusqlite::Connection;
use uuid::Uuid;

use super::super::acts::CHANGE_PASSWORD;
use super::super::credentials::Credentials;
use super::super::notices::{self, What};
use super::super::sessions::Sessions;
use super::super::sign_in::{end_all, new_password_fields, parse_new_password, waiting};
use super::super::{change_person, passwords};
use super::{ACCOUNT_PATH, Proof, insist, log, own, proof_fields, proof_form, proof_sayings, prove, with_script};
use crate::ground::Puebla;
use crate::web::fields::{error_summary, submit_row};
use crate::web::{Filled, Posted, Refusal, SignedIn, Visit, see_other};

/// Shows the form.
pub(super) async fn page(SignedIn { caller, ground }: SignedIn, visit: Visit) -> Result<Response, Refusal> {
    let known = own(&ground, &caller)?;
    let visit = with_script(visit);
    Ok(visit.page("account-password-change", body(&ground, &visit, &Filled::new(), &known)).into_response())
}

/// Sets the new password and ends the person's other sessions.
pub(super) async fn submit(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let known = own(&ground, &caller)?;
    let visit = with_script(visit);
    let again = |filled: &Filled| {
        visit.refused_page("account-password-change", body(&ground, &visit, filled, &known)).into_response()
    };
    // The new password first: a code is not spent on one that cannot be taken.
    let Some(password) = parse_new_password(&visit.voice, &mut filled, &known.user_name) else {
        return Ok(again(&filled));
    };
    match prove(&ground, &caller, &visit.voice, &mut filled, &CHANGE_PASSWORD).await? {
        Proof::Right(_) => {}
        Proof::Wrong => return Ok(again(&filled)),
        Proof::Wait(seconds) => return Ok(waiting(again(&filled), seconds)),
    }
    let hash = ground.identity.hashing().hash(password).await?;
    log(&ground, &caller, &CHANGE_PASSWORD, "").await?;
    let (sessions, person, session) = (Arc::clone(ground.identity.sessions()), caller.person, caller.session);
    let now = visit.voice.now;
    change_person(&ground, person, move |connection| set(connection, &sessions, (person, session), &hash, now)).await?;
    Ok(see_other(ACCOUNT_PATH))
}

/// Sets the password and ends what was open besides, if the session in which the present one was given still stands.
fn set(
    connection: &Connection,
    sessions: &Sessions,
    (person, session): (Uuid, Uuid),
    hash: &str,
    now: Timestamp,
) -> Result<(), Refusal> {
    insist(connection, session)?;
    passwords::set(connection, person, hash)?;
    notices::keep(connection, person, What::Password, 1, now)?;
    end_all(connection, person)?;
    Ok(sessions.end_others(connection, person, session)?)
}

fn body(ground: &Puebla, visit: &Visit, filled: &Filled, known: &Credentials) -> Markup {
    let voice = &visit.voice;
    let fields = html! {
        (proof_fields(voice, filled, known))
        (new_password_fields(voice, filled))
        (submit_row(voice, "new-password-set", Some(html! { a href=(ACCOUNT_PATH) { (voice.t("form-cancel")) } })))
    };
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("account-password-change")) }
        p { (voice.t("account-password-others")) }
        (proof_sayings(ground, visit, known))
        div .card .narrow { (proof_form(ground, visit, known, "/account/password", fields)) }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;
    use jiff::SignedDuration;

    use super::*;
    use crate::identity::attempts::FREE_FAILURES;
    use crate::specimen::{PASSWORD, Specimen};

    const NEW: &str = "eleven pelicans inland";

    #[tokio::test]
    async fn changing_it_asks_for_the_present_one_and_ends_the_other_sessions() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let secret = specimen.with_codes("gtm.examiner");
        let (mut here, mut elsewhere) = (specimen.browser(), specimen.browser());
        elsewhere.sign_in("gtm.examiner", Some(&secret)).await;
        specimen.clock.advance(SignedDuration::from_secs(30));
        here.sign_in("gtm.examiner", Some(&secret)).await;
        specimen.clock.advance(SignedDuration::from_secs(30));
        here.get("/account/password").await;
        let code = secret.code(specimen.clock.now());
        let form = |password: &'static str, new: &'static str| {
            [("password", password), ("new_password", new), ("new_password_again", new)]
        };
        for wrong in [form("not the present one", NEW), form(PASSWORD, "too short")] {
            let mut fields = wrong.to_vec();
            fields.push(("code", &code));
            assert_eq!(here.post("/account/password", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let without_code = here.post("/account/password", &form(PASSWORD, NEW)).await;
        assert_eq!(without_code.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(elsewhere.is_signed_in().await);
        let mut fields = form(PASSWORD, NEW).to_vec();
        fields.push(("code", &code));
        let changed = here.post("/account/password", &fields).await;
        assert_eq!(changed.location().as_deref(), Some("/account"), "{}", changed.body);
        assert!(here.is_signed_in().await);
        assert!(!elsewhere.is_signed_in().await, "the other session has ended");
        let old = specimen.browser().post("/sign-in", &[("user_name", "gtm.examiner"), ("password", PASSWORD)]).await;
        assert_eq!(old.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(specimen.log_acts().contains(&"identity.change_password  Granted".to_owned()));
    }

    #[test]
    fn a_password_proved_before_a_reset_sets_none_after_it() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let caller = specimen.sign_in("gtm.examiner", None).caller;
        let (person, session, now) = (caller.person, caller.session, specimen.clock.now());
        let hash = move |connection: &Connection| -> Result<String, Refusal> {
            let read =
                connection.query_row("SELECT password_hash FROM person WHERE id = ?1", [person], |row| row.get(0));
            Ok(read.map_err(crate::store::StoreError::from)?)
        };
        let base = &specimen.ground.base;
        let sessions = || Arc::clone(specimen.ground.identity.sessions());
        let all = sessions();
        base.write_blocking(move |c| set(c, &all, (person, session), "while it stands", now)).unwrap();
        assert_eq!(base.write_blocking(hash).unwrap(), "while it stands");
        let all = sessions();
        base.write_blocking(move |c| all.end_all(c, person)).unwrap();
        let all = sessions();
        assert_eq!(
            base.write_blocking(move |c| set(c, &all, (person, session), "too late", now)),
            Err(Refusal::SignIn)
        );
        assert_eq!(base.write_blocking(hash).unwrap(), "while it stands");
    }

    #[tokio::test]
    async fn a_session_left_open_is_no_place_to_guess() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.enter("gtm.officer").await;
        browser.get("/account/password").await;
        let form = [("password", "a guess of mine"), ("new_password", NEW), ("new_password_again", NEW)];
        for _ in 0..FREE_FAILURES {
            assert_eq!(browser.post("/account/password", &form).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(browser.post("/account/password", &form).await.status, StatusCode::TOO_MANY_REQUESTS);
    }
}
