//! Says an act in a round: the one way for every form and every call.

use base::access::{Permit, Witnesses, Writes};
use base::desk::{Entries, Permitted, Reader, Writer};
use base::identity::Caller;
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::Refusal;
use conference::by::{Authority, By, Person};
use conference::silence::{Act, Disposition, Stance, Without, admit};
use jiff::Timestamp;
use journal::StateCode;

use super::entries::SilenceEntry;
use super::presidency;
use super::queries;
use super::round::Round;
use super::symbol::RoundSymbol;
use super::telling::{self, Told};
use base::access::Resource;

/// Comments of one party in one round, beyond which it says the same again.
const COMMENTS_MAX: usize = 100;
/// Positions of one State in one round; the last is kept for an objection, which nobody may be kept from.
const POSITIONS_MAX: usize = 100;
/// Wishes for more time of one party in one round.
const REQUESTS_MAX: usize = 20;

/// What an act did, for whoever said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Done {
    /// It took effect.
    Taken,
    /// It took effect, and replaced a position that whoever said it had not seen.
    ReplacedUnseen,
    /// An objection that came too late: it is on record, and changes nothing.
    Late,
}

impl Done {
    /// Answers its code, in addresses and the API.
    pub(super) fn code(self) -> &'static str {
        match self {
            Done::Taken => "taken",
            Done::ReplacedUnseen => "replaced_unseen",
            Done::Late => "late",
        }
    }
}

/// Answers who acts, with what they might do.
pub(super) fn by(caller: &Caller, authority: Authority) -> By {
    By { person: Person(caller.person.as_u128()), party: caller.state, authority }
}

/// Answers the position of the round that an address names, and what the policies must know of it.
pub(super) async fn opened<P: Permit>(desk: &Permitted<P>, reference: &str) -> Result<(u64, Resource), Refusal> {
    let symbol = RoundSymbol::from_address(reference).ok();
    let mut found = 0;
    let resource = desk
        .about(|connection| {
            let Some(symbol) = &symbol else { return Ok(None) };
            let position = queries::position(connection, symbol)?;
            Ok(position.map(|position| {
                found = position;
                Resource::room_about(symbol.to_string())
            }))
        })
        .await?;
    Ok((found, resource))
}

/// Refuses the form of an act of States to a party that this round does not ask: it could only be refused after it was filled in.
pub(super) fn is_asked(round: &Round, party: StateCode) -> Result<(), Refusal> {
    let terms = round.opening.terms();
    match (terms.electorate.contains(&party), terms.observers.contains(&party)) {
        (true, _) => Ok(()),
        (_, true) => Err(Refusal::conflict(without_key(Without::OnlyComments))),
        _ => Err(Refusal::conflict(without_key(Without::NotAsked))),
    }
}

/// Refuses the form of an act that an ended round does not take, as [`is_asked`] does.
pub(super) fn is_open(told: &Told) -> Result<(), Refusal> {
    let account = &told.account;
    match (account.settled, account.as_of > account.deadline) {
        (false, _) => Ok(()),
        (true, true) => Err(Refusal::conflict(without_key(Without::Late))),
        (true, false) => Err(Refusal::conflict(without_key(Without::AfterEnd))),
    }
}

/// Records an act.
///
/// Errors: `Conflict` with the reason where it would change nothing; `Invalid` where more time ends after an elector's last day.
/// An objection that comes late is recorded all the same.
pub(super) async fn say<P>(writer: &Writer<P>, round: u64, act: Act) -> Result<Done, Refusal>
where
    P: Permit + Writes<SilenceEntry> + Witnesses<SilenceEntry>,
{
    let profile = writer.reader().ground().identity.profile();
    let said = writer.append(move |entries| record(entries, &profile, round, &act)).await?;
    answered(writer.reader(), round, said).await
}

/// Records an act in the round of a symbol, from a thread of its own.
///
/// Errors: `NotFound` where there is no such round; `Conflict` where it would change nothing.
pub(super) fn say_blocking<P>(writer: &Writer<P>, symbol: &str, act: Act) -> Result<(), Refusal>
where
    P: Permit + Writes<SilenceEntry>,
{
    let symbol: RoundSymbol = symbol.parse().map_err(|_| Refusal::NotFound)?;
    let profile = writer.reader().ground().identity.profile();
    let said = writer.append_blocking(move |entries| {
        let position = queries::position(entries.now(), &symbol)?.ok_or(Refusal::NotFound)?;
        record(entries, &profile, position, &act)
    })?;
    said.map(|_| ()).map_err(|without| Refusal::conflict(without_key(without)))
}

/// Answers what to tell of an act; that it came late is told once it is on record that it is late.
async fn answered<P>(reader: &Reader<P>, round: u64, said: Result<Done, Without>) -> Result<Done, Refusal>
where
    P: Permit + Witnesses<SilenceEntry>,
{
    match said {
        Ok(done) => Ok(done),
        Err(without) => {
            telling::pass(reader, vec![round], reader.now()).await?;
            Err(Refusal::conflict(without_key(without)))
        }
    }
}

/// Records an act inside the writer's transaction; answers why not where it would change nothing.
pub(super) fn record(
    entries: &Entries<'_, SilenceEntry>,
    profile: &InForce,
    position: u64,
    act: &Act,
) -> Result<Result<Done, Without>, Refusal> {
    let round = Round::read(entries.now(), position)?.ok_or(Refusal::NotFound)?;
    if let Act::ExtensionGranted { until, .. } = act {
        let asked: Vec<StateCode> = round.opening.terms().electorate.iter().copied().collect();
        presidency::stays(entries.now(), profile, &asked, *until)?;
    }
    if let Some(refusal) = too_many(&round, act) {
        return Err(refusal);
    }
    let objects = matches!(act, Act::Position { stance: Stance::Objection(_), .. });
    let done = match admit(&round.opening, &round.history, act, entries.stamp().at) {
        Ok(Disposition::ReplacedUnseen(_)) => Done::ReplacedUnseen,
        Ok(_) => Done::Taken,
        Err(Without::Late) if objects && !came_late(&round, act, entries.stamp().at) => Done::Late,
        Err(without) => return Ok(Err(without)),
    };
    append(entries, position, act)?;
    Ok(Ok(done))
}

fn append(entries: &Entries<'_, SilenceEntry>, position: u64, act: &Act) -> Result<(), StoreError> {
    entries.append(&telling::act(position, act)).map(|_| ())
}

/// Answers whether an objection of that State is on record already that came too late: the next would say nothing new.
fn came_late(round: &Round, act: &Act, now: Timestamp) -> bool {
    let account = round.account(now);
    let late = account.lines.iter().filter(|line| line.disposition == Disposition::Kept(Without::Late));
    let mut acts = late.filter_map(|line| round.history.at(line.sequence));
    acts.any(|recorded| holder(&recorded.act).map(|by| by.party) == holder(act).map(|by| by.party))
}

/// Every list has an end.
fn too_many(round: &Round, act: &Act) -> Option<Refusal> {
    let count = |same: fn(&Act) -> Option<&By>, party| {
        round.history.acts().filter(|recorded| same(&recorded.act).is_some_and(|by| by.party == party)).count()
    };
    match act {
        Act::Comment { by, .. } if count(commenter, by.party) >= COMMENTS_MAX => {
            Some(Refusal::conflict("silence-fault-comments"))
        }
        Act::ExtensionAsked { by, .. } if count(asker, by.party) >= REQUESTS_MAX => {
            Some(Refusal::conflict("silence-fault-requests"))
        }
        Act::Position { by, stance, .. } => {
            let kept = usize::from(!matches!(stance, Stance::Objection(_)));
            let full = count(holder, by.party) >= POSITIONS_MAX - kept;
            full.then(|| Refusal::conflict("silence-fault-positions"))
        }
        _ => None,
    }
}

fn holder(act: &Act) -> Option<&By> {
    if let Act::Position { by, .. } = act { Some(by) } else { None }
}

fn commenter(act: &Act) -> Option<&By> {
    if let Act::Comment { by, .. } = act { Some(by) } else { None }
}

fn asker(act: &Act) -> Option<&By> {
    if let Act::ExtensionAsked { by, .. } = act { Some(by) } else { None }
}

/// Answers the key of the sentence that says why an act is without effect.
pub(super) fn without_key(without: Without) -> &'static str {
    match without {
        Without::Late => "silence-without-late",
        Without::AfterEnd => "silence-without-after-end",
        Without::BeforeOpening => "silence-without-before-opening",
        Without::NotAsked => "silence-without-not-asked",
        Without::OnlyComments => "silence-without-only-comments",
        Without::NotAuthorised => "silence-without-not-authorised",
        Without::NotTheChair => "silence-without-not-the-chair",
        Without::NoRequest => "silence-without-no-request",
        Without::OwnRequest => "silence-without-own-request",
        Without::OutOfBounds => "silence-without-out-of-bounds",
        Without::NoMoreExtensions => "silence-without-no-more-extensions",
        Without::NothingToWithdraw => "silence-without-nothing-to-withdraw",
        Without::NothingToTakeUp => "silence-without-nothing-to-take-up",
    }
}
