//! What may be read of sets of drafts.

use base::store::StoreError;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row};

use super::decision::Content;
use super::entries::{DraftPlace, Source, Warned};
use super::queries::{decoded, instant, read};
use crate::meetings::Symbol;

/// A text that was read into drafts.
#[derive(Clone, Debug)]
pub(super) struct Set {
    pub(super) id: String,
    pub(super) meeting: Symbol,
    pub(super) name: String,
    pub(super) discarded: bool,
    pub(super) warnings: Vec<Warned>,
    /// Paragraphs that belong to no draft.
    pub(super) others: Vec<String>,
    pub(super) at: Timestamp,
}

/// A draft as it stands now.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) at: DraftPlace,
    pub(super) standing: Standing,
    pub(super) revision: u32,
    pub(super) content: Content,
    pub(super) source: Source,
}

/// Where a draft stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Nobody has said anything of it.
    Open,
    /// A person says that it is so.
    Confirmed,
    /// A person says that it is no decision.
    Dropped,
    /// It was entered as a decision.
    Adopted,
}

impl Standing {
    pub(super) const ALL: [Standing; 4] = [Standing::Open, Standing::Confirmed, Standing::Dropped, Standing::Adopted];

    /// Answers the code used in entries, tables and the API. Frozen.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Standing::Open => "open",
            Standing::Confirmed => "confirmed",
            Standing::Dropped => "dropped",
            Standing::Adopted => "adopted",
        }
    }

    /// Answers the key of its name.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Standing::Open => "decisions-draft-open",
            Standing::Confirmed => "decisions-draft-confirmed",
            Standing::Dropped => "decisions-draft-dropped",
            Standing::Adopted => "decisions-draft-adopted",
        }
    }

    /// Reads a code.
    pub(super) fn parse(code: &str) -> Option<Self> {
        Standing::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// The most sets that a list shows.
const SETS_MAX: usize = 50;
/// The most drafts of a set.
pub(super) const DRAFTS_MAX: usize = 5_000;

const SET: &str = "id, meeting, name, discarded, warnings, others, at_us";
const DRAFT: &str = "import, place, standing, revision, content, source";

/// Answers the latest sets that were not thrown away.
pub(super) fn sets(connection: &Connection) -> Result<Vec<Set>, StoreError> {
    let mut statement = connection
        .prepare_cached(&format!("SELECT {SET} FROM decisions_set WHERE discarded = 0 ORDER BY at_us DESC LIMIT ?1"))?;
    let found = statement.query_map([SETS_MAX], set)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers one set.
pub(super) fn one_set(connection: &Connection, id: &str) -> Result<Option<Set>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT {SET} FROM decisions_set WHERE id = ?1"))?;
    Ok(statement.query_row([id], set).optional()?)
}

/// Answers the drafts of a set behind a place, in the order of the text.
pub(super) fn of_set(connection: &Connection, id: &str, after: u32, rows: usize) -> Result<Vec<Draft>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {DRAFT} FROM decisions_draft WHERE import = ?1 AND place > ?2 ORDER BY place LIMIT ?3"
    ))?;
    let found = statement.query_map((id, after, rows), draft)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers one draft.
pub(super) fn one(connection: &Connection, at: &DraftPlace) -> Result<Option<Draft>, StoreError> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT {DRAFT} FROM decisions_draft WHERE import = ?1 AND place = ?2"))?;
    Ok(statement.query_row((&at.import, at.place), draft).optional()?)
}

/// Answers how many drafts of a set stand where.
pub(super) fn count(connection: &Connection, id: &str, standing: Standing) -> Result<u64, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT count(*) FROM decisions_draft WHERE import = ?1 AND standing = ?2")?;
    Ok(statement.query_row((id, standing.code()), |row| row.get(0))?)
}

/// Answers what a draft said in one of its revisions, and where it stood.
pub(super) fn revision(
    connection: &Connection,
    at: &DraftPlace,
    revision: u32,
) -> Result<Option<(Standing, Content)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT standing, content FROM decisions_revision WHERE import = ?1 AND place = ?2 AND revision = ?3",
    )?;
    let found = statement.query_row((&at.import, at.place, revision), |row| Ok((standing(row, 0)?, decoded(row, 1)?)));
    Ok(found.optional()?)
}

fn set(row: &Row<'_>) -> rusqlite::Result<Set> {
    Ok(Set {
        id: row.get(0)?,
        meeting: read(row, 1)?,
        name: row.get(2)?,
        discarded: row.get(3)?,
        warnings: decoded(row, 4)?,
        others: decoded(row, 5)?,
        at: instant(row, 6)?,
    })
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        at: DraftPlace { import: row.get(0)?, place: row.get(1)? },
        standing: standing(row, 2)?,
        revision: row.get(3)?,
        content: decoded(row, 4)?,
        source: decoded(row, 5)?,
    })
}

fn standing(row: &Row<'_>, at: usize) -> rusqlite::Result<Standing> {
    let code: String = row.get(at)?;
    Standing::parse(&code).ok_or(rusqlite::Error::InvalidQuery)
}
