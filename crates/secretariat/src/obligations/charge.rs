//! What a decision charges somebody with: how another room makes an obligation, in the transaction in which it is decided.

use std::collections::BTreeSet;

use base::desk::Entries;
use base::store::StoreError;
use conference::obligations::{NoOwner, Obligation, Order};
use conference::said::Said;
use jiff::civil::Date;

use super::entries::{Charged, ObligationEntry};
use super::owner;
use super::queries;
use super::reference::Reference;
use crate::meetings::Symbol;

/// The longest text of what is to be done or of a condition, in characters.
pub(crate) const WHAT_CHARS_MAX: usize = 2_000;
/// Owners of one obligation at most.
pub(crate) const OWNERS_MAX: usize = 300;

/// What a decision orders, with all that its days are counted from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// What it orders with one verb.
    pub order: Order,
    /// Which of the decision's obligations it is, from 1.
    pub number: u16,
    /// What is to be done, in Spanish; without it everybody reads the order's words.
    pub what_es: Option<Said>,
    /// The day of the decision's adoption.
    pub adopted_on: Date,
    /// The last day of the meeting that took it.
    pub meeting_ended_on: Option<Date>,
    /// Short name of the body whose meeting took it: what "next meeting" means where no body is named.
    pub series: String,
    /// Whether the decision is kept for members.
    pub members_only: bool,
}

/// Says why a decision cannot charge anybody with this.
#[derive(Debug, thiserror::Error)]
pub enum ChargeError {
    /// Nobody is named where somebody must be.
    #[error(transparent)]
    NoOwner(#[from] NoOwner),
    /// A symbol, an owner or a text that this room does not take; which of them.
    #[error("{0} cannot be used")]
    Form(&'static str),
    /// This obligation of the decision is there already.
    #[error("{0} is there already")]
    Taken(Reference),
    /// The tables cannot be read, or the journal not written.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Charges somebody with what a decision orders, inside the transaction in which it is adopted.
///
/// Answers none where the verb asks nothing of anyone; nothing is appended then.
///
/// # Errors
/// Each kind of [`ChargeError`]; nothing has been appended.
pub fn charge(entries: &Entries<'_, ObligationEntry>, charge: &Charge) -> Result<Option<Reference>, ChargeError> {
    let Some(charged) = charged(charge)? else { return Ok(None) };
    let reference = charged.reference();
    if queries::number_of(entries.now(), &reference)?.is_some() {
        return Err(ChargeError::Taken(reference));
    }
    entries.append(&ObligationEntry::Charged(charged))?;
    Ok(Some(reference))
}

fn charged(charge: &Charge) -> Result<Option<Charged>, ChargeError> {
    let Some(obligation) = Obligation::follow(charge.order.clone())? else { return Ok(None) };
    let order = obligation.order();
    let short = |said: &Said| said.as_str().chars().count() <= WHAT_CHARS_MAX;
    let decision: Symbol = order.decision.parse().map_err(|_| ChargeError::Form("decision"))?;
    let owners: BTreeSet<String> = order.owners.iter().map(owner::code).collect();
    if owners.len() > OWNERS_MAX || owners.iter().any(|code| owner::parse(code).is_none()) {
        return Err(ChargeError::Form("owners"));
    }
    if ![Some(&order.what), charge.what_es.as_ref(), order.condition.as_ref()].into_iter().flatten().all(short) {
        return Err(ChargeError::Form("what"));
    }
    if charge.number == 0 {
        return Err(ChargeError::Form("number"));
    }
    Ok(Some(Charged {
        decision,
        number: charge.number,
        verb: order.verb.code().to_owned(),
        owners: owners.into_iter().collect(),
        jointly: order.sharing == conference::obligations::Sharing::Jointly,
        what: order.what.to_string(),
        what_es: charge.what_es.as_ref().map(Said::to_string),
        rule: order.rule.clone(),
        begins_on: order.begins_on,
        condition: order.condition.as_ref().map(Said::to_string),
        lapses: order.lapses,
        adopted_on: charge.adopted_on,
        meeting_ended_on: charge.meeting_ended_on,
        series: charge.series.clone(),
        members_only: charge.members_only,
    }))
}
