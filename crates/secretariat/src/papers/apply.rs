//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use minicbor::Decode;
use rusqlite::Connection;

use super::entries::{BROUGHT, Brought, CLASSED, Classed, DISMISSED, Dismissed, FILED, Filed, RAISED, Raised};
use super::paper::PUBLIC;

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match entry.kind() {
        kind if kind == FILED.as_str() => file(connection, entry, &decoded(entry)?),
        kind if kind == BROUGHT.as_str() => bring(connection, entry, &decoded(entry)?),
        kind if kind == CLASSED.as_str() => classify(connection, entry, &decoded(entry)?),
        kind if kind == DISMISSED.as_str() => dismiss(connection, entry, &decoded(entry)?),
        kind if kind == RAISED.as_str() => raise(connection, &decoded(entry)?),
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
    let said = |text: &Option<String>| text.clone().unwrap_or_default();
    decide(
        connection,
        entry,
        &Classed {
            symbol: filed.symbol.clone(),
            class: filed.class.clone(),
            rule: said(&filed.rule),
            decided_by: said(&filed.decided_by),
        },
    )
}

fn classify(connection: &Connection, entry: &Recorded<'_>, classed: &Classed) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE papers_paper SET class = ?2 WHERE symbol = ?1")?
        .execute((&classed.symbol, &classed.class))?;
    decide(connection, entry, classed)
}

/// Notes who decided who may see a document, and whether it is among the public ones. One that stays public keeps its place.
fn decide(connection: &Connection, entry: &Recorded<'_>, classed: &Classed) -> Result<(), StoreError> {
    let Classed { symbol, class, rule, decided_by } = classed;
    connection
        .prepare_cached(
            "INSERT INTO papers_class (symbol, position, class, rule, decided_by, at_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((symbol, entry.position, class, rule, decided_by, entry.at_us()))?;
    if class == PUBLIC {
        connection
            .prepare_cached(
                "INSERT OR IGNORE INTO papers_public (position, symbol, meeting) \
                 SELECT ?1, symbol, meeting FROM papers_paper WHERE symbol = ?2",
            )?
            .execute((entry.position, symbol))?;
    } else {
        connection.prepare_cached("DELETE FROM papers_public WHERE symbol = ?1")?.execute([symbol])?;
    }
    Ok(())
}

fn dismiss(connection: &Connection, entry: &Recorded<'_>, dismissed: &Dismissed) -> Result<(), StoreError> {
    let Dismissed { symbol, flag, reason } = dismissed;
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO papers_dismissed (symbol, flag, party, reason, at_us) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((symbol, flag, entry.state().as_str(), reason, entry.at_us()))?;
    Ok(())
}

fn raise(connection: &Connection, raised: &Raised) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM papers_dismissed WHERE symbol = ?1 AND flag = ?2")?
        .execute((&raised.symbol, &raised.flag))?;
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
