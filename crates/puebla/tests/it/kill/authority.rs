//! A client that reports documents, corrects what it said and takes it back.

use serde_json::{Value, json};

use super::asking::{Asking, Heard};
use super::client::{Client, Fault, Kind};
use super::folder::Person;
use super::judge::Found;
use super::wire;

/// One entry, as far as its author knows.
struct Entry {
    reference: String,
    number: String,
    /// None where the answer did not arrive.
    id: Option<String>,
    there: Sure,
    /// Any of these.
    status: Vec<&'static str>,
}

/// What a client may be sure of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sure {
    Yes,
    No,
    Unknown,
}

/// An issuing authority.
pub struct Authority {
    person: Person,
    /// Sets its numbers apart from those of the others.
    letter: char,
    entries: Vec<Entry>,
}

const STATUS: [&str; 3] = ["lost", "stolen", "revoked"];

impl Authority {
    pub fn new(person: Person, letter: char) -> Self {
        Authority { person, letter, entries: Vec::new() }
    }

    fn report(&mut self, asking: &mut Asking<'_>) {
        let at = self.entries.len();
        let (letter, status) = (self.letter, STATUS[at % STATUS.len()]);
        let reference = format!("{letter}-{at}");
        let number = format!("{letter}{at:07}");
        let mut body = json!({ "kind": "passport", "status": status, "reference": reference });
        match at % 12 {
            10 => {
                (body["first"], body["last"]) =
                    (json!(format!("R{letter}{at:05}0")), json!(format!("R{letter}{at:05}9")))
            }
            11 => body["pattern"] = json!(format!("P{letter}{at:04}##")),
            _ => body["number"] = json!(number),
        }
        let heard = asking.act("status.report", 201, &wire::call(&self.person, "POST", "/api/v1/status", &body));
        let (there, id) = match heard {
            Heard::Done(answer) => (Sure::Yes, answer.json()["id"].as_str().map(str::to_owned)),
            Heard::Refused => (Sure::No, None),
            Heard::Unknown => (Sure::Unknown, None),
        };
        self.entries.push(Entry { reference, number, id, there, status: vec![status] });
    }

    /// Answers an entry that can be changed: the author is sure of it and knows its id.
    fn known(&self, asking: &mut Asking<'_>) -> Option<usize> {
        let known: Vec<usize> = (0..self.entries.len())
            .filter(|at| self.entries[*at].there == Sure::Yes && self.entries[*at].id.is_some())
            .collect();
        asking.choose(known.len()).map(|at| known[at])
    }

    fn withdraw(&mut self, asking: &mut Asking<'_>) {
        let Some(at) = self.known(asking) else { return self.report(asking) };
        let path = format!("/api/v1/status/{}/withdraw", self.entries[at].id.as_deref().unwrap_or(""));
        let sent = json!({ "reason": "found_again" });
        match asking.act("status.withdraw", 204, &wire::call(&self.person, "POST", &path, &sent)) {
            Heard::Done(_) => self.entries[at].there = Sure::No,
            Heard::Refused => {}
            Heard::Unknown => self.entries[at].there = Sure::Unknown,
        }
    }

    /// Corrects the status by the page, for there is no other way.
    fn correct(&mut self, asking: &mut Asking<'_>) {
        let Some(at) = self.known(asking) else { return self.report(asking) };
        let entry = &mut self.entries[at];
        let to = STATUS[asking.choose(STATUS.len()).unwrap_or(0)];
        let path = format!("/status/{}/correct", entry.id.as_deref().unwrap_or(""));
        let fields = [("status", to), ("reference", entry.reference.as_str())];
        match asking.act("status.correct", 303, &wire::post(&self.person.session, &path, &fields)) {
            Heard::Done(_) => entry.status = vec![to],
            Heard::Refused => {}
            Heard::Unknown => entry.status.push(to),
        }
    }

    fn look(&mut self, asking: &mut Asking<'_>) {
        match self.known(asking) {
            Some(at) => {
                let path = format!("/api/v1/status/{}", self.entries[at].id.as_deref().unwrap_or(""));
                asking.act("status.show", 200, &wire::call(&self.person, "GET", &path, &Value::Null));
            }
            None => {
                asking.act("status.list", 200, &wire::get(&self.person.session, "/status"));
            }
        }
    }
}

impl Client for Authority {
    fn person(&self) -> &Person {
        &self.person
    }

    fn act(&mut self, asking: &mut Asking<'_>) {
        match asking.choose(100).unwrap_or(0) {
            0..60 => self.report(asking),
            60..75 => self.withdraw(asking),
            75..90 => self.correct(asking),
            _ => self.look(asking),
        }
    }

    fn judge(&mut self, found: &Found) -> Vec<Fault> {
        let own = found.entries.keys().filter(|(state, _)| state == self.person.state);
        let strange = own.filter(|(_, reference)| !self.entries.iter().any(|entry| entry.reference == *reference));
        let mut faults: Vec<Fault> = strange
            .map(|(state, reference)| Fault::new(Kind::Half, format!("{state} {reference}: nobody sent it")))
            .collect();
        for entry in &mut self.entries {
            let key = (self.person.state.to_owned(), entry.reference.clone());
            let rows = found.entries.get(&key).map_or(&[][..], Vec::as_slice);
            let mut wrong = |kind, what: &str| faults.push(Fault::new(kind, format!("{} {}: {what}", key.0, key.1)));
            match (rows, entry.there) {
                ([], Sure::Yes) => wrong(Kind::Lost, "its report was acknowledged and is gone"),
                ([_], Sure::No) => wrong(Kind::Lost, "it was taken back and is there again"),
                ([status], _) if !entry.status.contains(&status.as_str()) => {
                    wrong(Kind::Lost, &format!("it is {status}, not {:?}", entry.status));
                }
                ([_, _, ..], _) => wrong(Kind::Half, "it is there more than once"),
                _ => {}
            }
            // From here on it must stay what it is now.
            entry.there = if rows.is_empty() { Sure::No } else { Sure::Yes };
            if let [status] = rows {
                entry.status.retain(|one| one == status);
            }
        }
        faults
    }

    fn sure_numbers(&self) -> Vec<(String, String)> {
        let numbers = self.entries.iter().enumerate().filter(|(at, entry)| at % 12 < 10 && entry.there == Sure::Yes);
        numbers.map(|(_, entry)| (entry.number.clone(), entry.reference.clone())).collect()
    }
}
