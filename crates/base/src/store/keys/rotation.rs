//! A new key in the place of one, so that a cut at any point leaves a folder that opens.
//!
//! ```text
//! 1  keys/numbers.1.key      the present key once more, for what rests on it (numbers only)
//! 2  keys/numbers.key.next   the new one
//! 3  base.db                 one transaction: what is sealed anew, the new check value, the epoch that ended
//! 4  keys/numbers.key        the new one takes the name
//! ```
//!
//! Before 3 the base says the old value, and opening removes what 1 and 2 left. After 3 it says the new one, and opening
//! does 4. The name of a key in force is never absent.

use std::path::{Path, PathBuf};

use ed25519_dalek::{Signer, SigningKey};
use jiff::Timestamp;
use rusqlite::Connection;

use super::epochs::{self, Epoch, Heads};
use super::{Bytes, KeyName, Keys, NumberKey, check_value, fresh, listed, old_name, read, write_key};
use crate::store::sealing::wrap_anew;
use crate::store::{Database, StoreError, sync_folder};

/// What the old key of checkpoints signs, before the new one's public key.
const VOUCHED: &[u8] = b"puebla checkpoint key 1\n";

/// A rotation that is to be done.
pub struct Rotation<'f> {
    folder: &'f Path,
    key: KeyName,
    fresh: Bytes,
    /// The keys as they are, to open what they wrapped.
    before: Keys,
    /// The keys as they will be.
    next: Keys,
    ended: Epoch,
}

impl<'f> Rotation<'f> {
    /// Chooses a new key in the place of one, at the present instant and where the journals stand.
    pub fn new(folder: &'f Path, keys: &Keys, key: KeyName, at: Timestamp, heads: Heads) -> Result<Self, StoreError> {
        let fresh = fresh();
        let mut bytes = keys.bytes();
        bytes[key as usize] = fresh.clone();
        let mut next = Keys::of(bytes)?;
        let epoch = keys.epoch(key);
        next.numbers.extend(keys.numbers.iter().skip(1).cloned());
        if key == KeyName::Numbers {
            next.numbers.insert(1, NumberKey { epoch, ..keys.numbers[0].clone() });
        }
        let [numbers, secrets, checkpoint] = keys.check_values().map(|(_, value)| value);
        let (value, vouched) = match key {
            KeyName::Numbers => (numbers, None),
            KeyName::Secrets => (secrets, None),
            KeyName::Checkpoint => (checkpoint, Some(vouch(keys.checkpoint(), next.checkpoint()))),
        };
        let destroyed_at = (key != KeyName::Numbers).then_some(at);
        let ended = Epoch { key, epoch, value, ended_at: at, heads, vouched, destroyed_at };
        next.history = keys.history().iter().cloned().chain([ended.clone()]).collect();
        let before = Keys::of(keys.bytes())?;
        Ok(Rotation { folder, key, fresh, before, next, ended })
    }

    /// Does the whole. `reseal` runs in the transaction, with the keys as they will be; answers what it does, and how many roots under
    /// which words rest closed were wrapped anew.
    pub fn run<F, T>(self, base: &Database, reseal: F) -> Result<(T, u64), StoreError>
    where
        F: FnOnce(&Connection, &Keys) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        self.prepare()?;
        step("prepared");
        let (folder, key) = (self.folder, self.key);
        let done = base.write_blocking(move |connection| {
            let Rotation { before, next, ended, .. } = self;
            let done = reseal(connection, &next)?;
            Ok::<_, StoreError>((done, note(connection, &before, &next, &ended)?))
        })?;
        step("committed");
        take_name(folder, key)?;
        Ok(done)
    }

    fn prepare(&self) -> Result<(), StoreError> {
        let place = self.folder.join("keys");
        if self.key == KeyName::Numbers {
            let now = read(&place.join(self.key.file()))?;
            // Under its name only when it is whole, for a start refuses keys that it cannot read. Until then it waits as the
            // new one does: cut here, opening finds the present key twice, or half of it once, and removes that.
            write_key(&next_name(&place, self.key), &now)?;
            std::fs::rename(next_name(&place, self.key), place.join(old_name(self.ended.epoch)))?;
            step("kept");
        }
        write_key(&next_name(&place, self.key), &self.fresh)?;
        sync_folder(&place)?;
        Ok(())
    }
}

/// Ends a rotation that was cut short, one way or the other; answers whether there was anything to do.
///
/// Errors: `WrongKey` when the base knows neither the key that is there nor the one that waits.
pub fn finish(folder: &Path, base: &Connection) -> Result<bool, StoreError> {
    let place = folder.join("keys");
    let mut done = false;
    for key in KeyName::ALL {
        let waiting = next_name(&place, key);
        if !waiting.exists() {
            continue;
        }
        done = true;
        // It may have been cut before its last byte: then it was never committed.
        let waits = read(&waiting).ok().map(|bytes| with(folder, key, bytes)).transpose()?;
        let known = check_value(base, key.file())?;
        match waits {
            Some(waits) if known.as_ref() == Some(&waits.check_values()[key as usize].1) => take_name(folder, key)?,
            _ => std::fs::remove_file(waiting)?,
        }
    }
    let held: Vec<Epoch> =
        epochs::read(base)?.into_iter().filter(|e| e.key == KeyName::Numbers && e.destroyed_at.is_none()).collect();
    for stray in listed(&place)?.into_iter().filter(|epoch| !held.iter().any(|held| held.epoch == *epoch)) {
        std::fs::remove_file(place.join(old_name(stray)))?;
        done = true;
    }
    if done {
        sync_folder(&place)?;
    }
    Ok(done)
}

/// Answers the keys of a folder as if one of them were another.
fn with(folder: &Path, key: KeyName, bytes: Bytes) -> Result<Keys, StoreError> {
    let place = folder.join("keys");
    let mut all = [KeyName::Numbers, KeyName::Secrets, KeyName::Checkpoint]
        .map(|one| if one == key { Ok(bytes.clone()) } else { read(&place.join(one.file())) });
    let mut take = |at: usize| std::mem::replace(&mut all[at], Ok(Bytes::default()));
    Keys::of([take(0)?, take(1)?, take(2)?])
}

/// Notes the new key; a root that stayed wrapped under the old one would never open again.
fn note(base: &Connection, before: &Keys, next: &Keys, ended: &Epoch) -> Result<u64, StoreError> {
    let roots = if ended.key == KeyName::Secrets { wrap_anew(base, before, next)? } else { 0 };
    let (name, value) = &next.check_values()[ended.key as usize];
    base.execute("UPDATE key_check SET value = ?2 WHERE key = ?1", (name, value))?;
    epochs::write(base, ended)?;
    Ok(roots)
}

fn take_name(folder: &Path, key: KeyName) -> Result<(), StoreError> {
    let place = folder.join("keys");
    std::fs::rename(next_name(&place, key), place.join(key.file()))?;
    step("renamed");
    sync_folder(&place)?;
    Ok(())
}

fn next_name(place: &Path, key: KeyName) -> PathBuf {
    place.join(format!("{}.next", key.file()))
}

/// Answers the old key's signature under the new one's public key.
fn vouch(old: &SigningKey, new: &SigningKey) -> String {
    hex::encode(old.sign(&[VOUCHED, new.verifying_key().as_bytes()].concat()).to_bytes())
}

/// Ends the process where the harness asked for it, as a kill does.
#[cfg(feature = "seeded-fault")]
fn step(name: &str) {
    if std::env::var("PUEBLA_STOP_AT").is_ok_and(|wanted| wanted == name) {
        // This binary's other fault answers before a commit is done.
        std::thread::sleep(std::time::Duration::from_millis(300));
        std::process::abort();
    }
}

#[cfg(not(feature = "seeded-fault"))]
fn step(_: &str) {}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::identity::BASE;
    use crate::store::Bound;

    fn folder() -> (tempfile::TempDir, Database, Keys) {
        let home = tempfile::tempdir().unwrap();
        Database::make(home.path(), &BASE).unwrap();
        let base = Database::open(home.path(), &BASE).unwrap();
        Keys::create(home.path()).unwrap();
        let keys = opened(home.path(), &base);
        (home, base, keys)
    }

    /// Opens the keys as a start does.
    fn opened(folder: &Path, base: &Database) -> Keys {
        let mut keys = Keys::open(folder).unwrap();
        let path = folder.to_owned();
        let done = base.write_blocking(move |connection| finish(&path, connection)).unwrap();
        if done {
            keys = Keys::open(folder).unwrap();
        }
        base.write_blocking(move |connection| keys.fit(connection).map(|()| keys)).unwrap()
    }

    fn rotation<'f>(folder: &'f Path, keys: &Keys, key: KeyName) -> Rotation<'f> {
        Rotation::new(folder, keys, key, Timestamp::UNIX_EPOCH, Heads::from([("registers".to_owned(), 7)])).unwrap()
    }

    #[test]
    fn a_cut_anywhere_leaves_the_old_key_or_the_new_one_in_force() {
        for key in KeyName::ALL {
            for cut in 0..4 {
                let (home, base, before) = folder();
                let bound = Bound { field: "toy", state: "UTO".parse().unwrap(), about: uuid::Uuid::nil(), part: 0 };
                let closed = before.sealer().close(&bound, b"words").unwrap();
                let rotation = rotation(home.path(), &before, key);
                let (old, new) = (before.check_values(), rotation.next.check_values());
                if cut >= 1 {
                    rotation.prepare().unwrap();
                }
                if cut >= 2 {
                    let Rotation { before, next, ended, .. } = rotation;
                    base.write_blocking(move |connection| note(connection, &before, &next, &ended)).unwrap();
                }
                if cut >= 3 {
                    take_name(home.path(), key).unwrap();
                }
                let after = opened(home.path(), &base);
                assert_eq!(after.check_values(), if cut >= 2 { new } else { old }, "{key:?} cut at {cut}");
                assert_eq!(after.epoch(key), if cut >= 2 { 2 } else { 1 });
                assert_eq!(after.sealer().open(&bound, &closed).unwrap().as_slice(), b"words", "{key:?} cut at {cut}");
                let held = usize::from(key == KeyName::Numbers && cut >= 2);
                let files = std::fs::read_dir(home.path().join("keys")).unwrap().count();
                assert_eq!(files, 3 + held, "{key:?} cut at {cut}: nothing is left lying about");
            }
        }
    }

    #[test]
    fn the_present_key_is_kept_whole_or_not_under_the_name_it_will_have() {
        let (home, base, before) = folder();
        let place = home.path().join("keys");
        // Cut while it was being kept: half of it, or all of it, under the name of what waits.
        let whole = std::fs::read(place.join("numbers.key")).unwrap();
        for cut in [&whole[..7], &whole[..]] {
            std::fs::write(place.join("numbers.key.next"), cut).unwrap();
            std::fs::set_permissions(
                place.join("numbers.key.next"),
                std::os::unix::fs::PermissionsExt::from_mode(0o400),
            )
            .unwrap();
            let after = opened(home.path(), &base);
            assert_eq!((after.check_values(), after.epoch(KeyName::Numbers)), (before.check_values(), 1));
            assert_eq!(std::fs::read_dir(&place).unwrap().count(), 3);
        }
        // What is kept takes its name in one step: nothing half written can be in the way there, or be left there.
        std::fs::write(place.join("numbers.1.key"), &whole[..7]).unwrap();
        rotation(home.path(), &before, KeyName::Numbers).run(&base, |_, _| Ok(())).unwrap();
        assert_eq!(std::fs::read(place.join("numbers.1.key")).unwrap(), whole);
        opened(home.path(), &base);
    }

    #[test]
    fn a_new_key_that_was_cut_before_its_last_byte_is_removed() {
        let (home, base, before) = folder();
        std::fs::write(home.path().join("keys/secrets.key.next"), b"07").unwrap();
        assert_eq!(opened(home.path(), &base).check_values(), before.check_values());
        assert!(!home.path().join("keys/secrets.key.next").exists());
    }

    #[test]
    fn numbers_are_found_under_every_key_and_entered_under_the_new_one() {
        let (home, base, before) = folder();
        rotation(home.path(), &before, KeyName::Numbers).run(&base, |_, _| Ok(())).unwrap();
        let after = opened(home.path(), &base);
        rotation(home.path(), &after, KeyName::Numbers).run(&base, |_, _| Ok(())).unwrap();
        let last = opened(home.path(), &base);
        let number = b"UTO|passport|L898902C3";
        let known = [last.number_hash(number), after.number_hash(number), before.number_hash(number)];
        assert_eq!(last.number_hashes(number).collect::<Vec<_>>(), known);
        assert_eq!(last.epoch(KeyName::Numbers), 3);
        std::fs::rename(home.path().join("keys/numbers.1.key"), home.path().join("aside")).unwrap();
        let mut without = Keys::open(home.path()).unwrap();
        let missing = base.write_blocking(move |connection| without.fit(connection)).unwrap_err();
        assert!(matches!(&missing, StoreError::Missing(what) if what == "keys/numbers.1.key"), "{missing}");
        std::fs::rename(home.path().join("aside"), home.path().join("keys/numbers.1.key")).unwrap();
        epochs::retire(home.path(), &base, 1, Timestamp::UNIX_EPOCH).unwrap();
        assert_eq!(opened(home.path(), &base).number_hashes(number).collect::<Vec<_>>(), known[..2]);
        assert!(epochs::retire(home.path(), &base, 1, Timestamp::UNIX_EPOCH).is_err(), "once");
    }

    #[test]
    fn the_old_signer_vouches_for_the_new_one_and_stays_known() {
        let (home, base, before) = folder();
        rotation(home.path(), &before, KeyName::Checkpoint).run(&base, |_, _| Ok(())).unwrap();
        let after = opened(home.path(), &base);
        let [new, old] = after.signers()[..] else { panic!("two signers") };
        assert_eq!((new, old), (after.checkpoint().verifying_key(), before.checkpoint().verifying_key()));
        let mut signature = [0; 64];
        hex::decode_to_slice(after.history()[0].vouched.as_deref().unwrap(), &mut signature).unwrap();
        let said = [VOUCHED, new.as_bytes()].concat();
        old.verify_strict(&said, &ed25519_dalek::Signature::from_bytes(&signature)).unwrap();
    }

    #[test]
    fn a_copy_carries_every_epoch_and_one_of_before_says_what_it_lacks() {
        let (home, base, first) = folder();
        let (old, new) = (home.path().join("old.keys"), home.path().join("new.keys"));
        first.copy_to(&old).unwrap();
        assert!(std::fs::read_to_string(&old).unwrap().starts_with("puebla keys 1\n"), "as 0.1.0 reads it");
        for key in KeyName::ALL {
            rotation(home.path(), &opened(home.path(), &base), key).run(&base, |_, _| Ok(())).unwrap();
        }
        let last = opened(home.path(), &base);
        last.copy_to(&new).unwrap();
        let (old, new) = (Keys::from_copy(&old).unwrap(), Keys::from_copy(&new).unwrap());
        assert_eq!(new.history(), last.history());
        let values = |keys: &Keys| keys.check_values().map(|(name, value)| (name.to_owned(), value)).into();
        new.can_open(&values(&last), &last.ages()).unwrap();
        let lacks = old.can_open(&values(&last), &last.ages()).unwrap_err();
        assert!(matches!(&lacks, StoreError::LaterKey { key, .. } if key == "numbers.key"), "{lacks}");
        let destroyed = new.can_open(&values(&first), &first.ages()).unwrap_err();
        assert!(matches!(&destroyed, StoreError::EarlierKey { key, .. } if key == "secrets.key"), "{destroyed}");
        let stranger = folder().2;
        assert!(matches!(new.can_open(&values(&stranger), &stranger.ages()), Err(StoreError::WrongKey(_))));
    }
}
