//! What waits for the secretariat in this room: statements that nobody answered yet.

use base::store::StoreError;
use jiff::Timestamp;
use rusqlite::Connection;

use crate::meetings::{self, Symbol};
use crate::today::{Asked, WAITING_MAX, Waiting, When};

/// Answers the statements that wait for an answer, the first handed in first; for nobody but the secretariat, which sees to it.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    if !asked.coordinates {
        return Ok(Vec::new());
    }
    let mut statement = now.prepare_cached(
        "SELECT meeting, place, party, at_us FROM sittings_statement AS statement WHERE NOT EXISTS (SELECT 1 FROM \
         sittings_answer AS answer WHERE answer.meeting = statement.meeting AND answer.place = statement.place) \
         ORDER BY at_us LIMIT ?1",
    )?;
    let found = statement.query_map([WAITING_MAX], |row| {
        let (meeting, place, party): (Symbol, u32, String) = (meetings::read(row, 0)?, row.get(1)?, row.get(2)?);
        let at = Timestamp::from_microsecond(row.get(3)?).map_err(|error| meetings::unreadable(3, error))?;
        let reference = meeting.in_address();
        // Whose it is and where it was handed in reads the same in every language.
        let what = format!("{party}, {meeting}");
        Ok(Waiting {
            id: format!("statement-{}-{place}", reference.to_lowercase()),
            what_en: what.clone(),
            what_es: what,
            address: format!("/meetings/{reference}/statements/{place}"),
            kind_key: "sittings-waiting",
            when: When::Open,
            done_at: None,
            changed_at: at,
            reminded_at: None,
            note: None,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
