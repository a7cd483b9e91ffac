//! Lets what the journal says of parties and terms hold for their people: who gets in, as what, and who presides.
//!
//! The base keeps what follows from the journal, whole; nothing is decided there. Every act of this room calls this once it is
//! durable, and the sweep of the house calls it again: a meeting that moves takes its guests with it, and a server that
//! stopped in between comes to the same.

use std::sync::Arc;

use base::ground::Puebla;
use base::identity::profile::Named;
use base::identity::{Chair, Seat};
use base::store::StoreError;
use base::web::Refusal;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{queries, terms};

/// Answers the day that it is at the secretariat's seat.
pub(super) fn today(ground: &Puebla) -> Date {
    let zone = TimeZone::get(&ground.identity.profile().zone).unwrap_or(TimeZone::UTC);
    zone.to_datetime(ground.clock.now()).date()
}

/// Gives the base the seats and chairs that follow from the journal; answers whether they are others than before.
pub(super) fn follow(ground: &Puebla) -> Result<usize, StoreError> {
    let house = ground.database(crate::HOUSE.name)?;
    let (said, terms) = house.read(|now| Ok((queries::said(now)?, terms::terms(now)?)))?;
    let seats = said.into_iter().map(|standing| Seat {
        party: standing.party,
        name: Named { en: standing.names.en, es: standing.names.es, fr: standing.names.fr },
        kind: standing.class.kind(),
        confined: standing.meeting.map(|meeting| meeting.to_string()).unwrap_or_default(),
        first_on: standing.first_on,
        last_on: standing.last_on,
    });
    let chairs =
        terms.into_iter().map(|term| Chair { party: term.party, first_on: term.first_on, last_on: term.last_on });
    let changed = ground.identity.seat(&ground.base, ground.clock.now(), seats.collect(), chairs.collect())?;
    Ok(usize::from(changed))
}

/// The same for an act that has just become durable, away from the threads that answer.
pub(super) async fn followed(ground: &Arc<Puebla>) -> Result<(), Refusal> {
    let ground = Arc::clone(ground);
    let done = tokio::task::spawn_blocking(move || follow(&ground)).await;
    done.map_err(|_| StoreError::Busy)??;
    Ok(())
}
