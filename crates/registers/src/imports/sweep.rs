//! What the passing of time asks for: imports that broke off with their process are undone.

use base::access::Purpose;
use base::desk::by_rule;
use base::ground::Puebla;
use base::store::{Stamp, StoreError};
use journal::StateCode;
use uuid::Uuid;

use super::entries::{ImportEntry, Outcome, Settled};
use super::queries::{self, ImportRecord};
use super::running::UnderWay;
use crate::status;

/// Undoes imports that are open and not under way here, each to its end; answers how many rows went, and one for each
/// import itself.
pub fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    let open = ground.database("registers")?.read(queries::open)?;
    let under_way = ground.kept::<UnderWay>();
    let mut done = 0;
    for import in &open {
        if !under_way.has(import.state, import.id) {
            done += undo(ground, import)?;
        }
    }
    Ok(usize::try_from(done).unwrap_or(usize::MAX))
}

/// Undoes what an import that is not under way left.
fn undo(ground: &Puebla, import: &ImportRecord) -> Result<u64, StoreError> {
    // Asked again now: it may have been under way when the list was read, and have closed since.
    let now = ground.database("registers")?.read(|connection| queries::one(connection, import.id))?;
    if now.is_none_or(|now| now.outcome != Outcome::Open) {
        return Ok(0);
    }
    Ok(abandon(ground, import.state, import.opened)? + 1)
}

/// Undoes one import; answers how many rows went.
pub(super) fn abandon(ground: &Puebla, state: StateCode, opened: u64) -> Result<u64, StoreError> {
    let rows = status::abandon(ground, opened)?;
    let stamp = Stamp { state, person: Uuid::nil(), purpose: Purpose::Operation, at: ground.clock.now() };
    by_rule(ground.database("registers")?, stamp, move |entries| {
        entries.append(&ImportEntry::Abandoned(Settled { opened })).map(|_| ())
    })?;
    Ok(rows)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::import;
    use super::*;
    use crate::status::samples::{authority_token, references, specimen};

    #[tokio::test]
    async fn an_import_that_closed_after_it_was_listed_as_open_stays() {
        let specimen = specimen();
        let token = authority_token(&specimen, "GTM");
        let file = "kind,number,status,reference\npassport,K9000001,lost,ONE\n";
        let shown = import(&specimen, &token, "", file).await;
        let database = specimen.ground.database("registers").unwrap();
        let closed = database.read(|now| queries::one(now, shown.id.parse().unwrap())).unwrap().unwrap();
        let as_listed = ImportRecord { outcome: Outcome::Open, ..closed };
        assert_eq!(undo(&specimen.ground, &as_listed).unwrap(), 0);
        assert_eq!(references(&specimen, "GTM", "K9000001").await, ["ONE"]);
        // Nor does the register let go of what has settled, whoever asks.
        assert_eq!(status::abandon(&specimen.ground, as_listed.opened).unwrap(), 0);
        assert_eq!(references(&specimen, "GTM", "K9000001").await, ["ONE"]);
    }
}
