//! A database file: one writer, several readers, and the settings without which durability is a guess.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::StoreError;
use super::durable::{sync_file, sync_folder, write_again};
use super::writer::Writer;
use crate::metrics::WriterMeter;

/// The number every database of ours carries in its header (`PRAGMA application_id`), the letters PUEB.
pub(super) const APPLICATION_ID: i64 = 0x5055_4542;

/// How a file is opened that is there. Readers too: in WAL one of them may have to make the shared-memory file.
const WRITES: OpenFlags = OpenFlags::SQLITE_OPEN_READ_WRITE;

/// Readers kept open while idle; more are opened under load and closed after.
const IDLE_READERS: usize = 8;

/// Readers opened at the start.
const READERS_AT_START: usize = 2;

/// One step from a form of the ground tables to the next; steps are added, never edited.
pub struct Migration(pub &'static str);

/// Ground that is no projection: its name and the steps that make its tables.
pub struct Ground {
    /// File name inside the folder.
    pub file: &'static str,
    /// All steps, oldest first.
    pub steps: &'static [Migration],
}

/// One SQLite file with a single writer thread and a pool of readers.
pub struct Database {
    path: PathBuf,
    readers: Mutex<Vec<Connection>>,
    writer: Writer,
}

impl Database {
    /// Makes the file, or finishes making it; durable when it answers. One that is whole stays as it is.
    ///
    /// Errors: `Foreign` for a file that is not ours, `Newer` for one of a later release, `Full`.
    pub fn make(folder: &Path, ground: &Ground) -> Result<(), StoreError> {
        let connection = connect(&folder.join(ground.file), WRITES | OpenFlags::SQLITE_OPEN_CREATE)?;
        prepare(&connection, &folder.join(ground.file), ground, Found::MayBeEmpty)?;
        connection.close().map_err(|(_, error)| error)?;
        sync_folder(folder)?;
        Ok(())
    }

    /// Opens the file and brings its ground tables to the present form.
    ///
    /// Errors: `Missing` where no file is, `Foreign` for one that is not ours, `Newer` for one of a later release,
    /// `Damaged`, `Full`.
    pub fn open(folder: &Path, ground: &Ground) -> Result<Self, StoreError> {
        let path = folder.join(ground.file);
        let writer = open_writer(&path, ground)?;
        let name = ground.file.to_owned();
        // Open from the beginning: when no file may be opened any more, questions are still answered.
        let readers = (0..READERS_AT_START).map(|_| open_reader(&path)).collect::<Result<_, _>>()?;
        Ok(Database { path, readers: Mutex::new(readers), writer: Writer::start(name, writer)? })
    }

    /// Answers what its writer counts.
    pub(crate) fn meter(&self) -> &WriterMeter {
        self.writer.meter()
    }

    /// Opens one connection for a command that works alone on a folder, such as `rebuild` or an audit.
    pub fn open_alone(folder: &Path, ground: &Ground) -> Result<Connection, StoreError> {
        open_writer(&folder.join(ground.file), ground)
    }

    /// Answers a short question on a reader's connection, which sees the last commit.
    pub fn read<T>(&self, ask: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let reader = self.reader()?;
        let answer = ask(&reader);
        self.give_back(reader);
        answer
    }

    /// Opens a reader's connection on the moment of its first question, until it is closed again with `close_moment`.
    pub(crate) fn open_moment(&self) -> Result<Connection, StoreError> {
        let reader = self.reader()?;
        reader.prepare_cached("BEGIN")?.execute([])?;
        Ok(reader)
    }

    /// Lets a moment go; its connection serves other readers again.
    pub(crate) fn close_moment(&self, reader: Connection) -> Result<(), StoreError> {
        reader.prepare_cached("COMMIT")?.execute([])?;
        self.give_back(reader);
        Ok(())
    }

    fn reader(&self) -> Result<Connection, StoreError> {
        let idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        idle.map_or_else(|| open_reader(&self.path).map_err(|error| or_busy(error, &self.path)), Ok)
    }

    fn give_back(&self, reader: Connection) {
        let mut idle = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_READERS {
            idle.push(reader);
        }
    }

    /// Runs `act` in the writer's transaction and answers once it is durable.
    ///
    /// An `Err` from `act` undoes what it did and nothing else. Errors of the commit reach every act in it.
    pub async fn write<T, E>(&self, act: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.writer.run(act).await
    }

    /// The same as `write` for callers outside the async runtime.
    pub fn write_blocking<T, E>(&self, act: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        self.writer.run_blocking(act)
    }
}

/// Puts the write-ahead log of a database on the disk as it is read, before anything is built on what it says.
///
/// For the start of a process that holds the folder and has not opened the file yet. What a log says that no disk has, because
/// a sync of an earlier process failed, would be lost with the next cut, and everything written after it too.
pub(crate) fn confirm_log(folder: &Path, file: &str) -> Result<(), StoreError> {
    Ok(write_again(&folder.join(format!("{file}-wal")))?)
}

/// Moves everything from a database's write-ahead log into the file, durably: from then on the file is all there is.
///
/// Errors: `Busy` while somebody else has it open.
pub(crate) fn settle(folder: &Path, ground: &Ground) -> Result<(), StoreError> {
    let connection = open_writer(&folder.join(ground.file), ground)?;
    let busy: bool = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy {
        return Err(StoreError::Busy);
    }
    connection.close().map_err(|(_, error)| error.into())
}

/// Copies the database at `from` into a new file at `to` under one read transaction.
pub(super) fn snapshot(from: &Path, to: &Path) -> Result<(), StoreError> {
    let reader = open_reader(from)?;
    let mut copy = connect(to, WRITES | OpenFlags::SQLITE_OPEN_CREATE)?;
    copy_pages(&reader, &mut copy)?;
    copy.execute_batch("PRAGMA journal_mode = DELETE")?;
    copy.close().map_err(|(_, error)| error)?;
    sync_file(&std::fs::File::open(to)?)?;
    Ok(())
}

/// Copies all pages in one step: a copy made in several would start over whenever the writer commits.
///
/// Errors: `Busy` when the step was not the whole of it, which leaves no copy of anything.
fn copy_pages(from: &Connection, to: &mut Connection) -> Result<(), StoreError> {
    match Backup::new(from, to)?.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(StoreError::Busy),
    }
}

/// Opens a snapshot that nobody else has open, without giving it a writer's settings.
pub(super) fn open_snapshot(path: &Path) -> Result<Connection, StoreError> {
    let connection = connect(path, WRITES)?;
    connection.execute_batch("PRAGMA secure_delete = ON")?;
    Ok(connection)
}

fn open_writer(path: &Path, ground: &Ground) -> Result<Connection, StoreError> {
    if !path.exists() {
        return Err(StoreError::Missing(path.display().to_string()));
    }
    let connection = connect(path, WRITES)?;
    prepare(&connection, path, ground, Found::Ours)?;
    Ok(connection)
}

/// What a file must be for `prepare` to go on with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Found {
    /// A database of ours.
    Ours,
    /// That, or an empty file, which becomes one.
    MayBeEmpty,
}

fn prepare(connection: &Connection, path: &Path, ground: &Ground, wanted: Found) -> Result<(), StoreError> {
    let foreign = || StoreError::Foreign(path.display().to_string());
    // The first look also makes the files beside the database: that a disk is full shows here, and says nothing of whose
    // file it is.
    let unread = |error: rusqlite::Error| match StoreError::from(error) {
        StoreError::Damaged(_) => foreign(),
        other => other,
    };
    let id: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(unread)?;
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let empty = id == 0 && tables == 0;
    if id != APPLICATION_ID && !(empty && wanted == Found::MayBeEmpty) {
        return Err(foreign());
    }
    configure(connection)?;
    // A writer under import touches pages all over the index: this much of them stays in memory before a spill.
    connection.execute_batch("PRAGMA cache_size = -196608; PRAGMA wal_autocheckpoint = 4000")?;
    if empty {
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    migrate(connection, ground)
}

fn migrate(connection: &Connection, ground: &Ground) -> Result<(), StoreError> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = known_form(ground);
    if found > known {
        return Err(StoreError::Newer { file: ground.file.to_owned(), found, known });
    }
    for (step, Migration(sql)) in ground.steps.iter().enumerate().skip(usize::try_from(found).unwrap_or(0)) {
        connection.execute_batch("BEGIN IMMEDIATE")?;
        connection.execute_batch(sql)?;
        connection.pragma_update(None, "user_version", step as i64 + 1)?;
        connection.execute_batch("COMMIT")?;
    }
    #[cfg(feature = "seeded-fault")]
    super::trial::take(connection, ground, found)?;
    Ok(())
}

/// Answers the form to which this release brings a file.
pub(super) fn known_form(ground: &Ground) -> i64 {
    let steps = ground.steps.len() as i64;
    #[cfg(feature = "seeded-fault")]
    let steps = steps + super::trial::further(ground.file);
    steps
}

/// Answers the form of a file of ours; none where there is none, or where opening will say what it is instead.
pub(super) fn form(path: &Path) -> Result<Option<i64>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    let connection = connect(path, WRITES)?;
    // A look changes nothing: the log written ahead stays where it is.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let read = |name: &str| connection.pragma_query_value::<i64, _>(None, name, |row| row.get(0));
    match read("application_id") {
        Ok(APPLICATION_ID) => Ok(Some(read("user_version")?)),
        _ => Ok(None),
    }
}

fn open_reader(path: &Path) -> Result<Connection, StoreError> {
    // `query_only` keeps it from writing.
    let connection = connect(path, WRITES)?;
    configure(&connection)?;
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA cache_size = -32768")?;
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}

/// Answers `Busy` for a file that is there and cannot be opened: too many are open, which passes.
fn or_busy(error: StoreError, path: &Path) -> StoreError {
    match error {
        StoreError::Sqlite(error)
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen) && path.exists() =>
        {
            StoreError::Busy
        }
        other => other,
    }
}

#[allow(clippy::disallowed_methods)] // The one door to SQLite; everywhere else the lint sends people here.
pub(super) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    // Plans are made for any value. Otherwise SQLite prepares a statement anew whenever a bound value changes that its
    // plan might depend on, which was half of what a check cost where it was measured.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(connection)
}

/// Sets and then reads back what durability and integrity rest on; a setting that did not take is an error.
fn configure(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
         PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY",
    )?;
    #[cfg(feature = "seeded-fault")]
    if crate::seeded::Seeded::Normal.is() {
        // Reading back would find it: that is why it is read back.
        return Ok(connection.execute_batch("PRAGMA synchronous = NORMAL")?);
    }
    insist(connection)
}

/// Reads the settings back: killing a process cannot show a wrong one, only a power cut would.
fn insist(connection: &Connection) -> Result<(), StoreError> {
    let wanted = [("synchronous", 2), ("foreign_keys", 1), ("trusted_schema", 0), ("secure_delete", 1)];
    for (name, value) in wanted {
        let found: i64 = connection.pragma_query_value(None, name, |row| row.get(0))?;
        if found != value {
            return Err(StoreError::Damaged(format!("{name} is {found}, not {value}")));
        }
    }
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if mode != "wal" {
        return Err(StoreError::Damaged(format!("journal_mode is {mode}, not wal")));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const GROUND: Ground = Ground { file: "ground.db", steps: &[Migration("CREATE TABLE one (x) ;")] };

    fn home() -> tempfile::TempDir {
        let home = tempfile::tempdir().unwrap();
        Database::make(home.path(), &GROUND).unwrap();
        home
    }

    #[test]
    fn the_writer_and_every_reader_have_the_settings() {
        let home = home();
        let database = Database::open(home.path(), &GROUND).unwrap();
        database.write_blocking(insist).unwrap();
        // Nested, each needs a connection of its own.
        database.read(|one| database.read(|other| insist(one).and_then(|()| insist(other)))).unwrap();
        insist(&Database::open_alone(home.path(), &GROUND).unwrap()).unwrap();
    }

    #[test]
    fn a_moment_stays_as_its_first_question_found_it_and_its_connection_serves_again() {
        let home = home();
        let database = Database::open(home.path(), &GROUND).unwrap();
        let count = |connection: &Connection| -> Result<u64, StoreError> {
            Ok(connection.query_row("SELECT count(*) FROM one", [], |row| row.get(0))?)
        };
        let say = |connection: &Connection| {
            connection.execute("INSERT INTO one VALUES (1)", []).map(|_| ()).map_err(StoreError::from)
        };
        let moment = database.open_moment().unwrap();
        assert_eq!(count(&moment).unwrap(), 0);
        database.write_blocking(say).unwrap();
        assert_eq!((count(&moment).unwrap(), database.read(count).unwrap()), (0, 1));
        database.close_moment(moment).unwrap();
        // Two idle connections by now: the one that held the moment sees the present like the other.
        assert_eq!(database.read(|one| Ok((count(one)?, database.read(count)?))).unwrap(), (1, 1));
    }

    #[test]
    fn a_copy_that_could_not_be_made_is_not_taken_for_one() {
        let home = home();
        let from = Database::open_alone(home.path(), &GROUND).unwrap();
        let place = home.path().join("copy.db");
        let mut to = connect(&place, WRITES | OpenFlags::SQLITE_OPEN_CREATE).unwrap();
        to.busy_timeout(std::time::Duration::ZERO).unwrap();
        let other = connect(&place, WRITES).unwrap();
        other.execute_batch("BEGIN EXCLUSIVE").unwrap();
        assert!(matches!(copy_pages(&from, &mut to), Err(StoreError::Busy)));
        other.execute_batch("COMMIT").unwrap();
        copy_pages(&from, &mut to).unwrap();
    }

    #[test]
    fn a_connection_with_another_setting_is_refused() {
        let weaker = [
            ("synchronous = NORMAL", "synchronous is 1, not 2"),
            ("synchronous = OFF", "synchronous is 0, not 2"),
            ("foreign_keys = OFF", "foreign_keys is 0, not 1"),
            ("trusted_schema = ON", "trusted_schema is 1, not 0"),
            ("secure_delete = OFF", "secure_delete is 0, not 1"),
            ("journal_mode = DELETE", "journal_mode is delete, not wal"),
        ];
        for (setting, said) in weaker {
            let home = home();
            let connection = Database::open_alone(home.path(), &GROUND).unwrap();
            connection.execute_batch(&format!("PRAGMA {setting}")).unwrap();
            let refused = insist(&connection).unwrap_err();
            assert!(matches!(&refused, StoreError::Damaged(what) if what == said), "{setting}: {refused}");
        }
    }

    #[test]
    fn a_setting_that_does_not_take_is_found_where_connections_are_made() {
        let home = home();
        let connection = Database::open_alone(home.path(), &GROUND).unwrap();
        // Inside a transaction SQLite passes over a change of foreign keys without a word.
        connection.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL; BEGIN").unwrap();
        assert!(configure(&connection).is_err());
    }
}
