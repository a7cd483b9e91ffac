//! The rule "an alert expires": at its day, what every State said about it is destroyed, series by series.
//!
//! An entry destroys only its own series' payloads. So the reporting State's series goes first, and with it the alert;
//! then each other State's confirmations and questions, which speak of an alert that is no longer there. What stays in the
//! journal are headers, and entries that say under which rule the rest went.

use std::collections::BTreeMap;

use base::access::Purpose;
use base::desk::{Entries, by_rule};
use base::ground::Puebla;
use base::ids::StateCode;
use base::store::{Stamp, StoreError};
use rusqlite::Connection;
use uuid::Uuid;

use super::entries::{AlertEntry, Expired};
use super::fitting::today;
use super::queries;

/// Alerts that expire in one transaction at most, so that no officer's act waits long behind them.
const BATCH: usize = 200;

/// Destroys what has expired; answers how many entries said so.
pub fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    Ok(turn(ground, own_expired)? + turn(ground, remaining)?)
}

/// Destroys the reporting States' words alone, as a sweep does that is cut short.
#[cfg(test)]
pub(super) fn first_half(ground: &Puebla) -> Result<usize, StoreError> {
    turn(ground, own_expired)
}

type Due = BTreeMap<StateCode, Vec<Uuid>>;

fn turn(ground: &Puebla, find: fn(&Connection, &str) -> Result<Due, StoreError>) -> Result<usize, StoreError> {
    let database = ground.database("registers")?;
    let mut done = 0;
    loop {
        let now = ground.clock.now();
        let day = today(now).to_string();
        let due = database.read(|connection| find(connection, &day))?;
        if due.is_empty() {
            return Ok(done);
        }
        for (state, alerts) in due {
            done += alerts.len();
            let stamp = Stamp { state, person: Uuid::nil(), purpose: Purpose::DataStewardship, at: now };
            by_rule(database, stamp, move |entries| alerts.iter().try_for_each(|alert| expire(entries, *alert)))?;
        }
    }
}

fn expire(entries: &Entries<'_, AlertEntry>, alert: Uuid) -> Result<(), StoreError> {
    let positions = queries::positions(entries.now(), alert, entries.stamp().state)?;
    entries.append(&AlertEntry::Expired(Expired { alert, positions }))?;
    Ok(())
}

/// Alerts whose day has come, by their own State.
fn own_expired(connection: &Connection, day: &str) -> Result<Due, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT owner, alert FROM alert WHERE expires_on <= ?1 ORDER BY expires_on, alert LIMIT ?2")?;
    due(statement.query((day, BATCH))?)
}

/// Other States' words about alerts that are no longer there.
fn remaining(connection: &Connection, _: &str) -> Result<Due, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT state, alert FROM alert_remainder ORDER BY alert, state LIMIT ?1")?;
    due(statement.query([BATCH])?)
}

fn due(mut rows: rusqlite::Rows<'_>) -> Result<Due, StoreError> {
    let mut due = Due::new();
    while let Some(row) = rows.next()? {
        let state: String = row.get(0)?;
        due.entry(queries::state(&state)?).or_default().push(row.get(1)?);
    }
    Ok(due)
}
