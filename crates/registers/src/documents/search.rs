//! The three lists of this room, page by page: what is published, what one's own State works on, what waits for others.
//!
//! Pages go by position in the journal, the newest first, so that nothing is shown twice while entries arrive.

use base::ids::StateCode;
use base::store::StoreError;
use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::alert::AlertText;
use super::apply::{folded, read_text};
use super::coded::{FraudClass, Standing};
use super::life;
use super::queries::{day, instant, state};
use crate::document::DocumentKind;

/// Alerts on one page of a list.
pub const PAGE_ROWS: usize = 50;

/// The most alerts whose words one page of a search looks through; the next page looks through the next ones.
pub const SEARCH_ROWS: usize = 5_000;

/// The longest text a search takes, in characters.
pub const WORDS_CHARS_MAX: usize = 60;

/// What to look for among published alerts. Everything may stay open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A class of fraud.
    pub class: Option<FraudClass>,
    /// A kind of document.
    pub kind: Option<DocumentKind>,
    /// The State whose documents they are.
    pub issuer: Option<StateCode>,
    /// A text among the points of detection; empty for none.
    pub words: String,
    /// Alerts that were superseded or withdrawn, in place of those in force.
    pub closed: bool,
}

/// One alert of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The position by which the list is sorted.
    pub position: u64,
    /// Its reference.
    pub reference: String,
    /// The reporting State.
    pub owner: StateCode,
    /// Where it stands: in a list of published alerts as members see it.
    pub standing: Standing,
    /// The version shown in the list.
    pub version: u32,
    /// What that version says.
    pub text: AlertText,
    /// The State that confirmed that version.
    pub confirmed_by: Option<StateCode>,
    /// When that version was published; before publication, when it was written.
    pub at: Timestamp,
    /// Day from which a review is due.
    pub review_on: Option<Date>,
}

/// One page of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// Its alerts.
    pub rows: Vec<Listed>,
    /// The position before which the next page begins; none at the end.
    pub next: Option<u64>,
}

/// Answers a page of published alerts before a position, the last published first.
pub(super) fn published(
    connection: &Connection,
    filter: &Filter,
    before: Option<u64>,
    today: Date,
) -> Result<Page, StoreError> {
    let before = before.map_or(i64::MAX, |position| i64::try_from(position).unwrap_or(i64::MAX));
    let words: String = folded(filter.words.trim()).chars().take(WORDS_CHARS_MAX).collect();
    // A search reads words row by row: it looks through a bounded stretch, and the next page goes on behind it.
    let floor = if words.is_empty() { None } else { stretch(connection, before)? };
    let mut sql =
        "SELECT listed.position, reference, owner, standing, published_version, body, confirmed_by, published_us, \
                   review_on, 1 FROM alert_listed AS listed JOIN alert USING (alert) JOIN alert_version AS said \
                   ON said.alert = listed.alert AND said.version = published_version \
                   WHERE listed.position < ? AND in_force = ? AND expires_on > ?"
            .to_owned();
    let mut values: Vec<Value> = vec![before.into(), i64::from(!filter.closed).into(), today.to_string().into()];
    let mut also = |clause: &str, value: Value| {
        sql.push_str(clause);
        values.push(value);
    };
    if let Some(issuer) = filter.issuer {
        also(" AND listed.issuer = ?", issuer.to_string().into());
    }
    if let Some(kind) = filter.kind {
        also(" AND listed.kind = ?", i64::from(kind.ordinal()).into());
    }
    if let Some(class) = filter.class {
        also(" AND listed.class = ?", class.code().to_owned().into());
    }
    if !words.is_empty() {
        // Not LIKE: its patterns end at a zero byte, and have signs of their own.
        also(" AND instr(listed.words, ?) > 0", words.into());
    }
    if let Some(floor) = floor {
        also(" AND listed.position >= ?", floor.into());
    }
    sql.push_str(&format!(" ORDER BY listed.position DESC LIMIT {}", PAGE_ROWS + 1));
    let mut page = rows(connection, &sql, values)?;
    if page.next.is_none() {
        page.next = floor.and_then(|floor| u64::try_from(floor).ok());
    }
    Ok(page)
}

/// Answers a page of a State's alerts that are not, or not again, published: the last touched first.
pub(super) fn work(
    connection: &Connection,
    owner: StateCode,
    before: Option<u64>,
    today: Date,
) -> Result<Page, StoreError> {
    unpublished(connection, "owner = ? AND standing IN ('submitted', 'returned', 'confirmed')", owner, before, today)
}

/// Answers a page of other States' alerts that wait for a confirmation: the last touched first.
pub(super) fn waiting(
    connection: &Connection,
    asker: StateCode,
    before: Option<u64>,
    today: Date,
) -> Result<Page, StoreError> {
    unpublished(connection, "owner <> ? AND standing = 'submitted'", asker, before, today)
}

/// Answers a page of a State's alerts in force whose review is due, the longest due first; one page, for it is work to do.
pub(super) fn due(connection: &Connection, owner: StateCode, today: Date) -> Result<Vec<Listed>, StoreError> {
    let sql = format!(
        "SELECT touched, reference, owner, 'published', published_version, body, confirmed_by, published_us, review_on, 1 \
         FROM alert JOIN alert_version AS said ON said.alert = alert.alert AND said.version = published_version \
         WHERE owner = ? AND review_on <= ? AND expires_on > ? \
         AND standing NOT IN ('superseded', 'withdrawn', 'retracted') ORDER BY review_on, touched LIMIT {PAGE_ROWS}"
    );
    let today = today.to_string();
    Ok(rows(connection, &sql, vec![owner.to_string().into(), today.clone().into(), today.into()])?.rows)
}

fn unpublished(
    connection: &Connection,
    which: &str,
    state: StateCode,
    before: Option<u64>,
    today: Date,
) -> Result<Page, StoreError> {
    let before = before.map_or(i64::MAX, |position| i64::try_from(position).unwrap_or(i64::MAX));
    let sql = format!(
        "SELECT touched, reference, owner, standing, alert.version, body, confirmed_by, at_us, review_on, 0 FROM alert \
         JOIN alert_version AS said ON said.alert = alert.alert AND said.version = alert.version \
         WHERE {which} AND touched < ? AND expires_on > ? ORDER BY touched DESC LIMIT {}",
        PAGE_ROWS + 1
    );
    rows(connection, &sql, vec![state.to_string().into(), before.into(), today.to_string().into()])
}

/// Answers the position at which one page of a search stops; none when it reaches the first alert.
fn stretch(connection: &Connection, before: i64) -> Result<Option<i64>, StoreError> {
    let floor = connection
        .prepare_cached(
            "SELECT position FROM alert_listed WHERE position < ?1 ORDER BY position DESC LIMIT 1 OFFSET ?2",
        )?
        .query_row((before, SEARCH_ROWS - 1), |row| row.get(0))
        .optional()?;
    Ok(floor)
}

fn rows(connection: &Connection, sql: &str, values: Vec<Value>) -> Result<Page, StoreError> {
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query(params_from_iter(values))?;
    let mut page = Page::default();
    while let Some(row) = rows.next()? {
        if page.rows.len() == PAGE_ROWS {
            page.next = page.rows.last().map(|last| last.position);
            break;
        }
        page.rows.push(listed(row)?);
    }
    Ok(page)
}

fn listed(row: &Row<'_>) -> Result<Listed, StoreError> {
    let (owner, standing): (String, String) = (row.get(2)?, row.get(3)?);
    let (confirmed_by, review_on): (Option<String>, Option<String>) = (row.get(6)?, row.get(8)?);
    let standing = Standing::read(&standing).ok_or_else(|| StoreError::Damaged(format!("alerts: {standing}")))?;
    let as_seen: bool = row.get(9)?;
    Ok(Listed {
        position: row.get(0)?,
        reference: row.get(1)?,
        owner: state(&owner)?,
        standing: if as_seen { life::face(standing, true) } else { standing },
        version: row.get(4)?,
        text: read_text(row.get_ref(5)?.as_blob().map_err(rusqlite::Error::from)?)?,
        confirmed_by: confirmed_by.as_deref().map(state).transpose()?,
        at: instant(row.get(7)?)?,
        review_on: review_on.as_deref().map(day).transpose()?,
    })
}
