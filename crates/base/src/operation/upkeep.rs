//! When the machine was last cared for, and what came of it.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use crate::store::StoreError;

/// What can be done for the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upkeep {
    /// Everything was copied.
    Backup,
    /// Everything was recomputed.
    Verification,
    /// A backup was restored for practice.
    Drill,
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub person: Uuid,
    /// False when damage was found.
    pub sound: bool,
    /// What came of it: counts, what is damaged, where the access log last held, as JSON.
    pub found: String,
}

impl Upkeep {
    /// Answers the code in the table.
    pub const fn code(self) -> &'static str {
        match self {
            Upkeep::Backup => "backup",
            Upkeep::Verification => "verification",
            Upkeep::Drill => "drill",
        }
    }
}

/// Writes down what was done, in the place of the time before.
pub fn remember(base: &Connection, what: Upkeep, done: &Done) -> Result<(), StoreError> {
    base.execute(
        "INSERT INTO upkeep (what, at_us, person, sound, found) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (what) DO UPDATE \
         SET at_us = excluded.at_us, person = excluded.person, sound = excluded.sound, found = excluded.found",
        (what.code(), done.at.as_microsecond(), done.person, done.sound, &done.found),
    )?;
    Ok(())
}

/// Answers when it was last done; none when never.
pub fn last(base: &Connection, what: Upkeep) -> Result<Option<Done>, StoreError> {
    let done = base
        .query_row("SELECT at_us, person, sound, found FROM upkeep WHERE what = ?1", [what.code()], |row| {
            Ok(Done {
                at: Timestamp::from_microsecond(row.get(0)?).unwrap_or(Timestamp::UNIX_EPOCH),
                person: row.get(1)?,
                sound: row.get(2)?,
                found: row.get(3)?,
            })
        })
        .optional()?;
    Ok(done)
}
