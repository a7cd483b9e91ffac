//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use conference::due::{Anchor, Anchors, DueRule};
use minicbor::Decode;
use rusqlite::Connection;

use super::entries::{self, Charged, ConditionMet, Evidence, EvidenceWithdrawn, Expected, Released, Reminded};
use super::queries;
use super::reference::Reference;

/// Sorts after every day: no day is known.
pub(super) const NO_DAY: &str = "~";

/// Applies one entry.
pub(super) fn apply(connection: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    let act = match entry.kind() {
        kind if kind == entries::CHARGED.as_str() => return charge(connection, entry, &decoded(entry)?),
        kind if kind == entries::EVIDENCE.as_str() => {
            let Evidence { of, owner, period, happened_on, completes, text } = decoded(entry)?;
            Act { owners: owner, period, on_day: Some(happened_on.to_string()), completes, text, ..Act::of(of) }
        }
        kind if kind == entries::EVIDENCE_WITHDRAWN.as_str() => {
            let EvidenceWithdrawn { of, evidence, reason } = decoded(entry)?;
            Act { evidence: Some(evidence), text: reason, ..Act::of(of) }
        }
        kind if kind == entries::EXPECTED.as_str() => {
            let Expected { of, owner, period, expected_on, reason } = decoded(entry)?;
            Act { owners: owner, period, on_day: Some(expected_on.to_string()), text: reason, ..Act::of(of) }
        }
        kind if kind == entries::CONDITION_MET.as_str() => {
            let ConditionMet { of, on, text } = decoded(entry)?;
            Act { on_day: Some(on.to_string()), text, ..Act::of(of) }
        }
        kind if kind == entries::RELEASED.as_str() => {
            let Released { of, on, decision } = decoded(entry)?;
            Act { on_day: Some(on.to_string()), decision: Some(decision.to_string()), ..Act::of(of) }
        }
        kind if kind == entries::REMINDED.as_str() => {
            let Reminded { of, owners, period, due_on, before_days: before, overdue_number: overdue } = decoded(entry)?;
            let (owners, on_day) = (owners.join("\n"), Some(due_on.to_string()));
            Act { owners, period, on_day, before, overdue, ..Act::of(of) }
        }
        kind => return Err(damaged(entry, &format!("no kind {kind}"))),
    };
    let id = queries::number_of(connection, &act.of)?
        .ok_or_else(|| damaged(entry, "it speaks of an obligation that nobody was charged with"))?;
    note(connection, entry, id, &act)?;
    settle(connection, id)
}

/// What an entry says of an obligation that is there.
struct Act {
    of: Reference,
    owners: String,
    period: u16,
    on_day: Option<String>,
    completes: bool,
    text: String,
    decision: Option<String>,
    evidence: Option<u64>,
    before: Option<u16>,
    overdue: Option<u16>,
}

impl Act {
    fn of(of: Reference) -> Self {
        Act {
            of,
            owners: String::new(),
            period: 0,
            on_day: None,
            completes: false,
            text: String::new(),
            decision: None,
            evidence: None,
            before: None,
            overdue: None,
        }
    }
}

fn charge(connection: &Connection, entry: &Recorded<'_>, charged: &Charged) -> Result<(), StoreError> {
    let id = entry.position;
    let rule = charged.rule.as_ref().map(DueRule::to_string);
    connection
        .prepare_cached(
            "INSERT INTO obligations_obligation (id, decision, number, verb, owners, jointly, what, what_es, rule, \
             begins_on, condition, lapses, adopted_on, meeting_ended_on, series, members_only, at_us) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)",
        )?
        .execute(rusqlite::params![
            id,
            charged.decision.as_str(),
            charged.number,
            &charged.verb,
            charged.owners.join("\n"),
            charged.jointly,
            &charged.what,
            &charged.what_es,
            rule,
            charged.begins_on.to_string(),
            &charged.condition,
            charged.lapses,
            charged.adopted_on.to_string(),
            charged.meeting_ended_on.map(|day| day.to_string()),
            &charged.series,
            charged.members_only,
            entry.at_us(),
        ])?;
    let basis = match &charged.rule {
        Some(rule) if queries::moves(rule) => Some(basis(connection, charged, rule)?),
        _ => None,
    };
    let recurs = charged.rule.as_ref().is_some_and(DueRule::recurs);
    let fixed = charged.rule.as_ref().and_then(|rule| rule.date(&anchors(charged)));
    let due_on = fixed.filter(|_| basis.is_none()).map_or_else(|| NO_DAY.to_owned(), |day| day.to_string());
    let stage = if charged.condition.is_some() { "waiting" } else { "live" };
    let together = [charged.owners.as_slice()];
    let each: Vec<&[String]> = charged.owners.chunks(1).collect();
    let shares: &[&[String]] = if charged.jointly { &together } else { &each };
    for (share, owners) in (1_u64..).zip(shares) {
        connection
            .prepare_cached(
                "INSERT INTO obligations_duty (obligation, share, basis, recurs, due_on, stage, lapses, members_only) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )?
            .execute((id, share, basis, recurs, &due_on, stage, charged.lapses, charged.members_only))?;
        for owner in *owners {
            connection
                .prepare_cached("INSERT INTO obligations_owner (owner, obligation, share) VALUES (?1, ?2, ?3)")?
                .execute((owner, id, share))?;
        }
    }
    Ok(())
}

fn anchors(charged: &Charged) -> Anchors {
    Anchors { adopted_on: Some(charged.adopted_on), meeting_ended_on: charged.meeting_ended_on, ..Anchors::default() }
}

fn basis(connection: &Connection, charged: &Charged, rule: &DueRule) -> Result<i64, StoreError> {
    let (rule, begins_on) = (rule.to_string(), charged.begins_on.to_string());
    connection
        .prepare_cached("INSERT OR IGNORE INTO obligations_basis (rule, begins_on, series) VALUES (?1, ?2, ?3)")?
        .execute((&rule, &begins_on, &charged.series))?;
    let mut known = connection
        .prepare_cached("SELECT id FROM obligations_basis WHERE rule = ?1 AND begins_on = ?2 AND series = ?3")?;
    Ok(known.query_row((&rule, &begins_on, &charged.series), |row| row.get(0))?)
}

fn note(connection: &Connection, entry: &Recorded<'_>, id: u64, act: &Act) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO obligations_act (position, obligation, kind, party, owners, period, on_day, completes, text, \
             decision, evidence, before, overdue, at_us) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(rusqlite::params![
            entry.position,
            id,
            entry.kind(),
            entry.state().as_str(),
            &act.owners,
            act.period,
            &act.on_day,
            act.completes,
            &act.text,
            &act.decision,
            act.evidence,
            act.before,
            act.overdue,
            entry.at_us(),
        ])?;
    Ok(())
}

/// Evidence that completes a share's duty and was not withdrawn: its earliest day, by period. `?1` is the obligation.
const DONE: &str = "SELECT act.obligation AS obligation, owner.share AS share, act.period AS period, min(act.on_day) AS done_on \
     FROM obligations_act AS act JOIN obligations_owner AS owner ON owner.owner = act.owners AND owner.obligation = act.obligation \
     WHERE act.obligation = ?1 AND act.kind = 'evidence' AND act.completes = 1 AND NOT EXISTS \
     (SELECT 1 FROM obligations_act AS gone WHERE gone.obligation = ?1 AND gone.kind = 'evidence_withdrawn' \
      AND gone.evidence = act.position) GROUP BY owner.share, act.period";

/// Works out again how far each share of an obligation is, from all that was recorded of it.
fn settle(connection: &Connection, id: u64) -> Result<(), StoreError> {
    date_by_event(connection, id)?;
    connection.prepare_cached("DELETE FROM obligations_done WHERE obligation = ?1")?.execute([id])?;
    connection
        .prepare_cached(&format!("INSERT INTO obligations_done (obligation, share, period, done_on) {DONE}"))?
        .execute([id])?;
    connection
        .prepare_cached(
            "UPDATE obligations_duty AS duty SET done_on = CASE WHEN recurs THEN NULL ELSE (SELECT done_on FROM obligations_done \
             AS done WHERE done.obligation = duty.obligation AND done.share = duty.share AND done.period = 1) END \
             WHERE obligation = ?1",
        )?
        .execute([id])?;
    connection
        .prepare_cached(
            "UPDATE obligations_duty SET stage = CASE WHEN done_on IS NOT NULL THEN 'done' \
             WHEN EXISTS (SELECT 1 FROM obligations_act WHERE obligation = ?1 AND kind = 'released') THEN 'released' \
             WHEN (SELECT condition FROM obligations_obligation WHERE id = ?1) IS NOT NULL AND NOT EXISTS \
             (SELECT 1 FROM obligations_act WHERE obligation = ?1 AND kind = 'condition_met') THEN 'waiting' \
             ELSE 'live' END WHERE obligation = ?1",
        )?
        .execute([id])?;
    Ok(())
}

/// Gives a duty its day that is counted from an event, once somebody has said when that was.
fn date_by_event(connection: &Connection, id: u64) -> Result<(), StoreError> {
    let Some(obligation) = queries::one(connection, id)? else { return Ok(()) };
    let rule = obligation.obligation.order().rule.clone();
    if !matches!(&rule, Some(DueRule::Counted { anchor: Anchor::Event(_), .. })) {
        return Ok(());
    }
    let history = queries::history(connection, id)?;
    let due_on = rule.and_then(|rule| rule.date(&obligation.anchors(&history)));
    let due_on = due_on.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string());
    connection
        .prepare_cached("UPDATE obligations_duty SET due_on = ?2 WHERE obligation = ?1")?
        .execute((id, due_on))?;
    Ok(())
}

fn decoded<'b, T: Decode<'b, ()>>(entry: &Recorded<'b>) -> Result<T, StoreError> {
    minicbor::decode(entry.payload).map_err(|error| damaged(entry, &error.to_string()))
}

fn damaged(entry: &Recorded<'_>, what: &str) -> StoreError {
    StoreError::Damaged(format!("entry {}: {what}", entry.position))
}
