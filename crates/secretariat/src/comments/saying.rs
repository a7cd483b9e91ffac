//! Says an act in a round: the one way for every form and every call.

use base::access::{Permit, Resource, Witnesses, Writes};
use base::desk::{Entries, Permitted, Writer};
use base::identity::Caller;
use base::store::StoreError;
use base::web::{Refusal, Said as Told};
use conference::by::{Authority, By, Person};
use conference::comments::{self, Account, Act, Disposition, Place, Verdict, Without};
use conference::language::TextLanguage;
use conference::recorded::{Recorded, Sequence};
use conference::said::Said;
use jiff::Timestamp;

use super::entries::CommentEntry;
use super::round::{Round, standing, standing_at};
use super::telling::Told as Standing;
use super::{queries, telling};
use crate::meetings::Symbol;

/// Acts of one party in one round, beyond which it says the same again: two on each place of the longest text.
const ACTS_MAX: usize = 400;

/// Characters of one party's comments and reasons in one round, eight times the longest text: all that was said of it is read at once.
pub(super) const CHARS_MAX: usize = 200_000;

/// Answers to one comment, with those that were replaced: whoever needs more has not decided.
pub(super) const REPLIES_MAX: usize = 20;

/// Key of what is said of a day for more time that cannot be.
pub(super) const OUT_OF_BOUNDS: &str = "comments-without-out-of-bounds";

/// What an act did, for whoever said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Done {
    /// It took effect.
    Taken,
    /// It took effect after the party's deadline, and says so.
    Late,
    /// It took the place of a comment that whoever said it had not seen.
    ReplacedUnseen,
    /// Both.
    LateUnseen,
}

impl Done {
    /// Answers its code, in addresses and the API.
    pub(super) fn code(self) -> &'static str {
        match self {
            Done::Taken => "taken",
            Done::Late => "late",
            Done::ReplacedUnseen => "replaced_unseen",
            Done::LateUnseen => "late_unseen",
        }
    }
}

/// A comment before it is known which one it replaces.
#[derive(Clone, Debug)]
pub(super) struct Commenting {
    pub(super) by: By,
    pub(super) on: Place,
    pub(super) text: Said,
    pub(super) language: TextLanguage,
    /// The delegation's comment on this place that whoever writes had before them.
    pub(super) seen: Option<Sequence>,
}

/// What came of a comment, before it is known whether another has said so since.
#[derive(Clone, Debug)]
pub(super) struct Replying {
    pub(super) by: By,
    pub(super) to: Sequence,
    pub(super) verdict: Verdict,
    pub(super) text: Said,
    /// The answer there that whoever writes had before them.
    pub(super) seen: Option<Sequence>,
}

/// Answers who acts, with what they might do.
pub(super) fn by(caller: &Caller, authority: Authority) -> By {
    By { person: Person(caller.person.as_u128()), party: caller.state, authority }
}

/// Answers that a party takes part in a round: before a form is drawn, and not once it is filled in.
///
/// Errors: `Conflict` where it is neither asked nor welcome.
pub(super) fn concerned(told: &Standing, caller: &Caller) -> Result<(), Refusal> {
    let concerns = told.round.concerns(caller.state);
    concerns.then_some(()).ok_or_else(|| Refusal::conflict(without_key(Without::NotAsked)))
}

/// Answers that a party's own time is not over, as [`concerned`] does.
///
/// Errors: `Conflict` where it is.
pub(super) fn in_time(told: &Standing, caller: &Caller) -> Result<(), Refusal> {
    let late = told.account.guests.get(&caller.state).is_some_and(|guest| guest.deadline < told.account.as_of);
    (!late).then_some(()).ok_or_else(|| Refusal::conflict(without_key(Without::Late)))
}

/// Answers that a party convenes a round, as [`concerned`] does.
///
/// Errors: `Conflict` where it does not.
pub(super) fn convening(told: &Standing, caller: &Caller) -> Result<(), Refusal> {
    let convenes = told.round.is_convened_by(caller.state);
    convenes.then_some(()).ok_or_else(|| Refusal::conflict(without_key(Without::NotTheConvener)))
}

/// Answers the position of the round that an address names, and what the policies must know of it.
pub(super) async fn opened<P: Permit>(desk: &Permitted<P>, reference: &str) -> Result<(u64, Resource), Refusal> {
    let symbol = Symbol::from_address(reference).ok();
    let mut found = 0;
    let resource = desk
        .about(|connection| {
            let Some(symbol) = &symbol else { return Ok(None) };
            let known = queries::resource(connection, symbol)?;
            Ok(known.map(|(position, resource)| {
                found = position;
                resource
            }))
        })
        .await?;
    Ok((found, resource))
}

/// Records an act.
///
/// Errors: `Conflict` with the reason where it would change nothing.
pub(super) async fn say<P>(writer: &Writer<P>, round: u64, act: Act) -> Result<Done, Refusal>
where
    P: Permit + Writes<CommentEntry> + Witnesses<CommentEntry>,
{
    let said = writer.append(move |entries| record(entries, round, &act)).await?;
    answered(writer, round, said).await
}

/// Records a comment: it takes the place of what the delegation had said on the same place.
pub(super) async fn say_comment<P>(writer: &Writer<P>, round: u64, said: Commenting) -> Result<Done, Refusal>
where
    P: Permit + Writes<CommentEntry> + Witnesses<CommentEntry>,
{
    let said = writer.append(move |entries| record_comment(entries, round, said)).await?;
    answered(writer, round, said).await
}

/// Records what came of a comment.
pub(super) async fn say_reply<P>(writer: &Writer<P>, round: u64, replying: Replying) -> Result<Done, Refusal>
where
    P: Permit + Writes<CommentEntry> + Witnesses<CommentEntry>,
{
    let said = writer.append(move |entries| record_reply(entries, round, &replying)).await?;
    answered(writer, round, said).await
}

/// Answers what to tell of an act; that it came too late is told once it is on record how late it is.
async fn answered<P>(writer: &Writer<P>, round: u64, said: Result<Done, Without>) -> Result<Done, Refusal>
where
    P: Permit + Witnesses<CommentEntry>,
{
    match said {
        Ok(done) => Ok(done),
        Err(without) => {
            telling::pass(writer.reader(), vec![round], writer.reader().now()).await?;
            Err(Refusal::Conflict(Told::plain(without_key(without))))
        }
    }
}

/// Records an act inside the writer's transaction; answers why not where it would change nothing.
pub(super) fn record(
    entries: &Entries<'_, CommentEntry>,
    position: u64,
    act: &Act,
) -> Result<Result<Done, Without>, Refusal> {
    let round = Round::read(entries.now(), position)?.ok_or(Refusal::NotFound)?;
    record_in(entries, &round, act)
}

/// Records a comment inside the writer's transaction.
pub(super) fn record_comment(
    entries: &Entries<'_, CommentEntry>,
    position: u64,
    said: Commenting,
) -> Result<Result<Done, Without>, Refusal> {
    let round = Round::read(entries.now(), position)?.ok_or(Refusal::NotFound)?;
    let Commenting { by, on, text, language, seen } = said;
    let replaces = standing(&round.account(entries.stamp().at), by.party, on).map(|former| former.sequence);
    let done = record_in(entries, &round, &Act::Comment { by, on, text, language, replaces })?;
    let unseen = replaces.is_some() && replaces != seen;
    Ok(done.map(|done| match done {
        Done::Taken if unseen => Done::ReplacedUnseen,
        Done::Late if unseen => Done::LateUnseen,
        done => done,
    }))
}

/// Records what came of a comment inside the writer's transaction.
///
/// Errors: `Conflict` where another answer stands there than the one that was seen, or as many were given as one comment may have.
pub(super) fn record_reply(
    entries: &Entries<'_, CommentEntry>,
    position: u64,
    replying: &Replying,
) -> Result<Result<Done, Without>, Refusal> {
    let Replying { by, to, verdict, text, seen } = replying.clone();
    let round = Round::read(entries.now(), position)?.ok_or(Refusal::NotFound)?;
    let account = round.account(entries.stamp().at);
    let former = standing_at(&account, to).and_then(|(_, entry)| entry.reply.as_ref()).map(|reply| reply.sequence);
    if former.is_some() && former != seen {
        return Err(Refusal::conflict("comments-fault-answered"));
    }
    let same = |act: &Act| matches!(act, Act::Reply { to: of, .. } if *of == to);
    if round.history.acts().filter(|recorded| same(&recorded.act)).count() >= REPLIES_MAX {
        return Err(Refusal::conflict("comments-fault-replies"));
    }
    record_in(entries, &round, &Act::Reply { by, to, verdict, text })
}

fn record_in(entries: &Entries<'_, CommentEntry>, round: &Round, act: &Act) -> Result<Result<Done, Without>, Refusal> {
    let by = speaker(act).map(|by| by.party);
    let before = round.history.acts().filter(|recorded| speaker(&recorded.act).map(|by| by.party) == by).count();
    // Whoever convenes answers every comment and wish: how many is up to what the parties say.
    let answers = matches!(act, Act::Reply { .. } | Act::ExtensionGranted { .. } | Act::ExtensionRefused { .. });
    if before >= ACTS_MAX && !answers {
        return Err(Refusal::conflict("comments-fault-too-many"));
    }
    let said = round.history.acts().map(|recorded| &recorded.act).filter(|said| speaker(said).map(|by| by.party) == by);
    let chars: usize = said.chain([act]).map(own_chars).sum();
    if chars > CHARS_MAX && own_chars(act) > 0 {
        return Err(Refusal::conflict("comments-fault-too-much"));
    }
    let done = match admit(round, act, entries.stamp().at) {
        Disposition::Taken => Done::Taken,
        Disposition::TakenLate => Done::Late,
        Disposition::Kept(without) => return Ok(Err(without)),
    };
    append(entries, round.position, act)?;
    Ok(Ok(done))
}

/// Answers how long the words are that a party says of its own accord; answers to others are not.
fn own_chars(act: &Act) -> usize {
    match act {
        Act::Comment { text: words, .. } | Act::ExtensionAsked { reason: words, .. } => words.as_str().chars().count(),
        _ => 0,
    }
}

/// Answers what an act would do, said now.
fn admit(round: &Round, act: &Act, at: Timestamp) -> Disposition {
    let mut history = round.history.clone();
    // It will be the last of the journal.
    let last = Recorded { sequence: Sequence(u64::MAX), received_at: at, act: act.clone() };
    let account: Account = match history.add(last) {
        Ok(_) => comments::account(&round.invitation, &history, at),
        Err(_) => return Disposition::Kept(Without::BeforeOpening),
    };
    account.lines.last().map_or(Disposition::Kept(Without::BeforeOpening), |line| line.disposition)
}

fn append(entries: &Entries<'_, CommentEntry>, position: u64, act: &Act) -> Result<(), StoreError> {
    entries.append(&telling::act(position, act)).map(|_| ())
}

/// Answers who says something; nobody where the server records how late it is.
pub(super) fn speaker(act: &Act) -> Option<&By> {
    match act {
        Act::Passed => None,
        Act::Comment { by, .. }
        | Act::Withdrawal { by, .. }
        | Act::Nothing { by }
        | Act::ExtensionAsked { by, .. }
        | Act::ExtensionGranted { by, .. }
        | Act::ExtensionRefused { by, .. }
        | Act::Reply { by, .. } => Some(by),
    }
}

/// Answers the key of the sentence that says why an act is without effect.
pub(super) fn without_key(without: Without) -> &'static str {
    match without {
        Without::BeforeOpening => "comments-without-before-opening",
        Without::NotAsked => "comments-without-not-asked",
        Without::NotAuthorised => "comments-without-not-authorised",
        Without::NotTheConvener => "comments-without-not-the-convener",
        Without::NoPlace => "comments-without-no-place",
        Without::NoComment => "comments-without-no-comment",
        Without::HasComments => "comments-without-has-comments",
        Without::Late => "comments-without-late",
        Without::NoRequest => "comments-without-no-request",
        Without::OutOfBounds => OUT_OF_BOUNDS,
        Without::OwnRequest => "comments-without-own-request",
    }
}
