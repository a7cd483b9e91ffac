//! Setting up one's own one-time codes, or setting them up anew on another device.

use axum::response::{IntoResponse, Response};
use jiff::SignedDuration;
use maud::{Markup, html};
use std::sync::Arc;

use super::super::acts::SET_UP_CODES;
use super::super::attempts::{self, Attempt, Tried};
use super::super::credentials::Credentials;
use super::super::notices::{self, What};
use super::super::sign_in::{code_field, set_up_steps, waiting};
use super::super::totp::{self, FirstCode, Secret};
use super::super::{Caller, change_person};
use super::{
    ACCOUNT_PATH, Proof, insist, log, own, proof_fields, proof_form, proof_sayings, prove, refuse, with_script,
};
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{error_summary, form, submit_row, text_input};
use crate::web::{Filled, Posted, Refusal, SignedIn, Visit, see_other};

/// How long a secret is shown before its first code must have come.
const SHOWN: SignedDuration = SignedDuration::from_mins(15);

/// Asks for proof before a new secret is shown.
pub(super) async fn page(SignedIn { caller, ground }: SignedIn, visit: Visit) -> Result<Response, Refusal> {
    let known = own(&ground, &caller)?;
    let visit = with_script(visit);
    Ok(visit.page("codes-title", ask(&ground, &visit, &Filled::new(), &known)).into_response())
}

/// Takes the proof and makes a secret for this session to see.
pub(super) async fn submit(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let known = own(&ground, &caller)?;
    let visit = with_script(visit);
    let again =
        |filled: &Filled| visit.refused_page("codes-title", ask(&ground, &visit, filled, &known)).into_response();
    match prove(&ground, &caller, &visit.voice, &mut filled, &SET_UP_CODES).await? {
        Proof::Right(_) => {}
        Proof::Wrong => return Ok(again(&filled)),
        Proof::Wait(seconds) => return Ok(waiting(again(&filled), seconds)),
    }
    log(&ground, &caller, &SET_UP_CODES, "shown").await?;
    let (person, session, ends_at) = (caller.person, caller.session, visit.voice.now + SHOWN);
    let sealed = Secret::random().seal(&ground.keys, person)?;
    ground
        .base
        .write(move |connection| {
            insist(connection, session)?;
            Ok::<_, Refusal>(totp::offer(connection, session.as_bytes(), person, &sealed, ends_at)?)
        })
        .await?;
    Ok(see_other("/account/codes/confirm"))
}

/// Shows the new secret until its first code has come.
pub(super) async fn confirm_page(SignedIn { caller, ground }: SignedIn, visit: Visit) -> Result<Response, Refusal> {
    let Some(secret) = shown(&ground, &caller, &visit)? else { return Ok(see_other("/account/codes")) };
    Ok(visit.page("codes-title", show(&ground, &caller, &visit, &Filled::new(), &secret)?).into_response())
}

/// Takes the first code of the new secret, which replaces the one before.
pub(super) async fn confirm(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let Some(secret) = shown(&ground, &caller, &visit)? else { return Ok(see_other("/account/codes")) };
    let (held, person, session, now) = (Arc::clone(&ground), caller.person, caller.session, visit.voice.now);
    let (typed, tried) =
        (filled.typed("code").to_owned(), Tried::proof(&ground.keys, &own(&ground, &caller)?.user_name));
    let code = typed.clone();
    let right = ground
        .base
        .write(move |connection| {
            if let Attempt::Wait(seconds) = attempts::count(connection, tried, now)? {
                return Ok(Err(seconds));
            }
            let first = FirstCode { keys: &held.keys, shown_to: session.as_bytes(), person, typed: &typed, now };
            let right = first.is_right(connection)?;
            if right {
                attempts::take_back(connection, tried)?;
            }
            Ok::<_, StoreError>(Ok(right))
        })
        .await?;
    let again = |filled: &Filled| -> Result<Response, Refusal> {
        Ok(visit.refused_page("codes-title", show(&ground, &caller, &visit, filled, &secret)?).into_response())
    };
    match right {
        Ok(true) => {
            // Before the new secret takes the place of the old one: what cannot be logged changes nothing.
            log(&ground, &caller, &SET_UP_CODES, "confirmed").await?;
            let (held, sessions) = (Arc::clone(&ground), Arc::clone(ground.identity.sessions()));
            let confirmed = change_person(&ground, person, move |connection| {
                insist(connection, session)?;
                let first = FirstCode { keys: &held.keys, shown_to: session.as_bytes(), person, typed: &code, now };
                let confirmed = first.confirm(connection)?;
                if confirmed {
                    // Whoever was in by the old device is out, as by a changed password.
                    sessions.end_others(connection, person, session)?;
                    notices::keep(connection, person, What::Codes, 1, now)?;
                }
                Ok::<_, Refusal>(confirmed)
            });
            let to = if confirmed.await? { ACCOUNT_PATH } else { "/account/codes" };
            Ok(see_other(to))
        }
        Ok(false) => {
            refuse(&ground, &caller, &SET_UP_CODES, "wrong_code").await?;
            filled.refuse("code", visit.voice.t("codes-first-wrong"));
            again(&filled)
        }
        Err(seconds) => {
            refuse(&ground, &caller, &SET_UP_CODES, "throttled").await?;
            filled.refuse("code", visit.voice.tn("sign-in-wait", &[("seconds", seconds.into())]));
            Ok(waiting(again(&filled)?, seconds))
        }
    }
}

fn shown(ground: &Puebla, caller: &Caller, visit: &Visit) -> Result<Option<Secret>, StoreError> {
    let now = visit.voice.now;
    ground
        .base
        .read(|connection| totp::offered(connection, &ground.keys, caller.session.as_bytes(), caller.person, now))
}

fn ask(ground: &Puebla, visit: &Visit, filled: &Filled, known: &Credentials) -> Markup {
    let voice = &visit.voice;
    let fields = html! {
        (proof_fields(voice, filled, known))
        (submit_row(voice, "codes-show", Some(html! { a href=(ACCOUNT_PATH) { (voice.t("form-cancel")) } })))
    };
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("codes-title")) }
        p { (voice.t(if known.has_codes { "codes-anew" } else { "codes-why" })) }
        (proof_sayings(ground, visit, known))
        div .card .narrow { (proof_form(ground, visit, known, "/account/codes", fields)) }
    }
}

fn show(ground: &Puebla, caller: &Caller, visit: &Visit, filled: &Filled, secret: &Secret) -> Result<Markup, Refusal> {
    let voice = &visit.voice;
    let user_name = own(ground, caller)?.user_name;
    Ok(html! {
        (error_summary(voice, filled))
        h1 { (voice.t("codes-title")) }
        (set_up_steps(voice, ground, &user_name, secret)?)
        div .card .narrow {
            (form("/account/codes/confirm", visit.csrf(), html! {
                (text_input(voice, filled, &code_field()))
                (submit_row(voice, "codes-confirm", Some(html! { a href=(ACCOUNT_PATH) { (voice.t("form-cancel")) } })))
            }))
        }
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;
    use jiff::SignedDuration;

    use crate::identity::totp::current_code;
    use crate::specimen::{PASSWORD, Specimen};

    #[tokio::test]
    async fn a_new_device_replaces_the_old_one_only_with_proof_and_its_first_code() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let old = specimen.with_codes("gtm.examiner");
        let mut browser = specimen.browser();
        browser.sign_in("gtm.examiner", Some(&old)).await;
        assert_eq!(browser.get("/account/codes/confirm").await.location().as_deref(), Some("/account/codes"));
        browser.get("/account/codes").await;
        let wrong = browser.post("/account/codes", &[("password", "not my password"), ("code", "000000")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        specimen.clock.advance(SignedDuration::from_secs(30));
        let code = old.code(specimen.clock.now());
        let shown = browser.post("/account/codes", &[("password", PASSWORD), ("code", &code)]).await;
        let page = browser.follow(shown).await;
        let letters =
            page.body.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "");
        let mut other = specimen.browser();
        specimen.clock.advance(SignedDuration::from_secs(30));
        other.sign_in("gtm.examiner", Some(&old)).await;
        assert!(other.is_signed_in().await, "the old device serves until the new one has shown a code");
        browser.get("/account/codes/confirm").await;
        let code = current_code(&letters, specimen.clock.now()).unwrap();
        let answer = browser.post("/account/codes/confirm", &[("code", &code)]).await;
        assert_eq!(answer.location().as_deref(), Some("/account"), "{}", answer.body);
        assert!(browser.is_signed_in().await);
        assert!(!other.is_signed_in().await, "what the old device opened has ended");
        specimen.clock.advance(SignedDuration::from_secs(30));
        let mut late = specimen.browser();
        let refused = late.sign_in("gtm.examiner", Some(&old)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "the old device no longer serves");
        let acts = specimen.log_acts();
        for act in ["shown Granted", "confirmed Granted", "wrong_proof Refused"] {
            assert!(acts.contains(&format!("identity.set_up_codes {act}")), "{act}: {acts:?}");
        }
    }
}
