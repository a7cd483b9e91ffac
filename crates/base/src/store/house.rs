//! A house's file: its journal, its payloads, and the tables that applying every entry gives.

use std::path::Path;

use jiff::Timestamp;
use journal::{Hash, Head, Header, Heads, Name, Series, StateCode, Statement, payload_hash};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::connection::{Database, Ground, Migration};
use super::{StoreError, dump};
use crate::access::Purpose;

/// A room of a house: the tables it owns and what its entries mean for them.
pub struct Room {
    /// The room's name in a series, such as `status`.
    pub name: Name,
    /// Statements that make the room's tables; they may change freely, for `rebuild` makes them again.
    pub tables: &'static str,
    /// Applies one entry to the tables. It must depend on the entry and the tables alone.
    pub apply: fn(&Connection, &Recorded<'_>) -> Result<(), StoreError>,
    /// Answers the positions whose payloads an entry destroys.
    pub destroys: fn(kind: &str, payload: &[u8]) -> Vec<u64>,
}

/// A house: one purpose, one file, its rooms.
pub struct HouseSpec {
    /// The house's name, which permits name too.
    pub name: &'static str,
    /// Its file inside the data folder.
    pub file: &'static str,
    /// Its rooms, in the order their tables are made.
    pub rooms: &'static [&'static Room],
}

/// What a State can say in a room.
pub trait Entry {
    /// The room it is said in.
    fn room() -> &'static Room;
    /// Its sort, frozen once released.
    fn kind(&self) -> Name;
    /// Its deterministic bytes, frozen once released.
    fn payload(&self) -> Vec<u8>;
    /// The positions whose payloads it destroys: entries of the same series.
    ///
    /// An entry that destroys carries nothing else and is never destroyed itself, for it is the explanation.
    fn destroys(&self) -> Vec<u64> {
        Vec::new()
    }
}

/// An entry as `apply` sees it.
pub struct Recorded<'a> {
    /// Its place in the order of receipt, from 1, of the whole house.
    pub position: u64,
    /// Whose series, which kind, when, by whom.
    pub header: &'a Header,
    /// What was said.
    pub payload: &'a [u8],
}

impl Recorded<'_> {
    /// Answers the State that spoke.
    pub fn state(&self) -> StateCode {
        self.header.series().state
    }

    /// Answers the entry's kind.
    pub fn kind(&self) -> &str {
        self.header.statement().kind.as_str()
    }

    /// Answers when it was recorded, in microseconds since 1970.
    pub fn at_us(&self) -> i64 {
        self.header.statement().recorded_at_us
    }

    /// Answers who recorded it.
    pub fn person(&self) -> Uuid {
        self.header.statement().person
    }
}

/// Who says it, for whom, when and why: what every header carries.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// The State whose series it goes into.
    pub state: StateCode,
    /// The person who says it; nil for a rule that the passing of time applies.
    pub person: Uuid,
    /// The purpose they work under.
    pub purpose: Purpose,
    /// When.
    pub at: Timestamp,
}

/// An open house.
pub struct House {
    spec: &'static HouseSpec,
    database: Database,
}

const STEPS: &[Migration] = &[Migration(include_str!("journal.sql"))];

impl HouseSpec {
    /// Answers the house's file and its ground.
    pub(crate) fn ground(&self) -> Ground {
        Ground { file: self.file, steps: STEPS }
    }
}

impl House {
    /// Opens the house's file, which has been made, and makes the tables that its rooms own where they are not there yet.
    ///
    /// Tables whose making has changed since are made again from the journal.
    pub fn open(folder: &Path, spec: &'static HouseSpec) -> Result<Self, StoreError> {
        let mut alone = Self::open_alone(folder, spec)?;
        let digest = dump::statements_digest(spec);
        let made: Option<String> =
            alone.query_row("SELECT digest FROM journal_tables", [], |row| row.get(0)).optional()?;
        match made {
            Some(made) if made == digest => {}
            Some(_) => {
                super::rebuild::rebuild(&mut alone, spec)?;
            }
            None => super::rebuild::begin_tables(&mut alone, spec)?,
        }
        alone.close().map_err(|(_, error)| error)?;
        Ok(House { spec, database: Database::open(folder, &spec.ground())? })
    }

    /// Answers whether the rooms' tables were made by the statements that make them now.
    pub(super) fn is_made_alike(connection: &Connection, spec: &'static HouseSpec) -> bool {
        let made = connection.query_row("SELECT digest FROM journal_tables", [], |row| row.get::<_, String>(0));
        made.is_ok_and(|made| made == dump::statements_digest(spec))
    }

    /// Opens one connection on the house's file for a command that works alone on the folder.
    pub fn open_alone(folder: &Path, spec: &HouseSpec) -> Result<Connection, StoreError> {
        Database::open_alone(folder, &spec.ground())
    }

    /// Answers the house's description.
    pub fn spec(&self) -> &'static HouseSpec {
        self.spec
    }

    /// Answers the file's readers and writer. Slices reach it through a `Reader` or `Writer` of the desk.
    pub(crate) fn database(&self) -> &Database {
        &self.database
    }
}

/// The only way to change a room's tables: append an entry, which is applied in the same transaction.
pub struct Append<'c> {
    connection: &'c Connection,
    stamp: Stamp,
}

impl<'c> Append<'c> {
    /// Starts appending on the writer's connection.
    pub(crate) fn new(connection: &'c Connection, stamp: Stamp) -> Self {
        Append { connection, stamp }
    }

    /// Answers the connection, to look at the tables as they stand inside this transaction.
    pub fn now(&self) -> &'c Connection {
        self.connection
    }

    /// Answers who is speaking.
    pub fn stamp(&self) -> &Stamp {
        &self.stamp
    }

    /// Appends one entry to the speaker's series in the entry's room and applies it; answers its position.
    pub fn entry<E: Entry>(&self, entry: &E) -> Result<u64, StoreError> {
        let room = E::room();
        let series = Series::new(self.stamp.state, room.name.clone());
        let id = series_id(self.connection, &series)?;
        let head = head(self.connection, id)?;
        let payload = entry.payload();
        let salt: [u8; 32] = rand::random();
        let header =
            Header::following(head.as_ref(), self.statement(series, entry.kind(), payload_hash(&salt, &payload)));
        let position = insert(self.connection, id, &header)?;
        self.connection
            .prepare_cached("INSERT INTO journal_payload (position, salt, body) VALUES (?1, ?2, ?3)")?
            .execute((position, &salt, &payload))?;
        for destroyed in entry.destroys() {
            let gone = self
                .connection
                .prepare_cached(
                    "DELETE FROM journal_payload WHERE position = ?1 \
                     AND position IN (SELECT position FROM journal_entry WHERE series = ?2)",
                )?
                .execute((destroyed, id))?;
            if gone != 1 {
                return Err(StoreError::Damaged(format!("no payload of this series at position {destroyed}")));
            }
        }
        (room.apply)(self.connection, &Recorded { position, header: &header, payload: &payload })?;
        Ok(position)
    }

    fn statement(&self, series: Series, kind: Name, payload_hash: Hash) -> Statement {
        Statement {
            series,
            recorded_at_us: self.stamp.at.as_microsecond(),
            person: self.stamp.person,
            purpose: Name::literal(self.stamp.purpose.code()),
            kind,
            payload_hash,
        }
    }
}

fn series_id(connection: &Connection, series: &Series) -> Result<i64, StoreError> {
    let key = (series.state.as_str(), series.room.as_str());
    let found: Option<i64> = connection
        .prepare_cached("SELECT id FROM journal_series WHERE state = ?1 AND room = ?2")?
        .query_row(key, |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    connection.prepare_cached("INSERT INTO journal_series (state, room) VALUES (?1, ?2)")?.execute(key)?;
    Ok(connection.last_insert_rowid())
}

fn head(connection: &Connection, series: i64) -> Result<Option<Head>, StoreError> {
    let head = connection
        .prepare_cached("SELECT sequence, hash FROM journal_entry WHERE series = ?1 ORDER BY sequence DESC LIMIT 1")?
        .query_row([series], |row| Ok(Head { sequence: row.get(0)?, hash: Hash(row.get(1)?) }))
        .optional()?;
    Ok(head)
}

/// Answers where each series of a journal stands, without recomputing anything.
pub(super) fn heads(connection: &Connection) -> Result<Heads, StoreError> {
    let mut statement = connection.prepare("SELECT id, state, room FROM journal_series")?;
    let mut rows = statement.query([])?;
    let mut heads = Heads::new();
    while let Some(row) = rows.next()? {
        let (state, room): (String, String) = (row.get(1)?, row.get(2)?);
        let series: Series = format!("{state}/{room}")
            .parse()
            .map_err(|error| StoreError::Damaged(format!("series {state}/{room}: {error}")))?;
        if let Some(head) = head(connection, row.get(0)?)? {
            heads.insert(series, head);
        }
    }
    Ok(heads)
}

fn insert(connection: &Connection, series: i64, header: &Header) -> Result<u64, StoreError> {
    connection
        .prepare_cached("INSERT INTO journal_entry (series, sequence, header, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute((series, header.sequence(), header.encode(), header.hash().0))?;
    u64::try_from(connection.last_insert_rowid()).map_err(|_| StoreError::Damaged("a negative position".into()))
}
