//! Turns the list of duties: which come next by their day, without reading those before.
//!
//! Here SQL chooses and orders; what is then shown of each is answered by the rules of the conference, and a test holds both
//! to the same. Days that move with meetings are counted at each look and handed to the query as a small table.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::rc::Rc;

use base::store::StoreError;
use conference::due::{Anchors, DueRule};
use conference::obligations::Standing;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};
use rusqlite::{Connection, ToSql};

use super::apply::NO_DAY;
use super::dated;
use super::queries::{self, Charged, Noted};
use crate::meetings::{Called, called};

/// Which duties are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// Whatever somebody has to do, overdue first.
    ToDo,
    Overdue,
    Open,
    Undated,
    Waiting,
    Done,
    Lapsed,
    Released,
    /// Every one, by its day.
    All,
}

impl Wanted {
    pub(crate) const ALL: [Wanted; 9] = [
        Wanted::ToDo,
        Wanted::Overdue,
        Wanted::Open,
        Wanted::Undated,
        Wanted::Waiting,
        Wanted::Done,
        Wanted::Lapsed,
        Wanted::Released,
        Wanted::All,
    ];

    /// Answers the code used in addresses.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Wanted::ToDo => "todo",
            Wanted::Overdue => "overdue",
            Wanted::Open => "open",
            Wanted::Undated => "undated",
            Wanted::Waiting => "waiting",
            Wanted::Done => "done",
            Wanted::Lapsed => "lapsed",
            Wanted::Released => "released",
            Wanted::All => "all",
        }
    }

    /// Answers the key of its name.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Wanted::ToDo => "obligations-wanted-todo",
            Wanted::Overdue => "obligations-state-overdue",
            Wanted::Open => "obligations-state-open",
            Wanted::Undated => "obligations-state-undated",
            Wanted::Waiting => "obligations-state-waiting",
            Wanted::Done => "obligations-state-done",
            Wanted::Lapsed => "obligations-state-lapsed",
            Wanted::Released => "obligations-state-released",
            Wanted::All => "obligations-wanted-all",
        }
    }

    /// Reads a code.
    pub(crate) fn parse(code: &str) -> Option<Self> {
        Wanted::ALL.into_iter().find(|wanted| wanted.code() == code)
    }

    /// Answers whether [`condition`](Self::condition) names `:today`.
    const fn asks_for_the_day(self) -> bool {
        !matches!(self, Wanted::Undated | Wanted::Done | Wanted::Released | Wanted::All)
    }

    /// Writes the condition over a duty's day, its stage, and `:today`.
    fn condition(self, due_on: &str, stage: &str) -> String {
        let passed = format!("(d.lapses = 1 AND {due_on} < :today)");
        match self {
            Wanted::ToDo => format!("{stage} = 'live' AND NOT {passed}"),
            Wanted::Overdue => format!("{stage} = 'live' AND d.lapses = 0 AND {due_on} < :today"),
            Wanted::Open => format!("{stage} = 'live' AND {due_on} >= :today AND {due_on} < '{NO_DAY}'"),
            Wanted::Undated => format!("{stage} = 'live' AND {due_on} = '{NO_DAY}'"),
            Wanted::Waiting => format!("{stage} = 'waiting' AND NOT {passed}"),
            Wanted::Done => format!("{stage} = 'done'"),
            Wanted::Lapsed => format!("{stage} IN ('live', 'waiting') AND {passed}"),
            Wanted::Released => format!("{stage} = 'released'"),
            Wanted::All => "TRUE".to_owned(),
        }
    }
}

/// Whose duties are wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    Anybodys,
    /// Of one owner, by its code.
    Of(String),
    /// Of bodies and of no party.
    Bodies,
}

/// What a list is narrowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Filter {
    pub(crate) wanted: Wanted,
    pub(crate) whose: Whose,
    /// Symbol of the decision.
    pub(crate) decision: Option<String>,
    /// Due before this day.
    pub(crate) due_before: Option<Date>,
    /// Whether what is kept for members is seen.
    pub(crate) members_only: bool,
}

/// A place in the list, from which it is turned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    due_on: String,
    obligation: u64,
    share: u64,
    period: u16,
}

impl Place {
    /// Answers it as an address writes it.
    pub(crate) fn in_address(&self) -> String {
        let due_on = if self.due_on == NO_DAY { "none" } else { &self.due_on };
        format!("{due_on}.{}.{}.{}", self.obligation, self.share, self.period)
    }

    /// Reads one of an address.
    pub(crate) fn from_address(text: &str) -> Option<Place> {
        let mut parts = text.split('.');
        let due_on = match parts.next()? {
            "none" => NO_DAY.to_owned(),
            day => day.parse::<Date>().ok()?.to_string(),
        };
        let (obligation, share) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let period = parts.next()?.parse().ok()?;
        // The tables count in signed numbers.
        let fits = |number: u64| i64::try_from(number).is_ok();
        (parts.next().is_none() && fits(obligation) && fits(share)).then_some(Place {
            due_on,
            obligation,
            share,
            period,
        })
    }
}

/// One duty of the list: the obligation, and where those who answer for it stand in one period.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) place: Place,
    pub(crate) charged: Rc<Charged>,
    pub(crate) noted: Rc<Vec<Noted>>,
    pub(crate) standing: Standing,
}

/// An obligation, its history, and where each who answers for it stands.
type Known = (Rc<Charged>, Rc<Vec<Noted>>, Vec<Standing>);

/// What a look rests on: the day at the seat, and the meetings that are called.
pub(crate) struct Look {
    pub(crate) now: Timestamp,
    pub(crate) seat: TimeZone,
    called: Vec<Called>,
    /// Which basis is due when, as the query reads it.
    dated: String,
}

impl Look {
    /// Begins a look. Time never goes back here: a clock that was set back stands at what was recorded last.
    pub(crate) fn begin(connection: &Connection, now: Timestamp, seat: &TimeZone) -> Result<Look, StoreError> {
        let last: Option<i64> =
            connection.prepare_cached("SELECT max(at_us) FROM obligations_act")?.query_row([], |row| row.get(0))?;
        let last = last.and_then(|at| Timestamp::from_microsecond(at).ok());
        let now = last.map_or(now, |last| last.max(now));
        let called = called(connection)?;
        let dated = dated_bases(connection, &called, now.to_zoned_datetime(seat.clone()).date())?;
        Ok(Look { now, seat: seat.clone(), called, dated })
    }

    /// Answers which day it is at the seat.
    pub(crate) fn today(&self) -> Date {
        self.now.to_zoned_datetime(self.seat.clone()).date()
    }

    /// Answers where all who answer for an obligation stand.
    pub(crate) fn standings(&self, charged: &Charged, noted: &[Noted]) -> Vec<Standing> {
        charged.standings(&queries::history_of(noted), &self.called, self.now, self.seat.clone())
    }

    /// Answers duties in the order of their days, up to `rows`, from behind a place on.
    pub(crate) fn turn(
        &self,
        connection: &Connection,
        filter: &Filter,
        after: &Place,
        rows: usize,
    ) -> Result<Vec<Row>, StoreError> {
        let today = self.today().to_string();
        let due_before = filter.due_before.map(|day| day.to_string());
        let owner = match &filter.whose {
            Whose::Of(owner) => Some(owner.as_str()),
            Whose::Anybodys | Whose::Bodies => None,
        };
        let sql = sql(filter);
        let mut statement = connection.prepare_cached(&sql)?;
        let all: [(&str, &dyn ToSql); 11] = [
            (":dated", &self.dated),
            (":today", &today),
            (":due", &after.due_on),
            (":obligation", &after.obligation),
            (":share", &after.share),
            (":period", &after.period),
            (":rows", &rows),
            (":seen", &filter.members_only),
            (":owner", &owner),
            (":decision", &filter.decision),
            (":before", &due_before),
        ];
        let used: Vec<(&str, &dyn ToSql)> = all.into_iter().filter(|(name, _)| sql.contains(name)).collect();
        let found = statement.query_map(used.as_slice(), |row| {
            Ok(Place { due_on: row.get(0)?, obligation: row.get(1)?, share: row.get(2)?, period: row.get(3)? })
        })?;
        let places: Vec<Place> = found.collect::<Result<_, _>>()?;
        self.rows(connection, places)
    }

    fn rows(&self, connection: &Connection, places: Vec<Place>) -> Result<Vec<Row>, StoreError> {
        let mut known: BTreeMap<u64, Option<Known>> = BTreeMap::new();
        let mut rows = Vec::with_capacity(places.len());
        for place in places {
            let found = match known.entry(place.obligation) {
                Entry::Occupied(found) => found.into_mut(),
                Entry::Vacant(unread) => unread.insert(self.known(connection, place.obligation)?),
            };
            let Some((charged, noted, standings)) = found else { continue };
            let owners = usize::try_from(place.share)
                .ok()
                .and_then(|share| charged.obligation.answerable().into_iter().nth(share.saturating_sub(1)));
            let standing = standings
                .iter()
                .find(|standing| standing.period == place.period && Some(&standing.owners) == owners.as_ref());
            if let Some(standing) = standing {
                let (charged, noted) = (Rc::clone(charged), Rc::clone(noted));
                rows.push(Row { place, charged, noted, standing: standing.clone() });
            }
        }
        Ok(rows)
    }

    /// Reads an obligation with all that was recorded of it; none where it is not there.
    fn known(&self, connection: &Connection, obligation: u64) -> Result<Option<Known>, StoreError> {
        let Some(charged) = queries::one(connection, obligation)? else { return Ok(None) };
        let noted = queries::noted(connection, obligation)?;
        let standings = self.standings(&charged, &noted);
        Ok(Some((Rc::new(charged), Rc::new(noted), standings)))
    }

    /// Answers symbols of decisions of which some duty is as wanted, up to so many, whatever their order.
    pub(crate) fn decisions(
        &self,
        connection: &Connection,
        wanted: Wanted,
        members_only: bool,
        most: usize,
    ) -> Result<Vec<String>, StoreError> {
        let [fixed, moving] = arms(wanted, "");
        let mut statement = connection.prepare_cached(&format!(
            "{DATED} SELECT DISTINCT b.decision FROM ({fixed} UNION ALL {moving}) AS duty \
             JOIN obligations_obligation AS b ON b.id = duty.obligation WHERE :seen OR b.members_only = 0 LIMIT :most"
        ))?;
        let today = self.today().to_string();
        let sql_names: [(&str, &dyn ToSql); 4] =
            [(":dated", &self.dated), (":today", &today), (":seen", &members_only), (":most", &most)];
        // Some wishes do not ask for the day.
        let used: Vec<(&str, &dyn ToSql)> =
            sql_names.into_iter().filter(|(name, _)| *name != ":today" || wanted.asks_for_the_day()).collect();
        let found = statement.query_map(used.as_slice(), |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// Answers for each owner how many duties are overdue and how many are open, by the owner's code.
    pub(crate) fn counts(&self, connection: &Connection) -> Result<Vec<(String, i64, i64)>, StoreError> {
        let [fixed, moving] = arms(Wanted::ToDo, "");
        let mut statement = connection.prepare_cached(&format!(
            "{DATED} SELECT o.owner, sum(due_on < :today), sum(due_on >= :today) FROM ({fixed} UNION ALL {moving}) AS duty \
             JOIN obligations_owner AS o ON o.obligation = duty.obligation AND o.share = duty.share GROUP BY o.owner \
             ORDER BY o.owner LIMIT 400"
        ))?;
        let today = self.today().to_string();
        let named: [(&str, &dyn ToSql); 2] = [(":dated", &self.dated), (":today", &today)];
        let found = statement.query_map(named.as_slice(), |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(found.collect::<Result<_, _>>()?)
    }
}

const DATED: &str = "WITH dated AS MATERIALIZED (SELECT value ->> 0 AS basis, value ->> 1 AS period, value ->> 2 AS due_on \
     FROM json_each(:dated))";

/// Writes the two halves of the query: duties whose day is fixed, by an index; and the few whose day moves.
fn arms(wanted: Wanted, joined: &str) -> [String; 2] {
    let moving_stage = "CASE WHEN d.recurs = 1 AND EXISTS (SELECT 1 FROM obligations_done AS p WHERE p.obligation = d.obligation \
         AND p.share = d.share AND p.period = dated.period) THEN 'done' ELSE d.stage END";
    [
        format!(
            "SELECT d.due_on AS due_on, d.obligation AS obligation, d.share AS share, 1 AS period FROM {joined} \
             obligations_duty AS d WHERE d.basis IS NULL AND {}",
            wanted.condition("d.due_on", "d.stage")
        ),
        format!(
            "SELECT dated.due_on, d.obligation, d.share, dated.period FROM {joined} dated CROSS JOIN obligations_duty AS d \
             WHERE d.basis = dated.basis AND {}",
            wanted.condition("dated.due_on", moving_stage)
        ),
    ]
}

fn sql(filter: &Filter) -> String {
    let owner = match filter.whose {
        Whose::Anybodys => None,
        Whose::Of(_) => Some("o.owner = :owner"),
        // Between a colon and a semicolon lies every name.
        Whose::Bodies => Some("o.owner >= 'body:' AND o.owner < 'body;'"),
    };
    let mut common = String::from(" AND (:seen OR d.members_only = 0)");
    if let Some(owner) = owner {
        common += &format!(" AND {owner} AND o.obligation = d.obligation AND o.share = d.share");
    }
    if filter.decision.is_some() {
        common += " AND d.obligation IN (SELECT id FROM obligations_obligation WHERE decision = :decision)";
    }
    let before =
        |due_on: &str| if filter.due_before.is_some() { format!(" AND {due_on} < :before") } else { String::new() };
    let [fixed, moving] = arms(filter.wanted, if owner.is_some() { "obligations_owner AS o CROSS JOIN" } else { "" });
    format!(
        "{DATED} {fixed}{common}{} AND (d.due_on, d.obligation, d.share) > (:due, :obligation, :share) \
         UNION ALL {moving}{common}{} AND (dated.due_on, d.obligation, d.share, dated.period) > \
         (:due, :obligation, :share, :period) ORDER BY 1, 2, 3, 4 LIMIT :rows",
        before("d.due_on"),
        before("dated.due_on"),
    )
}

/// Bases that are counted at one look at most.
const BASES_MAX: usize = 20_000;

/// Counts the days of everything that moves, as the standing of each will have them.
fn dated_bases(connection: &Connection, called: &[Called], today: Date) -> Result<String, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT id, rule, begins_on, series FROM obligations_basis LIMIT ?1")?;
    let found = statement.query_map([BASES_MAX], |row| {
        let (rule, begins_on): (String, String) = (row.get(1)?, row.get(2)?);
        Ok((row.get::<_, i64>(0)?, rule, begins_on, row.get::<_, String>(3)?))
    })?;
    let mut cells = Vec::new();
    for basis in found {
        let (id, rule, begins_on, series) = basis?;
        let damaged = || StoreError::Damaged(format!("basis {id} of the obligations cannot be read"));
        let rule: DueRule = rule.parse().map_err(|_| damaged())?;
        let begins_on: Date = begins_on.parse().map_err(|_| damaged())?;
        let days = days_of(&rule, begins_on, &series, called, today);
        for (period, day) in (1_u16..).zip(days) {
            cells.push(format!("[{id},{period},\"{}\"]", day.map_or_else(|| NO_DAY.to_owned(), |day| day.to_string())));
        }
    }
    Ok(format!("[{}]", cells.join(",")))
}

fn days_of(rule: &DueRule, begins_on: Date, series: &str, called: &[Called], today: Date) -> Vec<Option<Date>> {
    if !rule.recurs() {
        let meetings = dated::meetings_named(rule, begins_on, series, called);
        return vec![rule.date(&Anchors { meetings, ..Anchors::default() })];
    }
    let meetings = dated::parting(rule, series, called);
    let until = match rule {
        DueRule::Every { months, .. } => today.checked_add(Span::new().months(i64::from(*months))).ok(),
        _ => None,
    };
    let mut days = rule.occurrences(begins_on, &meetings, until.unwrap_or(Date::MAX));
    let passed = days.iter().take_while(|day| **day < today).count();
    days.truncate(passed + 1);
    if days.is_empty() { vec![None] } else { days.into_iter().map(Some).collect() }
}

/// Answers an obligation that a page shows, with all that was recorded of it.
pub(crate) fn read(
    connection: &Connection,
    reference: &super::Reference,
) -> Result<Option<(Charged, Vec<Noted>)>, StoreError> {
    let Some(id) = queries::number_of(connection, reference)? else { return Ok(None) };
    let Some(charged) = queries::one(connection, id)? else { return Ok(None) };
    Ok(Some((charged, queries::noted(connection, id)?)))
}
