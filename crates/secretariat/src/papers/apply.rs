//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use minicbor::Decode;
use rusqlite::Connection;

use super::entries::{BROUGHT, Brought, FILED, Filed};

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match entry.kind() {
        kind if kind == FILED.as_str() => file(connection, entry, &decoded(entry)?),
        kind if kind == BROUGHT.as_str() => bring(connection, entry, &decoded(entry)?),
        kind => Err(damaged(entry, &format!("no kind {kind}"))),
    }
}

fn file(connection: &Connection, entry: &Recorded<'_>, filed: &Filed) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO papers_paper (symbol, kind, title_en, title_es, original, class, meeting, position) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            &filed.symbol,
            &filed.kind,
            &filed.title_en,
            &filed.title_es,
            &filed.original,
            &filed.class,
            &filed.meeting,
            entry.position,
        ))?;
    Ok(())
}

fn bring(connection: &Connection, entry: &Recorded<'_>, brought: &Brought) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO papers_text (symbol, language, version, authentic, format, file, size_bytes, note, at_us) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            &brought.symbol,
            &brought.language,
            brought.version,
            brought.authentic,
            &brought.format,
            &brought.file,
            brought.size_bytes,
            &brought.note,
            entry.at_us(),
        ))?;
    Ok(())
}

fn decoded<'b, T: Decode<'b, ()>>(entry: &Recorded<'b>) -> Result<T, StoreError> {
    minicbor::decode(entry.payload).map_err(|error| damaged(entry, &error.to_string()))
}

fn damaged(entry: &Recorded<'_>, what: &str) -> StoreError {
    StoreError::Damaged(format!("entry {}: {what}", entry.position))
}
