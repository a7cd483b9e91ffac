//! Whether the register is switched on, and for whom: asked again wherever an alert is stored or shown (G-05).

use base::ids::StateCode;
use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension};

use super::coded::Category;

/// The most characters of a decision's symbol.
pub const SYMBOL_CHARS_MAX: usize = 60;

/// The decision by which the register is switched on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// Its symbol.
    pub symbol: String,
    /// Its day.
    pub adopted_on: Date,
}

/// That a State takes part in a category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The State.
    pub state: StateCode,
    /// The category.
    pub category: Category,
    /// National law or decision.
    pub basis: String,
    /// Since when.
    pub since: Timestamp,
}

/// One thing that was switched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switched {
    /// Who said it.
    pub state: StateCode,
    /// The entry's kind.
    pub kind: String,
    /// The category, of an opting in or out.
    pub category: Option<Category>,
    /// The decision's symbol, or the basis.
    pub said: String,
    /// When.
    pub at: Timestamp,
}

/// Answers the decision by which the register is switched on; none while it is off.
pub fn adoption(connection: &Connection) -> Result<Option<Adoption>, StoreError> {
    let found: Option<(String, String)> = connection
        .prepare_cached("SELECT symbol, adopted_on FROM alerts_adoption")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let read = |(symbol, on): (String, String)| {
        let adopted_on = on.parse().map_err(|_| damaged(&on))?;
        Ok(Adoption { symbol, adopted_on })
    };
    found.map(read).transpose()
}

/// Answers whether alerts of a category may be stored for a State, and shown to it.
pub(super) fn is_on(connection: &Connection, state: StateCode, category: Category) -> Result<bool, StoreError> {
    let on = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM alerts_adoption) AND EXISTS \
             (SELECT 1 FROM alerts_opt WHERE state = ?1 AND category = ?2 AND opted = 1)",
        )?
        .query_row((state.as_str(), category.code()), |row| row.get(0))?;
    Ok(on)
}

/// Answers the categories of one desk in which a State takes part; none while the register is off.
pub(super) fn of_desk(connection: &Connection, state: StateCode, of_child: bool) -> Result<Vec<Category>, StoreError> {
    let mut open = Vec::new();
    for category in Category::ALL.iter().filter(|category| category.of_child() == of_child) {
        if is_on(connection, state, *category)? {
            open.push(*category);
        }
    }
    Ok(open)
}

/// Answers which States take part in what, by category and State.
pub fn parts(connection: &Connection) -> Result<Vec<Part>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT state, category, basis, changed_us FROM alerts_opt WHERE opted = 1")?;
    let mut rows = statement.query([])?;
    let mut parts = Vec::new();
    while let Some(row) = rows.next()? {
        let (state, category): (String, String) = (row.get(0)?, row.get(1)?);
        parts.push(Part {
            state: state.parse().map_err(|_| damaged(&state))?,
            category: Category::read(&category).ok_or_else(|| damaged(&category))?,
            basis: row.get(2)?,
            since: instant(row.get(3)?)?,
        });
    }
    parts.sort_by_key(|part| (part.category, part.state));
    Ok(parts)
}

/// Answers what was switched last, the last first, at most fifty.
pub(super) fn history(connection: &Connection) -> Result<Vec<Switched>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT state, kind, category, said, at_us FROM alerts_switched ORDER BY position DESC LIMIT 50",
    )?;
    let mut rows = statement.query([])?;
    let mut history = Vec::new();
    while let Some(row) = rows.next()? {
        let state: String = row.get(0)?;
        let category: Option<String> = row.get(2)?;
        history.push(Switched {
            state: state.parse().map_err(|_| damaged(&state))?,
            kind: row.get(1)?,
            category: category.as_deref().and_then(Category::read),
            said: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
            at: instant(row.get(4)?)?,
        });
    }
    Ok(history)
}

/// Answers whether a text has the form of a decision's symbol, such as `RCM/VIII/2003/DEC/15`.
///
/// Whether there is such a decision only the house that keeps decisions knows.
pub fn is_symbol(text: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    text.len() <= SYMBOL_CHARS_MAX && text.contains('/') && text.split('/').all(part)
}

pub(super) fn instant(us: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(us).map_err(|_| damaged("a time"))
}

pub(super) fn damaged(what: &str) -> StoreError {
    StoreError::Damaged(format!("alerts: {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_capitals_and_digits_between_slashes() {
        assert!(is_symbol("RCM/VIII/2003/DEC/15"));
        for wrong in ["", "RCM", "rcm/1", "RCM//1", "RCM/1/", "RCM-VIII", "RCM/VIII 15", &"A/".repeat(40)] {
            assert!(!is_symbol(wrong), "{wrong}");
        }
    }
}
