//! The reads about broken glass. Whether it is open is asked of the tables at every look: nothing has to be swept for it to close.

use base::ids::StateCode;
use base::store::{StoreError, Words};
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::{ANSWER_HOURS, GlassFinding, GlassReason, UNANSWERED_MAX};
use crate::alerts::queries::{self, Shown, state, words};
use crate::alerts::switch::{damaged, instant};
use crate::alerts::{claims, closed, flags, today};

/// Breakings that are listed at most: those without an answer first.
const LISTED_MAX: usize = 200;

/// What is open to one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Open {
    /// The alert.
    pub alert: Uuid,
    /// As it may be shown at present.
    pub shown: Shown,
    /// When it closes.
    pub ends: Timestamp,
}

/// That somebody broke the glass, as oversight reads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Breaking {
    /// Position of the entry.
    pub broken_at: u64,
    /// The alert.
    pub alert: Uuid,
    /// Its reference.
    pub reference: String,
    /// Whose alert it is.
    pub owner: StateCode,
    /// Whose officer it was.
    pub state: StateCode,
    /// Who.
    pub person: Uuid,
    /// Why.
    pub reason: GlassReason,
    /// In words.
    pub said: Words,
    /// When.
    pub at: Timestamp,
    /// When it closed, or will.
    pub ends: Timestamp,
    /// What oversight has found: the State of the officer, and the alert's.
    pub answers: Vec<Answer>,
}

/// What the oversight of one State found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Answer {
    /// Which State's.
    pub state: StateCode,
    /// What.
    pub finding: GlassFinding,
    /// In words.
    pub note: Words,
    /// When.
    pub at: Timestamp,
}

impl Breaking {
    /// Answers what a State's oversight has found.
    pub(in crate::alerts) fn answer_of(&self, state: StateCode) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.state == state)
    }

    /// Answers the instant by which each of the two says what it found.
    pub(in crate::alerts) fn due(&self) -> Timestamp {
        // Beyond the end of time nothing is due.
        self.at.checked_add(SignedDuration::from_hours(i64::from(ANSWER_HOURS))).unwrap_or(Timestamp::MAX)
    }

    /// Answers whether a State's oversight should have said so by now.
    pub(in crate::alerts) fn is_overdue(&self, state: StateCode, now: Timestamp) -> bool {
        self.answer_of(state).is_none() && now > self.due()
    }
}

/// Answers what is open to a person: the last breaking of theirs that has not ended, unless oversight found it not justified, the alert is
/// shown to their State no more, or the person it is about has asked for protection (G-23).
pub(in crate::alerts) fn open(
    connection: &Connection,
    (person, by): (Uuid, StateCode),
    reference: &str,
    now: Timestamp,
) -> Result<Option<Open>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT g.alert, g.ends_us FROM alerts_alert AS a JOIN alerts_glass AS g ON g.alert = a.alert \
         WHERE a.reference = ?1 AND g.person = ?2 AND g.state = ?3 AND g.broken_us <= ?4 AND g.ends_us > ?4 \
         AND NOT EXISTS (SELECT 1 FROM alerts_glass_answer AS r WHERE r.broken_at = g.position AND r.finding = 'not_justified') \
         ORDER BY g.position DESC LIMIT 1",
    )?;
    let mut rows = statement.query((reference, person, by.as_str(), now.as_microsecond()))?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (alert, ends): (Uuid, Timestamp) = (row.get(0)?, instant(row.get(1)?)?);
    let shown = queries::shown(connection, alert, by, today(now))?.filter(|shown| !shown.claimed);
    let Some(shown) = shown else { return Ok(None) };
    if claims::hides(connection, alert, by)? {
        return Ok(None);
    }
    Ok(Some(Open { alert, shown, ends }))
}

/// Answers the alert and its owner, where this person may break the glass now.
///
/// Errors: `Refused` where the State is not shown it or owns it, whoever it is about has asked for protection, it is open to them already,
/// or their own oversight has answered too little of what they broke before.
pub(in crate::alerts) fn may_break(
    connection: &Connection,
    (person, by): (Uuid, StateCode),
    reference: &str,
    now: Timestamp,
) -> Result<(Uuid, Shown), StoreError> {
    let face = flags::ask::foreign(connection, by, reference, today(now))?;
    let alert = face.ok_or(StoreError::Refused("alerts-refused-ended"))?.id;
    let shown = queries::shown(connection, alert, by, today(now))?;
    let shown = shown.ok_or(StoreError::Refused("alerts-glass-refused-gone"))?;
    if shown.claimed || claims::hides(connection, alert, by)? {
        return Err(StoreError::Refused("alerts-glass-refused-claim"));
    }
    if open(connection, (person, by), reference, now)?.is_some() {
        return Err(StoreError::Refused("alerts-glass-refused-open"));
    }
    if unanswered(connection, person)? >= UNANSWERED_MAX {
        return Err(StoreError::Refused("alerts-glass-refused-unanswered"));
    }
    Ok((alert, shown))
}

/// Counts what a person broke and their own State's oversight has not answered. The other State's silence closes nothing to them.
fn unanswered(connection: &Connection, person: Uuid) -> Result<u64, StoreError> {
    let count = connection
        .prepare_cached(
            "SELECT count(*) FROM alerts_glass AS g WHERE g.person = ?1 AND NOT EXISTS (SELECT 1 FROM alerts_glass_answer AS r \
             WHERE r.broken_at = g.position AND r.state = g.state)",
        )?
        .query_row([person], |row| row.get(0))?;
    Ok(count)
}

const BREAKING: &str = "SELECT g.position, g.alert, a.reference, a.owner, g.state, g.person, g.reason, g.said, g.broken_us, g.ends_us \
    FROM alerts_glass AS g JOIN alerts_alert AS a ON a.alert = g.alert WHERE (g.state = ?1 OR a.owner = ?1)";

/// Answers the breakings by a State's officers, and of its alerts by others': those it has not answered first, then the last first.
pub(in crate::alerts) fn of_state(connection: &Connection, by: StateCode) -> Result<Vec<Breaking>, StoreError> {
    let question = format!(
        "{BREAKING} ORDER BY EXISTS (SELECT 1 FROM alerts_glass_answer AS r WHERE r.broken_at = g.position AND r.state = ?1), \
         g.position DESC LIMIT ?2"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((by.as_str(), LISTED_MAX))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(breaking(connection, row)?);
    }
    Ok(all)
}

/// Answers one of them.
pub(in crate::alerts) fn one(
    connection: &Connection,
    by: StateCode,
    broken_at: u64,
) -> Result<Option<Breaking>, StoreError> {
    let Ok(position) = i64::try_from(broken_at) else { return Ok(None) };
    let mut statement = connection.prepare_cached(&format!("{BREAKING} AND g.position = ?2"))?;
    let mut rows = statement.query((by.as_str(), position))?;
    rows.next()?.map(|row| breaking(connection, row)).transpose()
}

fn breaking(connection: &Connection, row: &Row<'_>) -> Result<Breaking, StoreError> {
    let (owner, by, reason): (String, String, String) = (row.get(3)?, row.get(4)?, row.get(6)?);
    let (broken_at, alert): (u64, Uuid) = (row.get(0)?, row.get(1)?);
    Ok(Breaking {
        broken_at,
        alert,
        reference: row.get(2)?,
        owner: state(&owner)?,
        state: state(&by)?,
        person: row.get(5)?,
        reason: GlassReason::read(&reason).ok_or_else(|| damaged(&reason))?,
        said: words(row, 7, closed::bound(closed::DANGER, state(&by)?, alert, 0))?,
        at: instant(row.get(8)?)?,
        ends: instant(row.get(9)?)?,
        answers: answers(connection, broken_at, alert)?,
    })
}

fn answers(connection: &Connection, broken_at: u64, alert: Uuid) -> Result<Vec<Answer>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT state, finding, note, said_us FROM alerts_glass_answer WHERE broken_at = ?1 ORDER BY position",
    )?;
    let mut rows = statement.query([broken_at])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (by, finding): (String, String) = (row.get(0)?, row.get(1)?);
        let by = state(&by)?;
        all.push(Answer {
            state: by,
            finding: GlassFinding::read(&finding).ok_or_else(|| damaged(&finding))?,
            note: words(row, 2, closed::bound(closed::FOUND, by, alert, broken_at))?,
            at: instant(row.get(3)?)?,
        });
    }
    Ok(all)
}
