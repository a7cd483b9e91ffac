//! What of a person is compared when they prove who they are.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::Factor;
use crate::store::StoreError;

/// What a person proves themselves with, as it rests.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The person.
    pub person: Uuid,
    /// What they type to sign in.
    pub user_name: String,
    /// Argon2id hash; empty until the first password is set.
    pub password_hash: String,
    /// Whether somebody else knows the password, so that a new one comes before anything else.
    pub must_change: bool,
    /// Until when a first password is taken; none for one of the person's own.
    pub first_until: Option<Timestamp>,
    /// Whether one-time codes are set up.
    pub has_codes: bool,
    /// False while suspended.
    pub active: bool,
    /// How many passkeys they have.
    pub passkeys: usize,
    /// The least that their roles ask for.
    pub needs: Factor,
}

impl Credentials {
    /// Reads those of the person with that user name.
    pub fn by_name(connection: &Connection, user_name: &str) -> Result<Option<Self>, StoreError> {
        read(connection, "person.user_name = ?1", user_name)
    }

    /// Says whether a one-time code is enough beside the password.
    pub fn may_use_codes(&self) -> bool {
        self.has_codes && self.needs < Factor::Passkey
    }

    /// Reads those of a person.
    pub fn of(connection: &Connection, person: Uuid) -> Result<Option<Self>, StoreError> {
        read(connection, "person.id = ?1", person)
    }

    /// Answers whether the password is one that somebody else set, and too long ago.
    pub fn first_is_over(&self, now: Timestamp) -> bool {
        self.first_until.is_some_and(|until| now >= until)
    }
}

fn read(connection: &Connection, which: &str, key: impl rusqlite::ToSql) -> Result<Option<Credentials>, StoreError> {
    let found = connection
        .prepare_cached(&format!(
            "SELECT id, user_name, password_hash, must_change, totp_secret IS NOT NULL, active, \
             (SELECT count(*) FROM passkey WHERE passkey.person = person.id), \
             (SELECT group_concat(DISTINCT role.factor) FROM person_role JOIN role ON role.code = person_role.role \
             WHERE person_role.person = person.id), first_until_us FROM person WHERE {which}"
        ))?
        .query_row([key], |row| {
            let first_until_us: Option<i64> = row.get(8)?;
            Ok(Credentials {
                person: row.get(0)?,
                user_name: row.get(1)?,
                password_hash: row.get(2)?,
                must_change: row.get(3)?,
                has_codes: row.get(4)?,
                active: row.get(5)?,
                passkeys: row.get(6)?,
                needs: strongest(row.get(7)?),
                first_until: first_until_us.and_then(|us| Timestamp::from_microsecond(us).ok()),
            })
        })
        .optional()?;
    Ok(found)
}

fn strongest(factors: Option<String>) -> Factor {
    factors.iter().flat_map(|all| all.split(',')).filter_map(Factor::parse).max().unwrap_or_default()
}
