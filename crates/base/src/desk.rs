//! The door: the only way to a reader or a writer, and what writes down that somebody went through.
//!
//! A handler's first argument is `Permitted<P>`: somebody signed in, for a purpose the permit knows, within their rate.
//! Opening it lets Cedar decide, writes the access log, waits until that line is durable, and only then answers.

use std::marker::PhantomData;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rusqlite::Connection;
use uuid::Uuid;

use crate::access::{Decision, Detail, Leaf, Permit, PermitFacts, Resource, Witnesses, Writes};
use crate::ground::Puebla;
use crate::identity::Caller;
use crate::store::drafts::{self, Draft};
use crate::store::{Append, Database, Entry, Sealer, Stamp, StoreError};
use crate::web::Refusal;

/// Somebody who may ask for permit `P`: signed in, working for one of its purposes, within their rate.
///
/// Nothing has been decided or logged yet; `open` does both.
pub struct Permitted<P> {
    ground: Arc<Puebla>,
    caller: Arc<Caller>,
    permit: PhantomData<P>,
}

/// The right to read what `P` allows; the look is on the access log already.
pub struct Reader<P> {
    ground: Arc<Puebla>,
    caller: Arc<Caller>,
    /// The connection on which several questions see one moment, while `at_one_moment` lasts.
    moment: Mutex<Option<Connection>>,
    permit: PhantomData<P>,
}

/// The right to read and to append entries that `P` allows; the act is on the access log already.
pub struct Writer<P> {
    reader: Reader<P>,
}

impl<P: Permit> Permitted<P> {
    /// Stands a caller before the desk. The extractor and the commands use this; nothing is allowed by it.
    pub fn new(ground: Arc<Puebla>, caller: Arc<Caller>) -> Self {
        Permitted { ground, caller, permit: PhantomData }
    }

    /// Answers who is asking.
    pub fn caller(&self) -> &Arc<Caller> {
        &self.caller
    }

    /// Answers what the server stands on: words, clock, profile.
    pub fn ground(&self) -> &Arc<Puebla> {
        &self.ground
    }

    /// Opens the permit for reading.
    ///
    /// Errors: `NotFound` when the policies refuse, which a stranger cannot tell from absence; `Unlogged` when the
    /// access log cannot be written.
    pub async fn open(self, resource: Resource) -> Result<Reader<P>, Refusal> {
        self.enter(resource, "").await
    }

    /// Opens the permit for reading and writes `outcome`, a code of the act's closed list, into the leaf.
    pub async fn open_with_outcome(self, resource: Resource, outcome: &'static str) -> Result<Reader<P>, Refusal> {
        self.enter(resource, outcome).await
    }

    /// Opens the permit for writing.
    ///
    /// Errors: as `open`; `Gap` where the act's room lets it stand still while a chain is known not to hold; `Full`.
    pub async fn open_to_write(self, resource: Resource) -> Result<Writer<P>, Refusal> {
        const { assert!(P::WRITES, "a permit that writes says so, as its action does in the schema") }
        // What is left of the room is for the log, for signing in and for whoever can make room.
        if P::HOUSE != "base" && self.ground.reserve.is_spent() {
            return Err(Refusal::Full);
        }
        let ground = Arc::clone(&self.ground);
        let reader = self.enter(resource, "").await?;
        if ground.stands_still(P::ACTION)? {
            return Err(Refusal::Gap);
        }
        Ok(Writer { reader })
    }

    /// Learns from the house's tables what the policies must know of one record, so that `open` can decide about it.
    ///
    /// What it answers goes into a [`Resource`] and nowhere else. A record that is not there is refused, and logged,
    /// just as one that may not be seen.
    pub async fn about(
        &self,
        find: impl FnOnce(&Connection) -> Result<Option<Resource>, StoreError>,
    ) -> Result<Resource, Refusal> {
        if let Some(resource) = self.ground.database(P::HOUSE)?.read(find)? {
            return Ok(resource);
        }
        // The policies are asked about a record of nobody's, so that absence takes as long to say as a refusal.
        if let Ok(nobody) = "ZZZ".parse() {
            self.ground.policy.allows::<P>(&self.caller, &Resource::of(nobody, "absent".into()));
        }
        self.log(&Resource::room_about("absent".into()), Decision::Refused, "").await?;
        Err(Refusal::NotFound)
    }

    async fn enter(self, resource: Resource, outcome: &'static str) -> Result<Reader<P>, Refusal> {
        let fits = self.caller.purpose.is_some_and(|purpose| P::PURPOSES.contains(&purpose));
        let allowed = fits && self.ground.policy.allows::<P>(&self.caller, &resource);
        let decision = if allowed { Decision::Granted } else { Decision::Refused };
        self.log(&resource, decision, outcome).await?;
        if !allowed {
            return Err(Refusal::NotFound);
        }
        Ok(Reader { ground: self.ground, caller: self.caller, moment: Mutex::default(), permit: PhantomData })
    }

    async fn log(&self, resource: &Resource, decision: Decision, outcome: &'static str) -> Result<(), Refusal> {
        self.ground.note(Some(&self.caller), &PermitFacts::of::<P>(), resource, decision, outcome).await
    }
}

impl<P: Permit> Reader<P> {
    /// Answers who is reading.
    pub fn caller(&self) -> &Caller {
        &self.caller
    }

    /// Answers what the server stands on.
    pub fn ground(&self) -> &Arc<Puebla> {
        &self.ground
    }

    /// Answers the present instant.
    pub fn now(&self) -> Timestamp {
        self.ground.clock.now()
    }

    /// Asks the permit's house a short question.
    ///
    /// Runs on the calling thread: a look-up by an index takes microseconds, less than a hand-over would.
    pub fn ask<T>(&self, question: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        // Taken out while it answers, so that a question inside a question finds another connection and not a lock.
        let Some(connection) = self.moment().take() else { return self.ground.database(P::HOUSE)?.read(question) };
        let answer = question(&connection);
        *self.moment() = Some(connection);
        answer
    }

    /// Lets several short questions see one moment, whatever is committed meanwhile.
    ///
    /// Also spares each of them its own lock on the file, a quarter of what a look-up by an index costs where it was measured.
    pub fn at_one_moment<T>(&self, questions: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        let database = self.ground.database(P::HOUSE)?;
        *self.moment() = Some(database.open_moment()?);
        let answers = questions();
        if let Some(connection) = self.moment().take() {
            database.close_moment(connection)?;
        }
        answers
    }

    fn moment(&self) -> MutexGuard<'_, Option<Connection>> {
        self.moment.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the permit's house a question that may take long, such as an export, away from the threads that answer.
    pub async fn ask_long<T: Send + 'static>(
        &self,
        question: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let ground = Arc::clone(&self.ground);
        tokio::task::spawn_blocking(move || ground.database(P::HOUSE)?.read(question))
            .await
            .map_err(|_| StoreError::Busy)?
    }
}

impl<P: Permit> Reader<P> {
    /// Puts on record, before it is answered, what the server itself saw: that something reached somebody, that it is now this late.
    ///
    /// Errors: `Full` where the disk has no room but for the log; a room then says less, and answers all the same.
    pub async fn witness<E, T>(
        &self,
        stamp: Stamp,
        act: impl FnOnce(&Entries<'_, E>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError>
    where
        P: Witnesses<E>,
        E: Entry,
        T: Send + 'static,
    {
        if self.ground.reserve.is_spent() {
            return Err(StoreError::Full);
        }
        let sealer = self.ground.keys.sealer().clone();
        self.ground.database(P::HOUSE)?.write(move |connection| act(&Entries::new(connection, stamp, sealer))).await
    }
}

impl<P: Permit> Writer<P> {
    /// Answers the reading half of the right.
    pub fn reader(&self) -> &Reader<P> {
        &self.reader
    }

    /// Answers what every entry of this act carries: the caller's State, person and purpose, and the time.
    pub fn stamp(&self) -> Result<Stamp, StoreError> {
        let caller = self.reader.caller();
        let purpose = caller.purpose.ok_or(StoreError::Refused("no purpose"))?;
        Ok(Stamp { state: caller.state, person: caller.person, purpose, at: self.reader.now() })
    }

    /// Answers the file that the permit writes to, and what closes words for it.
    fn house(&self) -> Result<(&Database, Sealer), StoreError> {
        let ground = &self.reader.ground;
        Ok((ground.database(P::HOUSE)?, ground.keys.sealer().clone()))
    }

    /// Runs `act` in the writer's transaction, where it may look at the tables and append entries of type `E`.
    ///
    /// Durable when it answers. An `Err` from `act` leaves nothing behind.
    pub async fn append<E, T, X>(
        &self,
        act: impl FnOnce(&Entries<'_, E>) -> Result<T, X> + Send + 'static,
    ) -> Result<T, X>
    where
        P: Writes<E>,
        E: Entry,
        T: Send + 'static,
        X: From<StoreError> + Send + 'static,
    {
        let stamp = self.stamp()?;
        let (database, sealer) = self.house()?;
        database.write(move |connection| act(&Entries::new(connection, stamp, sealer))).await
    }

    /// The same as `append` for work that runs on a thread of its own, such as an import.
    pub fn append_blocking<E, T, X>(
        &self,
        act: impl FnOnce(&Entries<'_, E>) -> Result<T, X> + Send + 'static,
    ) -> Result<T, X>
    where
        P: Writes<E>,
        E: Entry,
        T: Send + 'static,
        X: From<StoreError> + Send + 'static,
    {
        let stamp = self.stamp()?;
        let (database, sealer) = self.house()?;
        database.write_blocking(move |connection| act(&Entries::new(connection, stamp, sealer)))
    }

    /// The same as `append` for an act of which two rooms of the house must know together, or neither.
    pub async fn append_both<E, F, T, X>(
        &self,
        act: impl FnOnce(&Entries<'_, E>, &Entries<'_, F>) -> Result<T, X> + Send + 'static,
    ) -> Result<T, X>
    where
        P: Writes<E> + Writes<F>,
        E: Entry,
        F: Entry,
        T: Send + 'static,
        X: From<StoreError> + Send + 'static,
    {
        let stamp = self.stamp()?;
        let (database, sealer) = self.house()?;
        let write = move |connection: &Connection| {
            let other = Entries::new(connection, stamp.clone(), sealer.clone());
            act(&other, &Entries::new(connection, stamp, sealer))
        };
        database.write(write).await
    }

    /// The same as `append_blocking` for an act of which two rooms of the house must know together, or neither.
    pub fn append_both_blocking<E, F, T, X>(
        &self,
        act: impl FnOnce(&Entries<'_, E>, &Entries<'_, F>) -> Result<T, X> + Send + 'static,
    ) -> Result<T, X>
    where
        P: Writes<E> + Writes<F>,
        E: Entry,
        F: Entry,
        T: Send + 'static,
        X: From<StoreError> + Send + 'static,
    {
        let stamp = self.stamp()?;
        let (database, sealer) = self.house()?;
        database.write_blocking(move |connection| {
            let other = Entries::new(connection, stamp.clone(), sealer.clone());
            act(&other, &Entries::new(connection, stamp, sealer))
        })
    }
}

/// A person's own working copies, in the room of the permit.
impl<P: Permit> Reader<P> {
    /// Answers one draft of the caller's; none when it is not there or not theirs.
    pub fn draft(&self, id: Uuid) -> Result<Option<Draft>, StoreError> {
        self.ground.base.read(|connection| drafts::read(connection, self.drafts_shelf(), id))
    }

    /// Answers the caller's drafts, the last kept first.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        self.ground.base.read(|connection| drafts::list(connection, self.drafts_shelf()))
    }

    /// Answers one draft of the caller's that another room keeps for them; none when it is not there or not theirs.
    pub fn draft_of(&self, room: &'static str, id: Uuid) -> Result<Option<Draft>, StoreError> {
        let shelf = drafts::Shelf { person: self.caller.person, room };
        self.ground.base.read(|connection| drafts::read(connection, shelf, id))
    }

    /// Keeps one draft of the caller's as `change` makes it of what it was, of nothing where it is not there: how far they have read,
    /// what they follow. Nobody else learns of it, and of two changes at once neither is lost.
    ///
    /// Errors: as [`Writer::keep_draft`]; `Full` where the disk has no room but for the log.
    pub async fn change_draft(
        &self,
        id: Uuid,
        change: impl FnOnce(Option<&str>) -> String + Send + 'static,
    ) -> Result<(), StoreError> {
        if self.ground.reserve.is_spent() {
            return Err(StoreError::Full);
        }
        let (shelf, at) = (self.drafts_shelf(), self.now());
        let write = move |connection: &Connection| {
            let was = drafts::read(connection, shelf, id)?;
            drafts::keep(connection, shelf, id, &change(was.as_ref().map(|draft| draft.body.as_str())), at)
        };
        self.ground.base.write(write).await
    }

    fn drafts_shelf(&self) -> drafts::Shelf<'static> {
        let room = P::ACTION.split('.').next().unwrap_or(P::ACTION);
        drafts::Shelf { person: self.caller.person, room }
    }
}

impl<P: Permit> Writer<P> {
    /// Keeps what the caller has typed so far, as JSON of the room.
    ///
    /// Errors: `Refused` when they keep too many, or the id is somebody else's.
    pub async fn keep_draft(&self, id: Uuid, body: String) -> Result<(), StoreError> {
        let (shelf, at) = (self.reader.drafts_shelf(), self.reader.now());
        self.reader.ground.base.write(move |connection| drafts::keep(connection, shelf, id, &body, at)).await
    }

    /// Throws one of the caller's drafts away.
    pub async fn discard_draft(&self, id: Uuid) -> Result<(), StoreError> {
        let shelf = self.reader.drafts_shelf();
        self.reader.ground.base.write(move |connection| drafts::discard(connection, shelf, id)).await
    }
}

/// An open transaction that takes entries of one type.
pub struct Entries<'c, E> {
    append: Append<'c>,
    sealer: Sealer,
    entry: PhantomData<E>,
}

impl<'c, E: Entry> Entries<'c, E> {
    fn new(connection: &'c Connection, stamp: Stamp, sealer: Sealer) -> Self {
        Entries { append: Append::new(connection, stamp), sealer, entry: PhantomData }
    }

    /// Appends an entry, applies it and answers its position.
    pub fn append(&self, entry: &E) -> Result<u64, StoreError> {
        self.append.entry(entry)
    }

    /// Answers the tables as they stand inside this transaction.
    pub fn now(&self) -> &'c Connection {
        self.append.now()
    }

    /// Answers what closes words before they are an entry, and opens them.
    pub fn sealer(&self) -> &Sealer {
        &self.sealer
    }

    /// Answers who is speaking, for which State, and when.
    pub fn stamp(&self) -> &Stamp {
        self.append.stamp()
    }
}

/// Appends what a rule, and no person, says because time has passed: an expiry, a destruction.
///
/// Only the sweep of a house calls this; it is the one way to append without a permit. A rule has no words of its own: it can
/// neither close nor open any.
pub fn by_rule<E, T>(
    database: &Database,
    stamp: Stamp,
    act: impl FnOnce(&Entries<'_, E>) -> Result<T, StoreError> + Send + 'static,
) -> Result<T, StoreError>
where
    E: Entry,
    T: Send + 'static,
{
    database.write_blocking(move |connection| act(&Entries::new(connection, stamp, Sealer::default())))
}

impl Puebla {
    /// Writes one line of the access log and waits until it is durable. The outcome is a code of the source and never what
    /// somebody sent: lines of it leave the machine.
    pub async fn note(
        &self,
        caller: Option<&Caller>,
        act: &PermitFacts,
        resource: &Resource,
        decision: Decision,
        outcome: &'static str,
    ) -> Result<(), Refusal> {
        let now = self.clock.now();
        let mut policy = [0; 8];
        policy.copy_from_slice(&self.policy.version()[..8]);
        let leaf = Leaf {
            minute: u64::try_from(now.as_second() / 60).unwrap_or(0),
            state: caller.map_or_else(String::new, |caller| caller.state.as_str().to_owned()),
            roles: caller.map_or_else(String::new, Caller::roles_joined),
            action: act.action.to_owned(),
            purpose: caller.and_then(|caller| caller.purpose).map_or("", |purpose| purpose.code()).to_owned(),
            class: act.class.code().to_owned(),
            policy,
            decision,
            outcome: outcome.to_owned(),
            commitment: [0; 32],
        };
        let detail = Detail {
            person: caller.map(|caller| caller.person).unwrap_or_default(),
            session: caller.map(|caller| caller.session).unwrap_or_default(),
            via: caller.map_or("", |caller| caller.via.code()).to_owned(),
            post: caller.and_then(|caller| caller.post),
            at_us: now.as_microsecond(),
            about: resource.about.clone(),
        };
        self.log.append(leaf, detail).await.map_err(|_| Refusal::Unlogged)?;
        self.meters.acted(act.action, decision);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;

    use super::*;
    use crate::access::Purpose;
    use crate::specimen::{PASSWORD, Specimen};

    #[tokio::test]
    async fn nothing_is_shown_or_changed_while_it_cannot_be_logged() {
        let specimen = Specimen::new(&[]);
        specimen.with_password("GTM", "gtm.officer", &["border_officer"]);
        let session = specimen.signed_in("GTM", "state_administrator", Purpose::Administration);
        let page = specimen.get(Some(&session), "/people").await;
        let person = page.body.split("href=\"/people/").nth(2).unwrap().split('"').next().unwrap().to_owned();
        specimen.break_log(true);
        for path in ["/people".to_owned(), format!("/people/{person}"), "/people/no-such".to_owned()] {
            let answer = specimen.get(Some(&session), &path).await;
            assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
            assert!(!answer.body.contains("gtm.officer"), "{path}");
        }
        let suspend = format!("/people/{person}/suspend");
        assert_eq!(specimen.post(&session, &suspend, &[]).await.status, StatusCode::SERVICE_UNAVAILABLE);
        let form = [("user_name", "gtm.officer"), ("password", PASSWORD)];
        let refused = specimen.browser().post("/sign-in", &form).await;
        assert_eq!(refused.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(refused.cookie_line("puebla").is_none());
        assert_eq!(specimen.get(None, "/sign-in").await.status, StatusCode::OK, "what shows nothing stays");
        specimen.break_log(false);
        let page = specimen.get(Some(&session), &format!("/people/{person}")).await;
        assert_eq!(page.status, StatusCode::OK, "and it recovers");
        let active = specimen.ground.base.read(|base| {
            Ok(base.query_row("SELECT count(*) FROM person WHERE active", [], |row| row.get::<_, u64>(0))?)
        });
        assert_eq!(active.unwrap(), 2, "nobody was suspended");
    }

    #[tokio::test]
    async fn a_line_says_when_where_who_and_what() {
        let specimen = Specimen::new(&[]);
        let session = specimen.signed_in("GTM", "state_administrator", Purpose::Administration);
        let (caller, person) = (&session.caller, session.caller.person.to_string());
        specimen.get(Some(&session), &format!("/people/{person}")).await;
        let (leaf, detail) = specimen.log_lines().remove(0);
        let who = (leaf.state.as_str(), leaf.roles.as_str(), leaf.purpose.as_str());
        assert_eq!(who, ("GTM", "state_administrator", "administration"));
        assert_eq!(
            (leaf.action.as_str(), leaf.decision, leaf.class.as_str()),
            ("people.show", Decision::Granted, "K2")
        );
        assert_eq!((leaf.minute * 60, detail.about), (specimen.clock.now().as_second() as u64, person));
        assert_eq!((detail.person, detail.session, detail.post), (caller.person, caller.session, caller.post));
        assert_eq!((detail.via.as_str(), caller.post.is_some()), ("page", true));
        assert_eq!(detail.at_us, specimen.clock.now().as_microsecond());
    }

    #[tokio::test]
    async fn a_refusal_is_logged_as_one() {
        let specimen = Specimen::new(&[]);
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        assert_eq!(specimen.get(Some(&officer), "/people").await.status, StatusCode::NOT_FOUND);
        let lines = specimen.log_lines();
        assert_eq!(
            (lines.len(), lines[0].0.action.as_str(), lines[0].0.decision),
            (1, "people.list", Decision::Refused)
        );
    }
}
