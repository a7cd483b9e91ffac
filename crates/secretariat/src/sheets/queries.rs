//! What may be read of policy sheets.

use base::store::StoreError;
use conference::review;
use jiff::Timestamp;
use jiff::civil::Date;
use journal::StateCode;
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::entries::Written;
use super::topics;
use crate::meetings::read;
use crate::rounds;

/// Versions of one sheet that its page shows, the last first.
pub(super) const VERSIONS_MAX: usize = 50;
/// Sheets of all States: more than there are States and topics.
const SHEETS_MAX: usize = 2_000;

/// A sheet as somebody wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Version {
    pub(super) position: u64,
    pub(super) state: StateCode,
    pub(super) content: Written,
    pub(super) person: Uuid,
    pub(super) written_at: Timestamp,
    pub(super) published_at: Option<Timestamp>,
}

/// Whose policy on what: the code of a State, `-`, the code of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) state: StateCode,
    pub(super) topic: String,
}

impl Reference {
    /// Reads it as an address has it; none where there is no such topic.
    pub(super) fn parse(text: &str) -> Option<Reference> {
        let (state, topic) = text.split_once('-')?;
        topics::key(topic)?;
        let read = Reference { state: state.parse().ok()?, topic: topic.to_owned() };
        (read.to_string() == text).then_some(read)
    }
}

impl std::fmt::Display for Reference {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{}-{}", self.state, self.topic)
    }
}

impl Version {
    /// Answers whose policy on what it is.
    pub(super) fn reference(&self) -> Reference {
        Reference { state: self.state, topic: self.content.topic.clone() }
    }

    /// Answers the last day on which it is looked at again in time.
    pub(super) fn review_due(&self) -> Date {
        review::due(self.content.reviewed_on, self.content.months)
    }

    /// Answers whether that is overdue on a day.
    pub(super) fn is_overdue(&self, today: Date) -> bool {
        review::is_overdue(self.content.reviewed_on, self.content.months, today)
    }
}

const VERSION: &str = "SELECT position, state, topic, short_en, short_es, text_en, text_es, original, source, link, paper, \
    policy_on, reviewed_on, months, person, written_us, published_us FROM sheets_version";

/// Answers what every State had published by an instant, of each sheet the last.
pub(super) fn as_of(now: &Connection, at: Timestamp) -> Result<Vec<Version>, StoreError> {
    let mut statement = now.prepare_cached(&format!(
        "{VERSION} WHERE position IN (SELECT max(position) FROM sheets_version WHERE published_us <= ?1 GROUP BY state, topic) \
         ORDER BY topic, state LIMIT ?2"
    ))?;
    let found = statement.query_map((at.as_microsecond(), SHEETS_MAX), version)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers what was published of a sheet, the last first.
pub(super) fn published(now: &Connection, of: &Reference) -> Result<Vec<Version>, StoreError> {
    let mut statement = now.prepare_cached(&format!(
        "{VERSION} WHERE state = ?1 AND topic = ?2 AND published_us IS NOT NULL ORDER BY position DESC LIMIT ?3"
    ))?;
    let found = statement.query_map((of.state.as_str(), &of.topic, VERSIONS_MAX), version)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers what was written of a sheet last, where nobody has let it through.
pub(super) fn pending(now: &Connection, of: &Reference) -> Result<Option<Version>, StoreError> {
    let last = last(now, of)?;
    Ok(last.filter(|version| version.published_at.is_none()))
}

/// Answers what was written of a sheet last.
pub(super) fn last(now: &Connection, of: &Reference) -> Result<Option<Version>, StoreError> {
    let mut statement =
        now.prepare_cached(&format!("{VERSION} WHERE state = ?1 AND topic = ?2 ORDER BY position DESC LIMIT 1"))?;
    Ok(statement.query_row((of.state.as_str(), &of.topic), version).optional()?)
}

/// Answers what was written and not let through, of one State or of all, the oldest first.
pub(super) fn all_pending(now: &Connection, state: Option<StateCode>) -> Result<Vec<Version>, StoreError> {
    let state = state.map(|state| state.to_string()).unwrap_or_default();
    let mut statement = now.prepare_cached(&format!(
        "{VERSION} WHERE position IN (SELECT max(position) FROM sheets_version WHERE ?1 = '' OR state = ?1 GROUP BY state, topic) \
         AND published_us IS NULL ORDER BY position LIMIT ?2"
    ))?;
    let found = statement.query_map((state, SHEETS_MAX), version)?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn version(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        position: row.get(0)?,
        state: read(row, 1)?,
        content: Written {
            topic: row.get(2)?,
            short_en: row.get(3)?,
            short_es: row.get(4)?,
            text_en: row.get(5)?,
            text_es: row.get(6)?,
            original: row.get(7)?,
            source: row.get(8)?,
            link: row.get(9)?,
            paper: row.get(10)?,
            policy_on: read(row, 11)?,
            reviewed_on: read(row, 12)?,
            months: row.get(13)?,
        },
        person: row.get(14)?,
        written_at: rounds::instant(row.get(15)?),
        published_at: row.get::<_, Option<i64>>(16)?.map(rounds::instant),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_names_a_topic_of_the_list() {
        let read = Reference::parse("HND-family-reunification");
        assert_eq!(read.map(|of| of.to_string()), Some("HND-family-reunification".to_owned()));
        for none in ["", "HND", "HND-", "HND-weather", "hnd-refugees", "HND-Refugees", "refugees"] {
            assert_eq!(Reference::parse(none), None, "{none}");
        }
    }
}
