//! A year as it may be told: every sheet with its totals, and small figures withheld (G-29, G-30).

use std::collections::BTreeSet;

use base::store::StoreError;
use rusqlite::Connection;

use super::coded::{Named, Sheet, TOTAL, UNANSWERED};
use super::entries::{Issued, Told};
use super::protect::{Grid, LEAST};
use super::queries::{self, Tally};
use super::wilson::{Share, share};
use crate::redress;

/// Answers a year from what was counted of it, as its next revision.
///
/// Its States are those of the last revision, or of `states` where there was none.
pub(super) fn of_year(connection: &Connection, year: i16, states: &[String]) -> Result<Issued, StoreError> {
    let last = queries::revision(connection, year, None)?.map(|publication| publication.issued);
    let mut tally = queries::tally(connection, year)?;
    for ((kind, outcome), count) in redress::lodged(connection, year)? {
        let part = outcome.map_or(UNANSWERED, redress::Outcome::code);
        tally.insert((Sheet::Redress, kind.code().to_owned(), part.to_owned()), count);
    }
    let states = last.as_ref().map_or_else(|| states.to_vec(), |last| last.states.clone());
    let told = |sheet: &Sheet| {
        let withheld = last.as_ref().and_then(|last| last.of(*sheet)).map(withheld).unwrap_or_default();
        Told { sheet: *sheet, cells: grid(*sheet, &tally, &states).told(LEAST, &withheld) }
    };
    let sheets = Sheet::ALL.iter().map(told).collect();
    Ok(Issued { year, revision: last.map_or(0, |last| last.revision) + 1, states, sheets })
}

fn withheld(cells: &[Option<u64>]) -> BTreeSet<usize> {
    (0..cells.len()).filter(|cell| cells[*cell].is_none()).collect()
}

fn grid(sheet: Sheet, tally: &Tally, states: &[String]) -> Grid {
    let own = sheet.own_columns().map(|columns| columns.iter().map(|column| column.0.to_owned()).collect());
    let columns: Vec<String> = own.unwrap_or_else(|| states.to_vec());
    let figure = |line: &Named, part: &String| {
        sheet.told(tally.get(&(sheet, line.0.to_owned(), part.clone())).copied().unwrap_or(0))
    };
    let rows = sheet.rows();
    let inside: Vec<u64> = rows.iter().flat_map(|line| columns.iter().map(|part| figure(line, part))).collect();
    Grid::of(columns.len(), &inside)
}

impl Issued {
    /// Answers the figures of one sheet, totals included.
    pub(super) fn of(&self, sheet: Sheet) -> Option<&[Option<u64>]> {
        self.sheets.iter().find(|told| told.sheet == sheet).map(|told| told.cells.as_slice())
    }

    /// Answers the codes of a sheet's columns, their total last.
    pub(super) fn columns(&self, sheet: Sheet) -> Vec<String> {
        let own = sheet.own_columns().map(|columns| columns.iter().map(|column| column.0.to_owned()).collect());
        let mut columns: Vec<String> = own.unwrap_or_else(|| self.states.clone());
        columns.push(TOTAL.to_owned());
        columns
    }

    /// Answers the codes of a sheet's rows, their total last, each with its figures.
    pub(super) fn rows(&self, sheet: Sheet) -> Vec<(Named, &[Option<u64>])> {
        let width = self.columns(sheet).len();
        let figures = self.of(sheet).unwrap_or_default().chunks(width);
        sheet.rows().into_iter().chain([(TOTAL, "statistics-total")]).zip(figures).collect()
    }

    /// Answers how many of a hundred answered matches were somebody else: of what is told alone, so that it tells no more.
    pub(super) fn false_matches(&self) -> Option<Share> {
        let rows = self.rows(Sheet::Outcomes);
        let total = |code: &str| {
            rows.iter().find(|(row, _)| row.0 == code).and_then(|(_, figures)| figures.last().copied().flatten())
        };
        let (not, confirmed) = (total("not_the_person")?, total("confirmed")?);
        share(not, not + confirmed)
    }
}
