//! What each entry means for the tables.
//!
//! Changes to an alert that is no longer there change nothing: when a rebuild comes to another State's confirmation of
//! an alert that has expired since, the alert's own entries say nothing any more.

use base::store::{Recorded, StoreError};
use base::words::Language;
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

use super::alert::{AlertText, Reference, version_hash};
use super::coded::Standing;
use super::entries::{AlertEntry, Corrected, Expired, Published, Submitted};
use super::pattern::SeriesPattern;

/// Applies one entry. It depends on the entry and the tables alone.
pub(super) fn apply(connection: &Connection, recorded: &Recorded<'_>) -> Result<(), StoreError> {
    let of = Applying { connection, recorded };
    match AlertEntry::read(recorded.kind(), recorded.payload)? {
        AlertEntry::Submitted(entry) => of.submitted(&entry),
        AlertEntry::Corrected(entry) => of.corrected(&entry),
        AlertEntry::Returned(entry) => {
            of.stand(entry.alert, Standing::Returned)?;
            of.event(entry.alert, Some(entry.version), Some(&entry.question))
        }
        AlertEntry::Confirmed(entry) => {
            of.stand(entry.alert, Standing::Confirmed)?;
            connection
                .prepare_cached(
                    "UPDATE alert_version SET confirmed_by = ?3, confirmed_us = ?4 WHERE alert = ?1 AND version = ?2",
                )?
                .execute((entry.alert, entry.version, recorded.state().as_str(), recorded.at_us()))?;
            of.event(entry.alert, Some(entry.version), None)
        }
        AlertEntry::Published(entry) => of.published(&entry),
        AlertEntry::Reviewed(entry) => {
            let (review_on, expires_on) = (entry.review_on.to_string(), entry.expires_on.to_string());
            connection
                .prepare_cached("UPDATE alert SET review_on = ?2, expires_on = ?3, touched = ?4 WHERE alert = ?1")?
                .execute(params![entry.alert, review_on, expires_on, recorded.position])?;
            connection
                .prepare_cached("UPDATE alert_in_force SET expires_on = ?2 WHERE alert = ?1")?
                .execute((entry.alert, expires_on))?;
            of.event(entry.alert, None, Some(entry.finding.code()))
        }
        AlertEntry::Superseded(entry) => {
            of.end(entry.alert, Standing::Superseded)?;
            connection
                .prepare_cached("UPDATE alert SET superseded_by = ?2 WHERE alert = ?1")?
                .execute((entry.alert, entry.by))?;
            of.event(entry.alert, None, None)
        }
        AlertEntry::Withdrawn(entry) => {
            let published: Option<Option<u32>> = connection
                .prepare_cached("SELECT published_version FROM alert WHERE alert = ?1")?
                .query_row([entry.alert], |row| row.get(0))
                .optional()?;
            let standing = if published.flatten().is_some() { Standing::Withdrawn } else { Standing::Retracted };
            of.end(entry.alert, standing)?;
            connection
                .prepare_cached("UPDATE alert SET withdrawn_for = ?2 WHERE alert = ?1")?
                .execute((entry.alert, entry.reason.code()))?;
            of.event(entry.alert, None, Some(entry.reason.code()))
        }
        AlertEntry::Expired(entry) => of.expired(&entry),
    }
}

struct Applying<'a> {
    connection: &'a Connection,
    recorded: &'a Recorded<'a>,
}

impl Applying<'_> {
    fn submitted(&self, entry: &Submitted) -> Result<(), StoreError> {
        let reference = Reference { process: entry.process.clone(), year: entry.year, number: entry.number };
        self.connection
            .prepare_cached(
                "INSERT INTO alert (alert, reference, year, number, owner, standing, version, submitted_us, touched, \
                 expires_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8, ?9)",
            )?
            .execute(params![
                entry.alert,
                reference.to_string(),
                entry.year,
                entry.number,
                self.recorded.state().as_str(),
                Standing::Submitted.code(),
                self.recorded.at_us(),
                self.recorded.position,
                entry.expires_on.to_string(),
            ])?;
        self.version(entry.alert, 1, &entry.text)?;
        self.event(entry.alert, Some(1), None)
    }

    fn corrected(&self, entry: &Corrected) -> Result<(), StoreError> {
        self.version(entry.alert, entry.version, &entry.text)?;
        self.connection
            .prepare_cached("UPDATE alert SET version = ?2 WHERE alert = ?1")?
            .execute((entry.alert, entry.version))?;
        self.stand(entry.alert, Standing::Submitted)?;
        self.event(entry.alert, Some(entry.version), Some(&entry.note))
    }

    fn version(&self, alert: Uuid, version: u32, text: &AlertText) -> Result<(), StoreError> {
        let body = text.encode();
        let hash = version_hash(alert, version, &body);
        self.connection
            .prepare_cached(
                "INSERT INTO alert_version (alert, version, author, at_us, hash, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((alert, version, self.recorded.person(), self.recorded.at_us(), hash, body))?;
        Ok(())
    }

    fn published(&self, entry: &Published) -> Result<(), StoreError> {
        let (review_on, expires_on) = (entry.review_on.to_string(), entry.expires_on.to_string());
        self.stand(entry.alert, Standing::Published)?;
        self.connection
            .prepare_cached(
                "UPDATE alert SET published_version = ?2, review_on = ?3, expires_on = ?4 WHERE alert = ?1",
            )?
            .execute((entry.alert, entry.version, review_on, &expires_on))?;
        self.connection
            .prepare_cached("UPDATE alert_version SET published_us = ?3 WHERE alert = ?1 AND version = ?2")?
            .execute((entry.alert, entry.version, self.recorded.at_us()))?;
        let body: Vec<u8> = self
            .connection
            .prepare_cached("SELECT body FROM alert_version WHERE alert = ?1 AND version = ?2")?
            .query_row((entry.alert, entry.version), |row| row.get(0))?;
        self.face(entry, &read_text(&body)?, &expires_on)?;
        self.event(entry.alert, Some(entry.version), None)
    }

    /// Puts a published version where lists and checks look, in place of an earlier one.
    fn face(&self, entry: &Published, text: &AlertText, expires_on: &str) -> Result<(), StoreError> {
        let position = self.recorded.position;
        self.connection.prepare_cached("DELETE FROM alert_listed WHERE alert = ?1")?.execute([entry.alert])?;
        self.connection
            .prepare_cached(
                "INSERT INTO alert_listed (position, alert, issuer, kind, class, in_force, words) \
                 VALUES (?1, ?2, ?3, ?4, ?5, 1, ?6)",
            )?
            .execute(params![
                position,
                entry.alert,
                text.issuer.as_str(),
                text.kind.ordinal(),
                text.class.code(),
                searchable(text)
            ])?;
        self.connection.prepare_cached("DELETE FROM alert_in_force WHERE alert = ?1")?.execute([entry.alert])?;
        let pattern = text.pattern.as_ref();
        self.connection
            .prepare_cached(
                "INSERT INTO alert_in_force (issuer, kind, length, prefix, newest, pattern, alert, version, expires_on) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            )?
            .execute(params![
                text.issuer.as_str(),
                text.kind.ordinal(),
                pattern.map_or(0, |pattern| pattern.as_str().len()),
                pattern.map_or("", SeriesPattern::prefix),
                -i64::try_from(position).unwrap_or(i64::MAX),
                pattern.map_or("", SeriesPattern::as_str),
                entry.alert,
                entry.version,
                expires_on,
            ])?;
        Ok(())
    }

    fn stand(&self, alert: Uuid, standing: Standing) -> Result<(), StoreError> {
        self.connection.prepare_cached("UPDATE alert SET standing = ?2, touched = ?3 WHERE alert = ?1")?.execute((
            alert,
            standing.code(),
            self.recorded.position,
        ))?;
        Ok(())
    }

    /// Takes an alert out of what checks answer with; members still find what it was.
    fn end(&self, alert: Uuid, standing: Standing) -> Result<(), StoreError> {
        self.stand(alert, standing)?;
        self.connection.prepare_cached("UPDATE alert_listed SET in_force = 0 WHERE alert = ?1")?.execute([alert])?;
        self.connection.prepare_cached("DELETE FROM alert_in_force WHERE alert = ?1")?.execute([alert])?;
        Ok(())
    }

    fn event(&self, alert: Uuid, version: Option<u32>, said: Option<&str>) -> Result<(), StoreError> {
        let recorded = self.recorded;
        self.connection
            .prepare_cached(
                "INSERT INTO alert_event (position, alert, state, kind, at_us, version, said) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((
                recorded.position,
                alert,
                recorded.state().as_str(),
                recorded.kind(),
                recorded.at_us(),
                version,
                said,
            ))?;
        Ok(())
    }

    /// Removes what the destroyed entries of this series had put there: for the alert's own State, all but what other
    /// States said, which waits to be destroyed in their series.
    fn expired(&self, entry: &Expired) -> Result<(), StoreError> {
        let (alert, state) = (entry.alert, self.recorded.state());
        let mut events = self.connection.prepare_cached("DELETE FROM alert_event WHERE position = ?1")?;
        for position in &entry.positions {
            events.execute([position])?;
        }
        self.connection
            .prepare_cached("DELETE FROM alert_remainder WHERE alert = ?1 AND state = ?2")?
            .execute((alert, state.as_str()))?;
        for table in ["alert_in_force", "alert_listed", "alert_version", "alert"] {
            self.connection.prepare_cached(&format!("DELETE FROM {table} WHERE alert = ?1"))?.execute([alert])?;
        }
        self.connection
            .prepare_cached("INSERT OR IGNORE INTO alert_remainder (alert, state) SELECT alert, state FROM alert_event WHERE alert = ?1")?
            .execute([alert])?;
        Ok(())
    }
}

/// Reads a stored text.
pub(super) fn read_text(body: &[u8]) -> Result<AlertText, StoreError> {
    minicbor::decode(body).map_err(|error| StoreError::Damaged(format!("an alert's text: {error}")))
}

/// Answers what a search looks through: pattern, places and points in every language, folded.
fn searchable(text: &AlertText) -> String {
    let mut words: Vec<String> = text.pattern.iter().map(|pattern| folded(pattern.as_str())).collect();
    for point in &text.points {
        words.push(folded(&point.place));
        words.extend(Language::ALL.into_iter().filter_map(|language| point.written(language)).map(folded));
    }
    words.join("\n")
}

/// Writes a text small and without the accents of our languages, so that a search need not have them.
pub(super) fn folded(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'á' | 'à' | 'â' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'î' | 'ï' => 'i',
            'ó' | 'ô' => 'o',
            'ú' | 'ù' | 'û' | 'ü' => 'u',
            'ñ' => 'n',
            'ç' => 'c',
            other => other,
        })
        .collect()
}
