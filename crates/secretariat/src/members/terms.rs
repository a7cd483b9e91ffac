//! Who presides, who presided before and who will next: terms, from which the rest follows.

use std::collections::BTreeSet;

use base::identity::Caller;
use base::store::StoreError;
use jiff::civil::Date;
use journal::StateCode;
use rusqlite::Connection;

use super::queries::{maybe, read};

/// The role of whoever acts for the presidency, where their State has the term.
pub const PRESIDENCY: &str = "presidency";

/// A term of one State.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermOf {
    /// The State.
    pub party: StateCode,
    /// First day.
    pub first_on: Date,
    /// Last day; none where nobody said yet when it ends.
    pub last_on: Option<Date>,
    /// Symbol of the decision; empty where it was agreed otherwise.
    pub decision: String,
}

impl TermOf {
    /// Answers whether the State presides on a day.
    pub fn covers(&self, day: Date) -> bool {
        self.first_on <= day && self.last_on.is_none_or(|last_on| day <= last_on)
    }
}

/// Who presided, presides and will preside.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Troika {
    /// The States whose term ended last.
    pub outgoing: BTreeSet<StateCode>,
    /// The States that preside.
    pub current: BTreeSet<StateCode>,
    /// The States whose term begins next.
    pub incoming: BTreeSet<StateCode>,
}

/// Terms that a process has at most, beyond which none is read.
const TERMS_MAX: usize = 1_000;

/// Answers all terms, the latest first.
///
/// # Errors
/// When the tables cannot be read.
pub fn terms(connection: &Connection) -> Result<Vec<TermOf>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT party, first_on, last_on, decision FROM members_term ORDER BY first_on DESC, party LIMIT ?1",
    )?;
    let found = statement.query_map([TERMS_MAX], |row| {
        Ok(TermOf { party: read(row, 0)?, first_on: read(row, 1)?, last_on: maybe(row, 2)?, decision: row.get(3)? })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Answers which States preside on a day.
///
/// # Errors
/// When the tables cannot be read.
pub fn presiding_on(connection: &Connection, day: Date) -> Result<BTreeSet<StateCode>, StoreError> {
    Ok(terms(connection)?.iter().filter(|term| term.covers(day)).map(|term| term.party).collect())
}

/// Answers whether somebody acts for the presidency on a day: they hold its role, and their State has the term.
///
/// # Errors
/// When the tables cannot be read.
pub fn presides(connection: &Connection, caller: &Caller, day: Date) -> Result<bool, StoreError> {
    let holds = caller.roles.iter().any(|role| role == PRESIDENCY);
    Ok(holds && presiding_on(connection, day)?.contains(&caller.state))
}

/// Answers who presided before, presides on a day, and will preside next.
///
/// # Errors
/// When the tables cannot be read.
pub fn troika_on(connection: &Connection, day: Date) -> Result<Troika, StoreError> {
    Ok(troika(&terms(connection)?, day))
}

fn troika(terms: &[TermOf], day: Date) -> Troika {
    let last = terms.iter().filter_map(|term| term.last_on).filter(|last_on| *last_on < day).max();
    let next = terms.iter().map(|term| term.first_on).filter(|first_on| *first_on > day).min();
    let those = |of: &dyn Fn(&TermOf) -> bool| terms.iter().filter(|term| of(term)).map(|term| term.party).collect();
    let current: BTreeSet<StateCode> = those(&|term| term.covers(day));
    let outgoing: BTreeSet<StateCode> = those(&|term| last.is_some() && term.last_on == last);
    Troika { outgoing, current, incoming: those(&|term| Some(term.first_on) == next) }
}

/// Answers whether a term fits those there are: never more States together than the process has chairs, and none twice.
pub(super) fn fits(terms: &[TermOf], new: &TermOf, chairs: u8) -> bool {
    let meets = |term: &&TermOf| {
        term.last_on.is_none_or(|last_on| last_on >= new.first_on)
            && new.last_on.is_none_or(|last_on| last_on >= term.first_on)
    };
    let beside: Vec<&TermOf> = terms.iter().filter(meets).collect();
    // The most at once are found on a first day: of the new term, or of one that begins within it.
    let most = beside
        .iter()
        .map(|term| term.first_on.max(new.first_on))
        .map(|day| beside.iter().filter(|term| term.covers(day)).count())
        .max();
    beside.iter().all(|term| term.party != new.party) && most.unwrap_or(0) < usize::from(chairs)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn term(party: &str, first_on: Date, last_on: Option<Date>) -> TermOf {
        TermOf { party: party.parse().expect("a code"), first_on, last_on, decision: String::new() }
    }

    fn codes(states: &BTreeSet<StateCode>) -> Vec<&str> {
        states.iter().map(StateCode::as_str).collect()
    }

    #[test]
    fn a_term_goes_over_on_its_last_day_and_the_troika_follows() {
        let terms = [
            term("MEX", date(2002, 6, 1), Some(date(2003, 5, 30))),
            term("PAN", date(2003, 5, 31), None),
            term("GTM", date(2001, 3, 24), Some(date(2002, 5, 31))),
        ];
        let on = troika(&terms, date(2003, 5, 30));
        assert_eq!(
            (codes(&on.outgoing), codes(&on.current), codes(&on.incoming)),
            (vec!["GTM"], vec!["MEX"], vec!["PAN"])
        );
        let on = troika(&terms, date(2003, 5, 31));
        assert_eq!((codes(&on.outgoing), codes(&on.current), codes(&on.incoming)), (vec!["MEX"], vec!["PAN"], vec![]));
    }

    #[test]
    fn no_day_has_more_chairs_than_the_process() {
        let terms = [term("QMA", date(2026, 1, 1), Some(date(2026, 12, 31))), term("QMB", date(2027, 1, 1), None)];
        let new = term("QMC", date(2026, 12, 31), Some(date(2027, 1, 1)));
        assert!(!fits(&terms, &new, 1) && fits(&terms, &new, 2), "one beside it on each of its two days");
        assert!(!fits(&terms, &term("QMB", date(2030, 1, 1), None), 2), "a State presides once at a time");
        assert!(fits(&terms, &term("QMB", date(2025, 1, 1), Some(date(2025, 12, 31))), 1));
        let three = [terms[0].clone(), term("QMB", date(2026, 6, 1), Some(date(2026, 7, 1)))];
        assert!(!fits(&three, &term("QMC", date(2026, 1, 1), None), 2), "the crowded day lies inside the new term");
    }
}
