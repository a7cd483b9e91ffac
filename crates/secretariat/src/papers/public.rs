//! What of the documents anyone may see, as the library outside shows it: which there are, and since when.

use base::store::StoreError;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};

use super::queries::{self, Paper, instant, symbol};
use crate::meetings::Symbol;

/// Answers a document that anyone may see, and since when; none where there is none, or not for anyone.
pub(crate) fn public(connection: &Connection, symbol: &Symbol) -> Result<Option<(Paper, Timestamp)>, StoreError> {
    let Some(paper) = queries::one(connection, symbol)? else { return Ok(None) };
    // What its class says is not enough: its meeting may be kept for members.
    if !queries::is_public(connection, &paper)? {
        return Ok(None);
    }
    let mut statement = connection.prepare_cached(
        "SELECT at_us FROM papers_class JOIN papers_public USING (symbol, position) WHERE symbol = ?1",
    )?;
    let since = statement.query_row([symbol.as_str()], |row| instant(row, 0)).optional()?;
    Ok(since.map(|since| (paper, since)))
}

/// Answers documents that anyone may see, the last made public first, up to `rows` of them: those after a document, and of the meetings named
/// where some are.
pub(crate) fn published(
    connection: &Connection,
    after: Option<&Symbol>,
    meetings: Option<&[Symbol]>,
    rows: usize,
) -> Result<Vec<(Paper, Timestamp)>, StoreError> {
    let place = connection
        .prepare_cached("SELECT position FROM papers_public WHERE symbol = ?1")?
        .query_row([after.map_or("", Symbol::as_str)], |row| row.get::<_, i64>(0))
        .optional()?;
    // A place that names nothing public is none: nobody learns from the list that there is something else.
    let place = match after {
        Some(symbol) if public(connection, symbol)?.is_some() => place,
        _ => None,
    };
    let named = meetings.map(|meetings| {
        let quoted: Vec<String> = meetings.iter().map(|meeting| format!("\"{meeting}\"")).collect();
        format!("[{}]", quoted.join(","))
    });
    let mut statement = connection.prepare_cached(
        "SELECT symbol FROM papers_public WHERE (?1 IS NULL OR position < ?1) \
         AND (?2 IS NULL OR meeting IN (SELECT value FROM json_each(?2))) ORDER BY position DESC",
    )?;
    let mut found = statement.query((place, named))?;
    let mut papers = Vec::new();
    while let Some(row) = found.next()? {
        papers.extend(public(connection, &symbol(&row.get::<_, String>(0)?, 0)?)?);
        if papers.len() == rows {
            break;
        }
    }
    Ok(papers)
}

/// Meetings with public documents that are told apart at most.
const MEETINGS_MAX: usize = 500;

/// Answers the meetings that public documents were written for; whether one is kept for members is for whoever asks to find out.
pub(crate) fn meetings_published(connection: &Connection) -> Result<Vec<Symbol>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT meeting FROM papers_public WHERE meeting IS NOT NULL ORDER BY meeting LIMIT ?1",
    )?;
    let found = statement.query_map([MEETINGS_MAX], |row| symbol(&row.get::<_, String>(0)?, 0))?;
    Ok(found.collect::<Result<_, _>>()?)
}
