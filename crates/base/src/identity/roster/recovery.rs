//! A recovery: somebody has lost what they sign in with. One administrator begins it, a second confirms exactly what the
//! first saw, and only then does anything end or begin.
//!
//! Each of the two hands over one half of the first password, so that neither can sign in as the person. Where the State
//! has nobody left for one of the two parts, an administrator of the secretariat takes it.

use hmac::{Hmac, KeyInit, Mac};
use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::super::passkeys::{self, Kept};
use super::super::profile::InForce;
use super::super::{PartyKind, passwords, people};
use super::ADMINISTRATOR;
use super::queries::{self, Person};
use crate::access::Resource;
use crate::ids::{StateCode, new_id};
use crate::store::{Keys, StoreError};

/// A recovery that nobody has confirmed ends after this long.
pub(super) const LASTS: SignedDuration = SignedDuration::from_hours(3 * 24);

/// Two of whom one was enrolled by the other count as one for this long: whoever enrols somebody has their first password in hand, and could
/// play both parts. By then everybody of the State has had time to see a colleague whom nobody knows.
pub(super) const ONE_HAND: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Where nobody of the person's own State is left to begin or confirm.
const ALONE: &str = "alone";

/// A recovery that waits for its second person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Recovery {
    /// Its id.
    pub(super) id: Uuid,
    /// Who began it.
    pub(super) begun_by: Uuid,
    /// Their name.
    pub(super) begun_by_name: String,
    /// SHA-256 of what was shown to them.
    pub(super) seen: [u8; 32],
    /// When it ends unless it is confirmed.
    pub(super) ends_at: Timestamp,
}

/// What the two see of whoever is to be recovered.
pub(super) struct Shown {
    /// Who it is.
    pub(super) person: Person,
    /// Their State or organisation.
    pub(super) party: StateCode,
    /// Their passkeys, with when each last served.
    pub(super) passkeys: Vec<Kept>,
}

impl Shown {
    /// Reads it as it stands.
    pub(super) fn read(connection: &Connection, id: Uuid) -> Result<Option<Self>, StoreError> {
        let Some(person) = queries::read(connection, id)? else { return Ok(None) };
        let party: String = connection.query_row("SELECT party FROM person WHERE id = ?1", [id], |row| row.get(0))?;
        let party = party.parse().map_err(|_| StoreError::Damaged(format!("person of party {party}")))?;
        Ok(Some(Shown { person, party, passkeys: passkeys::list(connection, id)? }))
    }

    /// Answers the SHA-256 of all of it. A passkey that serves changes it: then it is not lost.
    pub(super) fn seen(&self) -> [u8; 32] {
        let Person { id, user_name, name, institution, post, roles, active, has_codes, .. } = &self.person;
        let passkeys: Vec<_> = self.passkeys.iter().map(|one| (one.id, &one.name, one.made_at, one.used_at)).collect();
        let all = (id, user_name, name, self.party.as_str(), institution, post, roles, active, has_codes, passkeys);
        // Numbers, texts and lists of them have one form in JSON, and a tuple one order.
        Sha256::digest(serde_json::to_vec(&all).unwrap_or_default()).into()
    }
}

/// Answers a person's recovery that is waiting.
pub(super) fn waiting(connection: &Connection, person: Uuid, now: Timestamp) -> Result<Option<Recovery>, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT recovery.id, begun_by, person.name, seen, ends_us FROM recovery \
             JOIN person ON person.id = recovery.begun_by WHERE recovery.person = ?1 AND ends_us > ?2",
        )?
        .query_row((person, now.as_microsecond()), |row| {
            Ok(Recovery {
                id: row.get(0)?,
                begun_by: row.get(1)?,
                begun_by_name: row.get(2)?,
                seen: row.get(3)?,
                ends_at: Timestamp::from_microsecond(row.get(4)?).unwrap_or(Timestamp::UNIX_EPOCH),
            })
        })
        .optional()?;
    Ok(found)
}

/// Answers what the policies must know: whose the person is, and whether their State has nobody for the next part.
pub(super) fn resource(connection: &Connection, id: &str, now: Timestamp) -> Result<Option<Resource>, StoreError> {
    let Some(resource) = queries::resource(connection, id)? else { return Ok(None) };
    let (Some(state), Ok(person)) = (resource.owner, id.parse::<Uuid>()) else { return Ok(None) };
    let alone = match waiting(connection, person, now)? {
        Some(recovery) => is_left_alone(connection, state, [person, recovery.begun_by], now)?,
        // Only for the State's one administrator: where it has none, the operator gives it one.
        None => is_administrator(connection, person)? && is_alone(connection, state, [person, person], now)?,
    };
    let status = if alone { ALONE } else { "" };
    Ok(Some(Resource { status, ..resource }))
}

fn is_administrator(connection: &Connection, person: Uuid) -> Result<bool, StoreError> {
    let held = "SELECT EXISTS (SELECT 1 FROM person_role WHERE person = ?1 AND role = ?2)";
    Ok(connection.query_row(held, (person, ADMINISTRATOR), |row| row.get(0))?)
}

/// Says whether a State has no administrator besides these two who can sign in.
fn is_alone(connection: &Connection, state: StateCode, besides: [Uuid; 2], now: Timestamp) -> Result<bool, StoreError> {
    Ok(queries::other_administrators(connection, state, besides, now)?.is_empty())
}

/// Says whether a State has no administrator who can sign in for the part that `other` has not taken.
fn is_left_alone(
    connection: &Connection,
    state: StateCode,
    [person, other]: [Uuid; 2],
    now: Timestamp,
) -> Result<bool, StoreError> {
    for one in queries::other_administrators(connection, state, [person, other], now)? {
        if !are_in_one_hand(connection, [one, other], now)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Says whether one of two may be somebody whom the other has made up, also by way of a third.
fn are_in_one_hand(connection: &Connection, [one, other]: [Uuid; 2], now: Timestamp) -> Result<bool, StoreError> {
    Ok(hand(connection, one, now)? == hand(connection, other, now)?)
}

/// Answers who of the same party has brought somebody in: whoever enrolled them lately, or enrolled that one, up to somebody who has been
/// there for longer. Whom another party enrolled, as the operator does for a State's first, nobody of this one has brought in.
fn hand(connection: &Connection, person: Uuid, now: Timestamp) -> Result<Uuid, StoreError> {
    let since_us = (now - ONE_HAND).as_microsecond();
    let first = connection
        .prepare_cached(
            "WITH RECURSIVE line (id, steps) AS (SELECT ?1, 0 UNION ALL SELECT other.id, steps + 1 FROM line \
             JOIN person ON person.id = line.id JOIN person AS other ON other.id = person.enrolled_by AND other.party = person.party \
             WHERE person.enrolled_us > ?2 AND steps < 100) SELECT id FROM line ORDER BY steps DESC LIMIT 1",
        )?
        .query_row((person, since_us), |row| row.get(0))?;
    Ok(first)
}

/// Begins a recovery inside the writer's transaction.
///
/// Errors: `Refused` with a key of the words when one is waiting already, or what was shown is no longer so.
pub(super) fn begin(
    connection: &Connection,
    person: Uuid,
    begun_by: Uuid,
    seen: &str,
    now: Timestamp,
) -> Result<Uuid, StoreError> {
    forget_ended(connection, now)?;
    let shown = Shown::read(connection, person)?.ok_or(StoreError::Refused("people-recovery-changed"))?;
    if hex::encode(shown.seen()) != seen {
        return Err(StoreError::Refused("people-recovery-changed"));
    }
    let id = new_id(now);
    let begun = connection.execute(
        "INSERT OR IGNORE INTO recovery (id, person, begun_by, seen, begun_us, ends_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (id, person, begun_by, shown.seen(), now.as_microsecond(), (now + LASTS).as_microsecond()),
    )?;
    if begun == 0 { Err(StoreError::Refused("people-recovery-waiting")) } else { Ok(id) }
}

/// What a second person confirms.
pub(super) struct Confirmed<'a> {
    /// The recovery that stood on their page.
    pub(super) recovery: Uuid,
    /// Whose sign-in.
    pub(super) person: Uuid,
    /// Who confirms.
    pub(super) by: Uuid,
    /// The hash of what stood on their page.
    pub(super) seen: &'a str,
    /// The present instant.
    pub(super) now: Timestamp,
}

impl Confirmed<'_> {
    /// Takes the recovery out inside the writer's transaction, if everything about it still holds; of two who confirm at
    /// once, one does.
    ///
    /// Errors: `Refused` with a key of the words.
    pub(super) fn take(&self, connection: &Connection, profile: &InForce) -> Result<(), StoreError> {
        let waiting = waiting(connection, self.person, self.now)?.filter(|waiting| waiting.id == self.recovery);
        let Some(waiting) = waiting else { return Err(StoreError::Refused("people-recovery-gone")) };
        if self.by == waiting.begun_by || self.by == self.person {
            return Err(StoreError::Refused("people-recovery-second"));
        }
        if are_in_one_hand(connection, [self.by, waiting.begun_by], self.now)? {
            return Err(StoreError::Refused("people-recovery-one-hand"));
        }
        let shown = Shown::read(connection, self.person)?.ok_or(StoreError::Refused("people-recovery-gone"))?;
        if waiting.seen != shown.seen() || self.seen != hex::encode(waiting.seen) {
            return Err(StoreError::Refused("people-recovery-changed"));
        }
        // Both must be administrators now, not only when each of them pressed a button.
        for (one, other) in [(waiting.begun_by, self.by), (self.by, waiting.begun_by)] {
            if !self.may(connection, profile, &shown, (one, other))? {
                return Err(StoreError::Refused("people-recovery-suspended"));
            }
        }
        connection.execute("DELETE FROM recovery WHERE id = ?1", [self.recovery])?;
        Ok(())
    }

    /// Says whether somebody is still an administrator who may take one part where `other` takes the other.
    fn may(
        &self,
        connection: &Connection,
        profile: &InForce,
        shown: &Shown,
        (one, other): (Uuid, Uuid),
    ) -> Result<bool, StoreError> {
        let caller = people::caller(connection, profile, one)?.filter(|caller| caller.active);
        let Some(caller) = caller.filter(|caller| caller.roles.iter().any(|role| role == ADMINISTRATOR)) else {
            return Ok(false);
        };
        if caller.state == shown.party {
            return Ok(true);
        }
        // Who stands in from the secretariat does so only while the State has nobody for that part.
        let for_others = caller.party == PartyKind::Secretariat;
        Ok(for_others && is_left_alone(connection, shown.party, [shown.person.id, other], self.now)?)
    }
}

/// Takes a recovery back.
pub(super) fn withdraw(connection: &Connection, person: Uuid) -> Result<(), StoreError> {
    connection.execute("DELETE FROM recovery WHERE person = ?1", [person])?;
    Ok(())
}

/// Forgets recoveries that nobody confirmed in time.
pub(in super::super) fn forget_ended(connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
    connection.execute("DELETE FROM recovery WHERE ends_us <= ?1", [now.as_microsecond()])?;
    Ok(())
}

/// Answers the half of the first password that whoever began a recovery hands over. It follows from the keys and rests
/// nowhere.
pub(super) fn first_half(keys: &Keys, recovery: Uuid) -> String {
    let key = keys.derived("recovery");
    let mut bytes = [0; 32];
    if let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key.as_ref()) {
        mac.update(recovery.as_bytes());
        bytes.copy_from_slice(&mac.finalize().into_bytes());
    }
    passwords::half(bytes.into_iter())
}

/// A recovery as the list shows it.
pub(super) struct Listed {
    /// Whose sign-in.
    pub(super) person: Uuid,
    /// Their name.
    pub(super) name: String,
    /// Their State or organisation.
    pub(super) party: StateCode,
    /// Who began it; none for an administrator who is the only one of their State, and for whom it could be begun.
    pub(super) begun_by: Option<String>,
    /// When it ends.
    pub(super) ends_at: Option<Timestamp>,
}

/// Answers the recoveries that wait for somebody of a party: its own, and for the secretariat those of States that have
/// nobody else.
pub(super) fn list(
    connection: &Connection,
    own: StateCode,
    for_others: bool,
    now: Timestamp,
) -> Result<Vec<Listed>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT person.id, person.name, person.party, beginner.id, beginner.name, ends_us FROM recovery \
         JOIN person ON person.id = recovery.person JOIN person AS beginner ON beginner.id = begun_by \
         WHERE ends_us > ?1 ORDER BY ends_us, recovery.id",
    )?;
    let mut rows = rows.query([now.as_microsecond()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let party: String = row.get(2)?;
        let (Ok(party), person) = (party.parse::<StateCode>(), row.get(0)?) else { continue };
        if party != own && !(for_others && is_left_alone(connection, party, [person, row.get(3)?], now)?) {
            continue;
        }
        let ends_at = Timestamp::from_microsecond(row.get(5)?).ok();
        found.push(Listed { person, name: row.get(1)?, party, begun_by: Some(row.get(4)?), ends_at });
    }
    Ok(found)
}

/// Answers the administrators of other States who are the only one there that can sign in, so that nobody of theirs could
/// begin.
pub(super) fn only_ones(connection: &Connection, own: StateCode, now: Timestamp) -> Result<Vec<Listed>, StoreError> {
    let mut rows = connection.prepare_cached(
        "SELECT person.id, person.name, party FROM person JOIN person_role ON person_role.person = person.id \
         WHERE role = ?1 AND active AND party <> ?2 AND (first_until_us IS NULL OR first_until_us > ?3) \
         GROUP BY party HAVING count(*) = 1 ORDER BY party",
    )?;
    let mut rows = rows.query((ADMINISTRATOR, own.as_str(), now.as_microsecond()))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let party: String = row.get(2)?;
        let Ok(party) = party.parse() else { continue };
        found.push(Listed { person: row.get(0)?, name: row.get(1)?, party, begun_by: None, ends_at: None });
    }
    Ok(found)
}
