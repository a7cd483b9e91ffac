//! What the yearly figures count of alerts: how many, of which category, of which State, and nothing of any one of them (G-30).

use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use rusqlite::{Connection, Params};

/// What is counted of some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Happened {
    /// Came in force for the first time: category, owner.
    Entered,
    /// A second person left it in force for longer: category, owner.
    Extended,
    /// Its State took it back, once it had been in force: category, owner.
    Withdrawn,
    /// Its time was over: category, owner.
    Expired,
    /// The panel decided that it goes: category, owner.
    Deleted,
    /// A possible match was answered: outcome, the officer's State.
    Met,
    /// A second person set a flag: reason, the State.
    Flagged,
}

/// So many, of one kind and one State.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Many {
    /// Code of a category, an outcome or a reason.
    pub of: String,
    /// Three letters of the State.
    pub state: String,
    /// How many.
    pub count: u64,
}

/// Answers the day on which the register was first switched on; none while it never was.
pub fn began(connection: &Connection) -> Result<Option<Date>, StoreError> {
    let first: Option<i64> = connection
        .prepare_cached("SELECT min(at_us) FROM alerts_switched WHERE kind = 'adopted'")?
        .query_row([], |row| row.get(0))?;
    let at = first.map(Timestamp::from_microsecond).transpose();
    Ok(at.map_err(|_| super::switch::damaged("an instant"))?.map(super::today))
}

/// Counts what happened from one day on, before another.
pub fn happened(connection: &Connection, what: Happened, from: Date, until: Date) -> Result<Vec<Many>, StoreError> {
    let (from_us, until_us) = (start_us(from)?, start_us(until)?);
    match what {
        Happened::Entered => many(
            connection,
            "SELECT a.category, a.owner, count(*) FROM alerts_alert AS a JOIN \
             (SELECT alert, min(at_us) AS first_us FROM alerts_event WHERE kind = 'activated' GROUP BY alert) AS e \
             ON e.alert = a.alert WHERE e.first_us >= ?1 AND e.first_us < ?2 GROUP BY a.category, a.owner",
            (from_us, until_us),
        ),
        Happened::Extended => many(
            connection,
            "SELECT a.category, a.owner, count(*) FROM alerts_event AS e JOIN alerts_alert AS a ON a.alert = e.alert \
             WHERE e.kind = 'extended' AND e.at_us >= ?1 AND e.at_us < ?2 GROUP BY a.category, a.owner",
            (from_us, until_us),
        ),
        Happened::Withdrawn => many(
            connection,
            "SELECT category, owner, count(*) FROM alerts_alert WHERE active_version IS NOT NULL \
             AND withdrawn_on >= ?1 AND withdrawn_on < ?2 GROUP BY category, owner",
            (from.to_string(), until.to_string()),
        ),
        Happened::Expired => many(
            connection,
            "SELECT category, owner, count(*) FROM alerts_alert WHERE active_version IS NOT NULL \
             AND until >= ?1 AND until < ?2 AND (withdrawn_on IS NULL OR withdrawn_on >= until) GROUP BY category, owner",
            (from.to_string(), until.to_string()),
        ),
        Happened::Deleted => many(
            connection,
            "SELECT a.category, a.owner, count(*) FROM alerts_ruling AS r JOIN alerts_alert AS a ON a.alert = r.alert \
             WHERE r.ruling = 'delete' AND r.at_us >= ?1 AND r.at_us < ?2 GROUP BY a.category, a.owner",
            (from_us, until_us),
        ),
        Happened::Met => many(
            connection,
            // What an owner must not be told it must not be able to count either (G-23).
            "SELECT m.outcome, m.state, count(*) FROM alerts_met AS m WHERE m.at_us >= ?1 AND m.at_us < ?2 AND NOT EXISTS \
             (SELECT 1 FROM alerts_veiled AS w WHERE w.position = m.position) GROUP BY m.outcome, m.state",
            (from_us, until_us),
        ),
        Happened::Flagged => many(
            connection,
            "SELECT reason, state, count(*) FROM alerts_flag WHERE set_us >= ?1 AND set_us < ?2 GROUP BY reason, state",
            (from_us, until_us),
        ),
    }
}

/// Counts the alerts that were in force when a day began, by category and owner.
pub fn in_force(connection: &Connection, on: Date) -> Result<Vec<Many>, StoreError> {
    many(
        connection,
        "SELECT a.category, a.owner, count(*) FROM alerts_alert AS a JOIN \
         (SELECT alert, min(at_us) AS first_us FROM alerts_event WHERE kind = 'activated' GROUP BY alert) AS e \
         ON e.alert = a.alert WHERE e.first_us < ?1 AND a.until > ?2 \
         AND (a.withdrawn_on IS NULL OR a.withdrawn_on >= ?2) GROUP BY a.category, a.owner",
        (start_us(on)?, on.to_string()),
    )
}

fn many(connection: &Connection, question: &'static str, of: impl Params) -> Result<Vec<Many>, StoreError> {
    let mut statement = connection.prepare_cached(question)?;
    let read = |row: &rusqlite::Row<'_>| Ok(Many { of: row.get(0)?, state: row.get(1)?, count: row.get(2)? });
    Ok(statement.query_map(of, read)?.collect::<Result<_, _>>()?)
}

/// Answers when a day begins, at UTC, in microseconds since 1970.
fn start_us(day: Date) -> Result<i64, StoreError> {
    let start = TimeZone::UTC.to_timestamp(day.into()).map_err(|_| super::switch::damaged("a day"))?;
    Ok(start.as_microsecond())
}
