//! What the machine beneath gives: open files, and the order in which threads run.

use rustix::process::{Resource, Rlimit, getpid, getpriority_process, getrlimit, setpriority_process, setrlimit};

/// Open files below which a server is told that it has few (systemd's own default is 1024).
pub const FEW_FILES: u64 = 1024;

/// How much lower than the others a thread stands that can wait.
const LOWER: i32 = 5;

/// The lowest there is.
const LOWEST: i32 = 19;

/// Raises the limit of open files as far as the machine lets this process, and answers it.
pub fn open_files() -> u64 {
    let limit = getrlimit(Resource::Nofile);
    if limit.current != limit.maximum {
        let raised = Rlimit { current: limit.maximum, maximum: limit.maximum };
        // Where it may not be raised, what there is has to do.
        let _ = setrlimit(Resource::Nofile, raised);
    }
    getrlimit(Resource::Nofile).current.unwrap_or(u64::MAX)
}

/// Lets all other threads go before the calling one, for good: for work that can wait.
pub fn stand_back() {
    // The first thread stands where whoever started the process put it; the calling one may have been made by one that
    // stands back already.
    let others = getpriority_process(Some(getpid())).unwrap_or(0);
    // On Linux this concerns the calling thread alone. Where it is not allowed, the work is only less polite.
    let _ = setpriority_process(None, (others + LOWER).min(LOWEST));
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_machine_says_what_it_has() {
        assert!(open_files() >= 64);
    }

    #[test]
    fn only_the_calling_thread_stands_back() {
        let priority = || rustix::process::getpriority_process(None).unwrap();
        let before = priority();
        let lower = std::thread::spawn(move || {
            stand_back();
            priority()
        });
        assert!(lower.join().unwrap() > before);
        assert_eq!(priority(), before);
    }
}
