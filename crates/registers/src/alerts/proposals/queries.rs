//! The reads about proposals: those that other States made to the reader's, and those that it made to others.

use std::collections::BTreeMap;

use base::ids::StateCode;
use base::store::{StoreError, Words};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::{ProposalKind, RefusalGround};
use crate::alerts::closed;
use crate::alerts::coded::Category;
use crate::alerts::queries::{OWNER_ON, by_state, day, state, words};
use crate::alerts::switch::{damaged, instant};

/// Proposals that are listed at most.
const LISTED_MAX: usize = 200;

/// How it stands with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Its owner has said nothing yet; where the purpose is achieved, its day has not come.
    Open,
    /// Its owner does as proposed, or has taken the alert back.
    Accepted,
    /// Its owner does not, and why.
    Refused(RefusalGround),
    /// A second person of its owner's has said why it is still needed.
    Needed,
    /// The alert has ended.
    Ended,
}

impl Outcome {
    /// Answers the code by which programs are told it.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Outcome::Open => "open",
            Outcome::Accepted => "accepted",
            Outcome::Refused(_) => "refused",
            Outcome::Needed => "still_needed",
            Outcome::Ended => "ended",
        }
    }
}

/// One proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proposal {
    /// Position of its entry, by which it is named.
    pub proposed_at: u64,
    /// The alert.
    pub alert: Uuid,
    /// Its reference.
    pub reference: String,
    /// Whose alert it is.
    pub owner: StateCode,
    /// Of whom it speaks: for the policies, and for a page of its owner alone.
    pub category: Category,
    /// Who proposes.
    pub by: StateCode,
    /// What.
    pub kind: ProposalKind,
    /// Why, or what.
    pub said: Words,
    /// When.
    pub at: Timestamp,
    /// Of an achieved purpose: the day from which the alert is in force no longer.
    pub ends: Option<Date>,
    /// How it stands.
    pub outcome: Outcome,
}

/// That an alert's purpose is said to be achieved, and nobody has said yet why it is still needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Notice {
    /// The day from which it is in force no longer.
    pub ends: Date,
    /// The day until which it was in force before.
    pub was: Date,
}

const PROPOSAL: &str = "SELECT p.position, p.alert, a.reference, a.owner, a.category, p.state, p.kind, p.said, p.at_us, p.ends, \
    n.position IS NOT NULL, n.ground, \
    EXISTS (SELECT 1 FROM alerts_judged AS j WHERE j.alert = p.alert AND j.position > p.position), \
    a.withdrawn_on IS NOT NULL OR a.ends_on <= :today FROM alerts_proposal AS p JOIN alerts_alert AS a ON a.alert = p.alert \
    LEFT JOIN alerts_proposal_answer AS n ON n.proposed_at = p.position";

/// Answers the proposals that concern a State's own alerts, and those that it made itself, of one desk, the last first.
pub(super) fn of_state(
    connection: &Connection,
    of: StateCode,
    of_child: bool,
    today: Date,
) -> Result<Vec<Proposal>, StoreError> {
    let question = format!(
        "{PROPOSAL} WHERE (a.owner = :state OR p.state = :state) AND a.of_child = :child AND {OWNER_ON} \
         ORDER BY p.position DESC LIMIT {LISTED_MAX}"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let asked = rusqlite::named_params! { ":state": of.as_str(), ":child": of_child, ":today": today.to_string() };
    let mut rows = statement.query(asked)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(proposal(row)?);
    }
    Ok(all)
}

/// Answers the proposals about one alert, the last first.
pub(super) fn about(connection: &Connection, alert: Uuid, today: Date) -> Result<Vec<Proposal>, StoreError> {
    let question = format!("{PROPOSAL} WHERE p.alert = :alert ORDER BY p.position DESC");
    let mut statement = connection.prepare_cached(&question)?;
    let asked = rusqlite::named_params! { ":alert": alert, ":today": today.to_string() };
    let mut rows = statement.query(asked)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(proposal(row)?);
    }
    Ok(all)
}

fn proposal(row: &Row<'_>) -> Result<Proposal, StoreError> {
    let (owner, category, by, kind): (String, String, String, String) =
        (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
    let (ends, ground): (Option<String>, Option<String>) = (row.get(9)?, row.get(11)?);
    let kind = ProposalKind::read(&kind).ok_or_else(|| damaged(&kind))?;
    let ground = ground.map(|code| RefusalGround::read(&code).ok_or_else(|| damaged(&code))).transpose()?;
    let (answered, judged, ended): (bool, bool, bool) = (row.get(10)?, row.get(12)?, row.get(13)?);
    let outcome = match ground {
        Some(ground) => Outcome::Refused(ground),
        None if answered => Outcome::Accepted,
        None if kind == ProposalKind::Achieved && judged => Outcome::Needed,
        None if ended => Outcome::Ended,
        None => Outcome::Open,
    };
    let (alert, by) = (row.get(1)?, state(&by)?);
    Ok(Proposal {
        proposed_at: row.get(0)?,
        alert,
        reference: row.get(2)?,
        owner: state(&owner)?,
        category: Category::read(&category).ok_or_else(|| damaged(&category))?,
        by,
        kind,
        said: words(row, 7, closed::bound(closed::PROPOSED, by, alert, 0))?,
        at: instant(row.get(8)?)?,
        ends: ends.as_deref().map(day).transpose()?,
        outcome,
    })
}

/// Answers whether an alert's purpose is said to be achieved, and no second person has judged it since.
pub(in crate::alerts) fn notice(connection: &Connection, alert: Uuid) -> Result<Option<Notice>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT ends, was FROM alerts_proposal AS p WHERE p.alert = ?1 AND p.ends IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM alerts_judged AS j WHERE j.alert = p.alert AND j.position > p.position) \
         ORDER BY p.position DESC LIMIT 1",
    )?;
    let mut rows = statement.query([alert])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (ends, was): (String, String) = (row.get(0)?, row.get(1)?);
    Ok(Some(Notice { ends: day(&ends)?, was: day(&was)? }))
}

/// Answers on which day each of a State's alerts ends because its purpose is said to be achieved.
pub(in crate::alerts) fn noticed(
    connection: &Connection,
    owner: StateCode,
    today: Date,
) -> Result<BTreeMap<Uuid, Date>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT p.alert, p.ends FROM alerts_proposal AS p JOIN alerts_alert AS a ON a.alert = p.alert \
         WHERE a.owner = ?1 AND p.ends > ?2 AND a.withdrawn_on IS NULL \
         AND NOT EXISTS (SELECT 1 FROM alerts_judged AS j WHERE j.alert = p.alert AND j.position > p.position)",
    )?;
    let mut rows = statement.query((owner.as_str(), today.to_string()))?;
    let mut all = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let ends: String = row.get(1)?;
        all.insert(row.get(0)?, day(&ends)?);
    }
    Ok(all)
}

/// Answers how many proposals about an alert its owner has not answered.
pub(in crate::alerts) fn open(connection: &Connection, alert: Uuid, today: Date) -> Result<usize, StoreError> {
    Ok(about(connection, alert, today)?.iter().filter(|one| one.outcome == Outcome::Open).count())
}

/// Answers proposals about alerts that are destroyed, State by State; at most a hundred. They outlast their alert by a moment, so that none
/// whose end one of them brought forward comes back when it goes.
pub(in crate::alerts) fn orphaned(connection: &Connection) -> Result<BTreeMap<StateCode, Vec<u64>>, StoreError> {
    by_state(
        connection
            .prepare_cached(
                "SELECT state, position FROM alerts_proposal AS p \
                 WHERE NOT EXISTS (SELECT 1 FROM alerts_alert AS a WHERE a.alert = p.alert) ORDER BY position LIMIT 100",
            )?
            .query([])?,
    )
}
