//! Which database files a folder has: each is made once. A file that was there and is gone was lost, and an empty one in
//! its place would answer "no report" to every question and begin a log without a past.

use std::path::Path;

use rusqlite::Connection;

use super::{Database, Ground, StoreError};

/// Makes a file that the folder never had, and notes in the base that it has it from now on.
///
/// The note comes after the file is durable. A cut between them leaves a file without a note, which is taken as it is.
pub(crate) fn make_once(base: &Database, folder: &Path, ground: &Ground) -> Result<(), StoreError> {
    if base.read(|connection| is_noted(connection, ground.file))? {
        return Ok(());
    }
    Database::make(folder, ground)?;
    let file = ground.file;
    base.write_blocking(move |connection| {
        connection.execute("INSERT INTO made_file (file) VALUES (?1)", [file])?;
        Ok(())
    })
}

fn is_noted(base: &Connection, file: &str) -> Result<bool, StoreError> {
    Ok(base.query_row("SELECT EXISTS (SELECT 1 FROM made_file WHERE file = ?1)", [file], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::access::ACCESS;
    use crate::identity::BASE;

    #[test]
    fn a_file_is_made_once_and_never_in_the_place_of_a_lost_one() {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join(ACCESS.file);
        Database::make(home.path(), &BASE).unwrap();
        let base = Database::open(home.path(), &BASE).unwrap();
        assert!(matches!(Database::open_alone(home.path(), &ACCESS), Err(StoreError::Missing(_))));
        // A cut right after the file was begun: it has no note yet, and is finished.
        std::fs::write(&place, b"").unwrap();
        make_once(&base, home.path(), &ACCESS).unwrap();
        Database::open_alone(home.path(), &ACCESS).unwrap();
        std::fs::remove_file(&place).unwrap();
        make_once(&base, home.path(), &ACCESS).unwrap();
        let lost = Database::open_alone(home.path(), &ACCESS).unwrap_err();
        assert!(matches!(&lost, StoreError::Missing(what) if what.ends_with("access.db")), "{lost}");
        assert!(!place.exists());
        std::fs::write(&place, b"").unwrap();
        let emptied = Database::open_alone(home.path(), &ACCESS).unwrap_err();
        assert!(matches!(emptied, StoreError::Foreign(_)), "{emptied}");
    }
}
