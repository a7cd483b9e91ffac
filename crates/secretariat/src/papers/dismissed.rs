//! What was said of flags: that one is no fault, and why.

use std::collections::BTreeMap;

use base::store::StoreError;
use jiff::Timestamp;
use journal::StateCode;
use rusqlite::Connection;

use super::queries::instant;
use crate::meetings::{Symbol, read};

/// That a flag is no fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dismissed {
    /// Who said so.
    pub(super) party: StateCode,
    /// Why.
    pub(super) reason: String,
    pub(super) at: Timestamp,
}

/// Flags of one document that are dismissed at most.
pub(super) const DISMISSED_MAX: usize = 1_000;

/// Answers what was dismissed of one document, by the name of the flag.
pub(super) fn dismissed(now: &Connection, symbol: &Symbol) -> Result<BTreeMap<String, Dismissed>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT flag, party, reason, at_us FROM papers_dismissed WHERE symbol = ?1 ORDER BY flag LIMIT ?2",
    )?;
    let found = statement.query_map((symbol.as_str(), DISMISSED_MAX), |row| {
        Ok((row.get(0)?, Dismissed { party: read(row, 1)?, reason: row.get(2)?, at: instant(row, 3)? }))
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
