//! One's own account: password, one-time codes, sessions and tokens.
//!
//! What would outlast a session that somebody left open asks for proof again: the password, and a code where there are
//! codes.

mod codes;
mod notices;
mod password;
mod sessions;
mod show;
mod tokens;

use std::sync::Arc;

use rusqlite::Connection;
use uuid::Uuid;

use super::attempts::{self, Attempt, Tried};
use super::credentials::Credentials;
use super::{Caller, totp};
use crate::access::{Decision, PermitFacts, RateClass, Resource};
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::shell::ACCOUNT_PATH;
use crate::web::{Filled, Refusal, Routes, Voice};

/// Answers the routes of the account.
pub fn routes() -> Routes {
    let own = "one's own account";
    Routes::new()
        .signed_in_get(ACCOUNT_PATH, show::page, RateClass::Look, own)
        .signed_in_get("/account/notices", notices::page, RateClass::Look, own)
        .signed_in_post("/account/notices", notices::read, RateClass::Write, own)
        .signed_in_get("/account/sessions", sessions::page, RateClass::Look, own)
        .signed_in_post("/account/sessions/end", sessions::end, RateClass::Write, own)
        .signed_in_get("/account/password", password::page, RateClass::Look, own)
        .signed_in_post("/account/password", password::submit, RateClass::Write, own)
        .signed_in_get("/account/codes", codes::page, RateClass::Look, own)
        .signed_in_post("/account/codes", codes::submit, RateClass::Write, own)
        .signed_in_get("/account/codes/confirm", codes::confirm_page, RateClass::Look, own)
        .signed_in_post("/account/codes/confirm", codes::confirm, RateClass::Write, own)
        .signed_in_get("/account/tokens", tokens::page, RateClass::Look, own)
        .signed_in_post("/account/tokens", tokens::make, RateClass::Write, own)
        .signed_in_post("/account/tokens/end", tokens::end, RateClass::Write, own)
}

pub(super) use notices::path as notices_path;

/// What came of asking somebody signed in to prove again who they are.
enum Proof {
    /// They did, with a one-time code where they have codes.
    Right {
        /// Whether a code was given.
        second_factor: bool,
    },
    /// They did not; the form says what was wrong.
    Wrong,
    /// They have to wait so many seconds; the form says so.
    Wait(u64),
}

/// Takes the fields `password` and `code` of a form as proof, counts the attempt, and logs a refusal under `act`.
async fn prove(
    ground: &Arc<Puebla>,
    caller: &Caller,
    voice: &Voice,
    filled: &mut Filled,
    act: &PermitFacts,
) -> Result<Proof, Refusal> {
    let known = own(ground, caller)?;
    let (tried, now, person) = (Tried::proof(&ground.keys, &known.user_name), ground.clock.now(), caller.person);
    if let Attempt::Wait(seconds) = ground.base.write(move |connection| attempts::count(connection, tried, now)).await?
    {
        refuse(ground, caller, act, "throttled").await?;
        filled.refuse("password", voice.tn("sign-in-wait", &[("seconds", seconds.into())]));
        return Ok(Proof::Wait(seconds));
    }
    if !attempts::compare(ground, tried, filled.typed("password"), Some(known.password_hash.clone())).await? {
        refuse(ground, caller, act, "wrong_proof").await?;
        filled.refuse("password", voice.t("account-password-wrong"));
        return Ok(Proof::Wrong);
    }
    let (held, typed) = (Arc::clone(ground), filled.typed("code").to_owned());
    let right = ground
        .base
        .write(move |connection| {
            let right = !known.has_codes || totp::take(connection, &held.keys, person, &typed, now)?;
            if right {
                attempts::take_back(connection, tried)?;
            }
            Ok::<_, StoreError>(right)
        })
        .await?;
    if right {
        return Ok(Proof::Right { second_factor: known.has_codes });
    }
    refuse(ground, caller, act, "wrong_proof").await?;
    filled.refuse("code", voice.t("codes-wrong"));
    Ok(Proof::Wrong)
}

/// Lets an act go on only while its session stands: a reset that came in since the proof has ended it.
fn insist(connection: &Connection, session: Uuid) -> Result<(), Refusal> {
    let stands: bool = connection
        .query_row("SELECT EXISTS (SELECT 1 FROM session WHERE id = ?1)", [session], |row| row.get(0))
        .map_err(StoreError::from)?;
    if stands { Ok(()) } else { Err(Refusal::SignIn) }
}

/// Reads one's own credentials.
fn own(ground: &Puebla, caller: &Caller) -> Result<Credentials, Refusal> {
    let known = ground.base.read(|connection| Credentials::of(connection, caller.person))?;
    known.ok_or(Refusal::SignIn)
}

async fn refuse(ground: &Puebla, caller: &Caller, act: &PermitFacts, outcome: &str) -> Result<(), Refusal> {
    ground.note(Some(caller), act, &Resource::room_about(caller.person.to_string()), Decision::Refused, outcome).await
}

async fn log(ground: &Puebla, caller: &Caller, act: &PermitFacts, outcome: &str) -> Result<(), Refusal> {
    ground.note(Some(caller), act, &Resource::room_about(caller.person.to_string()), Decision::Granted, outcome).await
}
