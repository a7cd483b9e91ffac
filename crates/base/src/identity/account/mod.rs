//! One's own account: password, one-time codes, sessions and tokens.
//!
//! What would outlast a session that somebody left open asks for proof again: the password, and a passkey or a code.

mod codes;
mod new_passkey;
mod notices;
mod one_passkey;
mod passkeys;
mod password;
mod sessions;
mod show;
mod tokens;

use std::sync::Arc;

use jiff::Timestamp;
use maud::{Markup, html};
use rusqlite::Connection;
use uuid::Uuid;

use super::attempts::{self, Attempt, Tried};
use super::credentials::Credentials;
use super::passkeys::{self as device, Asks, CHALLENGE_PATH, Exchange, Fault};
use super::sign_in::code_field;
use super::{Caller, Factor, totp};
use crate::access::{Decision, PermitFacts, RateClass, Resource};
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{Field, form, text_input};
use crate::web::parts::{Tone, notice};
use crate::web::shell::ACCOUNT_PATH;
use crate::web::{Filled, Refusal, Routes, Visit, Voice};

/// Answers the routes of the account.
pub fn routes() -> Routes {
    let own = "one's own account";
    Routes::new()
        .signed_in_get(ACCOUNT_PATH, show::page, RateClass::Look, own)
        .signed_in_get("/account/notices", notices::page, RateClass::Look, own)
        .signed_in_post("/account/notices", notices::read, RateClass::Write, own)
        .signed_in_get("/account/sessions", sessions::page, RateClass::Look, own)
        .signed_in_post("/account/sessions/end", sessions::end, RateClass::Write, own)
        .signed_in_post("/account/recovery/stop", show::stop_recovery, RateClass::Write, own)
        .signed_in_get("/account/password", password::page, RateClass::Look, own)
        .signed_in_post("/account/password", password::submit, RateClass::Write, own)
        .signed_in_get("/account/codes", codes::page, RateClass::Look, own)
        .signed_in_post("/account/codes", codes::submit, RateClass::Write, own)
        .signed_in_get("/account/codes/confirm", codes::confirm_page, RateClass::Look, own)
        .signed_in_post("/account/codes/confirm", codes::confirm, RateClass::Write, own)
        .signed_in_get(passkeys::PATH, passkeys::page, RateClass::Look, own)
        .signed_in_post(passkeys::PATH, passkeys::submit, RateClass::Write, own)
        .signed_in_post(CHALLENGE_PATH, passkeys::challenge, RateClass::Write, own)
        .signed_in_get("/account/passkeys/new", new_passkey::page, RateClass::Look, own)
        .signed_in_post("/account/passkeys/new", new_passkey::submit, RateClass::Write, own)
        .signed_in_get("/account/passkeys/{passkey}", one_passkey::page, RateClass::Look, own)
        .signed_in_post("/account/passkeys/{passkey}/rename", one_passkey::rename, RateClass::Write, own)
        .signed_in_post("/account/passkeys/{passkey}/remove", one_passkey::remove, RateClass::Write, own)
        .signed_in_get("/account/tokens", tokens::page, RateClass::Look, own)
        .signed_in_post("/account/tokens", tokens::make, RateClass::Write, own)
        .signed_in_post("/account/tokens/end", tokens::end, RateClass::Write, own)
}

pub(super) use notices::path as notices_path;

/// What came of asking somebody signed in to prove again who they are.
enum Proof {
    /// They did, and this strongly.
    Right(Factor),
    /// They did not; the form says what was wrong.
    Wrong,
    /// They have to wait so many seconds; the form says so.
    Wait(u64),
}

/// Takes the fields `password`, and `passkey` or `code`, of a form as proof, counts the attempt, and logs a refusal under `act`.
async fn prove(
    ground: &Arc<Puebla>,
    caller: &Caller,
    voice: &Voice,
    filled: &mut Filled,
    act: &PermitFacts,
) -> Result<Proof, Refusal> {
    let known = own(ground, caller)?;
    let (tried, now) = (Tried::proof(&ground.keys, &known.user_name), ground.clock.now());
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
    let second = Second { passkey: filled.typed("passkey").to_owned(), code: filled.typed("code").to_owned(), now };
    let (held, session, may_use_codes) = (Arc::clone(ground), caller.session, known.may_use_codes());
    let proved = ground
        .base
        .write(move |connection| {
            let proved = second.prove(connection, &held, &known, session)?;
            if proved.is_ok() {
                attempts::take_back(connection, tried)?;
            }
            Ok::<_, StoreError>(proved)
        })
        .await?;
    match proved {
        Ok(factor) => Ok(Proof::Right(factor)),
        Err(Some(fault)) => {
            refuse(ground, caller, act, fault.outcome()).await?;
            filled.refuse_form(voice.t("passkey-refused"));
            Ok(Proof::Wrong)
        }
        Err(None) => {
            refuse(ground, caller, act, "wrong_proof").await?;
            match may_use_codes {
                true => filled.refuse("code", voice.t("codes-wrong")),
                false => filled.refuse_form(voice.t("passkey-needed")),
            }
            Ok(Proof::Wrong)
        }
    }
}

/// What is given beside the password.
struct Second {
    passkey: String,
    code: String,
    now: Timestamp,
}

impl Second {
    /// Takes it inside the writer's transaction; what was given once does not serve again. A passkey's fault is named.
    fn prove(
        &self,
        connection: &Connection,
        ground: &Puebla,
        known: &Credentials,
        session: Uuid,
    ) -> Result<Result<Factor, Option<Fault>>, StoreError> {
        let person = known.person;
        if let (false, Some(origin)) = (self.passkey.is_empty(), &ground.settings.origin) {
            let exchange = Exchange { origin, sent_to: session.as_bytes(), person, now: self.now };
            return Ok(exchange.prove(connection, &self.passkey)?.map(|()| Factor::Passkey).map_err(Some));
        }
        if known.may_use_codes() {
            let right = totp::take(connection, &ground.keys, person, &self.code, self.now)?;
            return Ok(if right { Ok(Factor::Code) } else { Err(None) });
        }
        Ok(Err(None))
    }
}

/// Draws a form in which somebody proves again who they are; `known` says with what they can.
fn proof_form(ground: &Puebla, visit: &Visit, known: &Credentials, action: &str, body: Markup) -> Markup {
    match ground.settings.origin.as_ref().filter(|_| known.passkeys > 0) {
        Some(origin) => device::form(origin, action, visit.csrf(), &Asks::ProofUnless("code"), body),
        None => form(action, visit.csrf(), body),
    }
}

/// Draws what is said above such a form: what the script says, and what keeps a passkey from being used.
fn proof_sayings(ground: &Puebla, visit: &Visit, known: &Credentials) -> Markup {
    match &ground.settings.origin {
        _ if known.passkeys == 0 => html! {},
        Some(origin) => device::sayings(&visit.voice, origin, !known.may_use_codes()),
        None => notice(Tone::Soon, html! { p { (visit.voice.t("passkey-no-origin")) } }),
    }
}

/// Draws the fields of such a form: the present password, and a code where one would do.
fn proof_fields(voice: &Voice, filled: &Filled, known: &Credentials) -> Markup {
    let present = Field::new("password", "account-password-present").password().autocomplete("current-password");
    html! {
        (text_input(voice, filled, &present))
        @match (known.may_use_codes(), known.passkeys > 0) {
            (true, false) => { (text_input(voice, filled, &code_field())) }
            (true, true) => { (text_input(voice, filled, &code_field().hint("codes-or-passkey").unmarked())) }
            (false, _) => { p .aside { (voice.t("passkey-asked")) } }
        }
    }
}

/// Lets the page use the script that speaks with a device.
fn with_script(visit: Visit) -> Visit {
    Visit { frame: visit.frame.script(device::SCRIPT), ..visit }
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

async fn refuse(ground: &Puebla, caller: &Caller, act: &PermitFacts, outcome: &'static str) -> Result<(), Refusal> {
    ground.note(Some(caller), act, &Resource::room_about(caller.person.to_string()), Decision::Refused, outcome).await
}

async fn log(ground: &Puebla, caller: &Caller, act: &PermitFacts, outcome: &'static str) -> Result<(), Refusal> {
    ground.note(Some(caller), act, &Resource::room_about(caller.person.to_string()), Decision::Granted, outcome).await
}
