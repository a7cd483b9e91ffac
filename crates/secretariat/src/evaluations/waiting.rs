//! What waits for somebody in this room: an answer that their State was asked for, a response to what is recommended to it.

use base::store::StoreError;
use conference::evaluations::response_due;
use jiff::Timestamp;
use rusqlite::{Connection, Row};

use crate::meetings::{Symbol, read};
use crate::rounds::instant;
use crate::today::{Asked, WAITING_MAX, Waiting, When};

/// Evaluations in which a member was asked and has not answered. Late answers are still taken, so it waits until a report is published.
const OWED: &str = "SELECT e.symbol, title_en, title_es, title_fr, changed_us, p.deadline_us FROM evaluations_party AS p \
    JOIN evaluations_evaluation AS e ON e.symbol = p.evaluation WHERE p.party = ?1 AND p.member = 1 AND p.answered = 0 \
    AND e.version = 0 ORDER BY p.deadline_us LIMIT ?2";

/// Recommendations to a party that wait for its response.
const UNANSWERED: &str = "SELECT e.symbol, title_en, title_es, title_fr, changed_us, u.since_us, u.number \
    FROM evaluations_unanswered AS u JOIN evaluations_evaluation AS e ON e.symbol = u.evaluation WHERE u.party = ?1 \
    ORDER BY u.since_us, u.number LIMIT ?2";

/// Answers what waits for whoever asks; the secretariat answers nothing and responds to what is recommended to it.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let of = (asked.party.as_str(), WAITING_MAX);
    let mut statement = now.prepare_cached(OWED)?;
    let owed = statement.query_map(of, |row| {
        let deadline = instant(row.get(5)?);
        drawn(row, "evaluations-waiting-answer", ("evaluation", "answer"), When::DueAt(deadline))
    })?;
    let mut waiting: Vec<Waiting> = owed.collect::<Result<_, _>>()?;
    let mut statement = now.prepare_cached(UNANSWERED)?;
    let unanswered = statement.query_map(of, |row| {
        let (since, number): (Timestamp, u16) = (instant(row.get(5)?), row.get(6)?);
        let due_on = response_due(since.to_zoned_datetime(asked.seat_zone()).date());
        let to = format!("recommendations/{number}");
        let one = drawn(row, "evaluations-waiting-response", ("response", &to), When::DueOn(due_on))?;
        Ok(Waiting { id: format!("{}-{number}", one.id), ..one })
    })?;
    waiting.extend(unanswered.collect::<Result<Vec<_>, _>>()?);
    Ok(waiting.into_iter().filter(|thing| is_wanted(thing, asked)).collect())
}

fn is_wanted(thing: &Waiting, asked: &Asked) -> bool {
    let day = thing.ends_at(&asked.seat).map(|at| at.to_zoned_datetime(asked.seat_zone()).date());
    day.is_none_or(|day| day <= asked.until)
}

fn drawn(row: &Row<'_>, kind_key: &'static str, (kind, to): (&str, &str), when: When) -> rusqlite::Result<Waiting> {
    let symbol: Symbol = read(row, 0)?;
    let (en, es, fr): (String, String, String) = (row.get(1)?, row.get(2)?, row.get(3)?);
    let first = |texts: [&String; 3]| texts.into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default();
    Ok(Waiting {
        id: format!("{kind}-{}", symbol.in_address().to_lowercase()),
        what_en: first([&en, &es, &fr]),
        what_es: first([&es, &en, &fr]),
        address: format!("/evaluations/{}/{to}", symbol.in_address()),
        kind_key,
        when,
        done_at: None,
        changed_at: instant(row.get(4)?),
        reminded_at: None,
        note: None,
    })
}
