//! What may be read of decisions.

use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, Row, ToSql};

use super::decision::{Content, LinkKind, Tongue};
use crate::meetings::Symbol;
pub(super) use crate::meetings::{maybe, read, unreadable};

/// A decision as it was adopted, and who recorded it when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) position: u64,
    pub(crate) symbol: Symbol,
    pub(crate) meeting: Symbol,
    pub(crate) round: Option<Symbol>,
    pub(crate) adopted_on: Date,
    pub(crate) ended_on: Date,
    pub(crate) members_only: bool,
    pub(crate) content: Content,
    pub(crate) at: Timestamp,
}

/// Something that came later.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Later {
    /// `noted`, `corrected`, `linked` or `happened`.
    pub(crate) kind: String,
    pub(crate) day: Option<Date>,
    pub(crate) what: String,
    pub(crate) detail: String,
    pub(crate) language: Option<Tongue>,
    pub(crate) at: Timestamp,
}

/// A link as one decision sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Linked {
    pub(crate) kind: LinkKind,
    /// Whether the other one has the link.
    pub(crate) back: bool,
    pub(crate) other: Symbol,
}

/// What somebody looks for in the register. What is empty is not asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sought {
    pub(crate) meeting: Option<Symbol>,
    pub(crate) verb: Option<String>,
    pub(crate) addressee: Option<String>,
    pub(crate) due_by: Option<Date>,
    /// Folded; each must begin a word of a text.
    pub(crate) words: Vec<String>,
    /// Symbols among which it must be; none where all may.
    pub(crate) among: Option<Vec<String>>,
    /// Whether what is kept for members is looked through as well.
    pub(crate) members_only: bool,
}

/// The most words that are looked for together.
pub(crate) const WORDS_MAX: usize = 6;

const COLUMNS: &str = "d.position, d.symbol, d.meeting, d.round, d.adopted_on, d.ended_on, d.members_only, d.content, \
    d.at_us";

/// Answers one decision.
pub(crate) fn one(connection: &Connection, symbol: &Symbol) -> Result<Option<Decision>, StoreError> {
    let mut statement =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM decisions_decision d WHERE d.symbol = ?1"))?;
    Ok(statement.query_row([symbol.as_str()], decision).optional()?)
}

/// Answers whether a decision has this symbol.
pub(crate) fn exists(connection: &Connection, symbol: &Symbol) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached("SELECT 1 FROM decisions_decision WHERE symbol = ?1")?;
    Ok(statement.exists([symbol.as_str()])?)
}

/// Answers whether a decision is kept for members; none where there is no such decision.
pub(crate) fn kept_for_members(connection: &Connection, symbol: &Symbol) -> Result<Option<bool>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT members_only FROM decisions_decision WHERE symbol = ?1")?;
    Ok(statement.query_row([symbol.as_str()], |row| row.get(0)).optional()?)
}

/// Answers which decision is the `number`th of a meeting.
pub(crate) fn numbered(connection: &Connection, meeting: &Symbol, number: u32) -> Result<Option<Symbol>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT symbol FROM decisions_decision WHERE meeting = ?1 AND number = ?2")?;
    Ok(statement.query_row((meeting.as_str(), number), |row| read(row, 0)).optional()?)
}

/// Answers whether a decision, a text read for decisions or a link speaks of a meeting.
pub(crate) fn hang_on(connection: &Connection, meeting: &Symbol) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM decisions_decision WHERE meeting = ?1) \
         OR EXISTS (SELECT 1 FROM decisions_set WHERE meeting = ?1) \
         OR EXISTS (SELECT 1 FROM decisions_link WHERE other = ?1)",
    )?;
    Ok(statement.query_row([meeting.as_str()], |row| row.get(0))?)
}

/// Decisions of one meeting that leave the house together at most.
pub(crate) const OF_MEETING_MAX: usize = 10_000;

/// Answers the decisions of a meeting by their numbers.
pub(crate) fn of_meeting(connection: &Connection, meeting: &Symbol) -> Result<Vec<Decision>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM decisions_decision d WHERE d.meeting = ?1 ORDER BY d.number LIMIT ?2"
    ))?;
    let found = statement.query_map((meeting.as_str(), OF_MEETING_MAX), decision)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers decisions from the latest, up to `rows`, those after one of the same list or from the first.
pub(crate) fn page(
    connection: &Connection,
    sought: &Sought,
    after: Option<&Symbol>,
    rows: usize,
) -> Result<Vec<Decision>, StoreError> {
    let mut statement = connection.prepare_cached(&page_sql(sought))?;
    let among = sought.among.as_ref().map(|symbols| {
        // Symbols are capital letters, digits and slashes: nothing in them needs to be escaped.
        format!("[{}]", symbols.iter().map(|symbol| format!("\"{symbol}\"")).collect::<Vec<_>>().join(","))
    });
    let mut given: Vec<Box<dyn ToSql>> = vec![
        Box::new(after.map(|after| after.as_str().to_owned())),
        Box::new(sought.members_only),
        Box::new(rows),
        Box::new(sought.meeting.as_ref().map(|meeting| meeting.as_str().to_owned())),
        Box::new(sought.verb.clone()),
        Box::new(sought.addressee.clone()),
        Box::new(sought.due_by.map(|day| day.to_string())),
        Box::new(among),
    ];
    for word in &sought.words {
        given.push(Box::new(word.clone()));
        given.push(Box::new(format!("{word}\u{10ffff}")));
    }
    // The question names no more than what it needs, and takes no more.
    given.truncate(statement.parameter_count());
    let found = statement.query_map(rusqlite::params_from_iter(given), decision)?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// What can be asked of a page beside its place, each by an index: in the order of [`page_sql`].
const ASKED: [&str; 5] = [
    " AND d.meeting = ?4",
    " AND d.position IN (SELECT decision FROM decisions_ask WHERE verb = ?5)",
    " AND EXISTS (SELECT 1 FROM decisions_addressee x WHERE x.decision = d.position AND x.addressee = ?6)",
    " AND EXISTS (SELECT 1 FROM decisions_ask x WHERE x.decision = d.position AND x.due_on <= ?7)",
    " AND d.symbol IN (SELECT value FROM json_each(?8))",
];
/// The same for each word.
const WORDS: [&str; WORDS_MAX] = [
    " AND d.position IN (SELECT decision FROM decisions_word WHERE word >= ?9 AND word < ?10)",
    " AND d.position IN (SELECT decision FROM decisions_word WHERE word >= ?11 AND word < ?12)",
    " AND d.position IN (SELECT decision FROM decisions_word WHERE word >= ?13 AND word < ?14)",
    " AND d.position IN (SELECT decision FROM decisions_word WHERE word >= ?15 AND word < ?16)",
    " AND d.position IN (SELECT decision FROM decisions_word WHERE word >= ?17 AND word < ?18)",
    " AND d.position IN (SELECT decision FROM decisions_word WHERE word >= ?19 AND word < ?20)",
];
const FROM_PLACE: &str = " FROM decisions_decision d WHERE (d.place, d.position) > \
    (ifnull((SELECT place FROM decisions_decision WHERE symbol = ?1 AND (?2 OR members_only = 0)), 0), \
    ifnull((SELECT position FROM decisions_decision WHERE symbol = ?1 AND (?2 OR members_only = 0)), 0)) \
    AND (?2 OR d.members_only = 0)";

/// Answers the question of a page: only what is asked stands in it, so that each goes by an index.
fn page_sql(sought: &Sought) -> String {
    let asked = [
        sought.meeting.is_some(),
        sought.verb.is_some(),
        sought.addressee.is_some(),
        sought.due_by.is_some(),
        sought.among.is_some(),
    ];
    let asked = ASKED.into_iter().zip(asked).filter_map(|(text, asked)| asked.then_some(text));
    let parts = ["SELECT ", COLUMNS, FROM_PLACE].into_iter().chain(asked);
    let parts = parts.chain(WORDS.into_iter().take(sought.words.len()));
    parts.chain([" ORDER BY d.place, d.position LIMIT ?3"]).collect()
}

/// The most links and later things that a page shows.
const BESIDE_MAX: usize = 200;

/// Answers the links of a decision, its own and those that lead to it, and whoever is discussed at the same meeting.
pub(crate) fn links(connection: &Connection, symbol: &Symbol) -> Result<Vec<Linked>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, 0, other FROM decisions_link WHERE decision = ?1 \
         UNION SELECT kind, 1, decision FROM decisions_link WHERE other = ?1 \
         UNION SELECT 'shares_meeting', 0, theirs.decision FROM decisions_link mine JOIN decisions_link theirs \
         ON theirs.other = mine.other AND theirs.kind = mine.kind WHERE mine.decision = ?1 \
         AND mine.kind = 'discussed_at' AND theirs.decision <> ?1 ORDER BY 1, 3 LIMIT ?2",
    )?;
    let found = statement.query_map((symbol.as_str(), BESIDE_MAX), |row| {
        Ok(Linked { kind: read(row, 0)?, back: row.get(1)?, other: read(row, 2)? })
    })?;
    let mut links: Vec<Linked> = found.collect::<Result<_, _>>()?;
    // Two that share a meeting say so once, whichever of them has the link.
    let mut shared = std::collections::BTreeSet::new();
    links.retain(|link| link.kind != LinkKind::SharesMeeting || shared.insert(link.other.clone()));
    Ok(links)
}

/// Answers the symbols of meetings at which a decision is discussed.
pub(crate) fn discussed_at(connection: &Connection, symbol: &Symbol) -> Result<Vec<Symbol>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT other FROM decisions_link WHERE decision = ?1 AND kind = 'discussed_at' ORDER BY other LIMIT ?2",
    )?;
    let found = statement.query_map((symbol.as_str(), BESIDE_MAX), |row| read(row, 0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers what came later, in its order.
pub(crate) fn later(connection: &Connection, symbol: &Symbol) -> Result<Vec<Later>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT kind, day, what, detail, language, at_us FROM decisions_later WHERE decision = ?1 \
         ORDER BY position LIMIT ?2",
    )?;
    let found = statement.query_map((symbol.as_str(), BESIDE_MAX), |row| {
        Ok(Later {
            kind: row.get(0)?,
            day: maybe(row, 1)?,
            what: row.get(2)?,
            detail: row.get(3)?,
            language: maybe(row, 4)?,
            at: instant(row, 5)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn decision(row: &Row<'_>) -> rusqlite::Result<Decision> {
    Ok(Decision {
        position: row.get(0)?,
        symbol: read(row, 1)?,
        meeting: read(row, 2)?,
        round: maybe(row, 3)?,
        adopted_on: read(row, 4)?,
        ended_on: read(row, 5)?,
        members_only: row.get(6)?,
        content: decoded(row, 7)?,
        at: instant(row, 8)?,
    })
}

pub(super) fn decoded<T: for<'b> minicbor::Decode<'b, ()>>(row: &Row<'_>, at: usize) -> rusqlite::Result<T> {
    let bytes: Vec<u8> = row.get(at)?;
    minicbor::decode(&bytes).map_err(|error| unreadable(at, error))
}

pub(super) fn instant(row: &Row<'_>, at: usize) -> rusqlite::Result<Timestamp> {
    Timestamp::from_microsecond(row.get(at)?).map_err(|error| unreadable(at, error))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn plan(connection: &Connection, sought: &Sought) -> String {
        let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", page_sql(sought))).unwrap();
        let parameters = vec![rusqlite::types::Null; statement.parameter_count()];
        let rows = statement.query_map(rusqlite::params_from_iter(parameters), |row| row.get::<_, String>(3)).unwrap();
        rows.collect::<Result<Vec<_>, _>>().unwrap().join("\n")
    }

    /// Answers the lines of a plan that read a table from its first row to its last.
    fn scans(plan: &str) -> Vec<&str> {
        plan.lines().filter(|line| line.starts_with("SCAN") && !line.contains("json_each")).collect()
    }

    #[test]
    fn no_question_of_the_register_reads_a_whole_table() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(include_str!("tables.sql")).unwrap();
        let symbol: Symbol = "RCM/VIII".parse().unwrap();
        let all = Sought {
            meeting: Some(symbol),
            verb: Some("urge".into()),
            addressee: Some("members".into()),
            due_by: Some(jiff::civil::date(2003, 8, 30)),
            words: vec!["project".into(), "return".into()],
            among: Some(Vec::new()),
            members_only: false,
        };
        let one = |change: fn(&mut Sought, &Sought)| {
            let mut sought = Sought::default();
            change(&mut sought, &all);
            sought
        };
        let asked = [
            Sought::default(),
            one(|sought, all| sought.meeting = all.meeting.clone()),
            one(|sought, all| sought.verb = all.verb.clone()),
            one(|sought, all| sought.addressee = all.addressee.clone()),
            one(|sought, all| sought.due_by = all.due_by),
            one(|sought, all| sought.words = all.words.clone()),
            one(|sought, all| sought.among = all.among.clone()),
            all,
        ];
        for sought in asked {
            let plan = plan(&connection, &sought);
            assert_eq!(scans(&plan), Vec::<&str>::new(), "{sought:?}\n{plan}");
        }
        // The test sees a scan where there is one.
        connection.execute_batch("DROP INDEX decisions_decision_place").unwrap();
        assert!(!scans(&plan(&connection, &Sought::default())).is_empty());
    }
}
