//! What may be read of documents.

use base::access::Resource;
use base::store::StoreError;
use base::words::Language;
use jiff::Timestamp;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};

use super::paper::{Format, PARTICIPANTS, PUBLIC};
use crate::meetings::{MEMBERS_ONLY, OPEN, Symbol, by_symbol};

/// A document as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paper {
    pub(crate) symbol: Symbol,
    pub(crate) kind: String,
    pub(crate) title_en: String,
    pub(crate) title_es: String,
    pub(crate) original: Language,
    pub(crate) class: String,
    pub(crate) meeting: Option<Symbol>,
    pub(crate) position: u64,
}

/// One of its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) language: Language,
    pub(crate) version: u32,
    pub(crate) authentic: bool,
    pub(crate) format: Format,
    pub(crate) file: String,
    pub(crate) size_bytes: u64,
    pub(crate) note: String,
    pub(crate) at: Timestamp,
}

impl Text {
    /// Answers what its address ends with: language, `-`, version.
    pub(crate) fn name(&self) -> String {
        format!("{}-{}", self.language.tag(), self.version)
    }
}

/// One decision about who may see a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decided {
    pub(crate) class: String,
    pub(crate) rule: String,
    pub(crate) decided_by: String,
    pub(crate) at: Timestamp,
}

/// Something that was said of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct New {
    pub(crate) symbol: Symbol,
    /// The text that was brought; none where it was decided who may see the document.
    pub(crate) text: Option<(Language, u32)>,
    /// Of the entry that decided that.
    pub(crate) position: Option<u64>,
    pub(crate) at: Timestamp,
}

const COLUMNS: &str = "symbol, kind, title_en, title_es, original, class, meeting, position";

/// Answers one document.
pub(crate) fn one(connection: &Connection, symbol: &Symbol) -> Result<Option<Paper>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM papers_paper WHERE symbol = ?1"))?;
    Ok(statement.query_row([symbol.as_str()], paper).optional()?)
}

/// Answers whether a document has this symbol.
pub(crate) fn exists(connection: &Connection, symbol: &Symbol) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM papers_paper WHERE symbol = ?1")?;
    Ok(statement.exists([symbol.as_str()])?)
}

/// Answers what the policies must know of a document: whether it, or the meeting it was written for, is kept for members, and
/// whether it is for all who take part.
pub(crate) fn status(connection: &Connection, paper: &Paper) -> Result<&'static str, StoreError> {
    let kept = match &paper.meeting {
        Some(meeting) => by_symbol(connection, meeting)?.is_none_or(|meeting| meeting.members_only),
        None => false,
    };
    Ok(match paper.class.as_str() {
        _ if kept => MEMBERS_ONLY,
        "members" => MEMBERS_ONLY,
        "observers" => OPEN,
        _ => PARTICIPANTS,
    })
}

/// Answers what a document is to the policies: its status, and the meeting to which whoever is invited to that one is confined.
pub(crate) fn resource_of(connection: &Connection, paper: &Paper) -> Result<Resource, StoreError> {
    let within = paper.meeting.as_ref().map(Symbol::to_string).unwrap_or_default();
    Ok(Resource { status: status(connection, paper)?, within, about: paper.symbol.to_string(), ..Resource::default() })
}

/// Answers what is looked at; none where there is no such document.
pub(crate) fn resource(connection: &Connection, reference: &str) -> Result<Option<Resource>, StoreError> {
    let Ok(symbol) = Symbol::from_address(reference) else { return Ok(None) };
    let Some(paper) = one(connection, &symbol)? else { return Ok(None) };
    resource_of(connection, &paper).map(Some)
}

/// Answers whether a document is kept for members; none where there is no such document.
pub(crate) fn kept_for_members(connection: &Connection, symbol: &Symbol) -> Result<Option<bool>, StoreError> {
    let Some(paper) = one(connection, symbol)? else { return Ok(None) };
    Ok(Some(status(connection, &paper)? == MEMBERS_ONLY))
}

/// Answers documents from the last filed, up to `rows` of them, those filed before a position; for those who may not see what
/// is kept for members, without it.
pub(crate) fn page(
    connection: &Connection,
    before: Option<u64>,
    members_only: bool,
    rows: usize,
) -> Result<Vec<Paper>, StoreError> {
    let (mut found, mut before) = (Vec::new(), before);
    // What is kept by its meeting is passed over here, so a page is filled from several reads where much of it is.
    loop {
        let mut statement = connection.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM papers_paper WHERE (?1 IS NULL OR position < ?1) AND (?2 OR class <> 'members') \
             ORDER BY position DESC LIMIT ?3"
        ))?;
        let read: Vec<Paper> = statement.query_map((before, members_only, rows), paper)?.collect::<Result<_, _>>()?;
        let last = read.last().map(|paper| paper.position);
        for paper in read {
            if members_only || status(connection, &paper)? != MEMBERS_ONLY {
                found.push(paper);
            }
            if found.len() == rows {
                return Ok(found);
            }
        }
        match last {
            Some(last) => before = Some(last),
            None => return Ok(found),
        }
    }
}

/// Decisions about one document that its page shows at most.
const CLASSES_MAX: usize = 51;

/// Answers who decided who may see a document, and by which rule: the last decision first.
pub(crate) fn classes(connection: &Connection, symbol: &Symbol) -> Result<Vec<Decided>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT class, rule, decided_by, at_us FROM papers_class WHERE symbol = ?1 ORDER BY position DESC LIMIT ?2",
    )?;
    let found = statement.query_map((symbol.as_str(), CLASSES_MAX), |row| {
        let (class, rule, decided_by) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(Decided { class, rule, decided_by, at: instant(row, 3)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers what was said of documents last, up to `rows` of it, whoever may see them.
pub(super) fn news(connection: &Connection, rows: usize) -> Result<Vec<New>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT symbol, language, version, NULL, at_us FROM papers_text \
         UNION ALL SELECT symbol, NULL, NULL, position, at_us FROM papers_class ORDER BY at_us DESC LIMIT ?1",
    )?;
    Ok(statement.query_map([rows], news_row)?.collect::<Result<_, _>>()?)
}

/// Reads what was said of a document: its symbol, the text's language and version, the entry's position, and when.
pub(super) fn news_row(row: &Row<'_>) -> rusqlite::Result<New> {
    let tag: Option<String> = row.get(1)?;
    let language = tag.as_deref().and_then(Language::parse);
    let version: Option<u32> = row.get(2)?;
    Ok(New {
        symbol: symbol(&row.get::<_, String>(0)?, 0)?,
        text: language.zip(version),
        position: row.get(3)?,
        at: instant(row, 4)?,
    })
}

/// Answers whether anyone may see a document of that status, also without signing in.
pub(crate) fn is_public_as(paper: &Paper, status: &str) -> bool {
    paper.class == PUBLIC && status != MEMBERS_ONLY
}

/// Answers whether anyone may see a document, also without signing in.
pub(crate) fn is_public(connection: &Connection, paper: &Paper) -> Result<bool, StoreError> {
    Ok(is_public_as(paper, status(connection, paper)?))
}

/// Texts of one document that its page shows at most.
const TEXTS_MAX: usize = 300;

/// Answers the texts of a document: language by language, the last version first.
pub(crate) fn texts(connection: &Connection, symbol: &Symbol) -> Result<Vec<Text>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT language, version, authentic, format, file, size_bytes, note, at_us FROM papers_text WHERE symbol = ?1 \
         ORDER BY language, version DESC LIMIT ?2",
    )?;
    let found = statement.query_map((symbol.as_str(), TEXTS_MAX), text)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers the number of the last version in a language; 0 where there is none.
pub(crate) fn last_version(connection: &Connection, symbol: &Symbol, language: Language) -> Result<u32, StoreError> {
    let mut statement = connection
        .prepare_cached("SELECT coalesce(max(version), 0) FROM papers_text WHERE symbol = ?1 AND language = ?2")?;
    Ok(statement.query_row((symbol.as_str(), language.tag()), |row| row.get(0))?)
}

/// Answers the names of all files that texts rest in.
pub(super) fn files(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT DISTINCT file FROM papers_text")?;
    let found = statement.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn paper(row: &Row<'_>) -> rusqlite::Result<Paper> {
    let meeting: Option<String> = row.get(6)?;
    Ok(Paper {
        symbol: symbol(&row.get::<_, String>(0)?, 0)?,
        kind: row.get(1)?,
        title_en: row.get(2)?,
        title_es: row.get(3)?,
        original: language(row, 4)?,
        class: row.get(5)?,
        meeting: meeting.map(|text| symbol(&text, 6)).transpose()?,
        position: row.get(7)?,
    })
}

fn text(row: &Row<'_>) -> rusqlite::Result<Text> {
    let format: String = row.get(3)?;
    Ok(Text {
        language: language(row, 0)?,
        version: row.get(1)?,
        authentic: row.get(2)?,
        format: Format::parse(&format).ok_or_else(|| unreadable(3, std::fmt::Error))?,
        file: row.get(4)?,
        size_bytes: row.get(5)?,
        note: row.get(6)?,
        at: instant(row, 7)?,
    })
}

pub(super) fn instant(row: &Row<'_>, at: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_microsecond(row.get(at)?).map_err(|error| unreadable(at, error))
}

pub(super) fn symbol(text: &str, at: usize) -> rusqlite::Result<Symbol> {
    text.parse().map_err(|error| unreadable(at, error))
}

fn language(row: &Row<'_>, at: usize) -> rusqlite::Result<Language> {
    let tag: String = row.get(at)?;
    Language::parse(&tag).ok_or_else(|| unreadable(at, std::fmt::Error))
}

fn unreadable(at: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error))
}
