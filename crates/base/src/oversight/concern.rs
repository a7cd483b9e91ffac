//! A concern as it rests in the base, and the questions asked of it.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use crate::ids::StateCode;
use crate::store::StoreError;

/// Days after which a concern is forgotten, whatever its standing (invented for now: each conference sets its own).
pub const DAYS_KEPT: i64 = 365;

/// Rows of one page.
pub(super) const PAGE_ROWS: u64 = 50;

/// What has come of a concern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// Nobody has looked at it.
    Open,
    /// Somebody has, and is at it.
    Acknowledged,
    /// It is known what it was.
    Closed,
}

/// A concern with what whoever supervises may know of it.
#[derive(Clone, Debug)]
pub struct Concern {
    /// Its id.
    pub id: Uuid,
    /// What was seen, a code of the house that saw it.
    pub kind: String,
    /// The State whose people it concerns.
    pub party: StateCode,
    /// The post's name, where there is one.
    pub post: Option<String>,
    /// Who was stopped: id and name.
    pub person: Option<(Uuid, String)>,
    /// Page, API or command.
    pub via: String,
    /// How many acts were counted.
    pub counted: u64,
    /// When.
    pub raised_at: Timestamp,
    /// Until when the person is stopped.
    pub stopped_until: Timestamp,
    /// When and why the second line lifted it.
    pub lifted: Option<(Timestamp, String)>,
    /// The name of whoever answers for that.
    pub(super) lifted_by: Option<String>,
    pub(super) standing: Standing,
    /// When oversight last said where it stands, and the name of who did.
    pub(super) settled: Option<(Timestamp, String)>,
    pub(super) note: String,
}

/// Somebody who is stopped, as those of their State who may lift it see it.
#[derive(Clone, Debug)]
pub struct Stop {
    /// The concern.
    pub concern: Uuid,
    /// Who is stopped.
    pub person: Uuid,
    /// Their name.
    pub name: String,
    /// Their post's name.
    pub post: Option<String>,
    /// What was seen.
    pub kind: String,
    /// Since when.
    pub since: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

impl Standing {
    pub(super) const ALL: [Standing; 3] = [Standing::Open, Standing::Acknowledged, Standing::Closed];

    pub(super) const fn code(self) -> &'static str {
        match self {
            Standing::Open => "open",
            Standing::Acknowledged => "acknowledged",
            Standing::Closed => "closed",
        }
    }

    fn parse(code: &str) -> Result<Self, StoreError> {
        let found = Standing::ALL.into_iter().find(|standing| standing.code() == code);
        found.ok_or_else(|| StoreError::Damaged(format!("a concern stands as {code}")))
    }
}

const SELECT: &str = "SELECT concern.id, kind, concern.party, post.name, person.id, person.name, via, counted, raised_us, \
     stopped_until_us, lifted_us, lifted_why, standing, settled_us, note, lifter.name, settler.name FROM concern \
     LEFT JOIN post ON post.id = concern.post LEFT JOIN person ON person.id = concern.person \
     LEFT JOIN person AS lifter ON lifter.id = lifted_by LEFT JOIN person AS settler ON settler.id = settled_by";

/// Answers one page of the concerns of a State, or of all, those that wait first; and how many there are.
pub(super) fn page(base: &Connection, of: Option<StateCode>, page: u64) -> Result<(Vec<Concern>, u64), StoreError> {
    let of = of.as_ref().map(StateCode::as_str);
    let total = base
        .prepare_cached("SELECT count(*) FROM concern WHERE ?1 IS NULL OR party = ?1")?
        .query_row([of], |row| row.get(0))?;
    let mut rows = base.prepare_cached(&format!(
        "{SELECT} WHERE ?1 IS NULL OR concern.party = ?1 ORDER BY standing = 'closed', raised_us DESC LIMIT ?2 OFFSET ?3"
    ))?;
    let rows = rows.query_map((of, PAGE_ROWS, (page - 1) * PAGE_ROWS), |row| Ok(read(row)))?;
    Ok((rows.map(|row| row?).collect::<Result<_, StoreError>>()?, total))
}

/// Answers how many concerns of a State, or of all, nobody has closed.
pub(super) fn waiting(base: &Connection, of: Option<StateCode>) -> Result<u64, StoreError> {
    let of = of.as_ref().map(StateCode::as_str);
    let mut count =
        base.prepare_cached("SELECT count(*) FROM concern WHERE standing <> 'closed' AND (?1 IS NULL OR party = ?1)")?;
    Ok(count.query_row([of], |row| row.get(0))?)
}

/// Answers one concern.
pub(super) fn one(base: &Connection, id: Uuid) -> Result<Option<Concern>, StoreError> {
    let mut row = base.prepare_cached(&format!("{SELECT} WHERE concern.id = ?1"))?;
    row.query_row([id], |row| Ok(read(row))).optional()?.transpose()
}

/// Says what has come of a concern; one that is closed stays so.
pub(super) fn settle(
    base: &Connection,
    id: Uuid,
    standing: Standing,
    (by, at): (Uuid, Timestamp),
    note: &str,
) -> Result<(), StoreError> {
    let changed = base.execute(
        "UPDATE concern SET standing = ?2, settled_us = ?3, settled_by = ?4, note = ?5 \
         WHERE id = ?1 AND standing <> 'closed' AND standing <> ?2",
        (id, standing.code(), at.as_microsecond(), by, note),
    )?;
    if changed == 0 { Err(StoreError::Refused("oversight-settled-already")) } else { Ok(()) }
}

/// Forgets concerns whose days are over; answers how many.
pub fn forget_old(base: &Connection, now: Timestamp) -> Result<usize, StoreError> {
    let before = now - SignedDuration::from_hours(24 * DAYS_KEPT);
    Ok(base.execute("DELETE FROM concern WHERE raised_us <= ?1", [before.as_microsecond()])?)
}

fn read(row: &Row<'_>) -> Result<Concern, StoreError> {
    let party: String = row.get(2)?;
    let person: Option<Uuid> = row.get(4)?;
    let name: Option<String> = row.get(5)?;
    let lifted: Option<i64> = row.get(10)?;
    let why: Option<String> = row.get(11)?;
    let settled: Option<i64> = row.get(13)?;
    let settler: Option<String> = row.get(16)?;
    Ok(Concern {
        id: row.get(0)?,
        kind: row.get(1)?,
        party: party.parse().map_err(|_| StoreError::Damaged(format!("a concern of party {party}")))?,
        post: row.get(3)?,
        person: person.zip(name),
        via: row.get(6)?,
        counted: row.get(7)?,
        raised_at: instant(row.get(8)?),
        stopped_until: instant(row.get(9)?),
        lifted: lifted.map(instant).zip(why),
        lifted_by: row.get(15)?,
        standing: Standing::parse(&row.get::<_, String>(12)?)?,
        settled: settled.map(instant).zip(settler),
        note: row.get(14)?,
    })
}

/// Reads an instant; one outside the calendar was never written by us.
pub(super) fn instant(us: i64) -> Timestamp {
    Timestamp::from_microsecond(us).unwrap_or(Timestamp::UNIX_EPOCH)
}
