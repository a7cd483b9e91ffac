//! The reading of a file alone, for `fuzz`: no register, no spool, nothing entered.

use std::cell::Cell;
use std::io::BufRead;

use base::ground::Puebla;
use journal::StateCode;

use super::alert_rows::AlertRows;
use super::fault::Faults;
use super::import::{ImportError, ImportReport, read_all};
use super::importable::Importable;
use super::status_rows::StatusRows;
use super::{Format, What};
use crate::documents::{self, Numbering};

/// Reads a file as an import of `issuer` does before it compares anything, and answers what it found.
///
/// Errors: those of the source.
pub fn read_only(
    ground: &Puebla,
    issuer: StateCode,
    what: What,
    format: Option<Format>,
    source: impl BufRead,
) -> Result<ImportReport, ImportError> {
    let now = ground.clock.now();
    match what {
        What::Status => {
            let today = crate::status::today(now);
            read(&StatusRows { keys: &ground.keys, issuer, today, open_rows: Cell::new(0) }, format, source)
        }
        What::Alerts => {
            let numbering = Numbering::at(&ground.identity.profile(), now);
            read(&AlertRows { numbering, today: documents::today(now), rows: Cell::new(0) }, format, source)
        }
    }
}

fn read<I: Importable>(rows: &I, format: Option<Format>, source: impl BufRead) -> Result<ImportReport, ImportError> {
    let mut faults = Faults::default();
    let mut kept = 0;
    let mut keep = |_| {
        kept += 1;
        Ok(())
    };
    let read = read_all(rows, source, format, &mut keep, &mut faults, &|_| ())?;
    assert!(kept <= read.rows, "more rows are kept than were read");
    Ok(ImportReport { rows: read.rows, entered: 0, faults_total: faults.total(), faults: faults.into_listed() })
}
