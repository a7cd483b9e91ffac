//! No-objection rounds, and what is said in them.

use base::access::Purpose;
use base::specimen::{Session, Specimen};
use serde_json::json;

use super::super::asking::Sent;
use super::super::people::Cast;
use super::{Made, Records, form};

/// A day and an hour, long after the specimen's own.
const UNTIL: [(&str, &str); 4] =
    [("deadline-day", "22"), ("deadline-month", "3"), ("deadline-year", "2026"), ("deadline_hour", "17:00")];

impl Made {
    /// Answers what somebody sends so that the act succeeds for whoever may do it.
    pub(super) fn silence(&self, path: &str) -> Sent {
        let until = "2026-03-22T17:00";
        match (path.starts_with("/api/"), path.rsplit('/').next().unwrap_or("")) {
            (false, "position") => form(&[("stance", "no_objection"), ("seen", "")]),
            (true, "position") => Sent::Json(json!({ "stance": "no_objection" })),
            (false, "comment") => form(&[("text", "A word. (invented)")]),
            (true, "comment") => Sent::Json(json!({ "text": "A word. (invented)" })),
            (false, "extension") => form(&[&UNTIL[..], &[("reason", "The ministry. (invented)")]].concat()),
            (true, "extension") => Sent::Json(json!({ "until": until, "reason": "The ministry. (invented)" })),
            (false, "preside") => form(&[
                ("ruling", "refuse"),
                ("request", self.value("request")),
                ("reason", "It is paid in April. (invented)"),
            ]),
            (true, "preside") => Sent::Json(json!({
                "act": "refuse", "request": self.value("request").parse::<u64>().unwrap_or(0), "reason": "No. (invented)",
            })),
            // Of a field sent twice the first counts: the text that an objection stands against is not put again.
            (false, "again") => form(&[&[("text_en", "Two."), ("text_es", "Dos.")], &self.put()[..]].concat()),
            (false, _) => form(&self.put()),
            (true, "again") => Sent::Json(json!({
                "title_en": "Specimen", "title_es": "Muestra", "text_en": ["Two."], "text_es": ["Dos."], "deadline": until,
            })),
            (true, _) => Sent::Json(json!({
                "symbol": self.value("symbol"), "title_en": "Specimen", "title_es": "Muestra", "text_en": ["One."],
                "text_es": ["Uno."], "deadline": until,
            })),
        }
    }

    fn put(&self) -> [(&str, &str); 10] {
        [
            ("symbol", self.value("symbol")),
            ("title_en", "Specimen"),
            ("title_es", "Muestra"),
            ("text_en", "One."),
            ("text_es", "Uno."),
            ("deadline-day", "20"),
            ("deadline-month", "3"),
            ("deadline-year", "2026"),
            ("deadline_hour", "17:00"),
            ("confirmed", "yes"),
        ]
    }
}

/// Enters that the State of the columns in capitals presides.
pub async fn preside(specimen: &Specimen, cast: &Cast) {
    let coordinator = specimen.signed_in(cast.secretariat, "coordinator", Purpose::Secretariat);
    let day = |name: &'static str, year: &'static str| {
        [("day", "1"), ("month", "1"), ("year", year)].map(|(part, value)| (format!("{name}-{part}"), value))
    };
    let days = [day("first_on", "2000"), day("last_on", "2030")].concat();
    let mut fields: Vec<(&str, &str)> = days.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    fields.push(("party", cast.other));
    let answer = specimen.post(&coordinator, "/presidencies/new", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
}

impl Records<'_> {
    /// Opens a round, as the presidency, in which a State has asked for more time.
    pub(super) async fn round(&self, made: Made) -> Made {
        let (made, presidency, path) = self.opened(made).await;
        let third = self.specimen.signed_in(self.cast.third, "delegate", Purpose::Secretariat);
        let asked = [&UNTIL[..], &[("reason", "The ministry. (invented)")]].concat();
        self.done(&third, &format!("{path}/extension"), &asked).await;
        let page = self.page(&presidency, &format!("{path}/preside")).await;
        let request =
            page.body.split("name=\"request\" type=\"radio\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
        made.with("request", request.expect("a request"))
    }

    /// Opens a round and breaks it for good: where an objection could be taken back, the presidency takes it up.
    pub(super) async fn broken_round(&self, made: Made) -> Made {
        let (made, presidency, path) = self.opened(made).await;
        let third = self.specimen.signed_in(self.cast.third, "delegate", Purpose::Secretariat);
        let objects = [("stance", "objection"), ("reason", "No. (invented)"), ("seen", ""), ("confirmed", "yes")];
        self.done(&third, &format!("{path}/position"), &objects).await;
        self.specimen
            .post(&presidency, &format!("{path}/preside"), &[("ruling", "take_up"), ("confirmed", "yes")])
            .await;
        made
    }

    async fn opened(&self, made: Made) -> (Made, Session, String) {
        let presidency = self.specimen.signed_in(self.cast.other, "presidency", Purpose::Secretariat);
        let to = self.done(&presidency, "/silence/open", &made.put()).await;
        let path = to.split('?').next().unwrap_or("").to_owned();
        (made.with("reference", path.trim_start_matches("/silence/")), presidency, path)
    }
}
