//! Decisions and drafts of them: how each comes about, and what is sent about it.

use base::access::Purpose;
use base::specimen::Session;

use super::super::asking::Sent;
use super::super::people::Person;
use super::{Made, NOWHERE, Records, form};

/// A declaration of two decisions.
const TEXT: &str = "The Vice-Ministers decided to:\n\n1. Thank the network for its work.\n\n2. Urge member countries to send \
    comments within three months.\n";

/// The year before every other value of it: of a field sent twice the first counts.
const PAST: [(&str, &str); 2] = [("first_on-year", "2003"), ("last_on-year", "2003")];

/// What the drafts of `TEXT` are confirmed as.
const URGED: [(&str, &str); 6] = [
    ("number", "2"),
    ("original", "en"),
    ("text_en", "Urge member countries to send comments within three months."),
    ("verb_1", "urge"),
    ("addressees_1", "members"),
    ("due_1", "3 months after adoption"),
];

impl Made {
    /// What is sent about decisions; none where nothing need be sent.
    pub(super) fn decisions(&self, path: &str, person: &Person) -> Option<Sent> {
        let meeting = self.value("reference").replace('-', "/");
        let revision = ("revision", self.value("revision"));
        let new = serde_json::json!({
            "meeting": meeting, "number": 3, "original": "en", "text_en": "Thank the network.",
            "asks": [{ "verb": "thank" }],
        });
        let noted = [("text", "Discussed."), ("detail", "Minutes."), ("kind", "noted")];
        Some(match path {
            "/decisions/add" => form(&[&[("meeting", &*meeting)], &URGED[..]].concat()),
            "/api/v1/decisions" => Sent::Json(new),
            "/decisions/{reference}/history" => {
                form(&[&noted[..], &[("on-day", "1"), ("on-month", "9"), ("on-year", "2003")]].concat())
            }
            "/api/v1/decisions/{reference}/history" => Sent::Json(serde_json::json!({
                "kind": "noted", "on": "2003-09-01", "text": "Discussed.", "detail": "Minutes.",
            })),
            "/decisions/imports/pasted" => form(&[("pasted_meeting", &meeting), ("text", TEXT)]),
            "/decisions/imports" | "/decisions/imports/{id}/second" => declaration(person, &meeting),
            "/decisions/imports/{id}/{place}" => form(&[&URGED[..], &[revision, ("step", "confirm")]].concat()),
            "/decisions/imports/{id}/{place}/undo" => form(&[revision]),
            "/api/v1/decisions/imports" => Sent::Bytes("application/octet-stream", TEXT.into()),
            "/api/v1/decisions/imports/{id}/{place}" => Sent::Json(serde_json::json!({
                "revision": self.value("revision").parse::<u32>().unwrap_or(0), "standing": "open",
            })),
            _ => return None,
        })
    }
}

impl Records<'_> {
    /// Makes what a row about decisions asks about; nothing where it asks about something else.
    pub(super) async fn decided(&self, record: &str, made: Made) -> Option<Made> {
        let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        Some(match record {
            "past meeting" => asked(self.meeting(made, &PAST).await),
            "members' past meeting" => {
                asked(self.meeting(made, &[&PAST[..], &[("members_only", "yes")]].concat()).await)
            }
            "decision" => self.decision(&coordinator, self.meeting(made, &PAST).await).await,
            "members' decision" => {
                let kept = self.meeting(made, &[&PAST[..], &[("members_only", "yes")]].concat()).await;
                self.decision(&coordinator, kept).await
            }
            // What the decision urges is the first thing that its addressees owe.
            "obligation" => {
                let made = self.decision(&coordinator, self.meeting(made, &PAST).await).await;
                let reference = format!("{}.1", made.value("reference"));
                made.with("reference", reference)
            }
            "members' obligation" => {
                let kept = self.meeting(made, &[&PAST[..], &[("members_only", "yes")]].concat()).await;
                let made = self.decision(&coordinator, kept).await;
                let reference = format!("{}.1", made.value("reference"));
                made.with("reference", reference)
            }
            "drafts" => self.drafts(&coordinator, self.meeting(made, &PAST).await).await,
            "confirmed drafts" => {
                let made = self.drafts(&coordinator, self.meeting(made, &PAST).await).await;
                let path = format!("/decisions/imports/{}/2", made.value("id"));
                let sent = [&URGED[..], &[("revision", "1"), ("step", "confirm")]].concat();
                self.done(&coordinator, &path, &sent).await;
                made.with("revision", "2")
            }
            "drafts absent" => made.with("id", NOWHERE).with("place", "1"),
            "obligation absent" => made.with("reference", "T-X.1"),
            "decision absent" => made.with("reference", "T-X-2003-DEC-1"),
            _ => return None,
        })
    }

    async fn decision(&self, coordinator: &Session, made: Made) -> Made {
        let meeting = made.value("reference").replace('-', "/");
        let to = self.done(coordinator, "/decisions/add", &[&[("meeting", &*meeting)], &URGED[..]].concat()).await;
        let reference = to.trim_start_matches("/decisions/").split('?').next().unwrap_or("").to_owned();
        made.with("reference", reference)
    }

    async fn drafts(&self, coordinator: &Session, made: Made) -> Made {
        let meeting = made.value("reference").replace('-', "/");
        let to =
            self.done(coordinator, "/decisions/imports/pasted", &[("pasted_meeting", &meeting), ("text", TEXT)]).await;
        let id = to.trim_start_matches("/decisions/imports/").to_owned();
        made.with("id", id).with("place", "2").with("revision", "1")
    }
}

/// Names the meeting after the question mark, as the addresses that need it there have it.
fn asked(made: Made) -> Made {
    let query = format!("?meeting={}&format=csv", made.value("reference").replace('-', "/"));
    made.with("query", query)
}

/// The form of a page with that text as a file.
fn declaration(person: &Person, meeting: &str) -> Sent {
    let secret = person.session.as_ref().map_or("", |session| &session.csrf);
    let field = |name: &str, value: &str| {
        format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let file = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"text.txt\"\r\n\r\n";
    let body = format!("{}{}{file}{TEXT}\r\n--edge--\r\n", field("csrf", secret), field("meeting", meeting));
    Sent::Bytes("multipart/form-data; boundary=edge", body.into_bytes())
}
