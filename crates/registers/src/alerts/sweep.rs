//! The rules that destroy: what an alert said thirty days after it ended, and what a State said of a category thirty days after
//! it left it. Nothing waits for this to be out of force; this is so that it is gone.

use std::collections::BTreeMap;

use base::access::Purpose;
use base::desk::{Entries, by_rule};
use base::ground::Puebla;
use base::ids::StateCode;
use base::store::{Database, Stamp, StoreError};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use rusqlite::Connection;
use uuid::Uuid;

use super::coded::Category;
use super::entries::{AlertsEntry, Destroyed, Forgotten, Remembered};
use super::life::KEPT_DAYS;
use super::queries::{self, day, state};
use super::{matches, misused, proposals, supplements, switch, today};

/// Alerts that go in one transaction at most, so that no officer's act waits long behind them.
const BATCH: usize = 100;

/// What is to go.
#[derive(Clone, Debug)]
struct Due {
    alert: Uuid,
    owner: String,
    reference: String,
    year: i16,
    number: u32,
    category: String,
    ended_on: String,
}

/// Says what has become overdue, and destroys what is due; answers how many things that were.
pub fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    let database = ground.database("registers")?;
    let mut done = supplements::sweep::tell(ground, database)?;
    loop {
        let now = ground.clock.now();
        let mut over = database.read(|connection| queries::cleared_until(connection, today(now)))?;
        if over.is_empty() {
            over = database.read(|connection| misused::queries::over(connection, today(now)))?;
        }
        if over.is_empty() {
            break;
        }
        done += over.values().map(Vec::len).sum::<usize>();
        forget_matches(database, over, now)?;
    }
    loop {
        let now = ground.clock.now();
        let due = database.read(|connection| due(connection, today(now)))?;
        if due.is_empty() {
            done += forget_orphans(ground, database)?;
            database.read(|connection| matches::warm(ground, connection))?;
            return Ok(done);
        }
        for one in due {
            done += 1;
            let said = database.read(|connection| queries::said_beside(connection, one.alert))?;
            forget_matches(database, said, now)?;
            // A rule has no person and a purpose of the room's own.
            let stamp =
                Stamp { state: state(&one.owner)?, person: Uuid::nil(), purpose: Purpose::AlertIssuance, at: now };
            by_rule(database, stamp, move |entries| forget(entries, &one))?;
        }
    }
}

/// Each State's rule destroys what its own officers said: first of all, so that an alert takes nothing with it unsaid.
fn forget_matches(database: &Database, said: BTreeMap<StateCode, Vec<u64>>, now: Timestamp) -> Result<(), StoreError> {
    for (state, positions) in said {
        let stamp = Stamp { state, person: Uuid::nil(), purpose: Purpose::AlertIssuance, at: now };
        by_rule(database, stamp, move |entries: &Entries<'_, AlertsEntry>| {
            entries.append(&AlertsEntry::Forgotten(Forgotten { positions }))
        })?;
    }
    Ok(())
}

/// What was proposed about an alert goes after it and not before, so that none whose end it brought forward comes back in between.
fn forget_orphans(ground: &Puebla, database: &Database) -> Result<usize, StoreError> {
    let mut done = 0;
    loop {
        let left = database.read(proposals::queries::orphaned)?;
        if left.is_empty() {
            return Ok(done);
        }
        done += left.values().map(Vec::len).sum::<usize>();
        forget_matches(database, left, ground.clock.now())?;
    }
}

fn forget(entries: &Entries<'_, AlertsEntry>, due: &Due) -> Result<(), StoreError> {
    let positions = queries::positions(entries.now(), due.alert)?;
    entries.append(&AlertsEntry::Remembered(Remembered {
        alert: due.alert,
        reference: due.reference.clone(),
        year: due.year,
        number: due.number,
        category: Category::read(&due.category).ok_or_else(|| switch::damaged(&due.category))?,
        ended_on: day(&due.ended_on)?,
    }))?;
    entries.append(&AlertsEntry::Destroyed(Destroyed { alert: due.alert, positions }))?;
    Ok(())
}

/// Alerts that ended thirty days ago, and those of whom their State left the category thirty days ago.
fn due(connection: &Connection, today: Date) -> Result<Vec<Due>, StoreError> {
    let until = today.saturating_sub(KEPT_DAYS.days());
    let left_us = jiff::tz::TimeZone::UTC
        .to_timestamp(until.saturating_add(1.day()).into())
        .map_err(|_| switch::damaged("a day"))?
        .as_microsecond();
    let mut statement = connection.prepare_cached(
        "SELECT a.alert, a.owner, a.reference, a.year, a.number, a.category, min(a.ends_on, ?3) FROM alerts_alert AS a \
         WHERE a.ends_on <= ?1 OR EXISTS (SELECT 1 FROM alerts_opt AS o WHERE o.state = a.owner \
         AND o.category = a.category AND o.opted = 0 AND o.changed_us < ?2) ORDER BY a.ends_on, a.alert LIMIT ?4",
    )?;
    let mut rows = statement.query((until.to_string(), left_us, today.to_string(), BATCH))?;
    let mut due = Vec::new();
    while let Some(row) = rows.next()? {
        due.push(Due {
            alert: row.get(0)?,
            owner: row.get(1)?,
            reference: row.get(2)?,
            year: row.get(3)?,
            number: row.get(4)?,
            category: row.get(5)?,
            ended_on: row.get(6)?,
        });
    }
    Ok(due)
}
