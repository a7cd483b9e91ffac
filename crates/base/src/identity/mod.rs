//! States, observers, institutions, posts, people and roles, and how a person proves who they are.

mod caller;
pub mod people;
pub mod profile;
pub mod sessions;

use std::sync::Arc;

use jiff::Timestamp;

pub use caller::{Caller, PartyKind, Via};
use profile::InForce;
use sessions::Sessions;

use crate::access::Purpose;
use crate::store::{Database, Ground, Keys, Migration, StoreError};
use crate::web::{RoomLinkSpec, Routes};
use crate::words::{Language, WordFile};

/// The file of people, sessions, tokens and drafts.
pub const BASE: Ground = Ground {
    file: "base.db",
    steps: &[Migration(include_str!("base.sql")), Migration(include_str!("../store/drafts.sql"))],
};

/// This room's words.
pub const WORDS: WordFile = crate::words!("identity");

/// This room's entries in the navigation.
pub const NAVIGATION: &[RoomLinkSpec] = &[];

/// Answers this room's routes.
pub fn routes() -> Routes {
    Routes::new()
}

/// Who is who, and who is signed in.
pub struct Identity {
    profile: Arc<InForce>,
    sessions: Arc<Sessions>,
}

impl Identity {
    /// Reads the profile in force and the sessions that have not ended.
    pub fn open(base: &Database, _keys: &Keys) -> Result<Self, StoreError> {
        let profile = Arc::new(base.read(InForce::read)?);
        let sessions = Arc::new(Sessions::default());
        base.read(|connection| sessions.load(connection, &profile))?;
        Ok(Identity { profile, sessions })
    }

    /// Answers the profile in force.
    pub fn profile(&self) -> &Arc<InForce> {
        &self.profile
    }

    /// Answers who is signed in.
    pub fn sessions(&self) -> &Arc<Sessions> {
        &self.sessions
    }

    /// Answers the name of the process served.
    pub fn process_name(&self, language: Language) -> String {
        self.profile.name.in_language(language).to_owned()
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

    /// Forgets sessions and tokens that have ended.
    pub fn forget_ended(&self, base: &Database, now: Timestamp) -> Result<(), StoreError> {
        let sessions = Arc::clone(&self.sessions);
        base.write_blocking(move |connection| sessions.forget_ended(connection, now))
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
