//! What may be read of agendas, attendance and statements.

use std::collections::BTreeMap;

use base::store::StoreError;
use base::words::Language;
use jiff::Timestamp;
use journal::StateCode;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};

use super::entries::{Content, Texts};
use crate::meetings::{self, Symbol};
use crate::members::Class;

/// An item on an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Item {
    pub(crate) item: u32,
    pub(crate) place: u32,
    pub(crate) content: Content,
    /// Position of the last entry that said something of it.
    pub(crate) changed_by: u64,
}

/// The most items that a meeting ever had on its agenda.
pub(crate) const ITEMS_MAX: u32 = 100;

const ITEM: &str = "SELECT item, place, title_en, title_es, title_fr, members_only, observer_slot, changed_by \
    FROM sittings_item WHERE place IS NOT NULL AND meeting = ?1";

/// Answers the agenda of a meeting in its order; without `members_only` what is kept for members is passed over.
pub(crate) fn agenda(now: &Connection, meeting: &Symbol, members_only: bool) -> Result<Vec<Item>, StoreError> {
    let mut statement = now.prepare_cached(&format!("{ITEM} AND (?2 OR members_only = 0) ORDER BY place LIMIT ?3"))?;
    let found = statement.query_map((meeting.as_str(), members_only, ITEMS_MAX), item_of)?;
    let mut items = found.collect::<Result<Vec<Item>, _>>()?;
    let mut statement =
        now.prepare_cached("SELECT item, paper FROM sittings_paper WHERE meeting = ?1 ORDER BY item, turn")?;
    let papers = statement.query_map([meeting.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    for named in papers {
        let (item, paper): (u32, String) = named?;
        items.iter_mut().filter(|one| one.item == item).for_each(|one| one.content.papers.push(paper.clone()));
    }
    Ok(items)
}

/// Answers one item that is on the agenda.
pub(crate) fn item(now: &Connection, meeting: &Symbol, item: u32) -> Result<Option<Item>, StoreError> {
    let mut statement = now.prepare_cached(&format!("{ITEM} AND item = ?2"))?;
    let Some(mut found) = statement.query_row((meeting.as_str(), item), item_of).optional()? else { return Ok(None) };
    found.content.papers = papers(now, meeting, item)?;
    Ok(Some(found))
}

/// Answers how many items a meeting ever had.
pub(crate) fn items_ever(now: &Connection, meeting: &Symbol) -> Result<u32, StoreError> {
    let mut statement = now.prepare_cached("SELECT coalesce(max(item), 0) FROM sittings_item WHERE meeting = ?1")?;
    Ok(statement.query_row([meeting.as_str()], |row| row.get(0))?)
}

fn papers(now: &Connection, meeting: &Symbol, item: u32) -> Result<Vec<String>, StoreError> {
    let mut statement =
        now.prepare_cached("SELECT paper FROM sittings_paper WHERE meeting = ?1 AND item = ?2 ORDER BY turn")?;
    let found = statement.query_map((meeting.as_str(), item), |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn item_of(row: &Row<'_>) -> rusqlite::Result<Item> {
    Ok(Item {
        item: row.get(0)?,
        place: row.get(1)?,
        content: Content {
            title_en: row.get(2)?,
            title_es: row.get(3)?,
            title_fr: row.get(4)?,
            members_only: row.get(5)?,
            observer_slot: row.get(6)?,
            papers: Vec::new(),
        },
        changed_by: row.get(7)?,
    })
}

/// What was said of an agenda at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    /// `placed`, `changed`, `dropped` or `ordered`.
    pub(crate) kind: String,
    /// The item as it was before, or as it was placed.
    pub(crate) before: Content,
    /// All items in their new order, where the order was changed.
    pub(crate) items: Vec<u32>,
    pub(crate) note: String,
    pub(crate) at: Timestamp,
}

/// Things said of one agenda that its page shows at most.
pub(crate) const CHANGES_MAX: usize = 200;

/// Answers what was said of an agenda, the last first; one more than a page shows, where there are more.
pub(crate) fn changes(now: &Connection, meeting: &Symbol, members_only: bool) -> Result<Vec<Change>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT kind, title_en, title_es, title_fr, items, note, at_us FROM sittings_change WHERE meeting = ?1 \
         AND (?2 OR kept = 0) ORDER BY position DESC LIMIT ?3",
    )?;
    let found = statement.query_map((meeting.as_str(), members_only, CHANGES_MAX + 1), |row| {
        let items: String = row.get(4)?;
        let before =
            Content { title_en: row.get(1)?, title_es: row.get(2)?, title_fr: row.get(3)?, ..Content::default() };
        let items = items.split(' ').filter_map(|item| item.parse().ok()).collect();
        Ok(Change { kind: row.get(0)?, before, items, note: row.get(5)?, at: instant(row, 6)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers the position of the last entry that said something of an agenda; 0 where nothing was. Without `members_only` what was
/// said of items that are kept for members is passed over.
pub(crate) fn last_change(now: &Connection, meeting: &Symbol, members_only: bool) -> Result<u64, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT coalesce(max(position), 0) FROM sittings_change WHERE meeting = ?1 AND (?2 OR kept = 0)",
    )?;
    Ok(statement.query_row((meeting.as_str(), members_only), |row| row.get(0))?)
}

/// Whether a party was there, as last recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Presence {
    pub(crate) class: Class,
    pub(crate) present: bool,
    pub(crate) head: String,
}

/// Answers what was recorded of each party.
pub(crate) fn presences(now: &Connection, meeting: &Symbol) -> Result<BTreeMap<StateCode, Presence>, StoreError> {
    let mut statement =
        now.prepare_cached("SELECT party, class, present, head FROM sittings_presence WHERE meeting = ?1")?;
    let found = statement.query_map([meeting.as_str()], |row| {
        let presence = Presence { class: meetings::read(row, 1)?, present: row.get(2)?, head: row.get(3)? };
        Ok((meetings::read(row, 0)?, presence))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// A statement as it was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) place: u32,
    pub(crate) party: StateCode,
    pub(crate) class: Class,
    pub(crate) item: Option<u32>,
    pub(crate) original: Language,
    pub(crate) texts: Texts,
    pub(crate) brought: StateCode,
    pub(crate) at: Timestamp,
    /// How many answers there are.
    pub(crate) answered: u32,
}

/// The most statements that a meeting has.
pub(crate) const STATEMENTS_MAX: u32 = 200;
/// The most statements of one party at a meeting: one of them cannot take the place of all others.
pub(crate) const STATEMENTS_OF_PARTY_MAX: u32 = 20;

/// A statement as its list has it: without its texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) place: u32,
    pub(crate) party: StateCode,
    pub(crate) item: Option<u32>,
    pub(crate) at: Timestamp,
    pub(crate) is_answered: bool,
}

/// Answers statements in the order handed in, those after a place, up to `rows` of them.
pub(crate) fn listed(now: &Connection, meeting: &Symbol, after: u32, rows: usize) -> Result<Vec<Listed>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT place, party, item, at_us, EXISTS (SELECT 1 FROM sittings_answer AS answer \
         WHERE answer.meeting = statement.meeting AND answer.place = statement.place) \
         FROM sittings_statement AS statement WHERE meeting = ?1 AND place > ?2 ORDER BY place LIMIT ?3",
    )?;
    let found = statement.query_map((meeting.as_str(), after, rows), |row| {
        let (place, party) = (row.get(0)?, meetings::read(row, 1)?);
        Ok(Listed { place, party, item: row.get(2)?, at: instant(row, 3)?, is_answered: row.get(4)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers how many statements of one party a meeting has.
pub(crate) fn counted_of(now: &Connection, meeting: &Symbol, party: StateCode) -> Result<u32, StoreError> {
    let mut statement =
        now.prepare_cached("SELECT count(*) FROM sittings_statement WHERE meeting = ?1 AND party = ?2")?;
    Ok(statement.query_row((meeting.as_str(), party.as_str()), |row| row.get(0))?)
}

const STATEMENT: &str = "SELECT place, party, class, item, original, text_en, text_es, text_fr, brought, at_us, \
    (SELECT count(*) FROM sittings_answer AS answer WHERE answer.meeting = statement.meeting AND answer.place = statement.place) \
    FROM sittings_statement AS statement WHERE meeting = ?1";

/// Answers statements in the order handed in, those after a place, up to `rows` of them.
pub(crate) fn statements(
    now: &Connection,
    meeting: &Symbol,
    after: u32,
    rows: usize,
) -> Result<Vec<Statement>, StoreError> {
    let mut statement = now.prepare_cached(&format!("{STATEMENT} AND place > ?2 ORDER BY place LIMIT ?3"))?;
    let found = statement.query_map((meeting.as_str(), after, rows), statement_of)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers one statement.
pub(crate) fn statement(now: &Connection, meeting: &Symbol, place: u32) -> Result<Option<Statement>, StoreError> {
    let mut statement = now.prepare_cached(&format!("{STATEMENT} AND place = ?2"))?;
    Ok(statement.query_row((meeting.as_str(), place), statement_of).optional()?)
}

/// Answers how many statements a meeting has, and how many of them wait for an answer.
pub(crate) fn counted(now: &Connection, meeting: &Symbol) -> Result<(u32, u32), StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT count(*), count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM sittings_answer AS answer \
         WHERE answer.meeting = statement.meeting AND answer.place = statement.place)) \
         FROM sittings_statement AS statement WHERE meeting = ?1",
    )?;
    Ok(statement.query_row([meeting.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

fn statement_of(row: &Row<'_>) -> rusqlite::Result<Statement> {
    let tag: String = row.get(4)?;
    let unreadable = || rusqlite::Error::FromSqlConversionFailure(4, Type::Text, Box::new(std::fmt::Error));
    Ok(Statement {
        place: row.get(0)?,
        party: meetings::read(row, 1)?,
        class: meetings::read(row, 2)?,
        item: row.get(3)?,
        original: Language::parse(&tag).ok_or_else(unreadable)?,
        texts: Texts { en: row.get(5)?, es: row.get(6)?, fr: row.get(7)? },
        brought: meetings::read(row, 8)?,
        at: instant(row, 9)?,
        answered: row.get(10)?,
    })
}

/// An answer to a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) state: StateCode,
    pub(crate) texts: Texts,
    pub(crate) at: Timestamp,
}

/// The most answers that a statement has.
pub(crate) const ANSWERS_MAX: u32 = 20;

/// Answers the answers to a statement, in the order given.
pub(crate) fn answers(now: &Connection, meeting: &Symbol, place: u32) -> Result<Vec<Answer>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT state, text_en, text_es, text_fr, at_us FROM sittings_answer WHERE meeting = ?1 AND place = ?2 \
         ORDER BY position LIMIT ?3",
    )?;
    let found = statement.query_map((meeting.as_str(), place, ANSWERS_MAX), |row| {
        let texts = Texts { en: row.get(1)?, es: row.get(2)?, fr: row.get(3)? };
        Ok(Answer { state: meetings::read(row, 0)?, texts, at: instant(row, 4)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers whether somebody said something of a meeting's sitting.
pub(crate) fn hang_on(now: &Connection, meeting: &Symbol) -> Result<bool, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM sittings_item WHERE meeting = ?1) \
         OR EXISTS (SELECT 1 FROM sittings_presence WHERE meeting = ?1) \
         OR EXISTS (SELECT 1 FROM sittings_statement WHERE meeting = ?1)",
    )?;
    Ok(statement.query_row([meeting.as_str()], |row| row.get(0))?)
}

fn instant(row: &Row<'_>, at: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_microsecond(row.get(at)?).map_err(|error| meetings::unreadable(at, error))
}
