//! Imports: status entries and alerts in bulk, from CSV or JSON Lines, all of a file or nothing of it.
//!
//! A file is read and validated to its end first. Then its rows are entered in pieces between an opening and a closing
//! entry, so that other writers wait for a moment only, and until the closing entry no reader sees any of them. An import
//! that breaks off is undone. Not here: what a row may say, which its own room knows.

mod alert_rows;
mod api;
mod entries;
mod fault;
#[cfg(feature = "fuzzing")]
mod fuzzing;
mod import;
mod importable;
mod lines;
mod list;
mod pages;
mod permits;
#[cfg(test)]
mod proofs;
mod queries;
mod records;
mod running;
#[cfg(test)]
mod samples;
mod show;
mod spool;
mod status_rows;
mod sweep;
mod upload;

use std::cell::Cell;
use std::fmt;
use std::io::BufRead;
use std::str::FromStr;

use base::access::PolicyText;
use base::desk::Writer;
use base::ground::RoomPlan;
use base::store::Room;
use base::web::{RoomLinkSpec, Routes};
use journal::Name;

use crate::documents::{self, Numbering};

pub use api::ImportShown;
pub use fault::{FileFault, LISTED_MAX};
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub use fuzzing::read_only;
pub use import::{ImportError, ImportReport, Order, Progress};
pub use lines::LINE_BYTES_MAX;
pub use permits::{ImportAlerts, ImportStatus, ListImports, ShowImport};
pub use sweep::sweep;
pub use upload::FILE_BYTES_MAX;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan {
    schema: Some(PolicyText {
        file: "registers/policies/imports.cedarschema",
        text: include_str!("../../policies/imports.cedarschema"),
    }),
    policies: Some(PolicyText {
        file: "registers/policies/imports.cedar",
        text: include_str!("../../policies/imports.cedar"),
    }),
    words: &[base::words!("imports")],
    routes,
    navigation: Some(RoomLinkSpec::to::<ListImports>("/imports", "room-imports")),
    api: api::api,
    sweep: sweep::sweep,
    ..RoomPlan::NOTHING
};

/// This room's tables and what its entries mean for them.
pub static ROOM: Room = Room {
    name: Name::literal("imports"),
    tables: include_str!("tables.sql"),
    apply: entries::apply,
    destroys: entries::destroys,
};

/// What the rows of a file are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Status entries of one's own State's documents.
    Status,
    /// Alerts on documents.
    Alerts,
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Comma-, semicolon- or tab-separated values with a header row.
    Csv,
    /// One JSON object a line.
    JsonLines,
}

/// The text names no format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such format")]
pub struct NoSuchFormat;

impl What {
    /// Answers the number used in tables and in the journal. Frozen.
    pub const fn ordinal(self) -> u8 {
        match self {
            What::Status => 1,
            What::Alerts => 2,
        }
    }

    /// Reads a number of a table.
    pub fn from_ordinal(ordinal: u8) -> Option<Self> {
        [What::Status, What::Alerts].into_iter().find(|what| what.ordinal() == ordinal)
    }

    /// Answers the code used in addresses and in the API.
    pub const fn code(self) -> &'static str {
        match self {
            What::Status => "status",
            What::Alerts => "alerts",
        }
    }
}

impl FromStr for Format {
    type Err = NoSuchFormat;
    fn from_str(text: &str) -> Result<Self, NoSuchFormat> {
        match text {
            "csv" => Ok(Format::Csv),
            "jsonl" => Ok(Format::JsonLines),
            _ => Err(NoSuchFormat),
        }
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Imports status entries of the writer's own State: all rows, or none.
///
/// Takes as long as the file is; progress is told now and then. Errors: `ImportError`; faults of rows are no error but
/// the report's content.
pub fn import_status(
    writer: &Writer<ImportStatus>,
    source: impl BufRead,
    order: &Order,
    progress: &dyn Fn(Progress),
) -> Result<ImportReport, ImportError> {
    let reader = writer.reader();
    let rows = status_rows::StatusRows {
        keys: &reader.ground().keys,
        issuer: reader.caller().state,
        today: crate::status::today(reader.now()),
        open_rows: Cell::new(0),
    };
    import::run(writer, &rows, source, What::Status, order, progress)
}

/// Imports alerts for the writer's own State: all rows, or none; each waits for another State's confirmation.
///
/// Errors: as for [`import_status`].
pub fn import_alerts(
    writer: &Writer<ImportAlerts>,
    source: impl BufRead,
    order: &Order,
    progress: &dyn Fn(Progress),
) -> Result<ImportReport, ImportError> {
    let reader = writer.reader();
    let rows = alert_rows::AlertRows {
        numbering: Numbering::at(&reader.ground().identity.profile(), reader.now()),
        today: documents::today(reader.now()),
        rows: Cell::new(0),
    };
    import::run(writer, &rows, source, What::Alerts, order, progress)
}

/// Answers this room's routes.
fn routes() -> Routes {
    Routes::new()
        .get("/imports", list::page)
        .get("/imports/status", upload::status_page)
        .post("/imports/status", upload::status)
        .get("/imports/alerts", upload::alerts_page)
        .post("/imports/alerts", upload::alerts)
        .get("/imports/{id}", show::page)
        .post("/api/v1/imports/status", upload::status_call)
        .post("/api/v1/imports/alerts", upload::alerts_call)
        .get("/api/v1/imports/{id}", show::call)
}
