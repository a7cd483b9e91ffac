//! What every client of the load is: somebody who acts, remembers what was acknowledged, and holds it against what is found.

use std::fmt;

use super::asking::Asking;
use super::folder::Person;
use super::judge::Found;

/// What sort of promise was broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Something acknowledged did not stand.
    Lost,
    /// An answer left although its line was not on the access log.
    Unlogged,
    /// Part of an operation is there, or more than was asked for.
    Half,
    /// What is stored does not verify.
    Damaged,
    /// An answer that nobody should get, or a server that does not come back.
    Odd,
}

/// A broken promise.
pub struct Fault {
    pub kind: Kind,
    pub what: String,
}

impl Fault {
    pub fn new(kind: Kind, what: impl Into<String>) -> Self {
        Fault { kind, what: what.into() }
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}: {}", self.kind, self.what)
    }
}

/// One of the eight.
pub trait Client: Send {
    /// Answers in whose name it asks.
    fn person(&self) -> &Person;

    /// Asks for one act of its choice.
    fn act(&mut self, asking: &mut Asking<'_>);

    /// Holds what it remembers against what was found, and takes what was found for what is.
    fn judge(&mut self, found: &Found) -> Vec<Fault>;

    /// Answers numbers of its State that a check must find, each with the reference it was reported under.
    fn sure_numbers(&self) -> Vec<(String, String)> {
        Vec::new()
    }

    /// Answers numbers of the specimen State that a check must find, each with the reference of the alert that fits.
    fn sure_alerts(&self) -> Vec<(String, String)> {
        Vec::new()
    }
}
