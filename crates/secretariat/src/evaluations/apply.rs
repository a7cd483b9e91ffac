//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};

use super::entries::{EvaluationEntry, Responded};
use super::queries::{self, Known};
use crate::meetings::Symbol;
use crate::rounds::damaged;

/// Applies one entry.
pub(super) fn apply(now: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    let said = EvaluationEntry::read(entry.kind(), entry.payload)?;
    let symbol = said.evaluation();
    if matches!(said, EvaluationEntry::Drafted(_)) {
        return draft(now, entry, symbol);
    }
    now.prepare_cached(
        "INSERT INTO evaluations_act (position, evaluation, kind, state, at_us, act) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![
        entry.position,
        symbol.as_str(),
        entry.kind(),
        entry.state().as_str(),
        entry.at_us(),
        entry.payload
    ])?;
    match &said {
        EvaluationEntry::Given(_) => {
            // What was given is no draft any more.
            now.prepare_cached("DELETE FROM evaluations_draft WHERE evaluation = ?1 AND party = ?2")?
                .execute(params![symbol.as_str(), entry.state().as_str()])?;
        }
        EvaluationEntry::Responded(responded) => duty(now, responded)?,
        _ => {}
    }
    let known = queries::known(now, symbol)?.ok_or_else(|| damaged(entry.position, "it is not there"))?;
    stand(now, entry, &known)
}

fn draft(now: &Connection, entry: &Recorded<'_>, symbol: &Symbol) -> Result<(), StoreError> {
    now.prepare_cached(
        "INSERT INTO evaluations_draft (evaluation, party, position, times, at_us, act) VALUES (?1, ?2, ?3, 1, ?4, ?5) \
         ON CONFLICT (evaluation, party) DO UPDATE SET position = excluded.position, times = times + 1, \
         at_us = excluded.at_us, act = excluded.act",
    )?
    .execute(params![symbol.as_str(), entry.state().as_str(), entry.position, entry.at_us(), entry.payload])?;
    Ok(())
}

fn duty(now: &Connection, responded: &Responded) -> Result<(), StoreError> {
    if let Some(obligation) = &responded.obligation {
        now.prepare_cached("INSERT INTO evaluations_duty (obligation, evaluation, number) VALUES (?1, ?2, ?3)")?
            .execute(params![obligation.to_string(), responded.evaluation.as_str(), responded.number])?;
    }
    Ok(())
}

/// Notes where the evaluation stands, by what the journal proves and no clock.
fn stand(now: &Connection, entry: &Recorded<'_>, known: &Known) -> Result<(), StoreError> {
    let (prepared, rules) = (&known.prepared, &known.rules);
    let symbol = prepared.symbol.as_str();
    let (answered, asked) = rules.answered();
    now.prepare_cached(
        "INSERT INTO evaluations_evaluation (symbol, title_en, title_es, title_fr, decision, evaluators, deadline_on, \
         members_only, opened, ends_us, version, answered, asked, position, changed_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) \
         ON CONFLICT (symbol) DO UPDATE SET title_en = excluded.title_en, title_es = excluded.title_es, \
         title_fr = excluded.title_fr, decision = excluded.decision, evaluators = excluded.evaluators, \
         deadline_on = excluded.deadline_on, members_only = excluded.members_only, opened = excluded.opened, \
         ends_us = excluded.ends_us, version = excluded.version, answered = excluded.answered, asked = excluded.asked, \
         changed_us = max(changed_us, excluded.changed_us)",
    )?
    .execute(params![
        symbol,
        prepared.title.en,
        prepared.title.es,
        prepared.title.fr,
        prepared.decision.as_str(),
        prepared.evaluators,
        prepared.deadline_on.to_string(),
        known.members_only(),
        rules.opened_at().is_some(),
        rules.ends_at().map_or(0, |ends_at| ends_at.as_microsecond()),
        rules.versions().len(),
        answered,
        asked,
        entry.position,
        entry.at_us()
    ])?;
    let mut party = now.prepare_cached(
        "INSERT INTO evaluations_party (party, evaluation, member, answered, deadline_us) VALUES (?1, ?2, ?3, ?4, ?5) \
         ON CONFLICT (party, evaluation) DO UPDATE SET answered = excluded.answered, deadline_us = excluded.deadline_us",
    )?;
    for (code, guest) in rules.guests() {
        let deadline_us = guest.deadline.as_microsecond();
        party.execute(params![code.as_str(), symbol, guest.member, !guest.given.is_empty(), deadline_us])?;
    }
    now.prepare_cached("DELETE FROM evaluations_unanswered WHERE evaluation = ?1")?.execute([symbol])?;
    let mut waits = now.prepare_cached(
        "INSERT INTO evaluations_unanswered (party, evaluation, number, since_us) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for (number, code, since) in rules.unanswered() {
        waits.execute(params![code.as_str(), symbol, number, since.as_microsecond()])?;
    }
    Ok(())
}
