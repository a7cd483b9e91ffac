//! Courses, sessions and whom a State put forward: how each comes about, and what is sent about it.

use base::access::Purpose;
use jiff::tz::TimeZone;

use super::super::asking::Sent;
use super::{Made, NOWHERE, Records, form};

const COURSE: [(&str, &str); 5] = [
    ("title_en", "Course (invented)"),
    ("title_es", "Curso (ficticio)"),
    ("modules", "Uno | One"),
    ("valid_months", "24"),
    ("pass", "60"),
];
const PERSON: [(&str, &str); 2] = [("institution", "police"), ("sex", "female")];
const RATED: [(&str, &str); 3] = [("useful", "5"), ("clear", "5"), ("practice", "5")];

impl Made {
    /// What is sent about training; none where nothing need be sent.
    pub(super) fn training(&self, path: &str) -> Option<Sent> {
        let (symbol, today) = (self.value("symbol"), self.value("today"));
        let (own, other) = (self.value("host"), self.value("other"));
        Some(match path {
            "/training/courses/new" => form(&[&[("symbol", symbol)], &COURSE[..]].concat()),
            "/training/new" => Sent::Form(self.invitation(&format!("{symbol}/9"))),
            // A name of their own: nobody is nominated for two sessions of the same days.
            "/training/{reference}/people" => form(&[&[("name", self.value("user_name"))], &PERSON[..]].concat()),
            "/training/{reference}/people/{person}" => form(&[("day", today), ("after", "80")]),
            "/training/{reference}/feedback" => form(&RATED),
            "/certificates" => form(&[("code", "RCM-00000-00000")]),
            "/api/v1/training/courses" => Sent::Json(serde_json::json!({
                "symbol": symbol, "title_en": "C", "title_es": "C", "valid_months": 24, "pass": 60,
                "modules": [{ "title_en": "One", "title_es": "Uno" }],
            })),
            "/api/v1/training" => Sent::Json(serde_json::json!({
                "symbol": format!("{symbol}/9"), "course": self.value("course"), "decision": self.value("decision"),
                "host": own, "place": "Arenal", "zone": "UTC", "first_on": today, "last_on": today, "closes_on": today,
                "seats": [{ "state": own, "seats": 2 }, { "state": other, "seats": 2 }],
            })),
            "/api/v1/training/{reference}/people" => {
                let name = self.value("user_name");
                Sent::Json(serde_json::json!({ "name": name, "institution": "police", "sex": "female" }))
            }
            "/api/v1/training/{reference}/people/{person}" => {
                Sent::Json(serde_json::json!({ "days": [today], "after": 80 }))
            }
            _ => return None,
        })
    }

    /// The form of a session of today, to which both States are invited.
    fn invitation(&self, symbol: &str) -> Vec<(String, String)> {
        let (own, other) = (format!("seats_{}", self.value("host")), format!("seats_{}", self.value("other")));
        let mut parts = self.value("today").split('-');
        let mut part = || parts.next().unwrap_or("").to_owned();
        let (year, month, day) = (part(), part(), part());
        let mut fields: Vec<(String, String)> = [
            ("symbol", symbol),
            ("course", self.value("course")),
            ("decision", self.value("decision")),
            ("host", self.value("host")),
            ("place", "Arenal"),
            ("zone", "UTC"),
            (own.as_str(), "2"),
            (other.as_str(), "2"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
        for name in ["first_on", "last_on", "closes_on"] {
            for (end, value) in [("day", &day), ("month", &month), ("year", &year)] {
                fields.push((format!("{name}-{end}"), value.clone()));
            }
        }
        fields
    }
}

impl Records<'_> {
    /// Makes what a row about training asks about; nothing where it asks about something else.
    pub(super) async fn trained(&self, record: &str, fresh: Made) -> Option<Made> {
        if record == "session absent" {
            return Some(fresh.with("reference", "T-X").with("person", NOWHERE));
        }
        if record == "certificate absent" {
            return Some(fresh.with("code", "RCM-00000-00000"));
        }
        let today = self.specimen.clock.now().to_zoned_datetime(TimeZone::UTC).date();
        let made = self.decided("decision", fresh).await?;
        let decision = made.value("reference").replace('-', "/");
        let symbol = made.value("symbol").to_owned();
        let course = format!("{symbol}/C");
        let made = made
            .with("decision", decision)
            .with("course", &course)
            .with("other", self.cast.other)
            .with("today", today.to_string());
        let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        self.done(&coordinator, "/training/courses/new", &[&[("symbol", &*course)], &COURSE[..]].concat()).await;
        if record == "course" {
            return Some(made);
        }
        let sent = made.invitation(&format!("{symbol}/1"));
        let fields: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (&**name, &**value)).collect();
        let to = self.done(&coordinator, "/training/new", &fields).await;
        let reference = to.trim_start_matches("/training/").split('?').next().unwrap_or("").to_owned();
        let people = format!("/training/{reference}/people");
        let made = made.with("reference", reference).with("person", NOWHERE);
        if record == "session" {
            return Some(made);
        }
        let delegate = self.specimen.signed_in(self.cast.own, "delegate", Purpose::Secretariat);
        let name = format!("Eva {}", made.value("user_name"));
        self.done(&delegate, &people, &[&[("name", &*name)], &PERSON[..]].concat()).await;
        let page = self.page(&delegate, &people).await.body;
        let person: String = page.split(&format!("{people}/")).nth(1).unwrap_or("").chars().take(36).collect();
        let one = format!("{people}/{person}");
        let made = made.with("person", person);
        match record {
            "nominee" => Some(made),
            "certified nominee" => {
                let today = made.value("today").to_owned();
                self.done(&coordinator, &one, &[("day", &*today), ("after", "80")]).await;
                self.done(&coordinator, &people.replace("/people", "/certify"), &[]).await;
                let page = self.page(&coordinator, &people).await.body;
                let number = page.split("/certificate\">").nth(1).and_then(|rest| rest.split('<').next()).unwrap_or("");
                let number = number.to_owned();
                Some(made.with("code", number))
            }
            _ => None,
        }
    }
}
