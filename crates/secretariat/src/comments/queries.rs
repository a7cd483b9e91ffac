//! What may be read of comment rounds.

use base::access::Resource;
use base::store::StoreError;
use jiff::Timestamp;
use journal::StateCode;
use rusqlite::{Connection, OptionalExtension, Row};

use super::entries::Invited;
use super::round::Head;
use crate::meetings::{MEMBERS_ONLY, OPEN, Symbol, read, unreadable};
use crate::rounds::{self, ActRow, instant};

/// A round as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) position: u64,
    pub(crate) symbol: Symbol,
    pub(crate) title_en: String,
    pub(crate) title_es: String,
    pub(crate) closed: bool,
    pub(crate) ends_at: Timestamp,
    /// The last instant before time alone changes something.
    pub(crate) next: Timestamp,
    pub(crate) answered: usize,
    pub(crate) asked: usize,
    /// Whether the party of whoever reads has answered; none where it is neither asked nor welcome.
    pub(crate) own_answered: Option<bool>,
}

/// Answers the position of a round's invitation, and what the policies must know of it.
pub(crate) fn resource(connection: &Connection, symbol: &Symbol) -> Result<Option<(u64, Resource)>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT position, members_only FROM comments_round WHERE symbol = ?1")?;
    let found: Option<(u64, bool)> =
        statement.query_row([symbol.as_str()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    Ok(found.map(|(position, members_only)| {
        let status = if members_only { MEMBERS_ONLY } else { OPEN };
        (position, Resource { status, about: symbol.to_string(), ..Resource::default() })
    }))
}

/// Answers how a round was convened.
pub(super) fn invited(connection: &Connection, position: u64) -> Result<Option<(Head, Invited)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT position, state, person, opened_at_us, invitation FROM comments_round WHERE position = ?1",
    )?;
    let found = statement.query_row([position], |row| {
        let bytes: Vec<u8> = row.get(4)?;
        let invited = minicbor::decode(&bytes).map_err(|error| unreadable(4, error))?;
        let head = Head { position: row.get(0)?, state: read(row, 1)?, person: row.get(2)?, at: instant(row.get(3)?) };
        Ok((head, invited))
    });
    Ok(found.optional()?)
}

/// Answers what was said in a round, in the journal's order; all of it, for the account rests on all of it.
pub(super) fn acts(connection: &Connection, round: u64) -> Result<Vec<ActRow>, StoreError> {
    rounds::acts(connection, ACTS, [round])
}

const ACTS: &str =
    "SELECT position, kind, state, person, at_us, act FROM comments_act WHERE round = ?1 ORDER BY position";

/// Who reads a list.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seeing {
    pub(crate) party: StateCode,
    pub(crate) members_only: bool,
}

/// The statement of one page.
pub(super) const PAGE: &str = "SELECT r.position, symbol, title_en, title_es, closed, ends_us, next_us, r.answered, r.asked, \
    p.answered FROM comments_round r LEFT JOIN comments_party p ON p.party = ?1 AND p.round = r.position \
    WHERE (closed, order_us, r.position) > (?2, ?3, ?4) AND (?5 OR members_only = 0) ORDER BY closed, order_us, r.position LIMIT ?6";

/// Answers up to `rows` rounds after one: open ones by their deadline, then ended ones, the latest first.
pub(crate) fn page(
    connection: &Connection,
    seeing: Seeing,
    after: Option<&Symbol>,
    rows: usize,
) -> Result<Vec<Listed>, StoreError> {
    let last = match after {
        Some(symbol) => place(connection, symbol, seeing.members_only)?,
        None => None,
    };
    let (closed, order, position) = last.unwrap_or((-1, 0, 0));
    let mut statement = connection.prepare_cached(PAGE)?;
    let asked = (seeing.party.as_str(), closed, order, position, seeing.members_only, rows);
    let found = statement.query_map(asked, listed)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers where a round stands in the list of whoever reads; what they may not see is as though it were not there.
fn place(connection: &Connection, symbol: &Symbol, members_only: bool) -> Result<Option<(i64, i64, u64)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT closed, order_us, position FROM comments_round WHERE symbol = ?1 AND (?2 OR members_only = 0)",
    )?;
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    Ok(statement.query_row((symbol.as_str(), members_only), read).optional()?)
}

/// The statement that the sweep asks.
pub(super) const OVERDUE: &str = "SELECT position FROM comments_round WHERE next_us < ?1 ORDER BY next_us LIMIT ?2";

/// Answers rounds for which time alone has changed something since, at most `rows`.
pub(crate) fn overdue(connection: &Connection, now: Timestamp, rows: usize) -> Result<Vec<u64>, StoreError> {
    let mut statement = connection.prepare_cached(OVERDUE)?;
    let found = statement.query_map((now.as_microsecond(), rows), |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        position: row.get(0)?,
        symbol: read(row, 1)?,
        title_en: row.get(2)?,
        title_es: row.get(3)?,
        closed: row.get(4)?,
        ends_at: instant(row.get(5)?),
        next: instant(row.get(6)?),
        answered: row.get(7)?,
        asked: row.get(8)?,
        own_answered: row.get(9)?,
    })
}
