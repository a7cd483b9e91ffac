//! What waits for a delegation in this room: counts that its State has not reported; and the days of exercises, for calendars.

use base::store::StoreError;
use conference::exercises::Standing;
use rusqlite::Connection;

use super::queries::{self, Exercise};
use crate::today::{Asked, Waiting, When};

/// Exercises that are followed at one time.
const FOLLOWED_MAX: usize = 100;

/// Answers the exercises that were held and of which a State that took part has reported nothing; for the secretariat none.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let mut all = Vec::new();
    for exercise in queries::standing_at(now, Standing::Held, FOLLOWED_MAX)? {
        let owes = exercise.participants.contains_key(&asked.party);
        if owes && !queries::reported(now, &exercise.symbol)?.contains_key(&asked.party) {
            let address = format!("/exercises/{}/counts", exercise.symbol.in_address());
            all.push(drawn(exercise, "exercises-waiting", address, When::Open));
        }
    }
    Ok(all)
}

/// Answers the latest exercises as days of a calendar: past ones stay in it.
pub(crate) fn in_calendar(now: &Connection) -> Result<Vec<Waiting>, StoreError> {
    let days = |exercise: Exercise| {
        let when = When::Days {
            from: exercise.first_on,
            to: exercise.last_on,
            zone: exercise.zone.clone(),
            place: exercise.place.clone(),
        };
        let address = format!("/exercises/{}", exercise.symbol.in_address());
        drawn(exercise, "exercises-days-of", address, when)
    };
    Ok(queries::exercises(now, 0)?.into_iter().map(days).collect())
}

fn drawn(exercise: Exercise, kind_key: &'static str, address: String, when: When) -> Waiting {
    Waiting {
        id: format!("exercise-{}", exercise.symbol.in_address().to_lowercase()),
        what_en: exercise.title_en,
        what_es: exercise.title_es,
        address,
        kind_key,
        when,
        done_at: None,
        changed_at: exercise.changed_at,
        reminded_at: None,
        note: None,
    }
}
