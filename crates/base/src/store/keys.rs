//! Secret keys: files of mode 0400 outside the databases, backed up apart from them.
//!
//! The base remembers a check value of each key, so that a folder with another folder's keys is refused at once and not
//! by silently matching nothing.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;

use ed25519_dalek::SigningKey;
use hmac::{Hmac, KeyInit, Mac};
use rusqlite::{Connection, OptionalExtension};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::StoreError;
use super::durable::{make_folders, sync_file, sync_folder};

/// The names of the key files, which are the whole content of `keys/`.
const NAMES: [&str; 3] = ["numbers.key", "secrets.key", "checkpoint.key"];

/// The first line of a copy of the keys.
const COPY: &str = "puebla keys 1";

/// What the check values are made of; no document's canonical form is without a bar.
const CHECK: &[u8] = b"puebla key check";

/// The keys of a data folder.
pub struct Keys {
    numbers: Zeroizing<[u8; 32]>,
    secrets: Zeroizing<[u8; 32]>,
    checkpoint: SigningKey,
    keyed: Hmac<Sha256>,
}

impl Keys {
    /// Makes new keys where the folder has none.
    ///
    /// Errors: `Occupied` when keys are there already, for new ones would orphan every keyed hash.
    pub fn create(folder: &Path) -> Result<Self, StoreError> {
        let fresh = || Zeroizing::new(rand::random::<[u8; 32]>());
        Self::of([fresh(), fresh(), fresh()])?.place(folder)?;
        Self::open(folder)
    }

    /// Reads the keys.
    ///
    /// Errors: `Missing` names the file; `Exposed` when it is readable by others, `Damaged` when it is not 64 hexadecimal
    /// digits.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let place = folder.join("keys");
        let [numbers, secrets, checkpoint] = NAMES.map(|name| read(&place.join(name)));
        Self::of([numbers?, secrets?, checkpoint?])
    }

    /// Writes a copy of all keys into one new file of mode 0400, to be kept apart from the backups of the data.
    ///
    /// Errors: `Occupied` when the file is there already.
    pub fn copy_to(&self, file: &Path) -> Result<(), StoreError> {
        let mut text = Zeroizing::new(format!("{COPY}\n"));
        for (name, key) in NAMES.iter().zip(self.bytes()) {
            text.push_str(&format!("{name} {}\n", Zeroizing::new(hex::encode(key.as_ref())).as_str()));
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

    /// Reads a copy made by [`Keys::copy_to`].
    ///
    /// Errors: `Missing`; `Exposed` when it is readable by others, `Damaged` when it is no copy of keys.
    pub fn from_copy(file: &Path) -> Result<Self, StoreError> {
        let text = read_secret(file)?;
        let damaged = || StoreError::Damaged(format!("{} is no copy of keys", file.display()));
        let mut lines = text.lines();
        if lines.next() != Some(COPY) {
            return Err(damaged());
        }
        let mut next = |name: &str| {
            let line = lines.next().and_then(|line| line.strip_prefix(name)).ok_or_else(damaged)?;
            key(line).ok_or_else(damaged)
        };
        let [numbers, secrets, checkpoint] = NAMES.map(&mut next);
        Self::of([numbers?, secrets?, checkpoint?])
    }

    /// Writes the keys into a folder that has none.
    ///
    /// Errors: `Occupied` when keys are there already, for others would orphan every keyed hash.
    pub fn place(&self, folder: &Path) -> Result<(), StoreError> {
        let place = folder.join("keys");
        make_folders(&place)?;
        for (name, key) in NAMES.iter().zip(self.bytes()) {
            write_new(&place.join(name), Zeroizing::new(hex::encode(key.as_ref())).as_bytes())?;
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

    /// Holds the keys against the check values in the base, and leaves them there where there are none yet.
    ///
    /// Errors: `WrongKey` names the first one that is not the one the data was written with.
    pub fn fit(&self, base: &Connection) -> Result<(), StoreError> {
        for (name, value) in self.check_values() {
            let known: Option<String> =
                base.query_row("SELECT value FROM key_check WHERE key = ?1", [name], |row| row.get(0)).optional()?;
            match known {
                Some(known) if known == value => {}
                Some(_) => return Err(StoreError::WrongKey(name.to_owned())),
                None => {
                    base.execute("INSERT INTO key_check (key, value) VALUES (?1, ?2)", (name, value))?;
                }
            }
        }
        Ok(())
    }

    /// Answers the keyed hash of a document number's canonical form: the first 16 bytes of HMAC-SHA-256.
    ///
    /// Keyed, because a plain hash of a nine-digit number is found by trying them all in minutes.
    pub fn number_hash(&self, canonical: &[u8]) -> [u8; 16] {
        let mut mac = self.keyed.clone();
        mac.update(canonical);
        let whole: [u8; 32] = mac.finalize().into_bytes().into();
        let mut short = [0; 16];
        short.copy_from_slice(&whole[..16]);
        short
    }

    /// Answers a 32-byte key for one further use, derived from the secrets key by its label.
    pub fn derived(&self, label: &str) -> Zeroizing<[u8; 32]> {
        let mut bytes = Zeroizing::new([0; 32]);
        if let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(self.secrets.as_ref()) {
            mac.update(label.as_bytes());
            bytes.copy_from_slice(&mac.finalize().into_bytes());
        }
        bytes
    }

    /// Answers the key that signs checkpoints.
    pub fn checkpoint(&self) -> &SigningKey {
        &self.checkpoint
    }

    fn of([numbers, secrets, checkpoint]: [Zeroizing<[u8; 32]>; 3]) -> Result<Self, StoreError> {
        let keyed = <Hmac<Sha256> as KeyInit>::new_from_slice(numbers.as_ref())
            .map_err(|_| StoreError::Damaged(NAMES[0].to_owned()))?;
        Ok(Keys { numbers, secrets, checkpoint: SigningKey::from_bytes(&checkpoint), keyed })
    }

    fn bytes(&self) -> [Zeroizing<[u8; 32]>; 3] {
        [self.numbers.clone(), self.secrets.clone(), Zeroizing::new(self.checkpoint.to_bytes())]
    }
}

fn read(path: &Path) -> Result<Zeroizing<[u8; 32]>, StoreError> {
    key(&read_secret(path)?)
        .ok_or_else(|| StoreError::Damaged(format!("{} is not 64 hexadecimal digits", path.display())))
}

fn key(text: &str) -> Option<Zeroizing<[u8; 32]>> {
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
        assert_eq!(made.check_values(), read.check_values());
        assert!(matches!(Keys::create(home.path()), Err(StoreError::Occupied(_))));
    }

    #[test]
    fn a_key_others_can_read_is_refused() {
        let home = tempfile::tempdir().unwrap();
        Keys::create(home.path()).unwrap();
        let path = home.path().join("keys/numbers.key");
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
        let cut = home.path().join("cut");
        write_new(&cut, format!("{COPY}\nnumbers.key 00\n").as_bytes()).unwrap();
        assert!(matches!(Keys::from_copy(&cut), Err(StoreError::Damaged(_))));
    }

    #[test]
    fn keys_of_another_folder_do_not_fit() {
        let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        crate::store::Database::make(one.path(), &crate::identity::BASE).unwrap();
        let base = crate::store::Database::open_alone(one.path(), &crate::identity::BASE).unwrap();
        let own = Keys::create(one.path()).unwrap();
        own.fit(&base).unwrap();
        own.fit(&base).unwrap();
        let foreign = Keys::create(other.path()).unwrap();
        assert!(matches!(foreign.fit(&base), Err(StoreError::WrongKey(key)) if key == "numbers.key"));
        let mixed = Keys::of([own.bytes()[0].clone(), foreign.bytes()[1].clone(), own.bytes()[2].clone()]).unwrap();
        assert!(matches!(mixed.fit(&base), Err(StoreError::WrongKey(key)) if key == "secrets.key"));
    }
}
