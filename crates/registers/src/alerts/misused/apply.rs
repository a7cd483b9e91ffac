//! What entries about holders of misused identities mean for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};

use super::entries::{MisusedConfirmed, MisusedEntered};

/// Data of a holder were entered.
pub(in crate::alerts) fn entered(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &MisusedEntered,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_misused (position, alert, state, person, issuer, kind, document, born_at, consented_on, kept_at, \
         taken_by, entered_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            recorded.position,
            entry.alert,
            recorded.state().as_str(),
            recorded.person(),
            entry.issuer.as_str(),
            entry.kind.code(),
            entry.document,
            entry.born_at.column(),
            entry.consented_on.to_string(),
            entry.kept_at.column(),
            entry.taken_by.column(),
            recorded.at_us(),
        ],
    )?;
    Ok(())
}

/// A second person has confirmed them.
pub(in crate::alerts) fn confirmed(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &MisusedConfirmed,
) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE alerts_misused SET confirmed_at = ?2, confirmed_us = ?3 WHERE position = ?1",
        params![entry.entered_at, recorded.position, recorded.at_us()],
    )?;
    Ok(())
}

/// They are destroyed: at the holder's request, or with the alert.
pub(in crate::alerts) fn forgotten(connection: &Connection, position: u64) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM alerts_misused WHERE position = ?1")?.execute([position])?;
    Ok(())
}
