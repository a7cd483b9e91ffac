//! Making a data folder with its first people, for the commands that do so.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::Connection;
use uuid::Uuid;

use super::passwords::{self, Password, PasswordFault};
use super::people::{self, NewPerson};
use super::profile::{InForce, Profile, ProfileError};
use super::sign_in;
use super::totp::{self, Secret};
use crate::store::{Database, Folder, Ground, Keys, StoreError, settle, sync_folder};

/// Somebody who is there from the beginning.
#[derive(Clone, Debug)]
pub struct FirstPerson {
    /// Who they are.
    pub person: NewPerson,
    /// Their password; none to have one made, which they must change.
    pub password: Option<String>,
}

/// Somebody who has been enrolled by a command.
#[derive(Clone, Debug)]
pub struct MadePerson {
    /// Their id.
    pub id: Uuid,
    /// What they type to sign in.
    pub user_name: String,
    /// Their password, to be shown once.
    pub password: String,
}

/// Why a folder could not be made.
#[derive(Debug, thiserror::Error)]
pub enum MakeError {
    /// The profile cannot be used.
    #[error(transparent)]
    Profile(#[from] ProfileError),
    /// The password of the person named cannot be used.
    #[error("{0}: {1}")]
    Password(String, PasswordFault),
    /// The person named cannot be enrolled; the key of the words says why.
    #[error("{0}: {1}")]
    Person(String, &'static str),
    /// There is a data folder already.
    #[error("there is a data folder at {0} already")]
    Exists(String),
    /// The store said no.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// `base.db` until everything is in it. A folder in which making was cut short is therefore no data folder, and nothing
/// serves it.
const UNFINISHED: Ground = Ground { file: "base.db.making", steps: super::BASE.steps };

/// Makes a data folder with new keys, a profile and first people, and answers these with their passwords.
///
/// What an earlier making left that was cut short is made anew.
///
/// Errors: nothing is made when the profile or a password cannot be used, or when a folder is there already.
pub fn make(path: &Path, profile: &str, first: &[FirstPerson], at: Timestamp) -> Result<Vec<MadePerson>, MakeError> {
    let profile = Profile::parse(profile)?;
    let mut people = Vec::with_capacity(first.len());
    for FirstPerson { person, password } in first {
        let parsed = match password {
            Some(typed) => Password::parse(typed, &person.user_name)
                .map_err(|fault| MakeError::Password(person.user_name.clone(), fault))?,
            None => Password::random(),
        };
        people.push((person.clone(), parsed.hash()?, parsed, password.is_none()));
    }
    if path.join("base.db").exists() {
        return Err(MakeError::Exists(path.display().to_string()));
    }
    let _held = Folder::create(path)?;
    clear(path)?;
    Database::make(path, &UNFINISHED)?;
    Keys::create(path)?;
    let base = Database::open(path, &UNFINISHED)?;
    let made = base.write_blocking(move |connection| {
        profile.store(connection)?;
        let profile = InForce::read(connection, at)?;
        people
            .into_iter()
            .map(|(person, hash, password, is_first)| {
                let id = match people::enrol(connection, &profile, &person, None, at) {
                    Err(StoreError::Refused(key)) => return Err(MakeError::Person(person.user_name, key)),
                    other => other?,
                };
                if is_first {
                    passwords::set_first(connection, id, &hash, at)?;
                } else {
                    passwords::set(connection, id, &hash)?;
                }
                Ok(MadePerson { id, user_name: person.user_name, password: password.as_str().to_owned() })
            })
            .collect::<Result<Vec<MadePerson>, MakeError>>()
    })?;
    drop(base);
    settle(path, &UNFINISHED)?;
    std::fs::rename(path.join(UNFINISHED.file), path.join(super::BASE.file)).map_err(StoreError::from)?;
    sync_folder(path).map_err(StoreError::from)?;
    Ok(made)
}

/// Answers whether a making may begin here: nothing is there, or only what one left that was cut short. Keys alone are
/// not that: they belong to a folder that lost its `base.db`, and nothing could replace them.
pub fn may_be_made(path: &Path) -> Result<bool, StoreError> {
    let (mut unfinished, mut keys) = (false, false);
    for inside in std::fs::read_dir(path)? {
        match inside?.file_name().to_string_lossy().as_ref() {
            "lock" => {}
            "keys" => keys = true,
            name if name.starts_with(UNFINISHED.file) => unfinished |= name == UNFINISHED.file,
            _ => return Ok(false),
        }
    }
    Ok(unfinished || !keys)
}

/// Removes what a making left that was cut short; its first file goes last, for it says whose the keys are.
fn clear(path: &Path) -> Result<(), StoreError> {
    let (keys, unfinished) = (path.join("keys"), path.join(UNFINISHED.file));
    if keys.exists() {
        if !unfinished.exists() {
            return Err(StoreError::Occupied(keys.display().to_string()));
        }
        std::fs::remove_dir_all(keys)?;
        sync_folder(path)?;
    }
    for beside in ["-wal", "-shm", "-journal", ""] {
        let file = path.join(format!("{}{beside}", UNFINISHED.file));
        if file.exists() {
            std::fs::remove_file(file)?;
        }
    }
    Ok(sync_folder(path)?)
}

/// Sets the password of the person with that user name, and ends their sessions, tokens and sign-ins under way.
///
/// `first_at` is the present instant when whoever sets it is somebody else. For a folder that nobody serves. Errors:
/// `Refused` with a key of the words when nobody has that name.
pub fn set_password(
    connection: &Connection,
    user_name: &str,
    password: &Password,
    first_at: Option<Timestamp>,
) -> Result<(), StoreError> {
    let person = person(connection, user_name)?;
    match first_at {
        Some(now) => passwords::set_first(connection, person, &password.hash()?, now)?,
        None => passwords::set(connection, person, &password.hash()?)?,
    }
    connection.execute("DELETE FROM session WHERE person = ?1", [person])?;
    connection.execute("DELETE FROM token WHERE person = ?1", [person])?;
    sign_in::end_all(connection, person)
}

/// Gives the person with that user name a secret of one-time codes.
///
/// Errors: `Refused` with a key of the words when nobody has that name.
pub fn enrol_totp(connection: &Connection, keys: &Keys, user_name: &str, secret: &Secret) -> Result<(), StoreError> {
    totp::enrol(connection, keys, person(connection, user_name)?, secret)
}

fn person(connection: &Connection, user_name: &str) -> Result<Uuid, StoreError> {
    use rusqlite::OptionalExtension;
    let found =
        connection.query_row("SELECT id FROM person WHERE user_name = ?1", [user_name], |row| row.get(0)).optional()?;
    found.ok_or(StoreError::Refused("people-no-such-person"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::identity::profile::{LAGOON, RCM};

    fn at() -> Timestamp {
        Timestamp::from_second(crate::specimen::START_S).unwrap()
    }

    fn first(user_name: &str, party: &str, password: Option<&str>) -> FirstPerson {
        let person = NewPerson {
            user_name: user_name.to_owned(),
            name: "Specimen".to_owned(),
            party: party.parse().unwrap(),
            institution: "Specimen institution".to_owned(),
            post: None,
            roles: vec!["state_administrator".to_owned()],
            language: None,
        };
        FirstPerson { person, password: password.map(str::to_owned) }
    }

    #[test]
    fn a_folder_begins_with_its_profile_and_first_people() {
        for (profile, party) in [(RCM, "GTM"), (LAGOON, "QMA")] {
            let home = tempfile::tempdir().unwrap();
            let people = [first("the.first", party, None), first("the.second", party, Some("seven herons at dusk"))];
            let made = make(home.path(), profile, &people, at()).unwrap();
            assert_eq!(made[0].user_name, "the.first");
            assert_eq!((made[0].password.len(), made[1].password.as_str()), (31, "seven herons at dusk"));
            let base = Database::open_alone(home.path(), &crate::identity::BASE).unwrap();
            let changes = |id: Uuid| -> bool {
                base.query_row("SELECT must_change FROM person WHERE id = ?1", [id], |row| row.get(0)).unwrap()
            };
            assert!(changes(made[0].id) && !changes(made[1].id));
            let again = make(home.path(), profile, &people, at());
            assert!(matches!(again, Err(MakeError::Exists(_))));
        }
    }

    #[test]
    fn a_making_that_was_cut_short_is_no_folder_and_is_made_anew() {
        let home = tempfile::tempdir().unwrap();
        let people = [first("the.first", "GTM", None)];
        for cut_after in ["lock", "base.db.making", "keys"] {
            let place = home.path().join(cut_after);
            drop(Folder::create(&place).unwrap());
            if cut_after != "lock" {
                Database::make(&place, &UNFINISHED).unwrap();
            }
            if cut_after == "keys" {
                Keys::create(&place).unwrap();
            }
            assert!(Folder::open(&place).is_err() && may_be_made(&place).unwrap(), "{cut_after}");
            make(&place, RCM, &people, at()).unwrap();
            assert!(Folder::open(&place).is_ok() && !may_be_made(&place).unwrap(), "{cut_after}");
            assert!(!place.join(UNFINISHED.file).exists());
        }
        // Keys without anything else are those of a folder that lost its database.
        let place = home.path().join("lost");
        Keys::create(&place).unwrap();
        assert!(!may_be_made(&place).unwrap());
        assert!(matches!(make(&place, RCM, &people, at()), Err(MakeError::Store(StoreError::Occupied(_)))));
        Keys::open(&place).unwrap();
    }

    #[test]
    fn nothing_is_made_of_what_cannot_be_used() {
        let home = tempfile::tempdir().unwrap();
        let place = home.path().join("data");
        let wrong = |profile: &str, person: FirstPerson| make(&place, profile, &[person], at());
        assert!(matches!(wrong("nothing", first("the.first", "GTM", None)), Err(MakeError::Profile(_))));
        assert!(matches!(wrong(RCM, first("the.first", "GTM", Some("short"))), Err(MakeError::Password(..))));
        assert!(!place.exists());
    }
}
