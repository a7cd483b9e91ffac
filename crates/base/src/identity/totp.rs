//! One-time codes (RFC 6238): six digits, thirty seconds, SHA-1, as every authenticator application knows them.
//!
//! A secret rests sealed under a key that is not in the database, bound to its person: moved to another person's row it
//! does not open. Each time step serves once.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use jiff::Timestamp;
use maud::{Markup, html};
use qrcode::{Color, QrCode};
use rusqlite::{Connection, OptionalExtension};
use totp_rs::{Builder, Totp};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::store::{Keys, StoreError};
use crate::web::Voice;

/// Bytes of a secret (RFC 4226, section 4: 160 bits recommended).
const SECRET_BYTES: usize = 20;

/// Seconds of a time step.
pub(super) const STEP_S: u64 = 30;

/// Modules of white around a QR code (ISO/IEC 18004: four).
const QUIET_ZONE: usize = 4;

/// A one-time-code secret.
#[derive(Clone)]
pub struct Secret(Zeroizing<[u8; SECRET_BYTES]>);

/// What came of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeCheck {
    /// It is right and had not served before; the time step it belongs to.
    Right(i64),
    /// It is wrong, or it has served already.
    Wrong,
}

impl Secret {
    /// Makes a random secret.
    pub fn random() -> Self {
        Secret(Zeroizing::new(rand::random()))
    }

    /// Reads a secret of 20 bytes, as a test or a demonstration may fix one.
    pub fn from_bytes(bytes: [u8; SECRET_BYTES]) -> Self {
        Secret(Zeroizing::new(bytes))
    }

    /// Answers the secret in base 32, in groups of four for whoever types it.
    pub fn grouped(&self) -> String {
        let text = Zeroizing::new(self.base32());
        text.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
    }

    /// Answers the secret itself.
    pub fn bytes(&self) -> &[u8; SECRET_BYTES] {
        &self.0
    }

    /// Answers the secret in base 32 (RFC 4648), as authenticator applications take it.
    pub fn base32(&self) -> String {
        totp_rs::Secret::from(self.0.as_slice()).to_base32()
    }

    /// Answers the `otpauth:` address that an authenticator application reads; `process` names us in its list.
    pub fn address(&self, process: &str, user_name: &str) -> Result<String, StoreError> {
        let issuer = format!("Puebla {process}");
        let fault = |error: totp_rs::TotpError| StoreError::Damaged(format!("one-time code: {error}"));
        let totp = Builder::new()
            .with_secret(self.0.as_slice())
            .with_issuer(Some(issuer))
            .with_account_name(user_name)
            .build()
            .map_err(fault)?;
        totp.to_url().map_err(fault)
    }

    /// Checks a typed code at an instant, against the last step that served: the present step's alone, so that a code lives
    /// thirty seconds (ASVS 5.0, V6.5.5).
    pub fn check(&self, typed: &str, now: Timestamp, last_step: Option<i64>) -> CodeCheck {
        let code: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        let step = self.totp().check(&code, seconds(now)).and_then(|step| i64::try_from(step).ok());
        match step {
            Some(step) if last_step.is_none_or(|last| step > last) => CodeCheck::Right(step),
            _ => CodeCheck::Wrong,
        }
    }

    /// Answers the code of an instant.
    pub fn code(&self, now: Timestamp) -> String {
        self.totp().generate(seconds(now)).to_string()
    }

    fn totp(&self) -> Totp {
        Builder::new().with_secret(self.0.as_slice()).with_skew(0).build_noncompliant()
    }

    /// Answers the secret sealed for one person.
    pub fn seal(&self, keys: &Keys, person: Uuid) -> Result<Vec<u8>, StoreError> {
        let nonce: [u8; 24] = rand::random();
        let sealed = cipher(keys)
            .encrypt(&XNonce::from(nonce), Payload { msg: self.0.as_slice(), aad: person.as_bytes() })
            .map_err(|_| StoreError::Damaged("a one-time-code secret cannot be sealed".into()))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens a secret that was sealed for that person.
    ///
    /// Errors: `Damaged` when it was sealed for another person, with another key, or was changed.
    pub fn unseal(keys: &Keys, person: Uuid, sealed: &[u8]) -> Result<Self, StoreError> {
        let fault = || StoreError::Damaged(format!("the one-time-code secret of person {person} cannot be opened"));
        let (nonce, sealed) = sealed.split_first_chunk::<24>().ok_or_else(fault)?;
        let open = cipher(keys).decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: person.as_bytes() });
        let open = Zeroizing::new(open.map_err(|_| fault())?);
        let bytes = <[u8; SECRET_BYTES]>::try_from(open.as_slice()).map_err(|_| fault())?;
        Ok(Secret::from_bytes(bytes))
    }
}

/// Answers the time step of an instant.
pub(crate) fn step(now: Timestamp) -> i64 {
    (seconds(now) / STEP_S).cast_signed()
}

/// Answers the code that a secret in base 32 gives at an instant, for a demonstration that shows it.
///
/// Errors: `Damaged` when the text is not a secret in base 32.
pub fn current_code(secret: &str, now: Timestamp) -> Result<String, StoreError> {
    let fault = || StoreError::Damaged("not a one-time-code secret in base 32".into());
    let parsed = totp_rs::Secret::try_from_base32(secret).map_err(|_| fault())?;
    let bytes = <[u8; SECRET_BYTES]>::try_from(parsed.as_bytes()).map_err(|_| fault())?;
    Ok(Secret::from_bytes(bytes).code(now))
}

/// Gives a person a secret of one-time codes; no code has served yet.
pub fn enrol(connection: &Connection, keys: &Keys, person: Uuid, secret: &Secret) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE person SET totp_secret = ?2, totp_step = NULL, version = version + 1 WHERE id = ?1",
        (person, secret.seal(keys, person)?),
    )?;
    Ok(())
}

/// Takes a person's one-time codes away, so that the next sign-in leads to enrolment where their roles ask for it.
pub fn remove(connection: &Connection, person: Uuid) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE person SET totp_secret = NULL, totp_step = NULL, version = version + 1 WHERE id = ?1",
        [person],
    )?;
    Ok(())
}

/// Seals every secret anew, so that it opens with the next keys; answers how many.
///
/// Errors: `Damaged` when one cannot be opened with the keys in force.
pub fn seal_anew(connection: &Connection, keys: &Keys, next: &Keys) -> Result<u64, StoreError> {
    let mut done = 0;
    for (table, row, column) in [("person", "id", "totp_secret"), ("totp_offer", "shown_to", "secret")] {
        for (row_id, person, sealed) in sealed(connection, table, row, column)? {
            let again = Secret::unseal(keys, person, &sealed)?.seal(next, person)?;
            connection.execute(&format!("UPDATE {table} SET {column} = ?2 WHERE {row} = ?1"), (row_id, again))?;
            done += 1;
        }
    }
    Ok(done)
}

/// Opens every person's secret and answers how many there are.
///
/// Errors: `Damaged` when one cannot be opened.
pub fn open_all(connection: &Connection, keys: &Keys) -> Result<u64, StoreError> {
    let all = sealed(connection, "person", "id", "totp_secret")?;
    all.iter().try_for_each(|(_, person, sealed)| Secret::unseal(keys, *person, sealed).map(|_| ()))?;
    Ok(all.len() as u64)
}

/// A row's key, whose secret it is, and the secret as it rests.
type Sealed = (Vec<u8>, Uuid, Vec<u8>);

fn sealed(connection: &Connection, table: &str, row: &str, column: &str) -> Result<Vec<Sealed>, StoreError> {
    let person = if table == "person" { "id" } else { "person" };
    let mut statement =
        connection.prepare(&format!("SELECT {row}, {person}, {column} FROM {table} WHERE {column} IS NOT NULL"))?;
    let all = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(all.collect::<Result<_, _>>()?)
}

/// Takes a person's code inside the writer's transaction: right only once.
pub fn take(
    connection: &Connection,
    keys: &Keys,
    person: Uuid,
    typed: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let stored: Option<(Option<Vec<u8>>, Option<i64>)> = connection
        .query_row("SELECT totp_secret, totp_step FROM person WHERE id = ?1", [person], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let Some((Some(sealed), last_step)) = stored else { return Ok(false) };
    match Secret::unseal(keys, person, &sealed)?.check(typed, now, last_step) {
        CodeCheck::Wrong => Ok(false),
        CodeCheck::Right(step) => {
            connection.execute("UPDATE person SET totp_step = ?2 WHERE id = ?1", (person, step))?;
            Ok(true)
        }
    }
}

/// Keeps a sealed secret that is being shown to one sign-in or session until its first code is right.
pub fn offer(
    connection: &Connection,
    shown_to: &[u8],
    person: Uuid,
    sealed: &[u8],
    ends_at: Timestamp,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT OR REPLACE INTO totp_offer (shown_to, person, secret, ends_us) VALUES (?1, ?2, ?3, ?4)",
        (shown_to, person, sealed, ends_at.as_microsecond()),
    )?;
    Ok(())
}

/// Answers the secret that is being shown to one sign-in or session; none when there is none, or no longer.
pub fn offered(
    connection: &Connection,
    keys: &Keys,
    shown_to: &[u8],
    person: Uuid,
    now: Timestamp,
) -> Result<Option<Secret>, StoreError> {
    let sealed: Option<Vec<u8>> = connection
        .query_row(
            "SELECT secret FROM totp_offer WHERE shown_to = ?1 AND person = ?2 AND ends_us > ?3",
            (shown_to, person, now.as_microsecond()),
            |row| row.get(0),
        )
        .optional()?;
    sealed.map(|sealed| Secret::unseal(keys, person, &sealed)).transpose()
}

/// The first code that somebody types of a secret that was shown to one sign-in or session.
#[derive(Clone, Copy)]
pub struct FirstCode<'a> {
    /// The keys that seal secrets.
    pub keys: &'a Keys,
    /// The sign-in or session to which the secret was shown.
    pub shown_to: &'a [u8],
    /// Whose it will be.
    pub person: Uuid,
    /// What was typed.
    pub typed: &'a str,
    /// The present instant.
    pub now: Timestamp,
}

impl FirstCode<'_> {
    /// Answers whether the code is right; changes nothing, so that the log's line can come before the change.
    pub fn is_right(&self, connection: &Connection) -> Result<bool, StoreError> {
        Ok(self.right(connection)?.is_some())
    }

    /// Makes the secret the person's own when the code is right; answers whether it was.
    pub fn confirm(&self, connection: &Connection) -> Result<bool, StoreError> {
        let Some((secret, step)) = self.right(connection)? else { return Ok(false) };
        enrol(connection, self.keys, self.person, &secret)?;
        connection.execute("UPDATE person SET totp_step = ?2 WHERE id = ?1", (self.person, step))?;
        connection.execute("DELETE FROM totp_offer WHERE shown_to = ?1", [self.shown_to])?;
        Ok(true)
    }

    fn right(&self, connection: &Connection) -> Result<Option<(Secret, i64)>, StoreError> {
        let offered = offered(connection, self.keys, self.shown_to, self.person, self.now)?;
        Ok(offered.and_then(|secret| match secret.check(self.typed, self.now, None) {
            CodeCheck::Right(step) => Some((secret, step)),
            CodeCheck::Wrong => None,
        }))
    }
}

/// Draws an address as a QR code, dark on light in every colour scheme, for cameras read nothing else.
pub fn drawn(voice: &Voice, address: &str) -> Markup {
    let Ok(code) = QrCode::new(address) else { return html! {} };
    let width = code.width();
    let side = width + 2 * QUIET_ZONE;
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (place % width + QUIET_ZONE, place / width + QUIET_ZONE);
            path.push_str(&format!("M{x} {y}h1v1h-1z"));
        }
    }
    html! {
        svg .qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-label=(voice.t("codes-qr")) shape-rendering="crispEdges" {
            rect width=(side) height=(side) fill="#fff" {}
            path d=(path) fill="#000" {}
        }
    }
}

fn cipher(keys: &Keys) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(*keys.derived("totp")))
}

fn seconds(now: Timestamp) -> u64 {
    // A clock before 1970 gives no code; STEP_S keeps the step before nought from being asked for.
    u64::try_from(now.as_second()).unwrap_or(0).max(STEP_S)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// The secret of RFC 6238, appendix B.
    fn printed() -> Secret {
        Secret::from_bytes(*b"12345678901234567890")
    }

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_codes_are_those_the_standard_prints() {
        // RFC 6238, appendix B, SHA-1: the last six of the eight digits printed there.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(printed().code(at(second)), code, "{second}");
        }
        assert_eq!(current_code(&printed().base32(), at(59)).unwrap(), "287082");
        assert!(current_code("not base 32!", at(59)).is_err());
    }

    #[test]
    fn a_code_serves_once_and_lives_thirty_seconds() {
        let now = at(1_234_567_890);
        let (secret, step) = (printed(), 1_234_567_890 / 30);
        let shifted = |steps: i64| secret.code(at(1_234_567_890 + steps * 30));
        assert_eq!(secret.check("005 924", now, None), CodeCheck::Right(step), "spaces are how people copy it");
        assert_eq!(secret.check("005924", now, Some(step)), CodeCheck::Wrong, "it has served");
        assert_eq!(secret.check("005924", now, Some(step + 1)), CodeCheck::Wrong, "a clock was set back");
        for steps in [-2, -1, 1, 2] {
            assert_eq!(secret.check(&shifted(steps), now, None), CodeCheck::Wrong, "{steps}");
        }
        let (first, last) = (at(step * 30), at(step * 30 + 29));
        assert_eq!(secret.check("005924", first, None), CodeCheck::Right(step));
        assert_eq!(secret.check("005924", last, None), CodeCheck::Right(step));
        assert_eq!(secret.check("005924", at(step * 30 - 1), None), CodeCheck::Wrong, "before its time");
        assert_eq!(secret.check("005924", at(step * 30 + 30), None), CodeCheck::Wrong, "after its thirty seconds");
        for wrong in ["", "00592", "0059245", "abcdef", "٠٠٥٩٢٤"] {
            assert_eq!(secret.check(wrong, now, None), CodeCheck::Wrong, "{wrong}");
        }
    }

    #[test]
    fn a_sealed_secret_opens_for_its_person_and_key_alone() {
        let (home, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let (keys, strangers) = (Keys::create(home.path()).unwrap(), Keys::create(other.path()).unwrap());
        let person = Uuid::from_u128(1);
        let sealed = printed().seal(&keys, person).unwrap();
        assert_eq!(Secret::unseal(&keys, person, &sealed).unwrap().base32(), printed().base32());
        assert!(Secret::unseal(&keys, Uuid::from_u128(2), &sealed).is_err(), "another person's row");
        assert!(Secret::unseal(&strangers, person, &sealed).is_err(), "another key");
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert!(Secret::unseal(&keys, person, &changed).is_err(), "byte {place}");
        }
        assert!(Secret::unseal(&keys, person, &sealed[..10]).is_err());
        assert_ne!(sealed, printed().seal(&keys, person).unwrap(), "a nonce of its own each time");
    }

    #[test]
    fn the_address_names_process_and_person() {
        let address = printed().address("RCM", "gtm.officer").unwrap();
        assert!(address.starts_with("otpauth://totp/Puebla%20RCM:gtm.officer?"), "{address}");
        assert!(address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{address}");
        assert_eq!(printed().grouped(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }
}
