//! What may be read of minutes.

use base::access::Resource;
use base::store::StoreError;
use base::words::Language;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::meetings::{self, MEMBERS_ONLY, Meeting, OPEN, Symbol};

/// One revision of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Revision {
    pub(crate) language: Language,
    pub(crate) revision: u32,
    pub(crate) text: String,
    pub(crate) note: String,
    pub(crate) at: Timestamp,
}

/// That minutes are adopted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AdoptedOn {
    pub(crate) day: Date,
    pub(crate) open: bool,
}

/// The minutes of a meeting as they stand now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Minutes {
    pub(crate) meeting: Meeting,
    /// The last revision in each language that has one, in the order of [`Language::ALL`].
    pub(crate) texts: Vec<Revision>,
    pub(crate) adopted: Option<AdoptedOn>,
}

impl Minutes {
    /// Answers the last revision in a language.
    pub(crate) fn text(&self, language: Language) -> Option<&Revision> {
        self.texts.iter().find(|text| text.language == language)
    }

    /// Answers the conference's own languages in which there is no text.
    pub(crate) fn missing(&self) -> impl Iterator<Item = Language> {
        [Language::Es, Language::En].into_iter().filter(|language| self.text(*language).is_none())
    }
}

/// Answers the minutes of a meeting; none where there is no such meeting.
pub(crate) fn of(now: &Connection, meeting: &Symbol) -> Result<Option<Minutes>, StoreError> {
    let Some(meeting) = meetings::one(now, meeting)? else { return Ok(None) };
    let mut texts = Vec::new();
    for language in Language::ALL {
        texts.extend(last(now, &meeting.symbol, language)?);
    }
    let adopted = adopted(now, &meeting.symbol)?;
    Ok(Some(Minutes { meeting, texts, adopted }))
}

/// Answers what the policies must know of a meeting's minutes: whether they are kept for members.
pub(crate) fn resource(now: &Connection, reference: &str) -> Result<Option<Resource>, StoreError> {
    let Ok(symbol) = Symbol::from_address(reference) else { return Ok(None) };
    let Some(meeting) = meetings::one(now, &symbol)? else { return Ok(None) };
    let open = !meeting.members_only && adopted(now, &symbol)?.is_some_and(|adopted| adopted.open);
    Ok(Some(kept(&symbol, if open { OPEN } else { MEMBERS_ONLY })))
}

/// Answers what the policies must know of one revision: only what was adopted is ever opened, and every draft before it stays with members.
pub(crate) fn resource_of_revision(
    now: &Connection,
    reference: &str,
    language: &str,
    version: &str,
) -> Result<Option<Resource>, StoreError> {
    let Some(whole) = resource(now, reference)? else { return Ok(None) };
    let (Ok(symbol), Some(language)) = (Symbol::from_address(reference), Language::parse(language)) else {
        return Ok(None);
    };
    let is_last = last(now, &symbol, language)?.is_some_and(|last| Ok(last.revision) == version.parse());
    Ok(Some(if is_last { whole } else { kept(&symbol, MEMBERS_ONLY) }))
}

/// Answers what the policies must know of the minutes of a meeting that are kept so.
pub(crate) fn kept(meeting: &Symbol, status: &'static str) -> Resource {
    Resource { status, within: meeting.to_string(), about: meeting.to_string(), ..Resource::default() }
}

/// Answers whether somebody wrote minutes of a meeting.
pub(crate) fn are_there(now: &Connection, meeting: &Symbol) -> Result<bool, StoreError> {
    let mut statement = now.prepare_cached("SELECT EXISTS (SELECT 1 FROM minutes_revision WHERE meeting = ?1)")?;
    Ok(statement.query_row([meeting.as_str()], |row| row.get(0))?)
}

/// Answers the meetings whose minutes are a draft, each with when it was last written on, up to `rows` of them.
pub(crate) fn drafts(now: &Connection, rows: usize) -> Result<Vec<(Symbol, Timestamp)>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT meeting, max(at_us) FROM minutes_revision AS draft WHERE NOT EXISTS (SELECT 1 FROM minutes_adopted AS adopted \
         WHERE adopted.meeting = draft.meeting) GROUP BY meeting LIMIT ?1",
    )?;
    let found = statement.query_map([rows], |row| Ok((meetings::read(row, 0)?, instant(row, 1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

const COLUMNS: &str = "language, revision, text, note, at_us";

/// Answers the last revision in a language.
pub(crate) fn last(now: &Connection, meeting: &Symbol, language: Language) -> Result<Option<Revision>, StoreError> {
    let mut statement = now.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM minutes_revision WHERE meeting = ?1 AND language = ?2 ORDER BY revision DESC LIMIT 1"
    ))?;
    Ok(statement.query_row((meeting.as_str(), language.tag()), revision).optional()?)
}

/// Answers one revision.
pub(crate) fn one(
    now: &Connection,
    meeting: &Symbol,
    language: Language,
    turn: u32,
) -> Result<Option<Revision>, StoreError> {
    let mut statement = now.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM minutes_revision WHERE meeting = ?1 AND language = ?2 AND revision = ?3"
    ))?;
    Ok(statement.query_row((meeting.as_str(), language.tag(), turn), revision).optional()?)
}

/// The most revisions that a text has: its page lists them all.
pub(crate) const REVISIONS_MAX: u32 = 300;

/// A revision as lists have it: without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) revision: u32,
    pub(crate) note: String,
    pub(crate) at: Timestamp,
}

/// Answers the revisions in a language, the last first.
pub(crate) fn listed(now: &Connection, meeting: &Symbol, language: Language) -> Result<Vec<Listed>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT revision, note, at_us FROM minutes_revision WHERE meeting = ?1 AND language = ?2 \
         ORDER BY revision DESC LIMIT ?3",
    )?;
    let found = statement.query_map((meeting.as_str(), language.tag(), REVISIONS_MAX), |row| {
        Ok(Listed { revision: row.get(0)?, note: row.get(1)?, at: instant(row, 2)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn adopted(now: &Connection, meeting: &Symbol) -> Result<Option<AdoptedOn>, StoreError> {
    let mut statement = now.prepare_cached("SELECT adopted_on, open FROM minutes_adopted WHERE meeting = ?1")?;
    let read = |row: &Row<'_>| Ok(AdoptedOn { day: meetings::read(row, 0)?, open: row.get(1)? });
    Ok(statement.query_row([meeting.as_str()], read).optional()?)
}

fn revision(row: &Row<'_>) -> rusqlite::Result<Revision> {
    let tag: String = row.get(0)?;
    let unreadable = || rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(std::fmt::Error));
    Ok(Revision {
        language: Language::parse(&tag).ok_or_else(unreadable)?,
        revision: row.get(1)?,
        text: row.get(2)?,
        note: row.get(3)?,
        at: instant(row, 4)?,
    })
}

pub(super) fn instant(row: &Row<'_>, at: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_microsecond(row.get(at)?).map_err(|error| meetings::unreadable(at, error))
}
