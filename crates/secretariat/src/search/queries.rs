//! What is asked of the index.

use base::store::StoreError;
use rusqlite::{Connection, OptionalExtension, Row};

use super::kind::Kind;
use super::question::Wanted;
use crate::meetings::{self, Symbol, unreadable};

/// Something that was said since it was last taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Due {
    pub(super) turn: i64,
    pub(super) kind: Kind,
    pub(super) symbol: Symbol,
}

/// A row of the index in which something stands that is sought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub(super) id: i64,
    pub(super) kind: Kind,
    pub(super) symbol: Symbol,
    pub(super) language: String,
    pub(super) class: String,
    pub(super) meeting: Option<Symbol>,
}

/// What is asked beside words; what is empty is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Narrowed {
    pub(super) body: Option<String>,
    pub(super) meeting: Option<String>,
    pub(super) year: Option<i16>,
    pub(super) class: Option<String>,
}

/// Answers what is due, the longest first, up to `rows` of it.
pub(super) fn due(now: &Connection, rows: usize) -> Result<Vec<Due>, StoreError> {
    let mut statement = now.prepare_cached("SELECT turn, kind, symbol FROM index_due ORDER BY turn LIMIT ?1")?;
    let found = statement
        .query_map([rows], |row| Ok(Due { turn: row.get(0)?, kind: kind(row, 1)?, symbol: meetings::read(row, 2)? }))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Spellings of one word that are looked for at most.
const SPELLED_MAX: usize = 4;

/// Answers the stems that a word typed without accents may stand for besides its own.
pub(super) fn spelled(now: &Connection, word: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = now.prepare_cached("SELECT term FROM index_spelling WHERE word = ?1 ORDER BY term LIMIT ?2")?;
    let found = statement.query_map((word, SPELLED_MAX), |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Rows that one question looks through at most, the best first.
const CANDIDATES_MAX: usize = 5_000;

/// Hands over the rows in which something stands, the best first, until `visit` answers that it has enough.
///
/// Without `kept` those are passed over that were kept for members when they were taken in; that alone lets nobody see anything.
pub(super) fn ranked(
    now: &Connection,
    wanted: &Wanted,
    narrowed: &Narrowed,
    kept: bool,
    visit: &mut dyn FnMut(Candidate) -> Result<bool, StoreError>,
) -> Result<(), StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT t.id, t.kind, t.symbol, t.language, t.class, t.meeting FROM index_word JOIN index_text t ON t.id = index_word.rowid \
         WHERE index_word MATCH ?1 AND (?2 OR t.kept = 0) AND (?3 IS NULL OR t.body = ?3 COLLATE NOCASE) \
         AND (?4 IS NULL OR t.meeting = ?4) AND (?5 IS NULL OR t.year = ?5) AND (?6 IS NULL OR t.class = ?6) \
         ORDER BY bm25(index_word, 4.0, 1.0), t.kind, t.symbol, t.language LIMIT ?7",
    )?;
    let Narrowed { body, meeting, year, class } = narrowed;
    let mut rows = statement.query((&wanted.expression, kept, body, meeting, year, class, CANDIDATES_MAX))?;
    while let Some(row) = rows.next()? {
        if visit(candidate(row)?)? {
            break;
        }
    }
    Ok(())
}

/// Answers the text of a row, deflated; nothing where it went meanwhile.
pub(super) fn text(now: &Connection, id: i64) -> Result<Vec<u8>, StoreError> {
    let mut statement = now.prepare_cached("SELECT text FROM index_text WHERE id = ?1")?;
    Ok(statement.query_row([id], |row| row.get(0)).optional()?.unwrap_or_default())
}

fn candidate(row: &Row<'_>) -> rusqlite::Result<Candidate> {
    Ok(Candidate {
        id: row.get(0)?,
        kind: kind(row, 1)?,
        symbol: meetings::read(row, 2)?,
        language: row.get(3)?,
        class: row.get(4)?,
        meeting: meetings::maybe(row, 5)?,
    })
}

fn kind(row: &Row<'_>, at: usize) -> rusqlite::Result<Kind> {
    Kind::parse(&row.get::<_, String>(at)?).ok_or_else(|| unreadable(at, std::fmt::Error))
}
