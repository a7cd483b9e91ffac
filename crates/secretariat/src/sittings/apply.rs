//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use minicbor::Decode;
use rusqlite::{Connection, OptionalExtension};

use super::entries::{
    ANSWERED, ATTENDED, Answered, Attended, CHANGED, Changed, Content, DROPPED, Dropped, HANDED_IN, HandedIn, ORDERED,
    Ordered, PLACED, Placed,
};
use super::queries;
use crate::meetings::Symbol;

/// Applies one entry.
pub(super) fn apply(now: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match entry.kind() {
        kind if kind == PLACED.as_str() => place(now, entry, &decoded(entry)?),
        kind if kind == CHANGED.as_str() => change(now, entry, &decoded(entry)?),
        kind if kind == DROPPED.as_str() => drop_item(now, entry, &decoded(entry)?),
        kind if kind == ORDERED.as_str() => order(now, entry, &decoded(entry)?),
        kind if kind == ATTENDED.as_str() => attend(now, entry, &decoded(entry)?),
        kind if kind == HANDED_IN.as_str() => hand_in(now, entry, &decoded(entry)?),
        kind if kind == ANSWERED.as_str() => answer(now, entry, &decoded(entry)?),
        kind => Err(damaged(entry, &format!("no kind {kind}"))),
    }
}

fn place(now: &Connection, entry: &Recorded<'_>, placed: &Placed) -> Result<(), StoreError> {
    let Placed { meeting, item, content } = placed;
    now.prepare_cached(
        "INSERT INTO sittings_item (meeting, item, place, title_en, title_es, title_fr, members_only, observer_slot, \
         changed_by) VALUES (?1, ?2, (SELECT coalesce(max(place), 0) + 1 FROM sittings_item WHERE meeting = ?1), \
         ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        meeting.as_str(),
        item,
        &content.title_en,
        &content.title_es,
        &content.title_fr,
        content.members_only,
        content.observer_slot,
        entry.position,
    ))?;
    put_papers(now, meeting, *item, content)?;
    let said = Said { kind: "placed", item: Some(*item), before: content, kept: content.members_only, note: "" };
    note_change(now, entry, meeting, &said)
}

fn change(now: &Connection, entry: &Recorded<'_>, changed: &Changed) -> Result<(), StoreError> {
    let Changed { meeting, item, content, note } = changed;
    let before = standing(now, entry, meeting, *item)?;
    now.prepare_cached(
        "UPDATE sittings_item SET title_en = ?3, title_es = ?4, title_fr = ?5, members_only = ?6, observer_slot = ?7, \
         changed_by = ?8 WHERE meeting = ?1 AND item = ?2",
    )?
    .execute((
        meeting.as_str(),
        item,
        &content.title_en,
        &content.title_es,
        &content.title_fr,
        content.members_only,
        content.observer_slot,
        entry.position,
    ))?;
    put_papers(now, meeting, *item, content)?;
    let kept = before.members_only || content.members_only;
    note_change(now, entry, meeting, &Said { kind: "changed", item: Some(*item), before: &before, kept, note })?;
    if content.members_only {
        // What it was called while it was open is from now on as much kept as what it is called now.
        now.prepare_cached("UPDATE sittings_change SET kept = 1 WHERE meeting = ?1 AND item = ?2")?
            .execute((meeting.as_str(), item))?;
    }
    Ok(())
}

fn drop_item(now: &Connection, entry: &Recorded<'_>, dropped: &Dropped) -> Result<(), StoreError> {
    let Dropped { meeting, item, note } = dropped;
    let before = standing(now, entry, meeting, *item)?;
    now.prepare_cached(
        "UPDATE sittings_item SET place = place - 1 WHERE meeting = ?1 AND place > \
         (SELECT place FROM sittings_item WHERE meeting = ?1 AND item = ?2)",
    )?
    .execute((meeting.as_str(), item))?;
    now.prepare_cached("UPDATE sittings_item SET place = NULL, changed_by = ?3 WHERE meeting = ?1 AND item = ?2")?
        .execute((meeting.as_str(), item, entry.position))?;
    let kept = before.members_only;
    note_change(now, entry, meeting, &Said { kind: "dropped", item: Some(*item), before: &before, kept, note })
}

fn order(now: &Connection, entry: &Recorded<'_>, ordered: &Ordered) -> Result<(), StoreError> {
    let open = |now: &Connection| -> Result<Vec<u32>, StoreError> {
        Ok(queries::agenda(now, &ordered.meeting, false)?.iter().map(|item| item.item).collect())
    };
    let before = open(now)?;
    let mut statement = now
        .prepare_cached("UPDATE sittings_item SET place = ?3 WHERE meeting = ?1 AND item = ?2 AND place IS NOT NULL")?;
    for (turn, item) in ordered.items.iter().enumerate() {
        if statement.execute((ordered.meeting.as_str(), item, turn + 1))? != 1 {
            return Err(damaged(entry, "it orders an item that is not on the agenda"));
        }
    }
    // Where what everybody sees stays in its order, only what is kept was moved.
    let kept = open(now)? == before;
    let said = Said { kind: "ordered", item: None, before: &Content::default(), kept, note: "" };
    note_change(now, entry, &ordered.meeting, &said)?;
    let items: Vec<String> = ordered.items.iter().map(u32::to_string).collect();
    now.prepare_cached("UPDATE sittings_change SET items = ?2 WHERE position = ?1")?
        .execute((entry.position, items.join(" ")))?;
    Ok(())
}

fn attend(now: &Connection, entry: &Recorded<'_>, attended: &Attended) -> Result<(), StoreError> {
    let mut statement = now.prepare_cached(
        "INSERT INTO sittings_presence (meeting, party, class, present, head, at_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6) \
         ON CONFLICT (meeting, party) DO UPDATE SET class = excluded.class, present = excluded.present, \
         head = excluded.head, at_us = excluded.at_us",
    )?;
    for line in &attended.lines {
        let (meeting, party) = (attended.meeting.as_str(), line.party.as_str());
        statement.execute((meeting, party, &line.class, line.present, &line.head, entry.at_us()))?;
    }
    Ok(())
}

fn hand_in(now: &Connection, entry: &Recorded<'_>, handed: &HandedIn) -> Result<(), StoreError> {
    now.prepare_cached(
        "INSERT INTO sittings_statement (meeting, place, party, class, item, original, text_en, text_es, text_fr, brought, \
         at_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?
    .execute((
        handed.meeting.as_str(),
        handed.place,
        handed.party.as_str(),
        &handed.class,
        handed.item,
        &handed.original,
        &handed.texts.en,
        &handed.texts.es,
        &handed.texts.fr,
        entry.state().as_str(),
        entry.at_us(),
    ))?;
    Ok(())
}

fn answer(now: &Connection, entry: &Recorded<'_>, answered: &Answered) -> Result<(), StoreError> {
    now.prepare_cached(
        "INSERT INTO sittings_answer (position, meeting, place, state, text_en, text_es, text_fr, at_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute((
        entry.position,
        answered.meeting.as_str(),
        answered.place,
        entry.state().as_str(),
        &answered.texts.en,
        &answered.texts.es,
        &answered.texts.fr,
        entry.at_us(),
    ))?;
    Ok(())
}

fn put_papers(now: &Connection, meeting: &Symbol, item: u32, content: &Content) -> Result<(), StoreError> {
    now.prepare_cached("DELETE FROM sittings_paper WHERE meeting = ?1 AND item = ?2")?
        .execute((meeting.as_str(), item))?;
    let mut statement =
        now.prepare_cached("INSERT INTO sittings_paper (meeting, item, turn, paper) VALUES (?1, ?2, ?3, ?4)")?;
    for (turn, paper) in content.papers.iter().enumerate() {
        statement.execute((meeting.as_str(), item, turn + 1, paper))?;
    }
    Ok(())
}

/// What an entry said of an agenda.
struct Said<'a> {
    kind: &'static str,
    item: Option<u32>,
    before: &'a Content,
    kept: bool,
    note: &'a str,
}

fn note_change(now: &Connection, entry: &Recorded<'_>, meeting: &Symbol, said: &Said<'_>) -> Result<(), StoreError> {
    now.prepare_cached(
        "INSERT INTO sittings_change (position, meeting, kind, item, title_en, title_es, title_fr, kept, items, note, at_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', ?9, ?10)",
    )?
    .execute((
        entry.position,
        meeting.as_str(),
        said.kind,
        said.item,
        &said.before.title_en,
        &said.before.title_es,
        &said.before.title_fr,
        said.kept,
        said.note,
        entry.at_us(),
    ))?;
    Ok(())
}

/// Answers what an item on the agenda says before an entry changes it.
fn standing(now: &Connection, entry: &Recorded<'_>, meeting: &Symbol, item: u32) -> Result<Content, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT title_en, title_es, title_fr, members_only FROM sittings_item WHERE meeting = ?1 AND item = ?2 \
         AND place IS NOT NULL",
    )?;
    let read = |row: &rusqlite::Row<'_>| {
        Ok(Content {
            title_en: row.get(0)?,
            title_es: row.get(1)?,
            title_fr: row.get(2)?,
            members_only: row.get(3)?,
            ..Content::default()
        })
    };
    let found = statement.query_row((meeting.as_str(), item), read).optional()?;
    found.ok_or_else(|| damaged(entry, "it speaks of an item that is not on the agenda"))
}

fn decoded<'b, T: Decode<'b, ()>>(entry: &Recorded<'b>) -> Result<T, StoreError> {
    minicbor::decode(entry.payload).map_err(|error| damaged(entry, &error.to_string()))
}

fn damaged(entry: &Recorded<'_>, what: &str) -> StoreError {
    StoreError::Damaged(format!("entry {}: {what}", entry.position))
}
