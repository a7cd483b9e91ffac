//! What rests on disk and is read back: headers of the journal, payloads of every room, checkpoints, lines of the access
//! log. Nobody sends these, but whoever can write to the disk or hands over a folder can.
//!
//! Held: what is read writes itself again byte by byte, where one value has one form; a payload that is none is an error
//! and leaves no half of itself; nothing panics.

use std::cell::OnceCell;

use base::access::Leaf;
use base::store::{Recorded, Room};
use journal::{
    Entry, Hash, Header, Name, Payload, Series, SignedCheckpoint, StateCode, Statement, Verifier, header_hash,
};
use rusqlite::Connection;
use uuid::Uuid;

/// Every kind of entry that any room knows, and one that none does.
const KINDS: [(usize, &str); 18] = [
    (0, "listed.numbers"),
    (0, "listed.ranges"),
    (0, "listed.patterns"),
    (0, "destroyed"),
    (1, "submitted"),
    (1, "corrected"),
    (1, "returned"),
    (1, "confirmed"),
    (1, "published"),
    (1, "reviewed"),
    (1, "superseded"),
    (1, "withdrawn"),
    (1, "expired"),
    (2, "opened"),
    (2, "closed"),
    (2, "abandoned"),
    (2, "brought"),
    (0, "unheard"),
];

thread_local! {
    static TABLES: OnceCell<Connection> = const { OnceCell::new() };
}

/// Reads bytes as something at rest; the first says as what.
pub fn entries(bytes: &[u8]) {
    let Some((choice, rest)) = bytes.split_first() else { return };
    match choice % 5 {
        0 => header(rest),
        1 => {
            if let Some(leaf) = Leaf::decode(rest) {
                assert_eq!(Leaf::decode(&leaf.encode()).as_ref(), Some(&leaf));
            }
        }
        2 => {
            let text = String::from_utf8_lossy(rest);
            if let Ok(checkpoint) = SignedCheckpoint::parse(&text) {
                assert_eq!(checkpoint.to_string(), text);
            }
        }
        3 => chain(rest),
        _ => applied(rest),
    }
}

fn header(bytes: &[u8]) {
    if let Ok(header) = Header::decode(bytes) {
        assert_eq!(header.encode(), bytes, "one header has one form");
        assert_ne!(header.sequence(), 0);
    }
}

/// Takes headers and payloads one after the other, each with its length before it.
fn chain(mut bytes: &[u8]) {
    let mut verifier = Verifier::new([]);
    while let Some((header, rest)) = piece(bytes) {
        let Some((payload, rest)) = piece(rest) else { break };
        bytes = rest;
        let payload = Some(Payload { salt: &[7; 32], bytes: payload });
        if verifier.take(Entry { header, hash: header_hash(header), payload }).is_err() {
            return;
        }
    }
    let _ = verifier.finish();
}

/// Applies a run of entries to empty tables, and takes all of it back.
fn applied(mut bytes: &[u8]) {
    TABLES.with(|tables| {
        let tables = tables.get_or_init(tables_of_the_house);
        tables.execute_batch("SAVEPOINT before").expect("a savepoint");
        let mut position = 0;
        while let Some((kind, rest)) = bytes.split_first() {
            let Some((payload, rest)) = piece(rest) else { break };
            bytes = rest;
            position += 1;
            let (room, kind) = KINDS[usize::from(*kind) % KINDS.len()];
            let room: &Room = registers::HOUSE.rooms[room];
            let _ = (room.destroys)(kind, payload);
            let header = Header::following(None, statement(room, kind));
            let recorded = Recorded { position, header: &header, payload };
            tables.execute_batch("SAVEPOINT entry").expect("a savepoint");
            if (room.apply)(tables, &recorded).is_err() {
                // As the store does: what cannot be applied was never there.
                tables.execute_batch("ROLLBACK TO entry").expect("taken back");
            }
            tables.execute_batch("RELEASE entry").expect("released");
        }
        tables.execute_batch("ROLLBACK TO before; RELEASE before").expect("taken back");
    });
}

fn statement(room: &Room, kind: &str) -> Statement {
    Statement {
        series: Series::new("UTO".parse::<StateCode>().expect("a State"), room.name.clone()),
        recorded_at_us: 1_772_463_600_000_000,
        person: Uuid::from_u128(1),
        purpose: "document_issuance".parse::<Name>().expect("a name"),
        kind: kind.parse::<Name>().expect("a name"),
        payload_hash: Hash([0; 32]),
    }
}

fn tables_of_the_house() -> Connection {
    let tables = Connection::open_in_memory().expect("memory");
    tables.execute_batch("PRAGMA foreign_keys = ON").expect("a setting");
    for room in registers::HOUSE.rooms {
        tables.execute_batch(room.tables).expect("tables");
    }
    tables
}

/// Answers the bytes that a length of two bytes announces, and what is after them.
fn piece(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    Some(rest.split_at(usize::from(u16::from_be_bytes(*length)).min(rest.len())))
}
