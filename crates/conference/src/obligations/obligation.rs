//! An obligation, how it follows from what a decision orders, and what can be recorded about it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use journal::StateCode;

use super::reminder::Step;
use crate::due::DueRule;
use crate::recorded::Sequence;
use crate::said::Said;
use crate::verbs::{Duty, Verb};

/// Who answers for something: a State or an observer by its code, or a body by the name that the profile gives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A member or an observer.
    Party(StateCode),
    /// A body, such as `RCGM`, the secretariat or the presidency.
    Body(String),
}

/// Whether the owners do it together or each for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// Done once, by all of them: two States draft one text.
    Jointly,
    /// Done by each: every State sends its comments.
    Severally,
}

/// What a decision orders with one verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// The decision's symbol, such as `RCM/VIII/2003/DEC/15`.
    pub decision: String,
    /// The operative verb.
    pub verb: Verb,
    /// Whom it speaks to.
    pub owners: BTreeSet<Owner>,
    /// Together or each.
    pub sharing: Sharing,
    /// What is to be done.
    pub what: Said,
    /// By when, or how often.
    pub rule: Option<DueRule>,
    /// From which day periods of a recurring duty are counted: that of the decision, or the meeting's last.
    pub begins_on: Date,
    /// What must have happened before.
    pub condition: Option<Said>,
    /// Whether it is a power that ends unused with its day, where a duty would be overdue.
    pub lapses: bool,
}

/// Something that somebody has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Obligation {
    order: Order,
}

/// Says that a verb makes somebody answerable and nobody is named: a person must say who.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0} makes somebody answerable, and nobody is named")]
pub struct NoOwner(pub Verb);

/// Something recorded about an obligation. `period` counts from 1; what does not recur has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Something that shows it was done, or was begun.
    Evidence {
        /// Whose evidence; with owners who act jointly, any of them.
        owner: Owner,
        /// Which period.
        period: u16,
        /// The day on which it happened, not that of its recording.
        happened_on: Date,
        /// Whether this fulfils it.
        completes: bool,
        /// What it is: a document's symbol, an event.
        text: Said,
    },
    /// Evidence that was no such thing.
    EvidenceWithdrawn {
        /// Which act.
        of: Sequence,
        /// Why.
        reason: Said,
    },
    /// An owner says when it will be done instead.
    Expected {
        /// Who.
        owner: Owner,
        /// Which period.
        period: u16,
        /// The day announced.
        expected_on: Date,
        /// Why.
        reason: Said,
    },
    /// What had to happen before has happened.
    ConditionMet {
        /// The day.
        on: Date,
        /// What shows it.
        text: Said,
    },
    /// A later decision takes it away.
    Released {
        /// The day.
        on: Date,
        /// That decision's symbol.
        decision: String,
    },
    /// A reminder went out.
    Reminded {
        /// To whom: one owner, or all who act jointly.
        owners: BTreeSet<Owner>,
        /// Which period.
        period: u16,
        /// The day it was due then.
        due_on: Date,
        /// Which reminder.
        step: Step,
    },
}

impl Obligation {
    /// Makes the obligation that follows from an order; none where its verb asks nothing of anyone.
    ///
    /// # Errors
    /// When its verb makes somebody answerable and nobody is named. A soft duty may speak to nobody.
    pub fn follow(order: Order) -> Result<Option<Obligation>, NoOwner> {
        match order.verb.duty() {
            Duty::None => Ok(None),
            Duty::Owned if order.owners.is_empty() => Err(NoOwner(order.verb)),
            Duty::Soft | Duty::Owned => Ok(Some(Obligation { order })),
        }
    }

    /// Answers the order it follows from.
    pub fn order(&self) -> &Order {
        &self.order
    }

    /// Answers who each does it for itself: one set an owner, or one of all who act jointly.
    pub fn answerable(&self) -> Vec<BTreeSet<Owner>> {
        match self.order.sharing {
            Sharing::Jointly => vec![self.order.owners.clone()],
            Sharing::Severally => self.order.owners.iter().map(|owner| BTreeSet::from([owner.clone()])).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::specimen::{order, parties};
    use super::*;

    #[test]
    fn to_take_note_obliges_nobody_and_to_entrust_needs_a_name() {
        let with = |verb, owners: &[&str]| Obligation::follow(Order { verb, owners: parties(owners), ..order() });
        assert_eq!(with(Verb::TakeNote, &["MEX"]), Ok(None));
        assert_eq!(with(Verb::Entrust, &[]), Err(NoOwner(Verb::Entrust)));
        assert!(matches!(with(Verb::Entrust, &["MEX"]), Ok(Some(_))));
        assert!(matches!(with(Verb::Urge, &[]), Ok(Some(_))));
    }

    #[test]
    fn together_is_one_and_each_is_as_many_as_there_are() {
        let with = |sharing| Obligation::follow(Order { sharing, ..order() }).expect("owners").expect("a duty");
        assert_eq!(with(Sharing::Jointly).answerable(), vec![parties(&["GTM", "MEX"])]);
        assert_eq!(with(Sharing::Severally).answerable(), vec![parties(&["GTM"]), parties(&["MEX"])]);
    }
}
