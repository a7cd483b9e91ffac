//! What the register knows of one document, for whoever holds it in their hands.

use base::access::Permit;
use base::desk::Reader;
use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use journal::StateCode;
use rusqlite::Connection;

use super::StatusKind;
use super::entries::halves;
use super::expiry::{day_number, day_of, today};
use super::listing::Hashes;
use super::subject::NumberPattern;
use crate::document::{DocumentKind, DocumentRef};

/// Permits whose holder may ask for the status of any State's document.
pub trait LooksUpStatus: Permit {}

/// Something a State says that fits a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusHit {
    /// The State that says it: the one that issued the document.
    pub issuer: StateCode,
    /// Kind of document.
    pub kind: DocumentKind,
    /// What it says.
    pub status: StatusKind,
    /// How it fits the document.
    pub basis: Basis,
    /// The State's own reference, to quote when calling it.
    pub reference: String,
    /// Day on which it was first said (UTC).
    pub reported_on: Date,
    /// Last day on which it holds.
    pub expires_on: Date,
}

/// How an entry fits a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// It names this very number.
    Exact,
    /// The number lies between these two, both included.
    Range {
        /// First number of the range.
        first: String,
        /// Last number of the range.
        last: String,
    },
    /// The number has this form: `@` any letter, `#` any digit.
    Pattern(String),
}

/// Finds what the issuing State says of a document: its very number first, then ranges, then patterns.
///
/// Expired entries, and those of an import that has not closed, are left out.
pub fn lookup(reader: &Reader<impl LooksUpStatus>, document: &DocumentRef) -> Result<Vec<StatusHit>, StoreError> {
    let hashes = Hashes::of(&reader.ground().keys, document);
    let today = day_number(today(reader.now()));
    reader.ask(|connection| hits(connection, document, &hashes, today))
}

/// Answers when one State last reported, imported, corrected or took back; none where it never did, or where all that it
/// ever reported has expired.
pub fn age_of(reader: &Reader<impl LooksUpStatus>, issuer: StateCode) -> Result<Option<Timestamp>, StoreError> {
    reader.ask(|connection| {
        let newest: Option<i64> = connection.prepare_cached(NEWS)?.query_row([issuer.as_str()], |row| row.get(0))?;
        Ok(newest.and_then(|us| Timestamp::from_microsecond(us).ok()))
    })
}

const NEWS: &str = "SELECT max(at_us) FROM (SELECT changed_at_us AS at_us FROM status_changed WHERE issuer = ?1 \
    UNION ALL SELECT max(reported_at_us) FROM status_batch WHERE issuer = ?1 AND import IS NULL)";

const NUMBERS: &str = "SELECT batch.status, number.reference, batch.reported_at_us, number.expires_on \
    FROM status_number AS number JOIN status_batch AS batch ON batch.position = number.batch \
    WHERE number.number_key = ?1 AND number.number_rest = ?2 AND number.expires_on >= ?3 \
    AND NOT EXISTS (SELECT 1 FROM status_unsettled AS open WHERE open.import = batch.import)";

// Ranges of one shape that hold do not overlap, so the last one that begins at or before the number is the only candidate.
const RANGES: &str = "SELECT batch.status, range.reference, batch.reported_at_us, range.expires_on, range.first, range.last \
    FROM status_range AS range JOIN status_batch AS batch ON batch.position = range.batch \
    WHERE range.issuer = ?1 AND range.kind = ?2 AND range.shape = ?3 AND range.first <= ?4 AND range.expires_on >= ?5 \
    AND NOT EXISTS (SELECT 1 FROM status_unsettled AS open WHERE open.import = batch.import) \
    ORDER BY range.first DESC LIMIT 1";

const PATTERNS: &str = "SELECT batch.status, pattern.reference, batch.reported_at_us, pattern.expires_on, pattern.pattern \
    FROM status_pattern AS pattern JOIN status_batch AS batch ON batch.position = pattern.batch \
    WHERE pattern.issuer = ?1 AND pattern.kind = ?2 AND pattern.length = ?3 \
    AND pattern.stem IN ('', ?4, ?5, ?6, ?7) AND pattern.expires_on >= ?8 \
    AND NOT EXISTS (SELECT 1 FROM status_unsettled AS open WHERE open.import = batch.import) \
    ORDER BY pattern.id";

fn hits(
    connection: &Connection,
    document: &DocumentRef,
    hashes: &Hashes,
    today: i64,
) -> Result<Vec<StatusHit>, StoreError> {
    let mut hits = Vec::new();
    let mut statement = connection.prepare_cached(NUMBERS)?;
    for hash in hashes.all() {
        let (key, rest) = halves(hash);
        let mut rows = statement.query((key, rest, today))?;
        while let Some(row) = rows.next()? {
            hits.push(hit(document, row, Basis::Exact)?);
        }
    }
    let (issuer, kind, number) = (document.issuer.as_str(), document.kind.ordinal(), document.number.as_str());
    let mut statement = connection.prepare_cached(RANGES)?;
    let mut rows = statement.query((issuer, kind, document.number.shape(), number, today))?;
    while let Some(row) = rows.next()? {
        let (first, last): (String, String) = (row.get(4)?, row.get(5)?);
        if number <= last.as_str() {
            hits.push(hit(document, row, Basis::Range { first, last })?);
        }
    }
    let stem = |length: usize| &number[..length.min(number.len())];
    let mut statement = connection.prepare_cached(PATTERNS)?;
    let mut rows = statement.query((issuer, kind, number.len(), stem(1), stem(2), stem(3), stem(4), today))?;
    while let Some(row) = rows.next()? {
        let text: String = row.get(4)?;
        if NumberPattern::parse(&text).is_ok_and(|pattern| pattern.fits(&document.number)) {
            hits.push(hit(document, row, Basis::Pattern(text))?);
        }
    }
    Ok(hits)
}

fn hit(document: &DocumentRef, row: &rusqlite::Row<'_>, basis: Basis) -> Result<StatusHit, StoreError> {
    let status: u8 = row.get(0)?;
    let status = StatusKind::from_ordinal(status)
        .ok_or_else(|| StoreError::Damaged(format!("no status has number {status}")))?;
    let reported_at = Timestamp::from_microsecond(row.get(2)?).unwrap_or(Timestamp::UNIX_EPOCH);
    Ok(StatusHit {
        issuer: document.issuer,
        kind: document.kind,
        status,
        basis,
        reference: row.get(1)?,
        reported_on: jiff::tz::TimeZone::UTC.to_datetime(reported_at).date(),
        expires_on: day_of(row.get(3)?),
    })
}
