//! What was sent of a campaign, read into an entry: every fault named, and none that would tell of a document one may not open.

use std::collections::BTreeSet;

use base::access::Permit;
use base::desk::Reader;
use base::identity::PartyKind;
use base::web::{InputFault, Refusal};
use conference::campaigns::{Currency, Measured};
use jiff::civil::Date;
use journal::StateCode;

use super::api::NewCampaign;
use super::coded::{self, AUDIENCES, CHANNELS, LANGUAGES, NOT_MEASURED};
use super::entries::Written;
use crate::meetings::Symbol;
use crate::papers;
use crate::rounds::{Found, fault};

/// The longest title, place or name of an institution, in characters.
pub(super) const LINE_CHARS_MAX: usize = 120;
/// The longest message or evaluation, in characters.
pub(super) const TEXT_CHARS_MAX: usize = 2_000;
/// The most documents that are one campaign's materials.
const PAPERS_MAX: usize = 20;
/// The longest campaign, in days.
const DAYS_MAX: i64 = 1_100;
/// The most that a campaign says it reached: more than there are people.
const REACHED_MAX: u64 = 10_000_000_000;
/// The most of a currency's hundredths that it cost.
const COST_MAX: u64 = 10_000_000_000_000;

/// Reads what was sent; its number is put in where it is appended.
///
/// Errors: `Invalid` with every fault.
pub(super) fn read<P: Permit>(reader: &Reader<P>, new: &NewCampaign) -> Result<Written, Refusal> {
    let mut found = Found::default();
    let [title_en, title_es, title_fr] =
        [("title_en", &new.title_en), ("title_es", &new.title_es), ("title_fr", &new.title_fr)]
            .map(|(field, written)| found.keep(maybe_line(field, written)).unwrap_or_default());
    if [&new.title_en, &new.title_es, &new.title_fr].iter().all(|title| title.trim().is_empty()) {
        found.0.push(fault("title_es", "campaigns-fault-title"));
    }
    let [message_en, message_es, message_fr] =
        [("message_en", &new.message_en), ("message_es", &new.message_es), ("message_fr", &new.message_fr)]
            .map(|(field, written)| found.keep(maybe_text(field, written)).unwrap_or_default());
    if [&new.message_en, &new.message_es, &new.message_fr].iter().all(|message| message.trim().is_empty()) {
        found.0.push(fault("message_es", "campaigns-fault-message"));
    }
    let audiences = found.keep(codes("audiences", &AUDIENCES, &new.audiences, "campaigns-fault-audiences"));
    let languages = found.keep(codes("languages", &LANGUAGES, &new.languages, "campaigns-fault-languages"));
    let channels = found.keep(codes("channels", &CHANNELS, &new.channels, "campaigns-fault-channels"));
    let states = found.keep(self::states(reader, &new.states));
    let places = found.keep(line("places", &new.places));
    let days = self::days(&mut found, new);
    let cost = found.keep(cost(new));
    let reach = found.keep(reach(new));
    let papers = found.keep(self::papers(reader, &new.papers)?);
    let decision = found.keep(symbol(&new.decision).ok_or_else(|| fault("decision", "campaigns-fault-decision")));
    match (audiences, languages, channels, states, places, days, cost, reach, papers, decision) {
        (
            Some(audiences),
            Some(languages),
            Some(channels),
            Some(states),
            Some(places),
            Some((first_on, last_on)),
            Some((cost_minor, currency)),
            Some((reached, measured)),
            Some(papers),
            Some(decision),
        ) if found.0.is_empty() => Ok(Written {
            number: 0,
            title_en,
            title_es,
            title_fr,
            message_en,
            message_es,
            message_fr,
            audiences,
            languages,
            channels,
            states,
            places,
            first_on,
            last_on,
            papers,
            cost_minor,
            currency,
            reached,
            measured,
            decision,
        }),
        _ => Err(Refusal::Invalid(found.0)),
    }
}

/// Reads a text on one line that must be there.
pub(super) fn line(field: &str, written: &str) -> Result<String, InputFault> {
    let text = maybe_line(field, written)?;
    if text.is_empty() { Err(fault(field, "campaigns-fault-line-missing")) } else { Ok(text) }
}

fn maybe_line(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = text.chars().count() <= LINE_CHARS_MAX && !text.chars().any(char::is_control);
    if fits { Ok(text) } else { Err(fault(field, "campaigns-fault-line")) }
}

/// Reads a text of several lines that must be there.
pub(super) fn text(field: &str, written: &str) -> Result<String, InputFault> {
    let text = maybe_text(field, written)?;
    if text.is_empty() { Err(fault(field, "campaigns-fault-line-missing")) } else { Ok(text) }
}

fn maybe_text(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.replace("\r\n", "\n").trim().to_owned();
    let fits = text.chars().count() <= TEXT_CHARS_MAX && !text.chars().any(|sign| sign.is_control() && sign != '\n');
    if fits { Ok(text) } else { Err(fault(field, "campaigns-fault-text")) }
}

/// Reads a day.
pub(super) fn day(field: &str, written: &str) -> Result<Date, InputFault> {
    let day = written.trim().parse::<Date>().ok();
    day.filter(|day| (1990..=2200).contains(&day.year())).ok_or_else(|| fault(field, "campaigns-fault-day"))
}

/// Answers codes of a list in the list's own order, each once.
fn codes(
    field: &str,
    list: &[(&'static str, &'static str)],
    sent: &[String],
    key: &'static str,
) -> Result<String, InputFault> {
    if sent.is_empty() || sent.iter().any(|code| coded::key(list, code).is_none()) {
        return Err(fault(field, key));
    }
    let chosen = list.iter().map(|(code, _)| *code).filter(|code| sent.iter().any(|one| one == code));
    Ok(chosen.collect::<Vec<_>>().join(" "))
}

/// Answers the member States of the process.
pub(super) fn members<P: Permit>(reader: &Reader<P>) -> impl Iterator<Item = StateCode> {
    let parties = &reader.ground().identity.profile().parties;
    let members = parties.iter().filter(|(_, party)| party.kind == PartyKind::Member).map(|(code, _)| *code);
    members.collect::<Vec<_>>().into_iter()
}

fn states<P: Permit>(reader: &Reader<P>, sent: &[String]) -> Result<String, InputFault> {
    let members: BTreeSet<StateCode> = members(reader).collect();
    let read: Option<BTreeSet<StateCode>> =
        sent.iter().map(|code| code.trim().parse().ok().filter(|code| members.contains(code))).collect();
    match read {
        Some(states) if !states.is_empty() => Ok(states.iter().map(StateCode::to_string).collect::<Vec<_>>().join(" ")),
        _ => Err(fault("states", "campaigns-fault-states")),
    }
}

fn days(found: &mut Found, new: &NewCampaign) -> Option<(Date, Date)> {
    let first_on = found.keep(day("first_on", &new.first_on));
    let last_on = found.keep(day("last_on", &new.last_on));
    let (first_on, last_on) = (first_on?, last_on?);
    if last_on < first_on {
        found.0.push(fault("last_on", "campaigns-fault-order"));
    } else if conference::due::slip_days(first_on, last_on) >= DAYS_MAX {
        found.0.push(fault("last_on", "campaigns-fault-length"));
    }
    Some((first_on, last_on))
}

fn cost(new: &NewCampaign) -> Result<(Option<u64>, String), InputFault> {
    match (new.cost_minor, new.currency.trim()) {
        (None, "") => Ok((None, String::new())),
        (None, _) => Err(fault("cost_minor", "campaigns-fault-cost-missing")),
        (Some(_), code) if Currency::parse(code).is_none() => Err(fault("currency", "campaigns-fault-currency")),
        (Some(cost), _) if cost > COST_MAX => Err(fault("cost_minor", "campaigns-fault-cost")),
        (Some(cost), code) => Ok((Some(cost), code.to_owned())),
    }
}

fn reach(new: &NewCampaign) -> Result<(Option<u64>, String), InputFault> {
    match (new.reached, new.measured.trim()) {
        (None, NOT_MEASURED) => Ok((None, NOT_MEASURED.to_owned())),
        (Some(_), NOT_MEASURED) => Err(fault("measured", "campaigns-fault-reached-how")),
        (_, code) if Measured::parse(code).is_none() => Err(fault("measured", "campaigns-fault-measured")),
        (None, _) => Err(fault("reached", "campaigns-fault-reached-missing")),
        (Some(reached), _) if reached > REACHED_MAX => Err(fault("reached", "campaigns-fault-reached")),
        (Some(reached), code) => Ok((Some(reached), code.to_owned())),
    }
}

fn symbol(written: &str) -> Option<Symbol> {
    written.trim().to_uppercase().parse().ok()
}

/// Reads the symbols of materials. What does not exist and what one may not open are the same fault: no title is guessed at here.
fn papers<P: Permit>(reader: &Reader<P>, sent: &[String]) -> Result<Result<String, InputFault>, Refusal> {
    let unknown = || fault("papers", "campaigns-fault-papers");
    let read: Option<BTreeSet<String>> =
        sent.iter().map(|written| symbol(written).map(|symbol| symbol.to_string())).collect();
    let Some(read) = read.filter(|read| read.len() <= PAPERS_MAX) else { return Ok(Err(unknown())) };
    let symbols: Vec<Symbol> = read.iter().filter_map(|symbol| symbol.parse().ok()).collect();
    let open = papers::chips(reader, &symbols)?;
    if open.len() < symbols.len() {
        return Ok(Err(unknown()));
    }
    Ok(Ok(read.into_iter().collect::<Vec<_>>().join(" ")))
}
