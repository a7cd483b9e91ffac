//! The reads about flags. What a comparison may show is asked in `alerts::queries`, beside all else that decides it.

use base::ids::StateCode;
use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::{FlagReason, Instead};
use crate::alerts::coded::Category;
use crate::alerts::queries::state;
use crate::alerts::switch::{damaged, instant};

/// Flags of one State that are listed at most: as many as it has, and no State has a thousand.
const LISTED_MAX: usize = 1_000;

/// One's own State's flag on another State's alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Flag {
    /// Position of the entry by which it was asked for.
    pub asked_at: u64,
    /// The alert.
    pub alert: Uuid,
    /// Its reference.
    pub reference: String,
    /// Whose alert it is.
    pub owner: StateCode,
    /// Of whom it speaks: for the policies, and never for a page.
    pub category: Category,
    /// Who asked for it.
    pub person: Uuid,
    /// Why.
    pub reason: FlagReason,
    /// What one's own officers see.
    pub instead: Instead,
    /// Since when they do; never before a second person has decided.
    pub since: Option<Timestamp>,
}

/// What the owner of an alert is told of a flag: which State, when, why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct FlaggedBy {
    /// Which State.
    pub state: StateCode,
    /// Why.
    pub reason: FlagReason,
    /// Since when.
    pub since: Timestamp,
}

/// A flag with its alert, as long as that has not ended.
const FLAG: &str = "SELECT f.position, f.alert, a.reference, a.owner, a.category, f.person, f.reason, f.instead, f.set_us \
    FROM alerts_flag AS f JOIN alerts_alert AS a ON a.alert = f.alert WHERE f.state = ?1 AND f.lifted_at IS NULL \
    AND a.withdrawn_on IS NULL AND a.until > ?2";

/// Answers a State's flags that have not ended, of the categories of one desk, the last first.
pub(in crate::alerts) fn of_state(
    connection: &Connection,
    by: StateCode,
    of_child: bool,
    today: Date,
) -> Result<Vec<Flag>, StoreError> {
    let question = format!("{FLAG} AND a.of_child = ?3 ORDER BY f.position DESC LIMIT ?4");
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((by.as_str(), today.to_string(), of_child, LISTED_MAX))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(flag(row)?);
    }
    Ok(all)
}

/// Answers a State's flag on the alert behind a reference.
pub(in crate::alerts) fn on(
    connection: &Connection,
    by: StateCode,
    reference: &str,
    today: Date,
) -> Result<Option<Flag>, StoreError> {
    let question = format!("{FLAG} AND a.reference = ?3 ORDER BY f.position DESC LIMIT 1");
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((by.as_str(), today.to_string(), reference))?;
    rows.next()?.map(flag).transpose()
}

/// Answers the flags that are set on an alert, for its owner, the last first.
pub(in crate::alerts) fn set_on(connection: &Connection, alert: Uuid) -> Result<Vec<FlaggedBy>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT state, reason, set_us FROM alerts_flag WHERE alert = ?1 AND set_at IS NOT NULL AND lifted_at IS NULL \
         ORDER BY set_at DESC",
    )?;
    let mut rows = statement.query([alert])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (by, reason): (String, String) = (row.get(0)?, row.get(1)?);
        all.push(FlaggedBy {
            state: state(&by)?,
            reason: read(&reason, FlagReason::read)?,
            since: instant(row.get(2)?)?,
        });
    }
    Ok(all)
}

fn flag(row: &Row<'_>) -> Result<Flag, StoreError> {
    let (owner, category, reason, instead): (String, String, String, String) =
        (row.get(3)?, row.get(4)?, row.get(6)?, row.get(7)?);
    Ok(Flag {
        asked_at: row.get(0)?,
        alert: row.get(1)?,
        reference: row.get(2)?,
        owner: state(&owner)?,
        category: read(&category, Category::read)?,
        person: row.get(5)?,
        reason: read(&reason, FlagReason::read)?,
        instead: read(&instead, Instead::read)?,
        since: row.get::<_, Option<i64>>(8)?.map(instant).transpose()?,
    })
}

fn read<T>(code: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
    read(code).ok_or_else(|| damaged(code))
}
