//! A sign-in under way: the password was right, and something is still asked for.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use subtle::ConstantTimeEq;
use uuid::Uuid;

use super::super::credentials::Credentials;
use super::super::sessions::{hash, secret};
use super::super::{Factor, passkeys, totp};
use super::{SIGN_IN_PATH, Step, open_session, set_cookie};
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::{Filled, Refusal, cookie, see_other};

/// How long a password that was right stands without its code.
pub(super) const CODE_LIMIT: SignedDuration = SignedDuration::from_mins(5);

/// How long it stands while codes are set up or a password is thought of, which takes longer.
pub(super) const SET_UP_LIMIT: SignedDuration = SignedDuration::from_mins(15);

/// Wrong codes after which the password is asked for again.
pub(super) const CODES_TRIED: u32 = 5;

/// A sign-in under way, as its cookie and its row say.
///
/// As an extractor it leads to the sign-in page when there is none, or no longer.
pub(super) struct Underway {
    /// SHA-256 of the cookie's secret: the row's key.
    pub(super) key: [u8; 32],
    /// What the step's form carries.
    pub(super) csrf: String,
    /// What has been proved so far.
    pub(super) factor: Factor,
    /// Where to go afterwards.
    pub(super) next: String,
    /// Whose sign-in it is.
    pub(super) known: Credentials,
}

/// Answers the name of the cookie.
pub(super) const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-puebla-sign-in" } else { "puebla-sign-in" }
}

impl FromRequestParts<Arc<Puebla>> for Underway {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, ground: &Arc<Puebla>) -> Result<Self, Response> {
        let found = cookie(&parts.headers, cookie_name(ground.settings.secure)).map_or(Ok(None), |secret| {
            ground.base.read(|connection| read(connection, hash(secret), ground.clock.now()))
        });
        match found {
            Ok(Some(underway)) => Ok(underway),
            Ok(None) => Err(see_other(SIGN_IN_PATH)),
            Err(error) => Err(Refusal::from(error).into_response()),
        }
    }
}

impl Underway {
    /// Answers the way to the present step unless it is `step`.
    pub(super) fn elsewhere(&self, step: Step) -> Option<Response> {
        let present = Step::next(&self.known, self.factor);
        // Whose roles are content with a code may give one in place of a passkey.
        let instead = step == Step::Code && present == Step::Passkey && self.known.may_use_codes();
        (present != step && !instead).then(|| see_other(present.path()))
    }

    /// Refuses a form that does not carry this sign-in's secret.
    pub(super) fn check(&self, filled: &Filled) -> Result<(), Refusal> {
        let same: bool = self.csrf.as_bytes().ct_eq(filled.typed("csrf").as_bytes()).into();
        if same { Ok(()) } else { Err(Refusal::Forged) }
    }

    /// Answers the person.
    pub(super) fn person(&self) -> Uuid {
        self.known.person
    }
}

/// Begins a sign-in whose password was right, and leads to the next step.
pub(super) async fn begin(ground: &Arc<Puebla>, known: &Credentials, next: String) -> Result<Response, Refusal> {
    let step = Step::next(known, Factor::Password);
    let (secret_value, csrf, now, person) = (secret(), secret(), ground.clock.now(), known.person);
    let key = hash(&secret_value);
    let ends_at = now + step.limit();
    let (was, held) = (known.password_hash.clone(), Arc::clone(ground));
    let begun = ground
        .base
        .write(move |connection| {
            // Only while the password just compared still stands: a reset in between ends what it would have begun.
            let begun = connection.execute(
                "INSERT INTO pending_sign_in (token_hash, csrf, person, failures, next, ends_us) \
                 SELECT ?1, ?2, id, 0, ?4, ?5 FROM person WHERE id = ?3 AND password_hash = ?6 AND active",
                (key, csrf, person, next, ends_at.as_microsecond(), was),
            )?;
            if begun > 0 {
                offer(connection, &held, step, &key, person)?;
            }
            Ok::<_, StoreError>(begun)
        })
        .await?;
    if begun == 0 {
        return Ok(see_other(SIGN_IN_PATH));
    }
    let mut response = see_other(step.path());
    set_cookie(&mut response, cookie_name(ground.settings.secure), &secret_value, ground.settings.secure);
    Ok(response)
}

/// Draws what a step shows to one sign-in alone: a secret of codes, or a challenge for a device.
///
/// Without an address of our own nothing is drawn for a device, and the step says so.
pub(super) fn offer(
    connection: &Connection,
    ground: &Puebla,
    step: Step,
    key: &[u8; 32],
    person: Uuid,
) -> Result<(), StoreError> {
    let now = ground.clock.now();
    if step == Step::SetUp {
        let sealed = totp::Secret::random().seal(&ground.keys, person)?;
        return totp::offer(connection, key, person, &sealed, now + SET_UP_LIMIT);
    }
    let Some(origin) = &ground.settings.origin else { return Ok(()) };
    let exchange = passkeys::Exchange { origin, sent_to: key, person, now };
    match step {
        Step::Passkey => exchange.ask_proof(connection).map(|_| ()),
        Step::MakePasskey => exchange.ask_new(connection).map(|_| ()),
        Step::Code | Step::SetUp | Step::NewPassword | Step::Done => Ok(()),
    }
}

/// Goes on to the next step once one has been passed; the last one opens the session and ends the row.
pub(super) async fn go_on(
    ground: &Arc<Puebla>,
    underway: Underway,
    factor: Factor,
    headers: &axum::http::HeaderMap,
) -> Result<Response, Refusal> {
    let (key, person) = (underway.key, underway.person());
    let known = ground.base.read(|connection| Credentials::of(connection, person))?;
    let Some(known) = known else { return Ok(see_other(SIGN_IN_PATH)) };
    let step = Step::next(&known, factor);
    if step != Step::Done {
        let (ends_at, held) = (ground.clock.now() + step.limit(), Arc::clone(ground));
        ground
            .base
            .write(move |connection| {
                let stands = connection.execute(
                    "UPDATE pending_sign_in SET factor = ?2, ends_us = ?3 WHERE token_hash = ?1",
                    (key, factor, ends_at.as_microsecond()),
                )?;
                if stands > 0 {
                    offer(connection, &held, step, &key, person)?;
                }
                Ok::<_, StoreError>(())
            })
            .await?;
        return Ok(see_other(step.path()));
    }
    let ended = ground
        .base
        .write(move |connection| {
            Ok::<_, StoreError>(connection.execute("DELETE FROM pending_sign_in WHERE token_hash = ?1", [key])?)
        })
        .await?;
    if ended == 0 {
        // Passed twice at once: one of the two has the session.
        return Ok(see_other(SIGN_IN_PATH));
    }
    open_session(ground, person, factor, &underway.next, headers).await
}

/// Counts a wrong code inside the writer's transaction; answers whether the sign-in is over by it.
pub(super) fn count_wrong_code(connection: &Connection, key: &[u8; 32]) -> Result<bool, StoreError> {
    connection.execute("UPDATE pending_sign_in SET failures = failures + 1 WHERE token_hash = ?1", [key])?;
    let over = connection
        .execute("DELETE FROM pending_sign_in WHERE token_hash = ?1 AND failures >= ?2", (key, CODES_TRIED))?;
    Ok(over > 0)
}

/// Ends all sign-ins under way of a person, as a reset does.
pub(in super::super) fn end_all(connection: &Connection, person: Uuid) -> Result<(), StoreError> {
    connection.execute("DELETE FROM pending_sign_in WHERE person = ?1", [person])?;
    connection.execute("DELETE FROM totp_offer WHERE person = ?1", [person])?;
    passkeys::end_all(connection, person)
}

/// Forgets sign-ins and shown secrets whose time is over.
pub(in super::super) fn forget_ended(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    connection.execute("DELETE FROM pending_sign_in WHERE ends_us <= ?1", [now.as_microsecond()])?;
    connection.execute("DELETE FROM totp_offer WHERE ends_us <= ?1", [now.as_microsecond()])?;
    Ok(())
}

fn read(connection: &Connection, key: [u8; 32], now: Timestamp) -> Result<Option<Underway>, StoreError> {
    let row: Option<(Uuid, String, Factor, String)> = connection
        .prepare_cached(
            "SELECT person, csrf, factor, next FROM pending_sign_in WHERE token_hash = ?1 AND ends_us > ?2",
        )?
        .query_row((key, now.as_microsecond()), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))
        .optional()?;
    let Some((person, csrf, factor, next)) = row else { return Ok(None) };
    let known = Credentials::of(connection, person)?.filter(|known| known.active);
    Ok(known.map(|known| Underway { key, csrf, factor, next, known }))
}
