//! The one writer of a file: a thread that takes whatever is queued, runs it in one transaction and commits.
//!
//! Waiting for more work by a timer gained nothing when measured; under load the queue fills while the disk syncs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::StoreError;
use crate::clock::Stopwatch;
use crate::metrics::WriterMeter;

/// Acts that may wait for the writer; beyond them a caller is told the store is busy.
const QUEUE: usize = 4096;

/// Acts that share one commit at most, so that none waits long for its neighbours.
const GROUP: usize = 512;

/// How long acts whose commit was not synced wait for the disk to come to itself, so that they can be told for certain.
const SEALED_WITHIN: Duration = Duration::from_secs(5);

type Settle = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
type Job = Box<dyn FnOnce(Result<&Connection, StoreError>) -> Settle + Send>;

/// A handle on the writer thread; dropping it lets the thread finish its queue and end.
pub(super) struct Writer {
    queue: Option<SyncSender<Job>>,
    thread: Option<std::thread::JoinHandle<()>>,
    meter: Arc<WriterMeter>,
}

impl Writer {
    pub(super) fn start(name: String, connection: Connection) -> Result<Self, StoreError> {
        let (queue, jobs) = sync_channel::<Job>(QUEUE);
        let meter = Arc::new(WriterMeter::default());
        let of_thread = Arc::clone(&meter);
        let thread = std::thread::Builder::new().name(name).spawn(move || write_all(&connection, &jobs, &of_thread))?;
        Ok(Writer { queue: Some(queue), thread: Some(thread), meter })
    }

    pub(super) fn meter(&self) -> &WriterMeter {
        &self.meter
    }

    pub(super) async fn run<T, E>(&self, act: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        self.send(act, move |result| {
            // The asker may have gone; the act stands all the same.
            let _ = reply.send(result);
        })?;
        answer.await.unwrap_or_else(|_| Err(StoreError::Busy.into()))
    }

    /// Waits on a channel of the standard library: tokio's refuses to wait on a thread of its runtime, where a test may
    /// well stand.
    pub(super) fn run_blocking<T, E>(
        &self,
        act: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (reply, answer) = sync_channel(1);
        self.send(act, move |result| {
            let _ = reply.send(result);
        })?;
        answer.recv().unwrap_or_else(|_| Err(StoreError::Busy.into()))
    }

    fn send<T, E>(
        &self,
        act: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
        reply: impl FnOnce(Result<T, E>) + Send + 'static,
    ) -> Result<(), E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let job: Job = Box::new(move |connection| {
            let result = connection.map_err(E::from).and_then(|connection| guarded(connection, act));
            Box::new(move |committed| reply(result.and_then(|value| committed.map(|()| value).map_err(E::from))))
        });
        let queue = self.queue.as_ref().ok_or(StoreError::Busy)?;
        queue.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) | TrySendError::Disconnected(_) => E::from(StoreError::Busy),
        })?;
        self.meter.handed.one();
        Ok(())
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.queue.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Runs one act inside its own savepoint, so that its failure, or its panic, undoes it alone.
///
/// Where it cannot be undone alone, the whole transaction goes: half an act is never left for the commit.
fn guarded<T, E: From<StoreError>>(
    connection: &Connection,
    act: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, E> {
    let run = |sql: &str| connection.prepare_cached(sql).and_then(|mut s| s.execute([])).map_err(StoreError::from);
    run("SAVEPOINT act")?;
    let result = catch_unwind(AssertUnwindSafe(|| act(connection)))
        .unwrap_or_else(|_| Err(StoreError::Damaged("an act panicked inside the writer".into()).into()));
    if connection.is_autocommit() {
        // SQLite itself gave up the transaction, as it may on a full disk: there is no savepoint to go back to.
        return result;
    }
    let undone = if result.is_err() { run("ROLLBACK TO act").map(|_| ()) } else { Ok(()) };
    if let Err(error) = undone.and_then(|()| run("RELEASE act")) {
        give_up(connection);
        return Err(error.into());
    }
    result
}

fn write_all(connection: &Connection, jobs: &Receiver<Job>, meter: &WriterMeter) {
    let mut unsealed = false;
    while let Ok(first) = jobs.recv() {
        meter.taken.one();
        if unsealed && let Err(error) = seal(connection) {
            tracing::error!(%error, "the disk does not sync; nothing is taken");
            first(Err(StoreError::Unsynced))(Ok(()));
            continue;
        }
        unsealed = false;
        let since = Stopwatch::start();
        if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
            tracing::error!(%error, "the writer cannot begin a transaction");
            // Acts run outside a transaction would not be undone together, so they do not run at all.
            first(Err(error.into()))(Ok(()));
            meter.failed.one();
            give_up(connection);
            continue;
        }
        let mut settle: Vec<Settle> = vec![first(Ok(connection))];
        // Once the transaction is lost, whoever still waits gets the next one.
        while settle.len() < GROUP && !connection.is_autocommit() {
            match jobs.try_recv() {
                Ok(job) => {
                    meter.taken.one();
                    settle.push(job(Ok(connection)));
                }
                Err(_) => break,
            }
        }
        let done = finish(connection, settle);
        if done == Done::Durable {
            meter.commits.took(since.elapsed_us());
        } else {
            meter.failed.one();
        }
        unsealed = done == Done::Unsealed;
    }
}

/// Ends whatever transaction is open without keeping anything of it.
fn give_up(connection: &Connection) {
    if connection.is_autocommit() {
        return;
    }
    if let Err(error) = connection.execute_batch("ROLLBACK") {
        tracing::error!(%error, "a transaction cannot be undone; the writer tries again before the next");
    }
}

/// What came of a transaction.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Done {
    /// It stands.
    Durable,
    /// It was undone, and cannot come to stand.
    Undone,
    /// It was undone, and something of it may still lie in the write-ahead log.
    Unsealed,
}

/// Commits, tells each act what came of it, and answers it.
fn finish(connection: &Connection, settle: Vec<Settle>) -> Done {
    #[cfg(feature = "seeded-fault")]
    let settle = if crate::seeded::Seeded::EarlyAnswer.is() {
        // The fault the kill harness must catch: the acts are acknowledged before they are durable.
        for done in settle {
            done(Ok(()));
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        Vec::<Settle>::new()
    } else {
        settle
    };
    if connection.is_autocommit() {
        tracing::error!(acts = settle.len(), "the transaction was lost; its acts are undone");
        for done in settle {
            // The act that lost it has an error of its own; the others may try again.
            done(Err(StoreError::Busy));
        }
        return Done::Undone;
    }
    let committed = connection.execute_batch("COMMIT");
    let unsynced = committed.as_ref().is_err_and(is_of_a_sync);
    let outcome = committed.map_err(StoreError::from);
    if let Err(error) = &outcome {
        tracing::error!(%error, acts = settle.len(), "a commit failed; its acts are undone");
        give_up(connection);
    }
    // Refused is said only of what cannot come to stand.
    let sealed = !unsynced || seal_within(connection, SEALED_WITHIN);
    for done in settle {
        done(match &outcome {
            Ok(()) => Ok(()),
            Err(StoreError::Full) => Err(StoreError::Full),
            Err(_) if !sealed => Err(StoreError::Unsure),
            Err(_) if unsynced => Err(StoreError::Unsynced),
            Err(other) => Err(StoreError::Io(std::io::Error::other(other.to_string()))),
        });
    }
    match (outcome, sealed) {
        (Ok(()), _) => Done::Durable,
        (Err(_), true) => Done::Undone,
        (Err(_), false) => Done::Unsealed,
    }
}

/// Answers whether a commit failed although its bytes had been handed to the disk, which may or may not have them.
fn is_of_a_sync(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::{SQLITE_IOERR_DIR_FSYNC, SQLITE_IOERR_FSYNC};
    error
        .sqlite_error()
        .is_some_and(|error| [SQLITE_IOERR_FSYNC, SQLITE_IOERR_DIR_FSYNC].contains(&error.extended_code))
}

/// Commits a change of nothing. What a failed commit left in the write-ahead log lies where this one is written, and what
/// follows it there no longer belongs to any chain: after this it cannot come to stand, whatever happens to the machine.
fn seal(connection: &Connection) -> Result<(), StoreError> {
    let sealed = connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).and_then(|version| {
        connection.execute_batch(&format!("BEGIN IMMEDIATE; PRAGMA user_version = {version}; COMMIT"))
    });
    if sealed.is_err() {
        give_up(connection);
    }
    Ok(sealed?)
}

/// Seals as soon as the disk lets it, and answers whether it did in time.
fn seal_within(connection: &Connection, patience: Duration) -> bool {
    let (mut waited, each) = (Duration::ZERO, Duration::from_millis(100));
    while let Err(error) = seal(connection) {
        if waited >= patience {
            tracing::error!(%error, "a failed commit cannot be sealed off: whether its acts stand is not known");
            return false;
        }
        std::thread::sleep(each);
        waited += each;
    }
    true
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::connection::{Database, Ground, Migration};
    use super::*;

    const GROUND: Ground = Ground {
        file: "words.db",
        steps: &[Migration(
            "CREATE TABLE word (word TEXT PRIMARY KEY) STRICT; \
             CREATE TABLE about (word TEXT NOT NULL REFERENCES word (word)) STRICT;",
        )],
    };

    /// Says a word, then does `more` in the same act.
    fn say(word: &'static str, more: &'static str) -> impl FnOnce(&Connection) -> Result<(), StoreError> + Send {
        move |connection| {
            connection.execute("INSERT INTO word (word) VALUES (?1)", [word])?;
            Ok(connection.execute_batch(more)?)
        }
    }

    fn words(database: &Database) -> String {
        let all = database.read(|connection| {
            Ok(connection.query_row("SELECT group_concat(word, ' ' ORDER BY word) FROM word", [], |row| {
                Ok(row.get::<_, Option<String>>(0)?.unwrap_or_default())
            })?)
        });
        all.unwrap()
    }

    /// Runs acts so that they share one transaction, and answers what each was told.
    fn together(database: &Database, acts: [(&'static str, &'static str); 3]) -> [Result<(), StoreError>; 3] {
        let (open, door) = std::sync::mpsc::channel::<()>();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            // While this one keeps the writer waiting, the others queue up behind it.
            let first = database.write(move |_| {
                let _ = door.recv();
                Ok::<_, StoreError>(())
            });
            let [a, b, c] = acts.map(|(word, more)| database.write(say(word, more)));
            let opened = async { open.send(()).unwrap() };
            let (_, a, b, c, ()) = tokio::join!(first, a, b, c, opened);
            [a, b, c]
        })
    }

    fn database() -> (tempfile::TempDir, Database) {
        let home = tempfile::tempdir().unwrap();
        Database::make(home.path(), &GROUND).unwrap();
        let database = Database::open(home.path(), &GROUND).unwrap();
        (home, database)
    }

    #[test]
    fn a_commit_that_fails_is_acknowledged_to_nobody_and_the_next_one_stands() {
        let (_home, database) = database();
        // Deferred, a row that points at nothing lets the act pass and the commit fail.
        let orphan = "PRAGMA defer_foreign_keys = ON; INSERT INTO about VALUES ('nothing')";
        let told = together(&database, [("one", ""), ("two", orphan), ("three", "")]);
        assert!(told.iter().all(|told| matches!(told, Err(StoreError::Io(_)))), "{told:?}");
        assert_eq!(words(&database), "");
        database.write_blocking(say("four", "")).unwrap();
        assert_eq!(words(&database), "four");
    }

    #[test]
    fn a_transaction_that_is_lost_takes_only_what_was_in_it() {
        let (_home, database) = database();
        // What SQLite does of itself when it has no room to go on.
        let told = together(&database, [("one", ""), ("two", "ROLLBACK; SELECT no"), ("three", "")]);
        assert!(matches!(told, [Err(StoreError::Busy), Err(StoreError::Sqlite(_)), Ok(())]), "{told:?}");
        assert_eq!(words(&database), "three");
    }

    #[test]
    fn an_act_that_cannot_be_undone_alone_is_not_committed_by_its_neighbours() {
        let (_home, database) = database();
        // Without its savepoint the act's own work cannot be told from the others'.
        let told = together(&database, [("one", ""), ("two", "RELEASE act; SELECT no"), ("three", "")]);
        assert!(told[0].is_err() && told[1].is_err() && told[2].is_ok(), "{told:?}");
        assert_eq!(words(&database), "three");
    }

    #[test]
    fn a_full_file_says_so_and_takes_writes_again_once_there_is_room() {
        let (_home, database) = database();
        let room = |sql: &'static str| database.write_blocking(move |now| Ok::<_, StoreError>(now.execute_batch(sql)?));
        room("PRAGMA max_page_count = 1").unwrap();
        let long = "INSERT INTO word VALUES (hex(zeroblob(9000)))";
        let told = together(&database, [("one", ""), ("two", long), ("three", "")]);
        // Here SQLite gives the whole transaction up, so the first one is undone too, and told so.
        assert!(matches!(told, [Err(StoreError::Busy), Err(StoreError::Full), Ok(())]), "{told:?}");
        assert_eq!(words(&database), "three");
        room("PRAGMA max_page_count = 1000").unwrap();
        database.write_blocking(say("two", long)).unwrap();
        assert!(words(&database).ends_with("three two"));
    }
}
