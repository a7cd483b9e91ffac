//! What an entry means for the tables.

use base::store::{Recorded, StoreError};
use rusqlite::{Connection, params};

use super::entries::{CampaignEntry, Evaluated, Written};

/// Applies one entry.
pub(super) fn apply(now: &Connection, entry: &Recorded<'_>) -> Result<(), StoreError> {
    match CampaignEntry::read(entry.kind(), entry.payload)? {
        CampaignEntry::Written(written) => self::written(now, entry, &written),
        CampaignEntry::Published(published) => {
            now.prepare_cached("UPDATE campaigns_campaign SET published_us = ?3 WHERE state = ?1 AND number = ?2")?
                .execute(params![entry.state().as_str(), published.number, entry.at_us()])?;
            Ok(())
        }
        CampaignEntry::Evaluated(evaluated) => self::evaluated(now, entry, &evaluated),
    }
}

fn written(now: &Connection, entry: &Recorded<'_>, one: &Written) -> Result<(), StoreError> {
    now.prepare_cached(
        "INSERT INTO campaigns_campaign (state, number, title_en, title_es, title_fr, message_en, message_es, message_fr, \
         audiences, languages, channels, states, places, first_on, last_on, papers, cost_minor, currency, reached, measured, \
         decision, revision, position, at_us) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, 1, ?22, ?23) \
         ON CONFLICT (state, number) DO UPDATE SET title_en = excluded.title_en, title_es = excluded.title_es, \
         title_fr = excluded.title_fr, message_en = excluded.message_en, message_es = excluded.message_es, \
         message_fr = excluded.message_fr, audiences = excluded.audiences, languages = excluded.languages, \
         channels = excluded.channels, states = excluded.states, places = excluded.places, first_on = excluded.first_on, \
         last_on = excluded.last_on, papers = excluded.papers, cost_minor = excluded.cost_minor, \
         currency = excluded.currency, reached = excluded.reached, measured = excluded.measured, \
         decision = excluded.decision, revision = revision + 1, position = excluded.position, at_us = excluded.at_us",
    )?
    .execute(params![
        entry.state().as_str(),
        one.number,
        one.title_en,
        one.title_es,
        one.title_fr,
        one.message_en,
        one.message_es,
        one.message_fr,
        one.audiences,
        one.languages,
        one.channels,
        one.states,
        one.places,
        one.first_on.to_string(),
        one.last_on.to_string(),
        one.papers,
        one.cost_minor,
        one.currency,
        one.reached,
        one.measured,
        one.decision.as_str(),
        entry.position,
        entry.at_us()
    ])?;
    Ok(())
}

fn evaluated(now: &Connection, entry: &Recorded<'_>, one: &Evaluated) -> Result<(), StoreError> {
    now.prepare_cached(
        "INSERT INTO campaigns_evaluation (state, number, text, evaluated_on, evaluated_by, position) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (state, number) DO UPDATE SET text = excluded.text, \
         evaluated_on = excluded.evaluated_on, evaluated_by = excluded.evaluated_by, position = excluded.position",
    )?
    .execute(params![
        entry.state().as_str(),
        one.number,
        one.text,
        one.evaluated_on.to_string(),
        one.evaluated_by,
        entry.position
    ])?;
    Ok(())
}
