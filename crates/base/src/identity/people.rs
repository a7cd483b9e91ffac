//! People: who they are, and what a decision about them rests on.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::profile::InForce;
use super::{Caller, Factor, Via};
use crate::access::{Permit, Purpose};
use crate::desk::Reader;
use crate::ids::{StateCode, new_id};
use crate::store::StoreError;
use crate::words::Language;

/// Somebody to enrol.
#[derive(Clone, Debug)]
pub struct NewPerson {
    /// What they type to sign in: 3 to 60 of `a`–`z`, `0`–`9`, `.`, `-`, `_`.
    pub user_name: String,
    /// Their name.
    pub name: String,
    /// The State or organisation they speak for.
    pub party: StateCode,
    /// Their institution's name.
    pub institution: String,
    /// Their post's name and zone; none for who has no fixed post.
    pub post: Option<(String, String)>,
    /// Role codes.
    pub roles: Vec<String>,
    /// Their language.
    pub language: Option<Language>,
}

/// Enrols a person without a password, and answers their id.
///
/// Errors: `Refused` with a key of the words, when the name is taken or a role does not fit the party.
pub fn enrol(
    connection: &Connection,
    profile: &InForce,
    person: &NewPerson,
    by: Option<Uuid>,
    at: Timestamp,
) -> Result<Uuid, StoreError> {
    if !user_name_fits(&person.user_name) {
        return Err(StoreError::Refused("people-user-name-form"));
    }
    check_roles(profile, person)?;
    let taken: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM person WHERE user_name = ?1)",
        [&person.user_name],
        |row| row.get(0),
    )?;
    if taken {
        return Err(StoreError::Refused("people-user-name-taken"));
    }
    let institution = institution(connection, person.party, &person.institution, at)?;
    let post = match &person.post {
        Some((name, zone)) => Some(post(connection, institution, name, zone, at)?),
        None => None,
    };
    let id = new_id(at);
    connection.execute(
        "INSERT INTO person (id, user_name, name, party, institution, post, language, password_hash, must_change, active, \
         version, enrolled_us, enrolled_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, '', 1, 1, 1, ?8, ?9)",
        (
            id,
            &person.user_name,
            &person.name,
            person.party.as_str(),
            institution,
            post,
            person.language.map(Language::tag),
            at.as_microsecond(),
            by,
        ),
    )?;
    give_roles(connection, id, &person.roles)?;
    Ok(id)
}

/// Changes name, institution, post, roles and language of somebody enrolled; user name and party stay.
///
/// Errors: `Refused` with a key of the words, when a role does not fit the party or the zone does not exist.
pub fn change(
    connection: &Connection,
    profile: &InForce,
    id: Uuid,
    person: &NewPerson,
    at: Timestamp,
) -> Result<(), StoreError> {
    check_roles(profile, person)?;
    let institution = institution(connection, person.party, &person.institution, at)?;
    let post = match &person.post {
        Some((name, zone)) => Some(post(connection, institution, name, zone, at)?),
        None => None,
    };
    connection.execute(
        "UPDATE person SET name = ?2, institution = ?3, post = ?4, language = ?5, version = version + 1 WHERE id = ?1",
        (id, &person.name, institution, post, person.language.map(Language::tag)),
    )?;
    connection.execute("DELETE FROM person_role WHERE person = ?1", [id])?;
    give_roles(connection, id, &person.roles)
}

/// Answers a user name as people of a party have it: with the party's code before it.
///
/// Without it, that a name is taken would tell one State whom another has enrolled.
pub fn user_name_of(party: StateCode, typed: &str) -> String {
    let before = format!("{}.", party.as_str().to_lowercase());
    if typed.is_empty() || typed.starts_with(&before) { typed.to_owned() } else { before + typed }
}

/// Answers a user name that nobody of another party has: the wanted one, or one with a number after it.
///
/// Names from before they carried a code may stand in another party's way; that this is so is told to nobody. A name
/// that somebody of the same party has stays as it is, and is refused where it is enrolled.
pub fn user_name_free(connection: &Connection, party: StateCode, wanted: &str) -> Result<String, StoreError> {
    let mut taken =
        connection.prepare_cached("SELECT EXISTS (SELECT 1 FROM person WHERE user_name = ?1 AND party <> ?2)")?;
    for number in 1..=99 {
        let name = if number == 1 { wanted.to_owned() } else { format!("{wanted}.{number}") };
        if !taken.query_row((&name, party.as_str()), |row| row.get::<_, bool>(0))? {
            return Ok(name);
        }
    }
    Ok(wanted.to_owned())
}

/// Answers whether a user name has the form they all have.
pub fn user_name_fits(user_name: &str) -> bool {
    (3..=60).contains(&user_name.len())
        && user_name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-_".contains(&b))
}

fn check_roles(profile: &InForce, person: &NewPerson) -> Result<(), StoreError> {
    let party = profile.parties.get(&person.party).ok_or(StoreError::Refused("people-no-such-party"))?;
    for role in &person.roles {
        let role = profile.roles.get(role).ok_or(StoreError::Refused("people-no-such-role"))?;
        if !role.kinds.contains(&party.kind) {
            return Err(StoreError::Refused("people-role-not-for-party"));
        }
    }
    Ok(())
}

fn give_roles(connection: &Connection, id: Uuid, roles: &[String]) -> Result<(), StoreError> {
    for role in roles {
        connection.execute("INSERT OR IGNORE INTO person_role (person, role) VALUES (?1, ?2)", (id, role))?;
    }
    Ok(())
}

fn institution(connection: &Connection, party: StateCode, name: &str, at: Timestamp) -> Result<Uuid, StoreError> {
    let key = (party.as_str(), name);
    let found = connection
        .query_row("SELECT id FROM institution WHERE party = ?1 AND name = ?2", key, |row| row.get(0))
        .optional()?;
    if let Some(id) = found {
        return Ok(id);
    }
    let id = new_id(at);
    connection.execute("INSERT INTO institution (id, party, name) VALUES (?1, ?2, ?3)", (id, party.as_str(), name))?;
    Ok(id)
}

fn post(connection: &Connection, institution: Uuid, name: &str, zone: &str, at: Timestamp) -> Result<Uuid, StoreError> {
    let key = (institution, name);
    let found = connection
        .query_row("SELECT id FROM post WHERE institution = ?1 AND name = ?2", key, |row| row.get(0))
        .optional()?;
    if TimeZone::get(zone).is_err() {
        return Err(StoreError::Refused("people-no-such-zone"));
    }
    if let Some(id) = found {
        // A post has one zone, whoever works there: the last one said holds.
        connection.execute("UPDATE post SET zone = ?2 WHERE id = ?1", (id, zone))?;
        return Ok(id);
    }
    let id = new_id(at);
    connection.execute(
        "INSERT INTO post (id, institution, name, zone) VALUES (?1, ?2, ?3, ?4)",
        (id, institution, name, zone),
    )?;
    Ok(id)
}

/// Answers the person of that name as a caller who has chosen no purpose and proved nothing; none when there is none.
pub fn caller_by_name(
    connection: &Connection,
    profile: &InForce,
    user_name: &str,
) -> Result<Option<Caller>, StoreError> {
    let id: Option<Uuid> =
        connection.query_row("SELECT id FROM person WHERE user_name = ?1", [user_name], |row| row.get(0)).optional()?;
    id.map_or(Ok(None), |id| caller(connection, profile, id))
}

/// Answers a person's name, for a page that says who did something; none where nobody is known by that id any more.
pub fn name<P: Permit>(reader: &Reader<P>, id: Uuid) -> Result<Option<String>, StoreError> {
    reader.ground().base.read(|base| {
        let mut person = base.prepare_cached("SELECT name FROM person WHERE id = ?1")?;
        Ok(person.query_row([id], |row| row.get(0)).optional()?)
    })
}

/// Answers a person as a caller who has chosen no purpose and proved nothing; none when there is no such person, or
/// their party is no longer part of the conference.
pub fn caller(connection: &Connection, profile: &InForce, id: Uuid) -> Result<Option<Caller>, StoreError> {
    let mut roles = connection.prepare_cached("SELECT role FROM person_role WHERE person = ?1 ORDER BY role")?;
    let mut roles: Vec<String> = roles.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let mut person = connection.prepare_cached(
        "SELECT person.name, party, active, version, post, post.name, language, coalesce(person.zone, post.zone) \
         FROM person LEFT JOIN post ON post.id = person.post WHERE person.id = ?1",
    )?;
    let found = person
        .query_row([id], |row| {
            let party: String = row.get(1)?;
            let zone: Option<String> = row.get(7)?;
            let language: Option<String> = row.get(6)?;
            Ok((party, zone, language, row.get(0)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
        })
        .optional()?;
    let Some((party, zone, language, name, active, version, post, post_name)) = found else { return Ok(None) };
    let state: StateCode = party.parse().map_err(|_| StoreError::Damaged(format!("person of party {party}")))?;
    // Whose party has left the conference is nobody here.
    let Some(known) = profile.parties.get(&state) else { return Ok(None) };
    // A party may have become something else since they were given a role that is not for it.
    roles.retain(|role| profile.roles.get(role).is_some_and(|role| role.kinds.contains(&known.kind)));
    let held = || roles.iter().filter_map(|role| profile.roles.get(role));
    let needs = held().map(|role| role.factor).max().unwrap_or_default();
    let mut purposes: Vec<Purpose> = held().flat_map(|role| role.purposes.iter().copied()).collect();
    purposes.sort();
    purposes.dedup();
    let zone = zone.as_deref().unwrap_or(&profile.zone);
    Ok(Some(Caller {
        person: id,
        name,
        state,
        party: known.kind,
        confined: known.confined.clone(),
        presides: known.presides,
        roles,
        active,
        version,
        post,
        post_name,
        factor: Factor::Password,
        needs,
        purposes,
        purpose: None,
        session: Uuid::nil(),
        csrf: String::new(),
        via: Via::Command,
        language: language.as_deref().and_then(Language::parse),
        zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC),
    }))
}

/// Answers the person of that name as the one for whom a command on the folder works, for a purpose of theirs.
///
/// Whoever can read the folder's files needs no further proof from us; the log still names person and purpose.
pub fn for_command(
    connection: &Connection,
    profile: &InForce,
    user_name: &str,
    purpose: Purpose,
) -> Result<Option<Arc<Caller>>, StoreError> {
    let found = caller_by_name(connection, profile, user_name)?;
    Ok(found.map(|caller| Arc::new(Caller { purpose: Some(purpose), factor: Factor::Passkey, ..caller })))
}
