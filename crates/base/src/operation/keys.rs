//! The acts on keys: what is known of each, another in its place, the end of one on which nothing rests any more.
//!
//! Only commands do them, on a folder that nobody serves: a running server holds its keys in memory.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Serialize;

use super::{Overview, RotateKeys};
use crate::desk::{Reader, Writer};
use crate::ground::Puebla;
use crate::identity::totp;
use crate::store::keys::{Epoch, Heads, Rotation, retire};
use crate::store::{KeyName, Keys, StoreError, remove_copies};

/// What is known of one of the three keys.
#[derive(Clone, Debug, Serialize)]
pub struct KeyFound {
    /// Name of its file.
    pub key: &'static str,
    /// Which one it is, from 1.
    pub epoch: u32,
    /// Since when it is in force; none for the one that the folder was made with.
    pub since: Option<Timestamp>,
    /// A value that tells it from others and does not tell the key; of the checkpoints' key its public key.
    pub fingerprint: String,
    /// Those of before, oldest first.
    pub before: Vec<EpochFound>,
}

/// What was sealed anew when a key was rotated; of another than `secrets.key` nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SealedAnew {
    /// Secrets of one-time codes.
    pub codes: u64,
    /// Roots under which words rest closed; the words themselves stay as they rest.
    pub roots: u64,
}

/// What is known of a key that another one took the place of.
#[derive(Clone, Debug, Serialize)]
pub struct EpochFound {
    /// Which one it was, from 1.
    pub epoch: u32,
    /// When another one took its place.
    pub until: Timestamp,
    /// As of the key in force.
    pub fingerprint: String,
    /// Of the checkpoints' key: its signature under the next one, hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vouched: Option<String>,
    /// When it was destroyed; none while numbers may rest on it.
    pub destroyed_at: Option<Timestamp>,
    /// For each State how many numbers rest on it.
    pub resting: BTreeMap<String, u64>,
}

/// Answers what is known of every key.
pub fn show(reader: &Reader<Overview>) -> Result<Vec<KeyFound>, StoreError> {
    let ground = reader.ground();
    let fingerprints = ground.keys.check_values();
    let found = |(key, (file, fingerprint)): (KeyName, (&'static str, String))| {
        let ended: Vec<&Epoch> = ground.keys.history().iter().filter(|ended| ended.key == key).collect();
        let before = ended.iter().map(|ended| epoch_found(ground, ended)).collect::<Result<_, StoreError>>()?;
        let since = ended.last().map(|ended| ended.ended_at);
        Ok(KeyFound { key: file, epoch: ground.keys.epoch(key), since, fingerprint, before })
    };
    KeyName::ALL.into_iter().zip(fingerprints).map(found).collect()
}

/// Puts a new key in the place of one. What the old one sealed is sealed anew in the same transaction, and counted; it is found as
/// before under every key that numbers rest on.
pub fn rotate(writer: &Writer<RotateKeys>, key: KeyName) -> Result<SealedAnew, StoreError> {
    let reader = writer.reader();
    let (ground, now) = (reader.ground(), reader.now());
    let folder = ground.folder.path();
    let old = Keys::open(folder)?;
    let rotation = Rotation::new(folder, &ground.keys, key, now, heads(ground)?)?;
    let (codes, roots) = rotation.run(&ground.base, move |base, next| {
        if key != KeyName::Secrets {
            return Ok(0);
        }
        let codes = totp::seal_anew(base, &old, next)?;
        // Counted under hashes that nobody can make any more.
        base.execute("DELETE FROM failed_sign_in", [])?;
        // The half of the first password that was handed over follows from the old key: they begin again.
        base.execute("DELETE FROM recovery", [])?;
        Ok(codes)
    })?;
    if key == KeyName::Secrets {
        remove_copies(folder)?;
    }
    Ok(SealedAnew { codes, roots })
}

/// Destroys a key of numbers of before, unless numbers rest on it; answers for each State how many do.
///
/// Errors: `Missing` where there is no such key any more.
pub fn destroy(writer: &Writer<RotateKeys>, epoch: u32) -> Result<BTreeMap<String, u64>, StoreError> {
    let reader = writer.reader();
    let ground = reader.ground();
    let wanted = |ended: &&Epoch| ended.key == KeyName::Numbers && ended.epoch == epoch && ended.destroyed_at.is_none();
    let ended = ground.keys.history().iter().find(wanted);
    let ended = ended.ok_or_else(|| StoreError::Missing(format!("keys/numbers.{epoch}.key")))?;
    let resting = resting(ground, ended)?;
    if resting.is_empty() {
        retire(ground.folder.path(), &ground.base, epoch, reader.now())?;
    }
    Ok(resting)
}

fn epoch_found(ground: &Puebla, ended: &Epoch) -> Result<EpochFound, StoreError> {
    Ok(EpochFound {
        epoch: ended.epoch,
        until: ended.ended_at,
        fingerprint: ended.value.clone(),
        vouched: ended.vouched.clone(),
        destroyed_at: ended.destroyed_at,
        resting: resting(ground, ended)?,
    })
}

/// Answers for each State how many numbers rest on a key of before.
fn resting(ground: &Puebla, ended: &Epoch) -> Result<BTreeMap<String, u64>, StoreError> {
    let mut sum = BTreeMap::new();
    if ended.key != KeyName::Numbers {
        return Ok(sum);
    }
    let before = ground.keys.history().iter().filter(|one| one.key == ended.key && one.epoch < ended.epoch);
    let before = before.max_by_key(|one| one.epoch).map(|one| &one.heads);
    for plan in ground.plans {
        let first = before.and_then(|heads| heads.get(plan.spec.name)).map_or(0, |head| head + 1);
        let last = ended.heads.get(plan.spec.name).copied().unwrap_or(0);
        if first > last {
            continue;
        }
        let counted = ground.database(plan.spec.name)?.read(|house| (plan.resting_on_key)(house, first..=last))?;
        for (state, count) in counted {
            *sum.entry(state).or_default() += count;
        }
    }
    Ok(sum)
}

/// Answers where every journal stands.
fn heads(ground: &Puebla) -> Result<Heads, StoreError> {
    let head = |name: &str| {
        ground.database(name)?.read(|house| {
            Ok(house.query_row("SELECT coalesce(max(position), 0) FROM journal_entry", [], |row| row.get(0))?)
        })
    };
    ground.plans.iter().map(|plan| Ok((plan.spec.name.to_owned(), head(plan.spec.name)?))).collect()
}
