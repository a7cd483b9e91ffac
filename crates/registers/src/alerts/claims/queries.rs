//! The reads about claims for protection, and the conditions that other questions carry because of them.

use base::ids::StateCode;
use base::store::StoreError;
use jiff::Timestamp;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::{ClaimEnding, ReferredTo};
use crate::alerts::coded::Category;
use crate::alerts::switch::{damaged, instant};

/// Claims of one State that are listed at most.
const LISTED_MAX: usize = 1_000;

/// Whom the alert is about has asked the State that looks for protection, and nothing has ended that.
pub(in crate::alerts) const CLAIMED: &str = "EXISTS (SELECT 1 FROM alerts_claim AS c WHERE c.alert = a.alert \
    AND c.state = :reader AND c.ended_at IS NULL)";

/// The alert's owner, and whoever reads yearly figures, may be told of the outcome `m`.
pub(in crate::alerts) const UNVEILED: &str =
    "NOT EXISTS (SELECT 1 FROM alerts_veiled AS w WHERE w.position = m.position)";

/// A claim that shields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Claim {
    /// Position of the entry by which it was recorded.
    pub recorded_at: u64,
    /// The alert.
    pub alert: Uuid,
    /// Its reference.
    pub reference: String,
    /// Of whom it speaks: for the policies, and never for a page.
    pub category: Category,
    /// Since when.
    pub at: Timestamp,
    /// To whom the person was brought, and when; none while that is owed.
    pub referred: Option<(ReferredTo, Timestamp)>,
    /// Why somebody asks that it shield no longer, and who.
    pub ending: Option<(ClaimEnding, Uuid)>,
}

/// Answers whether a State heard a claim on an alert that could be against its owner: nothing of what comes of it is told there.
pub(in crate::alerts) fn hides(connection: &Connection, alert: Uuid, by: StateCode) -> Result<bool, StoreError> {
    let hides = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM alerts_claim AS c JOIN alerts_alert AS a ON a.alert = c.alert WHERE c.alert = ?1 \
             AND c.state = ?2 AND a.owner <> c.state AND c.ended_at IS NULL AND (c.against IS NULL OR c.against = a.owner))",
        )?
        .query_row((alert, by.as_str()), |row| row.get(0))?;
    Ok(hides)
}

/// Answers whether a State has the same claim on record already.
pub(in crate::alerts) fn has(
    connection: &Connection,
    alert: Uuid,
    by: StateCode,
    against: Option<StateCode>,
) -> Result<bool, StoreError> {
    let has = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM alerts_claim WHERE alert = ?1 AND state = ?2 AND ended_at IS NULL AND against IS ?3)",
        )?
        .query_row((alert, by.as_str(), against.map(|state| state.to_string())), |row| row.get(0))?;
    Ok(has)
}

const CLAIM: &str = "SELECT c.position, c.alert, a.reference, a.category, c.recorded_us, c.referred_to, c.referred_us, c.ending, \
    c.ending_by FROM alerts_claim AS c JOIN alerts_alert AS a ON a.alert = c.alert \
    WHERE c.state = ?1 AND c.ended_at IS NULL";

/// Answers a State's claims of one desk that shield: those whose referral is owed first, then the last first.
pub(in crate::alerts) fn of_state(
    connection: &Connection,
    by: StateCode,
    of_child: bool,
) -> Result<Vec<Claim>, StoreError> {
    let question = format!("{CLAIM} AND a.of_child = ?2 ORDER BY c.referred_to IS NOT NULL, c.position DESC LIMIT ?3");
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((by.as_str(), of_child, LISTED_MAX))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(claim(row)?);
    }
    Ok(all)
}

/// Answers one of a State's claims on the alert behind a reference; the first where several are and none is named.
pub(in crate::alerts) fn on(
    connection: &Connection,
    by: StateCode,
    reference: &str,
    recorded_at: Option<u64>,
) -> Result<Option<Claim>, StoreError> {
    let question =
        format!("{CLAIM} AND a.reference = ?2 AND (?3 IS NULL OR c.position = ?3) ORDER BY c.position LIMIT 1");
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((by.as_str(), reference, recorded_at))?;
    rows.next()?.map(claim).transpose()
}

fn claim(row: &Row<'_>) -> Result<Claim, StoreError> {
    let category: String = row.get(3)?;
    let (to, ending): (Option<String>, Option<String>) = (row.get(5)?, row.get(7)?);
    let referred = match to {
        Some(code) => Some((ReferredTo::read(&code).ok_or_else(|| damaged(&code))?, instant(row.get(6)?)?)),
        None => None,
    };
    let ending = match ending {
        Some(code) => Some((ClaimEnding::read(&code).ok_or_else(|| damaged(&code))?, row.get(8)?)),
        None => None,
    };
    Ok(Claim {
        recorded_at: row.get(0)?,
        alert: row.get(1)?,
        reference: row.get(2)?,
        category: Category::read(&category).ok_or_else(|| damaged(&category))?,
        at: instant(row.get(4)?)?,
        referred,
        ending,
    })
}
