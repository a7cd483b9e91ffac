//! A database looked at by whoever examines a folder: nothing is written, no table is brought to another form, and no lock
//! is taken that a server would wait for.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::connection::{APPLICATION_ID, Ground, connect};
use super::house::HouseSpec;
use super::{House, StoreError};

/// Whether somebody else has the folder open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// A server or a command works on it.
    InUse,
    /// Nobody does.
    AtRest,
}

/// A database that is only looked at.
pub struct Glance {
    /// Reads; whatever would write fails.
    pub connection: Connection,
    /// The form its ground tables have.
    pub form: i64,
    /// The form that this release gives them.
    pub known: i64,
}

impl Glance {
    /// Opens a file of a folder.
    ///
    /// A form later than this release's is no error here. Errors: `Missing`, `Foreign`, `Damaged`.
    pub fn at(folder: &Path, ground: &Ground, condition: Condition) -> Result<Self, StoreError> {
        let path = folder.join(ground.file);
        if !path.exists() {
            return Err(StoreError::Missing(path.display().to_string()));
        }
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let connection = connect(Path::new(&address(&path, condition)), flags)?;
        let number = |pragma: &str| connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0));
        let foreign = |error: rusqlite::Error| match StoreError::from(error) {
            StoreError::Damaged(_) => StoreError::Foreign(path.display().to_string()),
            other => other,
        };
        if number("application_id").map_err(foreign)? != APPLICATION_ID {
            return Err(StoreError::Foreign(path.display().to_string()));
        }
        let (form, known) = (number("user_version")?, ground.steps.len() as i64);
        Ok(Glance { connection, form, known })
    }

    /// Opens the file of a house.
    pub fn at_house(folder: &Path, spec: &HouseSpec, condition: Condition) -> Result<Self, StoreError> {
        Self::at(folder, &spec.ground(), condition)
    }

    /// Answers whether the tables that rooms own are made again when the folder is next opened.
    pub fn rebuilds(&self, spec: &'static HouseSpec) -> bool {
        !House::is_made_alike(&self.connection, spec)
    }
}

/// Answers the file's address. One whose write-ahead log is empty, and that is at rest or that nobody has open, is taken as a
/// file that nobody changes, because otherwise SQLite makes files beside it.
fn address(path: &Path, condition: Condition) -> String {
    let beside = |ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        std::fs::metadata(name).ok()
    };
    let quiet = beside("-wal").is_none_or(|wal| wal.len() == 0);
    let unopened = condition == Condition::AtRest || beside("-shm").is_none();
    let as_it_is = if quiet && unopened { "?immutable=1" } else { "" };
    let mut address = "file:".to_owned();
    for byte in std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()) {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => address.push(*byte as char),
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address + as_it_is
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::{Database, Migration};
    use super::*;

    const GROUND: Ground = Ground { file: "a look?.db", steps: &[Migration("CREATE TABLE one (x);")] };

    fn names(at: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            std::fs::read_dir(at).unwrap().map(|one| one.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_look_sees_what_is_there_and_leaves_it_as_it_was() {
        let home = tempfile::tempdir().unwrap();
        assert!(matches!(Glance::at(home.path(), &GROUND, Condition::AtRest), Err(StoreError::Missing(_))));
        Database::make(home.path(), &GROUND).unwrap();
        let before = (names(home.path()), std::fs::read(home.path().join(GROUND.file)).unwrap());
        let look = Glance::at(home.path(), &GROUND, Condition::AtRest).unwrap();
        assert_eq!((look.form, look.known), (1, 1));
        assert!(look.connection.execute_batch("INSERT INTO one VALUES (1)").is_err());
        drop(look);
        assert_eq!((names(home.path()), std::fs::read(home.path().join(GROUND.file)).unwrap()), before);
        drop(Glance::at(home.path(), &GROUND, Condition::InUse).unwrap());
        assert_eq!(names(home.path()), before.0, "held, and not opened yet");
        let held = Database::open(home.path(), &GROUND).unwrap();
        held.write_blocking(|c| Ok::<_, StoreError>(c.execute_batch("INSERT INTO one VALUES (1)")?)).unwrap();
        let look = Glance::at(home.path(), &GROUND, Condition::InUse).unwrap();
        let count: u64 = look.connection.query_row("SELECT count(*) FROM one", [], |row| row.get(0)).unwrap();
        assert_eq!(count, 1, "what only the write-ahead log has is seen too");
    }

    #[test]
    fn a_file_of_somebody_else_is_foreign() {
        let home = tempfile::tempdir().unwrap();
        std::fs::write(home.path().join(GROUND.file), b"minutes of a meeting, and no database at all").unwrap();
        assert!(matches!(Glance::at(home.path(), &GROUND, Condition::AtRest), Err(StoreError::Foreign(_))));
    }
}
