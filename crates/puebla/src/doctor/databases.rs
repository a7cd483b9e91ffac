//! The databases: there, ours, of a form this release knows, with keys that fit, and what they hold.

use std::path::Path;

use base::access::{ACCESS, Leaf, verify_log};
use base::identity::BASE;
use base::store::{Condition, Files, Glance, Keys, StoreError, integrity, room_on_disk, verify_house};
use jiff::Timestamp;
use rusqlite::Connection;

use super::Finding;
use super::folder::{databases_bytes, megabytes};
use crate::houses::PLANS;

/// A database up to this size is checked page by page also where nobody asked for everything.
const QUICK_BYTES: u64 = 256 << 20;

/// A write-ahead log larger than this has not been taken up for long.
const LARGE_WAL_BYTES: u64 = 256 << 20;

/// Days the disk should last.
const DISK_DAYS: u64 = 60;

/// Days after which a pace can be told.
const PACE_DAYS: i64 = 7;

/// Minutes by which a clock may be behind the last line: lines are written by the minute.
const BEHIND_MINUTES: i64 = 2;

/// How closely everything is looked at.
#[derive(Clone, Copy)]
pub struct Depth {
    pub condition: Condition,
    pub thorough: bool,
    pub now: Timestamp,
}

/// Examines every database, and answers that of people where it can be read.
pub fn examine(data: &Path, depth: Depth, found: &mut Vec<Finding>) -> Option<Connection> {
    let base = one(data, BASE.file, Glance::at(data, &BASE, depth.condition), depth, found);
    if let Some(base) = &base {
        keys(data, &base.connection, found);
    }
    // A folder that was never opened has no other database yet.
    let noted = base.as_ref().map(|base| noted(&base.connection)).unwrap_or_default();
    let expected = |file: &str| noted.iter().any(|one| one == file) || data.join(file).exists();
    if expected(ACCESS.file) {
        let log = one(data, ACCESS.file, Glance::at(data, &ACCESS, depth.condition), depth, found);
        if let Some(log) = log {
            let verified = || verify_log(&log.connection, &[], depth.now).map(|_| ());
            content(depth, found, verified);
            pace(data, &log.connection, depth.now, found);
        }
    }
    for plan in PLANS.iter().filter(|plan| expected(plan.spec.file)) {
        let look = Glance::at_house(data, plan.spec, depth.condition);
        let Some(house) = one(data, plan.spec.file, look, depth, found) else { continue };
        if house.form == house.known && house.rebuilds(plan.spec) {
            found.push(Finding::of("doctor-tables-pending").with("file", plan.spec.file));
        }
        content(depth, found, || verify_house(&house.connection, plan.spec, &[]).map(|_| ()));
    }
    if depth.thorough {
        files(data, found);
    }
    base.map(|base| base.connection)
}

/// Examines one database; none where it cannot be read.
fn one(
    data: &Path,
    file: &str,
    look: Result<Glance, StoreError>,
    depth: Depth,
    found: &mut Vec<Finding>,
) -> Option<Glance> {
    let path = data.join(file);
    let of = |key| Finding::of(key).with("file", path.display()).with("folder", data.display());
    wal(data, file, depth.condition, found);
    let look = match look {
        Ok(look) => look,
        Err(StoreError::Missing(_)) => {
            found.push(of("doctor-file-missing"));
            return None;
        }
        Err(StoreError::Foreign(_)) => {
            found.push(of("doctor-file-foreign"));
            return None;
        }
        Err(other) => {
            found.push(of("doctor-file-damaged").with("reason", other));
            return None;
        }
    };
    if look.form > look.known {
        found.push(of("doctor-file-newer").with("found", look.form).with("known", look.known));
        return None;
    }
    if look.form < look.known {
        found.push(of("doctor-upgrade-pending").with("found", look.form).with("known", look.known));
    }
    if let Err(error) = pages(&look.connection, &path, depth) {
        found.push(of("doctor-file-damaged").with("reason", error));
        return None;
    }
    // What a later form added is not there yet to be read.
    (look.form == look.known).then_some(look)
}

/// Checks pages and indexes: all of them where that was asked for, or the file is small.
fn pages(connection: &Connection, path: &Path, depth: Depth) -> Result<(), StoreError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    if depth.thorough {
        return integrity(connection, &name);
    }
    let small = std::fs::metadata(path).is_ok_and(|meta| meta.len() <= QUICK_BYTES);
    let check = if small { "PRAGMA quick_check(1)" } else { "SELECT 'ok' FROM (SELECT count(*) FROM sqlite_schema)" };
    let answer: String = connection.query_row(check, [], |row| row.get(0))?;
    if answer == "ok" { Ok(()) } else { Err(StoreError::Damaged(answer)) }
}

/// Recomputes what a database holds, where that was asked for.
fn content(depth: Depth, found: &mut Vec<Finding>, verify: impl FnOnce() -> Result<(), StoreError>) {
    if let Some(Err(error)) = depth.thorough.then(verify) {
        found.push(Finding::of("doctor-content-damaged").with("reason", error));
    }
}

fn files(data: &Path, found: &mut Vec<Finding>) {
    let files = Files::at(data);
    // A folder that was never opened has none yet.
    let Ok(held) = files.held() else { return };
    let damaged = held.names.iter().filter_map(|name| files.get(name).err().map(|error| error.to_string()));
    let strange = held.strange.iter().map(|path| format!("files/{path} is no file of ours"));
    found.extend(damaged.chain(strange).map(|reason| Finding::of("doctor-content-damaged").with("reason", reason)));
}

fn keys(data: &Path, base: &Connection, found: &mut Vec<Finding>) {
    let Ok(keys) = Keys::open(data) else { return };
    for (name, value) in keys.check_values() {
        let known = base.query_row("SELECT value FROM key_check WHERE key = ?1", [name], |row| row.get::<_, String>(0));
        if known.is_ok_and(|known| known != value) {
            found.push(Finding::of("doctor-key-wrong").with("file", data.join("keys").join(name).display()));
        }
    }
}

fn noted(base: &Connection) -> Vec<String> {
    let names = |mut statement: rusqlite::Statement<'_>| {
        statement.query_map([], |row| row.get(0)).and_then(Iterator::collect::<Result<Vec<String>, _>>)
    };
    base.prepare("SELECT file FROM made_file").and_then(names).unwrap_or_default()
}

fn wal(data: &Path, file: &str, condition: Condition, found: &mut Vec<Finding>) {
    let path = data.join(format!("{file}-wal"));
    let size_bytes = std::fs::metadata(&path).map_or(0, |meta| meta.len());
    let of = |key| Finding::of(key).with("file", path.display()).with("size", megabytes(size_bytes));
    if size_bytes > LARGE_WAL_BYTES {
        found.push(of("doctor-wal-large"));
    }
    if size_bytes > 0 && condition == Condition::AtRest {
        found.push(of("doctor-wal-left"));
    }
}

/// Holds the clock against the log's last line, and the disk against the pace since its first.
fn pace(data: &Path, log: &Connection, now: Timestamp, found: &mut Vec<Finding>) {
    let minute = |order: &str| -> Option<i64> {
        let sql = format!("SELECT body FROM leaf ORDER BY position {order} LIMIT 1");
        let body: Vec<u8> = log.query_row(&sql, [], |row| row.get(0)).ok()?;
        i64::try_from(Leaf::decode(&body)?.minute).ok()
    };
    let (Some(first), Some(last)) = (minute("ASC"), minute("DESC")) else { return };
    if last > now.as_second() / 60 + BEHIND_MINUTES {
        let at = Timestamp::from_second(last * 60).map(|at| at.to_string()).unwrap_or_default();
        found.push(Finding::of("doctor-clock-behind").with("last", at).with("now", now));
    }
    let days = (now.as_second() / 60 - first) / (24 * 60);
    let Ok(room) = room_on_disk(data) else { return };
    let Some(a_day) = u64::try_from(days).ok().filter(|_| days >= PACE_DAYS).map(|days| databases_bytes(data) / days)
    else {
        return;
    };
    let left = room.free_bytes / a_day.max(1);
    if left < DISK_DAYS {
        let of = Finding::of("doctor-disk-filling").with("folder", data.display()).with("days", left);
        found.push(of.with("free", megabytes(room.free_bytes)).with("pace", megabytes(a_day)));
    }
}
