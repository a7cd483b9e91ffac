//! The one writer of a file: a thread that takes whatever is queued, runs it in one transaction and commits.
//!
//! Waiting for more work by a timer gained nothing when measured; under load the queue fills while the disk syncs.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use rusqlite::Connection;
use tokio::sync::oneshot;

use super::StoreError;

/// Acts that may wait for the writer; beyond them a caller is told the store is busy.
const QUEUE: usize = 4096;

/// Acts that share one commit at most, so that none waits long for its neighbours.
const GROUP: usize = 512;

type Settle = Box<dyn FnOnce(Result<(), StoreError>) + Send>;
type Job = Box<dyn FnOnce(&Connection) -> Settle + Send>;

/// A handle on the writer thread; dropping it lets the thread finish its queue and end.
pub(super) struct Writer {
    queue: Option<SyncSender<Job>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Writer {
    pub(super) fn start(name: String, connection: Connection) -> Result<Self, StoreError> {
        let (queue, jobs) = sync_channel::<Job>(QUEUE);
        let thread = std::thread::Builder::new().name(name).spawn(move || write_all(&connection, &jobs))?;
        Ok(Writer { queue: Some(queue), thread: Some(thread) })
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
            let result = guarded(connection, act);
            Box::new(move |committed| reply(result.and_then(|value| committed.map(|()| value).map_err(E::from))))
        });
        let queue = self.queue.as_ref().ok_or(StoreError::Busy)?;
        queue.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) | TrySendError::Disconnected(_) => E::from(StoreError::Busy),
        })
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
fn guarded<T, E: From<StoreError>>(
    connection: &Connection,
    act: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, E> {
    if connection.is_autocommit() {
        // SQLite gave up the whole transaction (a full disk does that): nothing may run outside one.
        return Err(StoreError::Full.into());
    }
    let run = |sql: &str| connection.prepare_cached(sql).and_then(|mut s| s.execute([])).map_err(StoreError::from);
    run("SAVEPOINT act")?;
    let result = catch_unwind(AssertUnwindSafe(|| act(connection)))
        .unwrap_or_else(|_| Err(StoreError::Damaged("an act panicked inside the writer".into()).into()));
    if result.is_err() && !connection.is_autocommit() {
        run("ROLLBACK TO act")?;
    }
    if !connection.is_autocommit() {
        run("RELEASE act")?;
    }
    result
}

fn write_all(connection: &Connection, jobs: &Receiver<Job>) {
    while let Ok(first) = jobs.recv() {
        if let Err(error) = connection.execute_batch("BEGIN IMMEDIATE") {
            tracing::error!(%error, "the writer cannot begin a transaction");
            // Acts run outside a transaction would not be undone together, so they do not run at all.
            drop(first);
            continue;
        }
        let mut settle: Vec<Settle> = vec![first(connection)];
        while settle.len() < GROUP {
            match jobs.try_recv() {
                Ok(job) => settle.push(job(connection)),
                Err(_) => break,
            }
        }
        finish(connection, settle);
    }
}

fn finish(connection: &Connection, settle: Vec<Settle>) {
    #[cfg(feature = "seeded-fault")]
    let settle = {
        // The fault the kill harness must catch: the acts are acknowledged before they are durable.
        for done in settle {
            done(Ok(()));
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        Vec::<Settle>::new()
    };
    let outcome = connection.execute_batch("COMMIT");
    if let Err(error) = &outcome {
        tracing::error!(%error, "a commit failed; its acts are undone");
        if !connection.is_autocommit() {
            let _ = connection.execute_batch("ROLLBACK");
        }
    }
    let failed = outcome.err().map(StoreError::from);
    for done in settle {
        done(match &failed {
            None => Ok(()),
            Some(StoreError::Full) => Err(StoreError::Full),
            Some(other) => Err(StoreError::Damaged(other.to_string())),
        });
    }
}
