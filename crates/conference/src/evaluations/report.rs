//! Findings, recommendations, versions of a report, and what addressees say to each recommendation.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use journal::StateCode;

use crate::said::Said;

/// Findings of a report at most, and recommendations.
pub const FINDINGS_MAX: u16 = 200;

/// Days within which an addressee responds to a recommendation. A choice of this program: no declaration names a number.
pub const RESPONSE_DAYS: i64 = 90;

/// Answers the last day for a response to what was published on a day.
#[must_use]
pub fn response_due(published_on: Date) -> Date {
    published_on.saturating_add(RESPONSE_DAYS.days())
}

/// Words in up to three languages, each as it was given; empty where it was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tongues {
    /// In English.
    pub en: String,
    /// In Spanish.
    pub es: String,
    /// In French.
    pub fr: String,
}

impl Tongues {
    /// Answers whether something is said in any of them.
    #[must_use]
    pub fn is_said(&self) -> bool {
        !(self.en.is_empty() && self.es.is_empty() && self.fr.is_empty())
    }
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub words: Tongues,
    /// On which questions it rests, by their numbers.
    pub questions: BTreeSet<u8>,
}

/// What somebody should do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    /// What.
    pub words: Tongues,
    /// On which findings it rests, by their numbers.
    pub findings: BTreeSet<u16>,
    /// Who should: States, or the secretariat by its code.
    pub addressees: BTreeSet<StateCode>,
}

/// A version of the report; it never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Which, from 1.
    pub version: u16,
    /// When, by the journal's time.
    pub at: Timestamp,
    /// Which evaluating State published it.
    pub by: StateCode,
    /// Its findings, by their numbers.
    pub findings: BTreeMap<u16, Finding>,
    /// Its recommendations, by their numbers.
    pub recommendations: BTreeMap<u16, Wanting>,
}

/// A recommendation of a version, with since when it says this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanting {
    /// What is recommended.
    pub recommendation: Recommendation,
    /// The version since which it stands with these words and for these addressees: responses since then answer it.
    pub since: u16,
    /// When that version was published.
    pub since_at: Timestamp,
}

/// What an addressee says to a recommendation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It will do it.
    Accepted,
    /// It will do part of it.
    Part,
    /// It will not.
    Refused,
}

impl Verdict {
    /// All there are.
    pub const ALL: [Verdict; 3] = [Verdict::Accepted, Verdict::Part, Verdict::Refused];

    /// Answers the code it is exchanged by. Frozen.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Verdict::Accepted => "accepted",
            Verdict::Part => "part",
            Verdict::Refused => "refused",
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Answers whether something is to be done.
    #[must_use]
    pub const fn binds(self) -> bool {
        matches!(self, Verdict::Accepted | Verdict::Part)
    }
}

/// A response as it is given: something is to be done exactly where it is accepted, wholly or in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// What the addressee says.
    pub verdict: Verdict,
    /// Why.
    pub reason: Said,
    /// The obligation that came of it, as it is cited; none where nothing is to be done.
    pub obligation: Option<String>,
}

/// A response on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standpoint {
    /// To which version of the report.
    pub version: u16,
    /// To which of its recommendations.
    pub recommendation: u16,
    /// Whose.
    pub party: StateCode,
    /// When, by the journal's time.
    pub at: Timestamp,
    /// What.
    pub response: Response,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_response_is_due_ninety_days_after_and_the_calendar_has_an_end() {
        assert_eq!(response_due(date(2003, 12, 1)), date(2004, 2, 29));
        assert_eq!(response_due(Date::MAX), Date::MAX);
    }

    #[test]
    fn codes_come_back_and_what_is_refused_binds_nobody() {
        for verdict in Verdict::ALL {
            assert_eq!(Verdict::parse(verdict.code()), Some(verdict));
        }
        assert_eq!(Verdict::parse("noted"), None);
        assert_eq!(Verdict::ALL.map(Verdict::binds), [true, true, false]);
        assert!(!Tongues::default().is_said());
        assert!(Tongues { fr: "a".to_owned(), ..Tongues::default() }.is_said());
    }
}
