//! What houses do here: ask whether somebody is stopped, stop them and raise a concern, lift a stop.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::concern::{Stop, instant};
use super::stops::Stops;
use crate::access::Permit;
use crate::desk::{Permitted, Reader, Writer};
use crate::ground::Puebla;
use crate::identity::{Caller, PartyKind, Via};
use crate::ids::{StateCode, new_id};
use crate::store::StoreError;

/// The first stop of somebody lasts so long.
const FIRST_STOP: SignedDuration = SignedDuration::from_hours(1);

/// Every further one within [`REMEMBERED`] lasts so long.
const NEXT_STOP: SignedDuration = SignedDuration::from_hours(24);

/// For how long a stop makes the next one long.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24 * 30);

/// What a house saw.
#[derive(Clone, Debug)]
pub struct NewConcern {
    /// A code of the house; its words name it under `concern-kind-` and that code.
    pub kind: &'static str,
    /// How many acts were counted.
    pub counted: u64,
}

/// Answers until when the caller may not go on; none where they may.
pub fn stops_of<P: Permit>(permitted: &Permitted<P>) -> Result<Option<Timestamp>, StoreError> {
    let ground = permitted.ground();
    ground.kept::<Stops>().until(&ground.base, permitted.caller().person, ground.clock.now())
}

/// Stops whoever asks, raises a concern about it and answers until when; durable when it answers.
///
/// Somebody who is stopped already stays so, and no second concern is raised.
pub async fn stop<P: Permit>(permitted: &Permitted<P>, concern: NewConcern) -> Result<Timestamp, StoreError> {
    let (ground, caller) = (permitted.ground(), permitted.caller().clone());
    let now = ground.clock.now();
    let until = ground.base.write(move |base| stop_on(base, &caller, &concern, now)).await?;
    ground.meters.concerns.one();
    ground.kept::<Stops>().read_again(&ground.base, now)?;
    Ok(until)
}

fn stop_on(base: &Connection, caller: &Caller, concern: &NewConcern, now: Timestamp) -> Result<Timestamp, StoreError> {
    let (person, now_us) = (caller.person, now.as_microsecond());
    let stopped = base
        .query_row(
            "SELECT stopped_until_us FROM concern WHERE person = ?1 AND lifted_us IS NULL AND stopped_until_us > ?2",
            (person, now_us),
            |row| row.get(0),
        )
        .optional()?;
    if let Some(until) = stopped {
        return Ok(instant(until));
    }
    // One that was lifted was no thief's.
    let again: bool = base.query_row(
        "SELECT EXISTS (SELECT 1 FROM concern WHERE person = ?1 AND raised_us > ?2 AND lifted_us IS NULL)",
        (person, (now - REMEMBERED).as_microsecond()),
        |row| row.get(0),
    )?;
    let until = now + if again { NEXT_STOP } else { FIRST_STOP };
    let of = About { party: caller.state.as_str(), post: caller.post, person: Some(person), via: caller.via.code() };
    insert(base, &of, concern, (now, until))?;
    Ok(until)
}

/// Raises a concern and stops nobody, because it is not known yet who it is; durable when it answers.
pub async fn tell<P: Permit>(permitted: &Permitted<P>, concern: NewConcern) -> Result<(), StoreError> {
    let (ground, caller) = (permitted.ground(), permitted.caller().clone());
    let now = ground.clock.now();
    let insert = move |base: &Connection| {
        let of = About { party: caller.state.as_str(), post: caller.post, person: None, via: caller.via.code() };
        insert(base, &of, &concern, (now, now))
    };
    ground.base.write(insert).await?;
    ground.meters.concerns.one();
    Ok(())
}

/// That the oversight of two States was told: only [`tell_both`] makes one, so that an act which asks for it cannot come before.
#[derive(Debug)]
pub struct Told(());

/// Raises a concern with the oversight of two States about an act that nobody is stopped for and that must not stay unseen; durable when it
/// answers. It names nobody: the house has a page that says the rest.
pub async fn tell_both<P: Permit>(
    writer: &Writer<P>,
    kind: &'static str,
    parties: [StateCode; 2],
) -> Result<Told, StoreError> {
    let reader = writer.reader();
    let (ground, caller, now) = (reader.ground(), reader.caller(), reader.now());
    let (state, post, via) = (caller.state, caller.post, caller.via.code());
    let both = move |base: &Connection| {
        for party in &parties {
            // Another State need not know at which post it was.
            let post = post.filter(|_| *party == state);
            let of = About { party: party.as_str(), post, person: None, via };
            insert(base, &of, &NewConcern { kind, counted: 1 }, (now, now))?;
        }
        Ok::<_, StoreError>(())
    };
    ground.base.write(both).await?;
    parties.iter().for_each(|_| ground.meters.concerns.one());
    Ok(Told(()))
}

/// Whom a concern is about.
struct About<'a> {
    party: &'a str,
    post: Option<Uuid>,
    person: Option<Uuid>,
    via: &'static str,
}

fn insert(
    base: &Connection,
    of: &About<'_>,
    concern: &NewConcern,
    (now, until): (Timestamp, Timestamp),
) -> Result<(), StoreError> {
    base.execute(
        "INSERT INTO concern (id, kind, party, post, person, via, counted, raised_us, stopped_until_us, standing) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 'open')",
        (
            new_id(now),
            concern.kind,
            of.party,
            of.post,
            of.person,
            of.via,
            concern.counted,
            now.as_microsecond(),
            until.as_microsecond(),
        ),
    )?;
    Ok(())
}

impl Puebla {
    /// Tells whoever supervises that this server was started without watching anybody.
    pub fn tell_unwatched(&self) -> Result<(), StoreError> {
        self.tell_of_machine("unwatched")
    }

    /// Tells whoever supervises that a chain was found not to hold.
    pub(crate) fn tell_gap(&self) -> Result<(), StoreError> {
        self.tell_of_machine("gap")
    }

    /// Tells the oversight of States what a rule of a house has found, and no person; durable when it answers.
    pub fn tell_by_rule(&self, kind: &'static str, parties: &[StateCode]) -> Result<(), StoreError> {
        let (now, parties) = (self.clock.now(), parties.to_vec());
        let count = parties.len();
        self.base.write_blocking(move |base| {
            parties.iter().try_for_each(|party| {
                let of = About { party: party.as_str(), post: None, person: None, via: Via::Command.code() };
                insert(base, &of, &NewConcern { kind, counted: 1 }, (now, now))
            })
        })?;
        (0..count).for_each(|_| self.meters.concerns.one());
        Ok(())
    }

    /// Raises a concern about no person: it is the secretariat's, and no State's.
    fn tell_of_machine(&self, kind: &'static str) -> Result<(), StoreError> {
        let profile = self.identity.profile();
        let secretariat = profile.parties.iter().find(|(_, party)| party.kind == PartyKind::Secretariat);
        let Some(party) = secretariat.map(|(code, _)| *code) else { return Ok(()) };
        let now = self.clock.now();
        self.base.write_blocking(move |base| {
            let of = About { party: party.as_str(), post: None, person: None, via: Via::Command.code() };
            insert(base, &of, &NewConcern { kind, counted: 0 }, (now, now))
        })?;
        self.meters.concerns.one();
        Ok(())
    }
}

/// Answers who of the caller's own State is stopped at present, the last first; at most a hundred.
pub fn stops_here<P: Permit>(reader: &Reader<P>) -> Result<Vec<Stop>, StoreError> {
    let (state, now) = (reader.caller().state, reader.now());
    let select = "SELECT concern.id, person.id, person.name, post.name, kind, raised_us, stopped_until_us FROM concern \
         JOIN person ON person.id = concern.person LEFT JOIN post ON post.id = concern.post \
         WHERE concern.party = ?1 AND lifted_us IS NULL AND stopped_until_us > ?2 ORDER BY raised_us DESC LIMIT 100";
    reader.ask(|base| {
        let mut rows = base.prepare_cached(select)?;
        let rows = rows.query_map((state.as_str(), now.as_microsecond()), |row| {
            Ok(Stop {
                concern: row.get(0)?,
                person: row.get(1)?,
                name: row.get(2)?,
                post: row.get(3)?,
                kind: row.get(4)?,
                since: instant(row.get(5)?),
                until: instant(row.get(6)?),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    })
}

/// Lifts a stop of the caller's own State, for a reason of the house's closed list; the concern stays for whoever
/// supervises. Durable when it answers.
pub async fn lift<P: Permit>(writer: &Writer<P>, concern: Uuid, why: &'static str) -> Result<(), StoreError> {
    let reader = writer.reader();
    let (ground, by, now) = (reader.ground(), reader.caller().person, reader.now());
    ground
        .base
        .write(move |base| {
            let changed = base.execute(
                "UPDATE concern SET lifted_us = ?2, lifted_by = ?3, lifted_why = ?4 WHERE id = ?1 AND lifted_us IS NULL",
                (concern, now.as_microsecond(), by, why),
            )?;
            if changed == 0 { Err(StoreError::Refused("oversight-lifted-already")) } else { Ok(()) }
        })
        .await?;
    ground.kept::<Stops>().read_again(&ground.base, now)
}
