//! What a person is told after signing in: that what they sign in with was changed, or that somebody had their password.

use jiff::Timestamp;
use rusqlite::Connection;
use uuid::Uuid;

use crate::store::StoreError;

/// Wrong codes after the right password from which on a person is told: fewer are slips of their own hand.
pub const FAILURES_TOLD: u32 = 3;

/// What somebody is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Their password was changed.
    Password,
    /// Their one-time codes were set up on another device.
    Codes,
    /// A passkey was added or removed.
    Passkeys,
    /// The right password came, and wrong codes after it.
    Failures,
}

/// One thing to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub what: What,
    /// When it last did.
    pub at: Timestamp,
    /// How often.
    pub times: u32,
}

impl What {
    const ALL: [What; 4] = [What::Password, What::Codes, What::Passkeys, What::Failures];

    const fn code(self) -> &'static str {
        match self {
            What::Password => "password",
            What::Codes => "codes",
            What::Passkeys => "passkeys",
            What::Failures => "failures",
        }
    }

    /// Answers the key of the sentence that says it.
    pub const fn key(self) -> &'static str {
        match self {
            What::Password => "notices-password",
            What::Codes => "notices-codes",
            What::Passkeys => "notices-passkeys",
            What::Failures => "notices-failures",
        }
    }
}

/// Keeps something to tell, beside what is kept already.
pub fn keep(connection: &Connection, person: Uuid, what: What, times: u32, at: Timestamp) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO notice (person, what, at_us, times) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (person, what) \
         DO UPDATE SET at_us = excluded.at_us, times = times + excluded.times",
        (person, what.code(), at.as_microsecond(), times),
    )?;
    Ok(())
}

/// Answers what a person is to be told, in the order of [`What`].
pub fn of(connection: &Connection, person: Uuid) -> Result<Vec<Notice>, StoreError> {
    let mut rows = connection.prepare_cached("SELECT what, at_us, times FROM notice WHERE person = ?1")?;
    let rows = rows.query_map([person], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let rows: Vec<(String, i64, u32)> = rows.collect::<Result<_, _>>()?;
    let all = What::ALL.into_iter().filter_map(|what| {
        let (_, at_us, times) = rows.iter().find(|(code, ..)| code == what.code())?;
        let at = Timestamp::from_microsecond(*at_us).ok()?;
        Some(Notice { what, at, times: *times })
    });
    Ok(all.filter(|notice| notice.what != What::Failures || notice.times >= FAILURES_TOLD).collect())
}

/// Forgets all that a person has been told; at a sign-in also the few failures that nobody is told of.
pub fn forget(connection: &Connection, person: Uuid) -> Result<(), StoreError> {
    connection.execute("DELETE FROM notice WHERE person = ?1", [person])?;
    Ok(())
}
