//! Evaluations of the process: how each comes about, and what is sent about it. The own State evaluates; both are asked.

use base::access::Purpose;
use base::specimen::Session;
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use super::super::asking::Sent;
use super::{Made, Records, form};

/// Hours after which everybody's time to answer has passed, in whichever capital.
const AFTER_HOURS: i64 = 24 * 4;

const ASKS: [(&str, &str); 6] = [
    ("number", "1"),
    ("seen", "0"),
    ("words_en", "Did it help?"),
    ("words_es", "¿Sirvió?"),
    ("asks", "yes_no"),
    ("required", "yes"),
];
const GIVES: [(&str, &str); 3] = [("step", "give"), ("unit", "Ministry (invented)"), ("reply_1", "part")];
const FOUND: [(&str, &str); 4] = [("number", "1"), ("seen", "0"), ("words_en", "It came late."), ("questions", "1")];
const ACCEPTS: [(&str, &str); 8] = [
    ("seen", "1"),
    ("verdict", "accepted"),
    ("reason", "It is so. (invented)"),
    ("what", "Begin earlier. (invented)"),
    ("unit", "Ministry (invented)"),
    ("due-day", "1"),
    ("due-month", "1"),
    ("due-year", "2030"),
];

impl Made {
    /// What is sent about evaluations; none where nothing need be sent.
    pub(super) fn evaluations(&self, path: &str) -> Option<Sent> {
        let until = self.dated("until");
        let question = serde_json::json!({ "words": { "en": "Q", "es": "P" }, "asks": "text", "required": false });
        Some(match path {
            "/evaluations/new" | "/evaluations/{reference}/prepare" => fields(&self.terms()),
            "/evaluations/{reference}/questions" => form(&[&[("number", "2")], &ASKS[1..]].concat()),
            "/evaluations/{reference}/answer" => form(&GIVES),
            "/evaluations/{reference}/time" => {
                let mut sent = vec![("parties".to_owned(), self.value("host").to_owned())];
                sent.push(("reason".to_owned(), "It asked. (invented)".to_owned()));
                sent.extend(until);
                fields(&sent)
            }
            "/evaluations/{reference}/findings" => form(&[&[("number", "2")], &FOUND[1..]].concat()),
            "/evaluations/{reference}/recommendations" => fields(&self.wanting("2")),
            "/evaluations/{reference}/publish" => form(&[("seen", "2")]),
            "/evaluations/{reference}/recommendations/{item}" => form(&ACCEPTS),
            "/api/v1/evaluations" | "/api/v1/evaluations/{reference}" => Sent::Json(serde_json::json!({
                "symbol": self.value("evaluation"), "title": { "en": "T" }, "purpose": { "en": "P" },
                "decision": self.value("decision"), "evaluators": [self.value("host")],
                "deadline_on": self.value("deadline"), "observers_answer": false, "observers_see": true,
                "seen": self.value("seen").parse::<u32>().unwrap_or(0),
            })),
            "/api/v1/evaluations/{reference}/questions" => {
                Sent::Json(serde_json::json!({ "number": 2, "seen": 0, "question": question }))
            }
            "/api/v1/evaluations/{reference}/answer" => Sent::Json(serde_json::json!({
                "unit": "Ministry", "give": true, "replies": [{ "question": 1, "yes_no": "no" }],
            })),
            "/api/v1/evaluations/{reference}/time" => Sent::Json(serde_json::json!({
                "parties": [self.value("host")], "until_on": self.value("until"), "reason": "It asked.",
            })),
            "/api/v1/evaluations/{reference}/findings" => Sent::Json(serde_json::json!({
                "number": 2, "seen": 0, "finding": { "words": { "en": "F" }, "questions": [1] },
            })),
            "/api/v1/evaluations/{reference}/recommendations" => Sent::Json(serde_json::json!({
                "number": 2, "seen": 0,
                "recommendation": { "words": { "en": "R" }, "findings": [1], "addressees": [self.value("host")] },
            })),
            "/api/v1/evaluations/{reference}/publish" => Sent::Json(serde_json::json!({ "seen": 2 })),
            "/api/v1/evaluations/{reference}/recommendations/{item}" => Sent::Json(serde_json::json!({
                "version": 1, "verdict": "refused", "reason": "It is not theirs.",
            })),
            _ => return None,
        })
    }

    fn terms(&self) -> Vec<(String, String)> {
        let mut sent: Vec<(String, String)> = [
            ("symbol", self.value("evaluation")),
            ("title_en", "Seven years (invented)"),
            ("purpose_en", "What came of it. (invented)"),
            ("decision", self.value("decision")),
            ("evaluators", self.value("host")),
            ("observers_answer", "no"),
            ("observers_see", "yes"),
            ("seen", self.value("seen")),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec();
        sent.extend(self.dated("deadline"));
        sent
    }

    fn wanting(&self, number: &str) -> Vec<(String, String)> {
        let addressees = [self.value("host"), self.value("other"), self.value("seat")].map(|code| ("addressees", code));
        let words = [("number", number), ("seen", "0"), ("words_en", "Begin earlier. (invented)"), ("findings", "1")];
        let all = words.into_iter().chain(addressees);
        all.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    }

    /// Answers the three fields of a day that was kept under a name.
    fn dated(&self, name: &str) -> Vec<(String, String)> {
        let parts = ["year", "month", "day"].into_iter().zip(self.value(name).split('-'));
        parts.map(|(part, value)| (format!("{name}-{part}"), value.to_owned())).collect()
    }
}

fn fields(sent: &[(String, String)]) -> Sent {
    let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (&**name, &**value)).collect();
    form(&sent)
}

impl Records<'_> {
    /// Makes what a row about evaluations asks about; nothing where it asks about something else.
    pub(super) async fn evaluated(&self, record: &str, fresh: Made) -> Option<Made> {
        if record == "evaluation absent" {
            return Some(fresh.with("reference", "T-X").with("item", "1"));
        }
        let made = self.decided("decision", fresh).await?;
        let decision = made.value("reference").replace('-', "/");
        let today = self.specimen.clock.now().to_zoned_datetime(TimeZone::UTC).date();
        let on = |days: i64| today.saturating_add(jiff::Span::new().days(days)).to_string();
        let far = if record.starts_with("open") { 30 } else { 1 };
        let symbol = format!("{}/V", made.value("symbol"));
        let made = made
            .with("decision", decision)
            .with("evaluation", symbol.clone())
            .with("other", self.cast.other)
            .with("seat", self.cast.secretariat)
            .with("deadline", on(far))
            .with("until", on(60))
            .with("seen", "0")
            .with("item", self.cast.own);
        if record == "evaluation reason" {
            return Some(made);
        }
        let coordinator = self.specimen.signed_in(self.cast.secretariat, "coordinator", Purpose::Secretariat);
        self.sent(&coordinator, "/evaluations/new", &made.terms()).await;
        let reference = symbol.replace('/', "-");
        let path = format!("/evaluations/{reference}");
        self.done(&coordinator, &format!("{path}/questions"), &ASKS).await;
        let made = made.with("reference", reference).with("seen", "1");
        if record == "prepared evaluation" {
            return Some(made);
        }
        self.done(&coordinator, &format!("{path}/open"), &[]).await;
        let delegate = self.specimen.signed_in(self.cast.own, "delegate", Purpose::Secretariat);
        self.done(&delegate, &format!("{path}/answer"), &GIVES).await;
        if record == "open evaluation" {
            return Some(made);
        }
        // What was said later stays later, whatever a clock shows then: those who ask have their sessions from now.
        self.specimen.clock.advance(SignedDuration::from_hours(AFTER_HOURS));
        let done = self.reported(record, &path, &made).await;
        self.specimen.clock.advance(SignedDuration::from_hours(-AFTER_HOURS));
        done.then(|| if record == "answered evaluation" { made } else { made.with("item", self.item(record)) })
    }

    fn item(&self, record: &str) -> &str {
        if record == "answered evaluation" { self.cast.own } else { "1" }
    }

    /// Lets the own State write a report, publish it, and accept what it recommends, as far as a record has it.
    async fn reported(&self, record: &str, path: &str, made: &Made) -> bool {
        let delegate = self.specimen.signed_in(self.cast.own, "delegate", Purpose::Secretariat);
        self.done(&delegate, &format!("{path}/findings"), &FOUND).await;
        self.sent(&delegate, &format!("{path}/recommendations"), &made.wanting("1")).await;
        if matches!(record, "ended evaluation" | "answered evaluation") {
            return true;
        }
        self.done(&delegate, &format!("{path}/publish"), &[("seen", "2")]).await;
        if record == "accepted evaluation" {
            self.done(&delegate, &format!("{path}/recommendations/1"), &ACCEPTS).await;
        }
        matches!(record, "reported evaluation" | "accepted evaluation")
    }

    async fn sent(&self, who: &Session, path: &str, fields: &[(String, String)]) {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
        self.done(who, path, &fields).await;
    }
}
