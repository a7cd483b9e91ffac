//! The import itself: read and validate everything, hold it against itself and the register, then enter it in pieces
//! that nobody sees before the last of them is in.

use std::io::{self, BufRead};

use base::access::Writes;
use base::desk::Writer;
use base::store::StoreError;
use base::web::InputFault;
use uuid::Uuid;

use super::entries::{Described, ImportEntry, Settled};
use super::fault::{Faults, FileFault};
use super::importable::{Importable, take_out_repeated};
use super::records::{Next, Records};
use super::running::UnderWay;
use super::spool::{Spool, Waiting};
use super::{Format, What, queries, sweep};

/// Rows entered in one transaction: few enough that another writer waits for well under a second, enough that pages of
/// the index are written once for many rows.
const ROWS_AT_ONCE: usize = 32_768;

/// Rows read between two reports of progress.
const ROWS_A_REPORT: u64 = 10_000;

/// What is to be imported, and how.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// The import's id, under which it is found later.
    pub id: Uuid,
    /// The file's format; unsaid, it is seen from the first character.
    pub format: Option<Format>,
    /// Whether to validate only, and enter nothing.
    pub dry_run: bool,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Reading and validating: rows so far.
    Reading(u64),
    /// Holding rows against each other and the register: rows so far, of all.
    Comparing(u64, u64),
    /// Entering: rows so far, of all.
    Entering(u64, u64),
}

/// What came of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// Rows that were read, without blank lines.
    pub rows: u64,
    /// Rows that were entered: all, or none.
    pub entered: u64,
    /// The first faults by line, at most [`LISTED_MAX`](super::LISTED_MAX).
    pub faults: Vec<InputFault>,
    /// How many faults there are.
    pub faults_total: u64,
}

/// Why an import came to nothing, beside faults of its rows.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The store said no; nothing was kept.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The file could not be read to its end; nothing was kept.
    #[error("the file ended before it was complete: {0}")]
    Cut(io::Error),
    /// Another import of this State is under way, or one that broke off is still being undone.
    #[error("another import of this State is under way")]
    UnderWay,
}

/// Reads rows, and enters all of them or none.
pub(super) fn run<P, I>(
    writer: &Writer<P>,
    rows: &I,
    source: impl BufRead,
    what: What,
    order: &Order,
    progress: &dyn Fn(Progress),
) -> Result<ImportReport, ImportError>
where
    P: Writes<I::Entry> + Writes<ImportEntry>,
    I: Importable,
{
    let reader = writer.reader();
    let ground = reader.ground();
    let _turn = ground.kept::<UnderWay>().begin(reader.caller().state, order.id).ok_or(ImportError::UnderWay)?;
    if reader.ask(|connection| queries::is_open(connection, reader.caller().state))? {
        return Err(ImportError::UnderWay);
    }
    let mut spool = Spool::new(&ground.files)?;
    let mut faults = Faults::default();
    let read = read_all(rows, source, order.format, &mut |row| spool.put(&row), &mut faults, progress)?;
    let mut task = Task { writer, rows, spool, faults, read, progress };
    let described = Described::new(order.id, what, task.read.rows);
    let entered = if order.dry_run || task.faults.total() > 0 {
        task.compare()?;
        false
    } else if I::WHOLE {
        task.compare()? && task.enter_whole(described)?
    } else {
        task.bring(described)?
    };
    let Task { faults, read, .. } = task;
    let entered = if entered { read.rows } else { 0 };
    ground.meters.rows_entered.add(entered);
    ground.meters.rows_not_entered.add(read.rows - entered);
    Ok(ImportReport { rows: read.rows, entered, faults_total: faults.total(), faults: faults.into_listed() })
}

/// What reading a file found out about it.
pub(super) struct Read {
    pub(super) rows: u64,
    /// Number of each column that was in the file.
    numbers: Vec<(&'static str, u64)>,
}

impl Read {
    /// Adds to a fault the number of its column in the file.
    fn placed(&self, fault: InputFault) -> InputFault {
        let number = self.numbers.iter().find(|(name, _)| *name == fault.field).map(|(_, number)| *number);
        InputFault { column: fault.column.or(number), ..fault }
    }
}

/// Reads a file to its end and hands over every row that is in order.
pub(super) fn read_all<I: Importable>(
    rows: &I,
    source: impl BufRead,
    format: Option<Format>,
    keep: &mut dyn FnMut(Waiting) -> Result<(), StoreError>,
    faults: &mut Faults,
    progress: &dyn Fn(Progress),
) -> Result<Read, ImportError> {
    let mut read = Read { rows: 0, numbers: Vec::new() };
    let mut records = match Records::open(source, format, I::COLUMNS).map_err(cut)? {
        Ok(records) => records,
        Err(of_header) => {
            faults.extend(of_header);
            return Ok(read);
        }
    };
    let number = |name: &&'static str| records.number_of(name).map(|number| (*name, number));
    read.numbers = I::COLUMNS.taken.iter().filter_map(number).collect();
    loop {
        match records.next().map_err(cut)? {
            Next::End => break,
            Next::Blank => continue,
            Next::Faults(of_line) => faults.extend(of_line),
            Next::Record(record) => match rows.read(&record) {
                Ok(waiting) => keep(waiting)?,
                Err(of_row) => {
                    let line = Some(record.line);
                    faults.extend(of_row.into_iter().map(|fault| read.placed(InputFault { line, ..fault })));
                }
            },
        }
        read.rows += 1;
        if read.rows.is_multiple_of(ROWS_A_REPORT) {
            progress(Progress::Reading(read.rows));
        }
    }
    if read.rows == 0 {
        faults.add(FileFault::Empty.in_line(1));
    }
    Ok(read)
}

/// A file that has been read and whose rows wait.
struct Task<'a, P, I> {
    writer: &'a Writer<P>,
    rows: &'a I,
    spool: Spool,
    faults: Faults,
    read: Read,
    progress: &'a dyn Fn(Progress),
}

impl<P, I> Task<'_, P, I>
where
    P: Writes<I::Entry> + Writes<ImportEntry>,
    I: Importable,
{
    /// Holds the rows against each other and the register; answers whether they can be entered.
    fn compare(&mut self) -> Result<bool, StoreError> {
        let (mut done, all) = (0, self.spool.rows());
        for part in self.spool.parts() {
            let mut part = part?;
            done += part.len() as u64;
            let repeated = take_out_repeated(&mut part, I::FIRST_COLUMN);
            let held = self.writer.reader().ask(|connection| self.rows.held(connection, &part))?;
            self.faults.extend(repeated.into_iter().chain(held).map(|fault| self.read.placed(fault)));
            (self.progress)(Progress::Comparing(done, all));
        }
        Ok(self.faults.total() == 0)
    }

    /// Enters all rows in one transaction, and in the same one notes the import.
    fn enter_whole(&mut self, described: Described) -> Result<bool, StoreError> {
        let mut all: Vec<Waiting> = self.spool.parts().collect::<Result<Vec<_>, _>>()?.concat();
        all.sort_unstable_by_key(|row| row.line);
        let chunk = self.rows.chunk(0, all)?;
        self.writer.append_both_blocking::<I::Entry, ImportEntry, _, StoreError>(move |entries, imports| {
            I::append(entries, chunk)?;
            imports.append(&ImportEntry::Brought(described)).map(|_| true)
        })
    }

    /// Brings rows in many transactions between an opening and a closing entry; what breaks off is undone.
    ///
    /// It opens before the rows are compared: from then on the State reports nothing beside it, so that what the register
    /// did not have is still not there when it is entered.
    fn bring(&mut self, described: Described) -> Result<bool, StoreError> {
        let opened = self.writer.append_blocking::<ImportEntry, _, StoreError>(move |entries| {
            entries.append(&ImportEntry::Opened(described))
        })?;
        let entered =
            self.compare().and_then(|fits| if fits { self.enter_in_pieces(opened).map(|()| true) } else { Ok(false) });
        if !matches!(entered, Ok(true)) {
            // Where this fails too, as on a full disk, the sweep does it later; nobody sees the rows meanwhile.
            let reader = self.writer.reader();
            if let Err(later) = sweep::abandon(reader.ground(), reader.caller().state, opened) {
                tracing::warn!(error = %later, "an import that entered nothing is left to the sweep");
            }
        }
        entered
    }

    /// Enters the rows and closes.
    fn enter_in_pieces(&mut self, opened: u64) -> Result<(), StoreError> {
        let (mut done, all) = (0, self.spool.rows());
        let mut gathered: Vec<Waiting> = Vec::new();
        let mut enter = |piece: Vec<Waiting>| -> Result<(), StoreError> {
            done += piece.len() as u64;
            let chunk = self.rows.chunk(opened, piece)?;
            self.writer.append_blocking::<I::Entry, _, StoreError>(move |entries| I::append(entries, chunk))?;
            (self.progress)(Progress::Entering(done, all));
            Ok(())
        };
        for part in self.spool.parts() {
            gathered.extend(part?);
            while gathered.len() >= ROWS_AT_ONCE {
                let rest = gathered.split_off(ROWS_AT_ONCE);
                enter(std::mem::replace(&mut gathered, rest))?;
            }
        }
        if !gathered.is_empty() {
            enter(gathered)?;
        }
        self.writer.append_blocking::<ImportEntry, _, StoreError>(move |entries| {
            entries.append(&ImportEntry::Closed(Settled { opened })).map(|_| ())
        })
    }
}

fn cut(error: io::Error) -> ImportError {
    match StoreError::from(error) {
        StoreError::Io(error) => ImportError::Cut(error),
        other => ImportError::Store(other),
    }
}
