//! What entries about broken glass mean for the tables.

use base::store::{Recorded, StoreError};
use jiff::SignedDuration;
use rusqlite::{Connection, params};

use super::entries::{GlassAnswered, GlassBroken};

/// Somebody has broken it.
pub(in crate::alerts) fn broken(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &GlassBroken,
) -> Result<(), StoreError> {
    let open_us = SignedDuration::from_mins(i64::from(entry.minutes)).as_micros();
    connection.execute(
        "INSERT INTO alerts_glass (position, alert, state, person, reason, said, broken_us, ends_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7 + ?8)",
        params![
            recorded.position,
            entry.alert,
            recorded.state().as_str(),
            recorded.person(),
            entry.reason.code(),
            entry.said.column(),
            recorded.at_us(),
            i64::try_from(open_us).unwrap_or(0),
        ],
    )?;
    Ok(())
}

/// The oversight of a State has said what it found.
pub(in crate::alerts) fn answered(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &GlassAnswered,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_glass_answer (position, broken_at, alert, state, person, finding, note, said_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            recorded.position,
            entry.broken_at,
            entry.alert,
            recorded.state().as_str(),
            recorded.person(),
            entry.finding.code(),
            entry.note.column(),
            recorded.at_us(),
        ],
    )?;
    Ok(())
}

/// A rule has destroyed what a State said.
pub(in crate::alerts) fn forgotten(connection: &Connection, position: u64) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM alerts_glass WHERE position = ?1")?.execute([position])?;
    connection.prepare_cached("DELETE FROM alerts_glass_answer WHERE position = ?1")?.execute([position])?;
    Ok(())
}
