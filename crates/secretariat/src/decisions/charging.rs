//! What an adopted decision charges States and bodies with: each verb that asks something of somebody makes an obligation, in the
//! act in which the decision is entered, or neither is.

use std::collections::BTreeSet;

use base::desk::Entries;
use base::identity::profile::InForce;
use base::store::StoreError;
use base::web::Refusal;
use conference::obligations::{Order, Owner, Sharing};
use conference::said::Said;
use journal::StateCode;

use super::decision::{Ask, MEMBERS};
use super::entries::Adopted;
use super::form::fault;
use crate::members;
use crate::obligations::{self, Charge, ChargeError, ObligationEntry, WHAT_CHARS_MAX};

/// Charges whoever a decision speaks to; `series` is the body whose meeting took it.
///
/// Errors: `Invalid` where a verb makes somebody answerable and nobody is named.
pub(super) fn charge_all(
    duties: &Entries<'_, ObligationEntry>,
    adopted: &Adopted,
    series: &str,
    profile: &InForce,
) -> Result<(), Refusal> {
    let now = duties.now();
    let day = adopted.adopted_on;
    let parties: BTreeSet<StateCode> = members::parties_on(now, profile, day)?.into_keys().collect();
    let all = members::members_on(now, profile, day)?;
    let content = &adopted.content;
    let (en, es) = (shortened(&content.text_en), shortened(&content.text_es));
    let Some(what) = en.clone().or_else(|| es.clone()) else { return Ok(()) };
    let mut number = 1;
    for ask in &content.asks {
        let owners = owners(ask, &parties, &all);
        let order = Order {
            decision: adopted.symbol.to_string(),
            verb: ask.verb,
            owners,
            sharing: if ask.each { Sharing::Severally } else { Sharing::Jointly },
            what: what.clone(),
            rule: ask.rule.clone(),
            begins_on: adopted.ended_on,
            condition: Said::parse(&content.condition).ok(),
            lapses: ask.lapses,
        };
        let charge = Charge {
            order,
            number,
            what_es: es.clone(),
            adopted_on: day,
            meeting_ended_on: Some(adopted.ended_on),
            series: series.to_owned(),
            members_only: adopted.members_only,
        };
        number += u16::from(made(obligations::charge(duties, &charge))?);
    }
    Ok(())
}

/// Says whether somebody was charged.
fn made(charged: Result<Option<obligations::Reference>, ChargeError>) -> Result<bool, Refusal> {
    match charged {
        Ok(reference) => Ok(reference.is_some()),
        Err(ChargeError::NoOwner(_)) => Err(Refusal::Invalid(vec![fault("addressees_1", "decisions-fault-no-owner")])),
        Err(ChargeError::Store(error)) => Err(error.into()),
        // What was read from a form or a draft keeps within what the room of obligations takes.
        Err(error) => Err(StoreError::Damaged(error.to_string()).into()),
    }
}

/// Answers whom a verb speaks to: every member of that day where it says members, a party by its code, else a body by its name.
fn owners(ask: &Ask, parties: &BTreeSet<StateCode>, members: &BTreeSet<StateCode>) -> BTreeSet<Owner> {
    let mut owners = BTreeSet::new();
    for name in &ask.addressees {
        match name.parse::<StateCode>().ok().filter(|code| parties.contains(code)) {
            Some(party) => owners.extend([Owner::Party(party)]),
            None if name == MEMBERS => owners.extend(members.iter().copied().map(Owner::Party)),
            None => owners.extend([Owner::Body(name.clone())]),
        }
    }
    owners
}

/// Answers a text as far as an obligation says it; the whole stands with the decision.
fn shortened(text: &str) -> Option<Said> {
    let long = text.chars().nth(WHAT_CHARS_MAX).is_some();
    let cut: String = text.chars().take(WHAT_CHARS_MAX - 1).collect();
    Said::parse(&if long { format!("{cut}…") } else { text.to_owned() }).ok()
}
