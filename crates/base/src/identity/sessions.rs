//! Who is signed in: sessions of browsers and tokens of machines, in memory with the file beneath.
//!
//! The folder is held by one process, so what memory says is what holds, and a revocation takes effect on the next
//! request. Secrets are never stored: the file and the memory know their SHA-256.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::people;
use super::profile::InForce;
use super::{Caller, Factor, Via};
use crate::access::Purpose;
use crate::ids::{StateCode, new_id};
use crate::store::StoreError;
use crate::web::FeedSpec;

/// A session ends after this long without a request (NIST SP 800-63B, AAL3 figure, used for all).
pub const IDLE_LIMIT: SignedDuration = SignedDuration::from_mins(15);

/// A session ends this long after it began, whatever happens: a working shift.
pub const ABSOLUTE_LIMIT: SignedDuration = SignedDuration::from_hours(12);

/// Sessions one person has open at most; a further sign-in ends the one that nobody has used for longest.
pub const SESSIONS_MOST: usize = 10;

/// Sessions and tokens in memory.
#[derive(Default)]
pub struct Sessions {
    held: RwLock<HashMap<[u8; 32], Held>>,
}

struct Held {
    caller: Arc<Caller>,
    ends_at: Timestamp,
    seen_at: std::sync::atomic::AtomicI64,
    /// For tokens: the purposes it was made for, whether or not its person may still work for them.
    made_for: Vec<Purpose>,
    /// For tokens: the code of the feed that it opens alone.
    feed: Option<String>,
    /// For tokens: the purposes it may be used for now, each with its ready-made caller.
    by_purpose: Vec<(Purpose, Arc<Caller>)>,
}

/// A session that has not ended, as its person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionFacts {
    /// Its id, which is no secret.
    pub id: Uuid,
    /// When it began.
    pub started_at: Timestamp,
    /// When it last asked for something.
    pub seen_at: Timestamp,
    /// The purpose chosen in it.
    pub purpose: Option<Purpose>,
}

/// A token that has not ended, as its person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenFacts {
    /// Its id, which is no secret.
    pub id: Uuid,
    /// What the person calls it.
    pub name: String,
    /// The purposes it was made for.
    pub purposes: Vec<Purpose>,
    /// Code of the feed that it opens alone; none where it opens its purposes.
    pub feed: Option<String>,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
}

/// A token to be made.
pub struct TokenSpec {
    /// What the person calls it.
    pub name: String,
    /// For which purposes.
    pub purposes: Vec<Purpose>,
    /// Code of the feed that it opens alone; none where it opens its purposes.
    pub feed: Option<&'static str>,
    /// When it ends.
    pub ends_at: Timestamp,
}

/// A secret that has just been made, shown once.
pub struct Fresh {
    /// The secret itself, 43 characters of base64url.
    pub secret: String,
    /// The session's or token's id.
    pub id: Uuid,
}

impl Sessions {
    /// Reads the sessions and tokens of a base that have not ended.
    pub fn load(&self, connection: &Connection, profile: &InForce) -> Result<(), StoreError> {
        let mut sessions = connection
            .prepare("SELECT id, token_hash, csrf, person, factor, purpose, started_us, seen_us FROM session")?;
        let mut rows = sessions.query([])?;
        while let Some(row) = rows.next()? {
            let Some(person) = people::caller(connection, profile, row.get(3)?)? else { continue };
            let purpose: Option<String> = row.get(5)?;
            let caller = Caller {
                session: row.get(0)?,
                csrf: row.get(2)?,
                factor: row.get(4)?,
                purpose: purpose.and_then(|code| code.parse().ok()).filter(|chosen| person.purposes.contains(chosen)),
                via: Via::Page,
                ..person
            };
            self.hold(row.get(1)?, caller, instant(row.get(6)?) + ABSOLUTE_LIMIT, row.get(7)?, (&[], None));
        }
        let mut tokens =
            connection.prepare("SELECT id, token_hash, person, purpose, made_us, ends_us, factor, feed FROM token")?;
        let mut rows = tokens.query([])?;
        while let Some(row) = rows.next()? {
            let Some(person) = people::caller(connection, profile, row.get(2)?)? else { continue };
            let purposes: String = row.get(3)?;
            let feed: Option<String> = row.get(7)?;
            let caller = Caller { session: row.get(0)?, factor: row.get(6)?, via: by(feed.as_deref()), ..person };
            self.hold(row.get(1)?, caller, instant(row.get(5)?), row.get(4)?, (&parse_purposes(&purposes), feed));
        }
        Ok(())
    }

    fn hold(
        &self,
        hash: [u8; 32],
        caller: Caller,
        ends_at: Timestamp,
        seen_us: i64,
        (made_for, feed): (&[Purpose], Option<String>),
    ) {
        let by_purpose = ready(&caller, made_for);
        let made_for = made_for.to_vec();
        let held = Held { caller: Arc::new(caller), ends_at, seen_at: seen_us.into(), made_for, feed, by_purpose };
        self.held.write().unwrap_or_else(PoisonError::into_inner).insert(hash, held);
    }

    /// Answers how many sessions and how many tokens have not ended.
    pub(crate) fn open(&self, now: Timestamp) -> (usize, usize) {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let open = |via: Via| held.values().filter(move |one| one.caller.via == via && !one.has_ended(now)).count();
        (open(Via::Page), open(Via::Api) + open(Via::Feed))
    }

    /// Answers who holds a cookie's secret, unless the session has ended or rests on a password alone.
    pub fn by_cookie(&self, secret: &str, now: Timestamp) -> Option<Arc<Caller>> {
        use std::sync::atomic::Ordering::Relaxed;
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let found = held.get(&hash(secret));
        // Also where nothing was found.
        let holds = Standing::of(found).holds(Via::Page, now);
        let session = found.filter(|_| holds)?;
        session.seen_at.store(now.as_microsecond(), Relaxed);
        Some(Arc::clone(&session.caller))
    }

    /// Answers who holds a token, for the purpose named; without one, a caller who has no purpose and is refused. A token
    /// that rests on a password alone is nobody's.
    pub fn by_token(&self, secret: &str, purpose: Option<Purpose>, now: Timestamp) -> Option<Arc<Caller>> {
        self.by_secret(secret, Via::Api, purpose, now)
    }

    /// Answers who holds a token that opens this feed alone, for the feed's purpose; one that was made for another feed is nobody's.
    pub fn by_feed_token(&self, secret: &str, feed: &FeedSpec, now: Timestamp) -> Option<Arc<Caller>> {
        let held = self.by_secret(secret, Via::Feed, Some(feed.purpose), now)?;
        self.opens(secret, feed.code).then_some(held)
    }

    fn opens(&self, secret: &str, feed: &str) -> bool {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.get(&hash(secret)).is_some_and(|token| token.feed.as_deref() == Some(feed))
    }

    fn by_secret(&self, secret: &str, via: Via, purpose: Option<Purpose>, now: Timestamp) -> Option<Arc<Caller>> {
        if secret.is_empty() {
            return None;
        }
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let found = held.get(&hash(secret));
        // Also where nothing was found.
        let holds = Standing::of(found).holds(via, now);
        let token = found.filter(|_| holds)?;
        let fitting = token.by_purpose.iter().find(|(of, _)| Some(*of) == purpose);
        Some(Arc::clone(fitting.map_or(&token.caller, |(_, caller)| caller)))
    }

    /// Starts a session for somebody who has proved who they are.
    pub fn start(
        &self,
        connection: &Connection,
        person: &Caller,
        factor: Factor,
        now: Timestamp,
    ) -> Result<Fresh, StoreError> {
        let (fresh, csrf) = (fresh(now), secret());
        // One purpose only: nothing to choose.
        let purpose = if let [only] = person.purposes.as_slice() { Some(*only) } else { None };
        let now_us = now.as_microsecond();
        connection.execute(
            "INSERT INTO session (id, token_hash, csrf, person, factor, purpose, started_us, seen_us) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)",
            (fresh.id, hash(&fresh.secret), &csrf, person.person, factor, purpose.map(Purpose::code), now_us),
        )?;
        let caller = Caller { session: fresh.id, csrf, factor, purpose, via: Via::Page, ..person.clone() };
        self.hold(hash(&fresh.secret), caller, now + ABSOLUTE_LIMIT, now_us, (&[], None));
        Ok(fresh)
    }

    /// Ends what is too much for one more session of a person, the one unused longest first; tokens stay.
    pub fn make_room(&self, connection: &Connection, person: Uuid, now: Timestamp) -> Result<(), StoreError> {
        let mine = self.of(person, now);
        mine.iter().skip(SESSIONS_MOST - 1).try_for_each(|session| self.end(connection, session.id))
    }

    /// Makes a token for a machine that acts for somebody, as strong as what `person` proved just now.
    pub fn make_token(
        &self,
        connection: &Connection,
        person: &Caller,
        wanted: &TokenSpec,
        now: Timestamp,
    ) -> Result<Fresh, StoreError> {
        let fresh = fresh(now);
        let codes: Vec<&str> = wanted.purposes.iter().map(|purpose| purpose.code()).collect();
        connection.execute(
            "INSERT INTO token (id, token_hash, name, person, purpose, factor, made_us, ends_us, opens, feed) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            (
                fresh.id,
                hash(&fresh.secret),
                &wanted.name,
                person.person,
                codes.join(","),
                person.factor,
                now.as_microsecond(),
                wanted.ends_at.as_microsecond(),
                if wanted.feed.is_some() { "feed" } else { "purposes" },
                wanted.feed,
            ),
        )?;
        let (via, csrf) = (by(wanted.feed), String::new());
        let caller = Caller { session: fresh.id, csrf, via, purpose: None, ..person.clone() };
        let made_for = (wanted.purposes.as_slice(), wanted.feed.map(str::to_owned));
        self.hold(hash(&fresh.secret), caller, wanted.ends_at, now.as_microsecond(), made_for);
        Ok(fresh)
    }

    /// Changes the purpose a session works under.
    pub fn choose(&self, connection: &Connection, session: Uuid, purpose: Purpose) -> Result<(), StoreError> {
        connection.execute("UPDATE session SET purpose = ?2 WHERE id = ?1", (session, purpose.code()))?;
        self.change(|caller| (caller.session == session).then(|| Caller { purpose: Some(purpose), ..caller.clone() }));
        Ok(())
    }

    /// Ends one session or token.
    pub fn end(&self, connection: &Connection, session: Uuid) -> Result<(), StoreError> {
        connection.execute("DELETE FROM session WHERE id = ?1", [session])?;
        connection.execute("DELETE FROM token WHERE id = ?1", [session])?;
        self.held.write().unwrap_or_else(PoisonError::into_inner).retain(|_, held| held.caller.session != session);
        Ok(())
    }

    /// Ends a person's sessions but one; their tokens stay. What changing the password does.
    pub fn end_others(&self, connection: &Connection, person: Uuid, kept: Uuid) -> Result<(), StoreError> {
        connection.execute("DELETE FROM session WHERE person = ?1 AND id <> ?2", (person, kept))?;
        self.held.write().unwrap_or_else(PoisonError::into_inner).retain(|_, held| {
            held.caller.person != person || held.caller.via != Via::Page || held.caller.session == kept
        });
        Ok(())
    }

    /// Gives a person's sessions and tokens what the tables say of the person now; answers the sessions that ended by it.
    ///
    /// Called once a change is durable and before its answer leaves, so that it holds for the next request. A session
    /// that proved less than the person's roles now ask for ends, and so does a chosen purpose that is no longer theirs.
    pub fn refresh(&self, connection: &Connection, profile: &InForce, person: Uuid) -> Result<Vec<Uuid>, StoreError> {
        // Locked before the tables are read: of two changes at once, what was read last is also what is kept last.
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        let now = people::caller(connection, profile, person)?;
        let mut ended = Vec::new();
        held.retain(|_, held| {
            if held.caller.person != person {
                return true;
            }
            let Some(now) = now.as_ref().filter(|now| now.active && held.caller.factor >= now.needs) else {
                ended.push(held.caller.session);
                return false;
            };
            let was = &held.caller;
            let caller = Caller {
                factor: was.factor,
                purpose: was.purpose.filter(|chosen| now.purposes.contains(chosen)),
                session: was.session,
                csrf: was.csrf.clone(),
                via: was.via,
                ..now.clone()
            };
            held.by_purpose = ready(&caller, &held.made_for);
            held.caller = Arc::new(caller);
            true
        });
        Ok(ended)
    }

    /// Answers everybody of certain parties who has a session or a token.
    pub fn people(&self, of: impl Fn(&StateCode) -> bool) -> BTreeSet<Uuid> {
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        held.values().filter(|held| of(&held.caller.state)).map(|held| held.caller.person).collect()
    }

    /// Answers a person's sessions, the one seen last first.
    pub fn of(&self, person: Uuid, now: Timestamp) -> Vec<SessionFacts> {
        use std::sync::atomic::Ordering::Relaxed;
        let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
        let mine = held.values().filter(|held| held.caller.person == person && held.caller.via == Via::Page);
        let mut sessions: Vec<SessionFacts> = mine
            .filter(|held| !held.has_ended(now))
            .map(|held| SessionFacts {
                id: held.caller.session,
                started_at: held.ends_at - ABSOLUTE_LIMIT,
                seen_at: instant(held.seen_at.load(Relaxed)),
                purpose: held.caller.purpose,
            })
            .collect();
        sessions.sort_by_key(|session| std::cmp::Reverse((session.seen_at, session.id)));
        sessions
    }

    /// Ends all sessions of a person, and their tokens: what suspending, resetting and leaving a role do.
    pub fn end_all(&self, connection: &Connection, person: Uuid) -> Result<(), StoreError> {
        connection.execute("DELETE FROM session WHERE person = ?1", [person])?;
        connection.execute("DELETE FROM token WHERE person = ?1", [person])?;
        self.held.write().unwrap_or_else(PoisonError::into_inner).retain(|_, held| held.caller.person != person);
        Ok(())
    }

    /// Forgets what has ended, and writes down when the rest was last seen, so that a restart keeps idle limits.
    pub fn forget_ended(&self, connection: &Connection, now: Timestamp) -> Result<(), StoreError> {
        use std::sync::atomic::Ordering::Relaxed;
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        let mut ended = Vec::new();
        held.retain(|_, held| {
            let over = held.has_ended(now);
            if over {
                ended.push(held.caller.session);
            }
            !over
        });
        for session in ended {
            connection.execute("DELETE FROM session WHERE id = ?1", [session])?;
            connection.execute("DELETE FROM token WHERE id = ?1", [session])?;
        }
        let mut seen = connection.prepare_cached("UPDATE session SET seen_us = ?2 WHERE id = ?1 AND seen_us <> ?2")?;
        for held in held.values().filter(|held| held.caller.via == Via::Page) {
            seen.execute((held.caller.session, held.seen_at.load(Relaxed)))?;
        }
        Ok(())
    }

    fn change(&self, changed: impl Fn(&Caller) -> Option<Caller>) {
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        for held in held.values_mut() {
            if let Some(caller) = changed(&held.caller) {
                held.caller = Arc::new(caller);
            }
        }
    }
}

/// What decides whether a secret still opens something. One that never did is judged as one that has ended: by the same steps.
struct Standing {
    via: Via,
    active: bool,
    factor: Factor,
    ends_at: Timestamp,
    seen_us: i64,
}

impl Standing {
    /// What stands for a secret that nobody holds.
    const NONE: Standing =
        Standing { via: Via::Api, active: true, factor: Factor::Code, ends_at: Timestamp::UNIX_EPOCH, seen_us: 0 };

    fn of(found: Option<&Held>) -> Self {
        let Some(held) = found else { return Standing::NONE };
        let Caller { via, active, factor, .. } = *held.caller;
        let seen_us = held.seen_at.load(std::sync::atomic::Ordering::Relaxed);
        Standing { via, active, factor, ends_at: held.ends_at, seen_us }
    }

    /// Answers whether it opens something that way; none of the questions is left out because another was answered already.
    fn holds(&self, via: Via, now: Timestamp) -> bool {
        (self.via == via) & self.active & self.factor.is_second() & !self.has_ended(now)
    }

    /// Answers whether its time is over; a token's does not end because nobody asks for anything.
    fn has_ended(&self, now: Timestamp) -> bool {
        let idle = now.duration_since(instant(self.seen_us)) >= IDLE_LIMIT;
        (now >= self.ends_at) | ((self.via == Via::Page) & idle)
    }
}

impl Held {
    fn has_ended(&self, now: Timestamp) -> bool {
        Standing::of(Some(self)).has_ended(now)
    }
}

/// Answers a person's tokens that have not ended, the newest first.
pub fn tokens_of(connection: &Connection, person: Uuid, now: Timestamp) -> Result<Vec<TokenFacts>, StoreError> {
    let mut tokens = connection.prepare_cached(
        "SELECT id, name, purpose, made_us, ends_us, feed FROM token WHERE person = ?1 AND ends_us > ?2 \
         ORDER BY made_us DESC, id",
    )?;
    let found = tokens.query_map((person, now.as_microsecond()), |row| {
        let purposes: String = row.get(2)?;
        Ok(TokenFacts {
            id: row.get(0)?,
            name: row.get(1)?,
            purposes: parse_purposes(&purposes),
            feed: row.get(5)?,
            made_at: instant(row.get(3)?),
            ends_at: instant(row.get(4)?),
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Makes the callers of a token, one for each purpose that it was made for and its person may still work for.
fn ready(caller: &Caller, made_for: &[Purpose]) -> Vec<(Purpose, Arc<Caller>)> {
    let still = made_for.iter().filter(|purpose| caller.purposes.contains(purpose));
    still.map(|purpose| (*purpose, Arc::new(Caller { purpose: Some(*purpose), ..caller.clone() }))).collect()
}

/// Answers how a token's requests reach us.
const fn by(feed: Option<&str>) -> Via {
    if feed.is_some() { Via::Feed } else { Via::Api }
}

fn parse_purposes(codes: &str) -> Vec<Purpose> {
    codes.split(',').filter_map(|code| code.parse().ok()).collect()
}

fn fresh(now: Timestamp) -> Fresh {
    Fresh { secret: secret(), id: new_id(now) }
}

/// Makes a secret of 32 random bytes in base64url.
pub(super) fn secret() -> String {
    use base64::Engine;
    base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// Answers a secret as it rests.
pub(super) fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

fn instant(us: i64) -> Timestamp {
    Timestamp::from_microsecond(us).unwrap_or(Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn a_session_ends_when_nobody_uses_it() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.enter("gtm.officer").await;
        for _ in 0..3 {
            specimen.clock.advance(IDLE_LIMIT - SignedDuration::from_secs(1));
            assert!(browser.is_signed_in().await, "each request begins the time anew");
        }
        specimen.clock.advance(IDLE_LIMIT);
        assert!(!browser.is_signed_in().await);
        specimen.ground.identity.forget_ended(&specimen.ground.base, specimen.clock.now()).unwrap();
        let left =
            specimen.ground.base.read(|c| Ok(c.query_row("SELECT count(*) FROM session", [], |r| r.get::<_, u64>(0))?));
        assert_eq!(left.unwrap(), 0);
    }

    #[tokio::test]
    async fn a_session_ends_after_a_shift_however_busy() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        browser.enter("gtm.officer").await;
        let step = SignedDuration::from_mins(10);
        let mut gone = SignedDuration::ZERO;
        while gone + step < ABSOLUTE_LIMIT {
            specimen.clock.advance(step);
            gone += step;
            assert!(browser.is_signed_in().await, "{gone}");
        }
        specimen.clock.advance(step);
        assert!(!browser.is_signed_in().await);
    }

    #[tokio::test]
    async fn of_more_sessions_than_one_may_have_the_one_unused_longest_ends() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        specimen.with_password("GTM", "gtm.other", &["border_officer"]);
        let mut other = specimen.browser();
        other.enter("gtm.other").await;
        let mut browsers = Vec::new();
        for _ in 0..SESSIONS_MOST {
            let mut browser = specimen.browser();
            browser.enter("gtm.officer").await;
            browsers.push(browser);
            specimen.clock.advance(SignedDuration::from_secs(1));
        }
        assert!(browsers[0].is_signed_in().await, "as many as one may have");
        specimen.clock.advance(SignedDuration::from_secs(1));
        let mut one_more = specimen.browser();
        one_more.enter("gtm.officer").await;
        assert!(!browsers[1].is_signed_in().await, "the one unused longest, and not the one begun first");
        assert!(browsers[0].is_signed_in().await && browsers[2].is_signed_in().await);
        assert!(one_more.is_signed_in().await && other.is_signed_in().await);
    }

    #[test]
    fn secrets_have_256_bits_and_are_never_the_same() {
        use base64::Engine;
        let now = Timestamp::from_second(crate::specimen::START_S).unwrap();
        let made: std::collections::HashSet<String> = (0..1_000).map(|_| fresh(now).secret).chain([secret()]).collect();
        assert_eq!(made.len(), 1_001);
        for made in &made {
            let bytes = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(made).unwrap();
            assert_eq!(bytes.len(), 32);
        }
    }

    #[test]
    fn what_changes_while_sessions_are_looked_at_holds_for_them() {
        let specimen = Specimen::new(&[]);
        let user = specimen.enrol("GTM", "gtm.officer", &["border_officer"]);
        let session = specimen.sign_in(&user, None);
        let identity = &specimen.ground.identity;
        let profile = identity.profile();
        std::thread::scope(|scope| {
            let looking = identity.sessions().held.read().unwrap();
            let refresh =
                || specimen.ground.base.read(|c| identity.sessions().refresh(c, &profile, session.caller.person));
            let refreshed = scope.spawn(refresh);
            // Long enough for the other thread to stand where it waits for the lock.
            std::thread::sleep(std::time::Duration::from_millis(200));
            let demote = "DELETE FROM person_role";
            specimen.ground.base.write_blocking(move |c| Ok::<_, StoreError>(c.execute_batch(demote)?)).unwrap();
            drop(looking);
            refreshed.join().unwrap().unwrap();
        });
        let now = specimen.clock.now();
        assert_eq!(identity.by_cookie(&session.secret, now).unwrap().roles, Vec::<String>::new());
    }

    #[test]
    fn sessions_and_tokens_outlive_a_restart_with_their_limits() {
        let specimen = Specimen::new(&[]);
        let user = specimen.enrol("GTM", "gtm.examiner", &["document_examiner"]);
        let session = specimen.sign_in(&user, Some(Purpose::BorderControl));
        let token = specimen.token(&user, &[Purpose::BorderControl]);
        let again = Sessions::default();
        let profile = specimen.ground.identity.profile();
        specimen.ground.base.read(|connection| again.load(connection, &profile)).unwrap();
        let now = specimen.clock.now();
        let loaded = again.by_cookie(&session.secret, now).unwrap();
        assert_eq!((loaded.purpose, loaded.factor), (Some(Purpose::BorderControl), Factor::Code));
        assert!(again.by_token(&token, Some(Purpose::BorderControl), now).unwrap().factor.is_second());
        let other = again.by_token(&token, Some(Purpose::DocumentExamination), now).unwrap();
        assert_eq!(other.purpose, None, "not one of the token's purposes");
        assert!(again.by_token(&token, Some(Purpose::BorderControl), now + SignedDuration::from_hours(24)).is_none());
        assert!(again.by_cookie(&token, now).is_none() && again.by_token(&session.secret, None, now).is_none());
        assert!(again.by_cookie(&session.secret, now + IDLE_LIMIT).is_none());
    }

    #[test]
    fn secrets_are_nowhere_in_the_file() {
        let specimen = Specimen::new(&[]);
        let user = specimen.enrol("GTM", "gtm.examiner", &["document_examiner"]);
        let session = specimen.sign_in(&user, None);
        let token = specimen.token(&user, &[Purpose::BorderControl]);
        for file in ["base.db", "base.db-wal"] {
            let bytes = std::fs::read(specimen.path().join(file)).unwrap_or_default();
            for secret in [&session.secret, &token] {
                assert!(!bytes.windows(secret.len()).any(|window| window == secret.as_bytes()), "{file}");
            }
        }
    }
}
