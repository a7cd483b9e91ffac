//! The reads of this room.

use std::collections::BTreeMap;

use base::access::Resource;
use base::ids::StateCode;
use base::store::{Bound, StoreError, Words};
use jiff::ToSpan;
use jiff::civil::Date;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::coded::{Asker, CaseKind, Ground, Outcome, RulingGround, Sort, Tongue};
use crate::alerts::blocks::Ruling;

/// Cases and decisions of one page of a list.
pub const PAGE_ROWS: usize = 50;

/// Days for which the words of a case are kept once it has ended.
pub const KEPT_DAYS: i32 = 90;

/// Days after which a case that the panel leaves lying is kept no longer.
pub const PANEL_DAYS: i32 = 365;

/// A case, without who asks and in whose words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub petition: Uuid,
    /// Its reference, as `RCM-R-2026-0007`.
    pub reference: String,
    /// The State at which it was lodged.
    pub state: StateCode,
    /// What is asked for.
    pub kind: CaseKind,
    /// Who asks.
    pub asker: Asker,
    /// In which language they are answered.
    pub tongue: Tongue,
    /// On which day they asked.
    pub lodged_on: Date,
    /// The last day of the answer.
    pub due_on: Date,
    /// What was answered, why not all of it, on which day.
    pub answer: Option<(Outcome, Option<Ground>, Date)>,
    /// Since when it stands before the panel.
    pub referred_on: Option<Date>,
    /// The alert that a member of the panel named. Who may not see alerts is not told that there is one.
    pub alert: Option<Uuid>,
    /// The day of the panel's last decision.
    pub decided_on: Option<Date>,
}

/// Who asks, in their words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Petition {
    /// What they ask.
    pub asked: Words,
    /// Who they are and how they are reached.
    pub contact: Words,
    /// Where they were told that they can turn to.
    pub remedy: Option<Words>,
}

/// What a member of the panel proposes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Position of its entry: what is seen.
    pub position: u64,
    /// The member's State.
    pub state: StateCode,
    /// The member.
    pub person: Uuid,
    /// What is to become of the alert.
    pub ruling: Ruling,
    /// Why.
    pub ground: RulingGround,
}

/// What the panel decided, as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its year.
    pub year: i16,
    /// Its number within the year.
    pub number: u32,
    /// Its month, from 1.
    pub month: i8,
    /// Of what sort the alert was.
    pub sort: Sort,
    /// What was decided.
    pub ruling: Ruling,
    /// Why.
    pub ground: RulingGround,
}

impl Case {
    /// Answers what the policies must know.
    pub fn resource(&self) -> Resource {
        let status = if self.referred_on.is_some() { "referred" } else { "" };
        Resource { status, ..Resource::of(self.state, self.petition.to_string()) }
    }

    /// Answers whether the last day of the answer is over and there is none.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.answer.is_none() && today > self.due_on
    }

    /// Answers whether the last day of the answer is a week away or less and there is none.
    pub fn is_due_soon(&self, today: Date) -> bool {
        self.answer.is_none() && !self.is_overdue(today) && today >= self.due_on.saturating_sub(7.days())
    }
}

const CASE: &str = "SELECT c.petition, c.reference, c.state, c.kind, c.asker, c.tongue, c.lodged_on, c.due_on, c.outcome, \
    c.ground, c.answered_on, c.referred_on, c.alert, c.decided_on FROM redress_case AS c";

/// Finds a case by its reference.
pub(super) fn by_reference(connection: &Connection, reference: &str) -> Result<Option<Case>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{CASE} WHERE c.reference = ?1"))?;
    let mut rows = statement.query([reference])?;
    rows.next()?.map(case).transpose()
}

/// Finds a case by its id.
pub(super) fn by_id(connection: &Connection, petition: Uuid) -> Result<Option<Case>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{CASE} WHERE c.petition = ?1"))?;
    let mut rows = statement.query([petition])?;
    rows.next()?.map(case).transpose()
}

/// Answers a page of a State's cases: the unanswered first, the first due before the others.
pub(super) fn of_state(connection: &Connection, by: StateCode, skip: usize) -> Result<Vec<Case>, StoreError> {
    let question = format!(
        "{CASE} WHERE c.state = ?1 ORDER BY c.answered_on IS NOT NULL, CASE WHEN c.answered_on IS NULL THEN c.due_on END, \
         c.reference DESC LIMIT ?2 OFFSET ?3"
    );
    let mut statement = connection.prepare_cached(&question)?;
    cases(statement.query((by.as_str(), PAGE_ROWS + 1, skip))?)
}

/// Answers a page of the cases that stand before the panel: those without a decision first, the oldest before the others.
pub(super) fn of_panel(connection: &Connection, skip: usize) -> Result<Vec<Case>, StoreError> {
    let question = format!(
        "{CASE} WHERE c.referred_on IS NOT NULL ORDER BY c.decided_on IS NOT NULL, c.referred_on, c.reference LIMIT ?1 OFFSET ?2"
    );
    let mut statement = connection.prepare_cached(&question)?;
    cases(statement.query((PAGE_ROWS + 1, skip))?)
}

/// Counts a State's cases whose answer is overdue, over all pages.
pub(super) fn overdue(connection: &Connection, by: StateCode, today: Date) -> Result<u64, StoreError> {
    let count = connection
        .prepare_cached("SELECT count(*) FROM redress_case WHERE state = ?1 AND answered_on IS NULL AND due_on < ?2")?
        .query_row((by.as_str(), today.to_string()), |row| row.get(0))?;
    Ok(count)
}

/// Answers who asks, in their words. Only whom the policies let open it asks.
pub(super) fn petition(connection: &Connection, case: &Case) -> Result<Petition, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT asked, contact, remedy FROM redress_sealed WHERE petition = ?1")?;
    let mut rows = statement.query([case.petition])?;
    let row = rows.next()?.ok_or_else(|| StoreError::Damaged("a case without its words".to_owned()))?;
    let closed = |at: usize, field| {
        let rests = row.get_ref(at)?.as_blob_or_null().map_err(rusqlite::Error::from)?;
        rests.map(|rests| Words::of_column(rests, bound(field, case.state, case.petition))).transpose()
    };
    let missing = || StoreError::Damaged("a case without what is asked".to_owned());
    Ok(Petition {
        asked: closed(0, ASKED)?.ok_or_else(missing)?,
        contact: closed(1, CONTACT)?.ok_or_else(missing)?,
        remedy: closed(2, REMEDY)?,
    })
}

/// What somebody asks, as a name of what rests closed. Frozen, as are the next two: what was closed under a name opens under no other.
pub(super) const ASKED: &str = "redress.asked";

/// Who they are and how they are reached.
pub(super) const CONTACT: &str = "redress.contact";

/// Where they were told that they can turn to.
pub(super) const REMEDY: &str = "redress.remedy";

/// Answers what words of a case are bound to.
pub(super) fn bound(field: &'static str, state: StateCode, petition: Uuid) -> Bound {
    Bound { field, state, about: petition, part: 0 }
}

/// Answers the last proposal about a case that nobody has decided.
pub(super) fn proposal(connection: &Connection, petition: Uuid) -> Result<Option<Proposal>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT position, state, person, ruling, ground FROM redress_proposal WHERE petition = ?1 AND decided = 0 \
         ORDER BY position DESC LIMIT 1",
    )?;
    let mut rows = statement.query([petition])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (by, ruling, ground): (String, String, String) = (row.get(1)?, row.get(3)?, row.get(4)?);
    Ok(Some(Proposal {
        position: row.get(0)?,
        state: state(&by)?,
        person: row.get(2)?,
        ruling: coded(&ruling, Ruling::read)?,
        ground: coded(&ground, RulingGround::read)?,
    }))
}

/// Answers what the panel decided, the last first.
pub(super) fn decisions(connection: &Connection, skip: usize) -> Result<Vec<Decision>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT year, number, month, sort, ruling, ground FROM redress_decision ORDER BY year DESC, number DESC \
         LIMIT ?1 OFFSET ?2",
    )?;
    let mut rows = statement.query((PAGE_ROWS + 1, skip))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (sort, ruling, ground): (String, String, String) = (row.get(3)?, row.get(4)?, row.get(5)?);
        all.push(Decision {
            year: row.get(0)?,
            number: row.get(1)?,
            month: row.get(2)?,
            sort: coded(&sort, Sort::read)?,
            ruling: coded(&ruling, Ruling::read)?,
            ground: coded(&ground, RulingGround::read)?,
        });
    }
    Ok(all)
}

/// Counts answered cases of all States by what was asked for and what was answered, also those whose words are destroyed.
pub(super) fn counted(connection: &Connection) -> Result<BTreeMap<(CaseKind, Outcome), u64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, outcome, count(*) FROM (SELECT kind, outcome FROM redress_case WHERE outcome IS NOT NULL \
         UNION ALL SELECT kind, outcome FROM redress_past) GROUP BY kind, outcome",
    )?;
    let mut rows = statement.query([])?;
    let mut counted = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (kind, outcome): (String, String) = (row.get(0)?, row.get(1)?);
        counted.insert((coded(&kind, CaseKind::read)?, coded(&outcome, Outcome::read)?), row.get(2)?);
    }
    Ok(counted)
}

/// Counts the cases that were lodged in a year at all States, by what was asked for and what was answered; none before the answer.
pub fn lodged(connection: &Connection, year: i16) -> Result<BTreeMap<(CaseKind, Option<Outcome>), u64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, outcome, count(*) FROM (SELECT kind, outcome FROM redress_case WHERE year = ?1 \
         UNION ALL SELECT kind, outcome FROM redress_past WHERE year = ?1 \
         AND petition NOT IN (SELECT petition FROM redress_case)) GROUP BY kind, outcome",
    )?;
    let mut rows = statement.query([year])?;
    let mut counted = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (kind, outcome): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        let outcome = outcome.map(|outcome| coded(&outcome, Outcome::read)).transpose()?;
        counted.insert((coded(&kind, CaseKind::read)?, outcome), row.get(2)?);
    }
    Ok(counted)
}

/// Answers the next free number of a case of a year, from 1. What was destroyed keeps its number.
pub(super) fn next_number(connection: &Connection, year: i16) -> Result<u32, StoreError> {
    // Each table's own index answers its end; asked of both at once, all numbers of the year are read.
    let last: u32 = connection
        .prepare_cached(
            "SELECT max(coalesce((SELECT max(number) FROM redress_case WHERE year = ?1), 0), \
             coalesce((SELECT max(number) FROM redress_past WHERE year = ?1), 0))",
        )?
        .query_row([year], |row| row.get(0))?;
    Ok(last + 1)
}

/// Answers the next free number of a decision of a year, from 1.
pub(super) fn next_decision(connection: &Connection, year: i16) -> Result<u32, StoreError> {
    let last: Option<u32> = connection
        .prepare_cached("SELECT max(number) FROM redress_decision WHERE year = ?1")?
        .query_row([year], |row| row.get(0))?;
    Ok(last.unwrap_or(0) + 1)
}

/// Answers the cases whose words are due to go: answered, and nothing left for the panel to decide; at most a hundred.
pub(super) fn due(connection: &Connection, today: Date) -> Result<Vec<Case>, StoreError> {
    let question = format!(
        "{CASE} WHERE c.answered_on <= ?1 AND (c.referred_on IS NULL OR c.decided_on <= ?1 OR c.referred_on <= ?2) \
         AND NOT EXISTS (SELECT 1 FROM redress_proposal AS p WHERE p.petition = c.petition AND p.decided = 0 AND c.referred_on > ?2) \
         ORDER BY c.reference LIMIT 100"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let (over, left_lying) = (today.saturating_sub(KEPT_DAYS.days()), today.saturating_sub(PANEL_DAYS.days()));
    cases(statement.query((over.to_string(), left_lying.to_string()))?)
}

/// Answers year and number of a case's reference.
pub(super) fn numbered(connection: &Connection, petition: Uuid) -> Result<(i16, u32), StoreError> {
    let found = connection
        .prepare_cached("SELECT year, number FROM redress_case WHERE petition = ?1")?
        .query_row([petition], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found)
}

/// Answers the entries about a case, State by State: each State's own rule destroys them.
pub(super) fn said(connection: &Connection, petition: Uuid) -> Result<BTreeMap<StateCode, Vec<u64>>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT state, position FROM redress_said WHERE petition = ?1 ORDER BY position")?;
    let mut rows = statement.query([petition])?;
    let mut all: BTreeMap<StateCode, Vec<u64>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let by: String = row.get(0)?;
        all.entry(state(&by)?).or_default().push(row.get(1)?);
    }
    Ok(all)
}

/// Answers cases that their own State has forgotten and of which others have not; at most a hundred.
pub(super) fn left_over(connection: &Connection) -> Result<Vec<Uuid>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT DISTINCT s.petition FROM redress_said AS s \
         WHERE NOT EXISTS (SELECT 1 FROM redress_case AS c WHERE c.petition = s.petition) LIMIT 100",
    )?;
    Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

fn cases(mut rows: rusqlite::Rows<'_>) -> Result<Vec<Case>, StoreError> {
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(case(row)?);
    }
    Ok(all)
}

fn case(row: &Row<'_>) -> Result<Case, StoreError> {
    let text = |at: usize| row.get::<_, String>(at);
    let optional = |at: usize| row.get::<_, Option<String>>(at);
    let answer = match (optional(8)?, optional(10)?) {
        (Some(outcome), Some(on)) => {
            let ground = optional(9)?.map(|ground| coded(&ground, Ground::read)).transpose()?;
            Some((coded(&outcome, Outcome::read)?, ground, day(&on)?))
        }
        _ => None,
    };
    Ok(Case {
        petition: row.get(0)?,
        reference: row.get(1)?,
        state: state(&text(2)?)?,
        kind: coded(&text(3)?, CaseKind::read)?,
        asker: coded(&text(4)?, Asker::read)?,
        tongue: coded(&text(5)?, Tongue::read)?,
        lodged_on: day(&text(6)?)?,
        due_on: day(&text(7)?)?,
        answer,
        referred_on: optional(11)?.as_deref().map(day).transpose()?,
        alert: row.get(12)?,
        decided_on: optional(13)?.as_deref().map(day).transpose()?,
    })
}

fn coded<T>(code: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
    read(code).ok_or_else(|| damaged(code))
}

fn state(code: &str) -> Result<StateCode, StoreError> {
    code.parse().map_err(|_| damaged(code))
}

fn day(text: &str) -> Result<Date, StoreError> {
    text.parse().map_err(|_| damaged("a day"))
}

fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(format!("redress: {what}"))
}
