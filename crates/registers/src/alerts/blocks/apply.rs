//! What entries about blocks and rulings mean for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};

use super::entries::{Blocked, Ruled};

/// The panel has taken an alert out of every search.
pub(in crate::alerts) fn blocked(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &Blocked,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_block (position, alert, petition, state, at_us) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![recorded.position, entry.alert, entry.petition, recorded.state().as_str(), recorded.at_us()],
    )?;
    Ok(())
}

/// The panel has brought it back.
pub(in crate::alerts) fn unblocked(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &Blocked,
) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE alerts_block SET lifted_at = ?3, lifted_by = ?4 WHERE alert = ?1 AND petition = ?2 AND lifted_at IS NULL",
        params![entry.alert, entry.petition, recorded.position, recorded.state().as_str()],
    )?;
    Ok(())
}

/// The panel has decided.
pub(in crate::alerts) fn ruled(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &Ruled,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_ruling (position, alert, state, ruling, at_us) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![recorded.position, entry.alert, recorded.state().as_str(), entry.ruling.code(), recorded.at_us()],
    )?;
    Ok(())
}

/// A rule has destroyed what a State's member of the panel said.
pub(in crate::alerts) fn forgotten(connection: &Connection, position: u64) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM alerts_block WHERE position = ?1")?.execute([position])?;
    connection.prepare_cached("DELETE FROM alerts_ruling WHERE position = ?1")?.execute([position])?;
    Ok(())
}
