//! The reads about supplementary information. Each asks whether both States take part (G-05), and whose work the alert is.

use base::ids::StateCode;
use base::store::{StoreError, Words};
use jiff::Timestamp;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::clock::{self, Lateness};
use super::{SupplementGround, SupplementKind, SupplementReply};
use crate::alerts::claims::UNVEILED;
use crate::alerts::closed;
use crate::alerts::coded::Category;
use crate::alerts::queries::{OWNER_ON, state, words};
use crate::alerts::switch::{damaged, instant};

/// Questions, and confirmed matches, that are listed at most.
const LISTED_MAX: usize = 500;

/// States of which it is said how many of their answers are overdue, at most.
const STATES_MAX: usize = 300;

/// A question, and how far it has come. Nothing of its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Request {
    /// Position of the entry by which it was asked.
    pub asked_at: u64,
    /// The alert.
    pub alert: Uuid,
    /// Its reference.
    pub reference: String,
    /// Whose alert it is, and who answers.
    pub owner: StateCode,
    /// Of whom it speaks: for the policies, and never for a page.
    pub category: Category,
    /// Who asks.
    pub asker: StateCode,
    /// What.
    pub kind: SupplementKind,
    /// Since when.
    pub asked: Timestamp,
    /// By when an answer is due.
    pub due: Timestamp,
    /// What the owner said last, and when.
    pub last: Option<(SupplementReply, Timestamp)>,
}

/// One thing that the owner said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Said {
    /// Of what sort.
    pub reply: SupplementReply,
    /// On what ground it is refused.
    pub ground: Option<SupplementGround>,
    /// What it says.
    pub note: Words,
    /// When.
    pub at: Timestamp,
}

/// A question with all its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Thread {
    /// The question.
    pub request: Request,
    /// What is asked in words.
    pub note: Words,
    /// What the owner said, the first first.
    pub said: Vec<Said>,
}

/// A match that an officer of another State confirmed, as the alert's owner is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Confirmed {
    /// The alert's reference.
    pub reference: String,
    /// Whose officer.
    pub state: StateCode,
    /// When.
    pub at: Timestamp,
}

/// How many answers a State owes beyond their hour, and how many it gave late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Owed {
    /// Who owes them.
    pub state: StateCode,
    /// How many are overdue now.
    pub overdue: u64,
    /// How many came late.
    pub late: u64,
}

impl Request {
    /// Answers how it stands to its hour.
    pub(in crate::alerts) fn lateness(&self, now: Timestamp) -> Lateness {
        let ended = self.last.filter(|(reply, _)| reply.ends()).map(|(_, at)| at);
        clock::lateness(self.due, ended, now)
    }

    /// Answers whether the owner has said its last word.
    pub(in crate::alerts) fn has_ended(&self) -> bool {
        self.last.is_some_and(|(reply, _)| reply.ends())
    }
}

/// A question with its alert and the owner's last word.
const REQUEST: &str = "SELECT s.position, s.alert, a.reference, a.owner, a.category, s.state, s.kind, s.asked_us, s.hours, \
    r.reply, r.said_us, s.note, s.met_at FROM alerts_supplement AS s JOIN alerts_alert AS a ON a.alert = s.alert \
    LEFT JOIN alerts_supplement_reply AS r ON r.position = (SELECT max(l.position) FROM alerts_supplement_reply AS l \
    WHERE l.asked_at = s.position)";

/// The State that asks takes part in the category as well.
const ASKER_ON: &str =
    "EXISTS (SELECT 1 FROM alerts_opt AS o WHERE o.state = s.state AND o.category = a.category AND o.opted = 1)";

/// Answers the questions that a State asked or has to answer, of one desk: those without a last word first, then by when they are due.
pub(in crate::alerts) fn of_state(
    connection: &Connection,
    by: StateCode,
    of_child: bool,
) -> Result<Vec<Request>, StoreError> {
    let question = format!(
        "{REQUEST} WHERE (s.state = ?1 OR a.owner = ?1) AND a.of_child = ?2 AND {OWNER_ON} AND {ASKER_ON} \
         ORDER BY coalesce(r.reply IN ('answered', 'refused'), 0), s.asked_us + s.hours * 3600000000, s.position LIMIT ?3"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((by.as_str(), of_child, LISTED_MAX))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(request(row)?);
    }
    Ok(all)
}

/// Answers the threads about an alert that a State may see: as its owner all, as another its own; the first asked first.
pub(in crate::alerts) fn threads(
    connection: &Connection,
    by: StateCode,
    reference: &str,
) -> Result<Vec<Thread>, StoreError> {
    let question = format!(
        "{REQUEST} WHERE (s.state = ?1 OR a.owner = ?1) AND a.reference = ?2 AND {OWNER_ON} AND {ASKER_ON} \
         ORDER BY s.position LIMIT ?3"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((by.as_str(), reference, LISTED_MAX))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let request = request(row)?;
        let said = said(connection, request.asked_at)?;
        let bound = closed::bound(closed::ASKED, request.asker, request.alert, row.get(12)?);
        all.push(Thread { note: words(row, 11, bound)?, request, said });
    }
    Ok(all)
}

fn said(connection: &Connection, asked_at: u64) -> Result<Vec<Said>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT reply, ground, note, said_us, state, alert FROM alerts_supplement_reply WHERE asked_at = ?1 ORDER BY position LIMIT ?2",
    )?;
    let mut rows = statement.query((asked_at, LISTED_MAX))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (reply, ground): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        let by: String = row.get(4)?;
        let bound = closed::bound(closed::ANSWERED, state(&by)?, row.get(5)?, asked_at);
        all.push(Said {
            reply: read(&reply, SupplementReply::read)?,
            ground: ground.map(|code| read(&code, SupplementGround::read)).transpose()?,
            note: words(row, 2, bound)?,
            at: instant(row.get(3)?)?,
        });
    }
    Ok(all)
}

/// Answers the matches of other States that were confirmed with a State's alerts of one desk, the last first; none that is veiled (G-23).
pub(in crate::alerts) fn confirmed(
    connection: &Connection,
    owner: StateCode,
    of_child: bool,
) -> Result<Vec<Confirmed>, StoreError> {
    let question = format!(
        "SELECT a.reference, m.state, m.at_us FROM alerts_met AS m JOIN alerts_alert AS a ON a.alert = m.alert \
         WHERE a.owner = ?1 AND a.of_child = ?2 AND m.state <> ?1 AND m.outcome = 'confirmed' AND {UNVEILED} AND {OWNER_ON} \
         ORDER BY m.position DESC LIMIT ?3"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((owner.as_str(), of_child, LISTED_MAX))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let by: String = row.get(1)?;
        all.push(Confirmed { reference: row.get(0)?, state: state(&by)?, at: instant(row.get(2)?)? });
    }
    Ok(all)
}

/// An alert on which a State may ask something: another's, of which its officers have confirmed a match that its owner was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct MayAsk {
    /// The alert.
    pub alert: Uuid,
    /// Of whom it speaks: for the policies and the clock.
    pub category: Category,
    /// Position of the last such outcome.
    pub met_at: u64,
}

/// Answers whether a State may ask something about the alert behind a reference; a match that is veiled is none (G-23).
pub(in crate::alerts) fn may_ask(
    connection: &Connection,
    by: StateCode,
    reference: &str,
) -> Result<Option<MayAsk>, StoreError> {
    let question = format!(
        "SELECT a.alert, a.category, max(m.position) FROM alerts_alert AS a JOIN alerts_met AS m ON m.alert = a.alert \
         WHERE a.reference = ?1 AND a.owner <> ?2 AND m.state = ?2 AND m.outcome = 'confirmed' AND {UNVEILED} AND {OWNER_ON} \
         AND EXISTS (SELECT 1 FROM alerts_opt AS o WHERE o.state = ?2 AND o.category = a.category AND o.opted = 1) \
         GROUP BY a.alert"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((reference, by.as_str()))?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let category: String = row.get(1)?;
    Ok(Some(MayAsk { alert: row.get(0)?, category: read(&category, Category::read)?, met_at: row.get(2)? }))
}

/// When the owner said its last word.
const ENDED: &str = "(SELECT min(r.said_us) FROM alerts_supplement_reply AS r WHERE r.asked_at = s.position \
    AND r.reply IN ('answered', 'refused'))";

/// Answers for each State that owes answers how many are overdue and how many came late: of one, or of all; where `asked` is said, also of
/// those to which that one State waits. No alert, no desk.
pub(in crate::alerts) fn owed(
    connection: &Connection,
    only: Option<StateCode>,
    asked: bool,
    now: Timestamp,
) -> Result<Vec<Owed>, StoreError> {
    let question = format!(
        "SELECT owner, sum(ended IS NULL AND due < ?1), sum(ended > due) FROM (SELECT a.owner AS owner, {ENDED} AS ended, \
         s.asked_us + s.hours * 3600000000 AS due FROM alerts_supplement AS s JOIN alerts_alert AS a ON a.alert = s.alert \
         WHERE (?2 IS NULL OR a.owner = ?2 OR (?4 AND s.state = ?2)) AND {OWNER_ON}) GROUP BY owner \
         HAVING sum(ended IS NULL AND due < ?1) + coalesce(sum(ended > due), 0) > 0 ORDER BY owner LIMIT ?3"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let only = only.map(|state| state.to_string());
    let mut rows = statement.query((now.as_microsecond(), only, STATES_MAX, asked))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let owner: String = row.get(0)?;
        all.push(Owed {
            state: state(&owner)?,
            overdue: row.get(1)?,
            late: row.get::<_, Option<u64>>(2)?.unwrap_or_default(),
        });
    }
    Ok(all)
}

/// A question that is overdue, of which nobody has been told yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct NewlyOverdue {
    /// Position of the question.
    pub asked_at: u64,
    /// The alert.
    pub alert: Uuid,
    /// Who owes the answer.
    pub owner: StateCode,
    /// Who waits for it.
    pub asker: StateCode,
}

/// Answers the questions that are overdue at an instant and of which that has not been said; at most a hundred, the first asked first.
pub(in crate::alerts) fn newly_overdue(
    connection: &Connection,
    now: Timestamp,
) -> Result<Vec<NewlyOverdue>, StoreError> {
    let question = format!(
        "SELECT s.position, s.alert, a.owner, s.state FROM alerts_supplement AS s JOIN alerts_alert AS a ON a.alert = s.alert \
         WHERE s.asked_us + s.hours * 3600000000 < ?1 AND {ENDED} IS NULL AND {OWNER_ON} AND {ASKER_ON} \
         AND NOT EXISTS (SELECT 1 FROM alerts_supplement_late AS l WHERE l.asked_at = s.position) ORDER BY s.position LIMIT 100"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query([now.as_microsecond()])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (owner, asker): (String, String) = (row.get(2)?, row.get(3)?);
        all.push(NewlyOverdue {
            asked_at: row.get(0)?,
            alert: row.get(1)?,
            owner: state(&owner)?,
            asker: state(&asker)?,
        });
    }
    Ok(all)
}

fn request(row: &Row<'_>) -> Result<Request, StoreError> {
    let (owner, category, asker, kind): (String, String, String, String) =
        (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
    let (asked, last): (Timestamp, Option<String>) = (instant(row.get(7)?)?, row.get(9)?);
    let last = match last {
        Some(code) => Some((read(&code, SupplementReply::read)?, instant(row.get(10)?)?)),
        None => None,
    };
    Ok(Request {
        asked_at: row.get(0)?,
        alert: row.get(1)?,
        reference: row.get(2)?,
        owner: state(&owner)?,
        category: read(&category, Category::read)?,
        asker: state(&asker)?,
        kind: read(&kind, SupplementKind::read)?,
        asked,
        due: clock::due(asked, row.get(8)?),
        last,
    })
}

fn read<T>(code: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
    read(code).ok_or_else(|| damaged(code))
}
