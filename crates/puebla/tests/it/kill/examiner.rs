//! A client that hands in alerts, and one that keeps drafts and ends sessions: the house's file and the base's.

use serde_json::json;
use uuid::Uuid;

use super::asking::{Asking, Heard};
use super::client::{Client, Fault, Kind};
use super::folder::{Person, Session};
use super::judge::Found;
use super::wire;

/// An examiner who hands in alerts by machine.
pub struct Examiner {
    person: Person,
    acknowledged: Vec<String>,
    /// Asked for without an answer: as many more alerts may be there.
    unknown: usize,
}

impl Examiner {
    pub fn new(person: Person) -> Self {
        Examiner { person, acknowledged: Vec::new(), unknown: 0 }
    }
}

impl Client for Examiner {
    fn person(&self) -> &Person {
        &self.person
    }

    fn act(&mut self, asking: &mut Asking<'_>) {
        let number = asking.choose(1000).unwrap_or(0);
        let alert = json!({
            "fraud_class": "counterfeit", "kind": "passport", "issuer": "UTO", "pattern": format!("K{number:03}####"),
            "points": [{ "level": 1, "place": "Photo", "en": "No raised edge. (fictional)" }],
            "documents_seen": 3, "first_seen": "2025-11", "detected_border": "land",
            "detected_in": self.person.state, "language": "en",
        });
        match asking.act("documents.submit", 201, &wire::call(&self.person, "POST", "/api/v1/documents", &alert)) {
            Heard::Done(answer) => self.acknowledged.push(answer.json()["reference"].as_str().unwrap_or("").to_owned()),
            Heard::Refused => {}
            Heard::Unknown => self.unknown += 1,
        }
    }

    fn judge(&mut self, found: &Found) -> Vec<Fault> {
        let lost = self.acknowledged.iter().filter(|reference| !found.alerts.contains(reference));
        let mut faults: Vec<Fault> = lost
            .map(|reference| Fault::new(Kind::Lost, format!("alert {reference} was acknowledged and is gone")))
            .collect();
        if found.alerts.len() > self.acknowledged.len() + self.unknown {
            faults.push(Fault::new(Kind::Half, format!("{} alerts are more than were handed in", found.alerts.len())));
        }
        self.acknowledged.clone_from(&found.alerts);
        self.unknown = 0;
        faults
    }
}

/// An examiner at a browser: one draft kept again and again, sessions ended, pages looked at.
pub struct Writer {
    person: Person,
    draft: Option<Uuid>,
    /// What the draft may say.
    kept: Vec<String>,
    ended: Vec<Session>,
    count: u64,
}

impl Writer {
    pub fn new(person: Person) -> Self {
        Writer { person, draft: None, kept: Vec::new(), ended: Vec::new(), count: 0 }
    }

    fn keep(&mut self, asking: &mut Asking<'_>) {
        self.count += 1;
        let pattern = format!("K{}", self.count);
        let path = self.draft.map_or("/documents/new".to_owned(), |draft| format!("/documents/drafts/{draft}"));
        let fields = [("pattern", pattern.as_str()), ("act", if self.draft.is_some() { "keep" } else { "add" })];
        match asking.act("documents.draft", 303, &wire::post(&self.person.session, &path, &fields)) {
            Heard::Done(answer) => {
                let place = answer.header("location").strip_prefix("/documents/drafts/").unwrap_or("");
                self.draft = self.draft.or(place.split('?').next().and_then(|id| id.parse().ok()));
                self.kept = vec![pattern];
            }
            Heard::Refused => {}
            Heard::Unknown => self.kept.push(pattern),
        }
    }

    fn sign_out(&mut self, asking: &mut Asking<'_>) {
        let Some(session) = self.person.spare.pop() else { return self.keep(asking) };
        if let Heard::Done(_) = asking.act("identity.sign_out", 303, &wire::post(&session, "/sign-out", &[])) {
            self.ended.push(session);
        }
    }
}

impl Client for Writer {
    fn person(&self) -> &Person {
        &self.person
    }

    fn act(&mut self, asking: &mut Asking<'_>) {
        match asking.choose(100).unwrap_or(0) {
            0..60 => self.keep(asking),
            60..70 => self.sign_out(asking),
            70..85 => {
                asking.act("documents.list_work", 200, &wire::get(&self.person.session, "/documents/work"));
            }
            _ => {
                asking.act("documents.list", 200, &wire::get(&self.person.session, "/documents"));
            }
        }
    }

    fn judge(&mut self, found: &Found) -> Vec<Fault> {
        let mut faults = Vec::new();
        for session in self.ended.iter().filter(|ended| found.sessions.contains(&ended.id)) {
            faults.push(Fault::new(Kind::Lost, format!("session {} was ended and is there again", session.id)));
        }
        let Some(draft) = self.draft else { return faults };
        match found.drafts.get(&draft) {
            Some(pattern) if self.kept.contains(pattern) => self.kept = vec![pattern.clone()],
            other => faults.push(Fault::new(Kind::Lost, format!("the draft says {other:?}, not {:?}", self.kept))),
        }
        faults
    }
}
