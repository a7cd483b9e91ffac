//! The rule that counts, a week at a time and never over the end of a year: weeks before what it counts is destroyed.
//!
//! How often officers looked is counted from the lines of the access log that stay, which know a State and an act, and neither a
//! person nor what was asked.

use std::collections::BTreeMap;

use base::access::{Decision, Leaf, Purpose, Tail};
use base::desk::{Entries, by_rule};
use base::ground::Puebla;
use base::identity::PartyKind;
use base::store::{Database, Stamp, StoreError};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rusqlite::Connection;
use uuid::Uuid;

use super::coded::Sheet;
use super::entries::{Counted, StatisticsEntry, Tallied};
use super::queries;
use crate::alerts::counts::{self, Happened};
use crate::alerts::today;

/// Days that one entry counts at most.
const DAYS: i32 = 7;

/// Lines of the access log that are read at once.
const LINES: usize = 10_000;

/// Which acts count as a look, each with the outcome that its line has.
const LOOKS: [(&str, &str, &str); 3] =
    [("checks.check", "", "check"), ("searches.search", "", "search"), ("alerts.second_match", "asked", "match")];

/// What is counted of alerts, each with its sheet.
const HAPPENED: [(Happened, Sheet); 7] = [
    (Happened::Entered, Sheet::Entered),
    (Happened::Extended, Sheet::Extended),
    (Happened::Withdrawn, Sheet::Withdrawn),
    (Happened::Expired, Sheet::Expired),
    (Happened::Deleted, Sheet::Deleted),
    (Happened::Met, Sheet::Outcomes),
    (Happened::Flagged, Sheet::Flags),
];

/// Counts every week that is over; answers how many those were. Before the register was ever switched on nothing is counted.
pub(super) fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    let database = ground.database("registers")?;
    let mut done = 0;
    loop {
        let now = ground.clock.now();
        let Some((from, leaf)) = database.read(start)? else { return Ok(done) };
        let until = from.saturating_add(DAYS.days()).min(date(from.year().saturating_add(1), 1, 1));
        if until > today(now) || until <= from {
            return Ok(done);
        }
        count(ground, database, now, (from, until), leaf)?;
        done += 1;
    }
}

/// Answers the first day that is not counted and the last line of the access log that is; none where nothing is to be counted.
fn start(connection: &Connection) -> Result<Option<(Date, u64)>, StoreError> {
    match queries::progress(connection)? {
        Some(progress) => Ok(Some(progress)),
        None => Ok(counts::began(connection)?.map(|from| (from, 0))),
    }
}

fn count(
    ground: &Puebla,
    database: &Database,
    now: Timestamp,
    (from, until): (Date, Date),
    leaf: u64,
) -> Result<(), StoreError> {
    let (looks, leaf) = looks(ground, (from, until), leaf)?;
    let looked = looks.into_iter().map(|((line, part), count)| cell(Sheet::Looks, line, &part, count)).collect();
    by_rule(database, of_the_server(ground, now)?, move |entries: &Entries<'_, StatisticsEntry>| {
        let mut cells: Vec<Counted> = looked;
        for (what, sheet) in HAPPENED {
            let all = counts::happened(entries.now(), what, from, until)?;
            cells.extend(all.iter().map(|many| cell(sheet, &many.of, &many.state, many.count)));
        }
        if until == date(until.year(), 1, 1) {
            let all = counts::in_force(entries.now(), until)?;
            cells.extend(all.iter().map(|many| cell(Sheet::InForce, &many.of, &many.state, many.count)));
        }
        entries.append(&StatisticsEntry::Tallied(Tallied { year: from.year(), until, leaf, cells }))?;
        Ok(())
    })
}

fn cell(sheet: Sheet, line: &str, part: &str, count: u64) -> Counted {
    Counted { sheet, line: line.to_owned(), part: part.to_owned(), count }
}

/// What officers did, by act and State, and the last line that was read for it.
type Looks = (BTreeMap<(&'static str, String), u64>, u64);

fn looks(ground: &Puebla, (from, until): (Date, Date), mut leaf: u64) -> Result<Looks, StoreError> {
    let (tail, mut counted) = (Tail::open(ground.folder.path())?, BTreeMap::new());
    let minute = |day: Date| {
        let start = TimeZone::UTC.to_timestamp(day.into());
        start.map_or(0, |start| u64::try_from(start.as_second() / 60).unwrap_or(0))
    };
    let (from, until) = (minute(from), minute(until));
    loop {
        let lines = tail.after(leaf, LINES)?;
        if lines.is_empty() {
            return Ok((counted, leaf));
        }
        for line in lines {
            if line.leaf.minute >= until {
                return Ok((counted, leaf));
            }
            leaf = line.position;
            if line.leaf.minute >= from
                && let Some(look) = look(&line.leaf)
            {
                *counted.entry((look, line.leaf.state)).or_insert(0) += 1;
            }
        }
    }
}

fn look(leaf: &Leaf) -> Option<&'static str> {
    let of = |(act, outcome, _): &&(&str, &str, &str)| leaf.action == *act && leaf.outcome == *outcome;
    let found = LOOKS.iter().find(of).filter(|_| leaf.decision == Decision::Granted)?;
    Some(found.2)
}

/// A rule has no person and speaks in the secretariat's series.
pub(super) fn of_the_server(ground: &Puebla, at: Timestamp) -> Result<Stamp, StoreError> {
    let profile = ground.identity.profile();
    let seat = profile.parties.iter().find(|(_, party)| party.kind == PartyKind::Secretariat);
    let state = *seat.ok_or(StoreError::Refused("no secretariat"))?.0;
    Ok(Stamp { state, person: Uuid::nil(), purpose: Purpose::Secretariat, at })
}
