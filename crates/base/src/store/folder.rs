//! The data folder: one process at a time works on it.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::StoreError;
use super::durable::{make_folders, sync_folder};

/// How long a lock is waited for: it outlives its holder by moments where a process that was starting another had it too. So
/// many times, so long each.
const LET_GO: (u32, Duration) = (50, Duration::from_millis(10));

/// A data folder this process holds the lock of, until dropped.
pub struct Folder {
    path: PathBuf,
    _lock: File,
}

impl Folder {
    /// Makes the folder where it is absent and takes its lock.
    ///
    /// Errors: `Served` when another process holds it.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        make_folders(path)?;
        restrict(path)?;
        sync_folder(path)?;
        Self::lock(path)
    }

    /// Takes the lock of a folder that is there.
    ///
    /// Errors: `Missing` when it is not a data folder, `Served` when another process holds it.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let base = path.join("base.db");
        if !base.exists() {
            return Err(StoreError::Missing(base.display().to_string()));
        }
        Self::lock(path)
    }

    /// Answers where the folder is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    fn lock(path: &Path) -> Result<Self, StoreError> {
        let file = OpenOptions::new().create(true).truncate(false).write(true).open(path.join("lock"))?;
        let (times, each) = LET_GO;
        for _ in 0..times {
            match file.try_lock() {
                Ok(()) => return Ok(Folder { path: path.to_owned(), _lock: file }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(each),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
        Err(StoreError::Served(path.display().to_string()))
    }
}

/// Keeps other accounts of the machine out of the folder.
fn restrict(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o700))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_folder_is_held_by_one() {
        let home = tempfile::tempdir().unwrap();
        let held = Folder::create(home.path()).unwrap();
        std::fs::write(home.path().join("base.db"), b"").unwrap();
        assert!(matches!(Folder::open(home.path()), Err(StoreError::Served(_))));
        drop(held);
        assert!(Folder::open(home.path()).is_ok());
    }

    #[test]
    fn no_other_account_enters_a_folder_whatever_it_was_before() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let (absent, open) = (home.path().join("some/where"), home.path().join("open"));
        std::fs::create_dir(&open).unwrap();
        std::fs::set_permissions(&open, std::fs::Permissions::from_mode(0o777)).unwrap();
        for folder in [absent, open] {
            let _held = Folder::create(&folder).unwrap();
            assert_eq!(mode(&folder), 0o700);
        }
    }

    #[test]
    fn an_empty_place_is_no_data_folder() {
        let home = tempfile::tempdir().unwrap();
        assert!(matches!(Folder::open(home.path()), Err(StoreError::Missing(_))));
    }
}
