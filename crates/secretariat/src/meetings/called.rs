//! Which meetings are called, for rooms that count days from them and for calendars.

use base::store::StoreError;
use conference::due::MeetingDays;
use jiff::civil::Date;
use rusqlite::Connection;

use super::meeting::Symbol;
use super::queries;

/// A meeting that is called or was held, as others count from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// Its symbol.
    pub symbol: Symbol,
    /// Short name of the body whose meetings are counted.
    pub series: String,
    /// Which of them it is.
    pub number: u16,
    /// Its first day, as now known.
    pub first_on: Date,
    /// Its last day.
    pub last_on: Date,
    /// City.
    pub place: String,
}

impl Called {
    /// Answers its days.
    pub fn days(&self) -> MeetingDays {
        MeetingDays { from: self.first_on, to: self.last_on }
    }
}

/// Meetings that days are counted from at most.
const CALLED_MAX: usize = 5_000;

/// Answers the meetings that were not cancelled, the latest first.
///
/// # Errors
/// When the tables cannot be read.
pub fn called(connection: &Connection) -> Result<Vec<Called>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT symbol, series, number, first_on, last_on, place FROM meetings_meeting WHERE standing <> 'cancelled' \
         ORDER BY first_on DESC, symbol DESC LIMIT ?1",
    )?;
    let found = statement.query_map([CALLED_MAX], |row| {
        Ok(Called {
            symbol: queries::read(row, 0)?,
            series: row.get(1)?,
            number: row.get(2)?,
            first_on: queries::read(row, 3)?,
            last_on: queries::read(row, 4)?,
            place: row.get(5)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
