//! What entries about proposals mean for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::RefusalGround;
use super::entries::{ProposalAnswered, ProposalMade};

/// Another State proposes something; where an alert's purpose is achieved its end comes forward.
pub(in crate::alerts) fn made(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &ProposalMade,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_proposal (position, alert, state, kind, said, ends, was, at_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            recorded.position,
            entry.alert,
            recorded.state().as_str(),
            entry.kind.code(),
            entry.said.column(),
            entry.notice.map(|notice| notice.ends.to_string()),
            entry.notice.map(|notice| notice.was.to_string()),
            recorded.at_us(),
        ],
    )?;
    if let Some(notice) = entry.notice {
        connection.execute(
            "UPDATE alerts_alert SET until = ?2, ends_on = min(ends_on, ?2), touched = ?3 WHERE alert = ?1",
            params![entry.alert, notice.ends.to_string(), recorded.position],
        )?;
    }
    Ok(())
}

/// Its owner answers.
pub(in crate::alerts) fn answered(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &ProposalAnswered,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_proposal_answer (position, alert, proposed_at, ground, at_us) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            recorded.position,
            entry.alert,
            entry.proposed_at,
            entry.ground.map(RefusalGround::code),
            recorded.at_us(),
        ],
    )?;
    Ok(())
}

/// The alert is destroyed, and with it what its owner answered.
pub(in crate::alerts) fn destroyed(connection: &Connection, alert: Uuid) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM alerts_proposal_answer WHERE alert = ?1")?.execute([alert])?;
    Ok(())
}

/// A rule has destroyed what a State proposed.
pub(in crate::alerts) fn forgotten(connection: &Connection, position: u64) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM alerts_proposal WHERE position = ?1")?.execute([position])?;
    Ok(())
}
