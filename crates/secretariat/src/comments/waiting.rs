//! What waits for somebody in this room: a comment that their party was asked for; for whoever convenes, wishes for more time and
//! comments to be answered; for the secretariat the rounds that it follows as well.

use base::store::StoreError;
use rusqlite::{Connection, Params, Row};

use crate::meetings::{Symbol, read};
use crate::members::presiding_on;
use crate::rounds::instant;
use crate::today::{Asked, WAITING_MAX, Waiting, When};

/// Rounds that a party was asked in and has not answered, until their end. A calendar takes a deadline that was moved: each
/// question says when a round last changed.
pub(super) const OWED: &str = "SELECT symbol, title_en, title_es, p.deadline_us, \
    (SELECT coalesce(max(at_us), r.opened_at_us) FROM comments_act WHERE round = r.position) \
    FROM comments_party p JOIN comments_round r ON r.position = p.round WHERE p.party = ?1 AND p.asked = 1 AND p.answered = 0 \
    AND p.deadline_us BETWEEN ?2 AND ?3 AND (?5 OR r.members_only = 0) ORDER BY p.deadline_us LIMIT ?4";

/// Rounds that a party convened in which something waits for an answer: while they run a wish for more time, then comments.
pub(super) const CONVENED: &str = "SELECT symbol, title_en, title_es, r.ends_us, \
    (SELECT coalesce(max(at_us), r.opened_at_us) FROM comments_act WHERE round = r.position), r.closed \
    FROM comments_party p INDEXED BY comments_party_convenes CROSS JOIN comments_round r ON r.position = p.round WHERE p.party = ?1 AND p.convenes = 1 \
    AND ((r.closed = 0 AND r.wishes > 0 AND r.ends_us BETWEEN ?2 AND ?3) OR (r.closed = 1 AND r.unreplied > 0)) \
    ORDER BY p.round LIMIT ?4";

/// Open rounds, for the secretariat.
const FOLLOWED: &str = "SELECT symbol, title_en, title_es, ends_us, \
    (SELECT coalesce(max(at_us), r.opened_at_us) FROM comments_act WHERE round = r.position), wishes \
    FROM comments_round r WHERE closed = 0 AND order_us BETWEEN ?1 AND ?2 ORDER BY order_us LIMIT ?3";

/// Ended rounds with comments that nobody has answered.
const TO_COMPILE: &str = "SELECT symbol, title_en, title_es, ends_us, \
    (SELECT coalesce(max(at_us), r.opened_at_us) FROM comments_act WHERE round = r.position) \
    FROM comments_round r WHERE closed = 1 AND unreplied > 0 LIMIT ?1";

/// Answers what waits for whoever asks. A party that let its deadline pass owes nothing any more: it was silent.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let until = asked.until.tomorrow().unwrap_or(asked.until).to_zoned_datetime(asked.seat_zone());
    let until_us = until.map_or(i64::MAX, |until| until.timestamp().as_microsecond());
    let now_us = asked.now.as_microsecond();
    if asked.coordinates {
        return followed(now, (now_us, until_us));
    }
    let window = (asked.party.as_str(), now_us, until_us, WAITING_MAX);
    let owed = (window.0, window.1, window.2, window.3, asked.sees_members_only);
    let mut waiting = rows(now, OWED, owed, |row| drawn(row, "comments-waiting-answer", true))?;
    if asked.presides && presiding_on(now, asked.today())?.contains(&asked.party) {
        waiting.extend(rows(now, CONVENED, window, |row| {
            let (kind, key, dated) = match row.get(5)? {
                false => ("time", "comments-waiting-time", true),
                true => ("compile", "comments-waiting-compile", false),
            };
            let drawn = drawn(row, key, dated)?;
            Ok(Waiting { id: format!("{}-{kind}", drawn.id), ..drawn })
        })?);
    }
    Ok(waiting)
}

/// Answers the rounds that the secretariat follows, and ended ones with comments to be answered.
fn followed(now: &Connection, window: (i64, i64)) -> Result<Vec<Waiting>, StoreError> {
    let mut waiting = rows(now, FOLLOWED, (window.0, window.1, WAITING_MAX), |row| {
        let wishes: i64 = row.get(5)?;
        drawn(row, if wishes > 0 { "comments-waiting-time" } else { "comments-waiting-round" }, true)
    })?;
    waiting.extend(rows(now, TO_COMPILE, [WAITING_MAX], |row| drawn(row, "comments-waiting-compile", false))?);
    Ok(waiting)
}

fn rows(
    now: &Connection,
    question: &'static str,
    window: impl Params,
    draw: impl FnMut(&Row<'_>) -> rusqlite::Result<Waiting>,
) -> Result<Vec<Waiting>, StoreError> {
    let mut statement = now.prepare_cached(question)?;
    Ok(statement.query_map(window, draw)?.collect::<Result<_, _>>()?)
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
        done_at: None,
        changed_at: instant(row.get(4)?),
        reminded_at: None,
        note: None,
    })
}
