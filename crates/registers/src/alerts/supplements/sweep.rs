//! The rule that says of an answer, once, that it is overdue: without anybody looking, to the oversight of both States (G-22).

use base::access::Purpose;
use base::desk::{Entries, by_rule};
use base::ground::Puebla;
use base::store::{Database, Stamp, StoreError};
use uuid::Uuid;

use super::entries::SupplementOverdue;
use super::queries;
use crate::alerts::entries::AlertsEntry;

/// The kind of the concern that is raised.
const CONCERN: &str = "answer_overdue";

/// Says it of every question of which it is not said yet; answers how many. Oversight is told before it is written down that it was: cut off
/// between the two, it is told once more.
pub(in crate::alerts) fn tell(ground: &Puebla, database: &Database) -> Result<usize, StoreError> {
    let mut done = 0;
    loop {
        let now = ground.clock.now();
        let late = database.read(|connection| queries::newly_overdue(connection, now))?;
        if late.is_empty() {
            return Ok(done);
        }
        for one in late {
            done += 1;
            ground.tell_by_rule(CONCERN, &[one.owner, one.asker])?;
            // A rule has no person and a purpose of the room's own.
            let stamp = Stamp { state: one.owner, person: Uuid::nil(), purpose: Purpose::AlertIssuance, at: now };
            let said = SupplementOverdue { alert: one.alert, asked_at: one.asked_at };
            by_rule(database, stamp, move |entries: &Entries<'_, AlertsEntry>| {
                entries.append(&AlertsEntry::SupplementOverdue(said))
            })?;
        }
    }
}
