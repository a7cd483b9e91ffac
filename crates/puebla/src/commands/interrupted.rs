//! What a command has made for its own use and takes away again, also when somebody ends it: keys must not lie about.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use base::store::take_back;
use tokio::signal::unix::{SignalKind, signal};

/// How often a folder is emptied while the command's own thread may still be writing there, and what is waited in between.
const TRIES: u32 = 50;
const BREATH: Duration = Duration::from_millis(20);

/// The status of a process that a signal has ended, as a shell says it: this and the signal's number.
const BY_SIGNAL: i32 = 128;

/// A folder that lasts no longer than the command; taken away when dropped, and when the process is told to end.
///
/// SIGKILL and a power cut ask nobody: what they leave is in plain sight, under the name that the command says.
pub(super) struct ForNow {
    folder: PathBuf,
    made: bool,
    /// Held by whoever is taking it away.
    here: Arc<Mutex<bool>>,
}

impl ForNow {
    /// Looks after a folder from here on, where nothing is yet.
    ///
    /// Errors: the machine lets nobody hear of signals.
    pub(super) fn new(folder: PathBuf) -> std::io::Result<Self> {
        // Where something is already, whatever is to be made there is refused, and nothing of it is ours to take away.
        let made = !folder.exists();
        let here = made || std::fs::read_dir(&folder).is_ok_and(|mut inside| inside.next().is_none());
        let for_now = ForNow { folder: folder.clone(), made, here: Arc::new(Mutex::new(here)) };
        let here = Arc::clone(&for_now.here);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let entered = runtime.enter();
        let mut terminate = signal(SignalKind::terminate())?;
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut hangup = signal(SignalKind::hangup())?;
        drop(entered);
        std::thread::spawn(move || {
            let told = runtime.block_on(async {
                tokio::select! {
                    _ = terminate.recv() => SignalKind::terminate(),
                    _ = interrupt.recv() => SignalKind::interrupt(),
                    _ = hangup.recv() => SignalKind::hangup(),
                }
            });
            let here = here.lock().unwrap_or_else(PoisonError::into_inner);
            for _ in 0..TRIES {
                if !*here {
                    break;
                }
                take_back(&folder, made);
                std::thread::sleep(BREATH);
            }
            // The command's own thread is in the middle of something, and whoever ended it waits for nothing of that.
            #[allow(clippy::disallowed_methods)]
            std::process::exit(BY_SIGNAL + told.as_raw_value());
        });
        Ok(for_now)
    }
}

impl Drop for ForNow {
    fn drop(&mut self) {
        let mut here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        if std::mem::take(&mut *here) {
            take_back(&self.folder, self.made);
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_was_there_before_stays_and_what_came_goes() {
        let home = tempfile::tempdir().unwrap();
        let [absent, empty, full] = ["absent", "empty", "full"].map(|name| home.path().join(name));
        std::fs::create_dir(&empty).unwrap();
        std::fs::create_dir(&full).unwrap();
        std::fs::write(full.join("somebody's"), b"own").unwrap();
        for folder in [&absent, &empty, &full] {
            let for_now = ForNow::new(folder.clone()).unwrap();
            std::fs::create_dir_all(folder).unwrap();
            std::fs::write(folder.join("keys"), b"secret").unwrap();
            drop(for_now);
        }
        assert!(!absent.exists());
        assert_eq!(std::fs::read_dir(&empty).unwrap().count(), 0);
        assert_eq!(std::fs::read_dir(&full).unwrap().count(), 2, "nothing in it was ours");
    }
}
