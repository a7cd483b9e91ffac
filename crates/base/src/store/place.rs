//! Where the journal has an entry, for documents that leave the house and must be found again.

use jiff::Timestamp;
use journal::{Header, StateCode};
use rusqlite::{Connection, OptionalExtension};

use super::StoreError;

/// Where an entry stands in its series, and where that series stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryPlace {
    /// The State whose series it is.
    pub state: StateCode,
    /// The series, such as `UTO/decisions`.
    pub series: String,
    /// Its number in the series, from 1.
    pub sequence: u64,
    /// When it was recorded.
    pub at: Timestamp,
    /// The hash of the series' last entry.
    pub head: [u8; 32],
}

/// Answers where the entry at a position of the house stands; none where there is no such entry.
pub fn entry_place(connection: &Connection, position: u64) -> Result<Option<EntryPlace>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT e.header, (SELECT hash FROM journal_entry l WHERE l.series = e.series ORDER BY l.sequence DESC LIMIT 1) \
         FROM journal_entry e WHERE e.position = ?1",
    )?;
    let found: Option<(Vec<u8>, [u8; 32])> =
        statement.query_row([position], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let Some((header, head)) = found else { return Ok(None) };
    let damaged = |what: String| StoreError::Damaged(format!("entry {position}: {what}"));
    let header = Header::decode(&header).map_err(|error| damaged(error.to_string()))?;
    let at =
        Timestamp::from_microsecond(header.statement().recorded_at_us).map_err(|error| damaged(error.to_string()))?;
    Ok(Some(EntryPlace {
        state: header.series().state,
        series: header.series().to_string(),
        sequence: header.sequence(),
        at,
        head,
    }))
}
