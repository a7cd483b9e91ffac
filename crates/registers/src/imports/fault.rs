//! What can be wrong with a file, as stable codes, and the report that lists the first of them.

use std::collections::BTreeMap;

use base::web::{InputFault, Said};

use crate::status::faults;

/// Faults that a report lists; the rest is counted.
pub const LISTED_MAX: usize = 200;

/// The most characters of a column's name that a report repeats.
pub(super) const NAME_CHARS_MAX: usize = 40;

faults! {
    /// One thing that can be wrong with a file, beside what can be wrong with a row of its kind.
    pub enum FileFault;
    /// Nothing in it, or nothing but a header.
    Empty = "file-empty" "imports-fault-file-empty",
    /// A workbook, an archive, a picture or a program: no text at all.
    NoText = "no-text" "imports-fault-no-text",
    /// Bytes that are no UTF-8.
    NotUtf8 = "not-utf8" "imports-fault-not-utf8",
    /// A line longer than any row.
    LineTooLong = "line-too-long" "imports-fault-line-too-long",
    /// A column that such a file does not have.
    ColumnUnknown = "column-unknown" "imports-fault-column-unknown",
    /// A column that is there already.
    ColumnTwice = "column-twice" "imports-fault-column-twice",
    /// A column that is not there and must be.
    ColumnMissing = "column-missing" "imports-fault-column-missing",
    /// More cells in a row than columns in the header.
    CellsTooMany = "cells-too-many" "imports-fault-cells-too-many",
    /// A cell that opens with a quotation mark and does not close on its line.
    QuoteOpen = "quote-open" "imports-fault-quote-open",
    /// Something between a closing quotation mark and the end of its cell.
    QuoteStray = "quote-stray" "imports-fault-quote-stray",
    /// A line that is no JSON.
    JsonSyntax = "json-syntax" "imports-fault-json-syntax",
    /// A line that is JSON, and no object.
    JsonNotObject = "json-not-object" "imports-fault-json-not-object",
    /// A value that is not text: a number would lose its leading zeros.
    JsonNotText = "json-not-text" "imports-fault-json-not-text",
    /// An issuing State that is none.
    IssuerUnknown = "issuer-unknown" "imports-fault-issuer-unknown",
    /// A document of another State than the one that imports.
    IssuerOther = "issuer-other" "imports-fault-issuer-other",
    /// A row that says the same as an earlier one.
    RowTwice = "row-twice" "imports-fault-row-twice",
    /// A range that shares numbers with an earlier row's.
    RangeTwice = "range-twice" "imports-fault-range-twice",
    /// More rows of this sort than one import may have.
    RowsTooMany = "rows-too-many" "imports-fault-rows-too-many",
}

impl FileFault {
    /// Places the fault in a line.
    pub(super) fn in_line(self, line: u64) -> InputFault {
        InputFault {
            code: self.code(),
            field: String::new(),
            line: Some(line),
            column: None,
            said: Said::plain(self.key()),
        }
    }

    /// Places the fault in a line, at the number of a character or cell.
    pub(super) fn at(self, line: u64, column: u64) -> InputFault {
        InputFault { column: Some(column), ..self.in_line(line) }
    }

    /// Places the fault in a column of a line.
    pub(super) fn of(self, line: u64, field: &str) -> InputFault {
        InputFault { field: field.to_owned(), ..self.in_line(line) }
    }
}

/// Says that a line names a column which such a file does not have.
///
/// The name is repeated cut short, and not at all where a digit is in it: a file without a header has its first document's
/// number there, and a report is kept and read by others.
pub(super) fn unknown_column(line: u64, name: &str) -> InputFault {
    let shown = if name.chars().any(char::is_numeric) { "" } else { name };
    let shown: String = shown.chars().filter(|c| !c.is_control()).take(NAME_CHARS_MAX).collect();
    FileFault::ColumnUnknown.of(line, shown.trim_end())
}

/// The faults of a file: the first ones by line, and how many there are.
#[derive(Clone, Debug, Default)]
pub(super) struct Faults {
    first: BTreeMap<(u64, u64, u64), InputFault>,
    total: u64,
}

impl Faults {
    pub(super) fn add(&mut self, fault: InputFault) {
        self.total += 1;
        self.first.insert((fault.line.unwrap_or(0), fault.column.unwrap_or(0), self.total), fault);
        if self.first.len() > LISTED_MAX {
            // Faults of the whole file are found after those of its rows: what comes first in the file stays.
            self.first.pop_last();
        }
    }

    pub(super) fn extend(&mut self, faults: impl IntoIterator<Item = InputFault>) {
        faults.into_iter().for_each(|fault| self.add(fault));
    }

    pub(super) fn total(&self) -> u64 {
        self.total
    }

    pub(super) fn into_listed(self) -> Vec<InputFault> {
        self.first.into_values().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::alert_rows::ROWS_MAX as ALERTS_MAX;
    use super::super::importable::Importable;
    use super::super::status_rows::{OPEN_ROWS_MAX, StatusRows};
    use super::super::{FILE_BYTES_MAX, LINE_BYTES_MAX};
    use super::*;
    use crate::document::DocumentKind;
    use crate::status;

    #[test]
    fn the_first_faults_by_line_are_listed_and_all_are_counted() {
        let mut faults = Faults::default();
        for line in (1..=300).rev() {
            faults.add(FileFault::RowTwice.in_line(line));
        }
        assert_eq!(faults.total(), 300);
        let lines: Vec<u64> = faults.into_listed().iter().filter_map(|fault| fault.line).collect();
        assert_eq!(lines, (1..=200).collect::<Vec<_>>());
    }

    const PAGE: &str = include_str!("../../../../docs/formats/import.md");

    /// Answers the first cells of the table under a heading.
    fn listed(heading: &str) -> Vec<&'static str> {
        let section = PAGE.split("\n## ").find(|section| section.starts_with(heading)).unwrap_or("");
        section.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect()
    }

    #[test]
    fn the_page_lists_every_code_and_no_other() {
        let codes: Vec<&str> = FileFault::ALL.iter().map(|fault| fault.code()).collect();
        assert_eq!(listed("Codes of a file"), codes);
        let elsewhere = [status::Fault::WithdrawalUnknown, status::Fault::AfterUnknown, status::Fault::FormatUnknown];
        let of_rows = status::Fault::ALL.iter().filter(|fault| !elsewhere.contains(fault));
        assert_eq!(listed("Codes of a status entry"), of_rows.map(|fault| fault.code()).collect::<Vec<_>>());
    }

    #[test]
    fn the_page_lists_every_column_and_every_value() {
        assert_eq!(listed("Status entries: columns"), StatusRows::COLUMNS.taken);
        assert_eq!(listed("Alerts: columns"), crate::documents::COLUMNS);
        let kinds = DocumentKind::ALL.iter().map(|kind| kind.code());
        let values = kinds
            .chain(status::StatusKind::ALL.iter().map(|kind| kind.code()))
            .chain(status::Reason::ALL.iter().map(|reason| reason.code()));
        for value in values {
            assert!(PAGE.contains(&format!("`{value}`")), "{value}");
        }
        for number in [LISTED_MAX as u64, LINE_BYTES_MAX as u64, OPEN_ROWS_MAX as u64, ALERTS_MAX] {
            let written =
                if number < 1_000 { number.to_string() } else { format!("{},{:03}", number / 1_000, number % 1_000) };
            assert!(PAGE.contains(&written), "{written}");
        }
        assert_eq!(FILE_BYTES_MAX, 2 << 30, "At most 2 GiB");
    }
}
