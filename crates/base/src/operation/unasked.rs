//! The server recomputes its own chains where nobody had them verified for a day: a gap is found also where nothing runs at night (G-31).
//!
//! It stands for no verification of the operator's: it reads no files, signs no checkpoint and is not remembered, so that what reminds of
//! those goes on reminding.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::gap;
use super::upkeep::{Upkeep, last};
use super::verification::{log_before, verify_chains};
use crate::ground::Puebla;
use crate::store::StoreError;

/// How often it looks whether it is time, and how long after a start it does so first: what a start has to do comes before it.
const LOOKS_EVERY: Duration = Duration::from_secs(30 * 60);

/// How old what is known of the chains may become.
const AGE_MAX: SignedDuration = SignedDuration::from_hours(24);

/// Looks for as long as the server runs; one that fails is tried again at the next look.
pub(crate) async fn verify_for_ever(ground: Arc<Puebla>) {
    let mut own = None;
    loop {
        tokio::time::sleep(LOOKS_EVERY).await;
        let ground = Arc::clone(&ground);
        let looked = tokio::task::spawn_blocking(move || look(&ground, own));
        match looked.await {
            Ok(Ok(done)) => own = done,
            Ok(Err(error)) => tracing::error!(%error, "the chains could not be recomputed; this will be tried again"),
            Err(error) => tracing::error!(%error, "recomputing the chains panicked and will be tried again"),
        }
    }
}

/// Recomputes the chains if it is time, counted from the last verification or from when this server last did so itself; answers the latter.
fn look(ground: &Puebla, own: Option<Timestamp>) -> Result<Option<Timestamp>, StoreError> {
    let now = ground.clock.now();
    let verified = ground.base.read(|base| last(base, Upkeep::Verification))?.map(|done| done.at);
    let is_young = |at: Timestamp| now.duration_since(at) < AGE_MAX;
    if verified.max(own).is_some_and(is_young) {
        return Ok(own);
    }
    let found = verify_chains(ground, &[], log_before(ground)?.as_ref())?;
    if !found.sound {
        tracing::error!("what was written does not hold: the operator's page says what");
    }
    if ground.base.write_blocking(move |base| gap::found(base, &found.damage, now))? {
        ground.tell_gap()?;
    }
    Ok(Some(now))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::access::{ACCESS, Purpose};
    use crate::operation::gap_standing;
    use crate::specimen::Specimen;
    use crate::store::Database;

    fn standing(specimen: &Specimen) -> bool {
        specimen.ground.base.read(gap_standing).unwrap().is_some()
    }

    /// Puts another body into the first line of the access log, as somebody with the disk in their hands would; answers what it was.
    fn tamper(specimen: &Specimen, body: &[u8]) -> Vec<u8> {
        let log = Database::open_alone(specimen.path(), &ACCESS).unwrap();
        let before = log.query_row("SELECT body FROM leaf WHERE position = 1", [], |row| row.get(0)).unwrap();
        log.execute("UPDATE leaf SET body = ?1 WHERE position = 1", [body]).unwrap();
        before
    }

    /// G-31: a server that nobody has verified finds by itself that its log does not hold, and says so once.
    #[tokio::test]
    async fn g_31_a_server_that_nobody_verifies_finds_it_by_itself() {
        let specimen = Specimen::new(&[]);
        let operator = specimen.signed_in("XSV", "operator", Purpose::Operation);
        assert_eq!(specimen.get(Some(&operator), "/operation").await.status, 200);
        let first = look(&specimen.ground, None).unwrap();
        assert_eq!((first, standing(&specimen)), (Some(specimen.clock.now()), false), "what holds is no gap");
        let body = tamper(&specimen, b"another");
        specimen.clock.advance(SignedDuration::from_hours(23));
        assert_eq!(look(&specimen.ground, first).unwrap(), first, "known since less than a day");
        assert!(!standing(&specimen));
        specimen.clock.advance(SignedDuration::from_hours(1));
        assert_eq!(look(&specimen.ground, first).unwrap(), Some(specimen.clock.now()));
        assert!(standing(&specimen));
        tamper(&specimen, &body);
    }

    /// Where somebody verifies each night it has nothing to do, and it remembers nothing in their place.
    #[tokio::test]
    async fn who_is_verified_each_night_is_left_alone() {
        let specimen = Specimen::new(&[]);
        look(&specimen.ground, None).unwrap();
        let remembered = || specimen.ground.base.read(|base| last(base, Upkeep::Verification)).unwrap();
        assert!(remembered().is_none(), "the operator is still reminded");
        let operator = specimen.signed_in("XSV", "operator", Purpose::Operation);
        assert_eq!(specimen.post(&operator, "/operation/verification", &[]).await.status, 303);
        assert!(remembered().is_some());
        let body = tamper(&specimen, b"another");
        specimen.clock.advance(SignedDuration::from_hours(23));
        assert_eq!(look(&specimen.ground, None).unwrap(), None);
        assert!(!standing(&specimen), "nothing was recomputed");
        tamper(&specimen, &body);
    }
}
