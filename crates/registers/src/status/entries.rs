//! What a State can say here, and what that means for the tables.

use base::store::{Entry, Recorded, Room, StoreError};
use journal::Name;
use minicbor::{Decode, Encode};
use rusqlite::{Connection, OptionalExtension};

use super::expiry::{ExpiryMonth, day_number};
use super::payload::{Common, Destroyed, Listed, NumberRow, PatternRow, ROWS_MAX, RangeRow, RowRest};
use super::subject::NumberPattern;
use crate::document::DocumentNumber;

/// What a State says in this room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StatusEntry {
    /// Single numbers, as keyed hashes.
    Numbers(Listed<NumberRow>),
    /// Ranges of blanks.
    Ranges(Listed<RangeRow>),
    /// Patterns.
    Patterns(Listed<PatternRow>),
    /// Payloads destroyed under a rule.
    Destroyed(Destroyed),
}

const NUMBERS: Name = Name::literal("listed.numbers");
const RANGES: Name = Name::literal("listed.ranges");
const PATTERNS: Name = Name::literal("listed.patterns");
const DESTROYED: Name = Name::literal("destroyed");

/// What `form` says in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Numbers = 1,
    Ranges = 2,
    Patterns = 3,
}

impl Form {
    pub(super) fn from_ordinal(ordinal: u8) -> Option<Self> {
        [Form::Numbers, Form::Ranges, Form::Patterns].into_iter().find(|form| *form as u8 == ordinal)
    }

    pub(super) const fn table(self) -> &'static str {
        match self {
            Form::Numbers => "status_number",
            Form::Ranges => "status_range",
            Form::Patterns => "status_pattern",
        }
    }
}

impl Entry for StatusEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        match self {
            StatusEntry::Numbers(_) => NUMBERS,
            StatusEntry::Ranges(_) => RANGES,
            StatusEntry::Patterns(_) => PATTERNS,
            StatusEntry::Destroyed(_) => DESTROYED,
        }
    }

    fn payload(&self) -> Vec<u8> {
        match self {
            StatusEntry::Numbers(listed) => encoded(listed),
            StatusEntry::Ranges(listed) => encoded(listed),
            StatusEntry::Patterns(listed) => encoded(listed),
            StatusEntry::Destroyed(destroyed) => encoded(destroyed),
        }
    }

    fn destroys(&self) -> Vec<u64> {
        match self {
            StatusEntry::Destroyed(destroyed) => destroyed.positions.clone(),
            _ => Vec::new(),
        }
    }
}

/// Answers the positions that an entry destroys.
pub(super) fn destroys(kind: &str, payload: &[u8]) -> Vec<u64> {
    if kind != DESTROYED.as_str() {
        return Vec::new();
    }
    minicbor::decode::<Destroyed>(payload).map(|destroyed| destroyed.positions).unwrap_or_default()
}

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match entry.kind() {
        kind if kind == NUMBERS.as_str() => list(connection, entry, Form::Numbers, insert_numbers),
        kind if kind == RANGES.as_str() => list(connection, entry, Form::Ranges, insert_ranges),
        kind if kind == PATTERNS.as_str() => list(connection, entry, Form::Patterns, insert_patterns),
        kind if kind == DESTROYED.as_str() => {
            let Destroyed { rule, positions } = decoded(entry)?;
            for position in positions {
                forget(connection, position)?;
            }
            if rule.is_news() { changed(connection, entry) } else { Ok(()) }
        }
        kind => Err(StoreError::Damaged(format!("entry {}: no kind {kind}", entry.position))),
    }
}

/// Hides what an import brings until it settles. The import's own room says when.
pub(crate) fn hold(connection: &Connection, opened: &Recorded<'_>) -> Result<(), StoreError> {
    let issuer = opened.state();
    connection
        .execute("INSERT INTO status_unsettled (import, issuer) VALUES (?1, ?2)", (opened.position, issuer.as_str()))?;
    Ok(())
}

/// Shows what an import brought.
pub(crate) fn settle(connection: &Connection, import: u64, closed: &Recorded<'_>) -> Result<(), StoreError> {
    let_go(connection, import)?;
    changed(connection, closed)
}

/// Forgets that there was anything to hide: of what an abandoned import brought nothing is left.
pub(crate) fn let_go(connection: &Connection, import: u64) -> Result<(), StoreError> {
    connection.execute("DELETE FROM status_unsettled WHERE import = ?1", [import])?;
    Ok(())
}

fn encoded<T: Encode<()>>(value: &T) -> Vec<u8> {
    // Writing to a vector cannot fail.
    minicbor::to_vec(value).unwrap_or_default()
}

fn decoded<'b, T: Decode<'b, ()>>(entry: &Recorded<'b>) -> Result<T, StoreError> {
    minicbor::decode(entry.payload).map_err(|error| damaged(entry, &error.to_string()))
}

fn damaged(entry: &Recorded<'_>, what: &str) -> StoreError {
    StoreError::Damaged(format!("entry {}: {what}", entry.position))
}

/// Where the rows of a listing go.
struct Target<'a> {
    position: u64,
    origin: u64,
    issuer: &'a str,
    common: &'a Common,
}

impl Target<'_> {
    fn id(&self, place: u16) -> u64 {
        self.origin * ROWS_MAX as u64 + u64::from(place)
    }

    fn expires_on(&self, rest: &RowRest) -> Option<i64> {
        ExpiryMonth::from_number(self.common.month).day(rest.day).map(day_number)
    }
}

type Insert<R> = fn(&Connection, &Target<'_>, &[R]) -> Result<(), StoreError>;

fn list<'b, R: Decode<'b, ()>>(
    connection: &Connection,
    entry: &Recorded<'b>,
    form: Form,
    insert: Insert<R>,
) -> Result<(), StoreError> {
    let listed: Listed<R> = decoded(entry)?;
    if listed.rows.len() > ROWS_MAX {
        return Err(damaged(entry, "more rows than ids"));
    }
    let common = &listed.common;
    let state = entry.state();
    let target = Target {
        position: entry.position,
        origin: common.origin.map_or(entry.position, |origin| origin.position),
        issuer: state.as_str(),
        common,
    };
    connection
        .prepare_cached(
            "INSERT INTO status_batch (position, origin, issuer, form, kind, status, month, import, reported_at_us, \
             corrected_at_us, rows) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            target.position,
            target.origin,
            target.issuer,
            form as u8,
            common.kind,
            common.status,
            common.month,
            common.import,
            common.origin.map_or(entry.at_us(), |origin| origin.reported_at_us),
            common.origin.and_then(|origin| origin.corrected_at_us),
            listed.rows.len(),
        ))?;
    insert(connection, &target, &listed.rows)
}

fn insert_numbers(connection: &Connection, target: &Target<'_>, rows: &[NumberRow]) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO status_number (id, batch, number_key, number_rest, expires_on, reference, reason) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for row in rows {
        let (key, rest) = halves(&row.hash);
        let expires_on = target.expires_on(&row.rest);
        let (reference, reason) = (row.rest.reference.as_str(), row.rest.reason);
        statement.execute((target.id(row.place), target.position, key, rest, expires_on, reference, reason))?;
    }
    Ok(())
}

fn insert_ranges(connection: &Connection, target: &Target<'_>, rows: &[RangeRow]) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO status_range (id, batch, issuer, kind, shape, first, last, expires_on, reference, reason) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    for row in rows {
        let shape = DocumentNumber::parse(&row.first).map(|number| number.shape()).unwrap_or_default();
        statement.execute((
            target.id(row.place),
            target.position,
            target.issuer,
            target.common.kind,
            shape,
            &row.first,
            &row.last,
            target.expires_on(&row.rest),
            &row.rest.reference,
            row.rest.reason,
        ))?;
    }
    Ok(())
}

fn insert_patterns(connection: &Connection, target: &Target<'_>, rows: &[PatternRow]) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(
        "INSERT INTO status_pattern (id, batch, issuer, kind, length, stem, pattern, expires_on, reference, reason) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?;
    for row in rows {
        let pattern = NumberPattern::parse(&row.pattern);
        let stem = pattern.as_ref().map(NumberPattern::stem).unwrap_or_default();
        statement.execute((
            target.id(row.place),
            target.position,
            target.issuer,
            target.common.kind,
            row.pattern.len(),
            stem,
            &row.pattern,
            target.expires_on(&row.rest),
            &row.rest.reference,
            row.rest.reason,
        ))?;
    }
    Ok(())
}

/// Removes all that came from one entry; nothing where a rebuild never saw it.
fn forget(connection: &Connection, position: u64) -> Result<(), StoreError> {
    let found: Option<(u64, u8)> = connection
        .prepare_cached("SELECT origin, form FROM status_batch WHERE position = ?1")?
        .query_row([position], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((origin, form)) = found else { return Ok(()) };
    let form = Form::from_ordinal(form).ok_or_else(|| StoreError::Damaged(format!("batch {position}: form {form}")))?;
    let rows = ROWS_MAX as u64;
    connection
        .prepare_cached(&format!("DELETE FROM {} WHERE id >= ?1 AND id < ?2 AND batch = ?3", form.table()))?
        .execute((origin * rows, (origin + 1) * rows, position))?;
    connection.prepare_cached("DELETE FROM status_batch WHERE position = ?1")?.execute([position])?;
    Ok(())
}

/// Notes when the State last imported, corrected or took back: the time of an entry that is never destroyed, so that a
/// rebuild notes the same.
fn changed(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO status_changed (issuer, changed_at_us) VALUES (?1, ?2)")?
        .execute((entry.state().as_str(), entry.at_us()))?;
    Ok(())
}

/// Answers a keyed hash as the two integers that tables hold.
pub(crate) fn halves(hash: &[u8; 16]) -> (i64, i64) {
    let whole = i128::from_be_bytes(*hash);
    ((whole >> 64) as i64, whole as i64)
}

/// Answers the keyed hash of two integers.
pub(super) fn joined(key: i64, rest: i64) -> [u8; 16] {
    ((i128::from(key) << 64) | i128::from(rest as u64)).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_comes_back_from_its_halves() {
        for hash in [[0xff; 16], [0x00; 16], *b"\x80\x01\x02\x03\x04\x05\x06\x07\xf8\x09\x0a\x0b\x0c\x0d\x0e\x0f"] {
            let (key, rest) = halves(&hash);
            assert_eq!(joined(key, rest), hash);
            assert_eq!(key.to_be_bytes(), hash[..8]);
        }
    }
}
