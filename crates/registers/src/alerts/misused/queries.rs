//! The reads about holders of misused identities. Nobody is searched for by what is here: a comparison asks it of alerts that were
//! found already.

use std::collections::BTreeMap;

use base::ids::StateCode;
use base::store::{Sealer, StoreError, Words};
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::{KEPT_MAX, Misuse};
use crate::alerts::closed;
use crate::alerts::queries::{by_state, day, state, words};
use crate::alerts::switch::{damaged, instant};
use crate::document::DocumentKind;

/// What is kept of one holder, as their alert's State sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::alerts) struct Kept {
    /// Position of the entry by which it was entered.
    pub entered_at: u64,
    /// Who entered it.
    pub person: Uuid,
    /// The State that issued the document.
    pub issuer: StateCode,
    /// What sort it is.
    pub kind: DocumentKind,
    /// Keyed hash of it.
    pub document: [u8; 16],
    /// Place of birth; may be empty.
    pub born_at: Words,
    /// Day of the written consent.
    pub consented_on: Date,
    /// Where that paper is kept.
    pub kept_at: Words,
    /// The office that took it.
    pub taken_by: Words,
    /// When it was entered.
    pub entered: Timestamp,
    /// Position of the second person's entry, and when that was; none before.
    pub confirmed: Option<(u64, Timestamp)>,
}

/// Answers what is kept of holders beside an alert, the first entered first.
pub(in crate::alerts) fn of_alert(connection: &Connection, alert: Uuid) -> Result<Vec<Kept>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT position, person, issuer, kind, document, born_at, consented_on, kept_at, taken_by, entered_us, confirmed_at, \
         confirmed_us, state FROM alerts_misused WHERE alert = ?1 ORDER BY position LIMIT ?2",
    )?;
    let mut rows = statement.query((alert, KEPT_MAX))?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(kept(alert, row)?);
    }
    Ok(all)
}

fn kept(alert: Uuid, row: &Row<'_>) -> Result<Kept, StoreError> {
    let (by, document): (String, [u8; 16]) = (row.get(12)?, row.get(4)?);
    let (by, holder) = (state(&by)?, closed::of_document(&document));
    let closed = |at, field| words(row, at, closed::bound(field, by, alert, holder));
    let (issuer, kind, consented_on): (String, String, String) = (row.get(2)?, row.get(3)?, row.get(6)?);
    let confirmed: (Option<u64>, Option<i64>) = (row.get(10)?, row.get(11)?);
    Ok(Kept {
        entered_at: row.get(0)?,
        person: row.get(1)?,
        issuer: state(&issuer)?,
        kind: kind.parse().map_err(|_| damaged(&kind))?,
        document,
        born_at: closed(5, closed::BORN_AT)?,
        consented_on: day(&consented_on)?,
        kept_at: closed(7, closed::KEPT_AT)?,
        taken_by: closed(8, closed::TAKEN_BY)?,
        entered: instant(row.get(9)?)?,
        confirmed: match confirmed {
            (Some(at), Some(us)) => Some((at, instant(us)?)),
            _ => None,
        },
    })
}

/// Answers what an officer is told of the document of a holder that two people have confirmed beside an alert; none for any other.
///
/// Whether the alert itself may be shown is asked before.
pub(in crate::alerts) fn clears(
    connection: &Connection,
    sealer: &Sealer,
    alert: Uuid,
    documents: &[[u8; 16]],
) -> Result<Option<Misuse>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT born_at, state FROM alerts_misused WHERE document = ?1 AND alert = ?2 AND confirmed_at IS NOT NULL LIMIT 1",
    )?;
    for document in documents {
        let mut rows = statement.query((document, alert))?;
        if let Some(row) = rows.next()? {
            let by: String = row.get(1)?;
            let bound = closed::bound(closed::BORN_AT, state(&by)?, alert, closed::of_document(document));
            return Ok(Some(Misuse { action: "none", born_at: words(row, 0, bound)?.open(sealer)? }));
        }
    }
    Ok(None)
}

/// Answers the positions of all entries about holders beside an alert, all of its own State's series.
pub(in crate::alerts) fn positions(connection: &Connection, alert: Uuid) -> Result<Vec<u64>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT position FROM alerts_misused WHERE alert = ?1 \
         UNION ALL SELECT confirmed_at FROM alerts_misused WHERE alert = ?1 AND confirmed_at IS NOT NULL ORDER BY 1",
    )?;
    Ok(statement.query_map([alert], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Answers the entries about holders beside alerts that have ended, State by State; some hundred at most.
pub(in crate::alerts) fn over(
    connection: &Connection,
    today: Date,
) -> Result<BTreeMap<StateCode, Vec<u64>>, StoreError> {
    by_state(
        connection
            .prepare_cached(
                "WITH over AS (SELECT m.state, m.position, m.confirmed_at FROM alerts_misused AS m \
                 JOIN alerts_alert AS a ON a.alert = m.alert WHERE a.withdrawn_on IS NOT NULL OR a.ends_on <= ?1 \
                 ORDER BY m.position LIMIT 100) SELECT state, position FROM over \
                 UNION ALL SELECT state, confirmed_at FROM over WHERE confirmed_at IS NOT NULL ORDER BY 2",
            )?
            .query([today.to_string()])?,
    )
}
