//! Room kept back on the disk for the day it is full: so that checks go on, and the operator can act.
//!
//! A file of the data folder that holds nothing but its place. When hardly any room is left it is given up, and from then on
//! only what must go on may use the room: the access log, signing in, the operator's and administrators' own acts, and
//! destroying what is due. What States add waits. Once there is room again, the file is made anew and everything is taken.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};

use jiff::Timestamp;

use super::{RoomOnDisk, StoreError, room_on_disk};

/// The size that a server keeps back unless told otherwise, in bytes.
pub const RESERVE_BYTES: u64 = 64 << 20;

/// The file's name in the data folder. Empty, it says that its room was given up.
const FILE: &str = "reserve";

/// Beneath so many reserves of free room somebody should look.
const LOW_RESERVES: u64 = 8;

/// How often low room is said.
const SAID_EVERY_S: i64 = 600;

/// Room kept back.
pub struct Reserve {
    folder: PathBuf,
    size_bytes: u64,
    spent: AtomicBool,
    held: AtomicBool,
    free_bytes: AtomicU64,
    said_s: AtomicI64,
}

/// How the reserve stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its room is kept back.
    Held,
    /// It was given up, for the disk is full.
    Spent,
    /// There was never room for it, or none is wanted.
    Absent,
}

/// How much room there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// Free beside the reserve, in bytes.
    pub free_bytes: u64,
    /// The reserve.
    pub standing: Standing,
    /// Its size when held, in bytes.
    pub size_bytes: u64,
    /// Whether somebody should look.
    pub low: bool,
}

impl Reserve {
    /// Looks after the reserve of a folder; with a size of nothing, none is kept.
    pub fn of(folder: &Path, size_bytes: u64) -> Self {
        let kept = std::fs::metadata(folder.join(FILE)).ok().map(|meta| meta.len());
        let reserve = Reserve {
            folder: folder.to_owned(),
            size_bytes,
            spent: AtomicBool::new(kept == Some(0) && size_bytes > 0),
            held: AtomicBool::new(kept.is_some_and(|bytes| bytes > 0)),
            free_bytes: AtomicU64::new(u64::MAX),
            said_s: AtomicI64::new(i64::MIN),
        };
        // What was left of an attempt that a stop interrupted.
        let _ = std::fs::remove_file(reserve.unfinished());
        reserve.give_up_when_full();
        reserve
    }

    /// Says whether room was given up that States' entries must not use.
    pub fn is_spent(&self) -> bool {
        self.spent.load(Ordering::Relaxed)
    }

    /// Answers how much room there is, as it was last looked at.
    pub fn room(&self) -> Room {
        let standing = match (self.is_spent(), self.held.load(Ordering::Relaxed)) {
            (true, _) => Standing::Spent,
            (false, true) => Standing::Held,
            (false, false) => Standing::Absent,
        };
        let free_bytes = self.free_bytes.load(Ordering::Relaxed);
        let low = free_bytes < self.size_bytes.saturating_mul(LOW_RESERVES) || standing == Standing::Spent;
        Room { free_bytes, standing, size_bytes: self.size_bytes, low }
    }

    /// Gives the reserve up when the disk is full, makes it when there is room, and says what somebody should know: what a
    /// server does each second.
    pub fn look(&self, now: Timestamp) {
        self.give_up_when_full();
        let free_bytes = self.free_bytes.load(Ordering::Relaxed);
        let there_is_room = free_bytes >= self.size_bytes.saturating_add(self.least_bytes().saturating_mul(2));
        if there_is_room && !self.held.load(Ordering::Relaxed) {
            // There is room again, whether or not it can be kept back: what States add is taken.
            self.spent.store(false, Ordering::Relaxed);
        }
        if there_is_room && self.size_bytes > 0 && !self.held.load(Ordering::Relaxed) {
            match self.make() {
                Ok(()) => tracing::info!(bytes = self.size_bytes, "room is kept back for the day the disk is full"),
                Err(error) => tracing::warn!(%error, "no room could be kept back"),
            }
        }
        self.say(now);
    }

    /// Beneath this much free room the disk counts as full.
    fn least_bytes(&self) -> u64 {
        (self.size_bytes / 8).max(256 * 1024)
    }

    fn give_up_when_full(&self) {
        if self.size_bytes == 0 && !self.held.load(Ordering::Relaxed) && !self.is_spent() {
            return;
        }
        let Ok(RoomOnDisk { free_bytes, .. }) = room_on_disk(&self.folder) else { return };
        self.free_bytes.store(free_bytes, Ordering::Relaxed);
        if free_bytes >= self.least_bytes() || !self.held.load(Ordering::Relaxed) {
            return;
        }
        // First the gate, then the room: nobody else may take it.
        self.spent.store(true, Ordering::Relaxed);
        let given_up = File::options().write(true).open(self.folder.join(FILE)).and_then(|file| file.set_len(0));
        match given_up {
            Ok(()) => {
                self.held.store(false, Ordering::Relaxed);
                tracing::error!(
                    free_bytes,
                    "the disk is full: the reserve was given up, States' entries are refused \
                    until there is room, and checks go on as long as the reserve lasts"
                );
            }
            Err(error) => tracing::error!(%error, "the disk is full and the reserve cannot be given up"),
        }
    }

    /// Writes the file out: what was only promised is not there on the day.
    fn make(&self) -> Result<(), StoreError> {
        let unfinished = self.unfinished();
        let written = self.write(&unfinished).and_then(|()| Ok(std::fs::rename(&unfinished, self.folder.join(FILE))?));
        if let Err(error) = written {
            let _ = std::fs::remove_file(&unfinished);
            return Err(error);
        }
        self.held.store(true, Ordering::Relaxed);
        Ok(())
    }

    fn write(&self, place: &Path) -> Result<(), StoreError> {
        let mut file = File::create(place)?;
        // Bytes that no file system can make smaller.
        let mut piece = vec![0; 1 << 16];
        let mut left = self.size_bytes;
        while left > 0 {
            rand::Rng::fill_bytes(&mut rand::rng(), &mut piece);
            let bytes = usize::try_from(left).unwrap_or(usize::MAX).min(piece.len());
            file.write_all(piece.get(..bytes).unwrap_or_default())?;
            left -= bytes as u64;
        }
        file.sync_all()?;
        Ok(())
    }

    fn say(&self, now: Timestamp) {
        let room = self.room();
        let since_s = now.as_second().saturating_sub(self.said_s.load(Ordering::Relaxed));
        if !room.low || self.size_bytes == 0 || since_s < SAID_EVERY_S {
            return;
        }
        self.said_s.store(now.as_second(), Ordering::Relaxed);
        let (free_bytes, reserve) = (room.free_bytes, format!("{:?}", room.standing).to_lowercase());
        tracing::warn!(free_bytes, reserve, "little room is left on the disk of the data folder");
    }

    fn unfinished(&self) -> PathBuf {
        self.folder.join(FILE).with_extension("new")
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::os::unix::fs::MetadataExt;

    use super::*;

    const SIZE: u64 = 1 << 20;

    #[test]
    fn the_reserve_is_really_written_and_is_made_once() {
        let home = tempfile::tempdir().unwrap();
        let reserve = Reserve::of(home.path(), SIZE);
        assert_eq!(reserve.room().standing, Standing::Absent);
        reserve.look(Timestamp::UNIX_EPOCH);
        assert_eq!((reserve.room().standing, reserve.is_spent()), (Standing::Held, false));
        let meta = std::fs::metadata(home.path().join(FILE)).unwrap();
        assert!(meta.len() == SIZE && meta.blocks() * 512 >= SIZE, "{meta:?}");
        assert_eq!(Reserve::of(home.path(), SIZE).room().standing, Standing::Held);
    }

    #[test]
    fn one_that_was_given_up_stays_so_over_a_restart_until_there_is_room() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join(FILE), b"").unwrap();
        std::fs::write(home.path().join("reserve.new"), b"half").unwrap();
        let reserve = Reserve::of(home.path(), SIZE);
        assert!(reserve.is_spent() && reserve.room().low);
        assert!(!home.path().join("reserve.new").exists());
        reserve.look(Timestamp::UNIX_EPOCH);
        assert_eq!((reserve.room().standing, reserve.is_spent()), (Standing::Held, false));
    }

    #[test]
    fn one_of_before_that_is_given_up_where_none_is_wanted_holds_nobody_up_for_good() {
        let home = tempfile::tempdir().unwrap();
        let reserve = Reserve::of(home.path(), 0);
        reserve.spent.store(true, Ordering::Relaxed);
        reserve.look(Timestamp::UNIX_EPOCH);
        assert!(!reserve.is_spent(), "there is room");
    }

    #[test]
    fn none_is_kept_where_none_is_wanted() {
        let home = tempfile::tempdir().unwrap();
        let reserve = Reserve::of(home.path(), 0);
        reserve.look(Timestamp::UNIX_EPOCH);
        assert_eq!(reserve.room().standing, Standing::Absent);
        assert!(!home.path().join(FILE).exists());
    }
}
