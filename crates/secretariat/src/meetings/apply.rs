//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use minicbor::Decode;
use rusqlite::Connection;

use super::entries::{CANCELLED, CORRECTED, Cancelled, Corrected, HELD, Held, MOVED, Moved, PLANNED, Planned};
use super::meeting::{Sitting, Standing, Symbol};

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match entry.kind() {
        kind if kind == PLANNED.as_str() => plan(connection, entry),
        kind if kind == MOVED.as_str() => {
            let Moved { symbol, sitting, note } = decoded(entry)?;
            sit(connection, entry, &symbol, Standing::Moved, &sitting)?;
            note_change(connection, entry, &symbol, Standing::Moved, Some(&sitting), &note)
        }
        kind if kind == HELD.as_str() => {
            let Held { symbol, sitting, note } = decoded(entry)?;
            sit(connection, entry, &symbol, Standing::Held, &sitting)?;
            note_change(connection, entry, &symbol, Standing::Held, Some(&sitting), &note)
        }
        kind if kind == CANCELLED.as_str() => {
            let Cancelled { symbol, note } = decoded(entry)?;
            let changed = connection
                .prepare_cached("UPDATE meetings_meeting SET standing = ?2 WHERE symbol = ?1")?
                .execute((symbol.as_str(), Standing::Cancelled.code()))?;
            known(entry, changed)?;
            note_change(connection, entry, &symbol, Standing::Cancelled, None, &note)
        }
        kind if kind == CORRECTED.as_str() => correct(connection, entry, &decoded(entry)?),
        kind => Err(damaged(entry, &format!("no kind {kind}"))),
    }
}

/// Puts what a meeting should have been in the place of what was mistyped, and keeps that.
fn correct(connection: &Connection, entry: &Recorded<'_>, corrected: &Corrected) -> Result<(), StoreError> {
    let Corrected { was, planned, note } = corrected;
    let kept = connection
        .prepare_cached(
            "INSERT INTO meetings_correction (position, symbol, series, number, title_en, title_es, parent, members_only, \
             host, zone) SELECT ?2, symbol, series, number, title_en, title_es, parent, members_only, host, zone \
             FROM meetings_meeting WHERE symbol = ?1 AND standing = 'planned'",
        )?
        .execute((was.as_str(), entry.position))?;
    known(entry, kept)?;
    connection.prepare_cached("DELETE FROM meetings_meeting WHERE symbol = ?1")?.execute([was.as_str()])?;
    connection
        .prepare_cached("UPDATE meetings_change SET symbol = ?2 WHERE symbol = ?1")?
        .execute((was.as_str(), planned.symbol.as_str()))?;
    insert(connection, planned)?;
    note_change(connection, entry, &planned.symbol, Standing::Planned, Some(&planned.sitting), note)
}

fn plan(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    let planned: Planned = decoded(entry)?;
    insert(connection, &planned)?;
    note_change(connection, entry, &planned.symbol, Standing::Planned, Some(&planned.sitting), "")
}

fn insert(connection: &Connection, planned: &Planned) -> Result<(), StoreError> {
    let Sitting { host, first_on, last_on, zone, place } = &planned.sitting;
    let (first_on, last_on) = (first_on.to_string(), last_on.to_string());
    connection
        .prepare_cached(
            "INSERT INTO meetings_meeting (symbol, series, number, title_en, title_es, parent, members_only, standing, \
             planned_first_on, planned_last_on, host, first_on, last_on, zone, place) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?9, ?10, ?12, ?13)",
        )?
        .execute((
            planned.symbol.as_str(),
            &planned.series,
            planned.number,
            &planned.title_en,
            &planned.title_es,
            planned.parent.as_ref().map(Symbol::as_str),
            planned.members_only,
            Standing::Planned.code(),
            first_on,
            last_on,
            host.as_str(),
            zone,
            place,
        ))?;
    Ok(())
}

/// Gives a meeting its present days and place; those it was first called for stay.
fn sit(
    connection: &Connection,
    entry: &Recorded<'_>,
    symbol: &Symbol,
    standing: Standing,
    sitting: &Sitting,
) -> Result<(), StoreError> {
    let Sitting { host, first_on, last_on, zone, place } = sitting;
    let changed = connection
        .prepare_cached(
            "UPDATE meetings_meeting SET standing = ?2, host = ?3, first_on = ?4, last_on = ?5, zone = ?6, place = ?7 \
             WHERE symbol = ?1",
        )?
        .execute((
            symbol.as_str(),
            standing.code(),
            host.as_str(),
            first_on.to_string(),
            last_on.to_string(),
            zone,
            place,
        ))?;
    known(entry, changed)
}

fn note_change(
    connection: &Connection,
    entry: &Recorded<'_>,
    symbol: &Symbol,
    standing: Standing,
    sitting: Option<&Sitting>,
    note: &str,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO meetings_change (position, symbol, standing, first_on, last_on, place, note, at_us) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            entry.position,
            symbol.as_str(),
            standing.code(),
            sitting.map(|sitting| sitting.first_on.to_string()),
            sitting.map(|sitting| sitting.last_on.to_string()),
            sitting.map(|sitting| &sitting.place),
            note,
            entry.at_us(),
        ))?;
    Ok(())
}

fn known(entry: &Recorded<'_>, changed: usize) -> Result<(), StoreError> {
    if changed == 1 { Ok(()) } else { Err(damaged(entry, "it speaks of a meeting that was never called")) }
}

fn decoded<'b, T: Decode<'b, ()>>(entry: &Recorded<'b>) -> Result<T, StoreError> {
    minicbor::decode(entry.payload).map_err(|error| damaged(entry, &error.to_string()))
}

fn damaged(entry: &Recorded<'_>, what: &str) -> StoreError {
    StoreError::Damaged(format!("entry {}: {what}", entry.position))
}
