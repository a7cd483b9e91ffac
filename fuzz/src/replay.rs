//! Running a corpus through a target, on any compiler.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Answers the folder of a target's corpus.
pub fn corpus(target: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target)
}

/// Runs every file of a folder through a function; answers how many there were and the names of those that panicked.
pub fn replay(folder: &Path, run: fn(&[u8])) -> (usize, Vec<String>) {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a corpus").flatten().map(|file| file.path()).collect();
    files.sort();
    let failed = files.iter().filter(|file| {
        let bytes = std::fs::read(file).expect("a file");
        catch_unwind(AssertUnwindSafe(|| run(&bytes))).is_err()
    });
    let failed = failed.map(|file| file.display().to_string()).collect();
    (files.len(), failed)
}

/// Puts away what targets keep between two inputs; whatever was sent, the log and the journal of it must verify.
pub fn finish() {
    crate::stage::clear();
}
