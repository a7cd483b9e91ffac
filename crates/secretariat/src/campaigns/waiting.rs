//! What waits for a delegation in this room: campaigns of its State that are over and not evaluated.

use base::store::StoreError;
use conference::campaigns::evaluation_due;
use rusqlite::Connection;

use super::queries;
use crate::today::{Asked, Waiting, When};

/// Answers the campaigns that a State has still to evaluate; for the secretariat none: it reads, and evaluates nothing.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let campaigns = queries::to_evaluate(now, asked.party, asked.today())?;
    let waiting = campaigns.into_iter().map(|campaign| {
        let (reference, content) = (campaign.reference().to_string(), &campaign.content);
        let first = |texts: [&String; 3]| texts.into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default();
        Waiting {
            id: format!("campaign-{}", reference.to_lowercase()),
            what_en: first([&content.title_en, &content.title_es, &content.title_fr]),
            what_es: first([&content.title_es, &content.title_en, &content.title_fr]),
            address: format!("/campaigns/{reference}/evaluate"),
            kind_key: "campaigns-waiting",
            when: When::DueOn(evaluation_due(content.last_on)),
            done_at: None,
            changed_at: campaign.at,
            reminded_at: None,
            note: None,
        }
    });
    Ok(waiting.collect())
}
