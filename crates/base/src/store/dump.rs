//! A canonical dump of the projection, so that two of them can be compared.

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use sha2::{Digest, Sha256};

use super::{HouseSpec, StoreError};

/// Answers the tables of the projection by name, sorted: all that are neither the journal's own nor an index.
pub(super) fn projected_tables(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'journal\\_%' ESCAPE '\\' \
         AND name NOT LIKE 'index\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

/// Answers the tables whose names begin with `index_`, those first that others belong to.
///
/// A sweep fills them from the projection and from files. Two that say the same may differ in how their bytes are laid out, so
/// nothing compares them; whoever makes the projection again makes them again too, empty.
pub(super) fn index_tables(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'index\\_%' ESCAPE '\\' \
         ORDER BY sql NOT LIKE 'CREATE VIRTUAL %', name",
    )?;
    let names = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

/// Answers, for each projected table, its name, how many rows it has and a SHA-256 over all of them in the order of
/// their primary key: equal digests mean equal tables.
pub fn table_digests(connection: &Connection) -> Result<Vec<(String, u64, String)>, StoreError> {
    projected_tables(connection)?
        .into_iter()
        .map(|table| {
            let (rows, digest) = digest(connection, &table)?;
            Ok((table, rows, digest))
        })
        .collect()
}

fn digest(connection: &Connection, table: &str) -> Result<(u64, String), StoreError> {
    let mut keys = connection.prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk")?;
    let keys: Vec<String> = keys.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
    if keys.is_empty() {
        return Err(StoreError::Damaged(format!("table {table} has no primary key to put its rows in order")));
    }
    let mut statement = connection.prepare(&format!("SELECT * FROM \"{table}\" ORDER BY {}", keys.join(", ")))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    let mut hash = Sha256::new();
    let mut count = 0;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            match row.get_ref(column)? {
                ValueRef::Null => hash.update([0]),
                ValueRef::Integer(value) => {
                    hash.update([1]);
                    hash.update(value.to_be_bytes());
                }
                ValueRef::Real(value) => {
                    hash.update([2]);
                    hash.update(value.to_be_bytes());
                }
                ValueRef::Text(bytes) => framed(&mut hash, 3, bytes),
                ValueRef::Blob(bytes) => framed(&mut hash, 4, bytes),
            }
        }
        count += 1;
    }
    Ok((count, hex::encode(hash.finalize())))
}

/// Length before content, so that neighbouring values cannot be read as one another.
fn framed(hash: &mut Sha256, kind: u8, bytes: &[u8]) {
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

/// Answers the digest of the statements that make a house's tables.
pub(super) fn statements_digest(spec: &HouseSpec) -> String {
    let mut hash = Sha256::new();
    for room in spec.rooms {
        framed(&mut hash, 5, room.tables.as_bytes());
    }
    hex::encode(hash.finalize())
}
