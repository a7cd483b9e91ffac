//! Ending one's other sessions, which asks for proof: a session that somebody left open must not end those of its person.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use uuid::Uuid;

use super::super::acts::END_SESSION;
use super::super::credentials::Credentials;
use super::super::sessions::SessionFacts;
use super::super::sign_in::waiting;
use super::{ACCOUNT_PATH, Proof, insist, log, own, proof_fields, proof_form, proof_sayings, prove, with_script};
use crate::ground::Puebla;
use crate::web::fields::{Choice, Field, checkboxes, error_summary, submit_row};
use crate::web::{Filled, Posted, Refusal, SignedIn, Visit, Voice, purpose_key, see_other};

/// Shows one's other sessions to choose from.
pub(super) async fn page(SignedIn { caller, ground }: SignedIn, visit: Visit) -> Result<Response, Refusal> {
    let visit = with_script(visit);
    let known = own(&ground, &caller)?;
    let others = others(&ground.identity.sessions().of(caller.person, visit.voice.now), caller.session);
    Ok(visit.page("account-sessions-end", body(&ground, &visit, &Filled::new(), &others, &known)).into_response())
}

/// Ends the sessions chosen; one that is not there, or is somebody else's, is not found.
pub(super) async fn end(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let visit = with_script(visit);
    let known = own(&ground, &caller)?;
    let mine = ground.identity.sessions().of(caller.person, visit.voice.now);
    let named: Result<Vec<Uuid>, _> = filled.chosen("session").map(str::parse).collect();
    let named = named.map_err(|_| Refusal::NotFound)?;
    if !named.iter().all(|named| mine.iter().any(|session| session.id == *named)) {
        return Err(Refusal::NotFound);
    }
    let again = |filled: &Filled| {
        let body = body(&ground, &visit, filled, &others(&mine, caller.session), &known);
        visit.refused_page("account-sessions-end", body).into_response()
    };
    if named.is_empty() {
        filled.refuse("session", visit.voice.t("account-sessions-which-missing"));
        return Ok(again(&filled));
    }
    match prove(&ground, &caller, &visit.voice, &mut filled, &END_SESSION).await? {
        Proof::Right(_) => {}
        Proof::Wrong => return Ok(again(&filled)),
        Proof::Wait(seconds) => return Ok(waiting(again(&filled), seconds)),
    }
    log(&ground, &caller, &END_SESSION, "").await?;
    let (sessions, session) = (Arc::clone(ground.identity.sessions()), caller.session);
    ground
        .base
        .write(move |connection| {
            insist(connection, session)?;
            Ok::<_, Refusal>(named.into_iter().try_for_each(|named| sessions.end(connection, named))?)
        })
        .await?;
    Ok(see_other(ACCOUNT_PATH))
}

fn others(mine: &[SessionFacts], present: Uuid) -> Vec<SessionFacts> {
    mine.iter().filter(|session| session.id != present).cloned().collect()
}

fn choice(voice: &Voice, session: &SessionFacts) -> Choice<'static> {
    let (since, seen) = (voice.instant_text(session.started_at), voice.ago_text(session.seen_at));
    let used = voice.tn("account-session-used", &[("ago", seen.as_str().into())]).into_owned();
    let purpose = session.purpose.map(|purpose| voice.t(purpose_key(purpose)));
    let hint = purpose.map_or_else(|| used.clone(), |purpose| format!("{used} · {purpose}"));
    let label = voice.tn("account-session-since", &[("instant", since.as_str().into())]).into_owned();
    Choice::new(session.id.to_string(), label).hint(hint)
}

fn body(ground: &Puebla, visit: &Visit, filled: &Filled, others: &[SessionFacts], known: &Credentials) -> Markup {
    let voice = &visit.voice;
    let choices: Vec<Choice<'_>> = others.iter().map(|session| choice(voice, session)).collect();
    let fields = html! {
        (checkboxes(voice, filled, &Field::new("session", "account-sessions-which"), &choices))
        (proof_fields(voice, filled, known))
        (submit_row(voice, "account-sessions-end-go", Some(html! { a href=(ACCOUNT_PATH) { (voice.t("form-cancel")) } })))
    };
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("account-sessions-end")) }
        @if others.is_empty() { p { (voice.t("account-sessions-no-other")) } p { a href=(ACCOUNT_PATH) { (voice.t("account-title")) } } }
        @else {
            p { (voice.t("account-sessions-end-why")) }
            (proof_sayings(ground, visit, known))
            div .card .narrow { (proof_form(ground, visit, known, "/account/sessions/end", fields)) }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;
    use jiff::SignedDuration;

    use crate::identity::attempts::FREE_FAILURES;
    use crate::identity::passkeys::proofs::{sign_in, with_passkey};
    use crate::identity::profile::RCM;
    use crate::specimen::{Claims, PASSWORD, Specimen};
    use crate::store::StoreError;

    #[tokio::test]
    async fn other_sessions_are_ended_with_proof_alone() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let secret = specimen.with_codes("gtm.examiner");
        let (mut here, mut elsewhere, mut third) = (specimen.browser(), specimen.browser(), specimen.browser());
        for browser in [&mut elsewhere, &mut third, &mut here] {
            browser.sign_in("gtm.examiner", Some(&secret)).await;
            specimen.clock.advance(SignedDuration::from_secs(30));
        }
        assert!(here.get("/account").await.body.contains("href=\"/account/sessions\""));
        let page = here.get("/account/sessions").await;
        let ids: Vec<String> = page.body.split("name=\"session\"").skip(1).map(value).collect();
        assert_eq!(ids.len(), 2, "the others, and not the one that looks: {}", page.body);
        let code = secret.code(specimen.clock.now());
        let end = |password: &'static str, code: &str| {
            vec![
                ("session", ids[0].clone()),
                ("session", ids[1].clone()),
                ("password", password.into()),
                ("code", code.into()),
            ]
        };
        for (fields, what) in [
            (end("not the present one", &code), "a wrong password"),
            (end(PASSWORD, ""), "no code"),
            (end(PASSWORD, &code)[2..].to_vec(), "none chosen"),
        ] {
            let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = here.post("/account/sessions/end", &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        }
        assert!(elsewhere.is_signed_in().await && third.is_signed_in().await);
        let fields = end(PASSWORD, &code);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = here.post("/account/sessions/end", &fields).await;
        assert_eq!(answer.location().as_deref(), Some("/account"), "{}", answer.body);
        assert!(!elsewhere.is_signed_in().await && !third.is_signed_in().await && here.is_signed_in().await);
        assert!(specimen.log_acts().contains(&"identity.end_session  Granted".to_owned()));
        assert!(specimen.log_acts().contains(&"identity.end_session wrong_proof Refused".to_owned()));
    }

    #[tokio::test]
    async fn a_passkey_is_proof_there_too_and_the_only_one_of_whoever_has_no_codes() {
        let specimen = Specimen::with_passkeys(RCM);
        let (mut device, _) = with_passkey(&specimen, "GTM", "gtm.examiner", "document_examiner").await;
        let without_codes = "UPDATE person SET totp_secret = NULL, totp_step = NULL";
        let forget = move |base: &rusqlite::Connection| Ok::<_, StoreError>(base.execute_batch(without_codes)?);
        specimen.ground.base.write_blocking(forget).unwrap();
        let (mut here, mut elsewhere) = (specimen.browser(), specimen.browser());
        sign_in(&mut elsewhere, "gtm.examiner", &mut device).await;
        sign_in(&mut here, "gtm.examiner", &mut device).await;
        let page = here.get("/account/sessions").await;
        assert!(page.body.contains("data-passkey=\"get\""), "{}", page.body);
        let id = value(page.body.split("name=\"session\"").nth(1).unwrap());
        let drawn = here.post("/account/passkeys/challenge", &[]).await.body;
        let proof = device.answer(&drawn, &Claims::default());
        let form = [("session", id.as_str()), ("password", PASSWORD), ("passkey", proof.as_str())];
        let answer = here.post("/account/sessions/end", &form).await;
        assert_eq!(answer.location().as_deref(), Some("/account"), "{}", answer.body);
        assert!(!elsewhere.is_signed_in().await && here.is_signed_in().await);
    }

    #[tokio::test]
    async fn guessing_there_is_slowed_too() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let (mut here, mut elsewhere) = (specimen.browser(), specimen.browser());
        elsewhere.enter("gtm.officer").await;
        here.enter("gtm.officer").await;
        let page = here.get("/account/sessions").await;
        let id = value(page.body.split("name=\"session\"").nth(1).unwrap());
        let form = [("session", id.as_str()), ("password", "a guess of mine")];
        for _ in 0..FREE_FAILURES {
            assert_eq!(here.post("/account/sessions/end", &form).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert_eq!(here.post("/account/sessions/end", &form).await.status, StatusCode::TOO_MANY_REQUESTS);
    }

    /// Answers the value of the field whose name was just passed.
    fn value(rest: &str) -> String {
        rest.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }
}
