//! What may be read of one obligation: its order, what was recorded of it, and so where each who answers for it stands.

use base::store::StoreError;
use conference::due::{Anchor, Anchors, DueRule};
use conference::obligations::{Act, Known, Obligation, Order, Sharing, Standing, Step, standings};
use conference::recorded::{History, Recorded, Sequence};
use conference::said::Said;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row};

use super::owner;
use super::reference::Reference;
use crate::meetings::Called;

/// An obligation as it was charged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Charged {
    pub(crate) id: u64,
    pub(crate) reference: Reference,
    pub(crate) obligation: Obligation,
    pub(crate) what_es: Option<String>,
    pub(crate) adopted_on: Date,
    pub(crate) meeting_ended_on: Option<Date>,
    pub(crate) series: String,
    pub(crate) members_only: bool,
    pub(crate) at: Timestamp,
}

/// Something recorded of an obligation, with who said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Noted {
    pub(crate) position: u64,
    pub(crate) party: String,
    pub(crate) at: Timestamp,
    pub(crate) act: Act,
}

/// Things recorded of one obligation that are read at most.
const ACTS_MAX: usize = 5_000;

/// Answers whether the days that a rule gives depend on meetings, or come again: they are counted at each look.
pub(crate) fn moves(rule: &DueRule) -> bool {
    match rule {
        DueRule::Counted { anchor: Anchor::Meeting(_), .. } | DueRule::Meeting { .. } => true,
        DueRule::Counted { .. } | DueRule::By(_) => false,
        DueRule::EachMeeting(_) | DueRule::Every { .. } => true,
    }
}

/// Answers the number under which the tables have an obligation; none where there is no such one.
pub(crate) fn number_of(connection: &Connection, reference: &Reference) -> Result<Option<u64>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT id FROM obligations_obligation WHERE decision = ?1 AND number = ?2")?;
    Ok(statement.query_row((reference.decision.as_str(), reference.number), |row| row.get(0)).optional()?)
}

/// Answers one obligation by its number in the tables.
pub(crate) fn one(connection: &Connection, id: u64) -> Result<Option<Charged>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, decision, number, verb, owners, jointly, what, what_es, rule, begins_on, condition, lapses, adopted_on, \
         meeting_ended_on, series, members_only, at_us FROM obligations_obligation WHERE id = ?1",
    )?;
    Ok(statement.query_row([id], charged).optional()?)
}

/// Answers everything that was recorded of an obligation, in the journal's order.
pub(crate) fn noted(connection: &Connection, id: u64) -> Result<Vec<Noted>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT position, party, at_us, kind, owners, period, on_day, completes, text, decision, evidence, before, overdue \
         FROM obligations_act WHERE obligation = ?1 ORDER BY position LIMIT ?2",
    )?;
    let found = statement.query_map((id, ACTS_MAX), act)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers the same as the rules of the conference want it.
pub(crate) fn history(connection: &Connection, id: u64) -> Result<History<Act>, StoreError> {
    Ok(history_of(&noted(connection, id)?))
}

/// Makes a history of what was read.
pub(crate) fn history_of(noted: &[Noted]) -> History<Act> {
    let mut history = History::default();
    for Noted { position, at, act, .. } in noted {
        let recorded = Recorded { sequence: Sequence(*position), received_at: *at, act: act.clone() };
        // Positions are the table's key, so no two acts claim one.
        let _ = history.add(recorded);
    }
    history
}

impl Charged {
    /// Answers what its day is counted from, as far as that does not move: the decision, and an event once it has happened.
    pub(crate) fn anchors(&self, history: &History<Act>) -> Anchors {
        let mut anchors = Anchors {
            adopted_on: Some(self.adopted_on),
            meeting_ended_on: self.meeting_ended_on,
            ..Anchors::default()
        };
        if let Some(DueRule::Counted { anchor: Anchor::Event(event), .. }) = &self.obligation.order().rule {
            // That the event has happened is written down as a condition that was met.
            anchors.events = history
                .acts()
                .filter_map(|recorded| match &recorded.act {
                    Act::ConditionMet { on, .. } => Some((event.clone(), *on)),
                    _ => None,
                })
                .collect();
        }
        anchors
    }

    /// Answers where everybody who answers for it stands.
    pub(crate) fn standings(
        &self,
        history: &History<Act>,
        called: &[Called],
        now: Timestamp,
        seat: TimeZone,
    ) -> Vec<Standing> {
        let (mut anchors, mut meetings) = (self.anchors(history), Vec::new());
        if let Some(rule) = &self.obligation.order().rule {
            meetings = super::dated::parting(rule, &self.series, called);
            anchors.meetings =
                super::dated::meetings_named(rule, self.obligation.order().begins_on, &self.series, called);
        }
        standings(&self.obligation, history, &Known { anchors, meetings, now, seat })
    }
}

fn charged(row: &Row<'_>) -> rusqlite::Result<Charged> {
    let verb: String = row.get(3)?;
    let owners: String = row.get(4)?;
    let jointly: bool = row.get(5)?;
    let order = Order {
        decision: row.get(1)?,
        verb: verb.parse().map_err(|_| damaged(3))?,
        owners: owner::parse_all(&owners).ok_or_else(|| damaged(4))?,
        sharing: if jointly { Sharing::Jointly } else { Sharing::Severally },
        what: said(row, 6)?,
        rule: maybe(row, 8)?,
        begins_on: read(row, 9)?,
        condition: row.get::<_, Option<String>>(10)?.map(|text| parsed_said(&text, 10)).transpose()?,
        lapses: row.get(11)?,
    };
    Ok(Charged {
        id: row.get(0)?,
        reference: Reference { decision: read(row, 1)?, number: row.get(2)? },
        obligation: Obligation::follow(order).ok().flatten().ok_or_else(|| damaged(3))?,
        what_es: row.get(7)?,
        adopted_on: read(row, 12)?,
        meeting_ended_on: maybe(row, 13)?,
        series: row.get(14)?,
        members_only: row.get(15)?,
        at: instant(row, 16)?,
    })
}

fn act(row: &Row<'_>) -> rusqlite::Result<Noted> {
    let kind: String = row.get(3)?;
    let owners: String = row.get(4)?;
    let one = || owner::parse(&owners).ok_or_else(|| damaged(4));
    let period = row.get(5)?;
    let day = || read(row, 6);
    let act = match kind.as_str() {
        "evidence" => {
            Act::Evidence { owner: one()?, period, happened_on: day()?, completes: row.get(7)?, text: said(row, 8)? }
        }
        "evidence_withdrawn" => Act::EvidenceWithdrawn { of: Sequence(row.get(10)?), reason: said(row, 8)? },
        "expected" => Act::Expected { owner: one()?, period, expected_on: day()?, reason: said(row, 8)? },
        "condition_met" => Act::ConditionMet { on: day()?, text: said(row, 8)? },
        "released" => Act::Released { on: day()?, decision: row.get(9)? },
        "reminded" => Act::Reminded {
            owners: owner::parse_all(&owners).ok_or_else(|| damaged(4))?,
            period,
            due_on: day()?,
            step: match (row.get(11)?, row.get(12)?) {
                (Some(days), _) => Step::Before { days },
                (None, Some(number)) => Step::Overdue { number },
                (None, None) => return Err(damaged(12)),
            },
        },
        _ => return Err(damaged(3)),
    };
    Ok(Noted { position: row.get(0)?, party: row.get(1)?, at: instant(row, 2)?, act })
}

fn said(row: &Row<'_>, at: usize) -> rusqlite::Result<Said> {
    parsed_said(&row.get::<_, String>(at)?, at)
}

fn parsed_said(text: &str, at: usize) -> rusqlite::Result<Said> {
    Said::parse(text).map_err(|error| unreadable(at, error))
}

fn instant(row: &Row<'_>, at: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_microsecond(row.get(at)?).map_err(|error| unreadable(at, error))
}

fn read<T: std::str::FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get::<_, String>(at)?.parse().map_err(|error| unreadable(at, error))
}

fn maybe<T: std::str::FromStr>(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<T>>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text: Option<String> = row.get(at)?;
    text.map(|text| text.parse().map_err(|error| unreadable(at, error))).transpose()
}

fn unreadable(at: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error))
}

fn damaged(at: usize) -> rusqlite::Error {
    unreadable(at, super::reference::NotAReference)
}
