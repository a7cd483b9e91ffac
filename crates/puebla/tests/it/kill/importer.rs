//! A client that imports files: each is there as a whole, or not at all.

use base::access::Purpose;
use serde_json::Value;

use super::asking::{Asking, Heard};
use super::client::{Client, Fault, Kind};
use super::folder::Person;
use super::judge::Found;
use super::wire;

/// Rows of each file.
const ROWS: usize = 300;

/// An issuing authority with a list.
pub struct Importer {
    person: Person,
    /// Files that are entered, by all that is known.
    entered: usize,
    /// The next file's import in the present process, once it was taken.
    under_way: Option<String>,
}

impl Importer {
    pub fn new(person: Person) -> Self {
        Importer { person, entered: 0, under_way: None }
    }

    /// Sends the next file. What did not come to be entered is sent again, as a person would.
    fn send(&mut self, asking: &mut Asking<'_>) {
        let mut file = "kind,number,status,reference\n".to_owned();
        for row in 0..ROWS {
            let (at, status) = (self.entered, ["lost", "stolen"][row % 2]);
            file.push_str(&format!("passport,I{at:03}{row:04},{status},{at}-{row}\n"));
        }
        let request = wire::called(
            &self.person,
            Purpose::DocumentIssuance,
            "POST",
            "/api/v1/imports/status",
            "text/csv",
            file.as_bytes(),
        );
        if let Heard::Done(answer) = asking.act("imports.status", 202, &request) {
            self.under_way = answer.json()["id"].as_str().map(str::to_owned);
        }
    }

    fn look(&mut self, id: &str, asking: &mut Asking<'_>) {
        let request = wire::call(&self.person, "GET", &format!("/api/v1/imports/{id}"), &Value::Null);
        let Heard::Done(answer) = asking.act("imports.show", 200, &request) else { return };
        let shown = answer.json();
        match shown["state"].as_str().unwrap_or("") {
            "waiting" | "reading" | "comparing" | "entering" => std::thread::sleep(std::time::Duration::from_millis(5)),
            "entered" => {
                self.entered += 1;
                self.under_way = None;
            }
            // One that the last kill broke off is still being undone.
            "failed" if shown["problem"]["status"] == 409 => self.under_way = None,
            _ => {
                asking.tally.odd.push(format!("import {}: {shown}", self.entered));
                self.under_way = None;
            }
        }
    }
}

impl Client for Importer {
    fn person(&self) -> &Person {
        &self.person
    }

    fn act(&mut self, asking: &mut Asking<'_>) {
        match self.under_way.clone() {
            Some(id) => self.look(&id, asking),
            None => self.send(asking),
        }
    }

    fn judge(&mut self, found: &Found) -> Vec<Fault> {
        let mut rows = vec![0; self.entered + 1];
        let mut faults = Vec::new();
        for (state, reference) in found.entries.keys().filter(|(state, _)| state == self.person.state) {
            let file = reference.split('-').next().and_then(|file| file.parse::<usize>().ok());
            match file.and_then(|file| rows.get_mut(file)) {
                Some(rows) => *rows += found.entries[&(state.clone(), reference.clone())].len(),
                None => faults.push(Fault::new(Kind::Half, format!("{state} {reference}: nobody sent it"))),
            }
        }
        for (file, rows) in rows.into_iter().enumerate() {
            match rows {
                ROWS if file == self.entered => self.entered += 1,
                ROWS => {}
                0 if file == self.entered => {}
                0 => faults.push(Fault::new(Kind::Lost, format!("import {file} was entered and is gone"))),
                _ => faults
                    .push(Fault::new(Kind::Half, format!("{rows} rows of import {file} are to be seen, of {ROWS}"))),
            }
        }
        self.under_way = None;
        faults
    }
}
