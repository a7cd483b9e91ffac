//! A table as CSV: RFC 4180, UTF-8, and no cell that a spreadsheet would run.

/// Rows of cells under one line of names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    text: String,
    columns: usize,
}

impl Sheet {
    /// Begins a table with the names of its columns.
    pub fn new(names: &[&str]) -> Sheet {
        let mut sheet = Sheet { text: String::new(), columns: names.len() };
        sheet.row(names.iter().map(|name| (*name).to_owned()).collect());
        sheet
    }

    /// Adds a row; cells that are missing are empty, and cells beyond the last column are left out.
    pub fn row(&mut self, cells: Vec<String>) {
        let mut cells = cells.into_iter();
        for column in 0..self.columns {
            if column > 0 {
                self.text.push(',');
            }
            self.text.push_str(&cell(&cells.next().unwrap_or_default()));
        }
        self.text.push_str("\r\n");
    }

    /// Answers the table as text.
    pub fn into_text(self) -> String {
        self.text
    }
}

/// An apostrophe before what a spreadsheet would take for a formula makes it text; quotes around what has commas, quotes or line breaks.
fn cell(text: &str) -> String {
    let runs = text.trim_start().starts_with(['=', '+', '-', '@']) || text.starts_with(['\t', '\r']);
    let text = if runs { format!("'{text}") } else { text.to_owned() };
    let quoted = text.contains(['"', ',', '\r', '\n']);
    if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(cells: &[&str]) -> String {
        let mut sheet = Sheet::new(&["a", "b"]);
        sheet.row(cells.iter().map(|cell| (*cell).to_owned()).collect());
        sheet.into_text()
    }

    #[test]
    fn cells_with_commas_quotes_and_lines_are_quoted() {
        assert_eq!(told(&["uno, dos", "di\"jo\"\nsí"]), "a,b\r\n\"uno, dos\",\"di\"\"jo\"\"\nsí\"\r\n");
    }

    #[test]
    fn nothing_that_a_spreadsheet_would_run_begins_a_cell() {
        for formula in ["=1+1", "+1", "-1", "@a", " =1", "\t=1"] {
            assert_eq!(told(&[formula, ""]), format!("a,b\r\n'{formula},\r\n"));
        }
    }

    #[test]
    fn every_row_has_as_many_cells_as_there_are_columns() {
        assert_eq!(told(&["1"]), "a,b\r\n1,\r\n");
        assert_eq!(told(&["1", "2", "3"]), "a,b\r\n1,2\r\n");
    }
}
