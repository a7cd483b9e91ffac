//! The rule that destroys: what was said of a case ninety days after it ended. What the panel decided stays, and names nobody.

use base::access::Purpose;
use base::desk::{Entries, by_rule};
use base::ground::Puebla;
use base::ids::StateCode;
use base::store::{Database, Stamp, StoreError};
use jiff::Timestamp;
use uuid::Uuid;

use super::entries::{Destroyed, RedressEntry, Remembered};
use super::queries::{self, Case};
use crate::alerts::today;

/// Destroys what is due; answers how many cases that were.
pub fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    let database = ground.database("registers")?;
    let mut done = 0;
    loop {
        let now = ground.clock.now();
        let due = database.read(|connection| queries::due(connection, today(now)))?;
        if due.is_empty() {
            break;
        }
        done += due.len();
        for case in due {
            forget(database, case, now)?;
        }
    }
    loop {
        let now = ground.clock.now();
        let left = database.read(queries::left_over)?;
        if left.is_empty() {
            return Ok(done);
        }
        for petition in left {
            let said = database.read(|connection| queries::said(connection, petition))?;
            for (state, positions) in said {
                by_rule(database, stamp(state, now), move |entries: &Entries<'_, RedressEntry>| {
                    entries.append(&RedressEntry::Destroyed(Destroyed { petition, positions }))
                })?;
            }
        }
    }
}

/// The State at which it was lodged forgets it.
fn forget(database: &Database, case: Case, now: Timestamp) -> Result<(), StoreError> {
    let Some((outcome, _, _)) = case.answer else { return Ok(()) };
    by_rule(database, stamp(case.state, now), move |entries: &Entries<'_, RedressEntry>| {
        let positions = queries::said(entries.now(), case.petition)?.remove(&case.state).unwrap_or_default();
        let (year, number) = queries::numbered(entries.now(), case.petition)?;
        let petition = case.petition;
        entries.append(&RedressEntry::Remembered(Remembered { petition, year, number, kind: case.kind, outcome }))?;
        entries.append(&RedressEntry::Destroyed(Destroyed { petition, positions }))?;
        Ok(())
    })
}

/// A rule has no person and a purpose of the room's own.
fn stamp(state: StateCode, at: Timestamp) -> Stamp {
    Stamp { state, person: Uuid::nil(), purpose: Purpose::Redress, at }
}
