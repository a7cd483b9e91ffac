//! What may be read of no-objection rounds.

use base::store::StoreError;
use jiff::Timestamp;
use journal::StateCode;
use rusqlite::{Connection, OptionalExtension, Row};

use super::entries::Opened;
use super::round::Head;
use super::symbol::RoundSymbol;
use crate::meetings::{read, unreadable};
use crate::rounds::{self, ActRow, instant};

/// A round as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Listed {
    pub(crate) position: u64,
    pub(crate) symbol: RoundSymbol,
    pub(crate) title_en: String,
    pub(crate) title_es: String,
    /// `open`, `broken`, `adopted` or `lapsed`.
    pub(crate) outcome: String,
    pub(crate) settled: bool,
    pub(crate) deadline: Timestamp,
    /// The last instant before time alone changes something.
    pub(crate) next: Timestamp,
    pub(crate) spoken: usize,
    pub(crate) electors: usize,
}

const COLUMNS: &str =
    "position, symbol, title_en, title_es, outcome, settled, deadline_us, next_us, spoken, electors, order_us";

const ACTS: &str = "SELECT position, kind, state, person, at_us, act FROM silence_act WHERE round = ?1 AND position < ?2 \
    ORDER BY position";
const OVERDUE: &str =
    "SELECT position FROM silence_round WHERE settled = 0 AND next_us < ?1 ORDER BY order_us, position LIMIT ?2";
const UNREACHED: &str = "SELECT 1 FROM silence_party WHERE party = ?1 AND round = ?2 AND reached = 0";

fn page_sql() -> String {
    format!(
        "SELECT {COLUMNS} FROM silence_round WHERE (settled, order_us, position) > (?1, ?2, ?3) \
         ORDER BY settled, order_us, position LIMIT ?4"
    )
}

/// Answers the position of a round's opening.
pub(crate) fn position(connection: &Connection, symbol: &RoundSymbol) -> Result<Option<u64>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT position FROM silence_round WHERE symbol = ?1")?;
    Ok(statement.query_row([symbol.to_string()], |row| row.get(0)).optional()?)
}

/// Answers the symbol of the round that was put again after this one.
pub(crate) fn followed_by(connection: &Connection, round: u64) -> Result<Option<RoundSymbol>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT symbol FROM silence_round WHERE follows = ?1")?;
    Ok(statement.query_row([round], |row| read(row, 0)).optional()?)
}

/// Answers a round's symbol.
pub(crate) fn symbol(connection: &Connection, round: u64) -> Result<Option<RoundSymbol>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT symbol FROM silence_round WHERE position = ?1")?;
    Ok(statement.query_row([round], |row| read(row, 0)).optional()?)
}

/// Answers how a round was opened.
pub(super) fn opened(connection: &Connection, position: u64) -> Result<Option<(Head, Opened)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT position, state, person, opened_at_us, opening FROM silence_round WHERE position = ?1",
    )?;
    let found = statement.query_row([position], |row| {
        let bytes: Vec<u8> = row.get(4)?;
        let opened = minicbor::decode(&bytes).map_err(|error| unreadable(4, error))?;
        let head = Head { position: row.get(0)?, state: read(row, 1)?, person: row.get(2)?, at: instant(row.get(3)?) };
        Ok((head, opened))
    });
    Ok(found.optional()?)
}

/// Answers what was said in a round before a place of the journal, in its order; all of it, for an outcome rests on all of it.
pub(super) fn acts(connection: &Connection, round: u64, before: u64) -> Result<Vec<ActRow>, StoreError> {
    rounds::acts(connection, ACTS, (round, i64::try_from(before).unwrap_or(i64::MAX)))
}

/// Answers one row of the list.
pub(crate) fn one(connection: &Connection, symbol: &RoundSymbol) -> Result<Option<(Listed, i64)>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("SELECT {COLUMNS} FROM silence_round WHERE symbol = ?1"))?;
    Ok(statement.query_row([symbol.to_string()], |row| Ok((listed(row)?, row.get(10)?))).optional()?)
}

/// Answers up to `rows` rounds after one: open ones by their deadline, then ended ones, the latest first.
pub(crate) fn page(
    connection: &Connection,
    after: Option<&RoundSymbol>,
    rows: usize,
) -> Result<Vec<Listed>, StoreError> {
    let last = match after {
        Some(symbol) => one(connection, symbol)?,
        None => None,
    };
    let (settled, order, position) =
        last.map_or((-1, 0, 0), |(last, order)| (i64::from(last.settled), order, last.position));
    let mut statement = connection.prepare_cached(&page_sql())?;
    let found = statement.query_map((settled, order, position, rows), listed)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers open rounds for which time alone has changed something since, at most `rows`.
pub(crate) fn overdue(connection: &Connection, now: Timestamp, rows: usize) -> Result<Vec<u64>, StoreError> {
    let mut statement = connection.prepare_cached(OVERDUE)?;
    let found = statement.query_map((now.as_microsecond(), rows), |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers which of some rounds have not reached a party that they concern.
pub(crate) fn unreached(connection: &Connection, party: StateCode, rounds: &[u64]) -> Result<Vec<u64>, StoreError> {
    let mut statement = connection.prepare_cached(UNREACHED)?;
    let mut found = Vec::new();
    for round in rounds {
        if statement.exists((party.as_str(), round))? {
            found.push(*round);
        }
    }
    Ok(found)
}

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        position: row.get(0)?,
        symbol: read(row, 1)?,
        title_en: row.get(2)?,
        title_es: row.get(3)?,
        outcome: row.get(4)?,
        settled: row.get(5)?,
        deadline: instant(row.get(6)?),
        next: instant(row.get(7)?),
        spoken: row.get(8)?,
        electors: row.get(9)?,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Rounds and States that a list is held against: those of a process of fifty States over its life.
    const ROUNDS: usize = 2_000;
    const STATES: usize = 50;

    /// Tables as they stand after that many rounds, of which one in forty is open.
    fn full() -> Connection {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(super::super::ROOM.tables).unwrap();
        let transaction = connection.unchecked_transaction().unwrap();
        let mut round = connection
            .prepare(
                "INSERT INTO silence_round VALUES (?1, ?2, 'T', 'T', 'QMA', x'00', 0, x'00', NULL, ?3, ?4, ?5, ?5, ?6, 0, ?7, 0)",
            )
            .unwrap();
        let mut party = connection.prepare("INSERT INTO silence_party VALUES (?1, ?2, 1, 0, 0, '')").unwrap();
        for number in 0..ROUNDS {
            let (position, open) = (number as i64 + 1, number % 40 == 0);
            let (outcome, deadline) = (if open { "open" } else { "adopted" }, 1_000_000 * position);
            let order = if open { deadline } else { -deadline };
            let symbol = format!("LAG/NO/{position}");
            round.execute((position, symbol, outcome, !open, deadline, order, STATES)).unwrap();
            for state in 0..STATES {
                let code =
                    format!("Q{}{}", char::from(b'A' + (state / 26) as u8), char::from(b'A' + (state % 26) as u8));
                party.execute((position, code)).unwrap();
            }
        }
        drop((round, party));
        transaction.commit().unwrap();
        connection
    }

    /// Answers what is read whole or sorted by a question, by how SQLite says that it answers it.
    fn slow(connection: &Connection, sql: &str) -> Vec<String> {
        let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let blanks = vec![rusqlite::types::Value::Null; plan.parameter_count()];
        let steps = plan.query_map(rusqlite::params_from_iter(blanks), |row| row.get::<_, String>(3)).unwrap();
        let steps: Vec<String> = steps.collect::<Result<_, _>>().unwrap();
        steps.into_iter().filter(|step| step.starts_with("SCAN") || step.contains("TEMP B-TREE")).collect()
    }

    #[test]
    fn a_list_of_two_thousand_rounds_is_read_by_its_index_and_ends() {
        let connection = full();
        let (mut seen, mut pages, mut after) = (Vec::new(), 0, None);
        loop {
            let found = page(&connection, after.as_ref(), 50).unwrap();
            pages += 1;
            after = found.last().map(|round| round.symbol.clone());
            seen.extend(found.iter().map(|round| (round.settled, round.position)));
            if found.len() < 50 {
                break;
            }
        }
        assert_eq!((seen.len(), pages), (ROUNDS, ROUNDS / 50 + 1));
        let (open, ended) = seen.split_at(ROUNDS / 40);
        assert!(open.iter().all(|(settled, _)| !settled) && open.is_sorted(), "open ones first, by their deadline");
        assert!(ended.iter().all(|(settled, _)| *settled) && ended.iter().rev().is_sorted(), "then the latest first");
        assert_eq!(slow(&connection, &page_sql()), Vec::<String>::new());
        for sql in [OVERDUE, UNREACHED, ACTS] {
            assert_eq!(slow(&connection, sql), Vec::<String>::new(), "{sql}");
        }
        // The control: a question that no index answers is found.
        let unindexed = "SELECT position FROM silence_round WHERE title_en = ?1 ORDER BY spoken";
        assert_eq!(slow(&connection, unindexed).len(), 2);
    }

    #[test]
    fn what_waits_is_found_by_the_index_of_open_rounds() {
        let connection = full();
        let asked = crate::today::Asked {
            party: "QAC".parse().unwrap(),
            coordinates: false,
            presides: true,
            sees_members_only: true,
            now: instant(100_000_000),
            seat: "UTC".to_owned(),
            until: jiff::civil::date(2030, 1, 1),
        };
        let waiting = super::super::waiting(&connection, &asked).unwrap();
        assert_eq!(waiting.len(), ROUNDS / 40 - 3, "open, and its deadline ahead");
        assert!(waiting.iter().all(|thing| thing.done_at.is_none() && !thing.is_overdue(&asked)));
        let other = crate::today::Asked { party: "UTO".parse().unwrap(), ..asked.clone() };
        assert!(super::super::waiting(&connection, &other).unwrap().is_empty(), "it is not asked");
        let secretariat = crate::today::Asked { coordinates: true, ..other };
        assert_eq!(super::super::waiting(&connection, &secretariat).unwrap().len(), ROUNDS / 40 - 3);
        for sql in super::super::waiting::QUESTIONS {
            assert_eq!(slow(&connection, &super::super::waiting::written(sql)), Vec::<String>::new(), "{sql}");
        }
    }
}
