//! What is searched: documents, decisions and minutes, and which room says who may see one.

use base::access::Resource;
use base::ground::Puebla;
use base::identity::Caller;
use base::store::StoreError;
use rusqlite::Connection;

use crate::decisions::{self, ShowDecision};
use crate::meetings::Symbol;
use crate::minutes::{self, ShowMinutes};
use crate::papers::{self, ShowPaper};

/// A kind of thing that is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// A document of the conference.
    Paper,
    /// A decision.
    Decision,
    /// The minutes of a meeting, named by the meeting.
    Minutes,
}

impl Kind {
    /// All there are.
    pub(super) const ALL: [Kind; 3] = [Kind::Paper, Kind::Decision, Kind::Minutes];

    /// Answers the code that the index and the API use.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Kind::Paper => "paper",
            Kind::Decision => "decision",
            Kind::Minutes => "minutes",
        }
    }

    /// Answers the key of its name.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Kind::Paper => "search-kind-paper",
            Kind::Decision => "search-kind-decision",
            Kind::Minutes => "search-kind-minutes",
        }
    }

    /// Reads a code.
    pub(super) fn parse(code: &str) -> Option<Self> {
        Kind::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Answers the address of its page.
    pub(super) fn address(self, symbol: &Symbol) -> String {
        match self {
            Kind::Paper => format!("/papers/{}", symbol.in_address()),
            Kind::Decision => format!("/decisions/{}", symbol.in_address()),
            Kind::Minutes => format!("/meetings/{}/minutes", symbol.in_address()),
        }
    }

    /// Answers what the policies must know of one, from the room that it belongs to; none where there is no such thing.
    pub(super) fn resource(self, now: &Connection, symbol: &Symbol) -> Result<Option<Resource>, StoreError> {
        let reference = symbol.in_address();
        match self {
            Kind::Paper => papers::resource(now, &reference),
            Kind::Decision => decisions::resource(&reference)(now),
            Kind::Minutes => minutes::resource(now, &reference),
        }
    }

    /// Answers whether somebody may open one. It is the question that its own page asks.
    pub(super) fn may_open(self, ground: &Puebla, caller: &Caller, resource: &Resource) -> bool {
        match self {
            Kind::Paper => ground.policy.allows::<ShowPaper>(caller, resource),
            Kind::Decision => ground.policy.allows::<ShowDecision>(caller, resource),
            Kind::Minutes => ground.policy.allows::<ShowMinutes>(caller, resource),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_come_back_as_what_they_were() {
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.code()), Some(kind));
        }
        assert_eq!(Kind::parse("letter"), None);
    }
}
