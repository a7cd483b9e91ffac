//! What may be read of meetings.

use base::access::Resource;
use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use journal::StateCode;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};

use super::meeting::{Standing, Symbol};

/// A meeting as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Meeting {
    pub(crate) symbol: Symbol,
    pub(crate) series: String,
    pub(crate) number: u16,
    pub(crate) title_en: String,
    pub(crate) title_es: String,
    pub(crate) parent: Option<Symbol>,
    pub(crate) members_only: bool,
    pub(crate) standing: Standing,
    pub(crate) planned_first_on: Date,
    pub(crate) planned_last_on: Date,
    pub(crate) host: StateCode,
    pub(crate) first_on: Date,
    pub(crate) last_on: Date,
    pub(crate) zone: String,
    pub(crate) place: String,
}

/// What was said of a meeting at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) standing: Standing,
    pub(crate) days: Option<(Date, Date)>,
    pub(crate) place: Option<String>,
    pub(crate) note: String,
    pub(crate) at: Timestamp,
    /// What the meeting was entered as before, where this corrects it.
    pub(crate) was: Option<Was>,
}

/// What a meeting was entered as before it was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Was {
    pub(crate) symbol: String,
    pub(crate) series: String,
    pub(crate) number: u16,
    pub(crate) title_en: String,
    pub(crate) title_es: String,
}

impl Meeting {
    /// Answers by how many days it slipped from the first day it was called for; negative where it was brought forward.
    pub(crate) fn slip_days(&self) -> i64 {
        conference::due::slip_days(self.planned_first_on, self.first_on)
    }

    /// Answers whether it will not take place.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.standing == Standing::Cancelled
    }

    /// Answers what it is to the policies.
    pub(crate) fn resource(&self) -> Resource {
        let symbol = self.symbol.to_string();
        Resource { status: self.status(), within: symbol.clone(), about: symbol, ..Resource::default() }
    }

    /// Answers what the policies must know of it.
    pub(crate) fn status(&self) -> &'static str {
        if self.members_only { MEMBERS_ONLY } else { OPEN }
    }
}

/// What the policies call a meeting that is kept for members.
pub(crate) const MEMBERS_ONLY: &str = "members_only";
/// What they call any other.
pub(crate) const OPEN: &str = "open";

const COLUMNS: &str = "symbol, series, number, title_en, title_es, parent, members_only, standing, planned_first_on, \
    planned_last_on, host, first_on, last_on, zone, place";

/// Answers one meeting.
pub(crate) fn one(connection: &Connection, symbol: &Symbol) -> Result<Option<Meeting>, StoreError> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM meetings_meeting WHERE symbol = ?1"))?;
    Ok(statement.query_row([symbol.as_str()], meeting).optional()?)
}

/// Answers the last day of a meeting as now known; none where there is no such meeting, or it will not take place.
///
/// # Errors
/// When the tables cannot be read.
pub fn last_day(connection: &Connection, symbol: &Symbol) -> Result<Option<Date>, StoreError> {
    Ok(one(connection, symbol)?
        .filter(|meeting| meeting.standing != Standing::Cancelled)
        .map(|meeting| meeting.last_on))
}

/// Answers which meeting is the `number`th of a series.
pub(crate) fn numbered(connection: &Connection, series: &str, number: u16) -> Result<Option<Symbol>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT symbol FROM meetings_meeting WHERE series = ?1 AND number = ?2")?;
    Ok(statement.query_row((series, number), |row| read(row, 0)).optional()?)
}

/// The most meetings of one body after a day that are counted from, and of all bodies that ended between two days.
const AFTER_MAX: usize = 400;

/// Answers the meetings of a body that begin after a day and were not cancelled, the first of them first.
pub(crate) fn after(connection: &Connection, series: &str, day: Date) -> Result<Vec<Meeting>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM meetings_meeting WHERE series = ?1 AND first_on > ?2 AND standing <> 'cancelled' \
         ORDER BY first_on LIMIT ?3"
    ))?;
    let found = statement.query_map((series, day.to_string(), AFTER_MAX), meeting)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers the meetings whose last day lies from `from` to before `before` and that were not cancelled, the first of them first.
pub(crate) fn ended(connection: &Connection, from: Date, before: Date) -> Result<Vec<Meeting>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM meetings_meeting WHERE last_on >= ?1 AND last_on < ?2 AND standing <> 'cancelled' \
         ORDER BY last_on LIMIT ?3"
    ))?;
    let found = statement.query_map((from.to_string(), before.to_string(), AFTER_MAX), meeting)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers the first meeting after a day in a city, or in the State that is its host.
pub(crate) fn held_in(
    connection: &Connection,
    place: &str,
    host: Option<StateCode>,
    day: Date,
) -> Result<Option<Meeting>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM meetings_meeting WHERE first_on > ?1 AND (place = ?2 OR host = ?3) \
         AND standing <> 'cancelled' ORDER BY first_on LIMIT 1"
    ))?;
    let host = host.as_ref().map(StateCode::as_str);
    Ok(statement.query_row((day.to_string(), place, host), meeting).optional()?)
}

/// Answers meetings from the latest, up to `rows`, those after a meeting of the same list or from the first.
///
/// Without `members_only` those that are kept for members are passed over; who is `confined` to one sees that one.
pub(crate) fn page(
    connection: &Connection,
    after: Option<&Symbol>,
    members_only: bool,
    confined: &str,
    rows: usize,
) -> Result<Vec<Meeting>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM meetings_meeting WHERE (?1 IS NULL OR (first_on, symbol) < \
         ((SELECT first_on FROM meetings_meeting WHERE symbol = ?1 AND (?2 OR members_only = 0) \
         AND (?4 = '' OR symbol = ?4)), ?1)) AND (?2 OR members_only = 0) \
         AND (?4 = '' OR symbol = ?4) ORDER BY first_on DESC, symbol DESC LIMIT ?3"
    ))?;
    let found = statement.query_map((after.map(Symbol::as_str), members_only, rows, confined), meeting)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Meetings that one meeting shows below it at most.
const CHILDREN_MAX: usize = 50;

/// Answers the meetings that belong to one, in the order of their days.
pub(crate) fn children(
    connection: &Connection,
    parent: &Symbol,
    members_only: bool,
) -> Result<Vec<Meeting>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM meetings_meeting WHERE parent = ?1 AND (?2 OR members_only = 0) ORDER BY first_on LIMIT ?3"
    ))?;
    let found = statement.query_map((parent.as_str(), members_only, CHILDREN_MAX), meeting)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Things said of one meeting that its page shows at most.
const CHANGES_MAX: usize = 200;

/// Answers what was said of a meeting, in its order.
pub(crate) fn changes(connection: &Connection, symbol: &Symbol) -> Result<Vec<Change>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT standing, first_on, last_on, place, note, at_us, was.symbol, series, number, title_en, title_es \
         FROM meetings_change AS said LEFT JOIN meetings_correction AS was USING (position) WHERE said.symbol = ?1 \
         ORDER BY position LIMIT ?2",
    )?;
    let found = statement.query_map((symbol.as_str(), CHANGES_MAX), |row| {
        let first_on: Option<Date> = maybe(row, 1)?;
        let last_on: Option<Date> = maybe(row, 2)?;
        Ok(Change {
            standing: standing(row, 0)?,
            days: first_on.zip(last_on),
            place: row.get(3)?,
            note: row.get(4)?,
            at: Timestamp::from_microsecond(row.get(5)?).map_err(|error| unreadable(5, error))?,
            was: match row.get::<_, Option<String>>(6)? {
                Some(symbol) => Some(Was {
                    symbol,
                    series: row.get(7)?,
                    number: row.get(8)?,
                    title_en: row.get(9)?,
                    title_es: row.get(10)?,
                }),
                None => None,
            },
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn meeting(row: &Row<'_>) -> rusqlite::Result<Meeting> {
    Ok(Meeting {
        symbol: read(row, 0)?,
        series: row.get(1)?,
        number: row.get(2)?,
        title_en: row.get(3)?,
        title_es: row.get(4)?,
        parent: maybe(row, 5)?,
        members_only: row.get(6)?,
        standing: standing(row, 7)?,
        planned_first_on: read(row, 8)?,
        planned_last_on: read(row, 9)?,
        host: read(row, 10)?,
        first_on: read(row, 11)?,
        last_on: read(row, 12)?,
        zone: row.get(13)?,
        place: row.get(14)?,
    })
}

fn standing(row: &Row<'_>, at: usize) -> rusqlite::Result<Standing> {
    let code: String = row.get(at)?;
    Standing::parse(&code).ok_or_else(|| unreadable(at, super::meeting::NotASymbol))
}

pub(crate) fn read<T: std::str::FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: String = row.get(at)?;
    text.parse().map_err(|error| unreadable(at, error))
}

pub(crate) fn maybe<T: std::str::FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: Option<String> = row.get(at)?;
    text.map(|text| text.parse().map_err(|error| unreadable(at, error))).transpose()
}

pub(crate) fn unreadable(at: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error))
}
