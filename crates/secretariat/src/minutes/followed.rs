//! What was said last of the minutes of meetings that somebody follows.

use base::access::Resource;
use base::store::StoreError;
use base::words::Language;
use jiff::Timestamp;
use rusqlite::Connection;

use super::queries::{instant, resource, resource_of_revision};
use crate::meetings::{Symbol, read};

/// Something that was said of the minutes of a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MinutesSaid {
    pub(crate) meeting: Symbol,
    /// The revision that was written; none where the minutes were adopted.
    pub(crate) revision: Option<(Language, u32)>,
    pub(crate) at: Timestamp,
}

impl MinutesSaid {
    /// Answers what the policies must know of it: a draft stays with members when what was adopted is opened.
    pub(crate) fn resource(&self, now: &Connection) -> Result<Option<Resource>, StoreError> {
        let reference = self.meeting.in_address();
        match self.revision {
            Some((language, revision)) => resource_of_revision(now, &reference, language.tag(), &revision.to_string()),
            None => resource(now, &reference),
        }
    }
}

/// Answers what was said last of the minutes of some meetings, a list of symbols in JSON, up to `rows` of it, whoever may see them.
pub(crate) fn followed(now: &Connection, meetings: &str, rows: usize) -> Result<Vec<MinutesSaid>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT meeting, language, revision, at_us FROM json_each(?1) JOIN minutes_revision ON meeting = value \
         UNION ALL SELECT meeting, NULL, NULL, at_us FROM json_each(?1) JOIN minutes_adopted ON meeting = value \
         ORDER BY at_us DESC LIMIT ?2",
    )?;
    let found = statement.query_map((meetings, rows), |row| {
        let tag: Option<String> = row.get(1)?;
        let revision: Option<u32> = row.get(2)?;
        Ok(MinutesSaid {
            meeting: read(row, 0)?,
            revision: tag.as_deref().and_then(Language::parse).zip(revision),
            at: instant(row, 3)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
