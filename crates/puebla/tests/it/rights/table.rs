//! The table as its file says it.

use base::web::Guard;

use crate::tidy::routes;

/// The whole table.
pub struct Table {
    /// Codes of people, in the order of the columns.
    pub columns: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// What one route answers about one sort of record, for everyone.
#[derive(Clone, Debug)]
pub struct Row {
    /// `GET` or `POST`.
    pub method: String,
    /// The route's path, with its parameters in braces.
    pub path: String,
    /// The record asked about; `-` for none.
    pub record: String,
    /// One code a column.
    pub expected: Vec<String>,
}

impl Table {
    /// Reads the file: `method path | record | codes`, the line `who` naming the columns, `#` for what is said to readers.
    pub fn read(text: &str) -> Self {
        let mut table = Table { columns: Vec::new(), rows: Vec::new() };
        for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        {
            let parts: Vec<&str> = line.split('|').map(str::trim).collect();
            let [route, record, codes @ ..] = parts.as_slice() else { panic!("line {}: three parts", at + 1) };
            let codes: Vec<String> =
                codes.iter().flat_map(|codes| codes.split_whitespace()).map(str::to_owned).collect();
            if *route == "who" {
                table.columns = codes;
                continue;
            }
            let (method, path) = route.split_once(' ').unwrap_or_else(|| panic!("line {}: a route", at + 1));
            assert_eq!(codes.len(), table.columns.len(), "line {}: one code a column", at + 1);
            let row = Row {
                method: method.to_owned(),
                path: path.trim().to_owned(),
                record: (*record).to_owned(),
                expected: codes,
            };
            table.rows.push(row);
        }
        table
    }
}

impl Row {
    /// Answers how a sentence names it.
    pub fn name(&self) -> String {
        match self.record.as_str() {
            "-" => format!("{} {}", self.method, self.path),
            record => format!("{} {} ({record})", self.method, self.path),
        }
    }

    /// Answers whether a machine with a token asks.
    pub fn is_api(&self) -> bool {
        self.path.starts_with("/api/")
    }

    /// Answers whether the route needs a permit, as far as it is served.
    pub fn is_guarded_by_permit(&self) -> bool {
        let guarded = |facts: &&base::web::RouteFacts| matches!(facts.guard, Guard::Permit(_));
        routes::facts().iter().filter(guarded).any(|facts| facts.method == self.method && facts.path == self.path)
    }
}
