//! What the passing of time asks for: that rounds whose deadline has passed are on record as such, though nobody looks.
//!
//! No outcome depends on it. It is the same that the server records before it tells anybody.

use base::desk::by_rule;
use base::ground::Puebla;
use base::store::StoreError;
use conference::silence::Act;

use super::queries;
use super::round::Round;
use super::telling::act;
use crate::rounds::of_the_server;

/// Rounds that one sweep settles at most; the next goes on.
const ROUNDS_MAX: usize = 200;

/// Records that it is late in every open round where that changes something; answers in how many.
pub(super) fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    let now = ground.clock.now();
    let database = ground.database("secretariat")?;
    let overdue = database.read(|connection| queries::overdue(connection, now, ROUNDS_MAX))?;
    if overdue.is_empty() {
        return Ok(0);
    }
    by_rule(database, of_the_server(ground, now)?, move |entries| {
        let mut settled = 0;
        for round in overdue {
            let Some(read) = Round::read(entries.now(), round)? else { continue };
            if read.has_passed(&read.account(now)) {
                entries.append(&act(round, &Act::Passed))?;
                settled += 1;
            }
        }
        Ok(settled)
    })
}
