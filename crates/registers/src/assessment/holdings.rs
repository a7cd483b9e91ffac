//! What the program holds, column by column, and under which principle each column is told. The list is the one that a test of the
//! whole source holds against every database: it is read at build, so that a release cannot speak of another one's columns.

use std::collections::BTreeMap;

use base::store::StoreError;
use serde::Deserialize;

use super::principles::Topic;

/// The policy of this release.
pub(super) const POLICY: &str = include_str!("../../../../data-policy.toml");

/// What is held.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Holdings {
    /// Database, table, what is said of it.
    database: BTreeMap<String, BTreeMap<String, Table>>,
}

#[derive(Clone, Debug, Deserialize)]
struct Table {
    columns: BTreeMap<String, Column>,
}

/// What is said of one column.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Column {
    /// K0 to K3.
    pub class: String,
    /// Code of who may come to read it.
    pub readers: String,
    /// Whether it is about a natural person.
    pub personal: bool,
    /// Days for which it is kept; 0 where it is kept as long as its record.
    pub days: u32,
}

/// Columns of one table of which the same is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// Database and table, as `base.person`.
    pub place: String,
    /// Their names, in alphabetical order.
    pub names: Vec<String>,
    /// What is said of them.
    pub said: Column,
}

impl Holdings {
    /// Reads a policy.
    ///
    /// Errors: `Damaged` where it is none.
    pub(super) fn read(text: &str) -> Result<Self, StoreError> {
        toml::from_str(text).map_err(|error| StoreError::Damaged(format!("data-policy.toml: {error}")))
    }

    /// Answers the columns told under a topic, table by table.
    pub(super) fn under(&self, topic: Topic) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for (database, tables) in &self.database {
            for (table, of_table) in tables {
                let mut said: BTreeMap<&Column, Vec<String>> = BTreeMap::new();
                let here = of_table.columns.iter().filter(|(_, column)| column.topic(database) == topic);
                here.for_each(|(name, column)| said.entry(column).or_default().push(name.clone()));
                let place = || format!("{database}.{table}");
                groups.extend(said.into_iter().map(|(said, names)| Group {
                    place: place(),
                    names,
                    said: said.clone(),
                }));
            }
        }
        groups
    }

    /// Answers every audience that is named, once each.
    #[cfg(test)]
    pub(super) fn audiences(&self) -> std::collections::BTreeSet<&str> {
        let tables = self.database.values().flat_map(BTreeMap::values);
        tables.flat_map(|table| table.columns.values()).map(|column| column.readers.as_str()).collect()
    }
}

impl Column {
    /// Answers the one topic under which a column is told: what is said of it decides, the first that fits, so that a new column has its
    /// place before anybody thinks of this document.
    fn topic(&self, database: &str) -> Topic {
        match self.readers.as_str() {
            "keepers" => Topic::Oversight,
            _ if database == "access" => Topic::Oversight,
            "self" | "redress_desk" | "redress_officer" | "redress_panel" => Topic::Access,
            "nobody" => Topic::Security,
            "alert_desk" => Topic::Confidentiality,
            _ if self.class == "K3" => Topic::Confidentiality,
            _ if self.days > 0 => Topic::Retention,
            _ if self.personal => Topic::Collection,
            "own_state" | "own_administrator" => Topic::Ownership,
            "anyone" => Topic::Application,
            _ => Topic::Transfer,
        }
    }
}
