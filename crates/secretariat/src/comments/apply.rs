//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use conference::comments::{Account, Answer};
use jiff::Timestamp;
use rusqlite::Connection;

use super::entries::{Acted, INVITED, Invited, Kind};
use super::round::{Round, ends_at, is_closed};
use crate::rounds::{damaged, instant};

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    if entry.kind() == INVITED.as_str() {
        return invite(connection, entry);
    }
    let kind = Kind::parse(entry.kind()).ok_or_else(|| damaged(entry.position, "no such kind"))?;
    let acted: Acted = minicbor::decode(entry.payload).map_err(|error| damaged(entry.position, &error.to_string()))?;
    connection
        .prepare_cached(
            "INSERT INTO comments_act (position, round, kind, state, person, at_us, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((
            entry.position,
            acted.round,
            kind.code(),
            entry.state().as_str(),
            entry.person(),
            entry.at_us(),
            entry.payload,
        ))?;
    let round = Round::read(connection, acted.round)?
        .ok_or_else(|| damaged(entry.position, "it speaks of a round to which nobody was invited"))?;
    stand(connection, &round, instant(entry.at_us()))
}

fn invite(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    let invited: Invited =
        minicbor::decode(entry.payload).map_err(|error| damaged(entry.position, &error.to_string()))?;
    connection
        .prepare_cached(
            "INSERT INTO comments_round (position, symbol, title_en, title_es, state, person, opened_at_us, invitation, \
             members_only, closed, ends_us, next_us, order_us, answered, asked, wishes, unreplied) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?10, ?10, ?10, 0, ?11, 0, 0)",
        )?
        .execute((
            entry.position,
            invited.symbol.as_str(),
            &invited.title_en,
            &invited.title_es,
            entry.state().as_str(),
            entry.person(),
            entry.at_us(),
            entry.payload,
            invited.welcome.is_empty(),
            invited.deadline_us,
            invited.asked.len(),
        ))?;
    let mut party = connection.prepare_cached(
        "INSERT INTO comments_party (round, party, asked, answered, deadline_us, convenes) VALUES (?1, ?2, ?3, 0, ?4, ?5)",
    )?;
    for (states, asked) in [(&invited.asked, 1), (&invited.welcome, 0)] {
        for state in states {
            let convenes = invited.conveners.contains(state);
            party.execute((entry.position, state.as_str(), asked, invited.deadline_us, convenes))?;
        }
    }
    let round = Round::read(connection, entry.position)?.ok_or_else(|| damaged(entry.position, "it is not there"))?;
    stand(connection, &round, instant(entry.at_us()))
}

/// Notes where the round stands, by what the journal proves and no clock.
fn stand(connection: &Connection, round: &Round, at: Timestamp) -> Result<(), StoreError> {
    let account = round.account(at);
    let (ends_us, closed) = (ends_at(&account).as_microsecond(), is_closed(&account));
    let order_us = if closed { -ends_us } else { ends_us };
    let (answered, _) = account.answered();
    let wishes = account.requests.iter().filter(|request| request.granted.is_none()).count();
    let unreplied = account.table.iter().flat_map(|row| &row.entries).filter(|comment| comment.reply.is_none()).count();
    connection
        .prepare_cached(
            "UPDATE comments_round SET closed = ?2, ends_us = ?3, next_us = ?4, order_us = ?5, answered = ?6, wishes = ?7, \
             unreplied = ?8 WHERE position = ?1",
        )?
        .execute((round.position, closed, ends_us, next_us(&account), order_us, answered, wishes, unreplied))?;
    let mut party = connection
        .prepare_cached("UPDATE comments_party SET answered = ?3, deadline_us = ?4 WHERE round = ?1 AND party = ?2")?;
    for (state, guest) in &account.guests {
        let answered = matches!(guest.answer, Answer::Answered { .. });
        party.execute((round.position, state.as_str(), answered, guest.deadline.as_microsecond()))?;
    }
    Ok(())
}

/// Answers the first deadline of anybody that has not passed yet.
fn next_us(account: &Account) -> i64 {
    let ahead = account.guests.values().map(|guest| guest.deadline).filter(|deadline| *deadline >= account.as_of);
    ahead.min().map_or(i64::MAX, Timestamp::as_microsecond)
}
