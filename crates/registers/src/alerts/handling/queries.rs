//! The reads about codes and permissions.

use base::ids::StateCode;
use base::store::{StoreError, Words};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::{Handling, HandlingCode};
use crate::alerts::closed;
use crate::alerts::queries::{day, state, words};
use crate::alerts::switch::{damaged, instant};

/// Permissions of one alert that are listed at most, the last first.
const LISTED_MAX: usize = 100;

/// What the State of an alert permits another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Permission {
    /// In spite of which code.
    pub code: HandlingCode,
    /// Which State may.
    pub to: StateCode,
    /// For what.
    pub what: Words,
    /// The last day.
    pub until: Date,
    /// Who permits it, for the alert's own State.
    pub person: Uuid,
    /// When that was.
    pub since: Timestamp,
    /// When it was taken back.
    pub ended: Option<Timestamp>,
}

impl Permission {
    /// Answers whether it holds on a day.
    pub(in crate::alerts) fn holds(&self, today: Date) -> bool {
        self.ended.is_none() && today <= self.until
    }
}

/// Answers the codes of a version; none where nothing is restricted.
pub(in crate::alerts) fn of(
    connection: &Connection,
    alert: Uuid,
    version: u32,
) -> Result<Option<Handling>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT body FROM alerts_handling WHERE alert = ?1 AND version = ?2")?;
    let mut rows = statement.query((alert, version))?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let body = row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?;
    minicbor::decode(body).map(Some).map_err(|error| damaged(&error.to_string()))
}

/// A permission, and when it was taken back: the first such word after it.
const PERMISSION: &str = "SELECT p.code, p.receiver, p.what, p.until, p.person, p.at_us, p.state, p.alert, (SELECT e.at_us FROM alerts_permission_end AS e \
    WHERE e.alert = p.alert AND e.code = p.code AND e.receiver = p.receiver AND e.position > p.position \
    ORDER BY e.position LIMIT 1) AS ended_us FROM alerts_permission AS p WHERE p.alert = ?1";

/// Answers what was permitted of an alert, the last first.
pub(in crate::alerts) fn of_alert(connection: &Connection, alert: Uuid) -> Result<Vec<Permission>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{PERMISSION} ORDER BY p.position DESC LIMIT ?2"))?;
    let mut rows = statement.query((alert, LISTED_MAX))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(permission(row)?);
    }
    Ok(all)
}

/// Answers the last permission by which a State may do something today in spite of a code.
pub(in crate::alerts) fn permitted(
    connection: &Connection,
    alert: Uuid,
    code: HandlingCode,
    to: StateCode,
    today: Date,
) -> Result<Option<Permission>, StoreError> {
    let question = format!(
        "{PERMISSION} AND p.code = ?2 AND p.receiver = ?3 AND p.until >= ?4 AND ended_us IS NULL ORDER BY p.position DESC LIMIT 1"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((alert, code.code(), to.as_str(), today.to_string()))?;
    rows.next()?.map(permission).transpose()
}

fn permission(row: &Row<'_>) -> Result<Permission, StoreError> {
    let (code, to, until, by): (String, String, String, String) = (row.get(0)?, row.get(1)?, row.get(3)?, row.get(6)?);
    Ok(Permission {
        code: HandlingCode::read(&code).ok_or_else(|| damaged(&code))?,
        to: state(&to)?,
        what: words(row, 2, closed::bound(closed::PERMITTED, state(&by)?, row.get(7)?, 0))?,
        until: day(&until)?,
        person: row.get(4)?,
        since: instant(row.get(5)?)?,
        ended: row.get::<_, Option<i64>>(8)?.map(instant).transpose()?,
    })
}
