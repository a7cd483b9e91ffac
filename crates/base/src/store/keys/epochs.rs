//! Keys that another one took the place of: what is known of them for good, and the end of those that nothing rests on.

use std::collections::BTreeMap;
use std::path::Path;

use ed25519_dalek::VerifyingKey;
use jiff::Timestamp;
use rusqlite::Connection;

use super::{KeyName, NAMES, old_name};
use crate::store::{Database, StoreError, sync_folder};

/// For each house the last position of its journal.
pub type Heads = BTreeMap<String, u64>;

/// A key that was in force and is no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Epoch {
    /// Which of the three.
    pub key: KeyName,
    /// Its number, from 1.
    pub epoch: u32,
    /// Its check value; of the checkpoints' key its public key, hexadecimal.
    pub value: String,
    /// When the next one took its place.
    pub ended_at: Timestamp,
    /// Where the journals stood then.
    pub heads: Heads,
    /// Of the checkpoints' key: its signature under the next one, hexadecimal.
    pub vouched: Option<String>,
    /// When it was destroyed; none while hashes rest on it.
    pub destroyed_at: Option<Timestamp>,
}

impl Epoch {
    /// Answers the public key, where it was one that signs.
    pub fn public_key(&self) -> Option<VerifyingKey> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(&self.value, &mut bytes).ok().filter(|()| self.key == KeyName::Checkpoint)?;
        VerifyingKey::from_bytes(&bytes).ok()
    }
}

/// Answers all of them, each key's oldest first.
pub(super) fn read(base: &Connection) -> Result<Vec<Epoch>, StoreError> {
    let mut statement = base.prepare(
        "SELECT key, epoch, value, ended_us, heads, vouched, destroyed_us FROM key_epoch ORDER BY key, epoch",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    let damaged = || StoreError::Damaged("base.db: an epoch of a key cannot be read".to_owned());
    while let Some(row) = rows.next()? {
        let (file, heads): (String, String) = (row.get(0)?, row.get(4)?);
        let instant = |us: i64| Timestamp::from_microsecond(us).map_err(|_| damaged());
        found.push(Epoch {
            key: KeyName::of_file(&file).ok_or_else(damaged)?,
            epoch: row.get(1)?,
            value: row.get(2)?,
            ended_at: instant(row.get(3)?)?,
            heads: serde_json::from_str(&heads).map_err(|_| damaged())?,
            vouched: row.get(5)?,
            destroyed_at: row.get::<_, Option<i64>>(6)?.map(instant).transpose()?,
        });
    }
    Ok(found)
}

/// Notes one.
pub(super) fn write(base: &Connection, epoch: &Epoch) -> Result<(), StoreError> {
    let heads = serde_json::to_string(&epoch.heads).map_err(|error| StoreError::Damaged(error.to_string()))?;
    base.execute(
        "INSERT INTO key_epoch (key, epoch, value, ended_us, heads, vouched, destroyed_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            epoch.key.file(),
            epoch.epoch,
            &epoch.value,
            epoch.ended_at.as_microsecond(),
            heads,
            &epoch.vouched,
            epoch.destroyed_at.map(Timestamp::as_microsecond),
        ),
    )?;
    Ok(())
}

/// Destroys a key of numbers of before on which no hash rests any more; whoever calls it has counted.
///
/// The note comes before the file goes: a cut between them leaves a file that the next opening removes.
pub fn retire(folder: &Path, base: &Database, epoch: u32, at: Timestamp) -> Result<(), StoreError> {
    let [numbers_key, ..] = NAMES;
    let at_us = at.as_microsecond();
    base.write_blocking(move |connection| {
        let changed = connection.execute(
            "UPDATE key_epoch SET destroyed_us = ?3 WHERE key = ?1 AND epoch = ?2 AND destroyed_us IS NULL",
            (numbers_key, epoch, at_us),
        )?;
        if changed == 1 { Ok(()) } else { Err(StoreError::Missing(format!("keys/{}", old_name(epoch)))) }
    })?;
    let place = folder.join("keys");
    std::fs::remove_file(place.join(old_name(epoch)))?;
    sync_folder(&place)?;
    Ok(())
}
