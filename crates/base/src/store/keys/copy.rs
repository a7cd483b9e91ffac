//! A copy of the keys in one file, to be kept where the backups are not.
//!
//! ```text
//! puebla keys 2
//! numbers.key 5e…        the three in force
//! secrets.key 07…
//! checkpoint.key a1…
//! numbers.1.key 90…      those of before that hashes rest on
//! ended {"key":…}        what is known of every epoch that ended
//! ```
//!
//! Where no key was ever rotated the first line says 1 and nothing follows the three: what release 0.1.0 writes and reads.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::epochs::{self, Epoch, Heads};
use super::{KeyName, Keys, NAMES, NumberKey, check_value, key, old_name, read_secret, write_new};
use crate::store::{StoreError, sync_folder};

/// The first line of a copy of keys that were never rotated, and of others.
const FORMS: [&str; 2] = ["puebla keys 1", "puebla keys 2"];

/// An epoch that ended, as a line of a copy.
#[derive(Serialize, Deserialize)]
struct Line {
    key: String,
    epoch: u32,
    value: String,
    ended_at: Timestamp,
    heads: Heads,
    vouched: Option<String>,
    destroyed_at: Option<Timestamp>,
}

/// What the manifest of a backup says of a key: which epoch it is in, and since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyAge {
    /// The epoch, from 1.
    pub epoch: u32,
    /// When it began; none for the key that the folder was made with.
    pub since: Option<Timestamp>,
}

impl Keys {
    /// Writes a copy of all keys into one new file of mode 0400, to be kept apart from the backups of the data.
    ///
    /// Errors: `Occupied` when the file is there already.
    pub fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        let form = FORMS[usize::from(!self.history.is_empty())];
        let mut text = Zeroizing::new(format!("{form}\n"));
        let old = self.numbers.iter().skip(1).map(|old| (old_name(old.epoch), old.bytes.clone()));
        for (name, key) in NAMES.map(str::to_owned).into_iter().zip(self.bytes()).chain(old) {
            text.push_str(&format!("{name} {}\n", Zeroizing::new(hex::encode(key.as_ref())).as_str()));
        }
        for ended in &self.history {
            let line =
                serde_json::to_string(&Line::of(ended)).map_err(|error| StoreError::Damaged(error.to_string()))?;
            text.push_str(&format!("ended {line}\n"));
        }
        // Whole or not there: under its name, one cut short would stand in the way of the next.
        if file.exists() {
            return Err(StoreError::Occupied(file.display().to_string()));
        }
        let mut unfinished = file.as_os_str().to_owned();
        unfinished.push(format!(".{}", std::process::id()));
        let unfinished = Path::new(&unfinished);
        write_new(unfinished, text.as_bytes())?;
        std::fs::rename(unfinished, file)?;
        Ok(sync_folder(file.parent().unwrap_or(file))?)
    }

    /// Reads a copy made by [`Keys::copy_to`], of this release or an earlier one.
    ///
    /// Errors: `Missing`; `Exposed` when it is readable by others, `Damaged` when it is no copy of keys.
    pub fn from_copy(file: &Path) -> Result<Self, StoreError> {
        let text = read_secret(file)?;
        let damaged = || StoreError::Damaged(format!("{} is no copy of keys", file.display()));
        let mut lines = text.lines();
        if !lines.next().is_some_and(|first| FORMS.contains(&first)) {
            return Err(damaged());
        }
        let mut next = |name: &str| {
            let line = lines.next().and_then(|line| line.strip_prefix(name)).ok_or_else(damaged)?;
            key(line).ok_or_else(damaged)
        };
        let [numbers, secrets, checkpoint] = NAMES.map(&mut next);
        let mut keys = Self::of([numbers?, secrets?, checkpoint?])?;
        for line in lines {
            if let Some(ended) = line.strip_prefix("ended ") {
                let ended: Line = serde_json::from_str(ended).map_err(|_| damaged())?;
                keys.history.push(ended.epoch().ok_or_else(damaged)?);
            } else {
                let (name, bytes) = line.split_once(' ').ok_or_else(damaged)?;
                let epoch = name.strip_prefix("numbers.").and_then(|rest| rest.strip_suffix(".key"));
                let epoch = epoch.and_then(|epoch| epoch.parse().ok()).ok_or_else(damaged)?;
                keys.numbers.push(NumberKey::new(epoch, key(bytes).ok_or_else(damaged)?)?);
            }
        }
        Ok(keys)
    }

    /// Answers for each key which epoch it is in, and since when.
    pub(crate) fn ages(&self) -> BTreeMap<String, KeyAge> {
        let age = |key: KeyName| {
            let since = self.history.iter().filter(|ended| ended.key == key).map(|ended| ended.ended_at).max();
            (key.file().to_owned(), KeyAge { epoch: self.epoch(key), since })
        };
        KeyName::ALL.map(age).into()
    }

    /// Says whether data whose check values and ages are these can be opened with these keys, or brought to them.
    ///
    /// Errors: `EarlierKey` when it needs a key that was destroyed since; `LaterKey` when these are a copy from before the
    /// one it needs; `WrongKey` when they are another folder's.
    pub(crate) fn can_open(
        &self,
        values: &BTreeMap<String, String>,
        ages: &BTreeMap<String, KeyAge>,
    ) -> Result<(), StoreError> {
        for ((name, own), key) in self.check_values().into_iter().zip(KeyName::ALL) {
            let value = values.get(name).map_or("", String::as_str);
            if value == own {
                continue;
            }
            let ended = self.history.iter().find(|ended| ended.key == key && ended.value == value);
            let Some(ended) = ended else {
                let age = ages.get(name).filter(|age| age.epoch > self.epoch(key));
                return Err(match age.and_then(|age| age.since) {
                    Some(since) => StoreError::LaterKey { key: name.to_owned(), since },
                    None => StoreError::WrongKey(name.to_owned()),
                });
            };
            let is_held = match key {
                KeyName::Numbers => self.numbers.iter().skip(1).any(|old| old.epoch == ended.epoch),
                KeyName::Secrets => false,
                // What it signed is verified with its public half, and nothing is signed with it again.
                KeyName::Checkpoint => true,
            };
            if !is_held {
                return Err(StoreError::EarlierKey { key: name.to_owned(), until: ended.ended_at });
            }
        }
        Ok(())
    }

    /// Notes in a base restored from before a rotation that these keys are in force from here on.
    pub(crate) fn bring_forward(&self, base: &Connection, heads: &Heads) -> Result<(), StoreError> {
        let known = epochs::read(base)?;
        for (name, own) in self.check_values() {
            if check_value(base, name)?.is_some_and(|value| value != own) {
                base.execute("UPDATE key_check SET value = ?2 WHERE key = ?1", (name, own))?;
            }
        }
        let is_new = |ended: &&Epoch| !known.iter().any(|one| (one.key, one.epoch) == (ended.key, ended.epoch));
        for ended in self.history.iter().filter(is_new) {
            epochs::write(base, &Epoch { heads: heads.clone(), ..ended.clone() })?;
        }
        Ok(())
    }
}

impl Line {
    fn of(ended: &Epoch) -> Self {
        let Epoch { key, epoch, value, ended_at, heads, vouched, destroyed_at } = ended.clone();
        Line { key: key.file().to_owned(), epoch, value, ended_at, heads, vouched, destroyed_at }
    }

    fn epoch(self) -> Option<Epoch> {
        let Line { key, epoch, value, ended_at, heads, vouched, destroyed_at } = self;
        Some(Epoch { key: KeyName::of_file(&key)?, epoch, value, ended_at, heads, vouched, destroyed_at })
    }
}
