//! Some dozens of alerts on false documents of the specimen State, handed in and confirmed by experts of two States each.

use std::sync::Arc;

use base::access::Purpose;
use base::ground::Puebla;
use base::identity::{Caller, people};
use base::store::StoreError;
use jiff::tz::TimeZone;
use registers::documents::samples::{publish_all, some, submit_chunk};

use super::Step;
use crate::folder::wait;
use crate::outcome::Failure;

/// Alerts that stay unconfirmed, so that there is something to confirm.
const WAITING: usize = 3;

/// Hands them in, State by State in turn, and publishes all but the last few.
pub(super) fn publish(ground: &Arc<Puebla>, tell: &dyn Fn(Step)) -> Result<(), Failure> {
    let examiners = examiners(ground)?;
    let count = examiners.len();
    let mut texts = some(TimeZone::UTC.to_datetime(ground.clock.now()).date());
    if count < 2 || texts.len() <= WAITING {
        return Ok(());
    }
    let waiting = texts.split_off(texts.len() - WAITING);
    let share = texts.len().div_ceil(count);
    let mut published = 0;
    for (turn, part) in texts.chunks(share).enumerate() {
        let (author, confirmer) = (&examiners[turn % count], &examiners[(turn + 1) % count]);
        published += wait(publish_all(ground, author, confirmer, part.to_vec()))?;
    }
    for (turn, text) in waiting.into_iter().enumerate() {
        wait(submit_chunk(ground, &examiners[turn % count], vec![text]))?;
    }
    tell(Step::Alerts(published));
    Ok(())
}

/// Answers an examiner of each State that has one.
fn examiners(ground: &Puebla) -> Result<Vec<Arc<Caller>>, StoreError> {
    let profile = ground.identity.profile();
    let mut examiners = Vec::new();
    for seat in super::seats().into_iter().filter(|seat| seat.role == "document_examiner") {
        let purpose = Purpose::DocumentExamination;
        examiners.extend(ground.base.read(|base| people::for_command(base, &profile, &seat.user_name, purpose))?);
    }
    Ok(examiners)
}
