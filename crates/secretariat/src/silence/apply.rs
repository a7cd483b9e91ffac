//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use conference::silence::{Account, Outcome, RequestState};
use jiff::Timestamp;
use rusqlite::Connection;

use super::entries::{Acted, Kind, OPENED, Opened, stance_code};
use super::round::Round;
use crate::rounds::{damaged, instant};

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    if entry.kind() == OPENED.as_str() {
        return open(connection, entry);
    }
    let kind = Kind::parse(entry.kind()).ok_or_else(|| damaged(entry.position, "no such kind"))?;
    let acted: Acted = minicbor::decode(entry.payload).map_err(|error| damaged(entry.position, &error.to_string()))?;
    let who = (entry.state(), entry.person());
    connection
        .prepare_cached(
            "INSERT INTO silence_act (position, round, kind, state, person, at_us, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((entry.position, acted.round, kind.code(), who.0.as_str(), who.1, entry.at_us(), entry.payload))?;
    let round = Round::read(connection, acted.round)?
        .ok_or_else(|| damaged(entry.position, "it speaks of a round that was never opened"))?;
    reach(connection, &acted, kind, entry)?;
    stand(connection, &round, instant(entry.at_us()))
}

fn open(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    let opened: Opened =
        minicbor::decode(entry.payload).map_err(|error| damaged(entry.position, &error.to_string()))?;
    let revision = match opened.follows {
        Some(before) => Round::read(connection, before)?
            .ok_or_else(|| damaged(entry.position, "it follows a round that was never opened"))?
            .symbol
            .revision
            .saturating_add(1),
        None => 0,
    };
    let symbol = if revision == 0 { opened.symbol.clone() } else { format!("{}/Rev.{revision}", opened.symbol) };
    connection
        .prepare_cached(
            "INSERT INTO silence_round (position, symbol, title_en, title_es, state, person, opened_at_us, opening, follows, \
             outcome, settled, deadline_us, next_us, order_us, spoken, electors, asking) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, '', 0, ?10, ?10, ?10, 0, ?11, 0)",
        )?
        .execute((
            entry.position,
            symbol,
            &opened.title_en,
            &opened.title_es,
            entry.state().as_str(),
            entry.person(),
            entry.at_us(),
            entry.payload,
            opened.follows,
            opened.deadline_us,
            opened.electorate.len(),
        ))?;
    let mut party = connection.prepare_cached(
        "INSERT INTO silence_party (round, party, elector, presides, reached, stance) VALUES (?1, ?2, ?3, ?4, 0, '')",
    )?;
    for (states, elector) in [(&opened.electorate, 1), (&opened.observers, 0)] {
        for state in states {
            party.execute((entry.position, state.as_str(), elector, opened.chairs.contains(state)))?;
        }
    }
    let round = Round::read(connection, entry.position)?.ok_or_else(|| damaged(entry.position, "it is not there"))?;
    stand(connection, &round, instant(entry.at_us()))
}

/// Notes how far the text has come.
fn reach(connection: &Connection, acted: &Acted, kind: Kind, entry: &Recorded<'_>) -> Result<(), StoreError> {
    let (party, reached) = match (kind, acted.to) {
        (Kind::Delivered, Some(to)) => (to, 1),
        (Kind::Read, _) => (entry.state(), 2),
        _ => return Ok(()),
    };
    connection
        .prepare_cached("UPDATE silence_party SET reached = max(reached, ?3) WHERE round = ?1 AND party = ?2")?
        .execute((acted.round, party.as_str(), reached))?;
    Ok(())
}

/// Notes where the round stands, by what the journal proves and no clock.
fn stand(connection: &Connection, round: &Round, at: Timestamp) -> Result<(), StoreError> {
    let account = round.account(at);
    let (deadline, next) = (account.deadline.as_microsecond(), next(&account).as_microsecond());
    let order = if account.settled { -deadline } else { deadline };
    let spoken = account.standing.values().filter(|standing| standing.stance.is_some()).count();
    let asking = account.requests.iter().filter(|request| request.state == RequestState::Waiting).count();
    connection
        .prepare_cached(
            "UPDATE silence_round SET outcome = ?2, settled = ?3, deadline_us = ?4, next_us = ?5, order_us = ?6, spoken = ?7, \
             asking = ?8 WHERE position = ?1",
        )?
        .execute((round.position, outcome_code(&account.outcome), account.settled, deadline, next, order, spoken, asking))?;
    let mut stance =
        connection.prepare_cached("UPDATE silence_party SET stance = ?3 WHERE round = ?1 AND party = ?2")?;
    for (state, standing) in &account.standing {
        stance.execute((round.position, state.as_str(), standing.stance.as_ref().map_or("", stance_code)))?;
    }
    Ok(())
}

fn next(account: &Account) -> Timestamp {
    match &account.outcome {
        Outcome::Broken { heals_until: Some(until), .. } => *until,
        _ => account.deadline,
    }
}

/// Answers the code of an outcome, in tables and the API.
pub(crate) fn outcome_code(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Open => "open",
        Outcome::Broken { .. } => "broken",
        Outcome::Adopted { .. } => "adopted",
        Outcome::Lapsed { .. } => "lapsed",
    }
}
