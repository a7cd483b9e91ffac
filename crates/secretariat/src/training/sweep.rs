//! The rule that forgets: a name goes ninety days after the session, or after the end of the certificate that it stands on.

use base::access::Purpose;
use base::desk::{Entries, by_rule};
use base::ground::Puebla;
use base::store::{Stamp, StoreError};
use uuid::Uuid;

use super::entries::{Forgotten, Summed, TrainingEntry};
use super::{queries, results};
use crate::{obligations, rounds};

/// Forgets who is due; answers how many people that were.
pub(super) fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    let database = ground.database("secretariat")?;
    let zone = obligations::seat(ground);
    let mut done = 0;
    loop {
        let now = ground.clock.now();
        let due = database.read(|tables| queries::due(tables, zone.to_datetime(now).date()))?;
        if due.is_empty() {
            return Ok(done);
        }
        done += due.len();
        for (nominee, session) in due {
            // Counts of who came are kept before the first of them is forgotten.
            by_rule(database, rounds::of_the_server(ground, now)?, move |entries: &Entries<'_, TrainingEntry>| {
                if queries::summed(entries.now(), &session)?.is_none() {
                    let sum = results::sum(&queries::nominees(entries.now(), &session)?);
                    entries.append(&TrainingEntry::Summed(Summed { session, sum }))?;
                }
                Ok(())
            })?;
            let said = database.read(|tables| queries::said(tables, nominee))?;
            for (state, positions) in said {
                let stamp = Stamp { state, person: Uuid::nil(), purpose: Purpose::Secretariat, at: now };
                by_rule(database, stamp, move |entries: &Entries<'_, TrainingEntry>| {
                    entries.append(&TrainingEntry::Forgotten(Forgotten { nominee, positions }))
                })?;
            }
        }
    }
}
