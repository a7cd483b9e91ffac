//! A backup: one tar with a snapshot of every database, every file, and a signed list of what is in it. No key is in it.
//!
//! ```text
//! MANIFEST.json   what is in it, when it was made, where the journal and the access log stood
//! MANIFEST.sig    Ed25519 over "puebla backup 1\n" and the manifest's bytes, by the checkpoint key; hexadecimal
//! registers.db    the houses, then base.db, then access.db: the log covers all that the others show
//! …
//! files/ab/ab12…  by content
//! ```
//!
//! Snapshots are made beside the files and removed when the backup is dropped, so a copy needs the databases' room once
//! more on the disk while it is made.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use ed25519_dalek::{Signature, Signer, VerifyingKey};
use jiff::Timestamp;
use journal::Checkpoint;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::connection::{open_snapshot, snapshot};
use super::house::{HouseSpec, heads};
use super::keys::KeyAge;
use super::{Files, KeyName, Keys, StoreError};
use crate::access::ACCESS;
use crate::identity::BASE;

/// The form of backups that this release writes and reads.
const FORM: u32 = 1;

/// The name of the list of what is in a backup.
pub(super) const MANIFEST: &str = "MANIFEST.json";

/// The name of the list's signature.
pub(super) const SIGNATURE: &str = "MANIFEST.sig";

const SIGNED: &[u8] = b"puebla backup 1\n";

/// What is in a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The form of the backup.
    pub form: u32,
    /// The release that made it.
    pub release: String,
    /// Code of the process served.
    pub process: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// For each key, by the name of its file, the value that tells it from others.
    pub keys: BTreeMap<String, String>,
    /// For each key, by the name of its file, which epoch it is in; absent in backups of 0.1.0, in which all are in the first.
    #[serde(default)]
    pub key_ages: BTreeMap<String, KeyAge>,
    /// For each house, the signed checkpoint of its journal.
    pub checkpoints: BTreeMap<String, String>,
    /// Where the access log stood.
    pub access_log: LogHead,
    /// Everything else in the tar, in its order.
    pub pieces: Vec<Piece>,
}

/// Where an access log stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogHead {
    /// Lines.
    pub leaves: u64,
    /// Hash of the last one, hexadecimal.
    pub head: String,
}

/// One file of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its path in the tar and in the data folder.
    pub name: String,
    /// Its size.
    pub size_bytes: u64,
    /// SHA-256 of its content, hexadecimal.
    pub sha256: String,
}

/// What a backup is made from; it may be in use.
pub struct Source<'s> {
    /// The data folder.
    pub folder: &'s Path,
    /// Its houses.
    pub houses: Vec<&'static HouseSpec>,
    /// Its keys, which sign and stay behind.
    pub keys: &'s Keys,
    /// Its files.
    pub files: &'s Files,
    /// Code of the process served.
    pub process: String,
    /// The release that makes it.
    pub release: String,
    /// The present instant.
    pub at: Timestamp,
}

/// A backup that is ready to be written out.
pub struct Backup {
    manifest: Manifest,
    text: Vec<u8>,
    signature: String,
    places: Vec<PathBuf>,
    _snapshots: Snapshots,
}

impl Backup {
    /// Takes the snapshots, reads every file, and signs what is there.
    ///
    /// Errors: `Damaged` when a file's content is no longer what its name says; `Full`.
    pub fn prepare(source: &Source<'_>) -> Result<Self, StoreError> {
        let mut snapshots = Snapshots(Vec::new());
        let (mut pieces, mut places) = (Vec::new(), Vec::new());
        let mut checkpoints = BTreeMap::new();
        let databases = source.houses.iter().map(|house| house.file).chain([BASE.file, ACCESS.file]);
        for file in databases {
            let to = source.files.incoming();
            snapshots.0.push(to.clone());
            snapshot(&source.folder.join(file), &to)?;
            if file == BASE.file {
                // Whoever is signed in now is not signed in to a folder restored from this.
                open_snapshot(&to)?.execute("DELETE FROM session", [])?;
            }
            pieces.push(piece(file, &to)?);
            places.push(to);
        }
        for (house, place) in source.houses.iter().zip(&places) {
            let heads = heads(&open_snapshot(place)?)?;
            let origin = origin(&source.process, house.name);
            let checkpoint = Checkpoint::new(&origin, heads, source.at.as_microsecond())
                .map_err(|error| StoreError::Damaged(error.to_string()))?;
            checkpoints.insert(house.name.to_owned(), checkpoint.sign(source.keys.checkpoint()).to_string());
        }
        let (leaves, head) = match places.last() {
            Some(log) => crate::access::log_head(&open_snapshot(log)?)?,
            None => (0, [0; 32]),
        };
        for name in source.files.held()?.names {
            let place = source.files.place(&name);
            let piece = piece(&format!("files/{}/{name}", &name[..2]), &place)?;
            if piece.sha256 != name {
                return Err(StoreError::Damaged(format!("file {name}")));
            }
            pieces.push(piece);
            places.push(place);
        }
        let manifest = Manifest {
            form: FORM,
            release: source.release.clone(),
            process: source.process.clone(),
            made_at: source.at,
            keys: source.keys.check_values().map(|(name, value)| (name.to_owned(), value)).into(),
            key_ages: source.keys.ages(),
            checkpoints,
            access_log: LogHead { leaves, head: hex::encode(head) },
            pieces,
        };
        let text = serde_json::to_vec_pretty(&manifest).map_err(|error| StoreError::Damaged(error.to_string()))?;
        let signature = hex::encode(source.keys.checkpoint().sign(&[SIGNED, &text].concat()).to_bytes());
        Ok(Backup { manifest, text, signature, places, _snapshots: snapshots })
    }

    /// Answers what is in it.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Answers how long the tar will be, in bytes.
    pub fn size_bytes(&self) -> u64 {
        let entry = |bytes: u64| 512 + bytes.div_ceil(512) * 512;
        let listed = entry(self.text.len() as u64) + entry(self.signature.len() as u64);
        self.manifest.pieces.iter().fold(listed + 1024, |sum, piece| sum + entry(piece.size_bytes))
    }

    /// Writes the tar.
    ///
    /// Errors: those of the place written to; `Damaged` when a piece is shorter than it was a moment ago.
    pub fn write(&self, to: impl Write) -> Result<(), StoreError> {
        let mut tar = tar::Builder::new(to);
        let at = u64::try_from(self.manifest.made_at.as_second()).unwrap_or(0);
        let mut append = |name: &str, size: u64, content: &mut dyn Read| -> Result<(), StoreError> {
            let mut header = tar::Header::new_gnu();
            header.set_size(size);
            header.set_mode(0o400);
            header.set_mtime(at);
            let mut content = content.take(size);
            tar.append_data(&mut header, name, &mut content)?;
            if content.limit() > 0 {
                return Err(StoreError::Damaged(format!("{name} became shorter while it was copied")));
            }
            Ok(())
        };
        append(MANIFEST, self.text.len() as u64, &mut self.text.as_slice())?;
        append(SIGNATURE, self.signature.len() as u64, &mut self.signature.as_bytes())?;
        for (piece, place) in self.manifest.pieces.iter().zip(&self.places) {
            append(&piece.name, piece.size_bytes, &mut File::open(place)?)?;
        }
        tar.finish()?;
        tar.into_inner()?.flush()?;
        Ok(())
    }
}

impl Manifest {
    /// Reads a manifest and holds it against its signature and the keys.
    ///
    /// Errors: `WrongKey`, `EarlierKey`, `LaterKey` when it was written with other keys; `Newer`; `Damaged` when it is not what
    /// was signed.
    pub fn read(text: &[u8], signature: &[u8], keys: &Keys) -> Result<Self, StoreError> {
        let manifest: Manifest = serde_json::from_slice(text)
            .map_err(|error| StoreError::Damaged(format!("{MANIFEST} cannot be read: {error}")))?;
        if manifest.form > FORM {
            let (found, known) = (i64::from(manifest.form), i64::from(FORM));
            return Err(StoreError::Newer { file: MANIFEST.to_owned(), found, known });
        }
        keys.can_open(&manifest.keys, &manifest.key_ages)?;
        let forged = || StoreError::Damaged(format!("{MANIFEST} is not the one that was signed"));
        let signature = hex::decode(signature.trim_ascii()).map_err(|_| forged())?;
        let signature = Signature::from_slice(&signature).map_err(|_| forged())?;
        let signed = [SIGNED, text].concat();
        let signer = manifest.signer(keys).ok_or_else(forged)?;
        signer.verify_strict(&signed, &signature).map_err(|_| forged())?;
        Ok(manifest)
    }
}

impl Manifest {
    /// Answers the public key under which it says to be signed, where it is this folder's of then or now.
    pub(super) fn signer(&self, keys: &Keys) -> Option<VerifyingKey> {
        let named = self.keys.get(KeyName::Checkpoint.file())?;
        keys.signers().into_iter().find(|signer| hex::encode(signer.as_bytes()) == *named)
    }
}

/// Answers the name by which checkpoints speak of one house's journal: `rcm/registers`.
pub fn origin(process: &str, house: &str) -> String {
    format!("{}/{house}", process.to_lowercase())
}

/// Snapshots that are removed when nobody needs them any more.
struct Snapshots(Vec<PathBuf>);

impl Drop for Snapshots {
    fn drop(&mut self) {
        for place in &self.0 {
            // What stays, because the disk says no, is removed when the folder is next opened.
            let _ = std::fs::remove_file(place);
        }
    }
}

fn piece(name: &str, place: &Path) -> Result<Piece, StoreError> {
    let (size_bytes, sha256) = digest(&mut File::open(place)?, &mut std::io::sink())?;
    Ok(Piece { name: name.to_owned(), size_bytes, sha256 })
}

/// Copies everything and answers its length and SHA-256.
pub(super) fn digest(from: &mut dyn Read, to: &mut dyn Write) -> Result<(u64, String), StoreError> {
    let (mut hash, mut size) = (Sha256::new(), 0);
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => return Ok((size, hex::encode(hash.finalize()))),
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error.into()),
        };
        hash.update(&buffer[..read]);
        to.write_all(&buffer[..read])?;
        size += read as u64;
    }
}
