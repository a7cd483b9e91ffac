//! What an entry means for the tables.

use std::collections::BTreeSet;

use base::store::{Recorded, StoreError};
use conference::due::Anchors;
use jiff::civil::{Date, date};
use minicbor::{Decode, Encode};
use rusqlite::Connection;

use super::decision::Content;
use super::entries::{
    ADOPTED, Adopted, CHANGED, CORRECTED, Changed, Corrected, DISCARDED, DRAFTED, Discarded, DraftPlace, Drafted,
    HAPPENED, Happened, IMPORTED, Imported, LINKED, Linked, NOTED, Noted,
};
use super::looked_up::words;

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match entry.kind() {
        kind if kind == ADOPTED.as_str() => adopt(connection, entry, &decoded(entry)?),
        kind if kind == NOTED.as_str() => {
            let Noted { symbol, on, text, source } = decoded(entry)?;
            later(
                connection,
                entry,
                &Later { symbol: symbol.as_str(), day: Some(on), what: &text, detail: &source, language: None },
            )
        }
        kind if kind == CORRECTED.as_str() => {
            let Corrected { symbol, language, text, reason } = decoded(entry)?;
            let language = Some(language.code());
            later(
                connection,
                entry,
                &Later { symbol: symbol.as_str(), day: None, what: &text, detail: &reason, language },
            )
        }
        kind if kind == LINKED.as_str() => {
            let Linked { symbol, kind, to } = decoded(entry)?;
            link(connection, symbol.as_str(), kind.code(), to.as_str())?;
            let (what, detail) = (to.as_str(), kind.code());
            later(connection, entry, &Later { symbol: symbol.as_str(), day: None, what, detail, language: None })
        }
        kind if kind == HAPPENED.as_str() => {
            let Happened { symbol, event, on, source } = decoded(entry)?;
            later(
                connection,
                entry,
                &Later { symbol: symbol.as_str(), day: Some(on), what: &event, detail: &source, language: None },
            )
        }
        kind if kind == IMPORTED.as_str() => import(connection, entry, &decoded(entry)?),
        kind if kind == DRAFTED.as_str() => draft(connection, &decoded(entry)?),
        kind if kind == CHANGED.as_str() => change(connection, entry, &decoded(entry)?),
        kind if kind == DISCARDED.as_str() => {
            let Discarded { import } = decoded(entry)?;
            let changed =
                connection.prepare_cached("UPDATE decisions_set SET discarded = 1 WHERE id = ?1")?.execute([import])?;
            known(entry, changed)
        }
        kind => Err(damaged(entry, &format!("no kind {kind}"))),
    }
}

fn adopt(connection: &Connection, entry: &Recorded<'_>, adopted: &Adopted) -> Result<(), StoreError> {
    let content = &adopted.content;
    connection
        .prepare_cached(
            "INSERT INTO decisions_decision (position, symbol, meeting, round, adopted_on, ended_on, members_only, number, \
             place, original, text_en, text_es, divergence, condition, content, at_us) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
        )?
        .execute(rusqlite::params![
            entry.position,
            adopted.symbol.as_str(),
            adopted.meeting.as_str(),
            adopted.round.as_ref().map(|round| round.as_str()),
            adopted.adopted_on.to_string(),
            adopted.ended_on.to_string(),
            adopted.members_only,
            content.number,
            place(adopted.adopted_on, content.number),
            content.original.code(),
            content.text_en,
            content.text_es,
            content.divergence,
            content.condition,
            bytes(content),
            entry.at_us(),
        ])?;
    asks(connection, entry.position, adopted)?;
    let all: BTreeSet<String> = words(&content.text_en).chain(words(&content.text_es)).collect();
    let mut insert = connection.prepare_cached("INSERT INTO decisions_word (word, decision) VALUES (?1, ?2)")?;
    for word in all {
        insert.execute((word, entry.position))?;
    }
    for to in &content.links {
        link(connection, adopted.symbol.as_str(), to.kind.code(), to.to.as_str())?;
    }
    let Some(DraftPlace { import, place }) = &adopted.draft else { return Ok(()) };
    let changed = connection
        .prepare_cached("UPDATE decisions_draft SET standing = 'adopted' WHERE import = ?1 AND place = ?2")?
        .execute((import, place))?;
    known(entry, changed)
}

fn asks(connection: &Connection, position: u64, adopted: &Adopted) -> Result<(), StoreError> {
    let anchors = Anchors {
        adopted_on: Some(adopted.adopted_on),
        meeting_ended_on: Some(adopted.ended_on),
        ..Anchors::default()
    };
    let mut insert = connection.prepare_cached(
        "INSERT INTO decisions_ask (decision, place, verb, rule, due_on) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (at, ask) in adopted.content.asks.iter().enumerate() {
        let rule = ask.rule.as_ref();
        let due_on = rule.and_then(|rule| rule.date(&anchors)).map(|day| day.to_string());
        insert.execute((position, at, ask.verb.code(), rule.map(ToString::to_string), due_on))?;
    }
    let addressees: BTreeSet<&String> = adopted.content.asks.iter().flat_map(|ask| &ask.addressees).collect();
    let mut insert =
        connection.prepare_cached("INSERT INTO decisions_addressee (addressee, decision) VALUES (?1, ?2)")?;
    for addressee in addressees {
        insert.execute((addressee, position))?;
    }
    Ok(())
}

/// Where a decision stands in the register: the later its day the smaller, and by its number within the day.
fn place(adopted_on: Date, number: u32) -> i64 {
    conference::due::slip_days(adopted_on, date(9999, 12, 31)) * 100_000 + i64::from(number)
}

fn link(connection: &Connection, decision: &str, kind: &str, other: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO decisions_link (decision, kind, other) VALUES (?1, ?2, ?3)")?
        .execute((decision, kind, other))?;
    Ok(())
}

struct Later<'a> {
    symbol: &'a str,
    day: Option<Date>,
    what: &'a str,
    detail: &'a str,
    language: Option<&'static str>,
}

fn later(connection: &Connection, entry: &Recorded<'_>, later: &Later<'_>) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO decisions_later (position, decision, kind, day, what, detail, language, at_us) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            entry.position,
            later.symbol,
            entry.kind(),
            later.day.map(|day| day.to_string()),
            later.what,
            later.detail,
            later.language,
            entry.at_us(),
        ))?;
    Ok(())
}

fn import(connection: &Connection, entry: &Recorded<'_>, imported: &Imported) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO decisions_set (id, meeting, name, discarded, warnings, others, at_us) \
             VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6)",
        )?
        .execute((
            &imported.import,
            imported.meeting.as_str(),
            &imported.name,
            bytes(&imported.warnings),
            bytes(&imported.others),
            entry.at_us(),
        ))?;
    Ok(())
}

fn draft(connection: &Connection, drafted: &Drafted) -> Result<(), StoreError> {
    let DraftPlace { import, place } = &drafted.at;
    connection
        .prepare_cached(
            "INSERT INTO decisions_draft (import, place, number, standing, revision, content, source) \
             VALUES (?1, ?2, ?3, 'open', 1, ?4, ?5)",
        )?
        .execute((import, place, drafted.content.number, bytes(&drafted.content), bytes(&drafted.source)))?;
    revise(connection, &drafted.at, 1, "open", &drafted.content)
}

fn change(connection: &Connection, entry: &Recorded<'_>, changed: &Changed) -> Result<(), StoreError> {
    let DraftPlace { import, place } = &changed.at;
    let rows = connection
        .prepare_cached(
            "UPDATE decisions_draft SET number = ?3, standing = ?4, revision = ?5, content = ?6 \
             WHERE import = ?1 AND place = ?2",
        )?
        .execute((
            import,
            place,
            changed.content.number,
            &changed.standing,
            changed.revision,
            bytes(&changed.content),
        ))?;
    known(entry, rows)?;
    revise(connection, &changed.at, changed.revision, &changed.standing, &changed.content)
}

fn revise(
    connection: &Connection,
    at: &DraftPlace,
    revision: u32,
    standing: &str,
    content: &Content,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO decisions_revision (import, place, revision, standing, content) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute((&at.import, at.place, revision, standing, bytes(content)))?;
    Ok(())
}

/// Writing to a vector cannot fail.
fn bytes<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).unwrap_or_default()
}

fn known(entry: &Recorded<'_>, changed: usize) -> Result<(), StoreError> {
    if changed == 1 { Ok(()) } else { Err(damaged(entry, "it speaks of what was never entered")) }
}

fn decoded<'b, T: Decode<'b, ()>>(entry: &Recorded<'b>) -> Result<T, StoreError> {
    minicbor::decode(entry.payload).map_err(|error| damaged(entry, &error.to_string()))
}

fn damaged(entry: &Recorded<'_>, what: &str) -> StoreError {
    StoreError::Damaged(format!("entry {}: {what}", entry.position))
}
