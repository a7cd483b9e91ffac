//! What a killed server left behind, read from a copy of its files: the originals stay as they are for the next start.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use base::access::{ACCESS, Leaf, verify_log};
use base::clock::Clock;
use base::identity::BASE;
use base::store::{Database, House, StoreError, integrity, rebuild, verify_house};
use journal::{Checkpoint, Heads};
use registers::HOUSE;
use registers::status::StatusKind;
use rusqlite::Connection;
use uuid::Uuid;

use super::client::{Fault, Kind};

/// Everything the clients compare with.
#[derive(Default)]
pub struct Found {
    /// Status of each entry by State and reference: every row that a reader sees.
    pub entries: BTreeMap<(String, String), Vec<String>>,
    /// What each State said about alerts.
    pub sayings: BTreeMap<String, Vec<Saying>>,
    /// Pattern typed into each draft.
    pub drafts: BTreeMap<Uuid, String>,
    /// Sessions that have not ended.
    pub sessions: BTreeSet<Uuid>,
    /// Lines of the access log by person and act.
    pub lines: BTreeMap<(Uuid, String), u64>,
}

/// One entry about an alert.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Saying {
    pub reference: String,
    /// The entry's kind.
    pub kind: String,
    /// The version it speaks of, 0 where none; of a confirmation the hash that it is bound to.
    pub of: String,
}

/// Reads folders after each kill, and remembers what it saw so that nothing of it may change.
pub struct Judge {
    copy: PathBuf,
    log: (u64, [u8; 32]),
    heads: Heads,
    lines: BTreeMap<(Uuid, String), u64>,
    /// Entries of the journal seen so far.
    pub entries: u64,
}

impl Judge {
    pub fn new(copy: PathBuf) -> Self {
        Judge { copy, log: (0, [0; 32]), heads: Heads::new(), lines: BTreeMap::new(), entries: 0 }
    }

    /// Verifies the access log, the journal and every page, and reads what the clients compare with.
    ///
    /// With `again`, makes the tables again from the journal, which must change nothing.
    pub fn look(&mut self, data: &Path, again: bool) -> Result<Found, Fault> {
        let damaged = |error: StoreError| Fault::new(Kind::Damaged, error.to_string());
        self.take_copy(data).map_err(|error| Fault::new(Kind::Odd, error.to_string()))?;
        let lines = self.read_log().map_err(damaged)?;
        let mut found = Found { lines, ..Found::default() };
        let mut house = House::open_alone(&self.copy, &HOUSE).map_err(damaged)?;
        self.verify(&house).map_err(damaged)?;
        read_house(&house, &mut found).map_err(damaged)?;
        if again {
            let rebuilt = rebuild(&mut house, &HOUSE).map_err(damaged)?;
            if !rebuilt.changed.is_empty() {
                return Err(Fault::new(Kind::Half, format!("a rebuild changes {:?}", rebuilt.changed)));
            }
        }
        read_base(&self.copy, &mut found).map_err(damaged)?;
        Ok(found)
    }

    /// Copies the databases with their write-ahead logs; without the shared memory, as after a loss of power.
    fn take_copy(&self, data: &Path) -> std::io::Result<()> {
        if self.copy.exists() {
            std::fs::remove_dir_all(&self.copy)?;
        }
        std::fs::create_dir(&self.copy)?;
        for file in [ACCESS.file, BASE.file, HOUSE.file] {
            for name in [file.to_owned(), format!("{file}-wal")] {
                if data.join(&name).exists() {
                    std::fs::copy(data.join(&name), self.copy.join(&name))?;
                }
            }
        }
        Ok(())
    }

    fn read_log(&mut self) -> Result<BTreeMap<(Uuid, String), u64>, StoreError> {
        let log = Database::open_alone(&self.copy, &ACCESS)?;
        integrity(&log, ACCESS.file)?;
        let kept = Some(self.log).filter(|(at, _)| *at > 0);
        let verified = verify_log(&log, kept.as_slice(), Clock::system().now())?;
        for (person, leaf) in lines_after(&log, self.log.0)? {
            *self.lines.entry((person, leaf.action)).or_default() += 1;
        }
        self.log = (verified.leaves, verified.head);
        Ok(self.lines.clone())
    }

    fn verify(&mut self, house: &Connection) -> Result<(), StoreError> {
        let kept = Checkpoint::new("kept", std::mem::take(&mut self.heads), 0)
            .map_err(|error| StoreError::Damaged(error.to_string()))?;
        let verified = verify_house(house, &HOUSE, &[kept])?;
        self.heads = verified.heads;
        self.entries = verified.entries;
        Ok(())
    }
}

/// Answers the lines of the access log after a position, each with its person.
pub fn lines_after(log: &Connection, position: u64) -> Result<Vec<(Uuid, Leaf)>, StoreError> {
    let mut new =
        log.prepare("SELECT leaf.body, detail.body FROM leaf JOIN detail USING (position) WHERE leaf.position > ?1")?;
    let mut rows = new.query([position])?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let (leaf, detail): (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let unreadable = || StoreError::Damaged("a line of the log cannot be read".into());
        let leaf = Leaf::decode(&leaf).ok_or_else(unreadable)?;
        let detail: base::access::Detail = serde_json::from_slice(&detail).map_err(|_| unreadable())?;
        lines.push((detail.person, leaf));
    }
    Ok(lines)
}

fn read_house(house: &Connection, found: &mut Found) -> Result<(), StoreError> {
    let mut entries = house.prepare(
        "SELECT issuer, status, reference FROM status_batch JOIN ( \
             SELECT batch, reference FROM status_number \
             UNION ALL SELECT batch, reference FROM status_range \
             UNION ALL SELECT batch, reference FROM status_pattern \
         ) AS listed ON listed.batch = position \
         WHERE import IS NULL OR import NOT IN (SELECT import FROM status_unsettled)",
    )?;
    let mut rows = entries.query([])?;
    while let Some(row) = rows.next()? {
        let status = StatusKind::from_ordinal(row.get(1)?).map_or("none", StatusKind::code);
        found.entries.entry((row.get(0)?, row.get(2)?)).or_default().push(status.to_owned());
    }
    let mut sayings = house.prepare(
        "SELECT event.state, reference, event.kind, CASE event.kind WHEN 'confirmed' THEN lower(hex(hash)) \
             ELSE CAST(ifnull(event.version, 0) AS TEXT) END \
         FROM alert_event AS event JOIN alert USING (alert) \
             LEFT JOIN alert_version AS said ON said.alert = event.alert AND said.version = event.version",
    )?;
    let mut rows = sayings.query([])?;
    while let Some(row) = rows.next()? {
        let saying = Saying { reference: row.get(1)?, kind: row.get(2)?, of: row.get(3)? };
        found.sayings.entry(row.get(0)?).or_default().push(saying);
    }
    Ok(())
}

fn read_base(copy: &Path, found: &mut Found) -> Result<(), StoreError> {
    let base = Database::open_alone(copy, &BASE)?;
    integrity(&base, BASE.file)?;
    let mut drafts = base.prepare("SELECT id, body ->> '$.typed.pattern' FROM draft")?;
    found.drafts = drafts.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut sessions = base.prepare("SELECT id FROM session")?;
    found.sessions = sessions.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(())
}
