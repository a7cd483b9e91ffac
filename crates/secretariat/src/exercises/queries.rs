//! What may be read of joint exercises.

use std::collections::BTreeMap;

use base::store::StoreError;
use conference::exercises::{self, Facts, KINDS, Standing};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journal::StateCode;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::meetings::{Symbol, maybe, read};
use crate::obligations::Reference;
use crate::rounds;

/// Exercises a page of the list.
pub(super) const PAGE_ROWS: usize = 50;
/// Findings of one exercise at most.
pub(super) const FINDINGS_MAX: usize = 200;

/// An exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Exercise {
    pub(super) symbol: Symbol,
    pub(super) title_en: String,
    pub(super) title_es: String,
    pub(super) decision: Symbol,
    pub(super) place: String,
    pub(super) zone: String,
    pub(super) first_on: Date,
    pub(super) last_on: Date,
    pub(super) plan_en: String,
    pub(super) plan_es: String,
    pub(super) standing: Standing,
    pub(super) changed_at: Timestamp,
    /// Who takes part, each with the kind of institution that coordinates for it.
    pub(super) participants: BTreeMap<StateCode, String>,
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) number: u16,
    pub(super) text_en: String,
    pub(super) text_es: String,
    pub(super) obligation: Option<Reference>,
    pub(super) reason: Option<String>,
}

impl Exercise {
    /// Answers whether its last day has come, at its place.
    pub(super) fn is_over(&self, now: Timestamp) -> bool {
        TimeZone::get(&self.zone).unwrap_or(TimeZone::UTC).to_datetime(now).date() >= self.last_on
    }
}

impl Finding {
    /// Answers whether something answers for it.
    pub(super) fn is_answered(&self) -> bool {
        self.obligation.is_some() || self.reason.is_some()
    }
}

const EXERCISE: &str = "SELECT symbol, title_en, title_es, decision, place, zone, first_on, last_on, plan_en, plan_es, \
    standing, changed_us FROM exercises_exercise";

/// Answers a page of the exercises, the latest first; one more than a page has where the list goes on.
pub(super) fn exercises(now: &Connection, page: usize) -> Result<Vec<Exercise>, StoreError> {
    let skipped = i64::try_from(page.saturating_mul(PAGE_ROWS)).unwrap_or(i64::MAX);
    let mut statement =
        now.prepare_cached(&format!("{EXERCISE} ORDER BY first_on DESC, symbol DESC LIMIT ?1 OFFSET ?2"))?;
    let found = statement.query_map((PAGE_ROWS + 1, skipped), exercise_of)?;
    found.collect::<Result<Vec<_>, _>>()?.into_iter().map(|one| with_participants(now, one)).collect()
}

/// Answers the exercises that stand somewhere, the latest first, up to a number.
pub(super) fn standing_at(now: &Connection, at: Standing, most: usize) -> Result<Vec<Exercise>, StoreError> {
    let mut statement =
        now.prepare_cached(&format!("{EXERCISE} WHERE standing = ?1 ORDER BY first_on DESC, symbol LIMIT ?2"))?;
    let found = statement.query_map((at.code(), most), exercise_of)?;
    found.collect::<Result<Vec<_>, _>>()?.into_iter().map(|one| with_participants(now, one)).collect()
}

/// Answers one exercise.
pub(super) fn exercise(now: &Connection, symbol: &Symbol) -> Result<Option<Exercise>, StoreError> {
    let mut statement = now.prepare_cached(&format!("{EXERCISE} WHERE symbol = ?1"))?;
    let found = statement.query_row([symbol.as_str()], exercise_of).optional()?;
    found.map(|one| with_participants(now, one)).transpose()
}

fn exercise_of(row: &Row<'_>) -> rusqlite::Result<Exercise> {
    let standing: String = row.get(10)?;
    Ok(Exercise {
        symbol: read(row, 0)?,
        title_en: row.get(1)?,
        title_es: row.get(2)?,
        decision: read(row, 3)?,
        place: row.get(4)?,
        zone: row.get(5)?,
        first_on: read(row, 6)?,
        last_on: read(row, 7)?,
        plan_en: row.get(8)?,
        plan_es: row.get(9)?,
        standing: Standing::parse(&standing).ok_or(rusqlite::Error::InvalidQuery)?,
        changed_at: rounds::instant(row.get(11)?),
        participants: BTreeMap::new(),
    })
}

fn with_participants(now: &Connection, mut exercise: Exercise) -> Result<Exercise, StoreError> {
    let mut statement =
        now.prepare_cached("SELECT state, institution FROM exercises_participant WHERE exercise = ?1")?;
    let found = statement.query_map([exercise.symbol.as_str()], |row| Ok((read(row, 0)?, row.get(1)?)))?;
    exercise.participants = found.collect::<Result<_, _>>()?;
    Ok(exercise)
}

/// Answers what each State reported, in the order of [`KINDS`].
pub(super) fn reported(now: &Connection, symbol: &Symbol) -> Result<BTreeMap<StateCode, Vec<u32>>, StoreError> {
    let mut statement = now.prepare_cached("SELECT state, kind, count FROM exercises_count WHERE exercise = ?1")?;
    let found = statement.query_map([symbol.as_str()], |row| {
        Ok((read::<StateCode>(row, 0)?, row.get::<_, String>(1)?, row.get::<_, u32>(2)?))
    })?;
    let mut reported: BTreeMap<StateCode, Vec<u32>> = BTreeMap::new();
    for one in found {
        let (state, code, count) = one?;
        let counts = reported.entry(state).or_insert_with(|| vec![0; KINDS.len()]);
        if let Some(at) = exercises::kind(&code) {
            counts[at] = count;
        }
    }
    Ok(reported)
}

/// Answers what was found, in the order in which it was written down.
pub(super) fn findings(now: &Connection, symbol: &Symbol) -> Result<Vec<Finding>, StoreError> {
    let mut statement = now.prepare_cached(
        "SELECT number, text_en, text_es, obligation, reason FROM exercises_finding WHERE exercise = ?1 ORDER BY number LIMIT ?2",
    )?;
    let found = statement.query_map((symbol.as_str(), FINDINGS_MAX), |row| {
        Ok(Finding {
            number: row.get(0)?,
            text_en: row.get(1)?,
            text_es: row.get(2)?,
            obligation: maybe(row, 3)?,
            reason: row.get(4)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers what a step of an exercise depends on.
pub(super) fn facts(now: &Connection, exercise: &Exercise, at: Timestamp) -> Result<Facts, StoreError> {
    let findings = findings(now, &exercise.symbol)?;
    Ok(Facts {
        over: exercise.is_over(at),
        reported: reported(now, &exercise.symbol)?.len(),
        unanswered: findings.iter().filter(|finding| !finding.is_answered()).count(),
    })
}
