//! The access log: a chain of its own, durable before the answer leaves, closed when it cannot be written.
//!
//! Its file stands alone because an importer's commits in the same file delayed it twenty-five-fold when measured.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::Connection;
use tokio::sync::oneshot;

use super::log_entry::{Detail, Leaf, chain, commit};
use crate::clock::Stopwatch;
use crate::metrics::{Level, WriterMeter};
use crate::store::{Database, Ground, Migration, StoreError};

/// The log's file and tables.
pub const ACCESS: Ground = Ground { file: "access.db", steps: &[Migration(include_str!("access.sql"))] };

/// Days after which a detail and its nonce are destroyed (invented for now: each conference sets its own).
///
/// Verifying rests on it too: details destroyed under fewer days would be missed under more.
pub const DETAIL_DAYS: i64 = 90;

/// The same for looks that a room says are answered for longer: three years, as the law of like registers has it.
pub const LONG_DETAIL_DAYS: i64 = 3 * 365 + 1;

/// Lines that may wait for the disk; beyond them acts are refused.
const QUEUE: usize = 8192;

/// Lines that share one commit at most.
const GROUP: usize = 1024;

/// How long a line waits for others while they come in a crowd: one commit for several spares the disk and the processor.
/// It is also how long after a crowd the next line still belongs to one; a line that comes alone later does not wait.
const GATHER: Duration = Duration::from_millis(4);

/// The log could not be written, so nothing may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the access log cannot be written")]
pub struct LogUnavailable;

struct Line {
    leaf: Leaf,
    detail: Detail,
    durable: Box<dyn FnOnce(Result<u64, LogUnavailable>) + Send>,
}

enum Work {
    Write(Box<Line>),
    Destroy { now: Timestamp, done: SyncSender<Result<usize, StoreError>> },
}

/// The writing end of the log.
pub struct AccessLog {
    lines: Option<SyncSender<Work>>,
    thread: Option<std::thread::JoinHandle<()>>,
    seen: Arc<Seen>,
}

/// What whoever watches the machine may know of the log.
#[derive(Default)]
struct Seen {
    meter: WriterMeter,
    /// Lines there are.
    lines: Level,
    /// When the last one was written, in microseconds since 1970; its minute, for one written before the start.
    last_at_us: Level,
}

/// After a failure the log counts as one that cannot be written for this long: longer, and nobody would try it again.
const FAILED_FOR: jiff::SignedDuration = jiff::SignedDuration::from_secs(10);

impl AccessLog {
    /// Opens the log of a data folder, whose file has been made, and continues its chain.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        AccessLog::open_keeping(folder, Vec::new())
    }

    /// The same, where the details of some acts are kept for longer.
    pub fn open_keeping(folder: &Path, long: Vec<&'static str>) -> Result<Self, StoreError> {
        let connection = Database::open_alone(folder, &ACCESS)?;
        // A line is a few hundred bytes appended at the end: the import writer's large cache is not needed here.
        connection.execute_batch("PRAGMA cache_size = -4096")?;
        let seen = Arc::new(seen(&connection)?);
        let (lines, queue) = sync_channel(QUEUE);
        let writer = LogWriter { connection, long, head: None, seen: Arc::clone(&seen) };
        let thread = std::thread::Builder::new().name("access.db".into()).spawn(move || writer.run(&queue))?;
        Ok(AccessLog { lines: Some(lines), thread: Some(thread), seen })
    }

    /// Answers what its writer counts.
    pub(crate) fn meter(&self) -> &WriterMeter {
        &self.seen.meter
    }

    /// Answers how many lines there are and when the last was written, in microseconds since 1970.
    pub(crate) fn last_line(&self) -> (i64, i64) {
        (self.seen.lines.get(), self.seen.last_at_us.get())
    }

    /// Answers whether a line could be written when one was last tried, or that was a while ago.
    pub(crate) fn is_writable(&self, now: Timestamp) -> bool {
        let failed_at_us = self.seen.meter.failed_at_us.get();
        failed_at_us == 0 || now.as_microsecond() - failed_at_us > FAILED_FOR.as_micros() as i64
    }

    /// Writes one line and answers its position once it is durable.
    pub async fn append(&self, leaf: Leaf, detail: Detail) -> Result<u64, LogUnavailable> {
        let (durable, answer) = oneshot::channel();
        self.send(leaf, detail, move |position| {
            // Who asked may have gone; the line stays.
            let _ = durable.send(position);
        })?;
        answer.await.unwrap_or(Err(LogUnavailable))
    }

    /// The same as `append` for callers outside the async runtime.
    pub fn append_blocking(&self, leaf: Leaf, detail: Detail) -> Result<u64, LogUnavailable> {
        let (durable, answer) = sync_channel(1);
        self.send(leaf, detail, move |position| {
            let _ = durable.send(position);
        })?;
        answer.recv().unwrap_or(Err(LogUnavailable))
    }

    fn send(
        &self,
        leaf: Leaf,
        detail: Detail,
        durable: impl FnOnce(Result<u64, LogUnavailable>) + Send + 'static,
    ) -> Result<(), LogUnavailable> {
        let lines = self.lines.as_ref().ok_or(LogUnavailable)?;
        let line = Line { leaf, detail, durable: Box::new(durable) };
        lines.try_send(Work::Write(Box::new(line))).map_err(|_| LogUnavailable)?;
        self.seen.meter.handed.one();
        Ok(())
    }

    /// Destroys all details, and their nonces, whose days are over; answers how many. Their leaves stay.
    ///
    /// Step by step, each in a turn of its own behind the lines that wait, so that no look waits for all of them.
    pub fn destroy_details(&self, now: Timestamp) -> Result<usize, StoreError> {
        let mut all = 0;
        loop {
            let destroyed = self.destroy_some(now)?;
            all += destroyed;
            if destroyed < DESTROYED_AT_ONCE {
                return Ok(all);
            }
        }
    }

    fn destroy_some(&self, now: Timestamp) -> Result<usize, StoreError> {
        let (done, answer) = sync_channel(1);
        let lines = self.lines.as_ref().ok_or(StoreError::Busy)?;
        lines.try_send(Work::Destroy { now, done }).map_err(|_| StoreError::Busy)?;
        answer.recv().map_err(|_| StoreError::Busy)?
    }
}

impl Drop for AccessLog {
    fn drop(&mut self) {
        drop(self.lines.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

#[derive(Clone, Copy)]
struct Head {
    position: u64,
    hash: [u8; 32],
}

struct LogWriter {
    /// Acts of which the details are kept for longer.
    long: Vec<&'static str>,
    connection: Connection,
    /// Where the chain stands; none before the first line, and after a failure, which may have left it anywhere.
    head: Option<Head>,
    seen: Arc<Seen>,
}

impl LogWriter {
    fn run(mut self, queue: &Receiver<Work>) {
        let mut crowd = false;
        while let Some((first, crowded)) = next(queue, crowd, GATHER) {
            if crowded {
                std::thread::sleep(GATHER);
            }
            let mut lines = Vec::new();
            for work in std::iter::once(first).chain(queue.try_iter().take(GROUP - 1)) {
                match work {
                    Work::Write(line) => lines.push(*line),
                    Work::Destroy { now, done } => {
                        let _ = done.send(destroy_details(&self.connection, now));
                    }
                }
            }
            crowd = lines.len() > 1;
            if lines.is_empty() {
                continue;
            }
            self.seen.meter.taken.add(lines.len() as u64);
            let (since, last_at_us) = (Stopwatch::start(), lines.last().map_or(0, |line| line.detail.at_us));
            match self.store(&mut lines) {
                Ok(first_position) => {
                    self.seen.meter.commits.took(since.elapsed_us());
                    self.seen.meter.failed_at_us.set(0);
                    self.seen.lines.set(first_position as i64 + lines.len() as i64 - 1);
                    self.seen.last_at_us.set(last_at_us);
                    for (offset, line) in lines.into_iter().enumerate() {
                        (line.durable)(Ok(first_position + offset as u64));
                    }
                }
                Err(error) => {
                    tracing::error!(%error, lines = lines.len(), "the access log cannot be written");
                    self.seen.meter.failed.one();
                    self.seen.meter.failed_at_us.set(last_at_us);
                    for line in lines {
                        (line.durable)(Err(LogUnavailable));
                    }
                }
            }
        }
    }

    /// Stores the lines in one commit and answers the first one's position.
    fn store(&mut self, lines: &mut [Line]) -> Result<u64, StoreError> {
        let before = self.head.take();
        // A panic ends these lines only: a log without its thread would refuse everything until a restart.
        let stored = catch_unwind(AssertUnwindSafe(|| self.try_store(before, lines)))
            .unwrap_or_else(|_| Err(StoreError::Damaged("the log's writer panicked".into())));
        if stored.is_err() && !self.connection.is_autocommit() {
            self.connection.execute_batch("ROLLBACK")?;
        }
        let head = stored?;
        self.head = Some(head);
        Ok(head.position + 1 - lines.len() as u64)
    }

    fn try_store(&self, before: Option<Head>, lines: &mut [Line]) -> Result<Head, StoreError> {
        let run = |sql| self.connection.prepare_cached(sql).and_then(|mut statement| statement.execute([]));
        run("BEGIN IMMEDIATE")?;
        let mut head = before.map_or_else(|| head(&self.connection), Ok)?;
        {
            let mut leaves =
                self.connection.prepare_cached("INSERT INTO leaf (position, body, hash) VALUES (?1, ?2, ?3)")?;
            let mut details = self
                .connection
                .prepare_cached("INSERT INTO detail (position, nonce, body, destroy_at_s) VALUES (?1, ?2, ?3, ?4)")?;
            for line in lines.iter_mut() {
                let nonce: [u8; 32] = rand::random();
                let detail = serde_json::to_vec(&line.detail).unwrap_or_default();
                line.leaf.commitment = commit(&nonce, &detail);
                let body = line.leaf.encode();
                head = Head { position: head.position + 1, hash: chain(&head.hash, &body) };
                leaves.execute((head.position, &body, &head.hash))?;
                let days = days_kept(&line.leaf.action, &self.long);
                let destroy_at_s = line.detail.at_us / 1_000_000 + days * 86_400;
                details.execute((head.position, &nonce, &detail, destroy_at_s))?;
            }
        }
        #[cfg(feature = "seeded-fault")]
        if crate::seeded::Seeded::EarlyAnswer.is() {
            // The other fault the kill harness must catch: lines that are acknowledged before they are durable.
            for (before, line) in lines.iter_mut().rev().enumerate() {
                let durable = std::mem::replace(&mut line.durable, Box::new(|_| ()));
                durable(Ok(head.position - before as u64));
            }
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        run("COMMIT")?;
        Ok(head)
    }
}

/// Waits for the next work and answers whether it came within `gather` after a crowd; none when nobody sends any more.
fn next<T>(queue: &Receiver<T>, after_crowd: bool, gather: Duration) -> Option<(T, bool)> {
    if after_crowd {
        match queue.recv_timeout(gather) {
            Ok(work) => return Some((work, true)),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    queue.recv().ok().map(|work| (work, false))
}

/// Reads the end of the log as it is at the start; a log that cannot be read is refused here.
fn seen(connection: &Connection) -> Result<Seen, StoreError> {
    let seen = Seen::default();
    let lines = head(connection)?.position;
    seen.lines.set(lines as i64);
    if lines > 0 {
        let sql = "SELECT body FROM leaf WHERE position = ?1";
        let body: Vec<u8> = connection.query_row(sql, [lines], |row| row.get(0))?;
        let minute = Leaf::decode(&body).map_or(0, |leaf| leaf.minute);
        seen.last_at_us.set(i64::try_from(minute * 60_000_000).unwrap_or(0));
    }
    Ok(seen)
}

fn head(connection: &Connection) -> Result<Head, StoreError> {
    let last = connection.query_row("SELECT position, hash FROM leaf ORDER BY position DESC LIMIT 1", [], |row| {
        Ok(Head { position: row.get(0)?, hash: row.get(1)? })
    });
    match last {
        Err(rusqlite::Error::QueryReturnedNoRows) => Ok(Head { position: 0, hash: [0; 32] }),
        other => Ok(other?),
    }
}

/// Answers how many lines a log has and the hash of the last, without recomputing anything.
pub fn log_head(connection: &Connection) -> Result<(u64, [u8; 32]), StoreError> {
    let head = head(connection)?;
    Ok((head.position, head.hash))
}

/// What an audit of the whole log found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// Leaves recomputed.
    pub leaves: u64,
    /// Details that are still kept and match their commitment.
    pub details: u64,
    /// Hash of the last leaf.
    pub head: [u8; 32],
}

/// Recomputes every leaf's hash and every kept detail's commitment, and holds the log against positions whose hash
/// somebody kept elsewhere, without which a log cut at its end looks whole.
///
/// At `now`, a detail whose days are not over must still be there: an absent one was destroyed by somebody and not by time.
///
/// Errors: `Damaged` names the first position that does not agree. Nothing is sampled: a sampling check misses a
/// single changed leaf.
pub fn verify(connection: &Connection, kept: &[(u64, [u8; 32])], now: Timestamp) -> Result<Verified, StoreError> {
    verify_keeping(connection, kept, now, &[])
}

/// The same for whoever knows of which acts the details are kept for longer: theirs must be there for longer too.
pub fn verify_keeping(
    connection: &Connection,
    kept: &[(u64, [u8; 32])],
    now: Timestamp,
    long: &[&str],
) -> Result<Verified, StoreError> {
    let mut statement = connection.prepare(
        "SELECT leaf.position, leaf.body, leaf.hash, detail.nonce, detail.body \
         FROM leaf LEFT JOIN detail USING (position) ORDER BY leaf.position",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Verified { leaves: 0, details: 0, head: [0; 32] };
    while let Some(row) = rows.next()? {
        let position: u64 = row.get(0)?;
        let damaged = |what| Err(StoreError::Damaged(format!("access log position {position}: {what}")));
        if position != found.leaves + 1 {
            return damaged("a line is missing before it");
        }
        let body: Vec<u8> = row.get(1)?;
        let hash: [u8; 32] = row.get(2)?;
        if chain(&found.head, &body) != hash {
            return damaged("the chain does not hold");
        }
        if kept.iter().any(|(at, known)| *at == position && *known != hash) {
            return damaged("it was another line when its hash was kept elsewhere");
        }
        let Some(leaf) = Leaf::decode(&body) else { return damaged("the leaf cannot be read") };
        if let (Some(nonce), Some(detail)) = (row.get::<_, Option<[u8; 32]>>(3)?, row.get::<_, Option<Vec<u8>>>(4)?) {
            if commit(&nonce, &detail) != leaf.commitment {
                return damaged("the detail is not the one committed to");
            }
            found.details += 1;
        } else if is_due_after(leaf.minute, days_kept(&leaf.action, long), now) {
            return damaged("its detail was destroyed before its days were over");
        }
        found = Verified { leaves: position, head: hash, ..found };
    }
    if let Some((at, _)) = kept.iter().find(|(at, _)| *at > found.leaves) {
        return Err(StoreError::Damaged(format!("access log: cut at {}, it once had {at} lines", found.leaves)));
    }
    let orphans: u64 = connection.query_row(
        "SELECT count(*) FROM detail WHERE position NOT IN (SELECT position FROM leaf)",
        [],
        |row| row.get(0),
    )?;
    if orphans > 0 {
        return Err(StoreError::Damaged(format!("access log: {orphans} details without a leaf")));
    }
    Ok(found)
}

/// Answers whether the detail of a line of that minute has days left. The minute is rounded down, so that a detail which
/// was destroyed in time never has.
fn is_due_after(minute: u64, days: i64, now: Timestamp) -> bool {
    i64::try_from(minute).is_ok_and(|minute| minute * 60 + days * 86_400 > now.as_second())
}

/// Answers for how many days the detail of an act is kept.
fn days_kept(action: &str, long: &[&str]) -> i64 {
    if long.contains(&action) { LONG_DETAIL_DAYS } else { DETAIL_DAYS }
}

/// One step of destroying; bounded, so that a look never waits long behind it.
const DESTROYED_AT_ONCE: usize = 1_000;

fn destroy_details(connection: &Connection, now: Timestamp) -> Result<usize, StoreError> {
    let mut destroy = connection.prepare_cached(
        "DELETE FROM detail WHERE position IN \
         (SELECT position FROM detail WHERE destroy_at_s <= ?1 ORDER BY destroy_at_s LIMIT ?2)",
    )?;
    Ok(destroy.execute((now.as_second(), DESTROYED_AT_ONCE))?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::access::Decision;

    /// When the lines of these tests are written, in seconds since 1970.
    const WRITTEN_S: i64 = 29_541_060 * 60 + 40;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn verify_now(connection: &Connection, kept: &[(u64, [u8; 32])]) -> Result<Verified, StoreError> {
        verify(connection, kept, at(WRITTEN_S))
    }

    fn leaf(action: &str) -> Leaf {
        Leaf {
            minute: 29_541_060,
            state: "GTM".into(),
            roles: "border_officer".into(),
            action: action.into(),
            purpose: "border_control".into(),
            class: "K1".into(),
            policy: [7; 8],
            decision: Decision::Granted,
            outcome: String::new(),
            commitment: [0; 32],
        }
    }

    fn detail() -> Detail {
        Detail { at_us: WRITTEN_S * 1_000_000, about: "planted-about".into(), ..Detail::default() }
    }

    fn three_lines() -> tempfile::TempDir {
        let home = tempfile::tempdir().unwrap();
        Database::make(home.path(), &ACCESS).unwrap();
        let log = AccessLog::open(home.path()).unwrap();
        for (n, action) in ["a.b", "c.d", "e.f"].into_iter().enumerate() {
            assert_eq!(log.append_blocking(leaf(action), detail()).unwrap(), n as u64 + 1);
        }
        home
    }

    #[test]
    fn lines_are_chained_and_the_chain_goes_on_after_a_restart() {
        let home = three_lines();
        let log = AccessLog::open(home.path()).unwrap();
        assert_eq!(log.append_blocking(leaf("g.h"), detail()).unwrap(), 4);
        drop(log);
        let alone = Database::open_alone(home.path(), &ACCESS).unwrap();
        let found = verify_now(&alone, &[]).unwrap();
        assert_eq!((found.leaves, found.details), (4, 4));
    }

    #[test]
    fn every_tampering_is_found() {
        let tamperings = [
            "UPDATE leaf SET body = cast(replace(cast(body AS TEXT), 'c.d', 'c.x') AS BLOB) WHERE position = 2",
            "UPDATE leaf SET body = (SELECT body FROM leaf WHERE position = 1) WHERE position = 2",
            "UPDATE leaf SET hash = zeroblob(32) WHERE position = 3",
            "UPDATE detail SET body = cast('{}' AS BLOB) WHERE position = 2",
            "UPDATE detail SET nonce = zeroblob(32) WHERE position = 1",
            "DELETE FROM detail WHERE position = 2",
            "PRAGMA foreign_keys = OFF; DELETE FROM leaf WHERE position = 2",
            "PRAGMA foreign_keys = OFF; DELETE FROM leaf WHERE position = 3",
        ];
        for tampering in tamperings {
            let home = three_lines();
            let alone = Database::open_alone(home.path(), &ACCESS).unwrap();
            assert!(verify_now(&alone, &[]).is_ok());
            alone.execute_batch(tampering).unwrap();
            assert!(verify_now(&alone, &[]).is_err(), "not found: {tampering}");
        }
    }

    #[test]
    fn a_log_cut_at_its_end_shows_against_a_hash_kept_elsewhere() {
        let home = three_lines();
        let alone = Database::open_alone(home.path(), &ACCESS).unwrap();
        let kept = [(3, verify_now(&alone, &[]).unwrap().head)];
        assert!(verify_now(&alone, &kept).is_ok());
        alone.execute_batch("DELETE FROM detail WHERE position = 3; DELETE FROM leaf WHERE position = 3").unwrap();
        assert!(verify_now(&alone, &[]).is_ok());
        assert!(verify_now(&alone, &kept).is_err());
    }

    #[test]
    fn a_detail_is_destroyed_after_its_days_and_its_leaf_stays() {
        let home = three_lines();
        let log = AccessLog::open(home.path()).unwrap();
        let last_day_s = WRITTEN_S + DETAIL_DAYS * 86_400;
        assert_eq!(log.destroy_details(at(last_day_s - 1)).unwrap(), 0);
        assert_eq!(log.destroy_details(at(last_day_s)).unwrap(), 3);
        drop(log);
        let alone = Database::open_alone(home.path(), &ACCESS).unwrap();
        let found = verify(&alone, &[], at(last_day_s)).unwrap();
        assert_eq!((found.leaves, found.details), (3, 0));
        assert!(
            verify(&alone, &[], at(last_day_s - 60)).is_err(),
            "a minute before, they would still have to be there"
        );
        alone.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        let bytes = std::fs::read(home.path().join("access.db")).unwrap();
        assert!(!bytes.windows(13).any(|window| window == b"planted-about"));
    }

    #[test]
    fn a_busy_days_details_are_all_destroyed_and_lines_are_written_between() {
        let home = three_lines();
        let many = DESTROYED_AT_ONCE * 3;
        let alone = Database::open_alone(home.path(), &ACCESS).unwrap();
        let fill = "WITH RECURSIVE n (n) AS (SELECT 4 UNION ALL SELECT n + 1 FROM n WHERE n < ?1) ";
        let leaves = format!("{fill} INSERT INTO leaf SELECT n, zeroblob(1), zeroblob(32) FROM n");
        let details = format!("{fill} INSERT INTO detail SELECT n, zeroblob(32), zeroblob(1), 7 FROM n");
        for sql in [leaves, details] {
            alone.execute(&sql, [many as u64]).unwrap();
        }
        let log = AccessLog::open(home.path()).unwrap();
        let now = at(WRITTEN_S + DETAIL_DAYS * 86_400);
        let between = std::thread::scope(|scope| {
            let destroying = scope.spawn(|| log.destroy_details(now).unwrap());
            let between = log.append_blocking(leaf("g.h"), detail());
            // The line just written is of the same second as the others, and may be swept with them.
            assert!([many, many + 1].contains(&destroying.join().unwrap()));
            between
        });
        assert_eq!(between, Ok(many as u64 + 1));
    }

    #[test]
    fn a_line_waits_for_others_right_after_a_crowd_and_not_later() {
        let (lines, queue) = sync_channel(1);
        lines.send(1).unwrap();
        assert_eq!(next(&queue, true, Duration::ZERO), Some((1, true)));
        lines.send(2).unwrap();
        assert_eq!(next(&queue, false, GATHER), Some((2, false)));
        let later = std::thread::spawn(move || {
            std::thread::sleep(GATHER * 50);
            lines.send(3)
        });
        assert_eq!(next(&queue, true, GATHER), Some((3, false)), "it comes alone, long after the crowd");
        later.join().unwrap().unwrap();
        assert_eq!(next(&queue, true, GATHER), None);
    }

    #[test]
    fn a_log_that_cannot_be_written_says_so() {
        let home = three_lines();
        let log = AccessLog::open(home.path()).unwrap();
        let alone = Database::open_alone(home.path(), &ACCESS).unwrap();
        alone
            .execute_batch("CREATE TRIGGER full BEFORE INSERT ON leaf BEGIN SELECT raise(ABORT, 'full'); END")
            .unwrap();
        assert_eq!(log.append_blocking(leaf("g.h"), detail()), Err(LogUnavailable));
        alone.execute_batch("DROP TRIGGER full").unwrap();
        assert_eq!(log.append_blocking(leaf("g.h"), detail()), Ok(4));
    }

    #[test]
    fn a_log_whose_commit_fails_stores_none_of_its_lines_and_goes_on() {
        let home = three_lines();
        let log = AccessLog::open(home.path()).unwrap();
        let alone = Database::open_alone(home.path(), &ACCESS).unwrap();
        // Deferred, a detail that points at no leaf lets every statement pass and the commit fail.
        let seeded = "CREATE TABLE stray (position INTEGER REFERENCES leaf DEFERRABLE INITIALLY DEFERRED); \
                      CREATE TRIGGER full AFTER INSERT ON leaf BEGIN INSERT INTO stray VALUES (-1); END";
        alone.execute_batch(seeded).unwrap();
        assert_eq!(log.append_blocking(leaf("g.h"), detail()), Err(LogUnavailable));
        alone.execute_batch("DROP TRIGGER full").unwrap();
        assert_eq!(log.append_blocking(leaf("g.h"), detail()), Ok(4));
        assert_eq!(verify_now(&alone, &[]).unwrap().leaves, 4);
    }

    #[test]
    fn a_log_goes_on_from_where_it_stands_after_a_failure() {
        let home = three_lines();
        let log = AccessLog::open(home.path()).unwrap();
        assert_eq!(log.append_blocking(leaf("g.h"), detail()), Ok(4));
        let alone = Database::open_alone(home.path(), &ACCESS).unwrap();
        // A line that came to stand although its commit had failed; it is old, for its detail is not written here.
        let last = head(&alone).unwrap();
        let body = Leaf { minute: 0, ..leaf("i.j") }.encode();
        let stood = "INSERT INTO leaf (position, body, hash) VALUES (5, ?1, ?2)";
        alone.execute(stood, (&body, chain(&last.hash, &body))).unwrap();
        assert_eq!(log.append_blocking(leaf("k.l"), detail()), Err(LogUnavailable));
        assert_eq!(log.append_blocking(leaf("k.l"), detail()), Ok(6));
        assert_eq!(verify_now(&alone, &[]).unwrap().leaves, 6);
    }

    #[test]
    fn the_leaf_is_frozen() {
        let golden = "8a1a01c2c2c46347544d6e626f726465725f6f66666963657263612e626e626f726465725f636f6e74726f6c624b31\
                      4807070707070707070060582000000000000000000000000000000000000000000000000000000000000000\
                      00";
        assert_eq!(hex::encode(leaf("a.b").encode()), golden);
        assert_eq!(Leaf::decode(&leaf("a.b").encode()).unwrap(), leaf("a.b"));
    }
}
