//! The passkeys that a person has here.

use jiff::Timestamp;
use rusqlite::Connection;
use uuid::Uuid;
use webauthn_rs::prelude::Passkey;

use super::super::Factor;
use super::super::credentials::Credentials;
use crate::ids::new_id;
use crate::store::StoreError;

/// Passkeys one person has at most.
pub(in super::super) const MOST: usize = 10;

/// Characters of a passkey's name at most.
pub(in super::super) const NAME_MOST: usize = 60;

/// A passkey as its person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Kept {
    /// Its id, which is no secret.
    pub(in super::super) id: Uuid,
    /// What the person calls it.
    pub(in super::super) name: String,
    /// When it was made.
    pub(in super::super) made_at: Timestamp,
    /// When it last served.
    pub(in super::super) used_at: Option<Timestamp>,
}

/// Answers a person's passkeys, the oldest first.
pub(in super::super) fn list(connection: &Connection, person: Uuid) -> Result<Vec<Kept>, StoreError> {
    let instant = |us: i64| Timestamp::from_microsecond(us).unwrap_or(Timestamp::UNIX_EPOCH);
    let mut rows = connection
        .prepare_cached("SELECT id, name, made_us, used_us FROM passkey WHERE person = ?1 ORDER BY made_us, id")?;
    let rows = rows.query_map([person], |row| {
        let used_us: Option<i64> = row.get(3)?;
        Ok(Kept { id: row.get(0)?, name: row.get(1)?, made_at: instant(row.get(2)?), used_at: used_us.map(instant) })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Reads a name that a person gives a passkey: a line of some length.
pub(in super::super) fn name(typed: &str) -> Option<&str> {
    let name = typed.trim();
    let fits = !name.is_empty() && name.chars().count() <= NAME_MOST && !name.chars().any(char::is_control);
    fits.then_some(name)
}

/// Keeps a passkey that has just been made.
///
/// Errors: `Refused` with a key of the words when the device is known already, or the person has as many as one may.
pub(in super::super) fn keep(
    connection: &Connection,
    person: Uuid,
    passkey: &Passkey,
    name: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    if list(connection, person)?.len() >= MOST {
        return Err(StoreError::Refused("passkeys-too-many"));
    }
    let credential = serde_json::to_string(passkey).map_err(|error| StoreError::Damaged(error.to_string()))?;
    let kept = connection.execute(
        "INSERT OR IGNORE INTO passkey (id, person, credential_id, name, credential, counter, made_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, 0, ?6)",
        (new_id(now), person, passkey.cred_id().as_slice(), name, credential, now.as_microsecond()),
    )?;
    if kept == 0 {
        return Err(StoreError::Refused("passkeys-known"));
    }
    rises(connection, person)
}

/// Gives one of a person's passkeys another name; one that is not theirs stays as it is.
pub(in super::super) fn rename(connection: &Connection, person: Uuid, id: Uuid, name: &str) -> Result<(), StoreError> {
    connection.execute("UPDATE passkey SET name = ?3 WHERE id = ?2 AND person = ?1", (person, id, name))?;
    Ok(())
}

/// Takes one of a person's passkeys away.
///
/// Errors: `Refused` with a key of the words when it is the last one and a role asks for one, or nothing else is left
/// beside the password.
pub(in super::super) fn remove(connection: &Connection, person: Uuid, id: Uuid) -> Result<(), StoreError> {
    let Some(known) = Credentials::of(connection, person)? else { return Ok(()) };
    let last = known.passkeys <= 1;
    let needed = known.needs == Factor::Passkey || !known.has_codes;
    if last && needed {
        return Err(StoreError::Refused("passkeys-last"));
    }
    connection.execute("DELETE FROM passkey WHERE id = ?2 AND person = ?1", (person, id))?;
    rises(connection, person)
}

/// Takes all passkeys of a person away, as a recovery does.
pub(in super::super) fn remove_all(connection: &Connection, person: Uuid) -> Result<(), StoreError> {
    connection.execute("DELETE FROM passkey WHERE person = ?1", [person])?;
    rises(connection, person)
}

fn rises(connection: &Connection, person: Uuid) -> Result<(), StoreError> {
    connection.execute("UPDATE person SET version = version + 1 WHERE id = ?1", [person])?;
    Ok(())
}
