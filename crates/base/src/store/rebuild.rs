//! Making the tables again from the journal: what `puebla rebuild` does, and why a change of tables needs no migration.

use std::collections::BTreeMap;

use journal::Header;
use rusqlite::Connection;

use super::StoreError;
use super::dump::{index_tables, projected_tables, statements_digest, table_digests};
use super::house::{HouseSpec, Recorded, Room};

/// What a rebuild did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// Entries applied.
    pub entries: u64,
    /// Entries whose payload had been destroyed, and which therefore say nothing any more.
    pub destroyed: u64,
    /// Tables whose content differs from before; empty when the rebuild changed nothing.
    pub changed: Vec<String>,
}

/// Drops the projection, applies every entry afresh and compares, all in one transaction.
pub fn rebuild(connection: &mut Connection, spec: &HouseSpec) -> Result<Rebuilt, StoreError> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let rebuilt = within(&transaction, spec)?;
    transaction.commit()?;
    Ok(rebuilt)
}

/// Answers what a rebuild would do, and leaves everything as it is.
pub fn rehearse(connection: &mut Connection, spec: &HouseSpec) -> Result<Rebuilt, StoreError> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    let rebuilt = within(&transaction, spec)?;
    transaction.rollback()?;
    Ok(rebuilt)
}

fn within(transaction: &Connection, spec: &HouseSpec) -> Result<Rebuilt, StoreError> {
    let before = table_digests(transaction)?;
    drop_tables(transaction)?;
    make_tables(transaction, spec)?;
    let (entries, destroyed) = apply_all(transaction, spec)?;
    let after = table_digests(transaction)?;
    Ok(Rebuilt { entries, destroyed, changed: differing(&before, &after) })
}

/// Makes the tables of a house that has none yet, all or none of them.
pub(super) fn begin_tables(connection: &mut Connection, spec: &HouseSpec) -> Result<(), StoreError> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    make_tables(&transaction, spec)?;
    transaction.commit()?;
    Ok(())
}

/// Makes the tables of a house, empty, and notes by which statements.
fn make_tables(connection: &Connection, spec: &HouseSpec) -> Result<(), StoreError> {
    for room in spec.rooms {
        connection.execute_batch(room.tables)?;
    }
    connection.execute("DELETE FROM journal_tables", [])?;
    connection.execute("INSERT INTO journal_tables (digest) VALUES (?1)", [statements_digest(spec)])?;
    Ok(())
}

fn drop_tables(connection: &Connection) -> Result<(), StoreError> {
    // Within the transaction: a table that another points at may go first.
    connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for table in projected_tables(connection)?.into_iter().chain(index_tables(connection)?) {
        // What belongs to a table that is gone went with it.
        connection.execute_batch(&format!("DROP TABLE IF EXISTS \"{table}\""))?;
    }
    Ok(())
}

fn apply_all(connection: &Connection, spec: &HouseSpec) -> Result<(u64, u64), StoreError> {
    let rooms: BTreeMap<&str, &Room> = spec.rooms.iter().map(|room| (room.name.as_str(), *room)).collect();
    let mut statement = connection.prepare(
        "SELECT journal_entry.position, header, body FROM journal_entry LEFT JOIN journal_payload USING (position) \
         ORDER BY journal_entry.position",
    )?;
    let mut rows = statement.query([])?;
    let (mut entries, mut destroyed) = (0, 0);
    while let Some(row) = rows.next()? {
        let position: u64 = row.get(0)?;
        let header = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
        let header = Header::decode(header)
            .map_err(|error| StoreError::Damaged(format!("entry {position} of {}: {error}", spec.file)))?;
        let Some(payload) = row.get_ref(2)?.as_blob_or_null().map_err(rusqlite::Error::from)? else {
            destroyed += 1;
            continue;
        };
        let name = header.series().room.as_str();
        let room = rooms.get(name).ok_or_else(|| StoreError::Damaged(format!("entry {position}: no room {name}")))?;
        (room.apply)(connection, &Recorded { position, header: &header, payload })?;
        entries += 1;
    }
    Ok((entries, destroyed))
}

fn differing(before: &[(String, u64, String)], after: &[(String, u64, String)]) -> Vec<String> {
    let only = |one: &[(String, u64, String)], other: &[(String, u64, String)]| -> Vec<String> {
        one.iter().filter(|table| !other.contains(table)).map(|(name, ..)| name.clone()).collect()
    };
    let mut names = only(before, after);
    names.extend(only(after, before));
    names.sort();
    names.dedup();
    names
}
