//! Who leads a delegation, by function and never by name, and who was there: what attendance is made of.

use std::collections::{BTreeMap, BTreeSet};

use base::identity::profile::InForce;
use base::store::StoreError;
use journal::StateCode;
use rusqlite::Connection;

use super::queries::Presence;
use crate::meetings::Meeting;
use crate::members::{self, Class, Names};

/// What the head of a delegation is, with the key of its name: a closed list, so that no name can stand in its place. Frozen.
pub(crate) const HEADS: [(&str, &str); 9] = [
    ("minister", "sittings-head-minister"),
    ("vice-minister", "sittings-head-vice-minister"),
    ("director", "sittings-head-director"),
    ("ambassador", "sittings-head-ambassador"),
    ("consul", "sittings-head-consul"),
    ("adviser", "sittings-head-adviser"),
    ("head-of-organisation", "sittings-head-organisation"),
    ("representative", "sittings-head-representative"),
    ("spokesperson", "sittings-head-spokesperson"),
];

/// Answers the key of a head's name.
pub(crate) fn head_key(code: &str) -> Option<&'static str> {
    HEADS.iter().find(|(known, _)| *known == code).map(|(_, key)| *key)
}

/// A party that could have been there, and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expected {
    pub(crate) party: StateCode,
    pub(crate) names: Names,
    /// What it was to the conference then.
    pub(crate) class: Class,
    /// What was recorded; none where nothing was.
    pub(crate) presence: Option<Presence>,
}

/// Answers who could have been at a meeting, by class and code: whoever took part on its first day or its last, and its own guests, with what
/// was recorded of each. Who was recorded stays, also where it is no party any more.
pub(crate) fn expected(now: &Connection, profile: &InForce, meeting: &Meeting) -> Result<Vec<Expected>, StoreError> {
    let names = members::names(now, profile)?;
    let guests: BTreeSet<StateCode> = members::guests_of(now, &meeting.symbol)?;
    // Whoever was let in on its last day was there; what it was on the first day counts where both say something.
    let mut classes: BTreeMap<StateCode, Class> = members::parties_on(now, profile, meeting.last_on)?;
    classes.extend(members::parties_on(now, profile, meeting.first_on)?);
    // A guest of another meeting is none here, and those of this one are from before its first day too.
    classes.retain(|party, class| *class != Class::Guest || guests.contains(party));
    for guest in guests {
        classes.entry(guest).or_insert(Class::Guest);
    }
    // What is kept for members is attended by members.
    classes.retain(|_, class| !meeting.members_only || *class == Class::Member);
    let mut recorded = super::queries::presences(now, &meeting.symbol)?;
    let mut all: Vec<Expected> = classes
        .into_iter()
        .map(|(party, class)| {
            let presence = recorded.remove(&party);
            let class = presence.as_ref().map_or(class, |presence| presence.class);
            Expected { party, names: name(&names, party), class, presence }
        })
        .collect();
    all.extend(recorded.into_iter().map(|(party, presence)| Expected {
        party,
        names: name(&names, party),
        class: presence.class,
        presence: Some(presence),
    }));
    all.sort_by_key(|one| (one.class, one.party));
    Ok(all)
}

fn name(names: &BTreeMap<StateCode, Names>, party: StateCode) -> Names {
    let code = party.as_str().to_owned();
    names.get(&party).cloned().unwrap_or(Names { en: code.clone(), es: code.clone(), fr: code })
}
