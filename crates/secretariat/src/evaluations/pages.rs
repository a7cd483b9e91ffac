//! What the acts of this room share: what the policies must know, refusals in words, days in capitals, and how things are said.

use base::access::{Permit, Resource};
use base::desk::{Permitted, Reader, Writer};
use base::ground::Puebla;
use base::identity::PartyKind;
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::parts::{self, Tone};
use base::web::{InputFault, Refusal, Said, Voice};
use base::words::Language;
use conference::due::Deadline;
use conference::evaluations::{self as rules, ReplyFault, Standing, Verdict, Without, YesNo};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use journal::StateCode;
use maud::{Markup, html};
use rusqlite::Connection;

use super::entries::{Question, Words};
use super::permits::ShowEvaluation;
use super::queries::{self, Known};
use crate::meetings::{MEMBERS_ONLY, OPEN, Symbol};
use crate::obligations;
pub(super) use crate::rounds::fault;
use crate::rounds::{tongue, tongues};

/// What whoever asks is about to do: of whom an evaluation is to them depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum To {
    /// Read it, or work on it: it is of those who evaluate.
    Work,
    /// Answer: it is of whoever is asked.
    Answer,
    /// Respond to a recommendation of its report: it is of whom that is addressed to.
    Respond(u16),
}

/// Answers what the policies must know of an evaluation for an act of a party.
pub(super) fn resource(
    reference: &str,
    party: StateCode,
    to: To,
) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> + use<> {
    let symbol = Symbol::from_address(reference).ok();
    move |now| {
        let Some(symbol) = symbol else { return Ok(None) };
        Ok(queries::known(now, &symbol)?.map(|known| seen_by(&known, party, to)))
    }
}

/// Answers the same of one that was read.
pub(super) fn seen_by(known: &Known, party: StateCode, to: To) -> Resource {
    let rules = &known.rules;
    let theirs = match to {
        To::Work => rules.evaluates(party),
        To::Answer => rules.guests().contains_key(&party),
        To::Respond(number) => rules
            .report()
            .and_then(|report| report.recommendations.get(&number))
            .is_some_and(|one| one.recommendation.addressees.contains(&party)),
    };
    let status = match (rules.opened_at(), known.members_only()) {
        (None, _) => "draft",
        (Some(_), true) => MEMBERS_ONLY,
        (Some(_), false) => OPEN,
    };
    Resource { owner: theirs.then_some(party), status, about: known.prepared.symbol.to_string(), ..Resource::default() }
}

/// Opens an evaluation to be read or worked on, for every page, form and call that is about one.
pub(super) async fn to_read<P: Permit>(desk: Permitted<P>, reference: &str) -> Result<(Reader<P>, Known), Refusal> {
    let resource = desk.about(resource(reference, desk.caller().state, To::Work)).await?;
    let reader = desk.open(resource).await?;
    let known = known(&reader, reference)?;
    Ok((reader, known))
}

/// Opens it to show a form.
pub(super) async fn to_form<P: Permit>(desk: Permitted<P>, reference: &str) -> Result<(Reader<P>, Known), Refusal> {
    let resource = desk.about(resource(reference, desk.caller().state, To::Work)).await?;
    let reader = desk.open_with_outcome(resource, "form").await?;
    let known = known(&reader, reference)?;
    Ok((reader, known))
}

/// Opens it to write in it.
pub(super) async fn to_write<P: Permit>(desk: Permitted<P>, reference: &str) -> Result<(Writer<P>, Known), Refusal> {
    let resource = desk.about(resource(reference, desk.caller().state, To::Work)).await?;
    let writer = desk.open_to_write(resource).await?;
    let known = known(writer.reader(), reference)?;
    Ok((writer, known))
}

/// Answers one that was opened to answers; before there is nothing of it to be shown or done.
pub(super) fn begun<T>((desk, known): (T, Known)) -> Result<(T, Known), Refusal> {
    if known.rules.opened_at().is_none() { Err(Refusal::NotFound) } else { Ok((desk, known)) }
}

/// Reads the evaluation of an address.
pub(super) fn known<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Known, Refusal> {
    let symbol = Symbol::from_address(reference).map_err(|_| Refusal::NotFound)?;
    reader.ask(|now| queries::known(now, &symbol))?.ok_or(Refusal::NotFound)
}

/// Answers who reads, as the rules ask.
pub(super) fn eyes<P: Permit>(reader: &Reader<P>) -> rules::Reader {
    let caller = reader.caller();
    rules::Reader { party: caller.state, member: matches!(caller.party, PartyKind::Member | PartyKind::Secretariat) }
}

/// Answers whether somebody may open an evaluation, as the policies say.
pub(super) fn may_show<P: Permit>(reader: &Reader<P>, known: &Known) -> bool {
    let caller = reader.caller();
    reader.ground().policy.allows::<ShowEvaluation>(caller, &seen_by(known, caller.state, To::Work))
}

/// Answers which day it is at the seat at an instant.
pub(super) fn day_of(profile: &InForce, at: Timestamp) -> Date {
    TimeZone::get(&profile.zone).unwrap_or(TimeZone::UTC).to_datetime(at).date()
}

/// Answers the last instant of a day in a party's capital; at the seat where no capital is known.
pub(super) fn end_of(profile: &InForce, party: StateCode, day: Date) -> Result<Timestamp, InputFault> {
    let zone = profile.parties.get(&party).map_or(profile.zone.as_str(), |party| party.zone.as_str());
    let last = Deadline::of_day(day, zone).map(Deadline::last);
    last.map_err(|_| fault("deadline", "evaluations-fault-day"))
}

/// Answers the last day for a response to what was published at an instant, at the seat.
pub(super) fn response_due(ground: &Puebla, published_at: Timestamp) -> Date {
    rules::response_due(published_at.to_zoned_datetime(obligations::seat(ground)).date())
}

/// Answers whether an instant lies further ahead than deadlines do.
pub(super) fn is_far(at: Timestamp, now: Timestamp) -> bool {
    at.duration_since(now) > SignedDuration::from_hours(24 * 366 * 2)
}

/// Says in words why an act is without effect.
pub(super) fn refusal(without: Without) -> Refusal {
    let conflict = |key: &'static str| Refusal::Conflict(Said::plain(key));
    match without {
        Without::NotTheirs | Without::NoRecommendation => Refusal::NotFound,
        Without::Opened => conflict("evaluations-fault-opened"),
        Without::NotOpen => conflict("evaluations-fault-not-open"),
        Without::Nothing => conflict("evaluations-fault-nothing"),
        Without::Passed => conflict("evaluations-fault-passed"),
        Without::NotEnded => conflict("evaluations-fault-not-ended"),
        Without::Reply(number, fault) => Refusal::Invalid(vec![reply_fault(number, fault)]),
        Without::Stands => conflict("evaluations-fault-stands"),
        Without::TooMany => conflict("evaluations-fault-many"),
        Without::OutOfBounds => Refusal::Invalid(vec![fault("until", "evaluations-fault-until")]),
        Without::Groundless => conflict("evaluations-fault-groundless"),
        Without::InUse => conflict("evaluations-fault-in-use"),
        Without::NoAddressee => conflict("evaluations-fault-addressee"),
        Without::Changed => conflict("evaluations-fault-changed"),
        Without::NothingNew => conflict("evaluations-fault-nothing-new"),
        Without::Superseded => conflict("evaluations-fault-superseded"),
        Without::Bound => conflict("evaluations-fault-bound"),
        Without::Unlike => conflict("evaluations-fault-unlike"),
    }
}

/// Says what is wrong with the reply to a question.
pub(super) fn reply_fault(number: u8, wrong: ReplyFault) -> InputFault {
    let key = match wrong {
        ReplyFault::NoQuestion => "evaluations-fault-question",
        ReplyFault::Unlike => "evaluations-fault-reply",
        ReplyFault::Missing => "evaluations-fault-reply-missing",
    };
    fault(&format!("reply_{number}"), key)
}

/// Draws words in the reader's language, else in the first there is.
pub(super) fn said(voice: &Voice, words: &Words) -> Markup {
    tongues(voice, words.all())
}

/// Answers the same as text, for labels.
pub(super) fn plainly<'t>(voice: &Voice, words: &'t Words) -> &'t str {
    tongue(voice, words.all()).map_or("", |(_, text)| text)
}

/// Draws words of several lines, with the other languages at hand.
pub(super) fn at_length(voice: &Voice, words: &Words) -> Markup {
    let all = [(Language::En, &words.en), (Language::Es, &words.es), (Language::Fr, &words.fr)];
    let shown = tongue(voice, words.all()).map(|(language, _)| language);
    let lines =
        |text: &str| html! { @for line in text.lines().filter(|line| !line.trim().is_empty()) { p { (line) } } };
    html! {
        @for (language, text) in all {
            @if Some(language) == shown { div lang=(language.tag()) { (lines(text)) } }
        }
        @for (language, text) in all {
            @if Some(language) != shown && !text.is_empty() {
                (parts::details(language.own_name(), html! { div lang=(language.tag()) { (lines(text)) } }))
            }
        }
    }
}

/// Names some parties in the order of the reader's dictionary.
pub(super) fn names(
    ground: &Puebla,
    voice: &Voice,
    parties: impl Iterator<Item = StateCode>,
) -> Vec<(String, StateCode)> {
    let mut named: Vec<(String, StateCode)> =
        parties.map(|party| (ground.identity.party_name(party, voice.language), party)).collect();
    voice.collate(&mut named, |(name, _)| name);
    named
}

/// Names some parties on one line.
pub(super) fn listed(ground: &Puebla, voice: &Voice, parties: impl Iterator<Item = StateCode>) -> String {
    names(ground, voice, parties).into_iter().map(|(name, _)| name).collect::<Vec<_>>().join(", ")
}

/// Draws where an evaluation stands.
pub(super) fn standing(voice: &Voice, standing: Standing) -> Markup {
    let tone = match standing {
        Standing::Prepared | Standing::Ended => Tone::Quiet,
        Standing::Open => Tone::Deep,
        Standing::Reported => Tone::Done,
    };
    parts::tag(tone, &voice.t(standing_key(standing)))
}

/// Answers the key of a standing's name.
pub(super) const fn standing_key(standing: Standing) -> &'static str {
    match standing {
        Standing::Prepared => "evaluations-standing-prepared",
        Standing::Open => "evaluations-standing-open",
        Standing::Ended => "evaluations-standing-ended",
        Standing::Reported => "evaluations-standing-reported",
    }
}

/// Answers the key of a reply of yes and no.
pub(super) const fn yes_no_key(one: YesNo) -> &'static str {
    match one {
        YesNo::Yes => "evaluations-yes",
        YesNo::Part => "evaluations-part",
        YesNo::No => "evaluations-no",
    }
}

/// Answers the key of what an addressee says.
pub(super) const fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Accepted => "evaluations-verdict-accepted",
        Verdict::Part => "evaluations-verdict-part",
        Verdict::Refused => "evaluations-verdict-refused",
    }
}

/// Draws a reply in words.
pub(super) fn reply(voice: &Voice, question: &Question, reply: &rules::Reply) -> Markup {
    match reply {
        rules::Reply::Text(words) => crate::rounds::words(words.as_str()),
        rules::Reply::YesNo(one) => html! { (voice.t(yes_no_key(*one))) },
        rules::Reply::OneOf(chosen) => {
            let given = usize::from(*chosen).checked_sub(1).and_then(|at| question.choices.get(at));
            html! { @if let Some(given) = given { (said(voice, given)) } }
        }
        rules::Reply::Number(number) => html! { (voice.number(*number)) " " (said(voice, &question.unit)) },
        rules::Reply::Day(day) => voice.date(*day),
        rules::Reply::Declined(why) => html! {
            (parts::tag(Tone::Quiet, &voice.t("evaluations-declined"))) " " (voice.quoted(why.as_str()))
        },
    }
}

/// Draws what a page about one evaluation begins with.
pub(super) fn heading(voice: &Voice, known: &Known) -> Markup {
    let path = known.path();
    html! { p .aside { a .mono href=(path) { (known.prepared.symbol) } " · " (said(voice, &known.prepared.title)) } }
}
