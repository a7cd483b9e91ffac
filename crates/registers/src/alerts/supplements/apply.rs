//! What entries about supplementary information mean for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};

use super::SupplementGround;
use super::entries::{SupplementAsked, SupplementOverdue, SupplementSaid};

/// A State has asked.
pub(in crate::alerts) fn asked(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &SupplementAsked,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_supplement (position, alert, state, met_at, kind, hours, note, asked_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            recorded.position,
            entry.alert,
            recorded.state().as_str(),
            entry.met_at,
            entry.kind.code(),
            entry.hours,
            entry.note.column(),
            recorded.at_us(),
        ],
    )?;
    Ok(())
}

/// The alert's owner has said something.
pub(in crate::alerts) fn said(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &SupplementSaid,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_supplement_reply (position, asked_at, alert, state, reply, ground, note, said_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            recorded.position,
            entry.asked_at,
            entry.alert,
            recorded.state().as_str(),
            entry.reply.code(),
            entry.ground.map(SupplementGround::code),
            entry.note.column(),
            recorded.at_us(),
        ],
    )?;
    Ok(())
}

/// A rule has found it overdue.
pub(in crate::alerts) fn overdue(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &SupplementOverdue,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_supplement_late (position, asked_at, alert, state, at_us) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![recorded.position, entry.asked_at, entry.alert, recorded.state().as_str(), recorded.at_us()],
    )?;
    Ok(())
}

/// A rule has destroyed what a State said.
pub(in crate::alerts) fn forgotten(connection: &Connection, position: u64) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM alerts_supplement WHERE position = ?1")?.execute([position])?;
    connection.prepare_cached("DELETE FROM alerts_supplement_reply WHERE position = ?1")?.execute([position])?;
    connection.prepare_cached("DELETE FROM alerts_supplement_late WHERE position = ?1")?.execute([position])?;
    Ok(())
}
