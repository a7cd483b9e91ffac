//! Imports as the tables have them.

use base::store::StoreError;
use jiff::Timestamp;
use journal::StateCode;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::What;
use super::entries::Outcome;

/// An import that brought something, or was about to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ImportRecord {
    pub(super) opened: u64,
    pub(super) id: Uuid,
    pub(super) state: StateCode,
    pub(super) what: What,
    pub(super) rows: u64,
    pub(super) opened_at: Timestamp,
    pub(super) outcome: Outcome,
    pub(super) settled_at: Option<Timestamp>,
}

const COLUMNS: &str = "SELECT position, id, state, what, rows, opened_at_us, outcome, settled_at_us FROM import";

/// Answers whether an import of this State has neither closed nor been abandoned.
pub(super) fn is_open(connection: &Connection, state: StateCode) -> Result<bool, StoreError> {
    Ok(open(connection)?.iter().any(|import| import.state == state))
}

/// Answers every import that has neither closed nor been abandoned.
pub(super) fn open(connection: &Connection) -> Result<Vec<ImportRecord>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{COLUMNS} WHERE outcome = 0 ORDER BY position"))?;
    let found = statement.query_map([], record)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers one import by its id.
pub(super) fn one(connection: &Connection, id: Uuid) -> Result<Option<ImportRecord>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?;
    Ok(statement.query_row([id.as_bytes()], record).optional()?)
}

/// Answers a State's last imports, newest first.
pub(super) fn last(connection: &Connection, state: StateCode, limit: u32) -> Result<Vec<ImportRecord>, StoreError> {
    let sql = format!("{COLUMNS} WHERE state = ?1 ORDER BY position DESC LIMIT ?2");
    let mut statement = connection.prepare_cached(&sql)?;
    let found = statement.query_map((state.as_str(), limit), record)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn record(row: &Row<'_>) -> rusqlite::Result<ImportRecord> {
    let damaged = |column: usize| rusqlite::Error::IntegralValueOutOfRange(column, 0);
    let instant = |us: i64| Timestamp::from_microsecond(us).unwrap_or(Timestamp::UNIX_EPOCH);
    Ok(ImportRecord {
        opened: row.get(0)?,
        id: Uuid::from_bytes(row.get(1)?),
        state: row.get::<_, String>(2)?.parse().map_err(|_| damaged(2))?,
        what: What::from_ordinal(row.get(3)?).ok_or_else(|| damaged(3))?,
        rows: row.get(4)?,
        opened_at: instant(row.get(5)?),
        outcome: Outcome::from_ordinal(row.get(6)?).ok_or_else(|| damaged(6))?,
        settled_at: row.get::<_, Option<i64>>(7)?.map(instant),
    })
}
