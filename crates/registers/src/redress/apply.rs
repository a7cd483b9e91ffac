//! What each entry means for the tables. It depends on the entry and the tables alone.

use base::store::{Recorded, StoreError};
use jiff::tz::TimeZone;
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::coded::Ground;
use super::entries::{Answered, Decided, Destroyed, Opened, Proposed, RedressEntry, Remembered};

/// Applies one entry.
pub(super) fn apply(connection: &Connection, recorded: &Recorded<'_>) -> Result<(), StoreError> {
    let of = Applying { connection, recorded };
    match RedressEntry::read(recorded.kind(), recorded.payload)? {
        RedressEntry::Opened(entry) => of.opened(&entry),
        RedressEntry::Answered(entry) => of.answered(&entry),
        RedressEntry::Referred(entry) => {
            connection.execute(
                "UPDATE redress_case SET referred_on = ?2 WHERE petition = ?1",
                (entry.petition, entry.on.to_string()),
            )?;
            of.said(entry.petition)
        }
        RedressEntry::Named(entry) => {
            connection
                .execute("UPDATE redress_case SET alert = ?2 WHERE petition = ?1", (entry.petition, entry.alert))?;
            of.said(entry.petition)
        }
        RedressEntry::Proposed(entry) => of.proposed(&entry),
        RedressEntry::Decided(entry) => of.decided(&entry),
        RedressEntry::Remembered(entry) => of.remembered(&entry),
        RedressEntry::Destroyed(entry) => of.destroyed(&entry),
    }
}

struct Applying<'a> {
    connection: &'a Connection,
    recorded: &'a Recorded<'a>,
}

impl Applying<'_> {
    fn opened(&self, entry: &Opened) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT INTO redress_case (petition, reference, year, number, state, kind, asker, tongue, lodged_on, due_on) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                entry.petition,
                reference(&entry.process, entry.year, entry.number),
                entry.year,
                entry.number,
                self.recorded.state().as_str(),
                entry.kind.code(),
                entry.asker.code(),
                entry.tongue.code(),
                entry.lodged_on.to_string(),
                entry.due_on.to_string(),
            ],
        )?;
        self.connection.execute(
            "INSERT INTO redress_sealed (petition, asked, contact) VALUES (?1, ?2, ?3)",
            (entry.petition, entry.asked.column(), entry.contact.column()),
        )?;
        self.said(entry.petition)
    }

    fn answered(&self, entry: &Answered) -> Result<(), StoreError> {
        self.connection.execute(
            "UPDATE redress_case SET outcome = ?2, ground = ?3, answered_on = ?4 WHERE petition = ?1",
            params![entry.petition, entry.outcome.code(), entry.ground.map(Ground::code), entry.on.to_string()],
        )?;
        self.connection.execute(
            "UPDATE redress_sealed SET remedy = ?2 WHERE petition = ?1",
            (entry.petition, entry.remedy.column()),
        )?;
        self.said(entry.petition)
    }

    fn proposed(&self, entry: &Proposed) -> Result<(), StoreError> {
        let recorded = self.recorded;
        self.connection.execute(
            "INSERT INTO redress_proposal (position, petition, state, person, ruling, ground) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                recorded.position,
                entry.petition,
                recorded.state().as_str(),
                recorded.person(),
                entry.ruling.code(),
                entry.ground.code(),
            ],
        )?;
        self.said(entry.petition)
    }

    fn decided(&self, entry: &Decided) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT INTO redress_decision (year, number, month, sort, ruling, ground) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![entry.year, entry.number, entry.month, entry.sort.code(), entry.ruling.code(), entry.ground.code()],
        )?;
        self.connection.execute("UPDATE redress_proposal SET decided = 1 WHERE position = ?1", [entry.proposed_at])?;
        let at = jiff::Timestamp::from_microsecond(self.recorded.at_us())
            .map_err(|_| StoreError::Damaged("redress: a time".to_owned()))?;
        self.connection.execute(
            "UPDATE redress_case SET decided_on = ?2 WHERE petition = ?1",
            (entry.petition, TimeZone::UTC.to_datetime(at).date().to_string()),
        )?;
        Ok(())
    }

    /// Notes what stays, in the place of the case itself.
    fn remembered(&self, entry: &Remembered) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT INTO redress_past (petition, year, number, kind, outcome) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![entry.petition, entry.year, entry.number, entry.kind.code(), entry.outcome.code()],
        )?;
        Ok(())
    }

    /// The State at which it was lodged forgets first; what others said of a case that is gone goes by their own rules.
    fn destroyed(&self, entry: &Destroyed) -> Result<(), StoreError> {
        for position in &entry.positions {
            self.connection.prepare_cached("DELETE FROM redress_said WHERE position = ?1")?.execute([position])?;
            self.connection.prepare_cached("DELETE FROM redress_proposal WHERE position = ?1")?.execute([position])?;
        }
        let gone = self.connection.execute(
            "DELETE FROM redress_case WHERE petition = ?1 AND state = ?2",
            (entry.petition, self.recorded.state().as_str()),
        )?;
        if gone > 0 {
            self.connection.execute("DELETE FROM redress_sealed WHERE petition = ?1", [entry.petition])?;
        }
        Ok(())
    }

    fn said(&self, petition: Uuid) -> Result<(), StoreError> {
        let recorded = self.recorded;
        self.connection.execute(
            "INSERT INTO redress_said (position, petition, state) VALUES (?1, ?2, ?3)",
            params![recorded.position, petition, recorded.state().as_str()],
        )?;
        Ok(())
    }
}

/// Writes a reference as people say it.
pub(super) fn reference(process: &str, year: i16, number: u32) -> String {
    format!("{process}-R-{year:04}-{number:04}")
}
