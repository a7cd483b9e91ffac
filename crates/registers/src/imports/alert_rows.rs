//! Alerts on documents as rows of a file.

use std::cell::Cell;

use base::desk::Entries;
use base::store::StoreError;
use base::web::InputFault;
use jiff::civil::Date;
use rusqlite::Connection;

use super::fault::FileFault;
use super::importable::Importable;
use super::records::{Columns, Record};
use super::spool::Waiting;
use crate::documents::{self, AlertEntry, AlertText, Numbering};

/// Alerts one import may have: they are entered in one transaction, for which every other writer waits.
pub(super) const ROWS_MAX: u64 = 10_000;

/// Alerts of one State, as of one day.
pub(super) struct AlertRows {
    pub(super) numbering: Numbering,
    pub(super) today: Date,
    pub(super) rows: Cell<u64>,
}

const REQUIRED: &[&str] = &[
    "fraud_class",
    "kind",
    "issuer",
    "points",
    "documents_seen",
    "first_seen",
    "detected_border",
    "detected_in",
    "language",
];

impl Importable for AlertRows {
    type Entry = AlertEntry;
    type Chunk = (Numbering, Vec<AlertText>);

    const COLUMNS: Columns = Columns { taken: &documents::COLUMNS, required: REQUIRED };
    const FIRST_COLUMN: &'static str = "points";
    const WHOLE: bool = true;

    fn read(&self, record: &Record<'_>) -> Result<Waiting, Vec<InputFault>> {
        self.rows.set(self.rows.get() + 1);
        if self.rows.get() > ROWS_MAX {
            let fault = FileFault::RowsTooMany.in_line(record.line);
            return Err(vec![InputFault { said: fault.said.with("limit", ROWS_MAX), ..fault }]);
        }
        let text = documents::read_record(|name| record.cell(name).to_owned(), self.today)?;
        let mut key = [0; 16];
        key.copy_from_slice(&documents::fingerprint(&text)[..16]);
        Ok(Waiting { key, line: record.line, body: text.encode() })
    }

    fn held(&self, _: &Connection, _: &[Waiting]) -> Result<Vec<InputFault>, StoreError> {
        // Two States, or one twice, may see the same forgery: alerts are superseded, not refused.
        Ok(Vec::new())
    }

    fn chunk(&self, _: u64, rows: Vec<Waiting>) -> Result<Self::Chunk, StoreError> {
        let text = |row: &Waiting| {
            minicbor::decode(&row.body).map_err(|_| StoreError::Damaged(format!("a row of line {}", row.line)))
        };
        Ok((self.numbering.clone(), rows.iter().map(text).collect::<Result<_, _>>()?))
    }

    fn append(entries: &Entries<'_, AlertEntry>, (numbering, texts): Self::Chunk) -> Result<(), StoreError> {
        documents::hand_in_all(entries, &numbering, &texts).map(|_| ())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::records::{Next, Records};
    use super::super::samples::{ALERT, ALERT_COLUMNS};
    use super::*;
    use crate::status::samples::specimen;

    /// Answers the codes of the faults of each row, after so many rows.
    fn read(before: u64, file: &str) -> Vec<Vec<&'static str>> {
        let specimen = specimen();
        let now = specimen.clock.now();
        let numbering = Numbering::at(&specimen.ground.identity.profile(), now);
        let rows = AlertRows { numbering, today: documents::today(now), rows: Cell::new(before) };
        let mut records = Records::open(file.as_bytes(), None, AlertRows::COLUMNS).unwrap().ok().unwrap();
        let mut read = Vec::new();
        loop {
            match records.next().unwrap() {
                Next::Record(record) => {
                    let faults = rows.read(&record).err().unwrap_or_default();
                    read.push(faults.iter().map(|fault| fault.code).collect());
                }
                Next::Blank => {}
                Next::Faults(faults) => panic!("{faults:?}"),
                Next::End => return read,
            }
        }
    }

    #[test]
    fn as_many_alerts_are_taken_as_is_said_and_blank_lines_do_not_count() {
        let file = format!("{ALERT_COLUMNS}\n\n,,,\n{ALERT}\n{ALERT}\n\n{ALERT}\n");
        assert_eq!(read(ROWS_MAX - 2, &file), [vec![], vec![], vec!["rows-too-many"]]);
    }

    #[test]
    fn the_columns_that_must_be_there_are_those_that_may_not_be_left_out() {
        let rest: Vec<&str> =
            documents::COLUMNS.into_iter().filter(|name| !documents::OPTIONAL_COLUMNS.contains(name)).collect();
        assert_eq!(rest, REQUIRED);
    }
}
