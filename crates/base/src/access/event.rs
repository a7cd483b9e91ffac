//! Which lines of the access log are security events, and how grave: what whoever guards the machine is told of.

use std::path::Path;

use rusqlite::Connection;

use super::log::{ACCESS, log_head};
use super::log_entry::{Decision, Leaf};
use crate::store::{Database, StoreError};

/// How grave an event is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Happens every day.
    Info,
    /// Changes who may do what, or carries much away; happens often and is sometimes what an attacker does.
    Notice,
    /// Somebody should read it within the day.
    Warning,
    /// Somebody should read it now.
    Urgent,
}

impl Severity {
    /// Answers the code in the line.
    pub const fn code(self) -> &'static str {
        match self {
            Severity::Info => "info",
            Severity::Notice => "notice",
            Severity::Warning => "warning",
            Severity::Urgent => "urgent",
        }
    }
}

use Severity::{Info, Notice, Urgent, Warning};

/// Codes, each with how grave an event it makes of a line.
pub type Gravity = &'static [(&'static str, Severity)];

/// Which lines of a house are events, beside those that every house has.
#[derive(Clone, Copy, Debug)]
pub struct HouseEvents {
    /// Acts that are events also when they are granted.
    pub granted: Gravity,
    /// Outcomes of refusals that are graver, or more harmless, than others.
    pub refused: Gravity,
}

/// Acts of base that are events also when they are granted.
pub const GRANTED: Gravity = &[
    ("identity.change_password", Notice),
    ("identity.end_session", Info),
    ("identity.end_token", Notice),
    ("identity.make_token", Notice),
    ("identity.passkeys", Notice),
    ("identity.set_up_codes", Notice),
    ("identity.sign_in", Info),
    ("identity.stop_recovery", Warning),
    ("keys.rotate", Warning),
    ("log.verify", Info),
    ("operation.explain", Warning),
    ("oversight.settle", Notice),
    ("people.change", Notice),
    ("people.confirm_recovery", Warning),
    ("people.enrol", Notice),
    ("people.found", Warning),
    ("people.reach", Notice),
    ("people.recover", Warning),
    ("people.reset", Notice),
    ("people.suspend", Notice),
    ("store.backup", Notice),
    ("store.drill", Notice),
    ("store.rebuild", Notice),
    ("store.restore", Warning),
];

/// Outcomes under which nothing was done yet: a form was shown, or a step on the way, which another line ends.
const NOTHING_YET: [&str; 7] = ["asked", "code", "confirm", "form", "passkey", "password", "shown"];

/// Refusals that are graver, or more harmless, than others.
const REFUSED: Gravity = &[
    // The log keeps no more of what was wrong with a passkey than these codes.
    ("passkey_cloned", Urgent),
    ("passkey_origin", Urgent),
    ("passkey_other_challenge", Urgent),
    ("passkey_signature", Urgent),
    // Whoever mistypes, or has not said yet for what they work.
    ("purpose_missing", Info),
    ("wrong_code", Notice),
    ("wrong_password", Notice),
    ("wrong_proof", Notice),
];

/// Answers how grave an event a line is, to base and to the houses; none for everyday looks and acts.
pub fn severity(leaf: &Leaf, houses: impl Iterator<Item = HouseEvents>) -> Option<Severity> {
    let refused = leaf.decision == Decision::Refused;
    if !refused && NOTHING_YET.contains(&leaf.outcome.as_str()) {
        return None;
    }
    let code = if refused { &leaf.outcome } else { &leaf.action };
    let of_houses = houses.map(|house| if refused { house.refused } else { house.granted });
    let lists = std::iter::once(if refused { REFUSED } else { GRANTED }).chain(of_houses);
    let known = lists.flatten().find(|(known, _)| known == code).map(|(_, severity)| *severity);
    known.or(refused.then_some(Warning))
}

/// One line as it stands on the log.
pub struct Stood {
    /// Its position.
    pub position: u64,
    /// Its chained hash: who has it can tell later whether the log was written anew.
    pub chain: [u8; 32],
    /// What it says.
    pub leaf: Leaf,
}

/// Reads a log from some position on, while it is written.
pub struct Tail(Connection);

impl Tail {
    /// Opens the log of a data folder for reading on.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        Database::open_alone(folder, &ACCESS).map(Tail)
    }

    /// Answers the last position and its chained hash.
    pub fn head(&self) -> Result<(u64, [u8; 32]), StoreError> {
        log_head(&self.0)
    }

    /// Answers the lines after a position, at most so many.
    pub fn after(&self, position: u64, most: usize) -> Result<Vec<Stood>, StoreError> {
        let sql = "SELECT position, hash, body FROM leaf WHERE position > ?1 ORDER BY position LIMIT ?2";
        let mut statement = self.0.prepare_cached(sql)?;
        let mut rows = statement.query((position, most))?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next()? {
            let (position, body): (u64, Vec<u8>) = (row.get(0)?, row.get(2)?);
            let unread = || StoreError::Damaged(format!("access log position {position}: the leaf cannot be read"));
            lines.push(Stood { position, chain: row.get(1)?, leaf: Leaf::decode(&body).ok_or_else(unread)? });
        }
        Ok(lines)
    }
}
