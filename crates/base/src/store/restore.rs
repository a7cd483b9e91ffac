//! Restoring: a data folder made again from a backup and its keys, believed only after everything was recomputed.
//!
//! `base.db` takes its name last. A place where restoring was cut short is therefore no data folder, and nothing serves it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::io::Read;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use journal::SignedCheckpoint;

use super::backup::{MANIFEST, Manifest, Piece, SIGNATURE, digest};
use super::durable::{make_folders_unsynced, sync_file, sync_folder};
use super::house::HouseSpec;
use super::{Database, Folder, Ground, House, Keys, StoreError, Verified, verify_house};
use crate::access::{ACCESS, VerifiedLog, verify_log};
use crate::identity::BASE;

/// The name of `base.db` until everything has been verified.
const UNPROVEN: &str = "base.db.restoring";

/// The most a manifest may have.
const MANIFEST_BYTES_MAX: u64 = 256 << 20;

/// Each house's journal, recomputed.
type Proved = Vec<(&'static str, Verified)>;

/// What was restored.
#[derive(Debug)]
pub struct Restored {
    /// What the backup said of itself.
    pub manifest: Manifest,
    /// The access log, recomputed.
    pub log: VerifiedLog,
    /// Each house's journal, recomputed and held against its checkpoint.
    pub houses: Proved,
    /// Files by content.
    pub files: u64,
    /// Whether the folder was made, or was there and empty.
    pub made: bool,
}

/// Makes a data folder at `to` from a backup and its keys, at the present instant `now`.
///
/// A failure leaves `to` as it was found: absent or empty.
///
/// Errors: `Occupied` when something is at `to`; `WrongKey`; `Newer`; `Damaged` names the first piece that is not what
/// the manifest says, or what recomputing found.
pub fn restore(
    backup: impl Read,
    keys: &Keys,
    to: &Path,
    houses: &[&'static HouseSpec],
    now: Timestamp,
) -> Result<Restored, StoreError> {
    let made = prepare(to)?;
    let restored = unpack(backup, keys, to, houses).and_then(|manifest| {
        let (log, verified) = prove(&manifest, keys, to, houses, now)?;
        settle(&manifest, keys, to, (&made, &verified))?;
        let files = manifest.pieces.iter().filter(|piece| piece.name.starts_with("files/")).count() as u64;
        Ok(Restored { manifest, log, houses: verified, files, made: !made.is_empty() })
    });
    if restored.is_err() {
        take_back(to, !made.is_empty());
    }
    restored
}

/// Answers the folders that had to be made: none, or `to` with those above it that were not there.
fn prepare(to: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let made = match std::fs::read_dir(to) {
        Ok(mut inside) => match inside.next() {
            Some(_) => return Err(StoreError::Occupied(to.display().to_string())),
            None => Vec::new(),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => make_folders_unsynced(to)?,
        Err(error) => return Err(error.into()),
    };
    std::fs::set_permissions(to, std::fs::Permissions::from_mode(0o700))?;
    Ok(made)
}

/// Removes everything under `to`, where nothing was before, and the folder itself if it was `made`.
pub fn take_back(to: &Path, made: bool) {
    // The failure that led here is what the person is told; what cannot be removed is in plain sight.
    for inside in std::fs::read_dir(to).into_iter().flatten().flatten() {
        let path = inside.path();
        let _ = if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
    }
    if made {
        let _ = std::fs::remove_dir(to);
    }
}

fn unpack(backup: impl Read, keys: &Keys, to: &Path, houses: &[&'static HouseSpec]) -> Result<Manifest, StoreError> {
    let mut tar = tar::Archive::new(backup);
    let mut entries = tar.entries().map_err(unreadable)?;
    let mut next = || -> Result<Option<(String, tar::Entry<'_, _>)>, StoreError> {
        let Some(entry) = entries.next() else { return Ok(None) };
        let entry = entry.map_err(unreadable)?;
        let name = String::from_utf8_lossy(&entry.path_bytes()).into_owned();
        Ok(Some((name, entry)))
    };
    let mut small = |wanted: &str| -> Result<Vec<u8>, StoreError> {
        let Some((_, entry)) = next()?.filter(|(name, _)| name == wanted) else {
            return Err(StoreError::Damaged(format!("no backup: {wanted} is missing at its beginning")));
        };
        let mut content = Vec::new();
        entry.take(MANIFEST_BYTES_MAX).read_to_end(&mut content).map_err(unreadable)?;
        Ok(content)
    };
    let (text, signature) = (small(MANIFEST)?, small(SIGNATURE)?);
    let manifest = Manifest::read(&text, &signature, keys)?;
    let mut wanted = manifest.pieces.iter();
    while let Some((name, mut entry)) = next()? {
        let piece = wanted
            .next()
            .filter(|piece| piece.name == name && entry.header().entry_type().is_file())
            .ok_or_else(|| StoreError::Damaged(format!("{name} is not what the manifest has in this place")))?;
        let place = place(to, &name, houses)?;
        write(&mut entry, piece, &place)?;
    }
    if let Some(piece) = wanted.next() {
        return Err(StoreError::Damaged(format!("the backup ends before {}", piece.name)));
    }
    Ok(manifest)
}

/// Answers where a piece goes; a name that no backup of ours has goes nowhere.
fn place(to: &Path, name: &str, houses: &[&'static HouseSpec]) -> Result<PathBuf, StoreError> {
    if name == BASE.file {
        return Ok(to.join(UNPROVEN));
    }
    if name == ACCESS.file || houses.iter().any(|house| house.file == name) {
        return Ok(to.join(name));
    }
    let by_content = name.strip_prefix("files/").and_then(|rest| rest.split_once('/')).filter(|(short, long)| {
        long.len() == 64 && long.starts_with(short) && short.len() == 2 && long.bytes().all(|b| b.is_ascii_hexdigit())
    });
    match by_content {
        Some(_) => Ok(to.join(name)),
        None => Err(StoreError::Damaged(format!("{name} has no place in a data folder"))),
    }
}

fn write(entry: &mut dyn Read, piece: &Piece, place: &Path) -> Result<(), StoreError> {
    if let Some(parent) = place.parent() {
        std::fs::create_dir_all(parent)?;
    }
    let mut file = OpenOptions::new().create_new(true).write(true).mode(0o600).open(place)?;
    let (size_bytes, sha256) = digest(&mut entry.take(piece.size_bytes.saturating_add(1)), &mut file)?;
    if (size_bytes, &sha256) != (piece.size_bytes, &piece.sha256) {
        return Err(StoreError::Damaged(format!("{} is not what the manifest says", piece.name)));
    }
    sync_file(&file)?;
    Ok(())
}

/// Recomputes everything, and answers the access log and each house's journal.
fn prove(
    manifest: &Manifest,
    keys: &Keys,
    to: &Path,
    houses: &[&'static HouseSpec],
    now: Timestamp,
) -> Result<(VerifiedLog, Proved), StoreError> {
    keys.place(to)?;
    let log = verify_log(&Database::open_alone(to, &ACCESS)?, &[], now)?;
    if (log.leaves, hex::encode(log.head)) != (manifest.access_log.leaves, manifest.access_log.head.clone()) {
        return Err(StoreError::Damaged("the access log is not the one the manifest speaks of".to_owned()));
    }
    let signed = checkpoints(manifest, keys)?;
    let mut verified = Vec::new();
    for &house in houses {
        let Some(checkpoint) = signed.get(house.name) else { continue };
        let connection = House::open_alone(to, house)?;
        verified.push((house.name, verify_house(&connection, house, std::slice::from_ref(checkpoint))?));
    }
    Ok((log, verified))
}

/// Gives `base.db` its name, by which the folder becomes one that can be served.
fn settle(
    manifest: &Manifest,
    keys: &Keys,
    to: &Path,
    (made, verified): (&[PathBuf], &Proved),
) -> Result<(), StoreError> {
    // Where the journals end is where the numbers' key of then ends too.
    let heads = verified.iter().map(|(house, verified)| ((*house).to_owned(), verified.entries)).collect();
    let unproven = Ground { file: UNPROVEN, ..BASE };
    let base = Database::open_alone(to, &unproven)?;
    keys.bring_forward(&base, &heads)?;
    // What is written must be in the file itself before that takes another name.
    base.close().map_err(|(_, error)| error)?;
    // The rest is on the disk before the name that makes it a data folder.
    for folder in folders(to, made, &manifest.pieces).into_iter().rev() {
        sync_folder(&folder)?;
    }
    std::fs::rename(to.join(UNPROVEN), to.join(BASE.file))?;
    Keys::open(to)?.fit(&Database::open_alone(to, &BASE)?)?;
    sync_folder(to)?;
    drop(Folder::open(to)?);
    Ok(())
}

/// Answers every folder in which restoring made something: a file is durable together with its name, and the name is in
/// the folder above. A folder stands before what is in it.
fn folders(to: &Path, made: &[PathBuf], pieces: &[Piece]) -> BTreeSet<PathBuf> {
    let within = |piece: &Piece| -> Vec<PathBuf> {
        Path::new(&piece.name).ancestors().skip(1).map(|folder| to.join(folder)).collect()
    };
    let above = made.iter().filter_map(|folder| folder.parent()).map(Path::to_owned);
    pieces.iter().flat_map(within).chain(above).chain([to.to_owned()]).collect()
}

fn checkpoints(manifest: &Manifest, keys: &Keys) -> Result<BTreeMap<String, journal::Checkpoint>, StoreError> {
    let signer = manifest.signer(keys).ok_or_else(|| StoreError::Damaged("nobody known signed it".to_owned()))?;
    let read = |(house, text): (&String, &String)| {
        let damaged = |error| StoreError::Damaged(format!("the checkpoint of {house}: {error}"));
        let signed = SignedCheckpoint::parse(text).map_err(damaged)?;
        let checkpoint = signed.verify(&signer).map_err(damaged)?;
        Ok((house.clone(), checkpoint.clone()))
    };
    manifest.checkpoints.iter().map(read).collect()
}

fn unreadable(error: std::io::Error) -> StoreError {
    match error.kind() {
        std::io::ErrorKind::StorageFull => StoreError::Full,
        _ => StoreError::Damaged(format!("the tar cannot be read: {error}")),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_folder_in_which_something_was_made_is_put_on_the_disk() {
        let home = tempfile::tempdir().unwrap();
        let to = home.path().join("new/again");
        let made = prepare(&to).unwrap();
        let name = format!("files/ab/{}", "ab".repeat(32));
        let pieces = [BASE.file, &name].map(|name| Piece { name: name.into(), size_bytes: 0, sha256: String::new() });
        let wanted =
            [home.path().to_owned(), home.path().join("new"), to.clone(), to.join("files"), to.join("files/ab")];
        assert_eq!(folders(&to, &made, &pieces), wanted.into());
        assert_eq!(prepare(&to).unwrap(), Vec::<PathBuf>::new(), "what was there stays");
    }

    #[test]
    fn a_piece_goes_to_its_place_or_nowhere() {
        let to = Path::new("/somewhere");
        let name = "ab".repeat(32);
        assert_eq!(place(to, "base.db", &[]).unwrap(), to.join(UNPROVEN));
        assert_eq!(place(to, "access.db", &[]).unwrap(), to.join("access.db"));
        assert!(place(to, &format!("files/ab/{name}"), &[]).is_ok());
        let nowhere =
            ["registers.db", "keys/numbers.key", "../base.db", "/etc/passwd", "files/ab/../../base.db", "lock"];
        for name in nowhere.map(str::to_owned).into_iter().chain([format!("files/cd/{name}")]) {
            assert!(matches!(place(to, &name, &[]), Err(StoreError::Damaged(_))), "{name}");
        }
    }
}
