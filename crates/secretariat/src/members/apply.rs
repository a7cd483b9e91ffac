//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use journal::StateCode;
use rusqlite::Connection;

use super::class::{Class, Names};
use super::entries::{
    Admitted, Answered, Applied, Body, BodyEnded, Delegation, Ended, Institution, InstitutionEnded, Invited,
    MemberEntry, Refused, Term, TermEnded, Withdrawn,
};
use crate::meetings::Symbol;

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    let damaged = |what: &str| StoreError::Damaged(format!("entry {}: {what}", entry.position));
    let said = match MemberEntry::read(entry.kind(), entry.payload) {
        None => return Err(damaged(&format!("no kind {}", entry.kind()))),
        Some(read) => read.map_err(|error| damaged(&error.to_string()))?,
    };
    let changed = change(connection, entry, &said)?;
    if changed == 1 { Ok(()) } else { Err(damaged("it speaks of something that was never said")) }
}

/// Answers how many rows took what was said: one, where it fits what is there.
fn change(connection: &Connection, entry: &Recorded<'_>, said: &MemberEntry) -> Result<usize, StoreError> {
    match said {
        MemberEntry::Founded(founded) => {
            name(connection, founded.party, &founded.names)?;
            let first_on = founded.first_on.to_string();
            stand(connection, &Row { party: founded.party, first_on, class: founded.class, ..Row::of(founded.party) })
        }
        MemberEntry::Applied(applied) => apply_for(connection, entry.position, applied),
        MemberEntry::Answered(answered) => answer(connection, answered),
        MemberEntry::Admitted(admitted) => admit(connection, admitted),
        MemberEntry::Refused(Refused { application, on, decision }) => {
            settle(connection, *application, "refused", &on.to_string(), Some(decision))
        }
        MemberEntry::Withdrawn(Withdrawn { application, on }) => {
            settle(connection, *application, "withdrawn", &on.to_string(), None)
        }
        MemberEntry::Invited(invited) => invite(connection, invited),
        MemberEntry::Ended(ended) => end(connection, ended),
        MemberEntry::Institution(institution) => name_institution(connection, entry.position, institution),
        MemberEntry::InstitutionEnded(InstitutionEnded { institution, last_on }) => Ok(connection
            .prepare_cached("UPDATE members_institution SET last_on = ?2 WHERE number = ?1 AND last_on IS NULL")?
            .execute((institution, last_on.to_string()))?),
        MemberEntry::Delegation(delegation) => sit(connection, delegation),
        MemberEntry::Body(body) => form(connection, body),
        MemberEntry::BodyEnded(BodyEnded { code, last_on }) => Ok(connection
            .prepare_cached("UPDATE members_body SET last_on = ?2 WHERE code = ?1 AND last_on IS NULL")?
            .execute((code, last_on.to_string()))?),
        MemberEntry::Term(Term { party, first_on, last_on, decision }) => Ok(connection
            .prepare_cached("INSERT INTO members_term (party, first_on, last_on, decision) VALUES (?1, ?2, ?3, ?4)")?
            .execute((
                party.as_str(),
                first_on.to_string(),
                last_on.map(|day| day.to_string()),
                decision.as_ref().map_or("", Symbol::as_str),
            ))?),
        MemberEntry::TermEnded(TermEnded { party, first_on, last_on }) => Ok(connection
            .prepare_cached("UPDATE members_term SET last_on = ?3 WHERE party = ?1 AND first_on = ?2")?
            .execute((party.as_str(), first_on.to_string(), last_on.to_string()))?),
    }
}

/// A standing that begins.
struct Row<'a> {
    party: StateCode,
    first_on: String,
    class: Class,
    decision: Option<&'a Symbol>,
    meeting: Option<&'a Symbol>,
    note: &'a str,
}

impl Row<'_> {
    fn of(party: StateCode) -> Self {
        Row { party, first_on: String::new(), class: Class::Guest, decision: None, meeting: None, note: "" }
    }
}

/// Begins a standing; one that still lasts ends the day before.
fn stand(connection: &Connection, row: &Row<'_>) -> Result<usize, StoreError> {
    connection
        .prepare_cached(
            "UPDATE members_standing SET last_on = date(?2, '-1 day'), ended_by = ?3 \
             WHERE party = ?1 AND last_on IS NULL AND meeting IS NULL AND first_on < ?2",
        )?
        .execute((row.party.as_str(), &row.first_on, row.decision.map(Symbol::as_str)))?;
    Ok(connection
        .prepare_cached(
            "INSERT INTO members_standing (party, first_on, class, decision, meeting, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute((
            row.party.as_str(),
            &row.first_on,
            row.class.code(),
            row.decision.map(Symbol::as_str),
            row.meeting.map(Symbol::as_str),
            row.note,
        ))?)
}

fn name(connection: &Connection, party: StateCode, names: &Names) -> Result<usize, StoreError> {
    Ok(connection
        .prepare_cached(
            "INSERT INTO members_party (code, name_en, name_es, name_fr) VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT (code) DO UPDATE SET name_en = ?2, name_es = ?3, name_fr = ?4",
        )?
        .execute((party.as_str(), &names.en, &names.es, &names.fr))?)
}

fn apply_for(connection: &Connection, number: u64, applied: &Applied) -> Result<usize, StoreError> {
    let Applied { party, class, names, applied_on, note } = applied;
    Ok(connection
        .prepare_cached(
            "INSERT INTO members_application (number, party, class, name_en, name_es, name_fr, applied_on, note, outcome) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 'open')",
        )?
        .execute((
            number,
            party.as_str(),
            class.code(),
            &names.en,
            &names.es,
            &names.fr,
            applied_on.to_string(),
            note,
        ))?)
}

fn answer(connection: &Connection, answered: &Answered) -> Result<usize, StoreError> {
    let Answered { application, point, met, note } = answered;
    Ok(connection
        .prepare_cached(
            "INSERT INTO members_answer (application, point, met, note) SELECT number, ?2, ?3, ?4 \
             FROM members_application WHERE number = ?1 AND outcome = 'open' \
             ON CONFLICT (application, point) DO UPDATE SET met = ?3, note = ?4",
        )?
        .execute((application, point, met, note))?)
}

fn admit(connection: &Connection, admitted: &Admitted) -> Result<usize, StoreError> {
    let Admitted { application, first_on, decision } = admitted;
    let first_on = first_on.to_string();
    if settle(connection, *application, "admitted", &first_on, Some(decision))? != 1 {
        return Ok(0);
    }
    let Some(found) = super::queries::application(connection, *application)? else { return Ok(0) };
    name(connection, found.party, &found.names)?;
    let begun = Row { first_on, class: found.class, decision: Some(decision), ..Row::of(found.party) };
    stand(connection, &begun)
}

fn settle(
    connection: &Connection,
    application: u64,
    outcome: &str,
    on: &str,
    decision: Option<&Symbol>,
) -> Result<usize, StoreError> {
    Ok(connection
        .prepare_cached(
            "UPDATE members_application SET outcome = ?2, settled_on = ?3, decision = ?4 \
             WHERE number = ?1 AND outcome = 'open'",
        )?
        .execute((application, outcome, on, decision.map(Symbol::as_str)))?)
}

fn invite(connection: &Connection, invited: &Invited) -> Result<usize, StoreError> {
    let Invited { party, names, meeting, first_on, note } = invited;
    name(connection, *party, names)?;
    stand(connection, &Row { first_on: first_on.to_string(), meeting: Some(meeting), note, ..Row::of(*party) })
}

fn end(connection: &Connection, ended: &Ended) -> Result<usize, StoreError> {
    let Ended { party, last_on, decision, note } = ended;
    // Of several invitations that still run, the one that began last.
    Ok(connection
        .prepare_cached(
            "UPDATE members_standing SET last_on = ?2, ended_by = ?3, note = ?4 WHERE party = ?1 AND last_on IS NULL \
             AND first_on = (SELECT max(first_on) FROM members_standing WHERE party = ?1 AND last_on IS NULL)",
        )?
        .execute((party.as_str(), last_on.to_string(), decision.as_ref().map(Symbol::as_str), note))?)
}

fn name_institution(connection: &Connection, number: u64, named: &Institution) -> Result<usize, StoreError> {
    let Institution { party, field, names, first_on } = named;
    Ok(connection
        .prepare_cached(
            "INSERT INTO members_institution (number, party, field, name_en, name_es, name_fr, first_on) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((number, party.as_str(), field.code(), &names.en, &names.es, &names.fr, first_on.to_string()))?)
}

/// Puts a delegation in the place of what was said of it before; a delegation may come to be empty.
fn sit(connection: &Connection, delegation: &Delegation) -> Result<usize, StoreError> {
    let Delegation { party, meeting, seats } = delegation;
    let meeting = meeting.as_ref().map_or("", Symbol::as_str);
    connection
        .prepare_cached("DELETE FROM members_seat WHERE party = ?1 AND meeting = ?2")?
        .execute((party.as_str(), meeting))?;
    let mut seat = connection.prepare_cached(
        "INSERT INTO members_seat (party, meeting, turn, part, office, institution) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for (turn, one) in seats.iter().enumerate() {
        seat.execute((party.as_str(), meeting, turn + 1, one.part.code(), &one.office, one.institution))?;
    }
    Ok(1)
}

/// Gives a body a form from a day on; the form before lasts until the day before.
fn form(connection: &Connection, body: &Body) -> Result<usize, StoreError> {
    let first_on = body.first_on.to_string();
    connection
        .prepare_cached(
            "UPDATE members_body SET last_on = date(?2, '-1 day') WHERE code = ?1 AND last_on IS NULL AND first_on < ?2",
        )?
        .execute((&body.code, &first_on))?;
    Ok(connection
        .prepare_cached(
            "INSERT INTO members_body (code, first_on, kind, name_en, name_es, name_fr, parent, meetings_a_year, chair, \
             coordinator, decision) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            &body.code,
            &first_on,
            body.kind.code(),
            &body.names.en,
            &body.names.es,
            &body.names.fr,
            &body.parent,
            body.meetings_a_year,
            body.chair.code(),
            body.coordinator.as_ref().map(StateCode::as_str),
            body.decision.as_ref().map(Symbol::as_str),
        ))?)
}
