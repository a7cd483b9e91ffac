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
mod factor;
mod make;
mod notices;
mod passkeys;
pub mod passwords;
pub mod people;
pub mod profile;
mod roster;
mod seats;
pub mod sessions;
mod sign_in;
mod stamps;
pub mod totp;

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use rusqlite::Connection;

pub use acts::{ACTS, SIGN_IN};
pub use caller::{Caller, PartyKind, Via};
pub use choices::{language_cookie, zone_cookie};
pub use factor::Factor;
pub use make::{FirstPerson, MadePerson, MakeError, enrol_totp, make, may_be_made, set_password};
pub use passkeys::{Origin, OriginFault};
use passwords::Hashing;
use profile::InForce;
pub use roster::{
    ADMINISTRATOR, Change, Enrol, Found, FoundAnswer, FoundRequest, List, Reset, Show, Suspend, by_command,
    recovery_begun_by,
};
pub use seats::{Chair, Seat};
use sessions::Sessions;
use uuid::Uuid;

use crate::access::Purpose;
use crate::ground::Puebla;
use crate::ids::StateCode;
use crate::store::{Database, Ground, Migration, StoreError};
use crate::web::{FeedSpec, RoomLinkSpec, Routes};
use crate::words::{Language, WordFile};

/// The file of people, sessions, tokens and drafts.
pub const BASE: Ground = Ground {
    file: "base.db",
    steps: &[
        Migration(include_str!("base.sql")),
        Migration(include_str!("../store/drafts.sql")),
        Migration(include_str!("../store/made.sql")),
        Migration(include_str!("../store/keys.sql")),
        Migration(include_str!("first-password.sql")),
        Migration(include_str!("notices.sql")),
        Migration(include_str!("passkeys/passkeys.sql")),
        Migration(include_str!("../oversight/concern.sql")),
        Migration(include_str!("second-factor.sql")),
        Migration(include_str!("seats.sql")),
        Migration(include_str!("rules.sql")),
        Migration(include_str!("feeds.sql")),
        Migration(include_str!("later-roles.sql")),
        Migration(include_str!("redress-roles.sql")),
        Migration(include_str!("../operation/gap.sql")),
        Migration(include_str!("../store/sealing.sql")),
        Migration(include_str!("feed-names.sql")),
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

/// Answers this room's part of the OpenAPI document.
pub fn api() -> utoipa::openapi::OpenApi {
    roster::api()
}

/// Who is who, and who is signed in.
pub struct Identity {
    profile: RwLock<Arc<InForce>>,
    /// Whom to call in each party; kept in memory because every check that finds something says it.
    contacts: RwLock<BTreeMap<StateCode, String>>,
    sessions: Arc<Sessions>,
    hashing: Hashing,
}

impl Identity {
    /// Reads the profile in force and the sessions that have not ended.
    ///
    /// Where the clock is `believed`, instants that lie ahead of it are brought back. One that stands behind what the folder knows
    /// would end sessions, and let codes serve again, before the start is refused.
    pub fn open(base: &Database, now: Timestamp, believed: bool) -> Result<Self, StoreError> {
        if believed {
            base.write_blocking(move |connection| stamps::bring_back(connection, now))?;
        }
        base.write_blocking(profile::complete)?;
        let profile = Arc::new(base.read(|connection| InForce::read(connection, now))?);
        let contacts = RwLock::new(base.read(profile::contacts)?);
        let sessions = Arc::new(Sessions::default());
        base.read(|connection| sessions.load(connection, &profile))?;
        let profile = RwLock::new(profile);
        Ok(Identity { profile, contacts, sessions, hashing: Hashing::new() })
    }

    /// Answers the profile in force.
    pub fn profile(&self) -> Arc<InForce> {
        Arc::clone(&self.profile.read().unwrap_or_else(PoisonError::into_inner))
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
    async fn refresh(&self, base: &Database, person: Uuid) -> Result<(), StoreError> {
        let ended = base.read(|connection| self.sessions.refresh(connection, &self.profile(), person))?;
        if ended.is_empty() {
            return Ok(());
        }
        let sessions = Arc::clone(&self.sessions);
        base.write(move |connection| ended.into_iter().try_for_each(|session| sessions.end(connection, session))).await
    }

    /// Answers the name of the process served.
    pub fn process_name(&self, language: Language) -> String {
        self.profile().name.in_language(language).to_owned()
    }

    /// Answers the name of a State or organisation; its code when the profile does not know it.
    pub fn party_name(&self, party: StateCode, language: Language) -> String {
        let profile = self.profile();
        let known = profile.parties.get(&party);
        known.map_or(party.as_str(), |known| known.name.in_language(language)).to_owned()
    }

    /// Answers whom another State calls about what a party reports; empty where it said nobody.
    pub fn contact(&self, party: StateCode) -> String {
        self.contacts.read().unwrap_or_else(PoisonError::into_inner).get(&party).cloned().unwrap_or_default()
    }

    /// Answers a role's name; its code when the profile does not know it.
    pub fn role_name(&self, role: &str, language: Language) -> String {
        self.profile().roles.get(role).map_or(role, |known| known.name.in_language(language)).to_owned()
    }

    /// Answers who holds a cookie's secret.
    pub fn by_cookie(&self, secret: &str, now: Timestamp) -> Option<Arc<Caller>> {
        self.sessions.by_cookie(secret, now)
    }

    /// Answers who holds a token.
    pub fn by_token(&self, secret: &str, purpose: Option<Purpose>, now: Timestamp) -> Option<Arc<Caller>> {
        self.sessions.by_token(secret, purpose, now)
    }

    /// Answers who holds a token that opens this feed alone.
    pub fn by_feed_token(&self, secret: &str, feed: &FeedSpec, now: Timestamp) -> Option<Arc<Caller>> {
        self.sessions.by_feed_token(secret, feed, now)
    }

    /// Reads the profile anew once another day has begun at the seat.
    fn follow_the_day(&self, base: &Database, now: Timestamp) -> Result<(), StoreError> {
        if self.profile().is_of_another_day(now) { self.read_again(base, now) } else { Ok(()) }
    }

    /// Reads the profile anew, and lets what parties are now hold for their people; whose party has gone is let out.
    fn read_again(&self, base: &Database, now: Timestamp) -> Result<(), StoreError> {
        let was = self.profile();
        let profile = Arc::new(base.read(|connection| InForce::read(connection, now))?);
        let changed = |party: &StateCode| profile.parties.get(party) != was.parties.get(party);
        *self.profile.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&profile);
        // Only people whose own party is another than it was: nobody else's rights follow from this.
        let mut ended = Vec::new();
        for person in self.sessions.people(changed) {
            ended.extend(base.read(|connection| self.sessions.refresh(connection, &profile, person))?);
        }
        if ended.is_empty() {
            return Ok(());
        }
        let sessions = Arc::clone(&self.sessions);
        base.write_blocking(move |connection| {
            ended.into_iter().try_for_each(|session| sessions.end(connection, session))
        })
    }

    /// Forgets sessions, tokens, sign-ins under way and failures whose time is over, and parties whose day is.
    pub fn forget_ended(&self, base: &Database, now: Timestamp) -> Result<(), StoreError> {
        self.follow_the_day(base, now)?;
        let sessions = Arc::clone(&self.sessions);
        base.write_blocking(move |connection| {
            sessions.forget_ended(connection, now)?;
            sign_in::forget_ended(connection, now)?;
            passkeys::forget_ended(connection, now)?;
            roster::forget_ended(connection, now)?;
            attempts::forget_old(connection, now)
        })
    }
}

/// Runs `act` in the writer's transaction and lets it hold from the person's next request on.
///
/// On a task of its own: whoever asked may go away at any moment, and what is durable must still reach live sessions.
async fn change_person<T, E>(
    ground: &Arc<Puebla>,
    person: Uuid,
    act: impl FnOnce(&Connection) -> Result<T, E> + Send + 'static,
) -> Result<T, E>
where
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let held = Arc::clone(ground);
    let changed = tokio::spawn(async move {
        let done = held.base.write(act).await?;
        held.identity.refresh(&held.base, person).await?;
        Ok(done)
    });
    changed.await.map_err(|_| StoreError::Busy)?
}

/// Keeps whom to call in a party, durably, and says so from now on; on a task of its own, as above.
async fn reach_by(ground: &Arc<Puebla>, party: StateCode, contact: String) -> Result<(), StoreError> {
    let held = Arc::clone(ground);
    let kept = tokio::spawn(async move {
        held.base.write(move |connection| profile::set_contact(connection, party, &contact)).await?;
        let mut contacts = held.identity.contacts.write().unwrap_or_else(PoisonError::into_inner);
        *contacts = held.base.read(profile::contacts)?;
        Ok(())
    });
    kept.await.map_err(|_| StoreError::Busy)?
}

/// Answers the session cookie's name: with the `__Host-` prefix a browser takes it only over TLS and for this host.
pub const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-puebla" } else { "puebla" }
}

/// Answers the address of the sign-in page that leads back to `path`.
pub fn sign_in_path(path: &str) -> String {
    format!("/sign-in?next={}", crate::web::shell::encoded(without_question(path)))
}

/// Answers the address of the page on which a purpose is chosen, which leads back to `path`.
pub fn purpose_path(path: &str) -> String {
    format!("/purpose?next={}", crate::web::shell::encoded(without_question(path)))
}

/// Answers a path without what it asks, which may be somebody's words and would go on in an address and in the base.
fn without_question(path: &str) -> &str {
    path.split('?').next().unwrap_or("/")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;
    use jiff::SignedDuration;

    use super::*;
    use crate::specimen::{Answer, PASSWORD, Specimen};

    const NEW: [(&str, &str); 2] =
        [("new_password", "eleven pelicans inland"), ("new_password_again", "eleven pelicans inland")];

    /// Everything somebody could prove themselves with, as it rests.
    fn proofs(specimen: &Specimen) -> Vec<(String, Option<Vec<u8>>, u64)> {
        let sql = "SELECT password_hash, totp_secret, (SELECT count(*) FROM token) FROM person ORDER BY user_name";
        let read = specimen.ground.base.read(|base| {
            let mut rows = base.prepare(sql)?;
            let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok(rows.collect::<Result<Vec<_>, _>>()?)
        });
        read.unwrap()
    }

    fn letters_shown(page: &Answer) -> String {
        page.body.split("class=\"mono secret\">").nth(1).unwrap().split('<').next().unwrap().replace(' ', "")
    }

    #[test]
    fn what_was_proved_before_there_were_passkeys_is_still_known() {
        const BEFORE: Ground = Ground {
            file: "base.db",
            steps: &[
                Migration(include_str!("base.sql")),
                Migration(include_str!("../store/drafts.sql")),
                Migration(include_str!("../store/made.sql")),
            ],
        };
        let rows = "INSERT INTO party VALUES ('GTM', 'member', '', '', '', '', '1996-03-14', NULL);
            INSERT INTO role VALUES ('looks', '', '', '', 'member', 0), ('writes', '', '', '', 'member', 1);
            INSERT INTO person VALUES (x'01', 'one', 'One', 'GTM', NULL, NULL, NULL, NULL, '', 0, NULL, NULL, 1, 1, 0, NULL);
            INSERT INTO session VALUES (x'02', x'02', '', x'01', 1, NULL, 0, 0), (x'03', x'03', '', x'01', 0, NULL, 0, 0);
            INSERT INTO token VALUES (x'04', x'04', '', x'01', '', 1, 0, 0), (x'06', x'06', '', x'01', '', 0, 0, 0);
            INSERT INTO pending_sign_in VALUES (x'05', '', x'01', 1, 0, '/', 0);";
        let home = tempfile::tempdir().unwrap();
        Database::make(home.path(), &BEFORE).unwrap();
        let before = Database::open(home.path(), &BEFORE).unwrap();
        before.write_blocking(move |base| Ok::<_, StoreError>(base.execute_batch(rows)?)).unwrap();
        drop(before);
        let base = Database::open(home.path(), &BASE).unwrap();
        let factors = "SELECT group_concat(code || ' ' || factor, ', ') FROM (SELECT code, factor FROM role UNION ALL \
             SELECT hex(id), factor FROM session UNION ALL SELECT hex(id), factor FROM token UNION ALL \
             SELECT hex(token_hash), factor FROM pending_sign_in ORDER BY 1)";
        let known: String = base.read(|base| Ok(base.query_row(factors, [], |row| row.get(0))?)).unwrap();
        assert_eq!(
            known, "02 code, 04 code, 05 code, looks code, writes code",
            "and a password alone opens nothing more"
        );
    }

    #[tokio::test]
    async fn a_change_holds_also_when_whoever_asked_has_gone_away() {
        let specimen = Specimen::new(&[]);
        let user = specimen.enrol("GTM", "gtm.officer", &["border_officer"]);
        let session = specimen.sign_in(&user, None);
        let (ground, hnd) = (&specimen.ground, "HND".parse().unwrap());
        let change = change_person(ground, session.caller.person, |connection| {
            Ok::<_, StoreError>(connection.execute_batch("DELETE FROM person_role")?)
        });
        // Asked once and dropped, as the server drops a handler whose connection is gone.
        let _ = tokio::time::timeout(std::time::Duration::ZERO, change).await;
        let _ = tokio::time::timeout(std::time::Duration::ZERO, reach_by(ground, hnd, "Invented desk".into())).await;
        let holds = || {
            let caller = ground.identity.by_cookie(&session.secret, specimen.clock.now());
            caller.unwrap().roles.is_empty() && ground.identity.contact(hnd) == "Invented desk"
        };
        for _ in 0..500 {
            if holds() {
                return;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
        }
        panic!("the change is durable, and nobody lives by it");
    }

    #[tokio::test]
    async fn no_proof_changes_while_it_cannot_be_logged() {
        let specimen = Specimen::new(&[]);
        let now = specimen.clock.now();
        specimen.with_password("GTM", "gtm.first", &["document_examiner"]);
        let mut first = specimen.browser();
        let of_first = letters_shown(&first.sign_in("gtm.first", None).await);
        specimen.with_password("GTM", "gtm.given", &["border_officer"]);
        let given = "UPDATE person SET must_change = 1 WHERE user_name = 'gtm.given'";
        specimen.ground.base.write_blocking(move |base| Ok::<_, StoreError>(base.execute_batch(given)?)).unwrap();
        let mut other = specimen.browser();
        other.enter("gtm.given").await;
        specimen.with_password("GTM", "gtm.own", &["border_officer"]);
        let token = specimen.token("gtm.own", &[Purpose::BorderControl]);
        let token = specimen.ground.identity.by_token(&token, None, now).unwrap().session.to_string();
        let codes = specimen.with_codes("gtm.own");
        let mut own = specimen.browser();
        own.sign_in("gtm.own", Some(&codes)).await;
        own.get("/account/codes").await;
        specimen.clock.advance(SignedDuration::from_secs(30));
        let next = codes.code(specimen.clock.now());
        let shown = own.post("/account/codes", &[("password", PASSWORD), ("code", &next)]).await;
        let of_own = letters_shown(&own.follow(shown).await);
        let before = proofs(&specimen);
        for broken in [true, false] {
            specimen.break_log(broken);
            // A code serves once, also where it served for nothing.
            specimen.clock.advance(SignedDuration::from_secs(60));
            let code = |letters: &str| totp::current_code(letters, specimen.clock.now()).unwrap();
            let (first_code, own_code, present) = (code(&of_first), code(&of_own), codes.code(specimen.clock.now()));
            let change = [("password", PASSWORD), ("code", &present), NEW[0], NEW[1]];
            let answers = [
                first.post("/sign-in/set-up", &[("code", &first_code)]).await,
                other.post("/sign-in/new-password", &NEW).await,
                own.post("/account/tokens/end", &[("token", &token)]).await,
                own.post("/account/password", &change).await,
                own.post("/account/codes/confirm", &[("code", &own_code)]).await,
            ];
            let expected = if broken { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::SEE_OTHER };
            assert_eq!(answers.map(|answer| answer.status), [expected; 5], "{broken}");
            assert_eq!(proofs(&specimen) == before, broken, "they change with their lines, and not before");
        }
    }
}
