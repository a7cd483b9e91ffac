//! What codes and permissions mean for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::Handling;
use super::entries::{HandlingPermitted, HandlingTakenBack};

/// A version was written, with its codes.
pub(in crate::alerts) fn versioned(
    connection: &Connection,
    alert: Uuid,
    version: u32,
    handling: &Handling,
) -> Result<(), StoreError> {
    // Writing to a vector cannot fail.
    let body = minicbor::to_vec(handling).unwrap_or_default();
    connection
        .execute("INSERT INTO alerts_handling (alert, version, body) VALUES (?1, ?2, ?3)", (alert, version, body))?;
    Ok(())
}

/// The alert's State has permitted something.
pub(in crate::alerts) fn permitted(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &HandlingPermitted,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_permission (position, alert, state, person, code, receiver, what, until, at_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            recorded.position,
            entry.alert,
            recorded.state().as_str(),
            recorded.person(),
            entry.code.code(),
            entry.to.as_str(),
            entry.what.column(),
            entry.until.to_string(),
            recorded.at_us(),
        ],
    )?;
    Ok(())
}

/// The alert's State has taken it back.
pub(in crate::alerts) fn taken_back(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &HandlingTakenBack,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_permission_end (position, alert, state, person, code, receiver, at_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            recorded.position,
            entry.alert,
            recorded.state().as_str(),
            recorded.person(),
            entry.code.code(),
            entry.to.as_str(),
            recorded.at_us(),
        ],
    )?;
    Ok(())
}

/// A rule has destroyed what was permitted.
pub(in crate::alerts) fn forgotten(connection: &Connection, position: u64) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM alerts_permission WHERE position = ?1")?.execute([position])?;
    connection.prepare_cached("DELETE FROM alerts_permission_end WHERE position = ?1")?.execute([position])?;
    Ok(())
}
