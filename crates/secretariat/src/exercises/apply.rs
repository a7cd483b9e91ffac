//! What an entry means for the tables.

use base::store::{Recorded as Entered, StoreError};
use rusqlite::{Connection, params};

use super::entries::{Counted, ExerciseEntry, Planned};

/// Applies one entry.
pub(super) fn apply(now: &Connection, entry: &Entered<'_>) -> Result<(), StoreError> {
    let of = Applying { now, entry };
    match ExerciseEntry::read(entry.kind(), entry.payload)? {
        ExerciseEntry::Planned(planned) => of.plan(&planned),
        ExerciseEntry::Stepped(stepped) => of.put(
            "UPDATE exercises_exercise SET standing = ?2, changed_us = ?3 WHERE symbol = ?1",
            params![stepped.exercise.as_str(), stepped.to, entry.at_us()],
        ),
        ExerciseEntry::Counted(counted) => of.count(&counted),
        ExerciseEntry::Found(found) => of.put(
            "INSERT INTO exercises_finding (exercise, number, text_en, text_es, position) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![found.exercise.as_str(), found.number, found.text_en, found.text_es, entry.position],
        ),
        ExerciseEntry::Answered(answered) => of.put(
            "UPDATE exercises_finding SET obligation = ?3, reason = ?4 WHERE exercise = ?1 AND number = ?2",
            params![
                answered.exercise.as_str(),
                answered.number,
                answered.obligation.map(|reference| reference.to_string()),
                answered.reason
            ],
        ),
    }
}

struct Applying<'a> {
    now: &'a Connection,
    entry: &'a Entered<'a>,
}

impl Applying<'_> {
    fn put(&self, sql: &'static str, values: &[&dyn rusqlite::ToSql]) -> Result<(), StoreError> {
        self.now.prepare_cached(sql)?.execute(values)?;
        Ok(())
    }

    fn plan(&self, planned: &Planned) -> Result<(), StoreError> {
        let symbol = planned.symbol.as_str();
        self.put(
            "INSERT INTO exercises_exercise (symbol, title_en, title_es, decision, place, zone, first_on, last_on, plan_en, \
             plan_es, standing, position, changed_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'planned', ?11, ?12)",
            params![
                symbol,
                planned.title_en,
                planned.title_es,
                planned.decision.as_str(),
                planned.place,
                planned.zone,
                planned.first_on.to_string(),
                planned.last_on.to_string(),
                planned.plan_en,
                planned.plan_es,
                self.entry.position,
                self.entry.at_us()
            ],
        )?;
        for one in &planned.participants {
            self.put(
                "INSERT INTO exercises_participant (exercise, state, institution) VALUES (?1, ?2, ?3)",
                params![symbol, one.state.as_str(), one.institution],
            )?;
        }
        Ok(())
    }

    fn count(&self, counted: &Counted) -> Result<(), StoreError> {
        let (exercise, state) = (counted.exercise.as_str(), self.entry.state());
        for one in &counted.counts {
            self.put(
                "INSERT INTO exercises_count (exercise, state, kind, count) VALUES (?1, ?2, ?3, ?4) \
                 ON CONFLICT (exercise, state, kind) DO UPDATE SET count = excluded.count",
                params![exercise, state.as_str(), one.kind, one.count],
            )?;
        }
        Ok(())
    }
}
