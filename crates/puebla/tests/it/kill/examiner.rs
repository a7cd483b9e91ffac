//! A client that leads alerts through their life: hands them in, corrects, publishes and withdraws them. Another State's
//! examiner confirms them meanwhile.

use serde_json::json;

use super::asking::{Asking, Heard};
use super::client::{Client, Fault};
use super::folder::Person;
use super::judge::{Found, Saying};
use super::sayings::Sayings;
use super::wire;

/// One of its State's alerts that is not withdrawn.
struct Alert {
    reference: String,
    /// The version handed in last.
    version: u32,
    /// The number of its series; none where the answer with its reference did not arrive.
    series: Option<usize>,
    /// Whether a version is in force.
    published: bool,
}

/// An examiner with the alerts of their State.
pub struct Examiner {
    person: Person,
    sayings: Sayings,
    alerts: Vec<Alert>,
    /// Series used so far: each alert has its own.
    series: usize,
}

fn saying(reference: &str, kind: &str, version: u32) -> Saying {
    Saying { reference: reference.to_owned(), kind: kind.to_owned(), of: version.to_string() }
}

impl Examiner {
    pub fn new(person: Person) -> Self {
        Examiner { sayings: Sayings::of(person.state), person, alerts: Vec::new(), series: 0 }
    }

    fn hand_in(&mut self, asking: &mut Asking<'_>) {
        self.series += 1;
        let alert = json!({
            "fraud_class": "counterfeit", "kind": "passport", "issuer": "UTO", "pattern": pattern(self.series),
            "points": [{ "level": 1, "place": "Photo", "en": "No raised edge. (fictional)" }],
            "documents_seen": 3, "first_seen": "2025-11", "detected_border": "land",
            "detected_in": self.person.state, "language": "en",
        });
        let heard = asking.act("documents.submit", 201, &wire::call(&self.person, "POST", "/api/v1/documents", &alert));
        match &heard {
            Heard::Done(answer) => {
                let reference = answer.json()["reference"].as_str().unwrap_or("").to_owned();
                self.sayings.heard(&heard, saying(&reference, "submitted", 1));
                self.alerts.push(Alert { reference, version: 1, series: Some(self.series), published: false });
            }
            Heard::Refused => {}
            Heard::Unknown => self.sayings.handed_in_unheard(),
        }
    }

    /// Publishes an alert, if another State has confirmed its last version by now.
    fn publish(&mut self, asking: &mut Asking<'_>) {
        let Some(at) = asking.choose(self.alerts.len()) else { return self.hand_in(asking) };
        let alert = &mut self.alerts[at];
        let path = format!("/documents/{}/publish", alert.reference);
        let asked = wire::get(&self.person.session, &path);
        let Heard::Done(page) = asking.act_if_still_possible("documents.publish", 200, &asked) else { return };
        let sent = wire::post(&self.person.session, &path, &[("seen", page.hidden("seen"))]);
        let heard = asking.act("documents.publish", 303, &sent);
        alert.published |= self.sayings.heard(&heard, saying(&alert.reference, "published", alert.version));
    }

    /// Hands in a new version, by way of a working copy.
    fn correct(&mut self, asking: &mut Asking<'_>) {
        let Some(at) = asking.choose(self.alerts.len()) else { return self.hand_in(asking) };
        let (alert, session) = (&mut self.alerts[at], &self.person.session);
        let begin = wire::post(session, &format!("/documents/{}/correct", alert.reference), &[]);
        let Heard::Done(begun) = asking.act("documents.correct", 303, &begin) else { return };
        let typed = pattern(alert.series.unwrap_or(0));
        let fields = [
            ("fraud_class", "counterfeit"),
            ("kind", "passport"),
            ("issuer", "UTO"),
            ("pattern", &typed.replace('#', "%23")),
            ("points.1.level", "1"),
            ("points.1.en", "Corrected"),
            ("documents_seen", "4"),
            ("first_seen", "2025-11"),
            ("detected_border", "land"),
            ("detected_in", self.person.state),
            ("language", "en"),
            ("note", "Seen-again"),
            ("act", "continue"),
        ];
        let keep = wire::post(session, begun.header("location"), &fields);
        let Heard::Done(kept) = asking.act("documents.draft", 303, &keep) else { return };
        let last = kept.header("location");
        let Heard::Done(page) = asking.act("documents.correct", 200, &wire::get(session, last)) else { return };
        let heard = asking.act("documents.correct", 303, &wire::post(session, last, &[("seen", page.hidden("seen"))]));
        if self.sayings.heard(&heard, saying(&alert.reference, "corrected", alert.version + 1)) {
            alert.version += 1;
        }
    }

    fn withdraw(&mut self, asking: &mut Asking<'_>) {
        let Some(at) = asking.choose(self.alerts.len()) else { return self.hand_in(asking) };
        let reference = self.alerts[at].reference.clone();
        let path = format!("/documents/{reference}/withdraw");
        let sent = wire::post(&self.person.session, &path, &[("reason", "mistaken")]);
        let heard = asking.act("documents.withdraw", 303, &sent);
        if self.sayings.heard(&heard, saying(&reference, "withdrawn", 0)) {
            self.alerts.remove(at);
        }
    }
}

/// Answers the series of one alert of its own, on documents of the specimen State.
fn pattern(series: usize) -> String {
    format!("K{series:05}###")
}

impl Client for Examiner {
    fn person(&self) -> &Person {
        &self.person
    }

    fn act(&mut self, asking: &mut Asking<'_>) {
        match asking.choose(100).unwrap_or(0) {
            0..25 => self.hand_in(asking),
            25..65 => self.publish(asking),
            65..85 => self.correct(asking),
            _ => self.withdraw(asking),
        }
    }

    fn judge(&mut self, found: &Found) -> Vec<Fault> {
        let faults = self.sayings.judge(found);
        // From here on everything is what it is now.
        let known = std::mem::take(&mut self.alerts);
        let series = |reference: &str| known.iter().find(|alert| alert.reference == reference)?.series;
        let sure: Vec<&Saying> = self.sayings.sure().collect();
        let count = |reference: &str, kind| {
            let said = sure.iter().filter(|saying| saying.reference == reference && saying.kind == kind);
            u32::try_from(said.count()).unwrap_or(u32::MAX)
        };
        let open = sure.iter().filter(|saying| saying.kind == "submitted").map(|saying| saying.reference.as_str());
        self.alerts = open
            .filter(|reference| count(reference, "withdrawn") == 0)
            .map(|reference| Alert {
                reference: reference.to_owned(),
                version: 1 + count(reference, "corrected"),
                series: series(reference),
                published: count(reference, "published") > 0,
            })
            .collect();
        faults
    }

    fn sure_alerts(&self) -> Vec<(String, String)> {
        let published = self.alerts.iter().filter(|alert| alert.published);
        let found = published.filter_map(|alert| {
            let number = pattern(alert.series?).replace('#', "0");
            Some((number, alert.reference.clone()))
        });
        found.collect()
    }
}
