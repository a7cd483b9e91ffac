//! What an entry means for the tables.

use base::store::{Recorded as Entered, StoreError};
use rusqlite::{Connection, params};

use super::coded;
use super::entries::{Certified, CourseMade, Forgotten, Nominated, Rated, Recorded, SessionCalled, TrainingEntry};

/// Applies one entry.
pub(super) fn apply(now: &Connection, entry: &Entered<'_>) -> Result<(), StoreError> {
    let of = Applying { now, entry };
    match TrainingEntry::read(entry.kind(), entry.payload)? {
        TrainingEntry::CourseMade(made) => of.course(&made),
        TrainingEntry::SessionCalled(called) => of.session(&called),
        TrainingEntry::Nominated(nominated) => of.nominate(&nominated),
        TrainingEntry::Recorded(recorded) => of.record(&recorded),
        TrainingEntry::Certified(certified) => of.certify(&certified),
        TrainingEntry::Revoked(revoked) => of.put(
            "UPDATE training_certificate SET withdrawn_on = ?2 WHERE number = ?1",
            params![revoked.number, revoked.withdrawn_on.to_string()],
        ),
        TrainingEntry::Rated(rated) => of.rate(&rated),
        TrainingEntry::Summed(summed) => {
            // Writing to a vector cannot fail.
            let counts = minicbor::to_vec(&summed.sum).unwrap_or_default();
            of.put(
                "INSERT INTO training_sum (session, counts) VALUES (?1, ?2)",
                params![summed.session.as_str(), counts],
            )
        }
        TrainingEntry::Forgotten(forgotten) => of.forget(&forgotten),
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

    fn course(&self, made: &CourseMade) -> Result<(), StoreError> {
        let symbol = made.symbol.as_str();
        self.put(
            "INSERT INTO training_course (symbol, title_en, title_es, title_fr, valid_months, pass, position) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                symbol,
                made.title_en,
                made.title_es,
                made.title_fr,
                made.valid_months,
                made.pass,
                self.entry.position
            ],
        )?;
        for (turn, module) in made.modules.iter().enumerate() {
            self.put(
                "INSERT INTO training_module (course, turn, title_en, title_es, title_fr, partner) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                params![symbol, turn + 1, module.title_en, module.title_es, module.title_fr, module.partner],
            )?;
        }
        Ok(())
    }

    fn session(&self, called: &SessionCalled) -> Result<(), StoreError> {
        let symbol = called.symbol.as_str();
        self.put(
            "INSERT INTO training_session (symbol, course, decision, host, place, zone, first_on, last_on, closes_us, \
             organisers, position, at_us) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            params![
                symbol,
                called.course.as_str(),
                called.decision.as_str(),
                called.host.as_str(),
                called.place,
                called.zone,
                called.first_on.to_string(),
                called.last_on.to_string(),
                called.closes_us,
                called.organisers,
                self.entry.position,
                self.entry.at_us()
            ],
        )?;
        for seats in &called.seats {
            self.put(
                "INSERT INTO training_seats (session, state, seats) VALUES (?1, ?2, ?3)",
                params![symbol, seats.state.as_str(), seats.seats],
            )?;
        }
        Ok(())
    }

    fn nominate(&self, nominated: &Nominated) -> Result<(), StoreError> {
        let nominee = nominated.nominee.to_string();
        self.put(
            "INSERT INTO training_nominee (nominee, session, state, name, folded, institution, sex, position, at_us) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                nominee,
                nominated.session.as_str(),
                self.entry.state().as_str(),
                nominated.name,
                coded::folded(&nominated.name),
                nominated.institution,
                nominated.sex,
                self.entry.position,
                self.entry.at_us()
            ],
        )?;
        self.said(&nominee)
    }

    fn record(&self, recorded: &Recorded) -> Result<(), StoreError> {
        let nominee = recorded.nominee.to_string();
        self.put(
            "INSERT INTO training_record (nominee, session, days, before, after, position) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (nominee) DO UPDATE SET days = excluded.days, \
             before = excluded.before, after = excluded.after, position = excluded.position",
            params![
                nominee,
                recorded.session.as_str(),
                recorded.days,
                recorded.before,
                recorded.after,
                self.entry.position
            ],
        )?;
        self.said(&nominee)
    }

    fn certify(&self, certified: &Certified) -> Result<(), StoreError> {
        self.put(
            "INSERT INTO training_certificate (number, nominee, session, issued_on, expires_on, position) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                certified.number,
                certified.nominee.to_string(),
                certified.session.as_str(),
                certified.issued_on.to_string(),
                certified.expires_on.to_string(),
                self.entry.position
            ],
        )
    }

    fn rate(&self, rated: &Rated) -> Result<(), StoreError> {
        self.put(
            "INSERT INTO training_feedback (position, session, state, useful, clear, practice) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![
                self.entry.position,
                rated.session.as_str(),
                self.entry.state().as_str(),
                rated.useful,
                rated.clear,
                rated.practice
            ],
        )
    }

    /// What each series said goes by itself: as a rebuild, which finds those payloads gone, leaves it.
    fn forget(&self, forgotten: &Forgotten) -> Result<(), StoreError> {
        for position in &forgotten.positions {
            self.put(
                "DELETE FROM training_nominee WHERE nominee = ?1 AND position = ?2",
                params![forgotten.nominee.to_string(), position],
            )?;
            self.put(
                "DELETE FROM training_record WHERE nominee = ?1 AND position = ?2",
                params![forgotten.nominee.to_string(), position],
            )?;
            self.put("DELETE FROM training_said WHERE position = ?1", params![position])?;
        }
        Ok(())
    }

    fn said(&self, nominee: &str) -> Result<(), StoreError> {
        self.put(
            "INSERT INTO training_said (position, nominee, state) VALUES (?1, ?2, ?3)",
            params![self.entry.position, nominee, self.entry.state().as_str()],
        )
    }
}
