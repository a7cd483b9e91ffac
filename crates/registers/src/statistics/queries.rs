//! Reads of the room: what was counted, and what was published.

use std::collections::BTreeMap;

use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row};

use super::coded::Sheet;
use super::entries::{Issued, StatisticsEntry};

/// The most years, and revisions of one, that a list shows.
pub(super) const LISTED_MAX: usize = 50;

/// One revision of a year, as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Publication {
    pub(super) issued: Issued,
    pub(super) at: Timestamp,
}

/// Answers the first day that is not counted yet, and the last line of the access log that is.
pub(super) fn progress(connection: &Connection) -> Result<Option<(Date, u64)>, StoreError> {
    let found: Option<(String, u64)> = connection
        .prepare_cached("SELECT until, leaf FROM statistics_progress")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let read = |(until, leaf): (String, u64)| Ok((until.parse().map_err(|_| damaged("a day"))?, leaf));
    found.map(read).transpose()
}

/// What was counted of a year: sheet, row and column, each by its code.
pub(super) type Tally = BTreeMap<(Sheet, String, String), u64>;

/// Answers what was counted of a year.
pub(super) fn tally(connection: &Connection, year: i16) -> Result<Tally, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT sheet, line, part, count FROM statistics_tally WHERE year = ?1")?;
    let mut rows = statement.query([year])?;
    let mut all = Tally::new();
    while let Some(row) = rows.next()? {
        let sheet: String = row.get(0)?;
        let sheet = Sheet::read(&sheet).ok_or_else(|| damaged(&sheet))?;
        all.insert((sheet, row.get(1)?, row.get(2)?), row.get(3)?);
    }
    Ok(all)
}

/// Answers the years of which something was counted, the last first.
pub(super) fn counted_years(connection: &Connection) -> Result<Vec<i16>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT DISTINCT year FROM statistics_tally ORDER BY year DESC LIMIT ?1")?;
    Ok(statement.query_map([LISTED_MAX], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Answers the last revision of each year that was published, the last year first.
pub(super) fn published(connection: &Connection) -> Result<Vec<Publication>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT body, issued_us FROM statistics_issued AS i WHERE revision = \
         (SELECT max(revision) FROM statistics_issued WHERE year = i.year) ORDER BY year DESC LIMIT ?1",
    )?;
    let mut rows = statement.query([LISTED_MAX])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(publication(row)?);
    }
    Ok(all)
}

/// Answers one revision of a year; its last where none is named.
pub(super) fn revision(
    connection: &Connection,
    year: i16,
    revision: Option<u32>,
) -> Result<Option<Publication>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT body, issued_us FROM statistics_issued WHERE year = ?1 AND (?2 IS NULL OR revision = ?2) \
         ORDER BY revision DESC LIMIT 1",
    )?;
    let mut rows = statement.query((year, revision))?;
    rows.next()?.map(publication).transpose()
}

fn publication(row: &Row<'_>) -> Result<Publication, StoreError> {
    let (body, at_us): (Vec<u8>, i64) = (row.get(0)?, row.get(1)?);
    let StatisticsEntry::Issued(issued) = StatisticsEntry::read("issued", &body)? else {
        return Err(damaged("no publication"));
    };
    Ok(Publication { issued, at: Timestamp::from_microsecond(at_us).map_err(|_| damaged("an instant"))? })
}

fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(format!("statistics: {what}"))
}
