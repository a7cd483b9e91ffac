//! Where data rests: a folder with one SQLite file a house, each with its journal, and files named by their content.
//!
//! The journal is the truth and tables are its projection: both change in one transaction. Only this module opens
//! a database.

mod backup;
mod connection;
pub mod drafts;
mod dump;
mod durable;
mod files;
mod folder;
mod house;
pub mod keys;
mod look;
pub(crate) mod made;
mod place;
#[cfg(test)]
mod proofs;
mod rebuild;
mod reserve;
mod restore;
mod room;
mod sealing;
#[cfg(feature = "seeded-fault")]
mod trial;
mod upgrade;
mod verify;
mod writer;

pub use backup::{Backup, LogHead, Manifest, Piece, Source, origin};
pub use connection::{Database, Ground, Migration};
pub(crate) use connection::{confirm_log, settle};
pub use dump::table_digests;
pub use durable::{sync_file, sync_folder};
pub use files::{Files, Held};
pub use folder::Folder;
pub use house::{Append, Entry, House, HouseSpec, Recorded, Room, Stamp};
pub use keys::{KeyName, Keys};
pub use look::{Condition, Glance};
pub use place::{EntryPlace, entry_place};
pub use rebuild::{Rebuilt, rebuild, rehearse as rehearse_rebuild};
pub use reserve::{RESERVE_BYTES, Reserve, Room as DiskRoom, Standing};
pub use restore::{Restored, restore, take_back};
pub use room::{RoomOnDisk, room_on_disk};
pub use sealing::{Bound, Rests, Sealer, Words};
pub use upgrade::{KEPT_DAYS, Upgraded};
pub(crate) use upgrade::{copy_before, forget_copies, remove_copies};
pub use verify::{Verified, integrity, verify_house};

/// What can go wrong between us and the disk.
///
/// A person sees `Full`, `Busy`, `Unsynced`, `Unsure`, `Foreign`, `Served`, `Newer`, `Missing` and `Unopened` in their own words; the rest is a fault.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk has no room left (SQLITE_FULL, ENOSPC): nothing of the act was stored.
    #[error("the disk is full: nothing was stored")]
    Full,
    /// The writer's queue is full or the writer has stopped: try again.
    #[error("the store is busy or stopping")]
    Busy,
    /// The disk does not take what is given to it: nothing of the act was stored.
    #[error("the disk does not sync: nothing was stored")]
    Unsynced,
    /// The disk failed while the act was put on it: it may stand or not.
    #[error("the disk failed: it is not known whether this was stored")]
    Unsure,
    /// The file at this place is not a database of ours.
    #[error("{0} is not a Puebla database")]
    Foreign(String),
    /// The folder is being served by another process.
    #[error("{0} is being served by another process")]
    Served(String),
    /// The database was written by a newer release.
    #[error("{file} has form {found}, this release knows form {known}")]
    Newer {
        /// Name of the database file.
        file: String,
        /// Form number found in the file.
        found: i64,
        /// Highest form number this release knows.
        known: i64,
    },
    /// A file or folder that should be there is not.
    #[error("{0} is not there")]
    Missing(String),
    /// Something is there where something new should be made.
    #[error("{0} is there already")]
    Occupied(String),
    /// A key is not the one the data was written with; the text is the name of its file.
    #[error("{0} is not the key this data was written with")]
    WrongKey(String),
    /// A secret can be read by other accounts of the machine; the text is its path.
    #[error("{0} can be read by others: make its mode 0400")]
    Exposed(String),
    /// The data was written with a key that was destroyed since: an earlier copy of the keys has it.
    #[error("{key} in force until {until} is needed")]
    EarlierKey {
        /// Name of the key's file.
        key: String,
        /// When another one took its place.
        until: jiff::Timestamp,
    },
    /// The data was written with a key that these keys, an earlier copy, do not have yet.
    #[error("{key} in force since {since} is needed")]
    LaterKey {
        /// Name of the key's file.
        key: String,
        /// When it came into force.
        since: jiff::Timestamp,
    },
    /// What was read is not what was written: content, hash or chain disagree.
    #[error("damaged: {0}")]
    Damaged(String),
    /// What rests closed was moved or changed, or its root is not there; the words are not told.
    #[error("{field} of {about} rests closed and does not open")]
    Unopened {
        /// Which field.
        field: &'static str,
        /// The id of the record that it is of.
        about: uuid::Uuid,
    },
    /// A rule of the room refuses the entry; the text is a key of its words.
    #[error("refused: {0}")]
    Refused(&'static str),
    /// SQLite said no for another reason.
    #[error("database: {0}")]
    Sqlite(rusqlite::Error),
    /// The file system said no for another reason.
    #[error("file: {0}")]
    Io(std::io::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType};
        use rusqlite::ErrorCode::{DatabaseCorrupt, DiskFull, NotADatabase};
        if let FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..) = error {
            return StoreError::Damaged(error.to_string());
        }
        // Without room for the index of its write-ahead log SQLite speaks of I/O, not of a full disk.
        let no_room = error.sqlite_error().is_some_and(|e| e.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE);
        match error.sqlite_error_code() {
            Some(DiskFull) => StoreError::Full,
            _ if no_room => StoreError::Full,
            Some(NotADatabase | DatabaseCorrupt) => StoreError::Damaged(error.to_string()),
            _ => StoreError::Sqlite(error),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        use rustix::io::Errno;
        let no_handle =
            [Errno::MFILE, Errno::NFILE].iter().any(|code| error.raw_os_error() == Some(code.raw_os_error()));
        match error.kind() {
            std::io::ErrorKind::StorageFull => StoreError::Full,
            // Too many files are open: it passes once some are closed.
            _ if no_handle => StoreError::Busy,
            _ => StoreError::Io(error),
        }
    }
}
