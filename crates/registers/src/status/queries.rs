//! What a State may read of its own entries: never a number, for the register does not know it.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use journal::StateCode;
use rusqlite::{Connection, OptionalExtension};

use super::entries::{Form, halves, joined};
use super::expiry::{day_number, day_of};
use super::listing::{Hashes, Resting};
use super::payload::ROWS_MAX;
use super::subject::{BlankRange, NumberPattern};
use super::{Reason, StatusKind};
use crate::document::{DocumentKind, DocumentNumber};

/// Which entry: the place where it was listed first, and so the same however often it is corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(pub(super) u64);

/// The text is no entry's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no entry's id")]
pub struct NotAnId;

impl EntryId {
    /// Makes the id of a row by the position of the entry that listed it first and its place there.
    pub(super) fn new(origin: u64, place: u16) -> Self {
        EntryId(origin * ROWS_MAX as u64 + u64::from(place))
    }

    pub(super) fn origin(self) -> u64 {
        self.0 / ROWS_MAX as u64
    }

    pub(super) fn place(self) -> u16 {
        (self.0 % ROWS_MAX as u64) as u16
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for EntryId {
    type Err = NotAnId;
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        // SQLite's integers are signed: a larger id names nothing.
        text.parse::<i64>().ok().and_then(|id| u64::try_from(id).ok()).map(EntryId).ok_or(NotAnId)
    }
}

/// An entry as its own State sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StatusRecord {
    pub(crate) id: EntryId,
    pub(crate) issuer: StateCode,
    pub(crate) kind: DocumentKind,
    pub(crate) status: StatusKind,
    pub(crate) subject: Resting,
    pub(crate) reference: String,
    pub(crate) reason: Option<Reason>,
    pub(crate) expires_on: Date,
    pub(crate) reported_at: Timestamp,
    pub(crate) corrected_at: Option<Timestamp>,
    /// Position of the entry that carries it now.
    pub(super) batch: u64,
}

/// An entry that stands already, with the State's reference for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) id: EntryId,
    pub(crate) reference: String,
}

/// Which of a State's entries are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) status: Option<StatusKind>,
    pub(crate) kind: Option<DocumentKind>,
}

/// From where a page of a list goes on, newest entries first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    Newest,
    After(EntryId),
    Before(EntryId),
}

// The columns of every form alike: what differs stands in `one` and `other`, which only ranges use both of.
const COLUMNS: &str = "item.id, batch.issuer, batch.kind, batch.status, item.reference, item.reason, item.expires_on, \
    batch.reported_at_us, batch.corrected_at_us, batch.position";

/// Batches that are counted at most.
const COUNTED_BATCHES: u64 = 20_000;

const SETTLED: &str = "NOT EXISTS (SELECT 1 FROM status_unsettled AS open WHERE open.import = batch.import)";

fn select(form: Form) -> String {
    let subject = match form {
        Form::Numbers => "item.number_key, item.number_rest",
        Form::Ranges => "item.first, item.last",
        Form::Patterns => "item.pattern, NULL",
    };
    let table = form.table();
    format!(
        "SELECT {COLUMNS}, {subject} FROM {table} AS item JOIN status_batch AS batch ON batch.position = item.batch \
         WHERE {SETTLED} AND item.expires_on >= ?1"
    )
}

/// Answers whether an import of this State has neither closed nor been undone.
pub(super) fn imports(connection: &Connection, issuer: StateCode) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM status_unsettled WHERE issuer = ?1")?;
    Ok(statement.exists([issuer.as_str()])?)
}

/// Answers one entry, whichever State's it is; none where it is not there, has expired or is not settled.
pub(crate) fn one(connection: &Connection, id: EntryId, today: Date) -> Result<Option<StatusRecord>, StoreError> {
    for form in [Form::Numbers, Form::Ranges, Form::Patterns] {
        let found = connection
            .prepare_cached(&format!("{} AND item.id = ?2", select(form)))?
            .query_row((day_number(today), id.0), |row| record(form, row))
            .optional()?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// Answers the entries of one number by its keyed hashes, settled or not, with their references.
pub(crate) fn of_number(connection: &Connection, hashes: &Hashes, today: Date) -> Result<Vec<Held>, StoreError> {
    let mut found = Vec::new();
    for hash in hashes.all() {
        found.extend(of_hash(connection, hash, today)?);
    }
    Ok(found)
}

fn of_hash(connection: &Connection, hash: &[u8; 16], today: Date) -> Result<Vec<Held>, StoreError> {
    let (key, rest) = halves(hash);
    let mut statement = connection.prepare_cached(
        "SELECT id, reference FROM status_number WHERE number_key = ?1 AND number_rest = ?2 AND expires_on >= ?3 \
         ORDER BY id LIMIT 10",
    )?;
    let held = statement.query_map((key, rest, day_number(today)), held)?;
    Ok(held.collect::<Result<_, _>>()?)
}

/// Answers for each State how many numbers rest that were first listed at these positions of the journal.
///
/// A correction keeps the hash and the place where it was first listed, so this tells which key they rest on.
pub(super) fn first_listed(connection: &Connection, at: RangeInclusive<u64>) -> Result<Vec<(String, u64)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT batch.issuer, count(*) FROM status_number AS item JOIN status_batch AS batch \
         ON batch.position = item.batch WHERE item.id >= ?1 AND item.id < ?2 GROUP BY batch.issuer ORDER BY batch.issuer",
    )?;
    let (low, high) = (EntryId::new(*at.start(), 0).0, EntryId::new(at.end() + 1, 0).0);
    let counted = statement.query_map((low, high), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(counted.collect::<Result<_, _>>()?)
}

/// Answers a State's ranges of one kind that share a number with this one, settled or not.
pub(crate) fn overlapping(
    connection: &Connection,
    issuer: StateCode,
    kind: DocumentKind,
    range: (&DocumentNumber, &DocumentNumber),
    today: Date,
) -> Result<Vec<Held>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, reference FROM status_range WHERE issuer = ?1 AND kind = ?2 AND shape = ?3 AND first <= ?4 AND last >= ?5 \
         AND expires_on >= ?6 ORDER BY id LIMIT 10",
    )?;
    let (first, last) = range;
    let held = statement.query_map(
        (issuer.as_str(), kind.ordinal(), first.shape(), last.as_str(), first.as_str(), day_number(today)),
        held,
    )?;
    Ok(held.collect::<Result<_, _>>()?)
}

/// Answers a State's patterns of one kind whose numbers have that many characters, settled or not.
pub(crate) fn patterns(
    connection: &Connection,
    issuer: StateCode,
    kind: DocumentKind,
    length: usize,
    today: Date,
) -> Result<Vec<(NumberPattern, Held)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, reference, pattern FROM status_pattern WHERE issuer = ?1 AND kind = ?2 AND length = ?3 \
         AND expires_on >= ?4 ORDER BY id",
    )?;
    let found = statement.query_map((issuer.as_str(), kind.ordinal(), length, day_number(today)), |row| {
        let pattern = NumberPattern::parse(&row.get::<_, String>(2)?).map_err(|_| damaged(2))?;
        Ok((pattern, held(row)?))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers up to `limit` of a State's entries, newest first, whatever the direction in which the page was turned.
///
/// Walks the entries of the journal that first listed them; rows of one of them have neighbouring ids.
pub(crate) fn page(
    connection: &Connection,
    issuer: StateCode,
    filter: Filter,
    from: From,
    limit: usize,
    today: Date,
) -> Result<Vec<StatusRecord>, StoreError> {
    let (backwards, edge) = match from {
        From::Newest => (false, EntryId(i64::MAX as u64)),
        From::After(id) => (false, id),
        From::Before(id) => (true, id),
    };
    let (compare, order) = if backwards { (">", "ASC") } else { ("<", "DESC") };
    let mut origins = connection.prepare_cached(&format!(
        "SELECT DISTINCT origin, form FROM status_batch AS batch WHERE issuer = ?1 AND origin {compare}= ?2 \
         AND (?3 IS NULL OR status = ?3) AND (?4 IS NULL OR kind = ?4) AND {SETTLED} ORDER BY origin {order}"
    ))?;
    let (status, kind) = (filter.status.map(StatusKind::ordinal), filter.kind.map(DocumentKind::ordinal));
    let mut walk = origins.query((issuer.as_str(), edge.origin(), status, kind))?;
    let mut found = Vec::new();
    while let Some(row) = walk.next()? {
        let (origin, form): (u64, u8) = (row.get(0)?, row.get(1)?);
        let form = Form::from_ordinal(form).ok_or_else(|| StoreError::Damaged(format!("form {form}")))?;
        let mut rows = connection.prepare_cached(&format!(
            "{} AND item.id >= ?2 AND item.id <= ?3 AND item.id {compare} ?4 AND (?5 IS NULL OR batch.status = ?5) \
             AND (?6 IS NULL OR batch.kind = ?6) ORDER BY item.id {order} LIMIT ?7",
            select(form)
        ))?;
        let (low, high) = (EntryId::new(origin, 0).0, EntryId::new(origin, ROWS_MAX as u16 - 1).0);
        let wanted = limit - found.len();
        let some =
            rows.query_map((day_number(today), low, high, edge.0, status, kind, wanted), |row| record(form, row))?;
        for one in some {
            found.push(one?);
        }
        if found.len() == limit {
            break;
        }
    }
    if backwards {
        found.reverse();
    }
    Ok(found)
}

/// Answers how many entries a State has that are settled, expired ones that still await their sweep included, and whether
/// those are all: counting ends after so many batches, for a page must not wait for millions.
pub(crate) fn count(connection: &Connection, issuer: StateCode) -> Result<(u64, bool), StoreError> {
    let sql = format!(
        "SELECT ifnull(sum(rows), 0), count(*) FROM \
         (SELECT rows FROM status_batch AS batch WHERE issuer = ?1 AND {SETTLED} LIMIT {COUNTED_BATCHES})"
    );
    let counted =
        connection.prepare_cached(&sql)?.query_row([issuer.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (rows, batches): (u64, u64) = counted;
    Ok((rows, batches < COUNTED_BATCHES))
}

/// Answers all rows that one entry of the journal carries, with their first places.
pub(super) fn carried(connection: &Connection, batch: u64) -> Result<Vec<StatusRecord>, StoreError> {
    let found: Option<(u64, u8)> = connection
        .prepare_cached("SELECT origin, form FROM status_batch WHERE position = ?1")?
        .query_row([batch], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((origin, form)) = found else { return Ok(Vec::new()) };
    let form = Form::from_ordinal(form).ok_or_else(|| StoreError::Damaged(format!("form {form}")))?;
    let mut statement = connection.prepare_cached(&format!(
        "{} AND item.id >= ?2 AND item.id <= ?3 AND item.batch = ?4 ORDER BY item.id",
        select(form)
    ))?;
    let (low, high) = (EntryId::new(origin, 0).0, EntryId::new(origin, ROWS_MAX as u16 - 1).0);
    // Expired rows too: which of them still hold is not for a correction of their neighbour to decide.
    let rows = statement.query_map((i64::MIN, low, high, batch), |row| record(form, row))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn held(row: &rusqlite::Row<'_>) -> rusqlite::Result<Held> {
    Ok(Held { id: EntryId(row.get(0)?), reference: row.get(1)? })
}

fn record(form: Form, row: &rusqlite::Row<'_>) -> rusqlite::Result<StatusRecord> {
    let text = |column: usize| row.get::<_, String>(column);
    let number =
        |column: usize| text(column).and_then(|text| DocumentNumber::parse(&text).map_err(|_| damaged(column)));
    let subject = match form {
        Form::Numbers => Resting::Number(Hashes { entered: joined(row.get(10)?, row.get(11)?), earlier: Vec::new() }),
        Form::Ranges => Resting::Range(BlankRange::new(number(10)?, number(11)?).map_err(|_| damaged(10))?),
        Form::Patterns => Resting::Pattern(NumberPattern::parse(&text(10)?).map_err(|_| damaged(10))?),
    };
    Ok(StatusRecord {
        id: EntryId(row.get(0)?),
        issuer: text(1)?.parse().map_err(|_| damaged(1))?,
        kind: DocumentKind::from_ordinal(row.get(2)?).ok_or_else(|| damaged(2))?,
        status: StatusKind::from_ordinal(row.get(3)?).ok_or_else(|| damaged(3))?,
        subject,
        reference: row.get(4)?,
        reason: row.get::<_, Option<u8>>(5)?.and_then(Reason::from_ordinal),
        expires_on: day_of(row.get(6)?),
        reported_at: instant(row.get(7)?),
        corrected_at: row.get::<_, Option<i64>>(8)?.map(instant),
        batch: row.get(9)?,
    })
}

/// A value that no entry could have put there.
fn damaged(column: usize) -> rusqlite::Error {
    rusqlite::Error::IntegralValueOutOfRange(column, 0)
}

fn instant(us: i64) -> Timestamp {
    Timestamp::from_microsecond(us).unwrap_or(Timestamp::UNIX_EPOCH)
}
