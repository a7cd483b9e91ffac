//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use minicbor::Decode;
use rusqlite::Connection;

use super::entries::{ADOPTED, Adopted, WRITTEN, Written};

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match entry.kind() {
        kind if kind == WRITTEN.as_str() => write(connection, entry, &decoded(entry)?),
        kind if kind == ADOPTED.as_str() => adopt(connection, entry, &decoded(entry)?),
        kind => Err(damaged(entry, &format!("no kind {kind}"))),
    }
}

fn write(connection: &Connection, entry: &Recorded<'_>, written: &Written) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO minutes_revision (meeting, language, revision, text, note, at_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            written.meeting.as_str(),
            &written.language,
            written.revision,
            &written.text,
            &written.note,
            entry.at_us(),
        ))?;
    Ok(())
}

fn adopt(connection: &Connection, entry: &Recorded<'_>, adopted: &Adopted) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT INTO minutes_adopted (meeting, adopted_on, open, at_us) VALUES (?1, ?2, ?3, ?4)")?
        .execute((adopted.meeting.as_str(), adopted.adopted_on.to_string(), adopted.open, entry.at_us()))?;
    Ok(())
}

fn decoded<'b, T: Decode<'b, ()>>(entry: &Recorded<'b>) -> Result<T, StoreError> {
    minicbor::decode(entry.payload).map_err(|error| damaged(entry, &error.to_string()))
}

fn damaged(entry: &Recorded<'_>, what: &str) -> StoreError {
    StoreError::Damaged(format!("entry {}: {what}", entry.position))
}
