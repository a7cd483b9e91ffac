//! What can be said of an obligation: that it was charged, and what came of it. Frozen: kinds and fields are added, never edited.

use base::store::{Entry, Room};
use conference::due::DueRule;
use jiff::civil::Date;
use journal::Name;
use minicbor::{Decode, Encode};

use super::reference::Reference;
use crate::meetings::Symbol;

/// One entry of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObligationEntry {
    /// A decision charges somebody with something.
    Charged(Charged),
    /// Something shows that it was done, or was begun.
    Evidence(Evidence),
    /// Evidence was no such thing.
    EvidenceWithdrawn(EvidenceWithdrawn),
    /// An owner says when it will be done instead.
    Expected(Expected),
    /// What had to happen before has happened.
    ConditionMet(ConditionMet),
    /// A later decision takes it away.
    Released(Released),
    /// A reminder went out.
    Reminded(Reminded),
}

pub(super) const CHARGED: Name = Name::literal("charged");
pub(super) const EVIDENCE: Name = Name::literal("evidence");
pub(super) const EVIDENCE_WITHDRAWN: Name = Name::literal("evidence_withdrawn");
pub(super) const EXPECTED: Name = Name::literal("expected");
pub(super) const CONDITION_MET: Name = Name::literal("condition_met");
pub(super) const RELEASED: Name = Name::literal("released");
pub(super) const REMINDED: Name = Name::literal("reminded");

/// See [`ObligationEntry::Charged`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Charged {
    /// The decision's symbol.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) decision: Symbol,
    /// Which of its obligations, from 1.
    #[n(1)]
    pub(crate) number: u16,
    /// The operative verb's code.
    #[n(2)]
    pub(crate) verb: String,
    /// Whom it speaks to, sorted.
    #[n(3)]
    pub(crate) owners: Vec<String>,
    /// Whether all of them do it once, together; else each for itself.
    #[n(4)]
    pub(crate) jointly: bool,
    /// What is to be done.
    #[n(5)]
    pub(crate) what: String,
    /// The same in Spanish, where the decision has it.
    #[n(6)]
    pub(crate) what_es: Option<String>,
    /// By when, or how often.
    #[n(7)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub(crate) rule: Option<DueRule>,
    /// From which day periods are counted.
    #[n(8)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) begins_on: Date,
    /// What must have happened before.
    #[n(9)]
    pub(crate) condition: Option<String>,
    /// Whether it is a power that ends unused with its day.
    #[n(10)]
    pub(crate) lapses: bool,
    /// The day of the decision's adoption.
    #[n(11)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) adopted_on: Date,
    /// The last day of the meeting that took it.
    #[n(12)]
    #[cbor(with = "crate::meetings::frozen::text_or_null")]
    pub(crate) meeting_ended_on: Option<Date>,
    /// Short name of the body whose meeting took it.
    #[n(13)]
    pub(crate) series: String,
    /// Whether it is kept for members.
    #[n(14)]
    pub(crate) members_only: bool,
}

impl Charged {
    /// Answers what it is cited by.
    pub(crate) fn reference(&self) -> Reference {
        Reference { decision: self.decision.clone(), number: self.number }
    }
}

/// See [`ObligationEntry::Evidence`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Evidence {
    /// Of which obligation.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) of: Reference,
    /// Whose evidence.
    #[n(1)]
    pub(crate) owner: String,
    /// Which period, from 1.
    #[n(2)]
    pub(crate) period: u16,
    /// The day on which it happened.
    #[n(3)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) happened_on: Date,
    /// Whether this fulfils it.
    #[n(4)]
    pub(crate) completes: bool,
    /// What it is.
    #[n(5)]
    pub(crate) text: String,
}

/// See [`ObligationEntry::EvidenceWithdrawn`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct EvidenceWithdrawn {
    /// Of which obligation.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) of: Reference,
    /// Position of the entry that is withdrawn.
    #[n(1)]
    pub(crate) evidence: u64,
    /// Why.
    #[n(2)]
    pub(crate) reason: String,
}

/// See [`ObligationEntry::Expected`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Expected {
    /// Of which obligation.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) of: Reference,
    /// Who will be late.
    #[n(1)]
    pub(crate) owner: String,
    /// Which period, from 1.
    #[n(2)]
    pub(crate) period: u16,
    /// The day announced.
    #[n(3)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) expected_on: Date,
    /// Why.
    #[n(4)]
    pub(crate) reason: String,
}

/// See [`ObligationEntry::ConditionMet`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct ConditionMet {
    /// Of which obligation.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) of: Reference,
    /// The day.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) on: Date,
    /// What shows it.
    #[n(2)]
    pub(crate) text: String,
}

/// See [`ObligationEntry::Released`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Released {
    /// Of which obligation.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) of: Reference,
    /// The day.
    #[n(1)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) on: Date,
    /// The later decision's symbol.
    #[n(2)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) decision: Symbol,
}

/// See [`ObligationEntry::Reminded`].
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct Reminded {
    /// Of which obligation.
    #[n(0)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) of: Reference,
    /// To whom: one owner, or all who act jointly.
    #[n(1)]
    pub(crate) owners: Vec<String>,
    /// Which period, from 1.
    #[n(2)]
    pub(crate) period: u16,
    /// The day it was due then.
    #[n(3)]
    #[cbor(with = "crate::meetings::frozen::text")]
    pub(crate) due_on: Date,
    /// How many days before the day it went out; none where it was overdue.
    #[n(4)]
    pub(crate) before_days: Option<u16>,
    /// Which reminder of what is overdue, from 1; none where it was before its day.
    #[n(5)]
    pub(crate) overdue_number: Option<u16>,
}

impl Entry for ObligationEntry {
    fn room() -> &'static Room {
        &super::ROOM
    }

    fn kind(&self) -> Name {
        match self {
            ObligationEntry::Charged(_) => CHARGED,
            ObligationEntry::Evidence(_) => EVIDENCE,
            ObligationEntry::EvidenceWithdrawn(_) => EVIDENCE_WITHDRAWN,
            ObligationEntry::Expected(_) => EXPECTED,
            ObligationEntry::ConditionMet(_) => CONDITION_MET,
            ObligationEntry::Released(_) => RELEASED,
            ObligationEntry::Reminded(_) => REMINDED,
        }
    }

    fn payload(&self) -> Vec<u8> {
        // Writing to a vector cannot fail.
        match self {
            ObligationEntry::Charged(charged) => minicbor::to_vec(charged),
            ObligationEntry::Evidence(evidence) => minicbor::to_vec(evidence),
            ObligationEntry::EvidenceWithdrawn(withdrawn) => minicbor::to_vec(withdrawn),
            ObligationEntry::Expected(expected) => minicbor::to_vec(expected),
            ObligationEntry::ConditionMet(met) => minicbor::to_vec(met),
            ObligationEntry::Released(released) => minicbor::to_vec(released),
            ObligationEntry::Reminded(reminded) => minicbor::to_vec(reminded),
        }
        .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;

    use super::*;

    fn all() -> [ObligationEntry; 7] {
        let of = Reference { decision: "LAG/II/2003/DEC/7".parse().unwrap(), number: 2 };
        let (day, owner) = (date(2003, 5, 30), "UTO".to_owned());
        [
            ObligationEntry::Charged(Charged {
                decision: of.decision.clone(),
                number: 2,
                verb: "entrust".to_owned(),
                owners: vec!["UTO".to_owned(), "body:LAG".to_owned()],
                jointly: true,
                what: "Draw".to_owned(),
                what_es: None,
                rule: Some("3 months after adoption".parse().unwrap()),
                begins_on: day,
                condition: Some("If".to_owned()),
                lapses: false,
                adopted_on: day,
                meeting_ended_on: None,
                series: "LAG".to_owned(),
                members_only: true,
            }),
            ObligationEntry::Evidence(Evidence {
                of: of.clone(),
                owner: owner.clone(),
                period: 1,
                happened_on: day,
                completes: true,
                text: "Sent".to_owned(),
            }),
            ObligationEntry::EvidenceWithdrawn(EvidenceWithdrawn {
                of: of.clone(),
                evidence: 9,
                reason: "No".to_owned(),
            }),
            ObligationEntry::Expected(Expected {
                of: of.clone(),
                owner: owner.clone(),
                period: 1,
                expected_on: day,
                reason: "Rain".to_owned(),
            }),
            ObligationEntry::ConditionMet(ConditionMet { of: of.clone(), on: day, text: "Met".to_owned() }),
            ObligationEntry::Released(Released { of: of.clone(), on: day, decision: of.decision.clone() }),
            ObligationEntry::Reminded(Reminded {
                of,
                owners: vec![owner],
                period: 1,
                due_on: day,
                before_days: None,
                overdue_number: Some(1),
            }),
        ]
    }

    #[test]
    fn the_bytes_of_every_entry_are_frozen() {
        let golden = [
            (
                "charged",
                "8f714c41472f49492f323030332f4445432f370267656e7472757374826355544f68626f64793a4c4147f56444726177f67733206d6f6e7468732061667465722061646f7074696f6e6a323030332d30352d3330624966f46a323030332d30352d3330f6634c4147f5",
            ),
            ("evidence", "86734c41472f49492f323030332f4445432f372e326355544f016a323030332d30352d3330f56453656e74"),
            ("evidence_withdrawn", "83734c41472f49492f323030332f4445432f372e3209624e6f"),
            ("expected", "85734c41472f49492f323030332f4445432f372e326355544f016a323030332d30352d3330645261696e"),
            ("condition_met", "83734c41472f49492f323030332f4445432f372e326a323030332d30352d3330634d6574"),
            (
                "released",
                "83734c41472f49492f323030332f4445432f372e326a323030332d30352d3330714c41472f49492f323030332f4445432f37",
            ),
            ("reminded", "86734c41472f49492f323030332f4445432f372e32816355544f016a323030332d30352d3330f601"),
        ];
        let entries = all();
        let written = entries.iter().map(|entry| (entry.kind().to_string(), hex::encode(entry.payload())));
        let frozen = golden.map(|(kind, bytes): (&str, &str)| (kind.to_owned(), bytes.to_owned()));
        assert_eq!(written.collect::<Vec<_>>(), frozen);
        let ObligationEntry::Charged(charged) = &entries[0] else { panic!("the first is charged") };
        assert_eq!(minicbor::decode::<Charged>(&entries[0].payload()).as_ref().ok(), Some(charged));
    }
}
