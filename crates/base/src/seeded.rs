//! The faults a harness must catch: only in a binary built with `--features seeded-fault`, and never in a release.
//!
//! `PUEBLA_SEEDED` says which one it carries; without it, it answers too early.

use std::sync::LazyLock;

/// What is wrong on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeded {
    /// Acts and lines of the log are acknowledged before they are durable.
    EarlyAnswer,
    /// SQLite does not sync a commit: `synchronous = NORMAL`.
    Normal,
    /// A folder is not synced after a name in it changed.
    FolderUnsynced,
    /// A file is renamed before its content is synced.
    FileUnsynced,
    /// A start believes what it reads of a write-ahead log, which may never have come as far as the disk.
    LogBelieved,
}

impl Seeded {
    /// Answers whether this binary carries that fault.
    ///
    /// Panics when it is told of one that there is not: a control without its fault proves nothing.
    #[must_use]
    pub fn is(self) -> bool {
        static SEEDED: LazyLock<Seeded> = LazyLock::new(|| match std::env::var("PUEBLA_SEEDED").as_deref() {
            Err(_) | Ok("early-answer") => Seeded::EarlyAnswer,
            Ok("normal") => Seeded::Normal,
            Ok("folder-unsynced") => Seeded::FolderUnsynced,
            Ok("file-unsynced") => Seeded::FileUnsynced,
            Ok("log-believed") => Seeded::LogBelieved,
            Ok(other) => panic!("PUEBLA_SEEDED names no fault: {other}"),
        });
        *SEEDED == self
    }
}
