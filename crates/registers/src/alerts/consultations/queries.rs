//! The reads about consultations. Each is there for two States and no other, while both alerts are in force and both States take part in
//! both categories (G-05).

use std::collections::BTreeSet;

use base::access::Resource;
use base::ids::StateCode;
use base::store::{StoreError, Words};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::UNHELD;
use crate::alerts::closed;
use crate::alerts::coded::Category;
use crate::alerts::queries::{IN_FORCE, OWNER_ON, day, desk, state};
use crate::alerts::switch::{damaged, instant};
use crate::alerts::text::Subject;

/// Consultations of one State that are listed at most.
const LISTED_MAX: usize = 200;

/// Which of the two alerts one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::alerts) enum Side {
    /// The later one, which is held.
    Held,
    /// The one that stood first.
    Standing,
}

/// Another State's alert in force on the same person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Other {
    /// Its id: never shown.
    pub alert: Uuid,
    /// Of whom it speaks.
    pub category: Category,
}

/// A consultation as one of the two States sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Consultation {
    /// Position of the entry that opened it: by which it is named.
    pub opened_at: u64,
    /// The held alert: never shown.
    pub held: Uuid,
    /// The one that stood first: never shown.
    pub standing: Uuid,
    /// Which of the two is the reader's.
    pub side: Side,
    /// The reference of the reader's own; of the other nobody is told it.
    pub reference: String,
    /// Of whom the reader's own speaks.
    pub category: Category,
    /// The other State.
    pub other: StateCode,
    /// Of whom the other State's speaks.
    pub other_category: Category,
    /// The day from which the silence of the State whose alert stood first counts.
    pub answer_by: Date,
    /// Whether its silence lets the held one stand.
    pub held_first: bool,
    /// Whether it has agreed that both stand.
    pub agreed: bool,
}

/// What one of the two said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// Who.
    pub state: StateCode,
    /// What; empty of the agreement.
    pub said: Option<Words>,
    /// When.
    pub at: Timestamp,
}

impl Consultation {
    /// Answers what the policies must know: to each State it is a record of its own.
    pub(super) fn resource(&self, of: StateCode) -> Resource {
        Resource { status: desk(self.category), ..Resource::of(of, self.opened_at.to_string()) }
    }

    /// Answers whether the held alert is found by nobody because of it.
    pub(super) fn holds(&self, today: Date) -> bool {
        !self.agreed && (!self.held_first || self.answer_by > today)
    }
}

/// Answers other States' alerts in force on a person, where both States take part in both categories and the two have no consultation yet.
pub(super) fn beside(
    connection: &Connection,
    owner: StateCode,
    alert: Uuid,
    of: Category,
    subject: &Subject,
    today: Date,
) -> Result<Vec<Other>, StoreError> {
    let question = format!(
        "SELECT a.alert, a.category FROM alerts_alert AS a JOIN alerts_version AS v ON v.alert = a.alert \
         AND v.version = a.active_version WHERE v.folded = :folded AND a.owner <> :owner AND {IN_FORCE} AND {OWNER_ON} \
         AND v.earliest <= :latest AND :earliest <= v.latest \
         AND EXISTS (SELECT 1 FROM alerts_opt AS x WHERE x.state = a.owner AND x.category = :of AND x.opted = 1) \
         AND EXISTS (SELECT 1 FROM alerts_opt AS x WHERE x.state = :owner AND x.category = a.category AND x.opted = 1) \
         AND NOT EXISTS (SELECT 1 FROM alerts_consultation AS c WHERE (c.held = :alert AND c.standing = a.alert) \
         OR (c.held = a.alert AND c.standing = :alert)) ORDER BY a.alert"
    );
    let (today, latest) = (today.to_string(), subject.born.latest().to_string());
    let (folded, earliest) = (subject.folded(), subject.born.earliest().to_string());
    let asked = rusqlite::named_params! {
        ":folded": folded, ":owner": owner.as_str(), ":today": today, ":latest": latest, ":earliest": earliest,
        ":of": of.code(), ":alert": alert,
    };
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query(asked)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(Other { alert: row.get(0)?, category: category(row, 1)? });
    }
    Ok(all)
}

/// Both alerts, as long as neither has ended and both States take part in both categories.
const OPEN: &str = "SELECT c.position, c.held, c.standing, h.reference, h.owner, h.category, s.reference, s.owner, s.category, \
    c.answer_by, c.held_first, EXISTS (SELECT 1 FROM alerts_consultation_word AS w WHERE w.held = c.held \
    AND w.standing = c.standing AND w.agrees = 1) FROM alerts_consultation AS c JOIN alerts_alert AS h ON h.alert = c.held \
    JOIN alerts_alert AS s ON s.alert = c.standing WHERE EXISTS (SELECT 1 FROM alerts_adoption) \
    AND h.withdrawn_on IS NULL AND h.until > :today AND s.withdrawn_on IS NULL AND s.until > :today \
    AND (SELECT count(*) FROM alerts_opt AS x WHERE x.opted = 1 AND x.state IN (h.owner, s.owner) \
    AND x.category IN (h.category, s.category)) = 4 AND :state IN (h.owner, s.owner)";

/// Answers a State's consultations, the last first.
pub(super) fn of_state(connection: &Connection, of: StateCode, today: Date) -> Result<Vec<Consultation>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{OPEN} ORDER BY c.position DESC LIMIT {LISTED_MAX}"))?;
    let asked = rusqlite::named_params! { ":state": of.as_str(), ":today": today.to_string() };
    let mut rows = statement.query(asked)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(consultation(row, of)?);
    }
    Ok(all)
}

/// Answers one consultation of a State's.
pub(super) fn one(
    connection: &Connection,
    of: StateCode,
    opened_at: u64,
    today: Date,
) -> Result<Option<Consultation>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{OPEN} AND c.position = :at"))?;
    let at = i64::try_from(opened_at).unwrap_or(i64::MAX);
    let asked = rusqlite::named_params! { ":state": of.as_str(), ":today": today.to_string(), ":at": at };
    let mut rows = statement.query(asked)?;
    rows.next()?.map(|row| consultation(row, of)).transpose()
}

fn consultation(row: &Row<'_>, of: StateCode) -> Result<Consultation, StoreError> {
    let (holder, stander): (String, String) = (row.get(4)?, row.get(7)?);
    let side = if holder == of.as_str() { Side::Held } else { Side::Standing };
    let (own, other, other_state) = match side {
        Side::Held => (3, 6, &stander),
        Side::Standing => (6, 3, &holder),
    };
    let answer_by: String = row.get(9)?;
    Ok(Consultation {
        opened_at: row.get(0)?,
        held: row.get(1)?,
        standing: row.get(2)?,
        side,
        reference: row.get(own)?,
        category: category(row, own + 2)?,
        other: state(other_state)?,
        other_category: category(row, other + 2)?,
        answer_by: day(&answer_by)?,
        held_first: row.get(10)?,
        agreed: row.get(11)?,
    })
}

/// Answers what was said in a consultation, the first first: each State has said ten things at most.
pub(super) fn words(connection: &Connection, held: Uuid, standing: Uuid) -> Result<Vec<Word>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT state, said, at_us FROM alerts_consultation_word WHERE held = ?1 AND standing = ?2 ORDER BY position",
    )?;
    let mut rows = statement.query([held, standing])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let by: String = row.get(0)?;
        let state = state(&by)?;
        let rests = row.get_ref(1)?.as_blob_or_null().map_err(rusqlite::Error::from)?;
        let bound = closed::bound(closed::CONSULTED, state, held, 0);
        let said = rests.map(|rests| Words::of_column(rests, bound)).transpose()?;
        all.push(Word { state, said, at: instant(row.get(2)?)? });
    }
    Ok(all)
}

/// Answers on which side of an open question one's own alert stands; none where it stands in none.
pub(in crate::alerts) fn side_of(
    connection: &Connection,
    of: StateCode,
    alert: Uuid,
    today: Date,
) -> Result<Option<Side>, StoreError> {
    let all = of_state(connection, of, today)?;
    let own: Vec<Side> = all
        .iter()
        .filter(|one| one.holds(today) && [one.held, one.standing].contains(&alert))
        .map(|one| one.side)
        .collect();
    Ok(if own.contains(&Side::Held) { Some(Side::Held) } else { own.first().copied() })
}

/// Answers which of a State's alerts are held.
pub(in crate::alerts) fn held_of(
    connection: &Connection,
    owner: StateCode,
    today: Date,
) -> Result<BTreeSet<Uuid>, StoreError> {
    let question =
        format!("SELECT a.alert FROM alerts_alert AS a WHERE a.owner = :owner AND {IN_FORCE} AND NOT ({UNHELD})");
    let mut statement = connection.prepare_cached(&question)?;
    let asked = rusqlite::named_params! { ":owner": owner.as_str(), ":today": today.to_string() };
    let mut rows = statement.query(asked)?;
    let mut all = BTreeSet::new();
    while let Some(row) = rows.next()? {
        all.insert(row.get(0)?);
    }
    Ok(all)
}

fn category(row: &Row<'_>, at: usize) -> Result<Category, StoreError> {
    let code: String = row.get(at)?;
    Category::read(&code).ok_or_else(|| damaged(&code))
}
