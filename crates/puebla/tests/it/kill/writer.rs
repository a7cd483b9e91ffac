//! A client at a browser: confirms other States' alerts, keeps one draft again and again, ends sessions, looks at pages.

use uuid::Uuid;

use super::asking::{Asking, Heard};
use super::client::{Client, Fault, Kind};
use super::folder::{Person, Session};
use super::judge::{Found, Saying};
use super::sayings::Sayings;
use super::wire;

/// An examiner at a browser.
pub struct Writer {
    person: Person,
    draft: Option<Uuid>,
    /// What the draft may say.
    kept: Vec<String>,
    ended: Vec<Session>,
    count: u64,
    sayings: Sayings,
}

impl Writer {
    pub fn new(person: Person) -> Self {
        let sayings = Sayings::of(person.state);
        Writer { person, draft: None, kept: Vec::new(), ended: Vec::new(), count: 0, sayings }
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

    /// Confirms one of the alerts that wait, as it was seen. Its own State may correct or withdraw it meanwhile.
    fn confirm(&mut self, asking: &mut Asking<'_>) {
        let session = &self.person.session;
        let asked = wire::get(session, "/documents/waiting");
        let Heard::Done(list) = asking.act("documents.list_waiting", 200, &asked) else { return };
        let linked = list.body.split("\"/documents/").skip(1).filter_map(|rest| rest.split(['"', '/']).next());
        let waiting: Vec<&str> = linked.filter(|reference| reference.starts_with("RCM-")).collect();
        let Some(at) = asking.choose(waiting.len()) else { return };
        let path = format!("/documents/{}/confirm", waiting[at]);
        let asked = wire::get(session, &path);
        let Heard::Done(page) = asking.act_if_still_possible("documents.confirm", 200, &asked) else { return };
        let seen = page.hidden("seen");
        let heard =
            asking.act_if_still_possible("documents.confirm", 303, &wire::post(session, &path, &[("seen", seen)]));
        let saying = Saying { reference: waiting[at].to_owned(), kind: "confirmed".to_owned(), of: seen.to_owned() };
        self.sayings.heard(&heard, saying);
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
            0..30 => self.keep(asking),
            30..80 => self.confirm(asking),
            80..85 => self.sign_out(asking),
            85..92 => {
                asking.act("documents.list_work", 200, &wire::get(&self.person.session, "/documents/work"));
            }
            _ => {
                asking.act("documents.list", 200, &wire::get(&self.person.session, "/documents"));
            }
        }
    }

    fn judge(&mut self, found: &Found) -> Vec<Fault> {
        let mut faults = self.sayings.judge(found);
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
