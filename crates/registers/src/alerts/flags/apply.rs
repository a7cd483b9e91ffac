//! What entries about flags mean for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};

use super::entries::{FlagAsked, FlagTold};

/// A flag was asked for.
pub(in crate::alerts) fn asked(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &FlagAsked,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_flag (position, alert, state, person, reason, instead, asked_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            recorded.position,
            entry.alert,
            recorded.state().as_str(),
            recorded.person(),
            entry.reason.code(),
            entry.instead.code(),
            recorded.at_us(),
        ],
    )?;
    Ok(())
}

/// A second person has decided it.
pub(in crate::alerts) fn set(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &FlagTold,
) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE alerts_flag SET set_at = ?2, set_us = ?3 WHERE position = ?1",
        params![entry.asked_at, recorded.position, recorded.at_us()],
    )?;
    Ok(())
}

/// Its State has ended it.
pub(in crate::alerts) fn lifted(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &FlagTold,
) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE alerts_flag SET lifted_at = ?2 WHERE position = ?1",
        params![entry.asked_at, recorded.position],
    )?;
    Ok(())
}

/// A rule has destroyed what a State said.
pub(in crate::alerts) fn forgotten(connection: &Connection, position: u64) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM alerts_flag WHERE position = ?1")?.execute([position])?;
    Ok(())
}
