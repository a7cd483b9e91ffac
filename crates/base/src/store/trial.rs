//! A step of the future for the harness that kills an upgrade: large enough to be hit in its middle, whole or torn in two.
//!
//! Only with the seeded fault, and only where the harness asks for it by `PUEBLA_TRIAL_STEP`.

use std::time::Duration;

use rusqlite::Connection;

use super::StoreError;
use super::connection::Ground;

const FIRST: &str = "CREATE TABLE trial (n INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT; \
    INSERT INTO trial SELECT value, 'as it was' FROM (WITH RECURSIVE upward (value) AS \
    (SELECT 1 UNION ALL SELECT value + 1 FROM upward WHERE value < 40000) SELECT value FROM upward)";
const SECOND: &str = "UPDATE trial SET word = 'as it is'; CREATE INDEX trial_word ON trial (word, n)";

/// How long the tear lies open, so that some kill falls into it on a slow machine as well.
const TORN_FOR: Duration = Duration::from_millis(300);

/// What the harness asked for; nothing on any other file than the base.
fn wanted(file: &str) -> Option<String> {
    std::env::var("PUEBLA_TRIAL_STEP").ok().filter(|_| file == crate::identity::BASE.file)
}

/// Answers how many steps come after the released ones.
pub(super) fn further(file: &str) -> i64 {
    i64::from(wanted(file).is_some())
}

/// Takes the step, in one transaction, or, torn, in two.
pub(super) fn take(connection: &Connection, ground: &Ground, found: i64) -> Result<(), StoreError> {
    let released = ground.steps.len() as i64;
    let Some(how) = wanted(ground.file).filter(|_| found <= released) else { return Ok(()) };
    connection.execute_batch("BEGIN IMMEDIATE")?;
    connection.execute_batch(FIRST)?;
    if how == "torn" {
        connection.execute_batch("COMMIT")?;
        std::thread::sleep(TORN_FOR);
        connection.execute_batch("BEGIN IMMEDIATE")?;
    }
    connection.execute_batch(SECOND)?;
    connection.pragma_update(None, "user_version", released + 1)?;
    connection.execute_batch("COMMIT")?;
    Ok(())
}
