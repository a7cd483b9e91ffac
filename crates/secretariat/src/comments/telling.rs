//! What the server puts on record before it tells something: that it is now later than somebody's deadline. What was told then
//! stays true, after a restart and with any clock.

use base::access::{Permit, Witnesses};
use base::desk::Reader;
use base::store::StoreError;
use base::web::Refusal;
use conference::comments::{Account, Act};
use jiff::Timestamp;

use super::entries::{Acted, CommentEntry};
use super::round::Round;
use crate::rounds::of_the_server;

/// A round as it may be told: what its account says of time stands on record.
pub(super) struct Told {
    pub(super) round: Round,
    pub(super) account: Account,
}

/// Answers a round by its position.
pub(super) async fn told<P>(reader: &Reader<P>, position: u64) -> Result<Told, Refusal>
where
    P: Permit + Witnesses<CommentEntry>,
{
    let read = || reader.ask(|now| Round::read(now, position));
    let round = read()?.ok_or(Refusal::NotFound)?;
    let account = round.account(reader.now());
    if !round.has_passed(&account) {
        return Ok(Told { round, account });
    }
    witnessed(pass(reader, vec![position], reader.now()).await)?;
    let round = read()?.ok_or(Refusal::NotFound)?;
    let account = round.account(reader.now());
    Ok(Told { round, account })
}

/// Records for each of some rounds that it is now this late, where that changes something.
pub(super) async fn pass<P>(reader: &Reader<P>, rounds: Vec<u64>, now: Timestamp) -> Result<(), StoreError>
where
    P: Permit + Witnesses<CommentEntry>,
{
    let stamp = of_the_server(reader.ground(), now)?;
    reader
        .witness(stamp, move |entries| {
            rounds.iter().try_for_each(|position| {
                // Asked again inside the transaction: of two readers at the deadline, one records it.
                let Some(round) = Round::read(entries.now(), *position)? else { return Ok(()) };
                if round.has_passed(&round.account(now)) {
                    entries.append(&act(*position, &Act::Passed))?;
                }
                Ok(())
            })
        })
        .await
}

/// Whoever may read a table reads it, also while the disk has no room to say how late it is: nothing that is late is refused.
pub(super) fn witnessed(recorded: Result<(), StoreError>) -> Result<(), StoreError> {
    match recorded {
        Err(StoreError::Full) => Ok(()),
        recorded => recorded,
    }
}

pub(super) fn act(round: u64, act: &Act) -> CommentEntry {
    let (kind, acted) = Acted::of(round, act);
    CommentEntry::Acted(kind, acted)
}
