//! Which meetings lie ahead of whoever asks.

use base::store::StoreError;
use jiff::Timestamp;
use rusqlite::{Connection, Row};

use super::queries;
use crate::today::{Asked, WAITING_MAX, Waiting, When};

/// Answers the meetings that are not over, and begin by the day that is asked for.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT symbol, title_en, title_es, first_on, last_on, zone, place, (SELECT max(at_us) FROM meetings_change AS said \
         WHERE said.symbol = meeting.symbol) FROM meetings_meeting AS meeting WHERE last_on >= ?1 AND first_on <= ?2 \
         AND standing IN ('planned', 'moved') AND (?3 OR members_only = 0) ORDER BY first_on, symbol LIMIT ?4",
    )?;
    let window = (asked.today().to_string(), asked.until.to_string(), asked.sees_members_only, WAITING_MAX);
    let found = statement.query_map(window, |row| drawn(row, asked))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers all meetings for a calendar, the latest of them where there are many, each with whether it was cancelled: a calendar
/// keeps what is past, and takes out what is said to be cancelled.
///
/// # Errors
/// When the tables cannot be read.
pub(crate) fn in_calendar(now: &Connection, asked: &Asked) -> Result<Vec<(Waiting, bool)>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT symbol, title_en, title_es, first_on, last_on, zone, place, (SELECT max(at_us) FROM meetings_change AS said \
         WHERE said.symbol = meeting.symbol), standing = 'cancelled' FROM meetings_meeting AS meeting \
         WHERE ?1 OR members_only = 0 ORDER BY first_on DESC, symbol LIMIT ?2",
    )?;
    let found =
        statement.query_map((asked.sees_members_only, WAITING_MAX), |row| Ok((drawn(row, asked)?, row.get(8)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn drawn(row: &Row<'_>, asked: &Asked) -> rusqlite::Result<Waiting> {
    let symbol: super::Symbol = queries::read(row, 0)?;
    let changed_at_us: i64 = row.get(7)?;
    Ok(Waiting {
        id: format!("meeting-{}", symbol.in_address().to_lowercase()),
        what_en: row.get(1)?,
        what_es: row.get(2)?,
        address: format!("/meetings/{}", symbol.in_address()),
        kind_key: "today-meeting",
        when: When::Days {
            from: queries::read(row, 3)?,
            to: queries::read(row, 4)?,
            zone: row.get(5)?,
            place: row.get(6)?,
        },
        done_at: None,
        changed_at: Timestamp::from_microsecond(changed_at_us).unwrap_or(asked.now),
        reminded_at: None,
        note: None,
    })
}
