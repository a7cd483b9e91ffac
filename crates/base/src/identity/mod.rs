//! States, observers, institutions, posts, people and roles, and how a person proves who they are.
//!
//! A person signs in with a password and, where a role of theirs changes anything, a one-time code; each State's
//! administrator manages its own people. No session exists before everything asked for has been proved.

mod account;
mod acts;
mod attempts;
mod caller;
mod choices;
mod credentials;
mod make;
pub mod passwords;
pub mod people;
pub mod profile;
mod roster;
pub mod sessions;
mod sign_in;
pub mod totp;

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;

pub use acts::ACTS;
pub use caller::{Caller, PartyKind, Via};
pub use make::{FirstPerson, MadePerson, MakeError, enrol_totp, make, set_password};
use passwords::Hashing;
use profile::InForce;
pub use roster::{ADMINISTRATOR, Change, Enrol, Found, List, Reset, Show, Suspend, by_command};
use sessions::Sessions;
use uuid::Uuid;

use crate::access::Purpose;
use crate::ids::StateCode;
use crate::store::{Database, Ground, Migration, StoreError};
use crate::web::{RoomLinkSpec, Routes};
use crate::words::{Language, WordFile};

/// The file of people, sessions, tokens and drafts.
pub const BASE: Ground = Ground {
    file: "base.db",
    steps: &[
        Migration(include_str!("base.sql")),
        Migration(include_str!("../store/drafts.sql")),
        Migration(include_str!("../store/made.sql")),
    ],
};

/// This room's words.
pub const WORDS: WordFile = crate::words!("identity");

/// This room's entries in the navigation.
pub const NAVIGATION: RoomLinkSpec = roster::NAVIGATION;

/// Answers this room's routes.
pub fn routes() -> Routes {
    sign_in::routes().and(choices::routes()).and(account::routes()).and(roster::routes())
}

/// Who is who, and who is signed in.
pub struct Identity {
    profile: Arc<InForce>,
    /// Whom to call in each party; kept in memory because every check that finds something says it.
    contacts: RwLock<BTreeMap<StateCode, String>>,
    sessions: Arc<Sessions>,
    hashing: Hashing,
}

impl Identity {
    /// Reads the profile in force and the sessions that have not ended.
    pub fn open(base: &Database) -> Result<Self, StoreError> {
        let profile = Arc::new(base.read(InForce::read)?);
        let contacts = RwLock::new(base.read(profile::contacts)?);
        let sessions = Arc::new(Sessions::default());
        base.read(|connection| sessions.load(connection, &profile))?;
        Ok(Identity { profile, contacts, sessions, hashing: Hashing::new() })
    }

    /// Answers the profile in force.
    pub fn profile(&self) -> &Arc<InForce> {
        &self.profile
    }

    /// Answers who is signed in.
    pub fn sessions(&self) -> &Arc<Sessions> {
        &self.sessions
    }

    /// Answers where passwords are hashed.
    pub fn hashing(&self) -> &Hashing {
        &self.hashing
    }

    /// Lets a change of a person, which is durable already, hold from their next request on.
    pub async fn refresh(&self, base: &Database, person: Uuid) -> Result<(), StoreError> {
        let ended = base.read(|connection| self.sessions.refresh(connection, &self.profile, person))?;
        if ended.is_empty() {
            return Ok(());
        }
        let sessions = Arc::clone(&self.sessions);
        base.write(move |connection| ended.into_iter().try_for_each(|session| sessions.end(connection, session))).await
    }

    /// Answers the name of the process served.
    pub fn process_name(&self, language: Language) -> String {
        self.profile.name.in_language(language).to_owned()
    }

    /// Answers the name of a State or organisation; its code when the profile does not know it.
    pub fn party_name(&self, party: StateCode, language: Language) -> String {
        let known = self.profile.parties.get(&party);
        known.map_or(party.as_str(), |known| known.name.in_language(language)).to_owned()
    }

    /// Answers whom another State calls about what a party reports; empty where it said nobody.
    pub fn contact(&self, party: StateCode) -> String {
        self.contacts.read().unwrap_or_else(PoisonError::into_inner).get(&party).cloned().unwrap_or_default()
    }

    /// Keeps whom to call in a party, durably, and says so from now on.
    pub async fn reach_by(&self, base: &Database, party: StateCode, contact: String) -> Result<(), StoreError> {
        let kept = contact.clone();
        base.write(move |connection| profile::set_contact(connection, party, &kept)).await?;
        self.contacts.write().unwrap_or_else(PoisonError::into_inner).insert(party, contact);
        Ok(())
    }

    /// Answers a role's name; its code when the profile does not know it.
    pub fn role_name(&self, role: &str, language: Language) -> String {
        self.profile.roles.get(role).map_or(role, |known| known.name.in_language(language)).to_owned()
    }

    /// Answers who holds a cookie's secret.
    pub fn by_cookie(&self, secret: &str, now: Timestamp) -> Option<Arc<Caller>> {
        self.sessions.by_cookie(secret, now)
    }

    /// Answers who holds a token.
    pub fn by_token(&self, secret: &str, purpose: Option<Purpose>, now: Timestamp) -> Option<Arc<Caller>> {
        self.sessions.by_token(secret, purpose, now)
    }

    /// Forgets sessions, tokens, sign-ins under way and failures whose time is over.
    pub fn forget_ended(&self, base: &Database, now: Timestamp) -> Result<(), StoreError> {
        let sessions = Arc::clone(&self.sessions);
        base.write_blocking(move |connection| {
            sessions.forget_ended(connection, now)?;
            sign_in::forget_ended(connection, now)?;
            attempts::forget_old(connection, now)
        })
    }
}

/// Answers the session cookie's name: with the `__Host-` prefix a browser takes it only over TLS and for this host.
pub const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-puebla" } else { "puebla" }
}

/// Answers the address of the sign-in page that leads back to `path`.
pub fn sign_in_path(path: &str) -> String {
    format!("/sign-in?next={}", crate::web::shell::encoded(path))
}

/// Answers the address of the page on which a purpose is chosen, which leads back to `path`.
pub fn purpose_path(path: &str) -> String {
    format!("/purpose?next={}", crate::web::shell::encoded(path))
}
