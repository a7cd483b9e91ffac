//! What each entry means for the tables. It depends on the entry and the tables alone.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};
use uuid::Uuid;

use super::blocks;
use super::claims;
use super::coded::{Category, Standing};
use super::consultations;
use super::entries::{
    AlertsEntry, Cleared, Corrected, Decided, Drafted, Forgotten, Judged, Met, Remembered, Withdrawn,
};
use super::flags;
use super::glass;
use super::handling;
use super::misused;
use super::proposals;
use super::queries::stance;
use super::supplements;
use super::text::{RestingText, version_hash};

/// Applies one entry.
pub(super) fn apply(connection: &Connection, recorded: &Recorded<'_>) -> Result<(), StoreError> {
    let of = Applying { connection, recorded };
    match AlertsEntry::read(recorded.kind(), recorded.payload)? {
        AlertsEntry::Adopted(decided) => of.adopted(&decided),
        AlertsEntry::Repealed(decided) => of.repealed(&decided),
        AlertsEntry::OptedIn(entry) => {
            of.opt(entry.category, true, &entry.basis)?;
            of.switched(Some(entry.category), &entry.basis)
        }
        AlertsEntry::OptedOut(entry) => {
            of.opt(entry.category, false, "")?;
            of.switched(Some(entry.category), "")
        }
        AlertsEntry::Drafted(entry) => of.drafted(&entry),
        AlertsEntry::Corrected(entry) => of.corrected(&entry),
        AlertsEntry::Proposed(entry) => {
            of.writes(entry.alert)?;
            of.stand(entry.alert, Standing::Proposed)?;
            of.event(entry.alert, None)
        }
        AlertsEntry::Returned(entry) => {
            of.stand(entry.alert, Standing::Draft)?;
            of.event(entry.alert, Some(entry.question.column()))
        }
        AlertsEntry::Activated(entry) => of.activated(&entry),
        AlertsEntry::Extended(entry) => {
            of.judged(&entry)?;
            of.event(entry.alert, None)
        }
        AlertsEntry::Withdrawn(entry) => of.withdrawn(&entry),
        AlertsEntry::Remembered(entry) => of.remembered(&entry),
        AlertsEntry::Destroyed(entry) => of.destroyed(entry.alert),
        AlertsEntry::Met(entry) => of.met(&entry),
        AlertsEntry::Cleared(entry) => of.cleared(&entry),
        AlertsEntry::Forgotten(entry) => of.forgotten(&entry),
        AlertsEntry::FlagAsked(entry) => flags::apply::asked(connection, recorded, &entry),
        AlertsEntry::FlagSet(entry) => flags::apply::set(connection, recorded, &entry),
        AlertsEntry::FlagLifted(entry) => flags::apply::lifted(connection, recorded, &entry),
        AlertsEntry::Blocked(entry) => blocks::apply::blocked(connection, recorded, &entry),
        AlertsEntry::Unblocked(entry) => blocks::apply::unblocked(connection, recorded, &entry),
        AlertsEntry::Ruled(entry) => blocks::apply::ruled(connection, recorded, &entry),
        AlertsEntry::SupplementAsked(entry) => supplements::apply::asked(connection, recorded, &entry),
        AlertsEntry::SupplementSaid(entry) => supplements::apply::said(connection, recorded, &entry),
        AlertsEntry::SupplementOverdue(entry) => supplements::apply::overdue(connection, recorded, &entry),
        AlertsEntry::ClaimRecorded(entry) => claims::apply::recorded(connection, recorded, &entry),
        AlertsEntry::ClaimReferred(entry) => claims::apply::referred(connection, recorded, &entry),
        AlertsEntry::ClaimEnding(entry) => claims::apply::ending(connection, recorded, &entry),
        AlertsEntry::ClaimEnded(entry) => claims::apply::ended(connection, recorded, &entry),
        AlertsEntry::ConsultationOpened(entry) => consultations::apply::opened(connection, recorded, &entry),
        AlertsEntry::ConsultationSaid(entry) => consultations::apply::said(connection, recorded, &entry),
        AlertsEntry::ConsultationAgreed(entry) => consultations::apply::agreed(connection, recorded, &entry),
        AlertsEntry::ProposalMade(entry) => proposals::apply::made(connection, recorded, &entry),
        AlertsEntry::ProposalAnswered(entry) => {
            proposals::apply::answered(connection, recorded, &entry)?;
            of.event(entry.alert, None)
        }
        AlertsEntry::MisusedEntered(entry) => misused::apply::entered(connection, recorded, &entry),
        AlertsEntry::MisusedConfirmed(entry) => misused::apply::confirmed(connection, recorded, &entry),
        AlertsEntry::HandlingPermitted(entry) => handling::apply::permitted(connection, recorded, &entry),
        AlertsEntry::HandlingTakenBack(entry) => handling::apply::taken_back(connection, recorded, &entry),
        AlertsEntry::GlassBroken(entry) => glass::apply::broken(connection, recorded, &entry),
        AlertsEntry::GlassAnswered(entry) => glass::apply::answered(connection, recorded, &entry),
    }
}

struct Applying<'a> {
    connection: &'a Connection,
    recorded: &'a Recorded<'a>,
}

impl Applying<'_> {
    fn adopted(&self, decided: &Decided) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT OR REPLACE INTO alerts_adoption (one, symbol, adopted_on) VALUES (1, ?1, ?2)",
            (&decided.symbol, decided.on.to_string()),
        )?;
        self.switched(None, &decided.symbol)
    }

    fn repealed(&self, decided: &Decided) -> Result<(), StoreError> {
        self.connection.execute("DELETE FROM alerts_adoption", [])?;
        let changed_us = self.recorded.at_us();
        self.connection.execute("UPDATE alerts_opt SET opted = 0, changed_us = ?1 WHERE opted = 1", [changed_us])?;
        self.switched(None, &decided.symbol)
    }

    fn opt(&self, category: Category, opted: bool, basis: &str) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT OR REPLACE INTO alerts_opt (state, category, opted, basis, changed_us) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![self.recorded.state().as_str(), category.code(), opted, basis, self.recorded.at_us()],
        )?;
        Ok(())
    }

    fn drafted(&self, entry: &Drafted) -> Result<(), StoreError> {
        let waits_until = entry.waits_until.to_string();
        self.connection
            .prepare_cached(
                "INSERT INTO alerts_alert (alert, reference, year, number, owner, category, stance, of_child, standing, \
                 version, waits_until, ends_on, touched) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1, ?10, ?10, ?11)",
            )?
            .execute(params![
                entry.alert,
                reference(&entry.process, entry.year, entry.number),
                entry.year,
                entry.number,
                self.recorded.state().as_str(),
                entry.category.code(),
                stance(entry.category),
                entry.category.of_child(),
                Standing::Draft.code(),
                waits_until,
                self.recorded.position,
            ])?;
        self.version(entry.alert, 1, &entry.text)?;
        self.writes(entry.alert)?;
        self.event(entry.alert, None)
    }

    fn corrected(&self, entry: &Corrected) -> Result<(), StoreError> {
        self.version(entry.alert, entry.version, &entry.text)?;
        self.connection.execute(
            "UPDATE alerts_alert SET version = ?2, waits_until = ?3, ends_on = coalesce(until, ?3) WHERE alert = ?1",
            (entry.alert, entry.version, entry.waits_until.to_string()),
        )?;
        self.writes(entry.alert)?;
        self.stand(entry.alert, Standing::Draft)?;
        self.event(entry.alert, None)
    }

    fn version(&self, alert: Uuid, version: u32, text: &RestingText) -> Result<(), StoreError> {
        let subject = &text.subject;
        // Writing to a vector cannot fail.
        let body = minicbor::to_vec(subject).unwrap_or_default();
        self.connection
            .prepare_cached(
                "INSERT INTO alerts_version (alert, version, hash, body, folded, earliest, latest) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute(params![
                alert,
                version,
                version_hash(alert, version, text),
                body,
                subject.folded(),
                subject.born.earliest().to_string(),
                subject.born.latest().to_string(),
            ])?;
        self.connection
            .prepare_cached("INSERT INTO alerts_sealed (alert, version, body) VALUES (?1, ?2, ?3)")?
            .execute((alert, version, text.sealed.column()))?;
        match &text.handling {
            Some(handling) => handling::apply::versioned(self.connection, alert, version, handling),
            None => Ok(()),
        }
    }

    fn activated(&self, entry: &Judged) -> Result<(), StoreError> {
        self.judged(entry)?;
        self.connection
            .execute("UPDATE alerts_alert SET active_version = ?2 WHERE alert = ?1", (entry.alert, entry.version))?;
        self.connection.execute("DELETE FROM alerts_writer WHERE alert = ?1 AND judged = 1", [entry.alert])?;
        self.connection.execute("UPDATE alerts_writer SET judged = 1 WHERE alert = ?1", [entry.alert])?;
        self.stand(entry.alert, Standing::Active)?;
        self.event(entry.alert, None)
    }

    fn judged(&self, entry: &Judged) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT INTO alerts_judged (position, alert, version, grave, gentler) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![self.recorded.position, entry.alert, entry.version, entry.grave.column(), entry.gentler.column(),],
        )?;
        self.connection.execute(
            "UPDATE alerts_alert SET until = ?2, ends_on = ?2, touched = ?3 WHERE alert = ?1",
            params![entry.alert, entry.until.to_string(), self.recorded.position],
        )?;
        Ok(())
    }

    fn withdrawn(&self, entry: &Withdrawn) -> Result<(), StoreError> {
        self.connection.execute(
            "UPDATE alerts_alert SET withdrawn_on = ?2, ending = ?3, ends_on = min(ends_on, ?2) WHERE alert = ?1",
            params![entry.alert, entry.on.to_string(), entry.ending.code()],
        )?;
        self.stand(entry.alert, Standing::Withdrawn)?;
        self.event(entry.alert, None)
    }

    /// Notes what stays, in the place of the alert itself.
    fn remembered(&self, entry: &Remembered) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT INTO alerts_past (alert, reference, year, number, owner, category, ended_on) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                entry.alert,
                entry.reference,
                entry.year,
                entry.number,
                self.recorded.state().as_str(),
                entry.category.code(),
                entry.ended_on.to_string(),
            ],
        )?;
        Ok(())
    }

    fn destroyed(&self, alert: Uuid) -> Result<(), StoreError> {
        proposals::apply::destroyed(self.connection, alert)?;
        for table in [
            "alerts_event",
            "alerts_writer",
            "alerts_judged",
            "alerts_handling",
            "alerts_sealed",
            "alerts_version",
            "alerts_alert",
        ] {
            self.connection.prepare_cached(&format!("DELETE FROM {table} WHERE alert = ?1"))?.execute([alert])?;
        }
        Ok(())
    }

    fn met(&self, entry: &Met) -> Result<(), StoreError> {
        let recorded = self.recorded;
        self.connection
            .prepare_cached(
                "INSERT INTO alerts_met (position, alert, state, person, outcome, at_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                recorded.position,
                entry.alert,
                recorded.state().as_str(),
                recorded.person(),
                entry.outcome.code(),
                recorded.at_us(),
            ])?;
        claims::apply::met(self.connection, recorded, entry)
    }

    fn cleared(&self, entry: &Cleared) -> Result<(), StoreError> {
        let recorded = self.recorded;
        self.connection
            .prepare_cached(
                "INSERT INTO alerts_clearance (position, alert, state, document, until) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                recorded.position,
                entry.alert,
                recorded.state().as_str(),
                entry.document,
                entry.until.to_string(),
            ])?;
        Ok(())
    }

    fn forgotten(&self, entry: &Forgotten) -> Result<(), StoreError> {
        for table in ["alerts_met", "alerts_clearance"] {
            let mut statement = self.connection.prepare_cached(&format!("DELETE FROM {table} WHERE position = ?1"))?;
            for position in &entry.positions {
                statement.execute([position])?;
            }
        }
        for position in &entry.positions {
            flags::apply::forgotten(self.connection, *position)?;
            blocks::apply::forgotten(self.connection, *position)?;
            claims::apply::forgotten(self.connection, *position)?;
            supplements::apply::forgotten(self.connection, *position)?;
            consultations::apply::forgotten(self.connection, *position)?;
            proposals::apply::forgotten(self.connection, *position)?;
            misused::apply::forgotten(self.connection, *position)?;
            handling::apply::forgotten(self.connection, *position)?;
            glass::apply::forgotten(self.connection, *position)?;
        }
        Ok(())
    }

    fn stand(&self, alert: Uuid, standing: Standing) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("UPDATE alerts_alert SET standing = ?2, touched = ?3 WHERE alert = ?1")?
            .execute(params![alert, standing.code(), self.recorded.position])?;
        Ok(())
    }

    fn writes(&self, alert: Uuid) -> Result<(), StoreError> {
        self.connection
            .prepare_cached("INSERT OR IGNORE INTO alerts_writer (alert, person, judged) VALUES (?1, ?2, 0)")?
            .execute((alert, self.recorded.person()))?;
        Ok(())
    }

    fn event(&self, alert: Uuid, said: Option<Vec<u8>>) -> Result<(), StoreError> {
        let recorded = self.recorded;
        self.connection
            .prepare_cached(
                "INSERT INTO alerts_event (position, alert, kind, at_us, said) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![recorded.position, alert, recorded.kind(), recorded.at_us(), said])?;
        Ok(())
    }

    fn switched(&self, category: Option<Category>, said: &str) -> Result<(), StoreError> {
        let recorded = self.recorded;
        self.connection.execute(
            "INSERT INTO alerts_switched (position, state, kind, category, said, at_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                recorded.position,
                recorded.state().as_str(),
                recorded.kind(),
                category.map(Category::code),
                said,
                recorded.at_us()
            ],
        )?;
        Ok(())
    }
}

/// Writes a reference as people say it.
pub(super) fn reference(process: &str, year: i16, number: u32) -> String {
    format!("{process}-A-{year:04}-{number:04}")
}
