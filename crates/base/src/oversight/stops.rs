//! Who may not go on at present, kept in memory because every act asks; the base says it again after a restart.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use rusqlite::Connection;
use uuid::Uuid;

use super::concern::instant;
use crate::store::{Database, StoreError};

/// Who is stopped, and until when; nothing before the first question, which reads it from the base.
#[derive(Default)]
pub(super) struct Stops(Mutex<Option<HashMap<Uuid, Timestamp>>>);

impl Stops {
    /// Answers until when somebody is stopped; none who may go on.
    pub(super) fn until(&self, base: &Database, person: Uuid, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.is_none() {
            *known = Some(base.read(|connection| read(connection, now))?);
        }
        Ok(known.as_ref().and_then(|known| known.get(&person).copied()).filter(|until| *until > now))
    }

    /// Reads them anew from the base, after a change there.
    pub(super) fn read_again(&self, base: &Database, now: Timestamp) -> Result<(), StoreError> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Where reading fails, what was known before is not what holds: the next question reads.
        *known = None;
        *known = Some(base.read(|connection| read(connection, now))?);
        Ok(())
    }
}

fn read(base: &Connection, now: Timestamp) -> Result<HashMap<Uuid, Timestamp>, StoreError> {
    let mut rows = base.prepare_cached(
        "SELECT person, max(stopped_until_us) FROM concern \
         WHERE person IS NOT NULL AND lifted_us IS NULL AND stopped_until_us > ?1 GROUP BY person",
    )?;
    let rows = rows.query_map([now.as_microsecond()], |row| Ok((row.get(0)?, instant(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::SignedDuration;

    use super::*;
    use crate::access::Purpose;
    use crate::specimen::Specimen;

    #[test]
    fn a_stop_outlives_a_restart_and_ends_by_itself() {
        let specimen = Specimen::new(&[]);
        let person = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl).caller.person;
        let (now, base) = (specimen.clock.now(), &specimen.ground.base);
        let running = Stops::default();
        assert_eq!(running.until(base, person, now).unwrap(), None);
        let until = now + SignedDuration::from_hours(1);
        let raised = base.write_blocking(move |base| {
            let sql = "INSERT INTO concern (id, kind, party, person, via, counted, raised_us, stopped_until_us, standing) \
                       VALUES (zeroblob(16), 'planted', 'GTM', ?1, 'page', 45, ?2, ?3, 'open')";
            base.execute(sql, (person, now.as_microsecond(), until.as_microsecond()))?;
            Ok::<_, StoreError>(())
        });
        raised.unwrap();
        running.read_again(base, now).unwrap();
        for stops in [running, Stops::default()] {
            assert_eq!(stops.until(base, person, now).unwrap(), Some(until), "also one that begins now");
            assert_eq!(stops.until(base, person, until).unwrap(), None);
        }
        let old = now + SignedDuration::from_hours(24 * crate::oversight::DAYS_KEPT);
        let forgotten = base.write_blocking(move |base| crate::oversight::forget_old(base, old));
        assert_eq!(forgotten.unwrap(), 1);
    }
}
