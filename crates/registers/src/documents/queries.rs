//! The reads of this room. Each is asked on a connection that a `Reader`'s or `Writer`'s permit opened.

use base::access::Resource;
use base::ids::StateCode;
use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::alert::AlertText;
use super::apply::read_text;
use super::coded::{Standing, WithdrawalReason};
use super::life;

/// An alert as its latest version stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Its id.
    pub id: Uuid,
    /// Its reference.
    pub reference: String,
    /// The reporting State.
    pub owner: StateCode,
    /// Where the latest version stands.
    pub standing: Standing,
    /// The latest version.
    pub version: u32,
    /// The version members see, where one was published.
    pub published_version: Option<u32>,
    /// When it was first handed in.
    pub submitted_at: Timestamp,
    /// Day from which a review is due, once published.
    pub review_on: Option<Date>,
    /// Day from which it no longer exists.
    pub expires_on: Date,
    /// The reference of the alert in its place, where that still exists.
    pub superseded_by: Option<String>,
    /// Why it was taken back.
    pub withdrawn_for: Option<WithdrawalReason>,
}

impl Alert {
    /// Answers where members see it stand.
    pub fn face(&self) -> Standing {
        life::face(self.standing, self.published_version.is_some())
    }

    /// Answers the version that members see; before the first publication, the latest.
    pub fn face_version(&self) -> u32 {
        self.published_version.unwrap_or(self.version)
    }

    /// Answers what the policies must know to decide who may see it.
    pub fn as_seen(&self) -> Resource {
        Resource { status: self.face().code(), ..Resource::of(self.owner, self.id.to_string()) }
    }

    /// Answers what the policies must know to decide who may change it.
    pub fn as_it_stands(&self) -> Resource {
        Resource { status: self.standing.code(), ..Resource::of(self.owner, self.id.to_string()) }
    }
}

/// One version of an alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number, from 1.
    pub version: u32,
    /// The officer who wrote it.
    pub author: Uuid,
    /// When.
    pub at: Timestamp,
    /// What a confirmation is bound to.
    pub hash: [u8; 32],
    /// What it says.
    pub text: AlertText,
    /// The State that confirmed it, and when.
    pub confirmed: Option<(StateCode, Timestamp)>,
    /// When it was put in force.
    pub published_at: Option<Timestamp>,
}

/// One entry about an alert.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Its position in the journal.
    pub position: u64,
    /// The State that spoke.
    pub state: StateCode,
    /// The entry's kind.
    pub kind: String,
    /// When.
    pub at: Timestamp,
    /// The version it speaks of.
    pub version: Option<u32>,
    /// Question, answer, or a code.
    pub said: Option<String>,
}

const ALERT: &str = "SELECT alert, reference, owner, standing, version, published_version, submitted_us, review_on, \
    expires_on, withdrawn_for, (SELECT newer.reference FROM alert AS newer WHERE newer.alert = alert.superseded_by) \
    FROM alert";

/// Finds an alert by its reference; one whose day of expiry has come is not found.
pub(super) fn by_reference(connection: &Connection, reference: &str, today: Date) -> Result<Option<Alert>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{ALERT} WHERE reference = ?1 AND expires_on > ?2"))?;
    let mut rows = statement.query((reference, today.to_string()))?;
    rows.next()?.map(alert).transpose()
}

/// Answers an alert by its id.
pub(super) fn by_id(connection: &Connection, id: Uuid) -> Result<Option<Alert>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{ALERT} WHERE alert = ?1"))?;
    let mut rows = statement.query([id])?;
    rows.next()?.map(alert).transpose()
}

/// Answers one version of an alert.
pub(super) fn version(connection: &Connection, alert: Uuid, number: u32) -> Result<Option<Version>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT version, author, at_us, hash, body, confirmed_by, confirmed_us, published_us FROM alert_version \
         WHERE alert = ?1 AND version = ?2",
    )?;
    let mut rows = statement.query((alert, number))?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let confirmed_by: Option<String> = row.get(5)?;
    let confirmed_at: Option<i64> = row.get(6)?;
    let confirmed = match confirmed_by.zip(confirmed_at) {
        Some((by, us)) => Some((state(&by)?, instant(us)?)),
        None => None,
    };
    Ok(Some(Version {
        version: row.get(0)?,
        author: row.get(1)?,
        at: instant(row.get(2)?)?,
        hash: row.get(3)?,
        text: read_text(row.get_ref(4)?.as_blob().map_err(rusqlite::Error::from)?)?,
        confirmed,
        published_at: row.get::<_, Option<i64>>(7)?.map(instant).transpose()?,
    }))
}

/// Answers every entry about an alert, the first first.
pub(super) fn events(connection: &Connection, alert: Uuid) -> Result<Vec<Event>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT position, state, kind, at_us, version, said FROM alert_event WHERE alert = ?1 ORDER BY position",
    )?;
    let mut rows = statement.query([alert])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let by: String = row.get(1)?;
        events.push(Event {
            position: row.get(0)?,
            state: state(&by)?,
            kind: row.get(2)?,
            at: instant(row.get(3)?)?,
            version: row.get(4)?,
            said: row.get(5)?,
        });
    }
    Ok(events)
}

/// Answers whether an officer wrote any version of an alert.
pub(super) fn wrote(connection: &Connection, alert: Uuid, officer: Uuid) -> Result<bool, StoreError> {
    let wrote = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM alert_version WHERE alert = ?1 AND author = ?2)")?
        .query_row((alert, officer), |row| row.get(0))?;
    Ok(wrote)
}

/// Answers the next free number of a year, from 1.
pub(super) fn next_number(connection: &Connection, year: i16) -> Result<u32, StoreError> {
    let last: Option<u32> = connection
        .prepare_cached("SELECT max(number) FROM alert WHERE year = ?1")?
        .query_row([year], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(last.unwrap_or(0) + 1)
}

/// Answers the positions of one State's entries about an alert.
pub(super) fn positions(connection: &Connection, alert: Uuid, of: StateCode) -> Result<Vec<u64>, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT position FROM alert_event WHERE alert = ?1 AND state = ?2 ORDER BY position")?;
    let positions = statement.query_map((alert, of.as_str()), |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(positions)
}

fn alert(row: &Row<'_>) -> Result<Alert, StoreError> {
    let standing: String = row.get(3)?;
    let owner: String = row.get(2)?;
    let reason: Option<String> = row.get(9)?;
    let expires_on: String = row.get(8)?;
    Ok(Alert {
        id: row.get(0)?,
        reference: row.get(1)?,
        owner: state(&owner)?,
        standing: Standing::read(&standing).ok_or_else(|| damaged(&standing))?,
        version: row.get(4)?,
        published_version: row.get(5)?,
        submitted_at: instant(row.get(6)?)?,
        review_on: row.get::<_, Option<String>>(7)?.as_deref().map(day).transpose()?,
        expires_on: day(&expires_on)?,
        superseded_by: row.get(10)?,
        withdrawn_for: reason.as_deref().and_then(WithdrawalReason::read),
    })
}

pub(super) fn state(code: &str) -> Result<StateCode, StoreError> {
    code.parse().map_err(|_| damaged(code))
}

pub(super) fn instant(us: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(us).map_err(|_| damaged("a time"))
}

pub(super) fn day(text: &str) -> Result<Date, StoreError> {
    text.parse().map_err(|_| damaged(text))
}

fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(format!("alerts: {what}"))
}
