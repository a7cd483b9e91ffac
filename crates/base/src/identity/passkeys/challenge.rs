//! A challenge: drawn for one sign-in or session, answered once, and compared with what came back.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use serde::de::DeserializeOwned;
use uuid::Uuid;
use webauthn_rs::prelude::{
    COSEAlgorithm, Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, WebauthnError,
};

use super::origin::Origin;
use crate::store::StoreError;

const PROVE: &str = "prove";
const MAKE: &str = "make";

/// What a passkey may sign with: 128 bits of strength or more. RSA as devices have it, with 2048 bits, has 112.
const STRONG: [COSEAlgorithm; 2] = [COSEAlgorithm::ES256, COSEAlgorithm::ES384];

/// How long a challenge waits for its answer; longer while somebody looks for a device with which to make a passkey.
fn waits(act: &str) -> SignedDuration {
    SignedDuration::from_mins(if act == MAKE { 15 } else { 5 })
}

/// Why an answer is not taken; the access log says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Fault {
    /// It cannot be read.
    Unreadable,
    /// No challenge is waiting for it: it was answered already, was drawn for somebody else, or its time is over.
    NoChallenge,
    /// It answers another challenge.
    OtherChallenge,
    /// It was given to a page of another address.
    Origin,
    /// It is of a device that is not one of this person's.
    Unknown,
    /// The device asked for no finger, face or PIN.
    Unverified,
    /// The device's counter has not risen: there is a copy of it.
    Cloned,
    /// The signature does not fit, or the answer is wrong in another way.
    Signature,
    /// What the device made is of a kind that is too weak.
    Weak,
}

impl Fault {
    /// Answers the key of what somebody is told whose device has made what is not taken.
    pub(in super::super) fn said(self, otherwise: &'static str) -> &'static str {
        if self == Fault::Weak { "passkey-weak" } else { otherwise }
    }

    /// Answers the outcome that the access log says.
    pub(in super::super) const fn outcome(self) -> &'static str {
        match self {
            Fault::Unreadable => "passkey_unreadable",
            Fault::NoChallenge => "passkey_no_challenge",
            Fault::OtherChallenge => "passkey_other_challenge",
            Fault::Origin => "passkey_origin",
            Fault::Unknown => "passkey_unknown",
            Fault::Unverified => "passkey_unverified",
            Fault::Cloned => "passkey_cloned",
            Fault::Signature => "passkey_signature",
            Fault::Weak => "passkey_weak",
        }
    }
}

impl From<WebauthnError> for Fault {
    fn from(error: WebauthnError) -> Self {
        match error {
            WebauthnError::MismatchedChallenge => Fault::OtherChallenge,
            WebauthnError::InvalidRPOrigin | WebauthnError::InvalidRPIDHash | WebauthnError::CredentialCrossOrigin => {
                Fault::Origin
            }
            WebauthnError::CredentialNotFound => Fault::Unknown,
            WebauthnError::UserNotVerified | WebauthnError::UserNotPresent => Fault::Unverified,
            WebauthnError::CredentialPossibleCompromise => Fault::Cloned,
            _ => Fault::Signature,
        }
    }
}

/// An exchange with one browser: under which address, in which sign-in or session, about whom, and when.
#[derive(Clone, Copy)]
pub(in super::super) struct Exchange<'a> {
    /// Our address.
    pub(in super::super) origin: &'a Origin,
    /// The pending sign-in's key or the session's id.
    pub(in super::super) sent_to: &'a [u8],
    /// Whose passkeys.
    pub(in super::super) person: Uuid,
    /// The present instant.
    pub(in super::super) now: Timestamp,
}

impl Exchange<'_> {
    /// Draws a challenge that one of the person's passkeys must answer, and answers what the browser is given; none when
    /// they have no passkey.
    pub(in super::super) fn ask_proof(&self, connection: &Connection) -> Result<Option<String>, StoreError> {
        let mut rows = connection.prepare_cached("SELECT credential FROM passkey WHERE person = ?1")?;
        let rows = rows.query_map([self.person], |row| row.get::<_, String>(0))?;
        let passkeys: Vec<Passkey> = rows.map(|text| restored(&text?)).collect::<Result<_, _>>()?;
        if passkeys.is_empty() {
            return Ok(None);
        }
        let drawn = self.origin.webauthn().start_passkey_authentication(&passkeys).map_err(damaged)?;
        self.wait(connection, PROVE, &drawn.0, &drawn.1).map(Some)
    }

    /// Draws a challenge with which a device makes a passkey for the person, and answers what the browser is given.
    ///
    /// Devices that have one already are named, so that none makes a second.
    pub(in super::super) fn ask_new(&self, connection: &Connection) -> Result<String, StoreError> {
        let mut rows = connection.prepare_cached("SELECT credential_id FROM passkey WHERE person = ?1")?;
        let known = rows.query_map([self.person], |row| row.get::<_, Vec<u8>>(0))?;
        let known = known.collect::<Result<Vec<_>, _>>()?;
        let (user_name, name): (String, String) =
            connection.query_row("SELECT user_name, name FROM person WHERE id = ?1", [self.person], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
        let webauthn = self.origin.webauthn();
        let (mut asks, state) =
            webauthn.start_passkey_registration(self.person, &user_name, &name, Some(known)).map_err(damaged)?;
        // The library would let a device make one of RSA too.
        asks.public_key.pub_key_cred_params.retain(|one| STRONG.iter().any(|strong| one.alg == *strong as i64));
        self.wait(connection, MAKE, &asks, &state)
    }

    /// Takes a device's answer to the challenge of this sign-in or session; whatever it is, the challenge has served.
    pub(in super::super) fn prove(
        &self,
        connection: &Connection,
        typed: &str,
    ) -> Result<Result<(), Fault>, StoreError> {
        let Some(state) = self.take::<PasskeyAuthentication>(connection, PROVE)? else {
            return Ok(Err(Fault::NoChallenge));
        };
        let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(typed) else { return Ok(Err(Fault::Unreadable)) };
        let proved = match self.origin.webauthn().finish_passkey_authentication(&answer, &state) {
            Ok(proved) if proved.user_verified() => proved,
            Ok(_) => return Ok(Err(Fault::Unverified)),
            Err(error) => return Ok(Err(error.into())),
        };
        // As it stands now: it may have been taken away, or have served elsewhere, since the challenge was drawn.
        let found = connection
            .prepare_cached("SELECT id, credential, counter FROM passkey WHERE credential_id = ?1 AND person = ?2")?
            .query_row((proved.cred_id().as_slice(), self.person), |row| {
                Ok((row.get::<_, Uuid>(0)?, row.get::<_, String>(1)?, row.get::<_, u32>(2)?))
            })
            .optional()?;
        let Some((id, credential, counter)) = found else { return Ok(Err(Fault::Unknown)) };
        // A device that counts at all counts up.
        if proved.counter() <= counter && (proved.counter() > 0 || counter > 0) {
            return Ok(Err(Fault::Cloned));
        }
        let mut passkey: Passkey = restored(&credential)?;
        passkey.update_credential(&proved);
        connection.execute(
            "UPDATE passkey SET credential = ?2, counter = ?3, used_us = ?4 WHERE id = ?1",
            (id, rested(&passkey)?, proved.counter(), self.now.as_microsecond()),
        )?;
        Ok(Ok(()))
    }

    /// Takes what a device made in answer to the challenge; nothing is kept by it yet, so that the log's line comes first.
    pub(in super::super) fn made(
        &self,
        connection: &Connection,
        typed: &str,
    ) -> Result<Result<Passkey, Fault>, StoreError> {
        let Some(state) = self.take::<PasskeyRegistration>(connection, MAKE)? else {
            return Ok(Err(Fault::NoChallenge));
        };
        let Ok(answer) = serde_json::from_str::<RegisterPublicKeyCredential>(typed) else {
            return Ok(Err(Fault::Unreadable));
        };
        let made = self.origin.webauthn().finish_passkey_registration(&answer, &state).map_err(Fault::from);
        // A browser that was asked for a strong one may send another all the same.
        Ok(made.and_then(|made| if STRONG.contains(made.cred_algorithm()) { Ok(made) } else { Err(Fault::Weak) }))
    }

    fn wait(
        &self,
        connection: &Connection,
        act: &str,
        options: &impl serde::Serialize,
        state: &impl serde::Serialize,
    ) -> Result<String, StoreError> {
        let options = rested(options)?;
        connection.execute(
            "INSERT OR REPLACE INTO passkey_challenge (sent_to, act, person, options, state, ends_us) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (self.sent_to, act, self.person, &options, rested(state)?, (self.now + waits(act)).as_microsecond()),
        )?;
        Ok(options)
    }

    /// Takes the challenge out, so that no second answer finds it.
    fn take<T: DeserializeOwned>(&self, connection: &Connection, act: &str) -> Result<Option<T>, StoreError> {
        let taken: Option<(Uuid, String, i64)> = connection
            .prepare_cached(
                "DELETE FROM passkey_challenge WHERE sent_to = ?1 AND act = ?2 RETURNING person, state, ends_us",
            )?
            .query_row((self.sent_to, act), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?;
        let waiting =
            taken.filter(|(person, _, ends_us)| *person == self.person && *ends_us > self.now.as_microsecond());
        waiting.map(|(_, state, _)| restored(&state)).transpose()
    }
}

/// Answers what a browser is given to prove, where a challenge of its sign-in or session is waiting.
pub(in super::super) fn to_prove(
    connection: &Connection,
    sent_to: &[u8],
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    options(connection, sent_to, PROVE, now)
}

/// Answers what a browser is given to make a passkey, where a challenge of its sign-in or session is waiting.
pub(in super::super) fn to_make(
    connection: &Connection,
    sent_to: &[u8],
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    options(connection, sent_to, MAKE, now)
}

fn options(connection: &Connection, sent_to: &[u8], act: &str, now: Timestamp) -> Result<Option<String>, StoreError> {
    let found = connection
        .prepare_cached("SELECT options FROM passkey_challenge WHERE sent_to = ?1 AND act = ?2 AND ends_us > ?3")?
        .query_row((sent_to, act, now.as_microsecond()), |row| row.get(0))
        .optional()?;
    Ok(found)
}

/// Ends all challenges of a person.
pub(in super::super) fn end_all(connection: &Connection, person: Uuid) -> Result<(), StoreError> {
    connection.execute("DELETE FROM passkey_challenge WHERE person = ?1", [person])?;
    Ok(())
}

/// Forgets challenges that nobody answered in time.
pub(in super::super) fn forget_ended(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    connection.execute("DELETE FROM passkey_challenge WHERE ends_us <= ?1", [now.as_microsecond()])?;
    Ok(())
}

fn rested(value: &impl serde::Serialize) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Damaged(format!("a passkey: {error}")))
}

fn restored<T: DeserializeOwned>(text: &str) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::Damaged(format!("a passkey: {error}")))
}

fn damaged(error: WebauthnError) -> StoreError {
    StoreError::Damaged(format!("a passkey: {error}"))
}
