//! What a State says of a document it issued: which status, for which reason, and why it takes the word back.

use std::fmt;
use std::str::FromStr;

/// What has become of a document (INTERPOL's five statuses of stolen and lost travel documents).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusKind {
    /// Its holder no longer has it and does not know where it is.
    Lost,
    /// Taken from its holder.
    Stolen,
    /// Taken before it was made out to anybody.
    StolenBlank,
    /// Cancelled by the authority that issued it.
    Revoked,
    /// Not to be accepted for another reason, such as a fault of production.
    Invalid,
}

/// Why the document has its status, where the State says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The holder told the authority.
    HolderReport,
    /// The police told the authority.
    PoliceReport,
    /// Taken from an office, a store or a transport of the authority.
    TheftFromAuthority,
    /// Replaced or withdrawn in the ordinary course.
    Administrative,
    /// Ordered by a court.
    CourtOrder,
    /// Issued on false grounds.
    ObtainedByFraud,
    /// The holder has died.
    HolderDeceased,
    /// A fault of production.
    ProductionFault,
}

/// Why an entry is taken back before its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Withdrawal {
    /// The document is back with its holder or its authority.
    FoundAgain,
    /// It should never have been entered.
    EnteredInError,
}

/// The text is none of the codes of its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such code")]
pub struct NoSuchCode;

macro_rules! coded {
    ($name:ident: $($variant:ident = $ordinal:literal $code:literal $key:literal),+ $(,)?) => {
        impl $name {
            /// All there are.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// Answers the code used in files, the API and the address bar. Frozen.
            pub const fn code(self) -> &'static str {
                match self { $($name::$variant => $code),+ }
            }

            /// Answers the number used in tables and in the journal. Frozen.
            pub const fn ordinal(self) -> u8 {
                match self { $($name::$variant => $ordinal),+ }
            }

            /// Reads a number of a table.
            pub fn from_ordinal(ordinal: u8) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.ordinal() == ordinal)
            }

            /// Answers the key of its name.
            pub const fn key(self) -> &'static str {
                match self { $($name::$variant => $key),+ }
            }
        }

        impl FromStr for $name {
            type Err = NoSuchCode;
            fn from_str(text: &str) -> Result<Self, NoSuchCode> {
                Self::ALL.iter().copied().find(|one| one.code() == text).ok_or(NoSuchCode)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

coded!(StatusKind:
    Lost = 1 "lost" "status-kind-lost",
    Stolen = 2 "stolen" "status-kind-stolen",
    StolenBlank = 3 "stolen_blank" "status-kind-stolen-blank",
    Revoked = 4 "revoked" "status-kind-revoked",
    Invalid = 5 "invalid" "status-kind-invalid",
);

coded!(Reason:
    HolderReport = 1 "holder_report" "status-reason-holder-report",
    PoliceReport = 2 "police_report" "status-reason-police-report",
    TheftFromAuthority = 3 "theft_from_authority" "status-reason-theft-from-authority",
    Administrative = 4 "administrative" "status-reason-administrative",
    CourtOrder = 5 "court_order" "status-reason-court-order",
    ObtainedByFraud = 6 "obtained_by_fraud" "status-reason-obtained-by-fraud",
    HolderDeceased = 7 "holder_deceased" "status-reason-holder-deceased",
    ProductionFault = 8 "production_fault" "status-reason-production-fault",
);

coded!(Withdrawal:
    FoundAgain = 1 "found_again" "status-withdrawal-found-again",
    EnteredInError = 2 "entered_in_error" "status-withdrawal-entered-in-error",
);

impl StatusKind {
    /// Answers the key of the sentence that says what it means.
    pub(crate) const fn about_key(self) -> &'static str {
        match self {
            StatusKind::Lost => "status-kind-lost-about",
            StatusKind::Stolen => "status-kind-stolen-about",
            StatusKind::StolenBlank => "status-kind-stolen-blank-about",
            StatusKind::Revoked => "status-kind-revoked-about",
            StatusKind::Invalid => "status-kind-invalid-about",
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn codes_and_numbers_are_frozen() {
        let all: Vec<String> = StatusKind::ALL.iter().map(|kind| format!("{} {kind}", kind.ordinal())).collect();
        assert_eq!(all.join(", "), "1 lost, 2 stolen, 3 stolen_blank, 4 revoked, 5 invalid");
        let all: Vec<String> = Reason::ALL.iter().map(|reason| format!("{} {reason}", reason.ordinal())).collect();
        assert_eq!(
            all.join(", "),
            "1 holder_report, 2 police_report, 3 theft_from_authority, 4 administrative, 5 court_order, \
             6 obtained_by_fraud, 7 holder_deceased, 8 production_fault"
        );
        let all: Vec<String> = Withdrawal::ALL.iter().map(|why| format!("{} {why}", why.ordinal())).collect();
        assert_eq!(all.join(", "), "1 found_again, 2 entered_in_error");
    }

    #[test]
    fn a_code_comes_back_and_an_unknown_one_does_not() {
        for kind in StatusKind::ALL {
            assert_eq!(kind.code().parse::<StatusKind>().unwrap(), *kind);
            assert_eq!(StatusKind::from_ordinal(kind.ordinal()), Some(*kind));
        }
        assert!("Lost".parse::<StatusKind>().is_err());
        assert_eq!(StatusKind::from_ordinal(0), None);
    }
}
