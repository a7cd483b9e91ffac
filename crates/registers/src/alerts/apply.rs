//! What each entry means for the tables. It depends on the entry and the tables alone.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};

use super::coded::Category;
use super::entries::AlertsEntry;

/// Applies one entry.
pub(super) fn apply(connection: &Connection, recorded: &Recorded<'_>) -> Result<(), StoreError> {
    let of = Applying { connection, recorded };
    match AlertsEntry::read(recorded.kind(), recorded.payload)? {
        AlertsEntry::Adopted(decided) => {
            connection.execute(
                "INSERT OR REPLACE INTO alerts_adoption (one, symbol, adopted_on) VALUES (1, ?1, ?2)",
                (&decided.symbol, decided.on.to_string()),
            )?;
            of.switched(None, &decided.symbol)
        }
        AlertsEntry::Repealed(decided) => {
            connection.execute("DELETE FROM alerts_adoption", [])?;
            connection
                .execute("UPDATE alerts_opt SET opted = 0, changed_us = ?1 WHERE opted = 1", [recorded.at_us()])?;
            of.switched(None, &decided.symbol)
        }
        AlertsEntry::OptedIn(entry) => {
            of.opt(entry.category, true, &entry.basis)?;
            of.switched(Some(entry.category), &entry.basis)
        }
        AlertsEntry::OptedOut(entry) => {
            of.opt(entry.category, false, "")?;
            of.switched(Some(entry.category), "")
        }
    }
}

struct Applying<'a> {
    connection: &'a Connection,
    recorded: &'a Recorded<'a>,
}

impl Applying<'_> {
    fn opt(&self, category: Category, opted: bool, basis: &str) -> Result<(), StoreError> {
        self.connection.execute(
            "INSERT OR REPLACE INTO alerts_opt (state, category, opted, basis, changed_us) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![self.recorded.state().as_str(), category.code(), opted, basis, self.recorded.at_us()],
        )?;
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
