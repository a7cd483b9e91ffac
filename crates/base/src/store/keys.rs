//! Secret keys: files of mode 0400 outside the databases, backed up apart from them.
//!
//! The base remembers a check value of each key, so that a folder with another folder's keys is refused at once and not
//! by silently matching nothing. A key that another one took the place of is an *epoch* that ended: the base keeps its
//! check value for good, and of `numbers.key` the key itself stays as `numbers.1.key` while hashes rest on it.

mod copy;
mod epochs;
mod rotation;

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use ed25519_dalek::{SigningKey, VerifyingKey};
use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::durable::{make_folders, sync_file, sync_folder};
use super::{Sealer, StoreError};

pub use copy::KeyAge;
pub use epochs::{Epoch, Heads, retire};
pub use rotation::{Rotation, finish};

/// The names of the keys in force.
const NAMES: [&str; 3] = ["numbers.key", "secrets.key", "checkpoint.key"];

/// What the check values are made of; no document's canonical form is without a bar.
const CHECK: &[u8] = b"puebla key check";

/// What the secrets key gives further keys for, by label: a rotation must care for each, as docs/operate/rotate-keys.md says.
pub const DERIVED_FOR: [&str; 6] =
    ["totp", "sign-in names", "recovery", "key check", "sealing roots", "demonstration code of {user}"];

/// One of the three keys of a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyName {
    /// Numbers rest as hashes keyed by it.
    Numbers,
    /// Secrets of one-time codes are sealed with what is derived from it.
    Secrets,
    /// Checkpoints and manifests of backups are signed with it.
    Checkpoint,
}

impl KeyName {
    /// All three.
    pub const ALL: [KeyName; 3] = [KeyName::Numbers, KeyName::Secrets, KeyName::Checkpoint];

    /// Answers the name of its file.
    pub const fn file(self) -> &'static str {
        NAMES[self as usize]
    }

    /// Reads the name of a file.
    pub fn of_file(name: &str) -> Option<Self> {
        KeyName::ALL.into_iter().find(|key| key.file() == name)
    }
}

/// The bytes of one key.
type Bytes = Zeroizing<[u8; 32]>;

/// A key of numbers' hashes, and the epoch it was in force.
#[derive(Clone)]
struct NumberKey {
    epoch: u32,
    bytes: Bytes,
    keyed: Hmac<Sha256>,
}

/// The keys of a data folder.
pub struct Keys {
    secrets: Bytes,
    checkpoint: SigningKey,
    /// The one in force, then those of before that hashes still rest on, youngest first.
    numbers: Vec<NumberKey>,
    /// Epochs that ended, as the base or a copy of the keys tells them.
    history: Vec<Epoch>,
    /// Closes and opens words; holds no root before the keys are fitted to a base.
    pub(super) sealer: Sealer,
}

impl Keys {
    /// Makes new keys where the folder has none.
    ///
    /// Errors: `Occupied` when keys are there already, for new ones would orphan every keyed hash.
    pub fn create(folder: &Path) -> Result<Self, StoreError> {
        Self::of([fresh(), fresh(), fresh()])?.place(folder)?;
        Self::open(folder)
    }

    /// Reads the keys.
    ///
    /// Errors: `Missing` names the file; `Exposed` when it is readable by others, `Damaged` when it belongs to another
    /// account than the folder, or is not 64 hexadecimal digits.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let place = folder.join("keys");
        let owner = std::fs::metadata(folder)?.uid();
        let [numbers, secrets, checkpoint] = NAMES.map(|name| owned(&place.join(name), owner));
        let mut keys = Self::of([numbers?, secrets?, checkpoint?])?;
        let mut before: Vec<u32> = listed(&place)?;
        before.sort_unstable_by(|one, other| other.cmp(one));
        for epoch in before {
            keys.numbers.push(NumberKey::new(epoch, owned(&place.join(old_name(epoch)), owner)?)?);
        }
        Ok(keys)
    }

    /// Writes the keys into a folder that has none.
    ///
    /// Errors: `Occupied` when keys are there already, for others would orphan every keyed hash.
    pub fn place(&self, folder: &Path) -> Result<(), StoreError> {
        let place = folder.join("keys");
        make_folders(&place)?;
        for (name, key) in NAMES.iter().zip(self.bytes()) {
            write_key(&place.join(name), &key)?;
        }
        for old in self.numbers.iter().skip(1) {
            write_key(&place.join(old_name(old.epoch)), &old.bytes)?;
        }
        sync_folder(&place)?;
        Ok(())
    }

    /// Answers for each key, by the name of its file, a value that tells it from others and does not tell the key.
    pub fn check_values(&self) -> [(&'static str, String); 3] {
        let secrets = self.derived("key check");
        let [numbers_key, secrets_key, checkpoint_key] = NAMES;
        [
            (numbers_key, hex::encode(self.number_hash(CHECK))),
            (secrets_key, hex::encode(&secrets[..16])),
            (checkpoint_key, hex::encode(self.checkpoint.verifying_key().as_bytes())),
        ]
    }

    /// Holds the keys against the check values in the base, leaves them there where there are none yet, and reads which
    /// were in force before, and the roots under which words rest closed.
    ///
    /// Errors: `WrongKey` names the first one that is not the one the data was written with; `Missing` a key of before
    /// that hashes rest on.
    pub fn fit(&mut self, base: &Connection) -> Result<(), StoreError> {
        for (name, value) in self.check_values() {
            match check_value(base, name)? {
                Some(known) if known == value => {}
                Some(_) => return Err(StoreError::WrongKey(name.to_owned())),
                None => {
                    base.execute("INSERT INTO key_check (key, value) VALUES (?1, ?2)", (name, value))?;
                }
            }
        }
        self.history = epochs::read(base)?;
        self.sealer = Sealer::of(base, self)?;
        for old in self.history.iter().filter(|epoch| epoch.key == KeyName::Numbers && epoch.destroyed_at.is_none()) {
            let name = old_name(old.epoch);
            match self.numbers.iter().skip(1).find(|key| key.epoch == old.epoch) {
                Some(key) if key.check_value() == old.value => {}
                Some(_) => return Err(StoreError::WrongKey(name)),
                None => return Err(StoreError::Missing(format!("keys/{name}"))),
            }
        }
        Ok(())
    }

    /// Answers the keyed hash under which a document number's canonical form is entered: the first 16 bytes of
    /// HMAC-SHA-256.
    ///
    /// Keyed, because a plain hash of a nine-digit number is found by trying them all in minutes.
    pub fn number_hash(&self, canonical: &[u8]) -> [u8; 16] {
        self.numbers[0].hash(canonical)
    }

    /// Answers every keyed hash under which it may rest: under the key in force, then under those of before.
    pub fn number_hashes<'k>(&'k self, canonical: &'k [u8]) -> impl Iterator<Item = [u8; 16]> + 'k {
        self.numbers.iter().map(|key| key.hash(canonical))
    }

    /// Answers a 32-byte key for one further use, derived from the secrets key by its label.
    pub fn derived(&self, label: &str) -> Bytes {
        let mut bytes = Zeroizing::new([0; 32]);
        if let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(self.secrets.as_ref()) {
            mac.update(label.as_bytes());
            bytes.copy_from_slice(&mac.finalize().into_bytes());
        }
        bytes
    }

    /// Answers what closes words and opens them.
    pub fn sealer(&self) -> &Sealer {
        &self.sealer
    }

    /// Answers the key that signs checkpoints.
    pub fn checkpoint(&self) -> &SigningKey {
        &self.checkpoint
    }

    /// Answers the public keys under which checkpoints of this folder may be signed: the one in force, then those of before.
    pub fn signers(&self) -> Vec<VerifyingKey> {
        let before = self.history.iter().rev().filter_map(Epoch::public_key);
        std::iter::once(self.checkpoint.verifying_key()).chain(before).collect()
    }

    /// Answers the epochs that ended, oldest first.
    pub fn history(&self) -> &[Epoch] {
        &self.history
    }

    /// Answers which epoch a key is in, from 1.
    pub fn epoch(&self, key: KeyName) -> u32 {
        self.history.iter().filter(|epoch| epoch.key == key).map(|epoch| epoch.epoch + 1).max().unwrap_or(1)
    }

    fn of([numbers, secrets, checkpoint]: [Bytes; 3]) -> Result<Self, StoreError> {
        let numbers = vec![NumberKey::new(0, numbers)?];
        Ok(Keys {
            numbers,
            secrets,
            checkpoint: SigningKey::from_bytes(&checkpoint),
            history: Vec::new(),
            sealer: Sealer::default(),
        })
    }

    fn bytes(&self) -> [Bytes; 3] {
        [self.numbers[0].bytes.clone(), self.secrets.clone(), Zeroizing::new(self.checkpoint.to_bytes())]
    }
}

impl NumberKey {
    /// Makes one; the epoch of the key in force is not asked for and is nought.
    fn new(epoch: u32, bytes: Bytes) -> Result<Self, StoreError> {
        let keyed = <Hmac<Sha256> as KeyInit>::new_from_slice(bytes.as_ref())
            .map_err(|_| StoreError::Damaged(NAMES[0].to_owned()))?;
        Ok(NumberKey { epoch, bytes, keyed })
    }

    fn hash(&self, canonical: &[u8]) -> [u8; 16] {
        let mut mac = self.keyed.clone();
        mac.update(canonical);
        let whole: [u8; 32] = mac.finalize().into_bytes().into();
        let mut short = [0; 16];
        short.copy_from_slice(&whole[..16]);
        short
    }

    fn check_value(&self) -> String {
        hex::encode(self.hash(CHECK))
    }
}

fn fresh() -> Bytes {
    Zeroizing::new(rand::random::<[u8; 32]>())
}

/// Answers the name of the file of a key of numbers that is no longer in force.
fn old_name(epoch: u32) -> String {
    format!("numbers.{epoch}.key")
}

/// Answers the epochs of which a key of numbers lies there.
fn listed(place: &Path) -> Result<Vec<u32>, StoreError> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(place)? {
        let name = file?.file_name().to_string_lossy().into_owned();
        let epoch = name.strip_prefix("numbers.").and_then(|rest| rest.strip_suffix(".key"));
        found.extend(epoch.and_then(|epoch| epoch.parse().ok()).filter(|epoch| old_name(*epoch) == name));
    }
    Ok(found)
}

fn check_value(base: &Connection, name: &str) -> Result<Option<String>, StoreError> {
    Ok(base.query_row("SELECT value FROM key_check WHERE key = ?1", [name], |row| row.get(0)).optional()?)
}

/// Reads a key that must belong to the account that owns the folder: who could write it could choose it.
fn owned(path: &Path, owner: u32) -> Result<Bytes, StoreError> {
    let bytes = read(path)?;
    if std::fs::metadata(path)?.uid() == owner {
        return Ok(bytes);
    }
    Err(StoreError::Damaged(format!("{} belongs to another account than the folder", path.display())))
}

fn read(path: &Path) -> Result<Bytes, StoreError> {
    key(&read_secret(path)?)
        .ok_or_else(|| StoreError::Damaged(format!("{} is not 64 hexadecimal digits", path.display())))
}

fn key(text: &str) -> Option<Bytes> {
    let mut key = Zeroizing::new([0; 32]);
    hex::decode_to_slice(text.trim(), key.as_mut()).ok()?;
    Some(key)
}

fn read_secret(path: &Path) -> Result<Zeroizing<String>, StoreError> {
    let meta = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => StoreError::Missing(path.display().to_string()),
        _ => error.into(),
    })?;
    if meta.mode() & 0o077 != 0 {
        return Err(StoreError::Exposed(path.display().to_string()));
    }
    Ok(Zeroizing::new(std::fs::read_to_string(path)?))
}

fn write_key(path: &Path, key: &Bytes) -> Result<(), StoreError> {
    write_new(path, Zeroizing::new(hex::encode(key.as_ref())).as_bytes())
}

fn write_new(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let opened = OpenOptions::new().create_new(true).write(true).mode(0o400).open(path);
    let mut file = opened.map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => StoreError::Occupied(path.display().to_string()),
        _ => error.into(),
    })?;
    file.write_all(content)?;
    sync_file(&file)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn keys_are_made_once_and_read_again() {
        let home = tempfile::tempdir().unwrap();
        let made = Keys::create(home.path()).unwrap();
        let read = Keys::open(home.path()).unwrap();
        assert_eq!(made.number_hash(b"UTO P 1"), read.number_hash(b"UTO P 1"));
        assert_ne!(made.number_hash(b"UTO P 1"), made.number_hash(b"UTO P 2"));
        assert_eq!(made.number_hashes(b"UTO P 1").collect::<Vec<_>>(), [made.number_hash(b"UTO P 1")]);
        assert_eq!(made.check_values(), read.check_values());
        assert!(matches!(Keys::create(home.path()), Err(StoreError::Occupied(_))));
    }

    #[test]
    fn a_key_others_can_read_or_own_is_refused() {
        let home = tempfile::tempdir().unwrap();
        Keys::create(home.path()).unwrap();
        let path = home.path().join("keys/numbers.key");
        let owner = std::fs::metadata(&path).unwrap().uid();
        owned(&path, owner).unwrap();
        assert!(matches!(owned(&path, owner + 1), Err(StoreError::Damaged(what)) if what.contains("another account")));
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
        assert!(matches!(Keys::open(home.path()), Err(StoreError::Exposed(_))));
    }

    #[test]
    fn a_copy_brings_back_the_same_keys() {
        let home = tempfile::tempdir().unwrap();
        let made = Keys::create(home.path()).unwrap();
        let copy = home.path().join("copy");
        made.copy_to(&copy).unwrap();
        assert!(matches!(made.copy_to(&copy), Err(StoreError::Occupied(_))));
        let other = tempfile::tempdir().unwrap();
        Keys::from_copy(&copy).unwrap().place(other.path()).unwrap();
        assert_eq!(Keys::open(other.path()).unwrap().bytes(), made.bytes());
        std::fs::set_permissions(&copy, std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(Keys::from_copy(&copy), Err(StoreError::Exposed(_))));
        let whole = std::fs::read_to_string(&copy).unwrap();
        for (turn, wrong) in ["numbers.key 00\n", "numbers.1.key 00\n", "ended {}\n", "more\n"].into_iter().enumerate()
        {
            let cut = home.path().join(format!("cut{turn}"));
            let text = if turn == 0 { format!("puebla keys 1\n{wrong}") } else { format!("{whole}{wrong}") };
            write_new(&cut, text.as_bytes()).unwrap();
            assert!(matches!(Keys::from_copy(&cut), Err(StoreError::Damaged(_))), "{wrong}");
        }
    }

    #[test]
    fn keys_of_another_folder_do_not_fit() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        crate::store::Database::make(one.path(), &crate::identity::BASE).unwrap();
        let base = crate::store::Database::open_alone(one.path(), &crate::identity::BASE).unwrap();
        let mut own = Keys::create(one.path()).unwrap();
        own.fit(&base).unwrap();
        own.fit(&base).unwrap();
        let mut foreign = Keys::create(other.path()).unwrap();
        assert!(matches!(foreign.fit(&base), Err(StoreError::WrongKey(key)) if key == "numbers.key"));
        let mut mixed = Keys::of([own.bytes()[0].clone(), foreign.bytes()[1].clone(), own.bytes()[2].clone()]).unwrap();
        assert!(matches!(mixed.fit(&base), Err(StoreError::WrongKey(key)) if key == "secrets.key"));
    }
}
