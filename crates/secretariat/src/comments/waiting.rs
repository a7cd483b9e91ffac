//! What waits for somebody in this room: a comment that their party was asked for, or for the secretariat the rounds that it follows.

use base::store::StoreError;
use rusqlite::{Connection, Row};

use super::round::instant;
use crate::meetings::{Symbol, read};
use crate::today::{Asked, WAITING_MAX, Waiting, When};

/// Rounds that a party was asked in and has not answered, until their end.
pub(super) const OWED: &str = "SELECT symbol, title_en, title_es, p.deadline_us, opened_at_us FROM comments_party p \
    JOIN comments_round r ON r.position = p.round WHERE p.party = ?1 AND p.asked = 1 AND p.answered = 0 \
    AND p.deadline_us BETWEEN ?2 AND ?3 ORDER BY p.deadline_us LIMIT ?4";

/// Answers what waits for whoever asks. A party that let its deadline pass owes nothing any more: it was silent.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let until = asked.until.tomorrow().unwrap_or(asked.until).to_zoned_datetime(asked.seat_zone());
    let until_us = until.map_or(i64::MAX, |until| until.timestamp().as_microsecond());
    let now_us = asked.now.as_microsecond();
    if !asked.coordinates {
        let mut statement = now.prepare_cached(OWED)?;
        let window = (asked.party.as_str(), now_us, until_us, WAITING_MAX);
        let found = statement.query_map(window, |row| drawn(row, "comments-waiting-answer", true))?;
        return Ok(found.collect::<Result<_, _>>()?);
    }
    let mut open = now.prepare_cached(
        "SELECT symbol, title_en, title_es, ends_us, opened_at_us, wishes FROM comments_round \
         WHERE closed = 0 AND order_us BETWEEN ?1 AND ?2 ORDER BY order_us LIMIT ?3",
    )?;
    let found = open.query_map((now_us, until_us, WAITING_MAX), |row| {
        let wishes: i64 = row.get(5)?;
        drawn(row, if wishes > 0 { "comments-waiting-time" } else { "comments-waiting-round" }, true)
    })?;
    let mut waiting = found.collect::<Result<Vec<_>, _>>()?;
    let mut ended = now.prepare_cached(
        "SELECT symbol, title_en, title_es, ends_us, opened_at_us FROM comments_round WHERE closed = 1 AND unreplied > 0 LIMIT ?1",
    )?;
    let found = ended.query_map([WAITING_MAX], |row| drawn(row, "comments-waiting-compile", false))?;
    waiting.extend(found.collect::<Result<Vec<_>, _>>()?);
    Ok(waiting)
}

fn drawn(row: &Row<'_>, kind_key: &'static str, dated: bool) -> rusqlite::Result<Waiting> {
    let symbol: Symbol = read(row, 0)?;
    let ends_at = instant(row.get(3)?);
    Ok(Waiting {
        id: format!("comments-{}", symbol.in_address().to_lowercase()),
        what_en: row.get(1)?,
        what_es: row.get(2)?,
        address: format!("/comments/{}", symbol.in_address()),
        kind_key,
        when: if dated { When::DueAt(ends_at) } else { When::Open },
        done: false,
        changed_at: instant(row.get(4)?),
        reminded_at: None,
        note: None,
    })
}
