//! What a check asks of this room: which alerts in force speak of one document.

use base::access::Permit;
use base::desk::Reader;
use base::ids::StateCode;
use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::alert::AlertText;
use super::apply::read_text;
use super::pattern::{fits, specificity};
use crate::document::{DocumentKind, DocumentRef};

/// Permits that may ask which alerts fit a document.
pub trait LooksUpAlerts: Permit {}

/// The most alerts that are answered for one number.
pub const HITS_MAX: usize = 10;

/// The most that are answered of those that speak of all documents of a State and kind.
pub const GENERAL_HITS_MAX: usize = 3;

/// One alert in force that speaks of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertHit {
    /// Its id.
    pub alert: Uuid,
    /// Its reference, as `RCM-2026-0041`.
    pub reference: String,
    /// Whether it speaks of all documents of that State and kind, not of certain numbers.
    pub general: bool,
    /// Its class, techniques, points of detection and the rest of its published text.
    pub text: AlertText,
    /// The State that reports it and can be called about it.
    pub reported_by: StateCode,
    /// The State whose expert confirmed it.
    pub confirmed_by: StateCode,
    /// When the version in force was published.
    pub published_at: Timestamp,
    /// Day from which a review by its State is due; passed, the alert still stands.
    pub review_on: Date,
    /// Day from which it no longer exists.
    pub expires_on: Date,
}

/// Finds the alerts in force that speak of a document's number: the most specific first, of equals the newest.
///
/// At most [`HITS_MAX`]. Withdrawn, superseded and expired alerts are never among them.
pub fn fitting(reader: &Reader<impl LooksUpAlerts>, document: &DocumentRef) -> Result<Vec<AlertHit>, StoreError> {
    let today = today(reader.now()).to_string();
    reader.ask(|connection| {
        let mut found = by_number(connection, document, &today)?;
        found.sort_by_key(|one| (std::cmp::Reverse(one.specificity), one.newest));
        found.truncate(HITS_MAX);
        found.iter().map(|one| hit(connection, one)).collect()
    })
}

/// Finds the newest alerts in force that speak of all documents of a State and kind, at most [`GENERAL_HITS_MAX`].
pub fn general(
    reader: &Reader<impl LooksUpAlerts>,
    issuer: StateCode,
    kind: DocumentKind,
) -> Result<Vec<AlertHit>, StoreError> {
    let today = today(reader.now()).to_string();
    reader.ask(|connection| {
        let found = of_kind(connection, issuer, kind, &today)?;
        found.iter().map(|one| hit(connection, one)).collect()
    })
}

/// Answers when an alert was last published, of those that are still kept; none while there is none.
pub fn age(reader: &Reader<impl LooksUpAlerts>) -> Result<Option<Timestamp>, StoreError> {
    reader.ask(|connection| {
        let newest: Option<i64> = connection
            .prepare_cached("SELECT at_us FROM alert_event WHERE position = (SELECT max(position) FROM alert_listed)")?
            .query_row([], |row| row.get(0))
            .optional()?;
        Ok(newest.and_then(|us| Timestamp::from_microsecond(us).ok()))
    })
}

/// Answers the day by which alerts are due and expire: the day at UTC, the same for every reader.
pub(crate) fn today(now: Timestamp) -> Date {
    TimeZone::UTC.to_datetime(now).date()
}

/// By its key: issuer, kind, length, and each prefix that a fitting pattern may have.
pub(super) const BY_NUMBER: &str = "SELECT alert, version, newest, pattern FROM alert_in_force \
    WHERE issuer = ?1 AND kind = ?2 AND length = ?3 AND prefix IN ('', ?4, ?5, ?6, ?7) AND expires_on > ?8";

struct Candidate {
    alert: Uuid,
    version: u32,
    newest: i64,
    specificity: u32,
}

fn by_number(connection: &Connection, document: &DocumentRef, today: &str) -> Result<Vec<Candidate>, StoreError> {
    let number = &document.number;
    // A pattern begins with nothing exact, or with the number's first one to four characters.
    let start = |length: usize| number.as_str().get(..length).unwrap_or(number.as_str());
    let mut statement = connection.prepare_cached(BY_NUMBER)?;
    let mut rows = statement.query((
        document.issuer.as_str(),
        document.kind.ordinal(),
        number.as_str().len(),
        start(1),
        start(2),
        start(3),
        start(4),
        today,
    ))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let pattern = row.get_ref(3)?.as_str().map_err(rusqlite::Error::from)?;
        if fits(pattern, number) {
            found.push(candidate(row, specificity(pattern))?);
        }
    }
    Ok(found)
}

fn of_kind(
    connection: &Connection,
    issuer: StateCode,
    kind: DocumentKind,
    today: &str,
) -> Result<Vec<Candidate>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT alert, version, newest FROM alert_in_force WHERE issuer = ?1 AND kind = ?2 AND length = 0 AND prefix = '' \
         AND expires_on > ?3 ORDER BY newest LIMIT ?4",
    )?;
    let mut rows = statement.query((issuer.as_str(), kind.ordinal(), today, GENERAL_HITS_MAX))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(candidate(row, 0)?);
    }
    Ok(found)
}

fn candidate(row: &Row<'_>, specificity: u32) -> Result<Candidate, StoreError> {
    Ok(Candidate { alert: row.get(0)?, version: row.get(1)?, newest: row.get(2)?, specificity })
}

fn hit(connection: &Connection, one: &Candidate) -> Result<AlertHit, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT reference, owner, review_on, expires_on, body, confirmed_by, published_us FROM alert \
         JOIN alert_version USING (alert) WHERE alert.alert = ?1 AND alert_version.version = ?2",
    )?;
    let mut rows = statement.query((one.alert, one.version))?;
    let damaged = || StoreError::Damaged(format!("alert {} is in force and incomplete", one.alert));
    let row = rows.next()?.ok_or_else(damaged)?;
    let state = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from).map(str::parse::<StateCode>);
    let day = |at: usize| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from).map(str::parse::<Date>);
    let text = read_text(row.get_ref(4)?.as_blob().map_err(rusqlite::Error::from)?)?;
    Ok(AlertHit {
        alert: one.alert,
        reference: row.get(0)?,
        general: text.pattern.is_none(),
        text,
        reported_by: state(1)?.map_err(|_| damaged())?,
        confirmed_by: state(5)?.map_err(|_| damaged())?,
        published_at: Timestamp::from_microsecond(row.get(6)?).map_err(|_| damaged())?,
        review_on: day(2)?.map_err(|_| damaged())?,
        expires_on: day(3)?.map_err(|_| damaged())?,
    })
}
