//! What the acts of this room share: texts that are read, and what of the counts somebody is told.

use std::collections::BTreeMap;

use base::access::{Permit, Resource};
use base::desk::Reader;
use base::identity::PartyKind;
use base::identity::profile::Named;
use base::store::StoreError;
use base::web::{InputFault, Refusal, Voice};
use conference::exercises::{Standing, Told, told};
use journal::StateCode;
use maud::{Markup, html};
use rusqlite::Connection;

use super::permits::PlanExercises;
use super::queries::{self, Exercise};
use crate::meetings::Symbol;
pub(super) use crate::rounds::fault;

/// The longest title or place, in characters.
pub(super) const LINE_CHARS_MAX: usize = 120;

/// Reads a text on one line that must be there.
pub(super) fn line(field: &str, written: &str) -> Result<String, InputFault> {
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = text.chars().count() <= LINE_CHARS_MAX && !text.chars().any(char::is_control);
    match (text.is_empty(), fits) {
        (true, _) => Err(fault(field, "exercises-fault-missing")),
        (false, false) => Err(fault(field, "exercises-fault-line")),
        (false, true) => Ok(text),
    }
}

/// Reads a text of several lines that must be there, of `most` characters.
pub(super) fn text(field: &str, written: &str, most: usize) -> Result<String, InputFault> {
    let text = written.replace("\r\n", "\n").trim().to_owned();
    let control = |c: char| c.is_control() && c != '\n' && c != '\t';
    match (text.is_empty(), text.chars().count() > most || text.chars().any(control)) {
        (true, _) => Err(fault(field, "exercises-fault-missing")),
        (false, true) => Err(fault(field, "exercises-fault-text")),
        (false, false) => Ok(text),
    }
}

/// Reads a symbol.
pub(super) fn symbol(field: &str, written: &str) -> Result<Symbol, InputFault> {
    written.trim().to_uppercase().parse().map_err(|_| fault(field, "exercises-fault-symbol"))
}

/// Answers what the policies must know of an exercise.
pub(super) fn resource(reference: &str) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let symbol = Symbol::from_address(reference).ok();
    move |now| {
        let Some(symbol) = symbol else { return Ok(None) };
        let found = queries::exercise(now, &symbol)?;
        Ok(found.map(|exercise| Resource { status: "open", about: exercise.symbol.to_string(), ..Resource::default() }))
    }
}

/// The same for the counts of one State: they are nobody's where it did not take part.
pub(super) fn counts_of(
    reference: &str,
    state: StateCode,
) -> impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError> {
    let symbol = Symbol::from_address(reference).ok();
    move |now| {
        let Some(symbol) = symbol else { return Ok(None) };
        let found = queries::exercise(now, &symbol)?.filter(|exercise| exercise.participants.contains_key(&state));
        Ok(found.map(|exercise| Resource::of(state, exercise.symbol.to_string())))
    }
}

/// Reads the exercise of an address.
pub(super) fn exercise<P: Permit>(reader: &Reader<P>, reference: &str) -> Result<Exercise, Refusal> {
    let symbol = Symbol::from_address(reference).map_err(|_| Refusal::NotFound)?;
    reader.ask(|now| queries::exercise(now, &symbol))?.ok_or(Refusal::NotFound)
}

/// Answers the member States, in the order of their codes.
pub(super) fn members<P: Permit>(reader: &Reader<P>) -> Vec<(StateCode, Named)> {
    let profile = reader.ground().identity.profile();
    let members = profile.parties.iter().filter(|(_, party)| party.kind == PartyKind::Member);
    members.map(|(code, party)| (*code, party.name.clone())).collect()
}

/// Counts of an exercise as somebody is told them.
pub(super) struct Counts {
    /// Who has reported.
    pub(super) reported: Vec<StateCode>,
    /// What they are told; nothing of others while States still report, so that nobody watches a count grow.
    pub(super) told: Told,
}

/// Answers what of an exercise's counts the reader is told.
pub(super) fn counts<P: Permit>(reader: &Reader<P>, exercise: &Exercise) -> Result<Counts, StoreError> {
    let whole = reader.ground().policy.allows::<PlanExercises>(reader.caller(), &Resource::room());
    let own = reader.caller().state;
    let all = reader.ask(|now| queries::reported(now, &exercise.symbol))?;
    let reported = all.keys().copied().collect();
    let complete = exercise.standing >= Standing::Reported;
    let seen: BTreeMap<_, _> = all.into_iter().filter(|(state, _)| whole || complete || *state == own).collect();
    let mut told = told(&seen, Some(own), whole);
    if !(whole || complete) {
        told.all.clear();
    }
    Ok(Counts { reported, told })
}

/// Draws from when to when an exercise lasts.
pub(super) fn days(voice: &Voice, exercise: &Exercise) -> Markup {
    html! {
        (voice.date(exercise.first_on))
        @if exercise.last_on != exercise.first_on { " – " (voice.date(exercise.last_on)) }
    }
}
