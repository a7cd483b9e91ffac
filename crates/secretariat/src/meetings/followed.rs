//! What was said last of meetings that somebody follows, by themselves or by their body.

use base::store::StoreError;
use jiff::Timestamp;
use rusqlite::Connection;

use super::meeting::{Standing, Symbol};
use super::queries::{read, unreadable};

/// Something that was said of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MeetingSaid {
    pub(crate) symbol: Symbol,
    /// Key of the word that says what it became, or that it was corrected.
    pub(crate) key: &'static str,
    pub(crate) at: Timestamp,
}

/// Answers what was said last of some meetings, a list of symbols in JSON, up to `rows` of it, whoever may see them.
pub(crate) fn followed(connection: &Connection, meetings: &str, rows: usize) -> Result<Vec<MeetingSaid>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT said.symbol, standing, was.position IS NOT NULL, at_us FROM json_each(?1) JOIN meetings_change AS said \
         ON said.symbol = value LEFT JOIN meetings_correction AS was USING (position) ORDER BY at_us DESC LIMIT ?2",
    )?;
    let found = statement.query_map((meetings, rows), |row| {
        let standing: String = row.get(1)?;
        let standing = Standing::parse(&standing).ok_or_else(|| unreadable(1, std::fmt::Error))?;
        Ok(MeetingSaid {
            symbol: read(row, 0)?,
            key: if row.get(2)? { "meetings-corrected" } else { standing.key() },
            at: Timestamp::from_microsecond(row.get(3)?).map_err(|error| unreadable(3, error))?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers the meetings of some bodies, a list of short names in JSON: the latest first, up to `rows` of them.
pub(crate) fn of_bodies(connection: &Connection, bodies: &str, rows: usize) -> Result<Vec<Symbol>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT symbol FROM json_each(?1) JOIN meetings_meeting ON series = value ORDER BY first_on DESC, symbol LIMIT ?2",
    )?;
    let found = statement.query_map((bodies, rows), |row| read(row, 0))?;
    Ok(found.collect::<Result<_, _>>()?)
}
