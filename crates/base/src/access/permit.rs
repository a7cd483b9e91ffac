//! A permit: the right to one act, as a type that a function's signature can ask for.

use super::Purpose;

/// How far data may travel (`docs/why/data-classes.md`): the higher, the fewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DataClass {
    /// K0: anyone.
    Public,
    /// K1: the conference's members, no person in it.
    Members,
    /// K2: about a person.
    Personal,
    /// K3: about a person who is protected.
    Protected,
}

impl DataClass {
    /// Answers the short name used in policies and in `data-policy.toml`.
    pub const fn code(self) -> &'static str {
        match self {
            DataClass::Public => "K0",
            DataClass::Members => "K1",
            DataClass::Personal => "K2",
            DataClass::Protected => "K3",
        }
    }
}

/// How often one person may do a thing, in a class with others of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RateClass {
    /// Reading pages and lists.
    Look,
    /// The border check.
    Check,
    /// Changing something.
    Write,
    /// Imports, exports, backups.
    Bulk,
    /// Trying to sign in.
    SignIn,
}

impl RateClass {
    /// Answers how many requests a minute one person (or, signed out, one network) may make.
    pub const fn per_minute(self) -> u32 {
        match self {
            RateClass::Look => 240,
            RateClass::Check => 600,
            RateClass::Write => 120,
            RateClass::Bulk => 30,
            RateClass::SignIn => 20,
        }
    }

    /// Answers the class's name in the route inventory.
    pub const fn code(self) -> &'static str {
        match self {
            RateClass::Look => "look",
            RateClass::Check => "check",
            RateClass::Write => "write",
            RateClass::Bulk => "bulk",
            RateClass::SignIn => "sign_in",
        }
    }
}

/// The right to one act. Each permit is one action of the Cedar schema.
pub trait Permit: Send + Sync + 'static {
    /// Action in the schema and audit code in the log, `room.act`.
    const ACTION: &'static str;
    /// House whose file the act reads or writes; `base` for people and sessions.
    const HOUSE: &'static str;
    /// Purposes for which the act may be done.
    const PURPOSES: &'static [Purpose];
    /// Highest class of the data the act shows or changes.
    const CLASS: DataClass;
    /// Rate class the act counts in.
    const RATE: RateClass;
    /// Whether the act changes anything; who writes needs a second factor.
    const WRITES: bool;
}

/// Says that a permit lets its holder append entries `E`.
pub trait Writes<E>: Permit {}

/// Says that a look under this permit leaves entries `E` of what the server saw of it; its holder says nothing by them.
pub trait Witnesses<E>: Permit {}

/// A permit's constants as a value, for inventories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PermitFacts {
    /// See [`Permit::ACTION`].
    pub action: &'static str,
    /// See [`Permit::HOUSE`].
    pub house: &'static str,
    /// See [`Permit::PURPOSES`].
    pub purposes: &'static [Purpose],
    /// See [`Permit::CLASS`].
    pub class: DataClass,
    /// See [`Permit::RATE`].
    pub rate: RateClass,
    /// See [`Permit::WRITES`].
    pub writes: bool,
}

impl PermitFacts {
    /// Answers the facts of one permit.
    pub const fn of<P: Permit>() -> Self {
        PermitFacts {
            action: P::ACTION,
            house: P::HOUSE,
            purposes: P::PURPOSES,
            class: P::CLASS,
            rate: P::RATE,
            writes: P::WRITES,
        }
    }
}

/// Declares a permit type in one sentence.
///
/// ```
/// base::permit!(
///     /// An examiner compares two reports.
///     Compare = "documents.compare" in "registers",
///     for [DocumentExamination], class Members, rate Look
/// );
/// ```
///
/// A permit that changes something ends in `, writes`.
#[macro_export]
macro_rules! permit {
    ($(#[$doc:meta])* $name:ident = $action:literal in $house:literal, for [$($purpose:ident),+], class $class:ident,
     rate $rate:ident) => {
        $crate::permit!(@ $(#[$doc])* $name, $action, $house, [$($purpose),+], $class, $rate, false);
    };
    ($(#[$doc:meta])* $name:ident = $action:literal in $house:literal, for [$($purpose:ident),+], class $class:ident,
     rate $rate:ident, writes) => {
        $crate::permit!(@ $(#[$doc])* $name, $action, $house, [$($purpose),+], $class, $rate, true);
    };
    (@ $(#[$doc:meta])* $name:ident, $action:literal, $house:literal, [$($purpose:ident),+], $class:ident, $rate:ident,
     $writes:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;
        impl $crate::access::Permit for $name {
            const ACTION: &'static str = $action;
            const HOUSE: &'static str = $house;
            const PURPOSES: &'static [$crate::access::Purpose] = &[$($crate::access::Purpose::$purpose),+];
            const CLASS: $crate::access::DataClass = $crate::access::DataClass::$class;
            const RATE: $crate::access::RateClass = $crate::access::RateClass::$rate;
            const WRITES: bool = $writes;
        }
    };
}
