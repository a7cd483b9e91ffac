//! The reads of this room. Each asks, in its own question, whether the register is on for the States concerned (G-05) and what
//! day it is (G-13): nothing has to be swept for an alert to be gone.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use base::access::Resource;
use base::ids::StateCode;
use base::store::{Bound, Rests, Sealer, StoreError, Words};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use rusqlite::{Connection, Row};
use uuid::Uuid;

use super::blocks::UNBLOCKED;
use super::claims::{CLAIMED, UNVEILED};
use super::closed;
use super::coded::{Action, Category, Ending, Stance, Standing};
use super::consultations::UNHELD;
use super::flags::Instead;
use super::handling::{self, Handling};
use super::life::{KEPT_DAYS, Life, Term};
use super::matches::MatchOutcome;
use super::switch::{damaged, instant};
use super::text::{AlertText, Sealed, Subject};

/// Alerts of one page of a list.
pub const PAGE_ROWS: usize = 50;

/// An alert as its latest version stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    /// Its id.
    pub id: Uuid,
    /// Its reference, as `RCM-A-2026-0007`.
    pub reference: String,
    /// The State that answers for it.
    pub owner: StateCode,
    /// Of whom it speaks.
    pub category: Category,
    /// The latest version.
    pub version: u32,
    /// The version in force, where one was ever put there.
    pub active_version: Option<u32>,
    /// Where it stands.
    pub life: Life,
    /// Why it was withdrawn.
    pub ending: Option<Ending>,
}

/// One line of a State's own list: nothing of the sealed part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The alert.
    pub alert: Alert,
    /// Of whom.
    pub subject: Subject,
    /// Where its list goes on.
    pub place: u64,
    /// How often an officer has said what came of a possible match with it.
    pub met: u64,
    /// How many States have flagged it.
    pub flagged: u64,
    /// Whether a panel has taken it out of every search.
    pub blocked: bool,
    /// What may not be done with what it says.
    pub handling: Option<Handling>,
}

/// What another State sees of an alert in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// Its id, for the access log.
    pub id: Uuid,
    /// The State that answers for it.
    pub owner: StateCode,
    /// Of whom it speaks: for the policies, and never for a page.
    pub category: Category,
    /// The day from which it is in force no longer.
    pub until: Date,
}

/// One version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its hash, to which a second person's word is bound.
    pub hash: [u8; 32],
    /// Of whom.
    pub subject: Subject,
}

/// Why a second person put an alert in force, or left it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Why this case is grave enough.
    pub grave: Words,
    /// Why no gentler means would do.
    pub gentler: Words,
}

/// Answers the code by which policies tell whose work an alert is.
pub(super) const fn desk(category: Category) -> &'static str {
    if category.of_child() { "child" } else { "adult" }
}

impl Alert {
    /// Answers what the policies must know.
    pub fn resource(&self) -> Resource {
        Resource { status: desk(self.category), ..Resource::of(self.owner, self.id.to_string()) }
    }
}

impl Face {
    /// Answers what the policies must know.
    pub fn resource(&self) -> Resource {
        Resource { status: desk(self.category), ..Resource::of(self.owner, self.id.to_string()) }
    }
}

/// An alert as a traveller is compared with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Searched {
    /// The alert.
    pub alert: Uuid,
    /// The State that answers for it.
    pub owner: StateCode,
    /// Of whom it speaks.
    pub category: Category,
    /// Position of the last entry about it.
    pub touched: u64,
    /// Whether its owner takes part in its category.
    pub on: bool,
    /// Of whom, and until when, where it was put in force and not taken back.
    pub in_force: Option<(Subject, Date)>,
}

/// What came of one possible match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MetOnce {
    /// Whose officer said it.
    pub state: StateCode,
    /// What.
    pub outcome: MatchOutcome,
    /// When.
    pub at: Timestamp,
}

/// An alert that may be shown to whoever compared a traveller with it, by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// The State that answers for it.
    pub owner: StateCode,
    /// Of whom it speaks.
    pub category: Category,
    /// Its reference.
    pub reference: String,
    /// The version in force.
    pub version: u32,
    /// What whoever looks sees instead of what it asks for, as their State has flagged it.
    pub instead: Option<Action>,
    /// Whether the person has asked that State for protection: then they are protected, and nothing else is done (G-23).
    pub claimed: bool,
}

/// The owner takes part in the category, and the register is on.
pub(super) const OWNER_ON: &str = "EXISTS (SELECT 1 FROM alerts_adoption) AND EXISTS (SELECT 1 FROM alerts_opt AS o \
    WHERE o.state = a.owner AND o.category = a.category AND o.opted = 1)";

/// The State that looks takes part in it as well.
const READER_ON: &str =
    "EXISTS (SELECT 1 FROM alerts_opt AS o WHERE o.state = :reader AND o.category = a.category AND o.opted = 1)";

/// A second person put it there, nobody took it back, and its day has not come.
pub(super) const IN_FORCE: &str = "a.active_version IS NOT NULL AND a.withdrawn_on IS NULL AND a.until > :today";

/// Somebody else is taken for its person again and again, and nobody was it (G-20): five times in six months, by two officers at
/// least, since a second person last judged it.
const MISTAKEN: &str = "(SELECT count(*) >= 5 AND count(DISTINCT m.person) >= 2 FROM alerts_met AS m WHERE m.alert = a.alert \
    AND m.outcome = 'not_the_person' AND m.at_us >= :since AND m.position > (SELECT coalesce(max(j.position), 0) \
    FROM alerts_judged AS j WHERE j.alert = a.alert)) AND NOT EXISTS (SELECT 1 FROM alerts_met AS m \
    WHERE m.alert = a.alert AND m.outcome = 'confirmed' AND m.at_us >= :since \
    AND NOT EXISTS (SELECT 1 FROM alerts_veiled AS w WHERE w.position = m.position))";

/// What the State that looks has said its officers see instead (G-24); null where it has said nothing.
const INSTEAD: &str = "(SELECT f.instead FROM alerts_flag AS f WHERE f.alert = a.alert AND f.state = :reader \
    AND f.set_at IS NOT NULL AND f.lifted_at IS NULL)";

/// Nobody protects the person whom it accuses (G-02): two alerts are on one person where names are equal and births can be.
fn unshadowed() -> String {
    format!(
        "(a.stance <> 'accusing' OR NOT EXISTS (SELECT 1 FROM alerts_alert AS p, alerts_version AS pv, alerts_version AS v \
         WHERE v.alert = a.alert AND v.version = a.active_version AND pv.folded = v.folded AND p.alert = pv.alert \
         AND p.active_version = pv.version AND p.stance = 'protective' AND pv.earliest <= v.latest AND v.earliest <= pv.latest \
         AND p.withdrawn_on IS NULL AND p.until > :today AND {}))",
        OWNER_ON.replace("a.", "p.")
    )
}

const ALERT: &str = "SELECT a.alert, a.reference, a.owner, a.category, a.standing, a.version, a.active_version, \
    a.waits_until, a.until, a.withdrawn_on, a.ending FROM alerts_alert AS a";

/// Finds an alert of one's own State by its reference, also while it waits to be destroyed.
pub(super) fn own(
    connection: &Connection,
    reference: &str,
    state: StateCode,
    today: Date,
) -> Result<Option<Alert>, StoreError> {
    let kept = today.saturating_sub(KEPT_DAYS.days()).to_string();
    let question = format!("{ALERT} WHERE a.reference = ?1 AND a.owner = ?2 AND a.ends_on > ?3 AND {OWNER_ON}");
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query((reference, state.as_str(), kept))?;
    rows.next()?.map(|row| alert(connection, row)).transpose()
}

/// Answers a page of one's own State's alerts of the categories of one desk, the last changed first; none of the sealed part.
pub(super) fn list(
    connection: &Connection,
    state: StateCode,
    of_child: bool,
    before: Option<u64>,
    today: Date,
) -> Result<Vec<Listed>, StoreError> {
    let kept = today.saturating_sub(KEPT_DAYS.days()).to_string();
    let question = format!(
        "{ALERT_LISTED} WHERE a.owner = ?1 AND a.of_child = ?2 AND a.touched < ?3 AND a.ends_on > ?4 AND {OWNER_ON} \
         ORDER BY a.touched DESC LIMIT ?5"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let before = before.and_then(|place| i64::try_from(place).ok()).unwrap_or(i64::MAX);
    let mut rows = statement.query((state.as_str(), of_child, before, kept, PAGE_ROWS + 1))?;
    let mut listed = Vec::new();
    while let Some(row) = rows.next()? {
        listed.push(Listed {
            alert: alert(connection, row)?,
            subject: read(row.get_ref(11)?.as_blob().map_err(rusqlite::Error::from)?)?,
            place: row.get(12)?,
            met: row.get(13)?,
            flagged: row.get(14)?,
            blocked: row.get(15)?,
            handling: match row.get_ref(16)?.as_blob_or_null().map_err(rusqlite::Error::from)? {
                Some(body) => Some(read(body)?),
                None => None,
            },
        });
    }
    Ok(listed)
}

const ALERT_LISTED: &str = "SELECT a.alert, a.reference, a.owner, a.category, a.standing, a.version, a.active_version, \
    a.waits_until, a.until, a.withdrawn_on, a.ending, v.body, a.touched, \
    (SELECT count(*) FROM alerts_met AS m WHERE m.alert = a.alert \
    AND NOT EXISTS (SELECT 1 FROM alerts_veiled AS w WHERE w.position = m.position)), \
    (SELECT count(*) FROM alerts_flag AS f WHERE f.alert = a.alert AND f.set_at IS NOT NULL AND f.lifted_at IS NULL), \
    EXISTS (SELECT 1 FROM alerts_block AS b WHERE b.alert = a.alert AND b.lifted_at IS NULL), \
    (SELECT h.body FROM alerts_handling AS h WHERE h.alert = a.alert AND h.version = a.version) \
    FROM alerts_alert AS a JOIN alerts_version AS v ON v.alert = a.alert AND v.version = a.version";

/// Answers what another State sees of an alert in force. The check will ask the same conditions.
pub(super) fn face(
    connection: &Connection,
    reference: &str,
    reader: StateCode,
    today: Date,
) -> Result<Option<Face>, StoreError> {
    let question = format!(
        "SELECT a.alert, a.owner, a.category, a.until FROM alerts_alert AS a WHERE a.reference = :reference \
         AND {IN_FORCE} AND {UNBLOCKED} AND {UNHELD} AND {OWNER_ON} AND {READER_ON} AND {}",
        unshadowed()
    );
    let mut statement = connection.prepare_cached(&question)?;
    let today = today.to_string();
    let asked = rusqlite::named_params! { ":reference": reference, ":reader": reader.as_str(), ":today": today };
    let mut rows = statement.query(asked)?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let (owner, until): (String, String) = (row.get(1)?, row.get(3)?);
    Ok(Some(Face { id: row.get(0)?, owner: state(&owner)?, category: category(row.get(2)?)?, until: day(&until)? }))
}

/// Answers what a comparison may show of an alert, asked of the tables on the day itself: in force (G-13, G-14), on for its
/// owner and for whoever looks (G-05), nobody protects whom it accuses (G-02), it need not be judged anew first (G-20), unless
/// it protects, the State that looks has not flagged it to nothing (G-24), no panel has blocked it (G-25), and it waits for no other
/// State (G-11). Where the person has asked that State for protection nothing is answered but to protect them (G-23).
pub(super) fn shown(
    connection: &Connection,
    alert: Uuid,
    reader: StateCode,
    today: Date,
) -> Result<Option<Shown>, StoreError> {
    let question = format!(
        "SELECT a.owner, a.category, a.reference, a.active_version, {INSTEAD}, {CLAIMED} FROM alerts_alert AS a WHERE a.alert = :alert \
         AND {IN_FORCE} AND {UNBLOCKED} AND {UNHELD} AND {OWNER_ON} AND {READER_ON} AND {} AND (a.stance = 'protective' OR NOT ({MISTAKEN})) \
         AND coalesce({INSTEAD}, '') <> 'nothing'",
        unshadowed()
    );
    let mut statement = connection.prepare_cached(&question)?;
    let (since, today) = (half_a_year_before(today)?, today.to_string());
    let asked =
        rusqlite::named_params! { ":alert": alert, ":reader": reader.as_str(), ":today": today, ":since": since };
    let mut rows = statement.query(asked)?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let owner: String = row.get(0)?;
    let (category, reference, version) = (category(row.get(1)?)?, row.get(2)?, row.get(3)?);
    let flagged: Option<String> = row.get(4)?;
    let instead = flagged.map(|code| Instead::read(&code).ok_or_else(|| damaged(&code))).transpose()?;
    let claimed: bool = row.get(5)?;
    let instead = if claimed { Some(Action::Protect) } else { instead.and_then(Instead::action) };
    Ok(Some(Shown { owner: state(&owner)?, category, reference, version, instead, claimed }))
}

/// Answers whether an alert must be judged anew, because others are taken for its person (G-20).
pub(super) fn is_mistaken(connection: &Connection, alert: Uuid, today: Date) -> Result<bool, StoreError> {
    let question = format!("SELECT {MISTAKEN} FROM alerts_alert AS a WHERE a.alert = :alert");
    let asked = rusqlite::named_params! { ":alert": alert, ":since": half_a_year_before(today)? };
    Ok(connection.prepare_cached(&question)?.query_row(asked, |row| row.get(0))?)
}

fn half_a_year_before(today: Date) -> Result<i64, StoreError> {
    let day = today.saturating_sub(6.months());
    let instant = jiff::tz::TimeZone::UTC.to_timestamp(day.into()).map_err(|_| damaged("a day"))?;
    Ok(instant.as_microsecond())
}

/// Answers what came of possible matches with an alert, the last first; nothing that its owner must not be told (G-23).
pub(super) fn met(connection: &Connection, alert: Uuid) -> Result<Vec<MetOnce>, StoreError> {
    let question = format!(
        "SELECT m.state, m.outcome, m.at_us FROM alerts_met AS m WHERE m.alert = ?1 AND {UNVEILED} ORDER BY m.position DESC"
    );
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query([alert])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (by, outcome): (String, String) = (row.get(0)?, row.get(1)?);
        all.push(MetOnce {
            state: state(&by)?,
            outcome: MatchOutcome::read(&outcome).ok_or_else(|| damaged(&outcome))?,
            at: instant(row.get(2)?)?,
        });
    }
    Ok(all)
}

/// Answers whether an alert stops a document no more.
pub(super) fn is_cleared(
    connection: &Connection,
    alert: Uuid,
    documents: &[[u8; 16]],
    today: Date,
) -> Result<bool, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM alerts_clearance WHERE document = ?1 AND alert = ?2 AND until > ?3)",
    )?;
    let today = today.to_string();
    for document in documents {
        if statement.query_row((document, alert, &today), |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Answers the entries about an alert that are no part of its own course, on matches, flags, blocks, questions, claims, consultations,
/// permissions and holders of misused identities, State by State: each State's own rule destroys them.
pub(super) fn said_beside(connection: &Connection, alert: Uuid) -> Result<BTreeMap<StateCode, Vec<u64>>, StoreError> {
    by_state(
        connection
            .prepare_cached(
                "SELECT state, position FROM alerts_met WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_clearance WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_flag WHERE alert = ?1 \
                 UNION ALL SELECT state, set_at FROM alerts_flag WHERE alert = ?1 AND set_at IS NOT NULL \
                 UNION ALL SELECT state, lifted_at FROM alerts_flag WHERE alert = ?1 AND lifted_at IS NOT NULL \
                 UNION ALL SELECT state, position FROM alerts_supplement WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_supplement_reply WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_supplement_late WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_claim_said WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_block WHERE alert = ?1 \
                 UNION ALL SELECT lifted_by, lifted_at FROM alerts_block WHERE alert = ?1 AND lifted_at IS NOT NULL \
                 UNION ALL SELECT state, position FROM alerts_ruling WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_consultation WHERE held = ?1 OR standing = ?1 \
                 UNION ALL SELECT state, position FROM alerts_consultation_word WHERE held = ?1 OR standing = ?1 \
                 UNION ALL SELECT state, position FROM alerts_permission WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_permission_end WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_glass WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_glass_answer WHERE alert = ?1 \
                 UNION ALL SELECT state, position FROM alerts_misused WHERE alert = ?1 \
                 UNION ALL SELECT state, confirmed_at FROM alerts_misused WHERE alert = ?1 AND confirmed_at IS NOT NULL \
                 ORDER BY 2",
            )?
            .query([alert])?,
    )
}

/// Answers the clearances whose days are over, State by State; at most a hundred.
pub(super) fn cleared_until(connection: &Connection, today: Date) -> Result<BTreeMap<StateCode, Vec<u64>>, StoreError> {
    by_state(
        connection
            .prepare_cached("SELECT state, position FROM alerts_clearance WHERE until <= ?1 ORDER BY until LIMIT 100")?
            .query([today.to_string()])?,
    )
}

/// Reads positions by the State in whose series they are.
pub(super) fn by_state(mut rows: rusqlite::Rows<'_>) -> Result<BTreeMap<StateCode, Vec<u64>>, StoreError> {
    let mut all: BTreeMap<StateCode, Vec<u64>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let by: String = row.get(0)?;
        all.entry(state(&by)?).or_default().push(row.get(1)?);
    }
    Ok(all)
}

/// Counts clearances and holders of misused identities by State, of those given at these positions: hashes that rest on a key of
/// the numbers.
pub(super) fn cleared_at(connection: &Connection, at: RangeInclusive<u64>) -> Result<Vec<(String, u64)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT state, count(*) FROM (SELECT state, position FROM alerts_clearance UNION ALL \
         SELECT state, position FROM alerts_misused) WHERE position BETWEEN ?1 AND ?2 GROUP BY state ORDER BY state",
    )?;
    let counted = statement.query_map((at.start(), at.end()), |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(counted.collect::<Result<_, _>>()?)
}

/// Answers the categories in which a State takes part; none while the register is off.
pub(super) fn own_parts(connection: &Connection, reader: StateCode) -> Result<Vec<Category>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT category FROM alerts_opt WHERE state = ?1 AND opted = 1 AND EXISTS (SELECT 1 FROM alerts_adoption)",
    )?;
    let mut rows = statement.query([reader.as_str()])?;
    let mut parts = Vec::new();
    while let Some(row) = rows.next()? {
        parts.push(category(row.get(0)?)?);
    }
    Ok(parts)
}

/// Answers every State and category of which alerts can be shown to anybody.
pub(super) fn cells(connection: &Connection) -> Result<Vec<(StateCode, Category)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT state, category FROM alerts_opt WHERE opted = 1 AND EXISTS (SELECT 1 FROM alerts_adoption)",
    )?;
    let mut rows = statement.query([])?;
    let mut cells = Vec::new();
    while let Some(row) = rows.next()? {
        let owner: String = row.get(0)?;
        cells.push((state(&owner)?, category(row.get(1)?)?));
    }
    Ok(cells)
}

/// Answers the position of the last entry that switched something.
pub(super) fn last_switched(connection: &Connection) -> Result<u64, StoreError> {
    let last = connection
        .prepare_cached("SELECT coalesce(max(position), 0) FROM alerts_switched")?
        .query_row([], |row| row.get(0))?;
    Ok(last)
}

/// An alert with its version in force, for comparing.
fn searched(end: &str) -> String {
    format!(
        "SELECT a.alert, a.owner, a.category, a.touched, {OWNER_ON}, a.until, v.body FROM alerts_alert AS a \
         LEFT JOIN alerts_version AS v ON v.alert = a.alert AND v.version = a.active_version AND a.withdrawn_on IS NULL {end}"
    )
}

/// Answers alerts about which anything was said after a position.
pub(super) fn touched_since(connection: &Connection, position: u64) -> Result<Vec<Searched>, StoreError> {
    let mut statement = connection.prepare_cached(&searched("WHERE a.touched > ?1 ORDER BY a.touched"))?;
    let mut rows = statement.query([position])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        all.push(read_searched(row)?);
    }
    Ok(all)
}

/// Hands over every alert in force at some time: those of one State and category, or all in one pass, which reads each page of
/// the tables once where asking State by State would read them again and again.
pub(super) fn each_searched(
    connection: &Connection,
    only: Option<(StateCode, Category)>,
    mut take: impl FnMut(Searched),
) -> Result<(), StoreError> {
    let (question, asked) = match only {
        Some((owner, of)) => {
            (searched("WHERE a.owner = ?1 AND a.category = ?2"), vec![owner.as_str().to_owned(), of.code().to_owned()])
        }
        None => (searched("WHERE v.body IS NOT NULL"), Vec::new()),
    };
    let mut statement = connection.prepare_cached(&question)?;
    let mut rows = statement.query(rusqlite::params_from_iter(asked))?;
    while let Some(row) = rows.next()? {
        take(read_searched(row)?);
    }
    Ok(())
}

fn read_searched(row: &rusqlite::Row<'_>) -> Result<Searched, StoreError> {
    let (owner, until): (String, Option<String>) = (row.get(1)?, row.get(5)?);
    let body = row.get_ref(6)?.as_blob_or_null().map_err(rusqlite::Error::from)?;
    let in_force = match (body, until) {
        (Some(body), Some(until)) => Some((read(body)?, day(&until)?)),
        _ => None,
    };
    Ok(Searched {
        alert: row.get(0)?,
        owner: state(&owner)?,
        category: category(row.get(2)?)?,
        touched: row.get(3)?,
        on: row.get(4)?,
        in_force,
    })
}

/// Answers an alert by its id, whether the register is on or not: for acts, which ask that themselves.
pub(super) fn by_id(connection: &Connection, id: Uuid) -> Result<Option<Alert>, StoreError> {
    let mut statement = connection.prepare_cached(&format!("{ALERT} WHERE a.alert = ?1"))?;
    let mut rows = statement.query([id])?;
    rows.next()?.map(|row| alert(connection, row)).transpose()
}

/// Answers one version, without its sealed part.
pub(super) fn version(connection: &Connection, alert: Uuid, number: u32) -> Result<Version, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT hash, body FROM alerts_version WHERE alert = ?1 AND version = ?2")?;
    let mut rows = statement.query((alert, number))?;
    let row = rows.next()?.ok_or_else(|| damaged("an alert without its version"))?;
    Ok(Version { hash: row.get(0)?, subject: read(row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?)? })
}

/// Answers the sealed part of a version. Only `sealed` asks, for whom the policies let read it, and acts on the alert itself.
///
/// Errors: `Unopened` where it does not open as this version's of this alert of its State.
pub(super) fn sealed(connection: &Connection, sealer: &Sealer, alert: Uuid, number: u32) -> Result<Sealed, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT s.body, a.owner FROM alerts_sealed AS s JOIN alerts_alert AS a ON a.alert = s.alert \
         WHERE s.alert = ?1 AND s.version = ?2",
    )?;
    let mut rows = statement.query((alert, number))?;
    let row = rows.next()?.ok_or_else(|| damaged("an alert without its sealed part"))?;
    let owner: String = row.get(1)?;
    let rests = Rests::<Sealed>::of_column(row.get_ref(0)?.as_blob().map_err(rusqlite::Error::from)?)?;
    rests.open(sealer, &closed::bound(closed::SEALED, state(&owner)?, alert, number.into()))
}

/// Answers why an alert was put in force and left there, the last first; as sealed as the reason.
pub(super) fn judgements(connection: &Connection, alert: Uuid) -> Result<Vec<Judgement>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT j.grave, j.gentler, j.version, a.owner FROM alerts_judged AS j JOIN alerts_alert AS a ON a.alert = j.alert \
         WHERE j.alert = ?1 ORDER BY j.position DESC",
    )?;
    let mut rows = statement.query([alert])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let (version, owner): (u64, String) = (row.get(2)?, row.get(3)?);
        let owner = state(&owner)?;
        let bound = |field| closed::bound(field, owner, alert, version);
        all.push(Judgement {
            grave: words(row, 0, bound(closed::GRAVE))?,
            gentler: words(row, 1, bound(closed::GENTLER))?,
        });
    }
    Ok(all)
}

/// Reads words that rest in a column.
pub(super) fn words(row: &Row<'_>, at: usize, bound: Bound) -> Result<Words, StoreError> {
    Words::of_column(row.get_ref(at)?.as_blob().map_err(rusqlite::Error::from)?, bound)
}

/// Answers the whole text of a version.
pub(super) fn text(
    connection: &Connection,
    sealer: &Sealer,
    alert: Uuid,
    number: u32,
) -> Result<AlertText, StoreError> {
    let subject = version(connection, alert, number)?.subject;
    let handling = handling::queries::of(connection, alert, number)?;
    Ok(AlertText { subject, sealed: sealed(connection, sealer, alert, number)?, handling })
}

/// Answers whether a State has a live alert of the same desk on the same person besides one (G-10).
pub(super) fn has_other(
    connection: &Connection,
    state: StateCode,
    besides: Uuid,
    of_child: bool,
    subject: &Subject,
    today: Date,
) -> Result<bool, StoreError> {
    let has = connection
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM alerts_alert AS a JOIN alerts_version AS v ON v.alert = a.alert \
             AND v.version IN (a.version, a.active_version) WHERE v.folded = ?1 AND a.owner = ?2 AND a.alert <> ?3 \
             AND a.of_child = ?4 AND a.withdrawn_on IS NULL AND a.ends_on > ?5 AND v.earliest <= ?6 AND ?7 <= v.latest)",
        )?
        .query_row(
            (
                subject.folded(),
                state.as_str(),
                besides,
                of_child,
                today.to_string(),
                subject.born.latest().to_string(),
                subject.born.earliest().to_string(),
            ),
            |row| row.get(0),
        )?;
    Ok(has)
}

/// Answers whether any State protects the person whom an alert accuses (G-02).
pub(super) fn is_protected(connection: &Connection, subject: &Subject, today: Date) -> Result<bool, StoreError> {
    let question = format!(
        "SELECT EXISTS (SELECT 1 FROM alerts_alert AS a JOIN alerts_version AS v ON v.alert = a.alert \
         AND v.version = a.active_version WHERE v.folded = :folded AND a.stance = 'protective' AND {IN_FORCE} AND {OWNER_ON} \
         AND v.earliest <= :latest AND :earliest <= v.latest)"
    );
    let (today, latest) = (today.to_string(), subject.born.latest().to_string());
    let (folded, earliest) = (subject.folded(), subject.born.earliest().to_string());
    let asked =
        rusqlite::named_params! { ":folded": folded, ":today": today, ":latest": latest, ":earliest": earliest };
    Ok(connection.prepare_cached(&question)?.query_row(asked, |row| row.get(0))?)
}

/// Answers the next free number of a year, from 1. What was destroyed keeps its number.
pub(super) fn next_number(connection: &Connection, year: i16) -> Result<u32, StoreError> {
    // Each table's own index answers its end; asked of both at once, all numbers of the year are read.
    let last: u32 = connection
        .prepare_cached(
            "SELECT max(coalesce((SELECT max(number) FROM alerts_alert WHERE year = ?1), 0), \
             coalesce((SELECT max(number) FROM alerts_past WHERE year = ?1), 0))",
        )?
        .query_row([year], |row| row.get(0))?;
    Ok(last + 1)
}

/// Answers the positions of all entries about an alert, all of its own State's series.
pub(super) fn positions(connection: &Connection, alert: Uuid) -> Result<Vec<u64>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT position FROM alerts_event WHERE alert = ?1 ORDER BY position")?;
    Ok(statement.query_map([alert], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// Answers the last question with which a second person gave an alert back.
pub(super) fn question(connection: &Connection, alert: &Alert) -> Result<Option<Words>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT said FROM alerts_event WHERE alert = ?1 AND kind <> 'proposal.answered' ORDER BY position DESC LIMIT 1",
    )?;
    let mut rows = statement.query([alert.id])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let said = row.get_ref(0)?.as_blob_or_null().map_err(rusqlite::Error::from)?;
    let bound = closed::bound(closed::QUESTION, alert.owner, alert.id, 0);
    said.map(|said| Words::of_column(said, bound)).transpose()
}

fn alert(connection: &Connection, row: &Row<'_>) -> Result<Alert, StoreError> {
    let id: Uuid = row.get(0)?;
    let (owner, standing): (String, String) = (row.get(2)?, row.get(4)?);
    let (waits_until, until, withdrawn_on): (String, Option<String>, Option<String>) =
        (row.get(7)?, row.get(8)?, row.get(9)?);
    let ending: Option<String> = row.get(10)?;
    let (mut writers, mut judged) = (BTreeSet::new(), BTreeSet::new());
    let mut statement = connection.prepare_cached("SELECT person, judged FROM alerts_writer WHERE alert = ?1")?;
    let mut people = statement.query([id])?;
    while let Some(person) = people.next()? {
        if person.get(1)? {
            judged.insert(person.get(0)?)
        } else {
            writers.insert(person.get(0)?)
        };
    }
    let term = until.as_deref().map(day).transpose()?.map(|until| Term { until, writers: judged });
    Ok(Alert {
        id,
        reference: row.get(1)?,
        owner: state(&owner)?,
        category: category(row.get(3)?)?,
        version: row.get(5)?,
        active_version: row.get(6)?,
        life: Life {
            standing: Standing::read(&standing).ok_or_else(|| damaged(&standing))?,
            writers,
            term,
            waits_until: day(&waits_until)?,
            withdrawn_on: withdrawn_on.as_deref().map(day).transpose()?,
        },
        ending: ending.as_deref().and_then(Ending::read),
    })
}

/// Answers the code of a stance, as the tables keep it.
pub(super) const fn stance(category: Category) -> &'static str {
    match category.stance() {
        Stance::Protective => "protective",
        Stance::Witness => "witness",
        Stance::Accusing => "accusing",
    }
}

fn category(code: String) -> Result<Category, StoreError> {
    Category::read(&code).ok_or_else(|| damaged(&code))
}

pub(super) fn state(code: &str) -> Result<StateCode, StoreError> {
    code.parse().map_err(|_| damaged(code))
}

pub(super) fn day(text: &str) -> Result<Date, StoreError> {
    text.parse().map_err(|_| damaged("a day"))
}

fn read<'b, T: minicbor::Decode<'b, ()>>(body: &'b [u8]) -> Result<T, StoreError> {
    minicbor::decode(body).map_err(|error| damaged(&error.to_string()))
}
