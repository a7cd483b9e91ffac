//! What waits for a delegation in this room: seats for which it has nominated nobody yet.

use base::store::StoreError;
use rusqlite::Connection;

use super::queries;
use crate::today::{Asked, Waiting, When};

/// Answers the sessions in which a State still has a seat to fill, until nominations are closed; for the secretariat none.
///
/// # Errors
/// When the tables cannot be read.
pub fn waiting(now: &Connection, asked: &Asked) -> Result<Vec<Waiting>, StoreError> {
    let mut all = Vec::new();
    for session in queries::open(now, asked.now)? {
        let own = queries::nominees(now, &session.symbol)?.iter().filter(|one| one.state == asked.party).count();
        if own >= session.offer()?.seats_of(asked.party) {
            continue;
        }
        let reference = session.symbol.in_address();
        let what = |title: &str| format!("{title}, {}", session.place);
        let course = queries::course(now, &session.course)?;
        let (title_en, title_es) = course.map(|course| (course.title_en, course.title_es)).unwrap_or_default();
        all.push(Waiting {
            id: format!("training-{}", reference.to_lowercase()),
            what_en: what(&title_en),
            what_es: what(&title_es),
            address: format!("/training/{reference}/people"),
            kind_key: "training-waiting",
            when: When::DueAt(session.closes_at),
            done_at: None,
            changed_at: session.at,
            reminded_at: None,
            note: None,
        });
    }
    Ok(all)
}
