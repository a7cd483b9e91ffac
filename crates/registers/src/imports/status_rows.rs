//! Status entries as rows of a file.

use std::cell::Cell;
use std::collections::BTreeMap;

use base::desk::Entries;
use base::store::{Keys, StoreError};
use base::web::InputFault;
use jiff::civil::Date;
use journal::StateCode;
use minicbor::{Decode, Encode};
use rusqlite::Connection;

use super::fault::FileFault;
use super::importable::Importable;
use super::records::{Columns, Record};
use super::spool::Waiting;
use crate::document::{DocumentKind, DocumentNumber, issuing_state};
use crate::status::{
    self, BlankRange, Day, ExpiryMonth, Hashes, Heading, NumberPattern, ROWS_MAX, Reason, Resting, Row, StatusEntry,
    StatusKind, Written,
};

/// Ranges and patterns one import may have: they are held against each other in memory.
pub(super) const OPEN_ROWS_MAX: usize = 100_000;

/// Status entries of one State, as of one day.
pub(super) struct StatusRows<'k> {
    pub(super) keys: &'k Keys,
    pub(super) issuer: StateCode,
    pub(super) today: Date,
    pub(super) open_rows: Cell<usize>,
}

/// A row as it waits in the spool. No number stands here in clear.
#[derive(Encode, Decode)]
#[cbor(array)]
struct Kept {
    #[n(0)]
    kind: u8,
    #[n(1)]
    status: u8,
    #[n(2)]
    month: u32,
    #[n(3)]
    day: u8,
    #[n(4)]
    reason: Option<u8>,
    #[n(5)]
    reference: String,
    #[n(6)]
    open: Option<Open>,
    #[n(7)]
    earlier: Vec<Earlier>,
}

/// A hash under which the number may have been entered before the key was rotated.
#[derive(Clone, Encode, Decode)]
#[cbor(transparent)]
struct Earlier(
    #[n(0)]
    #[cbor(with = "minicbor::bytes")]
    [u8; 16],
);

/// What is kept of a range or of a pattern beside the hash by which it is put in order.
#[derive(Encode, Decode)]
#[cbor(array)]
struct Open {
    #[n(0)]
    first: String,
    #[n(1)]
    last: Option<String>,
}

impl Importable for StatusRows<'_> {
    type Entry = StatusEntry;
    type Chunk = Vec<StatusEntry>;

    const COLUMNS: Columns = Columns {
        taken: &["kind", "number", "first", "last", "pattern", "status", "expires_on", "reference", "reason", "issuer"],
        required: &["kind", "status", "reference"],
    };
    const FIRST_COLUMN: &'static str = "number";
    const WHOLE: bool = false;

    fn read(&self, record: &Record<'_>) -> Result<Waiting, Vec<InputFault>> {
        let written = Written {
            kind: record.cell("kind"),
            number: record.cell("number"),
            first: record.cell("first"),
            last: record.cell("last"),
            pattern: record.cell("pattern"),
            status: record.cell("status"),
            expires_on: Day::Text(record.cell("expires_on")),
            reference: record.cell("reference"),
            reason: record.cell("reason"),
        };
        let report = written.read(self.today);
        let report = match (report, self.issuer_fault(record)) {
            (Ok(report), None) => report,
            (Ok(_), Some(fault)) => return Err(vec![fault]),
            (Err(faults), fault) => return Err(faults.into_iter().chain(fault).collect()),
        };
        let heading = Heading::of(&report);
        let resting = report.subject.resting(self.keys, self.issuer, report.kind);
        let (key, open) = match &resting {
            Resting::Number(hashes) => (hashes.entered, None),
            Resting::Range(range) => {
                let (first, last) = (range.first().as_str().to_owned(), range.last().as_str().to_owned());
                let key = self.open_key(report.kind, &format!("{first}-{last}"));
                (key, Some(Open { first, last: Some(last) }))
            }
            Resting::Pattern(pattern) => {
                let key = self.open_key(report.kind, pattern.as_str());
                (key, Some(Open { first: pattern.as_str().to_owned(), last: None }))
            }
        };
        if open.is_some() {
            self.open_rows.set(self.open_rows.get() + 1);
            if self.open_rows.get() > OPEN_ROWS_MAX {
                let fault = FileFault::RowsTooMany.in_line(record.line);
                return Err(vec![InputFault { said: fault.said.with("limit", OPEN_ROWS_MAX), ..fault }]);
            }
        }
        let kept = Kept {
            kind: heading.kind.ordinal(),
            status: heading.status.ordinal(),
            month: heading.month.number(),
            day: u8::try_from(report.expires_on.day()).unwrap_or(1),
            reason: report.reason.map(Reason::ordinal),
            reference: report.reference.as_str().to_owned(),
            open,
            earlier: match resting {
                Resting::Number(hashes) => hashes.earlier.into_iter().map(Earlier).collect(),
                Resting::Range(_) | Resting::Pattern(_) => Vec::new(),
            },
        };
        // Writing to a vector cannot fail.
        Ok(Waiting { key, line: record.line, body: minicbor::to_vec(&kept).unwrap_or_default() })
    }

    fn held(&self, connection: &Connection, rows: &[Waiting]) -> Result<Vec<InputFault>, StoreError> {
        let mut faults = Vec::new();
        let mut ranges: BTreeMap<(DocumentKind, String), Vec<(BlankRange, u64)>> = BTreeMap::new();
        for waiting in rows {
            let (heading, row) = unkept(waiting)?;
            let known = status::known(connection, self.issuer, heading.kind, &row.subject, self.today)?;
            faults.extend(known.map(|fault| InputFault { line: Some(waiting.line), ..fault }));
            if let Resting::Range(range) = row.subject {
                ranges.entry((heading.kind, range.first().shape())).or_default().push((range, waiting.line));
            }
        }
        for (_, of_one_shape) in ranges {
            faults.extend(overlaps(of_one_shape));
        }
        Ok(faults)
    }

    fn chunk(&self, import: u64, rows: Vec<Waiting>) -> Result<Vec<StatusEntry>, StoreError> {
        let mut headed: BTreeMap<(u8, Heading), Vec<Row>> = BTreeMap::new();
        for waiting in &rows {
            let (heading, row) = unkept(waiting)?;
            headed.entry((row.subject.form(), heading)).or_default().push(row);
        }
        let mut entries = Vec::new();
        for ((_, heading), mut rows) in headed {
            while rows.len() > ROWS_MAX {
                let rest = rows.split_off(ROWS_MAX);
                entries.push(StatusEntry::first(heading, Some(import), rows));
                rows = rest;
            }
            entries.push(StatusEntry::first(heading, Some(import), rows));
        }
        Ok(entries)
    }

    fn append(entries: &Entries<'_, StatusEntry>, chunk: Vec<StatusEntry>) -> Result<(), StoreError> {
        chunk.iter().try_for_each(|entry| entries.append(entry).map(|_| ()))
    }
}

impl StatusRows<'_> {
    /// Reports are a State's own: a column that names another State is a file sent by the wrong one.
    fn issuer_fault(&self, record: &Record<'_>) -> Option<InputFault> {
        let written = record.cell("issuer");
        if written.is_empty() {
            return None;
        }
        match issuing_state(written) {
            None => Some(FileFault::IssuerUnknown.of(record.line, "issuer")),
            Some(state) if state != self.issuer => {
                let mut fault = FileFault::IssuerOther.of(record.line, "issuer");
                fault.said = fault.said.with("state", self.issuer);
                Some(fault)
            }
            Some(_) => None,
        }
    }

    /// Answers a key for a range or a pattern: all of them in the first part of the spool, to be held against each other.
    fn open_key(&self, kind: DocumentKind, text: &str) -> [u8; 16] {
        let mut key = self.keys.number_hash(format!("open|{kind}|{text}").as_bytes());
        key[0] = 0x80;
        key
    }
}

/// Reads a row that waited.
fn unkept(waiting: &Waiting) -> Result<(Heading, Row), StoreError> {
    let damaged = || StoreError::Damaged(format!("a row of line {} that waited", waiting.line));
    let kept: Kept = minicbor::decode(&waiting.body).map_err(|_| damaged())?;
    let kind = DocumentKind::from_ordinal(kept.kind).ok_or_else(damaged)?;
    let status = StatusKind::from_ordinal(kept.status).ok_or_else(damaged)?;
    let month = ExpiryMonth::from_number(kept.month);
    let number = |text: &str| DocumentNumber::parse(text).map_err(|_| damaged());
    let subject = match &kept.open {
        None => {
            let earlier = kept.earlier.iter().map(|Earlier(hash)| *hash).collect();
            Resting::Number(Hashes { entered: waiting.key, earlier })
        }
        Some(Open { first, last: None }) => Resting::Pattern(NumberPattern::parse(first).map_err(|_| damaged())?),
        Some(Open { first, last: Some(last) }) => {
            Resting::Range(BlankRange::new(number(first)?, number(last)?).map_err(|_| damaged())?)
        }
    };
    let expires_on = month.day(kept.day).ok_or_else(damaged)?;
    let reason = kept.reason.and_then(Reason::from_ordinal);
    Ok((Heading { kind, status, month }, Row { subject, expires_on, reference: kept.reference, reason }))
}

/// Answers the faults of ranges of one shape that share numbers, each at the later line.
fn overlaps(mut ranges: Vec<(BlankRange, u64)>) -> Vec<InputFault> {
    ranges.sort_by(|(one, _), (other, _)| one.first().cmp(other.first()));
    let mut faults = Vec::new();
    let mut reaching: Option<(BlankRange, u64)> = None;
    for (range, line) in ranges {
        match &reaching {
            Some((widest, other)) if range.first() <= widest.last() => {
                let mut fault = FileFault::RangeTwice.of(line.max(*other), "first");
                fault.said = fault.said.with("line", line.min(*other));
                faults.push(fault);
                if range.last() > widest.last() {
                    reaching = Some((range, line));
                }
            }
            _ => reaching = Some((range, line)),
        }
    }
    faults
}
