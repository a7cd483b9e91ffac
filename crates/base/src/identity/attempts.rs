//! Throttling of guesses: from some failure on, the next attempt has to wait.
//!
//! A wrong password counts for the name typed in the network it came from, where the wait grows long, and for the name as
//! a whole, where it stays short: a stranger slows themselves down and keeps nobody out. What only somebody can try who
//! has the password or an open session, a code or a proof asked for again, counts for the name alone, with the long wait.
//!
//! An attempt is counted before the password is looked at, so that a hundred sent at once are not a hundred guesses, and
//! taken back when it proves right. Names that nobody has are counted alike. The name typed rests as a keyed hash only:
//! people type passwords into the wrong field.

use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use sha2::Sha256;

use crate::ground::Puebla;
use crate::store::{Keys, StoreError};
use crate::web::{Network, Refusal};

/// How the wait grows with failures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Pace {
    /// Failures from which on the next attempt waits.
    free: u32,
    /// The first wait, which doubles with each further failure.
    first: SignedDuration,
    /// The longest wait.
    longest: SignedDuration,
}

/// About a hundred guesses a day.
const SLOW: Pace =
    Pace { free: FREE_FAILURES, first: SignedDuration::from_secs(15), longest: SignedDuration::from_mins(15) };

/// For a name from everywhere: whoever guesses from many networks gets on at one guess each five seconds, and whoever
/// knows the password waits no longer than that.
const BRIEF: Pace = Pace { free: 20, first: SignedDuration::from_secs(5), longest: SignedDuration::from_secs(5) };

/// Failures after which the next attempt waits.
pub const FREE_FAILURES: u32 = 5;

/// Failures are forgotten after this long without another.
const MEMORY: SignedDuration = SignedDuration::from_hours(24);

/// What an attempt counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tried {
    own: [u8; 32],
    everywhere: Option<[u8; 32]>,
}

/// Whether an attempt is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// It is taken, and counted.
    Taken,
    /// It is not, for so many seconds.
    Wait(u64),
}

impl Tried {
    /// A password for a user name in lower case, tried from a network.
    pub fn password(keys: &Keys, user_name: &str, network: Network) -> Self {
        let own = hashed(keys, &format!("password\0{network}\0{user_name}"));
        Tried { own, everywhere: Some(hashed(keys, &format!("password\0\0{user_name}"))) }
    }

    /// What is asked for of somebody who has the password, or a session that is open.
    pub fn proof(keys: &Keys, user_name: &str) -> Self {
        Tried { own: hashed(keys, &format!("proof\0{user_name}")), everywhere: None }
    }

    fn counters(&self) -> impl Iterator<Item = ([u8; 32], Pace)> {
        std::iter::once((self.own, SLOW)).chain(self.everywhere.map(|key| (key, BRIEF)))
    }
}

fn hashed(keys: &Keys, what: &str) -> [u8; 32] {
    let key = keys.derived("sign-in names");
    let mut hash = [0; 32];
    if let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key.as_ref()) {
        mac.update(what.as_bytes());
        hash.copy_from_slice(&mac.finalize().into_bytes());
    }
    hash
}

/// Counts an attempt, unless it has to wait; one that waits counts for nothing.
pub fn count(connection: &Connection, tried: Tried, now: Timestamp) -> Result<Attempt, StoreError> {
    let now_us = now.as_microsecond();
    let mut counted = Vec::new();
    let mut wait_us = 0;
    for (key, pace) in tried.counters() {
        let known: Option<(u32, i64, i64)> = connection
            .query_row(
                "SELECT failures, wait_until_us, forget_us FROM failed_sign_in WHERE name_hash = ?1",
                [key],
                |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
            )
            .optional()?;
        let (failures, wait_until_us) = match known {
            Some((failures, wait_until_us, forget_us)) if forget_us > now_us => (failures, wait_until_us),
            _ => (0, 0),
        };
        wait_us = wait_us.max(wait_until_us - now_us);
        counted.push((key, pace, failures.saturating_add(1)));
    }
    if wait_us > 0 {
        return Ok(Attempt::Wait(wait_us.unsigned_abs().div_ceil(1_000_000)));
    }
    for (key, pace, failures) in counted {
        connection.execute(
            "INSERT OR REPLACE INTO failed_sign_in (name_hash, failures, wait_until_us, forget_us) VALUES (?1, ?2, ?3, ?4)",
            (key, failures, (now + pace.wait_after(failures)).as_microsecond(), (now + MEMORY).as_microsecond()),
        )?;
    }
    Ok(Attempt::Taken)
}

/// Compares a password whose attempt has been counted; one that came to no comparison is taken back.
pub async fn compare(ground: &Puebla, tried: Tried, typed: &str, stored: Option<String>) -> Result<bool, Refusal> {
    let compared = ground.identity.hashing().matches(typed, stored).await;
    if compared.is_err() {
        ground.base.write(move |connection| take_back(connection, tried)).await?;
    }
    compared
}

/// Takes back an attempt that proved right, or that was not looked at; the failures before it stay.
pub fn take_back(connection: &Connection, tried: Tried) -> Result<(), StoreError> {
    for (key, _) in tried.counters() {
        connection.execute(
            "UPDATE failed_sign_in SET failures = max(failures - 1, 0), wait_until_us = 0 WHERE name_hash = ?1",
            [key],
        )?;
    }
    Ok(())
}

/// Forgets what somebody failed at before they got it right; failures from elsewhere are not theirs to forget.
pub fn forget(connection: &Connection, tried: Tried) -> Result<(), StoreError> {
    take_back(connection, tried)?;
    connection.execute("DELETE FROM failed_sign_in WHERE name_hash = ?1", [tried.own])?;
    Ok(())
}

/// Answers the latest instants, in microseconds since 1970, until which anybody waits and failures are kept at `now`.
pub fn latest(now: Timestamp) -> (i64, i64) {
    ((now + SLOW.longest).as_microsecond(), (now + MEMORY).as_microsecond())
}

/// Forgets what is old enough.
pub fn forget_old(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    connection.execute("DELETE FROM failed_sign_in WHERE forget_us <= ?1", [now.as_microsecond()])?;
    Ok(())
}

impl Pace {
    fn wait_after(self, failures: u32) -> SignedDuration {
        if failures < self.free {
            return SignedDuration::ZERO;
        }
        let doublings = (failures - self.free).min(16);
        self.first.checked_mul(1 << doublings).map_or(self.longest, |wait| wait.min(self.longest))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::specimen::Specimen;

    const DAY_S: i64 = 24 * 60 * 60;

    fn network(number: u32) -> Network {
        Network::of(std::net::Ipv4Addr::from_bits(number).into())
    }

    #[test]
    fn the_wait_doubles_from_the_fifth_failure_and_ends_somewhere() {
        let seconds = |failures| SLOW.wait_after(failures).as_secs();
        assert_eq!([0, 1, 4, 5, 6, 7].map(seconds), [0, 0, 0, 15, 30, 60]);
        assert_eq!([11, 12, 40, u32::MAX].map(seconds), [900, 900, 900, 900]);
        assert_eq!([19, 20, 21, u32::MAX].map(|failures| BRIEF.wait_after(failures).as_secs()), [0, 5, 5, 5]);
    }

    /// Counts how many guesses somebody gets in a day who guesses whenever they may.
    fn guesses(tried: impl Fn(&Keys, u32) -> Tried + Send + 'static) -> usize {
        let specimen = Specimen::new(&[]);
        let (ground, start) = (std::sync::Arc::clone(&specimen.ground), specimen.clock.now());
        let all = specimen.ground.base.write_blocking(move |connection| {
            let (mut guesses, mut now) = (0, start);
            while now.duration_since(start).as_secs() < DAY_S {
                match count(connection, tried(&ground.keys, guesses), now)? {
                    Attempt::Taken => guesses += 1,
                    Attempt::Wait(seconds) => now += SignedDuration::from_secs(seconds.cast_signed()),
                }
            }
            Ok::<_, StoreError>(guesses as usize)
        });
        all.unwrap()
    }

    #[test]
    fn guessing_stays_slow() {
        let one = guesses(|keys, _| Tried::password(keys, "gtm.officer", network(1)));
        assert!((90..=110).contains(&one), "from one network: {one}");
        let codes = guesses(|keys, _| Tried::proof(keys, "gtm.officer"));
        assert!((90..=110).contains(&codes), "by whoever has the password, from wherever: {codes}");
        let many = guesses(|keys, turn| Tried::password(keys, "gtm.officer", network(turn)));
        assert!((17_000..=17_300).contains(&many), "each guess from another network: {many}");
    }

    #[test]
    fn a_stranger_cannot_keep_a_person_out() {
        let specimen = Specimen::new(&[]);
        let (ground, start) = (std::sync::Arc::clone(&specimen.ground), specimen.clock.now());
        let waits = specimen.ground.base.write_blocking(move |connection| {
            let stranger = |number| Tried::password(&ground.keys, "gtm.officer", network(number));
            let person = Tried::password(&ground.keys, "gtm.officer", network(u32::MAX));
            let (mut longest_of_one, mut longest_of_many) = (0, 0);
            for (strangers, longest) in [(1, &mut longest_of_one), (300, &mut longest_of_many)] {
                for second in 0..DAY_S / 12 {
                    let now = start + SignedDuration::from_secs(second);
                    for number in 0..strangers {
                        if count(connection, stranger(number), now)? == Attempt::Taken {
                            break;
                        }
                    }
                    if second % 600 == 599 {
                        match count(connection, person, now)? {
                            Attempt::Taken => forget(connection, person)?,
                            Attempt::Wait(seconds) => *longest = seconds.max(*longest),
                        }
                    }
                }
            }
            Ok::<_, StoreError>((longest_of_one, longest_of_many))
        });
        let (of_one, of_many) = waits.unwrap();
        assert!(of_one <= 5 && of_many <= 5, "{of_one} {of_many}");
    }
}
