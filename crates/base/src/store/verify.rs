//! Verifying a house: every header, every link, every payload that is still there, and a reason for each that is not.

use std::collections::BTreeMap;

use journal::{Checkpoint, Entry, Hash, Heads, Payload, Verifier};
use rusqlite::Connection;

use super::StoreError;
use super::house::{HouseSpec, Room};

/// What verifying a house found.
#[derive(Debug, Clone)]
pub struct Verified {
    /// Entries recomputed.
    pub entries: u64,
    /// Payloads that were destroyed by an entry that says so.
    pub destroyed: u64,
    /// Where each series stands.
    pub heads: Heads,
}

/// Recomputes the whole journal of a house and holds it against checkpoints kept elsewhere.
///
/// Errors: `Damaged` with the position, the series and what is wrong there.
pub fn verify_house(
    connection: &Connection,
    spec: &HouseSpec,
    checkpoints: &[Checkpoint],
) -> Result<Verified, StoreError> {
    integrity(connection, spec.file)?;
    let rooms: BTreeMap<&str, &Room> = spec.rooms.iter().map(|room| (room.name.as_str(), *room)).collect();
    let mut verifier = Verifier::new(checkpoints);
    let mut unexplained: BTreeMap<u64, String> = BTreeMap::new();
    let (mut entries, mut destroyed) = (0, 0);
    let mut statement = connection.prepare(
        "SELECT journal_entry.position, header, hash, salt, body FROM journal_entry \
         LEFT JOIN journal_payload USING (position) ORDER BY journal_entry.position",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let position: u64 = row.get(0)?;
        let damaged = |what: String| StoreError::Damaged(format!("{}, entry {position}: {what}", spec.file));
        if position != entries + 1 {
            return Err(damaged("an entry is missing before it".into()));
        }
        let header: Vec<u8> = row.get(1)?;
        let stored: (Option<[u8; 32]>, Option<Vec<u8>>) = (row.get(3)?, row.get(4)?);
        let payload = stored.0.as_ref().zip(stored.1.as_ref()).map(|(salt, bytes)| Payload { salt, bytes });
        let entry = Entry { header: &header, hash: Hash(row.get(2)?), payload };
        let header = verifier.take(entry).map_err(|fault| damaged(fault.to_string()))?;
        let series = header.series().to_string();
        match &stored.1 {
            None => {
                unexplained.insert(position, series);
                destroyed += 1;
            }
            Some(body) => {
                let name = header.series().room.as_str();
                let room = rooms.get(name).ok_or_else(|| damaged(format!("no room {name}")))?;
                for gone in (room.destroys)(header.statement().kind.as_str(), body) {
                    if unexplained.get(&gone).is_some_and(|of| *of == series) {
                        unexplained.remove(&gone);
                    } else {
                        return Err(damaged(format!(
                            "it destroys entry {gone}, whose payload is still there or not its own"
                        )));
                    }
                }
            }
        }
        entries = position;
    }
    if let Some((position, series)) = unexplained.first_key_value() {
        return Err(StoreError::Damaged(format!(
            "{}, entry {position} of {series}: its payload is gone and no entry says under which rule",
            spec.file
        )));
    }
    let heads = verifier.finish().map_err(|fault| StoreError::Damaged(format!("{}: {fault}", spec.file)))?;
    Ok(Verified { entries, destroyed, heads })
}

/// Lets SQLite check a file's pages and indexes, and that no row points at nothing.
///
/// Errors: `Damaged` names the file.
pub fn integrity(connection: &Connection, file: &str) -> Result<(), StoreError> {
    let answer: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if answer != "ok" {
        return Err(StoreError::Damaged(format!("{file}: {answer}")));
    }
    let broken: u64 = connection.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if broken > 0 {
        return Err(StoreError::Damaged(format!("{file}: {broken} rows point at nothing")));
    }
    Ok(())
}
