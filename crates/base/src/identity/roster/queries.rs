//! The reads: one page of a State's people, and one person.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::super::Factor;
use super::super::credentials::Credentials;
use super::super::people::NewPerson;
use crate::access::{Permit, Resource};
use crate::desk::Reader;
use crate::ids::StateCode;
use crate::store::StoreError;
use crate::words::Language;

/// Rows of one page.
pub(super) const PAGE_ROWS: u64 = 50;

/// A line of the list.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) user_name: String,
    pub(super) post: Option<String>,
    pub(super) roles: Vec<String>,
    pub(super) active: bool,
}

/// One person with what an administrator may know of them: never a password's hash nor a secret.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) id: Uuid,
    pub(super) user_name: String,
    pub(super) name: String,
    pub(super) institution: String,
    pub(super) post: Option<(String, String)>,
    pub(super) roles: Vec<String>,
    pub(super) language: Option<Language>,
    pub(super) active: bool,
    pub(super) has_codes: bool,
    /// Whether they have passkeys, or must: then no administrator alone gives them a new start.
    pub(super) takes_two: bool,
    pub(super) must_change: bool,
    pub(super) enrolled_us: i64,
}

impl Person {
    /// Answers the person as a form of their State would enrol them.
    pub(super) fn as_new(&self, party: StateCode) -> NewPerson {
        NewPerson {
            user_name: self.user_name.clone(),
            name: self.name.clone(),
            party,
            institution: self.institution.clone(),
            post: self.post.clone(),
            roles: self.roles.clone(),
            language: self.language,
        }
    }
}

/// Answers one page of the people of the caller's own State whose name or user name holds `part`, and how many there are.
pub(super) fn page(reader: &Reader<super::List>, part: &str, page: u64) -> Result<(Vec<Listed>, u64), StoreError> {
    let state = reader.caller().state;
    let like = format!("%{}%", part.replace(['\\', '%', '_'], ""));
    reader.ask(|connection| {
        let total = connection
            .prepare_cached("SELECT count(*) FROM person WHERE party = ?1 AND (name LIKE ?2 OR user_name LIKE ?2)")?
            .query_row((state.as_str(), &like), |row| row.get(0))?;
        let mut rows = connection.prepare_cached(
            "SELECT person.id, person.name, user_name, post.name, active, \
             (SELECT group_concat(role) FROM person_role WHERE person_role.person = person.id) \
             FROM person LEFT JOIN post ON post.id = person.post \
             WHERE party = ?1 AND (person.name LIKE ?2 OR user_name LIKE ?2) \
             ORDER BY person.name, user_name LIMIT ?3 OFFSET ?4",
        )?;
        let rows = rows.query_map((state.as_str(), &like, PAGE_ROWS, (page - 1) * PAGE_ROWS), |row| {
            let roles: Option<String> = row.get(5)?;
            Ok(Listed {
                id: row.get(0)?,
                name: row.get(1)?,
                user_name: row.get(2)?,
                post: row.get(3)?,
                roles: roles.map_or_else(Vec::new, |codes| codes.split(',').map(str::to_owned).collect()),
                active: row.get(4)?,
            })
        })?;
        Ok((rows.collect::<Result<_, _>>()?, total))
    })
}

/// Answers one person; the permit has been decided for them.
pub(super) fn person<P: Permit>(reader: &Reader<P>, id: Uuid) -> Result<Option<Person>, StoreError> {
    reader.ask(|connection| read(connection, id))
}

/// Answers one person inside a transaction.
pub(super) fn read(connection: &Connection, id: Uuid) -> Result<Option<Person>, StoreError> {
    let mut roles = connection.prepare_cached("SELECT role FROM person_role WHERE person = ?1 ORDER BY role")?;
    let roles: Vec<String> = roles.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    let known = Credentials::of(connection, id)?;
    let takes_two = known.is_some_and(|known| known.passkeys > 0 || known.needs == Factor::Passkey);
    let found = connection
        .prepare_cached(
            "SELECT user_name, person.name, institution.name, post.name, post.zone, language, active, \
             totp_secret IS NOT NULL, must_change, enrolled_us FROM person \
             LEFT JOIN institution ON institution.id = person.institution LEFT JOIN post ON post.id = person.post \
             WHERE person.id = ?1",
        )?
        .query_row([id], |row| {
            let (institution, language): (Option<String>, Option<String>) = (row.get(2)?, row.get(5)?);
            let (post, zone): (Option<String>, Option<String>) = (row.get(3)?, row.get(4)?);
            Ok(Person {
                id,
                user_name: row.get(0)?,
                name: row.get(1)?,
                institution: institution.unwrap_or_default(),
                post: post.zip(zone),
                roles,
                language: language.as_deref().and_then(Language::parse),
                active: row.get(6)?,
                has_codes: row.get(7)?,
                takes_two,
                must_change: row.get(8)?,
                enrolled_us: row.get(9)?,
            })
        })
        .optional()?;
    Ok(found)
}

/// Answers what the policies must know of a person: whose they are.
pub(super) fn resource(connection: &Connection, id: &str) -> Result<Option<Resource>, StoreError> {
    let Ok(id) = id.parse::<Uuid>() else { return Ok(None) };
    let party: Option<String> = connection
        .prepare_cached("SELECT party FROM person WHERE id = ?1")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    Ok(party.and_then(|code| code.parse().ok()).map(|state| Resource::of(state, id.to_string())))
}

/// Answers the names of a State's institutions, to be offered where one is typed.
pub(super) fn institutions(connection: &Connection, state: StateCode) -> Result<Vec<String>, StoreError> {
    let mut names = connection.prepare_cached("SELECT name FROM institution WHERE party = ?1 ORDER BY name")?;
    Ok(names.query_map([state.as_str()], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Answers the people of a State, other than these two, who can sign in and manage its people.
pub(super) fn other_administrators(
    connection: &Connection,
    state: StateCode,
    [one, other]: [Uuid; 2],
    now: Timestamp,
) -> Result<Vec<Uuid>, StoreError> {
    let mut others = connection.prepare_cached(
        "SELECT person.id FROM person JOIN person_role ON person_role.person = person.id \
         WHERE party = ?1 AND role = ?2 AND active AND person.id NOT IN (?3, ?4) \
         AND (first_until_us IS NULL OR first_until_us > ?5)",
    )?;
    let others = others
        .query_map((state.as_str(), super::ADMINISTRATOR, one, other, now.as_microsecond()), |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(others)
}
