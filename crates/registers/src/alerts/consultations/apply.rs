//! What entries about consultations mean for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::entries::{ConsultationAgreed, ConsultationOpened, ConsultationSaid};

/// A State's alert is held beside another's.
pub(in crate::alerts) fn opened(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &ConsultationOpened,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_consultation (position, held, standing, state, answer_by, held_first, at_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            recorded.position,
            entry.held,
            entry.standing,
            recorded.state().as_str(),
            entry.answer_by.to_string(),
            entry.held_first,
            recorded.at_us(),
        ],
    )?;
    Ok(())
}

/// One of the two States says something to the other.
pub(in crate::alerts) fn said(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &ConsultationSaid,
) -> Result<(), StoreError> {
    word(connection, recorded, entry.held, entry.standing, Some(entry.said.column()))
}

/// The State whose alert stood first agrees that both stand.
pub(in crate::alerts) fn agreed(
    connection: &Connection,
    recorded: &Recorded<'_>,
    entry: &ConsultationAgreed,
) -> Result<(), StoreError> {
    word(connection, recorded, entry.held, entry.standing, None)
}

/// Notes a word; one without a text is the agreement.
fn word(
    connection: &Connection,
    recorded: &Recorded<'_>,
    held: Uuid,
    standing: Uuid,
    said: Option<Vec<u8>>,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO alerts_consultation_word (position, held, standing, state, agrees, said, at_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![recorded.position, held, standing, recorded.state().as_str(), said.is_none(), said, recorded.at_us(),],
    )?;
    Ok(())
}

/// A rule has destroyed what a State said.
pub(in crate::alerts) fn forgotten(connection: &Connection, position: u64) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM alerts_consultation WHERE position = ?1")?.execute([position])?;
    connection.prepare_cached("DELETE FROM alerts_consultation_word WHERE position = ?1")?.execute([position])?;
    Ok(())
}
