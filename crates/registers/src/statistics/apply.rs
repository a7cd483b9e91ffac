//! What each entry means for the tables. It depends on the entry and the tables alone.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};

use super::entries::{StatisticsEntry, Tallied};

/// Applies one entry.
pub(super) fn apply(connection: &Connection, recorded: &Recorded<'_>) -> Result<(), StoreError> {
    match StatisticsEntry::read(recorded.kind(), recorded.payload)? {
        StatisticsEntry::Tallied(entry) => tallied(connection, &entry),
        StatisticsEntry::Issued(entry) => {
            connection.execute(
                "INSERT INTO statistics_issued (year, revision, issued_us, body) VALUES (?1, ?2, ?3, ?4)",
                params![entry.year, entry.revision, recorded.at_us(), recorded.payload],
            )?;
            Ok(())
        }
    }
}

fn tallied(connection: &Connection, entry: &Tallied) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO statistics_progress (one, until, leaf) VALUES (1, ?1, ?2) \
         ON CONFLICT (one) DO UPDATE SET until = ?1, leaf = ?2",
        (entry.until.to_string(), entry.leaf),
    )?;
    let mut add = connection.prepare_cached(
        "INSERT INTO statistics_tally (year, sheet, line, part, count) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (year, sheet, line, part) DO UPDATE SET count = count + ?5",
    )?;
    for cell in &entry.cells {
        add.execute(params![entry.year, cell.sheet.code(), cell.line, cell.part, cell.count])?;
    }
    Ok(())
}
