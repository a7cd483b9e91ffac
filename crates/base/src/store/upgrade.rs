//! Before an older folder is brought to this release's form: a copy of each file that changes, by which one can go back.
//!
//! The copy lies beside its file as `base.db.before-4`, which says that form 4 came after it. Nobody is signed in to it. It
//! is written whole before the first step is taken, and removed after [`KEPT_DAYS`]: what is destroyed under a rule must
//! not live on in it for longer than in a backup.

use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};

use super::connection::{Ground, form, known_form, open_snapshot, snapshot};
use super::{Files, StoreError, sync_file, sync_folder};
use crate::identity::BASE;

/// Days for which a copy from before an upgrade is kept.
pub const KEPT_DAYS: i64 = 30;

/// A file that this release brought to another form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upgraded {
    /// The file.
    pub file: &'static str,
    /// The form it had.
    pub from: i64,
    /// The form it has now.
    pub to: i64,
    /// Where it lies as it was.
    pub copy: PathBuf,
}

/// Copies each file that is of an earlier form, and answers which they are; nothing else in the folder changes.
///
/// Errors: `Newer` before anything is copied; `Full`, and then nothing was changed and the earlier release goes on.
pub(crate) fn copy_before(folder: &Path, grounds: &[Ground]) -> Result<Vec<Upgraded>, StoreError> {
    let mut earlier = Vec::new();
    for ground in grounds {
        let known = known_form(ground);
        match form(&folder.join(ground.file))? {
            Some(found) if found > known => {
                return Err(StoreError::Newer { file: ground.file.to_owned(), found, known });
            }
            // One that was never finished holds nothing.
            Some(found) if found > 0 && found < known => earlier.push((ground.file, found, known)),
            _ => {}
        }
    }
    if earlier.is_empty() {
        return Ok(Vec::new());
    }
    let files = Files::open(folder)?;
    let mut upgraded = Vec::new();
    for (file, from, to) in earlier {
        let copy = folder.join(format!("{file}.before-{}", from + 1));
        let incoming = files.incoming();
        let copied =
            copy_one(&folder.join(file), &incoming, file).and_then(|()| Ok(std::fs::rename(&incoming, &copy)?));
        if let Err(error) = copied {
            tracing::error!(file, %error, "no copy could be made, so nothing was upgraded");
            let _ = std::fs::remove_file(&incoming);
            return Err(error);
        }
        tracing::info!(file, from, to, copy = %copy.display(), "an older folder is brought to this release's form");
        upgraded.push(Upgraded { file, from, to, copy });
    }
    sync_folder(folder)?;
    Ok(upgraded)
}

fn copy_one(from: &Path, to: &Path, file: &str) -> Result<(), StoreError> {
    snapshot(from, to)?;
    if file == BASE.file {
        // Whoever's session was ended since would be signed in again to it.
        open_snapshot(to)?.execute_batch("DELETE FROM session; DELETE FROM pending_sign_in")?;
    }
    std::fs::set_permissions(to, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    sync_file(&std::fs::File::open(to)?)?;
    Ok(())
}

/// Answers the copies that lie in a folder.
fn copies(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder)? {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        let form = name.split_once(".db.before-").and_then(|(_, form)| form.parse::<u32>().ok());
        found.extend(form.map(|_| file.path()));
    }
    found.sort();
    Ok(found)
}

/// Removes copies whose days are over; answers how many.
pub(crate) fn forget_copies(folder: &Path, now: Timestamp) -> Result<usize, StoreError> {
    let oldest = now - SignedDuration::from_hours(24 * KEPT_DAYS);
    let mut gone = 0;
    for copy in copies(folder)? {
        let made = std::fs::metadata(&copy)?.modified()?;
        if Timestamp::try_from(made).is_ok_and(|made| made < oldest) {
            std::fs::remove_file(copy)?;
            gone += 1;
        }
    }
    Ok(gone)
}

/// Removes every copy: what they hold sealed was sealed with a key that is no longer trusted.
pub(crate) fn remove_copies(folder: &Path) -> Result<(), StoreError> {
    copies(folder)?.iter().try_for_each(|copy| Ok(std::fs::remove_file(copy)?))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::store::{Database, Migration};

    const EARLIER: Ground = Ground { file: "ground.db", steps: &[Migration("CREATE TABLE one (x)")] };
    const PRESENT: Ground =
        Ground { file: "ground.db", steps: &[Migration("CREATE TABLE one (x)"), Migration("CREATE TABLE two (y)")] };

    #[test]
    fn an_earlier_form_is_copied_once_and_the_present_one_is_not() {
        let home = tempfile::tempdir().unwrap();
        Database::make(home.path(), &EARLIER).unwrap();
        assert_eq!(copy_before(home.path(), &[EARLIER]).unwrap(), []);
        let [upgraded] = &copy_before(home.path(), &[PRESENT]).unwrap()[..] else { panic!("one file") };
        assert_eq!(
            (upgraded.from, upgraded.to, upgraded.copy.file_name().unwrap()),
            (1, 2, "ground.db.before-2".as_ref())
        );
        Database::open_alone(home.path(), &PRESENT).unwrap();
        assert_eq!(copy_before(home.path(), &[PRESENT]).unwrap(), []);
        assert!(matches!(copy_before(home.path(), &[EARLIER]), Err(StoreError::Newer { found: 2, known: 1, .. })));
        // The way back: the copy in its place is what the earlier release opens.
        std::fs::rename(&upgraded.copy, home.path().join("ground.db")).unwrap();
        for beside in ["ground.db-wal", "ground.db-shm"] {
            let _ = std::fs::remove_file(home.path().join(beside));
        }
        Database::open_alone(home.path(), &EARLIER).unwrap();
    }

    #[test]
    fn copies_go_when_their_days_are_over_and_nothing_else_does() {
        let home = tempfile::tempdir().unwrap();
        for name in ["base.db", "base.db.before-4", "base.db.before-x", "registers.db.before-2"] {
            std::fs::write(home.path().join(name), b"").unwrap();
        }
        let made = std::fs::metadata(home.path().join("base.db")).unwrap().modified().unwrap();
        let after = |days: i64| Timestamp::try_from(made).unwrap() + SignedDuration::from_hours(24 * days);
        assert_eq!(forget_copies(home.path(), after(KEPT_DAYS - 1)).unwrap(), 0);
        assert_eq!(forget_copies(home.path(), after(KEPT_DAYS + 1)).unwrap(), 2);
        assert!(home.path().join("base.db").exists() && home.path().join("base.db.before-x").exists());
    }
}
