//! What waits for a delegation in this room: reviews of its sheets, and what a colleague wrote; for the secretariat, what may be published.

use base::store::StoreError;
use rusqlite::Connection;

use super::queries::{self, Version};
use crate::today::{Asked, Waiting, When};

/// Answers the reviews that are due and the versions that wait for somebody else.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let own = (!asked.coordinates).then_some(asked.party);
    let pending = queries::all_pending(now, own)?;
    let published = if asked.coordinates { Vec::new() } else { queries::as_of(now, asked.now)? };
    let to_review =
        published.iter().filter(|version| version.state == asked.party && version.review_due() <= asked.until);
    let reviews = to_review.map(|version| thing(version, "review", When::DueOn(version.review_due())));
    let others = pending.iter().map(|version| thing(version, "publish", When::Open));
    Ok(reviews.chain(others).collect())
}

fn thing(version: &Version, what: &str, when: When) -> Waiting {
    let reference = version.reference();
    let (en, es) = (&version.content.short_en, &version.content.short_es);
    let named = |own: &str, other: &str| format!("{}: {}", reference.state, if own.is_empty() { other } else { own });
    let (address, kind_key) = match what {
        "review" => (format!("/sheets/{reference}/write"), "sheets-waiting-review"),
        _ => (format!("/sheets/{reference}"), "sheets-waiting-publish"),
    };
    Waiting {
        id: format!("sheet-{what}-{}", reference.to_string().to_lowercase()),
        what_en: named(en, es),
        what_es: named(es, en),
        address,
        kind_key,
        when,
        done_at: None,
        changed_at: version.published_at.unwrap_or(version.written_at),
        reminded_at: None,
        note: None,
    }
}
