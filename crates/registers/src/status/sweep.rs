//! What the passing of time asks for: whole batches go when the month in which they expire is over.

use base::access::Purpose;
use base::desk::by_rule;
use base::ground::Puebla;
use base::store::{Database, Stamp, StoreError};
use jiff::Timestamp;
use journal::StateCode;
use rusqlite::Connection;
use uuid::Uuid;

use super::entries::StatusEntry;
use super::expiry::{ExpiryMonth, today};
use super::payload::{Destroyed, Rule};

/// Rows destroyed in one transaction: few enough that a writer behind it does not notice.
const ROWS_AT_ONCE: u64 = 20_000;

/// Expired rows destroyed in one sweep; what is left waits for the next, and is not answered meanwhile.
const ROWS_A_SWEEP: u64 = 500_000;

/// Destroys what has expired, and answers how many rows that were.
pub(super) fn sweep(ground: &Puebla) -> Result<usize, StoreError> {
    let now = ground.clock.now();
    let database = ground.database("registers")?;
    let mut done = 0;
    while done < ROWS_A_SWEEP {
        let Some(due) = database.read(|connection| expired(connection, now))? else { break };
        done += destroy(database, now, Rule::Expired, due)?;
    }
    Ok(usize::try_from(done).unwrap_or(usize::MAX))
}

/// Destroys all that an import brought which never closed, and answers how many rows that were.
///
/// However many: until nothing of it is left its State can import nothing else. Cut short, it is gone on with later, and
/// nobody sees what is left.
pub(crate) fn abandon(ground: &Puebla, import: u64) -> Result<u64, StoreError> {
    let now = ground.clock.now();
    let database = ground.database("registers")?;
    let mut done = 0;
    while let Some(due) = database.read(|connection| brought(connection, import))? {
        done += destroy(database, now, Rule::Abandoned, due)?;
    }
    Ok(done)
}

/// Batches of one State that go together.
struct Due {
    state: StateCode,
    positions: Vec<u64>,
    rows: u64,
}

fn destroy(database: &Database, now: Timestamp, rule: Rule, due: Due) -> Result<u64, StoreError> {
    let stamp = Stamp { state: due.state, person: Uuid::nil(), purpose: Purpose::Operation, at: now };
    let destroyed = StatusEntry::Destroyed(Destroyed { rule, positions: due.positions });
    by_rule(database, stamp, move |entries| entries.append(&destroyed))?;
    Ok(due.rows)
}

fn expired(connection: &Connection, now: Timestamp) -> Result<Option<Due>, StoreError> {
    let month = ExpiryMonth::of(today(now)).number();
    due(
        connection,
        "SELECT issuer, position, rows FROM status_batch WHERE month < ?1 \
         AND NOT EXISTS (SELECT 1 FROM status_unsettled AS open WHERE open.import = status_batch.import) \
         ORDER BY month, issuer, position",
        u64::from(month),
    )
}

fn brought(connection: &Connection, import: u64) -> Result<Option<Due>, StoreError> {
    due(
        connection,
        "SELECT issuer, position, rows FROM status_batch WHERE import = ?1 \
         AND EXISTS (SELECT 1 FROM status_unsettled AS open WHERE open.import = ?1) ORDER BY position",
        import,
    )
}

/// Takes from a list of batches the first ones of one State, up to so many rows.
fn due(connection: &Connection, sql: &str, about: u64) -> Result<Option<Due>, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([about])?;
    let mut due: Option<Due> = None;
    while let Some(row) = rows.next()? {
        let (issuer, position, rows): (String, u64, u64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let state: StateCode =
            issuer.parse().map_err(|_| StoreError::Damaged(format!("batch {position}: {issuer}")))?;
        let due = due.get_or_insert(Due { state, positions: Vec::new(), rows: 0 });
        if due.state != state || due.rows >= ROWS_AT_ONCE {
            break;
        }
        due.positions.push(position);
        due.rows += rows;
    }
    Ok(due)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;

    #[tokio::test]
    async fn an_expired_entry_is_never_answered_and_goes_when_its_month_is_over() {
        let specimen = specimen();
        let session = authority(&specimen, "GTM");
        let mut fields = lost("K9000001", "SOON");
        fields.retain(|(name, _)| !name.starts_with("expires_on"));
        fields.extend([("expires_on-day", "10"), ("expires_on-month", "3"), ("expires_on-year", "2026")]);
        let path = path_of(specimen.post(&session, "/status/report", &fields).await);
        report(&specimen, &session, "K9000002", "LATER").await;
        days_pass(&specimen, 8);
        assert_eq!(references(&specimen, "GTM", "K9000001").await, ["SOON"], "10 March is its last day");
        days_pass(&specimen, 1);
        assert!(references(&specimen, "GTM", "K9000001").await.is_empty());
        let session = authority(&specimen, "GTM");
        assert_eq!(specimen.get(Some(&session), &path).await.status, 404);
        assert!(!specimen.get(Some(&session), "/status").await.body.contains("SOON"));
        let rows = || {
            specimen
                .ground
                .database("registers")
                .unwrap()
                .read(|c| Ok(c.query_row("SELECT count(*) FROM status_number", [], |row| row.get::<_, u64>(0))?))
                .unwrap()
        };
        assert_eq!(rows(), 2, "its batch waits for the end of the month");
        days_pass(&specimen, 22);
        assert_eq!(rows(), 1);
        assert_eq!(references(&specimen, "GTM", "K9000002").await, ["LATER"]);
    }
}
