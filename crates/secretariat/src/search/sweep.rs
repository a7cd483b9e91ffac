//! Taking into the index what was said since: as a sweep, and for whoever searches before the sweep has come by.
//!
//! A text is read and cut to stems outside of any transaction, and a row that changed meanwhile stays due.

use base::ground::Puebla;
use base::store::StoreError;
use rusqlite::Connection;

use super::gather::{Taken, gather};
use super::kind::Kind;
use super::queries::{self, Due};
use crate::meetings::Symbol;

/// Things taken in by one transaction at most: others who write wait no longer than that, and so many texts are in memory.
const AT_ONCE: usize = 8;
/// Things that one sweep takes in at most; the next goes on.
const SWEEP_MAX: usize = 4_000;
/// Things that somebody who searches waits for at most.
const SEARCH_MAX: usize = 64;

/// Takes in all that is due; answers how many things.
pub(super) fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    up_to(ground, SWEEP_MAX)
}

/// Takes in what was said last, so that it is found by whoever searches now; answers how many things.
pub(super) fn bring_up(ground: &Puebla) -> Result<usize, StoreError> {
    up_to(ground, SEARCH_MAX)
}

fn up_to(ground: &Puebla, most: usize) -> Result<usize, StoreError> {
    let mut all = 0;
    loop {
        let taken = first(ground)?;
        all += taken;
        if taken < AT_ONCE || all >= most {
            return Ok(all);
        }
    }
}

/// Takes in the first things that are due; answers how many.
fn first(ground: &Puebla) -> Result<usize, StoreError> {
    let database = ground.database("secretariat")?;
    let due = database.read(|now| queries::due(now, AT_ONCE))?;
    if due.is_empty() || ground.reserve.is_spent() {
        return Ok(0);
    }
    let mut read = Vec::new();
    for Due { turn, kind, symbol } in due {
        let rows = database.read(|now| gather(now, &ground.files, kind, &symbol))?;
        read.push((turn, kind, symbol, rows));
    }
    let count = read.len();
    database.write_blocking(move |connection| {
        read.iter().try_for_each(|(turn, kind, symbol, rows)| take_in(connection, *turn, (*kind, symbol), rows))
    })?;
    Ok(count)
}

/// Puts the rows of one thing in the place of those it had.
fn take_in(
    connection: &Connection,
    turn: i64,
    (kind, symbol): (Kind, &Symbol),
    rows: &[Taken],
) -> Result<(), StoreError> {
    let of = (kind.code(), symbol.as_str());
    connection
        .prepare_cached(
            "DELETE FROM index_word WHERE rowid IN (SELECT id FROM index_text WHERE kind = ?1 AND symbol = ?2)",
        )?
        .execute(of)?;
    connection.prepare_cached("DELETE FROM index_text WHERE kind = ?1 AND symbol = ?2")?.execute(of)?;
    for row in rows {
        connection
            .prepare_cached(
                "INSERT INTO index_text (kind, symbol, language, kept, class, meeting, body, year, text) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute((
                kind.code(),
                symbol.as_str(),
                row.language,
                row.kept,
                &row.class,
                &row.meeting,
                &row.body,
                row.year,
                &row.text,
            ))?;
        let id = connection.last_insert_rowid();
        connection.prepare_cached("INSERT INTO index_word (rowid, title, body) VALUES (?1, ?2, ?3)")?.execute((
            id,
            &row.title_terms,
            &row.body_terms,
        ))?;
        let mut spelled =
            connection.prepare_cached("INSERT OR IGNORE INTO index_spelling (word, term) VALUES (?1, ?2)")?;
        for (word, term) in &row.spellings {
            spelled.execute((word, term))?;
        }
    }
    // What was said of it while it was read has another turn, and stays due.
    connection.prepare_cached("DELETE FROM index_due WHERE turn = ?1")?.execute([turn])?;
    Ok(())
}
