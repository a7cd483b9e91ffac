//! What entries about claims for protection mean for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::entries::{ClaimRecorded, ClaimReferred, ClaimTold};
use super::queries::hides;
use crate::alerts::entries::Met;
use crate::alerts::matches::MatchOutcome;

/// An officer has heard it.
pub(in crate::alerts) fn recorded(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &ClaimRecorded,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_claim (position, alert, state, person, against, recorded_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            recorded.position,
            entry.alert,
            recorded.state().as_str(),
            recorded.person(),
            entry.against.map(|state| state.to_string()),
            recorded.at_us(),
        ],
    )?;
    said(connection, recorded, entry.alert)
}

/// The person was brought to those who decide about protection.
pub(in crate::alerts) fn referred(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &ClaimReferred,
) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE alerts_claim SET referred_to = ?2, referred_us = ?3 WHERE position = ?1",
        params![entry.recorded_at, entry.to.code(), recorded.at_us()],
    )?;
    said(connection, recorded, entry.alert)
}

/// Somebody asks that it shield no longer.
pub(in crate::alerts) fn ending(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &ClaimTold,
) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE alerts_claim SET ending = ?2, ending_by = ?3 WHERE position = ?1",
        params![entry.recorded_at, entry.ending.code(), recorded.person()],
    )?;
    said(connection, recorded, entry.alert)
}

/// A second person has decided that.
pub(in crate::alerts) fn ended(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &ClaimTold,
) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE alerts_claim SET ended_at = ?2 WHERE position = ?1",
        params![entry.recorded_at, recorded.position],
    )?;
    said(connection, recorded, entry.alert)
}

/// An outcome of a match is veiled for good where it was said under a claim that could be against the alert's owner. That somebody
/// was not the person tells of no claim.
pub(in crate::alerts) fn met(connection: &Connection, recorded: &Recorded<'_>, entry: &Met) -> Result<(), StoreError> {
    if entry.outcome != MatchOutcome::NotThePerson && hides(connection, entry.alert, recorded.state())? {
        connection.execute("INSERT INTO alerts_veiled (position) VALUES (?1)", [recorded.position])?;
    }
    Ok(())
}

/// A rule has destroyed what a State said.
pub(in crate::alerts) fn forgotten(connection: &Connection, position: u64) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM alerts_claim WHERE position = ?1")?.execute([position])?;
    connection.prepare_cached("DELETE FROM alerts_claim_said WHERE position = ?1")?.execute([position])?;
    connection.prepare_cached("DELETE FROM alerts_veiled WHERE position = ?1")?.execute([position])?;
    Ok(())
}

fn said(connection: &Connection, recorded: &Recorded<'_>, alert: Uuid) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_claim_said (position, alert, state) VALUES (?1, ?2, ?3)",
        params![recorded.position, alert, recorded.state().as_str()],
    )?;
    Ok(())
}
