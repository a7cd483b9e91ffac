//! Changing one's own password.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::acts::CHANGE_PASSWORD;
use super::super::passwords;
use super::super::sign_in::{code_field, new_password_fields, parse_new_password, waiting};
use super::{ACCOUNT_PATH, Ask, Proof, log, own, prove};
use crate::store::StoreError;
use crate::web::fields::{Field, error_summary, form, submit_row, text_input};
use crate::web::{Filled, Posted, Refusal, SignedIn, Visit, see_other};

/// Shows the form.
pub(super) async fn page(SignedIn { caller, ground }: SignedIn, visit: Visit) -> Result<Response, Refusal> {
    let has_codes = own(&ground, &caller)?.has_codes;
    Ok(visit.page("account-password-change", body(&visit, &Filled::new(), has_codes)).into_response())
}

/// Sets the new password and ends the person's other sessions.
pub(super) async fn submit(
    SignedIn { caller, ground }: SignedIn,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let known = own(&ground, &caller)?;
    let again = |filled: &Filled| {
        visit.refused_page("account-password-change", body(&visit, filled, known.has_codes)).into_response()
    };
    // The new password first: a code is not spent on one that cannot be taken.
    let Some(password) = parse_new_password(&visit.voice, &mut filled, &known.user_name) else {
        return Ok(again(&filled));
    };
    match prove(&ground, &caller, &visit.voice, &mut filled, Ask::PasswordAndCode, &CHANGE_PASSWORD).await? {
        Proof::Right => {}
        Proof::Wrong => return Ok(again(&filled)),
        Proof::Wait(seconds) => return Ok(waiting(again(&filled), seconds)),
    }
    let hash = ground.identity.hashing().hash(password).await?;
    let (sessions, person, session) = (Arc::clone(ground.identity.sessions()), caller.person, caller.session);
    log(&ground, &caller, &CHANGE_PASSWORD, "").await?;
    ground
        .base
        .write(move |connection| {
            passwords::set(connection, person, &hash, false)?;
            super::super::sign_in::end_all(connection, person)?;
            sessions.end_others(connection, person, session)?;
            Ok::<_, StoreError>(())
        })
        .await?;
    ground.identity.refresh(&ground.base, person).await?;
    Ok(see_other(ACCOUNT_PATH))
}

fn body(visit: &Visit, filled: &Filled, has_codes: bool) -> Markup {
    let voice = &visit.voice;
    let present = Field::new("password", "account-password-present").password().autocomplete("current-password");
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("account-password-change")) }
        p { (voice.t("account-password-others")) }
        div .card .narrow {
            (form("/account/password", visit.csrf(), html! {
                (text_input(voice, filled, &present))
                @if has_codes { (text_input(voice, filled, &code_field())) }
                (new_password_fields(voice, filled))
                (submit_row(voice, "new-password-set", Some(html! { a href=(ACCOUNT_PATH) { (voice.t("form-cancel")) } })))
            }))
        }
    }
}
