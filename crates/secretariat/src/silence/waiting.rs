//! Which rounds wait for whoever asks: those in which their State is asked, or objects and may still take that back; and what
//! waits for whoever acts for a presidency, wishes for more time and objections that it may take up.

use base::store::StoreError;
use jiff::Timestamp;
use journal::StateCode;
use rusqlite::{Connection, Row};

use super::symbol::RoundSymbol;
use crate::meetings::read;
use crate::rounds::instant;
use crate::today::{Asked, WAITING_MAX, Waiting, When};

/// Answers the open rounds whose deadline lies ahead: silence is no duty, so none of them is ever overdue.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let (question, kind) = match asked.coordinates {
        true => (FOLLOWED, "silence-waiting-followed"),
        false => (PUT_TO, "silence-waiting-position"),
    };
    let mut found = rows(now, asked, question, |row| {
        let done_us: Option<i64> = row.get(6)?;
        Ok(Waiting { done_at: done_us.map(instant), ..drawn(row, kind)? })
    })?;
    found.extend(rows(now, asked, OBJECTED_BY, |row| heals(row, "silence-waiting-objection", "objection"))?);
    if asked.presides {
        found.extend(rows(now, asked, TO_RULE_ON, |row| {
            let drawn = drawn(row, "silence-waiting-request")?;
            let (id, address) = (format!("{}-request", drawn.id), format!("{}/preside", drawn.address));
            Ok(Waiting { id, address, note: Some(("silence-waiting-asking", row.get(6)?)), ..drawn })
        })?);
        found.extend(rows(now, asked, TO_TAKE_UP, |row| {
            let drawn = heals(row, "silence-waiting-objected", "objected")?;
            Ok(Waiting { address: format!("{}/preside", drawn.address), ..drawn })
        })?);
    }
    Ok(found)
}

/// Answers whether a round that ends later than an instant still asks a State: whoever left meanwhile could not speak, and its
/// silence would count.
///
/// # Errors
/// When the tables cannot be read.
pub(crate) fn asks_beyond(now: &Connection, party: StateCode, last: Timestamp) -> Result<bool, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM silence_round CROSS JOIN silence_party ON round = position AND party = ?1 \
         WHERE settled = 0 AND elector = 1 AND deadline_us > ?2)",
    )?;
    Ok(statement.query_row((party.as_str(), last.as_microsecond()), |row| row.get(0))?)
}

/// What each question asks for: what [`drawn`] reads.
const DRAWN: &str = "symbol, title_en, title_es, deadline_us, spoken, \
    (SELECT coalesce(max(at_us), opened_at_us) FROM silence_act WHERE round = silence_round.position)";

/// Rounds in which a State is asked; one that has said what it holds has done, as it last said so, all there is to do. A round that somebody objects to
/// stays among them while it may go on.
const PUT_TO: &str = "CASE WHEN stance <> '' THEN (SELECT max(at_us) FROM silence_act \
    WHERE round = silence_round.position AND state = ?1 AND kind = 'position') END FROM silence_round CROSS JOIN silence_party ON round = position AND party = ?1 \
    WHERE settled = 0 AND order_us >= ?2 AND next_us >= ?2 AND elector = 1 ORDER BY order_us, position LIMIT ?3";

/// All open rounds, for the secretariat: it follows them and has nothing to do.
const FOLLOWED: &str = "opened_at_us FROM silence_round WHERE settled = 0 AND order_us >= ?2 AND next_us >= ?2 \
    ORDER BY order_us, position LIMIT ?3";

/// Wishes for more time in rounds over which a State presides.
const TO_RULE_ON: &str = "asking FROM silence_round CROSS JOIN silence_party ON round = position AND party = ?1 \
    WHERE settled = 0 AND order_us >= ?2 AND presides = 1 AND asking > 0 ORDER BY order_us, position LIMIT ?3";

/// Rounds to which a State objects, which go on if that is taken back in time.
const OBJECTED_BY: &str = "next_us FROM silence_round CROSS JOIN silence_party ON round = position AND party = ?1 \
    WHERE settled = 0 AND order_us >= ?2 AND next_us >= ?2 AND outcome = 'broken' AND stance = 'objection' \
    ORDER BY order_us, position LIMIT ?3";

/// Rounds over which a State presides, in which somebody objects: it may take that up until nobody can take it back.
const TO_TAKE_UP: &str = "next_us FROM silence_round CROSS JOIN silence_party ON round = position AND party = ?1 \
    WHERE settled = 0 AND order_us >= ?2 AND next_us >= ?2 AND outcome = 'broken' AND presides = 1 \
    ORDER BY order_us, position LIMIT ?3";

#[cfg(test)]
pub(super) const QUESTIONS: [&str; 5] = [PUT_TO, FOLLOWED, TO_RULE_ON, OBJECTED_BY, TO_TAKE_UP];

/// Writes a question out; what an open round is ordered by is its deadline.
pub(super) fn written(question: &str) -> String {
    format!("SELECT {DRAWN}, {question}")
}

fn rows(
    now: &Connection,
    asked: &Asked,
    question: &str,
    draw: impl FnMut(&Row<'_>) -> rusqlite::Result<Waiting>,
) -> Result<Vec<Waiting>, StoreError> {
    let mut statement = now.prepare_cached(&written(question))?;
    let key = (asked.party.as_str(), asked.now.as_microsecond(), WAITING_MAX);
    let all: Vec<Waiting> = statement.query_map(key, draw)?.collect::<Result<_, _>>()?;
    let ahead = |thing: &Waiting| match thing.when {
        When::DueAt(at) => asked.seat_zone().to_datetime(at).date() <= asked.until,
        _ => true,
    };
    Ok(all.into_iter().filter(ahead).collect())
}

/// A round to which somebody objects, until the last instant in which that can be taken back.
fn heals(row: &Row<'_>, kind_key: &'static str, what: &str) -> rusqlite::Result<Waiting> {
    let drawn = drawn(row, kind_key)?;
    let when = When::DueAt(instant(row.get(6)?));
    Ok(Waiting { id: format!("{}-{what}", drawn.id), when, note: None, ..drawn })
}

fn drawn(row: &Row<'_>, kind_key: &'static str) -> rusqlite::Result<Waiting> {
    let symbol: RoundSymbol = read(row, 0)?;
    let deadline: Timestamp = instant(row.get(3)?);
    Ok(Waiting {
        id: format!("round-{}", symbol.in_address().to_lowercase()),
        what_en: row.get(1)?,
        what_es: row.get(2)?,
        address: format!("/silence/{}", symbol.in_address()),
        kind_key,
        when: When::DueAt(deadline),
        done_at: None,
        changed_at: instant(row.get(5)?),
        reminded_at: None,
        note: Some(("silence-waiting-spoken", row.get(4)?)),
    })
}
