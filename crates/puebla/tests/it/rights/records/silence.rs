//! No-objection rounds, and what is said in them.

use base::access::Purpose;
use base::desk::by_rule;
use base::store::Stamp;
use jiff::ToSpan;
use jiff::civil::date;
use secretariat::members::{MemberEntry, Term};
use serde_json::json;
use uuid::Uuid;

use super::super::asking::Sent;
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
            (false, "preside") => form(&[("ruling", "take_up")]),
            (true, "preside") => Sent::Json(json!({ "act": "take_up" })),
            (false, _) => form(&self.put()),
            (true, "again") => Sent::Json(json!({
                "title_en": "Specimen", "title_es": "Muestra", "text_en": ["One."], "text_es": ["Uno."], "deadline": until,
            })),
            (true, _) => Sent::Json(json!({
                "symbol": self.value("symbol"), "title_en": "Specimen", "title_es": "Muestra", "text_en": ["One."],
                "text_es": ["Uno."], "deadline": until,
            })),
        }
    }

    fn put(&self) -> [(&str, &str); 9] {
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
        ]
    }
}

impl Records<'_> {
    /// Opens a round, as the presidency of the third State.
    pub(super) async fn round(&self, made: Made) -> Made {
        let third: journal::StateCode = self.cast.third.parse().expect("a code");
        let secretariat = self.cast.secretariat.parse().expect("a code");
        let (purpose, at) = (Purpose::Secretariat, self.specimen.clock.now());
        let stamp = Stamp { state: secretariat, person: Uuid::nil(), purpose, at };
        // Each record enters a term of its own, of another first day.
        let days: i64 = made.value("symbol").trim_start_matches("T/").parse::<i64>().expect("a number") % 30_000;
        let first_on = date(1940, 1, 1).checked_add(days.days()).expect("a day");
        let term = Term { party: third, first_on, last_on: None, decision: None };
        let house = self.specimen.ground.database("secretariat").expect("the house");
        by_rule(house, stamp, move |entries| entries.append(&MemberEntry::Term(term)).map(|_| ())).expect("a term");
        let presidency = self.specimen.signed_in(self.cast.third, "presidency", purpose);
        let to = self.done(&presidency, "/silence/open", &made.put()).await;
        let reference = to.trim_start_matches("/silence/").split('?').next().unwrap_or("").to_owned();
        made.with("reference", reference)
    }
}
