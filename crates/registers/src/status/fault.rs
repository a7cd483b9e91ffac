//! What can be wrong with a report, as stable codes: the same on a page, in the API and in an import's report.

use base::web::{InputFault, Said};

/// Makes an enum of faults: each with its stable code and the key of its sentence.
macro_rules! faults {
    ($(#[$about:meta])* pub enum $faults:ident; $($(#[$doc:meta])* $name:ident = $code:literal $key:literal),+ $(,)?) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $faults {
            $($(#[$doc])* $name),+
        }

        impl $faults {
            /// All there are, in the order in which the documentation lists them.
            pub const ALL: &'static [$faults] = &[$($faults::$name),+];

            /// Answers the stable code.
            pub const fn code(self) -> &'static str {
                match self { $($faults::$name => $code),+ }
            }

            /// Answers the key of the sentence that says what to do.
            pub const fn key(self) -> &'static str {
                match self { $($faults::$name => $key),+ }
            }
        }
    };
}

pub(crate) use faults;

faults! {
    /// One thing that can be wrong with a report.
    pub enum Fault;
    /// No kind of document.
    KindMissing = "kind-missing" "status-fault-kind-missing",
    /// A kind that is not on the list.
    KindUnknown = "kind-unknown" "status-fault-kind-unknown",
    /// Neither number nor range nor pattern.
    SubjectMissing = "subject-missing" "status-fault-subject-missing",
    /// More than one of number, range and pattern.
    SubjectSeveral = "subject-several" "status-fault-subject-several",
    /// A character that no number has.
    NumberCharacter = "number-character" "status-fault-number-character",
    /// Longer than any number.
    NumberTooLong = "number-too-long" "status-fault-number-too-long",
    /// The State has an entry of this number already.
    NumberKnown = "number-known" "status-fault-number-known",
    /// A first number without a last, or a last without a first.
    RangeIncomplete = "range-incomplete" "status-fault-range-incomplete",
    /// The two numbers are not of the same form.
    RangeForm = "range-form" "status-fault-range-form",
    /// The last number comes before the first.
    RangeOrder = "range-order" "status-fault-range-order",
    /// First and last are the same: a single number.
    RangeSingle = "range-single" "status-fault-range-single",
    /// The range shares numbers with another of the State's.
    RangeOverlaps = "range-overlaps" "status-fault-range-overlaps",
    /// A character that no pattern has.
    PatternCharacter = "pattern-character" "status-fault-pattern-character",
    /// Longer than any number.
    PatternTooLong = "pattern-too-long" "status-fault-pattern-too-long",
    /// Fewer than two characters that stand for themselves.
    PatternTooWide = "pattern-too-wide" "status-fault-pattern-too-wide",
    /// No open character: a single number.
    PatternSingle = "pattern-single" "status-fault-pattern-single",
    /// The State has an entry of this pattern already.
    PatternKnown = "pattern-known" "status-fault-pattern-known",
    /// No status.
    StatusMissing = "status-missing" "status-fault-status-missing",
    /// A status that is not on the list.
    StatusUnknown = "status-unknown" "status-fault-status-unknown",
    /// The last day is not written as year, month and day.
    ExpiresOnForm = "expires-on-form" "status-fault-expires-on-form",
    /// The calendar has no such day.
    ExpiresOnImpossible = "expires-on-impossible" "status-fault-expires-on-impossible",
    /// The last day is over already.
    ExpiresOnOver = "expires-on-over" "status-fault-expires-on-over",
    /// The last day is too far ahead.
    ExpiresOnTooFar = "expires-on-too-far" "status-fault-expires-on-too-far",
    /// No reference.
    ReferenceMissing = "reference-missing" "status-fault-reference-missing",
    /// More characters than a reference may have.
    ReferenceTooLong = "reference-too-long" "status-fault-reference-too-long",
    /// A character that cannot be printed.
    ReferenceCharacter = "reference-character" "status-fault-reference-character",
    /// The document's own number, which must not rest in clear.
    ReferenceNumber = "reference-number" "status-fault-reference-number",
    /// A reason that is not on the list.
    ReasonUnknown = "reason-unknown" "status-fault-reason-unknown",
    /// No reason of withdrawal, or one that is not on the list.
    WithdrawalUnknown = "withdrawal-unknown" "status-fault-withdrawal-unknown",
    /// Not an entry's id from which a list could go on.
    AfterUnknown = "after-unknown" "status-fault-after-unknown",
    /// No such format of an export.
    FormatUnknown = "format-unknown" "status-fault-format-unknown",
}

impl Fault {
    /// Places the fault in a field.
    pub(crate) fn at(self, field: &str) -> InputFault {
        InputFault::field(field, self.code(), Said::plain(self.key()))
    }

    /// Places the fault in a field and says more about it.
    pub(crate) fn at_with(self, field: &str, name: &'static str, value: impl ToString) -> InputFault {
        InputFault::field(field, self.code(), Said::plain(self.key()).with(name, value))
    }
}
