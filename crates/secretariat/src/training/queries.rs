//! What may be read of courses, sessions, and whom States put forward.

use std::collections::{BTreeMap, BTreeSet};

use base::store::StoreError;
use conference::by::Person;
use conference::training::{self, Nomination, Offer, Place};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use journal::StateCode;
use rusqlite::{Connection, OptionalExtension, Row};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::entries::Module;
use super::results::Sum;
use crate::meetings::{Symbol, maybe, read};
use crate::rounds;

/// Courses that a list shows, the last made first.
const COURSES_MAX: usize = 100;
/// Sessions a page of the list.
pub(super) const PAGE_ROWS: usize = 50;
/// Sessions for which States nominate at one time, as far as they are followed.
const OPEN_MAX: usize = 100;
/// Nominations of one session that are read: twice as many as a session has seats at most.
const NOMINEES_MAX: usize = 2_000;
/// Other sessions of one person that are looked at.
const ELSEWHERE_MAX: usize = 50;

/// A course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Course {
    pub(super) symbol: Symbol,
    pub(super) title_en: String,
    pub(super) title_es: String,
    pub(super) title_fr: String,
    pub(super) valid_months: u8,
    pub(super) pass: u8,
    pub(super) modules: Vec<Module>,
}

/// A session of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Session {
    pub(super) symbol: Symbol,
    pub(super) course: Symbol,
    pub(super) decision: Symbol,
    pub(super) host: StateCode,
    pub(super) place: String,
    pub(super) zone: String,
    pub(super) first_on: Date,
    pub(super) last_on: Date,
    pub(super) closes_at: Timestamp,
    pub(super) organisers: String,
    pub(super) seats: BTreeMap<StateCode, u16>,
    pub(super) at: Timestamp,
}

/// A certificate that somebody holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) number: String,
    pub(super) session: Symbol,
    pub(super) issued_on: Date,
    pub(super) certificate: training::Certificate,
    pub(super) position: u64,
}

/// Somebody whom a State put forward, and what was written down of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Nominee {
    pub(super) id: Uuid,
    pub(super) state: StateCode,
    pub(super) name: String,
    pub(super) folded: String,
    pub(super) institution: String,
    pub(super) sex: String,
    pub(super) days: BTreeSet<Date>,
    pub(super) before: Option<u8>,
    pub(super) after: Option<u8>,
    pub(super) certificate: Option<Held>,
}

impl Session {
    /// Answers what it offers. What was called was read so: none is a damaged table.
    pub(super) fn offer(&self) -> Result<Offer, StoreError> {
        Offer::new(self.first_on, self.last_on, self.closes_at, self.seats.clone())
            .map_err(|error| StoreError::Damaged(format!("session {}: {error}", self.symbol)))
    }

    /// Answers its days.
    pub(super) fn days(&self) -> BTreeSet<Date> {
        let mut days = BTreeSet::new();
        let mut day = self.first_on;
        while day <= self.last_on {
            days.insert(day);
            let next = day.saturating_add(1.day());
            if next == day {
                break;
            }
            day = next;
        }
        days
    }

    /// Answers which day it is at its place.
    pub(super) fn today(&self, now: Timestamp) -> Date {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC).to_datetime(now).date()
    }

    /// Answers the place of each nomination, in the order in which they were made.
    pub(super) fn places(&self, people: &[Nominee], now: Timestamp) -> Result<Vec<Place>, StoreError> {
        let nominations: Vec<Nomination> = people.iter().map(Nominee::nomination).collect();
        Ok(training::places(&self.offer()?, &nominations, now))
    }
}

impl Nominee {
    /// Answers the nomination as the rules count it.
    pub(super) fn nomination(&self) -> Nomination {
        Nomination { person: person(self.state, &self.folded), state: self.state }
    }
}

/// Answers who somebody is among those that one State puts forward: whoever has the same name.
pub(super) fn person(state: StateCode, folded: &str) -> Person {
    let hash = Sha256::digest(format!("{state} {folded}").as_bytes());
    Person(hash.iter().take(16).fold(0, |number, byte| (number << 8) | u128::from(*byte)))
}

/// Answers the courses, the last made first.
pub(super) fn courses(now: &Connection) -> Result<Vec<Course>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT symbol, title_en, title_es, title_fr, valid_months, pass FROM training_course ORDER BY position DESC LIMIT ?1",
    )?;
    let found = statement.query_map([COURSES_MAX], course_of)?;
    let mut courses = found.collect::<Result<Vec<Course>, _>>()?;
    for course in &mut courses {
        course.modules = modules(now, &course.symbol)?;
    }
    Ok(courses)
}

/// Answers one course.
pub(super) fn course(now: &Connection, symbol: &Symbol) -> Result<Option<Course>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT symbol, title_en, title_es, title_fr, valid_months, pass FROM training_course WHERE symbol = ?1",
    )?;
    let Some(mut course) = statement.query_row([symbol.as_str()], course_of).optional()? else { return Ok(None) };
    course.modules = modules(now, symbol)?;
    Ok(Some(course))
}

fn course_of(row: &Row<'_>) -> rusqlite::Result<Course> {
    Ok(Course {
        symbol: read(row, 0)?,
        title_en: row.get(1)?,
        title_es: row.get(2)?,
        title_fr: row.get(3)?,
        valid_months: row.get(4)?,
        pass: row.get(5)?,
        modules: Vec::new(),
    })
}

fn modules(now: &Connection, course: &Symbol) -> Result<Vec<Module>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT title_en, title_es, title_fr, partner FROM training_module WHERE course = ?1 ORDER BY turn",
    )?;
    let found = statement.query_map([course.as_str()], |row| {
        Ok(Module { title_en: row.get(0)?, title_es: row.get(1)?, title_fr: row.get(2)?, partner: row.get(3)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

const SESSION: &str = "SELECT symbol, course, decision, host, place, zone, first_on, last_on, closes_us, organisers, at_us \
    FROM training_session";

/// Answers a page of the sessions, the latest first; one more than a page has where the list goes on.
pub(super) fn sessions(now: &Connection, page: usize) -> Result<Vec<Session>, StoreError> {
    let skipped = i64::try_from(page.saturating_mul(PAGE_ROWS)).unwrap_or(i64::MAX);
    let mut statement =
        now.prepare_cached(&format!("{SESSION} ORDER BY first_on DESC, symbol DESC LIMIT ?1 OFFSET ?2"))?;
    let found = statement.query_map((PAGE_ROWS + 1, skipped), session_of)?;
    found.collect::<Result<Vec<Session>, _>>()?.into_iter().map(|session| seated(now, session)).collect()
}

/// Answers the sessions for which States still nominate at an instant, the first to close first.
pub(super) fn open(now: &Connection, at: Timestamp) -> Result<Vec<Session>, StoreError> {
    let mut statement =
        now.prepare_cached(&format!("{SESSION} WHERE closes_us >= ?1 ORDER BY closes_us, symbol LIMIT ?2"))?;
    let found = statement.query_map((at.as_microsecond(), OPEN_MAX), session_of)?;
    found.collect::<Result<Vec<Session>, _>>()?.into_iter().map(|session| seated(now, session)).collect()
}

/// Answers one session.
pub(super) fn session(now: &Connection, symbol: &Symbol) -> Result<Option<Session>, StoreError> {
    let mut statement = now.prepare_cached(&format!("{SESSION} WHERE symbol = ?1"))?;
    let found = statement.query_row([symbol.as_str()], session_of).optional()?;
    found.map(|session| seated(now, session)).transpose()
}

fn session_of(row: &Row<'_>) -> rusqlite::Result<Session> {
    Ok(Session {
        symbol: read(row, 0)?,
        course: read(row, 1)?,
        decision: read(row, 2)?,
        host: read(row, 3)?,
        place: row.get(4)?,
        zone: row.get(5)?,
        first_on: read(row, 6)?,
        last_on: read(row, 7)?,
        closes_at: rounds::instant(row.get(8)?),
        organisers: row.get(9)?,
        seats: BTreeMap::new(),
        at: rounds::instant(row.get(10)?),
    })
}

fn seated(now: &Connection, mut session: Session) -> Result<Session, StoreError> {
    let mut statement = now.prepare_cached("SELECT state, seats FROM training_seats WHERE session = ?1")?;
    let found = statement.query_map([session.symbol.as_str()], |row| Ok((read(row, 0)?, row.get(1)?)))?;
    session.seats = found.collect::<Result<_, _>>()?;
    Ok(session)
}

const NOMINEE: &str = "SELECT n.nominee, n.state, n.name, n.folded, n.institution, n.sex, r.days, r.before, r.after, \
    c.number, c.issued_on, c.expires_on, c.withdrawn_on, c.position, n.session FROM training_nominee AS n \
    LEFT JOIN training_record AS r ON r.nominee = n.nominee LEFT JOIN training_certificate AS c ON c.nominee = n.nominee";

/// Answers whom States put forward for a session, in the order in which they did.
pub(super) fn nominees(now: &Connection, session: &Symbol) -> Result<Vec<Nominee>, StoreError> {
    let mut statement = now.prepare_cached(&format!("{NOMINEE} WHERE n.session = ?1 ORDER BY n.position LIMIT ?2"))?;
    let found = statement.query_map((session.as_str(), NOMINEES_MAX), nominee_of)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers one of a session.
pub(super) fn nominee(now: &Connection, session: &Symbol, id: Uuid) -> Result<Option<Nominee>, StoreError> {
    let mut statement = now.prepare_cached(&format!("{NOMINEE} WHERE n.session = ?1 AND n.nominee = ?2"))?;
    Ok(statement.query_row((session.as_str(), id.to_string()), nominee_of).optional()?)
}

fn nominee_of(row: &Row<'_>) -> rusqlite::Result<Nominee> {
    let id: Uuid = read(row, 0)?;
    let certificate = match row.get::<_, Option<String>>(9)? {
        None => None,
        Some(number) => Some(Held {
            number,
            session: read(row, 14)?,
            issued_on: read(row, 10)?,
            certificate: training::Certificate { expires_on: read(row, 11)?, withdrawn_on: maybe(row, 12)? },
            position: row.get(13)?,
        }),
    };
    let days: Option<String> = row.get(6)?;
    Ok(Nominee {
        id,
        state: read(row, 1)?,
        name: row.get(2)?,
        folded: row.get(3)?,
        institution: row.get(4)?,
        sex: row.get(5)?,
        days: days.unwrap_or_default().split(' ').filter_map(|day| day.parse().ok()).collect(),
        before: row.get(7)?,
        after: row.get(8)?,
        certificate,
    })
}

/// Answers what other sessions offer for which the same State put the same name forward.
pub(super) fn elsewhere(
    now: &Connection,
    session: &Symbol,
    state: StateCode,
    folded: &str,
) -> Result<Vec<Offer>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT DISTINCT session FROM training_nominee WHERE folded = ?1 AND state = ?2 AND session <> ?3 LIMIT ?4",
    )?;
    let found = statement
        .query_map((folded, state.as_str(), session.as_str(), ELSEWHERE_MAX), |row| read::<Symbol>(row, 0))?
        .collect::<Result<Vec<_>, _>>()?;
    let mut offers = Vec::new();
    for symbol in found {
        if let Some(other) = self::session(now, &symbol)? {
            offers.push(other.offer()?);
        }
    }
    Ok(offers)
}

/// Answers a certificate by its number, and the name of whom it is for while that is kept, folded.
pub(super) fn certificate(now: &Connection, number: &str) -> Result<Option<(Held, Option<String>)>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT c.number, c.session, c.issued_on, c.expires_on, c.withdrawn_on, c.position, n.folded \
         FROM training_certificate AS c LEFT JOIN training_nominee AS n ON n.nominee = c.nominee WHERE c.number = ?1",
    )?;
    let found = statement.query_row([number], |row| {
        let held = Held {
            number: row.get(0)?,
            session: read(row, 1)?,
            issued_on: read(row, 2)?,
            certificate: training::Certificate { expires_on: read(row, 3)?, withdrawn_on: maybe(row, 4)? },
            position: row.get(5)?,
        };
        Ok((held, row.get(6)?))
    });
    Ok(found.optional()?)
}

/// Answers how many answers a delegation sent about a session.
pub(super) fn rated_by(now: &Connection, session: &Symbol, state: StateCode) -> Result<usize, StoreError> {
    let mut statement =
        now.prepare_cached("SELECT count(*) FROM training_feedback WHERE session = ?1 AND state = ?2")?;
    Ok(statement.query_row((session.as_str(), state.as_str()), |row| row.get(0))?)
}

/// Answers how many answers there are about a session, and the sum of each of the three figures.
pub(super) fn ratings(now: &Connection, session: &Symbol) -> Result<(usize, [u32; 3]), StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT count(*), coalesce(sum(useful), 0), coalesce(sum(clear), 0), coalesce(sum(practice), 0) \
         FROM training_feedback WHERE session = ?1",
    )?;
    Ok(statement.query_row([session.as_str()], |row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?, row.get(3)?])))?)
}

/// Answers what was summed of a session before its people were forgotten.
pub(super) fn summed(now: &Connection, session: &Symbol) -> Result<Option<Sum>, StoreError> {
    let mut statement = now.prepare_cached("SELECT counts FROM training_sum WHERE session = ?1")?;
    let found: Option<Vec<u8>> = statement.query_row([session.as_str()], |row| row.get(0)).optional()?;
    let damaged = |error| StoreError::Damaged(format!("the sum of {session}: {error}"));
    found.map(|counts| minicbor::decode(&counts).map_err(damaged)).transpose()
}

/// Days for which a name is kept after nothing needs it.
pub(super) const KEPT_DAYS: i64 = 90;
/// People forgotten in one step.
const DUE_MAX: usize = 100;

/// Answers whom nothing needs any more, with their session: ninety days after the session, or after the certificate's end.
pub(super) fn due(now: &Connection, today: Date) -> Result<Vec<(Uuid, Symbol)>, StoreError> {
    let until = today.saturating_sub(KEPT_DAYS.days()).to_string();
    let mut statement = now.prepare_cached(
        "SELECT x.nominee, x.session FROM (SELECT nominee, session FROM training_nominee \
         UNION SELECT nominee, session FROM training_record) AS x \
         JOIN training_session AS s ON s.symbol = x.session \
         LEFT JOIN training_certificate AS c ON c.nominee = x.nominee \
         WHERE coalesce(c.withdrawn_on, c.expires_on, s.last_on) < ?1 AND s.last_on < ?1 ORDER BY x.nominee LIMIT ?2",
    )?;
    let found = statement.query_map((until, DUE_MAX), |row| Ok((read(row, 0)?, read(row, 1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers the entries about a person, State by State: each State's own rule destroys them.
pub(super) fn said(now: &Connection, nominee: Uuid) -> Result<BTreeMap<StateCode, Vec<u64>>, StoreError> {
    let mut statement =
        now.prepare_cached("SELECT state, position FROM training_said WHERE nominee = ?1 ORDER BY position")?;
    let found = statement.query_map([nominee.to_string()], |row| Ok((read(row, 0)?, row.get::<_, u64>(1)?)))?;
    let mut said: BTreeMap<StateCode, Vec<u64>> = BTreeMap::new();
    for one in found {
        let (state, position) = one?;
        said.entry(state).or_default().push(position);
    }
    Ok(said)
}
