//! What an independent panel does to an alert: it takes it out of every search until it decides, and what it decides obliges the
//! State whose alert it is (G-25). The cases themselves are `redress`'s.
//!
//! A block takes away what could stop somebody and never what protects them: a protective alert that is blocked is shown to nobody,
//! and an accusing one on the same person stays out of force beside it.

pub(super) mod apply;
pub(super) mod entries;

use base::desk::Entries;
use base::ids::StateCode;
use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::coded::Category;
use super::entries::AlertsEntry;
use super::queries::{IN_FORCE, OWNER_ON, state};
use super::switch::{damaged, instant};
use super::text::Subject;
use super::today;
use crate::closed::closed_list;
use entries::{Blocked, Ruled};

closed_list! {
    /// What the panel decides about an alert.
    Ruling {
        /// It stays, and comes back.
        Keep = 0, "keep", "alerts-ruling-keep";
        /// Its State must correct it.
        Correct = 1, "correct", "alerts-ruling-correct";
        /// Its State must take it back.
        Delete = 2, "delete", "alerts-ruling-delete";
    }
}

/// What the panel is shown of an alert: nothing of its person, and nothing of why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concerned {
    /// Its id.
    pub alert: Uuid,
    /// Its reference.
    pub reference: String,
    /// The State that answers for it, of which nobody decides about it.
    pub owner: StateCode,
    /// Of whom it speaks.
    pub category: Category,
    /// Whether a panel has taken it out of every search.
    pub blocked: bool,
}

/// What the panel has decided, and whether the alert's State has done it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// What.
    pub ruling: Ruling,
    /// When.
    pub since: Timestamp,
    /// Whether it is done: corrected and judged anew, or taken back.
    pub done: bool,
}

/// No panel has taken it out of every search.
pub(super) const UNBLOCKED: &str =
    "NOT EXISTS (SELECT 1 FROM alerts_block AS b WHERE b.alert = a.alert AND b.lifted_at IS NULL)";

const CONCERNED: &str = "SELECT a.alert, a.reference, a.owner, a.category, \
    EXISTS (SELECT 1 FROM alerts_block AS b WHERE b.alert = a.alert AND b.lifted_at IS NULL) FROM alerts_alert AS a";

/// Answers the alert behind a reference as the panel is shown it, where it is in force and not its own State's.
pub fn to_block(
    connection: &Connection,
    by: StateCode,
    reference: &str,
    today: Date,
) -> Result<Option<Concerned>, StoreError> {
    let question =
        format!("{CONCERNED} WHERE a.reference = :reference AND a.owner <> :by AND {IN_FORCE} AND {OWNER_ON}");
    let mut statement = connection.prepare_cached(&question)?;
    let today = today.to_string();
    let asked = rusqlite::named_params! { ":reference": reference, ":by": by.as_str(), ":today": today };
    let mut rows = statement.query(asked)?;
    rows.next()?.map(concerned).transpose()
}

/// Answers an alert that a case is about, also once it has ended; none when what it said is destroyed.
pub fn of_case(connection: &Connection, alert: Uuid) -> Result<Option<Concerned>, StoreError> {
    let question = format!("{CONCERNED} WHERE a.alert = ?1");
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query([alert])?;
    rows.next()?.map(concerned).transpose()
}

fn concerned(row: &Row<'_>) -> Result<Concerned, StoreError> {
    let (owner, category): (String, String) = (row.get(2)?, row.get(3)?);
    Ok(Concerned {
        alert: row.get(0)?,
        reference: row.get(1)?,
        owner: state(&owner)?,
        category: Category::read(&category).ok_or_else(|| damaged(&category))?,
        blocked: row.get(4)?,
    })
}

/// Answers what the panel has decided last about an alert.
pub fn duty(connection: &Connection, alert: Uuid) -> Result<Option<Duty>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT r.ruling, r.at_us, CASE r.ruling WHEN 'delete' THEN a.withdrawn_on IS NOT NULL \
         WHEN 'correct' THEN a.withdrawn_on IS NOT NULL OR EXISTS (SELECT 1 FROM alerts_judged AS j \
         WHERE j.alert = a.alert AND j.position > r.position AND j.version > (SELECT coalesce(max(b.version), 0) \
         FROM alerts_judged AS b WHERE b.alert = a.alert AND b.position < r.position)) ELSE 1 END \
         FROM alerts_ruling AS r JOIN alerts_alert AS a ON a.alert = r.alert WHERE r.alert = ?1 \
         ORDER BY r.position DESC LIMIT 1",
    )?;
    let mut rows = statement.query([alert])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let code: String = row.get(0)?;
    let ruling = Ruling::read(&code).ok_or_else(|| damaged(&code))?;
    Ok(Some(Duty { ruling, since: instant(row.get(1)?)?, done: row.get(2)? }))
}

/// Answers whether an alert is blocked now.
pub(super) fn is_blocked(connection: &Connection, alert: Uuid) -> Result<bool, StoreError> {
    let blocked = connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM alerts_block WHERE alert = ?1 AND lifted_at IS NULL)")?
        .query_row([alert], |row| row.get(0))?;
    Ok(blocked)
}

/// Answers whether another alert of a State on the same person is blocked: a new one must not go around the panel.
pub(super) fn goes_around(
    connection: &Connection,
    owner: StateCode,
    besides: Uuid,
    subject: &Subject,
) -> Result<bool, StoreError> {
    let goes = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM alerts_block AS b JOIN alerts_alert AS a ON a.alert = b.alert \
             JOIN alerts_version AS v ON v.alert = a.alert AND v.version IN (a.version, a.active_version) \
             WHERE b.lifted_at IS NULL AND a.owner = ?1 AND a.alert <> ?2 AND v.folded = ?3 AND v.earliest <= ?4 \
             AND ?5 <= v.latest)",
        )?
        .query_row(
            (
                owner.as_str(),
                besides,
                subject.folded(),
                subject.born.latest().to_string(),
                subject.born.earliest().to_string(),
            ),
            |row| row.get(0),
        )?;
    Ok(goes)
}

/// Takes an alert out of every search for a case; answers its id.
///
/// Errors: `Refused` where there is none in force under this reference, and where it is the speaking State's own: the two are told
/// alike.
pub fn block(entries: &Entries<'_, AlertsEntry>, petition: Uuid, reference: &str) -> Result<Uuid, StoreError> {
    let stamp = entries.stamp();
    let found = to_block(entries.now(), stamp.state, reference, today(stamp.at))?;
    let alert = found.ok_or(StoreError::Refused("alerts-block-refused"))?.alert;
    entries.append(&AlertsEntry::Blocked(Blocked { alert, petition }))?;
    Ok(alert)
}

/// Puts on record what the panel has decided; what is kept comes back.
///
/// Errors: `Refused` where the alert is gone, and where it is the speaking State's own.
pub fn rule(
    entries: &Entries<'_, AlertsEntry>,
    petition: Uuid,
    alert: Uuid,
    ruling: Ruling,
) -> Result<Category, StoreError> {
    let found = of_case(entries.now(), alert)?;
    let found = found.filter(|found| found.owner != entries.stamp().state);
    let category = found.ok_or(StoreError::Refused("alerts-block-refused"))?.category;
    entries.append(&AlertsEntry::Ruled(Ruled { alert, ruling }))?;
    if ruling == Ruling::Keep {
        entries.append(&AlertsEntry::Unblocked(Blocked { alert, petition }))?;
    }
    Ok(category)
}
