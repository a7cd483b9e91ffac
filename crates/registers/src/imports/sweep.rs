//! What the passing of time asks for: imports that broke off with their process are undone.

use base::access::Purpose;
use base::desk::by_rule;
use base::ground::Puebla;
use base::store::{Stamp, StoreError};
use journal::StateCode;
use uuid::Uuid;

use super::entries::{ImportEntry, Settled};
use super::queries;
use super::running::UnderWay;
use crate::status;

/// Undoes imports that are open and not under way here; answers how many rows went.
///
/// An import of ten million rows takes several sweeps to go; nobody sees its rows meanwhile.
pub(super) fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    let open = ground.database("registers")?.read(queries::open)?;
    let under_way = ground.kept::<UnderWay>();
    let mut done = 0;
    for import in open.iter().filter(|import| !under_way.has(import.state, import.id)) {
        let abandoned = status::abandon(ground, import.opened)?;
        done += abandoned.rows;
        if abandoned.all {
            abandoned_entry(ground, import.state, import.opened)?;
            done += 1;
        }
    }
    Ok(usize::try_from(done).unwrap_or(usize::MAX))
}

/// Undoes one import to its end.
pub(super) fn abandon(ground: &Puebla, state: StateCode, opened: u64) -> Result<(), StoreError> {
    while !status::abandon(ground, opened)?.all {}
    abandoned_entry(ground, state, opened)
}

fn abandoned_entry(ground: &Puebla, state: StateCode, opened: u64) -> Result<(), StoreError> {
    let stamp = Stamp { state, person: Uuid::nil(), purpose: Purpose::Operation, at: ground.clock.now() };
    by_rule(ground.database("registers")?, stamp, move |entries| {
        entries.append(&ImportEntry::Abandoned(Settled { opened })).map(|_| ())
    })
}
