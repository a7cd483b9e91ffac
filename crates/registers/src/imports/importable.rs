//! What a kind of row must know of itself to be imported in bulk.

use base::desk::Entries;
use base::store::{Entry, StoreError};
use base::web::InputFault;
use rusqlite::Connection;

use super::fault::FileFault;
use super::records::{Columns, Record};
use super::spool::Waiting;

/// A kind of row. Its values are read, put in order, held against each other and the register, and entered.
pub(super) trait Importable {
    /// What a State says to enter such rows.
    type Entry: Entry + Send + 'static;

    /// Rows that are ready to be entered together.
    type Chunk: Send + 'static;

    /// The columns taken.
    const COLUMNS: Columns;

    /// The column named where a row as a whole is at fault.
    const FIRST_COLUMN: &'static str;

    /// Whether all rows are entered in one transaction, in the order of their lines, because they are few.
    const WHOLE: bool;

    /// Reads a row. Errors: every fault, by its column.
    fn read(&self, record: &Record<'_>) -> Result<Waiting, Vec<InputFault>>;

    /// Answers the faults of rows that the register has already, or that may not stand together.
    ///
    /// The rows have neighbouring keys and are in their order; rows with equal keys have been taken out.
    fn held(&self, connection: &Connection, rows: &[Waiting]) -> Result<Vec<InputFault>, StoreError>;

    /// Makes rows ready, on the importing thread, so that the writer is held up as little as can be.
    fn chunk(&self, import: u64, rows: Vec<Waiting>) -> Result<Self::Chunk, StoreError>;

    /// Enters rows, in the writer's transaction.
    fn append(entries: &Entries<'_, Self::Entry>, chunk: Self::Chunk) -> Result<(), StoreError>;
}

/// Takes out rows that say the same as an earlier line and answers the faults of doing so.
pub(super) fn take_out_repeated(rows: &mut Vec<Waiting>, column: &str) -> Vec<InputFault> {
    let mut faults = Vec::new();
    rows.dedup_by(|row, first| {
        if row.key != first.key {
            return false;
        }
        let mut fault = FileFault::RowTwice.of(row.line, column);
        fault.said = fault.said.with("line", first.line);
        faults.push(fault);
        true
    });
    faults
}
