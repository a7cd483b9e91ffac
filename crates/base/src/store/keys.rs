//! Secret keys: files of mode 0400 outside the databases, backed up apart from them.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use ed25519_dalek::SigningKey;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::StoreError;

/// The names of the key files, which are the whole content of `keys/`.
const NAMES: [&str; 3] = ["numbers.key", "secrets.key", "checkpoint.key"];

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
    /// Errors: `Damaged` when keys are there already, for new ones would orphan every keyed hash.
    pub fn create(folder: &Path) -> Result<Self, StoreError> {
        let place = folder.join("keys");
        std::fs::create_dir_all(&place)?;
        for name in NAMES {
            let path = place.join(name);
            if path.exists() {
                return Err(StoreError::Damaged(format!("{} exists already", path.display())));
            }
            let mut file = OpenOptions::new().create_new(true).write(true).mode(0o400).open(&path)?;
            let secret = Zeroizing::new(rand::random::<[u8; 32]>());
            file.write_all(hex::encode(secret.as_ref()).as_bytes())?;
            file.sync_all()?;
        }
        std::fs::File::open(&place)?.sync_all()?;
        Self::open(folder)
    }

    /// Reads the keys.
    ///
    /// Errors: `Missing` names the file; `Damaged` when it is readable by others or is not 64 hexadecimal digits.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let place = folder.join("keys");
        let numbers = read(&place.join(NAMES[0]))?;
        let secrets = read(&place.join(NAMES[1]))?;
        let checkpoint = SigningKey::from_bytes(&*read(&place.join(NAMES[2]))?);
        let keyed = <Hmac<Sha256> as KeyInit>::new_from_slice(numbers.as_ref())
            .map_err(|_| StoreError::Damaged(NAMES[0].to_owned()))?;
        Ok(Keys { numbers, secrets, checkpoint, keyed })
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

    /// Answers the key files as (name, content), for a backup of the keys apart from the data.
    pub fn files(folder: &Path) -> Result<Vec<(&'static str, PathBuf)>, StoreError> {
        NAMES
            .iter()
            .map(|name| {
                let path = folder.join("keys").join(name);
                if path.exists() { Ok((*name, path)) } else { Err(StoreError::Missing(path.display().to_string())) }
            })
            .collect()
    }

    /// Answers whether two folders' keys give the same keyed hashes.
    pub fn same_numbers(&self, other: &Keys) -> bool {
        use subtle::ConstantTimeEq;
        self.numbers.as_ref().ct_eq(other.numbers.as_ref()).into()
    }
}

fn read(path: &Path) -> Result<Zeroizing<[u8; 32]>, StoreError> {
    let meta = std::fs::metadata(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => StoreError::Missing(format!("key file {}", path.display())),
        _ => error.into(),
    })?;
    if meta.mode() & 0o077 != 0 {
        return Err(StoreError::Damaged(format!("{} can be read by others: make its mode 0400", path.display())));
    }
    let text = Zeroizing::new(std::fs::read_to_string(path)?);
    let mut key = Zeroizing::new([0; 32]);
    hex::decode_to_slice(text.trim(), key.as_mut())
        .map_err(|_| StoreError::Damaged(format!("{} is not 64 hexadecimal digits", path.display())))?;
    Ok(key)
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
        assert!(made.same_numbers(&read));
        assert!(matches!(Keys::create(home.path()), Err(StoreError::Damaged(_))));
    }

    #[test]
    fn a_key_others_can_read_is_refused() {
        let home = tempfile::tempdir().unwrap();
        Keys::create(home.path()).unwrap();
        let path = home.path().join("keys/numbers.key");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
        assert!(matches!(Keys::open(home.path()), Err(StoreError::Damaged(_))));
    }
}
