//! What waits for somebody in this room: what their party has to do, or for the secretariat what bodies have.

use base::store::StoreError;
use conference::obligations::Act;
use rusqlite::Connection;

use super::queries::Noted;
use super::turn::{Filter, Look, Place, Row, Wanted, Whose};
use crate::today::{Asked, WAITING_MAX, Waiting, When};

/// Answers the duties that wait for whoever asks, overdue first.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let look = Look::begin(now, asked.now, &asked.seat_zone())?;
    let whose = if asked.coordinates { Whose::Bodies } else { Whose::Of(asked.party.to_string()) };
    let filter =
        Filter { wanted: Wanted::ToDo, whose, decision: None, due_before: None, members_only: asked.sees_members_only };
    let rows = look.turn(now, &filter, &Place::default(), WAITING_MAX)?;
    Ok(rows.iter().filter(|row| row.standing.due_on.is_none_or(|day| day <= asked.until)).map(waits).collect())
}

fn waits(row: &Row) -> Waiting {
    let (charged, standing) = (&row.charged, &row.standing);
    let what_en = charged.obligation.order().what.to_string();
    let share = charged.obligation.answerable().iter().position(|owners| *owners == standing.owners).unwrap_or(0);
    let reminded = row.noted.iter().rev().find(|noted| {
        matches!(&noted.act, Act::Reminded { owners, period, .. } if *owners == standing.owners && *period == standing.period)
    });
    Waiting {
        id: format!("obligation-{}-{}-{}", charged.reference.in_address().to_lowercase(), share + 1, standing.period),
        what_es: charged.what_es.clone().unwrap_or_else(|| what_en.clone()),
        what_en,
        address: format!("/obligations/{}", charged.reference.in_address()),
        kind_key: "obligations-waiting-duty",
        when: standing.due_on.map_or(When::Open, When::DueOn),
        done_at: None,
        changed_at: row.noted.last().map_or(charged.at, |noted| noted.at),
        reminded_at: reminded.map(|noted: &Noted| noted.at),
        note: None,
    }
}
