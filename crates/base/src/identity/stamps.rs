//! Instants written under a clock that stood ahead, brought back to where the clock stands now.
//!
//! When a clock that ran a day ahead is put right, a wait written under it would keep somebody out for that day, a session
//! would live a day too long, and no one-time code would be new enough.

use jiff::Timestamp;
use rusqlite::Connection;

use super::attempts;
use crate::clock::LEAP;
use crate::store::StoreError;

/// Brings back what lies ahead of the clock: done whenever a folder is opened.
pub(super) fn bring_back(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    let ahead_us = (now + LEAP).as_microsecond();
    connection.execute("DELETE FROM session WHERE started_us > ?1 OR seen_us > ?1", [ahead_us])?;
    connection.execute("DELETE FROM pending_sign_in WHERE ends_us > ?1 + 3600000000", [ahead_us])?;
    let (wait_us, forget_us) = attempts::latest(now);
    connection.execute(
        "UPDATE failed_sign_in SET wait_until_us = min(wait_until_us, ?1), forget_us = min(forget_us, ?2) \
         WHERE wait_until_us > ?1 OR forget_us > ?2",
        (wait_us, forget_us),
    )?;
    // The step that is running now may have served; every later one is new.
    let step = super::totp::step(now);
    connection.execute(
        "UPDATE person SET totp_step = ?1 + 1 WHERE totp_step > ?1 + ?2",
        (step, LEAP.as_secs() / super::totp::STEP_S.cast_signed()),
    )?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::SignedDuration;

    use super::*;
    use crate::access::Purpose;
    use crate::identity::totp::{self, CodeCheck};
    use crate::specimen::Specimen;

    #[test]
    fn a_clock_that_ran_a_day_ahead_keeps_nobody_out_and_nobody_in() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.examiner", &["document_examiner"]);
        let secret = specimen.with_codes("gtm.examiner");
        let now = specimen.clock.now();
        let ahead = now + SignedDuration::from_hours(24);
        let read = |sql: &'static str| -> i64 {
            specimen.ground.base.read(|base| Ok(base.query_row(sql, [], |row| row.get(0))?)).unwrap()
        };
        let mend = |at: Timestamp| specimen.ground.base.write_blocking(move |base| bring_back(base, at)).unwrap();
        specimen.clock.advance(SignedDuration::from_hours(24));
        specimen.sign_in("gtm.examiner", Some(Purpose::DocumentExamination));
        let ground = std::sync::Arc::clone(&specimen.ground);
        let code = secret.code(ahead);
        let served = specimen.ground.base.write_blocking(move |base| {
            let tried = attempts::Tried::proof(&ground.keys, "gtm.examiner");
            for _ in 0..9 {
                attempts::count(base, tried, ahead)?;
            }
            let person =
                base.query_row("SELECT id FROM person WHERE user_name = 'gtm.examiner'", [], |row| row.get(0))?;
            totp::take(base, &ground.keys, person, &code, ahead)
        });
        assert!(served.unwrap());
        mend(ahead);
        assert_eq!(read("SELECT count(*) FROM session"), 1, "nothing changes under the clock it was written by");
        mend(now);
        assert_eq!(read("SELECT count(*) FROM session"), 0);
        assert!(read("SELECT max(wait_until_us) FROM failed_sign_in") <= attempts::latest(now).0);
        let last = read("SELECT totp_step FROM person WHERE user_name = 'gtm.examiner'");
        let soon = now + SignedDuration::from_secs(60);
        assert!(matches!(secret.check(&secret.code(soon), soon, Some(last)), CodeCheck::Right(_)), "not locked out");
        assert_eq!(secret.check(&secret.code(now), now, Some(last)), CodeCheck::Wrong, "may have served");
    }
}
