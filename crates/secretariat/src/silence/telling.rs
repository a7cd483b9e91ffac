//! What the server puts on record before it tells something: that a text has reached a party, that somebody has opened it, and
//! that it is now later than a deadline. What was told then stays true, after a restart and with any clock.

use base::access::{Permit, Purpose, Witnesses};
use base::desk::Reader;
use base::store::{Stamp, StoreError};
use conference::by::{Authority, By, Person};
use conference::silence::{Account, Act, Request, RequestState};
use jiff::Timestamp;

use super::entries::{Acted, SilenceEntry};
use super::queries::{self, Listed};
use super::round::Round;
use crate::rounds::of_the_server;
use base::web::Refusal;

/// A round as it may be told: what its account says is settled, or has not come yet.
pub(super) struct Told {
    pub(super) round: Round,
    pub(super) account: Account,
}

impl Told {
    /// Answers whether the rules leave more time to be asked for.
    pub(super) fn may_be_moved(&self) -> bool {
        let granted = |request: &&Request| matches!(request.state, RequestState::Granted { .. });
        let rules = &self.round.opened.rules;
        let times = self.account.requests.iter().filter(granted).count();
        times < usize::from(rules.extensions_max) && rules.extension_at_most_s > 0
    }
}

/// Answers a round by its address; what it says of time stands on record.
pub(super) async fn told<P>(reader: &Reader<P>, position: u64) -> Result<Told, Refusal>
where
    P: Permit + Witnesses<SilenceEntry>,
{
    let round = reader.ask(|now| Round::read(now, position))?.ok_or(Refusal::NotFound)?;
    let account = round.account(reader.now());
    if !round.has_passed(&account) {
        return Ok(Told { round, account });
    }
    pass(reader, vec![position], reader.now()).await?;
    let round = reader.ask(|now| Round::read(now, position))?.ok_or(Refusal::NotFound)?;
    let account = round.account(reader.now());
    Ok(Told { round, account })
}

/// Records for each of some rounds that it is now this late.
pub(super) async fn pass<P>(reader: &Reader<P>, rounds: Vec<u64>, now: Timestamp) -> Result<(), StoreError>
where
    P: Permit + Witnesses<SilenceEntry>,
{
    let stamp = of_the_server(reader.ground(), now)?;
    reader
        .witness(stamp, move |entries| {
            rounds.iter().try_for_each(|round| {
                // Asked again inside the transaction: of two readers at the deadline, one records it.
                let Some(read) = Round::read(entries.now(), *round)? else { return Ok(()) };
                if read.has_passed(&read.account(now)) {
                    entries.append(&act(*round, &Act::Passed))?;
                }
                Ok(())
            })
        })
        .await
}

/// Records that somebody of a party has opened the text; once for each party, while it matters.
pub(super) async fn read<P>(reader: &Reader<P>, told: &Told) -> Result<bool, StoreError>
where
    P: Permit + Witnesses<SilenceEntry>,
{
    let caller = reader.caller();
    let (party, position) = (caller.state, told.round.position);
    let concerned = told.round.concerns(party) && !told.account.settled;
    if !concerned || told.round.was_read_by(party) {
        return Ok(false);
    }
    let speaks = caller.roles.iter().any(|role| role == "delegate");
    let authority = if speaks { Authority::Speaks } else { Authority::Advises };
    let by = By { person: Person(caller.person.as_u128()), party, authority };
    let purpose = caller.purpose.unwrap_or(Purpose::Secretariat);
    let stamp = Stamp { state: party, person: caller.person, purpose, at: reader.now() };
    witnessed(
        reader
            .witness(stamp, move |entries| {
                let known = Round::read(entries.now(), position)?.is_none_or(|round| round.was_read_by(party));
                if !known {
                    entries.append(&act(position, &Act::Read { by }))?;
                }
                Ok(!known)
            })
            .await,
    )
}

/// Records that the texts of rounds on a list have reached the party of whoever reads it.
pub(super) async fn delivered<P>(reader: &Reader<P>, listed: &[Listed]) -> Result<(), StoreError>
where
    P: Permit + Witnesses<SilenceEntry>,
{
    let party = reader.caller().state;
    let open: Vec<u64> = listed.iter().filter(|round| !round.settled).map(|round| round.position).collect();
    let rounds = reader.ask(|now| queries::unreached(now, party, &open))?;
    if rounds.is_empty() {
        return Ok(());
    }
    let stamp = of_the_server(reader.ground(), reader.now())?;
    witnessed(
        reader
            .witness(stamp, move |entries| {
                for round in queries::unreached(entries.now(), party, &rounds)? {
                    entries.append(&act(round, &Act::Delivered { to: party }))?;
                }
                Ok(())
            })
            .await,
    )
}

/// Whoever may read a text reads it, also while the disk has no room to say that it was read.
fn witnessed<T: Default>(recorded: Result<T, StoreError>) -> Result<T, StoreError> {
    match recorded {
        Err(StoreError::Full) => Ok(T::default()),
        recorded => recorded,
    }
}

pub(super) fn act(round: u64, act: &Act) -> SilenceEntry {
    let (kind, acted) = Acted::of(round, act);
    SilenceEntry::Acted(kind, acted)
}
