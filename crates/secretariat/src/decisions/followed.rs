//! What was said last of the decisions of meetings that somebody follows.

use base::store::StoreError;
use jiff::Timestamp;
use rusqlite::Connection;

use super::queries::{read, unreadable};
use crate::meetings::Symbol;

/// Something that was said of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DecisionSaid {
    pub(crate) symbol: Symbol,
    /// Whether it came after the decision: a note, a correction, a link, an event.
    pub(crate) later: bool,
    pub(crate) at: Timestamp,
}

/// Answers what was said last of the decisions of some meetings, a list of symbols in JSON, up to `rows` of it, whoever may see them.
pub(crate) fn followed(now: &Connection, meetings: &str, rows: usize) -> Result<Vec<DecisionSaid>, StoreError> {
    let mut statement = now.prepare_cached(
        "WITH followed (symbol, at_us) AS (SELECT symbol, at_us FROM json_each(?1) JOIN decisions_decision ON meeting = value) \
         SELECT symbol, 0, at_us FROM followed \
         UNION ALL SELECT decision, 1, later.at_us FROM followed JOIN decisions_later AS later ON decision = symbol \
         ORDER BY 3 DESC LIMIT ?2",
    )?;
    let found = statement.query_map((meetings, rows), |row| {
        Ok(DecisionSaid {
            symbol: read(row, 0)?,
            later: row.get(1)?,
            at: Timestamp::from_microsecond(row.get(2)?).map_err(|error| unreadable(2, error))?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
