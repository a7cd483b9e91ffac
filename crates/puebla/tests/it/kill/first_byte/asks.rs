//! What is asked, one of each kind of act that the access log knows, granted and refused.

use base::access::{Decision, Leaf, Purpose};
use rand::RngExt;
use rand::rngs::StdRng;
use serde_json::{Value, json};
use uuid::Uuid;

use super::super::folder::{CLIENTS, PASSWORD, Person, user_name};
use super::super::wire;

/// A kind of act: its name in the figures, who asks for it, and the line it must leave.
pub struct Kind {
    pub name: &'static str,
    /// The State whose client asks; none for somebody who is not signed in.
    state: Option<&'static str>,
    action: &'static str,
    /// None where either is right: whoever mistyped often is told to wait, and their right password too.
    decision: Option<Decision>,
}

const fn kind(name: &'static str, state: &'static str, action: &'static str, decision: Decision) -> Kind {
    Kind { name, state: Some(state), action, decision: Some(decision) }
}

const fn sign_in(name: &'static str) -> Kind {
    Kind { name, state: None, action: "identity.sign_in", decision: None }
}

/// Every kind.
pub const KINDS: [Kind; 14] = [
    kind("report", "GTM", "status.report", Decision::Granted),
    kind("list", "MEX", "status.list", Decision::Granted),
    kind("export", "HND", "status.export", Decision::Granted),
    kind("import", "PAN", "imports.status", Decision::Granted),
    kind("check", "CRI", "checks.check", Decision::Granted),
    kind("denial", "CAN", "status.list", Decision::Refused),
    kind("absent", "MEX", "status.show", Decision::Refused),
    kind("page", "SLV", "documents.list", Decision::Granted),
    kind("draft", "DOM", "documents.draft", Decision::Granted),
    sign_in("wrong sign-in"),
    sign_in("sign-in"),
    kind("overview", "XSV", "operation.overview", Decision::Granted),
    kind("backup", "XSV", "store.backup", Decision::Granted),
    kind("sign-out", "DOM", "identity.sign_out", Decision::Granted),
];

/// One request, and the line it must leave.
pub struct Ask {
    pub kind: &'static Kind,
    pub request: Vec<u8>,
    person: Uuid,
}

impl Ask {
    pub fn is_told_by(&self, person: Uuid, leaf: &Leaf) -> bool {
        let decided = self.kind.decision.is_none_or(|decision| leaf.decision == decision);
        person == self.person && leaf.action == self.kind.action && decided
    }
}

/// Everybody who asks.
pub struct Asks {
    people: Vec<Person>,
    /// Requests made so far, so that each is another's.
    count: u64,
}

impl Asks {
    /// Takes the clients and, last, the operator.
    pub fn new(people: Vec<Person>) -> Self {
        Asks { people, count: 0 }
    }

    /// Answers requests to be sent at once: the one of the `lead`, and in a crowd some others.
    pub fn choose(&mut self, lead: usize, crowd: bool, rng: &mut StdRng) -> Vec<Ask> {
        let mut asks: Vec<Ask> = self.ask(&KINDS[lead]).into_iter().collect();
        for (at, kind) in KINDS.iter().enumerate() {
            // Nobody is signed in yet, so their lines cannot be told apart: one of them a cycle.
            let another = kind.state.is_some() || asks.iter().all(|ask| ask.kind.state.is_some());
            if at != lead && crowd && another && rng.random_range(0..100) < 40 {
                asks.extend(self.ask(kind));
            }
        }
        asks
    }

    /// Answers a request of that kind; none where there is nothing left to ask for.
    fn ask(&mut self, kind: &'static Kind) -> Option<Ask> {
        self.count += 1;
        let Some(state) = kind.state else {
            // Another's name each time: whoever mistypes often is made to wait.
            let user_name = if kind.name == "sign-in" { user_name("CRI") } else { format!("nobody.{}", self.count) };
            return Some(Ask { kind, request: sign_in_as(&user_name), person: Uuid::nil() });
        };
        let at = CLIENTS.iter().position(|(known, _, _)| *known == state).unwrap_or(CLIENTS.len());
        if kind.name == "sign-out" {
            // One session at a time, until none is left.
            let spare = self.people[at].spare.pop()?;
            return Some(Ask { kind, request: wire::post(&spare, "/sign-out", &[]), person: self.people[at].id });
        }
        let who = &self.people[at];
        Some(Ask { kind, request: request(kind.name, who, self.count), person: who.id })
    }
}

/// Writes the request of a kind, the `at`-th of all.
fn request(kind: &str, who: &Person, at: u64) -> Vec<u8> {
    let call = |method, path: &str, body: Value| wire::call(who, method, path, &body);
    match kind {
        "report" => {
            let (number, reference) = (format!("B{at:07}"), format!("B-{at}"));
            let body = json!({ "kind": "passport", "number": number, "status": "lost", "reference": reference });
            call("POST", "/api/v1/status", body)
        }
        "import" => {
            let file = format!("kind,number,status,reference\npassport,J{at:07},lost,J-{at}\n");
            let purpose = Purpose::DocumentIssuance;
            wire::called(who, purpose, "POST", "/api/v1/imports/status", "text/csv", file.as_bytes())
        }
        "check" => {
            let asked = json!({ "number": format!("G{at:07}"), "issuing_state": "GTM" });
            call("POST", "/api/v1/checks", asked)
        }
        "draft" => {
            let pattern = format!("K{at}");
            wire::post(&who.session, "/documents/new", &[("pattern", pattern.as_str()), ("act", "add")])
        }
        "export" => call("GET", "/api/v1/status/export", Value::Null),
        "denial" => call("GET", "/api/v1/status", Value::Null),
        "absent" => call("GET", &format!("/api/v1/status/{}", Uuid::from_u128(at.into())), Value::Null),
        "backup" => call("POST", "/api/v1/backups", Value::Null),
        "list" => wire::get(&who.session, "/status"),
        "page" => wire::get(&who.session, "/documents"),
        "overview" => wire::get(&who.session, "/operation"),
        _ => panic!("nobody knows how to ask for {kind}"),
    }
}

/// Writes the form of the first step: nobody is known yet, so it carries no session's secret.
fn sign_in_as(user_name: &str) -> Vec<u8> {
    let body = format!("user_name={user_name}&password={}", PASSWORD.replace(' ', "+"));
    format!(
        "POST /sign-in HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/x-www-form-urlencoded\r\n\
         content-length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}
