//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};

use super::entries::SheetEntry;

/// Applies one entry.
pub(super) fn apply(now: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match SheetEntry::read(entry.kind(), entry.payload)? {
        SheetEntry::Written(one) => now
            .prepare_cached(
                "INSERT INTO sheets_version (position, state, topic, short_en, short_es, text_en, text_es, original, source, \
                 link, paper, policy_on, reviewed_on, months, person, written_us) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
            )?
            .execute(params![
                entry.position,
                entry.state().as_str(),
                one.topic,
                one.short_en,
                one.short_es,
                one.text_en,
                one.text_es,
                one.original,
                one.source,
                one.link,
                one.paper,
                one.policy_on.to_string(),
                one.reviewed_on.to_string(),
                one.months,
                entry.person(),
                entry.at_us()
            ])?,
        SheetEntry::Published(one) => now
            .prepare_cached("UPDATE sheets_version SET published_us = ?3 WHERE position = ?1 AND state = ?2")?
            .execute(params![one.version, one.state.as_str(), entry.at_us()])?,
    };
    Ok(())
}
