//! Throttling by account: from the fifth failure on, each one makes the next attempt wait twice as long.
//!
//! An attempt is counted before the password is looked at, so that a hundred sent at once are not a hundred guesses, and
//! taken back when it proves right. Names that nobody has are counted alike. The name typed rests as a keyed hash only:
//! people type passwords into the wrong field.

use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use sha2::Sha256;

use crate::store::{Keys, StoreError};

/// Failures after which the next attempt waits.
pub const FREE_FAILURES: u32 = 5;

/// The first wait.
pub const FIRST_WAIT: SignedDuration = SignedDuration::from_secs(15);

/// The longest wait; a longer one would let anybody keep a person out.
pub const LONGEST_WAIT: SignedDuration = SignedDuration::from_mins(15);

/// Failures are forgotten after this long without another.
const MEMORY: SignedDuration = SignedDuration::from_hours(24);

/// The account an attempt counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account([u8; 32]);

/// Whether an attempt is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// It is taken, and counted.
    Taken,
    /// It is not, for so many seconds.
    Wait(u64),
}

impl Account {
    /// Answers the account of a user name in lower case.
    pub fn of(keys: &Keys, user_name: &str) -> Self {
        let key = keys.derived("sign-in names");
        let mut hash = [0; 32];
        if let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key.as_ref()) {
            mac.update(user_name.as_bytes());
            hash.copy_from_slice(&mac.finalize().into_bytes());
        }
        Account(hash)
    }
}

/// Counts an attempt, unless the account has to wait.
pub fn count(connection: &Connection, account: Account, now: Timestamp) -> Result<Attempt, StoreError> {
    let known: Option<(u32, i64, i64)> = connection
        .query_row(
            "SELECT failures, wait_until_us, forget_us FROM failed_sign_in WHERE name_hash = ?1",
            [account.0],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()?;
    let now_us = now.as_microsecond();
    let failures = match known {
        Some((_, wait_until_us, _)) if wait_until_us > now_us => {
            return Ok(Attempt::Wait((wait_until_us - now_us).unsigned_abs().div_ceil(1_000_000)));
        }
        Some((failures, _, forget_us)) if forget_us > now_us => failures,
        _ => 0,
    };
    let failures = failures.saturating_add(1);
    connection.execute(
        "INSERT OR REPLACE INTO failed_sign_in (name_hash, failures, wait_until_us, forget_us) VALUES (?1, ?2, ?3, ?4)",
        (account.0, failures, (now + wait_after(failures)).as_microsecond(), (now + MEMORY).as_microsecond()),
    )?;
    Ok(Attempt::Taken)
}

/// Takes back an attempt that proved right; the failures before it stay until the sign-in is complete.
pub fn take_back(connection: &Connection, account: Account) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE failed_sign_in SET failures = max(failures - 1, 0), wait_until_us = 0 WHERE name_hash = ?1",
        [account.0],
    )?;
    Ok(())
}

/// Forgets an account's failures once somebody has signed in to it.
pub fn forget(connection: &Connection, account: Account) -> Result<(), StoreError> {
    connection.execute("DELETE FROM failed_sign_in WHERE name_hash = ?1", [account.0])?;
    Ok(())
}

/// Forgets what is old enough.
pub fn forget_old(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    connection.execute("DELETE FROM failed_sign_in WHERE forget_us <= ?1", [now.as_microsecond()])?;
    Ok(())
}

fn wait_after(failures: u32) -> SignedDuration {
    if failures < FREE_FAILURES {
        return SignedDuration::ZERO;
    }
    let doublings = (failures - FREE_FAILURES).min(16);
    FIRST_WAIT.checked_mul(1 << doublings).map_or(LONGEST_WAIT, |wait| wait.min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_wait_doubles_from_the_fifth_failure_and_ends_somewhere() {
        let seconds = |failures| wait_after(failures).as_secs();
        assert_eq!([0, 1, 4, 5, 6, 7].map(seconds), [0, 0, 0, 15, 30, 60]);
        assert_eq!([11, 12, 40, u32::MAX].map(seconds), [900, 900, 900, 900]);
    }
}
