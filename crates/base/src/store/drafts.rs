//! Private working copies: what a person has typed and not yet said. They are no entries, and nobody else reads them.

use jiff::{SignedDuration, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

use super::StoreError;

/// The most drafts one person may keep in one room.
pub const DRAFTS_MAX: usize = 50;

/// A draft that nobody touches for this long is forgotten.
pub const UNTOUCHED_LIMIT: SignedDuration = SignedDuration::from_hours(180 * 24);

/// A working copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: Uuid,
    /// What was typed so far, in JSON of its room.
    pub body: String,
    /// When it was last kept.
    pub updated_at: Timestamp,
}

/// Whose drafts, and in which room.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    /// The person.
    pub person: Uuid,
    /// The room.
    pub room: &'a str,
}

/// Keeps a draft, in place of what it was before.
///
/// Errors: `Refused` when the person keeps too many, or the id is somebody else's.
pub fn keep(connection: &Connection, shelf: Shelf<'_>, id: Uuid, body: &str, at: Timestamp) -> Result<(), StoreError> {
    let changed = connection
        .prepare_cached("UPDATE draft SET body = ?4, updated_us = ?5 WHERE id = ?1 AND person = ?2 AND room = ?3")?
        .execute((id, shelf.person, shelf.room, body, at.as_microsecond()))?;
    if changed == 1 {
        return Ok(());
    }
    let kept: usize = connection
        .prepare_cached("SELECT count(*) FROM draft WHERE person = ?1 AND room = ?2")?
        .query_row((shelf.person, shelf.room), |row| row.get(0))?;
    if kept >= DRAFTS_MAX {
        return Err(StoreError::Refused("drafts-too-many"));
    }
    let added = connection
        .prepare_cached(
            "INSERT INTO draft (id, person, room, body, updated_us) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING",
        )?
        .execute((id, shelf.person, shelf.room, body, at.as_microsecond()))?;
    if added == 1 { Ok(()) } else { Err(StoreError::Refused("drafts-not-yours")) }
}

/// Answers one draft; none when it is not there or not theirs.
pub fn read(connection: &Connection, shelf: Shelf<'_>, id: Uuid) -> Result<Option<Draft>, StoreError> {
    let found = connection
        .prepare_cached("SELECT id, body, updated_us FROM draft WHERE id = ?1 AND person = ?2 AND room = ?3")?
        .query_row((id, shelf.person, shelf.room), draft)
        .optional()?;
    Ok(found)
}

/// Answers all drafts of a person in a room, the last kept first.
pub fn list(connection: &Connection, shelf: Shelf<'_>) -> Result<Vec<Draft>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, body, updated_us FROM draft WHERE person = ?1 AND room = ?2 ORDER BY updated_us DESC, id",
    )?;
    let drafts = statement.query_map((shelf.person, shelf.room), draft)?.collect::<Result<_, _>>()?;
    Ok(drafts)
}

/// Throws a draft away; nothing happens when it is not there or not theirs.
pub fn discard(connection: &Connection, shelf: Shelf<'_>, id: Uuid) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM draft WHERE id = ?1 AND person = ?2 AND room = ?3")?.execute((
        id,
        shelf.person,
        shelf.room,
    ))?;
    Ok(())
}

/// Forgets drafts that nobody has touched for [`UNTOUCHED_LIMIT`]; answers how many.
pub fn forget_untouched(connection: &Connection, now: Timestamp) -> Result<usize, StoreError> {
    let before = now.as_microsecond().saturating_sub(i64::try_from(UNTOUCHED_LIMIT.as_micros()).unwrap_or(i64::MAX));
    Ok(connection.prepare_cached("DELETE FROM draft WHERE updated_us < ?1")?.execute([before])?)
}

fn draft(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let updated_at = Timestamp::from_microsecond(row.get(2)?).unwrap_or(Timestamp::UNIX_EPOCH);
    Ok(Draft { id: row.get(0)?, body: row.get(1)?, updated_at })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::specimen::Specimen;

    fn with_two_people(act: impl FnOnce(&Specimen, Uuid, Uuid)) {
        let specimen = Specimen::new(&[]);
        let person = |name: &str| {
            specimen.enrol("HND", name, &["document_examiner"]);
            let name = name.to_owned();
            specimen
                .ground
                .base
                .read(move |c| Ok(c.query_row("SELECT id FROM person WHERE user_name = ?1", [name], |row| row.get(0))?))
                .unwrap()
        };
        let (one, other) = (person("hnd.one"), person("hnd.other"));
        act(&specimen, one, other);
    }

    #[test]
    fn a_draft_is_kept_changed_and_thrown_away_by_its_person_alone() {
        with_two_people(|specimen, one, other| {
            let base = &specimen.ground.base;
            let at = specimen.clock.now();
            let id = Uuid::from_u128(1);
            let (mine, theirs) = (Shelf { person: one, room: "documents" }, Shelf { person: other, room: "documents" });
            base.write_blocking(move |c| {
                keep(c, mine, id, "[1]", at)?;
                keep(c, mine, id, "[2]", at)?;
                assert_eq!(read(c, mine, id)?.unwrap().body, "[2]");
                assert_eq!(list(c, mine)?.len(), 1);
                assert!(read(c, theirs, id)?.is_none() && list(c, theirs)?.is_empty());
                assert!(read(c, Shelf { room: "status", ..mine }, id)?.is_none(), "another room's");
                assert!(matches!(keep(c, theirs, id, "[3]", at), Err(StoreError::Refused("drafts-not-yours"))));
                discard(c, theirs, id)?;
                assert!(read(c, mine, id)?.is_some());
                discard(c, mine, id)?;
                assert!(read(c, mine, id)?.is_none());
                Ok::<_, StoreError>(())
            })
            .unwrap();
        });
    }

    #[test]
    fn nobody_keeps_too_many_and_old_ones_are_forgotten() {
        with_two_people(|specimen, one, _| {
            let at = specimen.clock.now();
            let mine = Shelf { person: one, room: "documents" };
            let base = &specimen.ground.base;
            base.write_blocking(move |c| {
                for turn in 0..DRAFTS_MAX {
                    keep(c, mine, Uuid::from_u128(turn as u128), "[]", at)?;
                }
                assert!(matches!(keep(c, mine, Uuid::max(), "[]", at), Err(StoreError::Refused("drafts-too-many"))));
                keep(c, mine, Uuid::from_u128(7), "[]", at + SignedDuration::from_hours(1))?;
                Ok::<_, StoreError>(())
            })
            .unwrap();
            specimen.clock.advance(UNTOUCHED_LIMIT + SignedDuration::from_mins(1));
            specimen.ground.sweep().unwrap();
            base.read(|c| {
                assert_eq!(list(c, mine)?.iter().map(|draft| draft.id).collect::<Vec<_>>(), [Uuid::from_u128(7)]);
                Ok(())
            })
            .unwrap();
        });
    }
}
