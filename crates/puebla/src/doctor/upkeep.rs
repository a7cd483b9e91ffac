//! When everything was last copied and verified.

use base::operation::{Upkeep, gap_standing, last};
use jiff::Timestamp;
use rusqlite::Connection;

use super::Finding;

/// A backup is taken every night; one that was missed is not yet a reason to call.
const BACKUP_HOURS: i64 = 48;

/// Verifying daily is what the manual asks for; a week without is too long.
const VERIFICATION_HOURS: i64 = 7 * 24;

/// Examines it.
pub fn examine(base: &Connection, now: Timestamp, found: &mut Vec<Finding>) {
    let hours = |at: Timestamp| now.duration_since(at).as_hours();
    match last(base, Upkeep::Backup) {
        Ok(Some(done)) if hours(done.at) > BACKUP_HOURS => {
            found.push(Finding::of("doctor-backup-old").with("hours", hours(done.at)).with("at", done.at));
        }
        Ok(None) => found.push(Finding::of("doctor-backup-never")),
        _ => {}
    }
    // A folder of a release before this one has no such table, and then no gap.
    if let Ok(Some(gap)) = gap_standing(base) {
        found.push(Finding::of("doctor-record-gap").with("at", gap.found_at));
    }
    match last(base, Upkeep::Verification) {
        Ok(Some(done)) if !done.sound => found.push(Finding::of("doctor-verification-damage").with("at", done.at)),
        Ok(Some(done)) if hours(done.at) > VERIFICATION_HOURS => {
            found.push(Finding::of("doctor-verification-old").with("hours", hours(done.at)).with("at", done.at));
        }
        Ok(None) => found.push(Finding::of("doctor-verification-never")),
        _ => {}
    }
}
